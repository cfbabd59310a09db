// Package network counts who works in migrant smuggling together with whom: the
// suspects, the networks that sources name, and communications.
//
// Figures
//
//	suspects.*         Person: counts and shares by role, tier, nationality and the like
//	networks.*         Network and Membership: sizes, tiers and countries
//	communications.*   Call, Message and UnknownLink: ends, ties and their weight
//
// Only persons held as suspect or convicted are in suspects.* and networks.*. A
// person whom any record holds as victim, witness, informant or contact is in
// none of them, whatever other records say (column.Table.Category). The numbers
// of communications count phones, accounts and persons alike, name nobody and
// rank nobody.
//
// The networks of these figures are those that sources report. TiesOf and Communities find
// networks by who is tied to whom; no figure rests on them yet.
package network

import (
	"slices"

	"skein/internal/column"
	"skein/internal/figure"
)

const rankedWords = "persons held as suspect or convicted, and in no record as victim, witness, informant or contact"

// Figures returns the figures of the suspects, networks and communications of a
// case.
func Figures(set *column.Set) []figure.Figure {
	return slices.Concat(suspects(set), networks(set), communications(set))
}

// ranked returns whether a person may be in a figure of this package.
func ranked(t *column.Table) func(row int) bool {
	return func(row int) bool { return t.Category(row).Ranked() }
}
