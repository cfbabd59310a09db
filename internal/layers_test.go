// Package internal_test holds the layers of doc/design.md against what the packages
// import.
package internal_test

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

type layer int

const (
	vocabulary layer = iota + 1 // the standard library and each other
	records                     // vocabulary, each other, golang.org/x/text
	analysis                    // downwards only; siblings never import each other
	machinery                   // everything but the drivers
	driver                      // machinery that may speak to a database
)

// layers places every package under internal/. A name stands for its folder and all
// below, the longest name that fits decides, and a package without one fails the test.
var layers = map[string]layer{
	"schema": vocabulary, "record": vocabulary, "grading": vocabulary, "handling": vocabulary,
	"geo": vocabulary, "money": vocabulary, "estimate": vocabulary, "figure": vocabulary,
	"parallel": vocabulary, "hugepage": vocabulary, "english": vocabulary,
	"spreadsheet": vocabulary, "terminal": vocabulary, // how what others wrote is written out

	"term":      records, // the words that figures count by
	"normalize": records, "ledger": records, "block": records, "column": records,
	"layout":    records,
	"header":    records, // what the columns of tables hold
	"tally":     records, // what every analysis counts with
	"agreement": records, "judgement": records,

	"network": analysis, "place": analysis, "fund": analysis, "crime": analysis,
	"resolve": analysis, "trend": analysis, "holding": analysis, "claim": analysis, "report": analysis,

	"ingest": machinery, "picture": machinery, "store": machinery,
	"casework": machinery, "api": machinery,
	"atomicfile": machinery, "audit": machinery, "manifest": machinery,
	"simulate": machinery, "evaluate": machinery, "exchange": machinery,
	"store/sqlite": driver, "store/postgres": driver,

	// What no program contains: a generator, and support for tests.
	"schema/gen": machinery, "column/columntest": machinery,
}

const (
	module = "skein/"
	inside = "skein/internal/"
)

func layerOf(pkg string) layer {
	for name := pkg; name != "."; name = path.Dir(name) {
		if l, ok := layers[name]; ok {
			return l
		}
	}
	return 0
}

// outside reports whether the import path begins with one of the names.
func outside(imported string, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return imported == name || strings.HasPrefix(imported, name+"/")
	})
}

// allowed returns why pkg, a path below internal/, may not import imported, nil where
// it may.
func allowed(pkg, imported string) error {
	from := layerOf(pkg)
	if from == 0 {
		return errors.New("is in no layer: add it to the table in internal/layers_test.go")
	}
	if err := allowedOutside(pkg, from, imported); err != nil {
		return err
	}
	if !strings.HasPrefix(imported, module) {
		return nil
	}
	target, internal := strings.CutPrefix(imported, inside)
	to := layerOf(target)
	sibling, _, _ := strings.Cut(pkg, "/")
	other, _, _ := strings.Cut(target, "/")
	switch {
	case !internal:
		return errors.New("nothing under internal/ imports a program")
	case to == 0:
		return nil // reported for target itself
	case to > from && (to != driver || from != machinery):
		return errors.New("imports go downwards only")
	case from == analysis && to == analysis && sibling != other:
		return errors.New("analyses never import each other: share by a lower layer")
	}
	return nil
}

// allowedOutside judges imports of the standard library and of other modules.
func allowedOutside(pkg string, from layer, imported string) error {
	if from < driver && outside(imported, "database/sql", "modernc.org/sqlite", "github.com/jackc/pgx") {
		return errors.New("only store/sqlite and store/postgres speak to a database")
	}
	if from >= machinery {
		return nil
	}
	if outside(imported, "os", "net/http", "log", "math/rand", "crypto/rand") && imported != "math/rand/v2" {
		return errors.New("this layer is pure: no files, processes, network, log or unseeded randomness")
	}
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") { // the standard library, or this module
		return nil
	}
	switch {
	case from == vocabulary && (pkg != "schema" || imported != "go.yaml.in/yaml/v3"):
		return errors.New("vocabulary imports the standard library only")
	case pkg == "normalize/latin" && imported == "github.com/mozillazg/go-pinyin": // the readings of Chinese characters
	case pkg == "normalize" && imported == "github.com/nyaruka/phonenumbers": // the numbering plans of all countries
	case from == records && !outside(imported, "golang.org/x/text"):
		return errors.New("of other modules, records import golang.org/x/text only")
	}
	return nil
}

func TestLayers(t *testing.T) {
	found := 0
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == "testdata" {
			return fs.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		found++
		pkg := filepath.ToSlash(filepath.Dir(name))
		imports, err := importsOf(name)
		if err != nil {
			return err
		}
		if layerOf(pkg) == 0 {
			t.Errorf("%s: %v", name, allowed(pkg, ""))
			return nil
		}
		for _, imported := range imports {
			if err := allowed(pkg, imported); err != nil {
				t.Errorf("%s imports %s: %v", name, imported, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found == 0 {
		t.Fatal("no Go file found")
	}
}

func importsOf(name string) ([]string, error) {
	source, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, imported)
	}
	return out, nil
}

// The rules themselves: what may be imported, and what may not.
func TestAllowed(t *testing.T) {
	for _, test := range []struct {
		pkg, imported string
		want          bool
	}{
		{"grading", "strings", true},
		{"figure", inside + "estimate", true},
		{"schema", "go.yaml.in/yaml/v3", true},
		{"figure", "go.yaml.in/yaml/v3", false},
		{"figure", inside + "ledger", false},
		{"geo", "os", false},
		{"geo", "log/slog", false},
		{"geo", "golang.org/x/text/unicode/norm", false},

		{"normalize", "golang.org/x/text/unicode/norm", true},
		{"normalize", "net/url", true},
		{"normalize", "github.com/klauspost/compress/zstd", false},
		{"column", inside + "block", true},
		{"column", inside + "network", false},
		{"ledger", "crypto/rand", false},

		{"network/community", inside + "network/graph", true},
		{"network", "math/rand/v2", true},
		{"network", "math/rand", false},
		{"network", inside + "place", false},
		{"network", inside + "store", false},
		{"report/chart", inside + "figure", true},
		{"report", "github.com/xuri/excelize/v2", true},
		{"report", "net/http", false},
		{"report", "database/sql", false},

		{"picture", inside + "network", true},
		{"picture", inside + "store/sqlite", true},
		{"store/sqlite", "modernc.org/sqlite/lib", true},
		{"store/sqlite", inside + "store", true},
		{"store/memory", "database/sql", false},
		{"ingest/reader", "os", true},
		{"ingest/reader", "github.com/jackc/pgx/v5", false},
		{"ingest", "skein/cmd/skein", false},

		{"common", "strings", false},
		{"networks", "strings", false},
	} {
		if err := allowed(test.pkg, test.imported); (err == nil) != test.want {
			t.Errorf("%s imports %s: %v", test.pkg, test.imported, err)
		}
	}
}
