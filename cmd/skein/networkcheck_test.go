package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// runIn runs skein with the files of a folder of its own.
func runIn(t *testing.T, files map[string]string, args ...string) (code int, out, errs string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr bytes.Buffer
	e := &env{in: strings.NewReader(""), out: &stdout, err: &stderr, now: time.Now}
	code = run(t.Context(), e, args)
	return code, stdout.String(), stderr.String()
}

// Every flag of network is refused, before the file is read, where its value makes no sense or
// it does nothing; and taken where it does.
func TestNetworkFlags(t *testing.T) {
	files := map[string]string{
		"e.csv":     "from,to,weight,kind,day\nann,bob,1,call,2015-03-01\nbob,cy,2,visit,2016-03-01\ncy,ann,1,call,2016-04-01\ncy,dan,1,call,2016-04-02\n",
		"t.csv":     "ann,1\nbob,1\ncy,2\ndan,2\n",
		"g.graphml": "<graphml><graph><node id='ann'/></graph></graphml>",
		"p.paj":     "*Network one\n*Vertices 1\n*Network two\n*Vertices 2\n*Edges\n1 2\n",
		"g.graph":   "2 1\n2\n1\n",
		"x.gexf":    "<gexf><graph><nodes><node id='1'/></nodes></graph></gexf>",
	}
	leiden := "--communities leiden "
	tests := []struct{ flag, good, bad, want string }{
		{"from", "--from to --to from", "--from nobody", `no column "nobody"`},
		{"to", "--from from --to kind", "--from from --to from", "begin and end in one column"},
		{"weight", "--weight weight", "--weight length", `no column "length"`},
		{"layer", "--layer kind", "--layer length", `no column "length"`},
		{"only", "--layer kind --only call", "--only call", "--only needs --layer"},
		{"only", "--layer kind --only call,visit", "--layer kind --only call,", "has no name"},
		{"only", "--layer kind --only visit", "--layer kind --only letter", `of the layer "letter"`},
		{"time", "--time day", "--time length", `no column "length"`},
		{"since", "--time day --since 2016", "--since 2016", "--since needs --time"},
		{"since", "--time day --since 14/03/2016", "--time day --since soon", `"soon" is no day`},
		{"until", "--time day --until 2016-03", "--until 2016", "--until needs --time"},
		{"until", "--time day --since 2016 --until 2016", "--time day --since 2016 --until 2015", "is after --until"},
		{"directed", "--directed", "g.graphml --directed", "--directed is of tables"},
		{"network", "p.paj --network two", "--network two", "--network is of Pajek and GraphML"},
		{"network", "p.paj --network 1", "p.paj", "choose one with --network"},
		{"network", "g.graphml --network 1", "p.paj --network three", `no network "three"`},
		{"measure", "--measure degree,degree,sampled", "--measure fame", `no measure "fame"`},
		{"measure", "--measure all", "--measure degree,", `no measure ""`},
		{"measure", "--measure none", "--measure ", `no measure ""`},
		{"communities", leiden, "--communities louvain", "there are leiden and cpm"},
		{"communities", "--communities cpm", "--measure none --communities Leiden", "there are leiden and cpm"},
		{"resolution", leiden + "--resolution 0.5", "--resolution 0.5", "--resolution needs --communities"},
		{"resolution", "--communities cpm --resolution 2", leiden + "--resolution NaN", "a number above 0"},
		{"resolution", leiden + "--resolution 1e9", leiden + "--resolution Inf", "a number above 0"},
		{"resolution", leiden + "--resolution 1", leiden + "--resolution -1", "a number above 0"},
		{"resolution", leiden + "--resolution 1", leiden + "--resolution 0", "a number above 0"},
		{"seed", leiden + "--seed 18446744073709551615", "--seed -1", "invalid value"},
		{"seed", "--seed 2", "--measure degree --seed 2", "--seed does nothing"},
		{"seed", "--measure sampled --seed 2", "--measure none --seed 2 --path ann,bob", "--seed does nothing"},
		{"threads", "--threads 1", "--threads -1", "must be 0 to 1,024"},
		{"threads", "--threads 0", "--threads 1000000000", "must be 0 to 1,024"},
		{"truth", leiden + "--truth t.csv", "--truth t.csv", "--truth needs --communities"},
		{"top", "--top 0", "--top -1", "must be 0 to"},
		{"top", "--top 1000000", "--measure none --top 3", "--top needs a measure"},
		{"bootstrap", "--bootstrap 2", "--bootstrap -1", "must be 0 to"},
		{"bootstrap", "--bootstrap 10 --measure none --key 1", "--bootstrap 10 --measure none", "needs a measure or --key"},
		{"bootstrap", "--bootstrap 10", "--bootstrap 1", "gives no interval"},
		{"bootstrap", "--bootstrap 10", "--bootstrap 1000000", "must be 0 to"},
		{"overlap", leiden + "--overlap 0.3", "--overlap 0.3", "--overlap needs --communities"},
		{"overlap", leiden + "--overlap 1", leiden + "--overlap 1.5", "a share"},
		{"overlap", leiden + "--overlap 0.01", leiden + "--overlap nan", "a share"},
		{"overlap", leiden + "--overlap 0.01", leiden + "--overlap 0", "a share"},
		{"scan", leiden + "--scan 0.5,1", "--scan 1", "--scan needs --communities"},
		{"scan", leiden + "--scan 1", leiden + "--scan inf", `a resolution of "inf"`},
		{"scan", leiden + "--scan 1", leiden + "--scan 1,,2", `a resolution of ""`},
		{"null", leiden + "--null 3", "--null 3", "--null needs --communities"},
		{"null", leiden + "--null 1", leiden + "--null -3", "must be 0 to"},
		{"key", "--key 2", "--key -1", "must be 0 to"},
		{"key", "--key 4", "--key 5", "there are only 4 nodes"},
		{"path", "--path ann,dan", "--path ann", "needs two nodes"},
		{"path", "--path ann,dan", "--path ann,ann", "two different nodes"},
		{"path", "--path ann,dan", "--path ann,zoe", `no node "zoe"`},
		{"path", "--path ann,dan", "--path ann,bob,cy", "needs two nodes"},
		{"path", "--path ann,dan", "--path ", "needs two nodes"},
		{"longest", "--path ann,dan --longest 6", "--longest 6", "--longest needs --path"},
		{"longest", "--path ann,dan --longest 1", "--path ann,dan --longest 0", "must be 1 to"},
		{"out", "--out o.csv", "--out o.png", "must end in .graphml, .gexf, .svg, .csv, .tsv or .parquet"},
		{"out", "--out o.parquet", "--out o.net", "must end in .graphml"},
		{"out", "--out o.svg", "--out o", "must end in .graphml"},
		{"out", "--out o.tsv", "--out nowhere/o.csv", "there is no directory nowhere"},
		{"out", "--out o.gexf", "--out e.csv", "is a file that is read"},
		{"json", "--json", "--json=perhaps", "invalid boolean"},
		{"no-header", "--no-header=false", "g.graph --no-header", "--no-header is of tables"},
		{"skip-rows", "--skip-rows 0", "--skip-rows -1", "no count of rows"},
		{"skip-rows", "--skip-rows 0", "x.gexf --skip-rows 1", "--skip-rows is of tables"},
		{"format", "--format csv", "--format docx", "docx"},
		{"format", "--format csv", "g.graphml --format csv", "--format is of tables"},
		{"encoding", "--encoding utf-8", "--encoding klingon", "klingon"},
		{"delimiter", "--delimiter ,", "g.graphml --delimiter ;", "--delimiter is of tables"},
		{"sheet", "", "g.graphml --sheet one", "--sheet is of tables"},
		{"limit", "--limit rows=100", "--limit rows=0", "no count above 0"},
	}
	covered := map[string]bool{}
	for _, test := range tests {
		covered[test.flag] = true
		for _, half := range []struct {
			args string
			code int
		}{{test.good, exitDone}, {test.bad, exitUsage}} {
			args := strings.Fields(half.args)
			if strings.HasSuffix(half.args, " ") && half.args != leiden {
				args = append(args, "") // an empty value
			}
			if len(args) == 0 || strings.HasPrefix(args[0], "-") {
				args = append([]string{"e.csv"}, args...)
			}
			code, out, errs := runIn(t, files, append([]string{"network"}, args...)...)
			if code != half.code || code != exitDone && (!strings.Contains(errs, test.want) || out != "") {
				t.Errorf("network %s: exit code %d, want %d; %s%s", strings.Join(args, " "), code, half.code, errs, out)
			}
		}
	}
	(&networkOptions{}).options(&env{out: io.Discard}).VisitAll(func(f *flag.Flag) {
		if !covered[f.Name] {
			t.Errorf("no test of --%s", f.Name)
		}
	})
}

// What is wrong with flags is said before a file is read, however wrong that is.
func TestNetworkFlagsBeforeFile(t *testing.T) {
	code, _, errs := runIn(t, map[string]string{"z.csv": "\x00\x00"}, "network", "z.csv", "--top", "-1")
	if code != exitUsage || !strings.Contains(errs, "--top") {
		t.Errorf("exit code %d: %s", code, errs)
	}
	if code, _, errs = runIn(t, nil, "network", "missing.csv"); code != exitFailed || !strings.Contains(errs, "missing.csv") {
		t.Errorf("exit code %d: %s", code, errs)
	}
}
