package casework

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"skein/internal/manifest"
	"skein/internal/report"

	"go.yaml.in/yaml/v3"
)

// Dir is a case on disk: a directory with the database and what was made
// from it.
//
//	case.db        the ledger and all contents (store/sqlite)
//	manifest.json  the account of the other files: what each must be (package manifest)
//	case.lock      held by the process that changes them
//	report.yaml    the report that is wanted, as the case file had it
//	report.html    the report
//	figures.json   all figures
//	figures/       each figure as CSV
//	resolution/    the entity of each thing, and how it was found
//	history/       figures at earlier checkpoints
//	charts/        link charts that were saved
//	audit.jsonl    who did what, and why (package audit)
//
// [Dir.Open] checks the database against the account; [Verify] checks every file.
type Dir string

// Database names the file of the case's database.
func (d Dir) Database() string { return filepath.Join(string(d), databaseName) }

// Path names a file of the case.
func (d Dir) Path(name string) string { return filepath.Join(string(d), name) }

// KeepReport remembers which report is wanted of the case.
func (d Dir) KeepReport(r *Wanted) error {
	b, err := yaml.Marshal(r)
	if err != nil {
		return err
	}
	return d.Keep(settingsName, "", b)
}

const settingsName = "report.yaml"

// reportKept returns what keepReport kept; a plain report where nobody asked for
// a particular one.
func (d Dir) reportKept() (Wanted, error) {
	r := Wanted{Title: filepath.Base(string(d))}
	b, err := d.Kept(settingsName)
	if errors.Is(err, os.ErrNotExist) {
		return r, nil
	}
	if err == nil {
		err = yaml.Unmarshal(b, &r)
	}
	return r, err
}

// Write makes the products: the report, the figures as JSON and each as CSV, of which none of
// an earlier picture stays.
func (d Dir) Write(p *Picture) error {
	files := map[string][]byte{}
	var b bytes.Buffer
	if err := report.JSON(&b, p.Figures); err != nil {
		return err
	}
	files["figures.json"] = bytes.Clone(b.Bytes())
	for i := range p.Figures {
		b.Reset()
		if err := report.CSV(&b, &p.Figures[i]); err != nil {
			return err
		}
		files[path.Join(figuresDir, string(p.Figures[i].ID)+".csv")] = bytes.Clone(b.Bytes())
	}
	b.Reset()
	if err := report.HTML(&b, p.Input()); err != nil {
		return err
	}
	files["report.html"] = b.Bytes()
	return d.publish(manifest.Publication{Checkpoint: p.Set.Checkpoint.String(), Files: files, Only: figuresDir})
}

const figuresDir = "figures"

// ReportAddress returns the report's address for a browser.
func (d Dir) ReportAddress() (string, error) {
	abs, err := filepath.Abs(d.Path("report.html"))
	if err != nil {
		return "", fmt.Errorf("address of the report: %w", err)
	}
	return (&url.URL{Scheme: "file", Path: strings.ReplaceAll(abs, `\`, "/")}).String(), nil
}
