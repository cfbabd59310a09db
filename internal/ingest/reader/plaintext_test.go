package reader_test

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"skein/internal/ingest/reader"
)

func TestPlainText(t *testing.T) {
	text := strings.Repeat("1 \"Корабль Звезда\"\n2 \"Пристань\"\n", 40)
	for name, e := range map[string]encoding.Encoding{
		"utf-8":        encoding.Nop,
		"windows-1251": charmap.Windows1251,
		"koi8-r":       charmap.KOI8R,
		"utf-16le":     unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16be":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		written, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, declared := range []string{"", name} {
			if declared == "" && name == "koi8-r" {
				continue // is not told from windows-1251
			}
			in, found, err := reader.PlainText(strings.NewReader(written), int64(len(written)), declared)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if got, err := io.ReadAll(in); err != nil || string(got) != text || found.Encoding != name {
				t.Errorf("%s, declared %q: %.40q as %s, %v", name, declared, got, found.Encoding, err)
			}
		}
	}
	marked := "\xef\xbb\xbf*Vertices"
	in, _, err := reader.PlainText(strings.NewReader(marked), int64(len(marked)), "")
	if got, _ := io.ReadAll(in); err != nil || string(got) != "*Vertices" {
		t.Errorf("%q, %v", got, err)
	}
}
