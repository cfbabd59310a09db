package main

import (
	"os"
	"strings"
	"testing"
)

// Numbers without meaning, and files that would be lost, are refused by every verb before it
// begins.
func TestFlagsWithoutMeaning(t *testing.T) {
	files := map[string]string{"d.csv": "name,dob\nUte Test,1980-01-02\nVera Test,1981-01-02\n", "sub/x": ""}
	for _, test := range []struct{ args, want string }{
		{"dedupe d.csv --threshold NaN", "a probability between 0 and 1"},
		{"dedupe d.csv --threshold Inf", "a probability between 0 and 1"},
		{"dedupe d.csv --threshold -0.1", "a probability between 0 and 1"},
		{"dedupe d.csv --threshold 1", "a probability between 0 and 1"},
		{"dedupe d.csv --out d.csv", "is a file that is read"},
		{"dedupe d.csv --pairs ./sub/../d.csv", "is a file that is read"},
		{"dedupe d.csv --save-model d.csv", "is a file that is read"},
		{"dedupe d.csv --out o.png", "must end in .csv, .tsv or .parquet"},
		{"dedupe d.csv --pairs o.xlsx", "must end in .csv, .tsv or .parquet"},
		{"dedupe d.csv --out o.csv --pairs ./o.csv", "--out and --pairs write to one file"},
		{"dedupe d.csv --out none/o.csv", "there is no directory none"},
		{"screen --case c --name Ute --threshold NaN", "a probability between 0 and 1"},
		{"screen --case c --name Ute --threshold 2", "a probability between 0 and 1"},
		{"screen --case c --name Ute --most -1", "must be 1 to 1,000"},
		{"screen --case c --name Ute --most 0", "must be 1 to 1,000"},
		{"screen --case c --name Ute --skip-rows 2", "of a list"},
		{"evaluate --seeds -1", "must be 0 to 10,000"},
		{"evaluate --seeds 1000000000", "must be 0 to 10,000"},
		{"evaluate --seeds 1 --scale NaN", "must be 0.01 to 1000"},
		{"evaluate --seeds 1 --scale -1", "must be 0.01 to 1000"},
		{"evaluate --seeds 1 --scale Inf", "must be 0.01 to 1000"},
		{"evaluate --truth w --scale 1", "--scale needs --seeds"},
		{"simulate -o w --scale NaN", "NaN, want 0.01 to 1000"},
		{"simulate -o w --scale -1", "-1, want 0.01 to 1000"},
		{"simulate -o w --scale +Inf", "+Inf, want 0.01 to 1000"},
		{"simulate -o w --seed -1", "invalid value"},
		{"simulate -o w --seed 1.5", "invalid value"},
		{"serve --case c --idle -1s", "must be 0 or above"},
		{"serve --case c --max-upload 0", "must be 1 to"},
		{"serve --case c --max-upload -5", "must be 1 to"},
		{"serve --case c --max-upload 9000000000000", "must be 1 to"},
	} {
		code, out, errs := runIn(t, files, strings.Fields(test.args)...)
		if code != exitUsage || !strings.Contains(errs, test.want) || out != "" {
			t.Errorf("%s: exit code %d, want %d and %q; %s%s", test.args, code, exitUsage, test.want, errs, out)
		}
		if text, err := os.ReadFile("d.csv"); err != nil || string(text) != files["d.csv"] {
			t.Errorf("%s: the file that was read is changed", test.args)
		}
	}
}
