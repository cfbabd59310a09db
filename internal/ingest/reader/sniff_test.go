package reader

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

// What is no table is refused by its name, whatever the file is called.
func TestNotTables(t *testing.T) {
	for text, want := range map[string]string{
		`<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>`:            "it is KML",
		"\ufeff<?xml version='1.0' encoding='UTF-8'?>\n<!-- c --><kml:kml><a/></kml:kml>":               "it is KML",
		`<gpx version="1.1"><wpt lat="1" lon="2"/></gpx>`:                                               "it is GPX",
		"<!DOCTYPE html>\n<html><body><table><tr><td>a,b</td></tr></table>":                             "it is an HTML page",
		"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<table><tr><td>1</td></tr></table>": "it is an HTML page",
		"<table border=1>\n<tr><td>1</td></tr></table>":                                                 "it is an HTML table",
		`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><ss:Workbook xmlns="u"/>`:         "workbook of Excel 2003",
		`<rss version="2.0"><channel><title>a</title></channel></rss>`:                                  "an RSS feed",
		`<persons><person id="1"/></persons>`:                                                           "XML (its root is persons)",
		`<?xml version="1.0"?>` + "\n":                                                                  "it is XML",
		`<graphml><graph/></graphml>`:                                                                   "skein network",
		`{\rtf1\ansi a table}`:                                                                          "an RTF document",
		"BEGIN:VCARD\nFN:A\nEND:VCARD":                                                                  "a vCard",
		"CREATE TABLE a (b int);":                                                                       "an SQL dump",
		`{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}`:                  "it is GeoJSON",
		"{\n  \"features\": [],\n  \"type\": \"FeatureCollection\"\n}":                                  "it is GeoJSON",
		`{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{}}` + "\n":     "it is GeoJSON",
		`{"type":"Point","coordinates":[1,2]}`:                                                          "it is GeoJSON",
		`{"Event":{"id":"1","info":"x","Attribute":[{"type":"ip-dst","value":"192.0.2.1"}]}}`:           "it is a MISP event",
		`{"response":[{"Event":{"id":"1"}}]}`:                                                           "it is a MISP event",
		`[{"Event":{"info":"x"}}]`:                                                                      "it is a MISP event",
		`{"type":"bundle","id":"bundle--0","objects":[{"type":"identity","id":"identity--0"}]}`:         "it is a STIX bundle",
		`{"type":"indicator","id":"indicator--0","pattern":"x"}`:                                        "it is a STIX bundle or object",
		"GIF89a\x01\x00":               "it is a picture",
		"\x7fELF\x02\x01":              "it is a program",
		"II*\x00\x08\x00":              "it is a picture",
		"\x00\x00\x00\x18ftypmp42":     "it is a sound or video file",
		"RIFF\x00\x00\x00\x00WEBPVP8 ": "it is a picture",
		"%PDF-1.7\n":                   "it is a PDF",
		"SQLite format 3\x00":          "it is an SQLite database",
	} {
		_, err := Open("export.xls", strings.NewReader(text), int64(len(text)), Options{})
		if !errors.Is(err, ErrMalformed) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %s", text, err, want)
		}
	}
	for _, text := range []string{
		"<name>,<dob>\nA,1990\n", "<5,>5\n1,2\n", `{"type":"car","plate":"AB 123"}`, `{"type":"a","id":"b--c"}`, "a,b\n<x>,1\n",
		`{"id":"1","event":"x","info":"y"}`, `{"features":"sea view","name":"Hotel A"}`,
	} {
		if _, err := Open("table.csv", strings.NewReader(text), int64(len(text)), Options{}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Compound files are named by what their directory says that they hold.
func TestOldOffice(t *testing.T) {
	for name, want := range map[string]string{
		"EncryptedPackage": "an encrypted Office file", "Workbook": "an old Excel workbook", "WordDocument": "an old Word document",
		"__substg1.0_0037001F": "an Outlook message", "Contents": "an old or an encrypted Office file",
	} {
		file := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 1024)...)
		for _, u := range utf16.Encode([]rune(name)) {
			file = binary.LittleEndian.AppendUint16(file, u)
		}
		_, err := Open("a.xlsx", bytes.NewReader(file), int64(len(file)), Options{})
		if !errors.Is(err, ErrMalformed) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestWordDocument(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml"} {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := Open("a.docx", bytes.NewReader(b.Bytes()), int64(b.Len()), Options{})
	if !errors.Is(err, ErrMalformed) || !strings.Contains(err.Error(), "Word document") {
		t.Error(err)
	}
}
