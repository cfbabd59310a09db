package geo

import (
	"fmt"
	"math"
)

// Metres is a length on the ground.
type Metres float64

const (
	// Kilometre is 1000 m.
	Kilometre Metres = 1000
	// NauticalMile is the international nautical mile (1929), 1852 m.
	NauticalMile Metres = 1852
	// EarthRadius is the mean radius R1 = (2a+b)/3 of the GRS 80 ellipsoid as
	// adopted by the IUGG (Moritz, Geodetic Reference System 1980, Journal of
	// Geodesy 74, 2000), rounded for WGS 84.
	EarthRadius Metres = 6_371_008.8
)

// Kilometres returns m in kilometres.
func (m Metres) Kilometres() float64 { return float64(m / Kilometre) }

// NauticalMiles returns m in international nautical miles.
func (m Metres) NauticalMiles() float64 { return float64(m / NauticalMile) }

// String returns m with its unit: whole metres below a kilometre, else
// kilometres with one decimal.
func (m Metres) String() string {
	if math.Abs(float64(m)) < 999.5 {
		return fmt.Sprintf("%.0f m", float64(m))
	}
	return fmt.Sprintf("%.1f km", m.Kilometres())
}

// Distance returns the great-circle distance between a and b by the haversine
// formula (Sinnott, Virtues of the Haversine, Sky and Telescope 68, 1984) on a
// sphere of [EarthRadius]. It is NaN, and so neither near nor far, if either
// point is invalid.
func Distance(a, b Point) Metres {
	if !a.set || !b.set {
		return Metres(math.NaN())
	}
	sinLat := math.Sin(radians(b.lat-a.lat) / 2)
	sinLon := math.Sin(radians(b.lon-a.lon) / 2)
	h := sinLat*sinLat + math.Cos(radians(a.lat))*math.Cos(radians(b.lat))*sinLon*sinLon
	// Rounding can lift h over 1 for antipodes.
	return 2 * EarthRadius * Metres(math.Asin(math.Sqrt(min(h, 1))))
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
