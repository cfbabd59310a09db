package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// event is what /api/events sends.
type event struct {
	Kind       string  `json:"kind"` // "picture": a snapshot is there; "progress"; "failed"
	Checkpoint string  `json:"checkpoint,omitempty"`
	Doing      string  `json:"doing,omitempty"`
	Done       float64 `json:"done,omitempty"` // 0 to 1
}

// hub hands events to all who listen.
type hub struct {
	mu        sync.Mutex
	listeners map[chan event]bool
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

func (h *hub) listen() (c chan event, leave func()) {
	c = make(chan event, 16)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.listeners == nil {
		h.listeners = map[chan event]bool{}
	}
	h.listeners[c] = true
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

// stream sends events until the client leaves.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	c, leave := s.events.listen()
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	flush := http.NewResponseController(w)
	write := func(e event) bool {
		b, err := json.Marshal(e)
		if err == nil {
			_, err = fmt.Fprintf(w, "data: %s\n\n", b)
		}
		return err == nil && flush.Flush() == nil
	}
	if !write(event{Kind: "picture", Checkpoint: s.current.Load().checkpoint()}) {
		return
	}
	alive := time.NewTicker(20 * time.Second)
	defer alive.Stop()
	for {
		select {
		case <-r.Context().Done():
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

// refresh takes a snapshot of the case as it is now.
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
	if err := s.remember(v); err != nil {
		return err
	}
	s.current.Store(v)
	s.events.send(event{Kind: "picture", Checkpoint: v.checkpoint()})
	return nil
}

// watched is how often the server looks for what other processes brought into the case.
const watched = 2 * time.Second

func (s *Server) watch(ctx context.Context) {
	tick := time.NewTicker(watched)
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
		if st, err := s.o.Open(ctx, false); err == nil {
			head, err := st.Head(ctx)
			if e := st.Close(); err == nil && e == nil && head.String() != s.current.Load().checkpoint() {
				s.changed()
			}
		}
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
		_ = s.refresh(context.Background()) // who listens is told
	}()
}
