package normalize

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestPhoneSpellings: one number however it is written, by the country's plan. The numbers are
// of ranges kept for fiction, or of no subscriber.
func TestPhoneSpellings(t *testing.T) {
	for _, c := range []struct{ code, texts, want string }{
		{"44", "+44 7700 900123|447700900123.0|447700900123|+44 07700 900123|07700 900123|7700900123|0044 7700 900123|+44 (0)7700 900123|(0044) 7700-900123|" +
			"tel:+44-7700-900123|Tel. 07700 900123|mob: 07700.900.123|07700/900123|٠٧٧٠٠٩٠٠١٢٣|۰۷۷۰۰۹۰۰۱۲۳|\u202a+44\u00a07700\u2009900123\u202c|+44 7700 900123 ext. 12|07700 900123, ext 4|0\u200b7700900123|７７００９００１２３", "+447700900123"},
		{"30", "2310 555123|+30 2310 555123|00302310555123|302310555123", "+302310555123"},
		{"49", "030/5550123|030 555-0123|+49 030 5550123|0049305550123|49305550123", "+49305550123"},
		{"39", "06 555 0123|+39 06 555 0123|0039065550123", "+39065550123"},
		{"90", "0555 555 01 23|905555550123|+90 0555 5550123|5555550123", "+905555550123"},
		{"964", "0770 555 0123|+964 0770 5550123|9647705550123", "+9647705550123"},
		{"7", "8 (495) 555-01-23|+7 8 495 5550123|74955550123", "+74955550123"},
		{"1", "202-555-0123|1 202 555 0123|+1 1 202 555 0123|001 202 555 0123", "+12025550123"},
		{"36", "06 1 555 0123|+36 06 1 5550123", "+3615550123"},
		{"225", "+225 01 02 03 04 05|0102030405", "+2250102030405"},
		{"44", "+30 2310 555123|0030 2310 555123|302310555123", "+302310555123"}, // another country's, with and without +
		{"", "+52 1 55 5555 0123|+52 55 5555 0123", "+525555550123"},
		{"", "+447700900123|447700900123|447700900123.0", "+447700900123"},
		{"", "07700 900123|07700900123", "07700900123"},
		{"999", "0770 123456", "+999770123456"}, // no plan
	} {
		for text := range strings.SplitSeq(c.texts, "|") {
			if got, err := Phone(text, c.code); got != c.want {
				t.Errorf("Phone(%q, %q) = %q, %v; want %q", text, c.code, got, err, c.want)
			}
			if got, err := Phones(text, c.code); len(got) != 1 || got[0] != c.want {
				t.Errorf("Phones(%q, %q) = %q, %v", text, c.code, got, err)
			}
		}
	}
}

// TestPhones: two numbers of one cell are two, or an error, never one that is longer.
func TestPhones(t *testing.T) {
	const a, b = "+447700900123", "+447700900124"
	for _, text := range []string{
		"07700 900123; 07700 900124", "07700 900123 / 07700 900124", "+44 7700 900123/+44 7700 900124", "+447700900123,+447700900124", "07700900123|07700900124",
		"07700 900123\n07700 900124", "07700 900123 or 07700 900124", "07700 900123 und 07700 900124", "07700 900123 и 07700 900124", "07700 900123 و 07700 900124",
		"+44 7700 900123 +44 7700 900124", "tel. 07700 900123; mob. 07700 900124", "07700 900123; n/a; 07700 900124; 07700900123", "٠٧٧٠٠٩٠٠١٢٣، ٠٧٧٠٠٩٠٠١٢٤",
	} {
		got, err := Phones(text, "44")
		if !slices.Equal(got, []string{a, b}) {
			t.Errorf("Phones(%q) = %q, %v", text, got, err)
		}
		if _, err := Phone(text, "44"); !errors.Is(err, ErrFormat) {
			t.Errorf("Phone(%q): %v", text, err)
		}
	}
	for _, text := range []string{"+44 7700 900123/4", "+44 7700 900123/24", "07700 900123, 124", "07700900123 07700900124", "07700 900123 or 4", "020 7946 0018/0019"} {
		if got, err := Phones(text, "44"); !errors.Is(err, ErrFormat) {
			t.Errorf("Phones(%q) = %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"0", "000", "+44 0000000", "0000000000", "no phone", "yok", "; -", "+000000000"} {
		if got, err := Phones(text, "44"); !errors.Is(err, ErrUnknown) {
			t.Errorf("Phones(%q) = %q, %v", text, got, err)
		}
	}
}

// TestPhoneProperties: a result is its own form, with a calling code and without.
func TestPhoneProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`\+?[0-9 ()./-]{4,18}`).Draw(t, "text")
		code := rapid.SampledFrom([]string{"", "44", "30", "39", "1", "7", "90", "999"}).Draw(t, "code")
		got, err := Phone(text, code)
		if err != nil {
			return
		}
		if again, err := Phone(got, code); err != nil || again != got {
			t.Fatalf("Phone(%q, %q) = %q, then %q, %v", text, code, got, again, err)
		}
	})
}

func BenchmarkPhone(b *testing.B) {
	texts := []string{"+30 6955501234", "+447700900123", "0044 7700 900123", "+90 555 555 01 23"}
	for i := range b.N {
		_, _ = Phone(texts[i%len(texts)], "30")
	}
}
