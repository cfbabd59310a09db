package normalize

import (
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
)

// dateReader reads one date from the front of rest.
type dateReader struct {
	rest   string
	fields dateFields
	has    [PrecisionSecond + 1]bool
	// dayOfYear and afternoon are settled once everything is read.
	dayOfYear           int
	options             *DateOptions
	shortYear           bool // the year has two digits yet
	afternoon, forenoon bool
}

// scan reads what a strftime-style format describes.
func (r *dateReader) scan(format string) *dateError {
	for format != "" {
		if format[0] != '%' {
			n := 1
			for n < len(format) && format[n] != '%' {
				n++
			}
			if !r.literal(format[:n]) {
				return &dateError{ErrFormat, ""}
			}
			format = format[n:]
			continue
		}
		directive := strings.TrimLeft(format[1:], "-_0") // flags of padding
		if directive == "" {
			return &dateError{ErrFormat, "the format ends in %"}
		}
		format = directive[1:]
		ok, known := r.directive(directive[0])
		if !known {
			return &dateError{ErrFormat, "the format has %" + directive[:1] + ", which is not understood"}
		}
		if !ok {
			return &dateError{ErrFormat, ""}
		}
	}
	return nil
}

// directive reads one conversion of a format.
func (r *dateReader) directive(c byte) (ok, known bool) {
	f := &r.fields
	switch c {
	case 'Y':
		return r.numeric(PrecisionYear, &f.year, 4, 4), true
	case 'y':
		ok := r.numeric(PrecisionYear, &f.year, 2, 2)
		r.shortYear = ok
		return ok, true
	case 'm':
		return r.numeric(PrecisionMonth, &f.month, 1, 2), true
	case 'd', 'e':
		r.literal(" ")
		return r.numeric(PrecisionDay, &f.day, 1, 2), true
	case 'H', 'I':
		return r.numeric(PrecisionHour, &f.hour, 1, 2), true
	case 'M':
		return r.numeric(PrecisionMinute, &f.minute, 1, 2), true
	case 'S':
		return r.numeric(PrecisionSecond, &f.second, 1, 2), true
	case 'j':
		n, ok := r.number(1, 3)
		r.dayOfYear = n
		return ok && n > 0, true
	case 'f':
		return r.fraction(), true
	case 'p':
		return r.halfDay(), true
	case 'z', 'Z':
		return r.zone(), true
	case 'b', 'B', 'h':
		return r.monthName(), true
	case 'a', 'A':
		ok := r.word() != ""
		r.literal(".")
		return ok, true
	case '%':
		return r.literal("%"), true
	}
	if long := map[byte]string{'F': "%Y-%m-%d", 'T': "%H:%M:%S", 'R': "%H:%M", 'D': "%m/%d/%y"}[c]; long != "" {
		return r.scan(long) == nil, true
	}
	return false, false
}

// clock reads the time of day that may follow a day and reports whether
// nothing is left.
func (r *dateReader) clock() bool {
	if r.rest == "" {
		return true
	}
	basic := r.literal("T")
	if !r.has[PrecisionDay] || !basic && !r.literal(", ") && !r.literal(" ") {
		return false
	}
	if !r.timeOfDay(basic) {
		return false
	}
	r.literal(" ")
	r.halfDay()
	r.literal(" ")
	return r.rest == "" || r.zone() && r.rest == ""
}

// timeOfDay reads 10:30 or 10:30:00.5, and, in the basic form of ISO 8601,
// 10, 1030 or 103000 as well.
func (r *dateReader) timeOfDay(basic bool) bool {
	f := &r.fields
	if !r.numeric(PrecisionHour, &f.hour, 1, 2) {
		return false
	}
	if colon := r.literal(":"); !colon && (!basic || leadingDigits(r.rest) == "") {
		return basic
	}
	if !r.numeric(PrecisionMinute, &f.minute, 2, 2) {
		return false
	}
	if colon := r.literal(":"); !colon && (!basic || leadingDigits(r.rest) == "") {
		return true
	}
	return r.numeric(PrecisionSecond, &f.second, 2, 2) && (r.anyOf(".,") == "" || r.fraction())
}

