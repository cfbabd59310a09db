package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/language"
)

// IT-POLICE, an agency in Italy, sends workbooks: suspects, the investigations they
// occur in, boats and vehicles.

func italianRole(role string) string {
	return map[string]string{
		"leader": "capo", "organiser": "organizzatore", "driver": "autista", "skipper": "scafista",
		"recruiter": "reclutatore", "forger": "falsario", "hawaladar": "hawaladar",
		"safe-house keeper": "custode", "scout": "staffetta", "guide": "passatore", "crew": "equipaggio",
	}[role]
}

func italianTier(tier string) string {
	return map[string]string{"leader": "vertice", "organiser": "quadro intermedio", "facilitator": "manovalanza"}[tier]
}

func italianCrime(area string) string {
	return map[string]string{
		"drugs": "stupefacenti", "trafficking in human beings": "tratta di esseri umani", "property crime": "reati contro il patrimonio",
		"document forgery": "falso documentale", "excise fraud": "contrabbando", "money laundering": "riciclaggio", "firearms": "armi",
	}[area]
}

func itPolice(w *world, f *folder) error {
	r := newRandom("it-police")
	held := slices.DeleteFunc(slices.Clone(w.suspects), func(s *suspect) bool { return !s.heldBy["IT"] })
	for _, t := range []*table{itSuspects(r, held), itInvestigations(r, held), itVessels(r), itVehicles(r, held)} {
		content, err := workbook(t)
		if err != nil {
			return fmt.Errorf("%s: %w", t.file, err)
		}
		if err := f.saveAs(t, content); err != nil {
			return err
		}
	}
	return nil
}

// itSheet begins the sheet of a workbook; both have the name.
func itSheet(name, source string, header ...string) *table {
	t := &table{source: source, file: "data/it-police/" + strings.ToLower(name) + "-2015.xlsx", part: name, comma: '\t'}
	t.add(header...)
	return t
}

func itSuspects(r random, held []*suspect) *table {
	t := itSheet("Indagati", "it-suspects", "N. indagato", "Cognome e nome", "Alias", "Sesso", "Data di nascita", "Cittadinanza", "Posizione",
		"Ruolo", "Livello", "Codice rete", "Nome rete", "Telefono", "Comune", "Paese di dimora", "Altro reato", "Anno reato")
	for _, s := range held {
		alias := ""
		if r.chance(25) {
			alias = s.native()
		}
		position := "indagato"
		if s.convicted {
			position = "condannato"
		}
		c := []string{
			itNumber(s), s.family.in(0) + " " + s.given.in(0), alias, "M", strings.ReplaceAll(s.birth(), ".", "/"),
			countryIn(language.Italian, s.knownCountry(r)), position, italianRole(s.role), italianTier(s.tier), "", "",
			s.phones[0], s.town, countryIn(language.Italian, s.residence), "", "",
		}
		if s.female {
			c[3] = "F"
		}
		if s.network != nil {
			c[9], c[10] = s.network.number, s.network.name
		}
		if o := s.crimeBy("IT"); o != nil {
			c[14], c[15] = italianCrime(o.area), number(o.year)
		}
		switch t.row {
		case 9:
			c[4] = "29/02/1987"
			t.spoilNext(badDate, "Data di nascita")
		case 31:
			c[6] = ""
			t.spoilNext(badCategory, "Posizione")
		case 44:
			c[11] = "in carcere"
			t.spoilNext(badPhone, "Telefono")
		}
		t.add(c...)
	}
	return t
}

func itNumber(s *suspect) string { return fmt.Sprintf("IT/%05d", 40000+7*s.number) }

// itInvestigations lists who occurs in which investigation and as what. Each network
// has one or two.
func itInvestigations(r random, held []*suspect) *table {
	t := itSheet("Indagini", "it-investigations", "Procedimento", "Nome operazione", "Aperta il", "Indagato", "Ruolo nel procedimento")
	for _, s := range held {
		if s.network == nil || !r.chance(85) {
			continue
		}
		half := s.number % 2
		as := "indagato"
		if r.chance(20) {
			as = "arrestato"
		}
		opened := fmt.Sprintf("%02d/%02d/201%d", 3+half*9, 1+len(s.network.name)%12, 4+half)
		t.add(fmt.Sprintf("PP %s-%d/2015", s.network.number, half+1), "Gabbiano "+s.network.number[3:]+string(rune('A'+half)), opened, itNumber(s), as)
	}
	return t
}

