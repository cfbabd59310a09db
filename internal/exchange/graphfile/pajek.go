package graphfile

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/internal/normalize"
)

// pajekReader reads networks, and the partitions and vectors of a project (Pajek reference
// manual, 4): *Vertices, *Edges without and *Arcs with direction, *Edgeslist and *Arcslist,
// *Matrix; *Network, *Partition and *Vector, each of the latter with a *Vertices line of its
// own.
type pajekReader struct {
	size    int64
	nets    []*pajekNet
	values  []*pajekValues
	section string
	next    string // what the next *Vertices line begins: a network, or partition or vector
	name    string // of that
	entity  *regexp.Regexp
	unread  []string
	periods bool
	layers  int // sections of edges with a number of their own
}

// pajekNet is a network in the making. Nodes are numbers from 1.
type pajekNet struct {
	*draft
	n     int
	first int // nodes of the first of two kinds; 0: there is one kind
	row   int // of a matrix
}

// pajekValues are what a partition or vector says of the nodes of a network of n.
type pajekValues struct {
	kind, name string
	line, n    int
	text       []string
}

func readPajek(src io.ReaderAt, size int64, o Options) (*File, error) {
	text, note, err := textOf(src, size)
	if err != nil {
		return nil, err
	}
	p := &pajekReader{size: size, entity: regexp.MustCompile(`&#[0-9]{1,7};`)}
	if err := lines(text, p.line); err != nil {
		return nil, err
	}
	if len(p.nets) == 0 {
		return nil, fmt.Errorf("%w: it has no *Vertices", ErrFormat)
	}
	f, err := p.file(o.Network)
	if err != nil {
		return nil, err
	}
	f.Unread = append(f.Unread, p.unread...)
	if note != "" {
		f.Notes = append(f.Notes, note)
	}
	if p.periods {
		f.Notes = append(f.Notes, "edges of all times are in the graph")
	}
	if p.layers > 1 {
		f.Notes = append(f.Notes, "edges of all relations are in the graph")
	}
	return f, nil
}

// file returns the network that is asked for, with what partitions and vectors of as many
// nodes say of it.
func (p *pajekReader) file(network string) (*File, error) {
	var drafts []*draft
	for _, n := range p.nets {
		if n.row > 0 && n.row < n.rows() {
			return nil, fmt.Errorf("%w: a *Matrix of %s, and %s", ErrFormat, count(n.rows(), "row"), count(n.row, "line"))
		}
		drafts = append(drafts, n.draft)
	}
	chosen, err := chosen(drafts, network)
	if err != nil {
		return nil, err
	}
	for _, v := range p.values {
		if len(v.text) != v.n {
			return nil, wrong(v.line, "*%s %s has %s, and lines for %d", v.kind, v.name, count(v.n, "node"), len(v.text))
		}
		if v.n != len(chosen.ids) {
			p.unread = append(p.unread, fmt.Sprintf("*%s %s is of %s, the network has %d", v.kind, v.name, count(v.n, "node"), len(chosen.ids)))
			continue
		}
		c := Column{Name: v.name, Text: v.text}
		if c.Name == "" {
			c.Name = strings.ToLower(v.kind)
		}
		chosen.columns = append(chosen.columns, c)
	}
	for v := range chosen.state {
		chosen.state[v] = true // a node needs no line
	}
	f, err := chosen.file()
	if err != nil {
		return nil, err
	}
	f.ids = nil // a number in the file is no name
	if chosen.columns != nil {
		var names []string
		for _, c := range chosen.columns {
			names = append(names, c.Name)
		}
		f.Notes = append(f.Notes, "of each node, --out writes "+strings.Join(names, ", "))
	}
	return f, nil
}

func (p *pajekReader) line(line int, text string) error {
	switch {
	case text == "" || text[0] == '%' || strings.HasPrefix(text, "/*"):
		return nil // the manual has both for remarks
	case text[0] == '*':
		return p.begin(line, text)
	}
	fields := strings.Fields(text)
	switch p.section {
	case "":
		return wrong(line, "want *Vertices or *Network first")
	case "skipped":
		return nil
	case "values":
		v := p.values[len(p.values)-1]
		if len(v.text) == v.n {
			return wrong(line, "more lines than nodes in *%s %s", v.kind, v.name)
		}
		if _, err := strconv.ParseFloat(text, 64); err != nil {
			return wrong(line, "a value of %q in *%s %s; it must be a number", text, v.kind, v.name)
		}
		v.text = append(v.text, strings.Clone(text))
		return nil
	case "*vertices":
		return p.vertex(line, text, fields)
	case "*edges", "*arcs":
		return p.edge(line, fields)
	case "*edgeslist", "*arcslist":
		return p.list(line, fields)
	}
	return p.matrix(line, fields)
}

// begin reads a line that begins a section.
func (p *pajekReader) begin(line int, text string) error {
	word, rest := text, ""
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		word, rest = text[:i], text[i:]
	}
	word, relation, numbered := strings.Cut(strings.ToLower(word), ":")
	if rest = strings.TrimSpace(rest); strings.HasPrefix(rest, ":") || numbered && relation != "" {
		p.layers++
	}
	switch word {
	case "*network":
		p.next, p.name, p.section = "network", rest, ""
	case "*partition":
		p.next, p.name, p.section = "Partition", rest, ""
	case "*vector":
		p.next, p.name, p.section = "Vector", rest, ""
	case "*vertices":
		return p.vertices(line, strings.Fields(rest))
	case "*edges", "*arcs", "*edgeslist", "*arcslist", "*matrix":
		if len(p.nets) == 0 {
			return wrong(line, "%s before *Vertices", text)
		}
		p.section = word
		if n := p.nets[len(p.nets)-1]; word == "*matrix" {
			n.row = 0
		}
	case "*permutation", "*cluster", "*hierarchy":
		p.section, p.next = "skipped", "nothing"
		p.unread = append(p.unread, fmt.Sprintf("line %d: %s is not read", line, text))
	default:
		return wrong(line, "a section %q is not read", word)
	}
	return nil
}

