package graphfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"skein/internal/network/graph"
	"skein/internal/normalize"
)

// matrix is a table in which each row and each column is a node and each cell the weight of
// the edge from the row's to the column's: 0 or empty for none.
type matrix struct {
	names    []string
	labelled bool // the first column names the rows
	row      map[string]int
	next     int
	ties     graph.Ties
	blank    [][]uint64 // of each row that has cells with nothing in them, these as bits
	weights  weights
	fault    error
}

// matrixOf returns the matrix that a table may be, by its header and its first row; nil for
// a table that is none. Without a header the nodes are numbers.
func matrixOf(columns, first []string, bare bool) *matrix {
	if len(first) != len(columns) {
		return nil
	}
	m := &matrix{row: map[string]int{}}
	numeric := func(cells []string) bool {
		return !slices.ContainsFunc(cells, func(c string) bool { return c != "" && !isNumber(c) })
	}
	switch {
	case bare:
		if len(columns) < 4 || !numeric(first) {
			return nil // three columns may be two ends and a weight
		}
		m.names = columns
	case len(columns) >= 3 && mostlyNumbers(first[1:]) && slices.Contains(columns[1:], normalize.Visible(first[0])) && !isNumber(columns[0]):
		m.labelled, m.names = true, columns[1:]
	case len(columns) >= 3 && numeric(first) && !slices.ContainsFunc(columns, isNumber):
		m.names = columns
	default:
		return nil
	}
	for i, name := range m.names {
		m.row[normalize.Visible(name)] = i
	}
	if len(m.row) < len(m.names) {
		return nil
	}
	m.blank = make([][]uint64, len(m.names))
	return m
}

// mayBeMatrix reports whether a table with a header, and no more rows than columns, may be a
// matrix although two of its columns could be ends of edges.
func mayBeMatrix(columns []string, sample [][]string) bool {
	return len(columns) > 2 && (isSeries(columns) || len(sample) > 0 && slices.Contains(columns[1:], sample[0][0]))
}

// isSeries reports whether names differ by a letter or a number only, as A, B, C or P1, P2, P3
// do: such are nodes of a matrix, though A and B may also say where edges begin and end.
func isSeries(names []string) bool {
	series := ""
	for i, name := range names {
		words := wordsOf(name)
		if len(words) == 0 {
			return false
		}
		last := words[len(words)-1]
		if utf8.RuneCountInString(last) > 1 && strings.Trim(last, "0123456789") != "" {
			return false
		}
		words[len(words)-1] = ""
		if all := strings.Join(words, " "); i == 0 {
			series = all
		} else if all != series {
			return false
		}
	}
	return true
}

// mostlyNumbers reports whether more of some cells are numbers, or empty, than anything else.
func mostlyNumbers(cells []string) bool {
	n := 0
	for _, c := range cells {
		if c == "" || isNumber(c) {
			n++
		}
	}
	return 2*n > len(cells)
}

func (m *matrix) setBlank(i, j int) {
	if m.blank[i] == nil {
		m.blank[i] = make([]uint64, len(m.names)/64+1)
	}
	m.blank[i][j/64] |= 1 << (j % 64)
}

func (m *matrix) isBlank(i, j uint32) bool {
	return m.blank[i] != nil && m.blank[i][j/64]>>(j%64)&1 != 0
}

// add adds a row; false says that the table is no matrix.
func (m *matrix) add(cells []string, row int) bool {
	n := len(m.names)
	i := m.next
	if m.labelled {
		at, ok := m.row[normalize.Visible(cells[0])]
		if !ok {
			return false
		}
		delete(m.row, normalize.Visible(cells[0]))
		i, cells = at, cells[1:]
	}
	if m.next++; m.next > n || len(cells) != n {
		return false
	}
	for j, cell := range cells {
		if cell == "" {
			m.setBlank(i, j)
			continue
		}
		if x, err := strconv.ParseFloat(cell, 64); err == nil && x == 0 {
			continue
		}
		if i == j && !m.labelled {
			return false // a node has no edge to itself: rather a list with a weight
		}
		w, open, err := m.weights.read(cell)
		if open {
			w, err = m.weights.decide(cell)
		}
		if err != nil {
			if !m.labelled {
				return false
			}
			if m.fault == nil {
				m.fault = fmt.Errorf("row %d: this is an adjacency matrix, and in the column of %q it has %w", row, m.names[j], err)
			}
			continue
		}
		m.ties.Add(uint32(i), uint32(j), w)
	}
	return true
}

// file returns the graph: without directions where every cell is as that on the other side of
// the diagonal, or has nothing there. Nil says that the table is no matrix.
func (m *matrix) file(directed bool) (*File, error) {
	if m.next != len(m.names) {
		return nil, nil
	}
	if m.fault != nil {
		return nil, m.fault
	}
	whole := graph.FromTies(len(m.names), []graph.Ties{m.ties}, true)
	symmetric := true
	eachOf(&m.ties, func(i, j uint32, w float32) {
		back, ok := whole.Weight(j, i)
		symmetric = symmetric && (i == j || ok && back == float64(w) || m.isBlank(j, i))
	})
	b := graph.NewBuilder(directed || !symmetric)
	names := make([]string, len(m.names))
	for i, name := range m.names {
		names[i] = normalize.Visible(name)
		b.Vertex(names[i])
	}
	eachOf(&m.ties, func(i, j uint32, w float32) {
		if _, both := whole.Weight(j, i); both && i > j && symmetric && !directed {
			return
		}
		b.Tie(i, j, w)
	})
	kind := "symmetric: edges have no direction"
	switch {
	case directed:
		kind = "edges go from the row to the column"
	case !symmetric:
		kind = "not symmetric: edges go from the row to the column"
	}
	return &File{Graph: b.Build(), Notes: []string{fmt.Sprintf("an adjacency matrix of %s, %s", count(len(names), "node"), kind)}}, nil
}
