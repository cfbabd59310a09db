package narrative

import (
	"strings"
	"time"

	"skein/internal/simulate/draw"
)

// Write writes the report.
func (v Report) Write(r *draw.Source, language string) Text {
	w := newWriter(r, language)
	w.verbatim(sPartner, "", v.Partner)
	if !v.Period.IsZero() {
		w.put(sPeriod, fact{shape: isQuarter, kind: KindDate, day: v.Period})
	}
	w.route(v.Route)
	w.count(sArrivals, KindPersons, v.Arrivals)
	w.countries(sNats, v.Nations...)
	if v.Low > 0 && v.High > v.Low {
		w.amount(sLow, v.Low, v.Currency)
		w.amount(sHigh, v.High, v.Currency)
	}
	w.mention(sHotspot, KindPlace, v.Hotspot)
	w.terms(sModus, "", "modus", v.Modus)
	w.countries(sPartners, v.Cooperation...)
	title := v.Title
	if made := w.title("rep.title"); title == "" {
		title = made
	}
	w.say("rep.open")
	w.say("rep.basis")
	w.paragraph()
	v.figures(w)
	w.say("rep.nats")
	w.paragraph()
	middle := []string{"rep.price", "rep.hotspot", "rep.modus"}
	draw.Shuffle(r, middle)
	for _, s := range middle {
		w.say(s)
	}
	w.say("rep.facilitators")
	w.maybe(0.7, "rep.payment")
	w.paragraph()
	w.say("rep.cooperation")
	w.say("rep.gap")
	w.say("rep.outlook")
	w.say("rep.close")
	return w.done(title)
}

// figures says how many arrived, and how that is against the quarter before.
func (v Report) figures(w *writer) {
	if v.Arrivals <= 0 || v.Before <= 0 {
		w.say("rep.arrivals")
		return
	}
	w.count(sBefore, KindPersons, v.Before)
	change := (200*(v.Arrivals-v.Before) + v.Before) / (2 * v.Before)
	if v.Arrivals < v.Before {
		change = (200*(v.Before-v.Arrivals) + v.Before) / (2 * v.Before)
	}
	w.count(sChange, KindShare, change)
	switch {
	case change < 3:
		w.say("rep.level")
	case v.Arrivals > v.Before:
		w.say("rep.up")
	default:
		w.say("rep.down")
	}
}

// Write writes the answers, numbered, a line each.
func (v Questionnaire) Write(r *draw.Source, language string) Text {
	w := newWriter(r, language)
	w.countries(sCountry, v.Country)
	if v.Year > 0 {
		w.date(sYear, time.Date(v.Year, 1, 1, 0, 0, 0, 0, time.UTC))
	}
	w.countries(sNats, v.Nationalities...)
	w.terms(sRoles, KindRole, "role", v.Roles...)
	w.terms(sRoutes, KindRoute, "route", v.Routes...)
	w.terms(sCrimes, KindCrime, "crime", v.Crimes...)
	w.count(sShare, KindShare, v.Share)
	title := w.title("q.title")
	trend := "q.down"
	if v.TrendUp {
		trend = "q.up"
	}
	mark := draw.One(r, []string{". ", ") ", ".\t"})
	n := 0
	for _, q := range []string{"q.nats", "q.roles", "q.routes", "q.crimes", trend, "q.share", "q.other"} {
		w.line()
		n++
		w.text = append(w.text, digits(n)+mark...)
		w.text = append(w.text, strings.TrimSuffix(w.term("question", strings.TrimPrefix(q, "q.")), " ")+" "...)
		if !w.say(q) {
			w.say("q.none")
		}
	}
	return w.done(title)
}
