package mapping

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

// kinds are tables as desks send them: the distinct things that each gives by its
// proposal, the rows that go to quarantine, and the columns that have no place.
func kinds() map[string]struct {
	things string
	bad    int
	unused string
} {
	type kind = struct {
		things string
		bad    int
		unused string
	}
	const (
		debriefing = "Debriefing 2, Fee 2, Person 2, Place "
		arrested   = "Incident 2, Involvement 2, Person 2"
	)
	return map[string]kind{
		"user_accounts":    {"UserAccount 2", 0, "Followers"},
		"calls_de":         {"Call 2, Phone 2", 0, ""},
		"calls_from_to":    {"Call 2, Phone 3", 0, "Index, Direction, Status"},
		"debrief_ar":       {debriefing + "4, Trip 2", 0, ""},
		"debrief_es":       {debriefing + "3, Trip 2", 0, ""},
		"debrief_fr":       {debriefing + "4, Trip 2", 0, ""},
		"debrief_ru":       {debriefing + "4, Trip 2", 0, ""},
		"debrief_tr":       {debriefing + "4, Trip 2", 0, ""},
		"vehicles_it":      {"LegalEntity 2, Ownership 2, Person 2, Possession 2, Vehicle 2", 0, "Modello"},
		"households":       {"Person 2", 0, "Household ID, Case worker ID, Tent no"},
		"incidents_el":     {"Incident 2", 0, ""},
		"incidents_it":     {"Incident 2", 0, "Tipo imbarcazione"},
		"months_iso":       {"Flow 6", 0, ""},
		"observations":     {"Person 2, Place 2, Sighting 2", 0, ""},
		"persons_ar":       {"Person 2", 0, "م"},
		"persons_es":       {arrested, 0, ""},
		"persons_fa":       {"Person 2", 0, "ردیف"},
		"persons_it":       {arrested, 0, "N."},
		"persons_pl":       {"Person 2", 0, "Lp."},
		"persons_ro":       {"Person 2", 0, "Nr. crt."},
		"persons_ru":       {arrested, 0, "№ п/п"},
		"persons_sr":       {arrested, 0, "Rb"},
		"persons_tr":       {arrested, 0, "Sıra No"},
		"companies_en":     {"Directorship 2, LegalEntity 2, Organization 2", 0, ""},
		"swift":            {"BankAccount 2, LegalEntity 2, Payment 2, Possession 2", 0, "Sending institution BIC"},
		"seizures":         {"Place 2, Seizure 2", 0, ""},
		"vessels_ru":       {"LegalEntity 1, Ownership 1, Vessel 1", 0, ""},
		"accounts":         {"BankAccount 2, LegalEntity 2, Possession 2", 0, ""},
		"arrivals_years":   {"Flow 5", 0, ""},
		"camp_list":        {"Place 2", 0, "Capacity"},
		"cdr":              {"Call 2, Phone 3", 0, "IMSI, IMEI, Cell ID, LAC"},
		"cellphone":        {"Call 3, Phone 4", 0, "#, Network name"},
		"companies_el":     {"Organization 2", 0, ""},
		"debrief_de":       {debriefing + "4, Trip 2", 0, ""},
		"debrief_el":       {debriefing + "4, Trip 2", 0, ""},
		"debrief_en":       {debriefing + "4, Trip 2", 0, "Interpreter"},
		"debrief_it":       {debriefing + "3, Trip 2", 0, ""},
		"documents":        {"Identification 2, Person 2", 0, ""},
		"drivers":          {"Incident 2, Involvement 2, Person 2, Possession 2, Vehicle 2", 0, ""},
		"havale_tr":        {"BankAccount 2, LegalEntity 2, Payment 1, Possession 2", 0, ""},
		"hawala":           {"LegalEntity 3, Payment 2", 0, "City, Hawaladar, Commission"},
		"hotel":            {"Person 2, Place 1, Sighting 2", 0, "Room"},
		"incidents":        {"Incident 2", 0, ""},
		"interceptions":    {"Incident 2, Involvement 2, Vessel 2", 0, ""},
		"months_el":        {"Flow 4", 0, ""},
		"months_fr":        {"Flow 6", 0, "Total"},
		"mtcn":             {"Payment 2, Person 3", 0, "Paying Agent"},
		"oxygen_ru":        {"Call 2, Phone 2", 0, ""},
		"passengers":       {"Person 2, Place 2, Trip 2", 0, "Seat"},
		"passports_it":     {"Passport 2, Person 2", 0, ""},
		"perevod_ru":       {"BankAccount 2, LegalEntity 2, Payment 2, Possession 2", 0, ""},
		"phones":           {"Phone 2", 0, ""},
		"places":           {"Place 2", 0, ""},
		"prices":           {"Fee 2, Place 4", 0, ""},
		"quarters":         {"Flow 4", 0, ""},
		"sms":              {"Call 2, Phone 2", 0, ""},
		"sms_dir":          {"Call 2, Phone 2", 0, "Folder"},
		"suspects_el":      {"Incident 3, Involvement 3, Person 3", 1, "Α/Α"},
		"suspects_en":      {"Person 2", 0, "Officer ID, Camp ID, Vessel ID"},
		"swift_de":         {"BankAccount 2, LegalEntity 2, Payment 2, Possession 2", 0, ""},
		"transferencia_es": {"BankAccount 2, LegalEntity 2, Payment 2, Possession 2", 0, ""},
		"vehicles":         {"LegalEntity 2, Ownership 2, Vehicle 2", 0, "Model, Colour"},
		"vessels":          {"LegalEntity 2, Ownership 2, Vessel 2", 0, ""},
		"vessels_some":     {"LegalEntity 1, Ownership 3, Vessel 3", 0, ""}, // of one owner, two without IMO number
		"accounts_some":    {"BankAccount 3, LegalEntity 1, Possession 3", 0, ""},
		"virement_fr":      {"BankAccount 2, LegalEntity 2, Payment 2, Possession 2", 0, ""},
		"xry":              {"Call 3, Phone 3", 0, "#, Storage"},
	}
}

