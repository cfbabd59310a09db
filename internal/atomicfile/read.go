package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// ErrNotRegular says that there is a pipe, a device or a directory where a file must be.
var ErrNotRegular = errors.New("not a regular file")

// Regular gives an error that wraps [ErrNotRegular] where a name of root is that of something
// else than a file: opening a pipe would wait for somebody to write to it, for ever.
func Regular(root *os.Root, name string) error {
	info, err := root.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: name, Err: ErrNotRegular}
	}
	return err
}

// ReadFile reads a file of root.
func ReadFile(root *os.Root, name string) ([]byte, error) {
	if err := Regular(root, name); err != nil {
		return nil, err
	}
	return root.ReadFile(name)
}

// openLock opens the file of a lock.
func openLock(root *os.Root, name string, flag int) (*os.File, error) {
	if err := Regular(root, name); err != nil && (!errors.Is(err, fs.ErrNotExist) || flag&os.O_CREATE == 0) {
		return nil, fmt.Errorf("the lock cannot be used: %w", err)
	}
	return root.OpenFile(name, flag, 0o600)
}
