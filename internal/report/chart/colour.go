package chart

import (
	"fmt"
	"math"
	"slices"
)

// Classes are the names of what colours stand for, in the order that gives
// them their colours. Give every chart of a report the same Classes. Without any,
// a chart takes its own classes in the order in which they come.
type Classes []string

// hues are the colours of Okabe and Ito (2008), those that carry text-size
// marks on white first. Their yellow is left out: on white nobody sees it.
var hues = [...]string{
	"#0072B2", // blue
	"#D55E00", // vermilion
	"#009E73", // bluish green
	"#E69F00", // orange
	"#CC79A7", // reddish purple
	"#56B4E9", // sky blue
	"#000000", // black
}

const otherHue = "#8a8a8a"

// colour is the colour of a class; grey when the class is not among the first
// seven.
func (c Classes) colour(class string) string {
	i := slices.Index(c, class)
	if i < 0 || i >= len(hues) {
		return otherHue
	}
	return hues[i]
}

// or gives c, or when c is empty the names without repeats.
func (c Classes) or(names []string) Classes {
	if len(c) > 0 {
		return c
	}
	var out Classes
	for _, n := range names {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// inkOn is black or white, whichever has the higher contrast on a colour by
// the relative luminance of WCAG 2.2.
func inkOn(colour string) string {
	var rgb [3]int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		return ink
	}
	weights := [3]float64{0.2126, 0.7152, 0.0722}
	luminance := 0.0
	for k, v := range rgb {
		f := float64(v) / 255
		if f <= 0.04045 {
			f /= 12.92
		} else {
			f = math.Pow((f+0.055)/1.055, 2.4)
		}
		luminance += weights[k] * f
	}
	if 1.05/(luminance+0.05) > (luminance+0.05)/0.05 {
		return paper
	}
	return ink
}
