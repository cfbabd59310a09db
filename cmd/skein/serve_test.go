package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The server as a process: one line when it is ready, one at a time, gone when asked to.
func TestServe(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := t.TempDir() + "/case"
	skein := func(args ...string) *exec.Cmd {
		c := exec.CommandContext(t.Context(), os.Args[0], args...)
		c.Env = append(os.Environ(), asSkein+"=1")
		return c
	}
	if out, err := skein("run", "../../examples/small/case.yaml", "--out", dir).CombinedOutput(); err != nil && !strings.Contains(err.Error(), "status 3") {
		t.Fatalf("%v: %s", err, out)
	}
	server := skein("serve", "--case", dir, "--addr", "127.0.0.1:0", "--user", "tester")
	var errs bytes.Buffer
	server.Stderr = &errs
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	address, token, ok := strings.Cut(strings.TrimSpace(line), "/?token=")
	if err != nil || !ok || len(token) < 20 || !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatalf("%v, first line %q: %s", err, line, &errs)
	}
	get := func(path, token string) (int, string) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, address+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if token != "" {
			r.Header.Set("Authorization", "Bearer "+token)
		}
		a, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(a.Body)
		if err = errors.Join(err, a.Body.Close()); err != nil {
			t.Fatal(err)
		}
		return a.StatusCode, string(body)
	}
	if code, body := get("/healthz", ""); code != http.StatusOK || body != "ok\n" {
		t.Errorf("healthz: %d %q", code, body)
	}
	for _, path := range []string{"/openapi.json", "/api/picture"} {
		if code, _ := get(path, ""); code != http.StatusUnauthorized {
			t.Errorf("%s without the token: %d", path, code)
		}
		if code, _ := get(path, token); code != http.StatusOK {
			t.Errorf("%s with the token: %d", path, code)
		}
	}
	if out, err := skein("serve", "--case", dir, "--addr", "127.0.0.1:0").CombinedOutput(); err == nil || !strings.Contains(string(out), "another skein serve has this case open") {
		t.Errorf("a second server: %v: %s", err, out)
	}
	if out, err := skein("serve", "--case", dir, "--addr", "0.0.0.0:0").CombinedOutput(); err == nil || !strings.Contains(string(out), "this machine only") {
		t.Errorf("for other machines: %v: %s", err, out)
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("ended with %v: %s", err, &errs)
		}
	case <-time.After(15 * time.Second):
		t.Fatal("it does not stop")
	}
}
