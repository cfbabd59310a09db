package report

import (
	"slices"
	"strings"

	"skein/internal/handling"
)

// handlingInWords says what a label asks of its readers, in sentences; of a closed one also
// what closes it.
func handlingInWords(l handling.Label, closing []string) []string {
	if l.Closed() {
		out := "Closed: no agency may see this report for any purpose. "
		if l.Audience().IsNobody() {
			out += "The labels of what it is made of have no audience in common, or a part of it was never labelled."
		} else {
			out += "The labels of what it is made of allow no purpose in common."
		}
		return slices.Concat([]string{out}, closing, restrictions(l))
	}
	return append(access(l), restrictions(l)...)
}

// access says who may see what has a label, and for what, in sentences.
func access(l handling.Label) []string {
	var out []string
	if l.Audience().IsEverybody() {
		out = append(out, "Audience: everybody.")
	} else {
		out = append(out, "Audience: "+joined(l.Audience().Agencies())+" only.")
	}
	if purposes := l.Purposes(); len(purposes) < len(handling.EveryPurpose()) {
		out = append(out, "Purposes: "+joined(purposes)+" only.")
	}
	return out
}

// restrictions says what the codes and the free texts ask, and whose permission counts.
func restrictions(l handling.Label) []string {
	var out []string
	for _, c := range l.Codes() {
		if c != handling.H3 {
			out = append(out, c.String()+": "+c.Words()+".")
		}
	}
	for _, r := range l.Restrictions() {
		out = append(out, handling.H3.String()+": "+strings.TrimSuffix(r, ".")+".")
	}
	asks := func(ch handling.Channel) bool { return l.Permits(ch) == handling.NeedsPermission }
	if owners := l.Owners(); len(owners) > 0 && slices.ContainsFunc(handling.Channels(), asks) {
		out = append(out, "Permission is given by "+joined(owners)+".")
	}
	return out
}

// marking is the short form that stands on every page.
func marking(l handling.Label) string {
	var parts []string
	if l.Closed() {
		parts = append(parts, "CLOSED")
	}
	parts = append(parts, l.Classification().String())
	for _, c := range l.Codes() {
		parts = append(parts, c.String())
	}
	if l.TLP() != handling.TLPNotStated {
		parts = append(parts, l.TLP().String())
	}
	if l.PAP() != handling.PAPNotStated {
		parts = append(parts, l.PAP().String())
	}
	return strings.Join(parts, " · ")
}

func joined[T handling.Agency | handling.Purpose](list []T) string {
	out := make([]string, len(list))
	for i, v := range list {
		switch v := any(v).(type) {
		case handling.Agency:
			out[i] = string(v)
		case handling.Purpose:
			out[i] = v.String()
		}
	}
	return strings.Join(out, ", ")
}
