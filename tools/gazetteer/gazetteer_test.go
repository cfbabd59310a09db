package main

import (
	"encoding/binary"
	"slices"
	"testing"
)

// encoded is the very file that the tests of internal/place/gazetteer read.
const encoded = magic + "\x90\x4e\x02" +
	"ly\x0267\x01" + "\xa9\xe5\x86\x01\x08Zuw\xc4\x81rah\xc0\x99\x28\xe8\xbf\x0e\xc8\xdf\x02" +
	"ne\x00\x02" + "\x01\x01A\x01\x02\x00" + "\x03\x01B\x02\x01\x05"

func TestEncode(t *testing.T) {
	got := encode([]place{
		{id: 4, name: "B", country: "ne", population: 5, lat: -4, lon: 4},
		{id: 1, name: "A", country: "ne", lat: -14, lon: 6},
		{id: 2208425, name: "Zuwārah", country: "ly", admin: "67", population: 45000, lat: 3293120, lon: 1187721},
	})
	if string(got) != encoded {
		t.Errorf("got  %q\nwant %q", got, encoded)
	}
	if got := encode(nil); string(got) != magic+"\x90\x4e\x00" {
		t.Errorf("nothing gives %q", got)
	}
}

// city writes one as the source does, dlat and dlon from the city before.
func city(p place, dlat, dlon int64) []byte {
	number := func(out []byte, field, v uint64) []byte {
		return binary.AppendUvarint(binary.AppendUvarint(out, field<<3), v)
	}
	text := func(out []byte, field uint64, s string) []byte {
		return appendText(binary.AppendUvarint(out, field<<3|2), s)
	}
	zigzag := func(v int64) uint64 { return uint64(v<<1) ^ uint64(v>>63) }
	m := number(nil, fieldID, zigzag(int64(p.id)))
	m = text(m, fieldName, p.name)
	m = text(m, fieldCountry, p.country)
	m = text(m, 5, "municipality")
	m = text(m, fieldFeature, p.feature)
	m = text(m, fieldAdmin, p.admin)
	if p.population > 0 {
		m = number(m, fieldPopulation, uint64(p.population))
	}
	m = number(m, fieldLon, zigzag(dlon))
	m = number(m, fieldLat, zigzag(dlat))
	return appendText(nil, string(m))
}

func TestReadCities(t *testing.T) {
	data := append(
		city(place{id: 5, name: " Aïn ", country: "DZ", feature: "PPLA", admin: "09", population: 300}, 100, -200),
		city(place{id: 4, name: "B", country: "FR", feature: "PPL"}, -150, 250)...)
	want := []place{
		{id: 5, name: "Aïn", country: "dz", feature: "PPLA", admin: "09", population: 300, lat: 100, lon: -200},
		{id: 4, name: "B", country: "fr", feature: "PPL", lat: -50, lon: 50},
	}
	got, err := readCities(data)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	for n := 1; n < len(data); n++ {
		if got, err := readCities(data[:n]); err == nil && len(got) != 1 {
			t.Errorf("no error after %d bytes", n)
		}
	}
}

func TestReadCitiesRefuses(t *testing.T) {
	good := place{id: 1, name: "A", country: "FR"}
	for name, data := range map[string][]byte{
		"no id":         city(place{name: "A", country: "FR"}, 0, 0),
		"no name":       city(place{id: 1, country: "FR"}, 0, 0),
		"no UTF-8":      city(place{id: 1, name: "\xff", country: "FR"}, 0, 0),
		"country":       city(place{id: 1, name: "A", country: "F1"}, 0, 0),
		"off the globe": city(good, 90*perDegree+1, 0),
		"id twice":      append(city(good, 0, 0), city(good, 0, 0)...),
		"wire type":     {2, 0x0d, 0},
		"huge number":   {7, 0x48, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
	} {
		if _, err := readCities(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		place
		want bool
	}{
		{place{country: "us", feature: "PPL", population: 15_000}, true},
		{place{country: "us", feature: "PPL", population: 14_999}, false},
		{place{country: "us", feature: "PPLA2", population: 14_999}, false},
		{place{country: "us", feature: "PPLA"}, true},
		{place{country: "nz", feature: "PPLC"}, true},
		{place{country: "hu", feature: "PPL", population: 2_000}, true},
		{place{country: "hu", feature: "PPL", population: 1_999}, false},
		{place{country: "hu", feature: "PPLX", population: 200_000}, false},
		{place{country: "hu", feature: "PPLW", population: 2_000}, false},
		{place{country: "af", feature: "PPLA2"}, true},
		{place{country: "sy", feature: "PPLA3"}, true},
		{place{country: "it", feature: "PPLA3", population: 1_999}, false},
		{place{country: "ru", feature: "PPL", population: 2_000, lon: 31 * perDegree}, true},
		{place{country: "ru", feature: "PPL", population: 2_000, lon: 60 * perDegree}, false},
	} {
		if got := len(choose([]place{c.place})) == 1; got != c.want {
			t.Errorf("%+v: %v", c.place, got)
		}
	}
}

func TestRegionIsASet(t *testing.T) {
	if n := len(slices.Compact(slices.Sorted(slices.Values(region)))); n != len(region) {
		t.Errorf("%d of %d countries are different", n, len(region))
	}
}
