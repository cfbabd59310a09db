package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// wellFormed reads a drawing as XML and checks what every chart promises.
func wellFormed(svg string) error {
	d := xml.NewDecoder(strings.NewReader(svg))
	depth, n := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			n++
			depth++
			if err := checkElement(e, n); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
		}
	}
	if depth != 0 || n < 2 {
		return fmt.Errorf("depth %d after %d elements", depth, n)
	}
	return nil
}

var numeric = regexp.MustCompile(`^-?\d*\.?\d+%?$`)

func checkElement(e xml.StartElement, n int) error {
	seen := map[string]bool{}
	for _, a := range e.Attr {
		if seen[a.Name.Local] {
			return fmt.Errorf("<%s> has two attributes %s", e.Name.Local, a.Name.Local)
		}
		seen[a.Name.Local] = true
		switch a.Name.Local {
		case "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "stroke-width", "font-size":
			if !numeric.MatchString(a.Value) {
				return fmt.Errorf("<%s> has %s=%q", e.Name.Local, a.Name.Local, a.Value)
			}
			if strings.HasPrefix(a.Value, "-") && (a.Name.Local == "width" || a.Name.Local == "height" || a.Name.Local == "r") {
				return fmt.Errorf("<%s> has a negative %s", e.Name.Local, a.Name.Local)
			}
		case "d":
			if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
				return fmt.Errorf("path %q", a.Value)
			}
		}
	}
	switch {
	case n == 1 && (e.Name.Local != "svg" || !seen["viewBox"] || !seen["role"]):
		return fmt.Errorf("begins with <%s %v>", e.Name.Local, e.Attr)
	case n == 2 && e.Name.Local != "title":
		return errors.New("no title first")
	}
	return nil
}

// Generators of hostile values.
var (
	anyNumber = rapid.OneOf(
		rapid.Float64(), rapid.Float64Range(-10, 5000), rapid.Float64Range(0, 1),
		rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, 1e-320, 1e308, -1e308}),
	)
	anyText = rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"", "<script>", `"&'`, "]]>", "\x00\x1b", "\xff\xfe", "أحمد", "a very long name that goes on and on, as names of routes do",
		"javascript:alert(1)", "\uffff", "data A", "Data-a",
	}))
	anyMark = rapid.Custom(func(t *rapid.T) Mark {
		return Mark{Title: anyText.Draw(t, "title"), Href: anyText.Draw(t, "href"), Data: rapid.MapOfN(anyText, anyText, 0, 3).Draw(t, "data")}
	})
	anyInterval = rapid.Custom(func(t *rapid.T) Interval {
		return Between(anyNumber.Draw(t, "low"), anyNumber.Draw(t, "high"))
	})
	anyFormat = rapid.Custom(func(t *rapid.T) Format {
		return Format{rapid.Bool().Draw(t, "percent"), anyText.Draw(t, "prefix"), anyText.Draw(t, "suffix")}
	})
	anyFrame   = rapid.Custom(func(t *rapid.T) Frame { return Frame{anyText.Draw(t, "title"), anyText.Draw(t, "desc")} })
	anyClasses = rapid.Custom(func(t *rapid.T) Classes { return rapid.SliceOfN(anyText, 0, 10).Draw(t, "classes") })
	anyTexts   = rapid.SliceOfN(anyText, 0, 9)
	anyNumbers = rapid.SliceOfN(anyNumber, 0, 9)
	anyBar     = rapid.Custom(func(t *rapid.T) Bar {
		return Bar{
			anyText.Draw(t, "label"), anyNumber.Draw(t, "value"), anyInterval.Draw(t, "interval"),
			anyText.Draw(t, "class"), anyText.Draw(t, "text"), anyMark.Draw(t, "mark"),
		}
	})
)

func check(t *testing.T, draw func(t *rapid.T) string) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		svg := draw(t)
		if err := wellFormed(svg); err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
	})
}

func TestRowsAreWellFormed(t *testing.T) {
	check(t, func(t *rapid.T) string {
		bars := rapid.SliceOfN(anyBar, 0, 6).Draw(t, "bars")
		b := Bars{
			Frame: anyFrame.Draw(t, "frame"), XTitle: anyText.Draw(t, "x"), Bars: bars,
			Format: anyFormat.Draw(t, "format"), Classes: anyClasses.Draw(t, "classes"), IntervalName: "i",
		}
		return b.SVG()
	})
	check(t, func(t *rapid.T) string {
		bars := rapid.SliceOfN(anyBar, 0, 6).Draw(t, "dots")
		return Dots{Dots: bars, Log: rapid.Bool().Draw(t, "log"), Format: anyFormat.Draw(t, "format")}.SVG()
	})
	check(t, func(t *rapid.T) string {
		b := Boxes{Frame: anyFrame.Draw(t, "frame"), Log: rapid.Bool().Draw(t, "log")}
		for range rapid.IntRange(0, 5).Draw(t, "n") {
			b.Boxes = append(b.Boxes, Box{
				Label: anyText.Draw(t, "label"), Q1: anyNumber.Draw(t, "q1"), Median: anyNumber.Draw(t, "q2"), Q3: anyNumber.Draw(t, "q3"),
				N: rapid.Int().Draw(t, "N"), Range: anyInterval.Draw(t, "range"), Mark: anyMark.Draw(t, "mark"),
			})
		}
		return b.SVG()
	})
}

