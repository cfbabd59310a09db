package names

import (
	"slices"
	"strings"
)

// addPatronymics makes the patronymics of the men's given names, in their order.
func (c *Culture) addPatronymics(irregular map[string]row) error {
	for _, father := range c.pools[poolKey{'g', false}].forms {
		for _, female := range []bool{false, true} {
			var f *form
			if r, ok := irregular[father.native]; ok {
				f = r.man
				if female {
					f = r.woman
				}
				if f != nil && c.Script == "Cyrl" {
					c.transliterate(f)
				}
			} else {
				f = c.patronymic(father, female)
			}
			if f == nil {
				return wrong("no patronymic of %q, female %v", father.native, female)
			}
			if err := c.complete(f); err != nil {
				return err
			}
			c.put(poolKey{'p', female}, f)
		}
		delete(irregular, father.native)
	}
	for name := range irregular {
		return wrong("patronymic of %q, who is no man of the table", name)
	}
	return nil
}

// patronymic derives a patronymic by the rule of the language; nil if it has none.
func (c *Culture) patronymic(father *form, female bool) *form {
	pick := func(man, woman string) string {
		if female {
			return woman
		}
		return man
	}
	switch c.Language {
	case "ru", "uk", "be", "bg", "mk":
		f := &form{native: slavic(father.native, c.Language, female), latin: make(map[Convention][]string)}
		c.transliterate(f)
		return f
	case "tg", "ky": // as in the papers of the Soviet time and since
		f := wrap(father, "", slavicEnding(father.native, female), "")
		endings := []string{pick("ovich", "ovna")}
		if strings.HasSuffix(f.native, "евич") || strings.HasSuffix(f.native, "евна") {
			endings = []string{pick("evich", "evna")}
		}
		f.latin[English] = combine(father.latin[English], endings)
		return f
	case "kk":
		f := wrap(father, "", pick("ұлы", "қызы"), "")
		f.latin[English] = combine(father.latin[English], []string{pick("uly", "kyzy"), pick("uli", "kizi")})
		return f
	case "uz":
		f := wrap(father, "", pick(" oʻgʻli", " qizi"), "")
		f.latin[English] = combine(father.latin[English], []string{pick(" ogli", " qizi"), pick(" ugli", " kizi"), pick(" o'g'li", " kizi")})
		return f
	case "az":
		f := wrap(father, "", pick(" oğlu", " qızı"), "")
		f.latin[English] = combine(father.latin[English], []string{pick(" oglu", " gizi"), pick(" ogly", " qizi")})
		return f
	case "mn":
		f := wrap(father, "", "", "")
		f.native = mongolianGenitive(father.native)
		f.latin[English] = father.latin[English] // passports have the bare name
		return f
	case "ar":
		f := wrap(father, pick("ولد ", "منت "), "", pick("Ould ", "Mint "))
		return f
	}
	return nil
}

// wrap puts words around a name; the Latin ones before every spelling.
func wrap(father *form, before, after, latinBefore string) *form {
	f := &form{native: before + father.native + after, latin: make(map[Convention][]string)}
	if latinBefore != "" {
		for as, texts := range father.latin {
			for _, text := range texts {
				f.latin[as] = append(f.latin[as], latinBefore+text)
			}
		}
	}
	return f
}

// combine puts every ending behind every spelling, the usual ones first.
func combine(texts, endings []string) []string {
	var out []string
	for _, ending := range endings {
		for _, text := range texts {
			out = append(out, text+ending)
		}
	}
	return unique(out)
}

// slavic makes the patronymic of a father's name in Cyrillic letters.
func slavic(father, language string, female bool) string {
	switch language {
	case "uk":
		return ukrainian(father, female)
	case "be":
		return belarusian(father, female)
	case "bg", "mk":
		return southSlavic(father, female)
	}
	stem, ending := russian(father, female)
	return stem + ending
}

// slavicEnding is what the Russian rule adds to a name that keeps its own letters.
func slavicEnding(father string, female bool) string {
	stem, ending := russian(father, female)
	if stem != father { // a name in a vowel: the ending is added all the same
		return pickString(female, "евич", "евна")
	}
	return ending
}

