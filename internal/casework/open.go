package casework

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"skein/internal/atomicfile"
	"skein/internal/audit"
	"skein/internal/ledger"
	"skein/internal/manifest"
	"skein/internal/record"
	"skein/internal/store"
	"skein/internal/store/sqlite"
)

const (
	databaseName = "case.db"
	auditName    = "audit.jsonl"
	historyDir   = "history"
	chartsDir    = "charts"
)

// patience is how long to wait for another process that writes files of the case, which takes
// it moments.
const patience = 30 * time.Second

// Open opens a case: its database, checked against the account of its files. It gives an error
// that wraps [ledger.ErrBroken] where the database is not the one that the files were made from:
// it was emptied or replaced, its end was cut off, or its write-ahead log is gone.
//
// Opened for writing, a case of an earlier version is brought to the format of this one, and
// what processes that were killed left behind is removed.
func (d Dir) Open(ctx context.Context, o sqlite.Options) (*sqlite.Store, error) {
	root, err := d.root()
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // a directory
	if err := d.inside(root); err != nil {
		return nil, err
	}
	s, err := d.open(ctx, root, o)
	if errors.Is(err, ledger.ErrBroken) { // or another process was just making the case
		s, err = d.open(ctx, root, o)
	}
	if err != nil {
		return nil, err
	}
	if !o.ReadOnly {
		d.tidy(ctx, root)
	}
	return s, nil
}

// inside refuses a database that is a link out of the directory, or no file.
func (d Dir) inside(root *os.Root) error {
	err := atomicfile.Regular(root, databaseName)
	if errors.Is(err, atomicfile.ErrNotRegular) {
		return fmt.Errorf("case %s: %w", d.Database(), err)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("case %s: a link must not lead out of the case's directory: %w", d.Database(), err)
	}
	return nil
}

// root opens the directory, so that no link in it leads out of it.
func (d Dir) root() (*os.Root, error) {
	root, err := os.OpenRoot(string(d))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &store.NoCaseError{Path: d.Database()}
	}
	return root, err
}

// open reads the account before the database: what it names was committed by then.
func (d Dir) open(ctx context.Context, root *os.Root, o sqlite.Options) (*sqlite.Store, error) {
	m, err := manifest.Read(root)
	if err != nil {
		return nil, brokenBy(err)
	}
	if m == nil {
		if err := d.remains(root); err != nil {
			return nil, err
		}
		if m, err = d.migrate(ctx, root, o); err != nil {
			return nil, err
		}
	}
	if m != nil {
		o.Create, o.ID = false, m.Case
	}
	f := &follower{d: d}
	o.Committed, o.Closed = f.committed, f.close
	s, err := sqlite.Open(ctx, d.Database(), o)
	if m != nil && (errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrFormat)) {
		return nil, &ledger.Fault{Reason: fmt.Sprintf("case.db is missing, empty or damaged, while manifest.json names a case that stood at checkpoint %v (%v)", m.Ledger, err)}
	}
	if err != nil {
		return nil, err
	}
	if err := d.accounted(ctx, root, s, m, o.ReadOnly); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// brokenBy makes a manifest's fault one of the case, and says of a case that can only be read
// that it is.
func brokenBy(err error) error {
	switch {
	case errors.Is(err, manifest.ErrBroken):
		return &ledger.Fault{Reason: err.Error()}
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("the case can only be read: %w", err)
	}
	return err
}

