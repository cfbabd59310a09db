package narrative

import (
	"strconv"
	"strings"
	"time"
)

func digits(n int) string { return strconv.Itoa(n) }

// figure writes a number: grouped, or in words where it is small and words are asked
// for.
func (w *writer) figure(n int, words bool) string {
	if words && n >= 2 && n-2 < len(w.l.numbers) {
		return w.l.numbers[n-2]
	}
	return w.grouped(n)
}

// grouped writes a number with the separator of the language.
func (w *writer) grouped(n int) string {
	text := digits(n)
	if len(text) < 4 || len(text) == 4 && w.l.code == "es" && w.amounts != 2 {
		return text
	}
	separator := "."
	switch w.l.code {
	case "en", "ar", "fa":
		separator = ","
	case "fr":
		separator = "\u00a0"
	}
	var b strings.Builder
	for i, c := range text {
		if i > 0 && (len(text)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteRune(c)
	}
	return b.String()
}

// money writes an amount as the language and the style of the text have it.
func (w *writer) money(n int, currency string) string {
	figure := w.grouped(n)
	names := w.l.terms["currency"][currency]
	symbol := map[string]string{"EUR": "€", "USD": "US$", "GBP": "£"}[currency]
	switch {
	case w.amounts == 0 && len(names) > 0:
		return figure + " " + names[len(names)-1]
	case w.amounts == 1 && symbol != "" && (w.l.code == "en" || w.l.code == "it" && w.dates == 1):
		if w.l.code == "it" {
			return symbol + " " + figure
		}
		return symbol + figure
	case w.amounts == 1 && symbol != "":
		return figure + " " + symbol
	case w.l.code == "en" || w.l.code == "de":
		return currency + " " + figure
	case len(names) > 0:
		return figure + " " + names[0]
	}
	return figure + " " + currency
}

// comma is what stands between the items of a list but the last.
func (w *writer) comma() string {
	switch w.l.code {
	case "ar", "fa":
		return "، "
	}
	return ", "
}

// and is what stands before the last item of a list.
func (w *writer) and(next string) string {
	switch {
	case w.l.code == "es" && (startsWith(next, "i") || startsWith(next, "hi")) && !startsWith(next, "hie"):
		return " e "
	case w.l.code == "it" && startsWith(next, "e"):
		return " ed "
	case w.l.code == "ar":
		return " و"
	}
	return " " + w.l.and + " "
}

func startsWith(text, lower string) bool {
	return len(text) >= len(lower) && strings.EqualFold(text[:len(lower)], lower)
}

// prefix writes the word that a form asks for before a text.
func (w *writer) prefix(form, next string) {
	word := ""
	switch {
	case form == "":
	case w.l.code == "fr" && form == "de":
		word = "de "
		if vowel(next) {
			word = "d'"
		}
	case w.l.code == "it" && form == "a":
		word = "a "
		if startsWith(next, "a") {
			word = "ad "
		}
	case w.l.code == "en" && form == "a":
		word = "a "
		if vowel(next) {
			word = "an "
		}
	}
	w.text = append(w.text, word...)
}

// vowel reports whether a word begins with one, so that the word before is cut short.
func vowel(text string) bool {
	for _, c := range text {
		return strings.ContainsRune("aeiouAEIOUéèêàâîôÉÈÀÂÎÔİ", c)
	}
	return false
}

// day writes a date: to the day, or with the form "month" to the month. Other forms
// ask for the article that the language has before it.
func (w *writer) day(f *fact, form string) {
	y, m, d := f.day.Date()
	switch form {
	case "month":
		text := w.l.inMonth[m-1] + w.ofYear() + digits(y)
		w.span(f.kind, f.day.Format("2006-01"), text)
		return
	case "year":
		w.span(f.kind, digits(y), digits(y))
		return
	}
	w.text = append(w.text, w.article(form, d)...)
	w.span(f.kind, f.day.Format(time.DateOnly), w.dateText(y, int(m), d))
}

// ofYear stands between month and year.
func (w *writer) ofYear() string {
	switch w.l.code {
	case "es":
		return " de "
	case "el":
		return " του "
	}
	return " "
}

// article returns the article of a day: "l'" before an Italian 8, "την" before a Greek
// 1.
func (w *writer) article(form string, d int) string {
	switch w.l.code {
	case "it":
		if d == 8 || d == 11 {
			return map[string]string{"il": "l'", "del": "dell'", "dal": "dall'", "al": "all'"}[form]
		}
		return map[string]string{"il": "il ", "del": "del ", "dal": "dal ", "al": "al "}[form]
	case "el":
		if form == "stis" && d == 1 {
			return "την "
		}
		return map[string]string{"stis": "στις ", "tis": "τις "}[form]
	}
	return ""
}

// dateText writes a day in the style of the text.
func (w *writer) dateText(y, m, d int) string {
	long := w.dates == 0 || w.l.code == "en" && w.dates == 1
	if long {
		month := w.l.months[m-1]
		switch {
		case w.l.code == "en" && w.dates == 1:
			return digits(d) + " " + month[:3] + " " + digits(y)
		case w.l.code == "de":
			return digits(d) + ". " + month + " " + digits(y)
		case w.l.code == "fr" && d == 1:
			return "1er " + month + " " + digits(y)
		case w.l.code == "it" && d == 1:
			return "1° " + month + " " + digits(y)
		case w.l.code == "es":
			return digits(d) + " de " + month + " de " + digits(y)
		case w.l.code == "el" && d == 1:
			return "1η " + month + " " + digits(y)
		}
		return digits(d) + " " + month + " " + digits(y)
	}
	separator := "/"
	if w.l.code == "de" || w.dates == 2 && w.l.code != "en" {
		separator = "."
	}
	if w.l.code == "el" && w.dates == 1 {
		separator = "-"
	}
	return two(d) + separator + two(m) + separator + digits(y)
}

func two(n int) string {
	if n < 10 {
		return "0" + digits(n)
	}
	return digits(n)
}

func quarterOf(day time.Time) int { return (int(day.Month()) + 2) / 3 }

func quarter(day time.Time) string { return digits(day.Year()) + "-Q" + digits(quarterOf(day)) }
