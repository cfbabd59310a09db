package api

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"skein/internal/audit"
	"skein/internal/casework"
	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/store"
	"skein/internal/store/sqlite"
)

const token = "THETOKEN"

// bench is a server of a case in a directory of its own.
type bench struct {
	t   *testing.T
	dir casework.Dir
	s   *Server
	now time.Time
}

func newBench(t *testing.T) *bench { return newBenchIn(t, casework.Dir(t.TempDir())) }

func newBenchIn(t *testing.T, dir casework.Dir) *bench {
	t.Helper()
	b := &bench{t: t, dir: dir, now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	open := func(ctx context.Context, write bool) (store.Store, error) {
		return b.dir.Open(ctx, sqlite.Options{ReadOnly: !write})
	}
	s, err := b.dir.Open(t.Context(), sqlite.Options{Create: true})
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"index.html": {Data: []byte("<title>Skein</title>")}, "assets/a-1.js": {Data: []byte(strings.Repeat("let a;", 99))}}
	b.s, err = New(t.Context(), Options{
		Dir: b.dir, Open: open, Web: files, User: "tester", Purpose: handling.StrategicAnalysis, Host: "127.0.0.1:8420", Token: token,
		Now: func() time.Time { b.now = b.now.Add(time.Second); return b.now },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { settled(t, b.s) })
	return b
}

func (b *bench) request(method, path string, body io.Reader) *http.Request {
	r := httptest.NewRequestWithContext(b.t.Context(), method, path, body)
	r.Host = "127.0.0.1:8420"
	r.Header.Set("Authorization", "Bearer "+token)
	return r
}

func (b *bench) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	b.s.ServeHTTP(w, r)
	return w
}

// get decodes an answer.
func get1[T any](b *bench, path string) T {
	b.t.Helper()
	w := b.do(b.request(http.MethodGet, path, nil))
	return decoded[T](b, w)
}

func post1[T any](b *bench, path string, body any) T {
	b.t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		b.t.Fatal(err)
	}
	r := b.request(http.MethodPost, path, bytes.NewReader(text))
	r.Header.Set("Content-Type", "application/json")
	return decoded[T](b, b.do(r))
}

func decoded[T any](b *bench, w *httptest.ResponseRecorder) T {
	b.t.Helper()
	var out T
	if w.Code != http.StatusOK {
		b.t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		b.t.Fatal(err)
	}
	return out
}

