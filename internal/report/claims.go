package report

// The verdicts of claims.check.
const (
	recomputes = "recomputes"
	differs    = "differs"
)

// claims holds what others have published against the figures.
func (b *builder) claims() {
	h := b.look("claims.check")
	if h == nil || len(h.Definition.Grouping) != 1 {
		return
	}
	t := table{columns: []column{{title: "Claim", header: true}, {title: "Where"}, {title: "Verdict"}, {title: "Published and computed"}}}
	told := map[int]bool{}
	row := func(claim Claim, cell int) {
		told[cell] = true
		says := claim.Says
		if says == "" {
			says = claim.ID
		}
		c := &h.Cells[cell]
		t.rows = append(t.rows, []inlines{
			{name(says)}, {name(claim.Where)}, {mark(verdictSign(c.Text)), words("\u00a0"), value{of: h, cell: cell}}, {name(c.Note)},
		})
	}
	for _, c := range b.in.Claims {
		if i := h.cell(c.ID); i >= 0 {
			row(c, i)
		}
	}
	for i := range h.Cells {
		if !told[i] {
			row(Claim{ID: h.Cells[i].Keys[0]}, i)
		}
	}
	if b.in.ClaimsSource != "" {
		b.say("Statements of ", name(b.in.ClaimsSource), ", held against the figures of this report.")
	}
	b.say("✓ recomputes: the figure gives what was published. ≠ differs: it gives something else, which is no error of either side by itself. " +
		"? cannot: no record could show it.")
	b.tables++
	t.caption = b.caption("Table", b.tables, h, h.AllCells(), "", "")
	b.add(t)
}

// verdictSign is the sign that stands before the verdict's word.
func verdictSign(verdict string) string {
	switch verdict {
	case recomputes:
		return "✓"
	case differs:
		return "≠"
	}
	return "?"
}
