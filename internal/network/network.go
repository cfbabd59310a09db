// Package network counts who works in migrant smuggling together with whom: the
// suspects, the networks that sources name, and communications.
//
// Figures
//
//	suspects.*         Person: counts and shares by role, tier, nationality and the like
//	networks.*         Network and Membership: sizes, tiers and countries
//	networks.detected.*         the same, of groups that ties make
//	networks.concentration_*    Trip: how few networks have the market
//	communications.*   Call and Message: ends, ties and their weight
//
// Only persons held as suspect or convicted are in suspects.* and networks.*. A
// person whom any record holds as victim, witness, informant or contact is in
// none of them, whatever other records say (column.Table.Category). The numbers
// of communications count phones, accounts and persons alike, name nobody and
// rank nobody.
//
// The networks of networks.detected.* are those that ties among suspects make (Find), by
// persons as resolution has them; the others are those that sources report, by key.
package network

import (
	"context"
	"slices"

	"skein/internal/column"
	"skein/internal/figure"
)

const rankedWords = "persons recorded as suspect or convicted, and in no record as victim, witness, informant or contact"

// Figures returns the figures of the suspects, networks and communications of a case.
// Entity has the entity of each row of the table of persons; nil is each row by itself.
func Figures(ctx context.Context, set *column.Set, entity []uint32, s Settings) ([]figure.Figure, error) {
	found, err := Find(ctx, set, entity, s)
	if err != nil {
		return nil, err
	}
	players, err := found.keyPlayers(ctx, set)
	if err != nil {
		return nil, err
	}
	leaders, err := found.leaders(ctx, set)
	if err != nil {
		return nil, err
	}
	dynamics, err := found.dynamics(ctx, set)
	if err != nil {
		return nil, err
	}
	chance, err := found.beyondChance(ctx, set)
	if err != nil {
		return nil, err
	}
	return slices.Concat(suspects(set), networks(set), communications(set), concentration(set), found.detected(set), found.compared(set), dynamics, []figure.Figure{leaders, players, chance}), nil
}

// seed is that of every draw behind a figure.
const seed = 1

// ranked returns whether a person may be in a figure of this package.
func ranked(t *column.Table) func(row int) bool {
	return func(row int) bool { return t.Category(row).Ranked() }
}

// rankedEntities returns whether the person of a row may be in a detected network: no record
// of the person, under whatever key, is of a victim, witness, informant or contact.
func rankedEntities(t *column.Table, entity []uint32) func(row int) bool {
	keep := ranked(t)
	protected := map[uint32]bool{}
	for row, e := range entity {
		if !keep(row) {
			protected[e] = true
		}
	}
	return func(row int) bool { return !protected[entity[row]] }
}
