package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// usagef returns a usageError.
func usagef(format string, a ...any) error { return usageError{fmt.Sprintf(format, a...)} }

// between refuses a whole number outside of a range.
func between(flag string, x, least, most int) error {
	if x < least || x > most {
		return usagef("--%s %d: it must be %s to %s", flag, x, thousands(least), thousands(most))
	}
	return nil
}

// above0 refuses what is no finite number above 0.
func above0(flag string, x float64) error {
	if !(x > 0) || math.IsInf(x, 0) {
		return usagef("--%s %v: it must be a number above 0", flag, x)
	}
	return nil
}

// shareFlag refuses what is no share: above 0 and at most 1.
func shareFlag(flag string, x float64) error {
	if !(x > 0) || x > 1 {
		return usagef("--%s %v: it must be a share, above 0 and at most 1", flag, x)
	}
	return nil
}

// probability refuses what is no probability between 0 and 1, both left out.
func probability(flag string, x float64) error {
	if !(x > 0 && x < 1) {
		return usagef("--%s %v: it must be a probability between 0 and 1", flag, x)
	}
	return nil
}

// writable refuses a file that could not be written after all the work, or is read for it. The
// name ends in one of some endings, where there are any.
func writable(flag, file string, endings []string, inputs ...string) error {
	if endings != nil && !slices.Contains(endings, strings.ToLower(filepath.Ext(file))) {
		known := endings[0]
		if n := len(endings); n > 1 {
			known = strings.Join(endings[:n-1], ", ") + " or " + endings[n-1]
		}
		return usagef("--%s %q: the name must end in %s", flag, file, known)
	}
	dir, err := os.Stat(filepath.Dir(file))
	if err != nil || !dir.IsDir() {
		return usagef("--%s %s: there is no directory %s", flag, file, filepath.Dir(file))
	}
	at, err := os.Stat(file)
	if err != nil {
		return nil // it is new
	}
	if at.IsDir() {
		return usagef("--%s %s is a directory; name a file", flag, file)
	}
	for _, input := range inputs {
		if in, err := os.Stat(input); err == nil && os.SameFile(at, in) {
			return usagef("--%s %s is a file that is read", flag, file)
		}
	}
	return nil
}
