package casework

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"

	"skein/internal/atomicfile"
	"skein/internal/ledger"
	"skein/internal/manifest"
	"skein/internal/store/sqlite"
)

// Keep writes a file of the case's directory and accounts for it: whole or not at all. The
// checkpoint is the one that the content is made of.
func (d Dir) Keep(name, checkpoint string, content []byte) error {
	return d.publish(manifest.Publication{Checkpoint: checkpoint, Files: map[string][]byte{name: content}})
}

// publish writes files that belong together.
func (d Dir) publish(p manifest.Publication) error {
	root, err := d.root()
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // a directory
	return d.publishIn(root, p)
}

func (d Dir) publishIn(root *os.Root, p manifest.Publication) error {
	sweep(root)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	err := manifest.Publish(ctx, root, p)
	if errors.Is(err, manifest.ErrNone) {
		if err = d.bringUp(ctx); err == nil {
			err = manifest.Publish(ctx, root, p)
		}
	}
	return brokenBy(err)
}

// bringUp brings a case of an earlier version to this one, by opening it for writing.
func (d Dir) bringUp(ctx context.Context) error {
	s, err := d.Open(ctx, sqlite.Options{})
	if err != nil {
		return err
	}
	return s.Close()
}

// Kept returns the content of a file of the case's directory. It gives [fs.ErrNotExist] where
// the case has none, and an error that wraps [ledger.ErrBroken] where the file is not as Skein
// wrote it. Of a case of an earlier version, which has no account, it gives the file that is there.
func (d Dir) Kept(name string) ([]byte, error) {
	root, err := d.root()
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // a directory
	var state manifest.State
	for range 3 { // another process may be writing it
		m, err := manifest.Read(root)
		if err != nil {
			return nil, brokenBy(err)
		}
		if m == nil {
			return atomicfile.ReadFile(root, name)
		}
		if m.Files[name] == nil {
			return nil, fmt.Errorf("%s: %w", d.Path(name), fs.ErrNotExist)
		}
		var content []byte
		if state, content, err = m.Check(root, name); err != nil {
			return nil, err
		}
		switch {
		case state == manifest.Holds, state == manifest.Older && content != nil:
			return content, nil
		case state == manifest.Older:
			return nil, fmt.Errorf("%s: %w", d.Path(name), fs.ErrNotExist)
		}
	}
	what := "was changed since Skein wrote it"
	if state == manifest.Missing {
		what = "is missing"
	}
	return nil, &ledger.Fault{Reason: fmt.Sprintf("%s %s, and answers rest on it", name, what)}
}

// List returns the names of the files that the case keeps in one of its directories, sorted.
func (d Dir) List(dir string) ([]string, error) {
	root, err := d.root()
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // a directory
	m, err := manifest.Read(root)
	if err != nil {
		return nil, brokenBy(err)
	}
	if m == nil {
		return filesIn(root, dir)
	}
	var names []string
	for name := range m.Files {
		if path.Dir(name) == dir {
			names = append(names, path.Base(name))
		}
	}
	slices.Sort(names)
	return names, nil
}

// filesIn returns the names of the files that lie in a directory.
func filesIn(root *os.Root, dir string) ([]string, error) {
	entries, err := fs.ReadDir(root.FS(), dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && !atomicfile.Temporary(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// inRoot opens the directory for one use.
func (d Dir) inRoot(use func(*os.Root) error) error {
	root, err := d.root()
	if err != nil {
		return err
	}
	return errors.Join(use(root), root.Close())
}
