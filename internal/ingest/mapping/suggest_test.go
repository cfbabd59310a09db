package mapping

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

// table reads a table of synthetic rows: fields by "|", rows by lines.
func table(text string) (columns []string, rows [][]string) {
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		fields := strings.Split(line, "|")
		for j := range fields {
			fields[j] = strings.TrimSpace(fields[j])
		}
		if i == 0 {
			columns = fields
		} else {
			rows = append(rows, fields)
		}
	}
	return columns, rows
}

const callTable = `
Anrufer     | Angerufener  | Datum    | Uhrzeit | Dauer | Bemerkung
0691234567  | 069 7654321  | 13.07.15 | 10:30   | 25    | NA
0691234568  | 069 7654322  | 04.07.15 | 10:31   | 5     | kurz
`

const callSuggestion = `# Proposed from the header and 2 rows of 6 columns. Read every line before you use it.
# no value: "NA" in Bemerkung
queries:
  - entities:
      caller:  # header "Anrufer"
        schema: Phone
        keys: Anrufer  # a phone is its number
        key_type: phone
        key_scope: global  # whoever reports it
        properties:
          number: {column: Anrufer}  # header "Anrufer"; 2 of 2 values are phone numbers; numbers without a country's code: add country: and its code
      receiver:  # header "Angerufener"
        schema: Phone
        keys: Angerufener  # a phone is its number
        key_type: phone
        key_scope: global  # whoever reports it
        properties:
          number: {column: Angerufener}  # header "Angerufener"; 2 of 2 values are phone numbers; numbers without a country's code: add country: and its code
      call:
        schema: Call
        keys: $row  # no column holds the call's own number: every row is one call
        properties:
          caller: {entity: caller}
          receiver: {entity: receiver}
          duration: {column: Dauer}  # header "Dauer"; 2 of 2 values are numbers
          date: {template: "{{ Datum }} {{ Uhrzeit }}", formats: ["%d.%m.%y %H:%M", "%d.%m.%y"]}  # header "Datum"; 2 of 2 values are dates; only this format fits all; a year of two digits is in the latest century that is not after the day of receipt; times of day in "Uhrzeit"
          summary: {column: Bemerkung}  # header "Bemerkung"; 1 value, 1 different
`

