package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"skein/internal/english"
	"skein/internal/header"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/schema"
)

// profile is what is known of a column after reading the sample.
type profile struct {
	name     string
	values   []string // neither empty nor missing, without surrounding space
	missing  []string // words for missing values, each once
	distinct int
	rows     int // of the sample
	role     role
	meaning  header.Meaning
	byHeader bool // the header told the role
	guess    *dateGuess
	guessed  bool
	doubt    string // why the column is not what its header says
}

// Shares of a column's values that must fit for it to be used: where its header says what
// they are, the misfits are a matter for quarantine.
const (
	mostValues = 0.9
	halfValues = 0.5
)

// profiles reads the columns that a mapping can name: those with a name of their own.
func profiles(columns []string, sample [][]string) []*profile {
	var out []*profile
	for i, c := range columns {
		name := strings.TrimSpace(c)
		twice := countName(columns, name) > 1
		if name == "" || twice || !utf8.ValidString(name) || name == columnRow || name == columnPart {
			continue
		}
		p := &profile{name: name, rows: len(sample)}
		p.role, p.meaning = roleOf(name)
		p.byHeader = p.role != ""
		p.read(i, sample)
		out = append(out, p)
	}
	return out
}

func countName(columns []string, name string) int {
	n := 0
	for _, c := range columns {
		if strings.TrimSpace(c) == name {
			n++
		}
	}
	return n
}

func (p *profile) read(i int, sample [][]string) {
	seen := map[string]bool{}
	for _, row := range sample {
		if i >= len(row) {
			continue
		}
		v := strings.TrimSpace(row[i])
		switch {
		case v == "":
		case p.saysNothing(v):
			if !slices.Contains(p.missing, v) {
				p.missing = append(p.missing, v)
			}
		default:
			p.values = append(p.values, v)
			seen[v] = true
		}
	}
	p.distinct = len(seen)
	slices.Sort(p.missing)
}

// saysNothing reports whether a cell of the column says that there is no value, as the
// properties will decide that are likely to read it: Nada is a name, and NA a country.
func (p *profile) saysNothing(text string) bool {
	s := sort{of: normalize.OfTerm, country: kindOf(p.role) == schema.Country}
	switch a := p.role.attribute(); {
	case a == roleName, a == roleFirstName, a == roleLastName, p.role == roleFrom, p.role == roleTo, p.role == rolePlace:
		s.of = normalize.OfName
	case p.role == "" && len(text) == 2: // NA may be a country in a column of countries
		s.country = true
	}
	return s.nothing(text)
}

// fitting counts the values that a form reads.
func (p *profile) fitting(f form) int {
	n := 0
	for _, v := range p.values {
		_, err := f.canonical(v, "")
		if f.kind == schema.Phone && err != nil { // a property takes several
			_, err = normalize.Phones(v, "")
		}
		if err == nil || isNoValue(err) {
			n++
		}
	}
	return n
}

// fits reports whether enough values, and at least one, are of a form: half of them if the
// header says that they are.
func (p *profile) fits(f form) bool {
	if !p.byHeader {
		return p.mostly(f)
	}
	return len(p.values) > 0 && float64(p.fitting(f)) >= halfValues*float64(len(p.values))
}

// mostly reports whether nearly all values are of a form.
func (p *profile) mostly(f form) bool {
	return len(p.values) > 0 && float64(p.fitting(f)) >= mostValues*float64(len(p.values))
}

// separator returns what parts several values in a cell, "" if most cells hold one, or
// if none of the usual marks makes most values fit.
func (p *profile) separator(f form) string {
	if f.kind == schema.NameType && slices.ContainsFunc(p.values, func(v string) bool { return strings.Contains(strings.Trim(v, "; "), ";") }) {
		return ";" // no name has one
	}
	if f.kind == schema.Text || f.kind == schema.String || f.kind == schema.NameType || p.mostly(f) {
		return ""
	}
	for _, sep := range []string{";", ",", "|", "/"} {
		parts := &profile{}
		for _, v := range p.values {
			for part := range strings.SplitSeq(v, sep) {
				if part = strings.TrimSpace(part); part != "" && !isMissingWord(part) {
					parts.values = append(parts.values, part)
				}
			}
		}
		if len(parts.values) > len(p.values) && parts.fits(f) {
			return sep
		}
	}
	return ""
}

func (p *profile) all(f func(string) bool) bool {
	return len(p.values) > 0 && !slices.ContainsFunc(p.values, func(v string) bool { return !f(v) })
}