// date settles what was read: the finest precision without a gap counts.
func (r *dateReader) date() (Date, *dateError) {
	if !r.has[PrecisionYear] {
		return Date{}, &dateError{ErrFormat, "the format has no year"}
	}
	if r.shortYear {
		r.century()
	}
	f := r.fields
	if r.dayOfYear > 0 {
		day := time.Date(f.year, 1, r.dayOfYear, 0, 0, 0, 0, time.UTC)
		if day.Year() != f.year {
			return Date{}, &dateError{ErrRange, "no such day in that year"}
		}
		f.month, f.day = int(day.Month()), day.Day()
		r.has[PrecisionMonth], r.has[PrecisionDay] = true, true
	}
	if why := r.calendar().convert(r.withPrecision(&f)); why != "" {
		return Date{}, &dateError{ErrRange, why}
	}
	if r.afternoon || r.forenoon {
		if f.hour < 1 || f.hour > 12 {
			return Date{}, &dateError{ErrRange, "no such hour of twelve"}
		}
		if f.hour %= 12; r.afternoon {
			f.hour += 12
		}
	}
	d, why := f.date()
	if why != "" {
		return Date{}, &dateError{ErrRange, why}
	}
	return d, nil
}

// withPrecision sets the precision of fields: the finest without a gap.
func (r *dateReader) withPrecision(f *dateFields) *dateFields {
	f.precision = PrecisionYear
	for f.precision < PrecisionSecond && r.has[f.precision+1] {
		f.precision++
	}
	return f
}

func (r *dateReader) calendar() Calendar {
	if r.options == nil {
		return Gregorian
	}
	return r.options.Calendar
}

func (r *dateReader) set(p Precision, field *int, n int) {
	r.has[p] = true
	*field = n
}

// numeric reads a number of least to most digits into a field.
func (r *dateReader) numeric(p Precision, field *int, least, most int) bool {
	n, ok := r.number(least, most)
	if ok {
		r.set(p, field, n)
	}
	return ok
}

func (r *dateReader) number(least, most int) (int, bool) {
	digits := leadingDigits(r.rest)
	digits = digits[:min(len(digits), most)]
	if len(digits) < least {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	r.rest = r.rest[len(digits):]
	return n, err == nil
}

// literal reads s in either case; a space in it is any white space, which is
// one space by now.
func (r *dateReader) literal(s string) bool {
	if len(r.rest) < len(s) || !strings.EqualFold(r.rest[:len(s)], s) {
		return false
	}
	r.rest = r.rest[len(s):]
	return true
}

// anyOf reads one of the characters of set.
func (r *dateReader) anyOf(set string) string {
	if r.rest == "" || !strings.Contains(set, r.rest[:1]) {
		return ""
	}
	c := r.rest[:1]
	r.rest = r.rest[1:]
	return c
}

func (r *dateReader) fraction() bool {
	digits := leadingDigits(r.rest)
	r.rest = r.rest[len(digits):]
	return digits != ""
}

func (r *dateReader) halfDay() bool {
	r.forenoon = r.literal("am") || r.literal("a.m.")
	r.afternoon = !r.forenoon && (r.literal("pm") || r.literal("p.m."))
	return r.forenoon || r.afternoon
}

// zone reads an offset, which phone extractions put in brackets: "(UTC+3)".
func (r *dateReader) zone() bool {
	r.literal(" ")
	if r.literal("(") {
		return r.offset() && r.literal(")")
	}
	return r.offset()
}

// offset reads Z, UTC, GMT, UTC+3, +02:00, +0200 or +02.
func (r *dateReader) offset() bool {
	r.fields.zoned = true
	named := r.literal("UTC") || r.literal("GMT") || r.literal("Z")
	sign := r.anyOf("+-")
	if sign == "" {
		return named
	}
	least := 2
	if named {
		least = 1
	}
	hours, ok := r.number(least, 2)
	if !ok {
		return false
	}
	minutes := 0
	if r.literal(":") || leadingDigits(r.rest) != "" {
		if minutes, ok = r.number(2, 2); !ok || minutes > 59 {
			return false
		}
	}
	r.fields.offset = hours*60 + minutes
	if sign == "-" {
		r.fields.offset = -r.fields.offset
	}
	return true
}

func (r *dateReader) monthName() bool {
	names := r.calendar().months()
	const longest = 3 // words of a name
	for words := longest; words > 0; words-- {
		text, rest := r.ahead(words)
		if month, ok := names[FoldWords(text)]; ok && text != "" {
			r.rest = rest
			r.literal(".")
			r.set(PrecisionMonth, &r.fields.month, month)
			return true
		}
		if r.calendar() == Gregorian || r.calendar() == Buddhist && words > 1 {
			words = min(words, 2) // the names have one word
		}
	}
	return false
}

// ahead returns the next words, with the marks between them, and what follows.
func (r *dateReader) ahead(words int) (text, rest string) {
	rest = r.rest
	end := 0
	for i := range words {
		if i > 0 {
			trimmed := strings.TrimLeft(rest[end:], " -'’.")
			if trimmed == rest[end:] {
				return "", rest
			}
			end = len(rest) - len(trimmed)
		}
		next := strings.IndexFunc(rest[end:], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.Is(unicode.M, c) })
		switch {
		case next == 0 || end == len(rest):
			return "", rest
		case next < 0:
			next = len(rest) - end
		}
		end += next
	}
	return rest[:end], rest[end:]
}

