package main

import "math"

// planar turns a ring on the sphere, whose edges may cross the antimeridian
// and which may hold a pole, into rings on the plane between 180 degrees west
// and east, cut along the antimeridian.
func planar(ring []point) [][]point {
	flat := unwrap(ring)
	west, east := math.Inf(1), math.Inf(-1)
	for _, p := range flat {
		west, east = math.Min(west, p.lon), math.Max(east, p.lon)
	}
	var out [][]point
	for turn := math.Floor((west + 180) / 360); turn*360-180 < east; turn++ {
		part := cutAt(cutAt(flat, turn*360-180, 1), turn*360+180, -1)
		for i := range part {
			part[i].lon -= turn * 360
		}
		if len(part) >= 3 {
			out = append(out, part)
		}
	}
	return out
}

// unwrap lets longitudes run on beyond 180 degrees instead of jumping. A ring
// that does not come back to where it began goes round a pole (in a world of
// land, the south pole) and is closed along it.
func unwrap(ring []point) []point {
	out := make([]point, 0, len(ring)+2)
	turn := 0.0
	for i, p := range ring {
		if i > 0 {
			switch d := p.lon - ring[i-1].lon; {
			case d > 180:
				turn -= 360
			case d < -180:
				turn += 360
			}
		}
		out = append(out, point{p.lon + turn, p.lat})
	}
	if first, last := out[0], out[len(out)-1]; math.Abs(first.lon-last.lon) > 180 {
		out = append(out, point{last.lon, -90}, point{first.lon, -90})
	}
	return out
}

// cutAt keeps the part of a ring on one side of a meridian: east of it for
// sign 1, west for -1 (one step of Sutherland and Hodgman's clipping).
func cutAt(ring []point, lon, sign float64) []point {
	if len(ring) == 0 {
		return nil
	}
	var out []point
	last := ring[len(ring)-1]
	for _, p := range ring {
		in, was := (p.lon-lon)*sign >= 0, (last.lon-lon)*sign >= 0
		if in != was {
			f := (lon - last.lon) / (p.lon - last.lon)
			out = append(out, point{lon, last.lat + f*(p.lat-last.lat)})
		}
		if in {
			out = append(out, p)
		}
		last = p
	}
	return out
}
