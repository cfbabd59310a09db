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
		{Joined, "E-0307000000", []ID{"A"}},
		{New, "E-0907000000", nil},
	}
	if d := cmp.Diff(wanted, changes); d != "" {
		t.Error(d)
	}
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
