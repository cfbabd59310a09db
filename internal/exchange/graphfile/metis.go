package graphfile

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"skein/internal/network/graph"
)

// metisReader reads the numbers of nodes and edges, a format (001: weights of edges) and a
// line of neighbours for each node, from 1 (METIS manual 5.1, 4.1.1). Each edge stands in the
// lines of both ends.
type metisReader struct {
	begun    bool
	n, edges int
	weighted bool
	at       int // lines of nodes so far
	ties     graph.Ties
	pairs    [2]uint64 // of edges as the first and the second end say them, hashed and summed
}

func readMETIS(src io.ReaderAt, size int64) (*File, error) {
	text, note, err := textOf(src, size)
	if err != nil {
		return nil, err
	}
	m := &metisReader{}
	if err := lines(text, m.line); err != nil {
		return nil, err
	}
	if m.at < m.n || !m.begun {
		return nil, fmt.Errorf("%w: %s, and lines for %d", ErrFormat, count(m.n, "node"), m.at)
	}
	if m.pairs[0] != m.pairs[1] {
		return nil, fmt.Errorf("%w: an edge stands in the line of one of its ends and not, or with another weight, in that of the other", ErrFormat)
	}
	b := graph.NewBuilder(false)
	for i := range m.n {
		b.Vertex(strconv.Itoa(i + 1))
	}
	eachOf(&m.ties, b.Tie)
	g := b.Build()
	if g.Edges() != m.edges {
		return nil, fmt.Errorf("%w: %s, the first line says %d", ErrFormat, count(g.Edges(), "edge"), m.edges)
	}
	f := &File{Graph: g}
	if note != "" {
		f.Notes = append(f.Notes, note)
	}
	return f, nil
}

func (m *metisReader) line(line int, text string) error {
	if strings.HasPrefix(text, "%") {
		return nil
	}
	fields := strings.Fields(text)
	switch {
	case !m.begun && len(fields) == 0:
		return nil
	case !m.begun:
		m.begun = true
		return m.header(line, fields)
	case m.at >= m.n && len(fields) > 0:
		return wrong(line, "more lines than nodes")
	case m.at >= m.n:
		return nil
	}
	return m.node(line, fields)
}

func (m *metisReader) header(line int, fields []string) error {
	var errs [2]error
	if len(fields) >= 2 {
		m.n, errs[0] = strconv.Atoi(fields[0])
		m.edges, errs[1] = strconv.Atoi(fields[1])
	}
	if len(fields) < 2 || errors.Join(errs[:]...) != nil || m.n < 0 || m.n > 1<<31 || m.edges < 0 {
		return wrong(line, "want the numbers of nodes and edges")
	}
	if len(fields) > 2 {
		switch strings.TrimLeft(fields[2], "0") {
		case "":
		case "1":
			m.weighted = true
		default:
			return wrong(line, "format %s: weights of nodes are not read", fields[2])
		}
	}
	return nil
}

func (m *metisReader) node(line int, fields []string) error {
	step := 1
	if m.weighted {
		step = 2
	}
	if len(fields)%step != 0 {
		return wrong(line, "a neighbour without its weight")
	}
	own := m.at + 1
	for i := 0; i < len(fields); i += step {
		u, err := strconv.Atoi(fields[i])
		if err != nil || u < 1 || u > m.n {
			return wrong(line, "there is no node %q", fields[i])
		}
		w := float32(1)
		if m.weighted {
			if w, err = weightOf(fields[i+1]); err != nil {
				return fmt.Errorf("line %d: %w", line, err)
			}
		}
		pair := mixed(uint64(min(own, u))<<32|uint64(max(own, u))) + mixed(uint64(float64(w)*1e6))
		switch {
		case own < u:
			m.ties.Add(uint32(own-1), uint32(u-1), w)
			m.pairs[0] += mixed(pair)
		case own > u:
			m.pairs[1] += mixed(pair)
		default: // an edge to itself stands once or twice, and is left out
			m.ties.Add(uint32(own-1), uint32(u-1), w)
		}
	}
	m.at++
	return nil
}

// mixed spreads the bits of a number (SplitMix64, Steele, Lea and Flood 2014).
func mixed(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
