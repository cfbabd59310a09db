package mapping

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

const callMapping = `
queries:
  - entities:
      caller:
        schema: Phone
        keys: from
        key_type: phone
        key_scope: global
        properties:
          number: {column: from, country: gr}
      called:
        schema: Phone
        keys: to
        key_type: phone
        key_scope: global
        properties:
          number: {column: to, country: gr}
      call:
        schema: Call
        keys: [from, to, when]
        properties:
          caller: {entity: caller}
          receiver: {entity: called}
          date: {column: when, format: "%d.%m.%Y %H:%M:%S"}
          duration: {column: seconds}
`

var callColumns = []string{"id", "from", "to", "when", "seconds", "cell", "imei", "remark"}

// callRows are calls among 2,000 phones, each at a second of its own.
func callRows(n int) []reader.Row {
	random := rand.New(rand.NewPCG(1, 2))
	phone := func() reader.Cell {
		return reader.Cell{Value: fmt.Sprintf("+30 69%08d", random.IntN(2000)*4999)}
	}
	rows := make([]reader.Row, n)
	for i := range rows {
		rows[i] = reader.Row{Place: reader.Place{Row: i + 2}, Cells: []reader.Cell{
			{Value: fmt.Sprint(i)},
			phone(), phone(),
			{Value: fmt.Sprintf("%02d.%02d.2015 %02d:%02d:%02d", 1+random.IntN(28), 1+random.IntN(12), random.IntN(24), random.IntN(60), random.IntN(60))},
			{Value: fmt.Sprint(random.IntN(600))},
			{Value: "2020147"},
			{Value: "351234567890123"},
			{},
		}}
	}
	return rows
}

func BenchmarkMapCall(b *testing.B) {
	m, err := Parse([]byte(callMapping), schema.Default())
	if err != nil {
		b.Fatal(err)
	}
	bound, err := m.Bind(callColumns)
	if err != nil {
		b.Fatal(err)
	}
	rows := callRows(100_000)
	ctx := Context{Owner: "EL-POLICE"}
	records := 0
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		if problems := bound.Map(ctx, &rows[i%len(rows)], func(*record.Record) { records++ }); problems != nil {
			b.Fatal(problems)
		}
	}
	if records != 3*b.N {
		b.Fatalf("%d records of %d rows", records, b.N)
	}
}
