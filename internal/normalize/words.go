package normalize

import (
	"strings"
	"sync"
)

// The words of a gender column: English, French, German, Italian, Spanish,
// Greek, Turkish, Russian, Arabic and Persian, letters as in travel documents
// (ICAO Doc 9303) and numbers as in ISO/IEC 5218. There X and <, and 0 and 9,
// mean that the gender is not specified.
const (
	maleWords = "m male man boy masculine masculin masculino maschile maschio uomo homme garçon h hombre varón niño " +
		"männlich mann herr junge άρρεν αρσενικό άνδρας άντρας erkek bay e мужской мужчина муж м " +
		"ذكر رجل ولد مرد مذكر پسر 1"
	femaleWords = "f female woman girl feminine féminin femenino femminile femmina femme fille mujer niña donna " +
		"weiblich frau w mädchen θήλυ θηλυκό γυναίκα kadın bayan kız k женский женщина жен ж " +
		"أنثى امرأة بنت زن مؤنث دختر 2"
	otherGenderWords = "other divers diverse d autre andere altro otro nonbinary intersex άλλο diğer другой آخر دیگر"
	noGenderWords    = "x u 0 9"
)

// The words of a column of yes and no, in the same languages.
const (
	yesWords = "yes y true t 1 x ja j wahr oui vrai v sí vero sim ναι evet doğru да نعم بله بلی"
	noWords  = "no n false f 0 nein falsch non faux falso não όχι hayır yanlış нет لا خیر نه"
)

var genderWords = sync.OnceValue(func() map[string]string {
	return wordTable(map[string]string{"male": maleWords, "female": femaleWords, "other": otherGenderWords, "": noGenderWords})
})

var booleanWords = sync.OnceValue(func() map[string]bool {
	return wordTable(map[bool]string{true: yesWords, false: noWords})
})

// wordTable indexes lists of words by their folded form.
func wordTable[V comparable](lists map[V]string) map[string]V {
	table := map[string]V{}
	for value, words := range lists {
		for word := range strings.FieldsSeq(words) {
			table[fold(word)] = value
		}
	}
	return table
}

// Gender returns "male", "female" or "other", the values of FollowTheMoney,
// for a word or letter in one of ten languages or an ISO/IEC 5218 number. The
// X of travel documents means unspecified and gives [ErrUnknown].
func Gender(text string) (string, error) {
	gender, ok := genderWords()[fold(text)]
	switch {
	case IsNothing(text, OfTerm), ok && gender == "":
		return "", fail("gender", text, ErrUnknown, "")
	case !ok:
		return "", fail("gender", text, ErrFormat, "want a word such as male, femme or 2")
	}
	return gender, nil
}

// Boolean reads a word for yes or no in one of ten languages, 1 or 0, or the x
// of a ticked box.
func Boolean(text string) (bool, error) {
	yes, ok := booleanWords()[fold(text)]
	switch {
	case IsNothing(text, OfTerm):
		return false, fail("boolean", text, ErrUnknown, "")
	case !ok:
		return false, fail("boolean", text, ErrFormat, "want a word such as yes, non or 1")
	}
	return yes, nil
}
