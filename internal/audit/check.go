package audit

import (
	"encoding/hex"
	"fmt"
	"hash"
)

// checker follows the chain line by line.
type checker struct {
	s      *Summary
	before hash.Hash // of all bytes, while no line is chained
}

func (c *checker) line(t text) error {
	s := c.s
	if t.torn {
		s.Torn = len(t.text)
		return nil
	}
	l, ok := chained(t.text)
	if !ok && s.Lines == 0 {
		c.before.Write(t.text) // a hash never fails
		c.before.Write([]byte{'\n'})
		s.Unchained += int64(len(t.text)) + 1
		return nil
	}
	want := s.at.Head
	if s.Lines == 0 && s.Unchained > 0 {
		want = hex.EncodeToString(c.before.Sum(nil))
	}
	if !ok || l.No != s.Lines+1 || l.Previous != want || (l.Did == chain) != (s.Lines == 0 && s.Unchained > 0) {
		return fmt.Errorf("what stands after line %d does not follow it: %w", s.Lines, ErrBroken)
	}
	if l.Did == repair {
		s.Repaired++
	}
	if l.Did == Accept {
		s.Ledgers = nil
	}
	if n := len(s.Ledgers); l.Ledger != "" && (n == 0 || s.Ledgers[n-1] != l.Ledger) {
		s.Ledgers = append(s.Ledgers, l.Ledger)
	}
	s.Lines, s.at = l.No, Anchor{l.No, sum(t.text)}
	return nil
}
