package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// process runs skein and returns what it wrote.
func process(t *testing.T, dir string, args ...string) (out, errs string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env, cmd.Dir = append(os.Environ(), asSkein+"=1"), dir
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || exit.ExitCode() == exitFailed && e.Len() == 0) {
		t.Fatalf("skein %q: %v: %s", args, err, &e)
	}
	return o.String(), e.String()
}

// steered returns the first character that a terminal obeys.
func steered(s string) string {
	for _, r := range s {
		if r == '\n' || r == '\t' {
			continue
		}
		if unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return string(r)
		}
	}
	return ""
}

// hostile is a case of a file whose headers, names and numbers hold escape sequences and
// formulas, with one row that goes to quarantine.
func hostile(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	write(t, dir, map[string]string{
		"people\x1b[31m.csv": "name,born\x1b]0;x\a,phone,note\n" +
			"=cmd|' /C calc'!A0,1980-01-02,+999 100,\x1b[2J\n" +
			"Ana \u202eanA,1981-02-03,+999 101,@SUM(1)\n" +
			"Ana anA,1981-02-03,+999 101,-3.5\n" +
			"\u009b31mBoris,1982-03-04,+999 102,\"a\rb\"\n" +
			"Carla,\x1b[1mnever,+999 103,x\n",
		"calls.csv": "from,to,weight\n=1+1,\x1b[5mBoris,2\n+999 100,@x,1\n-1-1,\u202eeslaf,3\n",
		"map.yaml": "queries:\n- entities:\n    p:\n      schema: Person\n      category: suspect\n      keys: [name]\n      properties:\n        name: {column: name}\n" +
			"        birthDate: {column: \"born\\e]0;x\\a\", required: true}\n        phone: {column: phone}\n        notes: {column: note}\n",
		"case.yaml": "title: Hostile\nsources:\n  - {name: people, path: people*.csv, mapping: map.yaml, owner: AA, label: H0, received: 2015-01-01}\n",
	})
	return dir
}

// write writes files into a folder.
func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// What files hold reaches no terminal as a command: on no verb's output, with or without --json,
// errors included.
func TestControlCharactersStayOffTerminals(t *testing.T) {
	dir := hostile(t)
	people := "people\x1b[31m.csv"
	for _, args := range [][]string{
		{"map", "suggest", people, "--format", "\x1b[1m"},
		{"run", "case.yaml", "--out", "case"},
		{"ingest", "--case", "case2", "--owner", "AA", "--label", "H0", "--mapping", "map.yaml", people},
		{"quarantine", "list", "--case", "case"},
		{"quarantine", "list", "--case", "case", "--json"},
		{"quarantine", "show", "--case", "case", "1"},
		{"figures", "--case", "case", "*"},
		{"figures", "--case", "case", "--json"},
		{"figures", "--case", "case", "\x1b[2J"},
		{"explain", "--case", "case", "records.by_owner", "--source"},
		{"resolve", "--case", "case"},
		{"resolve", "explain", "--case", "case", "1:2", "1:3"},
		{"screen", "--case", "case", "--name", "Ana \x1b[2J anA"},
		{"screen", "--case", "case", "calls.csv", "--json"},
		{"dedupe", people},
		{"dedupe", people, "--map", "\x1b[2J=name"},
		{"dedupe", people, "--json"},
		{"network", "calls.csv"},
		{"network", "calls.csv", "--json"},
		{"network", "calls.csv", "--from", "\x1b"},
		{"verify", "--case", "case\u202e"},
		{"\x1b[2J"},
	} {
		out, errs := process(t, dir, args...)
		if c := steered(out); c != "" {
			t.Errorf("skein %q prints %q:\n%q", args, c, out)
		}
		if c := steered(errs); c != "" {
			t.Errorf("skein %q says %q:\n%q", args, c, errs)
		}
		if fails := strings.ContainsAny(args[len(args)-1], "\x1b\u202e"); out == "" && !(fails && errs != "") {
			t.Errorf("skein %q: %s", args, errs)
		}
		if strings.Contains(strings.Join(args, " "), "--json") {
			var v any
			if err := json.Unmarshal([]byte(out), &v); err != nil {
				t.Errorf("skein %q: %v:\n%s", args, err, out)
			}
		}
	}
}

// No table that Skein writes holds a cell that a spreadsheet computes, and numbers stay
// numbers.
func TestTablesHoldNoFormulas(t *testing.T) {
	dir := hostile(t)
	people := "people\x1b[31m.csv"
	process(t, dir, "run", "case.yaml", "--out", "case")
	process(t, dir, "dedupe", people, "--out", "out.csv", "--pairs", "pairs.csv")
	process(t, dir, "dedupe", people, "--out", "out.tsv")
	process(t, dir, "network", "calls.csv", "--out", "nodes.csv")
	tables, err := filepath.Glob(filepath.Join(dir, "case", "figures", "*.csv"))
	if err != nil || len(tables) == 0 {
		t.Fatal(tables, err)
	}
	marked := 0
	for _, name := range append(tables, filepath.Join(dir, "out.csv"), filepath.Join(dir, "pairs.csv"), filepath.Join(dir, "out.tsv"), filepath.Join(dir, "nodes.csv")) {
		for _, row := range tableOf(t, name) {
			for _, cell := range row {
				if strings.ContainsAny(cell[:min(1, len(cell))], "=+@\t\r") || strings.HasPrefix(cell, "-1-1") {
					t.Errorf("%s: %q is computed", name, cell)
				}
				if strings.HasPrefix(cell, "'") {
					marked++
				}
			}
		}
	}
	if marked < 8 {
		t.Errorf("only %d cells are marked as text", marked)
	}
	rows := tableOf(t, filepath.Join(dir, "out.csv"))
	if got := rows[3][len(rows[3])-1]; got != "-3.5" {
		t.Errorf("a number is written as %q", got)
	}
	// What was written can be read again as it was.
	out, _ := process(t, dir, "dedupe", "out.csv", "--map", "name=person name", "--map", "phone=phone", "--json")
	var again, before struct {
		Clusters int `json:"clusters"`
	}
	if err := json.Unmarshal([]byte(out), &again); err != nil {
		t.Fatal(err)
	}
	out, _ = process(t, dir, "dedupe", people, "--map", "name=person name", "--map", "phone=phone", "--json")
	if err := json.Unmarshal([]byte(out), &before); err != nil || again != before {
		t.Errorf("%v, then %v: %v", before, again, err)
	}
}

func tableOf(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // read only
	r := csv.NewReader(f)
	if filepath.Ext(name) == ".tsv" {
		r.Comma = '\t'
	}
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}
