package ledger

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"

	"skein/internal/record"
)

// Case is what [Verify] reads. Every store offers it.
type Case interface {
	// Entries yields the encoded entries with the numbers under which they are
	// stored, in ascending order of number.
	Entries(ctx context.Context) iter.Seq2[Stored, error]
	// Head returns the checkpoint that the store holds to be the last.
	Head(ctx context.Context) (record.Checkpoint, error)
	// Holdings returns for which entries contents are held, of every part.
	Holdings(ctx context.Context) (Holdings, error)
	// Salt returns an entry's salt.
	Salt(ctx context.Context, no record.EntryNo) (Salt, error)
	// Payload returns a contribution's bytes as they came.
	Payload(ctx context.Context, no record.EntryNo) (io.ReadCloser, error)
	// Fingerprint returns the unsalted SHA-256 by which the store recognises
	// bytes that it holds already; zero for a reading.
	Fingerprint(ctx context.Context, no record.EntryNo) ([32]byte, error)
	// RecordBlocks and QuarantineBlocks yield an entry's blocks, in order.
	RecordBlocks(ctx context.Context, no record.EntryNo) iter.Seq2[[]byte, error]
	QuarantineBlocks(ctx context.Context, no record.EntryNo) iter.Seq2[[]byte, error]
	// Mapping returns the text of a mapping.
	Mapping(ctx context.Context, sum Digest) ([]byte, error)
}

// Stored is an entry as the store holds it.
type Stored struct {
	No      record.EntryNo
	Encoded []byte
}

// Holdings lists what a store holds, each list ascending without repeats.
type Holdings struct {
	Salts, Payloads, Records, Quarantine []record.EntryNo
	Mappings                             []Digest
}

// ErrBroken says that a case does not hold: something was changed, lost, moved
// or added since the ledger was written.
var ErrBroken = errors.New("the case does not hold")

// Fault is the first thing found that does not hold.
type Fault struct {
	Entry  record.EntryNo // 0: not of any one entry
	Reason string
}

func (f *Fault) Error() string {
	if f.Entry == 0 {
		return f.Reason
	}
	return fmt.Sprintf("entry %d: %s", f.Entry, f.Reason)
}

// Unwrap makes every fault an [ErrBroken].
func (f *Fault) Unwrap() error { return ErrBroken }

// Verify walks the chain and recomputes every digest. It returns the checkpoint
// reached. The error is a [*Fault] that names the first entry that does not hold,
// or the context's where that ended first. The case must be of one moment: a store
// that another process writes to meanwhile is read from a snapshot.
func Verify(ctx context.Context, c Case) (record.Checkpoint, error) {
	v := verifier{c: c, live: map[record.EntryNo]record.EntryNo{}, mappings: map[Digest]bool{}}
	err := v.all(ctx)
	if err != nil && ctx.Err() != nil {
		return v.at, ctx.Err() // whoever breaks off has proved nothing
	}
	return v.at, err
}

func (v *verifier) all(ctx context.Context) error {
	if err := v.chain(ctx); err != nil {
		return err
	}
	if err := v.extras(ctx); err != nil {
		return err
	}
	for i := range v.entries {
		if err := v.contents(ctx, &v.entries[i]); err != nil {
			return err
		}
	}
	return nil
}

type verifier struct {
	c        Case
	entries  []Entry
	live     map[record.EntryNo]record.EntryNo // contribution -> entry of its last reading
	mappings map[Digest]bool                   // referenced by an entry
	at       record.Checkpoint
}

func (v *verifier) chain(ctx context.Context) error {
	for s, err := range v.c.Entries(ctx) {
		if err != nil {
			return &Fault{Entry: v.at.Entry + 1, Reason: "cannot be read: " + err.Error()}
		}
		if s.No != v.at.Entry+1 {
			return &Fault{Entry: v.at.Entry + 1, Reason: fmt.Sprintf("is missing; entry %d comes next", s.No)}
		}
		e, err := Decode(s.Encoded)
		if err != nil {
			return &Fault{Entry: s.No, Reason: err.Error()}
		}
		if err := e.Follows(v.at); err != nil {
			return &Fault{Entry: s.No, Reason: err.Error()}
		}
		if _, ok := v.live[e.Of]; e.Kind == Reading && !ok {
			return &Fault{Entry: s.No, Reason: fmt.Sprintf("reads entry %d, which brought no contribution", e.Of)}
		}
		v.live[e.Of] = e.No
		v.mappings[e.Mapping] = true
		v.entries = append(v.entries, e)
		v.at = e.Checkpoint()
	}
	head, err := v.c.Head(ctx)
	if err != nil {
		return &Fault{Reason: "the head of the ledger cannot be read: " + err.Error()}
	}
	if head != v.at {
		return &Fault{Entry: min(head.Entry, v.at.Entry) + 1, Reason: fmt.Sprintf("the ledger ends at %v, its head says %v", v.at, head)}
	}
	return nil
}

