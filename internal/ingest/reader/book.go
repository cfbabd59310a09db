package reader

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// book is an opened XLSX workbook: what a sheet needs to be read.
type book struct {
	r       *Reader
	where   string
	z       *zip.Reader
	sheets  []sheetRef
	strings []string // shared
	styles  []pattern
	from    epoch
	// uncalculated says that the program that wrote the workbook did not calculate its
	// formulas: it asks for that when the workbook is opened.
	uncalculated bool
	stringsPart  string // where the shared strings are; "": there are none
	stylesPart   string
}

type sheetRef struct {
	name, part string
	hidden     bool
}

// errDocType guards against entities, which no workbook needs.
var errDocType = errors.New("it has a document type declaration, which no workbook needs")

// part decodes one XML file of a workbook.
type part struct {
	where string
	dec   *xml.Decoder
	leash *leash
	depth int
	*stream
}

func (b *book) part(name string) (*part, error) {
	i := slices.IndexFunc(b.z.File, func(f *zip.File) bool {
		return strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name)
	})
	if i < 0 {
		return nil, malformed(b.where, "the workbook lacks %s", name)
	}
	return b.open(b.z.File[i])
}

func (b *book) open(f *zip.File) (*part, error) {
	where := b.where + ": " + f.Name
	s, err := b.r.openPart(where, f)
	if err != nil {
		return nil, err
	}
	p := &part{where: where, stream: s}
	l := b.r.options.Limits
	p.leash = &leash{r: s, most: l.row(), err: overLimit(where, "cell", l.Cell, "an element of over %d bytes", l.row())}
	p.dec = xml.NewDecoder(p.leash)
	return p, nil
}

// partDepth is how deep elements may nest; workbooks stay below 10.
const partDepth = 64

// token returns the next start, end or text; io.EOF at the end.
func (p *part) token() (xml.Token, error) {
	for {
		p.leash.slack()
		t, err := p.dec.Token()
		if err != nil {
			if errors.Is(err, io.EOF) || errors.Is(err, ErrLimit) || errors.Is(err, ErrMalformed) {
				return nil, err
			}
			return nil, malformed(p.where, "broken XML: %w", err)
		}
		switch t.(type) {
		case xml.Directive:
			return nil, malformed(p.where, "%w", errDocType)
		case xml.StartElement:
			if p.depth++; p.depth > partDepth {
				return nil, malformed(p.where, "elements nest deeper than %d", partDepth)
			}
			return t, nil
		case xml.EndElement:
			p.depth--
			return t, nil
		case xml.CharData:
			return t, nil
		}
	}
}

// each calls visit for all start elements.
func (p *part) each(visit func(xml.StartElement) error) error {
	for {
		t, err := p.token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := visit(e); err != nil {
				return err
			}
		}
	}
}

