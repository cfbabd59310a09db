package casework_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"skein/internal/audit"
	"skein/internal/casework"
)

// Several write to the audit file, files and the ledger at once: every line is there, in one chain.
func TestAuditByMany(t *testing.T) {
	d := casework.Dir(t.TempDir())
	add(t, d, "first.csv", persons(0, 3))
	var wg sync.WaitGroup
	for who := range 6 {
		wg.Go(func() {
			for i := range 5 {
				if err := d.Audit(audit.Line{At: time.Unix(1e9, 0).UTC(), User: fmt.Sprint("user ", who), Did: "open", What: fmt.Sprint(i)}); err != nil {
					t.Error(err)
				}
				if err := d.Keep(fmt.Sprintf("charts/%d.json", who), "", []byte("{}")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	add(t, d, "second.csv", persons(10, 3))
	wg.Wait()
	v := holds(t, d)
	for _, f := range v.Files {
		if f.Name == "audit.jsonl" && f.Detail != "30 lines" {
			t.Errorf("%+v", f)
		}
	}
	if state(v, "charts/5.json") != casework.FileHolds {
		t.Errorf("%+v", v.Files)
	}
}
