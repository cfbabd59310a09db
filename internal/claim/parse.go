package claim

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"skein/internal/figure"
)

// Keys of a file, in the order in which messages list them.
var (
	listKeys  = []string{"source", "claims"}
	claimKeys = []string{"id", "says", "where", "figure", "keys", "published", "decimals", "relation", "tolerance", "top", "why"}
	topKeys   = []string{"figure", "keys", "of"}
)

// maxDecimals keeps rounding exact in a float64.
const maxDecimals = 9

// fileClaim is a claim as it is written. Pointers tell what is given from what is zero.
type fileClaim struct {
	ID        string            `yaml:"id"`
	Says      string            `yaml:"says"`
	Where     string            `yaml:"where"`
	Figure    string            `yaml:"figure"`
	Keys      map[string]string `yaml:"keys"`
	Published *float64          `yaml:"published"`
	Decimals  *int              `yaml:"decimals"`
	Relation  string            `yaml:"relation"`
	Tolerance *float64          `yaml:"tolerance"`
	Top       yaml.Node         `yaml:"top"`
	Why       string            `yaml:"why"`
}

type fileTop struct {
	Figure string            `yaml:"figure"`
	Keys   map[string]string `yaml:"keys"`
	Of     []string          `yaml:"of"`
}

// Parse reads a list of claims. Its errors wrap [ErrFormat], name lines, and are
// joined where several claims are at fault.
func Parse(text []byte) (List, error) {
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var doc, more yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return List{}, fmt.Errorf("%w: the file is empty", ErrFormat)
		}
		return List{}, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		return List{}, fmt.Errorf("%w: one document is wanted, more follow", ErrFormat)
	}
	if len(doc.Content) == 0 {
		return List{}, fmt.Errorf("%w: the file is empty", ErrFormat)
	}
	root := doc.Content[0]
	if err := checkKeys(root, listKeys); err != nil {
		return List{}, err
	}
	var file struct {
		Source string      `yaml:"source"`
		Claims []yaml.Node `yaml:"claims"`
	}
	if err := root.Decode(&file); err != nil {
		return List{}, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if file.Source == "" || len(file.Claims) == 0 {
		return List{}, atLine(root, "source and claims are required")
	}
	list := List{Source: file.Source}
	var problems []error
	seen := map[ID]bool{}
	for i := range file.Claims {
		c, err := readClaim(&file.Claims[i])
		if err == nil && seen[c.ID] {
			err = atLine(&file.Claims[i], "id %s stands twice", c.ID)
		}
		if err != nil {
			problems = append(problems, err)
			continue
		}
		seen[c.ID] = true
		list.Claims = append(list.Claims, c)
	}
	if err := errors.Join(problems...); err != nil {
		return List{}, err
	}
	return list, nil
}

func readClaim(n *yaml.Node) (Claim, error) {
	var w fileClaim
	if err := decode(n, claimKeys, &w); err != nil {
		return Claim{}, err
	}
	c := Claim{ID: ID(w.ID), Says: w.Says, Where: w.Where, Why: w.Why}
	hasTop := !w.Top.IsZero()
	ofValue := w.Keys != nil || w.Published != nil || w.Decimals != nil || w.Relation != "" || w.Tolerance != nil
	switch {
	case w.ID == "" || w.Says == "":
		return Claim{}, atLine(n, "id and says are required")
	case w.Figure != "" && hasTop:
		return Claim{}, atLine(n, "%s: figure or top, not both", w.ID)
	case w.Figure == "" && ofValue:
		return Claim{}, atLine(n, "%s: keys, published, decimals, relation and tolerance need a figure", w.ID)
	case w.Figure == "" && !hasTop && w.Why == "":
		return Claim{}, atLine(n, "%s: without a figure, say why it cannot be computed", w.ID)
	case (w.Figure != "" || hasTop) && w.Why != "":
		return Claim{}, atLine(n, "%s: why is for claims that cannot be computed", w.ID)
	}
	var err error
	if w.Figure != "" {
		c.Value, err = readValue(n, &w)
	} else if hasTop {
		c.Top, err = readTop(&w.Top)
	}
	return c, err
}

func readValue(n *yaml.Node, w *fileClaim) (*Value, error) {
	if w.Published == nil {
		return nil, atLine(n, "%s: published is required with a figure", w.ID)
	}
	v := &Value{Figure: figure.ID(w.Figure), Keys: w.Keys, Published: *w.Published, Relation: Equals}
	if w.Decimals != nil {
		v.Decimals = *w.Decimals
	}
	if w.Relation != "" {
		i := slices.IndexFunc(relations[:], func(r struct{ name, words string }) bool { return r.name == w.Relation })
		if i < 0 {
			return nil, atLine(n, "%s: relation %q (want equals, at_least, at_most, more_than or about)", w.ID, w.Relation)
		}
		v.Relation = Relation(i)
	}
	if w.Tolerance != nil {
		v.Tolerance = *w.Tolerance
	}
	switch {
	case v.Decimals < 0 || v.Decimals > maxDecimals:
		return nil, atLine(n, "%s: decimals must be 0 to %d", w.ID, maxDecimals)
	case math.IsNaN(v.Published) || math.IsInf(v.Published, 0):
		return nil, atLine(n, "%s: published must be a number", w.ID)
	case round(v.Published, v.Decimals) != v.Published:
		return nil, atLine(n, "%s: %v has more than the %d decimals given", w.ID, v.Published, v.Decimals)
	case (v.Relation == About) != (w.Tolerance != nil):
		return nil, atLine(n, "%s: tolerance goes with relation about, and about needs one", w.ID)
	case v.Relation == About && !(v.Tolerance > 0 && v.Tolerance <= 100):
		return nil, atLine(n, "%s: tolerance is in per cent, more than 0 and at most 100", w.ID)
	}
	return v, nil
}

func readTop(n *yaml.Node) (*Top, error) {
	var w fileTop
	if err := decode(n, topKeys, &w); err != nil {
		return nil, err
	}
	if w.Figure == "" || len(w.Of) == 0 || slices.Contains(w.Of, "") {
		return nil, atLine(n, "top: figure and of are required")
	}
	sorted := slices.Sorted(slices.Values(w.Of))
	if len(slices.Compact(sorted)) < len(w.Of) {
		return nil, atLine(n, "top: a name stands twice")
	}
	return &Top{Figure: figure.ID(w.Figure), Keys: w.Keys, Of: w.Of}, nil
}

// round returns v to the given number of decimals.
func round(v float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	if scaled := v * scale; math.Abs(scaled) < 1<<53 {
		return math.Round(scaled) / scale
	}
	return v // a float64 that large has no decimals
}

func decode(n *yaml.Node, keys []string, into any) error {
	if err := checkKeys(n, keys); err != nil {
		return err
	}
	if err := n.Decode(into); err != nil {
		return fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return nil
}

// checkKeys refuses what is not a mapping, and keys that mean nothing here.
func checkKeys(n *yaml.Node, keys []string) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.MappingNode {
		return atLine(n, "want the keys %s", strings.Join(keys, ", "))
	}
	for i := 0; i < len(n.Content); i += 2 {
		if k := n.Content[i]; !slices.Contains(keys, k.Value) {
			return atLine(k, "unknown key %q (known: %s)", k.Value, strings.Join(keys, ", "))
		}
	}
	return nil
}

func atLine(n *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("%w: line %d: %s", ErrFormat, n.Line, fmt.Sprintf(format, args...))
}