// extras finds contents that no entry accounts for, and entries whose contents
// are gone.
func (v *verifier) extras(ctx context.Context) error {
	h, err := v.c.Holdings(ctx)
	if err != nil {
		return &Fault{Reason: "the contents cannot be listed: " + err.Error()}
	}
	var payloads, records, quarantine, salts []record.EntryNo
	for i := range v.entries {
		e := &v.entries[i]
		salts = append(salts, e.No)
		if e.Kind == Contribution && e.Bytes > 0 {
			payloads = append(payloads, e.No)
		}
		if v.live[e.Of] == e.No && e.Records > 0 {
			records = append(records, e.No)
		}
		if v.live[e.Of] == e.No && e.Quarantined > 0 {
			quarantine = append(quarantine, e.No)
		}
	}
	for _, part := range []struct {
		name       string
		want, have []record.EntryNo
	}{{"salt", salts, h.Salts}, {"payload", payloads, h.Payloads}, {"records", records, h.Records}, {"quarantine", quarantine, h.Quarantine}} {
		if err := compareHoldings(part.name, part.want, part.have); err != nil {
			return err
		}
	}
	for _, m := range h.Mappings {
		if !v.mappings[m] {
			return &Fault{Reason: "mapping " + m.String() + " belongs to no entry"}
		}
	}
	return nil
}

func compareHoldings(part string, want, have []record.EntryNo) error {
	for i := 0; i < len(want) || i < len(have); i++ {
		switch {
		case i >= len(have) || (i < len(want) && want[i] < have[i]):
			return &Fault{Entry: want[i], Reason: part + " missing"}
		case i >= len(want) || want[i] > have[i]:
			return &Fault{Entry: have[i], Reason: part + " held that no entry accounts for"}
		}
	}
	return nil
}

func (v *verifier) contents(ctx context.Context, e *Entry) error {
	salt, err := v.c.Salt(ctx, e.No)
	if err != nil {
		return &Fault{Entry: e.No, Reason: "salt cannot be read: " + err.Error()}
	}
	if e.Kind == Contribution {
		if err := v.payload(ctx, e, salt); err != nil {
			return err
		}
	} else if held, err := v.c.Fingerprint(ctx, e.No); err != nil || held != [32]byte{} {
		return &Fault{Entry: e.No, Reason: "fingerprint held that no payload accounts for"}
	}
	text, err := v.c.Mapping(ctx, e.Mapping)
	if err != nil || Digest(sha256.Sum256(text)) != e.Mapping {
		return &Fault{Entry: e.No, Reason: "mapping changed or missing"}
	}
	if v.live[e.Of] != e.No {
		return nil // withdrawn by a later reading; extras saw to it that nothing is left
	}
	if err := sumBlocks(v.c.RecordBlocks(ctx, e.No), salt, e.RecordsSum); err != nil {
		return &Fault{Entry: e.No, Reason: "records " + err.Error()}
	}
	if err := sumBlocks(v.c.QuarantineBlocks(ctx, e.No), salt, e.QuarantineSum); err != nil {
		return &Fault{Entry: e.No, Reason: "quarantine " + err.Error()}
	}
	return nil
}

func (v *verifier) payload(ctx context.Context, e *Entry, salt Salt) error {
	fail := func(err error) error { return &Fault{Entry: e.No, Reason: "payload cannot be read: " + err.Error()} }
	r, err := v.c.Payload(ctx, e.No)
	if err != nil {
		return fail(err)
	}
	salted, plain := NewDigester(salt), sha256.New()
	n, err := io.Copy(io.MultiWriter(salted, plain), r)
	if err = errors.Join(err, r.Close()); err != nil {
		return fail(err)
	}
	if n != e.Bytes || Sum(salted) != e.Payload {
		return &Fault{Entry: e.No, Reason: "payload changed"}
	}
	held, err := v.c.Fingerprint(ctx, e.No)
	if err != nil || held != [32]byte(plain.Sum(nil)) {
		return &Fault{Entry: e.No, Reason: "fingerprint of the payload changed or missing"}
	}
	return nil
}

func sumBlocks(blocks iter.Seq2[[]byte, error], salt Salt, want Digest) error {
	h := NewDigester(salt)
	for b, err := range blocks {
		if err != nil {
			return fmt.Errorf("cannot be read: %w", err)
		}
		AddBlock(h, b)
	}
	if Sum(h) != want {
		return errors.New("changed")
	}
	return nil
}
