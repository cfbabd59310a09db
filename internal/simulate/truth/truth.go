// Package truth is what is true in a simulated world, as files beside what agencies
// sent from it. The simulator writes them and the judge of package evaluate reads
// them; doc/truth.md documents every column for anybody else.
//
//	truth/world.json        one World
//	truth/persons.jsonl     one Person a line
//	truth/records.csv       which row of which file tells of whom
//	truth/figures.csv       the true values of figures
//	…
//
// Identifiers begin with a letter for their kind: P person, N network, V vessel,
// C car or other vehicle, D document, I incident, O company, B measure at a border,
// J journey, S investigation. Days are ISO 8601, lists are separated by "|".
package truth

import "time"

// World is what a folder of truth is about.
type World struct {
	Version  int       `json:"version"` // of this format
	Seed     uint64    `json:"seed"`
	Scale    float64   `json:"scale"`
	From     time.Time `json:"from"` // first day of activity
	To       time.Time `json:"to"`   // last day of activity
	Counts   Counts    `json:"counts"`
	Turnover float64   `json:"turnover_usd_2015"` // of all smuggling to the EU in 2015
}

// Counts tells how much of everything a world and its observation have.
type Counts struct {
	Contributions  int `json:"contributions"`
	SuspectRecords int `json:"suspect_records"`
	Persons        int `json:"persons"` // true ones, suspects
	Networks       int `json:"networks"`
	Investigations int `json:"investigations"`
	Debriefings    int `json:"debriefings"`
	Communications int `json:"communications"`
	Vessels        int `json:"vessels"` // suspicious
	Hotspots       int `json:"hotspots"`
	Quarantined    int `json:"quarantined"` // rows that are broken on purpose
}

