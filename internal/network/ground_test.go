package network_test

import (
	"context"
	"strings"
	"testing"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/network"
	"skein/internal/record"
)

func label(t *testing.T, text string) handling.Label {
	t.Helper()
	l, err := handling.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// linked returns the tie of two persons as the figure has it: what it rests on, and its weight.
func linked(t *testing.T, set *column.Set, a, b string) (note string, weight float64) {
	t.Helper()
	f := columntest.Figure(t, figures(t, set), "networks.detected.ties")
	of := func(name string) string { return "P" + columntest.Key("Person", name).String()[:10] }
	for _, c := range f.Cells {
		if c.Keys[1] == of(a) && c.Keys[2] == of(b) || c.Keys[1] == of(b) && c.Keys[2] == of(a) {
			return c.Note, c.Value
		}
	}
	return "", 0
}

// three are a, b and c, whom stated links make one network.
func three() []record.Record {
	return []record.Record{
		columntest.Person(record.Suspect, "a"), columntest.Person(record.Suspect, "b"), columntest.Person(record.Suspect, "c"),
		columntest.Thing("Associate", "bc", "person", "@Person/b", "associate", "@Person/c"),
		columntest.Thing("Associate", "ac", "person", "@Person/a", "associate", "@Person/c"),
	}
}

// A call or a case links two persons once, by however many records it is known whose the
// phones are and who was there; and persons who are named themselves are linked as users of
// phones are.
func TestOneCallIsOne(t *testing.T) {
	thing := columntest.Thing
	phones := []record.Record{
		thing("Possession", "1", "owner", "@Person/a", "asset", "@Phone/x"), thing("Possession", "2", "owner", "@Person/a", "asset", "@Phone/x"),
		thing("Possession", "3", "owner", "@Person/b", "asset", "@Phone/y"), thing("Possession", "4", "owner", "@Person/b", "asset", "@Phone/y"),
	}
	for name, c := range map[string]struct {
		records []record.Record
		want    string
	}{
		"phones":          {append(phones, thing("Call", "1", "caller", "@Phone/x", "receiver", "@Phone/y")), "confirmed: 1 call"},
		"persons":         {[]record.Record{thing("Call", "1", "caller", "@Person/a", "receiver", "@Person/b")}, "confirmed: 1 call"},
		"person to phone": {append(phones, thing("Call", "1", "caller", "@Person/a", "receiver", "@Phone/y")), "confirmed: 1 call"},
		"several recipients": {
			[]record.Record{thing("Message", "1", "sender", "@Person/a", "recipients", "@Person/c", "recipients", "@Person/b")},
			"confirmed: 1 call",
		},
		"several relatives": {[]record.Record{thing("Family", "1", "person", "@Person/a", "relative", "@Person/c", "relative", "@Person/b")}, "confirmed: 1 stated link"},
		"case": {[]record.Record{
			thing("Investigation", "i", "name", "I"),
			thing("Involvement", "1", "subject", "@Person/a", "event", "@Investigation/i"), thing("Involvement", "2", "subject", "@Person/a", "event", "@Investigation/i"),
			thing("Involvement", "3", "subject", "@Person/b", "event", "@Investigation/i"), thing("Involvement", "4", "subject", "@Person/b", "event", "@Investigation/i"),
		}, "confirmed: 1 shared case"},
		"two calls": {append(phones, thing("Call", "1", "caller", "@Phone/x", "receiver", "@Phone/y"), thing("Call", "2", "caller", "@Phone/y", "receiver", "@Phone/x")), "confirmed: 2 calls"},
	} {
		var of columntest.Case
		of.Add("EL", "2015-07-01", append(three(), c.records...)...)
		note, weight := linked(t, of.Set(t), "a", "b")
		if note != c.want {
			t.Errorf("%s: %q, want %q", name, note, c.want)
		}
		if once := strings.Contains(c.want, ": 1 "); once && weight != 1 && weight != 1.5 {
			t.Errorf("%s: weight %v", name, weight)
		}
	}
}

// A link is confirmed only if grades confirm whose the phones are, and that both were in the
// case; and it is as closed as what says so.
func TestALinkRestsOnAllItsRecords(t *testing.T) {
	thing := columntest.Thing
	secret := label(t, "SECRET owner=IT")
	for name, c := range map[string]struct{ good, bad []record.Record }{
		"phone": {
			[]record.Record{thing("Possession", "1", "owner", "@Person/a", "asset", "@Phone/x"), thing("Call", "1", "caller", "@Phone/x", "receiver", "@Phone/y")},
			[]record.Record{thing("Possession", "3", "owner", "@Person/b", "asset", "@Phone/y")},
		},
		"case": {
			[]record.Record{thing("Involvement", "1", "subject", "@Person/a", "event", "@Incident/i")},
			[]record.Record{thing("Involvement", "2", "subject", "@Person/b", "event", "@Incident/i")},
		},
		"case, the other way": {
			[]record.Record{thing("Involvement", "2", "subject", "@Person/b", "event", "@Incident/i")},
			[]record.Record{thing("Involvement", "1", "subject", "@Person/a", "event", "@Incident/i")},
		},
	} {
		var of columntest.Case
		of.AddAs(record.Contribution{Name: "el", Owner: "EL", Label: label(t, "TLP:CLEAR owner=EL")}, "A1", "2015-07-01", append(three(), c.good...)...)
		of.AddAs(record.Contribution{Name: "it", Owner: "IT", Label: secret}, "X4", "2015-07-02", c.bad...)
		set := of.Set(t)
		if note, _ := linked(t, set, "a", "b"); !strings.HasPrefix(note, network.Unconfirmed) {
			t.Errorf("%s: %q, and part of it is X4", name, note)
		}
		all := figures(t, set)
		for _, id := range []figure.ID{"networks.detected.ties", "networks.detected.count", "networks.detected.by_size", "networks.detected.members", "networks.detected.positions"} {
			if f := columntest.Figure(t, all, id); f.Label.Classification() != secret.Classification() {
				t.Errorf("%s: %s is %v, and rests on what is %v", name, id, f.Label, secret)
			}
		}
	}
}

// What says that members have a role, a tier or another crime is behind the figures that show
// it; crimes are those of the event where the involvement names none, as in crimes.by_area_year.
func TestFiguresOfNetworksRestOnWhatTheyShow(t *testing.T) {
	thing := columntest.Thing
	secret := label(t, "SECRET owner=IT")
	for id, records := range map[figure.ID][]record.Record{
		"networks.detected.by_role":   {thing("Membership", "1", "member", "@Person/a", "organization", "@Organization/o", "role", "driver")},
		"networks.detected.positions": {thing("Membership", "1", "member", "@Person/a", "organization", "@Organization/o", "tier", "leader")},
		"networks.detected.by_other_crime": {
			thing("Investigation", "i", "crimeArea", "drug trafficking"),
			thing("Involvement", "1", "subject", "@Person/a", "event", "@Investigation/i"),
		},
	} {
		var of columntest.Case
		of.AddAs(record.Contribution{Name: "el", Owner: "EL", Label: label(t, "TLP:CLEAR owner=EL")}, "A1", "2015-07-01", three()...)
		of.AddAs(record.Contribution{Name: "it", Owner: "IT", Label: secret}, "A1", "2015-07-02", records...)
		set := of.Set(t)
		f := columntest.Figure(t, figures(t, set), id)
		if len(f.Cells) == 0 || f.Label.Classification() != secret.Classification() {
			t.Errorf("%s has %d cells and is %v", id, len(f.Cells), f.Label)
		}
		behind := false
		for _, c := range f.Cells {
			for _, at := range columntest.Evidence(set, c.Evidence) {
				behind = behind || strings.HasPrefix(at, "it:")
			}
		}
		if !behind {
			t.Errorf("%s shows what IT sent, which is no evidence of it", id)
		}
	}
}

// A detected network has the name that most of its members are reported under, each member
// once and records of one name together.
func TestNamesOfDetectedNetworks(t *testing.T) {
	thing := columntest.Thing
	var of columntest.Case
	of.Add("EL", "2015-07-01", append(three(),
		thing("Network", "blue", "name", "Blue"), thing("Network", "red", "name", "Red Ring"), thing("Network", "red2", "name", "red ring"), thing("Network", "red3", "name", "Red Ring"),
		thing("Membership", "1", "member", "@Person/a", "organization", "@Network/blue"), thing("Membership", "2", "member", "@Person/a", "organization", "@Network/blue"),
		thing("Membership", "3", "member", "@Person/a", "organization", "@Network/blue"),
		thing("Membership", "4", "member", "@Person/b", "organization", "@Network/red"), thing("Membership", "5", "member", "@Person/c", "organization", "@Network/red2"),
	)...)
	found, err := network.Find(context.Background(), of.Set(t), nil, network.UsualSettings())
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Networks) != 1 || found.Networks[0].Name != "Red Ring" {
		t.Errorf("networks %+v, want one with the name of the network that two of the three are in", found.Networks)
	}
}

// Where no record says in which countries members live, how many these are is not known: not 0.
func TestNothingKnownIsNotNone(t *testing.T) {
	set := crew(t, 12, nil)
	f := columntest.Figure(t, figures(t, set), "networks.detected.compared")
	values := columntest.Values(f)
	if len(values) == 0 {
		t.Fatal("no network is compared")
	}
	for key, v := range values {
		_, property, _ := strings.Cut(key, " | ")
		switch property {
		case "countries", "nationalities", "services":
			t.Errorf("%s is %v, and no record says anything of it", property, v)
		case "members":
			if v != 12 {
				t.Errorf("%v members", v)
			}
		}
	}
}
