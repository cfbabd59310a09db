package holding_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/column/columntest"
	"skein/internal/handling"
	"skein/internal/holding"
	"skein/internal/record"
)

// relays is a case in which EL and IT relay what FRONTEX told, ES tells its own,
// and PT's contribution gave no record.
func relays(t testing.TB) *columntest.Case {
	t.Helper()
	closed, err := handling.Parse("H1 RESTRICTED owner=PT audience=EUROPOL,PT purposes=strategic")
	if err != nil {
		t.Fatal(err)
	}
	var c columntest.Case
	public := handling.Public()
	thing := columntest.Thing
	relayed := thing("Incident", "x", "kind", "wreck")
	relayed.Origin = "a fisherman"
	c.AddAs(record.Contribution{Name: "el", Owner: "EL", Origin: "FRONTEX", Label: public}, "B2", "2016-01-01",
		thing("Incident", "i", "kind", "wreck"), thing("Vehicle", "v", "type", "van"), relayed)
	c.AddAs(record.Contribution{Name: "it", Owner: "IT", Origin: "FRONTEX", Label: public}, "6x6:B2", "2016-01-02",
		thing("Incident", "i", "kind", "wreck"))
	c.AddAs(record.Contribution{Name: "es", Owner: "ES", Label: public}, "ungraded", "2016-01-03", thing("Incident", "i2", "kind", "wreck"))
	c.AddAs(record.Contribution{Name: "el-2", Owner: "EL", Label: public}, "X4", "2016-01-04", thing("Incident", "i", "kind", "wreck"))
	c.AddAs(record.Contribution{Name: "pt", Owner: "PT", Label: closed}, "A1", "2016-01-05")
	return &c
}

func TestFigures(t *testing.T) {
	set := relays(t).Set(t)
	figures := holding.Figures(set)
	type values = map[string]float64
	columntest.Expect(t, figures, "contributions.by_owner", 5, 0, values{"EL": 2, "ES": 1, "IT": 1, "PT": 1})
	columntest.Expect(t, figures, "records.by_owner", 6, 0, values{"EL": 4, "ES": 1, "IT": 1})
	columntest.Expect(t, figures, "records.by_schema", 6, 0, values{"Incident": 5, "Vehicle": 1})
	// B2 of the 6x6 is not B2 of the 4x4, and nobody's grade is not an X4.
	columntest.Expect(t, figures, "records.by_grade_owner", 6, 0, values{
		"EL | B2": 3, "EL | X4": 1, "ES | X4 (ungraded)": 1, "IT | 6x6:B2": 1,
	})
	// FRONTEX through two agencies is one origin; EL and ES are their own.
	columntest.Expect(t, figures, "origins.by_owner", 4, 0, values{"EL": 3, "ES": 1, "IT": 1})
	columntest.Expect(t, figures, "origins.count", 4, 0, values{"": 4})

	c, err := columntest.Figure(t, figures, "contributions.by_owner").Cell("EL")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"el-2:1", "el:1", "el:2", "el:3"}, columntest.Evidence(set, c.Evidence)); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

// A contribution without records still tells of itself: its label holds.
func TestLabel(t *testing.T) {
	for _, f := range holding.Figures(relays(t).Set(t)) {
		if !f.Label.Has(handling.H1) || f.Label.Classification() != handling.Restricted {
			t.Errorf("%s is labelled %v", f.ID, f.Label)
		}
	}
}

func TestEngine(t *testing.T) {
	columntest.CheckEngine(t, relays(t), holding.Figures,
		"contributions.by_owner", "records.by_owner", "records.by_schema", "records.by_grade_owner", "origins.by_owner", "origins.count")
}

func TestOrder(t *testing.T) { columntest.CheckOrder(t, relays(t), holding.Figures) }
