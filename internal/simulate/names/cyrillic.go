package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// transliterate adds the spellings of a Cyrillic form that its table does not have:
// English, French, German and ICAO. For patronymics only: for other parts usage
// decides, and the table says it.
func (c *Culture) transliterate(f *form) {
	f.native = strings.TrimSpace(f.native)
	for as, letters := range map[Convention]map[rune]string{
		English: english(c.Language), ICAO: icao(c.Language), French: french(c.Language), German: german(c.Language),
	} {
		if len(f.latin[as]) > 0 {
			continue
		}
		text := roman(f.native, letters)
		f.latin[as] = []string{text}
	}
	if c.Language != "bg" && c.Language != "mk" && len(f.latin[English]) == 1 {
		other := strings.NewReplacer("eyevich", "eevich", "eyevna", "eevna", "ayevich", "aevich", "ayevna", "aevna", "iyevich", "ievich", "iyevna", "ievna").
			Replace(f.latin[English][0])
		f.latin[English] = unique(append(f.latin[English], other))
	}
}

// roman writes a Cyrillic word by a table of small letters. A key of a capital letter
// is for the beginning of a word and after vowels and signs.
func roman(word string, letters map[rune]string) string {
	var b strings.Builder
	open := true
	for _, r := range word {
		low := unicode.ToLower(r)
		text, ok := letters[low]
		if special, found := letters[unicode.ToUpper(r)]; found && open {
			text, ok = special, true
		}
		if !ok {
			text = string(r)
		}
		if r != low && text != "" {
			first, size := utf8.DecodeRuneInString(text)
			text = string(unicode.ToUpper(first)) + text[size:]
		}
		b.WriteString(text)
		open = strings.ContainsRune("аеёиоуыэюяіїєьъ'ʼ’ -", low)
	}
	return b.String()
}

// letters reads "а a, б b".
func letters(tables ...string) map[rune]string {
	m := make(map[rune]string)
	for _, table := range tables {
		for pair := range strings.FieldsSeq(table) {
			key, text, _ := strings.Cut(pair, "=")
			for _, r := range key {
				m[r] = text
			}
		}
	}
	return m
}

const common = `а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f
	х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=i є=ie ґ=g ў=u ʼ= '= ’=`

// english is the usual simplified transliteration: BGN/PCGN for Russian and
// Belarusian, the Ukrainian decree of 2010, the Bulgarian law of 2009.
func english(language string) map[rune]string {
	switch language {
	case "uk":
		return letters(common, "г=h и=y й=i Й=y ю=iu Ю=yu я=ia Я=ya Є=ye Ї=yi")
	case "be":
		return letters(common, "г=h Е=ye ў=u ё=yo")
	case "bg":
		return letters(common, "х=h щ=sht ъ=a ь=y")
	case "mk":
		return letters(common, "х=h ц=c ѓ=gj ќ=kj ѕ=dz ј=j љ=lj њ=nj џ=dj")
	}
	return letters(common, "Е=ye")
}

// icao is the table of ICAO 9303 part 3, section 6.
func icao(language string) map[rune]string {
	switch language {
	case "uk", "bg", "mk": // as their own laws
		return english(language)
	case "be":
		return letters(common, "г=h ю=iu я=ia ё=io й=i")
	}
	return letters(common, "й=i ъ=ie ю=iu я=ia")
}

func french(language string) map[rune]string {
	switch language {
	case "uk":
		return letters(common, "г=h и=y й=ï у=ou х=kh ч=tch ш=ch щ=chtch ж=j ю=iou я=ia")
	case "bg", "mk":
		return letters(common, "х=h щ=cht ъ=a й=ï у=ou ч=tch ш=ch ж=j ц=ts ю=iou я=ia ј=ï љ=li њ=ni ѓ=gu ќ=ki џ=dj ѕ=dz")
	}
	return letters(common, "й=ï у=ou ч=tch ш=ch щ=chtch ж=j ю=iou я=ia Е=ie")
}

func german(language string) map[rune]string {
	base := "в=w ж=sch з=s й=j х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja Е=je є=je ї=ji"
	switch language {
	case "uk":
		return letters(common, base, "г=h и=y Е=e")
	case "be":
		return letters(common, base, "г=h")
	case "bg", "mk":
		return letters(common, base, "щ=scht ъ=a Е=e ј=j љ=lj њ=nj ѓ=gj ќ=kj џ=dsch ѕ=ds")
	}
	return letters(common, base)
}
