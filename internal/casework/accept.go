package casework

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"
	"time"

	"skein/internal/audit"
	"skein/internal/ledger"
	"skein/internal/manifest"
	"skein/internal/record"
	"skein/internal/store/sqlite"
)

// Accept writes the account of a case anew, from a ledger that holds: for a case whose
// database came back from a copy, or one of whose files was lost or changed by mistake. A file that
// does not hold leaves the account, and whoever makes it makes it again; an audit file that does not
// hold is put aside, and another begun. What was accepted, by whom and why is its first line. It
// returns the names of those files.
func (d Dir) Accept(ctx context.Context, user, reason string, now time.Time) ([]string, error) {
	root, err := d.root()
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // a directory
	s, err := sqlite.Open(ctx, d.Database(), sqlite.Options{})
	if err != nil {
		return nil, err
	}
	at, err := ledger.Verify(ctx, s)
	if err == nil {
		err = s.Check(ctx)
	}
	stood, err2 := stands(ctx, s)
	if err = errors.Join(err, err2, s.Close()); err != nil {
		return nil, err
	}
	id := s.ID()
	var dropped []string
	err = manifest.Replace(ctx, root, func(old *manifest.Manifest) (*manifest.Manifest, error) {
		m := manifest.New(id, at)
		if old == nil || old.Case != id {
			if err := adopt(root, m); err != nil {
				return nil, err
			}
			old = manifest.New(id, at)
		}
		for name, f := range old.Files {
			state, content, err := old.Check(root, name)
			if err == nil && content != nil && (state == manifest.Holds || state == manifest.Older) && (f.Checkpoint == "" || stood[f.Checkpoint]) {
				m.Files[name] = &manifest.File{Checkpoint: f.Checkpoint, SHA256: manifest.Sum(content)}
				continue
			}
			dropped = append(dropped, name)
		}
		if m.Audit, err = accepted(root, id, old.Audit, now, &dropped); err != nil {
			return nil, err
		}
		what := "the account of files was written anew"
		if len(dropped) > 0 {
			what += ", without " + strings.Join(dropped, ", ")
		}
		m.Audit, err = audit.Append(root, auditName, id, audit.Line{At: now.UTC(), User: user, Did: audit.Accept, What: what, Reason: reason, Ledger: manifest.At(at).String()})
		return m, err
	})
	return dropped, err
}

// accepted puts an audit file aside that does not hold.
func accepted(root *os.Root, id string, a audit.Anchor, now time.Time, dropped *[]string) (audit.Anchor, error) {
	_, err := audit.Verify(root, auditName, id, a)
	if !errors.Is(err, audit.ErrBroken) {
		return a, err
	}
	aside := "audit-until-" + now.UTC().Format("20060102T150405") + ".jsonl"
	*dropped = append(*dropped, auditName+" (now "+aside+")")
	err = root.Rename(auditName, aside)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return audit.Anchor{}, err
}

// stands returns the checkpoints that the ledger has stood at.
func stands(ctx context.Context, s *sqlite.Store) (map[string]bool, error) {
	stood := map[string]bool{record.Checkpoint{}.String(): true}
	for stored, err := range s.Entries(ctx) {
		if err != nil {
			return nil, err
		}
		e, err := ledger.Decode(stored.Encoded)
		if err != nil {
			return nil, err
		}
		stood[e.Checkpoint().String()] = true
	}
	return stood, nil
}
