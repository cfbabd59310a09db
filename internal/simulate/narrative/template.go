package narrative

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// op is what a node of a template does.
type op uint8

const (
	literal  op = iota // writes text
	value              // writes a slot in the form that text says
	number             // writes the number of a slot; text is the number one in words, or empty
	plural             // writes the first of alts for one, else the second
	choice             // writes one of alts
	optional           // writes the first of alts if the slot holds something
)

// node is a piece of a template.
type node struct {
	op   op
	slot slot
	text string
	alts [][]node
}

// template is a sentence with slots.
type template struct {
	source       string
	nodes        []node
	needs, lacks uint64 // slots, one bit each
}

// errTemplate is a template that cannot be read.
var errTemplate = errors.New("narrative: bad template")

// parser reads a template.
type parser struct {
	in    string
	at    int
	slots []string
	t     template
	depth int // inside optional parts, where slots are not needed
}

func parse(source string) (template, error) {
	p := parser{in: source, slots: slotNames()}
	p.t.source = source
	nodes, err := p.sequence("", noSlot)
	if err == nil && p.at < len(p.in) {
		err = fmt.Errorf("%w: %q at byte %d", errTemplate, source, p.at)
	}
	p.t.nodes = nodes
	return p.t, err
}

// sequence reads nodes up to one of the bytes in stop, which it leaves. Number signs
// are about the slot of.
func (p *parser) sequence(stop string, of slot) ([]node, error) {
	var out []node
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			out = append(out, node{op: literal, text: text.String()})
			text.Reset()
		}
	}
	for p.at < len(p.in) {
		c := p.in[p.at]
		if strings.IndexByte(stop, c) >= 0 {
			break
		}
		p.at++
		var n node
		var err error
		switch {
		case c == '\\' && p.at < len(p.in):
			text.WriteByte(p.in[p.at])
			p.at++
			continue
		case c == '{':
			n, err = p.braces()
		case c == '[':
			n = node{op: choice}
			n.alts, err = p.alternatives("]", of)
		case c == '#' && of != noSlot:
			n = node{op: number, slot: of}
		case c == '<' && of != noSlot:
			end := strings.IndexByte(p.in[p.at:], '>')
			if end < 0 {
				return nil, fmt.Errorf("%w: %q: no >", errTemplate, p.in)
			}
			n = node{op: number, slot: of, text: p.in[p.at : p.at+end]}
			p.at += end + 1
		case strings.IndexByte("|]}>", c) >= 0:
			return nil, fmt.Errorf("%w: %q: %q at byte %d", errTemplate, p.in, c, p.at-1)
		default:
			text.WriteByte(c)
			continue
		}
		if err != nil {
			return nil, err
		}
		flush()
		out = append(out, n)
	}
	flush()
	return out, nil
}

// alternatives reads sequences between bars up to the byte end, and that.
func (p *parser) alternatives(end string, of slot) ([][]node, error) {
	var out [][]node
	for {
		nodes, err := p.sequence("|"+end, of)
		if err != nil {
			return nil, err
		}
		out = append(out, nodes)
		if p.at >= len(p.in) {
			return nil, fmt.Errorf("%w: %q: no %s", errTemplate, p.in, end)
		}
		p.at++
		if p.in[p.at-1] == end[0] {
			return out, nil
		}
	}
}

// braces reads what follows an opening brace.
func (p *parser) braces() (node, error) {
	rest := p.in[p.at:]
	mark := byte(0)
	if rest != "" && strings.IndexByte("?!-", rest[0]) >= 0 {
		mark = rest[0]
		rest = rest[1:]
		p.at++
	}
	n := strings.IndexAny(rest, ":=}")
	if n < 0 {
		return node{}, fmt.Errorf("%w: %q: no }", errTemplate, p.in)
	}
	at := slices.Index(p.slots, rest[:n])
	if at < 0 {
		return node{}, fmt.Errorf("%w: %q: no slot %q", errTemplate, p.in, rest[:n])
	}
	s := slot(at)
	p.at += n + 1
	switch {
	case mark == '-':
		p.t.lacks |= s.bit()
		return node{op: literal}, nil
	case mark == '?' && rest[n] == ':':
		p.depth++
		alts, err := p.alternatives("}", s)
		p.depth--
		return node{op: optional, slot: s, alts: alts}, err
	}
	if p.depth == 0 {
		p.t.needs |= s.bit()
	}
	switch {
	case mark == '!':
		return node{op: literal}, nil
	case rest[n] == '=':
		alts, err := p.alternatives("}", s)
		if err == nil && len(alts) != 2 {
			err = fmt.Errorf("%w: %q: %d forms for {%s=", errTemplate, p.in, len(alts), rest[:n])
		}
		return node{op: plural, slot: s, alts: alts}, err
	case rest[n] == ':':
		end := strings.IndexByte(p.in[p.at:], '}')
		if end < 0 {
			return node{}, fmt.Errorf("%w: %q: no }", errTemplate, p.in)
		}
		form := p.in[p.at : p.at+end]
		p.at += end + 1
		return node{op: value, slot: s, text: form}, nil
	}
	return node{op: value, slot: s}, nil
}
