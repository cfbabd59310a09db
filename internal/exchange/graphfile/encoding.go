package graphfile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"

	"skein/internal/ingest/reader"
)

// textOf returns a text that is no XML as UTF-8. A note says what encoding was guessed.
func textOf(src io.ReaderAt, size int64) (text io.Reader, note string, err error) {
	text, found, err := reader.PlainText(src, size, "")
	if err != nil {
		return nil, "", fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if found.Sure < 1 && found.Encoding != "utf-8" {
		note = fmt.Sprintf("read as %s, which the file does not declare", found.Encoding)
	}
	return text, note, nil
}

// xmlOf returns a decoder of a document in the encoding that its first bytes or its
// declaration say (XML 1.0, 4.3.3 and appendix F).
func xmlOf(src io.ReaderAt, size int64) (*xml.Decoder, error) {
	head := make([]byte, min(4, size))
	if _, err := src.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	in := func(from int) io.Reader { return io.NewSectionReader(src, int64(from), size-int64(from)) }
	begins := func(mark string) bool { return bytes.HasPrefix(head, []byte(mark)) }
	wide := func(order unicode.Endianness) *xml.Decoder {
		return decoder(unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(in(0)), true)
	}
	switch {
	case begins("\xff\xfe\x00\x00"), begins("\x00\x00\xfe\xff"), begins("<\x00\x00\x00"), begins("\x00\x00\x00<"):
		return nil, fmt.Errorf("%w: it is in UTF-32; save it as UTF-8", ErrFormat)
	case begins("\xef\xbb\xbf"):
		return decoder(in(3), true), nil
	case begins("\xff\xfe"), begins("<\x00"):
		return wide(unicode.LittleEndian), nil
	case begins("\xfe\xff"), begins("\x00<"):
		return wide(unicode.BigEndian), nil
	}
	return decoder(in(0), false), nil
}

// decoder reads XML. Where the first bytes have told the encoding, what is declared of it no
// longer counts.
func decoder(in io.Reader, told bool) *xml.Decoder {
	d := xml.NewDecoder(in)
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		lower := strings.ToLower(label)
		if told || strings.HasPrefix(lower, "utf-16") || strings.Contains(lower, "ucs-2") {
			return in, nil // the declaration itself was read, so it is not two bytes a character
		}
		if e, err := htmlindex.Get(label); err == nil {
			return e.NewDecoder().Reader(in), nil
		}
		if e, err := ianaindex.IANA.Encoding(label); err == nil && e != nil {
			return e.NewDecoder().Reader(in), nil
		}
		return nil, fmt.Errorf("the encoding %q is not known; save the file as UTF-8", label)
	}
	return d
}

// notXML explains why a document could not be read on.
func notXML(err error) error {
	if strings.Contains(err.Error(), "invalid UTF-8") {
		return fmt.Errorf("%w: %w; declare the encoding in the first line, or save the file as UTF-8", ErrFormat, err)
	}
	return fmt.Errorf("%w: %w", ErrFormat, err)
}
