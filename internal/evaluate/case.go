package evaluate

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"skein/internal/block"
	"skein/internal/casework"
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/geo"
	"skein/internal/ledger"
	"skein/internal/network"
	"skein/internal/record"
	"skein/internal/simulate/truth"
	"skein/internal/store"
	"skein/internal/term"
)

// Truth is what a simulated world says of itself, as far as it is scored.
type Truth struct {
	World       *truth.World
	Persons     map[string]truth.Person // by ID
	Memberships []truth.Membership
	Records     []truth.Record
	Hotspots    []truth.Hotspot
	Legs        []truth.Leg
	Flows       []truth.Flow
	Measures    []truth.Measure
	Crimes      []truth.Crime
	Market      []truth.Market
	Figures     []truth.Figure
}

// ReadTruth reads a folder of truth. It returns truth.ErrFormat where the files are of
// another version.
func ReadTruth(dir string) (*Truth, error) {
	t := &Truth{Persons: map[string]truth.Person{}}
	var err error
	if t.World, err = truth.ReadWorld(dir); err != nil {
		return nil, err
	}
	for p, err := range truth.Read[truth.Person](dir, truth.PersonsFile) {
		if err != nil {
			return nil, err
		}
		t.Persons[p.ID] = p
	}
	if t.Memberships, err = truth.All[truth.Membership](dir, truth.MembershipsFile); err != nil {
		return nil, err
	}
	if t.Records, err = truth.All[truth.Record](dir, truth.RecordsFile); err != nil {
		return nil, err
	}
	if t.Hotspots, err = truth.All[truth.Hotspot](dir, truth.HotspotsFile); err != nil {
		return nil, err
	}
	if t.Legs, err = truth.All[truth.Leg](dir, truth.LegsFile); err != nil {
		return nil, err
	}
	if t.Flows, err = truth.All[truth.Flow](dir, truth.FlowsFile); err != nil {
		return nil, err
	}
	if t.Measures, err = truth.All[truth.Measure](dir, truth.MeasuresFile); err != nil {
		return nil, err
	}
	if t.Crimes, err = truth.All[truth.Crime](dir, truth.CrimesFile); err != nil {
		return nil, err
	}
	if t.Market, err = truth.All[truth.Market](dir, truth.MarketFile); err != nil {
		return nil, err
	}
	t.Figures, err = truth.All[truth.Figure](dir, truth.FiguresFile)
	return t, err
}

// figure returns the true values of a figure by its keys, joined by "|".
func (t *Truth) figure(id string) map[string]truth.Figure {
	out := map[string]truth.Figure{}
	for _, f := range t.Figures {
		if f.Figure == id {
			keys := make([]string, len(f.Keys))
			for i, k := range f.Keys {
				name, text, _ := strings.Cut(k, "=")
				keys[i] = name + "=" + keyText(text)
			}
			out[strings.Join(keys, "|")] = f
		}
	}
	return out
}

// Suspect is a record of a suspect that the truth knows.
type Suspect struct {
	ID     record.ID
	Person string   // who it truly is
	Facts  []string // that it tells truly or nearly
	Row    int      // in the table of persons
}

// Displacement is a change in the flow that an engine found.
type Displacement struct {
	Corridor, Closed string // the section that lost
	Day              float64
}

// Answer is what engines found, by the records of suspects. What is nil no engine
// gives yet.
type Answer struct {
	Entities   []string  // whom each record is of
	Networks   []string  // the network that each record's person is found in; empty: none
	Leaders    []float64 // how much each record's person looks like a leader
	Organisers []float64
	Roles      []string
	Hotspots   []geo.Point
	Displaced  []Displacement // nil: no engine; empty: it found none
}

// Case is what a case holds and what its engines say.
type Case struct {
	Set      *column.Set
	Figures  map[figure.ID]*figure.Figure
	Suspects []Suspect            // by record
	Told     map[record.ID]string // which true thing a record of any schema is about
	Answer   Answer
}

// ErrOther is in the error for a case that was not made from the world.
var ErrOther = errors.New("the case was not made from this world")

// Load reads what a case that was made from the world of a truth says: its picture, as all
// verbs have it, by the case's own settings, model, judgements and entities.
func Load(ctx context.Context, s store.Store, p *casework.Picture, t *Truth) (*Case, error) {
	c := &Case{Set: p.Set, Figures: map[figure.ID]*figure.Figure{}, Told: map[record.ID]string{}}
	for i := range p.Figures {
		c.Figures[p.Figures[i].ID] = &p.Figures[i]
	}
	facts, err := c.match(ctx, s, t)
	if err != nil {
		return nil, err
	}
	persons := c.Set.Table("Person")
	for row := range persons.Len() {
		for _, src := range persons.Records(row) {
			if told := facts[src.ID]; told != nil {
				c.Suspects = append(c.Suspects, Suspect{ID: src.ID, Person: told.Entity, Facts: told.Facts, Row: row})
			}
		}
	}
	slices.SortFunc(c.Suspects, func(a, b Suspect) int { return cmp.Compare(a.ID, b.ID) })
	if len(c.Suspects) == 0 {
		return nil, ErrOther
	}
	found, err := p.Networks(ctx)
	if err != nil {
		return nil, err
	}
	c.answer(found, p.Entity)
	return c, nil
}

