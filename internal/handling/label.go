package handling

import (
	"fmt"
	"slices"
)

// Label says how something is to be handled. See the package comment. The zero Label
// is closed: nobody may see what carries it. Labels come from Public, New, Parse and
// Join; all of these are valid.
type Label struct {
	owners         set
	codes          small // of Code; holds H3 exactly where there are restrictions
	restrictions   set
	classification Classification
	tlp            TLP
	pap            PAP
	audience       Audience
	purposes       small // of Purpose
}

// Spec lists the parts of a label for New. The zero Audience is nobody and no
// Purposes is none, so that what is left out closes the label.
type Spec struct {
	Owners         []Agency
	Codes          []Code   // H3 may be left out: Restrictions imply it
	Restrictions   []string // the texts of H3
	Classification Classification
	TLP            TLP
	PAP            PAP
	Audience       Audience
	Purposes       []Purpose
}

// New returns the label of spec. An H3 without a text is ErrText, an agency that
// ParseAgency would change or refuse ErrAgency, a value off its scale ErrSyntax. A
// label that needs permission in some channel names whom to ask, otherwise ErrOwner.
func New(spec Spec) (Label, error) {
	if err := checkScales(spec); err != nil {
		return Label{}, err
	}
	for _, a := range slices.Concat(spec.Owners, spec.Audience.Agencies()) {
		if code, err := ParseAgency(string(a)); err != nil || code != a {
			return Label{}, fmt.Errorf("%w: %q", ErrAgency, string(a))
		}
	}
	var texts []string
	for _, r := range spec.Restrictions {
		text, err := restrictionText(r)
		if err != nil {
			return Label{}, err
		}
		texts = append(texts, text)
	}
	codes := setOf(spec.Codes)
	if len(texts) > 0 {
		codes = codes.with(uint8(H3))
	} else if codes.has(uint8(H3)) {
		return Label{}, fmt.Errorf("%w: H3 without its text", ErrText)
	}
	l := Label{
		owners:         agencySet(spec.Owners),
		codes:          codes,
		restrictions:   newSet(texts),
		classification: spec.Classification,
		tlp:            spec.TLP,
		pap:            spec.PAP,
		audience:       spec.Audience,
		purposes:       setOf(spec.Purposes),
	}
	if err := l.checkOwner(); err != nil {
		return Label{}, err
	}
	return l, nil
}

// checkOwner returns ErrOwner where a channel asks for permission and nobody could
// give it. Join keeps to this rule by itself: a label without an owner asks for no
// permission or is closed, and joins of such labels are so too.
func (l Label) checkOwner() error {
	if l.owners != "" {
		return nil
	}
	for _, ch := range Channels() {
		if l.Permits(ch) == NeedsPermission {
			return fmt.Errorf("%w: %s", ErrOwner, l)
		}
	}
	return nil
}

func checkScales(spec Spec) error {
	if spec.Classification > TopSecret || spec.TLP > TLPRed || spec.PAP > PAPRed {
		return fmt.Errorf("%w: classification %d, TLP %d, PAP %d", ErrSyntax, spec.Classification, spec.TLP, spec.PAP)
	}
	for _, c := range spec.Codes {
		if c < H0 || c > H3 {
			return fmt.Errorf("%w: code %d", ErrSyntax, c)
		}
	}
	for _, p := range spec.Purposes {
		if p < CrossChecking || p > Exchange {
			return fmt.Errorf("%w: purpose %d", ErrSyntax, p)
		}
	}
	return nil
}

// Public returns the widest label, the identity of Join.
func Public() Label {
	return Label{audience: Everybody(), purposes: setOf(EveryPurpose())}
}

// Owners returns the agencies whose permission counts, in order.
func (l Label) Owners() []Agency { return agencies(l.owners) }

// Codes returns the handling codes, in order.
func (l Label) Codes() []Code {
	return slices.DeleteFunc(Codes(), func(c Code) bool { return !l.Has(c) })
}

// Has reports whether the label carries the code.
func (l Label) Has(c Code) bool { return l.codes.has(uint8(c)) }

// Restrictions returns the texts of H3, in order. Whoever sees the material
// acknowledges them first.
func (l Label) Restrictions() []string { return l.restrictions.members() }

// Classification returns the classification.
func (l Label) Classification() Classification { return l.classification }

// TLP returns the Traffic Light Protocol's label.
func (l Label) TLP() TLP { return l.tlp }

// PAP returns the Permissible Actions Protocol's label.
func (l Label) PAP() PAP { return l.pap }

// Audience returns who may see.
func (l Label) Audience() Audience { return l.audience }

// Purposes returns the purposes that the label allows, in order.
func (l Label) Purposes() []Purpose {
	return slices.DeleteFunc(EveryPurpose(), func(p Purpose) bool { return !l.Serves(p) })
}

// Serves reports whether the label allows the purpose.
func (l Label) Serves(p Purpose) bool { return l.purposes.has(uint8(p)) }

// Closed reports whether no agency may see, or for no purpose: the label of something
// unlabelled, or the join of labels with nothing in common.
func (l Label) Closed() bool { return l.audience.IsNobody() || l.purposes == 0 }

// Join returns the label of what is made of a and b. It is associative, commutative
// and idempotent; Public() is its identity.
func Join(a, b Label) Label {
	if a == b {
		return a
	}
	return Label{
		owners:         a.owners.union(b.owners),
		codes:          a.codes | b.codes,
		restrictions:   a.restrictions.union(b.restrictions),
		classification: max(a.classification, b.classification),
		tlp:            max(a.tlp, b.tlp),
		pap:            max(a.pap, b.pap),
		audience:       a.audience.intersection(b.audience),
		purposes:       a.purposes & b.purposes,
	}
}

// JoinAll returns the join of all labels, Public() where there are none: what is made
// of nothing gives nothing away.
func JoinAll(labels ...Label) Label {
	out := Public()
	for _, l := range labels {
		out = Join(out, l)
	}
	return out
}

// Wider reports whether a permits something that b forbids: it lacks an owner, a code
// or a restriction of b, stands lower on a scale, or admits an agency or a purpose
// that b does not. Two labels may each be wider than the other.
func Wider(a, b Label) bool {
	return !b.owners.within(a.owners) ||
		!b.codes.within(a.codes) ||
		!b.restrictions.within(a.restrictions) ||
		a.classification < b.classification || a.tlp < b.tlp || a.pap < b.pap ||
		!a.audience.within(b.audience) ||
		!a.purposes.within(b.purposes)
}
