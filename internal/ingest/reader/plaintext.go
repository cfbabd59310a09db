package reader

import (
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/htmlindex"
)

// PlainText returns a text of any kind as UTF-8, without its byte order mark, for readers of
// formats that are no tables. The encoding is declared, or detected as that of a table is;
// bytes that a declared or detected code page has not become U+FFFD.
func PlainText(src io.ReaderAt, size int64, encoding string) (io.Reader, Detected, error) {
	s := io.NewSectionReader(src, 0, size)
	sample := make([]byte, min(sampleBytes, size))
	if _, err := io.ReadFull(s, sample); err != nil && !errors.Is(err, io.EOF) {
		return nil, Detected{}, err
	}
	found := Detected{Sure: 1}
	var c *charset
	var err error
	if encoding != "" {
		c, err = lookup(encoding)
	} else {
		c, found.Sure, err = detect(sample, s)
	}
	if err != nil {
		return nil, Detected{}, err
	}
	found.Encoding = c.name
	bom := int64(c.bom(sample))
	body := io.NewSectionReader(src, bom, size-bom)
	switch {
	case c.order != nil:
		return newUTF16Reader(body, c.order), found, nil
	case c.page != nil:
		e, err := htmlindex.Get(c.name)
		if err != nil {
			return nil, Detected{}, fmt.Errorf("encoding %q: %w", c.name, err)
		}
		return e.NewDecoder().Reader(body), found, nil
	}
	return body, found, nil
}
