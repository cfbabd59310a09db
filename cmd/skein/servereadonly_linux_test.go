package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A case on a medium that cannot be written is served for reading only, without a flag, and
// what would write is refused.
func TestServeOnAReadOnlyMedium(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64m"); err != nil {
		t.Skipf("needs the right to mount: %v", err)
	}
	defer func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) }()
	_, errs := process(t, ".", "run", "../../examples/small/case.yaml", "--out", dir+"/case")
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatalf("%v; %s", err, errs)
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	server := exec.CommandContext(ctx, os.Args[0], "serve", "--case", dir+"/case", "--addr", "127.0.0.1:0", "--user", "tester")
	server.Env = append(os.Environ(), asSkein+"=1")
	var said bytes.Buffer
	server.Stderr = &said
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	address, token, ok := strings.Cut(strings.TrimSpace(line), "/?token=")
	if err != nil || !ok {
		t.Fatalf("%v, first line %q: %s", err, line, &said)
	}
	call := func(method, path, body string) (int, string) {
		t.Helper()
		r, err := http.NewRequestWithContext(ctx, method, address+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("Content-Type", "application/json")
		a, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = a.Body.Close() }()
		text, err := io.ReadAll(a.Body)
		if err != nil {
			t.Fatal(err)
		}
		return a.StatusCode, string(text)
	}
	if code, text := call(http.MethodGet, "/api/picture", ""); code != http.StatusOK || !strings.Contains(text, "nothing is written") {
		t.Errorf("%d %.300s", code, text)
	}
	if code, text := call(http.MethodGet, "/api/figures/suspects.count/evidence?source=true&limit=5", ""); code != http.StatusOK {
		t.Errorf("source rows: %d %.300s", code, text)
	}
	if code, text := call(http.MethodPost, "/api/charts/mine", `{"nodes":[]}`); code != http.StatusForbidden || !strings.Contains(text, "open for reading only") {
		t.Errorf("%d %.300s", code, text)
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("ended with %v", err)
	}
	warned := 0
	for line := range strings.Lines(said.String()) {
		switch {
		case strings.Contains(line, "for reading only"):
			warned++
		case !strings.Contains(line, "loading the case (after "): // on a slow machine
			t.Errorf("said %q", line)
		}
	}
	if warned != 1 {
		t.Errorf("warned %d times", warned)
	}
}
