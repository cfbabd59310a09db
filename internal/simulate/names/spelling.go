package names

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// complete gives a form its spellings in all conventions.
func (c *Culture) complete(f *form) error {
	for as, texts := range f.latin {
		f.latin[as] = withArticle(texts, as)
	}
	own := c.Script == "Latn"
	if len(f.latin[English]) == 0 {
		if !own {
			return wrong("%q has no Latin spelling", f.native)
		}
		f.latin[English] = c.ascii(f.native)
	}
	for _, as := range conventions() {
		if len(f.latin[as]) > 0 {
			continue
		}
		switch {
		case as == ICAO:
			for _, text := range f.latin[English] { // as many, so that the habit holds
				f.latin[as] = append(f.latin[as], machine(text))
			}
		case own && (as == German || as == French || as == Spanish) && slices.Contains(c.ascii(f.native), f.latin[English][0]):
			f.latin[as] = unique(append([]string{keepWestern(f.native)}, f.latin[English]...))
		case as == French:
			f.latin[as] = frenchArticle(f.latin[English])
		default:
			f.latin[as] = f.latin[English]
		}
	}
	return nil
}

func unique(texts []string) []string {
	var out []string
	for _, t := range texts {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// withArticle lists the ways to write the Arabic article behind each spelling that
// has it: Al-Halabi, Al Halabi, Alhalabi.
func withArticle(texts []string, as Convention) []string {
	if as == ICAO || as == Greek {
		return texts
	}
	var out []string
	for _, t := range texts {
		out = append(out, t)
		article, rest, ok := strings.Cut(t, "-")
		if ok && (article == "Al" || article == "El") {
			out = append(out, article+" "+rest, article+strings.ToLower(rest))
		}
	}
	return unique(out)
}

func frenchArticle(texts []string) []string {
	var out []string
	for _, t := range texts {
		if rest, ok := strings.CutPrefix(t, "Al-"); ok {
			out = append(out, "Al "+rest, "El "+rest)
		} else if !strings.HasPrefix(t, "Al ") {
			out = append(out, t)
		}
	}
	return unique(out)
}

// ascii returns the ways to write Latin letters without diacritics, the usual first.
func (c *Culture) ascii(native string) []string {
	base, digraph := fold(native), fold(digraphs().Replace(native))
	switch c.Language {
	case "de", "da", "nb", "no", "sv", "fi":
		return unique([]string{digraph, base})
	case "et", "tr", "hu":
		return unique([]string{base, digraph})
	}
	return []string{base}
}

var digraphs = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa",
		"Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Ø", "Oe", "Å", "Aa")
})

var undecomposed = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("ß", "ss", "ł", "l", "Ł", "L", "ø", "o", "Ø", "O",
		"đ", "d", "Đ", "D", "ð", "d", "Ð", "D", "þ", "th", "Þ", "Th", "æ", "ae", "Æ", "Ae",
		"œ", "oe", "Œ", "Oe", "ı", "i", "ə", "a", "Ə", "A", "ħ", "h", "Ħ", "H", "ŋ", "ng",
		"ɓ", "b", "Ɓ", "B", "ɗ", "d", "Ɗ", "D", "ƙ", "k", "Ƙ", "K", "ɛ", "e", "Ɛ", "E",
		"ɔ", "o", "Ɔ", "O", "ƴ", "y", "ʻ", "'", "ʼ", "'", "‘", "'", "’", "'")
})

// fold brings Latin letters to ASCII.
func fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(undecomposed().Replace(text)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// keepWestern folds what Western European keyboards lack: Çağatay becomes Çagatay.
func keepWestern(text string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		if r <= unicode.MaxLatin1 && r != 'ð' && r != 'þ' && r != 'Þ' {
			b.WriteRune(r)
		} else {
			b.WriteString(fold(string(r)))
		}
	}
	return b.String()
}

// machine brings a spelling to what the machine-readable zone holds (ICAO 9303 part
// 3): no apostrophe, and a space, there a filler, for the hyphen.
func machine(text string) string {
	return strings.NewReplacer("'", "", "-", " ", ".", "").Replace(fold(text))
}

// isLatin is true for Latin letters with the marks that names have between them.
func isLatin(text string) bool {
	for _, r := range text {
		if !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune(" -'.ʻʼ‘’", r) {
			return false
		}
	}
	return text != ""
}

// womansForm makes the regular woman's form of a Slavic family name, where the
// language has one; otherwise it returns the form itself.
func (c *Culture) womansForm(f *form) *form {
	if !slices.Contains([]string{"be", "bg", "kk", "ky", "mk", "ru", "tg", "tk", "uk", "uz", "az"}, c.Language) {
		return f
	}
	native, ok := feminine(f.native, c.Language)
	if !ok {
		return f
	}
	woman := &form{native: native, latin: make(map[Convention][]string)}
	for as, texts := range f.latin {
		for _, text := range texts {
			if w, ok := feminine(text, c.Language); ok {
				woman.latin[as] = append(woman.latin[as], w)
			}
		}
		woman.latin[as] = unique(woman.latin[as])
	}
	return woman
}

// feminine applies the endings of both scripts.
func feminine(family, language string) (string, bool) {
	soft := "skaya"
	if slices.Contains([]string{"bg", "mk", "uk"}, language) {
		soft = "ska"
	}
	for _, ending := range [][2]string{
		{"ський", "ська"},
		{"цький", "цька"},
		{"ский", "ская"},
		{"цкий", "цкая"},
		{"скі", "ская"},
		{"цкі", "цкая"},
		{"ски", "ска"},
		{"ов", "ова"},
		{"ев", "ева"},
		{"ёв", "ёва"},
		{"ин", "ина"},
		{"ын", "ына"},
		{"аў", "ава"},
		{"оў", "ова"},
		{"еў", "ева"},
		{"ёў", "ёва"},
		{"skyi", "ska"},
		{"skyy", "ska"},
		{"skyj", "ska"},
		{"skiy", "skaya"},
		{"skii", "skaia"},
		{"skij", "skaja"},
		{"sky", soft},
		{"ski", soft},
		{"ov", "ova"},
		{"ev", "eva"},
		{"in", "ina"},
		{"yn", "yna"},
		{"ow", "owa"},
		{"ew", "ewa"},
		{"au", "ava"},
		{"eu", "eva"},
		{"off", "ova"},
		{"eff", "eva"},
		{"ine", "ina"},
	} {
		if stem, ok := strings.CutSuffix(family, ending[0]); ok {
			return stem + ending[1], true
		}
	}
	return "", false
}
