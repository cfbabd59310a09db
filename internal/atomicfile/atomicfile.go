// Package atomicfile replaces files whole or not at all, whatever stops the
// process in between: a kill, a crash of the machine, a full disk.
//
//	err := atomicfile.Write(root, "figures/fees.by_year.csv", content)
//
// A file is written beside its target under a temporary name, flushed to disk,
// renamed, and the directory is flushed. After a crash the target holds the old
// bytes or the new ones, and nothing in between.
//
// Names are relative to an [os.Root]: a symbolic link that leads out of it is an
// error, so that nothing outside is read or overwritten.
//
// Temporary files and directories are locked while the process that made them
// lives. [Sweep] removes those that nobody holds: what a killed process left behind.
package atomicfile

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"
)

// prefix of all temporary names.
const prefix = ".skein-"

// Write replaces the file name in root by content. The file's directory must exist.
func Write(root *os.Root, name string, content []byte) error {
	temp, err := Stage(root, name, content)
	if err != nil {
		return err
	}
	return temp.Publish()
}

// Staged is content on its way to its target: on disk, under a temporary name.
type Staged struct {
	root *os.Root
	temp string
	name string
	hold *os.File // the lock
}

// Stage writes content to a temporary file beside name and flushes it to disk.
// [Staged.Publish] or [Staged.Drop] must follow.
func Stage(root *os.Root, name string, content []byte) (*Staged, error) {
	f, temp, err := create(root, path.Dir(name), path.Base(name))
	if err != nil {
		return nil, err
	}
	s := &Staged{root: root, temp: temp, name: name, hold: f}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		return nil, errors.Join(err, s.Drop())
	}
	return s, nil
}

// Name is the name that the content is to have.
func (s *Staged) Name() string { return s.name }

// Publish gives the content its name, for good.
func (s *Staged) Publish() error {
	if err := s.Rename(); err != nil {
		return err
	}
	return SyncDir(s.root, path.Dir(s.name))
}

// Rename gives the content its name; it lasts when [SyncDir] of the directory has returned.
func (s *Staged) Rename() error {
	if err := s.root.Rename(s.temp, s.name); err != nil {
		return errors.Join(err, s.Drop())
	}
	return s.hold.Close()
}

// Drop removes the temporary file.
func (s *Staged) Drop() error {
	return errors.Join(s.hold.Close(), s.root.Remove(s.temp))
}

// SyncDir makes the names in a directory last.
func SyncDir(root *os.Root, dir string) error {
	d, err := root.Open(dir)
	if err != nil {
		return err
	}
	err = syncDir(d)
	return errors.Join(err, d.Close())
}

// create makes a temporary file and locks it. Whoever sweeps may take it in the moment
// between the two: then another is made.
func create(root *os.Root, dir, base string) (*os.File, string, error) {
	for len(base) > 200 { // a name of 255 bytes has to have room for what is added
		_, size := utf8.DecodeLastRuneInString(base)
		base = base[:len(base)-size]
	}
	for range 100 {
		temp := path.Join(dir, prefix+base+"-"+strings.ToLower(rand.Text()[:10]))
		f, err := root.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, "", err
		}
		if ok, err := tryLock(f, false); err != nil {
			return nil, "", errors.Join(err, f.Close(), root.Remove(temp))
		} else if ok {
			if _, err := root.Lstat(temp); err == nil {
				return f, temp, nil
			}
		}
		if err := f.Close(); err != nil {
			return nil, "", err
		}
	}
	return nil, "", fmt.Errorf("no temporary file can be made in %s", filepath.Join(root.Name(), dir))
}

// Temp makes a temporary file in a directory ("": the system's), readable by its owner
// alone. Remove closes and removes it.
func Temp(dir, base string) (f *os.File, remove func(), err error) {
	if dir == "" {
		dir = os.TempDir()
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, err
	}
	f, temp, err := create(root, ".", base)
	if err != nil {
		return nil, nil, errors.Join(err, root.Close())
	}
	return f, func() { _, _, _ = f.Close(), root.Remove(temp), root.Close() }, nil
}

// TempDir makes a temporary directory in dir, for its owner alone. Remove removes it with
// all that is in it.
func TempDir(dir, base string) (temp string, remove func(), err error) {
	for range 100 {
		temp = filepath.Join(dir, prefix+base+"-"+strings.ToLower(rand.Text()[:10]))
		if err := os.Mkdir(temp, 0o700); errors.Is(err, fs.ErrExist) {
			continue
		} else if err != nil {
			return "", nil, err
		}
		hold, err := os.Open(temp)
		if errors.Is(err, fs.ErrNotExist) { // swept
			continue
		}
		if err != nil {
			return "", nil, errors.Join(err, os.Remove(temp))
		}
		ok, err := tryLock(hold, false)
		if err != nil {
			return "", nil, errors.Join(err, hold.Close(), os.Remove(temp))
		}
		if _, err := os.Lstat(temp); ok && err == nil {
			return temp, func() { _, _ = hold.Close(), os.RemoveAll(temp) }, nil
		}
		_ = hold.Close() // another takes its place
	}
	return "", nil, fmt.Errorf("no temporary directory can be made in %s", dir)
}

// earlier are the temporary names of earlier versions, which did not lock them: payloads
// unpacked, uploads, and files on their way.
var earlier = regexp.MustCompile(`^(payload-[0-9]{6,10}|\.upload-[0-9]{6,10}|\.[A-Za-z0-9_.-]+\.(yaml|json|html|csv|jsonl|at)-[0-9]{6,10})$`)

// Temporary reports whether a name is that of a temporary file or directory.
func Temporary(name string) bool {
	return strings.HasPrefix(name, prefix) || earlier.MatchString(name)
}

// Sweep removes from a directory of root what processes that are dead left behind there, and
// returns its names. What a live process holds stays.
func Sweep(root *os.Root, dir string) ([]string, error) {
	d, err := root.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	entries, err := d.ReadDir(-1)
	if err = errors.Join(err, d.Close()); err != nil {
		return nil, err
	}
	var swept []string
	for _, e := range entries {
		if !Temporary(e.Name()) || e.Type()&^fs.ModeDir != 0 {
			continue
		}
		name := path.Join(dir, e.Name())
		gone, err := sweep(root, name)
		if err != nil {
			return swept, err
		}
		if gone {
			swept = append(swept, name)
		}
	}
	return swept, nil
}

func sweep(root *os.Root, name string) (bool, error) {
	f, err := root.Open(name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return false, nil // its owner was faster, or it is somebody else's
	}
	if err != nil {
		return false, err
	}
	free, err := tryLock(f, false)
	if err == nil && free {
		err = root.RemoveAll(name)
	}
	return free && err == nil, errors.Join(err, f.Close())
}