func itVessels(r random) *table {
	t := itSheet("Natanti", "it-vessels", "N. natante", "Nome natante", "Tipo natante", "Bandiera", "Lunghezza m", "Capienza", "Sequestrato il", "Luogo sequestro")
	for i := range 36 {
		kind, length, capacity := "peschereccio", r.between(12, 26), r.between(80, 400)
		if r.chance(45) {
			kind, length, capacity = "gommone", r.between(8, 12), r.between(30, 40)
		}
		name := ""
		if kind == "peschereccio" {
			name = one(r, []string{"Stella", "Nuova", "Santa", "Vento", "Aurora"}) + " " + one(r, []string{"Marina", "di Prova", "Azzurra", "del Sud"}) + " " + number(i+1)
		}
		flag := ""
		if name != "" {
			flag = countryIn(language.Italian, one(r, []string{"eg", "tn", "ly", "it"}))
		}
		c := []string{
			fmt.Sprintf("NAT-%03d", i+1), name, kind, flag, number(length), number(capacity),
			fmt.Sprintf("%02d/%02d/2015", r.between(1, 28), r.between(4, 11)), one(r, []string{"Catania", "Lampedusa", "Bari"}),
		}
		if i == 17 {
			c[4] = "dodici"
			t.spoilNext(badNumber, "Lunghezza m")
		}
		t.add(c...)
	}
	return t
}

// itVehicles lists vehicles with the plates of another country than the one they
// were seen in. The letters are ones that the country does not issue.
func itVehicles(r random, held []*suspect) *table {
	t := itSheet("Veicoli", "it-vehicles", "Targa", "Paese targa", "Marca e modello", "Noleggio", "Conducente", "Visto il", "Luogo")
	plates := []struct{ country, format string }{
		{"de", "ZZ-QQ %d"}, {"bg", "QZ %d ZQ"}, {"ro", "ZQ-%d-QQQ"}, {"it", "QI %d OQ"}, {"at", "QQ-%d ZZ"}, {"fr", "OI-%d-UU"},
	}
	for i := range 42 {
		p := one(r, plates)
		rented := "no"
		if r.chance(40) {
			rented = "sì"
		}
		driver := ""
		if r.chance(70) {
			driver = itNumber(one(r, held))
		}
		t.add(fmt.Sprintf(p.format, 100+i), countryIn(language.Italian, p.country),
			one(r, []string{"furgone bianco", "berlina grigia", "autocarro", "monovolume", "camper"}), rented, driver,
			fmt.Sprintf("%02d/%02d/2015", r.between(1, 28), r.between(1, 12)), one(r, []string{"Ventimiglia", "Milan", "Bari", "Vienna", "Budapest"}))
	}
	return t
}

// workbook writes a table as the second sheet of a workbook, all cells as text. The
// first sheet is the covering note that a clerk puts there.
func workbook(t *table) ([]byte, error) {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }() // in memory only
	if err := book.SetSheetName("Sheet1", "Nota"); err != nil {
		return nil, err
	}
	if err := book.SetCellStr("Nota", "A1", "Dati inventati a scopo dimostrativo"); err != nil {
		return nil, err
	}
	if _, err := book.NewSheet(t.part); err != nil {
		return nil, err
	}
	for i, line := range strings.Split(strings.TrimSuffix(t.text.String(), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if err := book.SetSheetRow(t.part, fmt.Sprintf("A%d", i+1), &cells); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		return nil, err
	}
	return repacked(b.Bytes())
}

// repacked returns a workbook with its members in order of name and without times.
func repacked(book []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(z.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	var names []string
	var contents [][]byte
	for _, m := range z.File {
		r, err := m.Open()
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		names, contents = append(names, m.Name), append(contents, b)
	}
	return zipped(names, contents)
}