// vertices reads a *Vertices line. Pajek needs no line for a node, so what it claims is held
// against the size of the file.
func (p *pajekReader) vertices(line int, fields []string) error {
	if p.next == "nothing" {
		p.next = ""
		return nil
	}
	if len(fields) == 0 {
		return wrong(line, "*Vertices without their number")
	}
	n, err := strconv.Atoi(fields[0])
	const unlisted = 1 << 16
	switch {
	case err != nil || n < 0:
		return wrong(line, "*Vertices %s; want how many there are", fields[0])
	case int64(n) > p.size+unlisted:
		return wrong(line, "*Vertices %d in a file of %d bytes; list the nodes, or correct the number", n, p.size)
	}
	if p.next != "" && p.next != "network" {
		p.values = append(p.values, &pajekValues{kind: p.next, name: p.name, line: line, n: n})
		p.next, p.section = "", "values"
		return nil
	}
	net := &pajekNet{draft: newDraft(p.name), n: n}
	if len(fields) > 1 {
		if net.first, err = strconv.Atoi(fields[1]); err != nil || net.first < 0 || net.first > n {
			return wrong(line, "*Vertices %s; the second number is of nodes of the first kind", strings.Join(fields, " "))
		}
	}
	for i := range n {
		net.at(strconv.Itoa(i + 1))
	}
	p.nets, p.next, p.name, p.section = append(p.nets, net), "", "", "*vertices"
	return nil
}

// number reads the number of a node.
func (p *pajekReader) number(line int, word string) (uint32, error) {
	net := p.nets[len(p.nets)-1]
	n, err := strconv.Atoi(word)
	if err != nil || n < 1 || n > net.n {
		return 0, wrong(line, "there is no node %q", word)
	}
	return uint32(n - 1), nil
}

func (p *pajekReader) vertex(line int, text string, fields []string) error {
	v, err := p.number(line, fields[0])
	if err != nil {
		return err
	}
	net := p.nets[len(p.nets)-1]
	if net.state[v] {
		return wrong(line, "node %s is declared twice", fields[0])
	}
	net.state[v] = true
	label := ""
	if _, quoted, ok := strings.Cut(text, "\""); ok {
		if label, _, ok = strings.Cut(quoted, "\""); !ok {
			return wrong(line, "a label without its closing quote")
		}
	} else if len(fields) > 1 {
		label = fields[1]
	}
	net.labels[v] = strings.Clone(normalize.Visible(p.entity.ReplaceAllStringFunc(label, character)))
	return nil
}

// character returns the character that Pajek writes as &#1050; where a file is not in UTF-8.
func character(entity string) string {
	n, err := strconv.Atoi(entity[2 : len(entity)-1])
	if err != nil || !utf8.ValidRune(rune(n)) {
		return entity
	}
	return string(rune(n))
}

func (p *pajekReader) edge(line int, fields []string) error {
	if len(fields) < 2 {
		return wrong(line, "an edge needs two nodes")
	}
	from, err := p.number(line, fields[0])
	if err != nil {
		return err
	}
	to, err := p.number(line, fields[1])
	if err != nil {
		return err
	}
	w := float32(1)
	if len(fields) > 2 && fields[2][0] != '[' {
		if w, err = weightOf(fields[2]); err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
	p.periods = p.periods || strings.HasPrefix(fields[len(fields)-1], "[")
	p.nets[len(p.nets)-1].link(from, to, w, p.section == "*arcs")
	return nil
}

// list reads a node and those that it has edges to.
func (p *pajekReader) list(line int, fields []string) error {
	from, err := p.number(line, strings.TrimPrefix(fields[0], "-"))
	if err != nil {
		return err
	}
	for _, word := range fields[1:] {
		to, err := p.number(line, word)
		if err != nil {
			return err
		}
		p.nets[len(p.nets)-1].link(from, to, 1, p.section == "*arcslist")
	}
	return nil
}

// rows is how many rows the matrix of a network has: of two kinds, those of the first.
func (n *pajekNet) rows() int {
	if n.first > 0 {
		return n.first
	}
	return n.n
}

// matrix reads a row: arcs from one node to all or, of two kinds, edges to all of the second.
func (p *pajekReader) matrix(line int, fields []string) error {
	n := p.nets[len(p.nets)-1]
	if n.row == n.rows() || len(fields) != n.n-n.first {
		return wrong(line, "a *Matrix of %s needs %s of %d values", count(n.n, "node"), count(n.rows(), "row"), n.n-n.first)
	}
	for k, word := range fields {
		x, err := strconv.ParseFloat(word, 32)
		if err != nil || !(x >= 0) || x > maxWeight {
			return wrong(line, "a value of %q; it must be 0 or above", word)
		}
		if x > 0 {
			n.link(uint32(n.row), uint32(n.first+k), float32(x), n.first == 0)
		}
	}
	n.row++
	return nil
}
