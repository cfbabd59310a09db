package resolve

import (
	"slices"
	"strings"
	"unicode"

	"skein/internal/normalize"
	"skein/internal/resolve/comparison"
)

// Source is a property and the columns of a file that it is made of, their texts joined
// by a space.
type Source struct {
	comparison.Property

	Columns []int
}

// Guess returns what the columns of a file most likely hold, by their names and some
// rows. Columns that tell nothing of a thing are left out: numbers of rows, the true
// cluster, free text, what is empty or the same in every row.
func Guess(header []string, rows [][]string) []Source {
	var out []Source
	var given, family, full []int
	for i, h := range header {
		words := headerWords(h)
		switch {
		case hasAny(words, ignoredHeaders):
			continue
		case isName(words, givenHeaders):
			given = append(given, i)
			continue
		case isName(words, familyHeaders):
			family = append(family, i)
			continue
		case isName(words, fullHeaders), len(words) > 1 && isName(words, slices.Concat(givenHeaders, familyHeaders, fullHeaders)):
			full = append(full, i)
			continue
		}
		values := filled(rows, i)
		kind, ok := guessKind(words, values)
		if !ok {
			continue
		}
		out = append(out, Source{comparison.Property{Name: h, Kind: kind}, []int{i}})
	}
	person := comparison.Property{Name: "name", Kind: comparison.Person}
	if len(full) > 0 && looksOrganised(filled(rows, full[0])) {
		person.Kind = comparison.Organisation
	}
	switch names := slices.Concat(full, given, family); {
	case len(given) > 0 && len(family) > 0: // a full name beside them tells nothing new
		out = slices.Insert(out, 0, Source{person, []int{given[0], family[0]}})
	case len(names) > 0:
		out = slices.Insert(out, 0, Source{person, names[:1]})
	}
	if len(out) > comparison.Most {
		out = out[:comparison.Most]
	}
	return out
}

// headerWords cuts the name of a column into small words: dateOfBirth, DATE_OF_BIRTH and
// "Date of birth" are date, of, birth.
func headerWords(h string) []string {
	var b strings.Builder
	lower := false
	for _, r := range h {
		switch {
		case unicode.IsUpper(r):
			if lower {
				b.WriteByte(' ')
			}
			b.WriteRune(unicode.ToLower(r))
			lower = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			lower = unicode.IsLower(r)
		default:
			b.WriteByte(' ')
			lower = false
		}
	}
	return strings.Fields(b.String())
}

// Words of the names of columns.
var (
	ignoredHeaders = []string{"cluster", "label", "truth", "row", "rowid", "index", "remark", "remarks", "comment", "comments", "note", "notes"}
	givenHeaders   = []string{"given", "first", "forename", "forenames", "firstname", "givenname", "prenom", "vorname"}
	familyHeaders  = []string{"family", "last", "surname", "lastname", "familyname", "nom", "nachname", "sname", "lname"}
	fullHeaders    = []string{"name", "full", "fullname", "company", "organisation", "organization", "vessel", "caption"}
	birthHeaders   = []string{"dob", "birth", "birthdate", "born", "date", "birthday", "incorporation", "founded"}
	phoneHeaders   = []string{"phone", "telephone", "mobile", "msisdn", "tel", "cell", "fax"}
	emailHeaders   = []string{"email", "mail", "emailaddress"}
	postHeaders    = []string{"postcode", "zip", "postal", "zipcode", "plz", "post"}
	codeHeaders    = []string{"gender", "sex", "nationality", "country", "state", "citizenship", "type", "category"}
	rowHeaders     = []string{"id", "number", "no", "record", "rec", "unique", "key", "reference", "ref"}
	idHeaders      = []string{"ssn", "soc", "social", "passport", "document", "doc", "licence", "license", "iban", "account", "imei", "imo", "mmsi", "plate", "registration", "vat", "tax", "nin", "card"}
	placeHeaders   = []string{"place", "city", "town", "address", "street", "suburb", "locality", "residence", "county", "region", "village", "occupation", "profession", "job"}
)

// special are columns that nothing is compared by.
var special = []string{"ethnicity", "ethnic", "race", "religion", "creed", "political", "orientation", "health"}

func hasAny(words, of []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(of, w) })
}

// isName reports whether the name of a column is one of the words, alone or with "name".
func isName(words, of []string) bool {
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains([]string{"name", "s", "of", "and", "person"}, w) })
	if len(rest) == 0 {
		return slices.Contains(of, "name")
	}
	return !slices.ContainsFunc(rest, func(w string) bool { return !slices.Contains(of, w) })
}

func filled(rows [][]string, i int) []string {
	var out []string
	for _, r := range rows {
		if i < len(r) && strings.TrimSpace(r[i]) != "" {
			out = append(out, strings.TrimSpace(r[i]))
		}
	}
	return out
}

// guessKind returns the kind of a column; ok is false where it tells nothing.
func guessKind(words, values []string) (kind comparison.Kind, ok bool) {
	if len(values) == 0 || hasAny(words, special) {
		return "", false
	}
	distinct := map[string]bool{}
	for _, v := range values {
		distinct[strings.ToLower(v)] = true
	}
	share := func(f func(string) bool) float64 {
		n := 0
		for _, v := range values {
			if f(v) {
				n++
			}
		}
		return float64(n) / float64(len(values))
	}
	few := len(distinct) <= max(3, min(300, len(values)/20))
	switch {
	case len(distinct) == 1 && len(values) > 1:
		return "", false
	case hasAny(words, emailHeaders) || share(func(v string) bool { return strings.Contains(v, "@") }) > 0.6:
		return comparison.Email, true
	case hasAny(words, phoneHeaders):
		return comparison.Phone, true
	case hasAny(words, birthHeaders) && share(isDate) > 0.6 || share(isDate) > 0.9:
		return comparison.Date, true
	case hasAny(words, postHeaders):
		return comparison.Postcode, true
	case hasAny(words, codeHeaders) && len(distinct) <= 400:
		return comparison.Code, true
	case hasAny(words, placeHeaders):
		return comparison.Text, true
	case len(distinct) == len(values) && len(values) > 20 && hasAny(words, rowHeaders) && !hasAny(words, idHeaders):
		return "", false // a number that every row has another of is the row's
	case hasAny(words, slices.Concat(idHeaders, rowHeaders)) && !few:
		return comparison.Identifier, true
	case few:
		return comparison.Code, true
	case share(func(v string) bool { return len(v) > 60 }) > 0.3: // prose
		return "", false
	case share(func(v string) bool { return strings.ContainsFunc(v, unicode.IsDigit) }) > 0.8:
		if len(distinct)*3 > len(values) {
			return comparison.Identifier, true
		}
		return comparison.Code, true
	}
	return comparison.Text, true
}

func isDate(text string) bool {
	if len(text) < 6 || !strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	if _, err := normalize.ParseDate(text, normalize.DateOptions{}); err == nil {
		return true
	}
	if len(text) == 8 && strings.Trim(text, "0123456789") == "" {
		return text[0] <= '2' && text[4] <= '1' && text[6] <= '3'
	}
	return strings.Count(text, "-") == 2 || strings.Count(text, "/") == 2
}

// looksOrganised reports whether many names have a legal form.
func looksOrganised(values []string) bool {
	n := 0
	for _, v := range values {
		if hasAny(headerWords(v), []string{"ltd", "llc", "gmbh", "inc", "limited", "corp", "company", "sa", "ag", "bv", "srl", "plc"}) {
			n++
		}
	}
	return len(values) > 0 && n*5 > len(values)
}
