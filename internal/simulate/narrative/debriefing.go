package narrative

import "skein/internal/simulate/draw"

// detailed is how many legs are told with all that is known of them. Of the others
// only the way is told.
const detailed = 3

// Write writes the officer's account.
func (v Debriefing) Write(r *draw.Source, language string) Text {
	w := newWriter(r, language)
	w.date(sDay, v.Day)
	w.mention(sPlace, KindPlace, v.Place)
	w.countries(sNat, v.Nationality)
	w.mentions(sNick, KindPerson, v.Nicknames)
	w.mention(sPhone, KindPhone, v.Phone)
	title := w.title("deb.title")
	w.say("deb.open")
	w.maybe(0.8, "deb.terms")
	w.maybe(0.5, "deb.reason")
	w.paragraph()
	v.way(w)
	w.paragraph()
	w.say("deb.nick")
	w.say("deb.phone")
	if v.DebtWork {
		w.say("deb.debt")
	}
	if v.Violence {
		w.say("deb.violence")
	}
	if len(v.Legs) < 2 || r.Chance(0.4) {
		w.say("deb.lodging")
	}
	w.say("deb.close")
	return w.done(title)
}

// way tells the legs. Where there are many, those with the highest fees are told in
// full.
func (v Debriefing) way(w *writer) {
	full := make([]bool, len(v.Legs))
	for range min(detailed, len(v.Legs)) {
		best := -1
		for i, l := range v.Legs {
			if !full[i] && (best < 0 || l.Fee > v.Legs[best].Fee) {
				best = i
			}
		}
		full[best] = true
	}
	for i, l := range v.Legs {
		w.clear(sFrom, sTo, sMeans, sMonth, sFee, sPayment, sTiming, sPersons)
		w.mention(sFrom, KindPlace, l.From)
		w.mention(sTo, KindPlace, l.To)
		w.means(l.Means, l.Mode)
		if full[i] || i == 0 {
			w.date(sMonth, l.Month)
		}
		switch {
		case i == 0:
			w.say("deb.first")
		case i == len(v.Legs)-1:
			w.say("deb.last")
		case full[i]:
			w.say("deb.next")
		default:
			w.say("deb.then")
		}
		if !full[i] {
			continue
		}
		w.amount(sFee, l.Fee, l.Currency)
		w.terms(sPayment, "", "payment", l.Payment)
		w.terms(sTiming, "", "timing", l.Timing)
		w.count(sPersons, KindPersons, l.Persons)
		w.say("deb.fee")
		w.say("deb.persons")
	}
}

// means puts how a leg is travelled: the means, or else the mode.
func (w *writer) means(means, mode string) {
	if len(w.l.terms["means"][means]) == 0 {
		means = mode
	}
	w.terms(sMeans, "", "means", means)
}

// Write writes the post, in the advert's own language, under a title in the given one.
func (v Advert) Write(r *draw.Source, language string) Text {
	titles := newWriter(r, language)
	titles.date(sDay, v.Day)
	titles.mention(sFrom, KindPlace, v.From)
	titles.mention(sTo, KindPlace, v.To)
	title := titles.title("ad.title")

	native := v.Native
	if native == "" {
		native = language
	}
	if l := languageOf(native); l.sections["ad.head"] == nil {
		native = "en"
	}
	w := newWriter(r, native)
	w.words = false
	w.mention(sFrom, KindPlace, v.From)
	w.mention(sTo, KindPlace, v.To)
	w.amount(sPrice, v.Price, v.Currency)
	w.mention(sPhone, KindPhone, v.Phone)
	w.mention(sAccount, KindAccount, v.Account)
	w.terms(sServices, "", "service", v.Services...)
	w.terms(sMeans, "", "mode", v.Mode)
	parts := []string{"ad.price", "ad.services", "ad.safe"}
	if r.Chance(0.4) {
		parts = []string{"ad.safe", "ad.services", "ad.price"}
	}
	w.say("ad.head")
	for _, p := range append(parts, "ad.when", "ad.contact", "ad.tags") {
		if p == "ad.tags" && !r.Chance(0.5) || p == "ad.when" && !r.Chance(0.7) {
			continue
		}
		if r.Chance(0.85) {
			w.line()
		}
		w.say(p)
	}
	return w.done(title)
}

// Write writes the entry.
func (v Item) Write(r *draw.Source, language string) Text {
	w := newWriter(r, language)
	w.date(sDay, v.Day)
	w.route(v.Route)
	w.mention(sPlace, KindPlace, v.Place)
	w.count(sPersons, KindPersons, v.Persons)
	w.count(sDead, KindDead, v.Dead)
	w.count(sMissing, KindMissing, v.Missing)
	w.countries(sCountry, v.Country)
	kind := v.Kind
	if w.l.sections["item."+kind] == nil {
		kind = "interception"
	}
	title := w.title("item.title." + kind)
	w.say("item." + kind)
	if kind == "death" {
		w.clear(sDead) // is said
	}
	w.say("item.toll")
	if (kind == "interception" || kind == "rescue") && r.Chance(0.6) {
		w.say("item.taken")
		w.maybe(0.4, "item.follow")
		return w.done(title)
	}
	w.say("item.follow")
	return w.done(title)
}

// route puts a route as the text writes it, or by its name in the language.
func (w *writer) route(m Mention) {
	if m.Text == "" {
		w.terms(sRoute, KindRoute, "route", m.Value)
		return
	}
	w.put(sRoute, fact{shape: isMentions, kind: KindRoute, mentions: []Mention{m}})
}
