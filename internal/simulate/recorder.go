package simulate

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"skein/internal/simulate/observe"
	"skein/internal/simulate/truth"
	"skein/internal/simulate/world"
)

// recorder writes what is true of a world.
type recorder struct {
	w   *world.World
	dir string

	persons       *truth.File[truth.Person]
	networks      *truth.File[truth.Network]
	journeys      *truth.File[truth.Journey]
	texts         *truth.File[truth.Text]
	memberships   *truth.File[truth.Membership]
	ties          *truth.File[truth.Tie]
	events        *truth.File[truth.Event]
	records       *truth.File[truth.Record]
	things        *truth.File[truth.Thing]
	payments      *truth.File[truth.Payment]
	crimes        *truth.File[truth.Crime]
	inquiries     *truth.File[truth.Investigation]
	incidents     *truth.File[truth.Incident]
	contributions *truth.File[truth.Contribution]
	broken        *truth.File[truth.Broken]
	closers       []func() error

	counts  truth.Counts
	markets map[marketKey][]world.Share
	active  map[string]*truth.Activity // by month
	figures *figures
	phones  int
}

type marketKey struct {
	year     int
	corridor string
}

// open makes a file of truth that close closes.
func open[T any](rec *recorder, name string, err *error) *truth.File[T] {
	f, failed := truth.Create[T](rec.dir, name)
	if failed != nil {
		*err = errors.Join(*err, failed)
		return nil
	}
	rec.closers = append(rec.closers, f.Close)
	return f
}

func newRecorder(dir string, w *world.World) (*recorder, error) {
	rec := &recorder{w: w, dir: dir, markets: map[marketKey][]world.Share{}, active: map[string]*truth.Activity{}, figures: newFigures()}
	var err error
	rec.persons = open[truth.Person](rec, truth.PersonsFile, &err)
	rec.networks = open[truth.Network](rec, truth.NetworksFile, &err)
	rec.journeys = open[truth.Journey](rec, truth.JourneysFile, &err)
	rec.texts = open[truth.Text](rec, truth.TextsFile, &err)
	rec.memberships = open[truth.Membership](rec, truth.MembershipsFile, &err)
	rec.ties = open[truth.Tie](rec, truth.TiesFile, &err)
	rec.events = open[truth.Event](rec, truth.EventsFile, &err)
	rec.records = open[truth.Record](rec, truth.RecordsFile, &err)
	rec.things = open[truth.Thing](rec, truth.ThingsFile, &err)
	rec.payments = open[truth.Payment](rec, truth.PaymentsFile, &err)
	rec.crimes = open[truth.Crime](rec, truth.CrimesFile, &err)
	rec.inquiries = open[truth.Investigation](rec, truth.InvestigationsFile, &err)
	rec.incidents = open[truth.Incident](rec, truth.IncidentsFile, &err)
	rec.contributions = open[truth.Contribution](rec, truth.ContributionsFile, &err)
	rec.broken = open[truth.Broken](rec, truth.QuarantineFile, &err)
	if err != nil {
		return nil, errors.Join(err, rec.close())
	}
	return rec, nil
}

// observed are the files that the observer writes.
func (rec *recorder) observed() observe.Truth {
	return observe.Truth{Records: rec.records, Contributions: rec.contributions, Broken: rec.broken, Texts: rec.texts}
}

func (rec *recorder) close() error {
	var err error
	for _, f := range rec.closers {
		err = errors.Join(err, f())
	}
	rec.closers = nil
	return err
}

