// Command gen writes the schema reference page from the definitions.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"

	"skein/internal/schema"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: gen FILE.md")
	}
	if err := os.WriteFile(os.Args[1], page(schema.Default()), 0o644); err != nil { //nolint:gosec // a page for everybody
		log.Fatal(err)
	}
}

// page returns the reference page of a model.
func page(m *schema.Model) []byte {
	var b bytes.Buffer
	b.WriteString("<!-- Generated from internal/schema/definitions by go generate. Do not edit. -->\n# Schema\n\n" +
		"Every record has a schema, and its statements are values of the schema's properties. Names are\n" +
		"[FollowTheMoney](https://followthemoney.tech/)'s where it has one; what is Skein's own is marked *Skein*.\n" +
		"Mappings use these names. A property of type `entity` refers to another record, of the schema in brackets or one\n" +
		"that extends it. A property of type `term` is text by which figures count: values that differ by case, accents, hyphens\n" +
		"or space are one, and so are the synonyms that Skein knows. The same holds for closed lists.\n\n| schema | what it is | origin |\n|---|---|---|\n")
	for _, s := range m.Schemata() {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", s.Name, strings.ToLower(string(s.Name)), s.Description, origin(s.Origin))
	}
	for _, s := range m.Schemata() {
		writeSchema(&b, m, s)
	}
	return b.Bytes()
}

func origin(o schema.Origin) string {
	if o == schema.Skein {
		return "*Skein*"
	}
	return "FollowTheMoney"
}

func writeSchema(b *bytes.Buffer, m *schema.Model, s *schema.Schema) {
	fmt.Fprintf(b, "\n## %s\n%s %s.", s.Name, s.Description, origin(s.Origin))
	if len(s.Extends) > 0 {
		fmt.Fprintf(b, " Extends %s.", links(s.Extends))
	}
	if s.Abstract {
		b.WriteString(" No record has it itself.")
	}
	if s.Edge {
		words := " A link from `%s` to `%s`."
		if !s.Directed {
			words = " A link between `%s` and `%s`, whichever stands first."
		}
		fmt.Fprintf(b, words, s.Source, s.Target)
	}
	b.WriteString("\n")
	if own := s.Own(); len(own) > 0 {
		b.WriteString("\n| property | type | meaning |\n|---|---|---|\n")
		for _, p := range own {
			fmt.Fprintf(b, "| `%s` | %s | %s |\n", p.Name, typeText(p), meaning(s, p))
		}
	}
	inherited := map[schema.Name][]string{}
	for _, p := range s.Properties() {
		if p.Of != s.Name {
			inherited[p.Of] = append(inherited[p.Of], "`"+string(p.Name)+"`")
		}
	}
	for _, up := range m.Schemata() {
		if names := inherited[up.Name]; len(names) > 0 {
			fmt.Fprintf(b, "\nFrom %s: %s\n", links([]schema.Name{up.Name}), strings.Join(names, " "))
		}
	}
}

func links(names []schema.Name) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = fmt.Sprintf("[%s](#%s)", n, strings.ToLower(string(n)))
	}
	return strings.Join(out, ", ")
}

func typeText(p *schema.Property) string {
	switch {
	case p.Range != "":
		return "entity (" + links([]schema.Name{p.Range}) + ")"
	case len(p.Values) > 0:
		return strings.Join(p.Values, ", ")
	case p.Term:
		return "term"
	}
	return string(p.Type)
}

func meaning(s *schema.Schema, p *schema.Property) string {
	text := p.Label + "."
	if p.Description != "" {
		text = p.Description
	}
	if p.Origin == schema.Skein && s.Origin != schema.Skein {
		text += " *Skein*"
	}
	if p.Deprecated {
		text += " Deprecated."
	}
	return text
}
