package normalize

import (
	"maps"
	"strings"
	"sync"
	"time"
)

// Calendar is a calendar that dates are written in. The zero value is the Gregorian one.
type Calendar string

// The calendars that a source may declare.
const (
	Gregorian Calendar = ""
	// SolarHijri is the calendar of Iran and, with other names of months, Afghanistan. Leap years
	// are those of the 33-year cycle (years 1, 5, 9, 13, 17, 22, 26 and 30 of it), which agrees with
	// the astronomical rule for all years that people alive can have been born in.
	SolarHijri Calendar = "solar_hijri"
	// Hijri is the Islamic lunar calendar by the civil tabular rule (leap years 2, 5, 7, 10, 13,
	// 16, 18, 21, 24, 26 and 29 of 30; epoch Friday, 16 July 622 Julian). Where months begin by
	// sighting, a day may be one or two off.
	Hijri Calendar = "hijri"
	// Ethiopian is the calendar of Ethiopia and Eritrea: twelve months of 30 days and a
	// thirteenth of five or six.
	Ethiopian Calendar = "ethiopian"
	// Buddhist is the calendar of Thailand: Gregorian days, years counted 543 higher.
	Buddhist Calendar = "buddhist"
)

// Calendars lists the calendars that can be declared.
func Calendars() []Calendar { return []Calendar{SolarHijri, Hijri, Ethiopian, Buddhist} }

// rataDie counts days: day 1 is 1 January of the year 1, Gregorian.
type rataDie int

// gregorian returns the Gregorian date of a day.
func (d rataDie) gregorian() time.Time {
	return time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(d)-1)
}

// fixed returns the day of a date in the calendar, after E. M. Reingold and N. Dershowitz,
// Calendrical Calculations, 4th edition (2018), chapters 4, 7 and 15. ok is false where there is
// no such day.
func (c Calendar) fixed(year, month, day int) (d rataDie, ok bool) {
	if year < 1 || month < 1 || day < 1 || day > c.daysIn(year, month) {
		return 0, false
	}
	switch c {
	case SolarHijri:
		const nowruz1400 = 737870 // 21 March 2021
		days := nowruz1400
		for y := 1400; y < year; y++ {
			days += 365 + solarLeap(y)
		}
		for y := year; y < 1400; y++ {
			days -= 365 + solarLeap(y)
		}
		return rataDie(days + min(month-1, 6)*31 + max(month-7, 0)*30 + day - 1), true
	case Hijri:
		const epoch = 227015
		return rataDie(epoch - 1 + (year-1)*354 + (3+11*year)/30 + 29*(month-1) + month/2 + day), true
	case Ethiopian:
		const epoch = 2796
		return rataDie(epoch - 1 + 365*(year-1) + year/4 + 30*(month-1) + day), true
	case Gregorian, Buddhist:
	}
	t := time.Date(year-c.offset(), time.Month(month), day, 0, 0, 0, 0, time.UTC)
	const unix = 719163 // 1 January 1970
	return rataDie(unix + int(t.Unix()/secondsPerDay)), true
}

func (c Calendar) offset() int {
	if c == Buddhist {
		return 543
	}
	return 0
}

// daysIn returns the days of a month, 0 where there is no such month.
func (c Calendar) daysIn(year, month int) int {
	switch c {
	case SolarHijri:
		switch {
		case month < 1 || month > 12:
			return 0
		case month <= 6:
			return 31
		case month == 12:
			return 29 + solarLeap(year)
		}
		return 30
	case Hijri:
		switch {
		case month < 1 || month > 12:
			return 0
		case month == 12 && (14+11*year)%30 < 11, month%2 == 1:
			return 30
		}
		return 29
	case Ethiopian:
		switch {
		case month < 1 || month > 13:
			return 0
		case month == 13 && year%4 == 3:
			return 6
		case month == 13:
			return 5
		}
		return 30
	case Gregorian, Buddhist:
	}
	if month < 1 || month > 12 {
		return 0
	}
	return daysIn(year-c.offset(), month)
}

func solarLeap(year int) int {
	if (25*year+11)%33 < 8 {
		return 1
	}
	return 0
}

// convert makes fields read in the calendar Gregorian. A month or a year alone becomes that in
// which its middle lies. It returns a sentence where there is no such day.
func (c Calendar) convert(f *dateFields) string {
	if c == Gregorian {
		return ""
	}
	year, month, day := f.year, f.month, f.day
	switch {
	case f.precision == PrecisionYear || month == 0:
		month, day = 6, 29
	case f.precision == PrecisionMonth || day == 0:
		day = 15
		if month == 13 {
			day = 3
		}
	}
	d, ok := c.fixed(year, month, day)
	if !ok {
		return "the calendar has no such day"
	}
	t := d.gregorian()
	f.year = t.Year()
	if f.month != 0 && f.precision >= PrecisionMonth {
		f.month = int(t.Month())
	}
	if f.day != 0 && f.precision >= PrecisionDay {
		f.day = t.Day()
	}
	return ""
}

