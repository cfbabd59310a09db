package ledger_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
	"skein/internal/store/memory"
	"skein/internal/store/storetest"
)

func TestEntriesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := ledger.Entry{
			No: record.EntryNo(rapid.Uint32().Draw(t, "no")), Kind: ledger.Contribution, Of: 1,
			Appended: time.Unix(rapid.Int64Range(0, 1<<33).Draw(t, "appended"), 0).UTC(),
			Source:   rapid.String().Draw(t, "source"), Name: rapid.String().Draw(t, "name"), Owner: rapid.String().Draw(t, "owner"),
			Origin: record.Origin(rapid.String().Draw(t, "origin")), Label: handling.Public(),
			Received: time.Unix(0, 0).UTC(), Bytes: rapid.Int64Min(0).Draw(t, "bytes"), Records: 3, Quarantined: 1,
		}
		e.Payload[3], e.Mapping[4], e.RecordsSum[5], e.QuarantineSum[6] = 1, 2, 3, 4
		b := e.Encode()
		got, err := ledger.Decode(b)
		if err != nil {
			t.Fatal(err)
		}
		if got != e {
			t.Fatalf("%+v came back as %+v", e, got)
		}
		if got.Checkpoint() != e.Checkpoint() {
			t.Fatal("the checkpoint differs")
		}
		at := rapid.IntRange(0, len(b)-1).Draw(t, "at")
		b[at] ^= 1
		if changed, err := ledger.Decode(b); err == nil && changed.Checkpoint() == e.Checkpoint() {
			t.Fatalf("byte %d does not count", at)
		}
	})
}

func TestDecodeRefuses(t *testing.T) {
	e := ledger.Entry{No: 1, Of: 1, Kind: ledger.Contribution, Label: handling.Public(), Grade: grading.Ungraded()}
	good := e.Encode()
	for name, bad := range map[string][]byte{
		"nothing": nil, "text": []byte("skein ledger entry 2\n"), "cut short": good[:len(good)-1], "with more": append(slices.Clone(good), 0),
	} {
		if _, err := ledger.Decode(bad); !errors.Is(err, ledger.ErrEntry) {
			t.Errorf("%s gave %v, want ErrEntry", name, err)
		}
	}
}

// tampered is a case with one answer replaced.
type tampered struct {
	store.Store
	entries    func([]ledger.Stored) []ledger.Stored
	head       func(record.Checkpoint) record.Checkpoint
	holdings   func(*ledger.Holdings)
	payload    func(string) string
	records    func([][]byte) [][]byte
	quarantine func([][]byte) [][]byte
	mapping    func(string) string
	salt       func(*ledger.Salt)
	print      func(*[32]byte)
}

