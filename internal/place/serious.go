package place

import (
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/tally"
)

const seriousNote = "Serious incident reports overlap with incidents that other sources report, and are in no count of incidents."

// seriousReports counts reports, each once whatever number of documents holds it.
func seriousReports(set *column.Set) figure.Figure {
	t := set.Table("Incident")
	return tally.Count(tally.Spec{
		ID: "incidents.serious_reports", Title: "Serious incident reports", Unit: "reports",
		Filter: "kind is " + serious, Note: seriousNote,
		Table: t, Keep: ofKind(t),
	})
}

// seriousDocuments counts the documents in which reports came. One without a
// report's number cannot be told to be a version of another, and is missing.
func seriousDocuments(set *column.Set) figure.Figure {
	t := set.Table("Document")
	numbers := t.Column("reportNumber")
	return tally.Count(tally.Spec{
		ID: "incidents.serious_documents", Title: "Documents that hold serious incident reports", Unit: tally.RecordsOf("documents"),
		Filter: "kind is " + serious, Note: "Several documents may hold versions of one report. Documents without a report number are missing.",
		Lacking: "report number",
		Measure: "number of records of documents with a report number, " + tally.ByKey,
		Table:   t, Keep: ofKind(t),
		Value: func(row int) (float64, []column.Source, bool) {
			return 1, t.Records(row), numbers.First(row) != 0
		},
	})
}
