package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	width     = 760.0 // of every chart but Spark, in user units
	textSize  = 12.0
	smallSize = 11.0
	lineStep  = 15.0 // between the baselines of two lines of text

	ink   = "#222222"
	muted = "#595959"
	faint = "#8a8a8a"
	grid  = "#e2e2e2"
	paper = "#ffffff"

	fonts = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Segoe UI', Roboto, 'Noto Sans', system-ui, sans-serif"
)

// Mark is what any mark of a chart may carry for the page around it.
type Mark struct {
	Title string // tooltip; the chart writes one from the values when empty
	// Href links to the mark's evidence: http, https, or relative. Any other
	// scheme is dropped.
	Href string
	// Data becomes data-* attributes. Keys are lowered, and what is not a
	// letter or digit of ASCII becomes a hyphen; of keys that then agree the
	// first in order stands.
	Data map[string]string

	// unstopped: one of hundreds, which the tabulator key passes by.
	unstopped bool
}

// attr is one attribute of an element, its value not yet escaped.
type attr struct{ name, value string }

func str(name, value string) attr { return attr{name, value} }

func num(name string, value float64) attr { return attr{name, coordinate(value)} }

// coordinate writes a tenth of a unit: enough for print at three times the size.
func coordinate(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	v = math.Round(v*10) / 10
	if v == 0 {
		return "0" // not -0
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if rest, ok := strings.CutPrefix(s, "0."); ok {
		return "." + rest
	}
	if rest, ok := strings.CutPrefix(s, "-0."); ok {
		return "-." + rest
	}
	return s
}

// canvas collects SVG text.
type canvas struct {
	b      strings.Builder
	linked bool // a mark has a link
}

func (c *canvas) start(name string, attrs []attr) {
	c.b.WriteString("<" + name)
	for _, a := range attrs {
		c.b.WriteString(" " + a.name + `="`)
		c.b.WriteString(escape(a.value))
		c.b.WriteString(`"`)
	}
}

func (c *canvas) open(name string, attrs ...attr) {
	c.start(name, attrs)
	c.b.WriteString(">")
}

func (c *canvas) close(name string) { c.b.WriteString("</" + name + ">\n") }

// leaf writes an element without content.
func (c *canvas) leaf(name string, attrs ...attr) {
	c.start(name, attrs)
	c.b.WriteString("/>\n")
}

// content writes an element that holds text only.
func (c *canvas) content(name, text string, attrs ...attr) {
	c.open(name, attrs...)
	c.b.WriteString(escape(text))
	c.close(name)
}

func (c *canvas) line(x1, y1, x2, y2 float64, colour string, wide float64, more ...attr) {
	c.leaf("line", append([]attr{
		num("x1", x1), num("y1", y1), num("x2", x2), num("y2", y2),
		str("stroke", colour), num("stroke-width", wide),
	}, more...)...)
}

func (c *canvas) rect(x, y, w, h float64, fill string, more ...attr) {
	c.leaf("rect", append([]attr{num("x", x), num("y", y), num("width", w), num("height", h), str("fill", fill)}, more...)...)
}

func (c *canvas) circle(x, y, r float64, fill string, more ...attr) {
	c.leaf("circle", append([]attr{num("cx", x), num("cy", y), num("r", r), str("fill", fill)}, more...)...)
}

type anchor string

const (
	left   anchor = "start"
	middle anchor = "middle"
	right  anchor = "end"
)

// text writes one line of text; y is its baseline.
func (c *canvas) text(x, y float64, at anchor, s string, more ...attr) {
	attrs := []attr{num("x", x), num("y", y)}
	if at != left {
		attrs = append(attrs, str("text-anchor", string(at)))
	}
	c.content("text", isolated(s), append(attrs, more...)...)
}

// isolated sets text with letters that run from right to left apart, so that its
// own first letter, not the drawing, orders its words, digits and brackets.
func isolated(s string) string {
	const firstStrong, end = "\u2068", "\u2069"
	if strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
	}) {
		return firstStrong + s + end
	}
	return s
}