func (c *tampered) Entries(ctx context.Context) iter.Seq2[ledger.Stored, error] {
	var all []ledger.Stored
	for s, err := range c.Store.Entries(ctx) {
		if err != nil {
			panic(err) // the store is in memory
		}
		s.Encoded = slices.Clone(s.Encoded)
		all = append(all, s)
	}
	if c.entries != nil {
		all = c.entries(all)
	}
	return func(yield func(ledger.Stored, error) bool) {
		for _, s := range all {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func (c *tampered) Head(ctx context.Context) (record.Checkpoint, error) {
	h, err := c.Store.Head(ctx)
	if c.head != nil {
		h = c.head(h)
	}
	return h, err
}

func (c *tampered) Holdings(ctx context.Context) (ledger.Holdings, error) {
	h, err := c.Store.Holdings(ctx)
	if c.holdings != nil {
		c.holdings(&h)
	}
	return h, err
}

func (c *tampered) Payload(ctx context.Context, no record.EntryNo) (io.ReadCloser, error) {
	r, err := c.Store.Payload(ctx, no)
	if err != nil || c.payload == nil {
		return r, err
	}
	b, err := io.ReadAll(r)
	return io.NopCloser(strings.NewReader(c.payload(string(b)))), err
}

func change(blocks iter.Seq2[[]byte, error], f func([][]byte) [][]byte) iter.Seq2[[]byte, error] {
	if f == nil {
		return blocks
	}
	var all [][]byte
	for b, err := range blocks {
		if err != nil {
			panic(err) // the store is in memory
		}
		all = append(all, slices.Clone(b))
	}
	return func(yield func([]byte, error) bool) {
		for _, b := range f(all) {
			if !yield(b, nil) {
				return
			}
		}
	}
}

func (c *tampered) RecordBlocks(ctx context.Context, no record.EntryNo) iter.Seq2[[]byte, error] {
	return change(c.Store.RecordBlocks(ctx, no), c.records)
}

func (c *tampered) QuarantineBlocks(ctx context.Context, no record.EntryNo) iter.Seq2[[]byte, error] {
	return change(c.Store.QuarantineBlocks(ctx, no), c.quarantine)
}

func (c *tampered) Mapping(ctx context.Context, sum ledger.Digest) ([]byte, error) {
	text, err := c.Store.Mapping(ctx, sum)
	if c.mapping != nil {
		text = []byte(c.mapping(string(text)))
	}
	return text, err
}

func (c *tampered) Salt(ctx context.Context, no record.EntryNo) (ledger.Salt, error) {
	s, err := c.Store.Salt(ctx, no)
	if c.salt != nil {
		c.salt(&s)
	}
	return s, err
}

func (c *tampered) Fingerprint(ctx context.Context, no record.EntryNo) ([32]byte, error) {
	p, err := c.Store.Fingerprint(ctx, no)
	if c.print != nil {
		c.print(&p)
	}
	return p, err
}

func swap[T any](s []T) []T { s[0], s[1] = s[1], s[0]; return s }

func TestVerifyNamesTheFirstEntryThatDoesNotHold(t *testing.T) {
	for name, c := range map[string]struct {
		spoil tampered
		entry record.EntryNo
		says  string
	}{
		"entry changed": {tampered{entries: func(es []ledger.Stored) []ledger.Stored {
			es[0].Encoded[len(es[0].Encoded)-1] ^= 1
			return es
		}}, 2, "does not follow"},
		"last entry changed": {tampered{entries: func(es []ledger.Stored) []ledger.Stored {
			es[2].Encoded[len(es[2].Encoded)-1] ^= 1
			return es
		}}, 4, "its head says"},
		"entry missing":      {tampered{entries: func(es []ledger.Stored) []ledger.Stored { return slices.Delete(es, 1, 2) }}, 2, "is missing"},
		"last entry missing": {tampered{entries: func(es []ledger.Stored) []ledger.Stored { return es[:2] }}, 3, "its head says"},
		"entries swapped":    {tampered{entries: swap[ledger.Stored]}, 1, "is missing"},
		"contents of two swapped": {tampered{entries: func(es []ledger.Stored) []ledger.Stored {
			es[0].Encoded, es[1].Encoded = es[1].Encoded, es[0].Encoded
			return es
		}}, 1, "does not follow"},
		"entry added": {tampered{entries: func(es []ledger.Stored) []ledger.Stored {
			return append(es, ledger.Stored{No: 4, Encoded: es[2].Encoded})
		}}, 4, "does not follow"},
		"head changed":        {tampered{head: func(h record.Checkpoint) record.Checkpoint { h.Hash[0] ^= 1; return h }}, 4, "its head says"},
		"payload changed":     {tampered{payload: func(s string) string { return strings.ToUpper(s) }}, 1, "payload changed"},
		"payload longer":      {tampered{payload: func(s string) string { return s + "\n" }}, 1, "payload changed"},
		"payload gone":        {tampered{holdings: func(h *ledger.Holdings) { h.Payloads = h.Payloads[:1] }}, 2, "payload missing"},
		"payload of nobody":   {tampered{holdings: func(h *ledger.Holdings) { h.Payloads = append(h.Payloads, 9) }}, 9, "no entry accounts for"},
		"records gone":        {tampered{holdings: func(h *ledger.Holdings) { h.Records = h.Records[1:] }}, 2, "records missing"},
		"records of nobody":   {tampered{holdings: func(h *ledger.Holdings) { h.Records = append([]record.EntryNo{1}, h.Records...) }}, 1, "no entry accounts for"},
		"a block gone":        {tampered{records: func(b [][]byte) [][]byte { return b[:0] }}, 2, "records changed"},
		"a block changed":     {tampered{records: func(b [][]byte) [][]byte { b[0][len(b[0])-1] ^= 1; return b }}, 2, "records changed"},
		"blocks swapped":      {tampered{records: func(b [][]byte) [][]byte { slices.Reverse(b); return b }}, 3, "records changed"},
		"quarantine changed":  {tampered{quarantine: func(b [][]byte) [][]byte { return append(b, []byte("x")) }}, 2, "quarantine changed"},
		"mapping changed":     {tampered{mapping: func(s string) string { return s + " " }}, 1, "mapping changed"},
		"mapping of nobody":   {tampered{holdings: func(h *ledger.Holdings) { h.Mappings = append(h.Mappings, ledger.Digest{}) }}, 0, "belongs to no entry"},
		"salt changed":        {tampered{salt: func(s *ledger.Salt) { s[0] ^= 1 }}, 1, "payload changed"},
		"salt gone":           {tampered{holdings: func(h *ledger.Holdings) { h.Salts = h.Salts[:2] }}, 3, "salt missing"},
		"fingerprint changed": {tampered{print: func(p *[32]byte) { p[0] ^= 1 }}, 1, "fingerprint"},
	} {
		t.Run(name, func(t *testing.T) {
			c.spoil.Store = threeEntries(t)
			_, err := ledger.Verify(context.Background(), &c.spoil)
			var f *ledger.Fault
			if !errors.As(err, &f) || !errors.Is(err, ledger.ErrBroken) {
				t.Fatalf("Verify gave %v", err)
			}
			if f.Entry != c.entry || !strings.Contains(f.Error(), c.says) {
				t.Errorf("Verify names entry %d: %v; want entry %d: %s", f.Entry, f, c.entry, c.says)
			}
		})
	}
}

// threeEntries is a case of two contributions, the first of which was read twice.
func threeEntries(t *testing.T) store.Store {
	t.Helper()
	s := memory.New()
	storetest.Fill(t, s, storetest.Small()...)
	tx, err := s.Begin(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if err := tx.Withdraw(1); err != nil {
		t.Fatal(err)
	}
	if _, err := storetest.Append(tx, storetest.Sample{Mapping: "a: 2\n", Records: 2}, 1); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	at, err := ledger.Verify(context.Background(), s)
	if err != nil || at.Entry != 3 {
		t.Fatalf("the untouched case: %v, %v", at, err)
	}
	return s
}

// endsIn is a case whose payload is asked for when the user has had enough.
type endsIn struct {
	store.Store
	cancel context.CancelFunc
}

func (c endsIn) Payload(context.Context, record.EntryNo) (io.ReadCloser, error) {
	c.cancel()
	return nil, context.Canceled
}

// Whoever breaks off a verification has not found a broken case.
func TestBreakingOffProvesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := ledger.Verify(ctx, endsIn{threeEntries(t), cancel})
	if !errors.Is(err, context.Canceled) || errors.Is(err, ledger.ErrBroken) {
		t.Errorf("a verification that was broken off gave %v", err)
	}
}

// The digest of contents tells nothing to whoever has not the salt.
func TestDigestsAreSalted(t *testing.T) {
	h := ledger.NewDigester(ledger.Salt{1})
	_, _ = h.Write([]byte("x"))
	if ledger.Sum(h) == ledger.Digest(sha256.Sum256([]byte("x"))) {
		t.Error("the digest is the plain hash")
	}
}

func FuzzEntry(f *testing.F) {
	e := ledger.Entry{No: 1, Of: 1, Kind: ledger.Contribution, Label: handling.Public(), Source: "s"}
	f.Add(e.Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := ledger.Decode(b)
		if err != nil {
			return
		}
		if string(e.Encode()) != string(b) {
			t.Error("an entry has two encodings")
		}
	})
}
