//go:build !unix

package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// lock takes a lock on a file of a directory. A process that is killed leaves it behind: delete
// the file then.
func lock(dir, name string) (unlock func(), err error) {
	path := filepath.Join(dir, name)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, errServed
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = errors.Join(f.Close(), os.Remove(path)) }, nil
}
