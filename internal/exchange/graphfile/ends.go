package graphfile

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"skein/internal/header"
	"skein/internal/normalize"
)

// Taken is which columns of a table make the graph, by their names; "" where none does.
type Taken struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Weight   string `json:"weight,omitempty"`
	Layer    string `json:"layer,omitempty"`
	Time     string `json:"time,omitempty"`
	NoHeader bool   `json:"no_header,omitempty"` // columns are named 1, 2, …
}

// ends is which columns hold the ends and the weight of edges; -1 for none.
type ends struct{ from, to, weight int }

// couples are words that tell two columns of one kind apart, and which edges begin at.
func couples() [][2]string {
	return [][2]string{
		{"from", "to"},
		{"source", "target"},
		{"source", "destination"},
		{"src", "dst"},
		{"src", "tgt"},
		{"caller", "called"},
		{"caller", "callee"},
		{"sender", "receiver"},
		{"sender", "recipient"},
		{"payer", "payee"},
		{"payer", "beneficiary"},
		{"a", "b"},
		{"1", "2"},
		{"one", "two"},
		{"first", "second"},
		{"left", "right"},
		{"i", "j"},
		{"u", "v"},
		{"head", "tail"},
		{"ego", "alter"},
		{"subject", "object"},
		{"von", "nach"},
		{"von", "an"},
		{"von", "zu"},
		{"quelle", "ziel"},
		{"de", "a"},
		{"de", "vers"},
		{"da", "a"},
		{"origine", "destinazione"},
		{"origine", "destination"},
		{"origen", "destino"},
		{"origem", "destino"},
		{"desde", "hasta"},
		{"od", "do"},
		{"van", "naar"},
		{"kaynak", "hedef"},
		{"от", "кому"},
		{"от", "к"},
		{"откуда", "куда"},
		{"источник", "цель"},
		{"απο", "προσ"},
		{"من", "إلى"},
		{"من", "الى"},
		{"از", "به"},
		{"مبدأ", "مقصد"},
		{"origin", "destination"},
	}
}

// choose finds the columns of the ends and the weight: those that are named; those whose
// headers say so; or the two that are left without columns of dates, amounts and the like,
// by headers and by a sample of rows. Where no column says it, it asks.
func (o *TableOptions) choose(columns []string, sample [][]string, bare bool) (ends, error) {
	e := ends{-1, -1, -1}
	var errs [3]error
	e.from, errs[0] = column(columns, o.From)
	e.to, errs[1] = column(columns, o.To)
	e.weight, errs[2] = column(columns, o.Weight)
	if err := errors.Join(errs[:]...); err != nil {
		return e, err
	}
	if e.from >= 0 && e.from == e.to {
		return e, QuestionError{fmt.Sprintf("edges begin and end in one column, %q", columns[e.from]), "to"}
	}
	c := chooser{columns: columns, sample: sample, bare: bare, given: e}
	if !bare {
		c.meanings()
	}
	if e.weight < 0 && !bare {
		e.weight = slices.IndexFunc(columns, func(h string) bool { return c.meaning(h).Attribute == "weight" && isWeight(h) })
	}
	if e.from >= 0 && e.to >= 0 {
		return e, nil
	}
	if len(columns) < 2 {
		return e, QuestionError{"there is one column; an edge list needs two, separated by comma, semicolon, tab or |", "from"}
	}
	if from, to, ok := c.byHeaders(); ok {
		e.from, e.to = from, to
		return e, nil
	}
	from, to, ok := c.byRest(e.weight)
	if !ok {
		return e, QuestionError{fmt.Sprintf("no column says which nodes an edge joins; the columns are %q", columns), "from"}
	}
	e.from, e.to = from, to
	return e, nil
}

// isWeight reports whether a header is a word for the weight of an edge. Others of its
// meaning, such as calls, are counts that somebody may or may not want for one.
func isWeight(h string) bool {
	return slices.Contains([]string{
		"weight", "gewicht", "poids", "peso", "strength", "staerke", "stärke", "вес", "βάρος", "ağırlık", "waga", "gewichtung", "vikt", "súly", "وزن", "الوزن",
	}, strings.ToLower(normalize.Visible(h)))
}

// column returns the place of a column that is named, -1 where none is.
func column(columns []string, named string) (int, error) {
	if named == "" {
		return -1, nil
	}
	same := func(h string) bool { return normalize.Visible(h) == normalize.Visible(named) }
	if i := slices.IndexFunc(columns, same); i >= 0 {
		return i, nil
	}
	return -1, QuestionError{fmt.Sprintf("there is no column %q: the columns are %q", named, columns), ""}
}

