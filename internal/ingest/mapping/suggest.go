package mapping

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"skein/internal/english"
	"skein/internal/header"
	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

// ErrNoSuggestion says that no column of a table is of a kind that is known.
var ErrNoSuggestion = errors.New("no mapping can be suggested: neither headers nor values tell what the rows are; write one after doc/mapping.md")

// Table is what a suggestion looks at: the header and some rows of a file, what stands
// above the header, and the file's name.
type Table struct {
	Columns []string
	Rows    [][]string
	Title   []string
	Name    string
}

// Suggest writes a mapping for a table from its header and some of its rows: the
// likeliest schema, its properties, how dates are written, which cells are missing
// values, and the key. Every line says in a comment why it is there; columns that it
// has no use for are listed at the end. [Parse] reads the result.
//
// It proposes only what the sample bears out: half of a column's values must be of the
// property's type where the header says so, else nine tenths. Where a table speaks of
// persons, their category is for the user to state; the proposal has witness, which
// protects most. It fails with [ErrNoSuggestion].
func Suggest(t Table, model *schema.Model) ([]byte, error) {
	d := &draft{model: model, profiles: profiles(t.Columns, t.Rows), used: map[string]bool{}}
	d.titles = append(slices.Clone(t.Title), t.Name)
	d.widen(&t)
	d.roles = settle(d.profiles)
	s := d.choose()
	if s == nil {
		return nil, ErrNoSuggestion
	}
	d.fill(s)
	text := d.text(len(t.Columns), len(t.Rows))
	m, err := Parse(text, model)
	if err != nil {
		return nil, fmt.Errorf("suggestion: %w", err)
	}
	note, err := trial(m, t.Columns, t.Rows)
	if err != nil {
		return nil, err
	}
	return append([]byte(note), text...), nil
}

// trial maps the sample and returns a comment on the rows that give nothing.
func trial(m *Mapping, columns []string, sample [][]string) (string, error) {
	b, err := m.Bind(columns)
	if err != nil {
		return "", fmt.Errorf("suggestion: %w", err)
	}
	bad, first := 0, Problem{}
	for i, cells := range sample {
		row := reader.Row{Place: reader.Place{Row: i + 1}, Cells: make([]reader.Cell, len(cells))}
		for j, c := range cells {
			row.Cells[j].Value = c
		}
		if problems := b.Map(Context{Owner: "sample"}, &row, func(*record.Record) {}); len(problems) > 0 {
			if bad++; bad == 1 {
				first = problems[0]
			}
		}
	}
	if bad == 0 {
		return "", nil
	}
	where := ""
	if first.Column != "" {
		where = ", the first because of " + strconv.Quote(first.Column)
	}
	return fmt.Sprintf("# %d of %s would go to quarantine%s.\n", bad, english.Count(len(sample), "row", "rows"), oneLine(where)), nil
}

// draft is a mapping in the making.
type draft struct {
	model    *schema.Model
	profiles []*profile
	roles    map[role]*profile
	own      header.Subject  // of the shape
	used     map[string]bool // columns
	wide     *wide           // nil: no columns are periods
	titles   []string        // what stands above the header, and the file's name
	lookups  []draftLookup
	entities []*draftEntity
	filters  string       // of the entities
	others   []draftQuery // after that of the entities
	rest     bool         // rest: quarantine
}

// draftQuery is a further query.
type draftQuery struct {
	filters  string
	entities []*draftEntity
}

// get returns the column of a role: first the one that the shape's own things have.
func (d *draft) get(r role) *profile {
	if d.own != header.Itself {
		if p := d.roles[r.of(d.own)]; p != nil {
			return p
		}
	}
	return d.roles[r]
}

type draftLookup struct {
	name    string
	entries [][2]string
}

type draftEntity struct {
	name, why  string
	schema     schema.Name
	keys       []draftLine // the first of settings
	settings   []draftLine // keys and the like
	properties []draftLine
}

// draftLine is a line of YAML and why it is there.
type draftLine struct{ text, why string }

// choose finds the shape of the table: the first of those that are sure, else the one
// that makes use of most columns.
func (d *draft) choose() *shape {
	var best *shape
	most := 0
	for _, s := range shapes() {
		sc, ok := d.model.Get(s.schema)
		if !ok || !s.met(d.roles) || !d.hasEnds(&s, sc) {
			continue
		}
		if s.ranked {
			return &s
		}
		d.own = s.own
		n := 0
		for _, g := range s.goals() {
			if p := d.get(g.role); p != nil && (d.target(sc, g, p) != nil) {
				n++
			}
		}
		if n > most {
			best, most = &s, n
		}
	}
	return best
}