func TestSuggestKinds(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "suggest", "*.csv"))
	if err != nil || len(files) != len(kinds()) {
		t.Fatalf("%d files for %d kinds, %v", len(files), len(kinds()), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".csv")
		t.Run(name, func(t *testing.T) {
			want, ok := kinds()[name]
			if !ok {
				t.Fatal("no kind of this name")
			}
			columns, rows := readFile(t, file)
			text, err := Suggest(Table{Columns: columns, Rows: rows, Name: filepath.Base(file)}, schema.Default())
			if err != nil {
				t.Fatal(err)
			}
			things, bad := thingsOf(t, text, columns, rows)
			if things != want.things || len(bad) != want.bad {
				t.Errorf("gives %s and %d bad rows %v, want %s and %d\n%s", things, len(bad), bad, want.things, want.bad, text)
			}
			if got := unusedOf(string(text)); got != want.unused {
				t.Errorf("does not use %s, want %s\n%s", got, want.unused, text)
			}
		})
	}
}

// readFile reads a table as ingest does.
func readFile(t *testing.T, file string) (columns []string, rows [][]string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // read only
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader.Open(file, f, info.Size(), reader.Options{})
	for err == nil {
		var row *reader.Row
		if row, err = r.Next(); err == nil {
			var cells []string
			for _, c := range row.Cells {
				cells = append(cells, c.Value)
			}
			rows = append(rows, cells)
		}
	}
	if !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return r.Columns(), rows
}

// thingsOf counts the things of a table by schema.
func thingsOf(t *testing.T, text []byte, columns []string, rows [][]string) (things string, bad []string) {
	t.Helper()
	b := bind(t, string(text), columns...)
	keys := map[schema.Name]map[record.Key]bool{}
	for _, cells := range rows {
		got, problems := mapRow(b, row(cells...))
		for _, p := range problems {
			bad = append(bad, p.Column+": "+p.Reason)
		}
		for _, r := range got {
			if keys[r.Schema] == nil {
				keys[r.Schema] = map[record.Key]bool{}
			}
			keys[r.Schema][r.Key] = true
		}
	}
	var out []string
	for _, s := range sortedKeys(keys) {
		out = append(out, fmt.Sprintf("%s %d", s, len(keys[s])))
	}
	return strings.Join(out, ", "), bad
}

// unusedOf lists the columns that a proposal says it has no use for.
func unusedOf(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(line, "# not used: "); ok {
			name, _, _ := strings.Cut(rest, ", ")
			out = append(out, strings.Trim(name, `"`))
		}
	}
	return strings.Join(out, ", ")
}

// What the lines of proposals say that counts alone do not show.
func TestSuggestKindsSay(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"cellphone", `weakAlias: {column: Parties, extract: `},
		{"cellphone", `unit: "h:m:s"`},
		{"cellphone", `format: "%d/%m/%Y %H:%M:%S%z"`},
		{"cellphone", "filters: {Direction: [Incoming, Missed]}"},
		{"cellphone", "rest: quarantine"},
		{"suspects_el", `formats: ["%d/%m/%Y", "%Y"]`},
		{"suspects_el", "category: witness  # PLEASE STATE"},
		{"suspects_el", "speaks of suspects"},
		{"suspects_el", "3 of 4 values are dates, and the row of the other 1 goes to quarantine"},
		{"suspects_en", `keys: "Suspect no"`},
		{"camp_list", `keys: "Camp ID"`},
		{"swift_de", "key_type: iban"},
		{"transferencia_es", `currency: {column: Importe, extract: `},
		{"vessels", "key_literal: imo"},
		{"months_fr", "PLEASE STATE measure"},
		{"months_fr", `template: "{{ Année }}-{{ $label }}"`},
		{"quarters", "endDate: {column: $label, lookup: lastDays}"},
		{"mtcn", "keys: MTCN"},
		{"sms", "channel: {literal: text}"},
	} {
		columns, rows := readFile(t, filepath.Join("testdata", "suggest", c.file+".csv"))
		text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
		if err != nil || !strings.Contains(string(text), c.want) {
			t.Errorf("%s: want %s in\n%s%v", c.file, c.want, text, err)
		}
	}
}

