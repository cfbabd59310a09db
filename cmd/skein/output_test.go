package main

import (
	"regexp"
	"strings"
	"testing"
)

// misnumbered finds counts of one with a noun of many, and articles before the wrong sound.
var misnumbered = regexp.MustCompile(`(?m)(^|[^0-9.,:%–-])1 (rows|records|things|entities|pairs|cells|values|columns|clusters|judgements|nodes|edges|vertices|ties|components|communities|members|persons|networks|contributions|files|figures|legs|changes|levels|properties|sheets)\b|\ba (Involvement|Incident|Organization|Address|Event|Interest|Asset|Airplane|Identification)\b|\ban (Person|Network|Vessel|Phone|unit|user)\b|%!`)

// Whatever verbs print, in text and as JSON, ends with a line feed, counts one thing as one and
// no value is missing in a message. The case has one row, so that most counts are of one.
func TestOutputs(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := hostile(t)
	one := tinyCase(t)
	run := func(dir string, args ...string) {
		t.Helper()
		for _, more := range [][]string{nil, {"--json"}} {
			all := append(append([]string{}, args...), more...)
			out, errs := process(t, dir, all...)
			if strings.Contains(errs, "not defined: -json") {
				continue
			}
			for what, text := range map[string]string{"output": out, "error": errs} {
				if text != "" && !strings.HasSuffix(text, "\n") {
					t.Errorf("skein %q: its %s has no last line feed: %q", all, what, text[max(0, len(text)-80):])
				}
				if strings.HasSuffix(text, "\n\n\n") || what == "error" && strings.Contains(text, "\n\n") {
					t.Errorf("skein %q: its %s has empty lines: %q", all, what, text)
				}
				if m := misnumbered.FindString(text); m != "" {
					t.Errorf("skein %q: its %s says %q:\n%s", all, what, m, text)
				}
			}
		}
	}
	for _, dir := range []string{dir, one} {
		run(dir, "run", "case.yaml", "--out", "case")
		run(dir, "quarantine", "list", "--case", "case")
		run(dir, "quarantine", "show", "--case", "case", "1")
		run(dir, "figures", "--case", "case")
		run(dir, "figures", "--case", "case", "*")
		run(dir, "figures", "--case", "case", "no.figure")
		run(dir, "explain", "--case", "case", "records.by_owner")
		run(dir, "explain", "--case", "case", "records.by_owner", "nobody")
		run(dir, "resolve", "--case", "case")
		run(dir, "resolve", "--case", "case", "--schema", "Incident")
		run(dir, "resolve", "explain", "--case", "case", "1:2", "1:2")
		run(dir, "resolve", "explain", "--case", "case", "9:9")
		run(dir, "judge", "--case", "case", "--author", "me", "--owner", "AA")
		run(dir, "screen", "--case", "case", "--name", "Ana anA")
		run(dir, "screen", "--case", "case", "people.csv")
		run(dir, "report", "--case", "case")
		run(dir, "verify", "--case", "case")
		run(dir, "dedupe", "people.csv")
		run(dir, "dedupe", "calls.csv")
		run(dir, "network", "calls.csv")
		run(dir, "network", "calls.csv", "--communities", "leiden", "--measure", "all")
		run(dir, "map", "suggest", "people.csv")
		run(dir, "map", "suggest", "case.yaml")
		run(dir, "ingest", "--case", "case2", "--owner", "AA", "--label", "H0", "--mapping", "map.yaml", "people.csv")
		run(dir, "ingest", "--case", "case2", "--owner", "AA", "--label", "H0", "--mapping", "wrong.yaml", "people.csv")
		run(dir, "evaluate", "--truth", "nowhere")
	}
	for _, v := range verbs() {
		run(one, v.name, "-h")
		run(one, v.name)
	}
	run(one)
	run(one, "nonsense")
	run(one, "serve", "--openapi")
}

// tinyCase is a folder with a case file of one table of one row.
func tinyCase(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"people.csv": "name,born,phone\nAna anA,1981-02-03,+44 7700 900123\n",
		"calls.csv":  "from,to\nana,boris\n",
		"map.yaml": "queries:\n- entities:\n    p:\n      schema: Person\n      category: suspect\n      keys: [name]\n      properties:\n" +
			"        name: {column: name}\n        birthDate: {column: born}\n",
		"wrong.yaml": "queries:\n- entities:\n    p:\n      schema: Involvement\n      keys: [name]\n      properties:\n        nmae: {column: name}\n",
		"case.yaml":  "title: One\nsources:\n  - {name: people, path: people.csv, mapping: map.yaml, owner: AA, label: H0, received: 2015-01-01}\n",
	})
	return dir
}
