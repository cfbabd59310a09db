// Command generate writes graphs for the benchmark: with planted communities (lfr, after
// Lancichinetti, Fortunato and Radicchi 2008) or with the skewed degrees and weak
// communities of a recursive matrix (rmat, Chakrabarti, Zhan and Faloutsos 2004).
//
//	generate -model lfr -edges 1000000 -mixing 0.3 -out DIR/NAME
//
// makes NAME.csv with a tie a row, NAME.bin with the same as pairs of 32-bit integers, and of
// lfr NAME.truth.csv with the community of each vertex. Ties are undirected, each pair
// of vertices at most once, in a random order.
package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
)

func main() {
	model := flag.String("model", "lfr", "lfr or rmat")
	edges := flag.Int("edges", 1_000_000, "about how many ties")
	mixing := flag.Float64("mixing", 0.3, "share of ties that leave communities (lfr)")
	seed := flag.Uint64("seed", 1, "of the draws")
	out := flag.String("out", "", "path of the files, without ending")
	flag.Parse()
	r := rand.New(rand.NewPCG(*seed, 0))
	var ties []uint64
	var truth []uint32
	switch *model {
	case "lfr":
		ties, truth = planted(r, *edges, *mixing)
	case "rmat":
		ties = recursive(r, *edges)
	default:
		fmt.Fprintln(os.Stderr, "generate: no model", *model)
		os.Exit(2)
	}
	slices.Sort(ties)
	ties = slices.Compact(ties)
	r.Shuffle(len(ties), func(i, j int) { ties[i], ties[j] = ties[j], ties[i] })
	if err := write(*out, ties, truth); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// tie is a tie of two vertices; 0 for one to itself.
func tie(a, b uint32) uint64 {
	if a == b {
		return 0
	}
	return uint64(min(a, b))<<32 | uint64(max(a, b))
}

// power draws from a power law between two values.
func power(r *rand.Rand, exponent, least, most float64) int {
	a, b := math.Pow(least, 1-exponent), math.Pow(most, 1-exponent)
	return int(math.Pow(a+r.Float64()*(b-a), 1/(1-exponent)))
}

// planted draws degrees (exponent 2.5, mean about 20) and sizes of communities (exponent
// 1.5, 20 to 1,000), and ties the stubs within communities and between all at random.
func planted(r *rand.Rand, edges int, mixing float64) (ties []uint64, truth []uint32) {
	n := edges / 10
	label := make([]uint32, n) // vertices in a random order
	for v := range label {
		label[v] = uint32(v)
	}
	r.Shuffle(n, func(i, j int) { label[i], label[j] = label[j], label[i] })
	truth = make([]uint32, n)
	var outside []uint32
	community := uint32(0)
	for from := 0; from < n; community++ {
		end := min(n, from+power(r, 1.5, 20, min(1000, float64(n)/10)))
		var inside []uint32
		for _, v := range label[from:end] {
			truth[v] = community
			degree := power(r, 2.5, 7.2, min(1000, float64(n)/20))
			within := min(int(math.Round((1-mixing)*float64(degree))), end-from-1)
			for k := range degree {
				if k < within {
					inside = append(inside, v)
				} else {
					outside = append(outside, v)
				}
			}
		}
		ties = pair(r, ties, inside)
		from = end
	}
	ties = pair(r, ties, outside)
	return ties, truth
}

// pair ties stubs two by two at random.
func pair(r *rand.Rand, ties []uint64, stubs []uint32) []uint64 {
	r.Shuffle(len(stubs), func(i, j int) { stubs[i], stubs[j] = stubs[j], stubs[i] })
	for i := 0; i+1 < len(stubs); i += 2 {
		if t := tie(stubs[i], stubs[i+1]); t != 0 {
			ties = append(ties, t)
		}
	}
	return ties
}

// recursive draws ties by the quarters 0.57, 0.19, 0.19, 0.05 of the matrix, of about a
// sixteenth as many vertices as ties.
func recursive(r *rand.Rand, edges int) []uint64 {
	scale := bits.Len(uint(edges/16)) - 1
	label := make([]uint32, 1<<scale)
	for v := range label {
		label[v] = uint32(v)
	}
	r.Shuffle(len(label), func(i, j int) { label[i], label[j] = label[j], label[i] })
	ties := make([]uint64, 0, edges)
	for len(ties) < edges {
		a, b := uint32(0), uint32(0)
		for range scale {
			x := r.Float64()
			a, b = a<<1, b<<1
			switch {
			case x < 0.57:
			case x < 0.76:
				b |= 1
			case x < 0.95:
				a |= 1
			default:
				a, b = a|1, b|1
			}
		}
		if t := tie(label[a], label[b]); t != 0 {
			ties = append(ties, t)
		}
	}
	return ties
}

func write(path string, ties []uint64, truth []uint32) error {
	err := create(path+".csv", func(w *bufio.Writer) error {
		line := append([]byte(nil), "from,to\n"...)
		for _, t := range ties {
			if _, err := w.Write(line); err != nil {
				return err
			}
			line = strconv.AppendUint(line[:0], t>>32, 10)
			line = strconv.AppendUint(append(line, ','), t&math.MaxUint32, 10)
			line = append(line, '\n')
		}
		_, err := w.Write(line)
		return err
	})
	err = errors.Join(err, create(path+".bin", func(w *bufio.Writer) error {
		var pair [8]byte
		for _, t := range ties {
			binary.LittleEndian.PutUint32(pair[:], uint32(t>>32))
			binary.LittleEndian.PutUint32(pair[4:], uint32(t))
			if _, err := w.Write(pair[:]); err != nil {
				return err
			}
		}
		return nil
	}))
	if truth == nil {
		return err
	}
	return errors.Join(err, create(path+".truth.csv", func(w *bufio.Writer) error {
		if _, err := w.WriteString("vertex,community\n"); err != nil {
			return err
		}
		for v, c := range truth {
			if _, err := fmt.Fprintf(w, "%d,%d\n", v, c); err != nil {
				return err
			}
		}
		return nil
	}))
}

func create(path string, f func(w *bufio.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(file, 1<<20)
	return errors.Join(f(w), w.Flush(), file.Close())
}
