package api

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/audit"
	"skein/internal/handling"
)

// policy lets pages load what this server serves, and nothing else. Styles in attributes are
// what chart and map libraries set.
const policy = "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors 'self'"

// guard lets nobody in but who has the token or a session.
type guard struct {
	host  string // with the port
	token string

	mu       sync.Mutex
	used     bool // the token
	sessions map[string]bool
}

// cookie names the session's cookie after the port: browsers send cookies to all ports of a
// host, and another case on another port has a session of its own.
func (g *guard) cookie() string {
	_, port, err := net.SplitHostPort(g.host)
	if err != nil {
		return "skein"
	}
	return "skein-" + port
}

// secure sets the headers that every answer has.
func secure(head http.Header) {
	head.Set("Content-Security-Policy", policy)
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("X-Frame-Options", "SAMEORIGIN")
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("Cross-Origin-Opener-Policy", "same-origin")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	head.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), usb=()")
	head.Set("Cache-Control", "no-store") // but for the workbench's own files
}

// refuse answers with an error that no cache keeps.
func refuse(w http.ResponseWriter, reason string, status int) {
	w.Header().Set("Connection", "close")
	fail(w, reason, status)
}

// fail is http.Error, which forgets that nothing is to be kept.
func fail(w http.ResponseWriter, reason string, status int) {
	head := w.Header()
	head.Set("Content-Type", "text/plain; charset=utf-8")
	head.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, reason+"\n") // who left needs no answer
}

// around checks every request before h answers it.
func (g *guard) around(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		secure(head)
		// Whoever points a name of theirs at this machine has another Host (DNS rebinding).
		if r.Host != g.host {
			refuse(w, "this server answers to "+g.host+" alone", http.StatusMisdirectedRequest)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+g.host {
			refuse(w, "requests come from this server's own pages only", http.StatusForbidden)
			return
		}
		if r.URL.Path == "/healthz" {
			h.ServeHTTP(w, r)
			return
		}
		if t := r.URL.Query().Get("token"); t != "" && r.URL.Path == "/" {
			if s := g.open(t); s != "" {
				http.SetCookie(w, &http.Cookie{Name: g.cookie(), Value: s, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
				// A page, not a redirect: a cookie of a redirect that came from elsewhere is not sent on.
				head.Set("Content-Type", "text/html; charset=utf-8")
				_, _ = w.Write([]byte(`<!doctype html><meta http-equiv="refresh" content="0;url=/picture"><title>Skein</title>`))
				return
			}
		}
		if g.session(r) == "" {
			refuse(w, "open the address that skein serve printed; its token is good once, and a new start prints a new one", http.StatusUnauthorized)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// open uses the token up and returns a session; empty where the token is not right.
func (g *guard) open(token string) string {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.used || subtle.ConstantTimeCompare([]byte(token), []byte(g.token)) != 1 {
		return ""
	}
	g.used = true
	s := rand.Text()
	g.sessions[s] = true
	return s
}

// session returns the session of a request, or "token" where it has the token as scripts give
// it; empty where it has neither.
func (g *guard) session(r *http.Request) string {
	if t, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		if subtle.ConstantTimeCompare([]byte(t), []byte(g.token)) == 1 {
			return "token"
		}
		return ""
	}
	c, err := r.Cookie(g.cookie())
	if err != nil {
		return ""
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.sessions[c.Value] {
		return ""
	}
	return c.Value
}

type purposeKey struct{}

// purposes reads the purpose that a call is made for.
func (s *Server) purposes(a huma.API) func(huma.Context, func(huma.Context)) {
	return func(c huma.Context, next func(huma.Context)) {
		purpose := s.o.Purpose
		if text := c.Header("Skein-Purpose"); text != "" {
			p, err := handling.ParsePurpose(text)
			if err != nil {
				_ = huma.WriteErr(a, c, http.StatusBadRequest, err.Error()) // nobody is left to tell
				return
			}
			purpose = p
		}
		next(huma.WithValue(c, purposeKey{}, purpose))
	}
}

// audit writes down what somebody did, before it is done.
func (s *Server) audit(ctx context.Context, did, what, reason string) error {
	if err := s.writable(); err != nil {
		return err
	}
	purpose, _ := ctx.Value(purposeKey{}).(handling.Purpose)
	return s.o.Dir.Audit(audit.Line{At: s.o.Now().UTC(), User: s.o.User, Purpose: purpose.String(), Did: did, What: what, Reason: reason})
}
