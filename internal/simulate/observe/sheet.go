package observe

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	stdunicode "unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Format is how an agency's program writes tables.
type Format struct {
	Name      string // csv, tsv, xlsx, jsonl
	Encoding  string // of csv and tsv: utf-8, utf-8-bom, windows-1250 …, utf-16le
	Delimiter string // of csv
	Packed    bool   // with gzip
}

// extension is that of the files.
func (f *Format) extension() string {
	ext := f.Name
	if f.Packed {
		ext += ".gz"
	}
	return ext
}

// about says which true thing a row tells of.
type about struct {
	schema, entity string
	facts          []string
}

// sheet gathers the rows of one contribution.
type sheet struct {
	header []string
	rows   []row
}

type row struct {
	cells  []string // parallel to the header
	about  []about
	broken string // how the row is spoilt; empty: it is not
	column string
	text   *said // the free text in one of the cells
}

// said is a text with the truth of what it says.
type said struct {
	kind, language string
	spans          []span
}

type span struct {
	start, end  int
	kind, value string
}

func newSheet(header []string) *sheet { return &sheet{header: header} }

func (s *sheet) add(cells []string, about ...about) *row {
	s.rows = append(s.rows, row{cells: cells, about: about})
	return &s.rows[len(s.rows)-1]
}

// The ways in which rows are spoilt.
const (
	badDate     = "impossible date"
	badCategory = "person without category"
	badCountry  = "unknown country"
	badPhone    = "not a telephone number"
	badNumber   = "not a number"
	offTheGlobe = "coordinate out of range"
	fewFields   = "too few fields"
	brokenJSON  = "broken JSON"
)

// part is what the reader calls the sheet of a workbook.
func (f *Format) part(name string) string {
	if f.Name == "xlsx" {
		return name
	}
	return ""
}

// number returns which number the reader gives the i-th row.
func (f *Format) number(i int) int {
	if f.Name == "jsonl" {
		return i + 1
	}
	return i + 2 // behind the header
}

