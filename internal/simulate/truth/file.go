package truth

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Version of the format, in world.json.
const Version = 1

// Names of the files below truth/.
const (
	WorldFile          = "world.json"
	PersonsFile        = "persons.jsonl"
	NetworksFile       = "networks.jsonl"
	JourneysFile       = "journeys.jsonl"
	TextsFile          = "texts.jsonl"
	MembershipsFile    = "memberships.csv"
	TiesFile           = "ties.csv"
	EventsFile         = "events.csv"
	RecordsFile        = "records.csv"
	HotspotsFile       = "hotspots.csv"
	LegsFile           = "legs.csv"
	FlowsFile          = "flows.csv"
	MeasuresFile       = "measures.csv"
	CrimesFile         = "crimes.csv"
	MarketFile         = "market.csv"
	ThingsFile         = "things.csv"
	PaymentsFile       = "payments.csv"
	InvestigationsFile = "investigations.csv"
	IncidentsFile      = "incidents.csv"
	ActivityFile       = "activity.csv"
	ContributionsFile  = "contributions.csv"
	QuarantineFile     = "quarantine.csv"
	FiguresFile        = "figures.csv"
)

// ErrFormat says that a file of truth is not as this package writes it.
var ErrFormat = errors.New("not a file of truth as this version writes it")

// File is a file that rows of one type are appended to: a table where its name ends
// in .csv, JSON Lines otherwise.
type File[T any] struct {
	f    *os.File
	buf  *bufio.Writer
	csv  *csv.Writer   // nil: JSON Lines
	json *json.Encoder // nil: a table
	row  []string
	err  error
}

// Create makes the file, and writes the header of a table.
func Create[T any](dir, name string) (*File[T], error) {
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	out := &File[T]{f: f, buf: bufio.NewWriterSize(f, 1<<16)}
	if !strings.HasSuffix(name, ".csv") {
		out.json = json.NewEncoder(out.buf)
		out.json.SetEscapeHTML(false)
		return out, nil
	}
	out.csv = csv.NewWriter(out.buf)
	out.err = out.csv.Write(header(reflect.TypeFor[T]()))
	return out, nil
}

// Add appends a row. Errors are kept for Close.
func (f *File[T]) Add(row T) {
	if f.err != nil {
		return
	}
	if f.json != nil {
		f.err = f.json.Encode(row)
		return
	}
	f.row = cells(f.row[:0], reflect.ValueOf(row))
	f.err = f.csv.Write(f.row)
}

// Close ends the file and returns the first error there was.
func (f *File[T]) Close() error {
	if f.csv != nil {
		f.csv.Flush()
		f.err = errors.Join(f.err, f.csv.Error())
	}
	return errors.Join(f.err, f.buf.Flush(), f.f.Close())
}

func header(t reflect.Type) []string {
	var names []string
	for field := range t.Fields() {
		names = append(names, field.Tag.Get("csv"))
	}
	return names
}

func cells(row []string, v reflect.Value) []string {
	for _, field := range v.Fields() {
		row = append(row, cell(field.Interface()))
	}
	return row
}

func cell(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		return strings.Join(v, "|")
	case time.Time:
		if v.IsZero() {
			return ""
		}
		return v.Format(time.DateOnly)
	}
	return fmt.Sprint(v)
}

// Read yields the rows of a file below dir. It ends with the first error.
func Read[T any](dir, name string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			var none T
			yield(none, err)
			return
		}
		defer func() { _ = f.Close() }() // read only
		next := readTable[T]
		if !strings.HasSuffix(name, ".csv") {
			next = readLines[T]
		}
		read, err := next(f)
		for {
			var row T
			if err == nil {
				row, err = read()
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", name, err)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// All reads a file below dir whole.
func All[T any](dir, name string) ([]T, error) {
	var rows []T
	for row, err := range Read[T](dir, name) {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func readLines[T any](f io.Reader) (func() (T, error), error) {
	dec := json.NewDecoder(bufio.NewReader(f))
	dec.DisallowUnknownFields()
	return func() (T, error) {
		var row T
		err := dec.Decode(&row)
		if err != nil && !errors.Is(err, io.EOF) {
			err = fmt.Errorf("%w: %w", ErrFormat, err)
		}
		return row, err
	}, nil
}

func readTable[T any](f io.Reader) (func() (T, error), error) {
	r := csv.NewReader(bufio.NewReader(f))
	r.ReuseRecord = true
	first, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%w: no header", ErrFormat)
	}
	if want := header(reflect.TypeFor[T]()); !slices.Equal(first, want) {
		return nil, fmt.Errorf("%w: columns %v, want %v", ErrFormat, first, want)
	}
	return func() (T, error) {
		var row T
		cells, err := r.Read()
		if err != nil {
			return row, err
		}
		v := reflect.ValueOf(&row).Elem()
		for i, text := range cells {
			if err := setCell(v.Field(i), text); err != nil {
				line, _ := r.FieldPos(i)
				return row, fmt.Errorf("line %d, %s: %w: %w", line, header(v.Type())[i], ErrFormat, err)
			}
		}
		return row, nil
	}, nil
}

func setCell(field reflect.Value, text string) error {
	var v any
	var err error
	switch field.Interface().(type) {
	case string:
		v = strings.Clone(text)
	case int:
		v, err = strconv.Atoi(text)
	case float64:
		v, err = strconv.ParseFloat(text, 64)
	case bool:
		v, err = strconv.ParseBool(text)
	case []string:
		var list []string
		if text != "" {
			list = strings.Split(strings.Clone(text), "|")
		}
		v = list
	case time.Time:
		var day time.Time
		if text != "" {
			day, err = time.Parse(time.DateOnly, text)
		}
		v = day
	}
	if err == nil {
		field.Set(reflect.ValueOf(v))
	}
	return err
}

// WriteWorld writes world.json.
func WriteWorld(dir string, w *World) error {
	b, err := json.MarshalIndent(w, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, WorldFile), append(b, '\n'), 0o644)
}

// ReadWorld reads world.json. It returns ErrFormat where the version is another.
func ReadWorld(dir string) (*World, error) {
	b, err := os.ReadFile(filepath.Join(dir, WorldFile))
	if err != nil {
		return nil, err
	}
	var w World
	if err := json.Unmarshal(b, &w); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", WorldFile, ErrFormat, err)
	}
	if w.Version != Version {
		return nil, fmt.Errorf("%s: %w: version %d, want %d", WorldFile, ErrFormat, w.Version, Version)
	}
	return &w, nil
}
