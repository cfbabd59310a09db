package main

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"skein/internal/exchange/graphfile"
	"skein/internal/network/graph"
	"skein/internal/normalize"
)

// Limits of what is asked for. Beyond them a computation takes hours or all of the memory.
const (
	mostTop       = 1_000_000
	mostBootstrap = 10_000
	mostNull      = 1_000
	mostKey       = 50
	mostLongest   = 20
	mostScan      = 50

	mostDrawn   = 20_000_000    // values that a bootstrap keeps: nodes times draws
	mostRewired = 20_000_000    // edges of all random graphs together
	mostKeyWork = 2_000_000_000 // nodes times edges times key players
)

// check refuses, before anything is read, flags that have no meaning, or none together.
func (n *networkOptions) check() error {
	for _, check := range []func() error{n.checkNumbers, n.checkMeasures, n.checkNeeded, n.checkFile, n.checkDays, n.checkPath, n.checkOut} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (n *networkOptions) checkNumbers() error {
	errs := []error{
		between("top", n.top, 0, mostTop), between("bootstrap", n.bootstrap, 0, mostBootstrap), between("null", n.null, 0, mostNull),
		between("key", n.key, 0, mostKey), between("longest", n.longest, 1, mostLongest), between("threads", n.threads, 0, 1024),
	}
	if n.given["resolution"] {
		errs = append(errs, above0("resolution", n.resolution))
	}
	if n.given["overlap"] {
		errs = append(errs, shareFlag("overlap", n.overlap))
	}
	if n.bootstrap == 1 {
		errs = append(errs, usagef("--bootstrap 1: one draw gives no interval"))
	}
	if n.given["scan"] {
		for text := range strings.SplitSeq(n.scan, ",") {
			r, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
			if err != nil || !(r > 0) || math.IsInf(r, 0) {
				return usagef("--scan: a resolution of %q; it must be a number above 0", strings.TrimSpace(text))
			}
			n.resolutions = append(n.resolutions, r)
		}
		errs = append(errs, between("scan with a count of resolutions of", len(n.resolutions), 1, mostScan))
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// checkMeasures finds the measures that are named; none are where a default is to be chosen.
func (n *networkOptions) checkMeasures() error {
	var all []string
	for _, m := range measures {
		all = append(all, m.name)
	}
	if n.given["communities"] && n.algorithm != "leiden" && n.algorithm != "cpm" {
		return usagef("--communities %q: there are leiden and cpm", n.algorithm)
	}
	switch {
	case !n.given["measure"]:
		return nil
	case n.measures == "all":
		n.order = all
		return nil
	case n.measures == "none":
		return nil
	}
	for name := range strings.SplitSeq(n.measures, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(all, name) {
			return usagef("no measure %q; there are %s; or all, or none", name, strings.Join(all, ", "))
		}
		if !slices.Contains(n.order, name) {
			n.order = append(n.order, name)
		}
	}
	slices.SortFunc(n.order, func(a, b string) int { return slices.Index(all, a) - slices.Index(all, b) })
	return nil
}

// checkNeeded refuses flags that do nothing without another.
func (n *networkOptions) checkNeeded() error {
	needs := []struct{ flag, needed string }{
		{"resolution", "communities"},
		{"overlap", "communities"},
		{"scan", "communities"},
		{"null", "communities"},
		{"truth", "communities"},
		{"only", "layer"},
		{"since", "time"},
		{"until", "time"},
		{"longest", "path"},
	}
	for _, need := range needs {
		if n.given[need.flag] && !n.given[need.needed] {
			return usagef("--%s needs --%s", need.flag, need.needed)
		}
	}
	none := n.given["measure"] && len(n.order) == 0
	drawn := n.algorithm != "" || n.bootstrap > 0 || !n.given["measure"] || slices.Contains(n.order, "sampled")
	switch {
	case n.bootstrap > 0 && none && n.key == 0:
		return usagef("--bootstrap needs a measure or --key")
	case n.given["top"] && none:
		return usagef("--top needs a measure")
	case n.given["seed"] && !drawn:
		return usagef("--seed does nothing here: nothing is drawn without --communities, --bootstrap or the measure sampled")
	}
	return nil
}

// checkFile refuses flags that the kind of file has no use for.
func (n *networkOptions) checkFile() error {
	f, isGraph := graphfile.FormatOf(n.file)
	if n.given["network"] && f != graphfile.Pajek && f != graphfile.GraphML {
		return usagef("--network is of Pajek and GraphML files, which may hold several")
	}
	if !isGraph {
		return nil
	}
	for _, flag := range []string{
		"from", "to", "weight", "layer", "only", "time", "since", "until", "directed",
		"format", "encoding", "delimiter", "sheet", "skip-rows", "no-header", "limit",
	} {
		if n.given[flag] {
			return usagef("--%s is of tables; %s is a graph file, which says itself what its edges are", flag, n.file)
		}
	}
	return nil
}

func (n *networkOptions) checkDays() error {
	for _, day := range []struct {
		flag string
		text *string
	}{{"since", &n.since}, {"until", &n.until}} {
		if !n.given[day.flag] {
			continue
		}
		iso, err := graphfile.Day(*day.text)
		if err != nil {
			return usagef("--%s: %v", day.flag, err)
		}
		*day.text = iso
	}
	if n.since != "" && n.until != "" && n.until < n.since[:min(len(n.since), len(n.until))] {
		return usagef("--since %s is after --until %s", n.since, n.until)
	}
	if n.given["only"] {
		for layer := range strings.SplitSeq(n.only, ",") {
			if layer = normalize.Visible(layer); layer == "" {
				return usagef("--only %q: a layer has no name", n.only)
			}
			n.layers = append(n.layers, layer)
		}
	}
	return nil
}

func (n *networkOptions) checkPath() error {
	if !n.given["path"] {
		return nil
	}
	row := csv.NewReader(strings.NewReader(n.path)) // a name with a comma stands in quotes
	row.TrimLeadingSpace = true
	names, err := row.Read()
	if err != nil || len(names) != 2 {
		return usagef("--path needs two nodes, as anna,boris; a name with a comma stands in quotes")
	}
	for _, name := range names {
		n.ends = append(n.ends, normalize.Visible(name))
	}
	if n.ends[0] == "" || n.ends[0] == n.ends[1] {
		return usagef("--path needs two different nodes, as anna,boris")
	}
	return nil
}

// checkOut refuses a file that could not be written after all the work.
func (n *networkOptions) checkOut() error {
	for _, file := range []string{n.file, n.truth} {
		if file == "" {
			continue
		}
		if _, err := os.Stat(file); err != nil {
			return err
		}
	}
	if !n.given["out"] {
		return nil
	}
	return writable("out", n.out, []string{".graphml", ".gexf", ".svg", ".csv", ".tsv", ".parquet"}, n.file, n.truth)
}

// fits refuses what would take too long, or too much memory, on a graph of this size.
func (n *networkOptions) fits(g *graph.Graph) error {
	nodes, edges := g.Len(), g.Edges()
	switch {
	case n.key > 0 && nodes > mostCompared:
		return usagef("--key: key players are found among up to %s nodes; there are %s", thousands(mostCompared), thousands(nodes))
	case n.key > nodes:
		return usagef("--key %d: there are only %s", n.key, counted(nodes, "node"))
	case n.key > 0 && nodes*edges > mostKeyWork/n.key:
		return usagef("--key %d: too many for %s and %s; ask for fewer", n.key, counted(nodes, "node"), counted(edges, "edge"))
	case n.bootstrap > 0 && nodes > mostDrawn/n.bootstrap:
		return usagef("--bootstrap %d of %s: at most %s draws of a graph of this size", n.bootstrap, counted(nodes, "node"), thousands(mostDrawn/nodes))
	case n.null > 0 && edges > mostRewired/n.null:
		return usagef("--null %d of %s: at most %s random graphs of this size", n.null, counted(edges, "edge"), thousands(mostRewired/max(1, edges)))
	}
	return nil
}
