package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestDamagedParquet: a damaged file costs itself and no verb.
func TestDamagedParquet(t *testing.T) {
	dir := t.TempDir()
	good := specimenParquet(t)
	bad := bytes.Clone(good)
	for i := len(bad) - 40; i < len(bad)-12; i++ { // in the metadata
		bad[i] ^= 0x55
	}
	for name, content := range map[string]string{
		"good.parquet": string(good), "bad.parquet": string(bad),
		"m.yaml": "entities: {p: {schema: Person, category: suspect, keys: [id], properties: {name: {column: name}}}}\n",
		"case.yaml": "title: Exercise\nsources:\n  - {name: good, path: good.parquet, mapping: m.yaml, owner: TEST, label: TLP:CLEAR}\n" +
			"  - {name: bad, path: bad.parquet, mapping: m.yaml, owner: TEST, label: TLP:CLEAR}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	file := func(name string) string { return filepath.Join(dir, name) }
	for _, test := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"ingest", "--case", file("one"), "--owner", "TEST", "--label", "TLP:CLEAR", "--mapping", file("m.yaml"), file("bad.parquet")}, exitQuarantined, "1 in quarantine"},
		{[]string{"quarantine", "list", "--case", file("one")}, exitDone, "the Parquet file cannot be read"},
		{[]string{"run", file("case.yaml"), "--out", file("out")}, exitQuarantined, "2 (2 new"},
		{[]string{"dedupe", file("bad.parquet")}, exitFailed, "the Parquet file cannot be read"},
		{[]string{"map", "suggest", file("bad.parquet")}, exitFailed, "the Parquet file cannot be read"},
		{[]string{"network", file("bad.parquet"), "--from", "id", "--to", "name"}, exitFailed, "the Parquet file cannot be read"},
	} {
		var out bytes.Buffer
		e := &env{in: strings.NewReader(""), out: &out, document: &out, err: &out, now: time.Now}
		code := run(context.Background(), e, test.args)
		if code != test.code || !strings.Contains(out.String(), test.says) {
			t.Errorf("%q ended with %d, want %d with %q:\n%s", test.args, code, test.code, test.says, out.String())
		}
	}
}
