package names

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"skein/internal/simulate/draw"
)

func TestTablesParse(t *testing.T) {
	cultures, err := load(tables)
	if err != nil {
		t.Fatal(err)
	}
	if len(cultures) < 30 {
		t.Errorf("%d tables", len(cultures))
	}
}

// eachForm calls with every form of every pool of the shipped tables.
func eachForm(t *testing.T, check func(t *testing.T, c *Culture, key poolKey, forms []*form)) {
	t.Helper()
	for _, code := range slices.Sorted(maps.Keys(Cultures())) {
		c := Cultures()[code]
		t.Run(code, func(t *testing.T) {
			for key, p := range c.pools {
				check(t, c, key, p.forms)
			}
		})
	}
}

func TestTablesAreLargeEnough(t *testing.T) {
	for code, c := range Cultures() {
		count := func(kind byte, female bool) int { return len(c.pools[poolKey{kind, female}].forms) }
		men, women, families := count('g', false), count('g', true), count('f', false)
		if men < 30 || women < 12 {
			t.Errorf("%s: %d men's and %d women's given names", code, men, women)
		}
		switch bears := slices.Contains(c.order, Family); {
		case families > 0 && families < 40, bears && families == 0 && men < 40:
			t.Errorf("%s: %d family names, %d men's", code, families, men)
		case families > 0 && !bears:
			t.Errorf("%s: family names that no name has", code)
		}
	}
}

func TestNativeFormsComeOnce(t *testing.T) {
	eachForm(t, func(t *testing.T, _ *Culture, key poolKey, forms []*form) {
		seen := make(map[string]bool)
		for _, f := range forms {
			if seen[f.native] && key.kind != 'p' { // two fathers' names may share a patronymic
				t.Errorf("%c, female %v: %s twice", key.kind, key.female, f.native)
			}
			seen[f.native] = true
		}
	})
}

func TestNativeFormsAreInTheirScript(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{
		"Arab": unicode.Arabic, "Armn": unicode.Armenian, "Beng": unicode.Bengali, "Cyrl": unicode.Cyrillic,
		"Deva": unicode.Devanagari, "Ethi": unicode.Ethiopic, "Geor": unicode.Georgian, "Grek": unicode.Greek,
		"Guru": unicode.Gurmukhi, "Hani": unicode.Han, "Hans": unicode.Han, "Hant": unicode.Han, "Hebr": unicode.Hebrew,
		"Khmr": unicode.Khmer, "Laoo": unicode.Lao, "Latn": unicode.Latin, "Mymr": unicode.Myanmar,
		"Sinh": unicode.Sinhala, "Taml": unicode.Tamil, "Thai": unicode.Thai,
	}
	eachForm(t, func(t *testing.T, c *Culture, _ poolKey, forms []*form) {
		table := scripts[c.Script]
		if table == nil {
			t.Fatalf("script %q is in no table of the test", c.Script)
		}
		for _, f := range forms {
			for _, r := range f.native {
				if !unicode.Is(table, r) && !strings.ContainsRune(" -'ʼ’ʻ.\u200c\u200d", r) && !unicode.Is(unicode.Mn, r) {
					t.Errorf("%s: %q", f.native, r)
				}
			}
			if one := len([]rune(f.native)) < 2; one && unicode.In([]rune(f.native)[0], unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic) {
				t.Errorf("%s: one letter", f.native)
			}
		}
	})
}

func TestSpellingsAreLatin(t *testing.T) {
	eachForm(t, func(t *testing.T, c *Culture, _ poolKey, forms []*form) {
		for _, f := range forms {
			for as, texts := range f.latin {
				for _, text := range texts {
					checkSpelling(t, c, f, as, text)
				}
			}
			for _, nick := range f.nick {
				checkSpelling(t, c, f, English, nick)
			}
		}
	})
}

