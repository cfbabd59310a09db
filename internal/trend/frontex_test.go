package trend_test

import (
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"skein/internal/column/columntest"
	"skein/internal/figure"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/trend"
)

// frontex reads the monthly detections that Frontex publishes, or skips the test.
func frontex(t *testing.T) *columntest.Case {
	t.Helper()
	dir := os.Getenv("SKEIN_TESTDATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	file, err := os.Open(filepath.Join(dir, "flow-frontex-iom", "frontex.csv"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no test data: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }() // read only
	rows := csv.NewReader(file)
	if _, err := rows.Read(); err != nil { // route, type, nat, t, n
		t.Fatal(err)
	}
	var flows []record.Record
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		days, err := strconv.Atoi(row[3])
		if err != nil {
			t.Fatal(err)
		}
		pairs := []string{
			"measure", "detections", "route", strings.TrimSuffix(row[0], " Route"), "mode", strings.ToLower(row[1]),
			"period", time.Unix(0, 0).UTC().AddDate(0, 0, days).Format("2006-01"), "count", row[4],
		}
		if code, err := normalize.Country(row[2]); err == nil { // some rows are of unknown nationality
			pairs = append(pairs, "nationality", code)
		}
		flows = append(flows, columntest.Thing("Flow", strconv.Itoa(len(flows)), pairs...))
	}
	var c columntest.Case
	c.Add("FRONTEX", "2025-06-19", flows...)
	return &c
}

// The totals of the published file, and two changes worked out by hand from it:
// 153,946 after 170,664 and 885,386 after 50,834.
func TestFrontex(t *testing.T) {
	figures := trend.Figures(frontex(t).Set(t))
	for _, test := range []struct {
		id   figure.ID
		keys []string
		want string
	}{
		{"detections.total", nil, "4,966,869"},
		{"detections.by_year", []string{"2015"}, "1,822,102"},
		{"detections.by_route_year", []string{"Central Mediterranean", "2015"}, "153,946"},
		{"detections.by_route_year", []string{"Eastern Mediterranean", "2015"}, "885,386"},
		{"detections.by_route_year", []string{"Western Mediterranean", "2015"}, "7,004"},
		{"detections.change_on_year", []string{"Central Mediterranean", "2015"}, "−9.8"},
		{"detections.change_on_year", []string{"Eastern Mediterranean", "2015"}, "1,641.7"},
	} {
		f := columntest.Figure(t, figures, test.id)
		c, err := f.Cell(test.keys...)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.FormatValue(c); got != test.want {
			t.Errorf("%s %v: %s, want %s", test.id, test.keys, got, test.want)
		}
	}
}
