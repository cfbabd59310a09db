package ingest_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"skein/internal/block"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/ingest/reader"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
	"skein/internal/store/memory"
)

const phones = `queries:
  - entities:
      phone:
        schema: Phone
        keys: [number]
        properties:
          number: {column: number, required: true}
          firstSeen: {column: seen, format: "%d.%m.%Y"}
`

// mended also reads ISO dates.
var mended = strings.Replace(phones, `format: "%d.%m.%Y"`, `formats: ["%d.%m.%Y", "%Y-%m-%d"]`, 1)

const file = "number,seen\n+999100,01.02.2015\n+999200,2015-02-03\n+999100,01.02.2015\n,05.02.2015\n+999300,40.02.2015\n"

func terms() ingest.Terms {
	return ingest.Terms{Source: "phones", Owner: "EL-POLICE", Label: handling.Public(), Received: time.Date(2015, 3, 1, 0, 0, 0, 0, time.UTC)}
}

func clock() time.Time { return time.Date(2016, 1, 2, 3, 4, 5, 0, time.UTC) }

func add(t *testing.T, s store.Store, tm ingest.Terms, rc ingest.Recipe, name, content string) ingest.Result {
	t.Helper()
	in := ingest.New(s, ingest.Options{Now: clock, TempDir: t.TempDir()})
	r, err := in.Add(context.Background(), tm, rc, name, strings.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Flush(); err != nil {
		t.Fatal(err)
	}
	return r
}

func verify(t *testing.T, s store.Store, entries int) {
	t.Helper()
	at, err := ledger.Verify(context.Background(), s)
	if err != nil || int(at.Entry) != entries {
		t.Fatalf("Verify reached %v, %v; want entry %d", at, err, entries)
	}
}

// live returns the values of Phone.number in the last readings, by place, and the
// rows in quarantine.
func live(t *testing.T, s store.Store) (numbers map[string]string, bad []record.Quarantined) {
	t.Helper()
	ctx := context.Background()
	readings, _, err := ledger.Readings(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	numbers = map[string]string{}
	for _, l := range readings {
		for b, err := range s.RecordBlocks(ctx, l.Read.No) {
			if err != nil {
				t.Fatal(err)
			}
			r, err := block.NewReader(l.Read.No, b)
			if err != nil {
				t.Fatal(err)
			}
			for {
				row, err := r.Next()
				if err != nil {
					t.Fatal(err)
				}
				if row == nil {
					break
				}
				rec, err := r.Record(row)
				if err != nil {
					t.Fatal(err)
				}
				numbers[fmt.Sprint(l.Contribution.Name, " ", rec.Place)] = strings.Join(rec.Values("number"), "|")
			}
		}
		for b, err := range s.QuarantineBlocks(ctx, l.Read.No) {
			if err != nil {
				t.Fatal(err)
			}
			qs, err := block.DecodeQuarantine(b)
			if err != nil {
				t.Fatal(err)
			}
			bad = append(bad, qs...)
		}
	}
	return numbers, bad
}

func TestAContributionComesInWhole(t *testing.T) {
	s := memory.New()
	r := add(t, s, terms(), ingest.Recipe{Mapping: []byte(phones)}, "p.csv", file)
	want := ingest.Result{State: ingest.Added, Entry: 1, Name: "p.csv", Rows: 5, Records: 1, Quarantined: 3}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Error(diff)
	}
	numbers, bad := live(t, s)
	if diff := cmp.Diff(map[string]string{"p.csv row 2": "+999100"}, numbers); diff != "" {
		t.Error("the same account twice is one record: ", diff)
	}
	wantBad := map[int][2]string{3: {"seen", "+999200,2015-02-03\n"}, 5: {"number", ",05.02.2015\n"}, 6: {"seen", "+999300,40.02.2015\n"}}
	for _, q := range bad {
		if w := wantBad[q.Place.Row]; q.Column != w[0] || string(q.Raw) != w[1] || q.Reason == "" {
			t.Errorf("row %d: column %q, bytes %q, reason %q; want %q", q.Place.Row, q.Column, q.Raw, q.Reason, w)
		}
	}
	if len(bad) != len(wantBad) {
		t.Errorf("%d rows in quarantine, want %d", len(bad), len(wantBad))
	}
	p, err := s.Payload(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(p); err != nil || string(b) != file {
		t.Errorf("payload %q, %v", b, err)
	}
	verify(t, s, 1)
}

func TestTheSameBytesTwiceAreNothing(t *testing.T) {
	s := memory.New()
	rc := ingest.Recipe{Mapping: []byte(phones)}
	add(t, s, terms(), rc, "p.csv", file)
	if r := add(t, s, terms(), rc, "copy.csv", file); r.State != ingest.Unchanged || r.Entry != 1 {
		t.Errorf("again: %+v", r)
	}
	verify(t, s, 1)
	other := terms()
	other.Owner = "IT-POLICE"
	if r := add(t, s, other, rc, "p.csv", file); r.State != ingest.Added || r.Entry != 2 {
		t.Errorf("from another owner: %+v", r)
	}
	verify(t, s, 2)
}

func TestOneSessionRefusesTwoRecipesForTheSameBytes(t *testing.T) {
	in := ingest.New(memory.New(), ingest.Options{Now: clock})
	ctx := context.Background()
	for i, rc := range []ingest.Recipe{{Mapping: []byte(phones)}, {Mapping: []byte(phones)}, {Mapping: []byte(mended)}} {
		_, err := in.Add(ctx, terms(), rc, "p.csv", strings.NewReader(file), int64(len(file)))
		if (i == 2) != errors.Is(err, ingest.ErrTwice) {
			t.Errorf("time %d: %v", i+1, err)
		}
	}
	if err := in.Flush(); err != nil {
		t.Fatal(err)
	}
}

func TestAMendedMappingReadsAgainAndDoublesNothing(t *testing.T) {
	for name, again := range map[string]func(*testing.T, store.Store) ingest.Result{
		"by another run": func(t *testing.T, s store.Store) ingest.Result {
			return add(t, s, terms(), ingest.Recipe{Mapping: []byte(mended)}, "p.csv", file)
		},
		"by retry": func(t *testing.T, s store.Store) ingest.Result {
			in := ingest.New(s, ingest.Options{Now: clock, TempDir: t.TempDir()})
			r, err := in.Again(context.Background(), 1, ingest.Recipe{Mapping: []byte(mended)})
			if err != nil {
				t.Fatal(err)
			}
			return r
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := memory.New()
			add(t, s, terms(), ingest.Recipe{Mapping: []byte(phones)}, "p.csv", file)
			r := again(t, s)
			if r.State != ingest.Reread || r.Entry != 1 || r.Records != 2 || r.Quarantined != 2 {
				t.Errorf("%+v", r)
			}
			numbers, bad := live(t, s)
			if diff := cmp.Diff(map[string]string{"p.csv row 2": "+999100", "p.csv row 3": "+999200"}, numbers); diff != "" {
				t.Error(diff)
			}
			if len(bad) != 2 {
				t.Errorf("%d rows still in quarantine, want 2", len(bad))
			}
			verify(t, s, 2)
			if r := again(t, s); r.State != ingest.Unchanged {
				t.Errorf("a third time: %+v", r)
			}
			verify(t, s, 2)
		})
	}
}

func TestAFileThatCannotBeReadToItsEndIsQuarantinedWhole(t *testing.T) {
	for name, c := range map[string]struct {
		recipe  ingest.Recipe
		content string
		says    string
	}{
		"empty":          {ingest.Recipe{Mapping: []byte(phones)}, "", "no rows"},
		"no such column": {ingest.Recipe{Mapping: []byte(strings.ReplaceAll(phones, "column: seen", "column: sean"))}, file, "seen"},
		"too many rows":  {ingest.Recipe{Mapping: []byte(phones), Reader: reader.Options{Limits: reader.Limits{Rows: 3}}}, file, "rows"},
		"broken gzip":    {ingest.Recipe{Mapping: []byte(phones)}, cutGzip(t), "unpacked"},
	} {
		t.Run(name, func(t *testing.T) {
			s := memory.New()
			r := add(t, s, terms(), c.recipe, "p.csv", c.content)
			if r.State != ingest.Added || r.Records != 0 || r.Quarantined != 1 || !strings.Contains(r.Reason, c.says) {
				t.Errorf("%+v; want the reason to name %q", r, c.says)
			}
			numbers, bad := live(t, s)
			if len(numbers) != 0 || len(bad) != 1 || bad[0].Place.Row != 0 || bad[0].Reason != r.Reason {
				t.Errorf("records %v, quarantine %+v", numbers, bad)
			}
			verify(t, s, 1)
		})
	}
}

// cutGzip is a packed file whose end was lost on the way.
func cutGzip(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(strings.Repeat(file, 100)))
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()[:b.Len()-20]
}

