package resolve

import (
	"skein/internal/resolve/blocking"
	"skein/internal/resolve/comparison"
)

// Rules returns blocking rules for records of some properties: what identifies alone, and
// each two of a word of the name, the date, the postcode and texts.
func Rules(properties []comparison.Property) []blocking.Rule {
	var names, dates, postcodes, texts, strong []comparison.Property
	for _, p := range properties {
		switch p.Kind {
		case comparison.Person, comparison.Organisation:
			names = append(names, p)
		case comparison.Date:
			dates = append(dates, p)
		case comparison.Postcode:
			postcodes = append(postcodes, p)
		case comparison.Text:
			texts = append(texts, p)
		case comparison.Identifier, comparison.Phone, comparison.Email:
			strong = append(strong, p)
		case comparison.Code, comparison.Exclusive: // too few to find anything by
		}
	}
	key := func(p comparison.Property, part comparison.Part) blocking.Key {
		return blocking.Key{Property: p.Name, Part: part}
	}
	var finer []blocking.Key // second keys of blocks that are too large
	for _, d := range dates {
		finer = append(finer, key(d, comparison.Year))
	}
	for _, p := range postcodes {
		finer = append(finer, key(p, comparison.Area))
	}
	for _, t := range texts {
		finer = append(finer, key(t, comparison.Whole))
	}
	for _, n := range names {
		finer = append(finer, key(n, comparison.Word))
	}
	var rules []blocking.Rule
	add := func(keys ...blocking.Key) {
		rules = append(rules, blocking.Rule{Keys: keys, Split: others(finer, keys)})
	}
	for _, p := range strong {
		add(key(p, comparison.Whole))
	}
	for _, n := range names {
		add(key(n, comparison.Words))
		for _, d := range dates {
			add(key(n, comparison.Word), key(d, comparison.Whole))
		}
		for _, p := range postcodes {
			add(key(n, comparison.Word), key(p, comparison.Whole))
		}
		for _, t := range texts {
			add(key(n, comparison.Word), key(t, comparison.Whole))
		}
		for _, d := range dates {
			add(key(n, comparison.Starts), key(d, comparison.Whole))
		}
	}
	for _, d := range dates {
		for _, p := range postcodes {
			add(key(d, comparison.Whole), key(p, comparison.Area))
		}
		for _, t := range texts {
			add(key(d, comparison.Whole), key(t, comparison.Whole))
		}
	}
	for i, t := range texts {
		for _, p := range postcodes {
			add(key(t, comparison.Words), key(p, comparison.Area))
		}
		if len(names) == 0 {
			add(key(t, comparison.Words))
		}
		for _, u := range texts[:i] {
			add(key(t, comparison.Words), key(u, comparison.Whole))
		}
	}
	for _, p := range strong {
		if p.Kind == comparison.Email {
			add(key(p, comparison.User))
		} else {
			add(key(p, comparison.Thirds))
		}
	}
	if len(names) == 1 && len(rules) == 1 { // nothing but a name
		add(key(names[0], comparison.Word))
	}
	return rules
}

// others returns the keys whose properties are not among those of a rule.
func others(keys, of []blocking.Key) []blocking.Key {
	var out []blocking.Key
next:
	for _, k := range keys {
		for _, o := range of {
			if o.Property == k.Property && o.Part != comparison.Words && o.Part != comparison.Thirds {
				continue next
			}
		}
		out = append(out, k)
	}
	return out
}
