package api

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

// Limits of what a client may ask of the server, so that none that is slow, broken or hostile
// keeps the analyst from working. Uploads have a limit of their own ([Options.Upload]).
const (
	mostJSON        = 8 << 20          // bytes of a call's body; a chart of 5,000 entities has 0.5 MB
	mostHeader      = 64 << 10         // bytes of a request's header
	mostConnections = 256              // open at a time; a browser has six
	mostStreams     = 32               // of events, at a time
	sessionStreams  = 12               // of events, of one session
	streamLife      = time.Hour        // of a stream of events; browsers come again by themselves
	headerTime      = 10 * time.Second // for a request's header
	idleTime        = time.Minute      // of a connection between requests
	paceTime        = 30 * time.Second // for each paceBytes of a body, and for the reader of an answer
	paceBytes       = 4 << 20
	drainTime       = 3 * time.Second // for what is still being sent when the answer is known
	drainBytes      = 1 << 30
)

// limits are the durations and numbers above, which tests shorten.
type limits struct {
	json                                      int64
	connections, streams, sessionStreams      int
	streamLife, header, idle, pace, drainTime time.Duration
	look, retry                               time.Duration
}

func defaultLimits() limits {
	return limits{mostJSON, mostConnections, mostStreams, sessionStreams, streamLife, headerTime, idleTime, paceTime, drainTime, watched, firstWait}
}

// HTTP returns a server for s with all limits of connections. The caller adds what concerns
// the process: the log of errors and the context.
func (s *Server) HTTP() *http.Server {
	c := &connections{most: s.limits.connections, open: map[net.Conn]*connection{}}
	return &http.Server{
		Handler: s, ReadHeaderTimeout: s.limits.header, IdleTimeout: s.limits.idle, MaxHeaderBytes: mostHeader,
		ConnContext: c.opened, ConnState: c.state,
	}
}

// connections bounds how many connections are open: where there are too many, the one that has
// been longest without a whole request is closed. So none that only sits there, or sends its
// header by the byte, keeps others out.
type connections struct {
	mu   sync.Mutex
	most int
	turn int64
	open map[net.Conn]*connection
}

type connection struct {
	of    *connections
	since int64 // turn since which it has no request
	busy  bool
}

type connectionKey struct{}

// opened is called for a new connection.
func (c *connections) opened(ctx context.Context, conn net.Conn) context.Context {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.turn++
	x := &connection{of: c, since: c.turn}
	c.open[conn] = x
	if len(c.open) > c.most {
		oldest, since := conn, c.turn
		for other, y := range c.open {
			if !y.busy && y.since < since {
				oldest, since = other, y.since
			}
		}
		delete(c.open, oldest)
		_ = oldest.Close() // the server notices
	}
	return context.WithValue(ctx, connectionKey{}, x)
}

// state is called for every change of a connection.
func (c *connections) state(conn net.Conn, state http.ConnState) {
	if state == http.StateClosed || state == http.StateHijacked {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.open, conn)
	}
}

// serving notes that a connection's request is being answered, until the returned function is
// called.
func serving(ctx context.Context) (done func()) {
	x, ok := ctx.Value(connectionKey{}).(*connection)
	if !ok {
		return func() {}
	}
	set := func(busy bool) {
		x.of.mu.Lock()
		defer x.of.mu.Unlock()
		x.of.turn++
		x.busy, x.since = busy, x.of.turn
	}
	set(true)
	return func() { set(false) }
}

// paced gives the body of a request at most the given time for every few megabytes, from
// when the request came, whether somebody reads it or not.
type paced struct {
	io.ReadCloser
	control *http.ResponseController
	every   time.Duration
	timer   *time.Timer
	read    int64
	ended   bool
}

// longAgo is a deadline that has passed.
func longAgo() time.Time { return time.Unix(1, 0) }

func pace(w http.ResponseWriter, r *http.Request, every time.Duration) *paced {
	p := &paced{ReadCloser: r.Body, control: http.NewResponseController(w), every: every}
	_ = p.control.EnableFullDuplex() // so that an answer can be had before all is sent; HTTP/1.1 only
	p.timer = time.AfterFunc(every, func() { _ = p.control.SetReadDeadline(longAgo()) })
	return p
}

func (p *paced) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	if before := p.read; before/paceBytes != (before+int64(n))/paceBytes {
		p.timer.Reset(p.every)
	}
	p.read += int64(n)
	if err != nil {
		p.timer.Stop()
		p.ended = true
	}
	return n, err
}

// Close does nothing: the server closes the body, when what is still being sent was taken.
func (p *paced) Close() error { return nil }

// finish takes what is still being sent, for a short while, so that the client gets its answer.
func (p *paced) finish(within time.Duration) {
	if p.ended {
		return
	}
	_ = p.control.Flush() // where it is not possible the answer comes later
	p.timer.Reset(within)
	p.every = 0
	_, err := io.Copy(io.Discard, io.LimitReader(onlyReader{p.ReadCloser}, drainBytes))
	p.timer.Stop()
	if err != nil {
		return
	}
	if n, err := p.ReadCloser.Read(make([]byte, 1)); n > 0 || err == nil {
		_ = p.control.SetReadDeadline(longAgo()) // nothing more is read of this connection
	}
}

type onlyReader struct{ io.Reader }

// patient gives the reader of an answer some time for each part of it.
type patient struct {
	http.ResponseWriter
	every time.Duration
}

func (p *patient) Write(b []byte) (int, error) {
	timer := time.AfterFunc(p.every, func() { _ = http.NewResponseController(p.ResponseWriter).SetWriteDeadline(longAgo()) })
	defer timer.Stop()
	return p.ResponseWriter.Write(b)
}

// Unwrap is for [http.ResponseController].
func (p *patient) Unwrap() http.ResponseWriter { return p.ResponseWriter }

// limited holds requests and their answers to the limits.
func (s *Server) limited(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer serving(r.Context())()
		w = &patient{w, s.limits.pace}
		if r.ContentLength == 0 || r.Body == nil {
			h.ServeHTTP(w, r)
			return
		}
		body := pace(w, r, s.limits.pace)
		defer body.finish(s.limits.drainTime)
		r.Body = body
		most := s.limits.json
		if s.uploads(r) {
			most = s.o.Upload
		}
		if r.ContentLength > most {
			secure(w.Header())
			refuse(w, fmt.Sprintf("this call takes at most %s", megabytes(most)), http.StatusRequestEntityTooLarge)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// megabytes writes a limit.
func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
