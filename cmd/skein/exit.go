package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"syscall"

	"skein/internal/casework"
	"skein/internal/ingest"
	"skein/internal/ledger"
	"skein/internal/store"
)

// Exit codes of every verb.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitQuarantined = 3
	exitRefused     = 4
)

// usageError says that a command was not given as it should be.
type usageError struct{ reason string }

func (u usageError) Error() string { return u.reason }

// told is an error that the verb's own output has told already.
type told struct{ error }

func (t told) Unwrap() error { return t.error }

// Errors that end a verb with a code of their own.
var (
	errQuarantined = errors.New("some input is in quarantine")
	errRefused     = errors.New("some files were not taken in")
	errInterrupted = errors.New("interrupted; nothing is half done, and the same command can be given again")
	errPolicy      = errors.New("refused by policy")
)

// endings maps errors to exit codes and tells what to do about them, in one
// place. The first that fits counts.
var endings = []struct {
	err  error
	code int
	hint string
}{
	{errQuarantined, exitQuarantined, "list it with: skein quarantine list --case DIR"},
	{errRefused, exitQuarantined, ""},
	{errPolicy, exitRefused, ""},
	{store.ErrNotFound, exitFailed, "make a case with skein run or skein ingest, and name its directory with --case"},
	{store.ErrBusy, exitFailed, ""},
	{store.ErrFormat, exitFailed, "if it was a case once, go back to a copy that skein verify finds to hold"},
	{os.ErrPermission, exitFailed, "see who may read and write the directory of the case, and the files in it"},
	{ledger.ErrBroken, exitFailed, "do not work on with this case; go back to a copy that verifies (skein verify --case DIR lists what does not)"},
	{store.ErrFull, exitFailed, hintFull},
	{syscall.ENOSPC, exitFailed, hintFull},
	{syscall.EDQUOT, exitFailed, hintFull},
	{syscall.EFBIG, exitFailed, "a file would be larger than the file system or a limit of this user allows; nothing was half-written"},
	{store.ErrDisk, exitFailed, "see whether the disk is full or damaged, and run the same command again; nothing was half-written"},
	{syscall.EROFS, exitFailed, "the file system is for reading only; give the command where the case can be written to"},
	{casework.ErrNoFile, exitUsage, ""},
	{ingest.ErrTwice, exitUsage, ""},
	{ingest.ErrTerms, exitUsage, "see doc/case-file.md"},
}

const hintFull = "free space and run the same command again; nothing was half-written"

// fail prints an error with its hint and returns the exit code.
func (e *env) fail(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, flag.ErrHelp) {
		return exitDone
	}
	if u, ok := errors.AsType[usageError](err); ok {
		fmt.Fprintf(e.err, "skein: %s\n", u.reason)
		return exitUsage
	}
	if a, ok := errors.AsType[casework.AskedError](err); ok {
		fmt.Fprintf(e.err, "skein: %s\n", a.Reason)
		return exitUsage
	}
	_, quiet := errors.AsType[told](err)
	if !quiet {
		fmt.Fprintf(e.err, "skein: %v\n", err)
	}
	for _, end := range endings {
		if errors.Is(err, end.err) {
			if end.hint != "" && !quiet {
				fmt.Fprintf(e.err, "skein: hint: %s\n", end.hint)
			}
			return end.code
		}
	}
	return exitFailed
}
