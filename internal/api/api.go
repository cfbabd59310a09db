// Package api serves a case to the workbench: calls over HTTP, described by OpenAPI at
// /openapi.json, and server-sent events.
//
// What is shown is a snapshot: the picture of the case at one checkpoint with what is looked up
// in it often. A snapshot never changes; a change to the case makes the next one, and
// /api/events tells when it is there. Every number is a figure's, or a count of what the
// call lists.
//
// A call needs the cookie of a session, which a token in the printed address opens once, and
// carries the session's user and a purpose (header Skein-Purpose). Persons who are held as
// victim, witness, informant or contact, and minors, are locked: their names and statements
// are given to who has stated a reason, which is written down.
package api

import (
	"context"
	"errors"
	"io/fs"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"skein/internal/casework"
	"skein/internal/handling"
	"skein/internal/judgement"
	"skein/internal/store"
)

// Options of a server.
type Options struct {
	Dir     casework.Dir
	Open    func(ctx context.Context, write bool) (store.Store, error) // of the case
	Web     fs.FS                                                      // the built workbench; nil: none
	User    string                                                     // who works here
	Purpose handling.Purpose                                           // where a call names none
	Host    string                                                     // that browsers name, with the port
	Token   string                                                     // opens a session, once
	Now     func() time.Time

	ReadOnly bool              // nothing is written to the case
	Scratch  string            // folder for what is unpacked and removed again; empty: the case's
	Upload   int64             // bytes that an upload may have; 0: [DefaultUpload]
	Log      func(line string) // of what goes wrong while it serves; nil: nowhere

	Idle time.Duration // after so long without a request, Stop is called; 0: never
	Stop func()
}

// Server serves one case to one analyst.
type Server struct {
	o         Options
	current   atomic.Pointer[snapshot]
	writing   sync.Mutex // one change at a time
	events    hub
	pending   atomic.Bool // a snapshot is to be made
	building  sync.Mutex
	guard     guard
	marking   sync.Mutex
	judged    map[judgement.Pair]bool // since the server began; false: withdrawn
	http      http.Handler
	idle      *time.Timer
	limits    limits
	uploading chan struct{} // a place for each upload at a time
	health    health
	life      context.Context // of the server
}

// New takes the first snapshot of a case and returns its server, which follows the case until
// the context ends.
func New(ctx context.Context, o Options) (*Server, error) { return newServer(ctx, o, defaultLimits()) }

func newServer(ctx context.Context, o Options, l limits) (*Server, error) {
	s := &Server{o: o, judged: map[judgement.Pair]bool{}, limits: l, life: ctx, uploading: make(chan struct{}, mostUploads)}
	if s.o.Upload <= 0 {
		s.o.Upload = DefaultUpload
	}
	if s.o.Scratch == "" {
		s.o.Scratch = string(o.Dir)
	}
	s.guard = guard{host: o.Host, token: o.Token, sessions: map[string]bool{}}
	if err := s.refresh(ctx); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	s.describe(mux)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /api/events", s.stream)
	if o.Web != nil {
		mux.Handle("/", &pages{files: o.Web})
	}
	s.http = s.limited(s.guard.around(mux))
	go s.watch(ctx)
	if o.Idle > 0 {
		s.idle = time.AfterFunc(o.Idle, s.rest)
	}
	return s, nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.idle != nil {
		s.idle.Reset(s.o.Idle)
	}
	s.http.ServeHTTP(w, r)
}

// rest stops a server that nobody uses: no page listens to its events.
func (s *Server) rest() {
	if s.events.empty() {
		s.o.Stop()
		return
	}
	s.idle.Reset(s.o.Idle)
}

// Description returns the OpenAPI description of all calls.
func Description() ([]byte, error) {
	return (&Server{}).describe(http.NewServeMux()).OpenAPI().MarshalJSON()
}

// describe registers all calls.
func (s *Server) describe(mux *http.ServeMux) huma.API {
	config := huma.DefaultConfig("Skein", "1")
	config.DocsPath = ""
	config.OpenAPIPath = "/openapi"
	config.SchemasPath = ""
	config.CreateHooks = nil
	huma.DefaultArrayNullable = false
	a := humago.New(mux, config)
	a.UseMiddleware(s.purposes(a))
	s.pictureCalls(a)
	s.figureCalls(a)
	s.mapCalls(a)
	s.chartCalls(a)
	s.networkCalls(a)
	s.entityCalls(a)
	s.judgeCalls(a)
	s.contributionCalls(a)
	s.searchCalls(a)
	return a
}

// get and post register a call.
func get[I, O any](a huma.API, path, summary string, f func(context.Context, *I) (*O, error)) {
	huma.Register(a, huma.Operation{Method: http.MethodGet, Path: path, Summary: summary, OperationID: operation(http.MethodGet, path)}, asStatus(f))
}

func post[I, O any](a huma.API, path, summary string, f func(context.Context, *I) (*O, error)) {
	huma.Register(a, huma.Operation{Method: http.MethodPost, Path: path, Summary: summary, OperationID: operation(http.MethodPost, path), MaxBodyBytes: mostJSON, BodyReadTimeout: -1}, asStatus(f))
}

// operation names a call: "get-figures-id".
func operation(method, path string) string {
	return strings.ToLower(method) + strings.NewReplacer("/api/", "-", "/", "-", "{", "", "}", "").Replace(path)
}

// asStatus gives errors that say what was asked for wrongly a status of their own.
func asStatus[I, O any](f func(context.Context, *I) (*O, error)) func(context.Context, *I) (*O, error) {
	return func(ctx context.Context, in *I) (*O, error) {
		out, err := f(ctx, in)
		asked, wrong := errors.AsType[casework.AskedError](err)
		switch {
		case err == nil:
		case wrong:
			err = huma.Error404NotFound(asked.Reason)
		case isStatus(err):
		case errors.Is(err, store.ErrBusy):
			err = huma.Error409Conflict(err.Error())
		case errors.Is(err, store.ErrNotFound):
			err = huma.Error404NotFound(err.Error())
		default:
			err = unwritten(err)
		}
		return out, err
	}
}

func isStatus(err error) bool {
	_, ok := errors.AsType[huma.StatusError](err)
	return ok
}

// body is an answer of JSON.
type body[T any] struct{ Body T }

func answer[T any](v T) *body[T] { return &body[T]{v} }

// binaryBody is an answer of bytes.
type binaryBody struct {
	Type string `header:"Content-Type"`
	Body []byte
}

// none is a call without parameters.
type none struct{}

// Paging is a part of a list.
type Paging struct {
	Offset int `query:"offset" minimum:"0" doc:"how many to leave out"`
	Limit  int `query:"limit" minimum:"1" maximum:"100000" default:"200" doc:"how many to give at most"`
}

func (p Paging) from(n int) (from, to int) {
	from = min(p.Offset, n)
	return from, min(n, from+max(1, p.Limit))
}
