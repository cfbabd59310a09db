package ingest

import (
	"context"
	"fmt"
	"time"

	"skein/internal/ledger"
	"skein/internal/record"
)

// clock is when the entry before a checkpoint was appended.
type clock struct {
	at   record.Checkpoint
	time time.Time
}

// appended returns the time of the entry that follows head. The times of a ledger do not go
// back: where the clock is behind the entry before, as when it was set wrongly or the battery of a
// laptop ran out, the new entry gets that one's time, and behind says so.
func (in *Ingester) appended(ctx context.Context, head record.Checkpoint) (at time.Time, behind string, err error) {
	if head.Entry > 0 && in.clock.at != head {
		b, err := in.s.Entry(ctx, head.Entry)
		if err != nil {
			return at, "", err
		}
		last, err := ledger.Decode(b)
		if err != nil {
			return at, "", fmt.Errorf("entry %d: %w", head.Entry, err)
		}
		in.clock = clock{head, last.Appended}
	}
	at = in.o.Now().UTC().Truncate(time.Second)
	if head.Entry > 0 && at.Before(in.clock.time) {
		behind = fmt.Sprintf("the clock says %s, which is before entry %d (%s): set it right; the entry is recorded at the later time",
			at.Format(time.DateTime), head.Entry, in.clock.time.Format(time.DateTime))
		at = in.clock.time
	}
	return at, behind, nil
}
