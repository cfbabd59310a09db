package api

import (
	"errors"
	"io/fs"
	"sync"
	"syscall"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/store"
)

// readOnly is what a page and a refused call say of a case that is open for reading only.
const readOnly = "this case is open for reading only: nothing is written to it, neither judgements and contributions nor the reasons for which locked persons are opened"

// condition is what a page has to know of the server besides the case.
type condition struct {
	ReadOnly string `json:"read_only,omitempty" doc:"why nothing can be written; empty where it can"`
	Problem  string `json:"problem,omitempty" doc:"what the server could not do since it last could: take the newest state of the case, or write its history down"`
	Upload   string `json:"upload" doc:"how much an upload may have at most"`
}

// health keeps what went wrong, and when to try again: after a while that doubles, so that a
// full disk or a damaged case costs no more than a look now and then.
type health struct {
	mu      sync.Mutex
	problem string
	failed  string // checkpoint of the snapshot that could not be taken, or not be written down
	wait    time.Duration
	timer   *time.Timer
}

// Waits between attempts.
const (
	firstWait = 5 * time.Second
	lastWait  = 10 * time.Minute
)

func (s *Server) condition() condition {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	c := condition{Problem: s.health.problem, Upload: megabytes(s.o.Upload)}
	if s.o.ReadOnly {
		c.ReadOnly = readOnly
	}
	return c
}

// well forgets what went wrong.
func (s *Server) well() {
	s.health.mu.Lock()
	was := s.health.problem
	s.health.problem, s.health.failed, s.health.wait = "", "", 0
	if s.health.timer != nil {
		s.health.timer.Stop()
	}
	s.health.mu.Unlock()
	if was != "" {
		s.log("works again: " + was)
		s.events.send(s.state())
	}
}

// ill notes what went wrong with the snapshot of a checkpoint, says so once, and tries again
// later.
func (s *Server) ill(problem, checkpoint string, again func()) {
	s.health.mu.Lock()
	was := s.health.problem
	s.health.problem, s.health.failed = problem, checkpoint
	s.health.wait = min(lastWait, max(s.limits.retry, 2*s.health.wait))
	if s.health.timer != nil {
		s.health.timer.Stop()
	}
	s.health.timer = time.AfterFunc(s.health.wait, func() {
		if s.life.Err() == nil {
			again()
		}
	})
	s.health.mu.Unlock()
	if was != problem {
		s.log(problem)
		s.events.send(s.state())
	}
}

// failing reports whether the snapshot of a checkpoint failed, and waits for its next attempt.
func (s *Server) failing(checkpoint string) bool {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	return s.health.failed == checkpoint && s.health.failed != ""
}

// unread reports whether the case could not be read when it was last looked at.
func (s *Server) unread() bool {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	return s.health.problem != "" && s.health.failed == ""
}

func (s *Server) log(line string) {
	if s.o.Log != nil {
		s.o.Log(line)
	}
}

// state is the event of the server's condition.
func (s *Server) state() event {
	c := s.condition()
	return event{Kind: "state", ReadOnly: c.ReadOnly, Problem: c.Problem}
}

// writable refuses a call that must write where nothing can be written.
func (s *Server) writable() error {
	if s.o.ReadOnly {
		return huma.Error403Forbidden(readOnly)
	}
	return nil
}

// full is what is said of a disk without space.
const full = "no space is left on the disk of the case; nothing was half written. Free some and try again"

// unwritten gives an error of writing a status and words of its own.
func unwritten(err error) error {
	switch {
	case errors.Is(err, store.ErrFull), errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return huma.NewError(507, full)
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return huma.Error403Forbidden("the case cannot be written: " + err.Error())
	}
	return err
}