// chooser weighs the columns of a table.
type chooser struct {
	columns []string
	sample  [][]string
	bare    bool // the columns have no names of their own
	given   ends
	found   map[string]header.Meaning
	dated   map[int]bool // columns known to hold days or not
}

func (c *chooser) meanings() {
	d := header.Default()
	c.found = make(map[string]header.Meaning, len(c.columns))
	for _, h := range c.columns {
		c.found[h] = d.Find(h)
	}
}

func (c *chooser) meaning(h string) header.Meaning { return c.found[h] }

// usable reports whether a column may hold the given end of edges.
func (c *chooser) usable(i, given, other int) bool {
	return (given < 0 || i == given) && i != other && !c.days(i)
}

// byHeaders finds two columns whose headers differ by a couple of words, else one that says
// sender and one that says recipient.
func (c *chooser) byHeaders() (from, to int, ok bool) {
	if c.bare {
		return 0, 0, false
	}
	if from, to, ok := c.coupled(); ok {
		return from, to, true
	}
	begins := func(m header.Meaning) bool {
		return m.Attribute == "from" || m.Attribute == "caller" || m.Of == header.Sender && namesNode(m.Attribute)
	}
	leads := func(m header.Meaning) bool {
		return m.Attribute == "to" || m.Attribute == "called" || m.Of == header.Recipient && namesNode(m.Attribute)
	}
	pick := func(is func(header.Meaning) bool, given, other int) int {
		for i, h := range c.columns {
			if i == given || given < 0 && is(c.meaning(h)) && c.usable(i, given, other) {
				return i
			}
		}
		return -1
	}
	from = pick(begins, c.given.from, c.given.to)
	to = pick(leads, c.given.to, from)
	return from, to, from >= 0 && to >= 0
}

// namesNode reports whether an attribute of a sender or recipient may stand for him.
func namesNode(a header.Attribute) bool {
	return slices.Contains([]header.Attribute{header.NoAttribute, header.ID, header.Name, "account", "iban", "phone", "email", "imei"}, a)
}

// coupled finds the two columns whose headers differ by the best couple of words only.
func (c *chooser) coupled() (from, to int, ok bool) {
	words := make([][]string, len(c.columns))
	others := map[string][]int{} // columns by a header with the place of one word marked
	for i, h := range c.columns {
		words[i] = wordsOf(h)
		for k := range words[i] {
			key := marked(words[i], k, words[i][k])
			others[key] = append(others[key], i)
		}
	}
	best := -1
	for rank, couple := range couples() {
		for i, a := range words {
			score := 2*(len(couples())-rank) + 1
			if slices.Contains(a, "id") { // of from_id and from_name, an id is of one node
				score++
			}
			if score <= best || !slices.Contains(a, couple[0]) || !c.usable(i, c.given.from, c.given.to) {
				continue
			}
			for k, word := range a {
				if word != couple[0] {
					continue
				}
				at := slices.IndexFunc(others[marked(a, k, couple[1])], func(j int) bool { return c.usable(j, c.given.to, c.given.from) })
				if at >= 0 {
					from, to, best = i, others[marked(a, k, couple[1])][at], score
					break
				}
			}
		}
	}
	return from, to, best >= 0
}

// marked joins the words of a header with another in the place k, which is marked.
func marked(words []string, k int, word string) string {
	return strings.Join(words[:k], " ") + "\x00" + word + "\x00" + strings.Join(words[k+1:], " ")
}

