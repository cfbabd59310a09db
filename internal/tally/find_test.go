package tally_test

import (
	"errors"
	"testing"

	"skein/internal/figure"
	"skein/internal/tally"
)

func TestFind(t *testing.T) {
	f := figure.Figure{
		ID: "f", Definition: figure.Definition{Grouping: []string{"place", "year"}},
		Cells: []figure.Cell{
			{Keys: []string{"Chora", "2015"}, IDs: []string{"chora/gr", "2015"}, Value: 1},
			{Keys: []string{"Tarsis (Lebanon)", "2015"}, IDs: []string{"tarsis/lb", "2015"}, Value: 2},
			{Keys: []string{"Tarsis (Libya)", "2015"}, IDs: []string{"tarsis/ly", "2015"}, Value: 4},
			{Keys: []string{"Tarsis (Libya)", "2016"}, IDs: []string{"tarsis/ly", "2016"}, Value: 8},
		},
	}
	for _, c := range []struct {
		place, year string
		want        float64
	}{
		{"Chora", "", 1},
		{"chora/gr", "2015", 1},
		{"CHORA", "", 1},
		{"tarsis/ly", "", 12},
		{"tarsis (libya)", "2016", 8},
		{"Tarsis (Lebanon)", "", 2},
		{"Tarsis", "2016", 8}, // of that year there is one
		{"", "2015", 7},
	} {
		keys := map[string]string{}
		if c.place != "" {
			keys["place"] = c.place
		}
		if c.year != "" {
			keys["year"] = c.year
		}
		cells, err := tally.Find(&f, keys)
		sum := 0.0
		for _, cell := range cells {
			sum += cell.Value
		}
		if err != nil || sum != c.want {
			t.Errorf("%v: %v, %v; want %v", keys, sum, err, c.want)
		}
	}
	_, err := tally.Find(&f, map[string]string{"place": "tarsis"})
	several, ok := errors.AsType[tally.AmbiguousError](err)
	if !ok || len(several.Names) != 2 || several.Names[1] != "Tarsis (Libya) [tarsis/ly]" {
		t.Errorf("a name of two places: %v", err)
	}
	if _, err := tally.Find(&f, map[string]string{"place": "Chora", "year": "2016"}); !errors.Is(err, figure.ErrCell) {
		t.Errorf("no such cell: %v", err)
	}
}