func TestSuggestion(t *testing.T) {
	columns, rows := table(callTable)
	got, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(callSuggestion, string(got)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// What the rows of a table become by the mapping that is suggested for it.
func TestSuggest(t *testing.T) {
	for _, c := range []struct{ name, table, first string }{
		{
			"persons, French", `
Nom    | Prénom | Date de naissance | Nationalité | Sexe | Numéro de passeport | Téléphone
HADDAD | Amal   | 17/05/1980        | SYR         | F    | N 0012345           | 0030 691 2345678
KAYA   | Ali    | 01/01/1990        | TR          | M    | -                   |
DIALLO | Issa   | 01/01/1992        | Guinée      | M    | X1                  | +224 620 123456`,
			"Person[witness] firstName=Amal lastName=HADDAD birthDate=1980-05-17(17/05/1980) nationality=sy(SYR) gender=female(F) passportNumber=N0012345(N 0012345) phone=+306912345678(0030 691 2345678)",
		},
		{
			"persons with a category, Spanish", `
Nombre completo | Fecha de nacimiento | Apodo  | Categoría
Ana García      | 13.07.1985          | la Tía | suspect
Luis Pérez      | 1990                |        | victim`,
			"Person[suspect] name=Ana García birthDate=1985-07-13(13.07.1985) alias=la Tía",
		},
		{
			"persons, month first", `
name | dob
A B  | 07/13/1985
C D  | 01/02/1990`,
			"Person[witness] name=A B birthDate=1985-07-13(07/13/1985)",
		},
		{
			"calls, by values", `
from           | to             | when
+306912345678  | +306987654321  | 2015-07-13 10:30
+306912345679  | 00306987654321 | 2015-07-13 10:31`,
			"Phone number=+306912345678\nPhone number=+306987654321\nCall caller=#1 receiver=#2 date=2015-07-13T10:30(2015-07-13 10:30)",
		},
		{
			"edges", `
from | to | from_name | to_name | weight
1    | 2  | Fox       | Wolf    | 4
1    | 3  | Fox       | Crow    | 1`,
			"Person[witness] name=Fox\nPerson[witness] name=Wolf\nUnknownLink subject=#1 object=#2 weight=4",
		},
		{
			"vehicles, Italian", `
Targa     | Paese | Tipo
AB 123 CD | IT    | furgone
ΙΚΝ-1234  | GR    | auto`,
			"Vehicle registrationNumber=AB123CD(AB 123 CD) type=furgone country=it(IT)",
		},
		{
			"vessels, Greek", `
Πλοίο   | Σημαία | MMSI      | IMO
Αυγή    | GR     | 237123456 | 9074729
Θάλασσα | CY     | 209123456 | 9074730`,
			"Vessel name=Αυγή imoNumber=9074729 mmsi=237123456 flag=gr(GR)",
		},
		{
			"places", `
Lieu   | Coordonnées
Plage  | 38°48'00"N 026°26'18"E
Port   | 38°49'00"N 026°27'18"E`,
			`Place name=Plage latitude=38.8(38°48'00"N 026°26'18"E) longitude=26.4383333(38°48'00"N 026°26'18"E)`,
		},
		{
			"incidents", `
ref    | Date       | Latitude | Longitude | morts | disparus | Nationalités
IN-7   | 2015-07-13 | 38.8     | 26.4      | 3     | n/a      | SYR; AFG
IN-8   | 2015-07-14 | 38.9     | 26.5      | 0     | 12       | ERI`,
			"Incident nationality=sy(SYR) nationality=af( AFG) dead=3 latitude=38.8 longitude=26.4 reference=IN-7 date=2015-07-13",
		},
		{
			"flows in months", `
route     | type | nat | t     | n
Eastern   | Sea  | SYR | 16436 | 12
Western   | Land | UNK | 16467 | 3
Eastern   | Sea  | AFG | 16495 | 7`,
			"Flow route=Eastern mode=sea(Sea) nationality=sy(SYR) count=12 period=2015-01(16436)",
		},
		{
			"flows at places", `
location | lat   | lon  | year | month | arrivals | country
Kos      | 36.89 | 27.2 | 2015 | 7     | 120      | Greece
Chios    | 38.37 | 26.1 | 2015 | 8     | 80       | Greece`,
			"Flow count=120 country=gr(Greece) period=2015-07(2015-7) place=#2 measure=arrivals\nPlace name=Kos latitude=36.89 longitude=27.2",
		},
		{
			"fees", `
route       | price | currency | date
Izmir-Chios | 1.200 | €        | 13/04/2015
Izmir-Kos   | 800   | $        | 05/06/2015`,
			"Fee amount=1200(1.200) currency=EUR(€) route=Izmir-Chios date=2015-04-13(13/04/2015)",
		},
		{
			"organizations", `
Firma        | E-Mail           | Land
Blau GmbH    | a@blau.example   | Deutschland
Rot AG       | b@rot.example    | Österreich`,
			"Organization name=Blau GmbH email=a@blau.example country=de(Deutschland)",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			columns, rows := table(c.table)
			text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
			if err != nil {
				t.Fatal(err)
			}
			b := bind(t, string(text), columns...)
			for i, cells := range rows {
				got, problems := mapRow(b, row(cells...))
				if problems != nil {
					t.Errorf("row %d: %v", i+1, problems)
				}
				if d := cmp.Diff(c.first+"\n", told(got)); i == 0 && d != "" {
					t.Errorf("(-want +got)\n%s\n%s", d, text)
				}
			}
		})
	}
}

func TestSuggestSays(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"ambiguous days", "name | dob\nA | 01/02/1990\nB | 03/04/1991", "PLEASE CHECK"},
		{"years hidden in days", "name | dob\nA | 01.01.1990\nB | 01.01.1991\nC | 02.02.1991", "jan1_is_year: true"},
		{"a category to be stated", "name | dob\nA | 1990\nB | 1991", "PLEASE STATE"},
		{"rows without a number", "name | dob\nA | 1990\nB | 1991", "keys: $row"},
		{"a count of rows is no number", "no | incident date | dead\n1 | 2015-07-13 | 1\n2 | 2015-07-14 | 0", "keys: $row"},
		{"a number", "case no | incident date | dead\nA7 | 2015-07-13 | 1\nB2 | 2015-07-14 | 0", `keys: "case no"`},
		{"a case is no person", "case no | name\nA7 | Amal\nB2 | Ali", "keys: $row"},
		{"a number told twice", "id | name\n7 | Amal\n7 | Ali", "keys: $row"},
		{"Namibia", "name | nationality\nA | NA\nB | ZA", "nationality: {column: nationality}"},
		{"what is not used", "name | shoe size\nA | 43\nB | 44", `# not used: "shoe size", 2 values, 2 different`},
		{"what the header says and the values do not", "name | nationality\nA | tall\nB | small", "by its header nationality"},
		{"bad rows", "name | dob\n" + strings.Repeat("A | 1990-05-05\n", 19) + "B | soon", `# 1 of 20 rows would go to quarantine, the first because of "dob".`},
		{"a column twice", "name | name | dob\nA | A | 1990\nB | B | 1991", "birthDate"},
	} {
		columns, rows := table(c.table)
		text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
		if err != nil || !strings.Contains(string(text), c.want) {
			t.Errorf("%s: want %s in\n%s%v", c.name, c.want, text, err)
		}
	}
	columns, rows := table("name | nationality\nA | NA\nB | ZA")
	if text, _ := Suggest(Table{Columns: columns, Rows: rows}, schema.Default()); strings.Contains(string(text), "missing:") {
		t.Errorf("Namibia is missing:\n%s", text)
	}
	columns, rows = table("First name | Last name | flag | passport\nNa | Nada | NA | none\nNil | Null | Germany | X1234567\nAnna | Testova | NA | NULL\n")
	text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
	if b := bind(t, string(text), columns...); err == nil {
		var got []string
		for _, cells := range rows {
			records, _ := mapRow(b, row(cells...))
			got = append(got, strings.Join(append(records[0].Values("firstName"), records[0].Values("lastName")...), " "))
		}
		if strings.Join(got, "|") != "Na Nada|Nil Null|Anna Testova" || strings.Contains(string(text), "missing:") || !strings.Contains(string(text), `# no value: "none" in passport`) {
			t.Errorf("%q\n%s", got, text)
		}
	}
	columns, rows = table("foo | bar\n1 | 2\n3 | 4")
	if _, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default()); !errors.Is(err, ErrNoSuggestion) {
		t.Errorf("two columns of nothing gave %v", err)
	}
}

