package judgement

import (
	"strings"
	"testing"
	"time"

	"skein/internal/record"
)

func TestStanding(t *testing.T) {
	a, b, c := record.Key{1}, record.Key{2}, record.Key{3}
	at := func(n int) time.Time { return time.Date(2016, 1, 1, 0, 0, n, 0, time.UTC) }
	standing := Standing([]Judgement{
		{Pair: PairOf(a, b), Verdict: Same, At: at(1)},
		{Pair: PairOf(b, a), Verdict: Different, At: at(2)},
		{Pair: PairOf(a, c), Verdict: Unsure, At: at(3)},
		{Pair: PairOf(b, c), Verdict: Same, At: at(4)},
		{Pair: PairOf(c, b), Verdict: Withdrawn, At: at(5)},
	})
	if len(standing) != 2 || standing[PairOf(a, b)].Verdict != Different || standing[PairOf(c, a)].Verdict != Unsure {
		t.Errorf("%v", standing)
	}
}

func TestFormat(t *testing.T) {
	text, err := Format([]Judgement{{
		Pair: PairOf(record.Key{2}, record.Key{1}), Subject: "Person", Verdict: Same, Author: `A. "Ana" Lyst, EU`,
		At: time.Date(2016, 1, 1, 0, 0, 0, 5, time.UTC), Weight: 3.14159,
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := "subject,left,right,verdict,author,judged,weight\n" +
		"Person,01000000000000000000000000000000,02000000000000000000000000000000,same,\"A. \"\"Ana\"\" Lyst, EU\",2016-01-01T00:00:00.000000005Z,3.142\n"
	if got := string(text); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if !strings.Contains(string(Mapping), "schema: Judgement") {
		t.Error("the mapping makes something else")
	}
}
