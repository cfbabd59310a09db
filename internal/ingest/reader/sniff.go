package reader

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

// document is a kind of file that is no table, and what to do with it.
type document struct{ is, advice string }

func (d document) err() error { return &documentError{d} }

// documentError says that a file is no table. It is an [ErrMalformed], and does not say
// so: the file may be a sound one of its kind.
type documentError struct{ document }

func (e *documentError) Error() string { return "it is " + e.is + "; " + e.advice }

func (e *documentError) Is(target error) bool { return target == ErrMalformed }

const (
	exportTable  = "export the table as CSV, XLSX or JSON Lines"
	exportPlaces = "export its places as a table with name, latitude and longitude (CSV or XLSX)"
	needsMapping = "a table needs a mapping, which skein map suggest proposes"
)

// refused says that a file is a document of another kind.
func refused(where string, err error) error { return fmt.Errorf("%s: %w", where, err) }

// notTable returns why a text is no table, nil where it may be one.
func notTable(sample []byte) error {
	s := bytes.TrimLeft(sample, " \t\r\n\ufeff")
	if d, ok := markup(s); ok {
		return d.err()
	}
	for _, k := range []struct {
		start    string
		document document
	}{
		{`{\rtf`, document{"an RTF document", exportTable}},
		{"%!PS", document{"a PostScript file", exportTable}},
		{"BEGIN:VCARD", document{"a vCard address book", exportTable}},
		{"BEGIN:VCALENDAR", document{"an iCalendar file", exportTable}},
		{"-- MySQL dump", document{"an SQL dump", exportTable}},
		{"-- PostgreSQL database dump", document{"an SQL dump", exportTable}},
		{"--\n-- PostgreSQL database dump", document{"an SQL dump", exportTable}},
		{"CREATE TABLE ", document{"an SQL dump", exportTable}},
		{"INSERT INTO ", document{"an SQL dump", exportTable}},
		{"-----BEGIN ", document{"an encrypted or signed message", "decrypt it first"}},
		{"MIME-Version: ", document{"an e-mail", "save its attachment"}},
		{"Received: from ", document{"an e-mail", "save its attachment"}},
		{"Return-Path: <", document{"an e-mail", "save its attachment"}},
	} {
		if bytes.HasPrefix(s, []byte(k.start)) {
			return k.document.err()
		}
	}
	return nil
}

// prologue is what may stand before the root of an XML document: declarations, comments
// and a document type.
var prologue = regexp.MustCompile(`(?s)^(?:\s+|<\?.*?\?>|<!--.*?-->|<!(?i:DOCTYPE)[^\[>]*(?:\[.*?\]\s*)?>)+`)

// rootTag is the first tag, with its name without a prefix.
var rootTag = regexp.MustCompile(`^<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?:\s[^<>]*)?/?>?`)

// markup names what a document in XML or HTML is.
func markup(s []byte) (document, bool) {
	if len(s) == 0 || s[0] != '<' {
		return document{}, false
	}
	before := prologue.Find(s)
	tag := rootTag.FindSubmatch(s[len(before):])
	declared := bytes.HasPrefix(s, []byte("<?xml")) || bytes.HasPrefix(bytes.ToUpper(s[:min(len(s), 9)]), []byte("<!DOCTYPE"))
	if tag == nil {
		return document{"XML", exportTable}, declared
	}
	root := strings.ToLower(string(tag[1]))
	if d, ok := documents(root); ok {
		return d, true
	}
	// A table whose first column is called <name> is one; a root is closed again.
	closes := bytes.Contains(s, []byte("</"+string(tag[1]))) || bytes.HasSuffix(tag[0], []byte("/>"))
	return document{"XML (its root is " + string(tag[1]) + ")", exportTable}, declared || closes
}

// documents names the vocabularies that people send.
func documents(root string) (document, bool) {
	d, ok := map[string]document{
		"kml":               {"KML (XML)", exportPlaces},
		"gpx":               {"GPX (XML)", exportPlaces},
		"osm":               {"OpenStreetMap data (XML)", exportPlaces},
		"featurecollection": {"GML (XML)", exportPlaces},
		"html":              {"an HTML page, whatever its name ends with", "open it in a spreadsheet and save it as XLSX or CSV"},
		"table":             {"an HTML table, whatever its name ends with", "open it in a spreadsheet and save it as XLSX or CSV"},
		"workbook":          {"a workbook of Excel 2003 in XML", "open it in a spreadsheet and save it as XLSX"},
		"rss":               {"an RSS feed (XML)", exportTable},
		"feed":              {"an Atom feed (XML)", exportTable},
		"svg":               {"an SVG picture", exportTable},
		"graphml":           {"a GraphML graph", "read it with skein network, with a name that ends in .graphml"},
		"gexf":              {"a GEXF graph", "read it with skein network, with a name that ends in .gexf"},
	}[root]
	return d, ok
}

