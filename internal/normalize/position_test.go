package normalize

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/geo"
)

func TestCoordinate(t *testing.T) {
	for _, c := range []struct {
		text string
		axis Axis
		want float64
	}{
		{"35.5", Latitude, 35.5},
		{"35,5", Latitude, 35.5},
		{"-35.5", Latitude, -35.5},
		{"\u221235.5", Latitude, -35.5},
		{"+35.5°", Latitude, 35.5},
		{"35.5 S", Latitude, -35.5},
		{"S35.5", Latitude, -35.5},
		{"12.25W", Longitude, -12.25},
		{"12.25° O", Longitude, -12.25},
		{"12,25 Ouest", Longitude, -12.25},
		{"12.25 Est", Longitude, 12.25},
		{"12.25 Ost", Longitude, 12.25},
		{"12.25 east", Longitude, 12.25},
		{"35°30'N", Latitude, 35.5},
		{"35° 30' 36\" N", Latitude, 35.51},
		{"35° 30' 36\"\" N", Latitude, 35.51},
		{"35° 30' 36'' N", Latitude, 35.51},
		{"35° 30' 36' N", Latitude, 35.51},
		{"35°30′36″N", Latitude, 35.51},
		{"N 35°30’36”", Latitude, 35.51},
		{"35º30΄36΄΄N", Latitude, 35.51},
		{"35 30 36 N", Latitude, 35.51},
		{"35:30:36 N", Latitude, 35.51},
		{"35-30-36N", Latitude, 35.51},
		{"35–30–36N", Latitude, 35.51},
		{"35 deg 30 min 36 sec N", Latitude, 35.51},
		{"35°30.6'N", Latitude, 35.51},
		{"35°30,6'N", Latitude, 35.51},
		{"35 30.6", Latitude, 35.51},
		{"353036N", Latitude, 35.51},
		{"3530N", Latitude, 35.5},
		{"3530.6N", Latitude, 35.51},
		{"0123036E", Longitude, 12.51},
		{"01230E", Longitude, 12.5},
		{"E0123036", Longitude, 12.51},
		{"-35°30'36\"", Latitude, -35.51},
		{"36° 15' 00.0\"Ε", Longitude, 36.25}, // a Greek epsilon
		{"٣٥٫٥", Latitude, 35.5},
		{"180", Longitude, 180},
		{"90 S", Latitude, -90},
		{"-0", Latitude, 0},
	} {
		got, err := Coordinate(c.text, c.axis)
		if err != nil || math.Abs(got-c.want) > 1e-12 || math.Signbit(got) != math.Signbit(c.want) {
			t.Errorf("Coordinate(%q, %v) = %v, %v; want %v", c.text, c.axis, got, err, c.want)
		}
	}
}

func TestCoordinateRefuses(t *testing.T) {
	for _, c := range []struct {
		text string
		axis Axis
		want error
	}{
		{"", Latitude, ErrUnknown},
		{"n/a", Longitude, ErrUnknown},
		{"90.0001", Latitude, ErrRange},
		{"181", Longitude, ErrRange},
		{"90°00'01\"N", Latitude, ErrRange},
		{"35°60'N", Latitude, ErrRange},
		{"35°30'60\"N", Latitude, ErrRange},
		{"356100N", Latitude, ErrRange},
		{"353036", Latitude, ErrRange},
		{"35.5°30'N", Latitude, ErrFormat},
		{"35°30.5'36\"N", Latitude, ErrFormat},
		{"35°30\"N", Latitude, ErrFormat},
		{"35'30°N", Latitude, ErrFormat},
		{"35 30 36 12 N", Latitude, ErrFormat},
		{"N 35 N", Latitude, ErrFormat},
		{"35 N 30", Latitude, ErrFormat},
		{"-35 S", Latitude, ErrFormat},
		{"--35", Latitude, ErrFormat},
		{"35-", Latitude, ErrAmbiguous},
		{"35 - 30", Latitude, ErrAmbiguous},
		{"35 E", Latitude, ErrFormat},
		{"35 N", Longitude, ErrFormat},
		{"35", Axis(0), ErrFormat},
		{"35 NE", Latitude, ErrFormat},
		{"N", Latitude, ErrFormat},
		{"35.5, 12.5", Latitude, ErrFormat},
		{".5", Latitude, ErrFormat},
		{"1e1", Latitude, ErrFormat},
		{"NaN", Latitude, ErrUnknown},
		{"Inf", Latitude, ErrFormat},
		{strings.Repeat("9", 400), Longitude, ErrFormat},
	} {
		if got, err := Coordinate(c.text, c.axis); !errors.Is(err, c.want) {
			t.Errorf("Coordinate(%q, %v) = %v, %v; want %v", c.text, c.axis, got, err, c.want)
		}
	}
}

