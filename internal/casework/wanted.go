package casework

import "skein/internal/network"

// Wanted is the report section of a case file, with the claims' text in
// place of their file. It is kept beside the case.
type Wanted struct {
	Title    string      `yaml:"title"`
	Subtitle string      `yaml:"subtitle,omitempty"`
	Edition  string      `yaml:"edition,omitempty"`
	Claims   string      `yaml:"claims,omitempty"`
	Map      *MapWanted  `yaml:"map,omitempty"`
	Ties     *TieWeights `yaml:"ties,omitempty"`

	TierMargin *float64 `yaml:"tier_margin,omitempty"` // percentage points; nil: the usual ones
}

// Network returns how networks are found and what is assessed of them.
func (w *Wanted) Network() *network.Settings {
	out := network.UsualSettings()
	if t := w.Ties.Weights(); t != nil {
		out.Ties = *t
	}
	if w.TierMargin != nil {
		out.TierMargin = *w.TierMargin / 100
	}
	return &out
}

// TieWeights is how ties among suspects weigh; what is left out weighs as usual.
type TieWeights struct {
	Member      *float64 `yaml:"member,omitempty"`
	Call        *float64 `yaml:"call,omitempty"`
	Known       *float64 `yaml:"known,omitempty"`
	Event       *float64 `yaml:"event,omitempty"`
	Paid        *float64 `yaml:"paid,omitempty"`
	Unconfirmed *float64 `yaml:"unconfirmed,omitempty"`
	Origins     *float64 `yaml:"origins,omitempty"`
	HalfLife    *float64 `yaml:"half_life_years,omitempty"`
}

// Weights returns the weights, nil for the usual ones.
func (t *TieWeights) Weights() *network.Weights {
	if t == nil {
		return nil
	}
	w := network.UsualWeights()
	for _, set := range []struct{ at, told *float64 }{
		{&w.Member, t.Member},
		{&w.Call, t.Call},
		{&w.Known, t.Known},
		{&w.Event, t.Event},
		{&w.Paid, t.Paid},
		{&w.Unconfirmed, t.Unconfirmed},
		{&w.Origins, t.Origins},
		{&w.HalfLife, t.HalfLife},
	} {
		if set.told != nil {
			*set.at = *set.told
		}
	}
	return &w
}

// MapWanted is what the report's map shows, in degrees.
type MapWanted struct {
	West  float64 `yaml:"west"`
	South float64 `yaml:"south"`
	East  float64 `yaml:"east"`
	North float64 `yaml:"north"`
}
