package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"skein/internal/agreement"
	"skein/internal/english"
	"skein/internal/ingest/reader"
	"skein/internal/resolve"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
	"skein/internal/terminal"
)

// accuracy is how far clusters agree with the truth.
type accuracy struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// bestAt is the threshold at which the pairwise F1 is highest.
type bestAt struct {
	Threshold float64 `json:"threshold"`
	F1        float64 `json:"f1"`
}

// deduped is the answer of dedupe.
type deduped struct {
	Records   int     `json:"records"`
	Clusters  int     `json:"clusters"`
	Doubtful  int     `json:"doubtful_clusters"`
	Bad       int     `json:"bad_rows"`
	Compared  int64   `json:"pairs_compared"`
	Lost      int64   `json:"pairs_lost"` // at most, in blocks that were too large
	Seconds   float64 `json:"seconds"`
	PeakMB    int64   `json:"peak_mb"`
	Threshold float64 `json:"threshold"`

	Phases map[string]float64 `json:"phases"` // seconds of each part of the work

	Properties []comparison.Property `json:"properties"`
	Pairwise   *accuracy             `json:"pairwise,omitempty"`
	BCubed     *accuracy             `json:"bcubed,omitempty"`
	Best       *bestAt               `json:"best,omitempty"`
}

// dedupeOptions is what dedupe is asked for.
type dedupeOptions struct {
	file, truth, out, pairs, model, saveModel string

	table reader.Options

	threshold float64
	mapped    []string
	ignored   []string
	asJSON    bool
}

func runDedupe(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "dedupe", "FILE [--map COLUMN[+COLUMN]=KIND]... [--out FILE] [--truth COLUMN[:REGEXP]] [--json]",
		"Finds out which rows of a table (CSV, XLSX, Parquet, JSON Lines) are of one thing. What the columns\nhold is guessed unless said; weights are learnt from the rows themselves.\nKinds: "+kinds()+".\ndoc/methods/resolution.md explains the method.")
	var d dedupeOptions
	var table tableFlags
	table.define(o)
	list := func(to *[]string) func(string) error {
		return func(s string) error { *to = append(*to, s); return nil }
	}
	o.Func("map", "`COLUMN[+COLUMN]=KIND`: what columns hold, joined; then nothing is guessed", list(&d.mapped))
	o.Func("ignore", "`COLUMN` that is not compared; as often as needed", list(&d.ignored))
	o.StringVar(&d.out, "out", "", "write the rows with their clusters to `FILE` (.csv, .tsv or .parquet)")
	o.StringVar(&d.pairs, "pairs", "", "write the scored pairs to `FILE` (.csv, .tsv or .parquet)")
	o.StringVar(&d.model, "model", "", "use the model in `FILE` instead of learning one")
	o.StringVar(&d.saveModel, "save-model", "", "write the model to `FILE` (YAML)")
	o.StringVar(&d.truth, "truth", "", "`COLUMN[:REGEXP]` with the true cluster: the first group of the expression")
	o.Float64Var(&d.threshold, "threshold", 0.5, "least probability, 0 to 1, at which two rows are of one thing")
	o.BoolVar(&d.asJSON, "json", false, "print the answer as JSON")
	rest, err := o.parse(args, 1, 1)
	if err != nil {
		return err
	}
	d.file = rest[0]
	if d.table, err = table.options(); err != nil {
		return err
	}
	if err := d.check(); err != nil {
		return err
	}
	return e.dedupe(ctx, d)
}

// check refuses, before anything is read, what makes no sense.
func (d *dedupeOptions) check() error {
	if err := probability("threshold", d.threshold); err != nil {
		return err
	}
	written := map[string]string{} // cleaned names of files: their flags
	for _, out := range []struct {
		flag, file string
		endings    []string
	}{
		{"out", d.out, []string{".csv", ".tsv", ".parquet"}},
		{"pairs", d.pairs, []string{".csv", ".tsv", ".parquet"}},
		{"save-model", d.saveModel, nil},
	} {
		if out.file == "" {
			continue
		}
		if err := writable(out.flag, out.file, out.endings, d.file); err != nil {
			return err
		}
		if other, ok := written[filepath.Clean(out.file)]; ok {
			return usagef("--%s and --%s write to one file, %s", other, out.flag, out.file)
		}
		written[filepath.Clean(out.file)] = out.flag
	}
	return nil
}

// roomy is how many bytes a file may have for memory to be spent to save time: some ten
// times as much.
const roomy = 256 << 20

func kinds() string {
	var out []string
	for _, k := range comparison.Kinds() {
		out = append(out, string(k))
	}
	return strings.Join(out, ", ")
}