func TestAFileOverTheSizeLimitLeavesNothing(t *testing.T) {
	s := memory.New()
	rc := ingest.Recipe{Mapping: []byte(phones), Reader: reader.Options{Limits: reader.Limits{Bytes: 10}}}
	if r := add(t, s, terms(), rc, "p.csv", file); r.State != ingest.Refused || !strings.Contains(r.Reason, "limit") {
		t.Errorf("%+v", r)
	}
	verify(t, s, 0)
}

// restless is a file that says something else each time it is read from the start.
type restless struct{ times atomic.Uint32 }

func (r *restless) ReadAt(b []byte, off int64) (int, error) {
	if off == 0 {
		r.times.Add(1)
	}
	for i := range b {
		b[i] = "number\n+999100\n"[(int(off)+i)%15]
		if i == 13 {
			b[i] = '0' + byte(r.times.Load())
		}
	}
	return len(b), nil
}

func TestAFileThatChangesWhileItIsReadLeavesNothing(t *testing.T) {
	s := memory.New()
	in := ingest.New(s, ingest.Options{Now: clock})
	_, err := in.Add(context.Background(), terms(), ingest.Recipe{Mapping: []byte(phones)}, "p.csv", &restless{}, 15)
	if !errors.Is(err, ingest.ErrChanged) {
		t.Errorf("Add gave %v, want ErrChanged", err)
	}
	if err := in.Flush(); err != nil {
		t.Fatal(err)
	}
	verify(t, s, 0)
}

