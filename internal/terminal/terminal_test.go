package terminal_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"skein/internal/terminal"
)

func written(t interface{ Fatal(...any) }, pieces ...string) string {
	var b bytes.Buffer
	w := terminal.NewWriter(&b)
	for _, p := range pieces {
		if n, err := w.Write([]byte(p)); err != nil || n != len(p) {
			t.Fatal(n, err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriter(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Αθήνα 1\tb\n", "Αθήνα 1\tb\n"},
		{"می‌خواهم", "می‌خواهم"},
		{"\u200fعربي", "\u200fعربي"},
		{"\x1b[2J\x1b]0;x\a", `\u001b[2J\u001b]0;x\u0007`},
		{"a\rb", `a\u000db`},
		{"a\r\nb", "a\r\nb"},
		{"a\r", `a\u000d`},
		{"\u009b31m\u0085", `\u009b31m\u0085`},
		{"\x9b31m", `\x9b31m`},
		{"\x7f\b\x00", `\u007f\u0008\u0000`},
		{"abc\u202edef\u202c\u2066x\u2069", `abc\u202edef\u202c\u2066x\u2069`},
		{"\u2028\u2029", `\u2028\u2029`},
		{"\ufffd", "\ufffd"},
		{"\xe2\x80", `\xe2\x80`},
	} {
		if got := written(t, test.text); got != test.want {
			t.Errorf("%q is written as %q, want %q", test.text, got, test.want)
		}
		pieces := make([]string, len(test.text))
		for i := range pieces {
			pieces[i] = test.text[i : i+1]
		}
		if got := written(t, pieces...); got != test.want {
			t.Errorf("%q is written byte by byte as %q, want %q", test.text, got, test.want)
		}
	}
}

func TestLine(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Ana", "Ana"},
		{"a\nskein: done\t\r\x1b[0m\x80", `a\nskein: done\t\r\u001b[0m\x80`},
	} {
		if got := terminal.Line(test.text); got != test.want {
			t.Errorf("Line(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

// A document stays a document, with the same value, and nothing that is written steers.
func TestJSON(t *testing.T) {
	runes := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("\x00\x1b\r\n\u0085\u009b\u202e\u2028\U000e0041"))))
	rapid.Check(t, func(t *rapid.T) {
		s := runes.Draw(t, "text")
		var doc bytes.Buffer
		enc := json.NewEncoder(&doc)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(map[string]string{"text": s}); err != nil {
			t.Fatal(err)
		}
		out := written(t, doc.String())
		var got map[string]string
		if err := json.Unmarshal([]byte(out), &got); err != nil || got["text"] != strings.ToValidUTF8(s, "\ufffd") {
			t.Fatalf("%q becomes %q: %v", s, got["text"], err)
		}
		if strings.ContainsAny(out, "\x1b\r\u009b\u202e") || !utf8.ValidString(out) {
			t.Fatalf("%q", out)
		}
	})
}
