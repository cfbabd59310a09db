// Command skein builds the picture of migrant-smuggling networks from many
// agencies' contributions, and the report in which every figure carries its
// evidence, its uncertainty and its handling.
//
// Run it without arguments for the list of verbs, and a verb with -h for its
// options. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some input is in
// quarantine or was not taken in, 4 refused by policy.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"

	"skein/internal/terminal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // whoever interrupts again does not want to wait
	out, errs := terminal.NewWriter(os.Stdout), terminal.NewWriter(os.Stderr)
	e := &env{in: os.Stdin, out: out, document: os.Stdout, err: errs, now: time.Now}
	if term.IsTerminal(int(os.Stdout.Fd())) {
		e.document = out
	}
	if fd := int(os.Stderr.Fd()); term.IsTerminal(fd) {
		e.drawing = os.Stderr
		e.width = func() int {
			w, _, err := term.GetSize(fd)
			if err != nil || w <= 0 {
				return 80
			}
			return w
		}
	}
	code := run(ctx, e, os.Args[1:])
	if err := errors.Join(out.Close(), errs.Close()); err != nil && code == exitDone {
		code = exitFailed
	}
	stop()
	os.Exit(code)
}

// env is what a verb has of the world.
type env struct {
	in       io.Reader
	out, err io.Writer // without control characters of what is read (see internal/terminal)
	document io.Writer // for a file that Skein reads again: as it is, but on a terminal
	now      func() time.Time
	pulse    *pulse     // says what a verb that takes long is doing; nil: nothing is said
	drawing  io.Writer  // the terminal that progress is drawn on; nil: there is none
	width    func() int // of that terminal, in characters
}

// verb is one command.
type verb struct {
	name, args, summary string
	run                 func(ctx context.Context, e *env, args []string) error
}

func verbs() []verb {
	return []verb{
		{"run", "CASE.yaml", "the main job: contributions in, figures and report out", runRun},
		{"ingest", "FILE...", "take files into a case", runIngest},
		{"map", "suggest FILE", "propose a mapping for a file", runMap},
		{"quarantine", "list|show|retry", "see what could not be read, and read it again", runQuarantine},
		{"network", "FILE", "measure the graph in any edge list", runNetwork},
		{"figures", "[ID...]", "compute the figures of a case", runFigures},
		{"explain", "FIGURE [KEY...]", "list the evidence of a figure down to the source row", runExplain},
		{"resolve", "[explain A B]", "find out who is who in a case, and why", runResolve},
		{"judge", "", "decide pairs that the engine is unsure of", runJudge},
		{"report", "", "write the report of a case again", runReport},
		{"serve", "", "work on a case in the browser", runServe},
		{"evaluate", "", "score every engine against a simulated world", runEvaluate},
		{"screen", "LIST", "hold names or records against what a case knows", runScreen},
		{"simulate", "", "make a world with known truth, and what agencies would send from it", runSimulate},
		{"dedupe", "FILE", "find which rows of any table are of one thing", runDedupe},
		{"verify", "", "prove a case against its ledger", runVerify},
	}
}

func run(ctx context.Context, e *env, args []string) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		usage(e.out)
		return exitDone
	}
	for _, v := range verbs() {
		if v.name == args[0] {
			e.beat(v.name, pulseEvery)
			err := v.run(ctx, e, args[1:])
			e.pulse.end()
			if ctx.Err() != nil && errors.Is(err, context.Canceled) {
				err = errInterrupted
			}
			return e.fail(err)
		}
	}
	return e.fail(usageError{fmt.Sprintf("there is no verb %q; run skein without arguments for the list", args[0])})
}

func usage(w io.Writer) {
	fmt.Fprint(w, "Usage: skein VERB [options] [arguments]\n\n")
	for _, v := range verbs() {
		fmt.Fprintf(w, "  %-11s %-16s %s\n", v.name, v.args, v.summary)
	}
	fmt.Fprint(w, "\nskein VERB -h shows a verb's options. Exit codes: 0 done, 1 failed, 2 usage,\n3 some input in quarantine or not taken in, 4 refused by policy.\n")
}
