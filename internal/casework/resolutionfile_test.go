package casework

import (
	"bytes"
	"testing"

	"skein/internal/manifest"
	"skein/internal/record"
)

func sampleResolution(t testing.TB) []byte {
	t.Helper()
	f := &resolutionFile{
		resolutionHeader: resolutionHeader{Case: "c0", Schema: "Person", Checkpoint: manifest.At(record.Checkpoint{Entry: 3})},
		model:            []byte("rules: []\n"), entities: []byte("key,entity\n00000000000000000000000000000001,E-1\n"), lineage: []byte("{}\n"),
	}
	b, err := f.format()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Each byte of a resolution changed, and each cut, is noticed by the file itself.
func TestResolutionFile(t *testing.T) {
	whole := sampleResolution(t)
	f, err := parseResolution(whole)
	if err != nil || string(f.model) != "rules: []\n" || f.Checkpoint.Entry != 3 {
		t.Fatalf("%+v %v", f, err)
	}
	ids, err := entitiesOf(f.entities)
	if err != nil || len(ids) != 1 {
		t.Errorf("%v %v", ids, err)
	}
	for i := range whole {
		if _, err := parseResolution(whole[:i]); err == nil {
			t.Errorf("cut to %d bytes: nothing is noticed", i)
		}
	}
	head := bytes.IndexByte(whole, '\n')
	for i := head; i < len(whole); i++ {
		changed := bytes.Clone(whole)
		changed[i] ^= 1
		if _, err := parseResolution(changed); err == nil {
			t.Errorf("byte %d changed: nothing is noticed", i)
		}
	}
}

func FuzzResolutionFile(f *testing.F) {
	f.Add(sampleResolution(f))
	f.Add([]byte(`{"format":"skein resolution 1","bytes":[-1,0,0]}` + "\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := parseResolution(b)
		if err != nil {
			return
		}
		_, _ = entitiesOf(r.entities)
		if _, err := r.format(); err != nil {
			t.Error(err)
		}
	})
}
