// Package linkage weighs how far two records agree as evidence that they are of one thing
// (Fellegi and Sunter 1969), with weights that are learnt from the records themselves,
// without labels (Winkler 1988; Enamorado, Fifield and Imai 2019).
//
// The weight of a level is log2(m/u), in bits: m is the probability of the level among
// records of one thing, u among records of two. To it comes how much rarer what the two
// have in common is than usual. The sum over all properties and the prior odds is
// the match weight w; the probability of a match is 1/(1+2^-w).
package linkage

import (
	"bytes"
	"fmt"
	"math"
	"slices"

	"go.yaml.in/yaml/v3"

	"skein/internal/english"
	"skein/internal/resolve/blocking"
	"skein/internal/resolve/comparison"
)

// Version is the version of the form of models.
const Version = 1

// Model is what decides whether two records are of one thing.
type Model struct {
	Version int             `yaml:"version"`
	Schema  string          `yaml:"schema"`
	Learnt  string          `yaml:"learnt"` // from what
	Prior   float64         `yaml:"prior"`  // probability that two records, taken at random, are of one thing
	Things  float64         `yaml:"records_per_thing"`
	Needs   []string        `yaml:"needs,omitempty"` // properties of which one must agree, at least in part
	Weights []Weights       `yaml:"properties"`
	Rules   []blocking.Rule `yaml:"blocking"`
}

// Weights is how the levels of a property weigh.
type Weights struct {
	comparison.Property `yaml:",inline"`

	Levels []Level            `yaml:"levels"`           // the best first
	Common *comparison.Counts `yaml:"common,omitempty"` // how common values were; nil: as in the records at hand
}

// Level is a level of agreement.
type Level struct {
	Name   string  `yaml:"level"`
	M      float64 `yaml:"m"`
	U      float64 `yaml:"u"`
	Usual  float64 `yaml:"usual_bits,omitempty"` // how rare what two things have in common at this level usually is
	Rarity float64 `yaml:"rarity,omitempty"`     // how much of being rarer than usual counts, 0 to 1
}

// Bits returns the weight of a level.
func (l Level) Bits() float64 { return math.Log2(l.M / l.U) }

// Parse reads a model from YAML. Unknown keys are errors.
func Parse(text []byte) (*Model, error) {
	var m Model
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(&m); err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	return &m, m.Check()
}

// Format returns a model as YAML.
func (m *Model) Format() ([]byte, error) { return yaml.Marshal(m) }

// Properties returns the properties of the model.
func (m *Model) Properties() []comparison.Property {
	out := make([]comparison.Property, len(m.Weights))
	for i, w := range m.Weights {
		out[i] = w.Property
	}
	return out
}

// Check returns why a model cannot be used.
func (m *Model) Check() error {
	if m.Version != Version {
		return fmt.Errorf("model: version %d, want %d", m.Version, Version)
	}
	if m.Prior <= 0 || m.Prior >= 1 {
		return fmt.Errorf("model: prior %v is not between 0 and 1", m.Prior)
	}
	if len(m.Weights) == 0 || len(m.Weights) > comparison.Most {
		return fmt.Errorf("model: %s, want 1 to %d", english.Count(len(m.Weights), "property", "properties"), comparison.Most)
	}
	for _, name := range m.Needs {
		if !slices.ContainsFunc(m.Weights, func(w Weights) bool { return w.Name == name }) {
			return fmt.Errorf("model: needs %q, which is none of its properties", name)
		}
	}
	for _, w := range m.Weights {
		if err := w.Kind.Check(); err != nil {
			return fmt.Errorf("model: property %s: %w", w.Name, err)
		}
		if len(w.Levels) != len(w.Kind.Levels()) {
			return fmt.Errorf("model: property %s: %s, %s has %d", w.Name, english.Count(len(w.Levels), "level", "levels"), english.A(string(w.Kind)), len(w.Kind.Levels()))
		}
		for _, l := range w.Levels {
			if !(l.M > 0 && l.M <= 1 && l.U > 0 && l.U <= 1) {
				return fmt.Errorf("model: property %s, level %q: m and u are probabilities above 0", w.Name, l.Name)
			}
		}
	}
	return nil
}

// usual is how the levels of a kind weigh where nothing was learnt: m and u.
func usual(k comparison.Kind) (m, u []float64) {
	switch k {
	case comparison.Person:
		return []float64{.60, .10, .12, .07, .06, .05}, []float64{.0005, .0003, .001, .004, .06, .9342}
	case comparison.Organisation:
		return []float64{.55, .12, .13, .08, .07, .05}, []float64{.0002, .0002, .0005, .002, .03, .9671}
	case comparison.Text:
		return []float64{.62, .08, .06, .05, .07, .12}, []float64{.02, .003, .005, .01, .05, .912}
	case comparison.Date:
		return []float64{.70, .08, .11, .03, .04, .04}, []float64{.00015, .004, .001, .02, .2, .77485}
	case comparison.Identifier:
		return []float64{.80, .08, .12}, []float64{.00001, .00001, .99998}
	case comparison.Phone:
		return []float64{.65, .03, .05, .27}, []float64{.00001, .00001, .00001, .99997}
	case comparison.Email:
		return []float64{.60, .10, .10, .05, .15}, []float64{.00001, .0001, .00001, .0005, .99938}
	case comparison.Postcode:
		return []float64{.60, .10, .12, .18}, []float64{.001, .001, .02, .978}
	case comparison.Code:
		return []float64{.93, .07}, []float64{.3, .7}
	case comparison.Exclusive:
		return []float64{.05, .9495, .0005}, []float64{.0475, .9025, .05}
	}
	return nil, nil
}

// rarities is how much being rarer than usual counts at the levels of a kind.
func rarities(k comparison.Kind) []float64 {
	switch k {
	case comparison.Person, comparison.Organisation, comparison.Text:
		return []float64{1, .8, .7, .6, .5, 0}
	case comparison.Identifier:
		return []float64{1, .5, 0}
	case comparison.Phone:
		return []float64{1, .5, .5, 0}
	case comparison.Email:
		return []float64{1, .5, .5, .5, 0}
	case comparison.Postcode:
		return []float64{1, .5, 0, 0}
	case comparison.Date:
		return []float64{1, 0, 0, 0, 0, 0}
	case comparison.Code:
		return []float64{1, 0}
	case comparison.Exclusive:
		return []float64{0, 0, 0}
	}
	return nil
}

// Default returns the model of some properties that nothing was learnt for.
func Default(schema string, properties []comparison.Property, rules []blocking.Rule) *Model {
	m := &Model{Version: Version, Schema: schema, Learnt: "nothing: values of experience", Prior: 0.0001, Things: 1.2, Rules: rules}
	for _, p := range properties {
		w := Weights{Property: p}
		ms, us := usual(p.Kind)
		for i, name := range p.Kind.Levels() {
			l := Level{Name: name, M: ms[i], U: us[i], Rarity: rarities(p.Kind)[i]}
			if l.Rarity > 0 {
				l.Usual = -math.Log2(l.U)
			}
			w.Levels = append(w.Levels, l)
		}
		m.Weights = append(m.Weights, w)
	}
	return m
}
