package observe

import (
	"strings"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/names"
)

// Agency is a sender with its habits. None of them exists.
type Agency struct {
	Code       string
	Country    string // empty: international
	Language   string // of headers and texts
	Convention names.Convention
	Order      nameOrder
	Upper      bool // family names in capitals
	Format     Format
	Dates      string  // time layout
	JanuaryOne bool    // 1 January stands for a year alone
	Native     float64 // how often names are given in their own script too
	Grades     []string
	Weights    []float64
	Label      string // of what is about persons
	Corridors  []string
	Busy       float64 // contributions relative to other agencies
}

// nameOrder is how an agency writes a full name.
type nameOrder int

const (
	givenFirst nameOrder = iota
	familyFirst
	familyComma // "Family, Given"
	separate    // in two columns
)

// Agencies returns those that take part.
func Agencies() []*Agency {
	utf8CSV := Format{Name: "csv", Encoding: "utf-8"}
	workbooks := Format{Name: "xlsx"}
	const (
		se, wb, cm = "South-Eastern", "Western Balkan", "Central Mediterranean"
		wm, wa, ea = "Western Mediterranean", "Western African", "Eastern"
		no, ag, eu = "Nordic", "Albania to Greece", "Within the EU"
	)
	four := []string{"A1", "A2", "B1", "B2", "B3", "B4", "C3", "C4", "X4"}
	const restricted = "H1 RESTRICTED purposes=cross-checking,strategic,operational"
	list := []*Agency{
		{
			Code: "EL-POLICE", Country: "gr", Language: "el", Convention: names.Greek, Order: givenFirst, Dates: "02.01.2006", JanuaryOne: true,
			Format: Format{Name: "csv", Encoding: "windows-1253", Delimiter: ";"}, Grades: four, Weights: []float64{5, 8, 15, 35, 15, 8, 6, 4, 4},
			Label: "H1 RESTRICTED audience=EL-POLICE,IT-POLICE,DE-BKA,AT-BK,HU-NNI,EUROPOL purposes=cross-checking,strategic,operational", Corridors: []string{se, wb, ag}, Busy: 15,
		},
		{
			Code: "IT-POLICE", Country: "it", Language: "it", Convention: names.Italian, Order: familyFirst, Dates: "02/01/2006", Format: workbooks,
			Grades: four, Weights: []float64{8, 10, 12, 40, 12, 6, 5, 3, 4}, Label: "H2 RESTRICTED purposes=strategic,operational", Corridors: []string{cm, eu}, Busy: 16, Native: 0.1,
		},
		{
			Code: "DE-BKA", Country: "de", Language: "de", Convention: names.German, Order: familyComma, Dates: "02.01.2006", JanuaryOne: true, Native: 0.3,
			Format: Format{Name: "tsv", Encoding: "utf-16le"}, Grades: four, Weights: []float64{15, 12, 10, 33, 12, 6, 6, 3, 3},
			Label: `H1 H3="ask before any arrest" RESTRICTED purposes=cross-checking,strategic,operational`, Corridors: []string{wb, eu, se, ea}, Busy: 18,
		},
		{
			Code: "FR-PAF", Country: "fr", Language: "fr", Convention: names.French, Order: separate, Upper: true, Dates: "02/01/2006", JanuaryOne: true,
			Format: Format{Name: "csv", Encoding: "windows-1252", Delimiter: ";"}, Grades: four, Weights: []float64{6, 9, 14, 32, 14, 9, 8, 4, 4},
			Label: restricted, Corridors: []string{eu, cm, wm}, Busy: 12,
		},
		{
			Code: "ES-POLICIA", Country: "es", Language: "es", Convention: names.Spanish, Order: separate, Dates: "02/01/2006",
			Format: Format{Name: "csv", Encoding: "utf-8-bom", Delimiter: ";"}, Grades: four, Weights: []float64{6, 9, 14, 36, 12, 8, 7, 4, 4},
			Label: restricted, Corridors: []string{wm, wa, eu}, Busy: 9,
		},
		{
			Code: "AT-BK", Country: "at", Language: "de", Convention: names.German, Order: familyFirst, Upper: true, Dates: "02.01.2006", JanuaryOne: true, Format: workbooks,
			Grades: four, Weights: []float64{8, 9, 13, 36, 14, 8, 5, 3, 4}, Label: restricted, Corridors: []string{wb, ea, eu}, Busy: 9,
		},
		{
			Code: "UK-NCA", Country: "gb", Language: "en", Convention: names.English, Order: givenFirst, Dates: "2006-01-02", Native: 0.15, Format: utf8CSV,
			Grades: []string{"3x5x2:1AP", "3x5x2:1BP", "3x5x2:2BP", "3x5x2:2CP", "3x5x2:2DC", "3x5x2:3DC"}, Weights: []float64{12, 25, 25, 18, 15, 5},
			Label: "H1 H2 RESTRICTED purposes=cross-checking,strategic,operational", Corridors: []string{eu, ea}, Busy: 9,
		},
		{
			Code: "HU-NNI", Country: "hu", Language: "en", Convention: names.English, Order: familyFirst, Dates: "2006.01.02", JanuaryOne: true,
			Format: Format{Name: "csv", Encoding: "windows-1250", Delimiter: ";"}, Grades: four, Weights: []float64{4, 7, 15, 40, 14, 9, 5, 3, 3},
			Label: restricted, Corridors: []string{wb}, Busy: 8,
		},
		{
			Code: "BG-GDBOP", Country: "bg", Language: "en", Convention: names.ICAO, Order: givenFirst, Upper: true, Dates: "02.01.2006", JanuaryOne: true, Format: workbooks,
			Native: 0.3, Grades: four, Weights: []float64{3, 6, 14, 35, 18, 10, 7, 4, 3}, Label: restricted, Corridors: []string{se, wb}, Busy: 5,
		},
		{
			Code: "RS-MUP", Country: "rs", Language: "en", Convention: names.English, Order: familyFirst, Dates: "02.01.2006.", Format: utf8CSV, Native: 0.2,
			Grades: four, Weights: []float64{2, 4, 12, 30, 20, 12, 10, 6, 4}, Label: restricted, Corridors: []string{wb}, Busy: 4,
		},
		{
			Code: "SE-NOA", Country: "se", Language: "en", Convention: names.English, Order: separate, Dates: "2006-01-02", Format: Format{Name: "jsonl"},
			Grades: four, Weights: []float64{8, 10, 14, 36, 12, 8, 5, 3, 4}, Label: restricted, Corridors: []string{eu, no, se}, Busy: 5, Native: 0.2,
		},
		{
			Code: "PL-SG", Country: "pl", Language: "en", Convention: names.ICAO, Order: familyFirst, Upper: true, Dates: "02.01.2006",
			Format: Format{Name: "csv", Encoding: "windows-1250", Delimiter: ";"}, Grades: four, Weights: []float64{5, 8, 14, 38, 13, 9, 6, 4, 3},
			Label: restricted, Corridors: []string{ea}, Busy: 4,
		},
		{
			Code: "BE-FGP", Country: "be", Language: "fr", Convention: names.French, Order: familyComma, Upper: true, Dates: "02-01-2006", JanuaryOne: true, Format: workbooks,
			Grades: four, Weights: []float64{7, 9, 13, 36, 13, 9, 6, 3, 4}, Label: restricted, Corridors: []string{eu}, Busy: 5,
		},
		{
			Code: "NL-KMAR", Country: "nl", Language: "en", Convention: names.English, Order: separate, Dates: "02-01-2006", JanuaryOne: true,
			Format: Format{Name: "csv", Encoding: "utf-8", Delimiter: ";", Packed: true}, Grades: four, Weights: []float64{7, 9, 14, 36, 13, 8, 6, 3, 4},
			Label: restricted, Corridors: []string{eu, se}, Busy: 4,
		},
		{
			Code: "TR-COASTGUARD", Country: "tr", Language: "en", Convention: names.English, Order: givenFirst, Dates: "02.01.2006", Native: 0.05,
			Format: Format{Name: "csv", Encoding: "utf-8-bom", Delimiter: ";", Packed: true}, Grades: []string{"6x6:A1", "6x6:B2", "6x6:B3", "6x6:C3", "6x6:F6"},
			Weights: []float64{15, 45, 22, 10, 8}, Label: "H1 H2 RESTRICTED purposes=strategic,operational", Corridors: []string{se}, Busy: 5,
		},
		{
			Code: "EUROPOL", Language: "en", Convention: names.English, Order: familyComma, Upper: true, Dates: "2006-01-02", Native: 0.1, Format: utf8CSV,
			Grades: four, Weights: []float64{6, 8, 14, 36, 14, 9, 6, 3, 4}, Label: "H0 RESTRICTED purposes=cross-checking,strategic,operational",
			Corridors: []string{se, wb, cm, wm, wa, ea, no, ag, eu}, Busy: 4,
		},
		{
			Code: "FXD", Language: "en", Convention: names.English, Order: givenFirst, Dates: "2006-01-02", Format: Format{Name: "jsonl"},
			Grades: four, Weights: []float64{20, 20, 15, 30, 8, 3, 2, 1, 1}, Label: "H0 purposes=strategic", Busy: 0,
		},
		{
			Code: "INTERPOL", Language: "en", Convention: names.English, Order: givenFirst, Dates: "2006-01-02", Format: Format{Name: "jsonl"},
			Grades: four, Weights: []float64{10, 12, 15, 35, 12, 8, 4, 2, 2}, Label: "H1 RESTRICTED purposes=strategic,operational", Busy: 0,
		},
	}
	return list
}

// folder is the agency's directory below data.
func (a *Agency) folder() string { return strings.ToLower(a.Code) }

// grade draws a grade by the agency's habit.
func (a *Agency) grade(r *draw.Source) string { return a.Grades[r.Weighted(a.Weights...)] }

// date writes a day as the agency does; empty for none.
func (a *Agency) date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(a.Dates)
}

// strftime is the agency's layout of dates as mappings have it.
func (a *Agency) strftime() string {
	return strings.NewReplacer("2006", "%Y", "01", "%m", "02", "%d").Replace(a.Dates)
}

// spellsInLatin1 reports whether names in other scripts would be lost in the
// agency's files.
func (a *Agency) latinOnly() bool { return a.Format.narrow() }
