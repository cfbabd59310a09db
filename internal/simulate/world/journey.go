package world

import (
	"fmt"
	"math"
	"slices"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/truth"
)

// Journeys.
const (
	journeysPerDebriefing = 3    // journeys drawn for each that is debriefed
	facilitated           = 0.92 // of persons who reach the EU
	facilitatedLeg        = 0.9  // of a facilitated person's legs but the entry, which is always
	sigmaFee              = 0.30 // of the logarithm of a leg's fee
	paid                  = 0.97 // of fees are paid in the end
	onToBalkans           = 0.86 // of those who land in Greece or Bulgaria go on by the Balkans
	reachWest             = 0.6  // of those who arrive come to Germany or France
	onInEU                = 0.25 // of those who reach Germany or France travel on with help
	toBritain             = 0.5  // of those who come to Calais or Brussels go on to Britain
)

// priceLevel is the level of fees against the table of corridors. That of 2015 brings
// a journey to the published USD 3,200 to 6,500 and the year's turnover to the
// published USD 5 to 6 billion.
func priceLevel(l *Leg, year int) float64 {
	if l.To.Country == "gb" {
		return 1 // the published price of this leg is that of the table
	}
	switch {
	case year >= 2015:
		return 1.23
	case year == 2014:
		return 1.10
	}
	return 0.95
}

// inSeason is what the month does to a fee: dearer when the weather is good.
func inSeason(month time.Month) float64 {
	return 1 + 0.08*math.Cos(2*math.Pi*float64(month-8)/12)
}

// LegFee is the median fee for a leg on a day, in USD.
func LegFee(l *Leg, day time.Time) float64 {
	return l.FeeUSD * priceLevel(l, day.Year()) * inSeason(day.Month())
}

// Currency is what a leg is paid in.
func (l *Leg) Currency() string {
	if l.From.EU && l.To.EU {
		return "EUR"
	}
	return "USD"
}

// usdPerEUR is the mean rate of 2015.
const usdPerEUR = 1.11

// InCurrency converts an amount in USD into what the leg is paid in.
func (l *Leg) InCurrency(usd float64) float64 {
	if l.Currency() == "EUR" {
		return usd / usdPerEUR
	}
	return usd
}

// Journey is one migrant's way.
type Journey struct {
	truth.Journey
	Corridor *Corridor
	Legs     []Travelled
	Age      int
	Total    float64 // of its fees, in USD
	Debrief  time.Time
	At       *Place // where it was told
}

// Travelled is a leg of a journey.
type Travelled struct {
	*Leg
	Day         time.Time
	Means       string
	Facilitated bool
	FeeUSD      float64 // 0: none
	Payment     string
	Timing      string
	Network     *Network // nil: somebody else
	Helper      *Person  // whom the traveller met; nil: nobody who is known
}

// payments are the means of payment with their published shares: cash first, then
// what family pays, which goes by hawala; debt work 0.2 %.
func paymentMeans() ([]string, []float64) {
	return []string{"cash", "hawala, paid by family in the EU", "hawala, paid by family at home", "bank transfer", "money transfer service", "debt work"},
		[]float64{52, 20, 17, 4.3, 6.5, 0.2}
}

// timings are when a leg is paid for.
func timings() ([]string, []float64) {
	return []string{"before departure", "deposit released on arrival", "in instalments", "after arrival"}, []float64{48, 30, 14, 8}
}

// drawJourneys draws a sample of journeys, debriefed ones first.
func (s *Shard) drawJourneys() {
	n := s.share(Debriefings)
	for i := range n * journeysPerDebriefing {
		r := s.source("journey", i)
		j := s.newJourney(r)
		j.ID = id("J", s.base(100_000)+i+1)
		if i < n {
			last := j.Legs[len(j.Legs)-1]
			j.At = last.To
			j.Debrief = last.Day.AddDate(0, 0, 2+r.Below(60))
			if j.Debrief.After(end) {
				j.Debrief = end
			}
			j.Debriefed = fmt.Sprintf("DB-%06d", s.base(10_000)+i+1)
		}
		s.Journeys = append(s.Journeys, j)
	}
}

