package name

import (
	"slices"
	"strings"
	"sync"

	"skein/internal/normalize/latin"
)

// nicknames reports whether two given names are forms of one.
func nicknames(a, b *Token) bool {
	if !a.nickname || !b.nickname {
		return false
	}
	t := nicknameTable()
	for _, x := range t[a.Text] {
		if slices.Contains(t[b.Text], x) {
			return true
		}
	}
	return false
}

// nicknameTable maps a name to the numbers of the groups that it is in.
var nicknameTable = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	n := 0
	for line := range strings.Lines(nicknameGroups) {
		n++
		for word := range strings.FieldsSeq(line) {
			m[word] = append(m[word], n)
		}
	}
	return m
})

// nicknameGroups has forms of one given name, a group a line.
const nicknameGroups = `william bill billy will willy liam
robert bob bobby rob robbie bert
richard dick rick ricky rich
john johnny jack jon
james jim jimmy jamie
joseph joe joey jose pepe giuseppe beppe josef sepp yusuf
michael mike mick mickey misha michel miguel
thomas tom tommy tomas
edward ed eddie ted teddy ned
charles charlie chuck carlos karl
david dave davy dato
daniel dan danny dani
matthew matt matteo
anthony tony antonio anton toni
andrew andy drew andrei andreas
christopher chris kit cristi
stephen steven steve stefan stevo
alexander alex sasha sandro sandy aleksandar aleksandr alejandro
benjamin ben benny
samuel sam sammy
peter pete pedro petar petya pierre
patrick pat paddy
kenneth ken kenny
ronald ron ronnie
donald don donnie
gerald jerry gerry
lawrence larry laurence
henry harry hank enrique henrik
frederick fred freddy friedrich fritz
francis frank francisco francesco franz paco pancho
george georgie jorge giorgi gio
gregory greg grigory grisha
nicholas nick nico nikolai kolya nikola
vladimir vova volodya
dmitry dima mitya dmitri
sergey seryozha sergei
ivan vanya
yevgeny zhenya evgeny eugene gene
mikhail misha
konstantin kostya constantine kostas
viktor vitya victor vic
pavel pasha paul
elizabeth liz beth betty eliza lisa bess
margaret maggie peggy meg greta
catherine cathy kate katie katherine katya ekaterina
mary maria molly polly marie masha
ann anna annie nancy anya
susan sue suzanne susie
barbara barb babs
patricia pat patty trish
jennifer jen jenny
rebecca becky
deborah debbie deb
victoria vicky viktoria
alexandra sasha sandra
natalia natasha natalya
tatiana tanya tatyana
mohammed hamoudi hamada
mustafa mustapha musti
ibrahim ibo brahim
mehmet memo
abdullah abdallah apo`

// expand brings legal forms that are written in several words or with dots to one.
func expand(text string) string {
	t := latin.Of(strings.ToLower(text), "")
	t = strings.NewReplacer("&", " and ", "+", " and ").Replace(t)
	t = dotted(t)
	for _, p := range forms {
		t = strings.ReplaceAll(" "+t+" ", " "+p[0]+" ", " "+p[1]+" ")
		t = strings.TrimSpace(t)
	}
	return t
}

// dotted closes abbreviations: s.a.r.l. is sarl, s.c. johnson is sc johnson.
func dotted(t string) string {
	words := strings.FieldsFunc(t, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' || r == '/' || r == '-' })
	for i, w := range words {
		if strings.Contains(w, ".") {
			parts := strings.Split(strings.Trim(w, "."), ".")
			short := true
			for _, p := range parts {
				short = short && len([]rune(p)) <= 2
			}
			if short {
				words[i] = strings.Join(parts, "")
			} else {
				words[i] = strings.ReplaceAll(w, ".", " ")
			}
		}
	}
	return strings.Join(words, " ")
}

// forms are words and phrases with the one that stands for all.
var forms = [][2]string{
	{"joint stock company", "jsc"},
	{"joynt stock company", "jsc"},
	{"open jsc", "jsc"},
	{"limited liability company", "llc"},
	{"public limited company", "plc"},
	{"limited", "ltd"},
	{"incorporated", "inc"},
	{"corporation", "corp"},
	{"company", "co"},
	{"gesellschaft mit beschrankter haftung", "gmbh"},
	{"aktiengesellschaft", "ag"},
	{"international", "intl"},
	{"intl", "intl"},
	{"brothers", "bros"},
	{"and", ""},
	{"the", ""},
	{"first", "1st"},
	{"second", "2nd"},
	{"third", "3rd"},
	{"1", "one"},
	{"2", "two"},
	{"3", "three"},
	{"4", "four"},
	{"5", "five"},
	{"6", "six"},
	{"7", "seven"},
	{"8", "eight"},
	{"9", "nine"},
	{"obshchestvo s ogranichennoy otvetstvennostyu", "ooo"},
	{"aktsionernoe obshchestvo", "jsc"},
	{"ao", "jsc"},
	{"oao", "jsc"},
	{"zao", "jsc"},
	{"pao", "jsc"},
	{"societatea cu raspundere limitata", "srl"},
	{"aktiengeselschaft", "ag"},
	{"united states of america", "us"},
	{"united states", "us"},
	{"usa", "us"},
	{"united kingdom", "uk"},
	{"societe anonyme", "sa"},
	{"sociedad anonima", "sa"},
	{"motor vessel", "mv"},
	{"m v", "mv"},
}

// Weights of legal forms and of words that many organisations have.
const (
	legal  = 0.12
	common = 0.5
)

func organisationWords() light {
	words := light{}
	for w := range strings.FieldsSeq(`ltd llc inc corp co plc jsc gmbh ag sa sarl srl spa bv nv oy ab as aps kft zrt sro doo ood eood ooo zao oao pao kg ug se sas spol pte pty
		sprl bvba snc sl slu ltda lda sti as a ek ev eg spzoo mv mt ms`) {
		words[w] = legal
	}
	for w := range strings.FieldsSeq(`group holding holdings intl trading services service bank trust fund solutions systems technology technologies industries enterprise
		enterprises global transport logistics shipping import export general center centre association foundation institute university of for de la des du di and und et y`) {
		words[w] = common
	}
	return words
}

// streets has kinds of streets and parts of addresses, a line each: the word that is
// written for all of them first.
const streets = `street st str strasse straat
road rd
avenue ave av avenida
boulevard bd blvd bulvar bulevardi
drive dr
lane ln
place pl plaza platz plateia
square sq
court ct
crescent cres crs
terrace tce ter
highway hwy
rue r
via v
calle c
ulitsa ul ulica
caddesi cad cd
sokak sok sk
mahallesi mah mh
odos od
sharia shari sh
apartment apt
floor fl
building bldg
north n
south s
east e
west w`

// streetWords maps words to the one that is written for them.
var streetWords = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(streets) {
		words := strings.Fields(line)
		for _, w := range words {
			out[w] = words[0]
		}
	}
	return out
})

// streetWeights has the weights of those words.
var streetWeights = sync.OnceValue(func() light {
	out := light{}
	for _, w := range streetWords() {
		out[w] = common
	}
	return out
})
