//go:build unix

package main

import (
	"errors"
	"os"
	"syscall"
)

// lock takes a lock on a file of a directory that ends with the process, whatever becomes of
// it. No link leads out of the directory.
func lock(dir, name string) (unlock func(), err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	f, err := root.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err = errors.Join(err, root.Close()); err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = errServed
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() { _ = f.Close() }, nil
}
