package manifest

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"

	"skein/internal/atomicfile"
)

// Publication is files that belong together and are made of one checkpoint.
type Publication struct {
	Checkpoint string
	Files      map[string][]byte // by name, with slashes
	// Make, where it is set, makes the files under the lock, after any that others write; no
	// files: there is nothing to do.
	Make func() (map[string][]byte, error)
	// Only, where it is not empty, is a directory of which no other files stay that an earlier
	// publication put there.
	Only string
	// Drop names files of earlier versions that these replace.
	Drop []string
}

// ErrNone says that a directory has no manifest, so that nothing can be published there.
var ErrNone = errors.New("the directory holds no case with a manifest")

// Publish writes the files and accounts for them. After a crash each file is whole, the old or
// the new, and the manifest knows both.
func Publish(ctx context.Context, root *os.Root, p Publication) error {
	unlock, err := atomicfile.Lock(ctx, root, LockName, false)
	if err != nil {
		return err
	}
	defer unlock()
	m, err := Read(root)
	if err != nil {
		return err
	}
	if m == nil {
		return ErrNone
	}
	if p.Make != nil {
		if p.Files, err = p.Make(); err != nil || len(p.Files) == 0 {
			return err
		}
	}
	staged, err := stage(root, p.Files)
	if err != nil {
		return err
	}
	drop := func(err error) error {
		for _, s := range staged {
			err = errors.Join(err, s.Drop())
		}
		return err
	}
	if _, err := m.recover(root); err != nil {
		return drop(err)
	}
	if err := m.intend(root, &p); err != nil {
		return drop(err)
	}
	if err := m.Write(root); err != nil {
		return drop(err)
	}
	if err := m.move(root, staged); err != nil {
		return err
	}
	m.settle()
	return m.Write(root)
}

// move gives the files their names, removes those that go, and makes both last.
func (m *Manifest) move(root *os.Root, staged []*atomicfile.Staged) error {
	dirs := map[string]bool{}
	for i, s := range staged {
		if err := s.Rename(); err != nil {
			for _, left := range staged[i+1:] {
				err = errors.Join(err, left.Drop())
			}
			return err
		}
		dirs[path.Dir(s.Name())] = true
	}
	for name, f := range m.Files {
		if f.Going {
			if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			dirs[path.Dir(name)] = true
		}
	}
	for dir := range dirs {
		if err := atomicfile.SyncDir(root, dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func stage(root *os.Root, files map[string][]byte) ([]*atomicfile.Staged, error) {
	var staged []*atomicfile.Staged
	for _, name := range slices.Sorted(maps.Keys(files)) {
		err := root.MkdirAll(path.Dir(name), 0o750)
		if err == nil {
			var s *atomicfile.Staged
			if s, err = atomicfile.Stage(root, name, files[name]); err == nil {
				staged = append(staged, s)
			}
		}
		if err != nil {
			for _, s := range staged {
				err = errors.Join(err, s.Drop())
			}
			return nil, err
		}
	}
	return staged, nil
}

// intend enters what the files will be.
func (m *Manifest) intend(root *os.Root, p *Publication) error {
	for name, content := range p.Files {
		f := m.Files[name]
		if f == nil {
			f = &File{}
			switch before, err := atomicfile.ReadFile(root, name); { // of an earlier version
			case err == nil:
				f.SHA256 = Sum(before)
			case !errors.Is(err, fs.ErrNotExist):
				return err
			}
			m.Files[name] = f
		}
		f.Checkpoint, f.Next, f.Going = p.Checkpoint, Sum(content), false
	}
	for name, f := range m.Files {
		if _, stays := p.Files[name]; !stays && p.Only != "" && path.Dir(name) == p.Only {
			f.Going = true
		}
	}
	for _, name := range p.Drop {
		if m.Files[name] == nil {
			m.Files[name] = &File{}
		}
		m.Files[name].Going = true
	}
	return nil
}

// settle enters that the files are what they were to be.
func (m *Manifest) settle() {
	for name, f := range m.Files {
		switch {
		case f.Going:
			delete(m.Files, name)
		case f.Next != "":
			f.SHA256, f.Next = f.Next, ""
		}
	}
}

// Settle ends a publication that a crash broke off: what was renamed counts as published, what
// was not stays as it was. It returns the names that were not.
func Settle(ctx context.Context, root *os.Root) (older []string, err error) {
	m, err := Read(root)
	if m == nil || err != nil || m.settled() {
		return nil, err
	}
	err = Edit(ctx, root, func(m *Manifest) error {
		if m == nil {
			return nil
		}
		older, err = m.recover(root)
		return err
	})
	return older, err
}

// settled reports whether no publication is under way or was broken off.
func (m *Manifest) settled() bool {
	for _, f := range m.Files {
		if f.Next != "" || f.Going {
			return false
		}
	}
	return true
}

// recover compares the files that were being replaced with what they were and were to be.
func (m *Manifest) recover(root *os.Root) (older []string, err error) {
	for name, f := range m.Files {
		if f.Next == "" && !f.Going {
			continue
		}
		content, err := atomicfile.ReadFile(root, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		switch sum := Sum(content); {
		case err != nil && f.Going: // it is gone
			delete(m.Files, name)
		case err != nil && f.SHA256 == "": // it was to be new
			delete(m.Files, name)
			older = append(older, name)
		case err != nil: // no crash takes a file away: verify reports it
		case f.Next != "" && sum == f.Next:
			f.SHA256, f.Next = f.Next, ""
		case sum == f.SHA256:
			f.Next, f.Going = "", false
			older = append(older, name)
		case f.SHA256 == "" && f.Next == "": // of an earlier version, and stays
			delete(m.Files, name)
		}
	}
	slices.Sort(older)
	return older, nil
}

// State is what became of a file of the manifest.
type State int

// States of a file.
const (
	Holds   State = iota
	Older         // a crash broke off its replacement: it is the one before, or not there yet
	Missing       // it is gone
	Changed       // it is not what was written
)

// Check compares a file with the manifest. It returns its content.
func (m *Manifest) Check(root *os.Root, name string) (State, []byte, error) {
	f := m.Files[name]
	content, err := atomicfile.ReadFile(root, name)
	if errors.Is(err, fs.ErrNotExist) {
		if f.SHA256 == "" || f.Going {
			return Older, nil, nil
		}
		return Missing, nil, nil
	}
	if err != nil {
		return Changed, nil, err
	}
	switch sum := Sum(content); {
	case f.Next != "" && sum == f.Next, sum == f.SHA256 && f.Next == "":
		return Holds, content, nil
	case sum == f.SHA256, f.SHA256 == "" && f.Going:
		return Older, content, nil
	}
	return Changed, content, nil
}
