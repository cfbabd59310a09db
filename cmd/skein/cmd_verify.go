package main

import (
	"context"
	"errors"
	"fmt"

	"skein/internal/casework"
	"skein/internal/ledger"
	"skein/internal/store/sqlite"
)

// verdict is the answer of verify.
type verdict struct {
	Holds      bool   `json:"holds"`
	Checkpoint string `json:"checkpoint"`
	Entry      uint32 `json:"entry,omitempty"` // first that does not hold
	Reason     string `json:"reason,omitempty"`
}

func runVerify(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "verify", "--case DIR [--at CHECKPOINT] [--json]",
		"Recomputes every hash of the ledger and every digest of what it accounts for.\nExit code 0: the case holds. 1: it does not; the first entry that fails is named.")
	dir := o.String("case", "", "`DIR` of the case")
	at := o.String("at", "", "a `CHECKPOINT` noted earlier (in a report, say) that the ledger must still contain")
	asJSON := o.Bool("json", false, "print the verdict as JSON")
	if _, err := o.parse(args, 0, 0); err != nil {
		return err
	}
	s, err := openCase(ctx, casework.Dir(*dir), sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	e.doing("verifying the ledger")
	v, verr := judge(ctx, s, *at)
	if err := errors.Join(ctx.Err(), s.Close()); err != nil { // broken off: there is no verdict
		return err
	}
	if *asJSON {
		return errors.Join(verr, printJSON(e.out, v))
	}
	if v.Holds {
		fmt.Fprintf(e.out, "the case holds at checkpoint %s\n", v.Checkpoint)
	}
	return verr
}

// judge verifies the ledger first, so that its first broken entry is named, and
// then the store's own files.
func judge(ctx context.Context, s *sqlite.Store, at string) (verdict, error) {
	reached, err := ledger.Verify(ctx, s)
	v := verdict{Checkpoint: reached.String()}
	if err == nil {
		if err = s.Check(ctx); err != nil {
			err = &ledger.Fault{Reason: "the ledger holds, but the file is damaged: " + err.Error()}
		}
	}
	if err == nil && at != "" {
		err = contains(ctx, s, at)
	}
	v.Holds = err == nil
	if err != nil {
		v.Reason = err.Error()
		if f, ok := errors.AsType[*ledger.Fault](err); ok {
			v.Entry, v.Reason = uint32(f.Entry), f.Reason
		}
		err = fmt.Errorf("%w: %w", ledger.ErrBroken, err)
	}
	return v, err
}

// contains looks for a checkpoint noted earlier.
func contains(ctx context.Context, s *sqlite.Store, at string) error {
	for stored, err := range s.Entries(ctx) {
		if err != nil {
			return err
		}
		e, err := ledger.Decode(stored.Encoded)
		if err != nil {
			return err
		}
		if e.Checkpoint().String() == at {
			return nil
		}
	}
	return &ledger.Fault{Reason: "the ledger never stood at checkpoint " + at}
}
