package observe

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/narrative"
	"skein/internal/simulate/world"
)

func textColumns() []string {
	return []string{"number", "origin", "title", "kind", "day", "language", "country", "text"}
}

// paper returns the terms of texts of a kind, which share a mapping.
func paper(a *Agency, kind string) terms {
	t := form(a, kind)
	t.mapping = "texts"
	return t
}

// addText adds a row with a text.
func addText(sh *sheet, c map[string]string, t narrative.Text, subjects ...about) {
	c["title"], c["text"], c["language"] = t.Title, t.Body, t.Language
	sh.add(cellsOf(sh.header, c), subjects...).text = texted(c["kind"], t)
}

// questionnaires writes the answers of national bureaus that Interpol gathered, one
// contribution for each bureau and year.
func (o *Observer) questionnaires(s *world.Shard, n int) error {
	bureaus := strings.Fields(`al at ba be bg by ch cy cz de dk dz ee eg es fi fr gb ge gr hr hu ie it jo lb lt lu lv ly ma md me mk mt nl no pl pt ro rs ru sd se si sk tn tr ua`)
	a := o.agency("INTERPOL")
	nations := map[string]map[string]int{} // by country of work
	for _, p := range s.Persons {
		if nations[p.Base.Country] == nil {
			nations[p.Base.Country] = map[string]int{}
		}
		nations[p.Base.Country][p.Nationality]++
	}
	for i := range n {
		r := draw.New(o.world.Seed, "told questionnaire", s.Number, i)
		country, year := bureaus[i%len(bureaus)], 2015-i/len(bureaus)%3
		q := narrative.Questionnaire{Country: country, Year: year, TrendUp: r.Chance(0.7), Share: r.Between(4, 19) * 5}
		here := nations[country]
		q.Nationalities = slices.SortedStableFunc(maps.Keys(here), func(a, b string) int { return cmp.Or(cmp.Compare(here[b], here[a]), cmp.Compare(a, b)) })
		if len(q.Nationalities) == 0 {
			q.Nationalities = []string{country}
		}
		q.Nationalities = q.Nationalities[:min(4, len(q.Nationalities))]
		q.Roles = some(r, []string{"driver", "organiser", "recruiter", "document supplier", "safe-house keeper", "guide"}, 3)
		for _, c := range o.world.Geography.Corridors {
			if touches(c, country) {
				q.Routes = append(q.Routes, c.Name)
			}
		}
		q.Crimes = some(r, []string{"drug trafficking", "trafficking in human beings", "property crime", "document forgery", "money laundering"}, 2)
		sh := newSheet(textColumns())
		day := time.Date(year+1, 1, r.Between(5, 28), 0, 0, 0, 0, time.UTC)
		if year == 2015 {
			day = time.Date(2015, 12, r.Between(1, 20), 0, 0, 0, 0, time.UTC)
		}
		addText(sh, map[string]string{
			"number": fmt.Sprintf("Q-%d-%s-%d", year, strings.ToUpper(country), s.Number+1), "origin": "NCB-" + strings.ToUpper(country), "kind": "questionnaire", "day": iso(day),
			"country": o.english().country(country),
		}, q.Write(r, bureauLanguage(country)))
		if err := o.send(paper(a, "questionnaires"), day.AddDate(0, 0, r.Between(2, 25)), sh); err != nil {
			return err
		}
	}
	return nil
}

// bureauLanguage is the language in which a national bureau answers.
func bureauLanguage(country string) string {
	for lang, countries := range map[string]string{"fr": "fr be dz ma tn lu", "de": "de at ch", "it": "it", "es": "es", "el": "gr cy"} {
		if slices.Contains(strings.Fields(countries), country) {
			return lang
		}
	}
	return "en"
}

// some draws so many of a list, in its order.
func some(r *draw.Source, list []string, n int) []string {
	picked := slices.Clone(list)
	draw.Shuffle(r, picked)
	picked = picked[:n]
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !slices.Contains(picked, s) })
}

func touches(c *world.Corridor, country string) bool {
	for _, stage := range c.Stages {
		for _, l := range stage {
			if l.From.Country == country || l.To.Country == country {
				return true
			}
		}
	}
	return false
}

