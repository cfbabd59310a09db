package spreadsheet_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"skein/internal/spreadsheet"
)

// The cases are in a file because the workbench keeps the same rule for what it copies.
func TestText(t *testing.T) {
	content, err := os.ReadFile("testdata/cells.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases [][2]string
	if err := json.Unmarshal(content, &cases); err != nil || len(cases) < 40 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, c := range append(cases, [2]string{"\x80=1", "'\x80=1"}) {
		if got := spreadsheet.Text(c[0]); got != c[1] {
			t.Errorf("Text(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// What is written is never a formula, is the same when written twice, and can be had back.
func TestProperties(t *testing.T) {
	cell := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("=+-@＝'\"; \t\r\n1.,eA%\u200b"))))
	rapid.Check(t, func(t *rapid.T) {
		s := cell.Draw(t, "cell")
		got := spreadsheet.Text(s)
		if again := spreadsheet.Text(got); again != got {
			t.Fatalf("%q, then %q", got, again)
		}
		for part := range strings.FieldsFuncSeq(got, func(r rune) bool { return strings.ContainsRune(";\t\r\n", r) }) {
			part = strings.TrimLeftFunc(part, unicode.IsSpace)
			if strings.HasPrefix(part, "=") || strings.HasPrefix(part, "+") || strings.HasPrefix(part, "@") {
				t.Fatalf("%q is computed in %q", part, got)
			}
		}
		if !strings.Contains(s, "'") && spreadsheet.Original(got) != s {
			t.Fatalf("%q becomes %q and then %q", s, got, spreadsheet.Original(got))
		}
	})
}

func TestOriginal(t *testing.T) {
	for _, test := range []struct{ cell, want string }{
		{"'+30 210 000 0000", "+30 210 000 0000"},
		{"'+30 210; '+30 211", "+30 210; '+30 211"}, // a space is before it: nobody put that there
		{"'t Hart", "'t Hart"},
		{"'", "'"},
		{"a;'=b", "a;=b"},
		{"'\tx", "\tx"},
	} {
		if got := spreadsheet.Original(test.cell); got != test.want {
			t.Errorf("Original(%q) = %q, want %q", test.cell, got, test.want)
		}
	}
}

func TestWriter(t *testing.T) {
	var b strings.Builder
	w := spreadsheet.NewWriter(&b)
	for _, row := range [][]string{{"=name", "n"}, {"Rossi; Anna", "-3"}, {"@x\n-y", "+1"}} {
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"'=name", "n"}, {"Rossi; Anna", "-3"}, {"'@x\n'-y", "'+1"}}
	if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
		t.Errorf("%q", got)
	}
	b.Reset()
	w = spreadsheet.NewTabWriter(&b)
	if err := w.Write([]string{"=a", "b"}); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil || b.String() != "'=a\tb\n" {
		t.Errorf("%v, %q", err, b.String())
	}
}
