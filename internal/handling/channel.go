package handling

import "fmt"

// Channel is a way in which something leaves the store. The zero value is none.
type Channel uint8

// The channels.
const (
	View          Channel = iota + 1 // shown to a user of the system who belongs to the audience
	CourtExport                      // written out for judicial proceedings
	Dissemination                    // sent to an agency or partner
	PublicEdition                    // figures, after disclosure control, for everybody
)

// Channels lists the channels.
func Channels() []Channel { return []Channel{View, CourtExport, Dissemination, PublicEdition} }

// String returns the channel's name.
func (c Channel) String() string {
	switch c {
	case View:
		return "view"
	case CourtExport:
		return "court export"
	case Dissemination:
		return "dissemination"
	case PublicEdition:
		return "public edition"
	}
	return "none"
}

// Decision is what a label says of a channel. Decisions are ordered: the strictest
// of several holds. The zero value is none.
type Decision uint8

// The decisions, from the mildest to the strictest.
const (
	Allowed         Decision = iota + 1
	NeedsPermission          // of every owner, for a named recipient and scope
	Refused                  // no permission helps: the owner would have to label it anew
)

// String returns the decision's words.
func (d Decision) String() string {
	switch d {
	case Allowed:
		return "allowed"
	case NeedsPermission:
		return "needs the owner's permission"
	case Refused:
		return "refused"
	}
	return "none"
}

// Permits returns what the label says of the channel. It speaks of the channel alone:
// whether a certain agency belongs to the audience, and whether its purpose is allowed,
// is for Audience and Serves. An unknown channel is refused.
func (l Label) Permits(ch Channel) Decision {
	decision := Allowed
	for _, r := range l.rulings(ch) {
		decision = max(decision, r.decision)
	}
	return decision
}

// Reasons returns what stands in the channel's way, in a fixed order: one line for
// each part of the label that asks for permission or refuses. It is empty exactly
// where Permits returns Allowed.
func (l Label) Reasons(ch Channel) []string {
	var out []string
	for _, r := range l.rulings(ch) {
		if r.decision != Allowed {
			out = append(out, fmt.Sprintf("%s: %s", r.part, r.decision))
		}
	}
	return out
}

type ruling struct {
	part     string
	decision Decision
}

func (l Label) rulings(ch Channel) []ruling {
	if ch < View || ch > PublicEdition {
		return []ruling{{"channel", Refused}}
	}
	out := []ruling{}
	if l.Closed() {
		out = append(out, ruling{"audience=" + l.audience.String() + " purposes=" + purposesText(l.Purposes()), Refused})
	}
	for _, c := range l.Codes() {
		out = append(out, ruling{c.String(), codeRuling(c, ch)})
	}
	out = append(out,
		ruling{l.classification.String(), classificationRuling(l.classification, ch)},
		ruling{l.tlp.String(), tlpRuling(l.tlp, ch)})
	if ch == PublicEdition && !l.audience.IsEverybody() && !l.audience.IsNobody() {
		out = append(out, ruling{"audience=" + l.audience.String(), NeedsPermission})
	}
	return out
}

// codeRuling is the table of codes and channels. H0 binds the use, and preventing
// crime is what all four channels serve. H1 and H2 name the channel they close; a
// public edition can be read out in court and is a dissemination, and a court export
// is a dissemination too. H3 is free text that only its owner can weigh; a viewer
// acknowledges it.
//
//	     view     court export  dissemination  public edition
//	H0   allowed  allowed       allowed        allowed
//	H1   allowed  permission    allowed        permission
//	H2   allowed  permission    permission     permission
//	H3   allowed  permission    permission     permission
func codeRuling(c Code, ch Channel) Decision {
	switch {
	case c == H0 || ch == View || c == H1 && ch == Dissemination:
		return Allowed
	}
	return NeedsPermission
}

// classificationRuling lets classified information out of the house by its
// originator's consent only, and from CONFIDENTIAL never to the public: for that it
// has to be declassified, which is a new label.
func classificationRuling(c Classification, ch Channel) Decision {
	switch {
	case c == Unclassified || ch == View:
		return Allowed
	case ch == PublicEdition && c >= Confidential:
		return Refused
	case ch == Dissemination && c == Restricted:
		return Allowed
	}
	return NeedsPermission
}

// tlpRuling follows TLP 2.0: CLEAR is for the public, RED for those it was given to
// and nobody else. In between it limits circles that the audience spells out, so it
// asks for permission where the channel leaves them.
func tlpRuling(t TLP, ch Channel) Decision {
	switch {
	case t <= TLPClear || ch == View:
		return Allowed
	case t == TLPRed && ch == PublicEdition:
		return Refused
	case t == TLPRed || ch == PublicEdition || ch == CourtExport:
		return NeedsPermission
	case t == TLPAmberStrict:
		return NeedsPermission
	}
	return Allowed
}
