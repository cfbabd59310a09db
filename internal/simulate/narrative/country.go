package narrative

import "strings"

// land is a country in a language.
type land struct {
	flag byte   // which article it takes; '-': none
	name string // in German with a plural article, the dative
	more string // the adjective; in Greek the genitive
}

// lands reads the countries of a language.
func lands(code string) map[string]land {
	text := map[string]string{"en": landsEN, "fr": landsFR, "de": landsDE, "it": landsIT, "es": landsES, "el": landsEL}[code]
	out := map[string]land{}
	for item := range strings.SplitSeq(strings.ReplaceAll(text, "\n", ";"), ";") {
		item = strings.TrimSpace(item)
		if len(item) < 6 {
			continue
		}
		name, more, _ := strings.Cut(item[5:], "|")
		out[item[:2]] = land{item[3], name, more}
	}
	return out
}

// land returns a country; its code in capitals for one that has no name here.
func (l *language) land(code string) land {
	if c, ok := l.lands[strings.ToLower(code)]; ok {
		return c
	}
	return land{'-', strings.ToUpper(code), strings.ToUpper(code)}
}

// country writes a country in a form: "in", "of" and, for German, "dat" with the
// preposition or article that it takes, "gen" in the Greek genitive, "adj" as an adjective, else its name.
func (w *writer) country(code, form string, first bool) {
	c := w.l.land(code)
	value := strings.ToLower(code)
	if form == "an" { // English
		w.prefix("a", c.more)
		form = "adj"
	}
	if form == "adj" {
		w.span(KindCountry, value, c.more)
		return
	}
	word, name := "", c.name
	switch w.l.code {
	case "en":
		word = englishBefore(form, c, first)
	case "fr":
		word = frenchBefore(form, c)
	case "de":
		word = germanBefore(form, c)
		if form == "" && c.flag == 'p' {
			name = strings.TrimSuffix(name, "n")
		}
	case "it":
		word = before(form, c, first, "in di|nel del|nei dei|a di|negli degli")
	case "es":
		word = before(form, c, first, "en de|en_el del|en_los de_los|en de|en de")
	case "el":
		word = greekBefore(form, c)
		if form == "of" || form == "gen" {
			name = c.more
		} else if form == "in" && (c.flag == 'm' || c.flag == 'f') {
			name = strings.TrimSuffix(name, "ς")
		}
	}
	w.text = append(w.text, word...)
	w.span(KindCountry, value, name)
}

func englishBefore(form string, c land, first bool) string {
	article := ""
	if c.flag == 't' {
		article = "the "
	}
	if first && (form == "in" || form == "of" || form == "from") {
		return form + " " + article
	}
	return article
}

func frenchBefore(form string, c land) string {
	cut := vowel(c.name)
	switch form {
	case "in":
		return pick(c.flag, cut, "en ", "en ", "au ", "aux ", "à ")
	case "of":
		return pick(c.flag, cut, "d'", "de ", "du ", "des ", "de ")
	}
	return ""
}

// pick returns what stands before a feminine, masculine, plural or bare French name.
func pick(flag byte, cut bool, short, feminine, masculine, plural, bare string) string {
	switch {
	case flag == 'p':
		return plural
	case cut:
		return short
	case flag == 'f':
		return feminine
	case flag == 'm':
		return masculine
	}
	return bare
}

func germanBefore(form string, c land) string {
	switch form {
	case "in":
		return map[byte]string{'f': "in der ", 'm': "im ", 'p': "in den ", '-': "in "}[c.flag]
	case "dat":
		return map[byte]string{'f': "der ", 'm': "dem ", 'p': "den "}[c.flag]
	}
	return ""
}

// before returns the Italian or Spanish preposition: in and of, by the flags -, r (il,
// el), p (i, los), a (islands) and e (gli).
func before(form string, c land, first bool, words string) string {
	if form != "in" && form != "of" || !first {
		return ""
	}
	list := strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '|' })
	at := 2 * max(0, strings.IndexByte("-rpae", c.flag))
	if form == "of" {
		at++
	}
	return strings.ReplaceAll(list[at], "_", " ") + " "
}

