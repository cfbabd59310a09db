package api

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/audit"
	"skein/internal/handling"
)

const cookie = "skein"

// policy lets pages load what this server serves, and nothing else. Styles in attributes are
// what chart and map libraries set.
const policy = "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors 'self'"

// guard lets nobody in but who has the token or a session.
type guard struct {
	host  string
	token string

	mu       sync.Mutex
	used     bool // the token
	sessions map[string]bool
}

// around checks every request before h answers it.
func (g *guard) around(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		// Whoever points a name of theirs at this machine has another Host (DNS rebinding).
		if r.Host != g.host {
			http.Error(w, "this server answers to "+g.host+" alone", http.StatusMisdirectedRequest)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+g.host {
			http.Error(w, "requests come from this server's own pages alone", http.StatusForbidden)
			return
		}
		if r.URL.Path == "/healthz" {
			h.ServeHTTP(w, r)
			return
		}
		if t := r.URL.Query().Get("token"); t != "" && r.URL.Path == "/" {
			if s := g.open(t); s != "" {
				http.SetCookie(w, &http.Cookie{Name: cookie, Value: s, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
				head.Set("Cache-Control", "no-store")
				// A page, not a redirect: a cookie of a redirect that came from elsewhere is not sent on.
				head.Set("Content-Type", "text/html; charset=utf-8")
				_, _ = w.Write([]byte(`<!doctype html><meta http-equiv="refresh" content="0;url=/picture"><title>Skein</title>`))
				return
			}
		}
		if !g.known(r) {
			http.Error(w, "open the address that skein serve printed; its token is good once, and a new start prints a new one", http.StatusUnauthorized)
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

// known reports whether a request has a session, or the token as scripts give it.
func (g *guard) known(r *http.Request) bool {
	if t, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return subtle.ConstantTimeCompare([]byte(t), []byte(g.token)) == 1
	}
	c, err := r.Cookie(cookie)
	if err != nil {
		return false
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.sessions[c.Value]
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
	purpose, _ := ctx.Value(purposeKey{}).(handling.Purpose)
	return s.o.Dir.Audit(audit.Line{At: s.o.Now().UTC(), User: s.o.User, Purpose: purpose.String(), Did: did, What: what, Reason: reason})
}
