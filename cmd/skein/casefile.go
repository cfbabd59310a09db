package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"skein/internal/casework"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/ingest/mapping"
	"skein/internal/ingest/reader"
	"skein/internal/record"
)

// caseFile is what doc/case-file.md describes, read and checked.
type caseFile struct {
	Title   string
	Ceiling handling.Classification
	Sources []source
	Report  casework.Wanted
}

// source is one entry of a case file's list.
type source struct {
	terms  ingest.Terms
	recipe ingest.Recipe
	files  []string // that the path found, by name
	dated  bool     // each file's name tells when it was received
}

type caseYAML struct {
	Title   string          `yaml:"title"`
	Ceiling string          `yaml:"ceiling"`
	Sources []sourceYAML    `yaml:"sources"`
	Report  casework.Wanted `yaml:"report"`
}

type sourceYAML struct {
	Name     string `yaml:"name"`
	Path     string `yaml:"path"`
	Mapping  string `yaml:"mapping"`
	Owner    string `yaml:"owner"`
	Origin   string `yaml:"origin"`
	Grade    string `yaml:"grade"`
	Label    string `yaml:"label"`
	Received string `yaml:"received"`
	Category string `yaml:"category"`

	tableFlags `yaml:",inline"`
}

type readerYAML struct {
	Format    string `yaml:"format"`
	Encoding  string `yaml:"encoding"`
	Delimiter string `yaml:"delimiter"`
	Quote     string `yaml:"quote"`
	Sheet     string `yaml:"sheet"`
	SkipRows  *int   `yaml:"skip_rows"`
	NoHeader  bool   `yaml:"no_header"`
}

type limitsYAML struct {
	Bytes    string  `yaml:"bytes"`
	Unpacked string  `yaml:"unpacked"`
	Ratio    float64 `yaml:"ratio"`
	Rows     int     `yaml:"rows"`
	Columns  int     `yaml:"columns"`
	Cell     int     `yaml:"cell"`
	Members  int     `yaml:"members"`
}

// errCaseFile says that a case file is no good; the error around it says why.
var errCaseFile = errors.New("the case file is not right")

// loadCaseFile reads a case file and finds its sources' files, relative to data
// ("": the case file's folder). All that is wrong is told at once.
func loadCaseFile(path, data string) (*caseFile, error) {
	text, err := readText(path)
	if err != nil {
		return nil, err
	}
	var y caseYAML
	dec := yaml.NewDecoder(bytes.NewReader(text))
	dec.KnownFields(true)
	if err := dec.Decode(&y); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w: %w", path, errCaseFile, err)
	}
	home := filepath.Dir(path)
	if data == "" {
		data = home
	}
	c := &caseFile{Title: y.Title, Report: y.Report}
	var wrong []error
	if len(y.Sources) == 0 {
		wrong = append(wrong, errors.New("it lists no sources"))
	}
	c.Ceiling = handling.TopSecret
	if y.Ceiling != "" {
		if c.Ceiling, err = handling.ParseClassification(y.Ceiling); err != nil {
			wrong = append(wrong, fmt.Errorf("ceiling: %w", err))
		}
	}
	names := map[string]bool{}
	for i, sy := range y.Sources {
		s, err := sy.source(home, data)
		if names[sy.Name] {
			err = errors.Join(err, errors.New("the name is given twice"))
		}
		names[sy.Name] = true
		if err != nil {
			wrong = append(wrong, fmt.Errorf("source %d (%s): %w", i+1, sy.Name, err))
		}
		c.Sources = append(c.Sources, s)
	}
	if c.Report.Claims != "" {
		claims, err := readInside(home, c.Report.Claims)
		if err != nil {
			wrong = append(wrong, fmt.Errorf("claims: %w", err))
		}
		c.Report.Claims = string(claims)
	}
	if c.Report.Title == "" {
		c.Report.Title = c.Title
	}
	if w := c.Report.Ties.Weights(); w != nil && min(w.Member, w.Call, w.Known, w.Event, w.Paid, w.Unconfirmed, w.Origins, w.HalfLife) < 0 {
		wrong = append(wrong, errors.New("report: ties: weights are not below 0"))
	}
	if m := c.Report.TierMargin; m != nil && !(*m >= 0 && *m <= 100) {
		wrong = append(wrong, fmt.Errorf("report: tier_margin: %v is not between 0 and 100 percentage points", *m))
	}
	if len(wrong) > 0 {
		return nil, fmt.Errorf("%s: %w:\n%w", path, errCaseFile, errors.Join(wrong...))
	}
	return c, nil
}

func (y *sourceYAML) source(home, data string) (source, error) {
	s, err := y.terms()
	errs := []error{err}
	if y.Mapping != "" {
		if s.recipe.Mapping, err = readInside(home, y.Mapping); err != nil {
			errs = append(errs, fmt.Errorf("mapping: %w", err))
		}
	}
	if y.Path == "" {
		errs = append(errs, errors.New("path is missing"))
	} else if s.files, err = find(data, y.Path); err != nil {
		errs = append(errs, fmt.Errorf("path: %w", err))
	}
	for _, f := range s.files {
		if _, err := s.termsOf(f); err != nil {
			errs = append(errs, fmt.Errorf("received: %w", err))
		}
	}
	return s, errors.Join(errs...)
}

// inName says of a source that the day on which a file was received is in its name.
const inName = "in-name"