// months indexes the names of the calendar's months, folded. Names are of one to three words.
func (c Calendar) months() map[string]int {
	switch c {
	case SolarHijri:
		return solarMonths()
	case Hijri:
		return hijriMonths()
	case Ethiopian:
		return ethiopianMonths()
	case Buddhist:
		return thaiMonths()
	case Gregorian:
	}
	return monthNames()
}

var (
	solarMonths = sync.OnceValue(func() map[string]int { return monthTable(solarMonthWords) })
	hijriMonths = sync.OnceValue(func() map[string]int { return monthTable(hijriMonthWords) })
	thaiMonths  = sync.OnceValue(func() map[string]int {
		table := monthTable(thaiMonthWords)
		maps.Copy(table, monthNames())
		return table
	})
	ethiopianMonths = sync.OnceValue(func() map[string]int { return monthTable(ethiopianMonthWords) })
)

// monthTable indexes names by commas, a month a line.
func monthTable(list string) map[string]int {
	table := map[string]int{}
	for i, line := range strings.Split(list, "\n") {
		for name := range strings.SplitSeq(line, ",") {
			table[FoldWords(name)] = i + 1
		}
	}
	return table
}

// solarMonthWords are the months of Iran, of Afghanistan in Dari and Pashto, and in Latin letters.
const solarMonthWords = `فروردین,حمل,وری,farvardin,hamal,wray
اردیبهشت,ثور,غویی,ordibehesht,sawr,saur,thawr
خرداد,جوزا,غبرګولی,khordad,jawza
تیر,سرطان,چنګاښ,tir,saratan
مرداد,امرداد,اسد,زمری,mordad,asad
شهریور,سنبله,وږی,shahrivar,sonbola,sunbula
مهر,میزان,تله,mehr,mizan
آبان,عقرب,لړم,aban,aqrab
آذر,قوس,لیندۍ,azar,qaws,qaus
دی,جدی,مرغومی,dey,day,jadi
بهمن,دلو,سلواغه,bahman,dalw
اسفند,حوت,کب,esfand,hut,hoot`

// hijriMonthWords are the months of the Islamic calendar.
const hijriMonthWords = `محرم,المحرم,محرم الحرام,muharram
صفر,safar
ربيع الأول,ربيع الاول,ربیع الاول,rabi i,rabi al awwal,rabi ul awwal,rabi al-awwal
ربيع الثاني,ربيع الآخر,ربیع الثانی,rabi ii,rabi al thani,rabi al akhir,rabi ul thani
جمادى الأولى,جمادى الاولى,جمادی الاول,جمادی الاولی,jumada i,jumada al awwal,jumada al ula
جمادى الآخرة,جمادى الثانية,جمادی الثانی,جمادی الثانیه,jumada ii,jumada al thani,jumada al akhira
رجب,rajab
شعبان,shaban,sha'ban
رمضان,ramadan,ramazan
شوال,shawwal
ذو القعدة,ذي القعدة,ذوالقعده,ذی القعده,dhu al qadah,dhu al-qi'dah,zulqada,dhul qadah
ذو الحجة,ذي الحجة,ذوالحجه,ذی الحجه,dhu al hijjah,dhu al-hijja,zulhijja,dhul hijjah`

// ethiopianMonthWords are the months of Ethiopia and Eritrea, in Amharic, Tigrinya and Latin letters.
const ethiopianMonthWords = `መስከረም,meskerem
ጥቅምት,ጥቅምቲ,tikimt,tekemt
ኅዳር,ህዳር,ሕዳር,hidar,hedar
ታኅሣሥ,ታህሳስ,ታሕሳስ,tahsas
ጥር,ጥሪ,tir,ter
የካቲት,ለካቲት,yekatit
መጋቢት,megabit
ሚያዝያ,ሚያዚያ,miyazya,miazia
ግንቦት,ጉንበት,ginbot
ሰኔ,ሰነ,sene
ሐምሌ,ሀምሌ,ሓምለ,hamle
ነሐሴ,ነሀሴ,ነሓሰ,nehase
ጳጉሜን,ጳጉሜ,ጳጉሜ ን,pagume,pagumen`

// thaiMonthWords are the months of Thailand.
const thaiMonthWords = `มกราคม,ม.ค.
กุมภาพันธ์,ก.พ.
มีนาคม,มี.ค.
เมษายน,เม.ย.
พฤษภาคม,พ.ค.
มิถุนายน,มิ.ย.
กรกฎาคม,ก.ค.
สิงหาคม,ส.ค.
กันยายน,ก.ย.
ตุลาคม,ต.ค.
พฤศจิกายน,พ.ย.
ธันวาคม,ธ.ค.`
