package mapping

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"skein/internal/normalize"
)

// units are the ways in which a span of time may be written; its value is in seconds.
func units() []string { return []string{"h:m:s", "m:s", "hours", "minutes", "seconds", "milliseconds"} }

// maxSpan bounds spans, in seconds: a hundred years.
const maxSpan = 3_200_000_000

// seconds reads a span of time. A clock may lack its hours ("7:49"), and have a fraction
// of a second, which is dropped.
func seconds(text, unit string) (string, error) {
	if normalize.IsNothing(text, normalize.OfQuantity) {
		return "", noValue("number", text)
	}
	clean := normalize.Digits(strings.TrimSpace(text))
	if unit == "h:m:s" || unit == "m:s" {
		return clockSeconds(text, clean, unit)
	}
	plain, err := normalize.Number(clean)
	if err != nil {
		return "", err
	}
	n, err := strconv.ParseFloat(plain, 64)
	factor := map[string]float64{"hours": 3600, "minutes": 60, "seconds": 1, "milliseconds": 0.001}[unit]
	if n *= factor; err != nil || n < 0 || n > maxSpan {
		return "", fmt.Errorf("number %q: it is no span of time in %s", text, unit)
	}
	return formatNumber(n), nil
}

func clockSeconds(text, clean, unit string) (string, error) {
	clean, _, _ = strings.Cut(clean, ".")
	parts := strings.Split(clean, ":")
	wrong := fmt.Errorf("number %q: it is no span of time written %s", text, unit)
	if len(parts) > strings.Count(unit, ":")+1 || len(parts) < 2 {
		return "", wrong
	}
	total := int64(0)
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 10, 32)
		if err != nil || i > 0 && n > 59 {
			return "", wrong
		}
		if total = total*60 + int64(n); total > maxSpan {
			return "", wrong
		}
	}
	return strconv.FormatInt(total, 10), nil
}

// pattern reads a regular expression (RE2).
func (p *parser) pattern(f field) *regexp.Regexp {
	text, ok := p.text(f.value, "extract")
	if !ok {
		return nil
	}
	re, err := regexp.Compile(text)
	if err != nil {
		p.fail(f.value.Line, "extract %q is no regular expression: %v", text, err)
		return nil
	}
	return re
}

// extracted returns the part of a text that extract names: its first group, or all that it
// matches; "" where it does not match.
func (p *property) extracted(text string) string {
	if p.extract == nil {
		return text
	}
	m := p.extract.FindStringSubmatch(text)
	switch len(m) {
	case 0:
		return ""
	case 1:
		return strings.TrimSpace(m[0])
	}
	return strings.TrimSpace(m[1])
}