func greekBefore(form string, c land) string {
	switch form {
	case "in":
		word := map[byte]string{'f': "στη", 'n': "στο ", 'm': "στον ", 'p': "στις ", 'q': "στα "}[c.flag]
		if c.flag == 'f' {
			if greekHard(c.name) {
				word += "ν"
			}
			word += " "
		}
		return word
	case "of":
		return map[byte]string{'f': "της ", 'n': "του ", 'm': "του ", 'p': "των ", 'q': "των "}[c.flag]
	}
	return ""
}

// greekHard reports whether the article keeps its ν before a name.
func greekHard(name string) bool {
	for _, c := range name {
		return strings.ContainsRune("ΑΕΗΙΟΥΩΆΈΉΊΌΎΏΚΠΤΞΨ", c) || strings.HasPrefix(name, "Γκ") || strings.HasPrefix(name, "Μπ")
	}
	return false
}

const landsEN = `
sy - Syria|Syrian; af - Afghanistan|Afghan; iq - Iraq|Iraqi; ir - Iran|Iranian; pk - Pakistan|Pakistani; in - India|Indian; bd - Bangladesh|Bangladeshi
lk - Sri Lanka|Sri Lankan; np - Nepal|Nepalese; vn - Vietnam|Vietnamese; cn - China|Chinese; ps - Palestine|Palestinian; lb - Lebanon|Lebanese
jo - Jordan|Jordanian; kw - Kuwait|Kuwaiti; sa - Saudi Arabia|Saudi; ae t United Arab Emirates|Emirati; ye - Yemen|Yemeni; tr - Türkiye|Turkish
eg - Egypt|Egyptian; ly - Libya|Libyan; tn - Tunisia|Tunisian; dz - Algeria|Algerian; ma - Morocco|Moroccan; mr - Mauritania|Mauritanian; sd - Sudan|Sudanese
er - Eritrea|Eritrean; et - Ethiopia|Ethiopian; so - Somalia|Somali; dj - Djibouti|Djiboutian; ke - Kenya|Kenyan; ng - Nigeria|Nigerian; ne - Niger|Nigerien
ml - Mali|Malian; sn - Senegal|Senegalese; gm t Gambia|Gambian; gn - Guinea|Guinean; ci - Côte d'Ivoire|Ivorian; gh - Ghana|Ghanaian; cm - Cameroon|Cameroonian
bf - Burkina Faso|Burkinabe; cg t Congo|Congolese; km t Comoros|Comorian; tg - Togo|Togolese; tz - Tanzania|Tanzanian; sl - Sierra Leone|Sierra Leonean
al - Albania|Albanian; xk - Kosovo|Kosovan; mk - North Macedonia|Macedonian; rs - Serbia|Serbian; me - Montenegro|Montenegrin; ba - Bosnia and Herzegovina|Bosnian
md - Moldova|Moldovan; ua - Ukraine|Ukrainian; by - Belarus|Belarusian; ru - Russia|Russian; ge - Georgia|Georgian; am - Armenia|Armenian; az - Azerbaijan|Azerbaijani
gr - Greece|Greek; cy - Cyprus|Cypriot; bg - Bulgaria|Bulgarian; ro - Romania|Romanian; hu - Hungary|Hungarian; hr - Croatia|Croatian; si - Slovenia|Slovenian
it - Italy|Italian; mt - Malta|Maltese; at - Austria|Austrian; de - Germany|German; ch - Switzerland|Swiss; fr - France|French; be - Belgium|Belgian
nl t Netherlands|Dutch; lu - Luxembourg|Luxembourgish; gb t United Kingdom|British; ie - Ireland|Irish; es - Spain|Spanish; pt - Portugal|Portuguese
dk - Denmark|Danish; se - Sweden|Swedish; no - Norway|Norwegian; fi - Finland|Finnish; pl - Poland|Polish; cz - Czechia|Czech; sk - Slovakia|Slovak
lt - Lithuania|Lithuanian; lv - Latvia|Latvian; ee - Estonia|Estonian; us t United States|American`

