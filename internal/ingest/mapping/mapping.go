// Package mapping turns rows of a file into records, as a mapping in YAML says.
// The language is that of FollowTheMoney with additions; doc/mapping.md is its
// reference.
//
//	calls:
//	  queries:
//	    - entities:
//	        caller: {schema: Phone, keys: from, key_type: phone, properties: {number: {column: from}}}
//	        called: {schema: Phone, keys: to, key_type: phone, properties: {number: {column: to}}}
//	        call:
//	          schema: Call
//	          keys: [from, to, when]
//	          properties:
//	            caller: {entity: caller}
//	            receiver: {entity: called}
//	            date: {column: when, format: "%d.%m.%Y %H:%M"}
//
// [Parse] reads the text once and checks all that can be checked without a file.
// [Mapping.Bind] resolves column names against the header of one file.
// [Binding.Map] makes the records of one row: first the keys of all entities of
// a query, then their properties, so that entities may refer to each other in
// any order. A row gives all its records or, where anything in it is wrong, none
// and every problem.
//
// # Keys
//
// A key is made by [record.Keyer] within a scope, "owner:" and the owner's name or
// "global", from key_literal and the texts of the key columns, in the mapping's
// order, in the form that shows ([normalize.Visible]). The schema is no part of it: the
// same texts name one thing. Emptiness keeps its place, so that ("a", "") and ("", "a")
// differ. Where all texts say that there is no value, as "n/a" and "0000000" of a ship do,
// there is no key. A property of type entity
// holds the key of the thing referred to, in hexadecimal.
//
// The column $row stands for what the row says, its cells in order, and for how often
// the file has said it before. So two equal rows are two things, the order of the
// rows does not matter, and a file sent again names the same things. $part is the
// sheet or archive member.
//
// # Speed
//
// Texts repeat: phones, days, countries. Every property keeps what it made of
// recent texts, in two generations of a bounded table, and gives that up where
// texts turn out not to repeat. So does every key of one column.
//
// Entities of FollowTheMoney need no mapping: [FromFtM] reads them. [Suggest]
// writes a first mapping for a table nobody has mapped yet.
package mapping

import (
	"errors"
	"regexp"
	"slices"
	"time"

	"skein/internal/ingest/reader"
	"skein/internal/normalize"
	"skein/internal/schema"
)

var (
	// ErrMapping says that a text is no mapping that can be used. What is wrong
	// follows, a line each.
	ErrMapping = errors.New("this mapping cannot be used")
	// ErrColumns says that a mapping and the columns of a file do not fit.
	ErrColumns = errors.New("the mapping does not fit the file")
)

// Mapping is a mapping as read by [Parse]. It is immutable and safe for use by
// many goroutines; each makes a [Binding] of its own.
type Mapping struct {
	missing    map[string]bool
	keepTotals bool // totals: keep
	queries    []*query
	rest       bool // rest: quarantine

	skipRows *int // nil: not declared
}

// SkipRows returns how many rows of the file stand above its header, as the reader's option
// has it: 0 where the mapping does not say.
func (m *Mapping) SkipRows() int {
	switch {
	case m.skipRows == nil:
		return 0
	case *m.skipRows == 0:
		return reader.SkipNone
	}
	return *m.skipRows
}

// For returns the mapping of a file by its name. FollowTheMoney mappings of several
// files name each query's in csv_url: where some query names this file, only those
// that do, and those that name none, are left.
func (m *Mapping) For(file string) *Mapping {
	var queries []*query
	named := false
	for _, q := range m.queries {
		is := slices.Contains(q.files, file)
		named = named || is
		if is || len(q.files) == 0 {
			queries = append(queries, q)
		}
	}
	if !named {
		return m
	}
	return &Mapping{missing: m.missing, keepTotals: m.keepTotals, queries: queries, skipRows: m.skipRows, rest: m.rest}
}

// Context is what a row's records depend on beside the row.
type Context struct {
	Owner string // the scope of keys that are not global
	// Received is the day on which the contribution was received; zero: not known. It gives
	// years of two digits their century.
	Received time.Time
}

// Problem is a reason why a row gave no records.
type Problem struct {
	Column string // the columns concerned, by commas; empty: the row as a whole
	Reason string // what was found and what was expected
}

// column is a column of the file as the mapping names it.
type column struct {
	name string
	line int
}

// The columns that every file has.
const (
	columnRow  = "$row"
	columnPart = "$part"
)

// The columns that a query with unpivot has.
const (
	columnLabel = "$label"
	columnValue = "$value"
)

// query makes the same entities of every row that its filters let through.
type query struct {
	files    []string // names of the files that it is for; none: all
	filters  []filter
	unpivot  []labelled
	entities []*entity // in the order of the text
}

// labelled is a column of an unpivot and what $label says of it.
type labelled struct {
	column column
	label  string
}

// filter lets rows through whose cell is one of values, or, if not is set, none of
// them. The value "" stands for cells without a value.
type filter struct {
	column column
	values map[string]bool
	not    bool
}

// entity makes at most one record of a row.
type entity struct {
	name       string
	line       int
	schema     *schema.Schema
	schemaName schema.Name
	isPerson   bool

	keys     []column
	fallback []column    // fallback_keys: where no key has a value
	literal  string      // key_literal
	isID     bool        // keys is an id_column
	global   bool        // key_scope
	keyType  schema.Type // "" leaves the texts as they are
	category setting
	origin   setting
	grade    setting
	label    setting

	properties []*property
	// keyProperties hold, for each key column, the property whose way of reading the
	// column key_type takes over; nil for none.
	keyProperties []*property
	keySorts      []sort // of the texts of each key column
	elseSorts     []sort // of fallback
}

// property makes the statements of one property.
type property struct {
	definition *schema.Property
	line       int

	columns  []column
	literals []string
	template *template
	formula  *formula
	target   int  // index of the entity referred to, -1 for none
	global   bool // the entity's key_scope, in which ids are looked for

	join     string
	joins    bool
	split    string
	extract  *regexp.Regexp // nil: the whole text
	lookup   lookup
	form     form
	country  setting // of national phone numbers
	currency setting // of amounts
	fallback string  // default
	required bool
	drop     bool // invalid: drop
	grade    setting
	label    setting
}

// lookup is a table of texts as written and texts to use; nil leaves all as it is.
type lookup map[string]string

// text returns the text to use. What does not show makes no difference.
func (l lookup) text(written string) string {
	if len(l) == 0 {
		return written
	}
	if to, ok := l[normalize.Visible(written)]; ok {
		return to
	}
	return written
}

// setting is a value that is the same for all rows or stands in a column.
type setting struct {
	text   string // the same for all rows
	column column // or this, if it has a name
	lookup lookup
	line   int // 0: not set
}