// reports writes partners' reports: each on one route in one quarter.
func (o *Observer) reports(s *world.Shard, n int) error {
	var routes []*world.Corridor
	for _, c := range o.world.Geography.Corridors {
		if c.Entry() != nil {
			routes = append(routes, c)
		}
	}
	for i := range n {
		r := draw.New(o.world.Seed, "told report", s.Number, i)
		c := routes[i%len(routes)]
		quarter := 11 - i/len(routes)%11 // since January of the first year; the first quarter has none before it
		a := o.partner(r, c, i)
		start := time.Date(world.FirstYear, time.Month(1+3*quarter), 1, 0, 0, 0, 0, time.UTC)
		t := narrative.Report{Partner: a.Code, Period: start, Route: narrative.Mention{Value: c.Name}, Modus: draw.One(r, narrative.Modi()), Currency: "USD"}
		t.Arrivals, t.Nations = o.arrivals(c, start)
		t.Before, _ = o.arrivals(c, start.AddDate(0, -3, 0))
		entry := entries(c)[0]
		fee := world.LegFee(entry, start.AddDate(0, 1, 0))
		t.Low, t.High = recalled(r, 0.8*fee, 0.03), recalled(r, 1.3*fee, 0.03)
		var spots []*world.Place
		for _, h := range o.world.Hotspots {
			if h.Corridor == c.Name {
				spots = append(spots, h)
			}
		}
		if len(spots) > 0 {
			t.Hotspot = at(draw.One(r, spots))
		}
		t.Cooperation = some(r, []string{"de", "at", "hu", "gr", "it", "bg", "fr", "es", "rs", "tr"}, 2)
		sh := newSheet(textColumns())
		day := start.AddDate(0, 3, r.Between(5, 25))
		addText(sh, map[string]string{
			"number": fmt.Sprintf("R-%s-%d-%03d", a.Code, s.Number+1, i+1), "kind": "partner report", "day": iso(day), "country": o.english().country(a.Country),
		}, t.Write(r, a.Language))
		if err := o.send(paper(a, "reports"), day.AddDate(0, 0, r.Between(1, 9)), sh); err != nil {
			return err
		}
	}
	return nil
}

// partner draws who reports on a corridor: the border agency or one that works there.
func (o *Observer) partner(r *draw.Source, c *world.Corridor, i int) *Agency {
	if i%3 == 0 {
		return o.agency("FXD")
	}
	var list []*Agency
	for _, a := range o.agencies {
		if slices.Contains(a.Corridors, c.Name) {
			list = append(list, a)
		}
	}
	if len(list) == 0 {
		return o.agency("FXD")
	}
	return draw.One(r, list)
}

// arrivals returns the detections on a corridor in the quarter that begins on a day,
// and the nationalities that were detected most.
func (o *Observer) arrivals(c *world.Corridor, from time.Time) (total int, nations []string) {
	first, last := from.Format("2006-01"), from.AddDate(0, 2, 0).Format("2006-01")
	count := map[string]int{}
	for _, f := range o.world.Flows() {
		if f.Corridor == c.Name && f.Month >= first && f.Month <= last {
			total += f.Detections
			if f.Nationality != "" {
				count[f.Nationality] += f.Detections
			}
		}
	}
	nations = slices.SortedStableFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return total, nations[:min(3, len(nations))]
}

// monitoring writes the daily monitoring list: what the services reported, an item
// each.
func (o *Observer) monitoring(s *world.Shard, n int) error {
	r := draw.New(o.world.Seed, "told monitoring", s.Number)
	var list []told[*world.Incident]
	for _, in := range s.Incidents {
		if in.Day.Year() > world.FirstYear {
			list = append(list, told[*world.Incident]{o.agency("EUROPOL"), in.Day, in})
		}
	}
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[*world.Incident]) error {
		sh := newSheet(textColumns())
		for _, t := range items {
			in := t.item
			from := o.authority(in.Leg.To.Country, int(in.Day.Unix()/86_400))
			item := narrative.Item{
				Day: in.Day, Route: narrative.Mention{Value: in.Leg.Corridor.Name}, Place: at(in.Leg.To), Persons: in.Persons, Dead: in.Dead, Missing: in.Missing,
				Kind: in.Kind, Country: in.Leg.To.Country,
			}
			addText(sh, map[string]string{
				"number": "ML-" + in.ID, "origin": from.Code, "kind": "monitoring list", "day": iso(in.Day), "country": o.english().country(in.Leg.To.Country),
			}, item.Write(r, draw.One(r, []string{"en", from.Language})), about{"Document", in.ID, nil})
		}
		return o.send(paper(a, "monitoring"), received, sh)
	})
}

