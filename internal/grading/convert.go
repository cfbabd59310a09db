package grading

import (
	"fmt"
	"strings"
)

// Conversion is a grade carried into another scheme, with the original beside it.
type Conversion struct {
	From, To Grade
	// Lossy is true for every change of scheme: the halves of two schemes never
	// mean quite the same. It is false where nothing was converted.
	Lossy bool
	// Note says what the conversion loses or adds, for the reader of the new code.
	Note string
}

// Convert carries g into scheme to by the tables of this file, a row for each half
// of the code. It returns ErrNoEquivalent, with the reason, where a half has no
// honest equivalent; then To is Ungraded and From is kept. Within its own scheme a
// grade converts to itself, and Ungraded is ungraded everywhere. The handling letter
// of 3x5x2 does not travel; the Note says so.
func (g Grade) Convert(to Scheme) (Conversion, error) {
	c := Conversion{From: g}
	if to < Europol4x4 || to > UK3x5x2 {
		return c, fmt.Errorf("%w: %d", ErrScheme, to)
	}
	if g.IsUngraded() || g.scheme == to {
		c.To = g
		return c, nil
	}
	sources, informations := conversionRows(g.scheme, to)
	source := find(sources, g.source)
	information := find(informations, g.information)
	c.Lossy = true
	c.Note = joinNotes(source.note, information.note)
	for _, half := range []row{source, information} {
		if half.to == 0 {
			return c, fmt.Errorf("%w: %s in %s: %s", ErrNoEquivalent, g, to, half.note)
		}
	}
	if g.handling != 0 {
		c.Note = joinNotes(c.Note, "the handling letter "+string(g.handling)+" is not carried over")
	}
	c.To = Grade{scheme: to, source: source.to, information: information.to}
	return c, nil
}

func joinNotes(notes ...string) string {
	var out []string
	for _, n := range notes {
		if n != "" {
			out = append(out, n)
		}
	}
	return strings.Join(out, "; ")
}

// row is one line of a conversion table. to is 0 where there is no equivalent.
type row struct {
	from, to byte
	note     string
}

func find(rows []row, from byte) row {
	for _, r := range rows {
		if r.from == from {
			return r
		}
	}
	return row{from: from, note: "not in the table"}
}

// conversionRows returns the tables of the two halves. A reading that the target's
// words would overstate is refused or goes to the weaker code; unknown goes to
// unknown and nowhere else.
func conversionRows(from, to Scheme) (sources, informations []row) {
	switch {
	case from == Europol4x4 && to == Admiralty6x6:
		return europolToAdmiralty()
	case from == Europol4x4 && to == UK3x5x2:
		return europolToUK()
	case from == Admiralty6x6 && to == Europol4x4:
		return admiraltyToEuropol()
	case from == Admiralty6x6 && to == UK3x5x2:
		return admiraltyToUK()
	case from == UK3x5x2 && to == Europol4x4:
		return ukToEuropol()
	case from == UK3x5x2 && to == Admiralty6x6:
		return ukToAdmiralty()
	}
	return nil, nil
}

func europolToAdmiralty() (sources, informations []row) {
	sources = []row{
		{'A', 'A', ""},
		{'B', 'B', ""},
		{'C', 'D', ""},
		{'X', 'F', ""},
	}
	informations = []row{
		{'1', '1', "4x4 does not say that another source confirmed it"},
		{'2', 0, "first-hand knowledge says nothing about truth"},
		{'3', 0, "4x4 does not say whether the corroboration is independent"},
		{'4', '6', "that it is hearsay is lost"},
	}
	return sources, informations
}

func europolToUK() (sources, informations []row) {
	sources = []row{
		{'A', '1', "the distinction between A and B is lost"},
		{'B', '1', "the distinction between A and B is lost"},
		{'C', '3', ""},
		{'X', '2', ""},
	}
	informations = []row{
		{'1', 0, "that accuracy is not in doubt says nothing about how it is known"},
		{'2', 'A', ""},
		{'3', 'B', ""},
		{'4', 'C', "that it cannot be corroborated is lost"},
	}
	return sources, informations
}

func admiraltyToEuropol() (sources, informations []row) {
	sources = []row{
		{'A', 'A', ""},
		{'B', 'B', ""},
		{'C', 0, "4x4 has nothing between reliable and unreliable in most instances"},
		{'D', 'C', ""},
		{'E', 'C', "the distinction between D and E is lost"},
		{'F', 'X', ""},
	}
	informations = []row{
		{'1', '1', "that another source confirmed it is lost"},
		{'2', 0, "a probability says nothing about how it is known"},
		{'3', 0, "a probability says nothing about how it is known"},
		{'4', 0, "a probability says nothing about how it is known"},
		{'5', 0, "4x4 has no code for what is thought false"},
		{'6', '4', "6 does not say that it is hearsay"},
	}
	return sources, informations
}

func admiraltyToUK() (sources, informations []row) {
	sources = []row{
		{'A', '1', "the distinction between A and B is lost"},
		{'B', '1', "the distinction between A and B is lost"},
		{'C', 0, "3x5x2 has nothing between reliable and not reliable but untested"},
		{'D', '3', "the distinction between D and E is lost"},
		{'E', '3', "the distinction between D and E is lost"},
		{'F', '2', ""},
	}
	informations = []row{
		{'1', 0, "a confirmation says nothing about how the source knows"},
		{'2', 0, "a probability says nothing about how the source knows"},
		{'3', 0, "a probability says nothing about how the source knows"},
		{'4', 0, "a probability says nothing about how the source knows"},
		{'5', 'E', "improbable is read as suspected to be false"},
		{'6', 'D', ""},
	}
	return sources, informations
}

func ukToEuropol() (sources, informations []row) {
	sources = []row{
		{'1', 'B', "reliable may have been A"},
		{'2', 'X', ""},
		{'3', 'C', ""},
	}
	informations = []row{
		{'A', '2', ""},
		{'B', '3', ""},
		{'C', '4', "C does not say that it cannot be corroborated"},
		{'D', '4', "D does not say that it is hearsay"},
		{'E', 0, "4x4 has no code for what is thought false"},
	}
	return sources, informations
}

func ukToAdmiralty() (sources, informations []row) {
	sources = []row{
		{'1', 'B', "reliable may have been A"},
		{'2', 'F', ""},
		{'3', 'D', "not reliable may have been E"},
	}
	informations = []row{
		{'A', 0, "direct knowledge says nothing about truth"},
		{'B', 0, "3x5x2 does not say whether the corroboration is independent"},
		{'C', 0, "indirect knowledge says nothing about truth"},
		{'D', '6', ""},
		{'E', '5', "suspected to be false is read as improbable"},
	}
	return sources, informations
}
