package handling

import (
	"slices"
	"strings"
)

// set is a sorted set of strings in one comparable string, its members separated by
// separator. The zero set is empty.
type set string

// separator occurs in no agency code and in no restriction text.
const separator = "\x00"

func newSet(members []string) set {
	sorted := slices.Clone(members)
	slices.Sort(sorted)
	return set(strings.Join(slices.Compact(sorted), separator))
}

func (s set) members() []string {
	if s == "" {
		return nil
	}
	return strings.Split(string(s), separator)
}

func (s set) has(member string) bool {
	for m := range strings.SplitSeq(string(s), separator) {
		if m == member {
			return member != ""
		}
	}
	return false
}

func (s set) union(t set) set {
	switch {
	case s == t || t == "":
		return s
	case s == "":
		return t
	}
	return newSet(append(s.members(), t.members()...))
}

func (s set) intersection(t set) set {
	if s == t {
		return s
	}
	return newSet(slices.DeleteFunc(s.members(), func(m string) bool { return !t.has(m) }))
}

// within reports whether t holds every member of s.
func (s set) within(t set) bool {
	for _, m := range s.members() {
		if !t.has(m) {
			return false
		}
	}
	return true
}

// Audience is who may see: everybody, or the agencies of a set. The zero Audience is
// nobody. It is immutable and comparable.
type Audience struct {
	all   bool
	names set // empty where all
}

// Everybody returns the audience without restriction.
func Everybody() Audience { return Audience{all: true} }

// Only returns the audience of the given agencies; of none, nobody.
func Only(agencies ...Agency) Audience { return Audience{names: agencySet(agencies)} }

// IsEverybody reports whether the audience is without restriction.
func (a Audience) IsEverybody() bool { return a.all }

// IsNobody reports whether no agency at all may see.
func (a Audience) IsNobody() bool { return a == Audience{} }

// Agencies returns the members in order, nil for everybody and for nobody.
func (a Audience) Agencies() []Agency { return agencies(a.names) }

// Has reports whether agency belongs to the audience.
func (a Audience) Has(agency Agency) bool { return a.all || a.names.has(string(agency)) }

func (a Audience) intersection(b Audience) Audience {
	switch {
	case a.all:
		return b
	case b.all:
		return a
	}
	return Audience{names: a.names.intersection(b.names)}
}

// within reports whether everybody in a is in b.
func (a Audience) within(b Audience) bool {
	return b.all || !a.all && a.names.within(b.names)
}

// String returns "everybody", "nobody", or the agencies separated by commas.
func (a Audience) String() string {
	switch {
	case a.all:
		return strings.ToLower(everybody)
	case a.IsNobody():
		return strings.ToLower(nobody)
	}
	return strings.Join(a.names.members(), ",")
}

func agencySet(list []Agency) set {
	names := make([]string, len(list))
	for i, a := range list {
		names[i] = string(a)
	}
	return newSet(names)
}

func agencies(s set) []Agency {
	var out []Agency
	for _, m := range s.members() {
		out = append(out, Agency(m))
	}
	return out
}
