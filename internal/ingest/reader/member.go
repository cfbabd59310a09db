package reader

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
)

// member is one file to read: the file itself, or what it packs.
type member struct {
	label string // Place.Member
	where string // for messages
	name  string // for its ending
	inner bool   // packed: no archive may follow

	open func() (*stream, error) // each time from its start
	at   io.ReaderAt             // nil: only a stream
	size int64                   // unpacked, as far as known

	base, span int64 // of the source file, for progress
}

// stream is an open member. done counts on of whole, in bytes of either side.
type stream struct {
	io.Reader
	done  *int64
	whole int64
}

// list finds out what the file packs.
func (r *Reader) list(src io.ReaderAt, size int64) ([]member, error) {
	plain := member{where: r.name, name: r.name, at: src, size: size, span: size}
	plain.open = func() (*stream, error) {
		c := &counter{r: io.NewSectionReader(src, 0, size)}
		return &stream{Reader: c, done: &c.n, whole: size}, nil
	}
	head, err := plain.head()
	if err != nil {
		return nil, err
	}
	k := kindOf(head)
	r.packed = k == kindGzip || k == kindZip
	switch k {
	case kindGzip:
		return []member{r.gzipped(src, size)}, nil
	case kindZip:
		z, err := r.openZip(r.name, src, size)
		if err != nil || !errors.Is(notBook(z), errNested) {
			return []member{plain}, err
		}
		return r.zipped(z)
	default:
		return []member{plain}, nil
	}
}

// headBytes are enough to tell what a file is.
const headBytes = 512