const landsFR = `
sy f Syrie|syrienne; af m Afghanistan|afghane; iq m Irak|irakienne; ir m Iran|iranienne; pk m Pakistan|pakistanaise; in f Inde|indienne; bd m Bangladesh|bangladaise
lk - Sri Lanka|sri-lankaise; np m Népal|népalaise; vn m Vietnam|vietnamienne; cn f Chine|chinoise; ps f Palestine|palestinienne; lb m Liban|libanaise
jo f Jordanie|jordanienne; kw m Koweït|koweïtienne; sa f Arabie saoudite|saoudienne; ae p Émirats arabes unis|émirienne; ye m Yémen|yéménite; tr f Turquie|turque
eg f Égypte|égyptienne; ly f Libye|libyenne; tn f Tunisie|tunisienne; dz f Algérie|algérienne; ma m Maroc|marocaine; mr f Mauritanie|mauritanienne
sd m Soudan|soudanaise; er f Érythrée|érythréenne; et f Éthiopie|éthiopienne; so f Somalie|somalienne; dj - Djibouti|djiboutienne; ke m Kenya|kényane
ng m Nigeria|nigériane; ne m Niger|nigérienne; ml m Mali|malienne; sn m Sénégal|sénégalaise; gm f Gambie|gambienne; gn f Guinée|guinéenne
ci f Côte d'Ivoire|ivoirienne; gh m Ghana|ghanéenne; cm m Cameroun|camerounaise; bf m Burkina Faso|burkinabè; cg m Congo|congolaise; km p Comores|comorienne
tg m Togo|togolaise; tz f Tanzanie|tanzanienne; sl f Sierra Leone|sierra-léonaise; al f Albanie|albanaise; xk m Kosovo|kosovare
mk f Macédoine du Nord|macédonienne; rs f Serbie|serbe; me m Monténégro|monténégrine; ba f Bosnie-Herzégovine|bosnienne; md f Moldavie|moldave
ua f Ukraine|ukrainienne; by f Biélorussie|biélorusse; ru f Russie|russe; ge f Géorgie|géorgienne; am f Arménie|arménienne; az m Azerbaïdjan|azerbaïdjanaise
gr f Grèce|grecque; cy - Chypre|chypriote; bg f Bulgarie|bulgare; ro f Roumanie|roumaine; hu f Hongrie|hongroise; hr f Croatie|croate; si f Slovénie|slovène
it f Italie|italienne; mt - Malte|maltaise; at f Autriche|autrichienne; de f Allemagne|allemande; ch f Suisse|suisse; fr f France|française; be f Belgique|belge
nl p Pays-Bas|néerlandaise; lu m Luxembourg|luxembourgeoise; gb m Royaume-Uni|britannique; ie f Irlande|irlandaise; es f Espagne|espagnole
pt m Portugal|portugaise; dk m Danemark|danoise; se f Suède|suédoise; no f Norvège|norvégienne; fi f Finlande|finlandaise; pl f Pologne|polonaise
cz f Tchéquie|tchèque; sk f Slovaquie|slovaque; lt f Lituanie|lituanienne; lv f Lettonie|lettone; ee f Estonie|estonienne; us p États-Unis|américaine`

