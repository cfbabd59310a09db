package chart

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var routes = Classes{"Central", "Eastern", "Western"}

// drawings are one small chart of each kind.
func drawings() map[string]string {
	nan := math.NaN()
	series := func(class string, values ...float64) Series {
		s := Series{Class: class}
		for i, v := range values {
			s.Points = append(s.Points, Sample{At: Period{2020, i + 1}, Value: v})
		}
		return s
	}
	banded := series("Eastern", 40, 45, 41, 60, 72)
	for i := range banded.Points {
		p := &banded.Points[i]
		p.Interval = Between(p.Value*0.9, p.Value*1.2)
		p.Projected = i == 4
	}
	lines := Lines{
		Frame: Frame{"Detections by route", "Monthly counts."}, Step: Monthly, YTitle: "Persons per month",
		Series:  []Series{series("Central", 10, 20, nan, 30, 0), banded},
		Events:  []Event{{Period{2020, 2}, "Change point"}},
		Classes: routes, IntervalName: "95% interval",
	}
	logLines := lines
	logLines.Log = true
	bars := []Bar{
		{Label: "Driver", Value: 12, Interval: Between(9, 17), Mark: Mark{Href: "#driver", Data: map[string]string{"figure": "F1", "n": "12"}}},
		{Label: "Forger & <co>", Value: 1234},
		{Label: "Skipper", Value: nan, Text: "<5"},
		{Label: "Guide", Value: nan},
	}
	boxes := Boxes{
		Frame: Frame{Title: "Fees"}, XTitle: "Fee per person (euro)", Format: Format{Prefix: "€"}, Log: true,
		Classes: routes, RangeName: "5th to 95th percentile",
		Boxes: []Box{
			{Label: "Libya to Italy", Q1: 900, Median: 1500, Q3: 2500, N: 40, Range: Between(300, 6000), Class: "Central"},
			{Label: "Unknown", Q1: nan, Median: 3, Q3: 2, N: 0},
		},
	}
	links := Links{
		Frame: Frame{"Network", "Who is tied to whom."}, Rings: []string{"organiser", "leader"},
		Things: []Thing{
			{Label: "P-1", Icon: PersonIcon, Ring: 2, Class: "IT"},
			{Label: "P-2", Icon: PersonIcon, Ring: 1, Class: "EL"},
			{Label: "P-3", Icon: PersonIcon, Class: "IT"},
			{Label: "V-1", Icon: VehicleIcon},
			{Label: "N & <co>", Icon: OrganisationIcon},
			{Label: "T-1", Icon: PhoneIcon},
			{Label: "S-1", Icon: VesselIcon},
			{Label: "A-1", Icon: AccountIcon},
			{Label: "L-1", Icon: PlaceIcon},
		},
		Links: []Link{
			{A: 0, B: 1, Weight: 5, Mark: Mark{Href: "#tie"}},
			{A: 1, B: 2, Weight: 1, Unconfirmed: true},
			{A: 2, B: 3},
			{A: 0, B: 4},
			{A: 0, B: 5},
			{A: 5, B: 6, Unconfirmed: true},
			{A: 6, B: 7},
			{A: 2, B: 8},
		},
	}
	crowd := Links{Frame: Frame{Title: "Large network"}}
	for i := range MostThings + 4 {
		crowd.Things = append(crowd.Things, Thing{Label: "P-" + string(rune('0'+i%10)), Class: []string{"leader", "facilitator"}[i%2]})
		crowd.Links = append(crowd.Links, Link{A: i, B: i / 2, Weight: float64(i), Unconfirmed: i%3 == 0})
	}
	return map[string]string{
		"links":     links.SVG(),
		"matrix":    crowd.SVG(),
		"multiples": Multiples{Frame: Frame{Title: "Networks"}, Links: []Links{links, crowd, links}}.SVG(),
		"lines":     lines.SVG(),
		"lineslog":  logLines.SVG(),
		"bars":      Bars{Frame: Frame{Title: "Roles"}, XTitle: "Persons", Bars: bars, IntervalName: "95% interval"}.SVG(),
		"dots": Dots{Frame: Frame{Title: "Means"}, XTitle: "Share of journeys", Format: Format{Percent: true}, Dots: []Bar{
			{Label: "Sea", Value: 0.62, Interval: Between(0.58, 0.66)}, {Label: "Lorry", Value: 0.034},
		}}.SVG(),
		"columns": Columns{
			Frame: Frame{Title: "Years"}, YTitle: "Persons per year", Labels: []string{"2019", "2020", "2021"}, Classes: routes,
			Stacks: []Stack{{Class: "Central", Values: []float64{100, nan, 300}}, {Class: "Western", Values: []float64{50, 60, 70}}},
			Totals: []Interval{{}, {}, Between(350, 420)}, IntervalName: "95% interval",
		}.SVG(),
		"boxes":  boxes.SVG(),
		"spark":  Spark{Frame: Frame{Title: "Trend"}, Values: []float64{1, 3, nan, 2, 5}}.SVG(),
		"nodata": Bars{Frame: Frame{Title: "Nothing"}}.SVG(),
		"map": Map{
			Frame: Frame{Title: "Strait"}, Window: Window{10, 34, 16, 38.5}, WeightName: "Persons", WidthName: "Boats", Classes: routes,
			Points: []MapPoint{
				{At: LonLat{12.2, 35.2}, Weight: 40, Class: "Central", Mark: Mark{Title: "Shipwreck", Href: "#e1"}},
				{At: LonLat{12.2, 35.2}, Weight: 10, Class: "Central"},
				{At: LonLat{11.5, 34.5}, Weight: 3, Class: "Western"},
				{At: LonLat{0, 0}, Weight: 3, Class: "Western"},
				{At: LonLat{50, 34.5}, Weight: 3, Class: "Western"},
			},
			Paths: []MapPath{{Points: []LonLat{{10.8, 34.7}, {12.55, 35.48}}, Weight: 9, Class: "Central", Arrow: true, Label: "Sfax to Lampedusa"}},
			Places: []Place{
				{At: LonLat{12.6, 35.5}, Label: "Lampedusa"}, {At: LonLat{14.51, 35.9}, Label: "Valletta", Rank: 1},
			},
		}.SVG(),
	}
}

func TestGolden(t *testing.T) {
	drawn := drawings()
	if *update {
		for name, svg := range drawn {
			if err := os.WriteFile(filepath.Join("testdata", name+".svg"), []byte(svg), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(drawn) {
		t.Errorf("%d golden files for %d drawings", len(files), len(drawn))
	}
	for name, svg := range drawn {
		want, err := os.ReadFile(filepath.Join("testdata", name+".svg"))
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := cmp.Diff(string(want), svg); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	if diff := cmp.Diff(drawings(), drawings()); diff != "" {
		t.Error(diff)
	}
}
