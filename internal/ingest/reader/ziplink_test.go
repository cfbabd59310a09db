package reader_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"

	"skein/internal/ingest/reader"
)

// A symbolic link in an archive holds a path. It is no table of one header without rows, and is
// not passed in silence.
func TestLinksInArchives(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("a.csv")
	if err == nil {
		_, err = io.WriteString(w, "id,name\n1,Zed\n")
	}
	if err != nil {
		t.Fatal(err)
	}
	h := &zip.FileHeader{Name: "b.csv"}
	h.SetMode(fs.ModeSymlink | 0o777)
	if w, err = z.CreateHeader(h); err == nil {
		_, err = io.WriteString(w, "../secret.csv")
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	r, err := open("all.zip", b.String(), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, said := 0, ""
	for {
		_, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if bad, ok := errors.AsType[*reader.RowError](err); ok {
			said += bad.Reason
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		rows++
	}
	if rows != 1 || !strings.Contains(said, "the member is left out: all.zip: b.csv: malformed: it is a symbolic link") {
		t.Errorf("%d rows; %q", rows, said)
	}
}
