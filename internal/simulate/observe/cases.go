package observe

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/narrative"
	"skein/internal/simulate/world"
)

// columns of a form, and the cells of a row of it by column.
func cellsOf(columns []string, c map[string]string) []string {
	out := make([]string, len(columns))
	for i, column := range columns {
		out[i] = c[column]
	}
	return out
}

// English words of whatever goes into a form.
func (o *Observer) english() *lexicon { return o.words["en"] }

// iso writes a day in a form; empty for none.
func iso(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(time.DateOnly)
}

// number writes a count; empty for 0, where that stands for nothing.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// texted returns the truth of a text.
func texted(kind string, t narrative.Text) *said {
	s := &said{kind: kind, language: t.Language}
	for _, p := range t.Spans {
		s.spans = append(s.spans, span{p.Start, p.End, p.Kind, p.Value})
	}
	return s
}

// at is how a text mentions a place.
func at(p *world.Place) narrative.Mention {
	return narrative.Mention{Text: p.Name, Value: fmt.Sprint(p.ID)}
}

func investigationColumns() []string {
	return []string{
		"reference", "operation", "crime_areas", "opened", "action_day", "status", "country", "hub", "text", "language", "network_number", "network",
		"person", "capacity", "cash", "currency",
	}
}

// investigations writes one contribution for each investigation: a first line with
// the narrative, then a line for each person who is on the authority's files.
func (o *Observer) investigations(s *world.Shard, f *files) error {
	columns := investigationColumns()
	for _, v := range s.Investigations {
		r := draw.New(o.world.Seed, "told investigation", s.Number, v.Number)
		a := o.authority(v.Country, v.Number)
		received := v.Action.AddDate(0, 0, r.Between(2, 40))
		c := map[string]string{
			"reference": fmt.Sprintf("%s-%s", a.Code, v.ID), "operation": "Operation " + v.Operation,
			"crime_areas": strings.Join(append([]string{"migrant smuggling"}, v.Areas...), "; "), "opened": iso(v.Opened), "action_day": iso(v.Action),
			"status": draw.One(r, []string{"open", "open", "closed"}), "country": o.english().country(v.Country), "hub": v.Hub.Name,
		}
		first := []about{{"Investigation", v.ID, nil}}
		if v.Network != nil {
			c["network_number"], c["network"] = v.Network.Number, o.networkName(v.Network, o.words[a.Language])
			first = append(first, about{"Network", v.Network.ID, nil})
		}
		if v.Cash > 0 {
			c["cash"], c["currency"] = fmt.Sprint(v.Cash), "EUR"
		}
		text := o.narrate(r, a, v)
		c["text"], c["language"] = text.Body, text.Language
		sh := newSheet(columns)
		sh.add(cellsOf(columns, c), first...).text = texted("investigation", text)
		for i, p := range v.Members {
			e := f.held(p, a)
			if e == nil {
				continue
			}
			member := map[string]string{"reference": c["reference"], "action_day": c["action_day"], "person": e.file, "capacity": "suspect"}
			if i < v.Arrests {
				member["capacity"] = "arrested"
			}
			cells := cellsOf(columns, member)
			sh.add(cells, about{"Involvement", p.Ref(), nil})
			spoil(r, sh, cells, columns, spoiling{badDate, "action_day", "2015-02-31"}, spoiling{kind: brokenJSON})
		}
		if err := o.send(form(a, "investigations"), received, sh); err != nil {
			return err
		}
	}
	return nil
}

// narrate tells of an investigation, at length of one that was studied in depth.
func (o *Observer) narrate(r *draw.Source, a *Agency, v *world.Investigation) narrative.Text {
	t := narrative.Investigation{
		Operation: v.Operation, Country: v.Country, Opened: v.Opened, Action: v.Action, Hub: at(v.Hub), Arrests: v.Arrests, Migrants: v.Migrants, Cash: v.Cash,
		Partners: slices.DeleteFunc(slices.Clone(v.Partners), func(c string) bool { return c == v.Country }), Crimes: v.Areas,
	}
	named := 3
	if v.InDepth {
		named = len(v.Members)
	}
	for _, p := range v.Members[:min(named, len(v.Members))] {
		t.Suspects = append(t.Suspects, narrative.Suspect{Name: narrative.Mention{Text: spell(r, a, p).full, Value: p.Ref()}, Role: p.Role, Town: at(p.Base)})
		if number := p.On(v.Action); number != "" && v.InDepth && r.Chance(0.3) && len(t.Phones) < 3 {
			t.Phones = append(t.Phones, narrative.Mention{Text: dialled(r, number), Value: number})
		}
	}
	if n := v.Network; n != nil {
		t.Network = narrative.Mention{Text: n.Number, Value: n.ID}
		if r.Chance(0.5) {
			t.Network.Text = o.networkWho(n, o.words[a.Language])
		}
		cell := draw.One(r, n.Cells)
		t.From, t.To = at(cell.Leg.From), at(cell.Leg.To)
		t.Fee, t.Currency = recalled(r, cell.Leg.InCurrency(world.LegFee(cell.Leg, v.Action)), 0.15), cell.Leg.Currency()
	}
	return t.Write(r, a.Language)
}

