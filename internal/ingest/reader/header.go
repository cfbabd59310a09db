package reader

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// header is the columns of one table.
type header struct {
	names   []string
	written []string // as they stand there; nil: nowhere
	need    int      // fields that no row may lack
	row     int      // where it stands; 0: nowhere
}

// newHeader makes names of the fields of the header row: space around them and a mark
// of comment before the first (but not where it is all of the name) go, empty ones are numbered, doubles are told apart.
func newHeader(fields []string, row int) header {
	h := header{need: filledFields(fields), row: row, names: make([]string, len(fields)), written: slices.Clone(fields)}
	taken := map[string]bool{}
	for _, f := range fields {
		taken[strings.TrimSpace(f)] = true
	}
	seen := map[string]bool{}
	for i, name := range fields {
		name = strings.TrimSpace(name)
		if comment, ok := strings.CutPrefix(name, "#"); ok && i == 0 && strings.TrimLeft(comment, " ") != "" {
			name = strings.TrimLeft(comment, " ")
		}
		if name == "" {
			name = "column_" + strconv.Itoa(i+1)
		}
		unique := name
		for k := 2; seen[unique] || unique != name && taken[unique]; k++ {
			unique = name + "_" + strconv.Itoa(k)
		}
		seen[unique] = true
		h.names[i] = unique
	}
	return h
}

// numbered names columns after their places; first is the first row.
func numbered(first []string) header {
	h := header{need: filledFields(first), names: make([]string, len(first))}
	for i := range h.names {
		h.names[i] = strconv.Itoa(i + 1)
	}
	return h
}

// filledFields counts fields up to the last that is not empty.
func filledFields(fields []string) int {
	n := len(fields)
	for n > 0 && strings.TrimSpace(fields[n-1]) == "" {
		n--
	}
	return n
}

// ragged returns what is wrong with a row of n fields, "" if nothing is; those
// beyond the columns must then be empty.
func (h *header) ragged(n int) string {
	switch {
	case n < h.need:
		return fmt.Sprintf("the row has %d fields, the header has %d", n, len(h.names))
	case n > len(h.names) && len(h.names) == 1:
		return fmt.Sprintf("the row has %d fields, the header has 1: does the header stand further down, below rows to skip?", n)
	case n > len(h.names):
		return fmt.Sprintf("the row has %d fields, the header has %d: a delimiter in an unquoted value?", n, len(h.names))
	}
	return ""
}

const repeatedHeader = "it repeats the header"

// repeats reports whether a row says the same as the header, as it does where files
// were put together.
func (h *header) repeats(cells []Cell) bool {
	if filledFields(h.written) == 0 || len(cells) == 0 || cells[0].Value != h.written[0] {
		return false
	}
	for i, w := range h.written {
		value := ""
		if i < len(cells) {
			value = cells[i].Value
		}
		if value != w {
			return false
		}
	}
	return true
}
