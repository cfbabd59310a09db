// Package names makes names of persons who do not exist. A name is put together from
// a table of common name parts by culture: given names, names of fathers, family
// names, each in its own script with the Latin spellings that registers of several
// countries usually give it.
//
//	c := names.Cultures()["ar-lev"]
//	n := c.Person(draw.New(seed, "person", 17), false)
//	n.Native()               "محمد خالد الحلبي"
//	n.Latin(names.English)   "Mohammad Khaled Al-Halabi"
//	n.Latin(names.French)    "Mohamad Khaled Al Halabi"
//
// A part of a name is a fact about a language and nobody's data. Which full names
// come out is a matter of the seed; a name that somebody bears is a coincidence.
package names
