package mapping

import (
	"strings"
	"testing"

	"skein/internal/schema"
)

// TestSuggestReads: what single lines of proposals say of tables as desks send them.
func TestSuggestReads(t *testing.T) {
	for _, c := range []struct {
		name, table string
		want        []string
		not         string
	}{
		{
			"a bare name beside a family name", "Soyadı | Adı | Doğum tarihi\nTestova | Ayşe | 15.03.1985\nÖrnek | Ali | 16.03.1985\n",
			[]string{`firstName: {column: "Adı"}`, `lastName: {column: "Soyadı"}`},
			" name:",
		},
		{
			"a bare name beside a given name", "Name | Vorname | geb. am\nTestova | Anna | 15.03.1985\nMuster | Omar | 16.03.1985\n",
			[]string{"lastName: {column: Name}", "firstName: {column: Vorname}"},
			" name:",
		},
		{
			"a whole name beside its family name", "Name | Last name | DOB\nAnna Testova | Testova | 1985-03-15\nOmar Muster | Muster | 1985-03-16\n",
			[]string{" name: {column: Name}", `lastName: {column: "Last name"}`},
			"firstName",
		},
		{
			"passengers", "Flight | Date | From | To | Surname | First name | DOB\nZZ1 | 15MAR15 | IST | ATH | TESTOVA | ANNA | 01JAN90\nZZ1 | 16MAR15 | IST | ATH | MUSTER | OMAR | 28FEB80\n",
			[]string{"schema: Person", "schema: Trip", `birthDate: {column: DOB, format: "%d%b%y"`, "origin: {entity: departure}"},
			"UnknownLink",
		},
		{
			"currency of a header", "Date | Route | Amount (EUR)\n2015-05-01 | A-B | 1,200\n2015-05-02 | A-B | 1,300\n",
			[]string{"currency: {literal: EUR}"},
			"",
		},
		{
			"currency of some cells", "Date | Route | Amount (EUR)\n2015-05-01 | A-B | 1,200\n2015-05-02 | A-B | $ 1,300\n",
			[]string{`currency: {column: "Amount (EUR)", default: EUR}`},
			"",
		},
		{
			"years of another calendar", "Name | DOB\nAnna Testova | 1364/12/25\nOmar Muster | 12 بهمن 1368\n",
			[]string{"birthDate: {column: DOB, calendar: solar_hijri}"},
			"",
		},
		{
			"messages, some of the operator", "Type | Time | Number | Direction\nSMS | 2015-05-01 10:00 | +306945550123 | Incoming\nSMS | 2015-05-01 10:01 | OPERATOR | Incoming\n",
			[]string{"schema: Call", "schema: Phone"},
			"schema: Person",
		},
		{
			"several in a cell", "Name | Phones | Aliases\nAnna Testova | +306945550123;+306945550124 | Abu A; Abu B\nOmar Muster | +306945550125 / +306945550126 | none\n",
			[]string{"phone: {column: Phones}", `alias: {column: Aliases, split: ";"}`},
			"",
		},
		{
			"calls in Arabic", "المتصل | المستقبل | التاريخ | المدة\n+963944555012 | +905325550100 | 2015-03-14 | 65\n+963944555013 | +905325550100 | 2015-03-15 | 5\n",
			[]string{"schema: Call", "duration:", "date:"},
			"",
		},
		{
			"a client", "Nom du client | Prénom | Date de naissance\nTESTOVA | Anna | 12/03/1975\nEXEMPLE | Omar | 13/03/1975\n",
			[]string{`lastName: {column: "Nom du client"}`},
			"",
		},
	} {
		columns, rows := table(c.table)
		text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s: lacks %s\n%s", c.name, want, text)
			}
		}
		if c.not != "" && strings.Contains(string(text), c.not) {
			t.Errorf("%s: has %s\n%s", c.name, c.not, text)
		}
	}
}