func (e *env) dedupe(ctx context.Context, d dedupeOptions) error {
	started := time.Now()
	b := e.bar(0)
	defer b.clear()
	if fileSize(d.file) < roomy {
		defer debug.SetGCPercent(debug.SetGCPercent(400))
	}
	t, err := readTable(ctx, d, b)
	if err != nil {
		return err
	}
	phases, doing, since := map[string]float64{}, "reading", started
	phase := func(next string) {
		if next != doing {
			now := time.Now()
			phases[doing] += now.Sub(since).Seconds()
			doing, since = next, now
		}
	}
	o := resolve.Options{Seed: 1, Progress: func(doing string, done float64) {
		phase(doing)
		b.share(doing, 0.25+0.75*done)
	}}
	if d.model != "" {
		text, err := os.ReadFile(d.model)
		if err != nil {
			return err
		}
		if o.Model, err = linkage.Parse(text); err != nil {
			return fmt.Errorf("%s: %w", d.model, err)
		}
	}
	run, err := resolve.Of(t.table, o)
	if err != nil {
		return err
	}
	clusters := run.Clusters(linkage.Weight(d.threshold), nil)
	phase("")
	answer := deduped{
		Records: t.table.Len(), Bad: len(t.bad), Compared: run.Compared, Seconds: time.Since(started).Seconds(),
		PeakMB: peakMemory() >> 20, Threshold: d.threshold, Properties: t.table.Properties(), Phases: phases,
	}
	for _, y := range run.Yields {
		answer.Lost += y.LostPairs
	}
	confidence := run.Confidence(clusters)
	answer.count(clusters, confidence)
	if t.truth != nil {
		answer.judge(run, clusters, agreement.Labels(t.truth))
	}
	if d.saveModel != "" {
		text, err := run.Frozen().Format()
		if err == nil {
			err = os.WriteFile(d.saveModel, text, 0o644)
		}
		if err != nil {
			return err
		}
	}
	if d.out != "" {
		if err := writeClusters(ctx, d, t, clusters, confidence); err != nil {
			return err
		}
	}
	if d.pairs != "" {
		if err := writePairs(d.pairs, t, run, clusters); err != nil {
			return err
		}
	}
	b.clear()
	if d.asJSON {
		err = printJSON(e.out, answer)
	} else {
		err = answer.print(e, t, run, d)
	}
	return errors.Join(err, e.tellBad(filepath.Base(d.file), t.bad))
}

// count counts clusters, and those that may be two things.
func (a *deduped) count(clusters []uint32, confidence []float64) {
	doubtful := map[uint32]bool{}
	for i, c := range clusters {
		if c == uint32(i) {
			a.Clusters++
		}
		if confidence[i] < 0.5 {
			doubtful[c] = true
		}
	}
	a.Doubtful = len(doubtful)
}

// judge holds clusters against the truth, and looks for the best threshold.
func (a *deduped) judge(run *resolve.Run, clusters []uint32, want []int32) {
	of := func(x agreement.Accuracy) *accuracy { return &accuracy{x.Precision, x.Recall, x.F1} }
	a.Pairwise, a.BCubed = of(agreement.Pairwise(labels(clusters), want)), of(agreement.BCubed(labels(clusters), want))
	a.Best = &bestAt{a.Threshold, a.Pairwise.F1}
	for weight := float64(resolve.Floor); weight <= 16; weight++ {
		if f1 := agreement.Pairwise(labels(run.Clusters(weight, nil)), want).F1; f1 > a.Best.F1 {
			*a.Best = bestAt{linkage.Probability(weight), f1}
		}
	}
}

func labels(clusters []uint32) []int32 {
	out := make([]int32, len(clusters))
	for i, c := range clusters {
		out[i] = int32(c)
	}
	return out
}