// small is the style of secondary text.
func small() []attr { return []attr{num("font-size", smallSize), str("fill", muted)} }

// halo keeps text readable over other marks.
func halo() []attr {
	return []attr{
		str("stroke", paper), num("stroke-width", 3), str("stroke-linejoin", "round"),
		str("stroke-opacity", "0.85"), str("paint-order", "stroke"),
	}
}

// mark wraps what draw writes in a link or a group with tooltip and data.
func (c *canvas) mark(m Mark, draw func()) {
	element, attrs := "g", dataAttrs(m.Data)
	if href := safeHref(m.Href); href != "" {
		element, c.linked = "a", true
		attrs = append([]attr{str("href", href)}, attrs...)
		if m.unstopped {
			attrs = append(attrs, str("tabindex", "-1"))
		}
	}
	c.open(element, attrs...)
	if m.Title != "" {
		c.content("title", m.Title)
	}
	draw()
	c.close(element)
}

func (m Mark) titled(otherwise string) Mark {
	if m.Title == "" {
		m.Title = otherwise
	}
	return m
}

// safeHref lets relative, http and https references pass.
func safeHref(s string) string {
	s = strings.TrimSpace(s)
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return "" // browsers skip control characters within "java\nscript:"
	}
	head, _, found := strings.Cut(s, ":")
	if !found || strings.ContainsAny(head, "/?#") {
		return s
	}
	if strings.EqualFold(head, "http") || strings.EqualFold(head, "https") {
		return s
	}
	return ""
}

func dataAttrs(data map[string]string) []attr {
	keys := make([]string, 0, len(data))
	for k := range data {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var out []attr
	for _, k := range keys {
		name := "data-" + strings.Map(func(r rune) rune {
			switch {
			case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
				return r
			case r >= 'A' && r <= 'Z':
				return r - 'A' + 'a'
			}
			return '-'
		}, k)
		known := slices.ContainsFunc(out, func(a attr) bool { return a.name == name })
		if k != "" && !known {
			out = append(out, str(name, data[k]))
		}
	}
	return out
}

// escape makes text safe in an element and in a quoted attribute.
func escape(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteString(" ")
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func plain(s string) bool {
	for i := range len(s) {
		switch b := s[i]; {
		case b < ' ' || b >= 0x7f, b == '&', b == '<', b == '>', b == '"':
			return false
		}
	}
	return true
}

// Frame is what every chart has.
type Frame struct {
	Title string // read out, not drawn
	Desc  string // one or two sentences: what the chart shows
}

// document wraps a drawing of the given height, as wide as its column.
func (f Frame) document(high float64, draw func(c *canvas)) string {
	return f.sized(width, high, "100%", draw)
}

func (f Frame) sized(wide, high float64, shown string, draw func(c *canvas)) string {
	inside := &canvas{}
	draw(inside)
	role := "img"
	if inside.linked {
		role = "group" // what is inside an image cannot be reached
	}
	c := &canvas{}
	c.open("svg", str("xmlns", "http://www.w3.org/2000/svg"),
		str("viewBox", "0 0 "+coordinate(wide)+" "+coordinate(high)),
		str("width", shown), str("role", role),
		str("font-family", fonts), num("font-size", textSize), str("fill", ink))
	c.b.WriteString("\n")
	f.words(c)
	c.b.WriteString(inside.b.String())
	c.close("svg")
	return c.b.String()
}

func (f Frame) words(c *canvas) {
	title := f.Title
	if strings.TrimSpace(title) == "" {
		title = "Chart"
	}
	c.content("title", title)
	if f.Desc != "" {
		c.content("desc", f.Desc)
	}
}

// nothing is the drawing of a chart without data.
func (f Frame) nothing() string {
	const high = 80.0
	return f.document(high, func(c *canvas) {
		c.rect(0.5, 0.5, width-1, high-1, "none", str("stroke", grid))
		c.text(width/2, high/2+4, middle, "No data", str("fill", muted))
	})
}

// finite tells whether a value can be drawn. Beyond 1e290 sums and ranges
// would run over.
func finite(v float64) bool { return math.Abs(v) < 1e290 }
