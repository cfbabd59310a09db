// Package storetest is the suite that every store passes.
package storetest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"skein/internal/block"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
)

// Run tests the store that open returns; each call opens another, empty one.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for name, test := range map[string]func(*testing.T, store.Store){
		"an empty case verifies":                testEmpty,
		"what is appended is read back":         testReadBack,
		"a rolled back entry leaves nothing":    testRollback,
		"contents after the last entry go":      testTrailing,
		"an entry that does not follow":         testChain,
		"one writer at a time":                  testOneWriter,
		"readers see committed state only":      testIsolation,
		"a second reading withdraws the first":  testReading,
		"what was begun can be withdrawn":       testWithdrawBegun,
		"the same bytes are found":              testFind,
		"the same bytes come in once an owner":  testOnce,
		"records that were lost are noticed":    testWithdrawnWithoutReading,
		"what is not held is said to be absent": testAbsent,
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
			test(t, s)
		})
	}
}

// Sample is a small contribution with all kinds of contents.
type Sample struct {
	Owner      string
	Payload    []string // chunks
	Mapping    string
	Records    int
	Quarantine int
}

// Append writes a sample as the next entry of an open transaction, as a reading
// of an earlier entry where of is not zero.
func Append(tx store.Tx, s Sample, of record.EntryNo) (ledger.Entry, error) {
	no := tx.Head().Entry + 1
	salt := ledger.Salt(bytes.Repeat([]byte{byte(no)}, 16))
	e := ledger.Entry{
		No: no, Previous: tx.Head().Hash, Kind: ledger.Contribution, Of: no,
		Appended: time.Date(2016, 2, 22, 9, 0, int(no), 0, time.UTC),
		Mapping:  sha256.Sum256([]byte(s.Mapping)), Records: s.Records, Quarantined: s.Quarantine,
	}
	payload, fingerprint := ledger.NewDigester(salt), sha256.New()
	if of != 0 {
		e.Kind, e.Of, e.Received, e.Label = ledger.Reading, of, time.Unix(0, 0).UTC(), handling.Label{}
	} else {
		e.Source, e.Name, e.Owner, e.Origin = "calls", "calls.csv", s.Owner, "wire tap"
		e.Grade, _ = grading.Parse("B2")
		e.Label = handling.Public()
		e.Received = time.Date(2016, 2, 20, 0, 0, 0, 0, time.UTC)
		for _, chunk := range s.Payload {
			payload.Write([]byte(chunk))
			fingerprint.Write([]byte(chunk))
			e.Bytes += int64(len(chunk))
			if err := tx.Payload([]byte(chunk)); err != nil {
				return e, err
			}
		}
		e.Payload = ledger.Sum(payload)
	}
	if err := contents(tx, &e, s, salt); err != nil {
		return e, err
	}
	err := tx.Append(&e, store.Sealed{Salt: salt, Fingerprint: [32]byte(fingerprint.Sum(nil)), Mapping: []byte(s.Mapping)})
	return e, err
}

func contents(tx store.Tx, e *ledger.Entry, s Sample, salt ledger.Salt) error {
	records, quarantine := ledger.NewDigester(salt), ledger.NewDigester(salt)
	for i := range s.Records { // one record a block
		b := block.NewBuilder()
		b.Add(&record.Record{
			ID: record.NewID(e.No, uint32(i+1)), Schema: "Phone", Key: record.Key{byte(i + 1)}, Place: record.Place{Row: i + 2},
			Statements: []record.Statement{{Property: "number", Value: fmt.Sprint("+30210", i)}},
		})
		ledger.AddBlock(records, b.Bytes())
		if err := tx.Records(b.Bytes()); err != nil {
			return err
		}
	}
	for i := range s.Quarantine {
		q := block.EncodeQuarantine([]record.Quarantined{{Place: record.Place{Row: 100 + i}, Column: "date", Reason: "no date", Raw: []byte("x;y")}})
		ledger.AddBlock(quarantine, q)
		if err := tx.Quarantine(q); err != nil {
			return err
		}
	}
	e.RecordsSum, e.QuarantineSum = ledger.Sum(records), ledger.Sum(quarantine)
	return nil
}