// remains refuses to make a case where files of one lie that has lost its database.
func (d Dir) remains(root *os.Root) error {
	if info, err := root.Stat(databaseName); err == nil && info.Size() > 0 {
		return nil
	}
	for _, name := range []string{auditName, "resolution", historyDir, chartsDir} {
		if _, err := root.Stat(name); err == nil {
			return &ledger.Fault{Reason: fmt.Sprintf("case.db is missing or empty, while %s is of a case that had one; go back to a copy, or name another directory", name)}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// migrate accounts for a case of a version that kept no account, before it gets its ID: so a
// crash in between leaves either no account, or one with the ID that it will get.
func (d Dir) migrate(ctx context.Context, root *os.Root, o sqlite.Options) (*manifest.Manifest, error) {
	if o.ReadOnly {
		return nil, nil //nolint:nilnil // it is read as it is
	}
	s, err := sqlite.Open(ctx, d.Database(), sqlite.Options{ReadOnly: true})
	if err != nil {
		return nil, nil //nolint:nilnil,nilerr // there is none yet; whoever opens it reports what is wrong
	}
	id := s.ID()
	head, err := s.Head(ctx)
	if err = errors.Join(err, s.Close()); err != nil || id != "" {
		return nil, err
	}
	m := manifest.New(sqlite.NewID(), head)
	if m.Audit, err = audit.Chain(root, auditName, m.Case, time.Now()); err != nil { //nolint:forbidigo // when the format changed, by the clock of the machine
		return nil, err
	}
	if err := adopt(root, m); err != nil {
		return nil, err
	}
	return manifest.Create(ctx, root, m)
}

// adopt enters the files that an earlier version wrote as they are now.
func adopt(root *os.Root, m *manifest.Manifest) error {
	names := []string{settingsName, "report.html", "figures.json"}
	for _, dir := range []string{resolutionDir, figuresDir, historyDir, chartsDir} {
		found, err := filesIn(root, dir)
		if err != nil {
			return err
		}
		for _, name := range found {
			names = append(names, path.Join(dir, name))
		}
	}
	for _, name := range names {
		content, err := atomicfile.ReadFile(root, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		m.Files[name] = &manifest.File{SHA256: manifest.Sum(content)}
	}
	return nil
}

// accounted checks an open database against the account, and makes one for a new case.
func (d Dir) accounted(ctx context.Context, root *os.Root, s *sqlite.Store, m *manifest.Manifest, readOnly bool) error {
	head, err := s.Head(ctx)
	if err != nil {
		return err
	}
	if m == nil {
		switch {
		case s.ID() == "": // of an earlier version, and only read
			return nil
		case head.Entry > 0:
			return &ledger.Fault{Reason: "manifest.json is missing, which accounts for the files of the case"}
		case readOnly:
			return nil
		}
		m, err = manifest.Create(ctx, root, manifest.New(s.ID(), head))
		if err != nil {
			return err
		}
	}
	if err := belongs(ctx, s, m); err != nil {
		return err
	}
	if err := follows(ctx, root, s); err != nil {
		return err
	}
	if !readOnly && m.Ledger.Entry < head.Entry { // a crash came between
		return d.committed(head)
	}
	return nil
}

// belongs checks that a database is the one that an account is of.
func belongs(ctx context.Context, s *sqlite.Store, m *manifest.Manifest) error {
	if id := s.ID(); id != "" && id != m.Case {
		return &ledger.Fault{Reason: fmt.Sprintf("case.db is of case %.8s, and manifest.json of case %.8s: one of them was replaced", id, m.Case)}
	}
	if at, err := stoodAt(ctx, s, m.Ledger.Entry); err != nil {
		return err
	} else if at != m.Ledger {
		head, err := s.Head(ctx)
		if err != nil {
			return err
		}
		return &ledger.Fault{
			Entry:  min(head.Entry, m.Ledger.Entry) + 1,
			Reason: fmt.Sprintf("the ledger ends at %v, and manifest.json says that it stood at %v: case.db was replaced, was cut, or lost its write-ahead log case.db-wal", head, m.Ledger),
		}
	}
	return nil
}

// follows checks that a database has the checkpoint that the last line of audit names: else it and the
// account are of an older copy of the case.
func follows(ctx context.Context, root *os.Root, s *sqlite.Store) error {
	l, err := audit.Last(root, auditName)
	if err != nil || l.Ledger == "" {
		return err
	}
	no, _, _ := strings.Cut(l.Ledger, "@")
	entry, err := strconv.ParseUint(no, 10, 32)
	if err != nil {
		return auditBehind(l.Ledger)
	}
	if at, err := stoodAt(ctx, s, record.EntryNo(entry)); err != nil {
		return err
	} else if at.String() != l.Ledger {
		return auditBehind(l.Ledger)
	}
	return nil
}

func auditBehind(checkpoint string) *ledger.Fault {
	return &ledger.Fault{Reason: fmt.Sprintf("audit.jsonl says that the case stood at checkpoint %s, and the ledger never did: case.db and manifest.json are of an older copy, or were made anew", checkpoint)}
}

// stoodAt returns the checkpoint after an entry; the zero value where there is no such entry.
func stoodAt(ctx context.Context, s *sqlite.Store, no record.EntryNo) (manifest.Position, error) {
	if no == 0 {
		return manifest.At(record.Checkpoint{}), nil
	}
	b, err := s.Entry(ctx, no)
	if errors.Is(err, store.ErrNotFound) {
		return manifest.Position{}, nil
	}
	if err != nil {
		return manifest.Position{}, err
	}
	e, err := ledger.Decode(b)
	if err != nil {
		return manifest.Position{}, &ledger.Fault{Entry: no, Reason: err.Error()}
	}
	return manifest.At(e.Checkpoint()), nil
}

// follower keeps the account up with a ledger that grows: a commit enters it, of many in a row each
// sixteenth, and the last when the store is closed. What a crash leaves out is entered when the case
// is opened next.
type follower struct {
	d       Dir
	mu      sync.Mutex
	at      record.Checkpoint
	commits int
	behind  bool
}

func (f *follower) committed(at record.Checkpoint) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.at, f.behind = at, f.commits%16 != 0
	f.commits++
	if f.behind {
		return nil
	}
	return f.d.committed(at)
}

func (f *follower) close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.behind {
		return nil
	}
	f.behind = false
	return f.d.committed(f.at)
}

// committed enters in the account how far the ledger has come.
func (d Dir) committed(at record.Checkpoint) error {
	err := d.edit(func(_ *os.Root, m *manifest.Manifest) error {
		if at.Entry > m.Ledger.Entry {
			m.Ledger = manifest.At(at)
		}
		return nil
	})
	if err != nil {
		err = fmt.Errorf("entry %d is committed, and manifest.json could not be brought up to it: %w", at.Entry, err)
	}
	return err
}

// edit changes the account under its lock.
func (d Dir) edit(change func(*os.Root, *manifest.Manifest) error) error {
	root, err := d.root()
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // a directory
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	try := func() error {
		return manifest.Edit(ctx, root, func(m *manifest.Manifest) error {
			if m == nil {
				return manifest.ErrNone
			}
			return change(root, m)
		})
	}
	err = try()
	if errors.Is(err, manifest.ErrNone) {
		if err = d.bringUp(ctx); err == nil {
			err = try()
		}
	}
	return brokenBy(err)
}

// tidy ends what a killed process began and removes what it left. What fails here is in
// nobody's way: the next start tries again, and verify reports it.
func (d Dir) tidy(ctx context.Context, root *os.Root) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_, _ = manifest.Settle(ctx, root)
	sweep(root)
}

// Tidy removes what processes that were killed left behind, and ends what they began.
func (d Dir) Tidy(ctx context.Context) error {
	return d.inRoot(func(root *os.Root) error {
		d.tidy(ctx, root)
		return nil
	})
}

// sweep removes temporary files that no live process holds.
func sweep(root *os.Root) {
	for _, dir := range []string{".", resolutionDir, figuresDir, historyDir, chartsDir} {
		_, _ = atomicfile.Sweep(root, dir)
	}
}

// Writable says why a case cannot be written to, by [os.ErrPermission]; nil where it can.
func (d Dir) Writable() error {
	if err := sqlite.Writable(d.Database()); err != nil {
		return err
	}
	root, err := d.root()
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // a directory
	_, remove, err := atomicfile.Temp(string(d), "writable")
	if err != nil {
		return fmt.Errorf("the case can only be read: %w (%w)", os.ErrPermission, err)
	}
	remove()
	return nil
}

// Audit writes down what somebody does, before it is done.
func (d Dir) Audit(l audit.Line) error {
	return d.edit(func(root *os.Root, m *manifest.Manifest) error {
		l.Ledger = m.Ledger.String()
		at, err := audit.Append(root, auditName, m.Case, l)
		if err == nil {
			m.Audit = at
		}
		return err
	})
}