// bundle names what a JSON document is that is no list of rows, "" for any other. The
// sample may end within it.
func bundle(sample []byte) (document, bool) {
	object, keys := topLevel(sample)
	has := func(key string) bool { return keys[key] }
	kind, id := object["type"], object["id"]
	switch {
	case slices.Contains([]string{"FeatureCollection", "Feature", "GeometryCollection"}, kind) && (has("features") || has("geometry") || has("geometries")),
		slices.Contains([]string{"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}, kind) && has("coordinates"),
		has("features") && has("crs"):
		return document{"GeoJSON", exportPlaces}, true
	case kind == "Topology" && has("objects"):
		return document{"TopoJSON", exportPlaces}, true
	case kind == "bundle" && (has("objects") || strings.HasPrefix(id, "bundle--")),
		kind != "" && strings.HasPrefix(id, kind+"--"):
		return document{"a STIX bundle or object", "export its objects of one type as a table"}, true
	case has("Event") && (has("Event.Attribute") || has("Event.Object") || has("Event.info") || has("Event.uuid")),
		has("response") && (has("response.Event") || has("response.Attribute")),
		has("Attribute") && has("info"):
		return document{"a MISP event", "export its attributes as a table (in MISP: CSV)"}, true
	}
	return document{}, false
}

// frame is an object or a list of JSON that is open.
type frame struct {
	object bool
	key    string // at hand, of an object
	isKey  bool   // the next text is a key
}

// keyPath names the key at hand by the keys of the one or two objects that it stands in; ""
// where it stands deeper. It looks at no more than a few frames, for nesting may be as deep as
// the sample is long.
func keyPath(stack []frame) string {
	const lists = 8 // of lists in lists, which no format read here has more of
	if len(stack) > lists {
		return ""
	}
	path, objects := "", 0
	for _, f := range stack {
		if !f.object {
			continue
		}
		if objects++; objects > 2 {
			return ""
		}
		if path != "" {
			path += "."
		}
		path += f.key
	}
	return path
}

// topLevel returns the texts of the first object of a document, and its keys: those of
// objects and lists in it with their key before, as "Event.info".
func topLevel(sample []byte) (texts map[string]string, keys map[string]bool) {
	texts, keys = map[string]string{}, map[string]bool{}
	d := json.NewDecoder(bytes.NewReader(bytes.TrimLeft(bytes.TrimLeft(sample, " \t\r\n"), "[")))
	var stack []frame
	for {
		t, err := d.Token()
		if err != nil {
			return texts, keys
		}
		top := len(stack) - 1
		if text, ok := t.(string); ok && top >= 0 && stack[top].object && stack[top].isKey {
			stack[top].key, stack[top].isKey = text, false
			if path := keyPath(stack); path != "" {
				keys[path] = true
			}
			continue
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			stack = append(stack, frame{object: t == json.Delim('{'), isKey: true})
			continue
		case json.Delim('}'), json.Delim(']'):
			if stack = stack[:top]; len(stack) == 0 {
				return texts, keys
			}
		default:
			if text, ok := t.(string); ok && len(stack) == 1 {
				texts[stack[0].key] = text
			}
		}
		stack[len(stack)-1].isKey = true
	}
}

// oldOffice names what a compound file (OLE) holds, by the names in its directory.
func oldOffice(r io.Reader) document {
	const most = 16 << 20 // where no directory stands before, none is looked for
	whole, _ := io.ReadAll(io.LimitReader(r, most))
	has := func(name string) bool {
		var b []byte
		for _, u := range utf16.Encode([]rune(name)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return bytes.Contains(whole, b)
	}
	switch {
	case has("EncryptedPackage"):
		return document{"an encrypted Office file", "save it without a password"}
	case has("__substg1.0"), has("__properties_version"):
		return document{"an Outlook message", "save its attachment"}
	case has("WordDocument"):
		return document{"an old Word document", exportTable}
	case has("PowerPoint Document"):
		return document{"an old PowerPoint file", exportTable}
	case has("Workbook"), has("Book"):
		return document{"an old Excel workbook (.xls)", "save it as XLSX, without a password"}
	}
	return document{string(kindOLE), kindOLE.advice()}
}
