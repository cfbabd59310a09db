package mapping

import (
	"strings"
	"testing"
	"time"

	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

// TestDatesByReceipt: births are not after the day of receipt, with two digits of the year
// and with four; a document may be valid for years to come.
func TestDatesByReceipt(t *testing.T) {
	const mapping = `
entities:
  p: {schema: Person, category: suspect, keys: n, properties: {birthDate: {column: born, formats: ["%d.%m.%y", "%d.%m.%Y"]}}}
  d: {schema: Passport, key_literal: d, keys: n, properties: {endDate: {column: until, format: "%d.%m.%y"}}}
  s: {schema: Person, category: suspect, key_literal: s, keys: n, properties: {birthDate: {column: solar, calendar: solar_hijri}}}
`
	const table = "n,born,until,solar\n1,12.06.30,15.03.25,۱۳۶۵/۰۵/۱۲\n2,15.03.85,15.03.98,22 بهمن 1357\n3,12.06.2020,,\n4,,,1399/01/01\n"
	m, err := Parse([]byte(mapping), schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader.Open("t.csv", strings.NewReader(table), int64(len(table)), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := m.Bind(r.Columns())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for {
		row, err := r.Next()
		if err != nil {
			break
		}
		for _, p := range b.Map(Context{Owner: "TEST", Received: time.Date(2016, 3, 1, 0, 0, 0, 0, time.UTC)}, row, func(rec *record.Record) {
			for _, s := range rec.Statements {
				got = append(got, s.Value)
			}
		}) {
			got = append(got, p.Column)
		}
	}
	const want = "1930-06-12 2025-03-15 1986-08-03 1985-03-15 1998-03-15 1979-02-11 born solar"
	if strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if _, err := Parse([]byte(`entities: {p: {schema: Flow, keys: n, properties: {period: {column: t, calendar: julian}}}}`), schema.Default()); err == nil {
		t.Error("an unknown calendar passes")
	}
}