func TestColumnsAndSparkAreWellFormed(t *testing.T) {
	check(t, func(t *rapid.T) string {
		c := Columns{Frame: anyFrame.Draw(t, "frame"), Labels: anyTexts.Draw(t, "labels"), YTitle: anyText.Draw(t, "y"), Format: anyFormat.Draw(t, "format")}
		for range rapid.IntRange(0, 4).Draw(t, "n") {
			c.Stacks = append(c.Stacks, Stack{anyText.Draw(t, "class"), anyNumbers.Draw(t, "values"), rapid.SliceOfN(anyMark, 0, 3).Draw(t, "marks")})
		}
		c.Totals = rapid.SliceOfN(anyInterval, 0, 9).Draw(t, "totals")
		return c.SVG()
	})
	check(t, func(t *rapid.T) string {
		return Spark{Frame: anyFrame.Draw(t, "frame"), Values: anyNumbers.Draw(t, "values"), Class: anyText.Draw(t, "class")}.SVG()
	})
}

func TestLinesAreWellFormed(t *testing.T) {
	check(t, func(t *rapid.T) string {
		l := Lines{
			Frame: anyFrame.Draw(t, "frame"), YTitle: anyText.Draw(t, "y"), Log: rapid.Bool().Draw(t, "log"),
			Step: rapid.SampledFrom([]Step{0, Yearly, Monthly}).Draw(t, "step"), Format: anyFormat.Draw(t, "format"),
		}
		at := func() Period {
			return Period{rapid.IntRange(-1, 10000).Draw(t, "year"), rapid.IntRange(0, 13).Draw(t, "month")}
		}
		for range rapid.IntRange(0, 25).Draw(t, "series") {
			s := Series{Class: anyText.Draw(t, "class")}
			for range rapid.IntRange(0, 5).Draw(t, "points") {
				s.Points = append(s.Points, Sample{
					At: at(), Value: anyNumber.Draw(t, "value"), Interval: anyInterval.Draw(t, "interval"),
					Projected: rapid.Bool().Draw(t, "projected"), Mark: anyMark.Draw(t, "mark"),
				})
			}
			l.Series = append(l.Series, s)
		}
		for range rapid.IntRange(0, 3).Draw(t, "events") {
			l.Events = append(l.Events, Event{at(), anyText.Draw(t, "event")})
		}
		return l.SVG()
	})
}

func TestHref(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"#figure-3":                "#figure-3",
		"evidence/3.html?a=b:c":    "evidence/3.html?a=b:c",
		"https://example.org/a":    "https://example.org/a",
		"HTTP://example.org":       "HTTP://example.org",
		"javascript:alert(1)":      "",
		" JavaScript:alert(1)":     "",
		"java\nscript:alert(1)":    "",
		"data:text/html,<b>":       "",
		"vbscript:x":               "",
		"//example.org/other-host": "//example.org/other-host",
	} {
		if got := safeHref(in); got != want {
			t.Errorf("safeHref(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNoData(t *testing.T) {
	nan := math.NaN()
	for name, svg := range map[string]string{
		"lines":   Lines{Step: Yearly, Series: []Series{{Points: []Sample{{At: Period{2020, 0}, Value: nan}}}}}.SVG(),
		"bars":    Bars{}.SVG(),
		"boxes":   Boxes{}.SVG(),
		"columns": Columns{Labels: []string{"2020"}, Stacks: []Stack{{Values: []float64{nan}}}}.SVG(),
		"spark":   Spark{Values: []float64{nan}}.SVG(),
		"map":     Map{Points: []MapPoint{{At: LonLat{nan, 3}, Weight: 1}}}.SVG(),
	} {
		if !strings.Contains(svg, "No data") {
			t.Errorf("%s does not say so", name)
		}
	}
}

// A class has the same colour whatever else a chart shows.
func TestClassKeepsItsColour(t *testing.T) {
	classes := Classes{"a", "b", "c", "d"}
	want := classes.colour("c")
	bar := Bars{Classes: classes, Bars: []Bar{{Label: "x", Value: 1, Class: "c"}}}.SVG()
	line := Lines{Step: Yearly, Classes: classes, Series: []Series{{Class: "c", Points: []Sample{{At: Period{2020, 0}, Value: 1}}}}}.SVG()
	dots := Map{Classes: classes, Points: []MapPoint{{At: LonLat{1, 2}, Weight: 1, Class: "c"}}}.SVG()
	for name, svg := range map[string]string{"bars": bar, "lines": line, "map": dots} {
		if !strings.Contains(svg, want) {
			t.Errorf("%s lacks %s", name, want)
		}
		for _, other := range []string{"a", "b", "d"} {
			if strings.Contains(svg, classes.colour(other)) {
				t.Errorf("%s shows the colour of %s", name, other)
			}
		}
	}
	if got := (Classes{"a"}).colour("z"); got != otherHue {
		t.Errorf("an unknown class is %s", got)
	}
}

// Every class of a matrix is named once, within the chart.
func TestMatrixLegend(t *testing.T) {
	var l Links
	var classes Classes
	for i := range 12 {
		classes = append(classes, "community "+strconv.Itoa(i))
		l.Things = append(l.Things, Thing{Class: classes[i]})
	}
	entries, lines := l.matrixLegend(classes)
	if len(entries) != 14 || lines != 3 {
		t.Errorf("%d entries on %d lines", len(entries), lines)
	}
	for _, e := range entries {
		if end := e.at.x + 14 + measure(e.text, smallSize); end > width {
			t.Errorf("%s ends at %v of %v", e.text, end, width)
		}
	}
}
