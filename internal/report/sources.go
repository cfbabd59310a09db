package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"skein/internal/figure"
	"skein/internal/grading"
	"skein/internal/record"
)

// sources tells which contribution a record came in.
type sources struct {
	all  []Source
	name map[record.EntryNo]string // by the entry of the reading
}

func newSources(in []Source) *sources {
	s := &sources{all: slices.Clone(in), name: make(map[record.EntryNo]string, len(in))}
	slices.SortStableFunc(s.all, func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.Contribution.Owner, b.Contribution.Owner), cmp.Compare(a.Contribution.Entry, b.Contribution.Entry))
	})
	uses := map[string]int{}
	for _, src := range in {
		uses[contributionName(&src.Contribution)]++
	}
	for _, src := range in {
		name := contributionName(&src.Contribution)
		if uses[name] > 1 && src.Contribution.Source != "" { // two files of one name
			name = src.Contribution.Source + ": " + name
		}
		s.name[src.Read] = name
	}
	return s
}

func contributionName(c *record.Contribution) string {
	for _, n := range []string{c.Name, c.Source} {
		if strings.TrimSpace(n) != "" {
			return n
		}
	}
	return "contribution " + strconv.FormatUint(uint64(c.Entry), 10)
}

// share is how many records of some evidence lie in one contribution.
type share struct {
	name    string
	records int
}

// lieIn returns the contributions that evidence lies in, in order of arrival.
func (s *sources) lieIn(e figure.Evidence) []share {
	var out []share
	last := record.EntryNo(0)
	for run := range e.Runs() { // in order of entries; none goes beyond its own
		entry, n := run.First.Entry(), int(run.Last-run.First)+1
		if entry == last {
			out[len(out)-1].records += n
			continue
		}
		name, ok := s.name[entry]
		if !ok {
			name = "entry " + strconv.FormatUint(uint64(entry), 10)
		}
		out, last = append(out, share{name, n}), entry
	}
	return out
}

// mostContributions is how many contributions a row of the appendix names.
const mostContributions = 8

// inWords names the contributions that evidence lies in, with numbers of records:
// "frontex.csv 372". Of many it names the first and says how many more there are.
func (s *sources) inWords(e figure.Evidence) string {
	in := s.lieIn(e)
	var b strings.Builder
	for i, p := range in[:min(mostContributions, len(in))] {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(p.name + " " + count(p.records))
	}
	if rest := in[min(mostContributions, len(in)):]; len(rest) > 0 {
		n := 0
		for _, p := range rest {
			n += p.records
		}
		b.WriteString("; in " + count(len(rest)) + " more " + count(n))
	}
	return b.String()
}

// sourcesAndMethods tells what the figures were made from, how, and what they
// leave open.
func (b *builder) sourcesAndMethods() {
	b.part("contributions", "Contributions", b.contributions)
	b.part("holdings", "Records and origins", b.holdings)
	b.part("methods", "Methods", b.methods)
	b.part("missing", "What is missing", b.missing)
	b.part("limits", "What a reader must know", b.limits)
	b.part("unknown", "What the report does not know", b.unknown)
}

// contributions lists what agencies sent.
func (b *builder) contributions() {
	if len(b.sources.all) == 0 {
		return
	}
	b.shown++
	t := table{columns: []column{
		{title: "Owner", header: true},
		{title: "Contribution", header: true},
		{title: "Received"},
		{title: "Grade"},
		{title: "Records", numeric: true},
		{title: "In quarantine", numeric: true},
		{title: "Origin"},
		{title: "Handling"},
	}}
	for i := range b.sources.all {
		src := &b.sources.all[i]
		c := &src.Contribution
		received := "not known"
		if !c.Received.IsZero() {
			received = strings.ReplaceAll(c.Received.UTC().Format(time.DateOnly), "-", "\u2011") // hyphens that do not break
		}
		origin := inlines{name(c.Origin)}
		if c.Origin == "" {
			origin = text("the owner")
		}
		var grades []string
		for _, g := range src.grades() {
			grades = append(grades, g.String())
		}
		t.rows = append(t.rows, []inlines{
			{name(c.Owner)},
			{name(b.sources.name[src.Read])},
			text(received), text(strings.Join(grades, ", ")),
			text(count(src.Records)), text(count(src.Quarantined)), origin,
			{name(src.label().String())},
		})
	}
	b.tables++
	t.caption = caption{kind: "Table", no: b.tables, title: "Contributions, as read last", detail: "n\u00a0=\u00a0" + count(len(b.sources.all))}
	b.add(t)
	b.grades()
}

// grades says what the two halves of each grade mean.
func (b *builder) grades() {
	var out list
	told := map[grading.Grade]bool{}
	for i := range b.sources.all {
		for _, g := range b.sources.all[i].grades() {
			if told[g] {
				continue
			}
			told[g] = true
			source, information := g.Words()
			out = append(out, text(g.String()+": source "+source+"; information "+information+"."))
		}
	}
	b.add(out)
}

func (b *builder) holdings() {
	if h := b.get("contributions.by_owner"); h != nil {
		b.rows(view{of: h, label: "owner"})
	}
	if h := b.get("records.by_owner"); h != nil {
		b.rows(view{of: h, label: "owner"})
	}
	if h := b.get("records.by_schema"); h != nil {
		b.rows(view{of: h, label: "schema"})
	}
	if h := b.get("records.by_grade_owner"); h != nil {
		b.table(pivot{of: h, rows: []string{"owner"}, column: "grade"})
	}
	if n, ok := b.only("origins.count"); ok {
		b.say("Independent origins of the records: ", n, ". Several agencies that relay one origin are one.")
	}
	if h := b.get("origins.by_owner"); h != nil {
		b.rows(view{of: h, label: "owner"})
	}
}