const landsDE = `
sy - Syrien|syrisch; af - Afghanistan|afghanisch; iq m Irak|irakisch; ir m Iran|iranisch; pk - Pakistan|pakistanisch; in - Indien|indisch; bd - Bangladesch|bangladeschisch
lk - Sri Lanka|sri-lankisch; np - Nepal|nepalesisch; vn - Vietnam|vietnamesisch; cn - China|chinesisch; ps - Palästina|palästinensisch; lb m Libanon|libanesisch
jo - Jordanien|jordanisch; kw - Kuwait|kuwaitisch; sa - Saudi-Arabien|saudi-arabisch; ae p Vereinigten Arabischen Emiraten|emiratisch; ye m Jemen|jemenitisch
tr f Türkei|türkisch; eg - Ägypten|ägyptisch; ly - Libyen|libysch; tn - Tunesien|tunesisch; dz - Algerien|algerisch; ma - Marokko|marokkanisch
mr - Mauretanien|mauretanisch; sd m Sudan|sudanesisch; er - Eritrea|eritreisch; et - Äthiopien|äthiopisch; so - Somalia|somalisch; dj - Dschibuti|dschibutisch
ke - Kenia|kenianisch; ng - Nigeria|nigerianisch; ne m Niger|nigrisch; ml - Mali|malisch; sn m Senegal|senegalesisch; gm - Gambia|gambisch; gn - Guinea|guineisch
ci f Elfenbeinküste|ivorisch; gh - Ghana|ghanaisch; cm - Kamerun|kamerunisch; bf - Burkina Faso|burkinisch; cg m Kongo|kongolesisch; km p Komoren|komorisch
tg - Togo|togoisch; tz - Tansania|tansanisch; sl - Sierra Leone|sierra-leonisch; al - Albanien|albanisch; xk m Kosovo|kosovarisch
mk - Nordmazedonien|mazedonisch; rs - Serbien|serbisch; me - Montenegro|montenegrinisch; ba - Bosnien und Herzegowina|bosnisch; md f Republik Moldau|moldauisch
ua f Ukraine|ukrainisch; by - Belarus|belarussisch; ru - Russland|russisch; ge - Georgien|georgisch; am - Armenien|armenisch; az - Aserbaidschan|aserbaidschanisch
gr - Griechenland|griechisch; cy - Zypern|zyprisch; bg - Bulgarien|bulgarisch; ro - Rumänien|rumänisch; hu - Ungarn|ungarisch; hr - Kroatien|kroatisch
si - Slowenien|slowenisch; it - Italien|italienisch; mt - Malta|maltesisch; at - Österreich|österreichisch; de - Deutschland|deutsch; ch f Schweiz|schweizerisch
fr - Frankreich|französisch; be - Belgien|belgisch; nl p Niederlanden|niederländisch; lu - Luxemburg|luxemburgisch; ie - Irland|irisch
gb m Vereinigten Königreich|britisch; es - Spanien|spanisch; pt - Portugal|portugiesisch; dk - Dänemark|dänisch; se - Schweden|schwedisch; no - Norwegen|norwegisch
fi - Finnland|finnisch; pl - Polen|polnisch; cz - Tschechien|tschechisch; sk f Slowakei|slowakisch; lt - Litauen|litauisch; lv - Lettland|lettisch
ee - Estland|estnisch; us p USA|US-amerikanisch`

const landsIT = `
sy - Siria|siriana; af - Afghanistan|afghana; iq - Iraq|irachena; ir - Iran|iraniana; pk - Pakistan|pakistana; in - India|indiana; bd - Bangladesh|bangladese
lk - Sri Lanka|srilankese; np - Nepal|nepalese; vn - Vietnam|vietnamita; cn - Cina|cinese; ps - Palestina|palestinese; lb - Libano|libanese; jo - Giordania|giordana
kw - Kuwait|kuwaitiana; sa - Arabia Saudita|saudita; ae e Emirati Arabi Uniti|emiratina; ye - Yemen|yemenita; tr - Turchia|turca; eg - Egitto|egiziana; ly - Libia|libica
tn - Tunisia|tunisina; dz - Algeria|algerina; ma - Marocco|marocchina; mr - Mauritania|mauritana; sd - Sudan|sudanese; er - Eritrea|eritrea; et - Etiopia|etiope
so - Somalia|somala; dj a Gibuti|gibutiana; ke - Kenya|keniota; ng - Nigeria|nigeriana; ne - Niger|nigerina; ml - Mali|maliana; sn - Senegal|senegalese
gm - Gambia|gambiana; gn - Guinea|guineana; ci - Costa d'Avorio|ivoriana; gh - Ghana|ghanese; cm - Camerun|camerunese; bf - Burkina Faso|burkinabé; cg - Congo|congolese
km - Isole Comore|comoriana; tg - Togo|togolese; tz - Tanzania|tanzaniana; sl - Sierra Leone|sierraleonese; al - Albania|albanese; xk - Kosovo|kosovara
mk - Macedonia del Nord|macedone; rs - Serbia|serba; me - Montenegro|montenegrina; ba - Bosnia ed Erzegovina|bosniaca; md - Moldova|moldava; ua - Ucraina|ucraina
by - Bielorussia|bielorussa; ru - Russia|russa; ge - Georgia|georgiana; am - Armenia|armena; az - Azerbaigian|azera; gr - Grecia|greca; cy a Cipro|cipriota
bg - Bulgaria|bulgara; ro - Romania|romena; hu - Ungheria|ungherese; hr - Croazia|croata; si - Slovenia|slovena; it - Italia|italiana; mt a Malta|maltese
at - Austria|austriaca; de - Germania|tedesca; ch - Svizzera|svizzera; fr - Francia|francese; be - Belgio|belga; nl p Paesi Bassi|olandese
lu - Lussemburgo|lussemburghese; gb r Regno Unito|britannica; ie - Irlanda|irlandese; es - Spagna|spagnola; pt - Portogallo|portoghese; dk - Danimarca|danese
se - Svezia|svedese; no - Norvegia|norvegese; fi - Finlandia|finlandese; pl - Polonia|polacca; cz - Cechia|ceca; sk - Slovacchia|slovacca; lt - Lituania|lituana
lv - Lettonia|lettone; ee - Estonia|estone; us e Stati Uniti|statunitense`