// shard writes what is true of a shard.
func (rec *recorder) shard(s *world.Shard) {
	rec.counts.Networks += len(s.Networks)
	rec.counts.Investigations += len(s.Investigations)
	rec.counts.Vessels += len(s.Vessels)
	for _, n := range s.Networks {
		row := n.Network
		row.Name, row.Corridor = n.Number, n.Corridor.Name
		rec.networks.Add(row)
		for _, c := range n.Other {
			rec.crimes.Add(c)
		}
		for year := world.FirstYear; year <= world.LastYear; year++ {
			if weight := n.MarketOf(year); weight > 0 {
				key := marketKey{year, n.Corridor.Name}
				rec.markets[key] = append(rec.markets[key], world.Share{Network: n.ID, Weight: weight})
			}
		}
		rec.months(n.From, n.To, func(a *truth.Activity) { a.Networks++ })
	}
	for _, p := range s.Persons {
		rec.person(p)
	}
	for _, t := range s.Ties {
		rec.ties.Add(t)
	}
	for _, e := range s.Events {
		rec.events.Add(e)
	}
	for _, v := range s.Investigations {
		row := truth.Investigation{ID: v.ID, Country: v.Country, Opened: v.Opened, Action: v.Action, InDepth: v.InDepth, Persons: refs(v.Members)}
		if v.Network != nil {
			row.Network = v.Network.ID
		}
		rec.inquiries.Add(row)
	}
	for _, in := range s.Incidents {
		rec.incidents.Add(truth.Incident{
			ID: in.ID, Day: in.Day, Leg: in.Leg.ID, Kind: in.Kind, Craft: in.Craft, Length: in.Dinghy, Persons: in.Persons, Dead: in.Dead, Missing: in.Missing,
			Cause: in.Cause, Lat: in.At.Lat(), Lon: in.At.Lon(),
		})
	}
	for _, p := range s.Payments {
		rec.payments.Add(p)
	}
	for _, j := range s.Journeys {
		rec.journey(j)
	}
	rec.thingsOf(s)
	rec.figures.shard(s)
}

func (rec *recorder) person(p *world.Person) {
	rec.counts.Persons++
	row := truth.Person{
		ID: p.Ref(), Name: p.Name.Latin("en"), Native: p.Name.Native(), Language: p.Name.Language(), Aliases: p.Aliases, Sex: sex(p),
		Born: p.Born.Format(time.DateOnly), Nationality: p.Nationality, Residence: p.Residence, Place: p.Base.Name, Convicted: p.Convicted, Tier: p.Tier, Role: p.Role,
	}
	for _, h := range p.Phones {
		row.Phones = append(row.Phones, h.Number)
	}
	rec.persons.Add(row)
	for _, m := range p.Memberships {
		rec.memberships.Add(m)
	}
	if p.Crime != nil {
		rec.crimes.Add(*p.Crime)
	}
	rec.months(p.From, p.To, func(a *truth.Activity) { a.Persons++ })
}

func sex(p *world.Person) string {
	if p.Female {
		return "female"
	}
	return "male"
}

// months calls with the activity of every month in which something lasted.
func (rec *recorder) months(from, to time.Time, count func(*truth.Activity)) {
	last := time.Date(world.LastYear, 12, 31, 0, 0, 0, 0, time.UTC)
	if to.IsZero() || to.After(last) {
		to = last
	}
	for day := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC); !day.After(to); day = day.AddDate(0, 1, 0) {
		count(rec.month(day.Format("2006-01")))
	}
}

func (rec *recorder) month(month string) *truth.Activity {
	a := rec.active[month]
	if a == nil {
		a = &truth.Activity{Month: month}
		rec.active[month] = a
	}
	return a
}

func (rec *recorder) journey(j *world.Journey) {
	row := j.Journey
	if row.Debriefed != "" {
		rec.counts.Debriefings++
	}
	for i := range j.Legs {
		t := &j.Legs[i]
		leg := truth.JourneyLeg{Leg: t.Leg.ID, Day: t.Day.Format(time.DateOnly), Means: t.Means}
		if t.Network != nil {
			leg.Network = t.Network.ID
		}
		if t.FeeUSD > 0 {
			leg.Fee, leg.Curr = int(t.FeeUSD+0.5), "USD"
			row.Payments = append(row.Payments, truth.JourneyPaid{Leg: t.Leg.ID, Means: t.Payment, Timing: t.Timing})
		}
		row.Legs = append(row.Legs, leg)
	}
	rec.journeys.Add(row)
}

func refs(list []*world.Person) []string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = p.Ref()
	}
	return out
}

