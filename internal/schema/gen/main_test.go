package main

import (
	"bytes"
	"os"
	"testing"

	"skein/internal/schema"
)

func TestThePageIsUpToDate(t *testing.T) {
	have, err := os.ReadFile("../../../doc/schema.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, page(schema.Default())) {
		t.Error("doc/schema.md is stale: run make generate")
	}
}