const landsES = `
sy - Siria|siria; af - Afganistán|afgana; iq - Irak|iraquí; ir - Irán|iraní; pk - Pakistán|pakistaní; in - India|india; bd - Bangladés|bangladesí
lk - Sri Lanka|ceilanesa; np - Nepal|nepalí; vn - Vietnam|vietnamita; cn - China|china; ps - Palestina|palestina; lb r Líbano|libanesa; jo - Jordania|jordana
kw - Kuwait|kuwaití; sa - Arabia Saudí|saudí; ae p Emiratos Árabes Unidos|emiratí; ye - Yemen|yemení; tr - Turquía|turca; eg - Egipto|egipcia; ly - Libia|libia
tn - Túnez|tunecina; dz - Argelia|argelina; ma - Marruecos|marroquí; mr - Mauritania|mauritana; sd - Sudán|sudanesa; er - Eritrea|eritrea; et - Etiopía|etíope
so - Somalia|somalí; dj - Yibuti|yibutiana; ke - Kenia|keniana; ng - Nigeria|nigeriana; ne - Níger|nigerina; ml - Malí|maliense; sn - Senegal|senegalesa
gm - Gambia|gambiana; gn - Guinea|guineana; ci - Costa de Marfil|marfileña; gh - Ghana|ghanesa; cm - Camerún|camerunesa; bf - Burkina Faso|burkinesa
cg r Congo|congoleña; km - Comoras|comorense; tg - Togo|togolesa; tz - Tanzania|tanzana; sl - Sierra Leona|sierraleonesa; al - Albania|albanesa; xk - Kosovo|kosovar
mk - Macedonia del Norte|macedonia; rs - Serbia|serbia; me - Montenegro|montenegrina; ba - Bosnia y Herzegovina|bosnia; md - Moldavia|moldava; ua - Ucrania|ucraniana
by - Bielorrusia|bielorrusa; ru - Rusia|rusa; ge - Georgia|georgiana; am - Armenia|armenia; az - Azerbaiyán|azerbaiyana; gr - Grecia|griega; cy - Chipre|chipriota
bg - Bulgaria|búlgara; ro - Rumanía|rumana; hu - Hungría|húngara; hr - Croacia|croata; si - Eslovenia|eslovena; it - Italia|italiana; mt - Malta|maltesa
at - Austria|austriaca; de - Alemania|alemana; ch - Suiza|suiza; fr - Francia|francesa; be - Bélgica|belga; nl p Países Bajos|neerlandesa; lu - Luxemburgo|luxemburguesa
gb r Reino Unido|británica; ie - Irlanda|irlandesa; es - España|española; pt - Portugal|portuguesa; dk - Dinamarca|danesa; se - Suecia|sueca; no - Noruega|noruega
fi - Finlandia|finlandesa; pl - Polonia|polaca; cz - Chequia|checa; sk - Eslovaquia|eslovaca; lt - Lituania|lituana; lv - Letonia|letona; ee - Estonia|estonia
us p Estados Unidos|estadounidense`

