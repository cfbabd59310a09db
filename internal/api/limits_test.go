package api

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// served serves a bench on loopback, with short limits.
func (b *bench) served(change func(*limits)) (address string) {
	b.t.Helper()
	l, err := (&net.ListenConfig{}).Listen(b.t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		b.t.Fatal(err)
	}
	b.s.guard.host = l.Addr().String()
	change(&b.s.limits)
	server := b.s.HTTP()
	go func() { _ = server.Serve(l) }()
	b.t.Cleanup(func() { _ = server.Close() })
	return l.Addr().String()
}

func (b *bench) call(ctx context.Context, method, address, path string, body io.Reader) (*http.Response, error) {
	b.t.Helper()
	r, err := http.NewRequestWithContext(ctx, method, "http://"+address+path, body)
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/json")
	return http.DefaultClient.Do(r)
}

// zeros is a body of many bytes, of which it counts how many were taken.
type zeros struct{ left int64 }

func (z *zeros) Read(b []byte) (int, error) {
	n := int(min(int64(len(b)), z.left))
	for i := range b[:n] {
		b[i] = ' '
	}
	if z.left -= int64(n); n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// A body of 300 MB is refused at once and never held in memory, whether its length is stated
// or not, and the client gets the answer.
func TestLongBodies(t *testing.T) {
	b := newBench(t)
	address := b.served(func(*limits) {})
	for _, stated := range []bool{true, false} {
		for _, path := range []string{"/api/judge", "/api/chart/between", "/api/picture"} {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now()
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+address+path, io.NopCloser(&zeros{300 << 20}))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Authorization", "Bearer "+token)
			r.Header.Set("Content-Type", "application/json")
			if stated {
				r.ContentLength = 300 << 20
			}
			a, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Errorf("%s, stated %v: %v", path, stated, err)
				continue
			}
			text, _ := io.ReadAll(a.Body)
			_ = a.Body.Close()
			want := http.StatusRequestEntityTooLarge
			if path == "/api/picture" && !stated {
				want = http.StatusNotFound // no call: its body is not read
			}
			if a.StatusCode != want {
				t.Errorf("%s, stated %v: %d %s", path, stated, a.StatusCode, text)
			}
			runtime.ReadMemStats(&after)
			if spent := time.Since(began); spent > 8*time.Second {
				t.Errorf("%s, stated %v: after %v", path, stated, spent)
			}
			if grown := after.TotalAlloc - before.TotalAlloc; grown > 100<<20 {
				t.Errorf("%s, stated %v: %d MB were allocated", path, stated, grown>>20)
			}
		}
	}
}

// Whoever sends headers or a body by the byte, or nothing at all, is cut off; others are served.
func TestSlowClients(t *testing.T) {
	b := newBench(t)
	address := b.served(func(l *limits) {
		l.header, l.idle, l.pace, l.drainTime = 300*time.Millisecond, 300*time.Millisecond, 300*time.Millisecond, 100*time.Millisecond
	})
	head := "POST /api/judge HTTP/1.1\r\nHost: " + address + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n"
	for name, sent := range map[string]string{
		"nothing":                  "",
		"half a header":            "GET / HTTP/1.1\r\nHo",
		"half a body":              head + "Authorization: Bearer " + token + "\r\n\r\n{\"a\":",
		"half a body, no token":    head + "\r\n{\"a\":",
		"a request and no other":   "GET /healthz HTTP/1.1\r\nHost: " + address + "\r\n\r\n",
		"half a body nobody reads": "GET /healthz HTTP/1.1\r\nHost: " + address + "\r\nContent-Length: 1000\r\n\r\nx",
	} {
		t.Run(name, func(t *testing.T) {
			c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = c.Close() }()
			if _, err := io.WriteString(c, sent); err != nil {
				t.Fatal(err)
			}
			if err := c.SetReadDeadline(time.Now().Add(5 * time.Second)); err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, c); err != nil && errors.Is(err, os.ErrDeadlineExceeded) {
				t.Error("it is still open after five seconds")
			}
		})
	}
}