func checkSpelling(t *testing.T, c *Culture, f *form, as Convention, text string) {
	t.Helper()
	letters, ascii := 0, true
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
		ascii = ascii && r < unicode.MaxASCII
	}
	greek := as == Greek && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.Is(unicode.Greek, r) && r != ' ' && r != '-' })
	switch {
	case letters < 2:
		t.Errorf("%s: %s %q has fewer than two letters", f.native, as, text)
	case !isLatin(text) && !greek:
		t.Errorf("%s: %s %q is not Latin", f.native, as, text)
	case as == ICAO && (!ascii || strings.ContainsAny(text, "-'.")):
		t.Errorf("%s: %q is not in the letters of ICAO 9303", f.native, text)
	case c.Script == "Latn" && as == English && !strings.ContainsFunc(f.latin[English][0], isASCII):
		t.Errorf("%s: the first spelling %q is not ASCII", f.native, f.latin[English][0])
	case !unicode.IsUpper([]rune(text)[0]) && c.Script != "Latn":
		t.Errorf("%s: %q begins with a small letter", f.native, text)
	}
}

func isASCII(r rune) bool { return r <= unicode.MaxASCII }

// nationalities are those that are met in the case work of the field.
const nationalities = `ad ae af al am ao ar at au az ba bd be bf bg bh bi bj bo br bt by ca cd cf cg ch ci cl cm
	cn co cr cu cv cy cz de dj dk do dz ec ee eg er es et fi fr ga gb ge gh gm gn gq gr gt gw hk hn hr ht hu id ie il
	in iq ir is it jo ke kg km kw kz lb lk lr lt lu lv ly ma md me mg mk ml mm mn mr mt mw mx my mz na ne ng ni nl no np
	nz om pa pe ph pk pl ps pt py qa ro rs ru rw sa sd se sg si sk sl sn so ss st sv sy td tg tj tm tn tr tw tz ua ug us
	uy uz ve vn xk ye za zm zw`

func TestEveryNationalityHasCultures(t *testing.T) {
	list := strings.Fields(nationalities)
	if len(list) < 125 {
		t.Fatalf("%d nationalities", len(list))
	}
	of := shipped().of
	for _, country := range list {
		if len(of[country]) == 0 {
			t.Errorf("%s has no culture", country)
		}
	}
	for country, shares := range of {
		total := 0.0
		for _, share := range shares {
			total += share.Weight
		}
		if total > 100.5 || len(country) != 2 || country != strings.ToLower(country) {
			t.Errorf("%s has %v per cent", country, total)
		}
	}
	if got := Of("zz"); !reflect.DeepEqual(got, of["gb"]) {
		t.Errorf("a country of no table: %v", got)
	}
}

func TestPersonDependsOnDrawsAlone(t *testing.T) {
	for code, c := range Cultures() {
		for i := range 40 {
			a := c.Person(draw.New(7, "person", i), i%2 == 0)
			b := c.Person(draw.New(7, "person", i), i%2 == 0)
			if a != b {
				t.Fatalf("%s: %s and %s from the same source", code, a.Native(), b.Native())
			}
			if a.Native() == "" || a.Latin(English) == "" || a.Latin(ICAO) == "" || a.Language() == "" || a.Script() == "" {
				t.Errorf("%s: an empty name %+v", code, a)
			}
			for _, part := range a.Parts(French) {
				if !slices.Contains(a.Variants(part.Slot), part.Text) && c.initial == nil {
					t.Errorf("%s: %q is not among %q", code, part.Text, a.Variants(part.Slot))
				}
			}
		}
	}
}

