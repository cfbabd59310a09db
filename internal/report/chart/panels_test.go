package chart

import (
	"math"
	"strings"
	"testing"
)

// A peak of one series must not flatten another: each fills its own scale.
func TestPanelsHaveTheirOwnScales(t *testing.T) {
	series := func(class string, values ...float64) Series {
		s := Series{Class: class}
		for i, v := range values {
			s.Points = append(s.Points, Sample{At: Period{2020 + i, 0}, Value: v})
		}
		return s
	}
	p := Panels{Lines{Frame: Frame{Title: "Routes"}, Step: Yearly, YTitle: "Persons", Series: []Series{
		series("large", 10, 1_000_000), series("small", 1, 4), series("none", math.NaN()), series("later", math.NaN(), 2),
	}}}
	svg := p.SVG()
	for _, want := range []string{">1,000,000<", ">4<", ">large<", ">small<", ">later<", ">2020<", ">2021<", ">Persons<"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
	if strings.Contains(svg, ">none<") {
		t.Error("a series without values has a panel")
	}
	whole, _ := p.prepare()
	large, small := whole.panel(0, 0), whole.panel(1, 1)
	for _, d := range []*lineChart{large, small} {
		d.y.from, d.y.to = d.bottom, d.top
	}
	if got := small.bottom - small.y.at(4); got < 0.6*panelHigh {
		t.Errorf("the small series rises to %.0f of %.0f", got, panelHigh)
	}
	if large.right > small.left || small.right > width {
		t.Error("panels overlap or leave the drawing")
	}
	if small.x(Period{2021, 0})-small.left != large.x(Period{2021, 0})-large.left {
		t.Error("panels have different time axes")
	}
	if got := (Panels{}).SVG(); !strings.Contains(got, "No data") {
		t.Errorf("an empty chart says %q", got)
	}
}

// What is inside an image cannot be reached: drawings with links are groups.
func TestLinkedDrawingsAreNoImages(t *testing.T) {
	bar := Bar{Label: "a", Value: 1}
	if got := (Bars{Bars: []Bar{bar}}).SVG(); !strings.Contains(got, `role="img"`) {
		t.Error("a drawing without links is no image")
	}
	bar.Href = "#c"
	if got := (Bars{Bars: []Bar{bar}}).SVG(); !strings.Contains(got, `role="group"`) || strings.Contains(got, `role="img"`) {
		t.Error("a drawing with links is an image")
	}
}

// Totals stand above all columns or above none.
func TestColumnsAreAllValuedOrNone(t *testing.T) {
	var c Columns
	var s Stack
	for i := range 30 {
		c.Labels = append(c.Labels, "x")
		s.Values = append(s.Values, float64(i))
	}
	s.Values[3] = 123_456_789
	c.Stacks = []Stack{s}
	if svg := c.SVG(); strings.Contains(svg, `font-weight="600"`) {
		t.Error("some columns of many have a total above them")
	}
	s.Values[3] = 3
	if svg := c.SVG(); strings.Count(svg, `font-weight="600"`) != 30 {
		t.Error("columns with room lack their totals")
	}
}

func TestLabelsAreLeftOutEvenly(t *testing.T) {
	svg := Bars{Bars: []Bar{{Label: strings.Repeat("long ", 20), Value: 1e12}}, Format: Format{Suffix: " persons on the move"}}.SVG()
	if !strings.Contains(svg, ">0 persons on the move<") || strings.Contains(svg, ">200,000,000,000 persons on the move<") {
		t.Error("labels touch, or zero has none")
	}
}

func TestRightToLeftTextIsSetApart(t *testing.T) {
	svg := Bars{Bars: []Bar{{Label: "\u0634\u0628\u0643\u0629 (2)", Value: 1}, {Label: "net (2)", Value: 1}}}.SVG()
	if !strings.Contains(svg, ">\u2068\u0634\u0628\u0643\u0629 (2)\u2069<") || !strings.Contains(svg, ">net (2)<") {
		t.Error("a name from right to left is not set apart, or another is")
	}
}
