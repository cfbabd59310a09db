// Package narrative writes the free texts that agencies send, and says for each what
// it states where:
//
//	v := narrative.Investigation{Country: "it", Operation: "Gabbiano 3", Opened: opened, Action: action, Arrests: 4}
//	text := v.Write(draw.New(seed, "narrative", 17), "it")
//	for _, s := range text.Spans {
//		fmt.Println(s.Kind, s.Value, text.Body[s.Start:s.End])
//	}
//
// There is a type for each kind of text: [Investigation], [Debriefing], [Advert],
// [Item], [Report] and [Questionnaire]. What a field does not hold, the text does not
// say. The same data, source and language give the same text.
//
// The sentences are templates, in one file for each language (phrases/en.txt and so on).
// A template is written only where everything that it names is known:
//
//	{slot}          what the data hold, with a span where it is a fact
//	{slot:form}     the same in a form, such as {action:month} or {country:in}
//	{slot=one|more} by number; # is the number and <a> the number one in words
//	{?slot: …}      only where the slot holds something
//	{!slot} {-slot} for texts where the slot holds something, or nothing
//	[a|b|c]         one of these
//
// All persons are fictitious. The migrant who tells a debriefing is a witness and has
// no name in it.
package narrative

import "time"

// Text is a text with what it states.
type Text struct {
	Title, Body string
	Language    string // en, fr, de, it, es, el; of an advert also ar, fa
	Spans       []Span // in Body, in order, not overlapping
}

// Span is a place in a text that states something.
type Span struct {
	Start, End  int // bytes
	Kind, Value string
}

// The kinds of spans, with what their values are.
const (
	KindPerson    = "person"    // as the caller says
	KindPlace     = "place"     // as the caller says
	KindNetwork   = "network"   // as the caller says
	KindVessel    = "vessel"    // as the caller says
	KindPhone     = "phone"     // as the caller says: E.164
	KindPlate     = "plate"     // as the caller says
	KindAccount   = "account"   // as the caller says
	KindRoute     = "route"     // as the caller says, or the name of the corridor in English
	KindOperation = "operation" // the name
	KindDate      = "date"      // 2015-03-12, 2015-03, 2015-Q1 or 2015
	KindAmount    = "amount"    // 5000 EUR
	KindPersons   = "persons"   // the number of persons on the move
	KindArrests   = "arrests"   // the number of persons arrested
	KindDead      = "dead"      // the number of bodies
	KindMissing   = "missing"   // the number of persons missing
	KindShare     = "share"     // per cent
	KindCrime     = "crime"     // the crime in English
	KindRole      = "role"      // the role in English
	KindCountry   = "country"   // ISO 3166-1 alpha-2, lower case
)

// Mention is how a text writes something, and what it means. Without a text it is not
// mentioned.
type Mention struct{ Text, Value string }

// Investigation is what an authority tells of its work on a network. Of many suspects
// the first eight are named.
type Investigation struct {
	Operation      string
	Country        string // ISO 3166-1 alpha-2, as all countries
	Opened, Action time.Time
	Network, Hub   Mention
	Suspects       []Suspect
	Arrests        int
	Migrants       int
	Cash           int // EUR
	Partners       []string
	Crimes         []string // in English: "document forgery"
	Phones, Plates []Mention
	From, To       Mention
	Fee            int
	Currency       string // of the fee; empty: EUR
	Vessel         Mention
}

// Suspect is somebody whom an authority holds to be of a network.
type Suspect struct {
	Name Mention
	Role string // in English, as the simulated world has it: leader, organiser, driver …
	Town Mention
}

// Debriefing is an officer's account of what a migrant told.
type Debriefing struct {
	Day                time.Time
	Place              Mention
	Nationality        string // empty: unknown
	Legs               []Leg
	Nicknames          []Mention // of smugglers
	Phone              Mention
	DebtWork, Violence bool
}

// Leg is a part of the migrant's way.
type Leg struct {
	From, To        Mention
	Mode            string // sea, land, air
	Means           string // in English: "rubber dinghy"
	Month           time.Time
	Fee             int
	Currency        string // empty: EUR
	Payment, Timing string // in English: "cash", "before departure"
	Persons         int    // in the craft or group
}

// Advert is a post that offers a passage.
type Advert struct {
	Day            time.Time
	From, To       Mention
	Mode           string // sea, land, air
	Price          int
	Currency       string // empty: EUR
	Phone, Account Mention
	Services       []string // in English: "documents"
	Native         string   // ar, en, fr, fa; empty: the language of the title, or English
}

// Item is an entry in a daily list of what happened.
type Item struct {
	Day                    time.Time
	Route, Place           Mention
	Persons, Dead, Missing int
	Kind                   string // interception, rescue, shipwreck, death
	Country                string // whose service reports
}

// Report is a partner's report on a route in a quarter.
type Report struct {
	Partner     string // its name
	Title       string // empty: one is made
	Period      time.Time
	Route       Mention // without a text: the route's name in the language, by its value
	Arrivals    int
	Before      int // in the quarter before; 0: unknown
	Nations     []string
	Low, High   int // prices
	Currency    string
	Hotspot     Mention
	Modus       string // one of Modi; empty: none
	Cooperation []string
}

// Modi returns the modi operandi that a report can tell.
func Modi() []string {
	return []string{
		"larger vessels", "winter crossings", "unseaworthy boats", "migrant at the helm", "rail freight", "refrigerated lorries",
		"look-alike documents", "social media", "escrow payment", "scout vehicles",
	}
}

// Questionnaire is a national bureau's answers for a year.
type Questionnaire struct {
	Country       string
	Year          int
	Nationalities []string // of suspects
	Roles         []string // in English
	Routes        []string // names of corridors in English
	Crimes        []string // in English
	TrendUp       bool
	Share         int // per cent of the cases with organised groups; 0: unknown
}

// Languages returns the languages that texts are written in.
func Languages() []string { return []string{"en", "fr", "de", "it", "es", "el"} }