// target returns the first of the goal's properties that the schema has and whose
// values the column can be.
func (d *draft) target(sc *schema.Schema, g goal, p *profile) *schema.Property {
	for _, name := range g.properties {
		def, ok := sc.Property(name)
		if !ok || def.Type == schema.Entity {
			continue
		}
		fm := formOf(sc, def)
		if g.role == roleDuration && p.spans() != nil {
			return def
		}
		if len(p.values) == 0 || def.Type == schema.Date || p.fits(fm) || p.separator(fm) != "" || d.translate(p, def) != nil {
			return def
		}
	}
	return nil
}

// translate returns a lookup from the column's values to those of a closed list,
// nil where some value has no equal there but for case and spelling.
func (d *draft) translate(p *profile, def *schema.Property) [][2]string {
	if len(def.Values) == 0 {
		return nil
	}
	to := map[string]string{}
	for _, v := range p.values {
		at := slices.IndexFunc(def.Values, func(allowed string) bool { return header.Fold(allowed) == header.Fold(v) })
		if at < 0 {
			return nil
		}
		to[v] = def.Values[at]
	}
	for _, spell := range []func(string) string{strings.ToUpper, capitalized} { // what the sample lacks, spelt as it spells
		for _, v := range p.values {
			if v == to[v] || spell(to[v]) != v {
				continue
			}
			for _, allowed := range def.Values {
				to[spell(allowed)] = allowed
			}
			break
		}
	}
	var out [][2]string
	for _, v := range sortedKeys(to) {
		out = append(out, [2]string{v, to[v]})
	}
	return out
}

