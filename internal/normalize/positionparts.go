package normalize

import "slices"

// splitPair parts the tokens of a position into its two coordinates.
func splitPair(tokens []positionToken) (a, b []positionToken, err error) {
	indices := func(match func(positionToken) bool) (at []int) {
		for i, t := range tokens {
			if match(t) {
				at = append(at, i)
			}
		}
		return at
	}
	kinds := func(k tokenKind) []int { return indices(func(t positionToken) bool { return t.kind == k }) }
	numbers, hemispheres, separators := kinds(tokenNumber), kinds(tokenHemisphere), kinds(tokenSeparator)
	degreeMarks := indices(func(t positionToken) bool { return t == positionToken{tokenMark, "d"} })
	switch {
	case len(numbers) < 2:
		return nil, nil, malformed("want a latitude and a longitude")
	case len(separators) == 1:
		return tokens[:separators[0]], tokens[separators[0]+1:], nil
	case len(separators) > 1:
		return nil, nil, malformed("it has more than two parts")
	case len(hemispheres) == 2 && hemispheres[0] == 0:
		return tokens[:hemispheres[1]], tokens[hemispheres[1]:], nil
	case len(hemispheres) == 2:
		return tokens[:hemispheres[0]+1], tokens[hemispheres[0]+1:], nil
	case len(hemispheres) != 0:
		return nil, nil, positionError{"put a comma between its parts", ErrAmbiguous}
	}
	var second int
	switch {
	case len(numbers) == 2:
		second = numbers[1]
	case len(degreeMarks) == 2:
		second = degreeMarks[1] - 1
	default:
		return nil, nil, positionError{"put a comma between its parts", ErrAmbiguous}
	}
	if second > 0 && tokens[second-1].kind == tokenSign {
		second--
	}
	return tokens[:second], tokens[second:], nil
}

// readHalf reads the tokens of one coordinate.
func readHalf(tokens []positionToken) (half, error) {
	var h half
	for i := range tokens {
		if why := h.read(tokens, i); why != "" {
			return half{}, malformed(why)
		}
	}
	switch {
	case len(h.numbers) == 0:
		return half{}, malformed("it has no number")
	case h.negative && h.hemisphere != 0:
		return half{}, malformed("it has a minus sign and a hemisphere")
	}
	marked := slices.ContainsFunc(tokens, func(t positionToken) bool { return t.kind == tokenMark })
	h.compact = h.hemisphere != 0 && !marked
	return h, nil
}

// read takes up the token at i and returns what is wrong with it, if anything.
func (h *half) read(tokens []positionToken, i int) string {
	names := [...]string{"d", "m", "s"}
	t, n := tokens[i], len(h.numbers)
	first, last := i == 0, i == len(tokens)-1
	switch t.kind {
	case tokenNumber:
		if n == len(names) {
			return "it has more than degrees, minutes and seconds"
		}
		h.numbers = append(h.numbers, t.text)
	case tokenMark:
		// Seconds are often closed by the mark of minutes.
		if n == 0 || tokens[i-1].kind != tokenNumber || t.text != names[n-1] && !(n == len(names) && t.text == "m") {
			return "the marks of degrees, minutes and seconds are out of order"
		}
	case tokenHemisphere:
		if h.hemisphere != 0 || !first && !last {
			return "the hemisphere stands before or after the whole, once"
		}
		h.hemisphere = t.text[0]
	case tokenSign:
		if n > 0 || i > 0 && tokens[i-1].kind == tokenSign {
			return "a sign stands before the whole, once"
		}
		h.negative = t.text == "-"
	case tokenJoiner:
		if first || last || n == 0 || tokens[i+1].kind != tokenNumber {
			return "a hyphen or colon stands between numbers only"
		}
	case tokenSeparator:
		return "it has more than one part"
	}
	return ""
}
