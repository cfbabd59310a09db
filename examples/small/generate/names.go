package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// part is a part of a name: its own script first, then the usual Latin spellings.
type part struct {
	native string
	latin  []string
	female bool
}

// in returns one of the Latin spellings; which one is the habit of an agency.
func (p part) in(habit int) string { return p.latin[habit%len(p.latin)] }

// culture is a pool of given and second names and the language they belong to.
type culture struct {
	language      string
	given, family []part
}

// parts reads a table of names: one a line, the native form, then the spellings,
// separated by "|". A line that begins with "+" is a woman's name.
func parts(table string) []part {
	var list []part
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		rest, female := strings.CutPrefix(line, "+")
		forms := strings.Split(rest, "|")
		p := part{native: forms[0], latin: forms[1:], female: female}
		if len(p.latin) == 0 { // written in Latin script anyway
			p.latin = forms
		}
		list = append(list, p)
	}
	return list
}

// plain removes the marks of Latin and Greek letters, as a keyboard without them does.
func plain(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	clean, _, err := transform.String(t, strings.ReplaceAll(s, "ı", "i"))
	if err != nil {
		return s
	}
	return clean
}

func cultures() map[string]*culture {
	return map[string]*culture{
		"ar": {"ar", parts(arabicGiven), parts(arabicFamily)},
		"fa": {"fa", parts(persianGiven), parts(persianFamily)},
		"ti": {"ti", parts(tigrinyaGiven), parts(tigrinyaFamily)},
		"uk": {"uk", parts(cyrillicGiven), parts(cyrillicFamily)},
		"el": {"el", parts(greekGiven), parts(greekFamily)},
		"tr": {"tr", parts(turkishGiven), parts(turkishFamily)},
		"it": {"it", parts(italianGiven), parts(italianFamily)},
		"sq": {"sq", parts(albanianGiven), parts(albanianFamily)},
		"ro": {"ro", parts(romanianGiven), parts(romanianFamily)},
		"ng": {"ng", parts(nigerianGiven), parts(nigerianFamily)},
	}
}

