package api

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// A chart is named in any language, and as people and ships are; a name is also a file's.
func TestNamesOfCharts(t *testing.T) {
	b := filled(t)
	good := []string{
		"मोहन की नाव", "Đặng Văn", "Zoe\u0308", "محمد – ۱", "می\u200cخواهم", "O'Brien", "D’Angelo", "А.Б.",
		strings.Repeat("汉", 80), strings.Repeat("x", 80),
	}
	for _, name := range good {
		if got := post1[string](b, "/api/charts/"+url.PathEscape(name), map[string]any{"nodes": []placed{}}); got != name {
			t.Errorf("%q was saved as %q", name, got)
		}
	}
	names := get1[[]string](b, "/api/charts")
	for _, name := range good {
		if !slices.Contains(names, name) {
			t.Errorf("%q is not among %q", name, names)
		}
	}
	for _, name := range []string{".hidden", "a/b", `a\b`, "a:b", "a\nb", "a\u202eb", "\u0308a", strings.Repeat("\U00020000", 70), strings.Repeat("x", 81)} {
		r := b.request(http.MethodPost, "/api/charts/"+url.PathEscape(name), strings.NewReader(`{"nodes":[]}`))
		if w := b.do(r); w.Code < 400 || w.Code >= 500 {
			t.Errorf("%q: %d %s", name, w.Code, w.Body)
		}
	}
	if _, err := b.dir.Verify(t.Context(), ""); err != nil {
		t.Error(err)
	}
}

// A form whose parts cannot be read is the sender's fault, and said so.
func TestFormsThatCannotBeRead(t *testing.T) {
	b := filled(t)
	for _, name := range []string{"a\x1b[31m.csv", "a\x00.csv"} {
		form := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\na,b\r\n1,2\r\n--x--\r\n"
		r := b.request(http.MethodPost, "/api/contributions", strings.NewReader(form))
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		if w := b.do(r); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "the form cannot be read") {
			t.Errorf("%q: %d %s", name, w.Code, w.Body)
		}
	}
}
