package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"skein/internal/casework"
	"skein/internal/figure"
	"skein/internal/store/sqlite"
)

// The example on public data gives the figures that its publishers give. The data
// are not part of the repository; without them the test is skipped.
func TestMediterranean(t *testing.T) {
	data := os.Getenv("SKEIN_TESTDATA")
	if data == "" {
		data = filepath.Join("..", "..", "..", "shared", "data")
	}
	if _, err := os.Stat(filepath.Join(data, "flow-frontex-iom", "frontex.csv")); err != nil {
		t.Skipf("no test data: %v", err)
	}
	dir := casework.Dir(filepath.Join(t.TempDir(), "med"))
	if code := skeinProcess(t, 0, "run", "../../examples/mediterranean/case.yaml", "--data", data, "--out", string(dir)); code != exitDone {
		t.Fatalf("the run ended with %d", code)
	}
	p, err := loadCase(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		id   figure.ID
		keys []string
		want string
	}{
		{"detections.total", nil, "4966869"},
		{"detections.by_year", []string{"2015"}, "1822102"},
		{"detections.by_route_year", []string{"Eastern Mediterranean", "2015"}, "885386"},
		{"detections.by_route_year", []string{"Western Balkan", "2015"}, "764033"},
		{"detections.by_route_year", []string{"Central Mediterranean", "2015"}, "153946"},
		{"detections.by_route_year", []string{"Circular Albania-Greece", "2015"}, "8932"},
		{"detections.by_route_year", []string{"Western Mediterranean", "2015"}, "7004"},
		{"detections.by_route_year", []string{"Eastern Borders", "2015"}, "1920"},
		{"detections.by_route_year", []string{"Western African", "2015"}, "874"},
		{"detections.by_route_year", []string{"other", "2015"}, "7"},
		{"incidents.count", nil, "19669"},
		{"incidents.dead_and_missing", nil, "75068"},
		{"incidents.serious_reports", nil, "454"},
		{"claims.check", []string{"routes-central-mediterranean-2015"}, "recomputes"},
		{"claims.check", []string{"routes-eastern-mediterranean-2015"}, "recomputes"},
		{"claims.check", []string{"routes-eastern-borders-2015"}, "recomputes"},
		{"claims.check", []string{"routes-central-mediterranean-change-2015"}, "differs"},
		{"claims.check", []string{"routes-eastern-mediterranean-change-2015"}, "differs"},
		{"claims.check", []string{"routes-western-mediterranean-2015"}, "differs"},
		{"claims.check", []string{"routes-nordic-2015"}, "cannot"},
	} {
		cell, err := p.Cited(c.id).Cell(c.keys...)
		if err != nil {
			t.Error(err)
		} else if cell.Raw() != c.want {
			t.Errorf("%s %v = %s, want %s", c.id, c.keys, cell.Raw(), c.want)
		}
	}
	for route, want := range map[string]float64{"Central Mediterranean": -9.8, "Eastern Mediterranean": 1641.7} {
		cell, err := p.Cited("detections.change_on_year").Cell(route, "2015")
		if err != nil || math.Abs(cell.Value-want) >= 0.05 {
			t.Errorf("change of %s: %+v, %v; want %v", route, cell, err, want)
		}
	}
	if f := p.Cited("incidents.serious_documents"); f.N != 798 {
		t.Errorf("%d serious-incident records came in, want 798", f.N)
	}
	rowsAddUp(t, dir, p)
}

// rowsAddUp explains a cell and adds the rows of its evidence.
func rowsAddUp(t *testing.T, dir casework.Dir, p *casework.Picture) {
	t.Helper()
	ctx := context.Background()
	s, err := openCase(ctx, dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	x, err := p.Explain(ctx, s, "detections.by_route_year", []string{"Central Mediterranean", "2015"}, true, string(dir))
	if err != nil {
		t.Fatal(err)
	}
	cell, err := p.Cited("detections.by_route_year").Cell("Central Mediterranean", "2015")
	if err != nil {
		t.Fatal(err)
	}
	if x.Sum == nil || *x.Sum != cell.Value || len(x.Records) != cell.N {
		t.Errorf("the rows add up to %v from %d records, the cell is %v from %d", x.Sum, len(x.Records), cell.Value, cell.N)
	}
	for _, r := range x.Records {
		var route, kind, nationality string
		var day, n int
		if got, err := fmt.Sscanf(r.Raw, "%q,%q,%q,%d,%d", &route, &kind, &nationality, &day, &n); err != nil || got != 5 {
			t.Fatalf("row %d is %q: %v", r.Row, r.Raw, err)
		}
		if route != "Central Mediterranean Route" || r.Value == nil || float64(n) != *r.Value {
			t.Errorf("row %d is %q, and counts as %v", r.Row, r.Raw, r.Value)
		}
	}
}
