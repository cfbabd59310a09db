package chart

import (
	"strings"
	"unicode"
)

// advance gives the width of the printable ASCII characters of Helvetica in
// hundredths of the type size (Adobe font metrics, rounded).
const advance = "" +
	"\x1b\x1b\x23\x38\x38\x59\x43\x13\x21\x21\x27\x3a\x1b\x21\x1b\x1b" + // space to /
	"\x38\x38\x38\x38\x38\x38\x38\x38\x38\x38\x1b\x1b\x3a\x3a\x3a\x38" + // 0 to ?
	"\x65\x43\x43\x48\x48\x43\x3d\x4e\x48\x1b\x32\x43\x38\x53\x48\x4e" + // @ to O
	"\x43\x4e\x48\x43\x3d\x48\x43\x5e\x43\x43\x3d\x1b\x1b\x1b\x2f\x38" + // P to _
	"\x21\x38\x38\x32\x38\x38\x1b\x38\x38\x16\x16\x32\x16\x53\x38\x38" + // ` to o
	"\x38\x38\x21\x32\x1b\x38\x32\x48\x32\x32\x32\x21\x1a\x21\x3a" // p to ~

// wider allows for what stands in for Helvetica; DejaVu Sans, the widest of the
// common ones, runs about a sixth wider.
const wider = 1.17

// measure estimates how wide a line of text is, in user units. It errs on the
// wide side, since the reader's font is not known.
func measure(s string, size float64) float64 {
	total := 0.0
	for _, r := range s {
		switch {
		case r == '…':
			total++
		case r >= ' ' && r <= '~':
			total += float64(advance[r-' ']) / 100
		case unicode.Is(unicode.Mn, r):
		case r >= 0x2E80: // East Asian scripts, emoji
			total++
		default:
			total += 0.6
		}
	}
	return total * size * wider
}

// fit shortens a line of text to a width, with an ellipsis for what is lost.
func fit(s string, size, wide float64) string {
	wide += 0.01 // a width computed from the text itself must fit it
	if measure(s, size) <= wide {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 {
		runes = runes[:len(runes)-1]
		short := strings.TrimRight(string(runes), " ,;:-") + "…"
		if measure(short, size) <= wide {
			return short
		}
	}
	return ""
}

// wrap breaks text into lines of a width at its spaces. A word wider than a
// line is shortened.
func wrap(s string, size, wide float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && measure(longer, size) > wide {
			lines = append(lines, fit(line, size, wide))
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, fit(line, size, wide))
	}
	return lines
}

// twoLines is wrap into at most two lines; what is left is lost to an ellipsis.
func twoLines(s string, size, wide float64) []string {
	lines := wrap(s, size, wide)
	if len(lines) <= 2 {
		return lines
	}
	return []string{lines[0], fit(strings.Join(lines[1:], " "), size, wide)}
}
