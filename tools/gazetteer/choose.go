package main

import (
	"slices"
	"strings"
)

// region holds the countries where also small places are taken: those of
// Europe, and those on the ways there, from West Africa, the Sahel, the Horn and
// North Africa, from the Middle East to Pakistan, and Bangladesh.
var region = strings.Fields(`
	ad al at ax ba be bg by ch cy cz de dk ee es fi fo fr gb gg gi gr hr hu ie im
	is it je li lt lu lv mc md me mk mt nl no pl pt ro rs se si sj sk sm ua va xk

	tr am az ge
	ae af bh il iq ir jo kw lb om pk ps qa sa sy ye
	bd

	dz eg eh ly ma tn
	bf ml mr ne sd ss td
	dj er et ke so
	bj ci cm cv gh gm gn gw lr ng sl sn tg`)

// russiaTo is the longitude, in the source's units, up to which Russia belongs to
// the region: its borders with Europe, and Moscow.
const russiaTo = 40 * perDegree

// leftOut are abandoned, historical and destroyed places, and sections of a place.
var leftOut = []string{"PPLQ", "PPLH", "PPLCH", "PPLW", "PPLX"}

func choose(all []place) []place {
	var out []place
	for _, p := range all {
		if wanted(p) {
			out = append(out, p)
		}
	}
	return out
}

func wanted(p place) bool {
	switch {
	case slices.Contains(leftOut, p.feature):
		return false
	case p.population >= 15_000, p.feature == "PPLC", p.feature == "PPLA":
		return true
	case !inRegion(p):
		return false
	}
	return p.population >= 2_000 || p.feature == "PPLA2" || p.feature == "PPLA3" && p.population == 0
}

func inRegion(p place) bool {
	return slices.Contains(region, p.country) || p.country == "ru" && p.lon < russiaTo
}