// Whatever the table, the suggestion is a mapping of it.
func TestSuggestionsParse(t *testing.T) {
	words := []string{
		"id", "name", "dob", "from", "to", "nat", "dead", "lat", "lon", "date", "time", "n", "route", "type", "a\nb", `q"x`, "%d", "κ: {", "# x", "year", "month",
		"amount", "phone", "category", "position", "$row", " ", "$value", "$label", "direction", "party", "account", "sender name", "sender IBAN", "beneficiary",
		"beneficiary account", "first name", "sender first name", "interview no", "age", "place of departure", "landing", "price", "currency", "date of arrest",
		"place of arrest", "passport", "expiry date", "issuing country", "check-in", "hotel name", "flight no", "plate", "owner", "driver", "vessel name", "IMO", "director",
		"company", "seized item", "quantity", "username", "April", "May 2015", "2014", "2015", "Q1 2015", "Q2", "duration", "text", "mtcn", "location", "cell id", "number", "IMEI",
	}
	cells := []string{"", "NA", "-", "1", "2015", "13/07/2015", "03/04/2015", "SYR", "+306912345678", "38.5", "x", "suspect", "10:30", "male", "a@b.example", "16436", "\x00", "\xff", "it's: \"so\"", "38N 26E", "Incoming", "Outgoing", "00:01:05", "DE89370400440532013000", "1.500 EUR", "From: +30 691 234 5678 A: b", "3", "7"}
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.SliceOfN(rapid.SampledFrom(words), 0, 14).Draw(t, "columns")
		rows := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(cells), 0, 15), 0, 6).Draw(t, "rows")
		text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
		if err != nil && !errors.Is(err, ErrNoSuggestion) {
			t.Fatalf("%v\n%s", err, text)
		}
		if again, _ := Suggest(Table{Columns: columns, Rows: rows}, schema.Default()); string(again) != string(text) {
			t.Fatalf("the second time:\n%s\nthe first:\n%s", again, text)
		}
	})
}

