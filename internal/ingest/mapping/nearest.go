package mapping

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// didYouMean returns "; did you mean ...?" with the nearest of the known names, or
// the empty text where none is near.
func didYouMean(name string, known []string) string {
	near := nearest(name, known)
	if len(near) == 0 {
		return ""
	}
	for i, n := range near {
		near[i] = `"` + n + `"`
	}
	return "; did you mean " + strings.Join(near, " or ") + "?"
}

// maxNearest is how many names an error proposes at most.
const maxNearest = 3

// nearest returns the known names that are within a third of the name's length in
// edits, without regard to case, or that contain it or are contained in it, nearest first.
func nearest(name string, known []string) []string {
	type candidate struct {
		name     string
		distance int
	}
	var found []candidate
	lower := strings.ToLower(name)
	limit := max(1, utf8.RuneCountInString(name)/3)
	for _, k := range known {
		other := strings.ToLower(k)
		d := distance(lower, other)
		if within := len(lower) > 2 && len(other) > 2 && (strings.Contains(lower, other) || strings.Contains(other, lower)); within {
			d = min(d, limit)
		}
		if d <= limit {
			found = append(found, candidate{k, d})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.name, b.name))
	})
	var out []string
	for _, c := range found[:min(len(found), maxNearest)] {
		out = append(out, c.name)
	}
	return slices.Compact(out)
}

// distance is the number of letters to insert, drop or replace, or of neighbours to
// swap, between a and b (optimal string alignment).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	rows := [3][]int{make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(s); i++ {
		before, last, row := rows[(i-1)%3], rows[i%3], rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(t); j++ {
			change := last[j-1]
			if s[i-1] != t[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return rows[(len(s)+1)%3][len(t)]
}