func TestLatLon(t *testing.T) {
	const lat, lon = 35.51, 12.505
	for _, text := range []string{
		"35.51, 12.505",
		"35.51,12.505",
		"35.51;12.505",
		"35.51 12.505",
		"35.51 / 12.505",
		"(35.51, 12.505)",
		"35,51 12,505",
		"35,51, 12,505",
		"35,51,12,505",
		"35,51; 12,505",
		"12.505E 35.51N",
		"E 12.505, N 35.51",
		"35.51N 12.505E",
		"35.51N, 12.505",
		"35.51 N, 12.505 E",
		"N35.51E12.505",
		"35.51N12.505E",
		"35.51N E12.505",
		"Nord 35,51 Est 12,505",
		"35°30'36\"N 12°30'18\"E",
		"35°30'36\"N, 012°30'18\"E",
		"35° 30' 36\"\" N 012° 30' 18\"\" E",
		"35° 30' 36''N - 012° 30' 18''E",
		"35°30'36''N-012°30'18''E",
		"N 35°30'36\", E 012°30'18\"",
		"35°30'36\" 12°30'18\"",
		"35°30′36″N,12°30’18”E.",
		"35°30'36.0%22N+12°30'18.0%22E",
		"35°30'36\"N+12°30'18\"E",
		"353036N 0123018E",
		"353036N0123018E",
		"35-30-36N 012-30-18E",
		"35-30-36N/012-30-18E",
		"35 30.6 N 12 30.3 E",
		"N 35 30.6 E 12 30.3",
		"N 35 30.6 - E 12 30.3",
		"N35°30,6′ E012°30,3΄",
		"35°30 '36\"N 012°30'18'E",
		"+35.51+012.505/",
		"+353036+0123018/",
		"+3530.6+01230.3+10CRSWGS_84/",
		"٣٥.٥١, ١٢.٥٠٥",
		"٣٥٫٥١، ١٢٫٥٠٥",
	} {
		p, err := LatLon(text)
		if err != nil || math.Abs(p.Lat()-lat) > 1e-9 || math.Abs(p.Lon()-lon) > 1e-9 {
			t.Errorf("LatLon(%q) = %v, %v", text, p, err)
		}
	}
	for text, want := range map[string]string{
		"35.5 -12.5":         "35.5,-12.5",
		"-35.5, -12.5":       "-35.5,-12.5",
		"35.5, - 12.5":       "35.5,-12.5",
		"35.5N, -12.5":       "35.5,-12.5",
		"-35.5-012.5/":       "-35.5,-12.5",
		"35,12":              "35,12",
		"-35,12":             "-35,12",
		"-35,-12":            "-35,-12",
		"0,0":                "0,0",
		"0.0, 0.0":           "0,0",
		"33°52'S 151°12.6'E": "-33.86666666666667,151.21",
	} {
		if p, err := LatLon(text); err != nil || p.String() != want {
			t.Errorf("LatLon(%q) = %v, %v; want %s", text, p, err, want)
		}
	}
	if p, _ := LatLon("0,0"); !p.IsNullIsland() {
		t.Error("0,0 is not flagged")
	}
}

func TestLatLonRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"":                          ErrUnknown,
		"unknown":                   ErrUnknown,
		"35.5":                      ErrFormat,
		"126.4, 35.5":               ErrRange,
		"35.5, 181":                 ErrRange,
		"35°61'N 12°E":              ErrRange,
		"35.5N 12.5N":               ErrFormat,
		"35.5E, 12.5E":              ErrFormat,
		"35.5N 12.5":                ErrAmbiguous,
		"35.5N -12.5":               ErrAmbiguous,
		"35 30 12 30":               ErrAmbiguous,
		"35,5,12":                   ErrAmbiguous,
		"35.5 - 12.5":               ErrAmbiguous,
		"35-12":                     ErrFormat,
		"35.5, 12.5, 7":             ErrFormat,
		"35.5; 12.5; 7":             ErrFormat,
		"south of Lampedusa":        ErrFormat,
		"POINT(12.5 35.5)":          ErrFormat,
		"near 35.5, 12.5":           ErrFormat,
		"35°30'36\"N, -12°30'18\"E": ErrFormat,
	} {
		if p, err := LatLon(text); !errors.Is(err, want) || p.IsValid() {
			t.Errorf("LatLon(%q) = %v, %v; want %v", text, p, err, want)
		}
	}
}

