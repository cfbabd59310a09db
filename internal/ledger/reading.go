package ledger

import (
	"context"
	"fmt"

	"skein/internal/record"
)

// Live is a contribution with its last reading: the one whose records count.
type Live struct {
	Contribution record.Contribution
	Brought      Entry // the entry that brought the contribution
	Read         Entry // the entry of its last reading; the same where it was read once
}

// Readings returns every contribution with its last reading, by order of arrival,
// and the checkpoint they stand at. It checks the chain as it goes.
func Readings(ctx context.Context, c Case) ([]Live, record.Checkpoint, error) {
	var at record.Checkpoint
	var live []Live
	index := map[record.EntryNo]int{}
	for s, err := range c.Entries(ctx) {
		if err != nil {
			return nil, at, err
		}
		e, err := Decode(s.Encoded)
		if err != nil {
			return nil, at, fmt.Errorf("entry %d: %w", s.No, err)
		}
		if err := e.Follows(at); err != nil {
			return nil, at, err
		}
		at = e.Checkpoint()
		if e.Kind == Contribution {
			index[e.No] = len(live)
			live = append(live, Live{Contribution: e.Contribution(), Brought: e, Read: e})
			continue
		}
		i, ok := index[e.Of]
		if !ok {
			return nil, at, fmt.Errorf("entry %d reads entry %d: %w", e.No, e.Of, ErrChain)
		}
		live[i].Read = e
	}
	return live, at, nil
}
