package mapping

import (
	"strings"
	"testing"

	"skein/internal/schema"
)

const wideMapping = `
queries:
  - unpivot: {Apr: 2015-04, May: 2015-05}
    filters_not: {$value: "0"}
    entities:
      flow:
        schema: Flow
        keys: $row
        properties:
          route: {column: Route}
          period: {column: $label}
          count: {column: $value}
`

func TestUnpivot(t *testing.T) {
	b := bind(t, wideMapping, "Route", "Apr", "May")
	for _, c := range []struct {
		cells       []string
		want        string
		problem, at string
	}{
		{[]string{"East", "12", "7"}, "Flow route=East period=2015-04 count=12\nFlow route=East period=2015-05 count=7\n", "", ""},
		{[]string{"East", "12", ""}, "Flow route=East period=2015-04 count=12\n", "", ""},
		{[]string{"East", "0", "7"}, "Flow route=East period=2015-05 count=7\n", "", ""},
		{[]string{"East", "", ""}, "", "no column of unpivot has a value", ""},
		{[]string{"East", "12", "many"}, "", "form not understood", "May"},
	} {
		got, problems := mapRow(b, row(c.cells...))
		if told(got) != c.want && !(len(got) == 0 && c.want == "") {
			t.Errorf("%v gives\n%s, want\n%s", c.cells, told(got), c.want)
		}
		if (c.problem == "") != (len(problems) == 0) {
			t.Errorf("%v has problems %v", c.cells, problems)
		} else if len(problems) > 0 && (!strings.Contains(problems[0].Reason, c.problem) || problems[0].Column != c.at) {
			t.Errorf("%v has problem %+v, want %s in %q", c.cells, problems[0], c.problem, c.at)
		}
	}
	first, _ := mapRow(b, row("West", "1", "1"))
	if len(first) != 2 || first[0].Key == first[1].Key {
		t.Errorf("equal cells of two columns have one key: %v", first)
	}
}

func TestUnpivotRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"unpivot: []\nentities: {f: {schema: Flow, keys: $row}}":                                           "names no columns",
		"entities: {f: {schema: Flow, keys: $row, properties: {count: {column: $value}}}}":                 "queries with unpivot",
		"unpivot: [Jun]\nentities: {f: {schema: Flow, keys: $row, properties: {count: {column: $value}}}}": `no column "Jun"`,
		"entities: {f: {schema: Call, keys: $row, properties: {duration: {column: Apr, unit: weeks}}}}":    "unit is",
		"entities: {f: {schema: Call, keys: $row, properties: {summary: {column: Apr, extract: '('}}}}":    "no regular expression",
		"rest: keep\nentities: {f: {schema: Call, keys: $row, properties: {summary: {column: Apr}}}}":      "rest is",
		"entities: {f: {schema: Call, keys: $row, properties: {summary: {column: Apr, unit: seconds}}}}":   "unit is for numbers",
		"queries: [{entities: {f: {schema: Flow, keys: $row}}}]\nunpivot: [Apr]":                           "stands beside queries",
	} {
		m, err := Parse([]byte(text), schema.Default())
		if err == nil {
			_, err = m.Bind([]string{"Route", "Apr", "May"})
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestSpansAndExtracts(t *testing.T) {
	b := bind(t, `
rest: quarantine
queries:
  - filters: {way: [in, out]}
    entities:
      phone:
        schema: Phone
        keys: party
        key_type: phone
        properties:
          number: {column: party, extract: "[+0-9][0-9 ]{6,}[0-9]"}
          weakAlias: {column: party, extract: "[0-9]\\s+([^0-9]+)$"}
      call:
        schema: Call
        keys: $row
        properties:
          caller: {entity: phone}
          duration: {column: long, unit: "h:m:s"}
`, "way", "party", "long")
	got, problems := mapRow(b, row("in", "From: +30 691 555 0011 Kostas", "01:07:49"))
	want := "Phone number=+306915550011(From: +30 691 555 0011 Kostas) weakAlias=Kostas(From: +30 691 555 0011 Kostas)\nCall caller=#1 duration=4069(01:07:49)\n"
	if len(problems) > 0 || told(got) != want {
		t.Errorf("got %v\n%swant\n%s", problems, told(got), want)
	}
	if same, _ := mapRow(b, row("out", "To: 0030 6915550011", "0:05")); len(same) != 2 || same[0].Key != got[0].Key {
		t.Errorf("another way of writing the number makes another phone: %s", told(same))
	}
	if _, problems := mapRow(b, row("sideways", "+30 691 555 0011", "")); len(problems) != 1 || !strings.Contains(problems[0].Reason, "rest says quarantine") {
		t.Errorf("a row of no query: %v", problems)
	}
	for _, bad := range []string{"1:60", "1:2:3:4", "-1:00", "x:1", "99999999999:00", "61"} {
		if _, problems := mapRow(b, row("in", "+30 691 555 0011", bad)); len(problems) == 0 {
			t.Errorf("%q is a span of time", bad)
		}
	}
	for _, c := range [][3]string{{"2.5", "minutes", "150"}, {"1", "hours", "3600"}, {"1500", "milliseconds", "1.5"}, {"560", "seconds", "560"}, {"07:49", "m:s", "469"}} {
		if got, err := seconds(c[0], c[1]); err != nil || got != c[2] {
			t.Errorf("%s %s is %s, %v; want %s", c[0], c[1], got, err, c[2])
		}
	}
}
