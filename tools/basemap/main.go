// Command basemap makes internal/report/basemap/world.bin, the land outline
// and country borders under Skein's maps.
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	cd tools && go run ./basemap ../package/countries-10m.json ../internal/report/basemap/world.bin
//
// # Source
//
// The npm package world-atlas 2.0.2 (ISC licence) holds Natural Earth's 1:10m
// Admin 0 countries (version 4.1) as TopoJSON. Natural Earth is in the public
// domain. The 1:10m file is used, not the 1:50m one, because Lampedusa and
// Linosa are only in the former. Farmakonisi, Agathonisi and Kastellorizo are
// in neither.
//
// # Method
//
// In TopoJSON, a line between two junctions is one arc, shared by everything
// that it bounds. Each arc is simplified on its own with its ends fixed
// (Visvalingam and Whyatt, "Line generalisation by repeated elimination of
// points", The Cartographic Journal 30(1), 1993), so that neighbours keep one
// common line and borders still meet the coast. The least triangle kept is
// counted in square kilometres and grows outside the regions where this
// product's maps are drawn (see tolerance). Rings smaller than a least area are
// dropped, coordinates are rounded to 1/200 degree, and the result is written
// in the format that the package comment of internal/report/basemap defines.
//
// Borders are Natural Earth's: they follow who controls the ground. Lines that
// are disputed or not finally settled are marked so that maps can draw them
// broken (see unsettled.go). Outlines of leased bases are left out.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: basemap COUNTRIES.json WORLD.bin")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "basemap:", err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	data, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	topo, err := readTopology(data)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	world, err := build(topo)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	bin := encode(world)
	fmt.Printf("%d rings, %d borders, %d points, %d bytes\n",
		len(world.rings), len(world.borders), world.points(), len(bin))
	return os.WriteFile(out, bin, 0o644)
}
