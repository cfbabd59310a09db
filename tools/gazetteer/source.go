package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// perDegree is the source's unit of latitude and longitude.
const perDegree = 100_000

// place is one city of the source.
type place struct {
	id         uint32
	name       string
	country    string // ISO 3166-1 alpha-2, lower case
	feature    string // GeoNames' feature code, such as PPLA
	admin      string // GeoNames' code of the first-level division
	population int    // 0 where GeoNames gives none
	lat, lon   int64  // in units of 1/perDegree
}

// The fields of a city in cities.pbf, as the package's index.js reads them.
const (
	fieldID         = 1
	fieldName       = 2
	fieldCountry    = 3
	fieldFeature    = 7
	fieldAdmin      = 8
	fieldPopulation = 9
	fieldLon        = 10 // from the city before
	fieldLat        = 11 // from the city before
)

var errShort = errors.New("the data end within a city")

// readCities reads a row of protocol buffer messages, each preceded by its
// length.
func readCities(data []byte) ([]place, error) {
	var out []place
	seen := map[uint32]bool{}
	var last place
	for len(data) > 0 {
		message, rest, err := cutBytes(data)
		if err != nil {
			return nil, fmt.Errorf("city %d: %w", len(out)+1, err)
		}
		p := place{lat: last.lat, lon: last.lon}
		if err := p.read(message); err != nil {
			return nil, fmt.Errorf("city %d: %w", len(out)+1, err)
		}
		if err := p.check(); err != nil {
			return nil, fmt.Errorf("city %d %q: %w", p.id, p.name, err)
		}
		if seen[p.id] {
			return nil, fmt.Errorf("city %d %q: its id is taken", p.id, p.name)
		}
		seen[p.id] = true
		out, last, data = append(out, p), p, rest
	}
	return out, nil
}

func (p *place) read(message []byte) error {
	for len(message) > 0 {
		tag, rest, err := cutNumber(message)
		if err != nil {
			return err
		}
		switch wire := tag & 7; wire {
		case 0:
			var v uint64
			if v, message, err = cutNumber(rest); err == nil {
				err = p.setNumber(tag>>3, v)
			}
		case 2:
			var v []byte
			if v, message, err = cutBytes(rest); err == nil {
				p.setText(tag>>3, string(v))
			}
		default:
			err = fmt.Errorf("wire type %d", wire)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *place) setNumber(field, v uint64) error {
	if v > math.MaxUint32 {
		return fmt.Errorf("field %d is %d", field, v)
	}
	signed := int64(v>>1) ^ -int64(v&1)
	switch field {
	case fieldID:
		p.id = uint32(max(0, signed))
	case fieldPopulation:
		p.population = int(v)
	case fieldLon:
		p.lon += signed
	case fieldLat:
		p.lat += signed
	}
	return nil
}

func (p *place) setText(field uint64, v string) {
	switch field {
	case fieldName:
		p.name = strings.TrimSpace(v)
	case fieldCountry:
		p.country = strings.ToLower(v)
	case fieldFeature:
		p.feature = v
	case fieldAdmin:
		p.admin = v
	}
}

func (p *place) check() error {
	switch {
	case p.id == 0:
		return errors.New("no id")
	case p.name == "" || !utf8.ValidString(p.name):
		return errors.New("no name")
	case len(p.country) != 2 || strings.Trim(p.country, "abcdefghijklmnopqrstuvwxyz") != "":
		return fmt.Errorf("country %q", p.country)
	case p.lat < -90*perDegree || p.lat > 90*perDegree || p.lon < -180*perDegree || p.lon > 180*perDegree:
		return errors.New("it is off the globe")
	}
	return nil
}

func cutNumber(data []byte) (v uint64, rest []byte, err error) {
	v, n := binary.Uvarint(data)
	if n <= 0 {
		return 0, nil, errShort
	}
	return v, data[n:], nil
}

func cutBytes(data []byte) (v, rest []byte, err error) {
	n, rest, err := cutNumber(data)
	if err != nil {
		return nil, nil, err
	}
	if n > uint64(len(rest)) {
		return nil, nil, errShort
	}
	return rest[:n], rest[n:], nil
}