func (a *deduped) print(e *env, t *readRows, run *resolve.Run, d dedupeOptions) error {
	tab := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	fmt.Fprint(tab, "PROPERTY\tKIND\tFROM\n")
	for _, s := range t.sources {
		var from []string
		for _, c := range s.Columns {
			from = append(from, t.header[c])
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\n", s.Name, s.Kind, strings.Join(from, " + "))
	}
	fmt.Fprint(tab, "\nBLOCKING RULE\tPAIRS\tBLOCKS\tCUT\tDROPPED\tPAIRS LOST\n")
	for _, y := range run.Yields {
		var keys []string
		for _, k := range y.Rule.Keys {
			keys = append(keys, k.Property+" "+string(k.Part))
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\t%d\t%d\t%s\n", strings.Join(keys, ", "), thousands(int(y.Pairs)), thousands(y.Blocks), y.Split, y.Dropped, thousands(int(y.LostPairs)))
	}
	fmt.Fprintf(tab, "\n%s %s of %s (threshold %.3g): %s compared in %.2f s, %d MB\n",
		english.Count(a.Records, "row", "rows"), english.Noun(a.Records, "is", "are"), english.Count(a.Clusters, "thing", "things"), a.Threshold,
		english.Count(int(a.Compared), "pair", "pairs"), a.Seconds, a.PeakMB)
	if a.Doubtful > 0 {
		fmt.Fprintf(tab, "%s %s a row that fits the others badly: look at those with a confidence below 0.5\n",
			english.Count(a.Doubtful, "cluster", "clusters"), english.Noun(a.Doubtful, "has", "have"))
	}
	if a.Pairwise != nil {
		fmt.Fprint(tab, "\nAGAINST THE TRUTH\tPRECISION\tRECALL\tF1\n")
		fmt.Fprintf(tab, "pairwise\t%.4f\t%.4f\t%.4f\n", a.Pairwise.Precision, a.Pairwise.Recall, a.Pairwise.F1)
		fmt.Fprintf(tab, "B-cubed\t%.4f\t%.4f\t%.4f\n", a.BCubed.Precision, a.BCubed.Recall, a.BCubed.F1)
		fmt.Fprintf(tab, "best pairwise, at threshold %.3g\t\t\t%.4f\n", a.Best.Threshold, a.Best.F1)
	}
	if d.out == "" {
		fmt.Fprint(tab, "\n--out FILE writes the rows with their clusters, --pairs FILE the scored pairs\n")
	}
	return tab.Flush()
}

// tellBad names the rows that could not be read: they are in no cluster.
func (e *env) tellBad(file string, bad []*reader.RowError) error {
	if len(bad) == 0 {
		return nil
	}
	const shown = 10
	for _, r := range bad[:min(shown, len(bad))] {
		fmt.Fprintf(e.err, "skein: %s: %v\n", terminal.Line(file), r)
	}
	if n := len(bad) - shown; n > 0 {
		fmt.Fprintf(e.err, "skein: and %s more\n", thousands(n))
	}
	return told{fmt.Errorf("%w: %s could not be read", errQuarantined, english.Count(len(bad), "row", "rows"))}
}

// sourcesOf returns what columns are compared: as given, or guessed from some rows.
func (d *dedupeOptions) sourcesOf(header []string, sample [][]string) ([]resolve.Source, error) {
	find := func(name string) (int, error) {
		i := slices.Index(header, strings.TrimSpace(name))
		if i < 0 {
			return 0, usageError{fmt.Sprintf("%s has no column %q: it has %q", d.file, name, header)}
		}
		return i, nil
	}
	ignored := map[int]bool{}
	column, _, _ := strings.Cut(d.truth, ":")
	for _, name := range append(slices.Clone(d.ignored), column) {
		if name == "" {
			continue
		}
		i, err := find(name)
		if err != nil {
			return nil, err
		}
		ignored[i] = true
	}
	if len(d.mapped) == 0 {
		visible := slices.Clone(header)
		for i := range ignored {
			visible[i] = "cluster" // which no guess makes use of
		}
		return resolve.Guess(visible, sample), nil
	}
	var out []resolve.Source
	for _, m := range d.mapped {
		columns, kind, _ := strings.Cut(m, "=")
		s := resolve.Source{Property: comparison.Property{Name: columns, Kind: comparison.Kind(kind)}}
		if err := s.Kind.Check(); err != nil {
			return nil, usageError{fmt.Sprintf("--map %s: %v", m, err)}
		}
		for name := range strings.SplitSeq(columns, "+") {
			i, err := find(name)
			if err != nil {
				return nil, err
			}
			s.Columns = append(s.Columns, i)
		}
		out = append(out, s)
	}
	return out, nil
}

// truthOf returns the column of the truth, -1 for none, and how to read it.
func (d *dedupeOptions) truthOf(header []string) (int, *regexp.Regexp, error) {
	column, expression, given := strings.Cut(d.truth, ":")
	if column == "" {
		return -1, nil, nil
	}
	if !given {
		expression = "(.*)"
	}
	re, err := regexp.Compile(expression)
	switch {
	case err != nil:
		return 0, nil, usageError{fmt.Sprintf("--truth: %v", err)}
	case re.NumSubexp() < 1:
		return 0, nil, usageError{fmt.Sprintf("--truth: the expression %q has no group, such as %q", expression, "rec-([0-9]+)")}
	}
	return slices.Index(header, column), re, nil
}