// text returns the text of the element just begun: all of it if all, else that of
// the t elements that are no phonetic guide.
func (p *part) text(all bool, most int) (string, error) {
	var b strings.Builder
	level, inside, guide := 1, 0, 0
	for level > 0 {
		t, err := p.token()
		if errors.Is(err, io.EOF) {
			err = malformed(p.where, "broken XML: it ends too early")
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			level++
			switch {
			case guide == 0 && t.Name.Local == "rPh":
				guide = level
			case inside == 0 && t.Name.Local == "t":
				inside = level
			}
		case xml.EndElement:
			if inside == level {
				inside = 0
			}
			if guide == level {
				guide = 0
			}
			level--
		case xml.CharData:
			if all || inside > 0 && guide == 0 {
				b.Write(t)
			}
			if b.Len() > most {
				return "", overLimit(p.where, "cell", most, "a value of over %d bytes", most)
			}
		}
	}
	return b.String(), nil
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// openBook reads all of a workbook but the sheet, and goes to the sheet's first rows.
func (r *Reader) openBook(m *member, z *zip.Reader) (*sheet, error) {
	b := &book{r: r, where: m.where, z: z}
	if err := b.guard(); err != nil {
		return nil, err
	}
	if err := b.readIndex(); err != nil {
		return nil, err
	}
	ref, err := b.choose(r.options.Sheet)
	if err != nil {
		return nil, err
	}
	if b.stylesPart != "" && b.has(b.stylesPart) {
		if err := b.readStyles(); err != nil {
			return nil, err
		}
	}
	if b.stringsPart != "" && b.has(b.stringsPart) {
		if err := b.readStrings(); err != nil {
			return nil, err
		}
	}
	s, err := b.openSheet(ref)
	if err == nil && r.options.Sheet == "" {
		err = b.leftOut(m.label, ref)
	}
	return s, err
}

// leftOut reports the other sheets that hold rows, where nobody said which
// one is meant. What they take does not count.
func (b *book) leftOut(member string, read sheetRef) error {
	used := b.r.budget.n
	defer func() { b.r.budget.n = used }()
	for _, ref := range b.sheets {
		if ref == read {
			continue
		}
		s, err := b.openSheet(ref)
		switch {
		case errors.Is(err, ErrLimit):
			return err
		case err != nil: // it is empty or damaged, and not asked for
			continue
		}
		what := "the sheet"
		if ref.hidden {
			what = "the hidden sheet"
		}
		b.r.bad = append(b.r.bad, &RowError{
			Place:  Place{Member: member, Sheet: ref.name, Row: max(s.header.row, 1)},
			Reason: fmt.Sprintf("%s is left out, only %q is read; name the one that is meant under sheet", what, read.name),
		})
	}
	return nil
}

func (b *book) has(name string) bool { return hasFile(b.z, name) }

// guard checks all parts before any is trusted: their sizes together, and that no XML
// among them, read or not, declares a document type.
func (b *book) guard() error {
	total := b.r.budget.n
	for _, f := range b.z.File {
		whole := clip(f.UncompressedSize64)
		if total = total + whole; total < 0 {
			total = 1 << 62
		}
		if err := b.r.budget.check(b.where, total, whole, clip(f.CompressedSize64)); err != nil {
			return err
		}
	}
	used := b.r.budget.n
	for _, f := range b.z.File {
		if ext := strings.ToLower(path.Ext(f.Name)); ext != ".xml" && ext != ".rels" && ext != ".vml" {
			continue
		}
		p, err := b.open(f)
		if err != nil {
			return err
		}
		for t := xml.Token(nil); err == nil; {
			if _, begun := t.(xml.StartElement); begun { // declarations stand before the first element
				break
			}
			t, err = p.token()
		}
		if errors.Is(err, errDocType) || errors.Is(err, ErrLimit) {
			return err // other damage matters in the parts that are read
		}
	}
	b.r.budget.n = used
	return nil
}

// readIndex lists the worksheets.
func (b *book) readIndex() error {
	links, err := b.links("_rels/.rels", "")
	if err != nil {
		return err
	}
	main := ""
	for _, l := range links {
		if strings.HasSuffix(l.kind, "/officeDocument") {
			main = l.target
		}
	}
	folder, file := path.Split(main)
	if main == "" || !strings.HasSuffix(file, ".xml") {
		return malformed(b.where, "it holds no workbook")
	}
	if links, err = b.links(folder+"_rels/"+file+".rels", folder); err != nil {
		return err
	}
	for _, l := range links {
		switch {
		case strings.HasSuffix(l.kind, "/sharedStrings"):
			b.stringsPart = l.target
		case strings.HasSuffix(l.kind, "/styles"):
			b.stylesPart = l.target
		}
	}
	p, err := b.part(main)
	if err != nil {
		return err
	}
	err = p.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			b.from.is1904, _ = strconv.ParseBool(attr(e, "date1904")) // absent: false
		case "calcPr":
			b.uncalculated, _ = strconv.ParseBool(attr(e, "fullCalcOnLoad")) // absent: false
		case "sheet":
			id := ""
			for _, a := range e.Attr {
				if a.Name.Local == "id" && a.Name.Space != "" {
					id = a.Value
				}
			}
			if l := links[id]; strings.HasSuffix(l.kind, "/worksheet") {
				state := attr(e, "state")
				if l := b.r.options.Limits.Members; len(b.sheets) == l {
					return overLimit(b.where, "members", l, "more sheets")
				}
				b.sheets = append(b.sheets, sheetRef{attr(e, "name"), l.target, state == "hidden" || state == "veryHidden"})
			}
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 {
		err = malformed(b.where, "it holds no worksheet")
	}
	return err
}

type link struct{ kind, target string }

// links reads relationships by their identifiers; targets are relative to folder.
func (b *book) links(name, folder string) (map[string]link, error) {
	p, err := b.part(name)
	if err != nil {
		return nil, err
	}
	out := map[string]link{}
	return out, p.each(func(e xml.StartElement) error {
		if e.Name.Local == "Relationship" && attr(e, "TargetMode") != "External" {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			out[attr(e, "Id")] = link{attr(e, "Type"), strings.TrimPrefix(path.Clean("/"+target), "/")}
		}
		return nil
	})
}

// choose finds a sheet by its name, in which case makes no difference, or else takes the
// first that is not hidden.
func (b *book) choose(name string) (sheetRef, error) {
	if name == "" {
		if i := slices.IndexFunc(b.sheets, func(s sheetRef) bool { return !s.hidden }); i > 0 {
			return b.sheets[i], nil
		}
		return b.sheets[0], nil
	}
	var names []string
	for _, s := range b.sheets {
		if strings.EqualFold(s.name, name) {
			return s, nil
		}
		names = append(names, s.name)
	}
	return sheetRef{}, malformed(b.where, "it has no sheet %q; it has %s", name, strings.Join(names, ", "))
}

// sharedBytes is how much memory the shared strings may take.
const sharedBytes = 1 << 30

func (b *book) readStrings() error {
	size := 0
	p, err := b.part(b.stringsPart)
	if err != nil {
		return err
	}
	return p.each(func(e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		s, err := p.text(false, b.r.options.Limits.Cell)
		if err != nil {
			return err
		}
		const header = 16 // of a string in memory
		if size += len(s) + header; size > sharedBytes {
			return fmt.Errorf("%s: %w: shared strings of over %d bytes; save the sheet as CSV", p.where, ErrLimit, sharedBytes)
		}
		b.strings = append(b.strings, unescape(s))
		return nil
	})
}

// readStyles learns what cell styles make of numbers.
func (b *book) readStyles() error {
	p, err := b.part(b.stylesPart)
	if err != nil {
		return err
	}
	own := map[int]pattern{}
	inCells := false
	return p.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attr(e, "numFmtId")); err == nil {
				own[id] = patternOf(attr(e, "formatCode"))
			}
		case "cellXfs":
			inCells = true
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if !inCells {
				return nil
			}
			id, err := strconv.Atoi(attr(e, "numFmtId"))
			if err != nil {
				id = 0 // General
			}
			style, ok := own[id]
			if !ok {
				style = builtIn(id)
			}
			b.styles = append(b.styles, style)
			if len(b.styles) > 1<<16 {
				return malformed(p.where, "more cell styles than a workbook may have")
			}
		}
		return nil
	})
}

// shared returns a shared string.
func (b *book) shared(index string) (string, error) {
	i, err := strconv.Atoi(strings.TrimSpace(index))
	if err != nil || i < 0 || i >= len(b.strings) {
		return "", fmt.Errorf("there is no shared string %q", index)
	}
	return b.strings[i], nil
}
