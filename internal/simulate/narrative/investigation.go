package narrative

import (
	"slices"

	"skein/internal/simulate/draw"
)

// mostSuspects are named in a text, mostSentences of them in a sentence of their own.
const (
	mostSuspects  = 8
	mostSentences = 3
)

// Write writes the narrative of the investigation.
func (v Investigation) Write(r *draw.Source, language string) Text {
	w := newWriter(r, language)
	w.verbatim(sOperation, KindOperation, v.Operation)
	w.countries(sCountry, v.Country)
	w.flag(sHome, atHome(w.l.code, v.Country))
	w.date(sOpened, v.Opened)
	w.date(sAction, v.Action)
	w.mention(sNetwork, KindNetwork, v.Network)
	w.mention(sHub, KindPlace, v.Hub)
	w.count(sArrests, KindArrests, v.Arrests)
	w.count(sMigrants, KindPersons, v.Migrants)
	w.amount(sCash, v.Cash, "EUR")
	w.countries(sPartners, others(v.Partners, v.Country)...)
	w.terms(sCrimes, KindCrime, "crime", v.Crimes...)
	w.mentions(sPhones, KindPhone, v.Phones)
	w.mentions(sPlates, KindPlate, v.Plates)
	if v.From.Text != "" && v.To.Text != "" {
		w.mention(sFrom, KindPlace, v.From)
		w.mention(sTo, KindPlace, v.To)
	}
	w.amount(sFee, v.Fee, v.Currency)
	w.mention(sVessel, KindVessel, v.Vessel)

	suspects := named(v.Suspects)
	if len(suspects) > 0 {
		w.put(sSuspects, fact{shape: isCount, n: len(suspects)})
	}
	title := w.title("inv.title")
	// The longer the list of suspects, the less is said beside it.
	aside := 0.9 - 0.06*float64(len(suspects))
	order := r.Weighted(5, 3, 3)
	if order == 2 {
		v.action(w, aside)
	}
	w.paragraph()
	w.say("inv.open")
	w.say("inv.origin")
	w.maybe(aside, "inv.means")
	w.paragraph()
	if order == 0 {
		suspectsOf(w, suspects)
		if len(suspects) > 2 {
			w.paragraph()
		}
		v.method(w, aside)
	} else {
		v.method(w, aside)
		w.paragraph()
		suspectsOf(w, suspects)
	}
	if order != 2 {
		w.paragraph()
		v.action(w, aside)
	}
	w.say("inv.close")
	return w.done(title)
}

// method says how the network worked.
func (v Investigation) method(w *writer, aside float64) {
	w.say("inv.how")
	if w.r.Chance(0.5) {
		w.say("inv.fee")
		w.say("inv.vessel")
	} else {
		w.say("inv.vessel")
		w.say("inv.fee")
	}
	w.say("inv.plates")
	w.maybe(aside, "inv.lodging")
	w.say("inv.phones")
}

// action says what came of it.
func (v Investigation) action(w *writer, aside float64) {
	w.say("inv.action")
	parts := []string{"inv.migrants", "inv.cash", "inv.crimes", "inv.partners"}
	draw.Shuffle(w.r, parts)
	for _, p := range parts {
		w.say(p)
	}
	w.maybe(aside-0.3, "inv.search")
}

// others are countries without the own one.
func others(codes []string, own string) []string {
	return slices.DeleteFunc(slices.Clone(codes), func(c string) bool { return c == own || c == "" })
}

// named returns the first suspects who have a name, a leader or organiser first.
func named(all []Suspect) []Suspect {
	var out []Suspect
	head := -1
	for _, s := range all {
		if s.Name.Text == "" {
			continue
		}
		if head < 0 && s.Role == "leader" {
			head = len(out)
		}
		out = append(out, s)
	}
	if head > 0 {
		leader := out[head]
		out = slices.Insert(slices.Delete(out, head, head+1), 0, leader)
	}
	return out[:min(len(out), mostSuspects)]
}

// suspectsOf says who the suspects are: some in sentences, the rest in a list.
func suspectsOf(w *writer, suspects []Suspect) {
	own := min(len(suspects), 1+w.r.Below(mostSentences))
	if len(suspects)-own == 1 {
		own++
	}
	for _, s := range suspects[:own] {
		w.clear(sName, sRole, sDoes, sTown)
		w.mention(sName, KindPerson, s.Name)
		w.terms(sRole, KindRole, "role", s.Role)
		w.terms(sDoes, KindRole, "does", s.Role)
		w.mention(sTown, KindPlace, s.Town)
		if s.Role != "leader" || !w.say("inv.leader") {
			w.say("inv.suspect")
		}
	}
	if rest := suspects[own:]; len(rest) > 0 {
		w.put(sRest, fact{shape: isSuspects, suspects: rest})
		w.say("inv.rest")
	}
}
