package handling_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/handling"
)

const (
	ok      = handling.Allowed
	ask     = handling.NeedsPermission
	refused = handling.Refused
)

// The whole matrix, each label with an owner and otherwise open. The columns are view,
// court export, dissemination, public edition.
func TestChannelMatrix(t *testing.T) {
	for text, want := range map[string][4]handling.Decision{
		"UNCLASSIFIED":     {ok, ok, ok, ok},
		"H0":               {ok, ok, ok, ok},
		"H1":               {ok, ask, ok, ask},
		"H2":               {ok, ask, ask, ask},
		`H3="x"`:           {ok, ask, ask, ask},
		"H0 H1":            {ok, ask, ok, ask},
		"H1 H2":            {ok, ask, ask, ask},
		"RESTRICTED":       {ok, ask, ok, ask},
		"CONFIDENTIAL":     {ok, ask, ask, refused},
		"SECRET":           {ok, ask, ask, refused},
		"TOP SECRET":       {ok, ask, ask, refused},
		"TLP:CLEAR":        {ok, ok, ok, ok},
		"TLP:GREEN":        {ok, ask, ok, ask},
		"TLP:AMBER":        {ok, ask, ok, ask},
		"TLP:AMBER+STRICT": {ok, ask, ask, ask},
		"TLP:RED":          {ok, ask, ask, refused},
		"PAP:RED":          {ok, ok, ok, ok},
		"audience=A":       {ok, ok, ok, ask},
		"audience=nobody":  {refused, refused, refused, refused},
		"purposes=none":    {refused, refused, refused, refused},
	} {
		l := mustParse(t, text+" owner=A")
		for i, ch := range handling.Channels() {
			if got := l.Permits(ch); got != want[i] {
				t.Errorf("%s, %s: %s; want %s", text, ch, got, want[i])
			}
		}
	}
	if got := handling.Public().Permits(0); got != refused {
		t.Errorf("an unknown channel: %s", got)
	}
}

func TestReasons(t *testing.T) {
	l := mustParse(t, `H0 H1 H3="x" SECRET TLP:GREEN owner=A audience=A`)
	got := l.Reasons(handling.PublicEdition)
	want := []string{
		"H1: needs the owner's permission",
		"H3: needs the owner's permission",
		"SECRET: refused",
		"TLP:GREEN: needs the owner's permission",
		"audience=A: needs the owner's permission",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReasonsAndDecisionAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := labels().Draw(t, "label")
		ch := rapid.SampledFrom(handling.Channels()).Draw(t, "channel")
		reasons, decision := l.Reasons(ch), l.Permits(ch)
		if (decision == ok) != (len(reasons) == 0) {
			t.Fatalf("%s, %s: %s because %q", l, ch, decision, reasons)
		}
		if decision == ask && len(l.Owners()) == 0 {
			t.Fatalf("%s: nobody to ask", l)
		}
	})
}

// Permission never turns refusal around: each code on its own decides no milder than
// together with another.
func TestCodesOnlyTighten(t *testing.T) {
	for _, a := range handling.Codes() {
		for _, b := range handling.Codes() {
			la, lb := codeLabel(t, a), codeLabel(t, b)
			for _, ch := range handling.Channels() {
				if got, want := handling.Join(la, lb).Permits(ch), max(la.Permits(ch), lb.Permits(ch)); got != want {
					t.Errorf("%s %s, %s: %s; want %s", a, b, ch, got, want)
				}
			}
		}
	}
}

func codeLabel(t *testing.T, c handling.Code) handling.Label {
	t.Helper()
	text := c.String()
	if c == handling.H3 {
		text = `H3="x"`
	}
	l := mustParse(t, fmt.Sprintf("%s owner=A", text))
	if !slices.Equal(l.Codes(), []handling.Code{c}) || c.Words() == "" {
		t.Fatalf("%s carries %v (%s)", l, l.Codes(), c.Words())
	}
	return l
}
