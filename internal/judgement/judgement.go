// Package judgement is what analysts decided of pairs of things: same, different,
// unsure. Judgements are records like all others: contributed, kept for good, accounted
// for by the ledger. None is changed; the last one of a pair counts, and one that
// withdraws makes it as if the pair had never been judged.
package judgement

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"time"

	"skein/internal/column"
	"skein/internal/record"
	"skein/internal/schema"
)

// Verdict is what was decided.
type Verdict string

// The verdicts.
const (
	Same      Verdict = "same"
	Different Verdict = "different"
	Unsure    Verdict = "unsure"
	Withdrawn Verdict = "withdrawn"
)

// Pair is two things, the smaller key first.
type Pair struct{ A, B record.Key }

// PairOf returns the pair of two keys.
func PairOf(a, b record.Key) Pair {
	if bytes.Compare(a[:], b[:]) > 0 {
		a, b = b, a
	}
	return Pair{a, b}
}

// Judgement is one decision.
type Judgement struct {
	Pair
	Subject schema.Name // of the two things
	Verdict Verdict
	Author  string
	At      time.Time
	Weight  float64 // of the match at the time, in bits
}

// Of returns the judgements of a set in the order in which they were made, whatever the
// order in which they came.
func Of(set *column.Set) []Judgement {
	t := set.Table(Schema)
	var out []Judgement
	left, right, subject := t.Column("left"), t.Column("right"), t.Column("subject")
	verdict, author, at, weight := t.Column("verdict"), t.Column("author"), t.Column("judgedAt"), t.Column("weight")
	for row := range t.Len() {
		a, err1 := record.ParseKey(left.Text(row))
		b, err2 := record.ParseKey(right.Text(row))
		when, err3 := time.Parse(time.RFC3339Nano, at.Text(row))
		if err1 != nil || err2 != nil || err3 != nil {
			continue // of a case made elsewhere: it names nothing here
		}
		w, err := strconv.ParseFloat(weight.Text(row), 64)
		if err != nil {
			w = 0 // not told
		}
		out = append(out, Judgement{PairOf(a, b), schema.Name(subject.Text(row)), Verdict(verdict.Text(row)), author.Text(row), when, w})
	}
	slices.SortFunc(out, func(x, y Judgement) int {
		return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.Author, y.Author), bytes.Compare(x.A[:], y.A[:]), bytes.Compare(x.B[:], y.B[:]), cmp.Compare(x.Verdict, y.Verdict))
	})
	return out
}

// Standing returns the judgement that counts of each pair: the last one. Withdrawn ones
// are not in it.
func Standing(list []Judgement) map[Pair]Judgement {
	out := map[Pair]Judgement{}
	for _, j := range list {
		if j.Verdict == Withdrawn {
			delete(out, j.Pair)
		} else {
			out[j.Pair] = j
		}
	}
	return out
}

// Schema is the schema of judgements.
const Schema schema.Name = "Judgement"

// Contributions returns which contributions of a set the judgements of its table came
// in: they hold nothing else.
func Contributions(t *column.Table) map[uint32]bool {
	out := map[uint32]bool{}
	for row := range t.Len() {
		for _, src := range t.Records(row) {
			out[src.Contribution] = true
		}
	}
	return out
}

// Mapping is how a file written by Format is read.
//
//go:embed mapping.yaml
var Mapping []byte

// Format returns judgements as a CSV file that Mapping reads.
func Format(list []Judgement) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	lines := [][]string{{"subject", "left", "right", "verdict", "author", "judged", "weight"}}
	for _, j := range list {
		lines = append(lines, []string{string(j.Subject), j.A.String(), j.B.String(), string(j.Verdict), j.Author, j.At.UTC().Format(time.RFC3339Nano), strconv.FormatFloat(j.Weight, 'f', 3, 64)})
	}
	if err := w.WriteAll(lines); err != nil {
		return nil, fmt.Errorf("judgements: %w", err)
	}
	return b.Bytes(), nil
}