// A call that takes longer than its body may is not broken off: the deadline is the body's.
func TestLongCalls(t *testing.T) {
	b := newBench(t)
	ended := make(chan error, 1)
	slow := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, err := io.Copy(io.Discard, r.Body)
		select {
		case <-r.Context().Done():
			err = r.Context().Err()
		case <-time.After(600 * time.Millisecond):
		}
		ended <- err
	})
	address := b.served(func(l *limits) { l.pace = 200 * time.Millisecond })
	b.s.http = b.s.limited(slow)
	a, err := b.call(t.Context(), http.MethodPost, address, "/", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	_ = a.Body.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// Hundreds of connections that do nothing, or send a header by the byte, keep nobody out.
func TestManyConnections(t *testing.T) {
	b := newBench(t)
	const most = 20
	address := b.served(func(l *limits) { l.connections = most })
	var held []net.Conn
	defer func() {
		for _, c := range held {
			_ = c.Close()
		}
	}()
	for i := range 5 * most {
		c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, c)
		if i%2 == 0 {
			_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nX-")
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
	defer cancel()
	a, err := b.call(ctx, http.MethodGet, address, "/api/picture", nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = a.Body.Close()
	if a.StatusCode != http.StatusOK {
		t.Errorf("%d", a.StatusCode)
	}
	closed := 0
	for _, c := range held {
		_ = c.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
		if _, err := c.Read(make([]byte, 1)); err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
			closed++
		}
	}
	if closed < 4*most {
		t.Errorf("%d of %d connections are still open", len(held)-closed, len(held))
	}
}

// Streams of events are bounded by session, in all, and in time.
func TestStreams(t *testing.T) {
	b := newBench(t)
	address := b.served(func(l *limits) { l.streams, l.sessionStreams, l.streamLife = 3, 2, 300*time.Millisecond })
	open := func() (*http.Response, int) {
		a, err := b.call(t.Context(), http.MethodGet, address, "/api/events", nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = a.Body.Close() })
		return a, a.StatusCode
	}
	first, code := open()
	if code != http.StatusOK {
		t.Fatal(code)
	}
	if _, code := open(); code != http.StatusOK {
		t.Errorf("the second stream: %d", code)
	}
	if a, code := open(); code != http.StatusTooManyRequests || a.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("the third stream: %d", code)
	}
	if _, leave := b.s.events.listen("another", 3, 2); leave == nil {
		t.Error("another session gets no stream")
	}
	if _, leave := b.s.events.listen("a third", 3, 2); leave != nil {
		t.Error("there are more streams than there may be")
	}
	lines := bufio.NewScanner(first.Body)
	for lines.Scan() {
		if strings.Contains(lines.Text(), "nothing") {
			t.Error(lines.Text())
		}
	}
	if err := lines.Err(); err != nil {
		t.Errorf("the stream ends with %v", err)
	}
	if _, code := open(); code != http.StatusOK {
		t.Errorf("when others have ended: %d", code)
	}
}

// A reader of an answer that does not read is cut off.
func TestSlowReaders(t *testing.T) {
	b := newBench(t)
	address := b.served(func(l *limits) { l.pace = 200 * time.Millisecond })
	ended := make(chan error, 1)
	b.s.http = b.s.limited(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, err := io.Copy(w, &zeros{1 << 30})
		ended <- err
	}))
	c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err == nil {
			t.Error("all was written")
		}
	case <-time.After(10 * time.Second):
		t.Error("the server still waits for its reader")
	}
}

// form is an upload of a file and fields.
func form(name string, content io.Reader, fields map[string]string) (body io.Reader, kind string) {
	r, w := io.Pipe()
	m := multipart.NewWriter(w)
	go func() {
		var err error
		for k, v := range fields {
			err = errors.Join(err, m.WriteField(k, v))
		}
		f, e := m.CreateFormFile("file", name)
		if err = errors.Join(err, e); err == nil {
			_, err = io.Copy(f, content)
		}
		_ = w.CloseWithError(errors.Join(err, m.Close()))
	}()
	return r, m.FormDataContentType()
}

// An upload goes to disk and not to memory, has a limit that the error states, and leaves
// nothing behind.
func TestLongUploads(t *testing.T) {
	b := newBench(t)
	b.s.o.Upload = 64 << 20
	address := b.served(func(*limits) {})
	for name, size := range map[string]int64{"too long": 80 << 20, "long": 60 << 20} {
		body, kind := form("zeros.csv", &zeros{size}, map[string]string{"owner": "DE-BKA", "label": "H1 RESTRICTED"})
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+address+"/api/contributions/suggest", body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("Content-Type", kind)
		a, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		text, _ := io.ReadAll(a.Body)
		_ = a.Body.Close()
		if over := a.StatusCode == http.StatusRequestEntityTooLarge && bytes.Contains(text, []byte("at most 64 MB")); over != (name == "too long") {
			t.Errorf("%s: %d %s", name, a.StatusCode, text)
		}
	}
	b.leavesNothing()
}

func (b *bench) leavesNothing() {
	b.t.Helper()
	left, err := filepath.Glob(b.dir.Path(".skein-*upload*"))
	if err != nil || len(left) > 0 {
		b.t.Errorf("left: %v %v", left, err)
	}
}

// Names of uploads are names and nothing else.
func TestNamesOfUploads(t *testing.T) {
	for _, test := range []struct{ given, want string }{
		{"calls.csv", "calls.csv"},
		{"../../etc/passwd", "passwd"},
		{`..\..\windows\calls.xlsx`, "calls.xlsx"},
		{"/", "upload"},
		{"..", "upload"},
		{"", "upload"},
		{"a/", "upload"},
		{".upload-1", "upload-1"},
		{"a\x00b\x1b[2J\u202ec.csv", "ab[2Jc.csv"},
		{"Κλήσεις 2015.csv", "Κλήσεις 2015.csv"},
		{"a:b|c?.csv", "abc.csv"},
		{strings.Repeat("é", 300) + ".csv", strings.Repeat("é", 98) + ".csv"},
	} {
		if got := fileName(test.given); got != test.want {
			t.Errorf("%q is kept as %q, want %q", test.given, got, test.want)
		}
	}
}

