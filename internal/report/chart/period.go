package chart

import (
	"cmp"
	"math"
	"strconv"
)

// Step is the spacing of a series in time.
type Step int

// The steps of a series.
const (
	Yearly Step = iota + 1
	Monthly
)

// Period is a month, or with Month 0 a year. Year 0 is no period.
type Period struct{ Year, Month int }

var monthNames = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// String is "2015" or "Mar 2015".
func (p Period) String() string {
	if p.Month < 1 || p.Month > 12 {
		return strconv.Itoa(p.Year)
	}
	return monthNames[p.Month-1] + " " + strconv.Itoa(p.Year)
}

// valid tells whether a period fits the step and is in a year that can be drawn.
func (p Period) valid(s Step) bool {
	if p.Year < 1 || p.Year > 9999 {
		return false
	}
	return s == Yearly && p.Month == 0 || s == Monthly && p.Month >= 1 && p.Month <= 12
}

// index counts steps from the year 0.
func (p Period) index(s Step) int {
	if s == Yearly {
		return p.Year
	}
	return p.Year*12 + p.Month - 1
}

func periodAt(index int, s Step) Period {
	if s == Yearly {
		return Period{Year: index}
	}
	return Period{Year: index / 12, Month: index%12 + 1}
}

// tick is a labelled place on a time axis.
type tick struct {
	index int
	label string
}

// timeTicks labels first to last so that labels do not touch when one step is
// wide units wide. Months are labelled by their year where that is all there is
// room for.
func timeTicks(first, last int, s Step, wide float64) []tick {
	const gap = 10
	fits := func(step int, label string) bool {
		return float64(step)*wide >= measure(label, textSize)+gap
	}
	if s == Monthly {
		for _, step := range []int{1, 2, 3, 6} {
			// Below a year and a half, years alone would leave one label or none.
			if fits(step, "Mmm 0000") && (last-first < 18 || fits(step, "Mmm 0000 ")) && (last-first)/step <= 14 {
				return labelled(first, last, step, s)
			}
		}
	}
	unit := 1
	if s == Monthly {
		unit = 12
	}
	for _, years := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000} {
		if fits(years*unit, "0000") {
			return labelled(first, last, years*unit, s)
		}
	}
	return nil
}

func labelled(first, last, step int, s Step) []tick {
	var out []tick
	for i := int(math.Ceil(float64(first)/float64(step))) * step; i <= last; i += step {
		label := periodAt(i, s).String()
		if s == Monthly && step%12 == 0 {
			label = strconv.Itoa(i / 12)
		}
		out = append(out, tick{i, label})
	}
	return out
}

func comparePeriods(a, b Period) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month))
}