func capitalized(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// fill makes the entities of a shape.
func (d *draft) fill(s *shape) {
	d.own = s.own
	sc, _ := d.model.Get(s.schema)
	e := &draftEntity{name: s.entity, schema: s.schema}
	d.entities = append(d.entities, e)
	for _, g := range s.goals() {
		d.goal(e, sc, g)
	}
	ends := d.ends(s, sc, e)
	d.place(sc, e)
	e.keys = d.keys(s, sc)
	e.settings = append(e.settings, e.keys...)
	if sc.Is(person) {
		e.settings = append(e.settings, d.category())
	}
	d.entities = append(ends, d.entities...)
	if s.more != nil {
		s.more(d, e)
	}
	d.currencies()
}

// keys proposes what names the things of the rows: a number that such things have by
// their nature, a column that holds their own number, or else the row.
func (d *draft) keys(s *shape, sc *schema.Schema) []draftLine {
	everywhere := draftLine{"key_scope: global", "whoever reports it"}
	for _, n := range []struct {
		of   schema.Name
		role role
		kind string
		more []draftLine
	}{
		{"Phone", rolePhone, "phone", []draftLine{everywhere}},
		{"BankAccount", roleIBAN, "iban", []draftLine{{"key_literal: account", "apart from other numbers"}, everywhere}},
		{"BankAccount", roleAccount, "identifier", []draftLine{{"key_literal: account", "apart from other numbers"}}},
		{"Vessel", roleIMO, "identifier", []draftLine{{"key_literal: imo", "apart from other numbers"}, everywhere}},
		{"Vessel", roleMMSI, "identifier", []draftLine{{"key_literal: mmsi", "apart from other numbers"}}},
		{"Vehicle", rolePlate, "identifier", []draftLine{{"key_literal: plate", "apart from other numbers"}}},
	} {
		if p := d.get(n.role); p != nil && s.schema == n.of && p.naming() > 0 {
			d.used[p.name] = true
			why := fmt.Sprintf("%s is its %s", english.A(s.entity), n.role)
			lines := append([]draftLine{{"keys: " + yamlText(p.name), why}, {"key_type: " + n.kind, ""}}, n.more...)
			if named := p.naming(); named < p.rows {
				lines = append(lines, draftLine{"fallback_keys: $row", fmt.Sprintf("%d of %d rows have none", p.rows-named, p.rows)})
			}
			return lines
		}
	}
	for _, p := range d.profiles {
		if p.identifies(sc) && d.wide == nil {
			d.used[p.name] = true
			why := "the header says that it is the " + s.entity + "'s own number, and the values are all different"
			if p.counts() {
				why += "; they count from 1: write $row if every file counts anew"
			}
			return []draftLine{{"keys: " + yamlText(p.name), why}}
		}
	}
	return []draftLine{{"keys: $row", "no column holds the " + s.entity + "'s own number: every row is one " + s.entity}}
}

// category proposes where a person's category comes from.
func (d *draft) category() draftLine {
	if p := d.roles[roleCategory]; p != nil {
		if p.all(func(v string) bool { _, err := parseCategory(v); return err == nil }) && len(p.values) == p.rows {
			d.used[p.name] = true
			return draftLine{"category: {column: " + yamlText(p.name) + "}", "all its values are categories"}
		}
	}
	why := "PLEASE STATE: suspect, convicted, contact, victim, witness or informant; witness protects most"
	at := slices.IndexFunc(d.profiles, func(p *profile) bool { return suspects(p.name) || p.meaning.Of == "arrest" })
	if at >= 0 {
		why += fmt.Sprintf("; the header %q speaks of suspects", d.profiles[at].name)
	}
	return draftLine{"category: witness", why}
}

// suspects reports whether a header has a word for a suspect.
func suspects(text string) bool {
	folded := header.Fold(text)
	return slices.ContainsFunc([]string{
		"suspect", "accused", "defendant", "mis en cause", "verdacht", "beschuldigt", "indagat", "sospett", "imputat", "sospechos", "arguid", "suspeit",
		"υποπτ", "κατηγορουμεν", "supheli", "sanik", "подозрева", "обвиняем", "підозрюван", "osumnjicen", "осумнич", "заподозр", "podejrzan", "مشتبه", "متهم", "مظنون",
	}, func(w string) bool { return strings.Contains(folded, w) })
}

// goal adds a property if the table has a column for it.
func (d *draft) goal(e *draftEntity, sc *schema.Schema, g goal) {
	if g.role == roleDate {
		d.date(e, sc, g)
		return
	}
	p := d.get(g.role)
	if p == nil || d.used[p.name] && p.name != columnValue {
		return
	}
	if g.role == rolePosition {
		d.position(e, sc, p)
		return
	}
	def := d.target(sc, g, p)
	if def == nil || e.has(def.Name) {
		return
	}
	if def.Type == schema.Date {
		guess := p.dates()
		if guess == nil {
			guess = &dateGuess{why: p.why(form{kind: schema.Text}, "")}
		}
		options := guess.options()
		if g.role == roleBirthDate && guess.precision == "" {
			options += d.jan1(p, guess)
		}
		d.add(e, def.Name, "{column: "+yamlText(p.name)+options+"}", guess.why, p)
		return
	}
	if g.role == roleDuration {
		d.duration(e, def, p)
		return
	}
	fm := formOf(sc, def)
	text, why := "{column: "+yamlText(p.name), p.why(fm, nounOf(def.Type))
	if sep := p.separator(fm); sep != "" {
		text += ", split: " + strconv.Quote(sep)
		why = fmt.Sprintf("header %q; several values in a cell, parted by %q", p.name, sep)
	}
	if t := d.translate(p, def); t != nil && p.fitting(fm) < len(p.values) {
		name := string(def.Name)
		d.lookups = append(d.lookups, draftLookup{name, t})
		text += ", lookup: " + yamlText(name)
		why = fmt.Sprintf("header %q; all values are on the property's list, spelt otherwise", p.name)
	}
	if def.Type == schema.Phone {
		why = p.whyPhone()
	}
	d.add(e, def.Name, text+"}", why, p)
}

func (d *draft) position(e *draftEntity, sc *schema.Schema, p *profile) {
	for _, half := range []string{"latitude", "longitude"} {
		if def, ok := sc.Property(schema.PropertyName(half)); ok && !e.has(def.Name) {
			d.add(e, def.Name, "{column: "+yamlText(p.name)+", part: "+half+"}", p.why(form{kind: schema.Number, part: 1}, "positions"), p)
		}
	}
}

// add adds a property and marks its columns as used.
func (d *draft) add(e *draftEntity, name schema.PropertyName, text, why string, columns ...*profile) {
	e.properties = append(e.properties, draftLine{string(name) + ": " + text, why})
	for _, p := range columns {
		d.used[p.name] = true
	}
}

func (e *draftEntity) has(name schema.PropertyName) bool {
	return slices.ContainsFunc(e.properties, func(l draftLine) bool { return strings.HasPrefix(l.text, string(name)+": ") })
}

// nounOf names the values of a type.
func nounOf(t schema.Type) string {
	switch t {
	case schema.Country:
		return "countries"
	case schema.Number:
		return "numbers"
	case schema.Amount:
		return "amounts"
	case schema.Currency:
		return "currencies"
	case schema.Phone:
		return "phone numbers"
	case schema.Email:
		return "e-mail addresses"
	case schema.URL:
		return "web addresses"
	case schema.Gender:
		return "genders"
	case schema.IBAN:
		return "account numbers whose check digits fit"
	case schema.Boolean:
		return "answers of yes or no"
	case schema.Latitude:
		return "latitudes"
	case schema.Longitude:
		return "longitudes"
	default:
		return ""
	}
}

// plainYAML are texts that need no quotes.
var plainYAML = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_-]*$`)

// yamlText writes a text so that YAML reads it back.
func yamlText(s string) string {
	words := []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
	if plainYAML.MatchString(s) && !slices.Contains(words, strings.ToLower(s)) {
		return s
	}
	return strconv.Quote(s)
}

// oneLine makes a text fit for a comment.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x85 || r == 0x2028 || r == 0x2029 || r == '\ufeff' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
}
