package gazetteer

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"skein/internal/geo"
)

// ErrFormat is wrapped by every error of Decode.
var ErrFormat = errors.New("gazetteer: malformed places")

const magic = "SKGZ\x01"

// Limits on what a file may claim.
const (
	maxPlaces = 1 << 20
	maxID     = math.MaxInt32
	maxText   = 200 // bytes
	minPlace  = 6   // bytes that a place takes at least
)

// Decode reads the format of the package comment. It never allocates more than
// the data can fill, save for a constant factor.
func Decode(data []byte) (*Gazetteer, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: no %q at the start", ErrFormat, magic)
	}
	d := &decoder{data: data, text: string(data), at: len(magic)}
	d.perDegree = float64(d.count(1 << 20))
	if d.err == nil && d.perDegree == 0 {
		d.fail("no units per degree")
	}
	d.places = make([]Place, 0, len(data)/20) // a place of the real file takes as much
	for n := d.count(maxPlaces); n > 0 && d.err == nil; n-- {
		d.division()
	}
	if d.err == nil && d.at < len(data) {
		d.fail("%d bytes after the end", len(data)-d.at)
	}
	if d.err != nil {
		return nil, d.err
	}
	slices.SortFunc(d.places, func(a, b Place) int { return cmp.Compare(a.ID, b.ID) })
	for i := 1; i < len(d.places); i++ {
		if d.places[i].ID == d.places[i-1].ID {
			return nil, fmt.Errorf("%w: place %d twice", ErrFormat, d.places[i].ID)
		}
	}
	return newGazetteer(d.places), nil
}

// decoder keeps the first error; after it every read gives zero.
type decoder struct {
	data      []byte
	text      string // data again: names are cut out of it
	at        int
	perDegree float64
	places    []Place
	before    struct{ country, admin string } // the division before
	err       error
}

func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("%w: %s", ErrFormat, fmt.Sprintf(format, args...))
	}
}

func (d *decoder) count(limit uint64) int {
	if d.err != nil {
		return 0
	}
	v, n := binary.Uvarint(d.data[d.at:])
	if n <= 0 || v > limit {
		d.fail("bad number at byte %d", d.at)
		return 0
	}
	d.at += n
	return int(v)
}

func (d *decoder) step() int64 {
	if d.err != nil {
		return 0
	}
	v, n := binary.Varint(d.data[d.at:])
	if n <= 0 || v > 1<<30 || v < -1<<30 {
		d.fail("bad step at byte %d", d.at)
		return 0
	}
	d.at += n
	return v
}

func (d *decoder) cut(n int) string {
	if d.err == nil && n > len(d.data)-d.at {
		d.fail("short")
	}
	if d.err != nil {
		return ""
	}
	d.at += n
	s := d.text[d.at-n : d.at]
	if !utf8.ValidString(s) {
		d.fail("no UTF-8 before byte %d", d.at)
	}
	return s
}

func (d *decoder) division() {
	country := d.cut(2)
	admin := d.cut(d.count(maxText))
	n := d.count(maxPlaces)
	switch {
	case d.err != nil:
	case country[0] < 'a' || country[0] > 'z' || country[1] < 'a' || country[1] > 'z':
		d.fail("country %q", country)
	case cmp.Or(cmp.Compare(d.before.country, country), cmp.Compare(d.before.admin, admin)) >= 0:
		d.fail("division %q of %q out of order", admin, country)
	case n == 0 || n > (len(d.data)-d.at)/minPlace:
		d.fail("a division of %d places", n)
	}
	d.before.country, d.before.admin = country, admin
	at := cursor{Place: Place{Country: country, Admin: admin}}
	for ; n > 0 && d.err == nil; n-- {
		d.place(&at)
	}
}

// cursor is the place before the one that is read.
type cursor struct {
	Place
	lat, lon int64 // in units
}

func (d *decoder) place(at *cursor) {
	gap := d.count(maxID)
	at.Name = d.cut(d.count(maxText))
	at.lat += d.step()
	at.lon += d.step()
	at.Population = d.count(math.MaxInt32)
	if d.err != nil {
		return
	}
	if gap == 0 || gap > maxID-int(at.ID) {
		d.fail("bad ID after %d", at.ID)
	}
	at.ID += ID(gap)
	if at.Name == "" {
		d.fail("place %d without a name", at.ID)
	}
	var err error
	if at.Position, err = geo.NewPoint(float64(at.lat)/d.perDegree, float64(at.lon)/d.perDegree); err != nil {
		d.fail("place %d: %v", at.ID, err)
	}
	d.places = append(d.places, at.Place)
}
