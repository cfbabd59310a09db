package main

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A real browser opens the report of the example: all of it is there, and no
// request leaves the file. Whatever the browser asks of the network comes to a
// proxy of the test's own.
func TestTheReportInABrowser(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium here (tools/setup.sh installs it)")
	}
	var asked requests
	proxy := httptest.NewServer(&asked)
	defer proxy.Close()

	out := filepath.Join(t.TempDir(), "case")
	if code := skeinProcess(t, 0, "run", "../../examples/small/case.yaml", "--out", out); code != exitQuarantined {
		t.Fatalf("the run ended with %d", code)
	}
	page, err := filepath.Abs(filepath.Join(out, "report.html"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	shot := filepath.Join(t.TempDir(), "report.png")
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
		"--user-data-dir="+t.TempDir(), "--proxy-server="+proxy.Listener.Addr().String(), "--proxy-bypass-list=<-loopback>",
		"--window-size=1200,2000", "--screenshot="+shot, "--dump-dom", "file://"+page)
	var dom, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &dom, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	for _, host := range asked.hosts() {
		t.Errorf("the page asked for something at %s", host)
	}
	source, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range []string{"<data", "<svg", "<table", "<details"} {
		want, got := strings.Count(string(source), mark), strings.Count(dom.String(), mark)
		if want == 0 || got != want {
			t.Errorf("the browser sees %d of %d %s", got, want, mark)
		}
	}
	if strings.Contains(said.String(), "CONSOLE") {
		t.Errorf("the browser complains:\n%s", said.String())
	}
}

// requests counts what a browser asks of the network, but for its maker's own
// services, which it looks for whatever the page.
type requests struct {
	mu   sync.Mutex
	seen []string
}

func (r *requests) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	host := q.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	own := false
	for _, of := range []string{"google.com", "googleapis.com", "gstatic.com", "gvt1.com", "google", "chromium.org"} {
		own = own || host == of || strings.HasSuffix(host, "."+of)
	}
	if !own {
		r.mu.Lock()
		r.seen = append(r.seen, host)
		r.mu.Unlock()
	}
	http.Error(w, "nothing leaves this machine", http.StatusForbidden)
}

func (r *requests) hosts() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seen
}
