package ingest

import (
	"context"
	"errors"
	"fmt"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/ledger"
	"skein/internal/record"
)

// known deals with bytes that the owner sent before.
func (in *Ingester) known(ctx context.Context, t *Terms, fingerprint [32]byte, p *plan, name string) (Result, bool, error) {
	id := t.Owner + "\x00" + string(fingerprint[:])
	terms := told(t.Label, t.Grade, t.Origin)
	if seen, ok := in.now[id]; ok {
		if seen.terms != terms {
			return otherTerms(name, seen.entry, seen.terms, terms), true, nil
		}
		if seen.recipe != p.sum {
			return Result{}, true, fmt.Errorf("%s: the same bytes came as %s through another mapping; give one mapping with two queries: %w", name, seen.name, ErrTwice)
		}
		return Result{State: Unchanged, Entry: seen.entry, Name: name}, true, nil
	}
	nos, err := in.s.Find(ctx, fingerprint)
	if err != nil {
		return Result{}, true, err
	}
	for _, no := range nos {
		b, err := in.s.Entry(ctx, no)
		if err != nil {
			return Result{}, true, err
		}
		e, err := ledger.Decode(b)
		if err != nil {
			return Result{}, true, err
		}
		if e.Owner == t.Owner {
			if held := told(e.Label, e.Grade, e.Origin); held != terms {
				return otherTerms(name, no, held, terms), true, nil
			}
			in.now[id] = session{no, p.sum, name, terms}
			r, err := in.again(ctx, no, p)
			return r, true, err
		}
	}
	return Result{}, false, nil
}

// told names the terms that decide what figures say and who may read them.
func told(l handling.Label, g grading.Grade, o record.Origin) string {
	return fmt.Sprintf("label %v, grade %v, origin %q", l, g, string(o))
}

// otherTerms refuses bytes that are held under other terms: left alone, a stricter label
// would seem to hold and would not.
func otherTerms(name string, no record.EntryNo, held, now string) Result {
	return Result{State: Refused, Name: name, Reason: fmt.Sprintf(
		"the same bytes are held as entry %d with %s, and now come with %s; what is held keeps its terms: give the old ones, or make a new case", no, held, now)}
}

// ErrTwice says that one session brought the same bytes under two recipes.
var ErrTwice = errors.New("the same bytes twice")