// wordsOf returns the words of a header, folded, numbers apart from letters.
func wordsOf(h string) []string {
	var b strings.Builder
	last := rune(' ')
	for _, r := range header.Fold(h) {
		if unicode.IsDigit(r) != unicode.IsDigit(last) && last != ' ' && r != ' ' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return strings.Fields(b.String())
}

// byRest finds the two columns that are left without those that are no nodes.
func (c *chooser) byRest(weight int) (from, to int, ok bool) {
	var left []int
	for i := range c.columns {
		if i != weight && (i == c.given.from || i == c.given.to || !c.aside(i)) {
			left = append(left, i)
		}
	}
	switch {
	case c.given.from >= 0 || c.given.to >= 0:
		rest := slices.DeleteFunc(slices.Clone(left), func(i int) bool { return i == c.given.from || i == c.given.to })
		if len(rest) != 1 {
			return 0, 0, false
		}
		if c.given.from >= 0 {
			return c.given.from, rest[0], true
		}
		return rest[0], c.given.to, true
	case len(left) == 2:
		return left[0], left[1], !c.listsNodes(left[0], left[1])
	case c.bare && len(left) > 2 && c.alike(left[0], left[1]) && !c.relates(left): // as programs write lists: from, to, more
		return left[0], left[1], true
	}
	return 0, 0, false
}

// listsNodes reports whether two columns are the ID and the name of one thing, by their headers:
// a list of nodes, not of edges.
func (c *chooser) listsNodes(i, j int) bool {
	if c.bare {
		return false
	}
	id := func(h string) bool { return c.meaning(h).Of == header.Itself && c.meaning(h).Attribute == header.ID }
	name := func(h string) bool {
		return c.meaning(h).Of == header.Itself && c.meaning(h).Attribute == header.Name || header.Fold(h) == "label"
	}
	a, b := c.columns[i], c.columns[j]
	return id(a) && name(b) || name(a) && id(b)
}

// relates reports whether the second of some columns has one value in all rows and the third is
// like the first: rather the relation of the two, as in "Ute calls Vera" (SIF of Cytoscape).
func (c *chooser) relates(left []int) bool {
	values := map[string]bool{}
	for _, cells := range c.sample {
		values[cell(cells, left[1])] = true
	}
	return len(values) == 1 && len(c.sample) > 1 && !c.holds(left[1], isNumber) && c.alike(left[0], left[2])
}

// aside reports whether a column is of no nodes: days, lengths of time, amounts, kinds.
func (c *chooser) aside(i int) bool {
	if c.days(i) || len(c.columns) > 2 && (c.holds(i, isFraction) || c.holds(i, isNothing)) {
		return true
	}
	if c.bare {
		return false
	}
	m := c.meaning(c.columns[i])
	if m.Of != header.Itself {
		return false
	}
	narrow := []header.Attribute{header.Date, "end date", header.Time, "duration", "month", "year", "weight", "count", "amount"}
	wide := []header.Attribute{header.Type, header.ID, header.Reference, "currency", "direction", "notes"}
	if slices.Contains(narrow, m.Attribute) || len(c.columns) > 2 && slices.Contains(wide, m.Attribute) {
		return true
	}
	words := wordsOf(c.columns[i])
	return len(words) == 1 && slices.Contains([]string{"minutes", "seconds", "hours", "layer", "relation", "relationship", "value", "n", "line", "row"}, words[0])
}

// days reports whether a column holds days or times of day.
func (c *chooser) days(i int) bool {
	if c.dated == nil {
		c.dated = map[int]bool{}
	}
	is, known := c.dated[i]
	if !known {
		is = c.holds(i, isDay)
		c.dated[i] = is
	}
	return is
}

// holds reports whether nine tenths of the values of a column in the sample are of a kind.
func (c *chooser) holds(i int, is func(string) bool) bool {
	n, yes := 0, 0
	for _, cells := range c.sample {
		if i >= len(cells) || cells[i] == "" {
			continue
		}
		n++
		if is(cells[i]) {
			yes++
		}
	}
	return n > 0 && 10*yes >= 9*n
}

// alike reports whether two columns hold values of one kind: numbers, or texts.
func (c *chooser) alike(i, j int) bool { return c.holds(i, isNumber) == c.holds(j, isNumber) }

func isNothing(text string) bool { return normalize.IsNothing(text, normalize.OfKey) }

// isDay reports whether a text is a day or a time of day. Digits without marks may be anything.
func isDay(text string) bool {
	if !strings.ContainsAny(text, "-/.: ") || !strings.ContainsAny(text, "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹") {
		return false
	}
	if isClock(text) {
		return true
	}
	d, err := normalize.ParseDate(text, normalize.DateOptions{})
	return err == nil && d.Precision() >= normalize.PrecisionMonth && !isFraction(text) || errors.Is(err, normalize.ErrAmbiguous)
}

// isClock reports whether a text is a time of day or a length of time: 0:33, 12:05:10.
func isClock(text string) bool {
	parts := strings.Split(text, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	return !slices.ContainsFunc(parts, func(p string) bool { return len(p) == 0 || len(p) > 2 || strings.Trim(p, "0123456789") != "" })
}

// isFraction reports whether a text is a number with a fraction.
func isFraction(text string) bool {
	whole, fraction, ok := strings.Cut(strings.TrimLeft(text, "+-"), ".")
	if !ok {
		whole, fraction, ok = strings.Cut(strings.TrimLeft(text, "+-"), ",")
	}
	return ok && whole+fraction != "" && strings.Trim(whole+fraction, "0123456789") == ""
}

// isNumber reports whether a text is digits with no more than a sign and a fraction.
func isNumber(text string) bool {
	return text != "" && (strings.Trim(strings.TrimLeft(text, "+-"), "0123456789") == "" && strings.ContainsAny(text, "0123456789") || isFraction(text))
}
