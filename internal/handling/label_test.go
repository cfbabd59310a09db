package handling_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/handling"
)

// labels draws labels of every shape that New accepts, from few enough agencies and
// texts that draws overlap.
func labels() *rapid.Generator[handling.Label] {
	agencies := rapid.SliceOfN(rapid.SampledFrom([]handling.Agency{"AT-BK", "EL-POLICE", "EUROPOL", "FR-OCRTIS"}), 1, 4)
	return rapid.Custom(func(t *rapid.T) handling.Label {
		spec := handling.Spec{
			Owners:         agencies.Draw(t, "owners"),
			Codes:          rapid.SliceOf(rapid.SampledFrom([]handling.Code{handling.H0, handling.H1, handling.H2})).Draw(t, "codes"),
			Restrictions:   rapid.SliceOfN(rapid.SampledFrom([]string{"ask first", `not "leaked", ever`, "πρώτα ρώτα"}), 0, 2).Draw(t, "restrictions"),
			Classification: handling.Classification(rapid.Uint8Range(0, uint8(handling.TopSecret)).Draw(t, "classification")),
			TLP:            handling.TLP(rapid.Uint8Range(0, uint8(handling.TLPRed)).Draw(t, "TLP")),
			PAP:            handling.PAP(rapid.Uint8Range(0, uint8(handling.PAPRed)).Draw(t, "PAP")),
			Audience:       handling.Everybody(),
			Purposes:       rapid.SliceOf(rapid.SampledFrom(handling.EveryPurpose())).Draw(t, "purposes"),
		}
		switch rapid.SampledFrom([]string{"everybody", "some", "nobody", "public", "zero"}).Draw(t, "audience") {
		case "some":
			spec.Audience = handling.Only(agencies.Draw(t, "audience")...)
		case "nobody":
			spec.Audience = handling.Audience{}
		case "public":
			return handling.Public()
		case "zero":
			return handling.Label{}
		}
		l, err := handling.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		return l
	})
}

func TestJoinIsAMonoidAndIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := labels().Draw(t, "a"), labels().Draw(t, "b"), labels().Draw(t, "c")
		if l, r := handling.Join(handling.Join(a, b), c), handling.Join(a, handling.Join(b, c)); l != r {
			t.Fatalf("not associative:\n%s\n%s", l, r)
		}
		if l, r := handling.Join(a, b), handling.Join(b, a); l != r {
			t.Fatalf("not commutative:\n%s\n%s", l, r)
		}
		if got := handling.Join(a, a); got != a {
			t.Fatalf("not idempotent: %s joined with itself is %s", a, got)
		}
		if got := handling.Join(handling.Public(), a); got != a {
			t.Fatalf("Public() is no identity: %s became %s", a, got)
		}
		if got := handling.JoinAll(a, b, c); got != handling.Join(a, handling.Join(b, c)) {
			t.Fatalf("JoinAll gives %s", got)
		}
	})
}

// request is one use of the material; permitted is written from the rules, apart from
// Wider, so that the two check each other.
type request struct {
	agency    handling.Agency
	purpose   handling.Purpose
	clearance handling.Classification
	tlp       handling.TLP
	pap       handling.PAP
	agreed    []handling.Agency // owners that gave their permission
	heeded    []handling.Code
	read      []string // restrictions acknowledged
}

func permitted(l handling.Label, r request) bool {
	for _, owner := range l.Owners() {
		if !slices.Contains(r.agreed, owner) {
			return false
		}
	}
	for _, code := range l.Codes() {
		if !slices.Contains(r.heeded, code) {
			return false
		}
	}
	for _, text := range l.Restrictions() {
		if !slices.Contains(r.read, text) {
			return false
		}
	}
	return l.Audience().Has(r.agency) && l.Serves(r.purpose) &&
		r.clearance >= l.Classification() && r.tlp >= l.TLP() && r.pap >= l.PAP()
}

