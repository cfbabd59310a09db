package casework

import (
	"errors"
	"fmt"
	"os"
)

// ErrNoFile says that what was named as an input is no file.
var ErrNoFile = errors.New("not a file")

// OpenInput opens a file that a user names, and returns its size. Files are read at many places and
// more than once, which a pipe or a device cannot be: that gives an error that wraps [ErrNoFile].
func OpenInput(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, err
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return nil, 0, fmt.Errorf("%s is a directory: %w; name a file", path, ErrNoFile)
	case !mode.IsRegular():
		return nil, 0, fmt.Errorf("%s is a pipe or a device: %w; write its content to a file and name that", path, ErrNoFile)
	}
	f, err := os.Open(path)
	return f, info.Size(), err
}