const (
	arabicGiven = `
		محمد|Mohammed|Muhammad|Mohamed
		أحمد|Ahmad|Ahmed|Ahmet
		خالد|Khaled|Khalid|Chaled
		يوسف|Yusuf|Youssef|Jussuf
		عمر|Omar|Umar|Omer
		حسين|Hussein|Husayn|Hossein
		مصطفى|Mustafa|Moustafa|Mostafa
		طارق|Tariq|Tarek|Tareq
		سامي|Sami|Samy
		زياد|Ziad|Ziyad|Siad
		باسم|Basem|Bassem|Basim
		عبد الرحمن|Abdul Rahman|Abderrahman|Abdelrahman
		+ليلى|Layla|Leila|Laila
		+مريم|Maryam|Mariam|Mariem`
	arabicFamily = `
		الحمصي|Al-Homsi|Alhomsi|Homsi
		الحلبي|Al-Halabi|El Halabi|Alhalabi
		النجار|Al-Najjar|Alnajar|Nadjar
		الخطيب|Al-Khatib|Alkhateeb|El Khatib
		درويش|Darwish|Darwich|Derwisch
		حداد|Haddad|Hadad
		صالح|Saleh|Salih|Salah
		العلي|Al-Ali|Alali|El Ali
		منصور|Mansour|Mansur|Mansoor
		الطرابلسي|Al-Trabelsi|Trabelsi|Altrabulsi
		قاسم|Qasim|Kassem|Gasem
		بن سالم|Ben Salem|Bin Salem|Bensalem
		الزواري|Al-Zawari|Zouari|Elzuari
		جابر|Jaber|Gaber|Djaber`
	persianGiven = `
		رضا|Reza|Rida|Resa
		حمید|Hamid|Hameed
		نادر|Nader|Nadir
		جواد|Javad|Jawad|Dschawad
		احمدشاه|Ahmad Shah|Ahmadshah|Ahmad Schah
		فرهاد|Farhad|Ferhad
		بهرام|Bahram|Behram
		ذبیح الله|Zabihullah|Zabiullah|Sabihullah
		گل آقا|Gul Agha|Golagha|Gulaqa
		عمران|Imran|Emran
		+زهرا|Zahra|Zohra|Sahra
		+شیرین|Shirin|Sherin|Schirin`
	persianFamily = `
		رحیمی|Rahimi|Raheemi
		احمدزی|Ahmadzai|Ahmadzay|Achmadzai
		کریمی|Karimi|Kareemi
		نوری|Nouri|Noori|Nuri
		حیدری|Heydari|Haidari|Hejdari
		محمدی|Mohammadi|Muhammadi
		شینواری|Shinwari|Shenwari|Schinwari
		قادری|Qaderi|Ghaderi|Kaderi
		تهرانی|Tehrani|Tehrany
		یوسفزی|Yousafzai|Yusufzai|Jusufsai
		بلوچ|Baloch|Baluch|Belutsch
		چودھری|Chaudhry|Choudhary|Tschaudhri`
	tigrinyaGiven = `
		ተስፋይ|Tesfay|Tesfai|Tasfay
		ሃይለ|Haile|Hayle
		ገብረ|Gebre|Ghebre
		መሓሪ|Mehari|Mahari
		ዮናስ|Yonas|Jonas
		ኣማኑኤል|Amanuel|Emmanuel
		ብርሃነ|Berhane|Birhane
		ክፍለ|Kifle|Kefle
		+ሰናይት|Senait|Sennait
		+ሚካል|Mikal|Michal`
	tigrinyaFamily = `
		ወልደ|Welde|Wolde
		ኪዳነ|Kidane|Kidan
		ተኽለ|Tekle|Tecle
		በረኸት|Bereket|Beraket
		ኣብርሃም|Abraham|Abreham
		ሃብተ|Habte|Hapte
		መስፍን|Mesfin|Mesfen
		ዘርኣይ|Zeray|Zerai|Serai`
	cyrillicGiven = `
		Андрій|Andrii|Andriy|Andrij
		Олег|Oleg|Oleh
		Сергій|Serhii|Sergey|Serhij
		Іван|Ivan|Iwan
		Микола|Mykola|Nikolai
		Димитър|Dimitar|Dimiter
		Георги|Georgi|Gueorgui
		+Наталія|Nataliia|Natalia|Natalija`
	cyrillicFamily = `
		Коваленко|Kovalenko|Kowalenko
		Шевчук|Shevchuk|Schewtschuk
		Бондар|Bondar
		Петров|Petrov|Petroff|Petrow
		Иванов|Ivanov|Iwanow
		Стоянов|Stoyanov|Stojanow
		Ткачук|Tkachuk|Tkatschuk
		Димитров|Dimitrov|Dimitroff|Dimitrow`
	greekGiven = `
		Γιώργος|Giorgos|Yiorgos|Georgios
		Νίκος|Nikos|Nicos
		Δημήτρης|Dimitris|Demetris
		Κώστας|Kostas|Costas
		Παναγιώτης|Panagiotis|Panayiotis
		+Ελένη|Eleni|Heleni`
	greekFamily = `
		Παπαδόπουλος|Papadopoulos|Papadopulos
		Νικολάου|Nikolaou|Nicolaou
		Βλάχος|Vlachos|Vlahos|Wlachos
		Γεωργίου|Georgiou|Yeoryiou
		Καραγιάννης|Karagiannis|Karayannis|Karagiannis
		Μακρής|Makris`
	turkishGiven = `
		Mehmet|Mehmed
		Hüseyin|Huseyin|Hueseyin
		Emre
		Murat
		Kemal
		Serkan
		Çağlar|Caglar
		+Zeynep`
	turkishFamily = `
		Yılmaz|Yilmaz
		Çelik|Celik
		Öztürk|Ozturk|Oeztuerk
		Şahin|Sahin|Schahin
		Kaya
		Demir
		Aydın|Aydin
		Doğan|Dogan`
	italianGiven = `
		Giuseppe
		Antonio
		Salvatore
		Marco
		Luca
		+Giulia`
	italianFamily = `
		Rossi
		Esposito
		Ferrara
		Greco
		Conti
		Marino`
	albanianGiven = `
		Arben
		Besnik
		Dritan
		Ilir
		Gëzim|Gezim
		+Elira`
	albanianFamily = `
		Hoxha|Hodscha
		Krasniqi|Krasnichi
		Shehu|Scehu
		Leka
		Dervishi|Dervisci
		Gjoka|Djoka`
	romanianGiven = `
		Vasile
		Mihai
		Andrei
		Ștefan|Stefan
		Ion
		+Ioana`
	romanianFamily = `
		Popa
		Ionescu|Jonescu
		Munteanu
		Rusu
		Stan`
	nigerianGiven = `
		Emeka
		Chidi
		Osas
		Festus
		Kelechi
		+Blessing`
	nigerianFamily = `
		Okafor|Okafo
		Eze
		Osagie|Ossagie
		Adeyemi
		Igwe
		Nwosu`
)