// termsOf returns the terms of one of the source's files.
func (s *source) termsOf(file string) (ingest.Terms, error) {
	t := s.terms
	if !s.dated {
		return t, nil
	}
	name := filepath.Base(file)
	for i := 0; i+len(time.DateOnly) <= len(name); i++ {
		day, err := time.Parse(time.DateOnly, name[i:i+len(time.DateOnly)])
		if err == nil {
			t.Received = day
			return t, nil
		}
	}
	return t, fmt.Errorf("%s has no date (such as 2015-03-12) in its name", name)
}

// terms reads all of a source but its files and its mapping.
func (y *sourceYAML) terms() (source, error) {
	s := source{terms: ingest.Terms{Source: y.Name, Owner: y.Owner, Origin: record.Origin(y.Origin)}}
	var errs []error
	note := func(what string, err error) {
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", what, err))
		}
	}
	for _, must := range [][2]string{{"name", y.Name}, {"owner", y.Owner}, {"label", y.Label}} {
		if must[1] == "" {
			errs = append(errs, fmt.Errorf("%s is missing", must[0]))
		}
	}
	var owner handling.Agency
	var err error
	if y.Owner != "" {
		owner, err = handling.ParseAgency(y.Owner)
		note("owner", err)
		s.terms.Owner = string(owner) // one agency, however its letters are written
	}
	if y.Grade != "" {
		s.terms.Grade, err = grading.Parse(y.Grade)
		note("grade", err)
	}
	if y.Label != "" {
		s.terms.Label, err = handling.ParseOwned(y.Label, owner)
		note("label", err)
	}
	s.dated = y.Received == inName
	if y.Received != "" && !s.dated {
		s.terms.Received, err = time.Parse(time.DateOnly, y.Received)
		note("received", err)
	}
	if y.Category != "" {
		s.recipe.Category, err = record.ParseCategory(y.Category)
		note("category", err)
	}
	s.recipe.Reader, err = y.Reader.options()
	note("reader", err)
	s.recipe.Reader.Limits, err = y.Limits.limits()
	note("limits", err)
	return s, errors.Join(errs...)
}

// find returns the regular files that a path or pattern within dir names, by
// name. None is an error: a source that is silently empty would look like a quiet
// month.
func find(dir, pattern string) ([]string, error) {
	if !filepath.IsLocal(filepath.FromSlash(pattern)) {
		return nil, fmt.Errorf("%q leaves the data folder", pattern)
	}
	// The folder's own name is no pattern, whatever characters it has.
	found, err := fs.Glob(os.DirFS(dir), path.Clean(filepath.ToSlash(pattern)))
	if err != nil {
		return nil, fmt.Errorf("%q: %w", pattern, err)
	}
	for i := range found {
		found[i] = filepath.Join(dir, filepath.FromSlash(found[i]))
	}
	found = slices.DeleteFunc(found, func(f string) bool {
		info, err := os.Stat(f)
		return err != nil || !info.Mode().IsRegular()
	})
	if len(found) == 0 {
		return nil, fmt.Errorf("no file is named %s (is --data right?)", filepath.Join(dir, pattern))
	}
	return found, nil
}

func readInside(home, name string) ([]byte, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return nil, fmt.Errorf("%q leaves the case file's folder", name)
	}
	return readText(filepath.Join(home, filepath.FromSlash(name)))
}

// readText reads a file that somebody wrote by hand: a mapping, a case file, claims.
func readText(path string) ([]byte, error) {
	if n := fileSize(path); n > mapping.MostText {
		return nil, fmt.Errorf("%s has %d bytes, and %d at most are read; is it another file?", path, n, mapping.MostText)
	}
	return os.ReadFile(path)
}

func (y *readerYAML) options() (reader.Options, error) {
	o := reader.Options{Format: reader.Format(y.Format), Encoding: y.Encoding, Sheet: y.Sheet, NoHeader: y.NoHeader}
	switch {
	case y.SkipRows == nil:
	case *y.SkipRows < 0:
		return o, fmt.Errorf("skip_rows %d is no count of rows", *y.SkipRows)
	case *y.SkipRows == 0:
		o.SkipRows = reader.SkipNone
	default:
		o.SkipRows = *y.SkipRows
	}
	var err1, err2 error
	o.Delimiter, err1 = oneChar("delimiter", y.Delimiter)
	o.Quote, err2 = oneChar("quote", y.Quote)
	return o, errors.Join(err1, err2)
}

func oneChar(what, s string) (rune, error) {
	switch {
	case s == "":
		return 0, nil
	case s == `\t` || s == "tab":
		return '\t', nil
	case utf8.RuneCountInString(s) != 1:
		return 0, fmt.Errorf("%s %q is not one character", what, s)
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r, nil
}

func (y *limitsYAML) limits() (reader.Limits, error) {
	l := reader.Limits{Ratio: y.Ratio, Rows: y.Rows, Columns: y.Columns, Cell: y.Cell, Members: y.Members}
	var err1, err2 error
	l.Bytes, err1 = parseSize(y.Bytes)
	l.Unpacked, err2 = parseSize(y.Unpacked)
	return l, errors.Join(err1, err2)
}

// parseSize reads "2GB", "500 MB", "1000"; decimal units.
func parseSize(s string) (int64, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, nil
	}
	unit := int64(1)
	for _, u := range []struct {
		name string
		size int64
	}{{"TB", 1e12}, {"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}, {"KB", 1e3}, {"B", 1}} {
		if rest, ok := strings.CutSuffix(s, u.name); ok {
			s, unit = strings.TrimSpace(rest), u.size
			break
		}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 || n > (1<<62)/unit {
		return 0, fmt.Errorf("%q is no size (write 500MB, 2GB)", s)
	}
	return n * unit, nil
}
