package figure

import "testing"

func TestMissingInWords(t *testing.T) {
	by := func(n, missing int, keys ...string) Figure {
		return Figure{N: n, Missing: missing, Definition: Definition{Records: "Incident", Grouping: keys}}
	}
	number := by(310, 3, "route", "year")
	number.Definition.Property = "deadAndMissing"
	few := by(4, 4, "hub")
	few.LeftOut = "fewer than three years"
	position := by(9, 3)
	position.Lacking = "position"
	nearly, hardly := by(100_000, 99_999, "crime"), by(100_000, 1, "crime")
	for want, f := range map[string]Figure{
		"other crime not known for 70.0 % (105 of 150)": by(150, 105, "crime"),
		"nothing missing": by(150, 0, "crime"),
		"route, year or dead and missing not known for 1.0 % (3 of 310)":                number,
		"100.0 % (4 of 4) left out: fewer than three years":                             few,
		"position not known for 33.3 % (3 of 9)":                                        position,
		"other crime not known for more than 99.9 % (99,999 of 100,000)":                nearly,
		"other crime not known for less than 0.1 % (1 of 100,000)":                      hardly,
		"whether rented not known for 50.0 % (1 of 2)":                                  by(2, 1, "rented"),
		"country of the plate or of the users' residence not known for 50.0 % (1 of 2)": by(2, 1, "plate"),
		"currency not known for 50.0 % (1 of 2)":                                        by(2, 1, "currency", "statistic"),
	} {
		if got := f.MissingInWords(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The n of some cells is of these cells.
func TestBases(t *testing.T) {
	cell := func(n int, keys ...string) Cell { return Cell{N: n, Keys: keys} }
	shares := Figure{Share: true, N: 150, Missing: 109, Cells: []Cell{cell(41, "a"), cell(41, "b")}}
	years := Figure{Share: true, N: 60, Cells: []Cell{cell(12, "2014"), cell(41, "2015")}}
	single := Figure{N: 10, Missing: 1, Cells: []Cell{cell(4, "a"), cell(5, "b")}}
	several := Figure{N: 6, Cells: []Cell{cell(4, "a"), cell(5, "b")}}
	each := Figure{N: 2, Cells: []Cell{cell(7, "a"), cell(9, "b")}}
	quartiles := Figure{
		N: 9, Definition: Definition{Grouping: []string{"currency", "statistic"}},
		Cells: []Cell{cell(4, "EUR", "median"), cell(4, "EUR", "q1"), cell(5, "USD", "median"), cell(5, "USD", "q1")},
	}
	for _, c := range []struct {
		f     *Figure
		cells []int
		want  string
	}{
		{&shares, []int{0, 1}, "41"},
		{&years, []int{0, 1}, "12 to 41"},
		{&years, []int{1}, "41"},
		{&single, []int{0, 1}, "10"},
		{&single, []int{1}, "5"},
		{&several, []int{1}, "6"},
		{&each, []int{1}, "1"},
		{&quartiles, []int{2, 3}, "5"},
		{&quartiles, quartiles.AllCells(), "9"},
		{&Figure{N: 3}, nil, "3"},
	} {
		if got := c.f.Bases(c.cells); got != c.want {
			t.Errorf("%+v of %v: %s, want %s", c.f, c.cells, got, c.want)
		}
	}
}

func TestUnitOf(t *testing.T) {
	f := Figure{Unit: "records of legs"}
	for shown, want := range map[string]string{"1": "record of legs", "0": "records of legs", "1.5": "records of legs", "1,000": "records of legs"} {
		if got := f.UnitOf(shown); got != want {
			t.Errorf("%s %s, want %s", shown, got, want)
		}
	}
}

func TestAShareIsOfItsN(t *testing.T) {
	f := Figure{
		ID: "a.b", Title: "T", Unit: "%", Method: "share", N: 150, Missing: 109, Share: true, Definition: Definition{Records: "Involvement", Measure: "share"},
		Cells: []Cell{{Value: 100 * 17. / 41, N: 41}},
	}
	if err := f.Check(); err != nil {
		t.Error(err)
	}
	for _, n := range []int{150, 0, 40} {
		if f.Cells[0].N = n; f.Check() == nil {
			t.Errorf("41.5 %% of %d passes", n)
		}
	}
}
