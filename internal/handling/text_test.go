package handling_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/handling"
)

func mustParse(t *testing.T, text string) handling.Label {
	t.Helper()
	l, err := handling.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"H1 H2 RESTRICTED TLP:AMBER owner=EL-POLICE audience=EUROPOL,FR-OCRTIS purposes=strategic": "H1 H2 RESTRICTED TLP:AMBER owner=EL-POLICE audience=EUROPOL,FR-OCRTIS purposes=strategic",
		// Any order, any case, any space; lists are sorted and say each name once.
		"  purposes=Strategic audience=fr-ocrtis,europol,EUROPOL\ttlp:amber+strict owner=x pap:red top\nsecret h0 ": "H0 TOP SECRET TLP:AMBER+STRICT PAP:RED owner=X audience=EUROPOL,FR-OCRTIS purposes=strategic",
		// What is not stated is not restricted.
		"h0": "H0 UNCLASSIFIED audience=everybody purposes=all",
		"purposes=exchange,operational,strategic,cross-checking": "UNCLASSIFIED audience=everybody purposes=all",
		`H3="b  c" owner=X H3="a = \"b\"" SECRET`:                `H3="a = \"b\"" H3="b c" SECRET owner=X audience=everybody purposes=all`,
		`H3 H3="a" owner=X`:             `H3="a" UNCLASSIFIED owner=X audience=everybody purposes=all`,
		"audience=nobody purposes=none": "UNCLASSIFIED audience=nobody purposes=none",
	} {
		if got := mustParse(t, text).String(); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
	if mustParse(t, handling.Public().String()) != handling.Public() || mustParse(t, handling.Label{}.String()) != (handling.Label{}) {
		t.Error("the ends of the lattice do not parse back")
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"":                                 handling.ErrEmpty,
		" \n":                              handling.ErrEmpty,
		"H4":                               handling.ErrSyntax,
		"TOP":                              handling.ErrSyntax,
		"TLP:WHITE":                        handling.ErrSyntax, // of TLP 1; 2.0 says CLEAR
		"RESTRICTED SECRET owner=A":        handling.ErrSyntax,
		"H1 H1 owner=A":                    handling.ErrSyntax,
		"owner=A owner=B":                  handling.ErrSyntax,
		"purposes=curiosity":               handling.ErrSyntax,
		"purposes=":                        handling.ErrSyntax,
		"for=A":                            handling.ErrSyntax,
		"owner=":                           handling.ErrAgency,
		"owner=A,":                         handling.ErrAgency,
		"owner=A audience=everybody,A":     handling.ErrAgency,
		"owner=ÉIRE":                       handling.ErrAgency,
		"H3 owner=A":                       handling.ErrText,
		`H3="" owner=A`:                    handling.ErrText,
		`H3=x owner=A`:                     handling.ErrSyntax,
		`H3='x' owner=A`:                   handling.ErrSyntax,
		`H3="x owner=A`:                    handling.ErrSyntax,
		`H3="x"owner=A`:                    handling.ErrSyntax,
		"H2 audience=everybody":            handling.ErrOwner,
		"RESTRICTED":                       handling.ErrOwner,
		"audience=EUROPOL purposes=all H0": handling.ErrOwner,
	} {
		if l, err := handling.Parse(text); !errors.Is(err, want) || l != (handling.Label{}) {
			t.Errorf("Parse(%q) = %s, %v; want %v", text, l, err, want)
		}
	}
}

func TestParseOwned(t *testing.T) {
	for text, want := range map[string]string{
		"H2":         "H2 UNCLASSIFIED owner=EL-POLICE audience=everybody purposes=all",
		"H2 owner=B": "H2 UNCLASSIFIED owner=B audience=everybody purposes=all",
	} {
		if got, err := handling.ParseOwned(text, "EL-POLICE"); err != nil || got.String() != want {
			t.Errorf("ParseOwned(%q) = %s, %v; want %s", text, got, err, want)
		}
	}
	if _, err := handling.ParseOwned("", "EL-POLICE"); !errors.Is(err, handling.ErrEmpty) {
		t.Errorf("an empty text with an owner: %v", err)
	}
}

func TestTextRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := labels().Draw(t, "a"), labels().Draw(t, "b")
		got, err := handling.Parse(a.String())
		if err != nil || got != a {
			t.Fatalf("%s parses to %s, %v", a, got, err)
		}
		if (a == b) != (a.Key() == b.Key()) {
			t.Fatalf("equality and keys disagree: %s, %s", a, b)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "H0", "TOP SECRET owner=A", "top top secret secret",
		"H1 H2 RESTRICTED TLP:AMBER owner=EL-POLICE audience=EUROPOL,FR-OCRTIS purposes=strategic",
		`H3="a \"b\" =" H3="\u200c" PAP:RED owner=X/1 audience=nobody purposes=none`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l, err := handling.Parse(text)
		if err != nil {
			if l != (handling.Label{}) {
				t.Fatalf("%q: label %s beside error %v", text, l, err)
			}
			return
		}
		again, err := handling.Parse(l.String())
		if err != nil || again != l {
			t.Fatalf("%q: %s parses to %s, %v", text, l, again, err)
		}
	})
}
