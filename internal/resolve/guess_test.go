package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/resolve"
)

func TestGuess(t *testing.T) {
	// row makes a row of columns whose cells differ as real ones do.
	rows := func(cells ...string) [][]string {
		var out [][]string
		for i := range 60 {
			var row []string
			for _, c := range cells {
				c = strings.ReplaceAll(c, "#", fmt.Sprint(i))
				c = strings.ReplaceAll(c, "@2", fmt.Sprint(1950+i))
				c = strings.ReplaceAll(c, "~", []string{"anna", "jan", "maria"}[i%3])
				row = append(row, c)
			}
			out = append(out, row)
		}
		return out
	}
	for _, test := range []struct {
		name   string
		header string
		rows   [][]string
		want   []string
	}{
		{
			"parts of a name", "id,first_name,surname,full_name,dob,city", rows("#", "~", "smith#", "~ smith#", "@2-03-04", "town #"),
			[]string{"name: person name of 1 2", "dob: date of 4", "city: text of 5"},
		},
		{
			"names of columns in camel case", "rowId,givenName,familyName,dateOfBirth,emailAddress,mobilePhone", rows("#", "~", "x#", "@2-01-02", "~#@example.org", "+4917#000"),
			[]string{"name: person name of 1 2", "dateOfBirth: date of 3", "emailAddress: email of 4", "mobilePhone: phone of 5"},
		},
		{
			"what nobody is compared by", "name,religion,ethnic group,cluster,remarks", rows("~ #", "r#", "e#", "#", "long text #"),
			[]string{"name: person name of 0"},
		},
		{
			"companies", "name,registration no,country", rows("Firm # Ltd", "HRB#00", "~"),
			[]string{"name: organisation name of 0", "registration no: identifier of 1", "country: code of 2"},
		},
		{
			"by what is in them", "a,b,c", rows("~#@example.org", "@2-11-12", "~"),
			[]string{"a: email of 0", "b: date of 1", "c: code of 2"},
		},
		{"one value in all rows, or none", "name,source,empty", rows("~ #", "same", ""), []string{"name: person name of 0"}},
		{"nothing", "row,comment", rows("#", "x"), nil},
	} {
		var got []string
		for _, s := range resolve.Guess(strings.Split(test.header, ","), test.rows) {
			got = append(got, fmt.Sprintf("%s: %s of %s", s.Name, s.Kind, strings.Trim(fmt.Sprint(s.Columns), "[]")))
		}
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s: %s", test.name, d)
		}
	}
}