// encode returns the bytes of a file. A workbook's sheet has the given name.
func (f *Format) encode(s *sheet, name string) ([]byte, error) {
	var b []byte
	var err error
	switch f.Name {
	case "csv", "tsv":
		b, err = f.delimited(s)
	case "jsonl":
		b, err = jsonLines(s)
	case "xlsx":
		return workbook(s, name)
	default:
		err = fmt.Errorf("unknown format %q", f.Name)
	}
	if err != nil || !f.Packed {
		return b, err
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// page returns the encoding; nil for UTF-8.
func (f *Format) page() encoding.Encoding {
	switch f.Encoding {
	case "windows-1250":
		return charmap.Windows1250
	case "windows-1252":
		return charmap.Windows1252
	case "windows-1253":
		return charmap.Windows1253
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	return nil
}

// narrow reports whether the encoding has one byte a character.
func (f *Format) narrow() bool { return strings.HasPrefix(f.Encoding, "windows-") }

func (f *Format) delimited(s *sheet) ([]byte, error) {
	comma := f.Delimiter
	if f.Name == "tsv" {
		comma = "\t"
	}
	if comma == "" {
		comma = ","
	}
	var b strings.Builder
	write := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteString(comma)
			}
			c = strings.ReplaceAll(c, "\n", " ")
			if strings.Contains(c, comma) || strings.Contains(c, `"`) {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString("\n")
	}
	write(s.header)
	for i := range s.rows {
		cells := s.rows[i].cells
		if s.rows[i].broken == fewFields {
			cells = cells[:max(2, len(cells)/3)]
		}
		write(cells)
	}
	text := b.String()
	page := f.page()
	switch {
	case f.Encoding == "utf-8-bom":
		return []byte("\ufeff" + text), nil
	case page == nil:
		return []byte(text), nil
	case f.narrow():
		text = fit(text, page)
	}
	return page.NewEncoder().Bytes([]byte(text))
}

// fit writes what a code page lacks as an old program does: without marks, or with a
// question mark.
func fit(text string, page encoding.Encoding) string {
	e := page.NewEncoder()
	var b strings.Builder
	for _, c := range text {
		if c < utf8.RuneSelf {
			b.WriteRune(c)
			continue
		}
		if _, err := e.String(string(c)); err == nil {
			b.WriteRune(c)
			continue
		}
		plain := plain(string(c))
		if _, err := e.String(plain); err != nil {
			plain = "?"
		}
		b.WriteString(plain)
	}
	return b.String()
}

// plain removes the marks of letters and spells out those that are no letter with a
// mark.
func plain(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(stdunicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		return s
	}
	return strings.NewReplacer("ı", "i", "ß", "ss", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ə", "e", "æ", "ae", "Æ", "Ae", "þ", "th", "ð", "d").Replace(out)
}

func jsonLines(s *sheet) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i := range s.rows {
		r := &s.rows[i]
		start := b.Len()
		b.WriteByte('{')
		first := true
		for k, c := range r.cells {
			if c == "" {
				continue
			}
			if !first {
				b.WriteByte(',')
			}
			first = false
			if err := jsonPair(&b, enc, s.header[k], c); err != nil {
				return nil, err
			}
		}
		b.WriteString("}\n")
		if r.broken == brokenJSON {
			b.Truncate(start + (b.Len()-start)*2/3)
			cut := bytes.TrimRight(b.Bytes()[start:], "\"}\\\n")
			b.Truncate(start + len(cut))
			for !utf8.Valid(b.Bytes()[start:]) {
				b.Truncate(b.Len() - 1)
			}
			b.WriteByte('\n')
		}
	}
	return b.Bytes(), nil
}

func jsonPair(b *bytes.Buffer, enc *json.Encoder, key, value string) error {
	for i, text := range []string{key, value} {
		if err := enc.Encode(text); err != nil {
			return err
		}
		b.Truncate(b.Len() - 1) // the encoder's line end
		if i == 0 {
			b.WriteByte(':')
		}
	}
	return nil
}

// workbook writes a workbook with one sheet, all cells as text. The library for
// workbooks stamps its files with the time; these bytes are a function of the rows.
func workbook(s *sheet, name string) ([]byte, error) {
	var sheet bytes.Buffer
	sheet.WriteString(xml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	write := func(n int, cells []string) error {
		fmt.Fprintf(&sheet, `<row r="%d">`, n)
		for i, c := range cells {
			if c == "" {
				continue
			}
			fmt.Fprintf(&sheet, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">`, columnName(i), n)
			if err := xml.EscapeText(&sheet, []byte(c)); err != nil {
				return err
			}
			sheet.WriteString("</t></is></c>")
		}
		sheet.WriteString("</row>")
		return nil
	}
	if err := write(1, s.header); err != nil {
		return nil, err
	}
	for i := range s.rows {
		if err := write(i+2, s.rows[i].cells); err != nil {
			return nil, err
		}
	}
	sheet.WriteString("</sheetData></worksheet>")
	var title bytes.Buffer
	if err := xml.EscapeText(&title, []byte(name)); err != nil {
		return nil, err
	}
	const schemas = "http://schemas.openxmlformats.org/"
	return zipped([][2]string{
		{"[Content_Types].xml", xml.Header + `<Types xmlns="` + schemas + `package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
		{"_rels/.rels", xml.Header + `<Relationships xmlns="` + schemas + `package/2006/relationships"><Relationship Id="rId1" Type="` + schemas + `officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", xml.Header + `<workbook xmlns="` + schemas + `spreadsheetml/2006/main" xmlns:r="` + schemas + `officeDocument/2006/relationships"><sheets><sheet name="` + title.String() + `" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", xml.Header + `<Relationships xmlns="` + schemas + `package/2006/relationships"><Relationship Id="rId1" Type="` + schemas + `officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet.String()},
	})
}

// columnName returns A, B, … Z, AA, … for 0, 1, ….
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// zipped packs files, given by name and content, without times.
func zipped(files [][2]string) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f[0], Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
