package ingest

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"

	"skein/internal/block"
	"skein/internal/ledger"
	"skein/internal/record"
)

// chunkBytes is how much of a payload is stored as one part.
const chunkBytes = 1 << 20

// job is one reading of one payload.
type job struct {
	entry *ledger.Entry
	owner string
	// received is the day of receipt of the contribution.
	received time.Time
	name     string
	plan     *plan
	salt     ledger.Salt
	file     io.ReaderAt
	size     int64
	payload  bool // whether the payload is to be stored
	// fingerprint is the SHA-256 under which a payload to be stored is known.
	fingerprint [32]byte
}

// read writes the contents of a job's entry and completes the entry. Reading and
// mapping run in a goroutine of their own, so that they overlap with compression
// and the database.
func (in *Ingester) read(ctx context.Context, j job) (Result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ps := newParse(ctx, j, in.o.Progress)
	ps.admit = in.o.Admit
	done := make(chan error, 1)
	go func() {
		defer close(ps.out)
		done <- ps.run()
	}()
	w := contents{tx: in.tx, salt: j.salt}
	w.reset()
	err := w.write(j, ps.out)
	if err != nil {
		cancel()
		for range ps.out { // until the parser sees that it is over
		}
	}
	if err := errors.Join(err, <-done); err != nil {
		return Result{}, err
	}
	if ps.whole != "" {
		if err := w.quarantineWhole(j.entry.No, ps.whole); err != nil {
			return Result{}, err
		}
		ps.ordinal, ps.quarantined = 0, 1
	}
	e := j.entry
	e.Mapping, e.Records, e.Quarantined = j.plan.sum, int(ps.ordinal), ps.quarantined
	e.RecordsSum, e.QuarantineSum = ledger.Sum(w.records), ledger.Sum(w.quarantine)
	if j.payload {
		e.Payload = ledger.Sum(w.payload)
	}
	return Result{Name: j.name, Rows: ps.rows, Records: e.Records, Quarantined: e.Quarantined, Reason: ps.whole, Notes: ps.notes}, nil
}

// contents writes what belongs to an entry and keeps its digests.
type contents struct {
	tx                           writer
	salt                         ledger.Salt
	payload, records, quarantine hash.Hash
}

// writer is what contents needs of a store's transaction.
type writer interface {
	Payload(chunk []byte) error
	Records(block []byte) error
	Quarantine(block []byte) error
	Withdraw(no record.EntryNo) error
}

func (w *contents) reset() {
	w.records, w.quarantine = ledger.NewDigester(w.salt), ledger.NewDigester(w.salt)
}

func (w *contents) write(j job, batches <-chan batch) error {
	if j.payload {
		if err := w.writePayload(j); err != nil {
			return err
		}
	}
	for b := range batches {
		if err := w.writeBatch(b); err != nil {
			return err
		}
	}
	return nil
}

func (w *contents) writePayload(j job) error {
	w.payload = ledger.NewDigester(w.salt)
	plain := sha256.New()
	r := io.NewSectionReader(j.file, 0, j.size)
	chunk := make([]byte, min(chunkBytes, j.size))
	var total int64
	for total < j.size {
		n, err := io.ReadFull(r, chunk)
		if n > 0 {
			total += int64(n)
			w.payload.Write(chunk[:n]) // hashes never fail
			plain.Write(chunk[:n])
			if err := w.tx.Payload(chunk[:n]); err != nil {
				return err
			}
		}
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
			return fmt.Errorf("%s: %w: %w", j.name, ErrChanged, err)
		}
	}
	if [32]byte(plain.Sum(nil)) != j.fingerprint {
		return fmt.Errorf("%s: %w", j.name, ErrChanged)
	}
	return nil
}

// ErrChanged says that a file did not hold still while it was taken in. Nothing of
// it is stored.
var ErrChanged = errors.New("the file changed or went away while it was read; give the command again")

func (w *contents) writeBatch(b batch) error {
	if b.records != nil {
		ledger.AddBlock(w.records, b.records)
		if err := w.tx.Records(b.records); err != nil {
			return err
		}
	}
	if b.quarantine != nil {
		ledger.AddBlock(w.quarantine, b.quarantine)
		return w.tx.Quarantine(b.quarantine)
	}
	return nil
}

// quarantineWhole drops what was read of a file that cannot be read to its end,
// and leaves the reason in its place. The payload stays.
func (w *contents) quarantineWhole(no record.EntryNo, reason string) error {
	if err := w.tx.Withdraw(no); err != nil {
		return err
	}
	w.reset()
	return w.writeBatch(batch{quarantine: block.EncodeQuarantine([]record.Quarantined{{Reason: reason}})})
}
