package main

import (
	"fmt"
	"strconv"
	"strings"

	"skein/internal/ingest/reader"
)

// tableFlags are the options of every verb that reads a table, as the reader and limits
// of a case file.
type tableFlags struct {
	Reader readerYAML `yaml:"reader"`
	Limits limitsYAML `yaml:"limits"`
}

func (t *tableFlags) define(o *options) {
	o.StringVar(&t.Reader.Format, "format", "", "csv, tsv, xlsx, parquet, jsonl or ftm (default: detected)")
	o.StringVar(&t.Reader.Encoding, "encoding", "", "such as windows-1256 (default: detected)")
	o.StringVar(&t.Reader.Delimiter, "delimiter", "", "between fields (default: detected)")
	o.StringVar(&t.Reader.Sheet, "sheet", "", "sheet of a workbook (default: the first that is not hidden)")
	o.Func("skip-rows", "`N` lines or spreadsheet rows above the header (default: titles are detected; 0: the first row is the header)", func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return fmt.Errorf("%q is no count of rows", s)
		}
		t.Reader.SkipRows = &n
		return nil
	})
	o.BoolVar(&t.Reader.NoHeader, "no-header", false, "the first row is data; columns are named 1, 2, ...")
	o.Func("limit", "`NAME=VALUE` raises a limit of reading: bytes, unpacked, ratio, rows, columns, cell or members", t.Limits.set)
}

// given reports whether any option was given.
func (t *tableFlags) given() bool { return *t != tableFlags{} }

// options returns the reader's options; what is wrong with them is a usage error.
func (t *tableFlags) options() (reader.Options, error) {
	o, err := t.Reader.options()
	if err == nil {
		o.Limits, err = t.Limits.limits()
	}
	if err != nil {
		return o, usageError{err.Error()}
	}
	return o, nil
}

// set takes a limit as NAME=VALUE.
func (y *limitsYAML) set(s string) error {
	name, value, _ := strings.Cut(s, "=")
	counts := map[string]*int{"rows": &y.Rows, "columns": &y.Columns, "cell": &y.Cell, "members": &y.Members}
	var err error
	switch {
	case name == "bytes":
		y.Bytes = value
		_, err = parseSize(value)
	case name == "unpacked":
		y.Unpacked = value
		_, err = parseSize(value)
	case name == "ratio":
		y.Ratio, err = strconv.ParseFloat(value, 64)
		if err != nil || !(y.Ratio > 0) {
			err = fmt.Errorf("%q is no ratio above 0", value)
		}
	case counts[name] != nil:
		n, bad := strconv.Atoi(value)
		if bad != nil || n < 1 {
			return fmt.Errorf("%q is no count above 0", value)
		}
		*counts[name] = n
	default:
		err = fmt.Errorf("there is no limit %q; there are bytes, unpacked, ratio, rows, columns, cell and members", name)
	}
	return err
}