// word reads a run of letters and their accents.
func (r *dateReader) word() string {
	end := strings.IndexFunc(r.rest, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.Is(unicode.M, c) })
	if end < 0 {
		end = len(r.rest)
	}
	word := r.rest[:end]
	r.rest = r.rest[end:]
	return word
}

func leadingDigits(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
}

// monthWords are the names and abbreviations of the months, one month a line, in
// English, French, German, Italian and Spanish, then Portuguese, Greek, Turkish, Russian, Ukrainian,
// Bulgarian, Serbian and Croatian, Romanian, Polish, Dutch, Albanian and Arabic (Egypt, the Levant, the
// Maghreb). No word means two months: listopad, which is October in Croatia and November in Poland, is
// left out.
const monthWords = `january jan janvier janv januar jän jänner gennaio gen enero ene janeiro ιανουάριος ιανουαρίου ιαν ocak oca январь января янв січень січня януари јануар siječanj siječnja ianuarie ian styczeń stycznia januari janar يناير جانفي
february feb février févr fév februar feber febbraio febrero fevereiro fev φεβρουάριος φεβρουαρίου φεβ şubat şub февраль февраля фев февр лютий лютого февруари фебруар veljača veljače februarie luty lutego februari shkurt فبراير فيفري شباط
march mar mars märz mär mrz marzo março μάρτιος μαρτίου μαρ mart март марта мар березень березня ožujak ožujka martie marzec marca maart mrt مارس آذار
april apr avril avr aprile abril abr απρίλιος απριλίου απρ nisan nis апрель апреля апр квітень квітня април travanj travnja aprilie kwiecień kwietnia prill أبريل افريل نيسان
may mai maggio mag mayo maio μάιος μαΐου μαι mayıs май мая травень травня мај svibanj svibnja maj maja mei مايو ماي أيار
june jun juin juni giugno giu junio junho ιούνιος ιουνίου ιουν haziran haz июнь июня июн червень червня юни јун lipanj lipnja iunie czerwiec czerwca qershor يونيو جوان حزيران
july jul juillet juil juli luglio lug julio julho ιούλιος ιουλίου ιουλ temmuz tem июль июля июл липень липня юли јул srpanj srpnja iulie lipiec lipca korrik يوليو جويلية تموز
august aug août agosto ago αύγουστος αυγούστου αυγ ağustos ağu август августа авг серпень серпня kolovoz kolovoza avgust sierpień sierpnia augustus gusht أغسطس أوت آب
september sep sept septembre settembre set septiembre setiembre setembro σεπτέμβριος σεπτεμβρίου σεπ eylül eyl сентябрь сентября сен сент вересень вересня септември септембар septembar rujan rujna septembrie wrzesień września shtator سبتمبر أيلول
october oct octobre oktober okt ottobre ott octubre outubro οκτώβριος οκτωβρίου οκτ ekim eki октябрь октября окт жовтень жовтня октомври октобар oktobar octombrie październik października tetor أكتوبر
november nov novembre noviembre novembro νοέμβριος νοεμβρίου νοε kasım kas ноябрь ноября ноя нояб ноември новембар novembar studeni studenoga noiembrie nëntor نوفمبر
december dec décembre déc dezember dez dicembre dic diciembre dezembro δεκέμβριος δεκεμβρίου δεκ aralık декабрь декабря дек грудень грудня декември децембар decembar prosinac prosinca decembrie grudzień grudnia dhjetor ديسمبر`

// monthNames indexes [monthWords], folded.
var monthNames = sync.OnceValue(func() map[string]int {
	table := map[string]int{}
	for i, words := range strings.Split(monthWords, "\n") {
		for word := range strings.FieldsSeq(words) {
			table[fold(word)] = i + 1
		}
	}
	return table
})