// TestLatLonSpellings writes random positions in each spelling and reads them back.
func TestLatLonSpellings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		latSeconds := rapid.IntRange(-90*3600, 90*3600).Draw(t, "lat")
		lonSeconds := rapid.IntRange(-180*3600+1, 180*3600).Draw(t, "lon")
		want, err := geo.NewPoint(float64(latSeconds)/3600, float64(lonSeconds)/3600)
		if err != nil {
			t.Fatal(err)
		}
		format := rapid.SampledFrom([]string{
			"%02[1]d%02[2]d%02[3]d%[4]s %03[5]d%02[6]d%02[7]d%[8]s",
			"%[1]d°%[2]d'%[3]d\"%[4]s, %[5]d°%[6]d'%[7]d\"%[8]s",
			"%[4]s %[1]d %[2]d %[3]d %[8]s %[5]d %[6]d %[7]d",
			"%[8]s %[5]d°%[6]d′%[7]d″ - %[4]s %[1]d°%[2]d′%[3]d″",
			"%02[1]d-%02[2]d-%02[3]d%[4]s/%03[5]d-%02[6]d-%02[7]d%[8]s",
		}).Draw(t, "format")
		hemisphere := func(seconds int, positive, negative string) string {
			if seconds < 0 {
				return negative
			}
			return positive
		}
		a, o := max(latSeconds, -latSeconds), max(lonSeconds, -lonSeconds)
		text := fmt.Sprintf(format, a/3600, a/60%60, a%60, hemisphere(latSeconds, "N", "S"), o/3600, o/60%60, o%60, hemisphere(lonSeconds, "E", "W"))
		if got, err := LatLon(text); err != nil || got != want {
			t.Fatalf("%q is %v, %v; want %v", text, got, err, want)
		}
		if again, err := LatLon(want.String()); err != nil || again != want {
			t.Fatalf("%v is read back as %v, %v", want, again, err)
		}
	})
}

// TestLatLonSeriousIncidents reads the positions in the texts of Frontex's
// serious-incident reports.
func TestLatLonSeriousIncidents(t *testing.T) {
	rows := readTestData(t, "incident-frontex-sir", "sir_records.csv")
	const number = `\d{1,3}(?:[.,]\d+)?`
	coordinate := number + `\s*°\s*` + number + `\s*['′΄’]\s*(?:` + number + `\s*(?:''|["″'])\s*)?`
	candidates := []*regexp.Regexp{
		regexp.MustCompile(coordinate + `[NS][\s,+-]*` + coordinate + `[EΕ]`),
		regexp.MustCompile(`[N]\s*` + coordinate + `,?\s*E\s*` + coordinate),
		regexp.MustCompile(`\d\d \d\d(?:\.\d+)? N,? \d\d \d\d(?:\.\d+)? E`),
		regexp.MustCompile(`N \d\d \d\d E \d\d \d\d`),
		regexp.MustCompile(`\d\d\.\d+ ?N,? ?\d\d\.\d+ ?E`),
		regexp.MustCompile(`\d\d\.\d{4,}, ?\d\d\.\d{4,}`),
	}
	found := 0
	for _, row := range rows {
		for _, column := range []string{"location_details", "where_clear", "location_text_raw", "geocodable_query", "evidence_quote"} {
			for _, candidate := range candidates {
				for _, text := range candidate.FindAllString(row[column], -1) {
					found++
					// The Mediterranean, the Balkans and Lithuania, where all of them lie.
					p, err := LatLon(text)
					if err != nil || p.Lat() < 30 || p.Lat() > 56 || p.Lon() < -6 || p.Lon() > 30 {
						t.Errorf("record %s: %q is %v, %v", row["record_uid"], text, p, err)
					}
				}
			}
		}
		// The pair of columns agrees with the pair in the query it was made from.
		if pair := candidates[5].FindString(row["geocodable_query"]); pair != "" && row["lat"] != "" {
			lat, errLat := strconv.ParseFloat(row["lat"], 64)
			lon, errLon := strconv.ParseFloat(row["lon"], 64)
			p, err := LatLon(pair)
			if errors.Join(errLat, errLon, err) != nil || math.Abs(p.Lat()-lat) > 1e-5 || math.Abs(p.Lon()-lon) > 1e-5 {
				t.Errorf("record %s: %q is %v, %v; want %s,%s", row["record_uid"], pair, p, err, row["lat"], row["lon"])
			}
		}
	}
	t.Logf("%d positions", found)
	if found < 100 {
		t.Errorf("only %d positions were found", found)
	}
}

// readTestData reads a CSV file of the test data, or skips the test if there is none.
func readTestData(t *testing.T, path ...string) []map[string]string {
	t.Helper()
	dir := os.Getenv("SKEIN_TESTDATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	content, err := os.ReadFile(filepath.Join(append([]string{dir}, path...)...))
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("no test data: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func FuzzLatLon(f *testing.F) {
	for _, seed := range []string{
		"35.51, 12.505", "35°30'36\"N, 012°30'18\"E", "353036N 0123018E", "+353036+0123018/", "35,51,12,505",
		"35° 30' 36''N - 012° 30' 18''E", "35°30'36.0%22N+12°30'18.0%22E", "N 35 30.6 E 12 30.3", "-35 - 12", "0,0",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, axis := range []Axis{Latitude, Longitude} {
			if v, err := Coordinate(text, axis); err == nil && !(math.Abs(v) <= axis.limit()) {
				t.Errorf("Coordinate(%q, %v) = %v", text, axis, v)
			}
		}
		p, err := LatLon(text)
		if err != nil {
			return
		}
		if again, err := LatLon(p.String()); err != nil || again != p {
			t.Errorf("%q is %v, read back as %v, %v", text, p, again, err)
		}
	})
}
