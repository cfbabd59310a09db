package basemap

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrFormat is wrapped by every error of Decode.
var ErrFormat = errors.New("basemap: malformed outline")

const magic = "SKBM\x01"

// limits on what a file may claim, in points; the real file has a tenth of it.
const maxPoints = 1 << 20

// Decode reads the format of the package comment. It never allocates more than
// the data can fill.
func Decode(data []byte) ([]Ring, []Line, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, nil, fmt.Errorf("%w: no %q at the start", ErrFormat, magic)
	}
	d := &decoder{rest: data[len(magic):]}
	d.perDegree = float64(d.count(1 << 20))
	if d.err == nil && d.perDegree == 0 {
		d.fail("no units per degree")
	}
	var rings []Ring
	for n := d.count(maxPoints); n > 0 && d.err == nil; n-- {
		points, flag := d.line(3)
		if flag {
			d.fail("flag on a ring")
		}
		rings = append(rings, Ring{Points: points, Bounds: bounds(points)})
	}
	d.x, d.y = 0, 0
	var lines []Line
	for n := d.count(maxPoints); n > 0 && d.err == nil; n-- {
		points, flag := d.line(2)
		lines = append(lines, Line{Points: points, Bounds: bounds(points), Unsettled: flag})
	}
	if d.err == nil && len(d.rest) > 0 {
		d.fail("%d bytes after the end", len(d.rest))
	}
	if d.err != nil {
		return nil, nil, d.err
	}
	return rings, lines, nil
}

// decoder keeps the first error; after it every read gives zero.
type decoder struct {
	rest      []byte
	perDegree float64
	x, y      int64 // start of the line before
	err       error
}

func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("%w: %s", ErrFormat, fmt.Sprintf(format, args...))
	}
}

func (d *decoder) count(limit uint64) int {
	v, n := binary.Uvarint(d.rest)
	if d.err != nil {
		return 0
	}
	if n <= 0 || v > limit {
		d.fail("bad count")
		return 0
	}
	d.rest = d.rest[n:]
	return int(v)
}

func (d *decoder) step() int64 {
	v, n := binary.Varint(d.rest)
	if d.err != nil {
		return 0
	}
	if n <= 0 || v > 1<<30 || v < -1<<30 {
		d.fail("bad step")
		return 0
	}
	d.rest = d.rest[n:]
	return v
}

// line reads one ring or border of at least least points.
func (d *decoder) line(least int) (points []Point, flag bool) {
	head := d.count(maxPoints << 1)
	n, flag := head>>1, head&1 == 1
	if d.err == nil && (n < least || n > len(d.rest)/2) {
		d.fail("a line of %d points", n)
	}
	if d.err != nil {
		return nil, false
	}
	points = make([]Point, 0, n)
	x, y := d.x, d.y
	for i := range n {
		x, y = x+d.step(), y+d.step()
		if i == 0 {
			d.x, d.y = x, y
		}
		p := Point{Lon: float64(x) / d.perDegree, Lat: float64(y) / d.perDegree}
		if d.err == nil && (p.Lon < -180 || p.Lon > 180 || p.Lat < -90 || p.Lat > 90) {
			d.fail("a point off the globe")
		}
		if d.err != nil {
			return nil, false
		}
		points = append(points, p)
	}
	return points, flag
}

func bounds(points []Point) Box {
	if len(points) == 0 {
		return Box{}
	}
	b := Box{West: points[0].Lon, East: points[0].Lon, South: points[0].Lat, North: points[0].Lat}
	for _, p := range points[1:] {
		b.West, b.East = min(b.West, p.Lon), max(b.East, p.Lon)
		b.South, b.North = min(b.South, p.Lat), max(b.North, p.Lat)
	}
	return b
}
