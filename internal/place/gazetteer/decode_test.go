package gazetteer

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/geo"
)

// twoDivisions is the very file that the test of tools/gazetteer writes.
const twoDivisions = magic + "\x90\x4e\x02" +
	"ly\x0267\x01" + "\xa9\xe5\x86\x01\x08Zuw\xc4\x81rah\xc0\x99\x28\xe8\xbf\x0e\xc8\xdf\x02" +
	"ne\x00\x02" + "\x01\x01A\x01\x02\x00" + "\x03\x01B\x02\x01\x05"

var comparePoints = cmp.Comparer(func(a, b geo.Point) bool { return a == b })

func TestDecode(t *testing.T) {
	g, err := Decode([]byte(twoDivisions))
	if err != nil {
		t.Fatal(err)
	}
	want := []Place{
		{1, "A", "ne", "", point(t, -0.0001, 0.0001), 0},
		{4, "B", "ne", "", point(t, 0, 0), 5},
		{2208425, "Zuwārah", "ly", "67", point(t, 32.9312, 11.8772), 45000},
	}
	if diff := cmp.Diff(want, g.All(), comparePoints); diff != "" {
		t.Error(diff)
	}
}

func TestDecodeRefuses(t *testing.T) {
	const place = "\x01\x01A\x00\x00\x00"
	for name, data := range map[string]string{
		"empty":              "",
		"other magic":        "GIF89a",
		"no units":           magic + "\x00\x00",
		"short":              twoDivisions[:len(twoDivisions)-1],
		"trailing bytes":     twoDivisions + "\x00",
		"country":            magic + "\x01\x01LY\x00\x01" + place,
		"no place":           magic + "\x01\x01ly\x00\x00",
		"too many places":    magic + "\x01\x01ly\x00\x02" + place,
		"too many divisions": magic + "\x01\x02ly\x00\x01" + place,
		"divisions swapped":  magic + "\x01\x02ne\x00\x01" + place + "ly\x00\x01\x02\x01A\x00\x00\x00",
		"division twice":     magic + "\x01\x02ly\x00\x01" + place + "ly\x00\x01\x02\x01A\x00\x00\x00",
		"ID twice":           magic + "\x01\x02ly\x00\x01" + place + "ne\x00\x01" + place,
		"ID zero":            magic + "\x01\x01ly\x00\x01\x00\x01A\x00\x00\x00",
		"ID too high":        magic + "\x01\x01ly\x00\x02" + place + "\xff\xff\xff\xff\x07\x01A\x00\x00\x00",
		"no name":            magic + "\x01\x01ly\x00\x01\x01\x00\x00\x00\x00\x00",
		"name no UTF-8":      magic + "\x01\x01ly\x00\x01\x01\x01\xff\x00\x00\x00",
		"off the globe":      magic + "\x01\x01ly\x00\x01\x01\x01A\xb6\x01\x00\x00",
	} {
		if _, err := Decode([]byte(data)); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// encode writes the format of the package comment for places in order of
// country, division and ID.
func encode(places []Place, perDegree float64) []byte {
	out := binary.AppendUvarint([]byte(magic), uint64(perDegree))
	text := func(s string) { out = append(binary.AppendUvarint(out, uint64(len(s))), s...) }
	same := func(a, b Place) bool { return a.Country == b.Country && a.Admin == b.Admin }
	var divisions [][]Place
	for i, p := range places {
		if i == 0 || !same(places[i-1], p) {
			divisions = append(divisions, nil)
		}
		divisions[len(divisions)-1] = append(divisions[len(divisions)-1], p)
	}
	out = binary.AppendUvarint(out, uint64(len(divisions)))
	for _, division := range divisions {
		out = append(out, division[0].Country...)
		text(division[0].Admin)
		out = binary.AppendUvarint(out, uint64(len(division)))
		var id ID
		var lat, lon int64
		for _, p := range division {
			out = binary.AppendUvarint(out, uint64(p.ID-id))
			text(p.Name)
			y, x := int64(math.Round(p.Position.Lat()*perDegree)), int64(math.Round(p.Position.Lon()*perDegree))
			out = binary.AppendVarint(binary.AppendVarint(out, y-lat), x-lon)
			out = binary.AppendUvarint(out, uint64(p.Population))
			id, lat, lon = p.ID, y, x
		}
	}
	return out
}

func byDivision(a, b Place) int {
	return strings.Compare(fmt.Sprintf("%s %s\x00%10d", a.Country, a.Admin, a.ID), fmt.Sprintf("%s %s\x00%10d", b.Country, b.Admin, b.ID))
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		perDegree := float64(rapid.IntRange(1, 1<<20).Draw(t, "units"))
		ids := rapid.SliceOfNDistinct(rapid.Uint32Range(1, maxID), 0, 20, rapid.ID).Draw(t, "ids")
		slices.Sort(ids)
		var want []Place
		for _, id := range ids {
			lat := math.Round(rapid.Float64Range(-90, 90).Draw(t, "lat")*perDegree) / perDegree
			lon := math.Round(rapid.Float64Range(-180, 180).Draw(t, "lon")*perDegree) / perDegree
			position, err := geo.NewPoint(lat, lon)
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, Place{
				ID:         ID(id),
				Name:       rapid.StringN(1, 40, maxText).Draw(t, "name"),
				Country:    rapid.StringMatching("[a-c][a-c]").Draw(t, "country"),
				Admin:      rapid.StringMatching("[A-C0-2]{0,2}").Draw(t, "admin"),
				Position:   position,
				Population: rapid.IntRange(0, math.MaxInt32).Draw(t, "population"),
			})
		}
		g, err := Decode(encode(slices.SortedFunc(slices.Values(want), byDivision), perDegree))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(g.places, want) {
			t.Fatal(cmp.Diff(want, g.places, comparePoints))
		}
	})
}

// The shipped file is what its places encode to: nothing in it is redundant.
func TestShippedRoundTrip(t *testing.T) {
	all := Default().All()
	slices.SortFunc(all, byDivision)
	if !slices.Equal(encode(all, 10_000), shipped) {
		t.Error("places.bin is not canonical")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(twoDivisions))
	f.Add([]byte(magic + "\x01\x00"))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Decode(data)
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Fatalf("%v is no ErrFormat", err)
			}
			return
		}
		for _, p := range g.All() {
			if same, ok := g.ByID(p.ID); p.ID == 0 || p.Name == "" || !p.Position.IsValid() || !ok || same != p {
				t.Fatalf("%+v", p)
			}
			if !slices.Contains(g.Within(p.Position, 1), p) || !slices.Contains(g.In(p.Country), p) {
				t.Fatalf("%+v is not found", p)
			}
		}
	})
}
