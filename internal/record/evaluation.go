package record

import (
	"skein/internal/grading"
	"skein/internal/handling"
)

// Evaluation is the grade and the label that something carries of its own. The zero
// value carries neither.
type Evaluation struct {
	Grade grading.Grade  // Ungraded: that of what it is part of
	Label handling.Label // zero: that of what it is part of alone; otherwise joined to it
}

// Within returns the evaluation that holds for a part of a whole: its own grade in place of
// the whole's, and its own label joined to the whole's, so that it is never wider.
func (e Evaluation) Within(whole Evaluation) Evaluation {
	if e.Grade.IsUngraded() {
		e.Grade = whole.Grade
	}
	if e.Label == (handling.Label{}) {
		e.Label = whole.Label
	} else {
		e.Label = handling.Join(whole.Label, e.Label)
	}
	return e
}

// Evaluated returns the evaluation of a record whose statements have the given ones in a
// contribution of the given one. The grade is that of most statements, the first of several
// such: grades have no order, and what most of a row has is the row's. The label joins those
// of all statements. Without statements both are the contribution's. Every place that shows
// or uses the grade or label of a record reads it here.
func Evaluated(contribution Evaluation, statements []Evaluation) Evaluation {
	out := contribution
	var grades []grading.Grade
	var counts []int
	for _, s := range statements {
		s = s.Within(contribution)
		out.Label = handling.Join(out.Label, s.Label)
		at := -1
		for i, g := range grades {
			if g == s.Grade {
				at = i
			}
		}
		if at < 0 {
			at = len(grades)
			grades, counts = append(grades, s.Grade), append(counts, 0)
		}
		counts[at]++
	}
	most := 0
	for i, n := range counts {
		if n > most {
			out.Grade, most = grades[i], n
		}
	}
	return out
}

// Evaluation returns what the contribution carries for all that is in it.
func (c *Contribution) Evaluation() Evaluation { return Evaluation{c.Grade, c.Label} }

// Evaluation returns what the statement carries of its own.
func (s *Statement) Evaluation() Evaluation { return Evaluation{s.Grade, s.Label} }

// Evaluation returns the grade and label of the record in its contribution.
func (r *Record) Evaluation(c *Contribution) Evaluation {
	statements := make([]Evaluation, len(r.Statements))
	for i := range r.Statements {
		statements[i] = r.Statements[i].Evaluation()
	}
	return Evaluated(c.Evaluation(), statements)
}

// OriginOf returns where a record's information first came from: the record's own origin,
// else the contribution's, else the owner.
func (c *Contribution) OriginOf(own Origin) string {
	switch {
	case own != "":
		return string(own)
	case c.Origin != "":
		return string(c.Origin)
	}
	return c.Owner
}
