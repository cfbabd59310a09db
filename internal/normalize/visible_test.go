package normalize

import (
	"errors"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// TestVisible: what shows nothing is no part of a text, whatever it is and wherever it stands.
func TestVisible(t *testing.T) {
	for _, hidden := range []string{
		"\u200b", "\ufeff", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202c", "\u2066", "\u2069", "\u00ad", "\u2060",
		"\u2063", "\ufe0f", "\U000e0101", "\U000e0041", "\u034f", "\u061c", "\u180e", "\u180b", "\u115f", "\u3164", "\x00", "\x1b",
	} {
		for _, text := range []string{hidden + "Anchor Bay", "Anc" + hidden + "hor Bay", "Anchor" + hidden + " Bay", "Anchor " + hidden + " Bay", "Anchor Bay" + hidden} {
			if got := Visible(text); got != "Anchor Bay" {
				t.Errorf("Visible(%+q) = %+q", text, got)
			}
			if got, err := Text(text); got != "Anchor Bay" || err != nil {
				t.Errorf("Text(%+q) = %+q, %v", text, got, err)
			}
		}
	}
	for text, want := range map[string]string{
		"":                       "",
		"  two\u00a0 \t\nwords ": "two words",
		"a\u2800b":               "a b",
		"e\u200b\u0301te\u0301":  "été",
		"علی\u200cرضا":           "علیرضا",
		"Ａ\u00b2":                "Ａ\u00b2", // compatibility forms stay
		"\u06dd":                 "\u06dd",  // a format character that shows
		"ab\xe9":                 "ab\xe9",
		"\u200b":                 "",
	} {
		if got := Visible(text); got != want {
			t.Errorf("Visible(%+q) = %+q, want %+q", text, got, want)
		}
	}
}

// TestTextJoiners: a text that is shown keeps the joiners that change its look.
func TestTextJoiners(t *testing.T) {
	checkText(t, "Text", Text, []textCase{
		{"می\u200cخواهم", "می\u200cخواهم", nil},
		{"क्\u200dष", "क्\u200dष", nil},
		{"\u200cمی خواهم\u200c", "می خواهم", nil},
		{"An\u200dna", "Anna", nil},
		{"می\u200c\u200cخواهم", "می\u200cخواهم", nil},
		{"\u200c", "", ErrUnknown},
	})
}

// TestVisibleProperties: the result is its own visible form, in normal form C, and a text
// and its decomposed form have the same one.
func TestVisibleProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		got := Visible(text)
		if again := Visible(got); again != got {
			t.Fatalf("Visible(%+q) = %+q, then %+q", text, got, again)
		}
		if !norm.NFC.IsNormalString(got) {
			t.Fatalf("Visible(%+q) = %+q is not in normal form C", text, got)
		}
		if other := Visible(norm.NFD.String(text)); other != got {
			t.Fatalf("decomposed %+q gives %+q, want %+q", text, other, got)
		}
		if _, err := Text(text); (got == "") != errors.Is(err, ErrUnknown) {
			t.Fatalf("Text(%+q): %v", text, err)
		}
	})
}