func requests() *rapid.Generator[request] {
	return rapid.Custom(func(t *rapid.T) request {
		return request{
			agency:    rapid.SampledFrom([]handling.Agency{"AT-BK", "EL-POLICE", "EUROPOL", "FR-OCRTIS", "ZZ-OTHER"}).Draw(t, "agency"),
			purpose:   rapid.SampledFrom(handling.EveryPurpose()).Draw(t, "purpose"),
			clearance: handling.Classification(rapid.Uint8Range(0, uint8(handling.TopSecret)).Draw(t, "clearance")),
			tlp:       handling.TLP(rapid.Uint8Range(0, uint8(handling.TLPRed)).Draw(t, "tlp")),
			pap:       handling.PAP(rapid.Uint8Range(0, uint8(handling.PAPRed)).Draw(t, "pap")),
			agreed:    rapid.SliceOf(rapid.SampledFrom([]handling.Agency{"AT-BK", "EL-POLICE", "EUROPOL", "FR-OCRTIS"})).Draw(t, "agreed"),
			heeded:    rapid.SliceOf(rapid.SampledFrom(handling.Codes())).Draw(t, "heeded"),
			read:      rapid.SliceOf(rapid.SampledFrom([]string{"ask first", `not "leaked", ever`, "πρώτα ρώτα"})).Draw(t, "read"),
		}
	})
}

func TestJoinIsNeverWiderThanItsInputs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := labels().Draw(t, "a"), labels().Draw(t, "b")
		joined := handling.Join(a, b)
		for _, input := range []handling.Label{a, b} {
			if handling.Wider(joined, input) {
				t.Fatalf("%s is wider than %s", joined, input)
			}
			for _, ch := range handling.Channels() {
				if joined.Permits(ch) < input.Permits(ch) {
					t.Fatalf("%s: %s became %s in %s", ch, input, joined.Permits(ch), joined)
				}
			}
		}
		r := requests().Draw(t, "request")
		if got, want := permitted(joined, r), permitted(a, r) && permitted(b, r); got != want {
			t.Fatalf("join permits %+v: %v; its inputs: %v", r, got, want)
		}
	})
}

func TestWiderAgreesWithWhatIsPermitted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := labels().Draw(t, "a"), labels().Draw(t, "b")
		if got, want := handling.Wider(a, b), handling.Join(a, b) != a; got != want {
			t.Fatalf("Wider(%s, %s) = %v, but joining changes it: %v", a, b, got, want)
		}
		if r := requests().Draw(t, "request"); permitted(a, r) && !permitted(b, r) && !handling.Wider(a, b) {
			t.Fatalf("%s permits %+v, %s does not, and is not wider", a, r, b)
		}
	})
}

func TestWiderInEachPart(t *testing.T) {
	base := "H0 RESTRICTED TLP:GREEN PAP:GREEN owner=A audience=A,B purposes=strategic"
	for _, narrower := range []string{
		"H0 RESTRICTED TLP:GREEN PAP:GREEN owner=A,B audience=A,B purposes=strategic",
		"H0 H1 RESTRICTED TLP:GREEN PAP:GREEN owner=A audience=A,B purposes=strategic",
		`H0 H3="x" RESTRICTED TLP:GREEN PAP:GREEN owner=A audience=A,B purposes=strategic`,
		"H0 CONFIDENTIAL TLP:GREEN PAP:GREEN owner=A audience=A,B purposes=strategic",
		"H0 RESTRICTED TLP:AMBER PAP:GREEN owner=A audience=A,B purposes=strategic",
		"H0 RESTRICTED TLP:GREEN PAP:AMBER owner=A audience=A,B purposes=strategic",
		"H0 RESTRICTED TLP:GREEN PAP:GREEN owner=A audience=A purposes=strategic",
		"H0 RESTRICTED TLP:GREEN PAP:GREEN owner=A audience=A,B purposes=none",
	} {
		if !handling.Wider(mustParse(t, base), mustParse(t, narrower)) || handling.Wider(mustParse(t, narrower), mustParse(t, base)) {
			t.Errorf("%s is not narrower than %s", narrower, base)
		}
	}
	all := mustParse(t, "owner=A audience=everybody")
	if some := mustParse(t, "owner=A audience=A"); !handling.Wider(all, some) || handling.Wider(some, all) {
		t.Error("everybody is not wider than one agency")
	}
}

func TestZeroLabelIsClosed(t *testing.T) {
	var zero handling.Label
	if !zero.Closed() || zero.Audience().Has("EUROPOL") || zero.Serves(handling.StrategicAnalysis) {
		t.Error("the zero Label is open")
	}
	for _, ch := range handling.Channels() {
		if got := zero.Permits(ch); got != handling.Refused {
			t.Errorf("the zero Label in %s: %s", ch, got)
		}
	}
	open := mustParse(t, "owner=EL-POLICE")
	if joined := handling.Join(zero, open); !joined.Closed() || len(joined.Owners()) != 1 {
		t.Errorf("an unlabelled input leaves %s", joined)
	}
	if public := handling.Public(); public.Closed() || handling.JoinAll() != public {
		t.Errorf("Public() is %s, JoinAll() %s", public, handling.JoinAll())
	}
}

