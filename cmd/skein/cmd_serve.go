package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"os/user"
	"syscall"
	"time"

	"skein/internal/api"
	"skein/internal/casework"
	"skein/internal/handling"
	"skein/internal/store"
	"skein/internal/store/sqlite"
	"skein/web"
)

// errServed says that another process serves the case.
var errServed = errors.New("another skein serve has this case open; stop it first, or work in it")

// serveOptions are the flags of serve.
type serveOptions struct {
	dir         casework.Dir
	addr, user  string
	purpose     handling.Purpose
	idle        time.Duration
	readOnly    bool
	upload      int // MB
	description bool
}

func runServe(ctx context.Context, e *env, args []string) error {
	w, err := newServeOptions(e, args)
	if err != nil {
		return err
	}
	if w.description {
		text, err := api.Description()
		if err == nil {
			_, err = fmt.Fprintf(e.out, "%s\n", text)
		}
		return err
	}
	s, err := openCase(ctx, w.dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	scratch, release, err := w.claim(ctx)
	if err != nil {
		return err
	}
	defer release()
	if w.readOnly {
		fmt.Fprintf(e.err, "skein: the case is served for reading only; nothing is written to %s\n", w.dir)
	}
	e.doing("loading the case")
	files, err := web.Files()
	if err != nil {
		fmt.Fprintf(e.err, "skein: %v\n", err) // the API works without
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	return serve(ctx, e, w.addr, api.Options{
		Dir: w.dir, Web: files, User: w.user, Purpose: w.purpose, Token: rand.Text(), Now: e.now, Idle: w.idle, Stop: stop,
		ReadOnly: w.readOnly, Scratch: scratch, Upload: int64(w.upload) << 20, Log: func(line string) { fmt.Fprintf(e.err, "skein: %s\n", line) },
		Open: func(ctx context.Context, write bool) (store.Store, error) {
			return openCase(ctx, w.dir, sqlite.Options{ReadOnly: !write})
		},
	})
}

// newServeOptions reads the flags, and refuses what makes no sense.
func newServeOptions(e *env, args []string) (*serveOptions, error) {
	var w serveOptions
	o := newOptions(e, "serve", "--case DIR [--addr HOST:PORT]",
		"Serves the workbench for one analyst on this machine: open the printed address in a\nbrowser. The token in it is good once. Scripts give it as: Authorization: Bearer TOKEN.\nA case whose directory cannot be written is served for reading only, and the page says so.\nStop it with Ctrl-C.")
	o.StringVar((*string)(&w.dir), "case", "", "`DIR` of the case")
	o.StringVar(&w.addr, "addr", "127.0.0.1:8420", "`HOST:PORT` to listen on; port 0 takes any that is free")
	o.StringVar(&w.user, "user", "", "`NAME` of who works (default: the system's)")
	purpose := o.String("purpose", "strategic", "`PURPOSE` of the work, where a call names none")
	o.DurationVar(&w.idle, "idle", 0, "stop after `DURATION` without requests, such as 30m; 0: never")
	o.BoolVar(&w.readOnly, "read-only", false, "write nothing to the case, as where its directory cannot be written: what would is refused")
	o.IntVar(&w.upload, "max-upload", api.DefaultUpload>>20, "`MB` that an upload may have; skein ingest takes larger files")
	o.BoolVar(&w.description, "openapi", false, "print the OpenAPI description of all calls, and serve nothing")
	if _, err := o.parse(args, 0, 0); err != nil || w.description {
		return &w, err
	}
	if w.idle < 0 {
		return nil, usagef("--idle %v: it must be 0 or above", w.idle)
	}
	if err := between("max-upload", w.upload, 1, 1<<20); err != nil {
		return nil, err
	}
	var err error
	if w.purpose, err = handling.ParsePurpose(*purpose); err != nil {
		return nil, usageError{err.Error()}
	}
	if w.user == "" {
		w.user = "analyst"
		if u, err := user.Current(); err == nil {
			w.user = u.Username
		}
	}
	if host, _, err := net.SplitHostPort(w.addr); err != nil || (host != "localhost" && !net.ParseIP(host).IsLoopback()) {
		return nil, usageError{fmt.Sprintf("--addr %s: the workbench listens on this machine only (127.0.0.1:8420)", w.addr)}
	}
	return &w, nil
}

// claim takes the case for this server: its lock, or, where it is only read, a directory elsewhere
// for what is written in passing. Release gives both back.
func (w *serveOptions) claim(ctx context.Context) (scratch string, release func(), err error) {
	if !w.readOnly {
		switch err := w.dir.Writable(); {
		case unwritable(err):
			w.readOnly = true
		case err != nil:
			return "", nil, err
		}
	}
	if w.readOnly {
		scratch, err = os.MkdirTemp("", "skein-serve-")
		return scratch, func() { _ = os.RemoveAll(scratch) }, err // as well as it goes
	}
	unlock, err := lock(string(w.dir), "serve.lock")
	if err != nil {
		return "", nil, err
	}
	if err := w.dir.Tidy(ctx); err != nil {
		unlock()
		return "", nil, err
	}
	return string(w.dir), unlock, nil
}

func serve(ctx context.Context, e *env, addr string, o api.Options) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("%w; choose another port with --addr 127.0.0.1:0", err)
	}
	o.Host = l.Addr().String()
	h, err := api.New(ctx, o)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	server := h.HTTP()
	server.ErrorLog, server.BaseContext = log.New(faults{e.err}, "skein: ", 0), func(net.Listener) context.Context { return ctx }
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		after, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		err := server.Shutdown(after)
		if errors.Is(err, context.DeadlineExceeded) {
			err = server.Close() // who only listens to events
		}
		stopped <- err
	}()
	e.pulse.end() // what comes now takes as long as it is used
	fmt.Fprintf(e.out, "http://%s/?token=%s\n", o.Host, o.Token)
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// unwritable reports whether an error says that a directory cannot be written.
func unwritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// faults passes on what the server logs, but for answers that broke off because the browser
// had gone to another page.
type faults struct{ to io.Writer }

func (f faults) Write(line []byte) (int, error) {
	if bytes.Contains(line, []byte("superfluous response.WriteHeader")) {
		return len(line), nil
	}
	return f.to.Write(line)
}
