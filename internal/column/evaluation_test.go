package column_test

import (
	"testing"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

// own gives all statements of a record a grade and a label.
func own(t *testing.T, r record.Record, grade, label string) record.Record {
	t.Helper()
	var err1, err2 error
	for i := range r.Statements {
		r.Statements[i].Grade, err1 = grading.Parse(grade)
		r.Statements[i].Label, err2 = handling.Parse(label)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
	}
	return r
}

// A record's own grade replaces its contribution's, its own label joins it, and a
// statement's own holds for the statement.
func TestOwnGradeAndLabel(t *testing.T) {
	var c columntest.Case
	mixed := columntest.Thing("Phone", "r", "number", "3", "country", "gr", "imei", "X")
	mixed.Statements[1] = own(t, columntest.Thing("Phone", "r", "country", "gr"), "C3", "RESTRICTED owner=EL").Statements[0]
	c.AddAs(record.Contribution{Owner: "EL", Label: handling.Public()}, "A1", "2015-01-01",
		columntest.Thing("Phone", "p", "number", "1"),
		own(t, columntest.Thing("Phone", "q", "number", "2"), "X4", "SECRET H2 owner=EL"), mixed)
	set := c.Set(t)
	phones := set.Table("Phone")
	secret, err := handling.Parse("SECRET H2 owner=EL")
	if err != nil {
		t.Fatal(err)
	}
	confirmed := grading.DefaultTable()
	for name, want := range map[string]struct {
		grade     string
		confirmed bool
		class     handling.Classification
	}{
		"p": {"A1", true, handling.Unclassified},
		"q": {"X4", false, handling.Secret},
		"r": {"A1", true, handling.Restricted}, // most of it is A1; its label joins all
	} {
		row, ok := phones.Row(columntest.Key("Phone", name))
		if !ok {
			t.Fatal(name)
		}
		src := phones.Records(row)[0]
		if got := set.Grade(src).String(); got != want.grade {
			t.Errorf("%s: grade %s, want %s", name, got, want.grade)
		}
		if got := (column.Thing{Table: phones, Row: row}).Confirmed(confirmed); got != want.confirmed {
			t.Errorf("%s: confirmed %v", name, got)
		}
		if got := set.Label(src).Classification(); got != want.class {
			t.Errorf("%s: %v, want %v", name, got, want.class)
		}
	}
	row, _ := phones.Row(columntest.Key("Phone", "r"))
	src := phones.Records(row)[0]
	for p, want := range map[string]string{"number": "A1", "country": "C3", "imei": "A1"} {
		property := phones.Column(schema.PropertyName(p))
		e := set.Stated(src, property.Property(), property.First(row))
		if e.Grade.String() != want || (p == "country") != (e.Label.Classification() == handling.Restricted) {
			t.Errorf("%s: %v %v", p, e.Grade, e.Label)
		}
	}
	held := set.Held(&set.Contributions[0])
	if held.Words() != "A1, X4" || handling.Wider(held.Label, secret) {
		t.Errorf("the contribution holds %s, %v", held.Words(), held.Label)
	}
}

// A record that has nothing besides its key keeps its own grade and label.
func TestOwnOfAKeyAlone(t *testing.T) {
	var c columntest.Case
	r := columntest.Thing("Phone", "p")
	secret, err := handling.Parse("SECRET owner=EL")
	if err != nil {
		t.Fatal(err)
	}
	r.Statements = []record.Statement{{Label: secret}}
	c.Add("EL", "2015-01-01", r)
	set := c.Set(t)
	phones := set.Table("Phone")
	labels := set.NewLabels()
	labels.Add(phones.Records(0)...)
	if got := labels.Join(); got != secret {
		t.Errorf("label %v, want %v", got, secret)
	}
}
