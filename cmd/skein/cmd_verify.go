package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"regexp"
	"strings"
	"text/tabwriter"

	"skein/internal/casework"
	"skein/internal/ledger"
)

// checkpointForm is how checkpoints are written (record.Checkpoint).
var checkpointForm = regexp.MustCompile(`^[0-9]+@[0-9a-f]{12}$`)

// verdict is the answer of verify.
type verdict struct {
	Holds      bool                `json:"holds"`
	Case       string              `json:"case,omitempty"`
	Checkpoint string              `json:"checkpoint"`
	Entry      uint32              `json:"entry,omitempty"` // first that does not hold
	Reason     string              `json:"reason,omitempty"`
	Notes      []string            `json:"notes,omitempty"`
	Files      []casework.Verified `json:"files"`
}

func runVerify(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "verify", "--case DIR [--at CHECKPOINT] [--json] | --accept REASON",
		"Recomputes every hash of the ledger, every digest of what it accounts for, and the digest\nof every file that answers rest on; lists which files it covers and which it does not.\nExit code 0: the case holds. 1: it does not; the first entry or file that fails is named.")
	dir := o.String("case", "", "`DIR` of the case")
	at := o.String("at", "", "a `CHECKPOINT` noted earlier (in a report, say) that the ledger must still contain")
	accept := o.String("accept", "", "write the account of the case's files anew, for a stated `REASON`: the ledger must hold; files that do not are made again. Recorded in audit.jsonl")
	asJSON := o.Bool("json", false, "print the verdict as JSON")
	if _, err := o.parse(args, 0, 0); err != nil {
		return err
	}
	if *dir == "" {
		return usageError{"name the case's directory with --case DIR"}
	}
	if *at = strings.TrimSpace(*at); *at != "" && !checkpointForm.MatchString(*at) {
		return usageError{fmt.Sprintf("--at %q is no checkpoint: want its entry and twelve hexadecimal digits, such as 20@0123456789ab", *at)}
	}
	if *accept != "" {
		return acceptCase(ctx, e, casework.Dir(*dir), *accept)
	}
	found, err := casework.Dir(*dir).Verify(ctx, *at)
	if found == nil {
		return err
	}
	v := verdictOf(found, err)
	if err != nil {
		err = fmt.Errorf("%w: %w", ledger.ErrBroken, err)
	}
	if *asJSON {
		return errors.Join(err, printJSON(e.out, v))
	}
	if v.Holds {
		fmt.Fprintf(e.out, "the case holds at checkpoint %s\n", v.Checkpoint)
	}
	for _, n := range v.Notes {
		fmt.Fprintf(e.out, "note: %s\n", n)
	}
	tw := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "FILE\tSTATE\tDETAIL")
	for _, f := range v.Files {
		fmt.Fprintf(tw, "%s\t%s\t%s\n", f.Name, f.State, f.Detail)
	}
	return errors.Join(err, tw.Flush())
}

func verdictOf(found *casework.Verification, err error) verdict {
	v := verdict{Holds: err == nil, Case: found.Case, Checkpoint: found.Checkpoint.String(), Notes: found.Notes, Files: found.Files}
	if f, ok := errors.AsType[*ledger.Fault](err); ok {
		v.Entry, v.Reason = uint32(f.Entry), f.Reason
	}
	return v
}

// acceptCase writes the account of a case's files anew.
func acceptCase(ctx context.Context, e *env, dir casework.Dir, reason string) error {
	if len(strings.TrimSpace(reason)) < 10 {
		return usageError{"--accept: state the reason, in ten letters or more; it is recorded"}
	}
	name := "unknown"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	dropped, err := dir.Accept(ctx, name, reason, e.now())
	if err != nil {
		return err
	}
	for _, name := range dropped {
		fmt.Fprintf(e.out, "left out: %s\n", name)
	}
	fmt.Fprintln(e.out, "the account of the case's files is written anew; skein run, resolve or report makes what was left out")
	return nil
}