func TestTermsMustBeComplete(t *testing.T) {
	in := ingest.New(memory.New(), ingest.Options{Now: clock})
	for _, spoil := range []func(*ingest.Terms){
		func(tm *ingest.Terms) { tm.Source = "" }, func(tm *ingest.Terms) { tm.Owner = "" }, func(tm *ingest.Terms) { tm.Label = handling.Label{} },
	} {
		tm := terms()
		spoil(&tm)
		if _, err := in.Add(context.Background(), tm, ingest.Recipe{Mapping: []byte(phones)}, "p.csv", strings.NewReader(file), int64(len(file))); !errors.Is(err, ingest.ErrTerms) {
			t.Errorf("%+v gave %v", tm, err)
		}
	}
}

func TestJSONRowsMayLackColumns(t *testing.T) {
	s := memory.New()
	r := add(t, s, terms(), ingest.Recipe{Mapping: []byte(phones)}, "p.jsonl", `{"number": "+999100"}`+"\n"+`{"number": "+999200", "seen": "03.02.2015"}`+"\n")
	if r.Records != 2 || r.Quarantined != 0 || r.Reason != "" {
		t.Errorf("%+v", r)
	}
}

func TestFollowTheMoneyEntitiesNeedNoMapping(t *testing.T) {
	s := memory.New()
	content := `{"id":"a","schema":"Person","properties":{"name":["Jane Roe"]}}` + "\n" + `{"id":"b","schema":"Spaceship","properties":{}}` + "\n"
	r := add(t, s, terms(), ingest.Recipe{Category: record.Witness}, "e.ftm.json", content)
	if r.Records != 1 || r.Quarantined != 1 {
		t.Errorf("%+v", r)
	}
	verify(t, s, 1)
}

func TestRecipesComeBack(t *testing.T) {
	for _, rc := range []ingest.Recipe{
		{},
		{Mapping: []byte(phones)},
		{Category: record.Victim},
		{Mapping: []byte("a\n---\nb\n"), Reader: reader.Options{Format: reader.CSV, Encoding: "windows-1256", Delimiter: '\t', Quote: '\'', NoHeader: true, SkipRows: 2, Sheet: "S: 1", Limits: reader.Limits{Rows: 5, Ratio: 2.5}}},
	} {
		text, err := rc.Text()
		if err != nil {
			t.Fatal(err)
		}
		got, err := ingest.ParseRecipe(text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(rc, got); diff != "" {
			t.Error(diff)
		}
	}
	if _, err := ingest.ParseRecipe([]byte("format: csv")); !errors.Is(err, ingest.ErrRecipe) {
		t.Errorf("half a recipe gave %v", err)
	}
}

// Large contributions are written in many parts, and all of them count.
func TestManyParts(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("number,seen\n")
	for i := range 200_000 {
		fmt.Fprintf(&b, "+999%07d,01.02.2015\n", i+1)
	}
	s := memory.New()
	calls := 0
	in := ingest.New(s, ingest.Options{Now: clock, Progress: func(p ingest.Progress) {
		calls++
		if p.BytesRead > p.Bytes || p.Rows > 200_000 {
			t.Errorf("progress %+v", p)
		}
	}})
	r, err := in.Add(context.Background(), terms(), ingest.Recipe{Mapping: []byte(phones)}, "p.csv", bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || r.Records != 200_000 {
		t.Fatalf("%+v, %v", r, err)
	}
	if err := in.Flush(); err != nil {
		t.Fatal(err)
	}
	if calls == 0 {
		t.Error("no progress was told")
	}
	verify(t, s, 1)
}
