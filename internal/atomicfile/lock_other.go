//go:build !unix

package atomicfile

import "os"

// tryLock takes no lock: these systems refuse to remove a file that is open, which keeps
// temporary files of live processes, and one process at a time is the user's care.
func tryLock(*os.File, bool) (bool, error) { return true, nil }

// syncDir does nothing: these systems flush names with the files.
func syncDir(*os.File) error { return nil }