func (p *profile) integers() bool {
	return p.all(func(v string) bool { return len(v) < 10 && strings.Trim(v, "0123456789") == "" })
}

// identifies reports whether the column can be the key of things of a schema: its header
// says that it holds their own number, and not that of a cell, a camp or an officer, and
// every row has another one. That all values differ is no proof by itself. A bare number
// that counts the rows is none, nor, of persons, the number of their file.
func (p *profile) identifies(sc *schema.Schema) bool {
	if p.rows < 2 || len(p.values) != p.rows || p.distinct != p.rows {
		return false
	}
	switch p.role {
	case roleID:
		return true
	case roleReference:
		return !sc.Is(person) && !p.counts()
	case roleTransfer:
		return sc.Is("Payment")
	case rolePassport:
		return sc.Is("Passport")
	default:
	}
	if a := p.role.attribute(); a != roleID && a != roleReference {
		return false
	}
	switch p.meaning.Of {
	case header.Person:
		return sc.Is(person)
	case header.Company:
		return sc.Is("Organization")
	case header.Vessel, "vehicle":
		return sc.Is("Vehicle")
	case "call", "payment", "debriefing":
		return strings.EqualFold(string(sc.Name), string(p.meaning.Of))
	case "incident", "case", "report", "seizure":
		return sc.Is("Incident")
	case "place", "camp":
		return sc.Is("Place")
	default:
		return false
	}
}

// counts reports whether the values are 1, 2, 3 and so on.
func (p *profile) counts() bool {
	for i, v := range p.values {
		if n, err := strconv.Atoi(v); err != nil || n != i+1 && n != i {
			return false
		}
	}
	return true
}

// byValues finds the role of a column whose header tells none, from values of an
// unmistakable form.
func (p *profile) byValues() role {
	is := func(kind schema.Type) bool { return p.mostly(form{kind: kind}.withLayouts()) }
	switch {
	case len(p.values) == 0 || p.integers():
		return ""
	case p.all(func(v string) bool { return strings.Contains(v, "@") }) && is(schema.Email):
		return roleEmail
	case p.all(func(v string) bool { return strings.Contains(v, "://") }) && is(schema.URL):
		return roleURL
	case is(schema.IBAN):
		return roleIBAN
	case p.all(func(v string) bool { return len(v) > 8 && (v[0] == '+' || strings.HasPrefix(v, "00")) }) && is(schema.Phone):
		return rolePhone
	case p.all(func(v string) bool { return len(v) >= 8 }) && p.dates() != nil:
		return roleDate
	case p.all(hasHemisphere) && p.mostly(form{kind: schema.Number, part: normalize.Latitude}):
		return rolePosition
	case p.all(hasHemisphere) && is(schema.Latitude):
		return roleLatitude
	case p.all(hasHemisphere) && is(schema.Longitude):
		return roleLongitude
	case is(schema.Country):
		return roleCountry
	case p.distinct > 1 && is(schema.Gender):
		return roleGender
	case p.all(func(v string) bool { _, err := record.ParseCategory(strings.ToLower(v)); return err == nil }):
		return roleCategory
	}
	return ""
}

// hasHemisphere reports whether a text has a digit and a hemisphere or degrees.
func hasHemisphere(v string) bool {
	return strings.ContainsAny(v, "0123456789") && strings.ContainsAny(v, "NSEW°º")
}

// why tells what made the column what it is taken for, for a comment.
func (p *profile) why(f form, noun string) string {
	n := fmt.Sprintf("%d of %s %s %s", p.fitting(f), english.Count(len(p.values), "value", "values"), english.Noun(p.fitting(f), "is", "are"), noun)
	switch bad := len(p.values) - p.fitting(f); {
	case bad == 1:
		n += ", and the row of the other 1 goes to quarantine"
	case bad > 1:
		n += fmt.Sprintf(", and the rows of the other %d go to quarantine", bad)
	}
	switch {
	case len(p.values) == 0:
		n = "the sample has no values"
	case f.kind == schema.Text || f.kind == schema.String || f.kind == schema.NameType || noun == "":
		n = fmt.Sprintf("%s, %d different", english.Count(len(p.values), "value", "values"), p.distinct)
	}
	if p.byHeader {
		return fmt.Sprintf("header %q; %s", p.name, n)
	}
	return n
}

// naming returns how many values of the sample name a thing: zeros and words for "none" do not.
func (p *profile) naming() int {
	n := 0
	for _, v := range p.values {
		if !normalize.IsNothing(v, normalize.OfIdentifier) {
			n++
		}
	}
	return n
}
