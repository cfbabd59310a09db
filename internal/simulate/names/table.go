package names

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

var errTable = errors.New("table of names")

func wrong(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errTable, fmt.Sprintf(format, args...))
}

// form is one form of a name part: its own script and the spellings by convention.
type form struct {
	native string
	latin  map[Convention][]string // complete once the table is read
	nick   []string
}

// row is one line of a table.
type row struct {
	kind, sex byte
	form
	woman *form // of a family name; of a patronymic
	man   *form // of a patronymic
}

// parse reads a table; tables/README.md has the format.
func parse(code, text string) (*Culture, error) {
	c := &Culture{Code: code, head: map[Slot]float64{Given: 2.5, Family: 1.5}}
	var rows []row
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		var err error
		if key, value, ok := strings.Cut(line, ":"); ok && isHeader(key) {
			err = c.header(key, strings.TrimSpace(value))
		} else {
			var r row
			r, err = parseRow(line)
			rows = append(rows, r)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	return c, c.fill(rows)
}

func isHeader(key string) bool {
	return slices.Contains([]string{
		"language", "script", "order", "latin-order", "kunya", "from", "has", "head", "initials",
	}, key)
}

func (c *Culture) header(key, value string) (err error) {
	switch key {
	case "language":
		if c.Language = value; value == "ar" {
			c.head[Given] = 5
		}
	case "script":
		c.Script = value
	case "order":
		c.order, err = parseSlots(value)
	case "latin-order":
		c.latinOrder, err = parseSlots(value)
	case "kunya":
		c.kunya = value == "yes"
	case "from":
		c.from, err = parsePercents[string](value)
	case "has":
		c.has, err = parsePercents[Slot](value)
	case "initials":
		c.initial, err = parsePercents[Slot](value)
	case "head":
		var head map[Slot]float64
		head, err = parsePercents[Slot](value)
		maps.Copy(c.head, head)
	}
	return err
}

func parseSlots(value string) ([]Slot, error) {
	var list []Slot
	for word := range strings.FieldsSeq(value) {
		if !slices.Contains(slots(), Slot(word)) || slices.Contains(list, Slot(word)) {
			return nil, wrong("slot %q", word)
		}
		list = append(list, Slot(word))
	}
	return list, nil
}

// parsePercents reads "sy 60, lb 15".
func parsePercents[K ~string](value string) (map[K]float64, error) {
	shares := make(map[K]float64)
	for item := range strings.SplitSeq(value, ",") {
		key, number, _ := strings.Cut(strings.TrimSpace(item), " ")
		share, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil || share <= 0 || share > 100 || key == "" {
			return nil, wrong("share %q", item)
		}
		if _, twice := shares[K(key)]; twice {
			return nil, wrong("%q twice", key)
		}
		shares[K(key)] = share
	}
	return shares, nil
}

func (c *Culture) check() error {
	switch {
	case c.Language == "" || c.Script == "":
		return wrong("no language or no script")
	case !slices.Contains(c.order, Given) || !slices.Contains(c.latinOrder, Given):
		return wrong("no given name in the order")
	case len(c.from) == 0:
		return wrong("from no country")
	}
	for _, slot := range c.latinOrder {
		if !slices.Contains(c.order, slot) {
			return wrong("slot %q in Latin order only", slot)
		}
	}
	for _, percents := range []map[Slot]float64{c.has, c.initial, c.head} {
		for slot := range percents {
			if !slices.Contains(slots(), slot) {
				return wrong("slot %q", slot)
			}
		}
	}
	return nil
}

// parseRow reads "g m NATIVE | LATIN, LATIN | fr LATIN | nick LATIN".
func parseRow(line string) (row, error) {
	fields := strings.Split(line, "|")
	head := strings.SplitN(strings.TrimSpace(fields[0]), " ", 3)
	if len(head) != 3 || len(head[0]) != 1 || len(head[1]) != 1 ||
		!strings.Contains("gmfp", head[0]) || !strings.Contains("mf-", head[1]) {
		return row{}, wrong("%q does not begin with a kind, a sex and a name", line)
	}
	r := row{kind: head[0][0], sex: head[1][0]}
	r.native, r.latin = strings.TrimSpace(head[2]), make(map[Convention][]string)
	for i, field := range fields[1:] {
		tag, value := cutTag(field)
		var err error
		switch tag {
		case "":
			if i > 0 {
				return r, wrong("field %q has no tag", field)
			}
			r.latin[English], err = list(value)
		case "nick":
			r.nick, err = list(value)
		case "fem", "f":
			r.woman, err = parseForm(value)
		case "m":
			r.man, err = parseForm(value)
		default:
			r.latin[Convention(tag)], err = list(value)
		}
		if err != nil {
			return r, err
		}
	}
	return r, nil
}

// parseForm reads "NATIVE; LATIN, LATIN; de LATIN".
func parseForm(value string) (*form, error) {
	native, rest, _ := strings.Cut(value, ";")
	f := &form{native: strings.TrimSpace(native), latin: make(map[Convention][]string)}
	if f.native == "" {
		return nil, wrong("an empty form")
	}
	if strings.TrimSpace(rest) == "" {
		return f, nil
	}
	for field := range strings.SplitSeq(rest, ";") {
		tag, value := cutTag(field)
		if tag == "" {
			tag = string(English)
		}
		var err error
		if f.latin[Convention(tag)], err = list(value); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// cutTag takes the tag off a field. Spellings begin with a capital, tags do not.
func cutTag(field string) (tag, value string) {
	field = strings.TrimSpace(field)
	word, rest, ok := strings.Cut(field, " ")
	if ok && slices.Contains([]string{"fr", "de", "it", "es", "el", "icao", "nick", "fem", "m", "f"}, word) {
		return word, rest
	}
	return "", field
}

func list(value string) ([]string, error) {
	var out []string
	for item := range strings.SplitSeq(value, ",") {
		item = strings.TrimSpace(item)
		if item == "" || slices.Contains(out, item) {
			return nil, wrong("an empty or repeated spelling in %q", value)
		}
		out = append(out, item)
	}
	return out, nil
}

// fill makes the pools of the rows.
func (c *Culture) fill(rows []row) error {
	c.pools = make(map[poolKey]pool)
	irregular := make(map[string]row)
	for _, r := range rows {
		if r.kind == 'p' {
			irregular[r.native] = r
			continue
		}
		if err := c.add(r); err != nil {
			return err
		}
	}
	if slices.Contains(c.order, Patronymic) {
		if err := c.addPatronymics(irregular); err != nil {
			return err
		}
	}
	for key, p := range c.pools {
		share := c.head[Given]
		if key.kind == 'f' {
			share = c.head[Family]
		}
		if key.kind == 'm' && c.head[Middle] > 0 {
			share = c.head[Middle]
		}
		p.shift = shiftFor(share/100, len(p.forms))
		c.pools[key] = p
	}
	for _, female := range []bool{false, true} {
		if len(c.pools[poolKey{'g', female}].forms) == 0 {
			return wrong("no given names, female %v", female)
		}
	}
	return nil
}

func (c *Culture) add(r row) error {
	man, woman := &r.form, &r.form
	if err := c.complete(man); err != nil {
		return err
	}
	switch {
	case r.woman != nil && (r.kind != 'f' || r.sex == 'f'):
		return wrong("a woman's form of %q, which has none", r.native)
	case r.woman != nil:
		woman, r.sex = r.woman, '-'
	case r.kind == 'f' && r.sex == '-':
		woman = c.womansForm(man)
	}
	if woman != man {
		if err := c.complete(woman); err != nil {
			return err
		}
	}
	if r.sex != 'f' {
		c.put(poolKey{r.kind, false}, man)
	}
	if r.sex != 'm' {
		c.put(poolKey{r.kind, true}, woman)
	}
	return nil
}

func (c *Culture) put(key poolKey, f *form) {
	p := c.pools[key]
	p.forms = append(p.forms, f)
	c.pools[key] = p
}

// shiftFor finds the shift with which draw.Zipf gives the first of n the share. Less
// than a little above 1/n cannot be: then the law is nearly flat.
func shiftFor(share float64, n int) float64 {
	share = max(share, 1.3/float64(n))
	first := func(shift float64) float64 {
		return math.Log1p(1/shift) / math.Log1p(float64(n)/shift)
	}
	low, high := 1e-6, 1e6
	if n < 2 || first(low) < share {
		return 1
	}
	for range 80 {
		if mid := math.Sqrt(low * high); first(mid) > share {
			low = mid
		} else {
			high = mid
		}
	}
	return math.Sqrt(low * high)
}
