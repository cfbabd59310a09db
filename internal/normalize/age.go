package normalize

import "time"

// maxAge is the age in years beyond which dates are taken to be wrong; the
// longest life on record is 122 years.
const maxAge = 125

// AgeRange returns the least and greatest age in completed years that a person
// born on birth can have on at, both known as far as they are. It is not ok if
// either is invalid, if at is before birth or if every age would be over 125.
// Whoever was born on 29 February is a year older on 1 March in common years.
func AgeRange(birth, at Date) (least, greatest int, ok bool) {
	if !birth.IsValid() || !at.IsValid() {
		return 0, 0, false
	}
	birth, at = birth.Cut(PrecisionDay), at.Cut(PrecisionDay)
	least = completedYears(lastDay(birth), at.Start())
	greatest = completedYears(birth.Start(), lastDay(at))
	if greatest < 0 || least > maxAge {
		return 0, 0, false
	}
	return max(least, 0), min(greatest, maxAge), true
}

// Age returns the age in completed years on at of a person born on birth. It is
// ok only if the dates are precise enough to tell: of a person born in 1990,
// nobody knows whether they were 24 or 25 in July 2015. [AgeRange] gives both.
func Age(birth, at Date) (years int, ok bool) {
	least, greatest, ok := AgeRange(birth, at)
	if !ok || least != greatest {
		return 0, false
	}
	return least, true
}

// AgeBand returns the band of an age in completed years: "0-13", "14-17",
// "18-25", "26-35", "36-45", "46-55" or "56+". Bounds are 18, the end of
// childhood (Convention on the Rights of the Child, article 1), and 14, from
// which Eurodac took fingerprints (Regulation (EU) 603/2013, article 9). It is
// "" for an age under 0 or over 125.
func AgeBand(years int) string {
	switch {
	case years < 0 || years > maxAge:
		return ""
	case years <= 13:
		return "0-13"
	case years <= 17:
		return "14-17"
	case years <= 25:
		return "18-25"
	case years <= 35:
		return "26-35"
	case years <= 45:
		return "36-45"
	case years <= 55:
		return "46-55"
	}
	return "56+"
}

func lastDay(d Date) time.Time { return d.End().AddDate(0, 0, -1) }

func completedYears(birth, at time.Time) int {
	years := at.Year() - birth.Year()
	if at.Month() < birth.Month() || at.Month() == birth.Month() && at.Day() < birth.Day() {
		years--
	}
	return years
}
