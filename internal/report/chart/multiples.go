package chart

// Multiples is link charts side by side, small and without names: to compare shapes.
type Multiples struct {
	Frame
	Links []Links // the colours of the first are those of all
}

// SVG draws the charts, four in a row.
func (m Multiples) SVG() string {
	if len(m.Links) == 0 {
		return m.nothing()
	}
	const columns, wide, high, margin, legend = 4, width / 4, 170.0, 12.0, 40.0
	rows := (len(m.Links) + columns - 1) / columns
	return m.document(float64(rows)*high+legend, func(c *canvas) {
		for i, l := range m.Links {
			x, y := wide*float64(i%columns), high*float64(i/columns)
			c.rect(x+3, y+3, wide-6, high-6, paper, str("stroke", grid))
			c.mark(Mark{Title: l.Title + ": " + plural(len(l.Things), "thing", "things") + ", " + plural(len(l.Links), "link", "links")}, func() {
				l.thumbnail(c, xy{x + margin, y + 26}, wide-2*margin, high-26-margin)
				c.text(x+margin, y+18, left, fit(l.Title, smallSize, wide-2*margin), num("font-size", smallSize))
			})
		}
		Links{Things: m.things()}.legend(c, float64(rows)*high+16, m.Links[0].classes())
	})
}

// things returns those of all charts.
func (m Multiples) things() []Thing {
	var all []Thing
	for _, l := range m.Links {
		all = append(all, l.Things...)
	}
	return all
}

// thumbnail draws things as dots, larger the higher their ring.
func (l Links) thumbnail(c *canvas, from xy, wide, high float64) {
	at := l.layout(wide, high)
	for _, k := range l.Links {
		a, b := at[k.A], at[k.B]
		c.line(from.x+a.x, from.y+a.y, from.x+b.x, from.y+b.y, grid, 0.6)
	}
	classes := l.classes()
	for i, t := range l.Things {
		c.circle(from.x+at[i].x, from.y+at[i].y, 2+1.4*float64(t.Ring), classes.colour(t.Class))
	}
}