func TestCommonestName(t *testing.T) {
	const people = 20000
	for code, c := range Cultures() {
		for _, slot := range []Slot{Given, Family} {
			count := make(map[*form]int)
			for i := range people {
				count[c.Person(draw.New(1, code, i), false).piece(slot).form]++
			}
			delete(count, nil)
			most := 0
			for _, n := range count {
				most = max(most, n)
			}
			kind := byte('g')
			if slot == Family && c.any('f') {
				kind = 'f'
			}
			if len(count) == 0 {
				continue
			}
			first := max(c.head[slot]/100, 1.3/float64(len(c.pools[poolKey{kind, false}].forms)))
			if kind == 'g' {
				first = max(c.head[Given]/100, 1.3/float64(len(c.pools[poolKey{kind, false}].forms)))
			}
			if share := float64(most) / people; share > first+0.015 {
				t.Errorf("%s: the commonest %s has %.3f, not %.3f", code, slot, share, first)
			}
		}
	}
}

// parsed reads a small table for a test.
func parsed(t *testing.T, text string) *Culture {
	t.Helper()
	c, err := parse("xx", text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestArabicName(t *testing.T) {
	c := parsed(t, `language: ar
script: Arab
order: given father family
latin-order: given father family
kunya: yes
from: sy 100
g m عمر | Omar | el Ομάρ | nick Abu Khattab
g f ليلى | Layla, Leila | fr Leïla
f - الحلبي | Al-Halabi`)
	n := c.Person(draw.New(1, "x"), true)
	if got, want := n.Native(), "ليلى عمر الحلبي"; got != want {
		t.Errorf("native %q, want %q", got, want)
	}
	if got, want := n.Latin(French), "Leïla Omar"; !strings.HasPrefix(got, want) {
		t.Errorf("French %q, want %q and the family", got, want)
	}
	want := []string{"Al-Halabi", "Al Halabi", "Alhalabi", "El Halabi"}
	got := n.Variants(Family)
	slices.Sort(want)
	if slices.Sort(got); !slices.Equal(got, want) {
		t.Errorf("family %q, want %q", got, want)
	}
	if got := n.Kunya(draw.New(1, "y"), French); got != "Oum Omar" {
		t.Errorf("kunya %q", got)
	}
	if got := n.Parts(Greek)[1].Text; got != "Ομάρ" {
		t.Errorf("Greek %q", got)
	}
	if got := c.Person(draw.New(1, "x"), false).Nicknames(); !slices.Equal(got, []string{"Abu Khattab"}) {
		t.Errorf("nicknames %q", got)
	}
}

func TestMissingConventionsOfLatinScript(t *testing.T) {
	c := parsed(t, `language: tr
script: Latn
order: given family
latin-order: family given
from: tr 100
g m Çağatay
g f Gülşen
f - Yıldız`)
	n := c.Person(draw.New(1, "x"), false)
	for as, want := range map[Convention]string{English: "Yildiz Cagatay", ICAO: "Yildiz Cagatay", German: "Yildiz Çagatay"} {
		if got := n.Latin(as); got != want {
			t.Errorf("%s %q, want %q", as, got, want)
		}
	}
	if got := n.Native(); got != "Çağatay Yıldız" {
		t.Errorf("native %q", got)
	}
}

func TestWomansFamilyName(t *testing.T) {
	for _, test := range []struct{ line, native, english string }{
		{"f - Иванов | Ivanov", "Иванова", "Ivanova"},
		{"f - Достоевский | Dostoevsky | de Dostojewski", "Достоевская", "Dostoevskaya"},
		{"f - Толстой | Tolstoy | fem Толстая; Tolstaya; de Tolstaja", "Толстая", "Tolstaya"},
		{"f - Шевченко | Shevchenko", "Шевченко", "Shevchenko"},
	} {
		c := parsed(t, "language: ru\nscript: Cyrl\norder: given family\nlatin-order: given family\nfrom: ru 1\n"+
			"g m Иван | Ivan\ng f Анна | Anna\n"+test.line)
		f := c.pools[poolKey{'f', true}].forms[0]
		if f.native != test.native || f.latin[English][0] != test.english {
			t.Errorf("%s: %s, %s", test.line, f.native, f.latin[English][0])
		}
	}
}

func TestPatronymics(t *testing.T) {
	for _, test := range []struct{ language, father, man, woman, latin, icao string }{
		{"ru", "Иван", "Иванович", "Ивановна", "Ivanovich", "Ivanovich"},
		{"ru", "Сергей", "Сергеевич", "Сергеевна", "Sergeyevich", "Sergeevich"},
		{"ru", "Юрий", "Юрьевич", "Юрьевна", "Yuryevich", "Iurevich"},
		{"ru", "Дмитрий", "Дмитриевич", "Дмитриевна", "Dmitriyevich", "Dmitrievich"},
		{"ru", "Игорь", "Игоревич", "Игоревна", "Igorevich", "Igorevich"},
		{"ru", "Никита", "Никитич", "Никитична", "Nikitich", "Nikitich"},
		{"uk", "Сергій", "Сергійович", "Сергіївна", "Serhiyovych", "Serhiyovych"},
		{"uk", "Дмитро", "Дмитрович", "Дмитрівна", "Dmytrovych", "Dmytrovych"},
		{"be", "Аляксандр", "Аляксандравіч", "Аляксандраўна", "Alyaksandravich", "Aliaksandravich"},
		{"bg", "Георги", "Георгиев", "Георгиева", "Georgiev", "Georgiev"},
		{"bg", "Димитър", "Димитров", "Димитрова", "Dimitrov", "Dimitrov"},
		{"mk", "Никола", "Николов", "Николова", "Nikolov", "Nikolov"},
		{"kk", "Серік", "Серікұлы", "Серікқызы", "", ""},
		{"mn", "Ганбат", "Ганбатын", "Ганбатын", "", ""},
		{"mn", "Цэцэг", "Цэцэгийн", "Цэцэгийн", "", ""},
		{"tg", "Саид", "Саидович", "Саидовна", "", ""},
	} {
		c := &Culture{Language: test.language, Script: "Cyrl"}
		father := &form{native: test.father, latin: map[Convention][]string{English: {"Xx"}}}
		man, woman := c.patronymic(father, false), c.patronymic(father, true)
		if man.native != test.man || woman.native != test.woman {
			t.Errorf("%s %s: %s, %s", test.language, test.father, man.native, woman.native)
		}
		if test.latin != "" && (man.latin[English][0] != test.latin || man.latin[ICAO][0] != test.icao) {
			t.Errorf("%s: %s, ICAO %s", man.native, man.latin[English], man.latin[ICAO])
		}
	}
}

func TestInitials(t *testing.T) {
	for text, want := range map[string]string{"Rajendran": "R.", "ராஜேந்திரன்": "ரா."} {
		if got := initial(text); got != want {
			t.Errorf("initial of %s: %s, want %s", text, got, want)
		}
	}
}

func TestTablesThatAreWrong(t *testing.T) {
	const head = "language: tr\nscript: Latn\norder: given family\nlatin-order: given family\nfrom: tr 1\n"
	for name, text := range map[string]string{
		"no header":         "g m Ali\ng f Ayşe\n",
		"unknown slot":      strings.Replace(head, "given family", "given clan", 1) + "g m Ali\ng f Ayşe\n",
		"share of nothing":  strings.Replace(head, "tr 1", "tr", 1) + "g m Ali\ng f Ayşe\n",
		"unknown kind":      head + "x m Ali\n",
		"no sex":            head + "g Ali\n",
		"field without tag": head + "g m Ali | Ali | Aly\n",
		"spelling twice":    head + "g m Ali | Ali, Ali\n",
		"no women":          head + "g m Ali\n",
		"fem of given name": head + "g m Ali | Ali | fem Aliye; Aliye\ng f Ayşe\n",
		"no Latin spelling": strings.Replace(head, "Latn", "Cyrl", 1) + "g m Али\ng f Аня | Anya\n",
	} {
		files := fstest.MapFS{"tables/xx.txt": {Data: []byte(text)}}
		if cultures, err := load(files); err == nil || len(cultures) > 0 {
			t.Errorf("%s: no error", name)
		}
	}
}
