// Command score compares pairs of names, for the benchmark beside its peers: a CSV of
// labelled pairs, or pairs of Arabic and Latin spellings.
//
//	score cases FILE.csv    prints "score TAB match TAB category" for each pair
//	score ranks FILE.txt    prints the mean reciprocal rank of the true partner
package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"os"
	"strings"

	"skein/internal/normalize/name"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: score cases|ranks FILE")
	}
	f, err := os.Open(args[1])
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // read only
	if args[0] == "ranks" {
		return ranks(bufio.NewScanner(f))
	}
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return err
	}
	for _, r := range rows[1:] { // case_group, schema, name1, name2, is_match, quality, category
		prepare := name.Organisation
		if r[1] == "Person" {
			prepare = name.Person
		}
		a, b := prepare(r[2], ""), prepare(r[3], "")
		fmt.Printf("%.6f\t%s\t%s\n", name.Score(a, b), r[4], r[6])
	}
	return nil
}

// ranks finds each Arabic name's partner among all Latin ones.
func ranks(lines *bufio.Scanner) error {
	var native, latin []name.Name
	for lines.Scan() {
		if a, b, ok := strings.Cut(lines.Text(), "\t"); ok {
			native, latin = append(native, name.Person(a, "ar")), append(latin, name.Person(b, ""))
		}
	}
	sum := 0.0
	for i := range native {
		own := name.Score(native[i], latin[i])
		rank, ties := 1.0, 0.0
		for j := range latin {
			switch s := name.Score(native[i], latin[j]); {
			case j == i:
			case s > own:
				rank++
			case s == own:
				ties++
			}
		}
		sum += 1 / (rank + ties/2)
	}
	fmt.Printf("%.4f\n", sum/float64(len(native)))
	return lines.Err()
}