// Who called whom in the list of a phone, with the names that its owner gave.
func TestSuggestExtraction(t *testing.T) {
	columns, rows := readFile(t, filepath.Join("testdata", "suggest", "cellphone.csv"))
	text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	b := bind(t, string(text), columns...)
	for i, want := range []string{
		"Phone number=+306915550011(+30 691 555 0011) weakAlias=Nikos(From: +30 691 555 0011 Nikos)\nPhone number=+306915550001\n" +
			"Call caller=#1 receiver=#2 duration=0(00:00:00) channel=Viber date=2015-06-02T04:16:00+03:00(02/06/2015 04:16:00(UTC+3))\n",
		"Phone number=+306915550012(+30 691 555 0012) weakAlias=Taxi 2(To: +30 691 555 0012 Taxi 2)\nPhone number=+306915550001\n" +
			"Call caller=#2 receiver=#1 duration=65(00:01:05) channel=Native date=2015-06-22T04:16:00+03:00(22/06/2015 04:16:00(UTC+3))\n",
	} {
		got, problems := mapRow(b, row(rows[i]...))
		if len(problems) > 0 || told(got) != want {
			t.Errorf("row %d gives %v\n%swant\n%s", i+1, problems, told(got), want)
		}
	}
	odd := slices.Clone(rows[0])
	odd[2] = "Unknown"
	if _, problems := mapRow(b, row(odd...)); len(problems) == 0 {
		t.Error("a row of no direction is lost")
	}
}

func TestMeasureOf(t *testing.T) {
	for text, want := range map[string]string{
		"Detections": "detections", "Sea arrivals": "arrivals", "Αφίξεις": "arrivals", "Aufgriffe": "detections", "Llegadas": "arrivals", "Illegal border-crossings": "detections",
		"Prevented departures": "preventions", "Attempted crossings": "attempts", "n": "", "": "", "Persons": "",
	} {
		if got := measureOf(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// Months without a year take that of the title, or of the file's name, and say so.
func TestSuggestYear(t *testing.T) {
	table := Table{Columns: []string{"Route", "April", "May"}, Rows: [][]string{{"East", "1", "2"}, {"West", "3", "4"}}}
	for _, c := range []struct{ title, name, want string }{
		{"data as of 12 August 2015", "x.csv", "the year 2015: it stands in"},
		{"", "flows-2014.csv", "the year 2014: it stands in"},
		{"1 of 120155", "x.csv", "PLEASE STATE the year"},
	} {
		table.Title, table.Name = []string{c.title}, c.name
		text, err := Suggest(table, schema.Default())
		if err != nil || !strings.Contains(string(text), c.want) {
			t.Errorf("%v: want %s in\n%s%v", c, c.want, text, err)
		}
		if things, bad := thingsOf(t, text, table.Columns, table.Rows); things != "Flow 4" || bad != nil {
			t.Errorf("%v gives %s, %v", c, things, bad)
		}
	}
}

// A number that belongs to something else never names a row, however different its values.
func TestOthersNumbersAreNoKeys(t *testing.T) {
	for _, other := range []string{
		"Cell ID", "Camp ID", "Household ID", "Officer ID", "Case worker ID", "Vessel ID", "Tower ID", "Station", "Unit no", "Batch ID", "Sheet no", "Agency ID",
		"Zellen-ID", "ID cellule", "Αριθμός υπόθεσης", "Идентификатор сотрудника", "Dosya No", "Bank ID", "Sender ID",
	} {
		for _, c := range []struct{ header, first, second string }{
			{"Caller | Called | " + other, "+447700900001 | +447700900002 | A71", "+447700900003 | +447700900004 | B72"},
			{"Surname | Given name | " + other, "Testov | Anna | A71", "Mockov | Omar | B72"},
		} {
			columns, rows := table(c.header + "\n" + c.first + "\n" + c.second)
			text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
			if err != nil || !strings.Contains(string(text), "keys: $row") || strings.Contains(string(text), "keys: "+yamlText(other)) {
				t.Errorf("%s: %v\n%s", c.header, err, text)
			}
		}
	}
	for header, first := range map[string]string{
		"ID | Surname | Given name": "7 | A | B", "Person ID | Surname | Given name": "7 | A | B", "suspect no | Surname | Given name": "7 | A | B",
		"Call ID | Caller | Called": "7 | +447700900001 | +447700900002", "Company ID | Company name | City": "7 | A | B", "Incident no | Incident date | Dead": "7 | 2015-01-01 | 2",
	} {
		columns, rows := table(header + "\n" + first + "\n" + strings.Replace(first, "7", "9", 1))
		text, err := Suggest(Table{Columns: columns, Rows: rows}, schema.Default())
		if err != nil || !strings.Contains(string(text), "keys: "+yamlText(columns[0])) {
			t.Errorf("%s: %v\n%s", header, err, text)
		}
	}
}
