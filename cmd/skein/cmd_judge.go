package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"golang.org/x/term"

	"skein/internal/casework"
	"skein/internal/ingest"
	"skein/internal/judgement"
	"skein/internal/schema"
	"skein/internal/store/sqlite"
)

func runJudge(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "judge", "--case DIR --author NAME --owner AGENCY [--schema NAME] [--label LABEL]",
		"Shows pairs that may be one thing, those first whose answer teaches most, and takes a key for\neach: y same, n different, u unsure, j next, k back, z undo, q quit. Every answer is a\ncontribution of its own, kept for good; no pair is asked twice, and an answer can be undone\nat any time with --undo A,B.")
	var j judging
	o.StringVar(&j.dir, "case", "", "`DIR` of the case")
	name := o.String("schema", "Person", "`NAME` of the schema")
	o.StringVar(&j.author, "author", "", "`NAME` of who judges")
	var y sourceYAML
	o.StringVar(&y.Owner, "owner", "", "the `AGENCY` of who judges")
	o.StringVar(&y.Label, "label", "H1 RESTRICTED", "handling of the judgements")
	undo := o.String("undo", "", "withdraw the judgement of `A,B`: records (3:17) or keys")
	if _, err := o.parse(args, 0, 0); err != nil {
		return err
	}
	if j.author == "" || y.Owner == "" {
		return usageError{"say who judges: --author NAME --owner AGENCY"}
	}
	y.Name = "judgements"
	src, err := y.terms()
	if err != nil {
		return usageError{err.Error()}
	}
	j.env, j.terms = e, src.terms
	if j.who, err = resolveCase(ctx, casework.Dir(j.dir), schema.Name(*name), false); err != nil {
		return err
	}
	e.pulse.end() // whoever judges takes as long as it takes
	if *undo != "" {
		return j.withdraw(ctx, *undo)
	}
	return j.session(ctx)
}

// judging is a session of judging.
type judging struct {
	*env
	who *casework.Who

	dir, author string
	terms       ingest.Terms
}

// session asks until there is nothing left or the user quits.
func (j *judging) session(ctx context.Context) error {
	list := j.who.Questions()
	if len(list) == 0 {
		fmt.Fprintln(j.out, "nothing to judge: the engine is sure of all pairs that nobody has judged")
		return nil
	}
	keys, restore, err := j.keys()
	if err != nil {
		return err
	}
	defer restore()
	answers := map[int]judgement.Verdict{}
	var order []int // of answers, for undo
	at := 0
	show := true
	for at < len(list) {
		if show {
			j.show(list[at], at, len(list), answers[at])
		}
		show = true
		key, err := keys()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		verdict := map[byte]judgement.Verdict{'y': judgement.Same, 'n': judgement.Different, 'u': judgement.Unsure}[key]
		switch {
		case verdict != "":
			if err := j.save(ctx, list[at], verdict); err != nil {
				return err
			}
			answers[at] = verdict
			order = append(order, at)
			at++
		case key == 'j':
			at++
		case key == 'k':
			at = max(0, at-1)
		case key == 'z' && len(order) > 0:
			at = order[len(order)-1]
			order = order[:len(order)-1]
			if err := j.save(ctx, list[at], judgement.Withdrawn); err != nil {
				return err
			}
			delete(answers, at)
		case key == 'q' || key == 3 || key == 4: // Ctrl-C, Ctrl-D
			at = len(list)
		default:
			show = false
		}
	}
	fmt.Fprintf(j.out, "\r\n%d judged; skein resolve --case %s follows them\r\n", len(answers), j.dir)
	return nil
}

// keys returns a function that reads one key, and one that gives the terminal back.
func (j *judging) keys() (next func() (byte, error), restore func(), err error) {
	restore = func() {}
	if f, ok := j.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		state, err := term.MakeRaw(int(f.Fd()))
		if err != nil {
			return nil, restore, fmt.Errorf("terminal: %w", err)
		}
		restore = func() { _ = term.Restore(int(f.Fd()), state) } // nothing could be done
	}
	r := bufio.NewReader(j.in)
	return r.ReadByte, restore, nil
}

// show draws a pair: both things side by side, and what speaks for and against.
func (j *judging) show(q casework.Question, at, of int, answered judgement.Verdict) {
	x := j.who.ExplainPair(q.A, q.B)
	var b bytes.Buffer
	fmt.Fprintf(&b, "\n%d of %d   weight %+.1f bits, probability %.2f", at+1, of, x.Weight, x.Probability)
	if answered != "" {
		fmt.Fprintf(&b, "   judged %s", answered)
	}
	tab := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tab, "\n\t%s\t%s\tBITS\n", x.A, x.B)
	for k, s := range x.Steps {
		left, right := j.who.Told(k, q.A), j.who.Told(k, q.B)
		if left == "" && right == "" {
			continue
		}
		bits := ""
		if s.Level != "not told" {
			bits = fmt.Sprintf("%+.1f %s", s.Weight+s.Rarity, s.Level)
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\t%s\n", s.Property, left, right, bits)
	}
	_ = tab.Flush() // to memory
	fmt.Fprintf(&b, "one %s? y n u   j next  k back  z undo  q quit\n", strings.ToLower(string(j.who.Subject.Schema)))
	fmt.Fprint(j.out, strings.ReplaceAll(b.String(), "\n", "\r\n"))
}

// save takes a judgement into the case.
func (j *judging) save(ctx context.Context, q casework.Question, v judgement.Verdict) error {
	s, err := openCase(ctx, casework.Dir(j.dir), sqlite.Options{})
	if err != nil {
		return err
	}
	err = j.who.Judge(ctx, s, &j.terms, j.author, q, v, j.now)
	return errors.Join(err, s.Close())
}

// withdraw undoes a judgement of an earlier session.
func (j *judging) withdraw(ctx context.Context, names string) error {
	left, right, _ := strings.Cut(names, ",")
	a, err := j.who.Find(strings.TrimSpace(left))
	if err != nil {
		return err
	}
	b, err := j.who.Find(strings.TrimSpace(right))
	if err != nil {
		return err
	}
	known, ok := j.who.Judged[j.who.Pair(a[0], b[0])]
	if !ok {
		return usageError{names + " has not been judged"}
	}
	if err := j.save(ctx, casework.Question{A: a[0], B: b[0], Weight: known.Weight}, judgement.Withdrawn); err != nil {
		return err
	}
	fmt.Fprintf(j.out, "withdrawn: %s, judged %s by %s; skein resolve --case %s follows\n", names, known.Verdict, known.Author, j.dir)
	return nil
}
