package ingest_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"skein/internal/ingest"
	"skein/internal/store/memory"
)

// BenchmarkAdd reads call records into a case in memory.
func BenchmarkAdd(b *testing.B) {
	const rows = 100_000
	var file bytes.Buffer
	file.WriteString("caller,called,start,seconds\n")
	for i := range rows {
		fmt.Fprintf(&file, "+9997%08d,+9997%08d,2015-%02d-%02dT10:%02d:%02dZ,%d\n", i*7%5000, i*13%5000, 1+i%12, 1+i%28, i%60, i*7%60, i%600)
	}
	const calls = `queries:
  - entities:
      caller: {schema: Phone, keys: [caller], key_scope: global, properties: {number: {column: caller, required: true}}}
      called: {schema: Phone, keys: [called], key_scope: global, properties: {number: {column: called, required: true}}}
      call:
        schema: Call
        keys: [caller, called, start]
        properties: {caller: {entity: caller}, receiver: {entity: called}, date: {column: start}, duration: {column: seconds}}
`
	b.SetBytes(int64(file.Len()))
	for b.Loop() {
		in := ingest.New(memory.New(), ingest.Options{Now: clock})
		r, err := in.Add(context.Background(), terms(), ingest.Recipe{Mapping: []byte(calls)}, "calls.csv", bytes.NewReader(file.Bytes()), int64(file.Len()))
		if err != nil || r.Quarantined > 0 {
			b.Fatalf("%+v, %v", r, err)
		}
		if err := in.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}
