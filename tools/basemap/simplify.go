package main

import (
	"container/heap"
	"math"
)

const kmPerDegree = 111.195 // on a sphere of 6371 km

// focus are the regions that migration maps show in detail: the Mediterranean
// and its hinterland with the Channel, and the Canaries with the coast from
// Morocco to Guinea.
var focus = []struct{ west, south, east, north float64 }{
	{-13, 29, 46, 56},
	{-19, 10, -8, 33},
}

// tolerance is the least triangle (km2) worth keeping at p, and least the
// smallest ring.
func tolerance(p point) (triangle, least float64) {
	for _, f := range focus {
		if p.lon >= f.west && p.lon <= f.east && p.lat >= f.south && p.lat <= f.north {
			return 0.6, 0.8
		}
	}
	switch {
	case p.lat < -60 || p.lat > 72:
		return 160, 300
	case p.lat > 58 || p.lat < -45:
		return 40, 60
	}
	return 8, 8
}

// area is the area (km2) of the triangle a, b, c on the plane that is true at b.
func area(a, b, c point) float64 {
	k := math.Cos(b.lat * math.Pi / 180)
	ax, ay := (a.lon-b.lon)*k, a.lat-b.lat
	cx, cy := (c.lon-b.lon)*k, c.lat-b.lat
	return math.Abs(ax*cy-cx*ay) / 2 * kmPerDegree * kmPerDegree
}

// ringArea is the area (km2) that a closed line holds.
func ringArea(ring []point) float64 {
	var sum, lat float64
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p.lon*q.lat - q.lon*p.lat
		lat += p.lat
	}
	k := math.Cos(lat / float64(len(ring)) * math.Pi / 180)
	return math.Abs(sum) / 2 * k * kmPerDegree * kmPerDegree
}

// simplify removes points by Visvalingam's rule until every triangle left is
// worth its point. The ends stay; so do the points on the seam at 180 degrees
// of longitude. A closed arc keeps four distinct points.
func simplify(arc []point) []point {
	floor := 2
	if len(arc) > 3 && arc[0] == arc[len(arc)-1] {
		floor = 5
	}
	q := newQueue(arc)
	left := len(arc)
	for left > floor && q.Len() > 0 {
		n := heap.Pop(q).(*vertex)
		if n.worth >= 1 {
			break
		}
		left--
		n.prev.next, n.next.prev = n.next, n.prev
		for _, m := range []*vertex{n.prev, n.next} {
			if m.at >= 0 {
				// A point never becomes worth less than one removed before it.
				m.worth = math.Max(worth(m), n.worth)
				heap.Fix(q, m.at)
			}
		}
		n.gone = true
	}
	out := make([]point, 0, left)
	for _, v := range q.all {
		if !v.gone {
			out = append(out, v.p)
		}
	}
	return out
}

// vertex is a point of an arc in a list of those left; at is its place in the
// heap, or -1 when it must stay.
type vertex struct {
	p          point
	prev, next *vertex
	worth      float64 // area over tolerance
	at         int
	gone       bool
}

func worth(v *vertex) float64 {
	triangle, _ := tolerance(v.p)
	return area(v.prev.p, v.p, v.next.p) / triangle
}

type queue struct {
	all  []*vertex
	heap []*vertex
}

func newQueue(arc []point) *queue {
	q := &queue{all: make([]*vertex, len(arc))}
	for i, p := range arc {
		q.all[i] = &vertex{p: p, at: -1}
	}
	for i := 1; i+1 < len(arc); i++ {
		v := q.all[i]
		v.prev, v.next = q.all[i-1], q.all[i+1]
		if math.Abs(v.p.lon) > 179.999 {
			continue
		}
		v.worth = worth(v)
		v.at = len(q.heap)
		q.heap = append(q.heap, v)
	}
	if len(arc) > 1 {
		q.all[0].next, q.all[len(arc)-1].prev = q.all[1], q.all[len(arc)-2]
	}
	heap.Init(q)
	return q
}

func (q *queue) Len() int           { return len(q.heap) }
func (q *queue) Less(i, j int) bool { return q.heap[i].worth < q.heap[j].worth }

func (q *queue) Swap(i, j int) {
	q.heap[i], q.heap[j] = q.heap[j], q.heap[i]
	q.heap[i].at, q.heap[j].at = i, j
}

func (q *queue) Push(v any) {
	n := v.(*vertex)
	n.at = len(q.heap)
	q.heap = append(q.heap, n)
}

func (q *queue) Pop() any {
	n := q.heap[len(q.heap)-1]
	q.heap = q.heap[:len(q.heap)-1]
	n.at = -1
	return n
}
