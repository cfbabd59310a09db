package record_test

import (
	"testing"

	"pgregory.net/rapid"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
)

func gradeOf(t testing.TB, text string) grading.Grade {
	t.Helper()
	g, err := grading.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func labelOf(t testing.TB, text string) handling.Label {
	t.Helper()
	l, err := handling.ParseOwned(text, "EL")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// The grade of a record is that of most of its statements; its label is never wider than
// that of its contribution or of any statement.
func TestEvaluation(t *testing.T) {
	own := func(grade, label string) record.Statement {
		var s record.Statement
		if grade != "" {
			s.Grade = gradeOf(t, grade)
		}
		if label != "" {
			s.Label = labelOf(t, label)
		}
		return s
	}
	of := record.Contribution{Owner: "EL", Grade: gradeOf(t, "A1"), Label: labelOf(t, "TLP:CLEAR")}
	for _, c := range []struct {
		name         string
		statements   []record.Statement
		grade, label string
	}{
		{"nothing", nil, "A1", "TLP:CLEAR"},
		{"none of its own", []record.Statement{{}, {}}, "A1", "TLP:CLEAR"},
		{"its own", []record.Statement{own("X4", "SECRET H2"), own("X4", "SECRET H2")}, "X4", "TLP:CLEAR SECRET H2"},
		{"one that is graded otherwise", []record.Statement{own("X4", ""), own("", ""), own("", "")}, "A1", "TLP:CLEAR"},
		{"as many", []record.Statement{own("X4", ""), own("", "")}, "X4", "TLP:CLEAR"},
		{"one that is closer", []record.Statement{own("", ""), own("", "RESTRICTED")}, "A1", "TLP:CLEAR RESTRICTED"},
		{"wider than the contribution", []record.Statement{own("6x6:B2", "UNCLASSIFIED")}, "6x6:B2", "TLP:CLEAR"},
		{"no statement but its own", []record.Statement{own("C3", "CONFIDENTIAL")}, "C3", "TLP:CLEAR CONFIDENTIAL"},
	} {
		got := (&record.Record{Statements: c.statements}).Evaluation(&of)
		if got.Grade.String() != c.grade || got.Label != labelOf(t, c.label) {
			t.Errorf("%s: %v %v, want %s %s", c.name, got.Grade, got.Label, c.grade, c.label)
		}
	}
}

func TestEvaluationNeverWidens(t *testing.T) {
	labels := []string{"TLP:CLEAR", "RESTRICTED", "H1 SECRET audience=EL,IT", "purposes=strategic", "audience=IT"}
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(name string) handling.Label { return labelOf(t, rapid.SampledFrom(labels).Draw(rt, name)) }
		of := record.Contribution{Label: draw("whole")}
		var r record.Record
		for range rapid.IntRange(0, 4).Draw(rt, "statements") {
			s := record.Statement{}
			if rapid.Bool().Draw(rt, "own") {
				s.Label = draw("own label")
			}
			r.Statements = append(r.Statements, s)
		}
		got := r.Evaluation(&of).Label
		for _, s := range r.Statements {
			if s.Label != (handling.Label{}) && handling.Wider(got, s.Label) {
				rt.Fatalf("%v is wider than %v", got, s.Label)
			}
		}
		if handling.Wider(got, of.Label) {
			rt.Fatalf("%v is wider than %v", got, of.Label)
		}
	})
}

func TestOrigin(t *testing.T) {
	for _, c := range []struct {
		own, whole record.Origin
		want       string
	}{{"", "", "EL"}, {"", "Europol", "Europol"}, {"a hotline", "Europol", "a hotline"}} {
		if got := (&record.Contribution{Owner: "EL", Origin: c.whole}).OriginOf(c.own); got != c.want {
			t.Errorf("%q in %q: %s, want %s", c.own, c.whole, got, c.want)
		}
	}
}
