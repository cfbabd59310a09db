package latin

import (
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// pairs reads "а=a б=b".
func pairs(text string) map[rune]string {
	m := map[rune]string{}
	for word := range strings.FieldsSeq(text) {
		key, value, _ := strings.Cut(word, "=")
		for _, r := range key {
			m[r] = value
		}
	}
	return m
}

// foldTable has the Latin letters that are no letter with a mark.
var foldTable = sync.OnceValue(func() map[rune]string {
	return pairs(`ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i ə=a ħ=h ŋ=ng ɓ=b ɗ=d ƙ=k ɛ=e ɔ=o ƴ=y ʻ= ʼ= ẹ=e ọ=o`)
})

// letterTable has the scripts in which a letter is written one way wherever it stands.
// Arabic and Hebrew letters that are vowels as well as consonants are w, y and a.
var letterTable = sync.OnceValue(func() map[rune]string {
	return pairs(`
		ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m
		ن=n ه=h و=w ي=y ة=a ى=a ء= ئ=y ؤ=w پ=p چ=ch ژ=zh گ=g ڤ=v ک=k ی=y ں=n ھ=h ے=e ہ=h ۀ=h ۃ=a ې=e ۍ=y ئ=y ټ=t ډ=d ړ=r ږ=zh ښ=sh
		ځ=z څ=ts ڼ=n ګ=g ە=a ێ=e ۆ=o ڕ=r ڵ=l ڎ=d ٹ=t ڈ=d ڑ=r ـ=
		א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t ׳= ״=
		ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch
		ხ=kh ჯ=j ჰ=h`)
})

var cyrillicTable = sync.OnceValue(func() map[rune]string {
	return pairs(`а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
		ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ђ=dj ѓ=gj ѕ=dz ј=j љ=lj њ=nj ћ=c ќ=kj џ=dz
		ғ=gh қ=q ң=n ө=o ү=u ұ=u һ=h ә=a ӣ=i ӯ=u ҳ=h ҷ=j ҡ=q`)
})

// cyrillic writes a letter by the practice of its language.
func cyrillic(runes []rune, i int, language string) string {
	r := unicode.ToLower(runes[i])
	switch language {
	case "uk":
		switch r {
		case 'г':
			return "h"
		case 'и':
			return "y"
		case 'й', 'ї':
			return "i"
		case 'є':
			return "ie"
		case 'ю':
			return "iu"
		case 'я':
			return "ia"
		}
	case "bg":
		switch r {
		case 'щ':
			return "sht"
		case 'ъ':
			return "a"
		case 'х':
			return "h"
		}
	case "sr", "mk":
		switch r {
		case 'х':
			return "h"
		case 'ц':
			return "c"
		}
	case "be":
		if r == 'г' {
			return "h"
		}
	}
	if s, ok := cyrillicTable()[r]; ok {
		return s
	}
	return string(r)
}

var greekTable = sync.OnceValue(func() map[rune]string {
	return pairs(`α=a ά=a β=v γ=g δ=d ε=e έ=e ζ=z η=i ή=i θ=th ι=i ί=i ϊ=i ΐ=i κ=k λ=l μ=m ν=n ξ=x ο=o ό=o π=p ρ=r σ=s ς=s τ=t υ=y ύ=y ϋ=y
		ΰ=y φ=f χ=ch ψ=ps ω=o ώ=o`)
})

// greek follows ELOT 743 for the pairs of letters that are one sound.
func greek(b *strings.Builder, runes []rune, i int) int {
	r := unicode.ToLower(runes[i])
	next := rune(0)
	if i+1 < len(runes) {
		next = unicode.ToLower(runes[i+1])
	}
	first := i == 0 || !unicode.IsLetter(runes[i-1])
	two := ""
	switch string([]rune{r, next}) {
	case "ου", "ού":
		two = "ou"
	case "αυ", "αύ":
		two = "av"
	case "ευ", "εύ":
		two = "ev"
	case "γγ", "γκ":
		two = "ng"
		if first {
			two = "g"
		}
	case "μπ":
		two = "mp"
		if first {
			two = "b"
		}
	case "ντ":
		two = "nt"
		if first {
			two = "d"
		}
	}
	if two != "" {
		b.WriteString(two)
		return 2
	}
	b.WriteString(greekTable()[r])
	return 1
}

var armenianTable = sync.OnceValue(func() map[rune]string {
	return pairs(`ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s
		վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev`)
})

func armenian(b *strings.Builder, runes []rune, i int) int {
	r := unicode.ToLower(runes[i])
	if r == 'ո' && i+1 < len(runes) && unicode.ToLower(runes[i+1]) == 'ւ' {
		b.WriteString("u")
		return 2
	}
	b.WriteString(armenianTable()[r])
	return 1
}

// The consonants and vowels of the scripts that follow the order of the Indian
// standard (ISCII), by their place in the block of 128 code points.
var (
	iscii = sync.OnceValue(func() map[rune]string {
		m := map[rune]string{}
		for i, s := range strings.Fields(`k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h`) {
			m[rune(0x15+i)] = s
		}
		for i, s := range strings.Fields(`q kh gh z r rh f y`) {
			m[rune(0x58+i)] = s
		}
		return m
	})
	isciiVowels = sync.OnceValue(func() map[rune]string {
		m := map[rune]string{0x01: "n", 0x02: "n", 0x03: "h", 0x70: "n"}
		for i, s := range strings.Fields(`a aa i ii u uu ri l e e e ai o o o au`) {
			m[rune(0x05+i)] = strings.NewReplacer("aa", "a", "ii", "i", "uu", "u").Replace(s)
		}
		return m
	})
	isciiSigns = sync.OnceValue(func() map[rune]string {
		m := map[rune]string{}
		for i, s := range strings.Fields(`a i i u u ri ri e e e ai o o o au`) {
			m[rune(0x3e+i)] = s
		}
		return m
	})
)

// brahmic writes a syllable: a consonant with its vowel, a where none is written
// except at the end of a word, where languages of the north do not speak it.
func brahmic(b *strings.Builder, runes []rune, i int) int {
	at := func(k int) rune {
		if k < len(runes) && runes[k] >= 0x0900 && runes[k] <= 0x0d7f {
			return runes[k] & 0x7f
		}
		return -1
	}
	o := at(i)
	if v, ok := isciiVowels()[o]; ok {
		b.WriteString(v)
		return 1
	}
	c, ok := iscii()[o]
	if !ok {
		return 1
	}
	b.WriteString(c)
	took := 1
	if at(i+took) == 0x3c { // nukta
		took++
	}
	next := at(i + took)
	if v, ok := isciiSigns()[next]; ok {
		b.WriteString(v)
		return took + 1
	}
	if next == 0x4d { // virama
		return took + 1
	}
	if next >= 0 || runes[i] >= 0x0b80 {
		b.WriteString("a")
	}
	return took
}

// ethiopic writes a syllable; rows of eight have one consonant.
func ethiopic(r rune) string {
	rows := strings.Fields(`h l h m s r s sh q q qh qh b v t ch kh kh n ny - k k kh kh w - z zh y d dd j g g ng t ch p ts ts f p`)
	row := int(r-0x1200) / 8
	if row < 0 || row >= len(rows) {
		return ""
	}
	c := rows[row]
	if c == "-" {
		c = ""
	}
	return c + []string{"e", "u", "i", "a", "e", "", "o", "wa"}[(r-0x1200)%8]
}

var kanaTable = sync.OnceValue(func() map[rune]string {
	return pairs(`あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko さ=sa し=shi す=su せ=se そ=so た=ta ち=chi つ=tsu て=te と=to な=na に=ni ぬ=nu ね=ne の=no
		は=ha ひ=hi ふ=fu へ=he ほ=ho ま=ma み=mi む=mu め=me も=mo や=ya ゆ=yu よ=yo ら=ra り=ri る=ru れ=re ろ=ro わ=wa を=o ん=n が=ga ぎ=gi ぐ=gu げ=ge
		ご=go ざ=za じ=ji ず=zu ぜ=ze ぞ=zo だ=da ぢ=ji づ=zu で=de ど=do ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ゔ=vu`)
})

func kana(b *strings.Builder, runes []rune, i int) int {
	hira := func(r rune) rune {
		if r >= 0x30a1 && r <= 0x30f6 {
			return r - 0x60
		}
		return r
	}
	s := kanaTable()[hira(runes[i])]
	if i+1 < len(runes) {
		small := map[rune]string{'ゃ': "a", 'ゅ': "u", 'ょ': "o"}[hira(runes[i+1])]
		if small != "" && len(s) > 1 {
			stem := s[:len(s)-1]
			if !strings.HasSuffix(stem, "h") && stem != "j" {
				stem += "y"
			}
			b.WriteString(stem + small)
			return 2
		}
	}
	b.WriteString(s)
	return 1
}

// hangul writes a syllable by the Revised Romanization, letter by letter, as a word of
// its own: names have a syllable or two each.
func hangul(b *strings.Builder, r rune) {
	lead := strings.Fields(`g kk n d tt r m b pp s ss - j jj ch k t p h`)
	vowel := strings.Fields(`a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i`)
	tail := strings.Fields(`- k k k n n n t l k m l l l p l m p p t t ng t t k t p t`)
	n := int(r - 0xac00)
	apart(b)
	b.WriteString(strings.ReplaceAll(lead[n/588]+vowel[n%588/28]+tail[n%28], "-", ""))
}

// apart begins a word.
func apart(b *strings.Builder) {
	if b.Len() > 0 && !strings.HasSuffix(b.String(), " ") {
		b.WriteByte(' ')
	}
}

// han writes a character by its commonest reading in Mandarin, as a word of its own.
func han(b *strings.Builder, r rune) {
	readings := pinyin.SinglePinyin(r, pinyin.NewArgs())
	if len(readings) == 0 {
		b.WriteRune(r)
		return
	}
	apart(b)
	b.WriteString(readings[0])
}
