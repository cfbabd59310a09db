package columntest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"skein/internal/record"
	"skein/internal/schema"
)

// Draw draws records of things of any schemata, of which each has any of its
// properties, none included, and refers to the others and to what no record is of.
// Persons have any category.
func Draw(t *rapid.T) []record.Record {
	var kinds []*schema.Schema
	for _, s := range schema.Default().Schemata() {
		if !s.Abstract && s.Name != "Judgement" {
			kinds = append(kinds, s)
		}
	}
	// Few kinds of which there are several: then things share, and are tied.
	some := rapid.SliceOfNDistinct(rapid.IntRange(0, len(kinds)-1), 1, 8, rapid.ID[int]).Draw(t, "kinds")
	var things []record.Record
	var of []*schema.Schema
	for _, k := range some {
		for n := range rapid.IntRange(1, 5).Draw(t, "things") {
			r := Thing(string(kinds[k].Name), fmt.Sprint(n))
			if kinds[k].Is("Person") {
				r.Category = rapid.SampledFrom([]record.Category{record.Suspect, record.Suspect, record.Convicted, record.Witness, record.Contact}).Draw(t, "category")
			}
			things, of = append(things, r), append(of, kinds[k])
		}
	}
	for i := range things {
		drawProperties(t, &things[i], of[i], things, of)
	}
	return things
}

func drawProperties(t *rapid.T, r *record.Record, s *schema.Schema, things []record.Record, of []*schema.Schema) {
	properties := s.Properties()
	has := func(*schema.Property) bool { return false }
	switch rapid.IntRange(0, 3).Draw(t, "how many properties") {
	case 0: // none
	case 1:
		has = func(*schema.Property) bool { return true }
	default:
		has = func(p *schema.Property) bool { return rapid.Bool().Draw(t, string(p.Name)) }
	}
	for _, p := range properties {
		if has(p) {
			r.Statements = append(r.Statements, record.Statement{Property: p.Name, Value: drawValue(t, p, things, of)})
		}
	}
}

func drawValue(t *rapid.T, p *schema.Property, things []record.Record, of []*schema.Schema) string {
	if p.Type == schema.Entity {
		to := []string{Key("Thing", "of which no record is").String()}
		for i := range things {
			if of[i].Is(p.Range) {
				to = append(to, things[i].Key.String())
			}
		}
		slices.Reverse(to) // rapid tries the first first, and a thing that is there is worth more
		return rapid.SampledFrom(to).Draw(t, string(p.Name))
	}
	values := p.Values
	if len(values) == 0 {
		values = valuesOf(p)
	}
	return rapid.SampledFrom(values).Draw(t, string(p.Name))
}

// valuesOf returns values of a type in their canonical form.
func valuesOf(p *schema.Property) []string {
	switch p.Type {
	case schema.Country:
		return []string{"sy", "tr", "de", "gr"}
	case schema.Date:
		return []string{"2015", "2015-07", "2015-07-13", "2014-12-31"}
	case schema.Number, schema.Amount:
		return []string{"0", "1", "3", "17", "2500.5"}
	case schema.Currency:
		return []string{"EUR", "USD"}
	case schema.Latitude, schema.Longitude:
		return []string{"0", "35.5", "14.25"}
	case schema.Boolean:
		return []string{"true", "false"}
	case schema.Gender:
		return []string{"male", "female"}
	case schema.Phone:
		return []string{"+447700900123", "+447700900456"}
	case schema.Email:
		return []string{"anna@example.org"}
	case schema.URL:
		return []string{"https://example.org/"}
	case schema.IBAN:
		return []string{"DE75512108001245126199"}
	case schema.IP:
		return []string{"192.0.2.7"}
	case schema.JSON:
		return []string{"{}"}
	default: // a text
	}
	switch p.Name {
	case "measure":
		return []string{"detections", "arrivals"}
	case "iban":
		return []string{"DE75512108001245126199"}
	case "registrationNumber":
		return []string{"AB123", "CD456"}
	}
	return []string{"Anna Berg", "Berg", "x"}
}
