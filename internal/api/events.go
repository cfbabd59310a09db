package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// event is what /api/events sends.
type event struct {
	Kind       string  `json:"kind"` // "picture": a snapshot is there; "progress"; "failed"; "state": of the server
	Checkpoint string  `json:"checkpoint,omitempty"`
	Doing      string  `json:"doing,omitempty"`
	Done       float64 `json:"done,omitempty"` // 0 to 1
	ReadOnly   string  `json:"read_only,omitempty"`
	Problem    string  `json:"problem,omitempty"`
}

// hub hands events to all who listen.
type hub struct {
	mu        sync.Mutex
	listeners map[chan event]string // the session of each
}

func (h *hub) send(e event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.listeners {
		select {
		case c <- e:
		default: // who does not keep up asks again
		}
	}
}

// listen hands events to the channel until leave is called; there is none where the session,
// or all together, listen too often already.
func (h *hub) listen(session string, most, ofSession int) (c chan event, leave func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	of := 0
	for _, other := range h.listeners {
		if other == session {
			of++
		}
	}
	if len(h.listeners) >= most || of >= ofSession {
		return nil, nil
	}
	c = make(chan event, 16)
	if h.listeners == nil {
		h.listeners = map[chan event]string{}
	}
	h.listeners[c] = session
	return c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.listeners, c)
	}
}

func (h *hub) empty() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.listeners) == 0
}

// stream sends events until the client leaves, or has listened so long that it may ask again.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	c, leave := s.events.listen(s.guard.session(r), s.limits.streams, s.limits.sessionStreams)
	if c == nil {
		refuse(w, "too many pages of this case are open; close some, and load this one again", http.StatusTooManyRequests)
		return
	}
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w)
	write := func(e event) bool {
		b, err := json.Marshal(e)
		if err == nil {
			_, err = fmt.Fprintf(w, "data: %s\n\n", b)
		}
		return err == nil && flush.Flush() == nil
	}
	if !write(event{Kind: "picture", Checkpoint: s.current.Load().checkpoint()}) || !write(s.state()) {
		return
	}
	alive, end := time.NewTicker(20*time.Second), time.NewTimer(s.limits.streamLife)
	defer alive.Stop()
	defer end.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-end.C: // browsers come again by themselves
			return
		case e := <-c:
			if !write(e) {
				return
			}
		case <-alive.C:
			if _, err := fmt.Fprint(w, ": alive\n\n"); err != nil || flush.Flush() != nil {
				return
			}
		}
	}
}

// refresh takes a snapshot of the case as it is now, and writes down what is to be kept of it.
// What cannot be written takes nothing from the snapshot.
func (s *Server) refresh(ctx context.Context) error {
	st, err := s.o.Open(ctx, false)
	if err != nil {
		return err
	}
	s.events.send(event{Kind: "progress", Doing: "picture"})
	v, err := build(ctx, s.o.Dir, st)
	if e := st.Close(); err == nil {
		err = e
	}
	if err != nil {
		s.events.send(event{Kind: "failed", Doing: err.Error()})
		return err
	}
	s.current.Store(v)
	s.events.send(event{Kind: "picture", Checkpoint: v.checkpoint()})
	s.keep(v)
	return nil
}

// keep writes the entities and the figures of a snapshot down, for their lineage and
// history; where it cannot, it tries again later and until then the page says so.
func (s *Server) keep(v *snapshot) {
	if s.o.ReadOnly {
		s.well()
		return
	}
	err := v.keep(s.o.Dir)
	if err == nil {
		err = s.remember(v)
	}
	if err == nil {
		s.well()
		return
	}
	s.ill("the history of entities and figures cannot be written: "+reason(err), v.checkpoint(), func() { s.keepAgain(v) })
}

// keepAgain writes down what could not be written before, where it is still the newest.
func (s *Server) keepAgain(v *snapshot) {
	s.building.Lock()
	defer s.building.Unlock()
	if s.current.Load() == v {
		s.keep(v)
	}
}

// reason is an error in the words of the page.
func reason(err error) string {
	if e, ok := errors.AsType[huma.StatusError](unwritten(err)); ok {
		return e.Error()
	}
	return err.Error()
}

// watched is how often the server looks for what other processes brought into the case.
const watched = 2 * time.Second

func (s *Server) watch(ctx context.Context) {
	tick := time.NewTicker(s.limits.look)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if !s.building.TryLock() {
			continue // what it finds is in the snapshot that is being taken, or in the next
		}
		s.building.Unlock()
		s.look(ctx)
	}
}

// look takes the next snapshot where the case has changed, unless that failed a moment ago.
func (s *Server) look(ctx context.Context) {
	head, err := s.head(ctx)
	if err != nil {
		s.ill("the case cannot be read: "+err.Error(), "", func() {})
		return
	}
	if s.unread() {
		s.keepAgain(s.current.Load())
	}
	if head != s.current.Load().checkpoint() && !s.failing(head) {
		s.changed()
	}
}

// changed takes the next snapshot in the background: the case has changed. Changes that come
// while one is taken are in the one after it.
func (s *Server) changed() {
	if s.pending.Swap(true) {
		return
	}
	go func() {
		s.building.Lock()
		defer s.building.Unlock()
		s.pending.Store(false)
		if err := s.refresh(context.WithoutCancel(s.life)); err != nil {
			head, _ := s.head(s.life) // where it cannot be read, that is noticed soon
			s.ill("the newest state of the case cannot be shown: "+reason(err), head, s.changed)
		}
	}()
}

// head is the checkpoint at which the case is.
func (s *Server) head(ctx context.Context) (string, error) {
	st, err := s.o.Open(ctx, false)
	if err != nil {
		return "", err
	}
	head, err := st.Head(ctx)
	return head.String(), errors.Join(err, st.Close())
}
