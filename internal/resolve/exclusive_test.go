package resolve_test

import (
	"testing"

	"skein/internal/column/columntest"
	"skein/internal/record"
	"skein/internal/resolve"
)

// Three records of one name and day of birth: who is in custody in two countries on one
// day, or has another name printed in a document of one series, is not one person.
func TestWhatExcludes(t *testing.T) {
	suspect := func(name string) record.Record {
		return columntest.Person(record.Suspect, name, "name", "Omar Haddad", "birthDate", "1980-05-04", "gender", "male")
	}
	held := func(person, event, capacity, day string) record.Record {
		return columntest.Thing("Involvement", person+event, "subject", "@Person/"+person, "event", "@Investigation/"+event, "capacity", capacity, "date", day)
	}
	passport := func(person, number, surname, given string) record.Record {
		return columntest.Thing("Passport", number, "holder", "@Person/"+person, "number", number, "country", "sy", "surname", surname, "givenName", given)
	}
	for name, test := range map[string]struct {
		facts []record.Record
		same  bool
	}{
		"nothing told":          {nil, true},
		"two countries at once": {[]record.Record{held("a", "it", "arrested", "2015-03-01"), held("b", "de", "Detained", "2015-03-01")}, false},
		"one country":           {[]record.Record{held("a", "it", "arrested", "2015-03-01"), held("b", "it", "detained", "2015-03-01")}, true},
		"one after the other":   {[]record.Record{held("a", "it", "arrested", "2015-03-01"), held("b", "de", "arrested", "2015-04-01")}, true},
		"no custody":            {[]record.Record{held("a", "it", "suspect", "2015-03-01"), held("b", "de", "suspect", "2015-03-01")}, true},
		"told to the year":      {[]record.Record{held("a", "it", "arrested", "2015"), held("b", "de", "arrested", "2015")}, true},
		"a series of blanks":    {[]record.Record{passport("a", "N00123451", "HADDAD", "OMAR"), passport("b", "N00123977", "AL-SAYED", "Yusuf")}, false},
		"one person renewed":    {[]record.Record{passport("a", "N00123451", "HADDAD", "OMAR"), passport("b", "N00123977", "Haddad", "Omar")}, true},
	} {
		var c columntest.Case
		c.Add("X", "2016-01-01", append([]record.Record{
			suspect("a"), suspect("b"),
			columntest.Thing("Investigation", "it", "name", "one", "country", "it"), columntest.Thing("Investigation", "de", "name", "two", "country", "de"),
		}, test.facts...)...)
		r, err := resolve.Resolve(c.Set(t), "Person", nil)
		if err != nil {
			t.Fatal(name, err)
		}
		if same := r.Cluster[0] == r.Cluster[1]; same != test.same {
			t.Errorf("%s: one person %v, want %v", name, same, test.same)
		}
	}
}
