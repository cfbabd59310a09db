package figure

import (
	"slices"
	"strings"

	"skein/internal/english"
	"skein/internal/schema"
)

// Known returns how many things are in the cells: those that have what the figure needs.
func (f *Figure) Known() int { return f.N - f.Missing }

// MissingPercent writes the share of missing things, "70.0 %"; of none "0 %".
func (f *Figure) MissingPercent() string {
	if f.Missing == 0 {
		return "0 %"
	}
	percent := Figure{Decimals: 1}
	share := percent.Format(100 * f.MissingShare())
	if share == "0.0" {
		share = "less than 0.1"
	}
	if share == "100.0" && f.Missing < f.N {
		share = "more than 99.9"
	}
	return share + " %"
}

// MissingInWords says for how many things what is not known, or why they are left out: "crime
// not known for 70.0 % (105 of 150)". Everything that shows what a figure lacks shows
// this.
func (f *Figure) MissingInWords() string {
	if f.Missing == 0 {
		return "nothing missing"
	}
	share := f.MissingPercent() + " (" + english.Number(f.Missing) + " of " + english.Number(f.N) + ")"
	if f.LeftOut != "" {
		return share + " left out: " + f.LeftOut
	}
	return f.lacking() + " not known for " + share
}

// lacking names what the things that are in no cell lack: a key or, where numbers are
// computed with, the number.
func (f *Figure) lacking() string {
	if f.Lacking != "" {
		return f.Lacking
	}
	var needs []string
	for _, k := range f.Definition.Grouping {
		if k != "statistic" && k != "unit" {
			needs = append(needs, keyInWords(k))
		}
	}
	if p := f.Definition.Property; p != "" {
		of, _, _ := strings.Cut(f.Definition.Records, ",") // the property's schema comes first
		if words := propertyInWords(schema.Name(of), p); !slices.Contains(needs, words) {
			needs = append(needs, words)
		}
	}
	if len(needs) == 0 {
		return "value"
	}
	return english.Either(needs)
}

// keyInWords is what a key asks of a thing, as it stands before "not known".
func keyInWords(key string) string {
	switch key {
	case "owner":
		return "contributor"
	case "area", "crime":
		return "other crime"
	case "rented":
		return "whether rented"
	case "plate":
		return "country of the plate or of the users' residence"
	case "members":
		return "number of members"
	case "countries":
		return "country of residence"
	case "hub":
		return "place of departure"
	case "leg":
		return "origin and destination"
	}
	return key
}

// propertyInWords returns a property's label in lower case: "dead and missing".
func propertyInWords(of schema.Name, p schema.PropertyName) string {
	if s, ok := schema.Default().Get(of); ok {
		if defined, ok := s.Property(p); ok {
			return strings.ToLower(defined.Label)
		}
	}
	return string(p)
}

// UnitOf returns the unit as it stands after a value that is shown as text: "leg" after 1.
func (f *Figure) UnitOf(shown string) string {
	if shown == "1" {
		return english.Singular(f.Unit)
	}
	return f.Unit
}

// AllCells returns the places of all cells.
func (f *Figure) AllCells() []int {
	out := make([]int, len(f.Cells))
	for i := range out {
		out[i] = i
	}
	return out
}

// Bases writes the n of some cells: of shares how many things they are of, "41" or "12 to 41";
// otherwise how many things are in the cells, where each is in one, or how many the figure
// looked at.
func (f *Figure) Bases(cells []int) string {
	if !f.Share || len(cells) == 0 {
		return english.Number(f.things(cells))
	}
	low, high := f.Cells[cells[0]].N, f.Cells[cells[0]].N
	for _, i := range cells {
		low, high = min(low, f.Cells[i].N), max(high, f.Cells[i].N)
	}
	if low == high {
		return english.Number(low)
	}
	return english.Number(low) + " to " + english.Number(high)
}

// things returns how many things some of the cells are of. Where it cannot be seen from the
// cells, because a thing may be in several, it is the n of the figure.
func (f *Figure) things(cells []int) int {
	if len(cells) == 0 || len(cells) == len(f.Cells) {
		return f.N
	}
	if len(f.Cells) == f.N-f.Missing || len(f.Cells) == f.N { // each cell is a thing, and its n is of something else
		return len(cells)
	}
	if f.sum(f.AllCells()) == f.N-f.Missing {
		return f.sum(cells)
	}
	return f.N
}

// sum adds the n of cells, of the statistics of one group only once.
func (f *Figure) sum(cells []int) int {
	n, statistic := 0, slices.Index(f.Definition.Grouping, "statistic")
	for _, i := range cells {
		if c := &f.Cells[i]; statistic < 0 || c.Keys[statistic] == "median" {
			n += c.N
		}
	}
	return n
}