// Person is somebody who smuggles, alone or in networks.
type Person struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`   // Latin letters, as an English register has it
	Native      string   `json:"native"` // in its own script
	Language    string   `json:"language"`
	Aliases     []string `json:"aliases,omitempty"`
	Sex         string   `json:"sex"` // male, female
	Born        string   `json:"born"`
	Nationality string   `json:"nationality"` // ISO 3166-1 alpha-2, lower case
	Residence   string   `json:"residence"`
	Place       string   `json:"place"` // where the person works
	Convicted   bool     `json:"convicted,omitempty"`
	Tier        string   `json:"tier"` // of the last membership; a person alone is a facilitator
	Role        string   `json:"role"`
	Phones      []string `json:"phones"`
}

// Network is a group that works together.
type Network struct {
	ID            string   `json:"id"`
	Name          string   `json:"name"`
	Corridor      string   `json:"corridor"`
	Stages        []string `json:"stages"` // legs that it covers
	Nationalities string   `json:"nationalities"`
	Services      []string `json:"services"`
	From          string   `json:"from"`
	To            string   `json:"to"` // empty: lasts
	Members       int      `json:"members"`
}

// Membership is a person's part in a network for a span of time.
type Membership struct {
	Person  string    `csv:"person"`
	Network string    `csv:"network"`
	Cell    string    `csv:"cell"`
	Stage   string    `csv:"stage"`
	Tier    string    `csv:"tier"` // leader, organiser, facilitator
	Role    string    `csv:"role"`
	From    time.Time `csv:"from"`
	To      time.Time `csv:"to"` // zero: lasts
}

// Tie is a relation between two persons.
type Tie struct {
	A       string    `csv:"a"`
	B       string    `csv:"b"`
	Kind    string    `csv:"kind"`    // works with, kin, pays, cooperation
	Network string    `csv:"network"` // empty: between networks
	Weight  float64   `csv:"weight"`  // relative rate of contact
	From    time.Time `csv:"from"`
	To      time.Time `csv:"to"`
}

// Event is something that happened to a network.
type Event struct {
	Day     time.Time `csv:"day"`
	Kind    string    `csv:"kind"` // birth, death, takeover, split, cooperation
	Network string    `csv:"network"`
	Other   string    `csv:"other"` // taken over, split off, worked with
}

// Record says what a record of a contribution is about.
type Record struct {
	File   string   `csv:"file"` // base name
	Part   string   `csv:"part"` // sheet or member
	Row    int      `csv:"row"`  // as an editor or spreadsheet counts, from 1
	Schema string   `csv:"schema"`
	Entity string   `csv:"entity"`
	Facts  []string `csv:"facts"` // what the row tells that identifies: name, born (to the day), year, phone, document
}

// Hotspot is a place where activity is concentrated.
type Hotspot struct {
	ID       string    `csv:"id"` // number in the gazetteer
	Name     string    `csv:"name"`
	Country  string    `csv:"country"`
	Lat      float64   `csv:"lat"`
	Lon      float64   `csv:"lon"`
	EU       bool      `csv:"eu"`
	Corridor string    `csv:"corridor"`
	Kind     string    `csv:"kind"`
	Weight   float64   `csv:"weight"` // relative to the others
	From     time.Time `csv:"from"`
	To       time.Time `csv:"to"`
}

// Leg is one way between two places, on a corridor.
type Leg struct {
	ID       string  `csv:"id"`
	Corridor string  `csv:"corridor"`
	Stage    int     `csv:"stage"` // order along the corridor, from 1
	From     string  `csv:"from"`
	To       string  `csv:"to"`
	Mode     string  `csv:"mode"`
	Share    float64 `csv:"share"` // of the journeys along the corridor
	FeeUSD   float64 `csv:"fee_usd"`
}

// Flow is the persons who crossed a section of the border in a month.
type Flow struct {
	Month       string `csv:"month"` // 2015-03
	Corridor    string `csv:"corridor"`
	Section     string `csv:"section"`
	Nationality string `csv:"nationality"`
	Mode        string `csv:"mode"`
	Detections  int    `csv:"detections"`
	First       int    `csv:"first"` // of those, persons who were not detected before on their journey
}

// Measure is a border measure that moved the flow from a section to another.
type Measure struct {
	ID       string    `csv:"id"`
	Day      time.Time `csv:"day"`
	Corridor string    `csv:"corridor"`
	Closed   string    `csv:"closed"` // section
	Gained   string    `csv:"gained"` // section
	Share    float64   `csv:"share"`  // of the flow that moved
	LagDays  int       `csv:"lag_days"`
}

// Journey is one migrant's way, of a sample of all. It tells nothing that would
// name anybody.
type Journey struct {
	ID          string        `json:"id"`
	Nationality string        `json:"nationality"`
	Sex         string        `json:"sex"`
	AgeBand     string        `json:"age_band"`
	Facilitated bool          `json:"facilitated"`
	Legs        []JourneyLeg  `json:"legs"`
	Debriefed   string        `json:"debriefed,omitempty"` // number of the debriefing
	Detections  []Detection   `json:"detections"`          // each counts once more in the statistics
	Documents   []string      `json:"documents,omitempty"` // lent for the journey
	Payments    []JourneyPaid `json:"payments,omitempty"`
}

// JourneyLeg is one leg of a journey.
type JourneyLeg struct {
	Leg     string `json:"leg"`
	Day     string `json:"day"`
	Means   string `json:"means"`
	Network string `json:"network,omitempty"`
	Fee     int    `json:"fee,omitempty"` // in Currency
	Curr    string `json:"currency,omitempty"`
}

// JourneyPaid is how a leg was paid for.
type JourneyPaid struct {
	Leg    string `json:"leg"`
	Means  string `json:"means"`
	Timing string `json:"timing"`
}

// Detection is a border crossing that was counted.
type Detection struct {
	Corridor string `json:"corridor"`
	Month    string `json:"month"`
}

// Crime is a link to another area of crime.
type Crime struct {
	Subject string `csv:"subject"` // person or network
	Area    string `csv:"area"`
	Year    int    `csv:"year"`
}

// Market is the persons whom a network moved along a corridor in a year.
type Market struct {
	Year     int    `csv:"year"`
	Corridor string `csv:"corridor"`
	Network  string `csv:"network"` // empty: persons on their own account
	Persons  int    `csv:"persons"`
}

// Thing is a vessel, vehicle, document, phone or company, with whoever had it.
type Thing struct {
	ID     string   `csv:"id"`
	Kind   string   `csv:"kind"`   // vessel, vehicle, document, phone, company
	Number string   `csv:"number"` // plate, document number, phone number
	Users  []string `csv:"users"`  // persons, in order of time; of a forged or lent document who supplied it
}

// Payment is money that one person or company sent to another.
type Payment struct {
	Day    time.Time `csv:"day"`
	From   string    `csv:"from"`
	To     string    `csv:"to"`
	Via    string    `csv:"via"` // hawaladar, courier or company between
	Means  string    `csv:"means"`
	Amount int       `csv:"amount_usd"`
}

// Incident is something that happened at a border, whoever tells of it.
type Incident struct {
	ID      string    `csv:"id"`
	Day     time.Time `csv:"day"`
	Leg     string    `csv:"leg"`
	Kind    string    `csv:"kind"`
	Craft   string    `csv:"craft"`
	Length  int       `csv:"length_m"` // of a rubber dinghy; 0: of another craft
	Persons int       `csv:"persons"`
	Dead    int       `csv:"dead"`
	Missing int       `csv:"missing"`
	Cause   string    `csv:"cause"`
	Lat     float64   `csv:"lat"`
	Lon     float64   `csv:"lon"`
}

// Investigation is an authority's work on one network or some persons.
type Investigation struct {
	ID      string    `csv:"id"`
	Network string    `csv:"network"` // empty: persons who work alone
	Country string    `csv:"country"`
	Opened  time.Time `csv:"opened"`
	Action  time.Time `csv:"action"`
	InDepth bool      `csv:"in_depth"` // tells of all whom it saw
	Persons []string  `csv:"persons"`  // seen
}

// Activity is how much went on in a month, and how much was reported.
type Activity struct {
	Month    string `csv:"month"`
	Networks int    `csv:"networks"` // active
	Persons  int    `csv:"persons"`  // active suspects
	Reported int    `csv:"reported"` // records of suspects first recorded in the month
}

// Contribution is a file that an agency sent.
type Contribution struct {
	File     string    `csv:"file"`
	Source   string    `csv:"source"`
	Agency   string    `csv:"agency"`
	Received time.Time `csv:"received"`
	Rows     int       `csv:"rows"` // without a header
}

// Broken is a row that cannot give a record, on purpose.
type Broken struct {
	File   string `csv:"file"`
	Part   string `csv:"part"`
	Row    int    `csv:"row"`
	Column string `csv:"column"` // empty: the row as a whole
	Kind   string `csv:"kind"`
}

// Figure is the true value of one cell of a figure.
type Figure struct {
	Figure string   `csv:"figure"` // its ID
	Keys   []string `csv:"keys"`   // "key=value", by key
	Value  float64  `csv:"value"`  // in the unit of the figure
	N      int      `csv:"n"`      // units in the world behind the value; 0: a parameter of the world
}

// Text is what a free text says.
type Text struct {
	File     string `json:"file"`
	Part     string `json:"part,omitempty"`
	Row      int    `json:"row"`
	Kind     string `json:"kind"`
	Language string `json:"language"`
	Spans    []Span `json:"spans"`
}

// Span is a stretch of a text, in bytes, and what it states.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`
	Value string `json:"value"`
}
