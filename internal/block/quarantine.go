package block

import (
	"encoding/binary"
	"fmt"

	"skein/internal/record"
)

// EncodeQuarantine packs quarantined rows, in order.
func EncodeQuarantine(rows []record.Quarantined) []byte {
	b := NewBuilder()
	for _, q := range rows {
		b.str(q.Place.Part)
		b.body = binary.AppendUvarint(b.body, uint64(q.Place.Row))
		b.str(q.Column)
		b.str(q.Reason)
		hasRaw := byte(0)
		if q.Raw != nil {
			hasRaw = 1
		}
		b.body = append(b.body, hasRaw)
		b.body = binary.AppendUvarint(b.body, uint64(len(q.Raw)))
		b.body = append(b.body, q.Raw...)
	}
	out := append([]byte{version, 'Q'}, binary.AppendUvarint(nil, uint64(len(b.table)))...)
	out = append(out, b.texts...)
	out = binary.AppendUvarint(out, uint64(len(rows)))
	return append(out, b.body...)
}

// DecodeQuarantine reads what [EncodeQuarantine] wrote.
func DecodeQuarantine(block []byte) ([]record.Quarantined, error) {
	c := cursor{rest: block}
	strs := c.header('Q')
	n := c.uvarint(uint64(len(c.rest)))
	rows := make([]record.Quarantined, 0, min(n, 1024))
	str := func() string { return strs[c.uvarint(uint64(len(strs))-1)] }
	for range n {
		var q record.Quarantined
		q.Place.Part = str()
		q.Place.Row = int(c.uvarint(1 << 40))
		q.Column, q.Reason = str(), str()
		hasRaw := c.uvarint(1) == 1
		raw := c.take(int(c.uvarint(uint64(len(c.rest)))))
		if hasRaw {
			q.Raw = append([]byte{}, raw...)
		}
		if c.bad || (!hasRaw && len(raw) > 0) {
			return nil, fmt.Errorf("quarantine: %w", ErrCorrupt)
		}
		rows = append(rows, q)
	}
	if len(c.rest) > 0 || c.bad {
		return nil, fmt.Errorf("quarantine: %w", ErrCorrupt)
	}
	return rows, nil
}
