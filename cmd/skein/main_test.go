package main

import (
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asSkein makes the test binary behave as skein, for tests that need a process.
const asSkein = "SKEIN_TEST_AS_SKEIN"

func TestMain(m *testing.M) {
	flag.Bool("crash.all", false, "crash at every change of every verb")
	flag.Uint64("crash.seed", 0, "seed of the crash tests; 0: the clock")
	flag.Int("crash.per", 2, "crashes of each verb")
	if os.Getenv(asSkein) != "" {
		if os.Getenv(supervised) != "" {
			if err := supervise(); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(exitFailed)
			}
		}
		main()
		return
	}
	testscript.Main(m, map[string]func(){"skein": main})
}

// The scripts are the documentation of the command line: testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "tamper": tamper},
		Setup: func(e *testscript.Env) error {
			root, err := os.Getwd()
			e.Setenv("SMALL", root+"/../../examples/small")
			return err
		},
	})
}

// exits checks a command's exit code: exits CODE COMMAND ARGS...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARGS...")
	}
	got := 0
	err := ts.Exec(args[1], args[2:]...)
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want, err := strconv.Atoi(args[0]); err != nil || got != want {
		ts.Fatalf("%v ended with %d, want %s", args[1:], got, args[0])
	}
}

// tamper changes a database behind Skein's back: tamper FILE SQL.
func tamper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: tamper FILE SQL")
	}
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(errors.Join(err, db.Close()))
}
