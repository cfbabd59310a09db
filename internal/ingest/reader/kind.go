package reader

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
)

// kind is what the first bytes of a file say that it is.
type kind string

const (
	kindText   kind = "text"
	kindGzip   kind = "a gzip file"
	kindZip    kind = "a zip archive"
	kindTar    kind = "a tar archive"
	kind7z     kind = "a 7z archive"
	kindRAR    kind = "a RAR archive"
	kindBzip2  kind = "a bzip2 file"
	kindXZ     kind = "an xz file"
	kindZstd   kind = "a zstd file"
	kindOLE    kind = "an old or an encrypted Office file"
	kindPDF    kind = "a PDF"
	kindSQLite kind = "an SQLite database"
	kindPq     kind = "a Parquet file"
	kindJPEG   kind = "a JPEG picture"
	kindPNG    kind = "a PNG picture"
	kindImage  kind = "a picture"
	kindMedia  kind = "a sound or video file"
	kindAccess kind = "an Access database"
	kindShape  kind = "a shapefile"
	kindStats  kind = "a data file of a statistics program"
	kindExe    kind = "a program"
)

// packed reports whether k packs other files.
func (k kind) packed() bool {
	switch k {
	case kindGzip, kindZip, kindTar, kind7z, kindRAR, kindBzip2, kindXZ, kindZstd:
		return true
	default:
		return false
	}
}

func (k kind) advice() string {
	switch {
	case k == kindOLE:
		return "save it as XLSX, without a password"
	case k.packed():
		return "unpack it, or pack it as zip or gzip"
	}
	return "export the table as CSV, XLSX or JSON Lines"
}

// kindOf goes by signatures at the start of a file, a tar's at 257 (POSIX.1-1988).
func kindOf(head []byte) kind {
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return kindTar
	}
	for _, s := range []struct {
		start string
		is    kind
	}{
		{"\x1f\x8b", kindGzip},
		{"PK\x03\x04", kindZip},
		{"PK\x05\x06", kindZip},
		{"7z\xbc\xaf\x27\x1c", kind7z},
		{"Rar!\x1a\x07", kindRAR},
		{"BZh", kindBzip2},
		{"\xfd7zXZ\x00", kindXZ},
		{"\x28\xb5\x2f\xfd", kindZstd},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kindOLE},
		{"%PDF-", kindPDF},
		{"SQLite format 3\x00", kindSQLite},
		{"PAR1", kindPq},
		{"\xff\xd8\xff", kindJPEG},
		{"\x89PNG\r\n", kindPNG},
		{"GIF87a", kindImage},
		{"GIF89a", kindImage},
		{"II*\x00", kindImage},
		{"MM\x00*", kindImage},
		{"\x00\x00\x01\x00", kindImage},
		{"ID3\x03", kindMedia},
		{"ID3\x04", kindMedia},
		{"OggS\x00", kindMedia},
		{"\x00\x01\x00\x00Standard ", kindAccess},
		{"\x00\x00\x27\x0a\x00", kindShape},
		{"$FL2@(#)", kindStats},
		{"<stata_dta>", kindStats},
		{"\x7fELF", kindExe},
		{"MZ\x90\x00", kindExe},
	} {
		if bytes.HasPrefix(head, []byte(s.start)) {
			if s.is == kindBzip2 && (len(head) < 10 || string(head[4:10]) != "1AY&SY") {
				continue // three letters that a table may begin with
			}
			if s.is == kindPq && bytes.IndexByte(head, 0) < 0 {
				continue
			}
			return s.is
		}
	}
	return boxed(head)
}

// boxed tells containers whose kind stands behind a length.
func boxed(head []byte) kind {
	const start = 12
	if len(head) < start {
		return kindText
	}
	switch string(head[8:start]) {
	case "WEBP":
		return kindImage
	case "WAVE", "AVI ":
		return kindMedia
	}
	if string(head[4:8]) == "ftyp" && head[0] == 0 {
		if slices.Contains([]string{"heic", "heix", "mif1", "avif"}, string(head[8:start])) {
			return kindImage
		}
		return kindMedia
	}
	return kindText
}

// check refuses options that no file could satisfy.
func (o *Options) check() error {
	switch o.Format {
	case "", CSV, TSV, XLSX, Parquet, JSONLines, FtM:
	default:
		return fmt.Errorf("%w: format %q; there are csv, tsv, xlsx, parquet, jsonl and ftm", ErrOptions, o.Format)
	}
	for _, c := range []struct {
		name string
		is   rune
	}{{"delimiter", o.Delimiter}, {"quote", o.Quote}} {
		if c.is < 0 || c.is >= 0x80 || c.is == '\n' || c.is == '\r' {
			return fmt.Errorf("%w: %s %q; it must be one ASCII character, and no line end", ErrOptions, c.name, c.is)
		}
	}
	if o.Delimiter != 0 && o.Delimiter == o.Quote {
		return fmt.Errorf("%w: delimiter and quote are both %q", ErrOptions, o.Quote)
	}
	if o.SkipRows < SkipNone {
		return fmt.Errorf("%w: %d rows to skip", ErrOptions, o.SkipRows)
	}
	return nil
}

// ending returns the format that a file's name speaks for, "" if none.
func ending(name string) Format {
	switch strings.ToLower(path.Ext(name)) {
	case ".tsv", ".tab":
		return TSV
	case ".json", ".jsonl", ".ndjson", ".jl", ".ijson", ".ftm":
		return JSONLines
	}
	return ""
}