// A form that is not as it should be is refused in words, and nothing of it stays.
func TestOddForms(t *testing.T) {
	b := newBench(t)
	part := func(name, file, text string) string {
		at := `Content-Disposition: form-data; name="` + name + `"`
		if file != "" {
			at += `; filename="` + file + `"`
		}
		return "--B\r\n" + at + "\r\n\r\n" + text + "\r\n"
	}
	const kind = "multipart/form-data; boundary=B"
	for name, test := range map[string]struct {
		kind, body string
		code       int
	}{
		"no form":         {"application/json", "{}", 415},
		"no boundary":     {"multipart/form-data", "", 415},
		"no file":         {kind, part("owner", "", "DE-BKA") + "--B--\r\n", 422},
		"two files":       {kind, part("file", "a.csv", "a\n1\n") + part("file", "b.csv", "a\n1\n") + "--B--\r\n", 422},
		"broken off":      {kind, part("file", "a.csv", "a\n1\n")[:60], 400},
		"many parts":      {kind, strings.Repeat(part("x", "", "y"), 100) + "--B--\r\n", 422},
		"a long field":    {kind, part("mapping", "", strings.Repeat("x", mostField+1)) + "--B--\r\n", 413},
		"an empty body":   {kind, "", 400},
		"an odd boundary": {"multipart/form-data; boundary=\"\x00\"", "x", 400},
	} {
		r := b.request(http.MethodPost, "/api/contributions/suggest", strings.NewReader(test.body))
		r.Header.Set("Content-Type", test.kind)
		if w := b.do(r); w.Code != test.code {
			t.Errorf("%s: %d %s, want %d", name, w.Code, w.Body, test.code)
		}
	}
	b.leavesNothing()
}

// One upload more than may come at a time is asked to wait.
func TestUploadsAtATime(t *testing.T) {
	b := newBench(t)
	for range mostUploads {
		b.s.uploading <- struct{}{}
	}
	if w := b.upload("/api/contributions/suggest", "a.csv", "a\n1\n", nil); w.Code != http.StatusTooManyRequests {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	<-b.s.uploading
	if w := b.upload("/api/contributions/suggest", "a.csv", "name,born\nAna,1980-01-02\n", nil); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if n := len(b.s.uploading); n != mostUploads-1 {
		t.Errorf("%d places are taken", n)
	}
}

// No answer may be kept by a cache, but the workbench's own files, which are named by what they
// hold; and every answer has the headers that keep other pages out.
func TestHeaders(t *testing.T) {
	b := filled(t)
	for path, code := range map[string]int{
		"/api/picture": 200, "/api/report": 200, "/api/figures/none": 404, "/api/none": 404, "/openapi.json": 200, "/": 200, "/figures/x": 200,
		"/assets/none.js": 404, "/api/map/incidents": 200, "/api/search?q=Hans": 200, "/api/events?x": 0,
	} {
		if code == 0 {
			continue
		}
		w := b.do(b.request(http.MethodGet, path, nil))
		head := w.Header()
		if w.Code != code || head.Get("Cache-Control") != "no-store" || head.Get("X-Content-Type-Options") != "nosniff" ||
			head.Get("Content-Security-Policy") == "" || head.Get("X-Frame-Options") != "SAMEORIGIN" || head.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %d %v", path, w.Code, head)
		}
	}
	r := b.request(http.MethodGet, "/api/picture", nil)
	r.Header.Del("Authorization")
	if w := b.do(r); w.Code != http.StatusUnauthorized || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("without a session: %d %v", w.Code, w.Header())
	}
	if w := b.do(b.request(http.MethodGet, "/assets/a-1.js", nil)); !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("an asset: %v", w.Header())
	}
}

// The session of a case is not that of another case on another port, though a browser sends both
// cookies to both.
func TestTwoCasesInOneBrowser(t *testing.T) {
	var cookies []*http.Cookie
	var benches []*bench
	for _, host := range []string{"127.0.0.1:8420", "127.0.0.1:8421"} {
		b := newBench(t)
		b.s.guard.host = host
		r := b.request(http.MethodGet, "/?token="+token, nil)
		r.Header.Del("Authorization")
		r.Host = host
		cookies = append(cookies, b.do(r).Result().Cookies()...)
		benches = append(benches, b)
	}
	if len(cookies) != 2 || cookies[0].Name == cookies[1].Name {
		t.Fatalf("cookies: %v", cookies)
	}
	for i, b := range benches {
		r := b.request(http.MethodGet, "/api/picture", nil)
		r.Header.Del("Authorization")
		r.Host = b.s.guard.host
		for _, c := range cookies {
			r.AddCookie(c)
		}
		if w := b.do(r); w.Code != http.StatusOK {
			t.Errorf("case %d: %d", i, w.Code)
		}
		other := b.request(http.MethodGet, "/api/picture", nil)
		other.Header.Del("Authorization")
		other.Host = b.s.guard.host
		other.AddCookie(&http.Cookie{Name: cookies[i].Name, Value: cookies[1-i].Value})
		if w := b.do(other); w.Code != http.StatusUnauthorized {
			t.Errorf("case %d takes the other's session: %d", i, w.Code)
		}
	}
}