// advertsPerFile is the mean number of adverts that a contribution has.
const advertsPerFile = 4

// adverts writes posts on social media that offer passages.
func (o *Observer) adverts(s *world.Shard, n int) error {
	r := draw.New(o.world.Seed, "told adverts", s.Number)
	var recruiters []*world.Person
	for _, p := range s.Persons {
		if p.Role == "recruiter" && p.Network != nil {
			recruiters = append(recruiters, p)
		}
	}
	type post struct {
		p   *world.Person
		day time.Time
		no  int
	}
	var list []told[post]
	for tries := 0; len(list) < n*advertsPerFile && tries < 100*n && len(recruiters) > 0; tries++ {
		p := draw.One(r, recruiters)
		day := time.Date(2014, 6, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.Below(570))
		if day.Before(p.From) || !p.To.IsZero() && day.After(p.To) {
			continue
		}
		a := o.agency("EUROPOL")
		if r.Chance(0.3) {
			a = o.authority(p.Base.Country, tries)
		}
		list = append(list, told[post]{a, day, post{p, day, len(list) + 1}})
	}
	columns := []string{"advert", "account", "service", "phone", "day", "language", "text", "fee", "currency", "from", "from_country", "to", "to_country", "route", "mode"}
	en := o.english()
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[post]) error {
		sh := newSheet(columns)
		for _, t := range items {
			p, day := t.item.p, t.item.day
			l := draw.One(r, p.Network.Cells).Leg
			c := map[string]string{
				"advert": fmt.Sprintf("AD-%d-%05d", s.Number+1, t.item.no), "account": account(o.world.Seed, p), "service": service(o.world.Seed, p), "day": iso(day),
				"from": l.From.Name, "from_country": en.country(l.From.Country), "to": l.To.Name, "to_country": en.country(l.To.Country), "route": l.Corridor.Name, "mode": l.Mode,
			}
			ad := narrative.Advert{
				Day: day, From: at(l.From), To: at(l.To), Mode: l.Mode, Services: p.Network.Services, Native: advertLanguage(r, p),
				Account: narrative.Mention{Text: "@" + c["account"], Value: c["account"]},
			}
			if number := p.On(day); number != "" && r.Chance(0.8) {
				c["phone"], ad.Phone = number, narrative.Mention{Text: dialled(r, number), Value: number}
			}
			if r.Chance(0.7) { // what is asked is more than what is paid
				ad.Price, ad.Currency = recalled(r, 1.15*l.InCurrency(world.LegFee(l, day)), 0.1), l.Currency()
				c["fee"], c["currency"] = fmt.Sprint(ad.Price), ad.Currency
			}
			text := ad.Write(r, "en")
			c["text"], c["language"] = text.Body, text.Language
			sh.add(cellsOf(columns, c), about{"UserAccount", p.Ref(), nil}).text = texted("advert", text)
		}
		return o.send(form(a, "adverts"), received, sh)
	})
}

// account is the name that a recruiter uses, the same in every post.
func account(seed uint64, p *world.Person) string {
	r := draw.New(seed, "account", p.ID)
	return fmt.Sprintf("%s.%s%d", draw.One(r, []string{"safar", "travel", "europa", "visa", "sea", "trip", "haven", "sham", "sahil"}),
		draw.One(r, []string{"europe", "express", "vip", "line", "group", "abroad", "home"}), 10+p.ID%89_990)
}

// service is the network on which an account is.
func service(seed uint64, p *world.Person) string {
	return draw.One(draw.New(seed, "service", p.ID), []string{"Facebook", "Facebook", "Facebook", "Viber", "Telegram"})
}

// advertLanguage is the language of a post: that of its customers.
func advertLanguage(r *draw.Source, p *world.Person) string {
	switch p.Name.Language() {
	case "ar":
		return "ar"
	case "fa", "ps", "ur":
		return "fa"
	case "fr":
		return "fr"
	}
	return draw.One(r, []string{"ar", "ar", "en", "fr", "fa"})
}
