// Command live measures how long one record takes to be resolved into many: it resolves
// all but the last rows of a CSV at once, adds those one by one, and prints quantiles, and
// how many of them are in the cluster that a run over all gives them.
//
//	live -last 2000 FILE.csv
package main

import (
	"encoding/binary"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"skein/internal/record"
	"skein/internal/resolve"
	"skein/internal/resolve/comparison"
)

func main() {
	last := flag.Int("last", 2000, "how many records are added one by one")
	flag.Parse()
	if err := run(flag.Arg(0), *last); err != nil {
		fmt.Fprintln(os.Stderr, "live:", err)
		os.Exit(1)
	}
}

func run(file string, last int) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // read only
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return err
	}
	header, rows := rows[0], rows[1:]
	sources := resolve.Guess(header, rows[:min(len(rows), 5000)])
	texts := func(row []string) [][]string {
		out := make([][]string, len(sources))
		for k, s := range sources {
			var parts []string
			for _, c := range s.Columns {
				parts = append(parts, row[c])
			}
			out[k] = []string{strings.Join(parts, " ")}
		}
		return out
	}
	table := func(rows [][]string) *comparison.Table {
		var columns []*comparison.Column
		for _, s := range sources {
			columns = append(columns, comparison.NewColumn(s.Property))
		}
		for _, row := range rows {
			for k, t := range texts(row) {
				columns[k].Add(t...)
			}
		}
		return comparison.NewTable(columns)
	}
	keys := make([]record.Key, len(rows)) // in the order of the rows
	for i := range keys {
		binary.BigEndian.PutUint64(keys[i][:], uint64(i+1))
	}
	n := len(rows) - last
	learnt, err := resolve.Of(table(rows[:n]), resolve.Options{Seed: 1})
	if err != nil {
		return err
	}
	model := learnt.Frozen()
	before, err := resolve.Of(table(rows[:n]), resolve.Options{Model: model})
	if err != nil {
		return err
	}
	live, err := resolve.NewLiveOf(before, keys[:n:n], before.Clusters(0, nil), 0)
	if err != nil {
		return err
	}
	var took []time.Duration
	for i := n; i < len(rows); i++ {
		began := time.Now()
		if err := live.Add(keys[i], texts(rows[i])); err != nil {
			return err
		}
		took = append(took, time.Since(began))
	}
	all, err := resolve.Of(table(rows), resolve.Options{Model: model})
	if err != nil {
		return err
	}
	clusters, same := all.Clusters(0, nil), 0
	for i := n; i < len(rows); i++ {
		if c, ok := live.Cluster(keys[i]); ok && c == keys[clusters[i]] {
			same++
		}
	}
	slices.Sort(took)
	at := func(q float64) float64 { return took[int(q*float64(len(took)-1))].Seconds() * 1e3 }
	fmt.Printf("{\"records\": %d, \"added\": %d, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"most_ms\": %.3f, \"same_cluster\": %d}\n", n, last, at(0.5), at(0.99), at(1), same)
	return nil
}
