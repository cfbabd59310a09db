package simulate

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skein/internal/simulate/truth"
)

// made makes a small world and returns its folder.
func made(t *testing.T, seed uint64, scale float64) (string, *truth.World) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "w")
	w, err := Run(context.Background(), Options{Seed: seed, Scale: scale, Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return dir, w
}

// digests returns a digest of every file below a folder.
func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		sum := sha256.Sum256(b)
		out[strings.TrimPrefix(path, dir)] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSameSeedSameBytes(t *testing.T) {
	one, _ := made(t, 5, 0.02)
	two, _ := made(t, 5, 0.02)
	other, _ := made(t, 6, 0.02)
	a, b, c := digests(t, one), digests(t, two), digests(t, other)
	if len(a) < 250 || len(a) != len(b) {
		t.Fatalf("%d and %d files", len(a), len(b))
	}
	for path, sum := range a {
		if b[path] != sum {
			t.Errorf("%s differs", path)
		}
	}
	if a["/truth/persons.jsonl"] == c["/truth/persons.jsonl"] {
		t.Error("another seed gives the same persons")
	}
}

// A world of several shards has the volumes of its scale, and no number twice.
func TestShards(t *testing.T) {
	if testing.Short() || raced {
		t.Skip("makes a world of scale 1.3")
	}
	dir, w := made(t, 1, 1.3)
	for what, pair := range map[string][2]int{
		"contributions": {w.Counts.Contributions, 14_950}, "records": {w.Counts.SuspectRecords, 52_000}, "networks": {w.Counts.Networks, 679},
		"communications": {w.Counts.Communications, 182_000}, "hotspots": {w.Counts.Hotspots, 250},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%d %s, want %d", pair[0], what, pair[1])
		}
	}
	ids := map[string]bool{}
	phones := map[string]string{}
	for p, err := range truth.Read[truth.Person](filepath.Join(dir, "truth"), truth.PersonsFile) {
		if err != nil {
			t.Fatal(err)
		}
		if ids[p.ID] {
			t.Errorf("%s twice", p.ID)
		}
		ids[p.ID] = true
		for _, number := range p.Phones { // are passed on within a shard only
			shard := p.ID[:len(p.ID)-5]
			if phones[number] != "" && phones[number] != shard {
				t.Errorf("%s in two shards", number)
			}
			phones[number] = shard
		}
	}
	for r, err := range truth.Read[truth.Record](filepath.Join(dir, "truth"), truth.RecordsFile) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Schema == "Person" && !ids[r.Entity] {
			t.Fatalf("a record of %s, who is nobody", r.Entity)
		}
	}
}

// Some rows are broken on purpose, in several ways, and the truth lists them.
func TestSomeRowsAreBroken(t *testing.T) {
	dir, w := made(t, 2, 0.05)
	broken, err := truth.All[truth.Broken](filepath.Join(dir, "truth"), truth.QuarantineFile)
	if err != nil || len(broken) != w.Counts.Quarantined || len(broken) == 0 {
		t.Errorf("%d broken rows, world.json says %d: %v", len(broken), w.Counts.Quarantined, err)
	}
	kinds := map[string]int{}
	for _, b := range broken {
		kinds[b.Kind]++
	}
	if len(kinds) < 5 {
		t.Errorf("only %v", kinds)
	}
}

func TestRunRefuses(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "x"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		o    Options
		want error
	}{
		{Options{Scale: 0, Dir: t.TempDir()}, ErrScale},
		{Options{Scale: math.NaN(), Dir: t.TempDir()}, ErrScale},
		{Options{Scale: 1e6, Dir: t.TempDir()}, ErrScale},
		{Options{Scale: 0.02, Dir: full}, ErrNotEmpty},
	} {
		if _, err := Run(context.Background(), test.o); !errors.Is(err, test.want) {
			t.Errorf("%+v: %v, want %v", test.o, err, test.want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ctx, Options{Scale: 0.02, Dir: filepath.Join(t.TempDir(), "w")}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
