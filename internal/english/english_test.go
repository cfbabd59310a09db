package english

import "testing"

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 legs", 1: "1 leg", 2: "2 legs", 1200: "1,200 legs", 1234567: "1,234,567 legs", -1500: "−1,500 legs"} {
		if got := Count(n, "leg", "legs"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestA(t *testing.T) {
	for _, want := range []string{
		"an Involvement", "a Person", "an Organization", "a unit", "an hour", "a UserAccount", "an Incident", "an unknown link", "an UnknownLink", "an MMSI",
		"a URL", "an IBAN", "an IMO number", "a European state", "an 11th leg", "a Trip", "an unidentified vessel", "a one-way trip", "an Identification", "an X4",
	} {
		noun := want[2:]
		if noun[0] == ' ' {
			noun = noun[1:]
		}
		if got := A(noun); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestSingular(t *testing.T) {
	for plural, want := range map[string]string{
		"legs": "leg", "records of persons": "record of persons", "phones, accounts and persons": "phone, account or person", "dead and missing": "dead and missing",
		"persons a vessel": "person a vessel", "dead and missing per 1,000 detections": "dead and missing per 1,000 detections", "index": "index", "%": "%",
		"copies": "copy", "boxes": "box", "EUR": "EUR", "amount in the currency": "amount in the currency", "serious incident reports": "serious incident report",
	} {
		if got := Singular(plural); got != want {
			t.Errorf("%q: %q, want %q", plural, got, want)
		}
	}
}

func TestLists(t *testing.T) {
	words := []string{"a", "b", "c"}
	for want, got := range map[string]string{
		"a, b and c": List(words), "a, b or c": Either(words), "a": List(words[:1]), "": List(nil), "a, b and 1 more": First(words, 2), "a, b, c": First(words, 3),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
