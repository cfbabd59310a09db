package atomicfile

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"
)

// Lock waits for the lock that a file of root stands for: shared with others who share it, or
// for one alone. It ends with the process, whatever becomes of it. The file is made where there
// is none.
func Lock(ctx context.Context, root *os.Root, name string, shared bool) (unlock func(), err error) {
	flag := os.O_CREATE | os.O_RDWR
	if shared {
		// Who only reads may do so where nothing can be written, and needs no lock there.
		f, err := openLock(root, name, os.O_RDONLY)
		if errors.Is(err, fs.ErrNotExist) {
			return func() {}, nil
		}
		if err != nil {
			return nil, err
		}
		return wait(ctx, f, true)
	}
	f, err := openLock(root, name, flag)
	if err != nil {
		return nil, err
	}
	return wait(ctx, f, false)
}

func wait(ctx context.Context, f *os.File, shared bool) (unlock func(), err error) {
	for pause := time.Millisecond; ; pause = min(2*pause, 50*time.Millisecond) {
		ok, err := tryLock(f, shared)
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if ok {
			return func() { _ = f.Close() }, nil
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), f.Close())
		case <-time.After(pause):
		}
	}
}