func (rec *recorder) thingsOf(s *world.Shard) {
	for _, v := range s.Vessels {
		rec.things.Add(truth.Thing{ID: v.ID, Kind: "vessel", Number: v.IMO, Users: refs(v.Users)})
	}
	for _, v := range s.Vehicles {
		rec.things.Add(truth.Thing{ID: v.ID, Kind: "vehicle", Number: v.Plate, Users: refs(v.Users)})
	}
	for _, d := range s.Documents {
		rec.things.Add(truth.Thing{ID: d.ID, Kind: "document", Number: d.Number, Users: []string{d.Supplier.Ref()}})
	}
	for _, c := range s.Companies {
		rec.things.Add(truth.Thing{ID: c.ID, Kind: "company", Number: c.Number, Users: []string{c.Owner.Ref()}})
	}
	type held struct {
		world.Held
		by string
	}
	phones := map[string][]held{}
	for _, p := range s.Persons {
		for _, h := range p.Phones {
			phones[h.Number] = append(phones[h.Number], held{h, p.Ref()})
		}
	}
	for _, number := range slices.Sorted(maps.Keys(phones)) {
		list := phones[number]
		slices.SortStableFunc(list, func(a, b held) int { return a.From.Compare(b.From) })
		rec.phones++
		t := truth.Thing{ID: fmt.Sprintf("T%07d", rec.phones), Kind: "phone", Number: number}
		for _, h := range list {
			t.Users = append(t.Users, h.by)
		}
		rec.things.Add(t)
	}
}

// once writes what a world has once, behind its shards.
func (rec *recorder) once(counts *observe.Counts) {
	var err error
	hotspots := open[truth.Hotspot](rec, truth.HotspotsFile, &err)
	legs := open[truth.Leg](rec, truth.LegsFile, &err)
	flows := open[truth.Flow](rec, truth.FlowsFile, &err)
	measures := open[truth.Measure](rec, truth.MeasuresFile, &err)
	market := open[truth.Market](rec, truth.MarketFile, &err)
	activity := open[truth.Activity](rec, truth.ActivityFile, &err)
	values := open[truth.Figure](rec, truth.FiguresFile, &err)
	if err != nil {
		rec.closers = append(rec.closers, func() error { return err })
		return
	}
	for _, p := range rec.w.Hotspots {
		hotspots.Add(truth.Hotspot{
			ID: fmt.Sprint(p.ID), Name: p.Name, Country: p.Country, Lat: p.At.Lat(), Lon: p.At.Lon(), EU: p.EU, Corridor: p.Corridor, Kind: p.Kind, Weight: p.Weight,
		})
	}
	for _, l := range rec.w.Geography.Legs {
		legs.Add(truth.Leg{
			ID: l.ID, Corridor: l.Corridor.Name, Stage: l.Stage, From: l.From.Name, To: l.To.Name, Mode: l.Mode, Share: l.Share, FeeUSD: l.FeeUSD,
		})
	}
	for _, f := range rec.w.Flows() {
		flows.Add(f)
	}
	for _, m := range rec.w.Measures {
		measures.Add(m)
	}
	for _, key := range slices.SortedFunc(maps.Keys(rec.markets), func(a, b marketKey) int {
		return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.corridor, b.corridor))
	}) {
		for _, m := range world.Markets(key.year, key.corridor, rec.markets[key]) {
			market.Add(m)
		}
	}
	for month, n := range counts.Recorded {
		rec.month(month).Reported = n
	}
	for _, month := range slices.Sorted(maps.Keys(rec.active)) {
		activity.Add(*rec.active[month])
	}
	for _, f := range rec.figures.rows(rec.w) {
		values.Add(f)
	}
}

// world returns what world.json says.
func (rec *recorder) world(seen *observe.Counts) *truth.World {
	c := rec.counts
	c.Contributions, c.SuspectRecords, c.Communications, c.Quarantined = seen.Contributions, seen.Suspects, seen.Communications, seen.Broken
	c.Hotspots = len(rec.w.Hotspots)
	return &truth.World{
		Version: truth.Version, Seed: rec.w.Seed, Scale: rec.w.Scale, From: world.Begin(), To: world.End(), Counts: c, Turnover: rec.w.Turnover(world.LastYear),
	}
}
