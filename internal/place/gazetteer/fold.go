package gazetteer

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// spellings are the ASCII letters and the Latin letters that are read as them.
// Letters followed by combining marks need no entry.
const spellings = `
a àáâãäåāăąǎȁȃạảấầẩẫậắằẳẵặḁẚ
b ḃḅḇɓ
c çćĉċčḉ
d ďđðḋḍḏḑḓɗ
e èéêëēĕėęěȅȇẹẻẽếềểễệḕḗḙḛḝəɛǝ
f ḟƒ
g ĝğġģǧǵḡ
h ĥħḣḥḧḩḫẖ
i ìíîïĩīĭįıǐȉȋịỉḭḯ
j ĵǰ
k ķĸǩḱḳḵƙ
l ĺļľŀłḷḹḻḽ
m ḿṁṃ
n ñńņňŉŋǹṅṇṉṋ
o òóôõöøōŏőơǒǿȍȏọỏốồổỗộớờởỡợṍṏṑṓɔ
p ṕṗ
r ŕŗřȑȓṙṛṝṟ
s śŝşšșſṡṣṥṧṩ
t ţťŧțṫṭṯṱẗ
u ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ
v ṽṿ
w ŵẁẃẅẇẉẘ
x ẋẍ
y ýÿŷȳẏẙỳỵỷỹƴ
z źżžẑẓẕ
ae æǽ
oe œ
ss ß
th þ
ij ĳ`

var plain = sync.OnceValue(func() map[rune]string {
	out := map[rune]string{}
	for line := range strings.Lines(spellings) {
		ascii, letters, _ := strings.Cut(strings.TrimSpace(line), " ")
		for _, r := range letters {
			out[r] = ascii
		}
	}
	return out
})

// fold returns the key under which a name is found: lower case without marks and
// apostrophes, in ASCII where it is Latin, words parted by one space.
func fold(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	letters, space := plain(), false
	for _, r := range name {
		r = unicode.ToLower(r)
		switch {
		case unseen(r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsNumber(r):
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		if r < utf8.RuneSelf || letters[r] == "" {
			b.WriteRune(r)
		} else {
			b.WriteString(letters[r])
		}
	}
	return b.String()
}

// unseen tells whether a character counts for nothing: apostrophes, among them
// those of romanised Arabic, and what marks other letters.
func unseen(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '`', '´':
		return true
	}
	return r >= utf8.RuneSelf && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r))
}
