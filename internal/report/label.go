package report

import (
	"slices"
	"strings"

	"skein/internal/english"
	"skein/internal/handling"
)

// Label returns the label of the report: the join of the labels of all its figures and of
// all contributions that it lists.
func (in Input) Label() handling.Label {
	label := handling.Public()
	for i := range in.Figures {
		label = handling.Join(label, in.Figures[i].Label)
	}
	for i := range in.Sources {
		label = handling.Join(label, in.Sources[i].label())
	}
	return label
}

// mostNamed is how many figures or sources a line about a closed report names.
const mostNamed = 5

// Closing says what closes the report, in sentences: what is closed by itself or, where nothing
// is, the fewest sources whose labels have nothing in common. It is empty for a report that
// somebody may see.
func (in Input) Closing() []string {
	if !in.Label().Closed() {
		return nil
	}
	var out []string
	say := func(what string, names []string) {
		if len(names) > 0 {
			out = append(out, what+english.First(names, mostNamed)+".")
		}
	}
	sources := newSources(in.Sources)
	name := func(i int) string {
		s := &sources.all[i]
		return sources.name[s.Read] + " of " + s.Contribution.Owner
	}
	byItself, labels, of := []string{}, []handling.Label{}, map[handling.Label][]int{}
	for i := range sources.all {
		l := sources.all[i].label()
		if l.Closed() {
			byItself = append(byItself, name(i))
			continue
		}
		if of[l] == nil {
			labels = append(labels, l)
		}
		of[l] = append(of[l], i)
	}
	say("Sources whose own label closes them: ", byItself)
	var apart []string
	for _, l := range apartFrom(labels) {
		named := name(of[l][0])
		if more := len(of[l]) - 1; more > 0 {
			named += " and " + english.Count(more, "more source", "more sources") + " of this label"
		}
		apart = append(apart, named+" ("+strings.TrimSuffix(strings.Join(access(l), " "), ".")+")")
	}
	say("Sources whose labels have nothing in common: ", apart)
	var figures []string
	for i := range in.Figures {
		if in.Figures[i].Label.Closed() {
			figures = append(figures, string(in.Figures[i].ID))
		}
	}
	say("Figures that are closed: ", figures)
	return out
}

// apartFrom returns the fewest of some labels that are closed together; none where all
// together are open.
func apartFrom(labels []handling.Label) []handling.Label {
	if !handling.JoinAll(labels...).Closed() {
		return nil
	}
	out := slices.Clone(labels)
	for _, l := range labels {
		if rest := slices.DeleteFunc(slices.Clone(out), func(x handling.Label) bool { return x == l }); handling.JoinAll(rest...).Closed() {
			out = rest
		}
	}
	return out
}
