package community

import (
	"context"

	"skein/internal/agreement"
	"skein/internal/network/graph"
)

// Step is what one resolution of a scan gives.
type Step struct {
	Resolution  float64
	Communities int
	Quality     float64
	Stability   float64 // mean normalised mutual information between runs of other seeds: 1 is always the same
}

// Scan partitions a graph at several resolutions, each from several seeds. A resolution at
// which all seeds find nearly the same tells of the graph, not of the seed.
func Scan(ctx context.Context, g *graph.Graph, o Options, resolutions []float64, runs int) ([]Step, error) {
	var out []Step
	for _, r := range resolutions {
		o.Resolution = r
		step := Step{Resolution: r}
		var found [][]int32
		for run := range runs {
			seeded := o
			seeded.Seed, seeded.Runs = o.Seed+uint64(run), 1
			p, err := Leiden(ctx, g, seeded)
			if err != nil {
				return nil, err
			}
			if run == 0 || p.Quality > step.Quality {
				step.Communities, step.Quality = p.Communities, p.Quality
			}
			found = append(found, agreement.Labels(p.Of))
		}
		pairs := 0.0
		for i, a := range found {
			for _, b := range found[:i] {
				step.Stability += agreement.NMI(a, b, agreement.Arithmetic)
				pairs++
			}
		}
		step.Stability /= max(1, pairs)
		out = append(out, step)
	}
	return out, nil
}

// Overlapping returns the communities of each vertex of an undirected graph: its own, and
// every other that holds at least a share of the weight of its ties (after Nepusz et al.
// 2008, who grade how far a vertex belongs to each).
func Overlapping(g *graph.Graph, of []uint32, share float64) [][]uint32 {
	out := make([][]uint32, g.Len())
	weight := map[uint32]float64{}
	for v := range uint32(g.Len()) {
		clear(weight)
		to, weights := g.Arcs(v)
		total := 0.0
		var order []uint32
		for i, u := range to {
			w := 1.0
			if weights != nil {
				w = float64(weights[i])
			}
			if _, ok := weight[of[u]]; !ok {
				order = append(order, of[u])
			}
			weight[of[u]] += w
			total += w
		}
		out[v] = []uint32{of[v]}
		for _, c := range order {
			if c != of[v] && weight[c] >= share*total {
				out[v] = append(out[v], c)
			}
		}
	}
	return out
}