func (s *Shard) newJourney(r *draw.Source) *Journey {
	g := s.World.Geography
	c := g.Corridor([]string{"South-Eastern", "Central Mediterranean", "Western Mediterranean", "Western African", "Eastern", "Nordic", "Albania to Greece"}[r.Weighted(62, 22, 6, 2, 4, 2, 2)])
	year := 2014 + r.Weighted(12, 88)
	shape := season(c.Name, year)
	month := 12*(year-FirstYear) + r.Weighted(shape[:]...)
	j := &Journey{Corridor: c}
	countries, mix := travellers(c.Name)
	for j.Nationality == "" {
		j.Nationality = countries[r.Weighted(mix...)]
	}
	j.Sex = "male"
	if r.Chance(0.27) {
		j.Sex = "female"
	}
	j.Age = 14 + r.Poisson(12)
	j.AgeBand = ageBand(j.Age)
	j.Facilitated = r.Chance(facilitated)
	crossing := monthStart(month).AddDate(0, 0, r.Below(28))
	j.travel(r, c, s.World.flows.section(r, c, month), crossing)
	if c.Name == "South-Eastern" && j.last().To.Country != "de" && r.Chance(onToBalkans) {
		balkans := g.Corridor("Western Balkan")
		at := j.last().Day.AddDate(0, 0, 3+r.Below(14))
		j.travel(r, balkans, s.World.flows.section(r, balkans, min(months-1, monthOf(at))), at)
	}
	if to := j.last().To.Country; (to == "de" || to == "fr") && r.Chance(onInEU) {
		j.travel(r, g.Corridor("Within the EU"), nil, j.last().Day.AddDate(0, 0, 2+r.Below(20)))
	}
	for i := range j.Legs {
		s.serve(r, j, &j.Legs[i])
	}
	return j
}

func (j *Journey) last() *Travelled { return &j.Legs[len(j.Legs)-1] }

func ageBand(age int) string {
	switch {
	case age < 18:
		return "under 18"
	case age < 25:
		return "18-24"
	case age < 35:
		return "25-34"
	case age < 45:
		return "35-44"
	}
	return "45 and over"
}

// travel adds the legs of a corridor around its entry, which is crossed on the day.
func (j *Journey) travel(r *draw.Source, c *Corridor, entry *Leg, crossing time.Time) {
	at := len(j.Legs)
	var last *Leg
	if at > 0 {
		last = j.Legs[at-1].Leg
	}
	stages := c.Stages
	if c.Name == "Within the EU" && !r.Chance(toBritain) {
		stages = stages[:2]
	}
	for i, stage := range stages {
		var l *Leg
		switch {
		case entry != nil && i == entry.Stage-1:
			l = entry
		case last == nil:
			l = stage[r.Weighted(shares(stage)...)]
		default:
			l = nextLeg(r, stage, last)
		}
		if l == nil {
			continue
		}
		last = l
		j.Legs = append(j.Legs, Travelled{Leg: l})
	}
	// The days before and behind the crossing.
	cross := at
	for i := at; i < len(j.Legs); i++ {
		if j.Legs[i].Leg == entry {
			cross = i
		}
	}
	day := crossing
	for i := cross; i < len(j.Legs); i++ {
		j.Legs[i].Day = day
		day = day.AddDate(0, 0, 1+r.Below(6))
	}
	day = crossing
	for i := cross - 1; i >= at; i-- {
		day = day.AddDate(0, 0, -3-r.Below(25))
		j.Legs[i].Day = day
	}
	if entry != nil {
		month := crossing.Format("2006-01")
		j.Detections = append(j.Detections, truth.Detection{Corridor: c.Name, Month: month})
	}
}

// serve draws who helped on a leg, for how much and how it was paid.
func (s *Shard) serve(r *draw.Source, j *Journey, t *Travelled) {
	t.Means = draw.One(r, t.Leg.Means)
	t.Facilitated = j.Facilitated && (t.Section != "" || r.Chance(facilitatedLeg))
	if !t.Facilitated {
		return
	}
	t.FeeUSD = LegFee(t.Leg, t.Day) * r.LogNormal(1, sigmaFee)
	j.Total += t.FeeUSD
	means, weights := paymentMeans()
	t.Payment = means[r.Weighted(weights...)]
	when, weights := timings()
	t.Timing = when[r.Weighted(weights...)]
	var of []*Network
	var size []float64
	for _, n := range s.Networks {
		if n.works(t.Leg) && n.active(t.Day) {
			of = append(of, n)
			size = append(size, n.market(t.Day.Year()))
		}
	}
	if len(of) == 0 || r.Chance(onOwnAccount) {
		return
	}
	t.Network = of[r.Weighted(size...)]
	for _, cell := range t.Network.Cells {
		if cell.Leg == t.Leg && len(cell.Members) > 0 && r.Chance(0.7) {
			t.Helper = draw.One(r, cell.Members)
		}
	}
}

func (n *Network) works(l *Leg) bool {
	for _, c := range n.Cells {
		if c.Leg == l {
			return true
		}
	}
	return false
}

// onOwnAccount is the share of the market of persons who belong to no network.
const onOwnAccount = 0.15

// market is a network's weight in its market. It grows faster than the network's size,
// the later the more: the oligopolisation that the report of 2016 expects.
func (n *Network) market(year int) float64 {
	return math.Pow(n.weight, 0.8+0.2*float64(year-FirstYear))
}

