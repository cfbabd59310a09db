package api

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// TestDamagedUploads: a damaged file is answered and quarantined, and the server goes on.
func TestDamagedUploads(t *testing.T) {
	b := filled(t)
	var content bytes.Buffer
	type person struct {
		Name string `parquet:"name,dict"`
	}
	if err := parquet.Write(&content, []person{{"Vera Probeva"}, {"Sami Trialov"}}); err != nil {
		t.Fatal(err)
	}
	mapped := map[string]string{
		"mapping": "entities: {p: {schema: Person, category: suspect, keys: [name], properties: {name: {column: name}}}}",
		"owner":   "EL-POLICE", "label": "H1 RESTRICTED",
	}
	damaged := content.Bytes()
	for i := len(damaged) - 60; i < len(damaged)-20; i++ {
		damaged[i] ^= 0x55
	}
	w := b.upload("/api/contributions/suggest", "a.parquet", string(damaged), nil)
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "the Parquet file cannot be read") {
		t.Errorf("suggest: %d %s", w.Code, w.Body)
	}
	got := decoded[taken](b, b.upload("/api/contributions", "a.parquet", string(damaged), mapped))
	if got.Quarantined != 1 || !strings.Contains(got.Reason, "the Parquet file cannot be read") {
		t.Errorf("take: %+v", got)
	}
	got = decoded[taken](b, b.upload("/api/contributions", "b.csv", "name\nLena Sampleva\n", mapped))
	if got.Records != 1 {
		t.Errorf("the next file: %+v", got)
	}
}

// TestPreviewSkipsRows: the preview reads a file as its mapping has it.
func TestPreviewSkipsRows(t *testing.T) {
	b := filled(t)
	mapping := "skip_rows: 1\nentities: {p: {schema: Person, category: suspect, keys: [name], properties: {name: {column: name}}}}"
	got := decoded[suggestion](b, b.upload("/api/contributions/suggest", "a.csv", "persons,of\nname,age\nLena Sampleva,30\n", map[string]string{"mapping": mapping}))
	if got.Records != 1 || len(got.Columns) != 2 || got.Columns[0] != "name" {
		t.Errorf("%+v", got)
	}
}