// Public tables, where they are at hand: the whole file maps by what a sample of it suggested.
func TestSuggestOnPublicTables(t *testing.T) {
	root := os.Getenv("SKEIN_TESTDATA")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared", "data")
	}
	for _, c := range []struct {
		file, schema string
		records      int // a row
		contains     []string
	}{
		{"flow-frontex-iom/frontex.csv", "Flow", 1, []string{"format: epoch-days, precision: month", "mode: {column: type}"}},
		{"flow-frontex-iom/iom_mmp.csv", "Incident", 1, []string{`# no value: "NA" in surv`, `nationality: {column: nat, split: ","}`, "latitude: {column: lat}"}},
		{"flow-unhcr-arrivals/data.csv", "Flow", 2, []string{"place: {entity: place}", "{{ year }}-{{ month }}"}},
		{"flow-uk-small-boats/data.csv", "Flow", 1, []string{`period: {column: "#date"}`, "vessels: {column: boats}"}},
		{"net-covert/Caviar.2.edges.csv", "UnknownLink", 3, []string{"weight: {column: weight}"}},
	} {
		t.Run(c.file, func(t *testing.T) {
			f, err := os.Open(filepath.Join(root, c.file))
			if err != nil {
				t.Skip("no test data: ", err)
			}
			all, err := csv.NewReader(f).ReadAll()
			err = errors.Join(err, f.Close())
			if err != nil {
				t.Fatal(err)
			}
			text, err := Suggest(Table{Columns: all[0], Rows: all[1:min(201, len(all))]}, schema.Default())
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range append(c.contains, "schema: "+c.schema) {
				if !strings.Contains(string(text), want) {
					t.Errorf("lacks %s\n%s", want, text)
				}
			}
			b := bind(t, string(text), all[0]...)
			keys, bad := map[record.Key]bool{}, 0
			for i, cells := range all[1:] {
				r := row(cells...)
				r.Place = reader.Place{Row: i + 2}
				got, problems := mapRow(b, r)
				if bad += min(1, len(problems)); len(problems) > 0 && bad < 4 {
					t.Logf("row %d: %v", i+2, problems)
				} else if len(problems) == 0 && len(got) != c.records {
					t.Errorf("row %d gave %d records, want %d", i+2, len(got), c.records)
				}
				for _, r := range got {
					if string(r.Schema) == c.schema {
						keys[r.Key] = true
					}
				}
			}
			rows := len(all) - 1
			if bad*100 > rows {
				t.Errorf("%d of %d rows would go to quarantine", bad, rows)
			}
			if len(keys) != rows-bad {
				t.Errorf("%d keys of %d good rows", len(keys), rows-bad)
			}
		})
	}
}
