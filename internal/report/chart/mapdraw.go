package chart

import (
	"math"
	"slices"
	"strings"
)

func (d *mapChart) draw(c *canvas) {
	// An inner svg clips without an identifier.
	c.open("svg", num("x", 0), num("y", 0), num("width", width), num("height", d.high),
		str("viewBox", "0 0 "+coordinate(width)+" "+coordinate(d.high)), str("overflow", "hidden"))
	d.drawBase(c)
	d.drawPaths(c)
	d.drawBins(c)
	d.drawPlaces(c)
	d.drawTexts(c)
	c.close("svg")
	c.rect(0.5, 0.5, width-1, d.high-1, "none", str("stroke", "#c9c9c9"))
	d.foot(c)
}

// foot draws what stands below the map, and gives its height; c may be nil to
// measure only.
func (d *mapChart) foot(c *canvas) float64 {
	y := d.high + 10
	if entries := d.entries(); len(entries) > 0 {
		y += legend(c, entries, 2, y, width-4) + 4
	}
	y += d.keys(c, y) + 2
	y += notes(c, 2, y, []string{d.remark()})
	return y - d.high + 2
}

// entries are the classes that are drawn, in their own order.
func (d *mapChart) entries() []entry {
	drawn := map[string]bool{}
	for _, b := range d.bins {
		drawn[b.class] = true
	}
	for _, p := range d.paths {
		drawn[p.Class] = true
	}
	var out []entry
	for _, class := range d.Classes[:min(len(d.Classes), len(hues))] {
		if drawn[class] && class != "" {
			out = append(out, entry{class, d.Classes.colour(class)})
		}
		delete(drawn, class)
	}
	switch unknown := drawn[""]; {
	case unknown && len(drawn) == 1:
		out = append(out, entry{"not known", otherHue})
	case unknown:
		out = append(out, entry{"other or not known", otherHue})
	case len(drawn) > 0:
		out = append(out, entry{"other", otherHue})
	}
	return out
}

// keys draws the sizes of discs, the widths of paths, and the scale bar.
func (d *mapChart) keys(c *canvas, y float64) float64 {
	const row = 30.0
	x := 2.0
	if !d.even() && d.most > 0 {
		x = d.discKey(c, x, y+row/2)
	}
	if d.mostPath > 0 {
		x = d.pathKey(c, x, y+row/2)
	}
	long, label := d.scaleBar()
	need := max(long, measure(label, smallSize)) + 4
	if x+need > width {
		y += row
	} else if c == nil {
		return row
	}
	if c != nil {
		from := width - 2 - long
		c.leaf("path", str("d", "M"+coordinate(from)+" "+coordinate(y+8)+"v5h"+coordinate(long)+"v-5"),
			str("fill", "none"), str("stroke", muted), num("stroke-width", 1.2))
		c.text(width-2, y+26, right, label, small()...)
	}
	if x+need > width {
		return 2 * row
	}
	return row
}

// discKey shows up to three round weights as discs and gives where it ends.
func (d *mapChart) discKey(c *canvas, x, y float64) float64 {
	write := func(s string) {
		if c != nil {
			c.text(x, y+4, left, s, small()...)
		}
		x += measure(s, smallSize)
	}
	if d.WeightName != "" {
		write(fit(d.WeightName, smallSize, 300) + ":")
		x += 8
	}
	values := keyWeights(d.most, 5, func(v float64) bool { return d.radius(v) > smallestDisc })
	st := d.Format.settleTicks(values)
	for _, v := range values {
		r := d.radius(v)
		if c != nil {
			c.circle(x+r, y, r, "#777777", str("fill-opacity", "0.45"), str("stroke", "#555555"), num("stroke-width", 0.6))
		}
		x += 2*r + 4
		write(st.text(v))
		x += 14
	}
	return x + 6
}

// pathKey shows round weights as strokes and gives where it ends.
func (d *mapChart) pathKey(c *canvas, x, y float64) float64 {
	write := func(s string) {
		if c != nil {
			c.text(x, y+4, left, s, small()...)
		}
		x += measure(s, smallSize)
	}
	if d.WidthName != "" {
		write(fit(d.WidthName, smallSize, 300) + ":")
		x += 8
	}
	values := keyWeights(d.mostPath, 2.2, func(v float64) bool { return d.pathWidth(v) > thinPath })
	st := d.Format.settleTicks(values)
	for _, v := range values {
		if c != nil {
			c.line(x, y, x+20, y, "#777777", d.pathWidth(v))
		}
		x += 24
		write(st.text(v))
		x += 14
	}
	return x + 6
}

// keyWeights are up to three round weights below most, the smallest first and
// about ratio apart, of those that are drawn in proportion.
func keyWeights(most, ratio float64, shown func(float64) bool) []float64 {
	var out []float64
	v := niceStep(most)
	if v > most {
		v = niceStep(most / 2)
	}
	for ; len(out) < 3 && shown(v); v = niceStep(v / ratio) {
		if len(out) > 0 && v >= out[len(out)-1] {
			break
		}
		out = append(out, v)
	}
	slices.Reverse(out)
	return out
}

// scaleBar is a round distance at most a fifth as long as the map is wide,
// along the standard parallel.
func (d *mapChart) scaleBar() (long float64, label string) {
	const kmPerDegree = 111.195 // on a sphere of 6371 km
	perKm := d.perDegree / kmPerDegree
	km := niceStep(150 / perKm)
	for km*perKm > 150 {
		km = niceStep(km / 2)
	}
	return km * perKm, grouped(km, max(0, int(math.Ceil(-math.Log10(km))))) + " km"
}

// remark names projection and source, and counts what is not drawn.
func (d *mapChart) remark() string {
	side := "N"
	if d.parallel < 0 {
		side = "S"
	}
	parts := []string{
		"Equirectangular projection, true to scale along " + grouped(math.Abs(d.parallel), 0) + "° " + side + " and along meridians.",
		"Land and borders: Natural Earth; borders (broken where unsettled) imply no view on the status of any territory.",
	}
	if d.beyond > 0 {
		parts = append(parts, plural(d.beyond, "point lies", "points lie")+" outside the map.")
	}
	if d.skipped > 0 {
		parts = append(parts, plural(d.skipped, "item", "items")+" without a usable position or weight not drawn.")
	}
	return strings.Join(parts, " ")
}
