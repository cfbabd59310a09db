// Command calls writes a synthetic call-record CSV to standard output: the same
// bytes for the same number of rows. Numbers begin with +999, which is given to no country.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"time"
)

func main() {
	rows := flag.Int("rows", 1_000_000, "number of calls")
	flag.Parse()
	w := bufio.NewWriterSize(os.Stdout, 1<<20)
	if err := write(w, *rows); err != nil {
		log.Fatal(err)
	}
}

// write draws callers by a Pareto law: few phones make most calls, as in life.
func write(w *bufio.Writer, rows int) error {
	rng := rand.New(rand.NewPCG(2015, 11))
	phones := max(10, rows/20)
	start := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	kinds := []string{"voice", "voice", "voice", "text", "app"}
	fmt.Fprintln(w, "id,caller,called,start,seconds,kind,cell,imei")
	for i := range rows {
		from, to := pareto(rng, phones), pareto(rng, phones)
		for to == from {
			to = rng.IntN(phones)
		}
		at := start.Add(time.Duration(rng.IntN(365*24*3600)) * time.Second)
		fmt.Fprintf(w, "%d,+9997%08d,+9997%08d,%s,%d,%s,%d-%d,35%013d\n", i+1, from, to, at.Format("2006-01-02T15:04:05Z"),
			int(rng.ExpFloat64()*90), kinds[rng.IntN(len(kinds))], 100+rng.IntN(900), rng.IntN(10000), uint64(from)*7919%10_000_000_000_000)
	}
	return w.Flush()
}

// pareto draws a phone, low numbers more often.
func pareto(rng *rand.Rand, phones int) int {
	u := rng.Float64()
	return int(float64(phones) * u * u * u)
}