func pickString(female bool, man, woman string) string {
	if female {
		return woman
	}
	return man
}

func russian(father string, female bool) (stem, ending string) {
	hard, soft := pickString(female, "ович", "овна"), pickString(female, "евич", "евна")
	letters := []rune(father)
	n := len(letters)
	without := func(k int) string { return string(letters[:n-k]) }
	switch last := letters[n-1]; {
	case strings.HasSuffix(father, "ий") && n > 4 && isConsonant(letters[n-3]) && isConsonant(letters[n-4]):
		return without(1), soft // Дмитриевич
	case strings.HasSuffix(father, "ий"):
		return without(2) + "ь", soft // Васильевич
	case last == 'й' || last == 'ь':
		return without(1), soft
	case last == 'а' || last == 'о':
		return without(1), pickString(female, "ич", "ична")
	case last == 'я':
		return without(1), pickString(female, "ич", "инична")
	case strings.ContainsRune("жшчщц", last):
		return father, soft
	case !isConsonant(last):
		return father, soft
	}
	return father, hard
}

func isConsonant(r rune) bool {
	return !strings.ContainsRune("аеёиоуыэюяйьъіїєўӣӯәөүұ", r)
}

func ukrainian(father string, female bool) string {
	letters := []rune(father)
	stem := string(letters[:len(letters)-1])
	switch letters[len(letters)-1] {
	case 'й': // Сергійович, Сергіївна
		return pickString(female, father+"ович", stem+"ївна")
	case 'о', 'ь', 'а':
		return stem + pickString(female, "ович", "івна")
	case 'я':
		return stem + pickString(female, "йович", "ївна")
	}
	return father + pickString(female, "ович", "івна")
}

func belarusian(father string, female bool) string {
	letters := []rune(father)
	stem := string(letters[:len(letters)-1])
	switch letters[len(letters)-1] {
	case 'й':
		return stem + pickString(female, "евіч", "еўна")
	case 'ь':
		return father + pickString(female, "евіч", "еўна")
	case 'а', 'о':
		return stem + pickString(female, "авіч", "аўна")
	case 'я':
		return stem + pickString(female, "евіч", "еўна")
	}
	return father + pickString(female, "авіч", "аўна")
}

func southSlavic(father string, female bool) string {
	letters := []rune(father)
	n := len(letters)
	stem, ending := father, "ов"
	switch letters[n-1] {
	case 'а', 'о', 'е':
		stem = string(letters[:n-1])
	case 'й', 'я':
		stem, ending = string(letters[:n-1]), "ев"
	case 'и':
		ending = "ев"
	}
	for _, cut := range [][2]string{{"тър", "тр"}, {"дър", "др"}, {"тар", "тр"}, {"дар", "др"}} {
		if name, ok := strings.CutSuffix(father, cut[0]); ok && slices.Contains([]string{"Пе", "Дими", "Алексан"}, name) {
			stem = name + cut[1]
		}
	}
	return stem + ending + pickString(female, "", "а")
}

// mongolianGenitive follows vowel harmony, by the last vowel that is not neutral.
func mongolianGenitive(name string) string {
	letters := []rune(name)
	n := len(letters)
	last := letters[n-1]
	back := false
	for _, r := range slices.Backward([]rune(strings.ToLower(name))) {
		if strings.ContainsRune("аоуыяё", r) {
			back = true
			break
		}
		if strings.ContainsRune("эөүею", r) {
			break
		}
	}
	vowel := func(r rune) bool { return strings.ContainsRune("аэоөуүияеёюы", r) }
	switch {
	case last == 'й' || last == 'и':
		return name + map[bool]string{true: "йн", false: "н"}[last == 'и']
	case vowel(last) && n > 1 && vowel(letters[n-2]):
		return name + "гийн"
	case last == 'ь':
		return string(letters[:n-1]) + "ийн"
	case vowel(last) && back:
		return string(letters[:n-1]) + "ын"
	case vowel(last):
		return string(letters[:n-1]) + "ийн"
	case last == 'н' && back:
		return name + "ы"
	case last == 'н':
		return name + "ий"
	case back && !strings.ContainsRune("жшчг", last):
		return name + "ын"
	}
	return name + "ийн"
}
