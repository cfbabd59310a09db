package api

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"skein/internal/casework"
)

// A disk that is full while the case is served: what would write is refused with a hint, what reads
// goes on, and all is well when there is space again.
func TestAFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=16m"); err != nil {
		t.Skipf("needs the right to mount: %v", err)
	}
	defer func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) }()
	b := filledIn(t, casework.Dir(dir))
	other, _, snapshots := b.again(func(*Options) {})
	filler := filepath.Join(dir, "filler")
	if err := os.WriteFile(filler, make([]byte, 64<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	more := strings.ReplaceAll(persons, "Müller", "Meier") + strings.Repeat("7,Hans,Meier,1980-12-31,suspect,+491701234567,N1\n", 20000)
	if w := other.upload("/api/contributions", "more.csv", more, terms); w.Code != 507 || !strings.Contains(w.Body.String(), "no space is left") {
		t.Errorf("a contribution: %d %s", w.Code, w.Body)
	}
	r := other.request(http.MethodPost, "/api/charts/x", strings.NewReader(`{"nodes":[]}`))
	r.Header.Set("Content-Type", "application/json")
	if w := other.do(r); w.Code != 507 {
		t.Errorf("a chart: %d %s", w.Code, w.Body)
	}
	for _, path := range []string{"/api/picture", "/api/report", "/api/search?q=Hans"} {
		if w := other.do(other.request(http.MethodGet, path, nil)); w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	if w := other.upload("/api/contributions", "more.csv", strings.Join(strings.SplitAfter(more, "\n")[:9], ""), terms); w.Code != http.StatusOK {
		t.Errorf("with space again: %d %s", w.Code, w.Body)
	}
	settled(t, other.s)
	if p := get1[pictureBody](other, "/api/picture"); p.Contributions != 2 || p.Condition.Problem != "" {
		t.Errorf("with space again: %d contributions, %q", p.Contributions, p.Condition.Problem)
	}
	if n := snapshots(); n > 4 {
		t.Errorf("%d snapshots were taken", n)
	}
}
