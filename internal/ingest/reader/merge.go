package reader

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// merges are the merged cells of a sheet. Each is stored once, in its first cell, and
// speaks for all rows and columns that it covers. A cell that is merged over the same
// columns as the header above it is one cell.
type merges struct {
	ranges  []mergedCells // by first row
	active  []mergedCells // begun, in rows read so far
	next    int
	covered int      // cells so far
	own     [][2]int // columns over which the header is merged
}

// mergedCells is one range, rows from 1 and columns from 0.
type mergedCells struct {
	top, bottom, left, right int
	value                    string
}

// mostMerges bounds the ranges that are kept: 48 MiB of them.
const mostMerges = 1 << 20

// mergesOf reads the ranges of a sheet ahead of its rows, behind which they stand. Only a
// sheet that has some is parsed twice.
func (b *book) mergesOf(ref sheetRef) (*merges, error) {
	used := b.r.budget.n
	defer func() { b.r.budget.n = used }()
	m := &merges{}
	p, err := b.part(ref.part)
	if err != nil {
		return nil, err
	}
	if found, err := contains(p.stream, "mergeCell "); err != nil || !found {
		return m, final(err)
	}
	if p, err = b.part(ref.part); err != nil {
		return nil, err
	}
	err = p.each(func(e xml.StartElement) error {
		if e.Name.Local != "mergeCell" {
			return nil
		}
		first, last, _ := strings.Cut(attr(e, "ref"), ":")
		c := mergedCells{}
		var ok1, ok2 bool
		c.left, c.top, ok1 = cellOf(first)
		c.right, c.bottom, ok2 = cellOf(last)
		if !ok1 || !ok2 || c.right < c.left || c.bottom < c.top {
			return nil // one cell, or damage that costs no cell
		}
		if len(m.ranges) == mostMerges {
			return overLimit(p.where, "cell", b.r.options.Limits.Cell, "more than %d merged cells", mostMerges)
		}
		m.ranges = append(m.ranges, c)
		return nil
	})
	slices.SortStableFunc(m.ranges, func(a, b mergedCells) int { return a.top - b.top })
	return m, final(err)
}

// final passes limits on; other damage shows when the rows are read.
func final(err error) error {
	if errors.Is(err, ErrLimit) {
		return err
	}
	return nil
}

// contains reports whether a stream holds a text.
func contains(r io.Reader, text string) (bool, error) {
	buf, kept := make([]byte, 64<<10), 0
	for {
		n, err := r.Read(buf[kept:])
		if bytes.Contains(buf[:kept+n], []byte(text)) {
			return true, nil
		}
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		all := kept + n
		kept = copy(buf, buf[max(0, all-len(text)):all])
	}
}

// cellOf reads a reference such as $C$4: the column from 0, the row from 1.
func cellOf(ref string) (column, row int, ok bool) {
	ref = strings.ReplaceAll(ref, "$", "")
	column, ok = columnOf(ref)
	for _, c := range strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		if c < '0' || c > '9' || row > 1<<24 {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return column, row, ok && row > 0
}

// note keeps the values of the ranges that begin in a row. Rows come in order, all of them.
func (m *merges) note(row int, cells []string) {
	if len(m.ranges) == 0 {
		return
	}
	for ; m.next < len(m.ranges) && m.ranges[m.next].top <= row; m.next++ {
		c := m.ranges[m.next]
		if c.top == row && c.left < len(cells) && cells[c.left] != "" && c.bottom >= row {
			c.value = cells[c.left]
			m.active = append(m.active, c)
		}
	}
}

// widened is the cells of a row of the header, with what is merged across them.
func (m *merges) widened(row int, cells []string) []string {
	out := slices.Clone(cells)
	for _, c := range m.active {
		if c.top != row || c.right-c.left > len(cells)+previewRows {
			continue
		}
		for i := c.left; i <= c.right; i++ {
			for len(out) <= i {
				out = append(out, "")
			}
			if out[i] == "" {
				out[i] = c.value
			}
		}
	}
	return out
}

// below returns the last row of a header that begins in a row: cells merged downwards say
// that the header has several. More than five rows are none.
func (m *merges) below(row int) int {
	last := row
	for _, c := range m.active {
		if c.top == row && c.bottom <= row+4 {
			last = max(last, c.bottom)
		}
	}
	return last
}

// header notes over which columns the header is merged.
func (m *merges) header(row int) {
	for _, c := range m.active {
		if c.top == row && c.right > c.left {
			m.own = append(m.own, [2]int{c.left, c.right})
		}
	}
}

// mostCovered bounds the work of spreading merged cells over rows.
const mostCovered = 1 << 26

var errCovered = fmt.Errorf("merged cells cover more than %d cells, or each other", mostCovered)

// filled is the cells of a row with what is merged over it, in columns columns, and
// forgets the ranges that end before it.
func (m *merges) filled(row int, cells []string, columns int) ([]string, error) {
	if len(m.active) == 0 {
		return cells, nil
	}
	m.active = slices.DeleteFunc(m.active, func(c mergedCells) bool { return c.bottom < row })
	for _, c := range m.active {
		if row < c.top {
			continue
		}
		right := min(c.right, columns-1)
		if slices.Contains(m.own, [2]int{c.left, c.right}) {
			right = min(c.left, right)
		}
		m.covered += max(0, right-c.left) + 1
		for i := c.left; i <= right; i++ {
			for len(cells) <= i {
				cells = append(cells, "")
			}
			if cells[i] == "" {
				cells[i] = c.value
			}
		}
	}
	if m.covered > mostCovered {
		return cells, errCovered
	}
	return cells, nil
}
