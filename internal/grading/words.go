package grading

// Words returns what the two halves of the code mean, for display beside the code.
// Those of Ungraded are the words of X4.
func (g Grade) Words() (source, information string) {
	g = g.shown()
	switch g.scheme {
	case Europol4x4:
		return europolSource(g.source), europolInformation(g.information)
	case Admiralty6x6:
		return admiraltySource(g.source), admiraltyInformation(g.information)
	case UK3x5x2:
		return ukSource(g.source), ukInformation(g.information)
	}
	return "", ""
}

// HandlingWords returns the meaning of the third place of a 3x5x2 code, and "" where
// there is none.
func (g Grade) HandlingWords() string {
	switch g.handling {
	case 'P':
		return "sharing permitted"
	case 'C':
		return "sharing permitted with conditions"
	}
	return ""
}

func europolSource(c byte) string {
	switch c {
	case 'A':
		return "no doubt as to authenticity, trustworthiness and competence, or reliable in all instances"
	case 'B':
		return "reliable in most instances"
	case 'C':
		return "unreliable in most instances"
	case 'X':
		return "reliability cannot be assessed"
	}
	return ""
}

func europolInformation(c byte) string {
	switch c {
	case '1':
		return "accuracy not in doubt"
	case '2':
		return "known personally to the source, not to the official passing it on"
	case '3':
		return "not known personally to the source, corroborated by information already recorded"
	case '4':
		return "not known personally to the source and cannot be corroborated"
	}
	return ""
}

func admiraltySource(c byte) string {
	switch c {
	case 'A':
		return "completely reliable"
	case 'B':
		return "usually reliable"
	case 'C':
		return "fairly reliable"
	case 'D':
		return "not usually reliable"
	case 'E':
		return "unreliable"
	case 'F':
		return "reliability cannot be judged"
	}
	return ""
}

func admiraltyInformation(c byte) string {
	switch c {
	case '1':
		return "confirmed"
	case '2':
		return "probably true"
	case '3':
		return "possibly true"
	case '4':
		return "doubtful"
	case '5':
		return "improbable"
	case '6':
		return "truth cannot be judged"
	}
	return ""
}

func ukSource(c byte) string {
	switch c {
	case '1':
		return "reliable"
	case '2':
		return "untested"
	case '3':
		return "not reliable"
	}
	return ""
}

func ukInformation(c byte) string {
	switch c {
	case 'A':
		return "known directly to the source"
	case 'B':
		return "known indirectly to the source but corroborated"
	case 'C':
		return "known indirectly to the source"
	case 'D':
		return "not known"
	case 'E':
		return "suspected to be false"
	}
	return ""
}
