package handling

import (
	"fmt"
	"strconv"
	"strings"
)

// String returns the canonical text: codes, classification, TLP, PAP, owner, audience,
// purposes, each list in order. Audience and purposes are always spelt out; where
// nothing is left of them it says "nobody" and "none". Parse reads it back.
func (l Label) String() string {
	var words []string
	for _, c := range l.Codes() {
		if c != H3 {
			words = append(words, c.String())
		}
	}
	for _, text := range l.Restrictions() {
		words = append(words, H3.String()+"="+strconv.Quote(text))
	}
	words = append(words, l.classification.String())
	if l.tlp != TLPNotStated {
		words = append(words, l.tlp.String())
	}
	if l.pap != PAPNotStated {
		words = append(words, l.pap.String())
	}
	if l.owners != "" {
		words = append(words, "owner="+strings.Join(l.owners.members(), ","))
	}
	words = append(words, "audience="+l.audience.String(), "purposes="+purposesText(l.Purposes()))
	return strings.Join(words, " ")
}

// Key returns the canonical text as a key for interning and for formats that have no
// labels. Two labels are equal exactly where their keys are.
func (l Label) Key() string { return l.String() }

func purposesText(purposes []Purpose) string {
	switch len(purposes) {
	case 0:
		return "none"
	case len(EveryPurpose()):
		return "all"
	}
	words := make([]string, len(purposes))
	for i, p := range purposes {
		words[i] = p.String()
	}
	return strings.Join(words, ",")
}

// Parse reads a label's text form. Words come in any order and any case, separated by
// space; H3="..." may occur more than once, every other word once. A label states its
// restrictions: without an audience it is for everybody, without purposes for all. A
// text without any word is ErrEmpty, so that nothing becomes public by an empty cell.
func Parse(text string) (Label, error) { return ParseOwned(text, "") }

// ParseOwned reads like Parse; a text that names no owner belongs to owner, the agency
// that sent it.
func ParseOwned(text string, owner Agency) (Label, error) {
	words, err := split(text)
	if err != nil {
		return Label{}, err
	}
	if len(words) == 0 {
		return Label{}, ErrEmpty
	}
	p := parser{
		spec: Spec{Audience: Everybody(), Purposes: EveryPurpose()},
		seen: map[string]bool{},
	}
	for _, w := range words {
		if err := p.word(w); err != nil {
			return Label{}, err
		}
	}
	if !p.seen["owner"] && owner != "" {
		p.spec.Owners = []Agency{owner}
	}
	return New(p.spec)
}

// split cuts a text into words at space outside of quotes and rejoins TOP SECRET.
func split(text string) ([]string, error) {
	var words []string
	for rest := strings.TrimSpace(text); rest != ""; rest = strings.TrimSpace(rest) {
		end := strings.IndexFunc(rest, isSpace)
		if end < 0 {
			end = len(rest)
		}
		if q := strings.IndexByte(rest[:end], '"'); q >= 0 {
			quoted, err := strconv.QuotedPrefix(rest[q:])
			if err != nil {
				return nil, fmt.Errorf("%w: quotes at %q", ErrSyntax, rest)
			}
			end = q + len(quoted)
			if end < len(rest) && !isSpace(rune(rest[end])) {
				return nil, fmt.Errorf("%w: no space after %q", ErrSyntax, rest[:end])
			}
		}
		word := rest[:end]
		rest = rest[end:]
		if last := len(words) - 1; last >= 0 && strings.EqualFold(words[last], "TOP") && strings.EqualFold(word, "SECRET") {
			words[last] = TopSecret.String()
			continue
		}
		words = append(words, word)
	}
	return words, nil
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

type parser struct {
	spec Spec
	seen map[string]bool // the kinds of word met
}

// once notes that a kind of word occurs, and refuses its second time.
func (p *parser) once(kind string) error {
	if p.seen[kind] {
		return fmt.Errorf("%w: a second %s", ErrSyntax, kind)
	}
	p.seen[kind] = true
	return nil
}

func (p *parser) word(word string) error {
	if name, value, found := strings.Cut(word, "="); found {
		return p.assignment(strings.ToLower(name), value)
	}
	upper := strings.ToUpper(word)
	for _, c := range Codes() {
		if upper == c.String() {
			p.spec.Codes = append(p.spec.Codes, c)
			return p.once(upper)
		}
	}
	if c, ok := scaleNamed[Classification](classificationNames[:], upper); ok {
		p.spec.Classification = c
		return p.once("classification")
	}
	if t, ok := scaleNamed[TLP](tlpNames[:], upper); ok {
		p.spec.TLP = t
		return p.once("TLP")
	}
	if a, ok := scaleNamed[PAP](papNames[:], upper); ok {
		p.spec.PAP = a
		return p.once("PAP")
	}
	return fmt.Errorf("%w: unknown word %q", ErrSyntax, word)
}

func (p *parser) assignment(name, value string) (err error) {
	if name == "h3" { // the one word that may recur
		text, err := strconv.Unquote(value)
		if err != nil || !strings.HasPrefix(value, `"`) {
			return fmt.Errorf("%w: H3=%s: the text stands in double quotes", ErrSyntax, value)
		}
		p.spec.Restrictions = append(p.spec.Restrictions, text)
		return nil
	}
	if err := p.once(name); err != nil {
		return err
	}
	switch name {
	case "owner":
		p.spec.Owners, err = parseAgencies(value)
	case "audience":
		p.spec.Audience, err = parseAudience(value)
	case "purposes":
		p.spec.Purposes, err = parsePurposes(value)
	default:
		err = fmt.Errorf("%w: unknown word %q", ErrSyntax, name)
	}
	return err
}

func parseAgencies(list string) ([]Agency, error) {
	var out []Agency
	for name := range strings.SplitSeq(list, ",") {
		a, err := ParseAgency(name)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func parseAudience(list string) (Audience, error) {
	switch strings.ToUpper(list) {
	case everybody:
		return Everybody(), nil
	case nobody:
		return Audience{}, nil
	}
	agencies, err := parseAgencies(list)
	return Only(agencies...), err
}

func parsePurposes(list string) ([]Purpose, error) {
	switch strings.ToLower(list) {
	case "all":
		return EveryPurpose(), nil
	case "none":
		return nil, nil
	}
	var out []Purpose
	for word := range strings.SplitSeq(list, ",") {
		p, err := ParsePurpose(word)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}
