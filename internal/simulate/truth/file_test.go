package truth

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestRowsComeBack(t *testing.T) {
	dir := t.TempDir()
	day := time.Date(2015, 3, 12, 0, 0, 0, 0, time.UTC)
	records := []Record{{File: "a, b.csv", Part: "Data", Row: 7, Schema: "Person", Entity: "P1", Facts: []string{"name", "born"}}, {File: "\"x\"", Row: 1}}
	memberships := []Membership{{Person: "P1", Network: "N1", Cell: "Izmir", Tier: "leader", From: day}}
	hotspots := []Hotspot{{ID: "1", Lat: 38.42, Lon: -0.5, EU: true, Weight: 1.0 / 3}}
	journeys := []Journey{{ID: "J1", Legs: []JourneyLeg{{Leg: "L1", Fee: 900}}, Detections: []Detection{{"South-Eastern", "2015-03"}}}}
	write(t, dir, RecordsFile, records)
	write(t, dir, MembershipsFile, memberships)
	write(t, dir, HotspotsFile, hotspots)
	write(t, dir, JourneysFile, journeys)
	read(t, dir, RecordsFile, records)
	read(t, dir, MembershipsFile, memberships)
	read(t, dir, HotspotsFile, hotspots)
	read(t, dir, JourneysFile, journeys)
}

func write[T any](t *testing.T, dir, name string, rows []T) {
	t.Helper()
	f, err := Create[T](dir, name)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		f.Add(r)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func read[T any](t *testing.T, dir, name string, want []T) {
	t.Helper()
	got, err := All[T](dir, name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
}

func TestFilesThatAreNot(t *testing.T) {
	for name, content := range map[string]string{
		"header.csv": "file,part\na,b\n",
		"number.csv": "file,part,row,schema,entity,facts\na,,seven,Person,P1,\n",
		"empty.csv":  "",
		"key.jsonl":  `{"file":"a","colour":"red"}` + "\n",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := All[Record](dir, name); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := All[Record](t.TempDir(), RecordsFile); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

func TestWorldOfAnotherVersion(t *testing.T) {
	dir := t.TempDir()
	if err := WriteWorld(dir, &World{Version: Version + 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadWorld(dir); !errors.Is(err, ErrFormat) {
		t.Errorf("%v", err)
	}
}
