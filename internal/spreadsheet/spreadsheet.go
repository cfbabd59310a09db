// Package spreadsheet writes tables that a spreadsheet shows as they are and never
// computes.
//
// A spreadsheet takes a cell that begins with =, +, -, @, a tab or a line break for a
// formula, and a formula in a file that somebody else filled in may fetch an address or
// start a program. [Text] puts an apostrophe before such a cell, as OWASP recommends
// (https://owasp.org/www-community/attacks/CSV_Injection):
//
//	=HYPERLINK("http://example.org")   becomes   '=HYPERLINK("http://example.org")
//	+30 210 000 0000                   becomes   '+30 210 000 0000
//	-3.5                               stays
//
// The rule:
//
//   - What counts is the first character that is no space, quotation mark, control or
//     invisible character: = + - @ and their full-width and small forms, which some
//     spreadsheets take for the same. A tab or line break among those before it counts, too.
//   - A number stays a number: an optional minus, digits with points, commas or spaces
//     between them, an exponent, a per cent sign. So does a cell of hyphens only, which
//     stands for "none".
//   - A leading + makes a text, so that a telephone number keeps its + and its last digits,
//     which a spreadsheet would drop.
//   - A spreadsheet that separates cells at semicolons or tabs splits a comma-separated file
//     there, quoted or not. So the rule also holds after each of those and each line break
//     in a cell.
//   - A text that begins with an apostrophe is left alone: the rule applied twice is the
//     rule applied once. [Original] takes the apostrophe away again.
//
// Parquet, JSON, GraphML and XLSX mark a text as text; values in them are unchanged.
package spreadsheet

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators are where a spreadsheet may begin a cell anew.
const separators = ";\t\r\n"

// Text returns a cell that no spreadsheet computes: s, with an apostrophe where one is
// needed.
func Text(s string) string {
	if harmless(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		end := strings.IndexAny(s, separators)
		part := s
		if end >= 0 {
			part = s[:end]
		}
		// A tab or line break at the very beginning is no separator but the trigger itself.
		if end == 0 && b.Len() == 0 && s[0] != ';' || formula(part) {
			b.WriteByte('\'')
		}
		if end < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:end+1])
		s = s[end+1:]
	}
	return b.String()
}

// harmless reports quickly that most texts have nothing to look at.
func harmless(s string) bool {
	if s == "" {
		return true
	}
	c := s[0]
	return ('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z') && !strings.ContainsAny(s, separators)
}

// formula reports whether a cell, or a part that may become one, is computed.
func formula(s string) bool {
	if strings.HasPrefix(s, "'") {
		return false
	}
	first := strings.TrimLeftFunc(s, skipped)
	r, _ := utf8.DecodeRuneInString(first)
	switch r {
	case '=', '@', '+', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫':
		return true
	case '-', '−': // U+2212 is a minus, too
		return !plain(first) && strings.Trim(strings.TrimRightFunc(first, unicode.IsSpace), "-") != ""
	}
	return false
}

// skipped reports whether a spreadsheet, or what hands a text to one, may pass over r at the
// beginning of a cell.
func skipped(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Mn, unicode.Zl, unicode.Zp) || r == utf8.RuneError ||
		strings.ContainsRune("\"'`´‘’‚‛“”„‟«»‹›＂＇", r)
}

// plain reports whether s, which begins with a minus, is a number and nothing else.
func plain(s string) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	s = strings.TrimPrefix(strings.TrimPrefix(s, "-"), "−")
	s = strings.TrimRightFunc(strings.TrimSuffix(s, "%"), unicode.IsSpace)
	s, exponent, scientific := strings.Cut(strings.ToLower(s), "e")
	if scientific {
		exponent = strings.TrimLeft(exponent, "+-")
		if exponent == "" || strings.Trim(exponent, "0123456789") != "" {
			return false
		}
	}
	digits := 0
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case r == '.' || r == ',' || r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009':
		default:
			return false
		}
	}
	return digits > 0
}

// Original returns the text of a cell without the apostrophes that [Text], or anyone who
// follows the same advice, put into it.
func Original(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		end := strings.IndexAny(s, separators)
		part, rest := s, ""
		if end >= 0 {
			part, rest = s[:end+1], s[end+1:]
		}
		without, marked := strings.CutPrefix(part, "'")
		if marked && (formula(without) || b.Len() == 0 && strings.IndexAny(without, separators) == 0 && without[0] != ';') {
			part = without
		}
		b.WriteString(part)
		s = rest
	}
	return b.String()
}

// Row returns the cells of a row as [Text] gives them, in a new slice.
func Row(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = Text(c)
	}
	return out
}

// Writer writes rows of cells, separated by commas, as RFC 4180 has it, or by tabs.
type Writer struct {
	csv *csv.Writer
	row []string
}

// NewWriter returns a writer of comma-separated values.
func NewWriter(w io.Writer) *Writer { return &Writer{csv: csv.NewWriter(w)} }

// NewTabWriter returns a writer of tab-separated values.
func NewTabWriter(w io.Writer) *Writer {
	out := NewWriter(w)
	out.csv.Comma = '\t'
	return out
}

// Write writes a row; header cells are texts like all others.
func (w *Writer) Write(cells []string) error {
	w.row = w.row[:0]
	for _, c := range cells {
		w.row = append(w.row, Text(c))
	}
	return w.csv.Write(w.row)
}

// Flush writes what is buffered and returns the first error of all writes.
func (w *Writer) Flush() error {
	w.csv.Flush()
	return w.csv.Error()
}