// answer takes down what the engines say of each suspect. Entity is that of each row of the
// table of persons.
func (c *Case) answer(found *network.Found, entity []uint32) {
	standing := map[uint32]*network.Standing{}
	for i := range found.Networks {
		for k := range found.Networks[i].Members {
			m := &found.Networks[i].Members[k]
			standing[m.Entity] = &m.Standing
		}
	}
	roles := network.StatedRoles(c.Set, entity)
	for _, sp := range c.Suspects {
		e := entity[sp.Row]
		c.Answer.Roles = append(c.Answer.Roles, roles[e])
		c.Answer.Entities = append(c.Answer.Entities, strconv.Itoa(int(e)))
		in := "alone " + strconv.Itoa(int(e)) // records of one person are in one network, if it is of one person
		if n := found.Network(sp.Row); n >= 0 {
			in = strconv.Itoa(n)
		}
		c.Answer.Networks = append(c.Answer.Networks, in)
		lead, organise := 0.0, 0.0
		if s := standing[e]; s != nil {
			organise, lead = s.Chance[1], s.Chance[2]
		}
		c.Answer.Leaders, c.Answer.Organisers = append(c.Answer.Leaders, lead), append(c.Answer.Organisers, organise)
	}
}

// place is where a record stands.
type place struct {
	part   string
	row    int
	schema string
}

// match finds the record of each line of truth/records.csv. It returns the lines of
// suspects by record.
func (c *Case) match(ctx context.Context, s store.Store, t *Truth) (map[record.ID]*truth.Record, error) {
	byFile := map[string]map[place]*truth.Record{}
	for i := range t.Records {
		r := &t.Records[i]
		if byFile[r.File] == nil {
			byFile[r.File] = map[place]*truth.Record{}
		}
		byFile[r.File][place{r.Part, r.Row, r.Schema}] = r
	}
	live, _, err := ledger.Readings(ctx, s)
	if err != nil {
		return nil, err
	}
	suspects := map[record.ID]*truth.Record{}
	for _, l := range live {
		lines := byFile[l.Contribution.Name]
		if lines == nil {
			continue
		}
		for b, err := range s.RecordBlocks(ctx, l.Read.No) {
			if err != nil {
				return nil, err
			}
			if err := c.matchBlock(l.Read.No, b, lines, suspects); err != nil {
				return nil, err
			}
		}
	}
	return suspects, nil
}

func (c *Case) matchBlock(entry record.EntryNo, b []byte, lines map[place]*truth.Record, suspects map[record.ID]*truth.Record) error {
	r, err := block.NewReader(entry, b)
	if err != nil {
		return err
	}
	for {
		row, err := r.Next()
		if row == nil || err != nil {
			return err
		}
		told := lines[place{r.Strings[row.Part], row.Line, schemaOf(r.Strings[row.Schema])}]
		if told == nil {
			continue
		}
		c.Told[row.ID] = told.Entity
		if told.Schema == "Person" && len(told.Facts) > 0 {
			suspects[row.ID] = told
		}
	}
}

// schemaOf returns under which schema the truth has a record: passports are among the
// other documents there.
func schemaOf(name string) string {
	if name == "Passport" {
		return "Identification"
	}
	return name
}

// about returns the true thing that most records of a thing are about; empty: none.
func (c *Case) about(th column.Thing) string {
	count := map[string]int{}
	best := ""
	for _, src := range th.Records() {
		if e := c.Told[src.ID]; e != "" {
			count[e]++
			if count[e] > count[best] || count[e] == count[best] && e < best {
				best = e
			}
		}
	}
	return best
}

// cells yields the cells of a figure with their keys as the truth writes them.
func (c *Case) cells(id figure.ID, visit func(keys string, cell *figure.Cell)) bool {
	f := c.Figures[id]
	if f == nil {
		return false
	}
	names := f.Definition.Grouping
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(names[a], names[b]) })
	for i := range f.Cells {
		parts := make([]string, len(names))
		for k, at := range order {
			parts[k] = names[at] + "=" + keyText(f.Cells[i].Keys[at])
		}
		visit(strings.Join(parts, "|"), &f.Cells[i])
	}
	return true
}

// keyText is what two spellings of a term, of a case and of the truth, have in common.
func keyText(text string) string { return string(term.Fold(text)) }

// key returns the value of one of the keys that cells wrote.
func key(keys, name string) string {
	for k := range strings.SplitSeq(keys, "|") {
		if value, ok := strings.CutPrefix(k, name+"="); ok {
			return value
		}
	}
	return ""
}
