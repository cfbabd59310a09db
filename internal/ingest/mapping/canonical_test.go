package mapping

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/normalize"
	"skein/internal/schema"
)

// What a layout reads without a declared format is what ParseDate reads.
func TestISOLayouts(t *testing.T) {
	for _, text := range []string{
		"2015-07-09", "2015-07-09 14:43:21", "2015-07-09T14:43:21", "2015-07-09T14:43:21Z", "2015-07-09 14:43",
		"2015-01-01", "2015-01-01T00:00:00Z", "2016-02-29T23:59:59Z",
	} {
		read := 0
		for _, l := range isoLayouts {
			for p := normalize.Precision(0); p <= normalize.PrecisionSecond; p++ {
				for _, jan1 := range []bool{false, true} {
					o := normalize.DateOptions{Precision: p, Jan1IsYear: jan1}
					got, ok := l.read(text, &o)
					if !ok {
						continue
					}
					read++
					if want, err := normalize.ParseDate(text, o); err != nil || got != want.String() {
						t.Errorf("%s by %s at precision %v gives %q, want %q, %v", text, l, p, got, want, err)
					}
				}
			}
		}
		if read == 0 {
			t.Errorf("no layout reads %s", text)
		}
	}
}

// A layout reads what the format reads, to the same effect.
func TestLayoutsAgreeWithFormats(t *testing.T) {
	formats := []string{"", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d", "%F", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%F %T", "%Y%m%d"}
	for _, f := range formats[1:] {
		if layoutOf(f) == "" {
			t.Errorf("%s has no layout", f)
		}
	}
	for _, f := range []string{"%d.%m.%y", "%d %b %Y", "%m.%Y", "%Y", "%d.%d.%Y %m", "%H:%M", "%d.%m.%Y %H", "x %d.%m.%Y", "%", "%-d.%m.%Y"} {
		if l := layoutOf(f); l != "" {
			t.Errorf("%s has the layout %s", f, l)
		}
	}
	number := func(most int) *rapid.Generator[int] { return rapid.IntRange(0, most) }
	rapid.Check(t, func(t *rapid.T) {
		f := form{kind: schema.Date, dates: normalize.DateOptions{
			Precision:  rapid.SampledFrom([]normalize.Precision{0, normalize.PrecisionYear, normalize.PrecisionMonth, normalize.PrecisionDay}).Draw(t, "precision"),
			Jan1IsYear: rapid.Bool().Draw(t, "jan1"),
		}}
		if format := rapid.SampledFrom(formats).Draw(t, "format"); format != "" {
			f.dates.Formats = []string{format}
		}
		text := rapid.SampledFrom([]string{"%[1]02d.%[2]02d.%[3]04d", "%[1]02d/%[2]02d/%[3]04d", "%[3]04d-%[2]02d-%[1]02d", "%[1]d.%[2]d.%[3]d"}).Draw(t, "shape")
		text = fmt.Sprintf(text, number(32).Draw(t, "day"), number(13).Draw(t, "month"), 1795+number(310).Draw(t, "year"))
		text += rapid.SampledFrom([]string{"", " ", " 00:00:00", " 10:30", "T23:59:59", " 24:00:00", " 10:60", "x"}).Draw(t, "clock")
		slow, slowErr := f.canonical(text, "")
		quick := f.withLayouts()
		fast, fastErr := quick.canonical(text, "")
		if slow != fast || fmt.Sprint(slowErr) != fmt.Sprint(fastErr) {
			t.Fatalf("%q by %q: %q, %v with a layout, %q, %v without", text, f.dates.Formats, fast, fastErr, slow, slowErr)
		}
	})
}

func TestCanonicalForms(t *testing.T) {
	for _, c := range []struct{ kind, text, want string }{
		{"name", `"Amal  Haddad"`, "Amal Haddad"},
		{"country", "Ελλάδα", "gr"},
		{"date", "13.07.2015", "2015-07-13"},
		{"number", "1.234,5", "1234.5"},
		{"amount", "€ 3,200.50", "3200.5"},
		{"currency", "eur", "EUR"},
		{"phone", "0030 691 234 5678", "+306912345678"},
		{"email", "A@Example.org", "a@example.org"},
		{"url", "t.me/name", "https://t.me/name"},
		{"identifier", "ab 12-3", "AB12-3"},
		{"gender", "femme", "female"},
		{"latitude", "38 48.5 N", "38.8083333"},
		{"longitude", "26,5", "26.5"},
		{"boolean", "oui", "true"},
		{"ip", "2001:DB8:0:0::1", "2001:db8::1"},
		{"checksum", "ABCDEF", "abcdef"},
		{"text", " a \n b ", "a b"},
	} {
		f := form{kind: schema.Type(c.kind)}.withLayouts()
		got, err := f.canonical(c.text, "")
		if err != nil || got != c.want {
			t.Errorf("%s %q gave %q, %v; want %q", c.kind, c.text, got, err, c.want)
		}
		if again, err := f.canonical(got, ""); err != nil || again != got {
			t.Errorf("%s %q is not canonical: %q, %v", c.kind, got, again, err)
		}
	}
}

func TestCallingCodes(t *testing.T) {
	for country, want := range map[string]string{"gr": "30", "UK": "44", "Libya": "218", "us": "1", "TR": "90", "kosovo": "383"} {
		if got, err := callingCode(country); err != nil || got != want {
			t.Errorf("%s gave %s, %v; want %s", country, got, err, want)
		}
	}
	seen := map[string]bool{}
	for entry := range strings.FieldsSeq(callingCodes) {
		if len(entry) < 3 || len(entry) > 5 || seen[entry[:2]] || strings.Trim(entry[2:], "0123456789") != "" {
			t.Errorf("%q is no entry, or the second", entry)
		}
		seen[entry[:2]] = true
		if code, err := normalize.Country(entry[:2]); err != nil || code != entry[:2] {
			t.Errorf("%s is no country: %v", entry[:2], err)
		}
	}
	if len(seen) < 230 {
		t.Errorf("only %d countries", len(seen))
	}
}

// The memory forgets, and gives up where texts do not repeat, without changing what it says.
func TestMemo(t *testing.T) {
	var m memo[int]
	for i := range 3 * memoSize {
		text := fmt.Sprint(i % (memoSize + memoSize/2))
		if v, ok := m.get(text, ""); ok && fmt.Sprint(v) != text {
			t.Fatalf("%s is remembered as %d", text, v)
		} else if !ok {
			m.put(text, "", i%(memoSize+memoSize/2))
		}
		if len(m.young) > memoSize || len(m.old) > memoSize {
			t.Fatal("the memory grows")
		}
	}
	if !m.off {
		t.Error("texts that come back after they were forgotten are worth no memory")
	}
	m = memo[int]{}
	for i := range 5 * memoTrial {
		text := fmt.Sprint(i % 100)
		if _, ok := m.get(text, "x"); !ok {
			m.put(text, "x", i%100)
		}
	}
	if v, ok := m.get("7", "x"); !ok || v != 7 || m.off {
		t.Errorf("got %d, %v", v, ok)
	}
	if _, ok := m.get("7", "y"); ok {
		t.Error("another parameter is another question")
	}
}
