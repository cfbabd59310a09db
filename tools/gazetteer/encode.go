package main

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

const (
	magic = "SKGZ\x01"
	units = 10_000 // per degree: 11 m
)

// encode writes the format of internal/place/gazetteer. It sorts the places.
func encode(places []place) []byte {
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.admin, b.admin), cmp.Compare(a.id, b.id))
	})
	divisions := byDivision(places)
	out := []byte(magic)
	out = binary.AppendUvarint(out, units)
	out = binary.AppendUvarint(out, uint64(len(divisions)))
	for _, division := range divisions {
		out = append(out, division[0].country...)
		out = appendText(out, division[0].admin)
		out = binary.AppendUvarint(out, uint64(len(division)))
		var id uint32
		var lat, lon int64
		for _, p := range division {
			out = binary.AppendUvarint(out, uint64(p.id-id))
			out = appendText(out, p.name)
			out = binary.AppendVarint(out, unit(p.lat)-lat)
			out = binary.AppendVarint(out, unit(p.lon)-lon)
			out = binary.AppendUvarint(out, uint64(p.population))
			id, lat, lon = p.id, unit(p.lat), unit(p.lon)
		}
	}
	return out
}

// byDivision parts sorted places where the country or the division changes.
func byDivision(sorted []place) [][]place {
	var out [][]place
	for i, p := range sorted {
		if i == 0 || p.country != sorted[i-1].country || p.admin != sorted[i-1].admin {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], p)
	}
	return out
}

func unit(v int64) int64 { return int64(math.Round(float64(v) * units / perDegree)) }

func appendText(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}
