package mapping

import (
	"errors"
	"strings"

	"skein/internal/normalize"
)

// template is text with the names of columns in double braces.
type template struct {
	columns []string // each once, in the order of the text
	pieces  []piece
}

// piece is plain text, or a column.
type piece struct {
	text   string
	column int // index of template.columns, -1 for plain text
}

// parseTemplate reads text such as "{{ first }} {{ last }}".
func parseTemplate(text string) (*template, error) {
	t := &template{}
	for text != "" {
		before, after, opened := strings.Cut(text, "{{")
		if before != "" {
			t.pieces = append(t.pieces, piece{before, -1})
		}
		if !opened {
			break
		}
		name, rest, closed := strings.Cut(after, "}}")
		if name = normalize.Visible(name); !closed || name == "" {
			return nil, errors.New("write a column's name between {{ and }}")
		}
		t.pieces = append(t.pieces, piece{column: t.column(name)})
		text = rest
	}
	if len(t.columns) == 0 {
		return nil, errors.New("it names no column; write literal for plain text")
	}
	return t, nil
}

func (t *template) column(name string) int {
	for i, c := range t.columns {
		if c == name {
			return i
		}
	}
	t.columns = append(t.columns, name)
	return len(t.columns) - 1
}

// fill appends the text with the columns' values in place, and nothing where all
// of them are empty.
func (t *template) fill(out []byte, values []string) []byte {
	empty := true
	for _, v := range values {
		empty = empty && v == ""
	}
	if empty {
		return out
	}
	for _, p := range t.pieces {
		if p.column < 0 {
			out = append(out, p.text...)
		} else {
			out = append(out, values[p.column]...)
		}
	}
	return out
}
