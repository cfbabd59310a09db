package narrative

import "time"

// slot is a place in a template that the data fill.
type slot uint8

// The slots. Templates name them as slotNames does, in the same order.
const (
	noSlot slot = iota
	sOperation
	sCountry
	sPartners
	sOpened
	sAction
	sNetwork
	sHub
	sArrests
	sMigrants
	sCash
	sCrimes
	sPhones
	sPlates
	sFrom
	sTo
	sFee
	sVessel
	sSuspects
	sName
	sRole
	sDoes
	sTown
	sRest
	sHome
	sDay
	sPlace
	sNat
	sMeans
	sMonth
	sPayment
	sTiming
	sPersons
	sNick
	sPhone
	sPrice
	sAccount
	sServices
	sRoute
	sDead
	sMissing
	sPartner
	sPeriod
	sArrivals
	sBefore
	sChange
	sLow
	sHigh
	sHotspot
	sModus
	sNats
	sRoles
	sRoutes
	sYear
	sShare
	slots
)

func slotNames() []string {
	return []string{
		"", "operation", "country", "partners", "opened", "action", "network", "hub", "arrests", "migrants", "cash", "crimes", "phones", "plates",
		"from", "to", "fee", "vessel", "suspects", "name", "role", "does", "town", "rest", "home", "day", "place", "nat", "means", "month",
		"payment", "timing", "persons", "nick", "phone", "price", "account", "services", "route", "dead", "missing", "partner", "period",
		"arrivals", "before", "change", "low", "high", "hotspot", "modus", "nats", "roles", "routes", "year", "share",
	}
}

func (s slot) bit() uint64 { return 1 << s }

// shape is how a fact is written.
type shape uint8

const (
	isText     shape = iota
	isMentions       // a list of them
	isCount
	isAmount
	isDate
	isQuarter
	isCountries
	isTerms // codes in one of the language's tables
	isSuspects
)

// fact is what fills a slot.
type fact struct {
	shape    shape
	kind     string // of the span; empty: none
	text     string // or the currency of an amount, or the table of terms
	n        int
	day      time.Time
	mentions []Mention
	codes    []string
	suspects []Suspect
}

// count is the number by which words agree.
func (f *fact) count() int {
	switch f.shape {
	case isMentions:
		return len(f.mentions)
	case isCountries, isTerms:
		return len(f.codes)
	case isSuspects:
		return len(f.suspects)
	case isText, isCount, isAmount, isDate, isQuarter:
	}
	return f.n
}

func (w *writer) put(s slot, f fact) {
	w.facts[s] = f
	w.have |= s.bit()
}

func (w *writer) clear(all ...slot) {
	for _, s := range all {
		w.have &^= s.bit()
	}
}

func (w *writer) flag(s slot, on bool) {
	if on {
		w.put(s, fact{})
	}
}

func (w *writer) verbatim(s slot, kind, text string) {
	if text != "" {
		w.put(s, fact{shape: isText, kind: kind, text: text})
	}
}

func (w *writer) mention(s slot, kind string, m Mention) {
	if m.Text != "" {
		w.put(s, fact{shape: isMentions, kind: kind, mentions: []Mention{m}})
	}
}

// mentions puts the first few of a list that have a text.
func (w *writer) mentions(s slot, kind string, list []Mention) {
	const most = 3
	var some []Mention
	for _, m := range list {
		if m.Text != "" && len(some) < most {
			some = append(some, m)
		}
	}
	if len(some) > 0 {
		w.put(s, fact{shape: isMentions, kind: kind, mentions: some})
	}
}

func (w *writer) count(s slot, kind string, n int) {
	if n > 0 {
		w.put(s, fact{shape: isCount, kind: kind, n: n})
	}
}

func (w *writer) amount(s slot, n int, currency string) {
	if currency == "" {
		currency = "EUR"
	}
	if n > 0 {
		w.put(s, fact{shape: isAmount, kind: KindAmount, n: n, text: currency})
	}
}

func (w *writer) date(s slot, day time.Time) {
	if !day.IsZero() {
		w.put(s, fact{shape: isDate, kind: KindDate, day: day})
	}
}

func (w *writer) countries(s slot, codes ...string) {
	if len(codes) > 0 && codes[0] != "" {
		w.put(s, fact{shape: isCountries, kind: KindCountry, codes: codes})
	}
}

// terms puts codes that the language has words for; without any the slot stays empty.
func (w *writer) terms(s slot, kind, table string, codes ...string) {
	var known []string
	for _, c := range codes {
		if len(w.l.terms[table][c]) > 0 {
			known = append(known, c)
		}
	}
	if len(known) > 0 {
		w.put(s, fact{shape: isTerms, kind: kind, text: table, codes: known})
	}
}
