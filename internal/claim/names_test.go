package claim_test

import (
	"strings"
	"testing"

	"skein/internal/claim"
	"skein/internal/figure"
	"skein/internal/handling"
)

// A claim names a cell by what is shown, in another spelling or by ID; a name of two things
// decides nothing.
func TestClaimsNameCells(t *testing.T) {
	place := func(value float64, shown, id string) figure.Cell {
		c := cell(value, 1, shown)
		c.IDs = []string{id}
		return c
	}
	f := figure.Figure{
		ID: "f", Unit: "legs", Definition: figure.Definition{Grouping: []string{"place"}}, Label: handling.Public(),
		Cells: []figure.Cell{place(3, "Chora", "chora/gr"), place(5, "Tarsis (Lebanon)", "tarsis/lb"), place(9, "Tarsis (Libya)", "tarsis/ly")},
	}
	list := claim.List{}
	names := []string{"CHORA", "tarsis/ly", "Tarsis (Lebanon)", "Tarsis"}
	for i, name := range names {
		list.Claims = append(list.Claims, claim.Claim{
			ID: claim.ID(strings.Repeat("x", i+1)), Value: &claim.Value{
				Figure: "f", Published: []float64{3, 9, 5, 5}[i], Relation: claim.Equals, Keys: map[string]string{"place": name},
			},
		})
	}
	list.Claims = append(list.Claims, claim.Claim{ID: "top", Top: &claim.Top{Figure: "f", Of: []string{"tarsis/ly", "TARSIS (Lebanon)"}}})
	check := claim.Check(list, []figure.Figure{f})
	for i, want := range []string{claim.Recomputes, claim.Recomputes, claim.Recomputes, claim.Cannot} {
		c, err := check.Cell(string(list.Claims[i].ID))
		if err != nil || c.Text != want {
			t.Errorf("%s: %v, %v; want %s", names[i], c, err, want)
		}
	}
	if c, err := check.Cell("xxxx"); err != nil || !strings.Contains(c.Note, "tarsis/lb") {
		t.Errorf("a name of two things: %v, %v", c, err)
	}
	if c, err := check.Cell("top"); err != nil || c.Text != claim.Recomputes {
		t.Errorf("the largest: %v, %v", c, err)
	}
}
