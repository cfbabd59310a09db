package record

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestIDParsesWhatItPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := NewID(EntryNo(rapid.Uint32Min(1).Draw(t, "entry")), rapid.Uint32Min(1).Draw(t, "ordinal"))
		got, err := ParseID(id.String())
		if err != nil || got != id {
			t.Fatalf("ParseID(%q) = %v, %v", id, got, err)
		}
	})
	for _, bad := range []string{"", "1", "1:", ":1", "0:1", "1:0", "1:2:3", "-1:2", "4294967296:1", "1:x"} {
		if _, err := ParseID(bad); !errors.Is(err, ErrID) {
			t.Errorf("ParseID(%q) gave %v, want ErrID", bad, err)
		}
	}
}

func TestKeysTellPartsApart(t *testing.T) {
	var k Keyer
	seen := map[Key]string{}
	for _, in := range [][]string{{"s", "ab", "c"}, {"s", "a", "bc"}, {"s", "abc"}, {"sa", "b", "c"}, {"s", "ab", "c", ""}} {
		key := k.Key(in[0], in[1:]...)
		if key.IsZero() {
			t.Errorf("Key(%q) is zero", in)
		}
		if other, ok := seen[key]; ok {
			t.Errorf("%q has the key of %s", in, other)
		}
		seen[key] = in[0]
		if again := k.Key(in[0], in[1:]...); again != key {
			t.Errorf("Key(%q) differs on the second call", in)
		}
		back, err := ParseKey(key.String())
		if err != nil || back != key {
			t.Errorf("ParseKey(%q) = %v, %v", key, back, err)
		}
	}
	for _, bad := range []string{"", "12", "zz000000000000000000000000000000"} {
		if _, err := ParseKey(bad); !errors.Is(err, ErrKey) {
			t.Errorf("ParseKey(%q) gave %v, want ErrKey", bad, err)
		}
	}
}

func TestCategories(t *testing.T) {
	ranked := map[Category]bool{Suspect: true, Convicted: true}
	for c := Suspect; c <= Informant; c++ {
		got, err := ParseCategory(c.String())
		if err != nil || got != c {
			t.Errorf("ParseCategory(%q) = %v, %v", c, got, err)
		}
		if c.Ranked() != ranked[c] {
			t.Errorf("%v.Ranked() = %v", c, c.Ranked())
		}
	}
	if c, err := ParseCategory("associate"); err != nil || c != Contact {
		t.Errorf("associate = %v, %v", c, err)
	}
	for _, bad := range []string{"", "migrant", "Suspect"} {
		if _, err := ParseCategory(bad); !errors.Is(err, ErrCategory) {
			t.Errorf("ParseCategory(%q) gave %v, want ErrCategory", bad, err)
		}
	}
}
