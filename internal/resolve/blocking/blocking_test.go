package blocking

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/resolve/comparison"
)

func tableOf(names, days []string) *comparison.Table {
	n := comparison.NewColumn(comparison.Property{Name: "name", Kind: comparison.Person})
	d := comparison.NewColumn(comparison.Property{Name: "born", Kind: comparison.Date})
	for i := range names {
		n.Add(names[i])
		d.Add(days[i])
	}
	return comparison.NewTable([]*comparison.Column{n, d})
}

func rules(largest int) []Rule {
	return []Rule{
		{Keys: []Key{{"name", comparison.Words}}, Split: []Key{{"born", comparison.Year}}, Largest: largest},
		{Keys: []Key{{"name", comparison.Word}, {"born", comparison.Whole}}, Largest: largest},
	}
}

func pairsOf(x *Index) (out [][2]int) {
	for b := range x.Blocks() {
		x.All(b, func(i, j int) {
			if x.First(b, i, j) {
				out = append(out, [2]int{i, j})
			}
		})
	}
	slices.SortFunc(out, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	return out
}

// Each pair that shares a key comes once, whichever rules it shares keys of; the index that
// grows record by record has the same pairs.
func TestPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"Ali", "Omar", "Khaled", "Hassan", "Petrov", "Ivan"})
		day := rapid.SampledFrom([]string{"1980-03-04", "1981-03-04", "", "1975-11-30"})
		n := rapid.IntRange(0, 40).Draw(t, "records")
		var names, days []string
		for range n {
			names = append(names, word.Draw(t, "given")+" "+word.Draw(t, "family"))
			days = append(days, day.Draw(t, "day"))
		}
		largest := rapid.IntRange(2, 40).Draw(t, "largest")
		table := tableOf(names, days)
		x, err := Build(table, rules(largest))
		if err != nil {
			t.Fatal(err)
		}
		got := pairsOf(x)
		if len(slices.Compact(slices.Clone(got))) != len(got) {
			t.Fatal("a pair comes twice")
		}
		l, err := NewLive(table, rules(largest))
		if err != nil {
			t.Fatal(err)
		}
		l.Load()
		var want [][2]int
		for i := range n {
			for _, j := range l.With(i) {
				if int(j) > i {
					want = append(want, [2]int{i, int(j)})
				}
				if !l.Pair(i, int(j)) {
					t.Fatalf("%d is with %d, and no pair of it", i, j)
				}
			}
		}
		slices.SortFunc(want, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
		if !slices.Equal(got, want) {
			t.Fatalf("index %v, live %v", got, want)
		}
	})
}

// A block that is too large is cut by the second key; what is too large even then is
// counted.
func TestTooLarge(t *testing.T) {
	var names, days []string
	for i := range 30 {
		names = append(names, "Mohammed Ali")
		days = append(days, fmt.Sprintf("19%d-03-04", 50+i%3*10)) // ten of each of three years
	}
	table := tableOf(names, days)
	x, err := Build(table, rules(12)[:1])
	if err != nil {
		t.Fatal(err)
	}
	if y := x.Yields[0]; y.Split != 1 || y.Dropped != 0 || len(pairsOf(x)) != 3*45 {
		t.Errorf("cut: %+v, %d pairs", y, len(pairsOf(x)))
	}
	x, err = Build(table, rules(9)[:1])
	if err != nil {
		t.Fatal(err)
	}
	if y := x.Yields[0]; y.Dropped != 3 || y.LostPairs != 3*45 || x.Blocks() != 0 {
		t.Errorf("dropped: %+v", y)
	}
}

func TestBuildRefuses(t *testing.T) {
	table := tableOf([]string{"A B"}, []string{""})
	for _, key := range []Key{{"phone", comparison.Whole}, {"born", comparison.Word}} {
		if _, err := Build(table, []Rule{{Keys: []Key{key}}}); err == nil {
			t.Errorf("%v: no error", key)
		}
	}
}

func TestSortEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.Uint32(), 0, 600).Draw(t, "keys")
		var entries []entry
		for i, k := range keys {
			entries = append(entries, entry{k & rapid.SampledFrom([]uint32{7, 1<<32 - 1}).Draw(t, "mask"), uint32(i)})
		}
		want := slices.Clone(entries)
		slices.SortStableFunc(want, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
		sortEntries(entries, entry.byKey)
		if !slices.Equal(entries, want) {
			t.Fatal("not as a stable sort has it")
		}
	})
}