// expectedFee is the mean of what a facilitated person pays for the legs of a corridor
// in a year: of the year's months weighted by its season.
func (w *World) expectedFee(c *Corridor, year int) float64 {
	shape := season(c.Name, year)
	level, sum := 0.0, 0.0
	for i, n := range shape {
		level += n * inSeason(time.Month(i+1))
		sum += n
	}
	level = level / sum * math.Exp(sigmaFee*sigmaFee/2)
	// How often each leg is taken: by drawing ways as journeys do.
	const ways = 4000
	r := draw.New(w.Seed, "ways "+c.Name)
	total := 0.0
	for range ways {
		j := &Journey{Corridor: c}
		var entry *Leg
		if c.Entry() != nil {
			entry = w.flows.section(r, c, 12*(year-FirstYear)+r.Weighted(shape[:]...))
		}
		j.travel(r, c, entry, monthStart(12*(year-FirstYear)))
		for _, t := range j.Legs {
			p := facilitatedLeg
			if t.Section != "" {
				p = 1
			}
			total += p * t.Leg.FeeUSD * priceLevel(t.Leg, year)
		}
	}
	return level * total / ways
}

// Turnover returns what smuggling to the EU took in a year, in USD: for each corridor
// the detected crossings, times the share that is facilitated, the mean fee for the
// corridor's legs and the share of fees that is paid; and what is paid for legs within
// the EU. Nobody is counted twice, because each corridor's legs are its own.
func (w *World) Turnover(year int) float64 {
	total, arrived := 0.0, 0.0
	for _, c := range w.Geography.Corridors {
		n := float64(detected(c.Name)[year-FirstYear])
		if c.Entry() == nil {
			continue
		}
		if c.Name != "South-Eastern" {
			arrived += n
		}
		total += n * facilitated * paid * w.expectedFee(c, year)
	}
	within := w.Geography.Corridor("Within the EU")
	return total + reachWest*arrived*onInEU*facilitated*paid*w.expectedFee(within, year)
}

// Markets returns the persons whom each network moved along its corridor in a year.
// All networks of the world share a market, whichever shard they are in.
func Markets(year int, corridor string, networks []Share) []truth.Market {
	total := detected(corridor)[year-FirstYear]
	own := int(math.Round(float64(total) * (1 - facilitated + facilitated*onOwnAccount)))
	weights := make([]float64, len(networks))
	for i, n := range networks {
		weights[i] = n.Weight
	}
	out := []truth.Market{{Year: year, Corridor: corridor, Persons: own}}
	for i, n := range Apportion(total-own, weights) {
		if n > 0 {
			out = append(out, truth.Market{Year: year, Corridor: corridor, Network: networks[i].Network, Persons: n})
		}
	}
	return out
}

// Share is a network's weight in a market.
type Share struct {
	Network string
	Weight  float64
}

// MarketOf returns a network's weight in the market of a year: none of years in which
// it did not work.
func (n *Network) MarketOf(year int) float64 {
	from := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(1, 0, 0)
	start, stop := n.From, n.To
	if stop.IsZero() || stop.After(to) {
		stop = to
	}
	if start.Before(from) {
		start = from
	}
	if !stop.After(start) {
		return 0
	}
	return n.market(year) * stop.Sub(start).Hours() / to.Sub(from).Hours()
}

// PaymentShares returns the shares of the means of payment and of the timings among
// fees, in per cent.
func PaymentShares() (means, times map[string]float64) {
	share := func(names []string, weights []float64) map[string]float64 {
		sum := 0.0
		for _, w := range weights {
			sum += w
		}
		out := map[string]float64{}
		for i, name := range names {
			out[name] = 100 * weights[i] / sum
		}
		return out
	}
	return share(paymentMeans()), share(timings())
}

// LegMedian is the median fee of a leg over all journeys of the world.
type LegMedian struct {
	Leg      *Leg
	Currency string
	Median   float64
	N        int // journeys drawn with the leg
}

// FeeMedians returns the medians of the legs that are travelled often enough to know
// them, by drawing many journeys.
func (w *World) FeeMedians() []LegMedian {
	const journeys, least = 20_000, 200
	s := &Shard{World: w}
	fees := map[*Leg][]float64{}
	for i := range journeys {
		for _, t := range s.newJourney(draw.New(w.Seed, "fee medians", i)).Legs {
			if t.FeeUSD > 0 {
				fees[t.Leg] = append(fees[t.Leg], t.Leg.InCurrency(t.FeeUSD))
			}
		}
	}
	var out []LegMedian
	for _, l := range w.Geography.Legs {
		if list := fees[l]; len(list) >= least {
			slices.Sort(list)
			out = append(out, LegMedian{Leg: l, Currency: l.Currency(), Median: list[len(list)/2], N: len(list)})
		}
	}
	return out
}