// upload posts a file with the fields of a form.
func (b *bench) upload(path, name, content string, fields map[string]string) *httptest.ResponseRecorder {
	b.t.Helper()
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	f, err := m.CreateFormFile("file", name)
	if err == nil {
		_, err = io.WriteString(f, content)
	}
	for k, v := range fields {
		if err == nil {
			err = m.WriteField(k, v)
		}
	}
	if err == nil {
		err = m.Close()
	}
	if err != nil {
		b.t.Fatal(err)
	}
	r := b.request(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return b.do(r)
}

const persons = `id,first,last,born,category,phone,network
1,Hans,Müller,1980-12-31,suspect,+491701234567,N1
2,Hans,Mueller,1980-12-31,suspect,+491701234567,N1
3,محمد,الحسن,1985,suspect,+963944123456,N1
4,Peter,Witnessed,1970-02-03,witness,+431234567890,N1
5,Anna,Young,2012-05-06,suspect,+431234567891,N2
6,Jan,Nowak,1979,convicted,+48601234567,N2
`

const personsMapping = `
queries:
  - entities:
      person:
        schema: Person
        keys: [id]
        category: {column: category}
        properties:
          firstName: {column: first}
          lastName: {column: last}
          birthDate: {column: born}
          phone: {column: phone}
      network:
        schema: Network
        keys: [network]
        properties:
          name: {column: network}
      membership:
        schema: Membership
        keys: [id, network]
        properties:
          member: {entity: person}
          organization: {entity: network}
`

var terms = map[string]string{"mapping": personsMapping, "owner": "DE-BKA", "label": "H1 RESTRICTED", "grade": "B2"}

// filled is a bench whose case holds some persons.
func filled(t *testing.T) *bench { return filledIn(t, casework.Dir(t.TempDir())) }

func filledIn(t *testing.T, dir casework.Dir) *bench {
	t.Helper()
	b := newBenchIn(t, dir)
	got := decoded[taken](b, b.upload("/api/contributions", "persons.csv", persons, terms))
	if got.Rows != 6 || got.Quarantined != 0 {
		t.Fatalf("taken in: %+v", got)
	}
	b.settled()
	return b
}

func (b *bench) settled() {
	b.t.Helper()
	settled(b.t, b.s)
}

// settled waits until the snapshot has everything that came in.
func settled(t *testing.T, s *Server) {
	t.Helper()
	for range 500 {
		if !s.pending.Load() && s.building.TryLock() {
			pending := s.pending.Load()
			s.building.Unlock()
			if !pending {
				return
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the snapshot does not settle")
}

func TestNobodyGetsInWithoutTheToken(t *testing.T) {
	b := newBench(t)
	plain := func(path string) *http.Request {
		r := b.request(http.MethodGet, path, nil)
		r.Header.Del("Authorization")
		return r
	}
	if w := b.do(plain("/healthz")); w.Code != http.StatusOK || w.Body.String() != "ok\n" {
		t.Errorf("healthz: %d %q", w.Code, w.Body)
	}
	for _, path := range []string{"/", "/picture", "/api/picture", "/api/events", "/openapi.json", "/assets/a-1.js", "/?token=WRONG"} {
		if w := b.do(plain(path)); w.Code != http.StatusUnauthorized {
			t.Errorf("%s without a session: %d", path, w.Code)
		}
	}
	w := b.do(plain("/?token=" + token))
	cookies := w.Result().Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode {
		t.Fatalf("the session's cookie: %v", cookies)
	}
	if w := b.do(plain("/?token=" + token)); w.Code != http.StatusUnauthorized {
		t.Errorf("the token opened twice: %d", w.Code)
	}
	r := plain("/api/picture")
	r.AddCookie(cookies[0])
	if w := b.do(r); w.Code != http.StatusOK {
		t.Errorf("with a session: %d", w.Code)
	}
}

func TestOthersPagesReachNothing(t *testing.T) {
	b := newBench(t)
	r := b.request(http.MethodGet, "/api/picture", nil)
	r.Host = "evil.example:8420"
	if w := b.do(r); w.Code != http.StatusMisdirectedRequest {
		t.Errorf("another host: %d", w.Code)
	}
	r = b.request(http.MethodPost, "/api/judge", strings.NewReader("{}"))
	r.Header.Set("Origin", "http://evil.example")
	if w := b.do(r); w.Code != http.StatusForbidden {
		t.Errorf("another origin: %d", w.Code)
	}
	w := b.do(b.request(http.MethodGet, "/picture", nil))
	if p := w.Header().Get("Content-Security-Policy"); !strings.Contains(p, "default-src 'none'") || !strings.Contains(p, "connect-src 'self';") {
		t.Errorf("policy: %s", p)
	}
}

func TestFilesGoOutCompressed(t *testing.T) {
	b := newBench(t)
	r := b.request(http.MethodGet, "/assets/a-1.js", nil)
	r.Header.Set("Accept-Encoding", "gzip, br")
	w := b.do(r)
	if w.Header().Get("Content-Encoding") != "gzip" || w.Body.Len() > 100 || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("%v, %d bytes", w.Header(), w.Body.Len())
	}
	if w := b.do(b.request(http.MethodGet, "/assets/a-1.js", nil)); w.Body.Len() != 594 {
		t.Errorf("not asked for gzip: %d bytes", w.Body.Len())
	}
	if w := b.do(b.request(http.MethodGet, "/figures/any.figure", nil)); !strings.Contains(w.Body.String(), "<title>Skein") {
		t.Errorf("an address of a view: %s", w.Body)
	}
	for _, path := range []string{"/assets/none.js", "/api/none"} {
		if w := b.do(b.request(http.MethodGet, path, nil)); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestProtectedPersonsStayLocked(t *testing.T) {
	b := filled(t)
	secret := []string{"Witnessed", "431234567890", "Young", "431234567891", "2012-05-06"}
	leaks := func(path, body string) {
		for _, text := range secret {
			if strings.Contains(body, text) {
				t.Errorf("%s tells %q", path, text)
			}
		}
	}
	var locked []string
	for i := range b.s.current.Load().nodes {
		if n := &b.s.current.Load().nodes[i]; n.locked {
			locked = append(locked, n.id)
		}
	}
	if len(locked) != 2 {
		t.Fatalf("locked: %v", locked)
	}
	paths := []string{
		"/api/picture", "/api/search?q=Witnessed", "/api/search?q=Young", "/api/contributions/1/records", "/api/judge", "/api/networks", "/api/map/layers", "/api/map/incidents",
		"/api/figures/records.by_schema/evidence?source=true", "/api/figures/networks.members/evidence?source=true", "/api/chart/whole", "/api/report",
	}
	for _, id := range locked {
		paths = append(paths, "/api/entities/"+id, "/api/chart/neighbours/"+id)
	}
	for i := range b.s.current.Load().nodes {
		if n := &b.s.current.Load().nodes[i]; !n.locked && n.schema != "Phone" {
			paths = append(paths, "/api/entities/"+url.PathEscape(n.id), "/api/chart/neighbours/"+url.PathEscape(n.id))
		}
	}
	for _, path := range paths {
		w := b.do(b.request(http.MethodGet, path, nil))
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
		leaks(path, w.Body.String())
	}

	open := "/api/entities/" + locked[0] + "/open"
	r := b.request(http.MethodPost, open, strings.NewReader(`{"reason":"short"}`))
	if w := b.do(r); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a reason of five letters: %d", w.Code)
	}
	d := post1[dossier](b, open, map[string]string{"reason": "Asked by the court of Graz, 17 Hv 3/26"})
	if d.Locked || len(d.Statements) == 0 {
		t.Errorf("opened: %+v", d)
	}
	log, err := os.ReadFile(b.dir.Path("audit.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var line audit.Line
	lines := strings.Split(strings.TrimSpace(string(log)), "\n")
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &line); err != nil {
		t.Fatal(err)
	}
	want := audit.Line{No: line.No, Previous: line.Previous, Ledger: b.s.current.Load().checkpoint(), At: b.now, User: "tester", Purpose: "strategic", Did: "open", What: locked[0], Reason: "Asked by the court of Graz, 17 Hv 3/26"}
	if line != want {
		t.Errorf("written down: %+v", line)
	}
}

func TestNamesAreFoundInAnyScript(t *testing.T) {
	b := filled(t)
	for _, q := range []string{"محمد", "Mohammed", "muhamad al hassan", "الحسن"} {
		got := get1[struct{ Hits []struct{ Name string } }](b, "/api/search?q="+url.QueryEscape(q))
		if len(got.Hits) == 0 || !strings.Contains(got.Hits[0].Name, "محمد") {
			t.Errorf("%s: %+v", q, got.Hits)
		}
	}
	if got := get1[struct{ Hits []struct{ Name string } }](b, "/api/search?q="+url.QueryEscape("+49 170 1234567")); len(got.Hits) == 0 {
		t.Error("a phone is not found by its number")
	}
}

func TestTextsAreFoundByTheirWords(t *testing.T) {
	b := newBench(t)
	rows := "id,where,notes\nI1,Off Kos,\"Rubber boat, engine failed; towed ashore.\"\nI2,Off Samos,\"Wooden boat, no engine.\"\n"
	mapping := "queries: [{entities: {i: {schema: Incident, keys: [id], properties: {name: {column: id}, location: {column: where}, summary: {column: notes}}}}}]"
	got := decoded[taken](b, b.upload("/api/contributions", "i.csv", rows, map[string]string{"mapping": mapping, "owner": "EL-POLICE", "label": "H1 RESTRICTED", "grade": "B2"}))
	if got.Records != 2 {
		t.Fatalf("taken in: %+v", got)
	}
	b.settled()
	for q, want := range map[string]int{"engine boat": 2, "TOWED": 1, "Samos": 1, "towed wooden": 0} {
		if got := get1[struct{ Total int }](b, "/api/search?q="+url.QueryEscape(q)); got.Total != want {
			t.Errorf("%s: %d, want %d", q, got.Total, want)
		}
	}
}

func TestEveryNumberIsAFigures(t *testing.T) {
	b := filled(t)
	v := b.s.current.Load()
	cells := 0
	for i := range v.picture.Figures {
		f := &v.picture.Figures[i]
		got := get1[figureBody](b, "/api/figures/"+string(f.ID)+"?limit=100000")
		if len(got.Rows) != len(f.Cells) || got.Label != f.Label.String() || got.Checkpoint != f.Checkpoint.String() {
			t.Errorf("%s: %d cells of %d, label %s", f.ID, len(got.Rows), len(f.Cells), got.Label)
			continue
		}
		for k := range f.Cells {
			if row := &got.Rows[k]; row.Text != f.FormatValue(&f.Cells[k]) || !slices.Equal(row.Keys, f.Cells[k].Keys) || row.Records != f.Cells[k].Evidence.Len() {
				t.Errorf("%s %v: %+v", f.ID, f.Cells[k].Keys, row)
			}
			cells++
		}
	}
	if cells < 15 {
		t.Errorf("only %d cells compared", cells)
	}
	count := v.picture.Cited(figure.ID("suspects.count"))
	for _, k := range get1[pictureBody](b, "/api/picture").Key {
		if k.ID == "suspects.count" && k.Value != count.FormatValue(&count.Cells[0]) {
			t.Errorf("the picture says %s suspects, the figure %s", k.Value, count.FormatValue(&count.Cells[0]))
		}
	}
}

func TestAFigureLeadsToItsSourceRow(t *testing.T) {
	b := filled(t)
	got := get1[struct {
		Total int
		Rows  []evidence
	}](b, "/api/figures/suspects.count/evidence?source=true")
	if got.Total == 0 {
		t.Fatal("no evidence")
	}
	for _, r := range got.Rows {
		if !r.Locked && !strings.Contains(persons, strings.TrimSpace(r.Raw)) {
			t.Errorf("row %d: %q", r.Row, r.Raw)
		}
	}
}

func TestAJudgedPairIsNotAskedAgain(t *testing.T) {
	b := newBench(t)
	var rows strings.Builder
	rows.WriteString("id,first,last,born,category,phone,network\n")
	for i := range 40 {
		fmt.Fprintf(&rows, "%d,%s,%s,%d,suspect,,\n", i, []string{"Hans", "Jan", "Piotr", "Ali"}[i%4], []string{"Müller", "Nowak", "Mueller", "Novak", "Hassan"}[i%5], 1970+i%3)
	}
	if w := b.upload("/api/contributions", "persons.csv", rows.String(), terms); w.Code != http.StatusOK {
		t.Fatal(w.Body)
	}
	b.settled()
	first := get1[questions](b, "/api/judge")
	if len(first.Pairs) < 2 {
		t.Fatalf("the engine asks %d pairs", len(first.Pairs))
	}
	q := first.Pairs[0]
	pair := map[string]string{"a": q.A.Key, "b": q.B.Key, "verdict": "different"}
	same := func(x asked) bool { return x.A.Key == q.A.Key && x.B.Key == q.B.Key }
	post1[any](b, "/api/judge", pair)
	if slices.ContainsFunc(get1[questions](b, "/api/judge").Pairs, same) {
		t.Error("asked again at once")
	}
	b.settled()
	if slices.ContainsFunc(get1[questions](b, "/api/judge").Pairs, same) {
		t.Error("asked again by the next snapshot")
	}
	pair["verdict"] = "withdrawn"
	post1[any](b, "/api/judge", pair)
	b.settled()
	if !slices.ContainsFunc(get1[questions](b, "/api/judge").Pairs, same) {
		t.Error("not asked again when withdrawn")
	}
}

func TestAChartGoesOutAndIsKept(t *testing.T) {
	b := filled(t)
	var ids []string
	for i := range b.s.current.Load().nodes {
		ids = append(ids, b.s.current.Load().nodes[i].id)
	}
	all := post1[chartBody](b, "/api/chart/between", map[string]any{"ids": append(ids, "E-gone")})
	if len(all.Nodes) != len(ids) || all.More != 1 || len(all.Edges) == 0 {
		t.Fatalf("%d nodes of %d, %d ties, %d gone", len(all.Nodes), len(ids), len(all.Edges), all.More)
	}
	var points []placed
	for _, kind := range []string{"force", "hierarchy", "circle", "geographic", "timeline"} {
		points = post1[[]placed](b, "/api/chart/layout", map[string]any{"ids": ids, "kind": kind})
		if len(points) != len(ids) {
			t.Errorf("%s: %d points", kind, len(points))
		}
	}
	for _, format := range []string{"graphml", "gexf"} {
		text, err := json.Marshal(map[string]any{"format": format, "nodes": points})
		if err != nil {
			t.Fatal(err)
		}
		r := b.request(http.MethodPost, "/api/chart/export", bytes.NewReader(text))
		if w := b.do(r); strings.Count(w.Body.String(), "<node ") != len(ids) {
			t.Errorf("%s: %s", format, w.Body)
		}
	}
	post1[string](b, "/api/charts/My%20chart%201", map[string]any{"nodes": points, "hidden": ids[:1]})
	if names := get1[[]string](b, "/api/charts"); !slices.Equal(names, []string{"My chart 1"}) {
		t.Errorf("saved: %v", names)
	}
	kept := get1[struct {
		Nodes  []placed
		Hidden []string
	}](b, "/api/charts/My%20chart%201")
	if !slices.Equal(kept.Nodes, points) || !slices.Equal(kept.Hidden, ids[:1]) {
		t.Errorf("saved chart: %+v", kept)
	}
	r := b.request(http.MethodPost, "/api/charts/..%2f..%2fescape", strings.NewReader(`{"nodes":[]}`))
	if w := b.do(r); w.Code < 400 || w.Code >= 500 {
		t.Errorf("a name that leads out of the case: %d", w.Code)
	}
	for _, h := range post1[[]histogram](b, "/api/chart/histogram", map[string]any{"ids": ids}) {
		if p := strings.ToLower(h.Property); strings.Contains(p, "national") || strings.Contains(p, "sex") || strings.Contains(p, "gender") {
			t.Errorf("persons can be chosen by %s", h.Property)
		}
	}
}

func TestThePictureFollowsWhatComesIn(t *testing.T) {
	b := newBench(t)
	server := httptest.NewServer(b.s)
	defer server.Close()
	b.s.guard.host = strings.TrimPrefix(server.URL, "http://")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/api/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	events := bufio.NewScanner(answer.Body)
	next := func() (e event) {
		for events.Scan() {
			if text, ok := strings.CutPrefix(events.Text(), "data: "); ok {
				if err := json.Unmarshal([]byte(text), &e); err != nil {
					t.Fatal(err)
				}
				return e
			}
		}
		t.Fatal("the stream ended")
		return e
	}
	before := next()
	if e := next(); e != (event{Kind: "state"}) {
		t.Errorf("the server's state: %+v", e)
	}
	b.s.guard.host = "127.0.0.1:8420"
	if w := b.upload("/api/contributions", "persons.csv", persons, terms); w.Code != http.StatusOK {
		t.Fatal(w.Body)
	}
	if e := next(); e.Kind != "progress" {
		t.Errorf("then: %+v", e)
	}
	if e := next(); e.Kind != "picture" || e.Checkpoint == before.Checkpoint || !strings.HasPrefix(e.Checkpoint, "1@") {
		t.Errorf("then: %+v", e)
	}
}

func TestWhatOthersBringInIsSeen(t *testing.T) {
	b := newBench(t)
	other, err := New(t.Context(), b.s.o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { settled(t, other) })
	if w := b.upload("/api/contributions", "persons.csv", persons, terms); w.Code != http.StatusOK {
		t.Fatal(w.Body)
	}
	for range 100 {
		if strings.HasPrefix(other.current.Load().checkpoint(), "1@") {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Error("it does not see what another process brought in")
}

func TestAMendedMappingReadsAgain(t *testing.T) {
	b := newBench(t)
	bad := strings.Replace(persons, "1979,convicted", "31.02.1979,convicted", 1)
	got := decoded[taken](b, b.upload("/api/contributions", "persons.csv", bad, terms))
	if got.Quarantined != 1 {
		t.Fatalf("taken in: %+v", got)
	}
	b.settled()
	rows := get1[struct{ Rows []casework.Quarantined }](b, "/api/quarantine?entry=1")
	if len(rows.Rows) != 1 || !bytes.Contains(rows.Rows[0].Raw, []byte("31.02.1979")) {
		t.Fatalf("in quarantine: %+v", rows)
	}
	mapping := get1[struct{ Mapping string }](b, "/api/contributions/1/mapping").Mapping
	mended := strings.Replace(mapping, "          birthDate: {column: born}\n", "", 1)
	again := post1[taken](b, "/api/contributions/1/retry", map[string]string{"mapping": mended})
	if again.Quarantined != 0 || again.Rows != 6 {
		t.Errorf("read again: %+v", again)
	}
}

func TestNothingFromOutsideIsAFault(t *testing.T) {
	b := filled(t)
	text, err := Description()
	if err != nil {
		t.Fatal(err)
	}
	var api struct {
		Paths map[string]map[string]any
	}
	if err := json.Unmarshal(text, &api); err != nil {
		t.Fatal(err)
	}
	odd := []string{"", "0", "-1", "99999999999999999999", "E-", "N1", "../../etc/passwd", "\x00", "\xff\xfe", strings.Repeat("א", 300), "'; DROP TABLE", "Person:0"}
	calls := 0
	for path, methods := range api.Paths {
		for method := range methods {
			for _, x := range odd {
				at := path
				for _, name := range []string{"id", "entry", "name"} {
					at = strings.ReplaceAll(at, "{"+name+"}", url.PathEscape(x))
				}
				q := url.Values{"q": {x}, "a": {x}, "b": {x}, "where": {x}, "key": {x}, "sort": {x}, "limit": {x}, "offset": {x}, "detail": {x}}
				for _, body := range []string{"", "{}", `{"ids":["` + strings.Repeat("x", 20) + `"],"nodes":[],"kind":"force","format":"gexf","reason":"0123456789","a":"x","b":"y","verdict":"same","mapping":"a: ["}`} {
					r := b.request(strings.ToUpper(method), "/", strings.NewReader(body))
					r.URL = &url.URL{Path: at, RawQuery: q.Encode()}
					r.Header.Set("Content-Type", "application/json")
					if w := b.do(r); w.Code >= 500 {
						t.Errorf("%s %s with %q: %d %s", method, at, body, w.Code, w.Body)
					}
					calls++
				}
			}
		}
	}
	t.Logf("%d calls", calls)
}

func TestAServerThatNobodyUsesStops(t *testing.T) {
	b := newBench(t)
	stopped := make(chan struct{})
	o := b.s.o
	o.Idle, o.Stop = 50*time.Millisecond, func() { close(stopped) }
	s, err := New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	_, leave := s.events.listen("token", 1, 1)
	select {
	case <-stopped:
		t.Fatal("it stopped while somebody listened")
	case <-time.After(200 * time.Millisecond):
	}
	leave()
	select {
	case <-stopped:
	case <-time.After(5 * time.Second):
		t.Fatal("it does not stop")
	}
}
