package comparison

// similarText reports whether at least three quarters of the pairs of neighbouring
// characters of two texts are the same (Dice 1945).
func similarText(a, b string) bool {
	if len(a) < 2 || len(b) < 2 || len(a) > 64 || len(b) > 64 {
		return false
	}
	var used uint64
	common := 0
	for i := range len(a) - 1 {
		for j := range len(b) - 1 {
			if used&(1<<j) == 0 && a[i] == b[j] && a[i+1] == b[j+1] {
				used |= 1 << j
				common++
				break
			}
		}
	}
	return 2*common*4 >= 3*(len(a)+len(b)-2)
}