// recalled rounds an amount as people do who tell it from memory, off by a part.
func recalled(r *draw.Source, amount, off float64) int {
	amount *= r.LogNormal(1, off)
	step := 10.0
	switch {
	case amount >= 2000:
		step = 100
	case amount >= 300:
		step = 50
	}
	return max(int(step), int(amount/step+0.5)*int(step))
}

func debriefingColumns() []string {
	return []string{
		"debriefing", "day", "voluntary", "detained", "place", "place_country", "language", "text", "sex", "nationality", "age", "minor", "leg",
		"from", "from_country", "to", "to_country", "mode", "means", "route", "leg_month", "facilitated", "network", "fee", "currency", "payment", "timing",
	}
}

// The shares of debriefings by the border agency, of fees that are told and of legs
// of which a network is known.
const (
	debriefedByFXD = 0.7
	feeTold        = 0.85
	networkKnown   = 0.3
	recallError    = 0.08 // of the logarithm of a fee
)

// debriefings writes one contribution for each debriefing, a line for each leg.
func (o *Observer) debriefings(s *world.Shard) error {
	columns := debriefingColumns()
	en := o.english()
	for i, j := range s.Journeys {
		if j.Debriefed == "" {
			continue
		}
		r := draw.New(o.world.Seed, "told debriefing", s.Number, i)
		a := o.agency("FXD")
		if !r.Chance(debriefedByFXD) {
			a = o.authority(j.At.Country, i)
		}
		told := narrative.Debriefing{Day: j.Debrief, Place: at(j.At), Nationality: j.Nationality, Violence: r.Chance(0.12)}
		sh := newSheet(columns)
		for k := range j.Legs {
			t := &j.Legs[k]
			c := map[string]string{
				"debriefing": j.Debriefed, "day": iso(j.Debrief), "place": j.At.Name, "place_country": en.country(j.At.Country), "sex": j.Sex,
				"nationality": en.country(j.Nationality), "age": fmt.Sprint(j.Age), "minor": fmt.Sprint(j.Age < 18), "voluntary": "true", "detained": "false",
				"leg": fmt.Sprint(k + 1), "from": t.From.Name, "from_country": en.country(t.From.Country), "to": t.To.Name, "to_country": en.country(t.To.Country),
				"mode": t.Mode, "means": t.Means, "route": t.Corridor.Name, "leg_month": t.Day.Format("2006-01"), "facilitated": fmt.Sprint(t.Facilitated),
			}
			leg := narrative.Leg{From: at(t.From), To: at(t.To), Mode: t.Mode, Means: t.Means, Month: t.Day, Payment: t.Payment, Timing: t.Timing}
			subject := []about{{"Trip", j.ID, nil}}
			if t.FeeUSD > 0 && r.Chance(feeTold) {
				leg.Fee, leg.Currency = recalled(r, t.Leg.InCurrency(t.FeeUSD), recallError), t.Leg.Currency()
				c["fee"], c["currency"], c["payment"], c["timing"] = fmt.Sprint(leg.Fee), leg.Currency, t.Payment, t.Timing
				told.DebtWork = told.DebtWork || t.Payment == "debt work"
			}
			if t.Network != nil && r.Chance(networkKnown) {
				c["network"] = t.Network.Number
				subject = append(subject, about{"Network", t.Network.ID, nil})
			}
			if p := t.Helper; p != nil {
				told.Nicknames, told.Phone = nicknamed(r, told.Nicknames, p), phoned(r, told.Phone, p, t.Day)
			}
			told.Legs = append(told.Legs, leg)
			sh.add(cellsOf(columns, c), subject...)
		}
		text := told.Write(r, a.Language)
		first := &sh.rows[0]
		first.cells[slices.Index(columns, "text")], first.cells[slices.Index(columns, "language")] = text.Body, text.Language
		first.text = texted("debriefing", text)
		last := sh.rows[len(sh.rows)-1]
		spoil(r, sh, last.cells, columns, spoiling{badDate, "day", "2015-13-01"}, spoiling{badCountry, "nationality", "Atlantis"}, spoiling{kind: brokenJSON})
		if err := o.send(form(a, "debriefings"), j.Debrief.AddDate(0, 0, r.Between(1, 20)), sh); err != nil {
			return err
		}
	}
	return nil
}

// nicknamed adds by what name a traveller knew a helper.
func nicknamed(r *draw.Source, list []narrative.Mention, p *world.Person) []narrative.Mention {
	names := p.Aliases
	if len(names) == 0 {
		names = p.Name.Nicknames()
	}
	if len(names) == 0 || len(list) >= 2 || !r.Chance(0.6) {
		return list
	}
	return append(list, narrative.Mention{Text: draw.One(r, names), Value: p.Ref()})
}

// phoned is the number that a traveller had of a helper, unless there is one already.
func phoned(r *draw.Source, have narrative.Mention, p *world.Person, day time.Time) narrative.Mention {
	number := p.On(day)
	if have.Text != "" || number == "" || !r.Chance(0.4) {
		return have
	}
	return narrative.Mention{Text: dialled(r, number), Value: number}
}
