package graphfile

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"skein/internal/ingest/reader"
	"skein/internal/normalize"
)

// weights reads the weights of a column, which people write with a point or a comma before the
// fraction. "1,500" may be either; then the others of the column decide, else nobody knows.
type weights struct {
	comma, point bool // some weight can only be read so
	open         []openWeight
}

// openWeight is an edge whose weight can be read in two ways.
type openWeight struct {
	from, to uint32
	at       string // the day, and …
	layer    string // … the layer of the edge
	place    reader.Place
	text     string
	way      way
}

// read returns a weight; open says that it waits for others of the column to decide.
func (w *weights) read(text string) (weight float32, open bool, err error) {
	clean := strings.ReplaceAll(normalize.Digits(normalize.Visible(text)), " ", "")
	clean = strings.NewReplacer("٫", ",", "٬", "", "’", "", "'", "").Replace(clean)
	commas, points := strings.Count(clean, ","), strings.Count(clean, ".")
	switch {
	case commas == 0 && points <= 1:
		w.point = w.point || points == 1
	case commas == 1 && points == 0:
		whole, fraction, _ := strings.Cut(clean, ",")
		if len(fraction) == 3 && len(whole) <= 3 && strings.Trim(whole, "0") != "" {
			return 0, true, nil
		}
		w.comma = true
		clean = whole + "." + fraction
	case commas > 0 && points == 1 && strings.LastIndexByte(clean, ',') < strings.IndexByte(clean, '.'), commas > 1 && points == 0:
		w.point = true
		clean, err = ungrouped(clean, ",")
	case points > 0 && commas == 1 && strings.LastIndexByte(clean, '.') < strings.IndexByte(clean, ','), points > 1 && commas == 0:
		w.comma = true
		clean, err = ungrouped(clean, ".")
		clean = strings.Replace(clean, ",", ".", 1)
	}
	if err != nil {
		return 0, false, fmt.Errorf("a weight of %q; it must be a number above 0", text)
	}
	weight, err = weightNumber(clean, text)
	return weight, false, err
}

// decide reads a weight that waited, once all of the column are known.
func (w *weights) decide(text string) (float32, error) {
	clean := strings.ReplaceAll(normalize.Digits(normalize.Visible(text)), " ", "")
	switch {
	case w.comma == w.point:
		return 0, fmt.Errorf("a weight of %q, which is %s or %s; write it with a point, or without separators", text,
			strings.Replace(clean, ",", ".", 1), strings.Replace(clean, ",", "", 1))
	case w.comma:
		return weightNumber(strings.Replace(clean, ",", ".", 1), text)
	}
	return weightNumber(strings.Replace(clean, ",", "", 1), text)
}

// ungrouped removes the separators of thousands, which stand before each three digits.
func ungrouped(text, separator string) (string, error) {
	end := strings.IndexAny(text, strings.Trim(".,", separator))
	if end < 0 {
		end = len(text)
	}
	for i, group := range strings.Split(text[:end], separator) {
		if i == 0 && (len(group) == 0 || len(group) > 3) || i > 0 && len(group) != 3 {
			return "", strconv.ErrSyntax
		}
	}
	return strings.ReplaceAll(text[:end], separator, "") + text[end:], nil
}

func weightNumber(clean, text string) (float32, error) {
	w, err := strconv.ParseFloat(clean, 32)
	if err != nil || !(w > 0) || w > math.MaxFloat32 {
		return 0, fmt.Errorf("a weight of %q; it must be a number above 0", text)
	}
	return float32(w), nil
}