func (m *member) head() ([]byte, error) {
	s, err := m.open()
	if err != nil {
		return nil, err
	}
	head := make([]byte, headBytes)
	n, err := io.ReadFull(s, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	return head[:n], nil
}

func (r *Reader) gzipped(src io.ReaderAt, size int64) member {
	name := r.name
	if len(name) > 3 && strings.EqualFold(name[len(name)-3:], ".gz") {
		name = name[:len(name)-3]
	}
	m := member{where: r.name, name: name, inner: true, span: size}
	m.open = func() (*stream, error) {
		c := &counter{r: io.NewSectionReader(src, 0, size)}
		z, err := gzip.NewReader(c)
		if err != nil {
			return nil, malformed(r.name, "not gzip: %w", err)
		}
		return &stream{Reader: &meter{r: z, b: r.budget, where: r.name, packed: size}, done: &c.n, whole: size}, nil
	}
	return m
}

// openZip reads the directory of an archive or a workbook.
func (r *Reader) openZip(where string, src io.ReaderAt, size int64) (*zip.Reader, error) {
	z, err := zip.NewReader(src, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // names are labels here
		return nil, malformed(where, "the zip archive is damaged: %w", err)
	}
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	if l := r.options.Limits.Members; len(z.File) > l {
		return nil, overLimit(where, "members", l, "%d members", len(z.File))
	}
	return z, nil
}

// zipped lists the members of an archive in the order of their names.
func (r *Reader) zipped(z *zip.Reader) ([]member, error) {
	files := slices.DeleteFunc(slices.Clone(z.File), func(f *zip.File) bool {
		// Folders, which hold nothing, and what macOS adds for each file.
		return strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 || strings.HasPrefix(f.Name, "__MACOSX/")
	})
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var out []member
	var base int64
	for i, f := range files {
		label := strings.ToValidUTF8(f.Name, "�")
		if i > 0 && files[i-1].Name == f.Name {
			return nil, malformed(r.name, "two members are named %q", label)
		}
		m := member{label: label, where: r.name + ": " + label, name: label, inner: true, size: clip(f.UncompressedSize64), base: base, span: clip(f.CompressedSize64)}
		m.open = func() (*stream, error) { return r.openPart(m.where, f) }
		base += m.span
		head, err := m.head()
		if err != nil && !errors.Is(err, ErrMalformed) { // damage of one member is found when its turn comes
			return nil, err
		}
		if k := kindOf(head); k != kindZip && k.packed() {
			return nil, malformed(m.where, "%s: %w", k, errNested)
		}
		out = append(out, m)
	}
	if len(out) == 0 {
		return nil, malformed(r.name, "the archive holds no files")
	}
	r.budget.n = 0 // what the heads took
	return out, nil
}

// clip makes a claimed size usable.
func clip(n uint64) int64 { return int64(min(n, 1<<62)) }

// openPart opens one file of an archive or a workbook, against the budget.
func (r *Reader) openPart(where string, f *zip.File) (*stream, error) {
	if f.Flags&1 != 0 {
		return nil, malformed(where, "it is encrypted; send it without a password")
	}
	if f.Mode()&fs.ModeSymlink != 0 { // its bytes are a path, which would pass for a header
		return nil, malformed(where, "it is a symbolic link and holds no rows; pack the file that it leads to")
	}
	whole, packed := clip(f.UncompressedSize64), clip(f.CompressedSize64)
	if err := r.budget.check(where, whole, whole, packed); err != nil {
		return nil, err
	}
	z, err := f.Open()
	if err != nil {
		return nil, malformed(where, "cannot be unpacked: %w", err)
	}
	m := &meter{r: z, b: r.budget, where: where, packed: packed}
	return &stream{Reader: m, done: &m.n, whole: whole}, nil
}

// openMember finds out what a member is and prepares to read it.
func (r *Reader) openMember(m *member) (source, Detected, error) {
	used := r.budget.n
	head, err := m.head()
	if err != nil {
		return nil, Detected{}, err
	}
	r.budget.n = used
	k := kindOf(head)
	switch {
	case k == kindZip:
		return r.openBookOf(m)
	case k == kindPq && (r.options.Format == "" || r.options.Format == Parquet):
		s, err := r.openParquet(m)
		return s, Detected{Format: Parquet, Encoding: utf8Name, Sure: 1}, err
	case k == kindPq:
		return nil, Detected{}, r.misdeclared(m, string(k))
	case k.packed() && m.inner:
		return nil, Detected{}, malformed(m.where, "%s: %w", k, errNested)
	case k == kindOLE:
		s, err := m.open()
		if err == nil {
			err = refused(m.where, oldOffice(s).err())
		}
		return nil, Detected{}, err
	case k != kindText:
		return nil, Detected{}, malformed(m.where, "it is %s; %s", k, k.advice())
	case r.options.Format == XLSX:
		return nil, Detected{}, malformed(m.where, "it is no XLSX workbook")
	case r.options.Format == Parquet:
		return nil, Detected{}, malformed(m.where, "it is no Parquet file")
	}
	return r.openText(m)
}

// packedBook is how large a workbook in an archive may be, because it is unpacked in
// memory.
const packedBook = 256 << 20

// openBookOf opens a member that is a workbook, or refuses another archive.
func (r *Reader) openBookOf(m *member) (source, Detected, error) {
	at, size := m.at, m.size
	if at == nil { // a directory stands at a zip's end: it takes the whole
		s, err := m.open()
		if err != nil {
			return nil, Detected{}, err
		}
		var whole bytes.Buffer
		if n, err := io.Copy(&whole, io.LimitReader(s, packedBook+1)); err != nil {
			return nil, Detected{}, err
		} else if n > packedBook {
			return nil, Detected{}, fmt.Errorf("%s: %w: a packed workbook of over %d bytes; unpack it", m.where, ErrLimit, packedBook)
		}
		at, size = bytes.NewReader(whole.Bytes()), int64(whole.Len())
	}
	z, err := r.openZip(m.where, at, size)
	if err == nil && notBook(z) != nil {
		err = malformed(m.where, "%w", notBook(z))
	}
	switch {
	case err != nil:
		return nil, Detected{}, err
	case r.options.Format != "" && r.options.Format != XLSX:
		return nil, Detected{}, r.misdeclared(m, "an XLSX workbook")
	}
	s, err := r.openBook(m, z)
	if err != nil {
		return nil, Detected{}, err
	}
	return s, Detected{Format: XLSX, Encoding: utf8Name, Sure: 1, Header: s.header.row, Sheet: s.sheet}, nil
}

// misdeclared says that a table is read as something else. What has no mapping is read as
// FollowTheMoney entities, without anybody having said so.
func (r *Reader) misdeclared(m *member, is string) error {
	if r.options.Format == FtM {
		return malformed(m.where, "it is %s, and no file of FollowTheMoney entities: %s", is, needsMapping)
	}
	return malformed(m.where, "it is %s, and declared as %s", is, r.options.Format)
}

func hasFile(z *zip.Reader, name string) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.EqualFold(f.Name, name) })
}

// Packages that look like archives, and are documents.
var (
	errOpenDocument = errors.New("it is an OpenDocument file; save it as XLSX or CSV")
	errBinaryBook   = errors.New("it is a binary workbook (XLSB); save it as XLSX")
	errWord         = errors.New("it is a Word document (DOCX); copy its table to a spreadsheet and save it as XLSX or CSV")
	errSlides       = errors.New("it is a presentation (PPTX); copy its table to a spreadsheet and save it as XLSX or CSV")
)

// notBook returns why a zip is not to be opened as a workbook.
func notBook(z *zip.Reader) error {
	switch {
	case hasFile(z, "mimetype") && hasFile(z, "content.xml"):
		return errOpenDocument
	case hasFile(z, "xl/workbook.bin"):
		return errBinaryBook
	case hasFile(z, "word/document.xml"):
		return errWord
	case hasFile(z, "ppt/presentation.xml"):
		return errSlides
	case hasFile(z, "[Content_Types].xml") && hasFile(z, "_rels/.rels"):
		return nil
	}
	return errNested
}
