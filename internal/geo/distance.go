package geo

import "math"

// Metres is a length on the ground.
type Metres float64

// EarthRadius is the mean radius R1 = (2a + b)/3 of the IUGG, with the axes of
// WGS 84 (Moritz, "Geodetic Reference System 1980", Journal of Geodesy 74, 2000).
const EarthRadius Metres = 6_371_008.8

// Distance returns the length of the great circle between two points on a
// sphere of [EarthRadius], or NaN if either is invalid. It is within 0.6 per
// cent of the length on the ellipsoid. The formula is the haversine, which
// stays exact for near points (Sinnott, "Virtues of the haversine", Sky and
// Telescope 68(2), 1984).
func Distance(a, b Point) Metres {
	lat1, lat2 := radians(a.Lat()), radians(b.Lat())
	h := hav(lat2-lat1) + math.Cos(lat1)*math.Cos(lat2)*hav(radians(b.Lon())-radians(a.Lon()))
	return 2 * EarthRadius * Metres(math.Asin(math.Sqrt(min(1, h)))) // rounding may pass 1 at antipodes
}

func hav(angle float64) float64 {
	s := math.Sin(angle / 2)
	return s * s
}

func radians(degrees float64) float64 { return degrees * (math.Pi / 180) }
