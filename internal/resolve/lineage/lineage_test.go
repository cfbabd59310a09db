package lineage

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/record"
)

func key(n byte) record.Key { return record.Key{n, 7} }

func keys(ns ...byte) (out []record.Key) {
	for _, n := range ns {
		out = append(out, key(n))
	}
	return out
}

func TestAssign(t *testing.T) {
	before := map[record.Key]ID{key(1): "A", key(2): "A", key(3): "A", key(4): "B", key(5): "C", key(6): "D"}
	ids, changes := Assign(before, [][]record.Key{keys(3), keys(1, 2), keys(4, 5), keys(9)})
	want := []ID{"E-0307000000", "A", "B", "E-0907000000"}
	if d := cmp.Diff(want, ids); d != "" {
		t.Error(d)
	}
	wanted := []Change{
		{Split, "A", []ID{"E-0307000000"}},
		{Joined, "B", []ID{"C"}},
		{Gone, "C", []ID{"B"}},
		{Gone, "D", nil},
		{New, "E-0307000000", nil},
		{New, "E-0907000000", nil},
	}
	if d := cmp.Diff(wanted, changes); d != "" {
		t.Error(d)
	}
}

// What is apart now was not joined: neither a record that a judgement took from its entity,
// alone or into another, nor the parts of an entity that is gone.
func TestWhatIsSplitWasNotJoined(t *testing.T) {
	for name, test := range map[string]struct {
		before   map[record.Key]ID
		clusters [][]record.Key
		want     []Change
	}{
		"one leaves": {
			map[record.Key]ID{key(1): "A", key(2): "A", key(3): "A"},
			[][]record.Key{keys(1, 2), keys(3)},
			[]Change{{Split, "A", []ID{"E-0307000000"}}, {New, "E-0307000000", nil}},
		},
		"one goes over": {
			map[record.Key]ID{key(1): "A", key(2): "A", key(3): "A", key(4): "B", key(5): "B"},
			[][]record.Key{keys(1, 2), keys(3, 4, 5)},
			[]Change{{Split, "A", []ID{"B"}}},
		},
		"one of each of two": {
			map[record.Key]ID{key(1): "A", key(2): "A", key(3): "A", key(4): "B", key(5): "B", key(6): "B"},
			[][]record.Key{keys(1, 2), keys(4, 5), keys(3, 6)},
			[]Change{{Split, "A", []ID{"E-0307000000"}}, {Split, "B", []ID{"E-0307000000"}}, {New, "E-0307000000", nil}},
		},
		"one is gone into two": {
			map[record.Key]ID{key(1): "A", key(2): "A", key(3): "B", key(4): "B", key(5): "C", key(6): "C"},
			[][]record.Key{keys(1, 2, 5), keys(3, 4, 6)},
			[]Change{{Gone, "C", []ID{"A", "B"}}},
		},
		"one goes whole": {
			map[record.Key]ID{key(1): "A", key(2): "A", key(3): "B"},
			[][]record.Key{keys(1, 2, 3, 4)},
			[]Change{{Joined, "A", []ID{"B"}}, {Gone, "B", []ID{"A"}}},
		},
	} {
		if _, changes := Assign(test.before, test.clusters); !cmp.Equal(test.want, changes) {
			t.Errorf("%s: %s", name, cmp.Diff(test.want, changes))
		}
	}
}

// Whatever becomes of entities: who joined is no more, and all its records are where it went.
func TestJoinedProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := map[record.Key]ID{}, map[int][]record.Key{}
		for n := range byte(16) {
			before[key(n)] = ID(rune('A' + rapid.IntRange(0, 5).Draw(t, "before")))
			c := rapid.IntRange(0, 5).Draw(t, "after")
			after[c] = append(after[c], key(n))
		}
		var clusters [][]record.Key
		for _, c := range after {
			clusters = append(clusters, c)
		}
		ids, changes := Assign(before, clusters)
		now := map[record.Key]ID{}
		for i, c := range clusters {
			for _, k := range c {
				now[k] = ids[i]
			}
		}
		for _, c := range changes {
			if c.What != Joined {
				continue
			}
			for _, other := range c.Others {
				for k, id := range before {
					if id == other && now[k] != c.Entity {
						t.Fatalf("%s joined %s, and %x of it is in %s", other, c.Entity, k[0], now[k])
					}
				}
			}
		}
	})
}

// IDs are unique, nothing that stays changes its ID, and the order of clusters does not
// matter.
func TestAssignProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clusters := map[int][]record.Key{}
		for n := range byte(20) {
			c := rapid.IntRange(0, 6).Draw(t, "cluster")
			clusters[c] = append(clusters[c], key(n))
		}
		var list [][]record.Key
		for _, c := range clusters {
			list = append(list, c)
		}
		first, _ := Assign(nil, list)
		before := map[record.Key]ID{}
		seen := map[ID]bool{}
		for i, c := range list {
			if seen[first[i]] {
				t.Fatalf("%s twice", first[i])
			}
			seen[first[i]] = true
			for _, k := range c {
				before[k] = first[i]
			}
		}
		shuffled := rapid.Permutation(list).Draw(t, "again")
		again, changes := Assign(before, shuffled)
		if len(changes) > 0 {
			t.Fatalf("nothing changed, and yet: %v", changes)
		}
		for i, c := range shuffled {
			if again[i] != before[c[0]] {
				t.Fatalf("%s became %s", before[c[0]], again[i])
			}
		}
	})
}
