package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/internal/english"
)

// text is the whole of an entity as the mapping has it.
func (e *draftEntity) text() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

func (e *draftEntity) write(b *strings.Builder) {
	put := func(indent int, l draftLine) {
		b.WriteString(strings.Repeat(" ", indent) + l.text)
		if l.why != "" {
			b.WriteString("  # " + oneLine(l.why))
		}
		b.WriteByte('\n')
	}
	put(6, draftLine{e.name + ":", e.why})
	put(8, draftLine{"schema: " + string(e.schema), ""})
	for _, l := range e.settings {
		put(8, l)
	}
	if len(e.properties) > 0 {
		put(8, draftLine{"properties:", ""})
		for _, l := range e.properties {
			put(10, l)
		}
	}
}

// text writes the mapping.
func (d *draft) text(columns, rows int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Proposed from the header and %s of %s. Read every line before you use it.\n", english.Count(rows, "row", "rows"), english.Count(columns, "column", "columns"))
	if len(d.lookups) > 0 {
		b.WriteString("lookups:\n")
		for _, l := range d.lookups {
			fmt.Fprintf(&b, "  %s:\n", yamlText(l.name))
			for _, e := range l.entries {
				fmt.Fprintf(&b, "    %s: %s\n", yamlText(e[0]), yamlText(e[1]))
			}
		}
	}
	d.writeMissing(&b)
	if d.rest {
		b.WriteString("rest: quarantine  # rows that no filter below lets through\n")
	}
	b.WriteString("queries:\n")
	for _, q := range append([]draftQuery{{d.filters, d.entities}}, d.others...) {
		b.WriteString("  - ")
		if q.filters != "" {
			b.WriteString(q.filters + "\n    ")
		}
		b.WriteString("entities:\n")
		for _, e := range q.entities {
			e.write(&b)
		}
	}
	for _, p := range d.profiles {
		if !d.used[p.name] {
			fmt.Fprintf(&b, "# not used: %s, %s, %d different%s\n", oneLine(yamlText(p.name)), english.Count(len(p.values), "value", "values"), p.distinct, p.doubt)
		}
	}
	return []byte(b.String())
}

// writeMissing lists the cells that say that there is no value. They need no setting: the table
// of such words knows them, for each property by what its values are.
func (d *draft) writeMissing(b *strings.Builder) {
	where := map[string][]string{}
	for _, p := range d.profiles {
		for _, w := range p.missing {
			where[w] = append(where[w], p.name)
		}
	}
	if len(where) == 0 {
		return
	}
	for _, w := range sortedKeys(where) {
		fmt.Fprintf(b, "# no value: %s in %s\n", oneLine(strconv.Quote(w)), oneLine(strings.Join(slices.Compact(where[w]), ", ")))
	}
}
