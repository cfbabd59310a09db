package graphfile

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// eachElement calls start and end for the elements of a document whose root has a name. What
// may stand in each is listed: another element, or text between them, is a fault, since a node
// or edge may have been lost by it. Elements of other name spaces are passed over, as are
// those in which nothing is listed. Start may read an element to its end.
func eachElement(d *xml.Decoder, root string, within map[string][]string, start func(xml.StartElement, int) (read bool, err error), end func(xml.EndElement) error) error {
	var open []string
	space := ""
	for begun := false; ; {
		t, err := d.Token()
		line, _ := d.InputPos()
		switch {
		case errors.Is(err, io.EOF) && begun:
			return nil
		case errors.Is(err, io.EOF):
			return fmt.Errorf("%w: it is empty", ErrFormat)
		case err != nil:
			return notXML(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := t.Name.Local
			switch {
			case !begun && name != root:
				return wrong(line, "its root is <%s>, not <%s>", name, root)
			case !begun:
				begun, space = true, t.Name.Space
			case len(open) == 0:
				return wrong(line, "a second root, <%s>", name)
			case t.Name.Space != space:
				if err := d.Skip(); err != nil {
					return notXML(err)
				}
				continue
			case !slices.Contains(within[open[len(open)-1]], name):
				return wrong(line, "a <%s> has no place in a <%s>", name, open[len(open)-1])
			}
			read, err := start(t, line)
			if err == nil && !read && within[name] == nil {
				if read, err = true, d.Skip(); err != nil {
					err = notXML(err)
				}
			}
			if err != nil {
				return err
			}
			if !read {
				open = append(open, name)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if err := end(t); err != nil {
				return err
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" && begun {
				return wrong(line, "text %.20q where only elements may be", text)
			}
		}
	}
}

// eachWithin reads an element to its end and calls f for the texts in it, with the name of the
// element that each is in.
func eachWithin(d *xml.Decoder, f func(name, text string)) error {
	open := []string{"data"}
	for len(open) > 0 {
		t, err := d.Token()
		if err != nil {
			return notXML(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			f(open[len(open)-1], string(t))
		}
	}
	return nil
}

// attribute returns an attribute of an element, by its name without the space of names.
func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