const landsEL = `
sy f Συρία|Συρίας; af n Αφγανιστάν|Αφγανιστάν; iq n Ιράκ|Ιράκ; ir n Ιράν|Ιράν; pk n Πακιστάν|Πακιστάν; in f Ινδία|Ινδίας; bd n Μπανγκλαντές|Μπανγκλαντές
lk f Σρι Λάνκα|Σρι Λάνκα; np n Νεπάλ|Νεπάλ; vn n Βιετνάμ|Βιετνάμ; cn f Κίνα|Κίνας; ps f Παλαιστίνη|Παλαιστίνης; lb m Λίβανος|Λιβάνου; jo f Ιορδανία|Ιορδανίας
kw n Κουβέιτ|Κουβέιτ; sa f Σαουδική Αραβία|Σαουδικής Αραβίας; ae q Ηνωμένα Αραβικά Εμιράτα|Ηνωμένων Αραβικών Εμιράτων; ye f Υεμένη|Υεμένης; tr f Τουρκία|Τουρκίας
eg f Αίγυπτος|Αιγύπτου; ly f Λιβύη|Λιβύης; tn f Τυνησία|Τυνησίας; dz f Αλγερία|Αλγερίας; ma n Μαρόκο|Μαρόκου; mr f Μαυριτανία|Μαυριτανίας; sd n Σουδάν|Σουδάν
er f Ερυθραία|Ερυθραίας; et f Αιθιοπία|Αιθιοπίας; so f Σομαλία|Σομαλίας; dj n Τζιμπουτί|Τζιμπουτί; ke f Κένυα|Κένυας; ng f Νιγηρία|Νιγηρίας; ne m Νίγηρας|Νίγηρα
ml n Μάλι|Μάλι; sn f Σενεγάλη|Σενεγάλης; gm f Γκάμπια|Γκάμπιας; gn f Γουινέα|Γουινέας; ci f Ακτή Ελεφαντοστού|Ακτής Ελεφαντοστού; gh f Γκάνα|Γκάνας
cm n Καμερούν|Καμερούν; bf f Μπουρκίνα Φάσο|Μπουρκίνα Φάσο; cg n Κονγκό|Κονγκό; km p Κομόρες|Κομορών; tg n Τόγκο|Τόγκο; tz f Τανζανία|Τανζανίας
sl f Σιέρα Λεόνε|Σιέρα Λεόνε; al f Αλβανία|Αλβανίας; xk n Κόσοβο|Κοσόβου; mk f Βόρεια Μακεδονία|Βόρειας Μακεδονίας; rs f Σερβία|Σερβίας; md f Μολδαβία|Μολδαβίας
me n Μαυροβούνιο|Μαυροβουνίου; ba f Βοσνία-Ερζεγοβίνη|Βοσνίας-Ερζεγοβίνης; ua f Ουκρανία|Ουκρανίας; by f Λευκορωσία|Λευκορωσίας; ru f Ρωσία|Ρωσίας
ge f Γεωργία|Γεωργίας; am f Αρμενία|Αρμενίας; az n Αζερμπαϊτζάν|Αζερμπαϊτζάν; gr f Ελλάδα|Ελλάδας; cy f Κύπρος|Κύπρου; bg f Βουλγαρία|Βουλγαρίας
ro f Ρουμανία|Ρουμανίας; hu f Ουγγαρία|Ουγγαρίας; hr f Κροατία|Κροατίας; si f Σλοβενία|Σλοβενίας; it f Ιταλία|Ιταλίας; mt f Μάλτα|Μάλτας; at f Αυστρία|Αυστρίας
de f Γερμανία|Γερμανίας; ch f Ελβετία|Ελβετίας; fr f Γαλλία|Γαλλίας; be n Βέλγιο|Βελγίου; nl f Ολλανδία|Ολλανδίας; lu n Λουξεμβούργο|Λουξεμβούργου
gb n Ηνωμένο Βασίλειο|Ηνωμένου Βασιλείου; ie f Ιρλανδία|Ιρλανδίας; es f Ισπανία|Ισπανίας; pt f Πορτογαλία|Πορτογαλίας; dk f Δανία|Δανίας; se f Σουηδία|Σουηδίας
no f Νορβηγία|Νορβηγίας; fi f Φινλανδία|Φινλανδίας; pl f Πολωνία|Πολωνίας; cz f Τσεχία|Τσεχίας; sk f Σλοβακία|Σλοβακίας; lt f Λιθουανία|Λιθουανίας
lv f Λετονία|Λετονίας; ee f Εσθονία|Εσθονίας; us p ΗΠΑ|ΗΠΑ`
