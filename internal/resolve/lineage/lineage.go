// Package lineage gives entities names that stay. When records are resolved again,
// clusters change a little; each keeps the ID of the entity with which it shares most
// records, and the lineage says what was split, joined, new or gone.
package lineage

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"maps"
	"slices"

	"skein/internal/record"
)

// ID names an entity.
type ID string

// Change is what happened to an entity from one resolution to the next.
type Change struct {
	What   What `json:"what"`
	Entity ID   `json:"entity"`
	Others []ID `json:"others,omitempty"` // joined: those that went into it whole; split: where the records are that left it; gone: where its records are now
}

// What is what can happen to an entity.
type What string

// What can happen. An entity that was split or joined keeps its ID with the largest part. One is
// joined by another where all records of the other are in it now and the other is no more; where
// records of an entity are in several now, it was split, or is gone where its ID is.
const (
	New    What = "new"    // its ID is; whence its records came, if from anywhere, the others' changes say
	Joined What = "joined" // by others
	Split  What = "split"
	Gone   What = "gone"
)

// overlap is how many records an entity and a cluster share.
type overlap struct {
	id      ID
	cluster int
	shared  int
}

// Assign gives each cluster an ID. Before has the entity of each record in the resolution
// before, if it had one. Entities and clusters are matched by how many records they
// share, most first; equal overlaps by the clusters' first keys and the IDs, so that the result is
// a function of its arguments alone.
func Assign(before map[record.Key]ID, clusters [][]record.Key) (ids []ID, changes []Change) {
	clusters = slices.Clone(clusters)
	for i := range clusters {
		clusters[i] = slices.Clone(clusters[i])
		slices.SortFunc(clusters[i], compare)
	}
	overlaps := overlapsOf(before, clusters)
	slices.SortFunc(overlaps, func(x, y overlap) int {
		return cmp.Or(cmp.Compare(y.shared, x.shared), compare(clusters[x.cluster][0], clusters[y.cluster][0]), cmp.Compare(x.id, y.id))
	})
	ids = make([]ID, len(clusters))
	taken := map[ID]bool{}
	for _, id := range before {
		taken[id] = true
	}
	kept := map[ID]bool{}
	for _, o := range overlaps {
		if ids[o.cluster] == "" && !kept[o.id] {
			ids[o.cluster] = o.id
			kept[o.id] = true
		}
	}
	fresh := map[int]bool{}
	for i, c := range clusters {
		if ids[i] == "" {
			ids[i] = mint(c, taken)
			fresh[i] = true
		}
	}
	changes = changesOf(overlaps, ids, kept, fresh)
	met := map[ID]bool{}
	for _, o := range overlaps {
		met[o.id] = true
	}
	lost := map[ID]bool{} // none of whose records are left
	for _, id := range before {
		if !met[id] {
			lost[id] = true
		}
	}
	for id := range lost {
		changes = append(changes, Change{Gone, id, nil})
	}
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Or(cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.What, b.What)) })
	return ids, changes
}

func overlapsOf(before map[record.Key]ID, clusters [][]record.Key) []overlap {
	var out []overlap
	for i, c := range clusters {
		shared := map[ID]int{}
		for _, key := range c {
			if id, ok := before[key]; ok {
				shared[id]++
			}
		}
		for id, n := range shared {
			out = append(out, overlap{id, i, n})
		}
	}
	return out
}

// changesOf says what became of the entities that did not just stay. Kept are the entities that
// keep their ID, fresh the clusters whose ID is new.
func changesOf(overlaps []overlap, ids []ID, kept map[ID]bool, fresh map[int]bool) []Change {
	into, outOf := map[ID]map[ID]bool{}, map[ID]map[ID]bool{}
	add := func(m map[ID]map[ID]bool, key, value ID) {
		if m[key] == nil {
			m[key] = map[ID]bool{}
		}
		m[key][value] = true
	}
	for _, o := range overlaps {
		if ids[o.cluster] != o.id {
			add(outOf, o.id, ids[o.cluster])
		}
	}
	for id, others := range outOf {
		if len(others) > 1 || kept[id] {
			continue // its records are in several: none was joined by it
		}
		for other := range others {
			add(into, other, id)
		}
	}
	var out []Change
	sorted := func(m map[ID]bool) []ID { return slices.Sorted(maps.Keys(m)) }
	for i, id := range ids {
		if fresh[i] {
			out = append(out, Change{New, id, nil})
		}
	}
	for id, others := range into {
		out = append(out, Change{Joined, id, sorted(others)})
	}
	for id, others := range outOf {
		if kept[id] {
			out = append(out, Change{Split, id, sorted(others)})
		} else {
			out = append(out, Change{Gone, id, sorted(others)})
		}
	}
	return out
}

// mint returns an ID that is not taken, made of the first key.
func mint(c []record.Key, taken map[ID]bool) ID {
	for n := 5; ; n++ {
		digits := hex.EncodeToString(c[0][:min(n, len(c[0]))])
		id := ID("E-" + digits)
		for n > len(c[0]) && taken[id] {
			id += "x"
		}
		if !taken[id] {
			taken[id] = true
			return id
		}
	}
}

func compare(a, b record.Key) int { return bytes.Compare(a[:], b[:]) }