func TestEmptyIntersectionSaysSo(t *testing.T) {
	a := mustParse(t, "owner=A audience=A purposes=strategic")
	b := mustParse(t, "owner=B audience=B purposes=exchange")
	joined := handling.Join(a, b)
	if want := "UNCLASSIFIED owner=A,B audience=nobody purposes=none"; joined.String() != want {
		t.Errorf("got %s, want %s", joined, want)
	}
	if !joined.Closed() {
		t.Error("not closed")
	}
	want := []string{"audience=nobody purposes=none: refused"}
	if diff := cmp.Diff(want, joined.Reasons(handling.View)); diff != "" {
		t.Error(diff)
	}
}

func TestNewRefuses(t *testing.T) {
	open := handling.Everybody()
	for name, test := range map[string]struct {
		spec handling.Spec
		want error
	}{
		"H3 without text":       {handling.Spec{Owners: []handling.Agency{"A"}, Codes: []handling.Code{handling.H3}}, handling.ErrText},
		"blank text":            {handling.Spec{Owners: []handling.Agency{"A"}, Restrictions: []string{" \t"}}, handling.ErrText},
		"control characters":    {handling.Spec{Owners: []handling.Agency{"A"}, Restrictions: []string{"a\x00b"}}, handling.ErrText},
		"invalid UTF-8":         {handling.Spec{Owners: []handling.Agency{"A"}, Restrictions: []string{"a\xffb"}}, handling.ErrText},
		"lower-case agency":     {handling.Spec{Owners: []handling.Agency{"el-police"}}, handling.ErrAgency},
		"reserved agency":       {handling.Spec{Audience: handling.Only("NOBODY")}, handling.ErrAgency},
		"empty agency":          {handling.Spec{Owners: []handling.Agency{""}}, handling.ErrAgency},
		"empty in the audience": {handling.Spec{Owners: []handling.Agency{"A"}, Audience: handling.Only("", "A")}, handling.ErrAgency},
		"unknown code":          {handling.Spec{Codes: []handling.Code{9}}, handling.ErrSyntax},
		"zero purpose":          {handling.Spec{Purposes: []handling.Purpose{0}}, handling.ErrSyntax},
		"off the scale":         {handling.Spec{TLP: handling.TLPRed + 1}, handling.ErrSyntax},
		"nobody to ask": {handling.Spec{
			Codes: []handling.Code{handling.H2}, Audience: open, Purposes: handling.EveryPurpose(),
		}, handling.ErrOwner},
	} {
		if l, err := handling.New(test.spec); !errors.Is(err, test.want) || l != (handling.Label{}) {
			t.Errorf("%s: %s, %v; want %v", name, l, err, test.want)
		}
	}
}

func TestLabelsAreValues(t *testing.T) {
	owners := []handling.Agency{"B", "A", "B"}
	l, err := handling.New(handling.Spec{Owners: owners, Audience: handling.Only(owners...), Purposes: handling.EveryPurpose()})
	if err != nil {
		t.Fatal(err)
	}
	owners[0] = "Z"
	l.Owners()[0] = "Z"
	if diff := cmp.Diff([]handling.Agency{"A", "B"}, l.Owners()); diff != "" {
		t.Error(diff)
	}
	if l != mustParse(t, "audience=b,a owner=a,b") {
		t.Errorf("equal labels differ: %s", l)
	}
	if !strings.Contains(l.Key(), "owner=A,B") {
		t.Errorf("key %s", l.Key())
	}
}

func TestParseClassification(t *testing.T) {
	for c := handling.Unclassified; c <= handling.TopSecret; c++ {
		for _, text := range []string{c.String(), strings.ToLower(c.String())} {
			if got, err := handling.ParseClassification(text); err != nil || got != c {
				t.Errorf("ParseClassification(%q) = %v, %v", text, got, err)
			}
		}
	}
	if _, err := handling.ParseClassification("COSMIC"); !errors.Is(err, handling.ErrSyntax) {
		t.Errorf("COSMIC gave %v", err)
	}
}
