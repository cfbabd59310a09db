package world

import (
	"bufio"
	_ "embed" // the table of corridors
	"errors"
	"fmt"
	"strconv"
	"strings"

	"skein/internal/geo"
	"skein/internal/normalize"
	"skein/internal/place/gazetteer"
)

//go:embed corridors.txt
var corridorsText string

// Place is a town or crossing where something of the world happens.
type Place struct {
	ID       gazetteer.ID
	Name     string
	Country  string
	At       geo.Point
	EU       bool // in 2015
	Corridor string
	Hotspot  bool
	Weight   float64 // of activity, relative to other places
	Kind     string
}

// Leg is one way from a place to another.
type Leg struct {
	ID       string
	Corridor *Corridor
	Stage    int // from 1
	From, To *Place
	Mode     string
	Share    float64 // of the journeys that take this stage
	FeeUSD   float64 // median
	Means    []string
	Section  string // where it is counted; empty: it is not
}

// Corridor is a named bundle of routes.
type Corridor struct {
	Name     string
	Weight   float64  // of networks
	Follows  string   // corridor on which its travellers came before; empty: none
	Stages   [][]*Leg // by stage
	Sections []string // where detections are counted, in the order of the table
	ByName   map[string]*Leg
}

// Entry returns the legs of the stage that is counted, or nil.
func (c *Corridor) Entry() []*Leg {
	for _, stage := range c.Stages {
		if stage[0].Section != "" {
			return stage
		}
	}
	return nil
}

// Geography is where everything happens. It is the same for every seed, save which
// further places are hotspots.
type Geography struct {
	Corridors []*Corridor
	Legs      []*Leg
	places    map[string]*Place // by "name, country"
	order     []*Place
}

// Corridor returns a corridor by name, or nil.
func (g *Geography) Corridor(name string) *Corridor {
	for _, c := range g.Corridors {
		if c.Name == name {
			return c
		}
	}
	return nil
}

var errTable = errors.New("the table of corridors is not right")

// newGeography reads the table of corridors.
func newGeography(text string) (*Geography, error) {
	g := &Geography{places: map[string]*Place{}}
	var c *Corridor
	lines := bufio.NewScanner(strings.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		var err error
		if name, ok := strings.CutPrefix(cells[0], "corridor "); ok {
			c, err = g.corridor(name, cells[1:])
		} else {
			err = g.leg(c, cells)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w: %w", n, errTable, err)
		}
	}
	return g, lines.Err()
}

func (g *Geography) corridor(name string, cells []string) (*Corridor, error) {
	c := &Corridor{Name: name}
	if len(cells) == 0 {
		return nil, errors.New("no weight")
	}
	var err error
	if c.Weight, err = strconv.ParseFloat(cells[0], 64); err != nil {
		return nil, err
	}
	if len(cells) > 1 {
		c.Follows = cells[1]
	}
	g.Corridors = append(g.Corridors, c)
	return c, nil
}

func (g *Geography) leg(c *Corridor, cells []string) error {
	if c == nil || len(cells) != 7 {
		return fmt.Errorf("%d cells, want 7", len(cells))
	}
	l := &Leg{ID: fmt.Sprintf("L%03d", len(g.Legs)+1), Corridor: c, Mode: cells[3], Means: strings.Split(cells[6], ", ")}
	number, section, _ := strings.Cut(cells[0], "!")
	l.Section = strings.TrimSpace(section)
	var err1, err2, err3, err4, err5 error
	l.Stage, err1 = strconv.Atoi(strings.TrimSpace(number))
	l.Share, err2 = strconv.ParseFloat(cells[4], 64)
	l.FeeUSD, err3 = strconv.ParseFloat(cells[5], 64)
	l.From, err4 = g.place(cells[1], c.Name)
	l.To, err5 = g.place(cells[2], c.Name)
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		return err
	}
	switch {
	case l.Stage == len(c.Stages)+1:
		c.Stages = append(c.Stages, nil)
	case l.Stage != len(c.Stages) || l.Stage == 0:
		return fmt.Errorf("stage %d out of order", l.Stage)
	}
	c.Stages[l.Stage-1] = append(c.Stages[l.Stage-1], l)
	if l.Section != "" {
		c.Sections = append(c.Sections, l.Section)
	}
	g.Legs = append(g.Legs, l)
	return nil
}

// otherName returns what the gazetteer calls a place that the table of corridors has
// under its English name.
func otherName(name string) string {
	switch name {
	case "Patras":
		return "Pátra"
	case "Hargeisa":
		return "Hargeysa"
	case "Kufra":
		return "Al Jawf"
	case "Zuwara":
		return "Zuwārah"
	case "Sabratha":
		return "Şabrātah"
	case "Oujda":
		return "Oujda-Angad"
	case "Las Palmas":
		return "Las Palmas de Gran Canaria"
	case "Uzhhorod":
		return "Uzhgorod"
	case "Hull":
		return "Kingston upon Hull"
	}
	return name
}

// place returns the place of "Name, country", made at its first mention.
func (g *Geography) place(text, corridor string) (*Place, error) {
	if p, ok := g.places[text]; ok {
		return p, nil
	}
	name, country, ok := strings.Cut(text, ", ")
	if !ok {
		return nil, fmt.Errorf("%q is not a name and a country", text)
	}
	p := &Place{Name: name, Country: country, Corridor: corridor, EU: normalize.IsEU(country, 2015), Kind: "town", Weight: 1}
	found := gazetteer.Default().Named(otherName(name), country)
	if len(found) == 0 {
		return nil, fmt.Errorf("%q is not in the gazetteer", text)
	}
	p.ID, p.At = found[0].ID, found[0].Position
	g.places[text] = p
	g.order = append(g.order, p)
	return p, nil
}
