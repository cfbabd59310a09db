package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"skein/internal/normalize"
	"skein/internal/schema"
)

// maxNodes bounds the nodes of a text that are looked at, each as often as an alias
// leads to it, so that aliases of aliases end.
const maxNodes = 200_000

// maxFindings bounds what is said of one text.
const maxFindings = 100

// parser walks the YAML tree of a mapping and gathers what is wrong with it.
type parser struct {
	model   *schema.Model
	lookups map[string]lookup
	visited int
	found   []finding
}

// finding is one thing that is wrong.
type finding struct {
	line int
	text string
}

// field is one entry of a YAML table.
type field struct {
	name       string
	key, value *yaml.Node
}

func (p *parser) fail(line int, format string, args ...any) {
	if len(p.found) == maxFindings {
		return
	}
	f := finding{line, fmt.Sprintf(format, args...)}
	if len(p.found) == maxFindings-1 {
		f.text = "and more, which may go away with the others"
	}
	if !slices.Contains(p.found, f) {
		p.found = append(p.found, f)
	}
}

// err returns what is wrong, by line, nil if nothing is.
func (p *parser) err() error {
	if len(p.found) == 0 {
		return nil
	}
	slices.SortStableFunc(p.found, func(a, b finding) int { return a.line - b.line })
	lines := make([]error, len(p.found))
	for i, f := range p.found {
		lines[i] = fmt.Errorf("line %d: %s", f.line, f.text)
	}
	return fmt.Errorf("%w:\n%w", ErrMapping, errors.Join(lines...))
}

// MostText is the most bytes of a mapping. YAML takes some hundred bytes of memory for one of
// text.
const MostText = 2 << 20

// readTree returns the root of the one YAML document in text.
func readTree(text []byte) (*yaml.Node, error) {
	if len(text) > MostText {
		return nil, fmt.Errorf("%w: the text has %d bytes, and %d at most are read; is it another file?", ErrMapping, len(text), MostText)
	}
	d := yaml.NewDecoder(bytes.NewReader(text))
	var doc, second yaml.Node
	if err := d.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%w: the text is empty", ErrMapping)
	} else if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMapping, err)
	}
	if err := d.Decode(&second); err == nil {
		return nil, fmt.Errorf("%w: line %d: a second YAML document begins; give one mapping a file", ErrMapping, second.Line)
	} else if !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%w: %w", ErrMapping, err)
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 {
		return nil, fmt.Errorf("%w: the text is empty", ErrMapping)
	}
	return doc.Content[0], nil
}

// resolve follows aliases.
func (p *parser) resolve(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode && n.Alias != nil && p.visit(n) {
		n = n.Alias
	}
	return n
}

// visit counts a node and reports whether it may be looked at.
func (p *parser) visit(n *yaml.Node) bool {
	if p.visited++; p.visited == maxNodes {
		p.fail(n.Line, "the text is too large, or its aliases lead in circles")
	}
	return p.visited < maxNodes
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// table returns the entries of a YAML table, those merged in by << after its own. A
// null has none.
func (p *parser) table(n *yaml.Node, what string) []field {
	n = p.resolve(n)
	if isNull(n) || !p.visit(n) {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		p.fail(n.Line, "%s must be a table of names and values", what)
		return nil
	}
	var out []field
	var merged []*yaml.Node
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := p.resolve(n.Content[i])
		switch {
		case key.Kind != yaml.ScalarNode:
			p.fail(key.Line, "%s: a name must be plain text", what)
		case key.Tag == "!!merge":
			merged = append(merged, n.Content[i+1])
		case seen[key.Value]:
			p.fail(key.Line, "%s has %q twice", what, key.Value)
		default:
			seen[key.Value] = true
			out = append(out, field{key.Value, key, p.resolve(n.Content[i+1])})
		}
	}
	for _, m := range merged {
		out = p.merge(out, m, what, seen)
	}
	return out
}

// merge adds the entries of one table, or of a list of them, that are not there yet.
func (p *parser) merge(out []field, n *yaml.Node, what string, seen map[string]bool) []field {
	n = p.resolve(n)
	tables := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		tables = n.Content
	}
	for _, t := range tables {
		for _, f := range p.table(t, what) {
			if !seen[f.name] {
				seen[f.name] = true
				out = append(out, f)
			}
		}
	}
	return out
}

// known returns the entries of a table by name and reports names that are not
// among keys, a list of words.
func (p *parser) known(n *yaml.Node, what, keys string) map[string]field {
	words := strings.Fields(keys)
	out := map[string]field{}
	for _, f := range p.table(n, what) {
		switch {
		case slices.Contains(words, f.name):
			out[f.name] = f
		case slices.Contains(sqlKeys, f.name):
			p.fail(f.key.Line, "%s has %q: SQL queries are not run; export the table and give the file as a contribution", what, f.name)
		default:
			p.fail(f.key.Line, "%s has the unknown key %q%s", what, f.name, didYouMean(f.name, words))
		}
	}
	return out
}

// sqlKeys are what FollowTheMoney's queries of a database have.
var sqlKeys = []string{"database", "table", "tables", "joins"}

// text returns a plain text. A null is the empty one.
func (p *parser) text(n *yaml.Node, what string) (string, bool) {
	n = p.resolve(n)
	if n.Kind != yaml.ScalarNode {
		p.fail(n.Line, "%s must be plain text", what)
		return "", false
	}
	if isNull(n) {
		return "", true
	}
	return n.Value, true
}

// texts returns a plain text as a list of one, or a list of plain texts.
func (p *parser) texts(n *yaml.Node, what string) []string {
	var out []string
	for _, c := range p.textNodes(n) {
		if t, ok := p.text(c, what); ok {
			out = append(out, t)
		}
	}
	return out
}

func (p *parser) textNodes(n *yaml.Node) []*yaml.Node {
	n = p.resolve(n)
	if !p.visit(n) {
		return nil
	}
	if n.Kind == yaml.SequenceNode {
		out := make([]*yaml.Node, len(n.Content))
		for i, c := range n.Content {
			out[i] = p.resolve(c)
		}
		return out
	}
	return []*yaml.Node{n}
}

// columns returns the names of columns, one or a list.
func (p *parser) columns(n *yaml.Node, what string) []column {
	var out []column
	for _, c := range p.textNodes(n) {
		if name, ok := p.text(c, what); ok && normalize.Visible(name) != "" {
			out = append(out, column{normalize.Visible(name), c.Line})
		} else if ok {
			p.fail(c.Line, "%s must name a column", what)
		}
	}
	return out
}

// flag returns true or false, in YAML's or FollowTheMoney's words.
func (p *parser) flag(n *yaml.Node, what string) bool {
	t, ok := p.text(n, what)
	switch strings.ToLower(t) {
	case "true", "yes", "on", "1":
		return true
	case "false", "no", "off", "0", "":
	default:
		if ok {
			p.fail(n.Line, "%s is %q; write true or false", what, t)
		}
	}
	return false
}

// oneOf returns one of the words.
func (p *parser) oneOf(n *yaml.Node, what string, words ...string) string {
	t, ok := p.text(n, what)
	if ok && !slices.Contains(words, t) {
		p.fail(n.Line, "%s is %q; write %s", what, t, strings.Join(words, " or "))
	}
	return t
}
