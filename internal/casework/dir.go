package casework

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"skein/internal/report"

	"go.yaml.in/yaml/v3"
)

// Dir is a case on disk: a directory with the database and what was made
// from it.
//
//	case.db        the ledger and all contents (store/sqlite)
//	report.yaml    the report that is wanted, as the case file had it
//	report.html    the report
//	figures.json   all figures
//	figures/       each figure as CSV
type Dir string

// Database names the file of the case's database.
func (d Dir) Database() string { return filepath.Join(string(d), "case.db") }

// Path names a file of the case.
func (d Dir) Path(name string) string { return filepath.Join(string(d), name) }

// KeepReport remembers which report is wanted of the case.
func (d Dir) KeepReport(r *Wanted) error {
	b, err := yaml.Marshal(r)
	if err != nil {
		return err
	}
	return ReplaceFile(d.Path("report.yaml"), b)
}

// reportKept returns what keepReport kept; a plain report where nobody asked for
// a particular one.
func (d Dir) reportKept() (Wanted, error) {
	r := Wanted{Title: filepath.Base(string(d))}
	b, err := os.ReadFile(d.Path("report.yaml"))
	if errors.Is(err, os.ErrNotExist) {
		return r, nil
	}
	if err == nil {
		err = yaml.Unmarshal(b, &r)
	}
	return r, err
}

// Write makes the products: the report, the figures as JSON and each as CSV.
func (d Dir) Write(p *Picture) error {
	var b bytes.Buffer
	if err := report.JSON(&b, p.Figures); err != nil {
		return err
	}
	if err := ReplaceFile(d.Path("figures.json"), b.Bytes()); err != nil {
		return err
	}
	if err := os.MkdirAll(d.Path("figures"), 0o750); err != nil {
		return err
	}
	for i := range p.Figures {
		b.Reset()
		if err := report.CSV(&b, &p.Figures[i]); err != nil {
			return err
		}
		if err := ReplaceFile(d.Path(filepath.Join("figures", string(p.Figures[i].ID)+".csv")), b.Bytes()); err != nil {
			return err
		}
	}
	b.Reset()
	if err := report.HTML(&b, p.Input()); err != nil {
		return err
	}
	return ReplaceFile(d.Path("report.html"), b.Bytes())
}

// ReplaceFile writes a file whole or not at all.
func ReplaceFile(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return err
}

// ReportAddress returns the report's address for a browser.
func (d Dir) ReportAddress() (string, error) {
	abs, err := filepath.Abs(d.Path("report.html"))
	if err != nil {
		return "", fmt.Errorf("address of the report: %w", err)
	}
	return (&url.URL{Scheme: "file", Path: strings.ReplaceAll(abs, `\`, "/")}).String(), nil
}
