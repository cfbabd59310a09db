package reader

import (
	"errors"
	"strings"
	"testing"
)

// A document of objects in objects is refused, however deep it goes, and its keys are looked for
// near its top only: a path for each of them would take time by the square of the depth.
func TestDeepJSON(t *testing.T) {
	text := strings.Repeat(`[{"a":`, 200_000)
	r, err := Open("deep.json", strings.NewReader(text), int64(len(text)), Options{})
	if err == nil {
		_, err = r.Next()
	}
	if !errors.Is(err, ErrMalformed) {
		t.Errorf("read with %v, want malformed", err)
	}
	deep := make([]frame, 1000)
	for i := range deep {
		deep[i] = frame{object: true, key: "a"}
	}
	for depth, want := range map[int]string{1: "a", 2: "a.a", 3: "", 1000: ""} {
		if got := keyPath(deep[:depth]); got != want {
			t.Errorf("key in %d objects: %q, want %q", depth, got, want)
		}
	}
}
