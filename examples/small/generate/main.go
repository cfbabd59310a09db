// Command generate writes the data files of examples/small: what six agencies that
// do not exist might have sent about people who do not exist.
//
// A small world is drawn first (world.go): networks with members, roles and tiers,
// telephones, boats, vehicles, incidents. Then each agency writes down the part of it
// that it knows, in its own format, language and spelling, with its own gaps and
// mistakes (one file of this folder an agency). Some rows are spoilt on purpose;
// expected-quarantine.csv lists them.
//
// Nothing is random in the sense of differing between runs: every file has its own
// seeded generator, archives carry no times, and the second run writes the bytes of
// the first. Names are put together from the tables of names.go, telephone numbers
// come from ranges reserved for drama, number plates use letters that the country
// does not issue, and document numbers begin with XX.
package main

import (
	"flag"
	"fmt"
	"os"
)

//go:generate go run . -out ..

func main() {
	out := flag.String("out", "..", "folder to write the data files to")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "usage: generate [-out DIR]")
		os.Exit(2)
	}
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// write makes the world and lets every agency write its files below dir.
func write(dir string) error {
	w := newWorld()
	f := &folder{dir: dir}
	for _, agency := range []func(*world, *folder) error{
		elPolice, itPolice, fxd, bka, coastGuard, ngoWatch, relays,
	} {
		if err := agency(w, f); err != nil {
			return err
		}
	}
	return f.writeExpected()
}