// Fill appends samples, one transaction each.
func Fill(t *testing.T, s store.Store, samples ...Sample) []ledger.Entry {
	t.Helper()
	var entries []ledger.Entry
	for _, sample := range samples {
		tx := begin(t, s)
		e, err := Append(tx, sample, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	return entries
}

// Small is a case of two contributions.
func Small() []Sample {
	return []Sample{
		{Owner: "EL-POLICE", Payload: []string{"from;to\n", "1;2\n"}, Mapping: "a: 1\n", Records: 2, Quarantine: 1},
		{Owner: "IT-POLICE", Payload: []string{"x"}, Mapping: "b: 2\n", Records: 1},
	}
}

func begin(t *testing.T, s store.Store) store.Tx {
	t.Helper()
	tx, err := s.Begin(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

func verify(t *testing.T, s store.Store, want record.EntryNo) {
	t.Helper()
	at, err := ledger.Verify(context.Background(), s)
	if err != nil || at.Entry != want {
		t.Fatalf("Verify reached %v, %v; want entry %d", at, err, want)
	}
}

func testEmpty(t *testing.T, s store.Store) {
	verify(t, s, 0)
	if c, ok := s.(store.Checker); ok {
		if err := c.Check(context.Background()); err != nil {
			t.Error(err)
		}
	}
}

func testReadBack(t *testing.T, s store.Store) {
	ctx := context.Background()
	samples := Small()
	entries := Fill(t, s, samples...)
	verify(t, s, 2)
	live, at, err := ledger.Readings(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	if head, err := s.Head(ctx); err != nil || head != at || at != entries[1].Checkpoint() {
		t.Errorf("head %v, %v; readings end at %v, want %v", head, err, at, entries[1].Checkpoint())
	}
	for i, l := range live {
		if diff := cmp.Diff(entries[i], l.Read, cmp.AllowUnexported(grading.Grade{}, handling.Label{}), cmp.Comparer(func(a, b handling.Label) bool { return a == b })); diff != "" {
			t.Errorf("entry %d: %s", i+1, diff)
		}
		no := entries[i].No
		r, err := s.Payload(ctx, no)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		if err != nil || r.Close() != nil || string(got) != join(samples[i].Payload) {
			t.Errorf("payload %q, %v", got, err)
		}
		if text, err := s.Mapping(ctx, entries[i].Mapping); err != nil || string(text) != samples[i].Mapping {
			t.Errorf("mapping %q, %v", text, err)
		}
		if n := count(t, s, no); n != samples[i].Records {
			t.Errorf("%d records, want %d", n, samples[i].Records)
		}
	}
}

func join(chunks []string) string {
	var b bytes.Buffer
	for _, c := range chunks {
		b.WriteString(c)
	}
	return b.String()
}

func count(t *testing.T, s store.Store, no record.EntryNo) int {
	t.Helper()
	n := 0
	for b, err := range s.RecordBlocks(context.Background(), no) {
		if err != nil {
			t.Fatal(err)
		}
		r, err := block.NewReader(no, b)
		if err != nil {
			t.Fatal(err)
		}
		for {
			row, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			if row == nil {
				break
			}
			n++
		}
	}
	return n
}

func testRollback(t *testing.T, s store.Store) {
	Fill(t, s, Small()[0])
	tx := begin(t, s)
	if _, err := Append(tx, Small()[1], 0); err != nil {
		t.Fatal(err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := tx.Rollback(); err != nil {
		t.Errorf("second rollback: %v", err)
	}
	verify(t, s, 1)
	Fill(t, s, Small()[1])
	verify(t, s, 2)
}

func testTrailing(t *testing.T, s store.Store) {
	tx := begin(t, s)
	if _, err := Append(tx, Small()[0], 0); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(tx.Payload([]byte("left over")), tx.Records([]byte("left over")), tx.Commit()); err != nil {
		t.Fatal(err)
	}
	verify(t, s, 1)
	Fill(t, s, Small()[1])
	verify(t, s, 2)
}

func testChain(t *testing.T, s store.Store) {
	Fill(t, s, Small()...)
	for _, wrong := range []func(*ledger.Entry){
		func(e *ledger.Entry) { e.No++; e.Of++ },
		func(e *ledger.Entry) { e.No--; e.Of-- },
		func(e *ledger.Entry) { e.Previous[0] ^= 1 },
	} {
		tx := begin(t, s)
		e := ledger.Entry{No: 3, Of: 3, Kind: ledger.Contribution, Previous: tx.Head().Hash, Label: handling.Public()}
		wrong(&e)
		if err := tx.Append(&e, store.Sealed{}); !errors.Is(err, ledger.ErrChain) {
			t.Errorf("Append gave %v, want ErrChain", err)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
	}
	verify(t, s, 2)
}

func testOneWriter(t *testing.T, s store.Store) {
	tx := begin(t, s)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if _, err := s.Begin(ctx); !errors.Is(err, store.ErrBusy) {
		t.Errorf("a second writer got %v, want ErrBusy", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := begin(t, s).Rollback(); err != nil {
		t.Fatal(err)
	}
}

func testIsolation(t *testing.T, s store.Store) {
	Fill(t, s, Small()[0])
	tx := begin(t, s)
	if _, err := Append(tx, Small()[1], 0); err != nil {
		t.Fatal(err)
	}
	verify(t, s, 1)
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	verify(t, s, 2)
}

func testReading(t *testing.T, s store.Store) {
	entries := Fill(t, s, Small()...)
	tx := begin(t, s)
	if err := tx.Withdraw(1); err != nil {
		t.Fatal(err)
	}
	again := Sample{Mapping: "a: 2\n", Records: 3}
	if _, err := Append(tx, again, 1); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	verify(t, s, 3)
	live, _, err := ledger.Readings(context.Background(), s)
	if err != nil || len(live) != 2 || live[0].Read.No != 3 || live[0].Contribution.Entry != 1 || live[1].Read.No != 2 {
		t.Fatalf("readings %+v, %v", live, err)
	}
	if count(t, s, 1) != 0 || count(t, s, 3) != 3 {
		t.Errorf("records: %d of the first reading, %d of the second", count(t, s, 1), count(t, s, 3))
	}
	if found, err := s.Find(context.Background(), sha256.Sum256([]byte("from;to\n1;2\n"))); err != nil || !slices.Equal(found, []record.EntryNo{entries[0].No}) {
		t.Errorf("Find gave %v, %v", found, err)
	}
}

func testWithdrawBegun(t *testing.T, s store.Store) {
	tx := begin(t, s)
	if err := errors.Join(tx.Records([]byte("begun")), tx.Records([]byte("in vain")), tx.Quarantine([]byte("too")), tx.Withdraw(1)); err != nil {
		t.Fatal(err)
	}
	if _, err := Append(tx, Small()[0], 0); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	verify(t, s, 1)
}

func testFind(t *testing.T, s store.Store) {
	same, other := Small()[1], Small()[1]
	other.Owner = "EL-POLICE"
	Fill(t, s, Small()[0], same, other)
	found, err := s.Find(context.Background(), sha256.Sum256([]byte("x")))
	if err != nil || !slices.Equal(found, []record.EntryNo{2, 3}) {
		t.Errorf("Find gave %v, %v; want entries 2 and 3", found, err)
	}
	if found, err := s.Find(context.Background(), sha256.Sum256([]byte("y"))); err != nil || len(found) > 0 {
		t.Errorf("Find of other bytes gave %v, %v", found, err)
	}
}

func testOnce(t *testing.T, s store.Store) {
	Fill(t, s, Sample{Owner: "AA", Payload: []string{"x", "y"}})
	tx := begin(t, s)
	if _, err := Append(tx, Sample{Owner: "BB", Payload: []string{"xy"}}, 0); err != nil {
		t.Errorf("from another owner: %v", err)
	}
	for _, owner := range []string{"AA", "BB"} {
		if _, err := Append(tx, Sample{Owner: owner, Payload: []string{"xy"}}, 0); !errors.Is(err, store.ErrTwice) {
			t.Errorf("again from %s gave %v", owner, err)
		}
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	verify(t, s, 1)
}

func testWithdrawnWithoutReading(t *testing.T, s store.Store) {
	Fill(t, s, Small()...)
	tx := begin(t, s)
	if err := errors.Join(tx.Withdraw(1), tx.Commit()); err != nil {
		t.Fatal(err)
	}
	_, err := ledger.Verify(context.Background(), s)
	var fault *ledger.Fault
	if !errors.As(err, &fault) || fault.Entry != 1 || !errors.Is(err, ledger.ErrBroken) {
		t.Errorf("Verify gave %v, want a fault in entry 1", err)
	}
}

func testAbsent(t *testing.T, s store.Store) {
	ctx := context.Background()
	Fill(t, s, Small()[0])
	_, err1 := s.Entry(ctx, 2)
	_, err2 := s.Salt(ctx, 2)
	_, err3 := s.Fingerprint(ctx, 2)
	_, err4 := s.Mapping(ctx, ledger.Digest{1})
	for i, err := range []error{err1, err2, err3, err4} {
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("question %d gave %v, want ErrNotFound", i+1, err)
		}
	}
	if b, err := s.Entry(ctx, 1); err != nil || len(b) == 0 {
		t.Errorf("Entry(1) = %d bytes, %v", len(b), err)
	}
}
