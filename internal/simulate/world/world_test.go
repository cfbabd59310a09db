package world

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func shard(t *testing.T) *Shard {
	t.Helper()
	w, err := New(11, 0.2)
	if err != nil {
		t.Fatal(err)
	}
	return w.Shard(0)
}

func TestNobodyIsTwice(t *testing.T) {
	s := shard(t)
	persons := map[string]*Person{}
	for _, p := range s.Persons {
		if persons[p.Ref()] != nil {
			t.Fatalf("%s twice", p.Ref())
		}
		persons[p.Ref()] = p
		if len(p.Phones) == 0 || p.Name.Latin("en") == "" || p.Base == nil {
			t.Errorf("%s lacks a phone, a name or a place", p.Ref())
		}
	}
	for _, tie := range s.Ties {
		if persons[tie.A] == nil || persons[tie.B] == nil || tie.A == tie.B {
			t.Errorf("a tie of %s and %s", tie.A, tie.B)
		}
	}
}

// A member is in the network while it lasts, and in one network at a time.
func TestMemberships(t *testing.T) {
	s := shard(t)
	networks := map[string]*Network{}
	for _, n := range s.Networks {
		networks[n.ID] = n
		if n.Members[0].Tier != "leader" && n.into == nil {
			t.Errorf("%s has no leader", n.ID)
		}
	}
	for _, p := range s.Persons {
		for i, m := range p.Memberships {
			n := networks[m.Network]
			if m.From.Before(n.From) && i == 0 && n.into == nil && len(p.Memberships) == 1 {
				t.Errorf("%s joined %s on %v, before there was one", p.Ref(), n.ID, m.From)
			}
			if i > 0 && p.Memberships[i-1].To.IsZero() {
				t.Errorf("%s left %s for %s and never left", p.Ref(), p.Memberships[i-1].Network, m.Network)
			}
		}
	}
}

// A journey's legs follow each other in time and are dated, and every border that is
// crossed is counted.
func TestJourneys(t *testing.T) {
	s := shard(t)
	twice := 0
	for _, j := range s.Journeys {
		entries := 0
		for i := range j.Legs {
			if j.Legs[i].Day.Year() < 2012 || j.Legs[i].Day.Year() > 2017 {
				t.Fatalf("%s: leg %d on %v", j.ID, i, j.Legs[i].Day)
			}
			if j.Legs[i].Section != "" {
				entries++
			}
			if j.Legs[i].FeeUSD > 0 != j.Legs[i].Facilitated {
				t.Errorf("%s: a fee of %.0f, facilitated %v", j.ID, j.Legs[i].FeeUSD, j.Legs[i].Facilitated)
			}
		}
		if entries != len(j.Detections) {
			t.Errorf("%s crosses %d borders and is counted %d times", j.ID, entries, len(j.Detections))
		}
		if entries > 1 {
			twice++
		}
	}
	if share := float64(twice) / float64(len(s.Journeys)); share < 0.3 {
		t.Errorf("only %.2f are counted again on the next route", share)
	}
}

// A measure moves the flow from one section to another.
func TestMeasuresMoveTheFlow(t *testing.T) {
	w, err := New(11, 0.2)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range w.Measures {
		share := func(months ...int) float64 {
			closed, all := 0, 0
			for _, f := range w.Flows() {
				for _, after := range months {
					if f.Corridor == m.Corridor && f.Month == m.Day.AddDate(0, after, 0).Format("2006-01") {
						all += f.Detections
						if f.Section == m.Closed {
							closed += f.Detections
						}
					}
				}
			}
			return float64(closed) / float64(all)
		}
		if before, after := share(-2, -1), share(1, 2); !math.IsNaN(after) && after > before*(1-m.Share)+0.15 {
			t.Errorf("%s: %s has %.2f of %s before %v and %.2f after", m.ID, m.Closed, before, m.Corridor, m.Day, after)
		}
	}
}

func TestApportion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.Float64Range(0, 10), 1, 10).Draw(t, "weights")
		weights[0]++ // not all zero
		total := rapid.IntRange(0, 1000).Draw(t, "total")
		sum, got := 0.0, 0
		for _, w := range weights {
			sum += w
		}
		for i, n := range Apportion(total, weights) {
			got += n
			if exact := float64(total) * weights[i] / sum; math.Abs(float64(n)-exact) > 1 {
				t.Errorf("part %d is %d of %.3f", i, n, exact)
			}
		}
		if got != total {
			t.Errorf("parts make %d of %d", got, total)
		}
	})
}

func TestMarketsAddUp(t *testing.T) {
	rows := Markets(2015, "South-Eastern", []Share{{"N1", 3}, {"N2", 1}, {"N3", 0}})
	total, by := 0, map[string]int{}
	for _, m := range rows {
		total += m.Persons
		by[m.Network] = m.Persons
	}
	if total != 885_386 || by["N1"] < 2*by["N2"] || by["N3"] != 0 {
		t.Errorf("%d persons, %v", total, by)
	}
}

// Numbers that the world uses are nobody's: no phone of a plan of numbers, no
// country's letters on plates, check digits of ships that were never built.
func TestNumbersAreNobodys(t *testing.T) {
	s := shard(t)
	for _, v := range s.Vessels {
		if v.IMO == "" {
			continue
		}
		sum := 0
		for i, d := range v.IMO[:6] {
			sum += (7 - i) * int(d-'0')
		}
		if len(v.IMO) != 7 || byte('0'+sum%10) != v.IMO[6] || v.IMO[0] > '4' {
			t.Errorf("IMO number %s", v.IMO)
		}
	}
	for _, v := range s.Vehicles {
		if !strings.ContainsAny(v.Plate, "QI") {
			t.Errorf("plate %s", v.Plate)
		}
	}
}

func TestTablesThatAreWrong(t *testing.T) {
	for _, text := range []string{
		"1 | Izmir, tr | Athens, gr | sea | 1 | 1 | ferry\n",
		"corridor X | heavy\n",
		"corridor X | 1\n1 | Izmir, tr | Athens, gr | sea | 1 | 1\n",
		"corridor X | 1\n2 | Izmir, tr | Athens, gr | sea | 1 | 1 | ferry\n",
		"corridor X | 1\n1 | Nowhere at all, tr | Athens, gr | sea | 1 | 1 | ferry\n",
	} {
		if _, err := newGeography(text); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}
