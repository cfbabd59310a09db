package mapping

import (
	"slices"
	"strings"

	"skein/internal/header"
	"skein/internal/schema"
)

// shape is a kind of table: what its rows tell of, and where its columns go.
type shape struct {
	schema schema.Name
	entity string         // its name in the mapping
	own    header.Subject // what headers call it: of "date of arrest" and "date" an arrest takes the first
	ranked bool           // goes before all shapes that are not, whatever they use
	needs  []string       // alternatives, each of roles that must all be there, joined by +
	unless string         // roles, by commas, of which none may be there
	// properties lists, by semicolons, a role and the properties to try for it.
	properties string
	// more makes what else the rows tell of.
	more func(*draft, *draftEntity)
}

const (
	spanWords   = "date: date startDate; end date: endDate; url: sourceUrl; notes: summary description"
	thingWords  = "; alias: alias; country: country; url: sourceUrl; notes: notes"
	personWords = "name: name; first name: firstName; last name: lastName; father name: fatherName; mother name: motherName; birth date: birthDate; " +
		"birth place: birthPlace; previous name: previousName; country of address: residence; birth country: birthCountry; age: age; minor: minor; nationality: nationality; gender: gender; " +
		"passport: passportNumber; document: idNumber; tax number: taxNumber; occupation: profession; role: role; phone: phone; e-mail: email; address: address" + thingWords
	livingWords = "first name,last name,birth date,passport,gender,age,date of arrest,place of arrest"
	personal    = "first name,last name,birth date,passport,name"
)

// shapes lists the tables that are known, surest first.
func shapes() []shape {
	return slices.Concat(linkShapes(), eventShapes(), thingShapes())
}

func linkShapes() []shape {
	call := "duration: duration; channel: channel; type: channel; weight: weight; text: description; " + spanWords
	return []shape{
		{schema: "Call", entity: "call", own: "call", ranked: true, needs: []string{"caller+called"}, properties: call},
		{
			schema: "Call", entity: "call", own: "call", ranked: true,
			needs:      []string{"direction+party", "direction+party identifier", "direction+phone", "direction+caller", "direction+called"},
			properties: call,
		},
		{
			schema: "Payment", entity: "payment", own: "payment", ranked: true,
			needs: []string{
				"amount+name of sender", "amount+name of recipient", "amount+iban of sender", "amount+iban of recipient", "amount+account of sender",
				"amount+account of recipient", "amount+first name of sender", "amount+first name of recipient", "amount+transfer number", "amount+caller+called",
				"price+name of sender+name of recipient",
			},
			properties: "transfer number: transactionNumber; reference: transactionNumber; reference of sender: transactionNumber; type: means; purpose: purpose; " + spanWords,
			more:       (*draft).payment,
		},
		{
			schema: "UnknownLink", entity: "link", ranked: true, needs: []string{"from+to"}, unless: "price,first name,last name,birth date,passport,reference of flight,name of flight",
			properties: "role: role; type: role; weight: weight; count: weight; " + spanWords,
		},
	}
}

func eventShapes() []shape {
	return []shape{
		{
			schema: "Debriefing", entity: "debriefing", own: "debriefing", ranked: true,
			needs: []string{
				"reference of debriefing", "id of debriefing", "date of debriefing", "place of debriefing", "name of debriefing", "notes of debriefing",
			},
			unless:     "role,category,date of arrest,place of arrest",
			properties: "reference: recordId; id: recordId; date: date; notes: notes; language: language",
			more:       (*draft).debriefing,
		},
		{
			schema: "Incident", entity: "incident", own: "incident", ranked: true,
			needs:      []string{"dead", "missing", "survivors", "injured"},
			unless:     "first name,last name,birth date,passport",
			properties: incidentWords,
			more:       (*draft).involved,
		},
		{
			schema: "Incident", entity: "incident", own: "incident", ranked: true,
			needs: []string{
				"reference of incident", "id of incident", "date of incident", "type of incident", "place of incident", "name of incident",
				"date+count+name of vessel", "date+place+name of vessel", "date+count+plate",
			},
			unless:     personal + ",amount,price",
			properties: incidentWords,
			more:       (*draft).involved,
		},
		{
			schema: "Flow", entity: "flow", ranked: true,
			needs:  []string{"count+route", "count+nationality", "count+place", "count+country", "count+date", "count+year", "count+boats", "count+period of a column"},
			unless: personal + ",plate,IMO number,MMSI,name of vessel,amount",
			properties: "route: route; type: mode measure; nationality: nationality; count: count; boats: vessels; country: country; " +
				strings.Replace(spanWords, "date startDate", "period", 1),
			more: (*draft).measured,
		},
	}
}

const incidentWords = "type: kind; route: route; nationality: nationality; country: country; dead: dead; missing: missing; survivors: survivors; " +
	"injured: injured; cause: cause; count: persons; latitude: latitude; longitude: longitude; position: latitude; place: location; " +
	"reference: reference; id: reference; reference of case: reference; reference of report: reportNumber; name: name; " + spanWords

func thingShapes() []shape {
	return []shape{
		{
			schema: "Seizure", entity: "seizure", own: "seizure", needs: []string{"date of seizure+item", "place of seizure+item", "item+quantity", "reference of seizure"},
			unless:     personal,
			properties: "item: subject; type: kind; quantity: quantity; amount: amount; currency: currency; reference: recordId; place: location; date: date; notes: summary",
		},
		{
			schema: person, entity: "person", own: header.Person, ranked: true,
			needs:      []string{"name+date+place", "name+date+position", "name+date+latitude+longitude"},
			unless:     livingWords + ",amount,price,count,plate,name of vessel,type of incident,item,username,iban,transfer number",
			properties: personWords,
			more:       (*draft).seen,
		},
		{
			schema: "UserAccount", entity: "account", needs: []string{"username"}, unless: livingWords,
			properties: "username: username; platform: service; phone: phone; e-mail: email; name: alias" + thingWords,
		},
		{
			schema: "Vessel", entity: "vessel", own: header.Vessel, needs: []string{"IMO number", "MMSI", "name of vessel"}, unless: livingWords,
			properties: "name: name; IMO number: imoNumber; MMSI: mmsi; call sign: callSign; flag: flag; type: type; model: model; length: length; " +
				"registry port: registrationPort; place: registrationPort; plate: registrationNumber" + thingWords,
			more: (*draft).owned,
		},
		{
			schema: "Vehicle", entity: "vehicle", own: "vehicle", needs: []string{"plate", "chassis"}, unless: livingWords,
			properties: "plate: registrationNumber; name of vehicle: name; type: type; model: model; flag: plateCountry" + thingWords,
			more:       (*draft).owned,
		},
		{
			schema: "Fee", entity: "fee", needs: []string{"amount", "price"},
			properties: "amount: amount; price: amount; currency: currency; route: route; nationality: nationality; type: mode status; " + spanWords,
			more:       (*draft).leg,
		},
		{
			schema: person, entity: "person", own: header.Person,
			needs:      []string{"first name", "last name", "birth date", "passport", "document", "alias", "gender", "age", "occupation", "father name", "name"},
			properties: personWords,
			more:       (*draft).life,
		},
		{
			schema: "Organization", entity: "organization", own: header.Company, needs: []string{"name of company"},
			properties: "name: name; plate: registrationNumber; reference: registrationNumber; tax number: taxNumber; phone: phone; e-mail: email; address: address; place: address; type: legalForm" + thingWords,
			more:       (*draft).directed,
		},
		{
			schema: "BankAccount", entity: "account", needs: []string{"iban", "account"},
			properties: "iban: iban; account: accountNumber; name of bank: bankName; bic: bic; currency: currency" + thingWords,
			more:       (*draft).held,
		},
		{schema: "Phone", entity: "phone", needs: []string{"phone", "imei"}, properties: "phone: number; imei: imei; imsi: imsi; name: name" + thingWords},
		{
			schema: "Place", entity: "place", own: "place", needs: []string{"place", "name of camp", "latitude+longitude", "position"},
			properties: "place: name; name of camp: name; name: name; latitude: latitude; longitude: longitude; position: latitude; type: kind; address: address" + thingWords,
		},
	}
}

// met reports whether a table has what the shape needs.
func (s *shape) met(roles map[role]*profile) bool {
	for r := range strings.SplitSeq(s.unless, ",") {
		if roles[role(r)] != nil {
			return false
		}
	}
	for _, need := range s.needs {
		all := true
		for r := range strings.SplitSeq(need, "+") {
			all = all && roles[role(r)] != nil
		}
		if all {
			return true
		}
	}
	return false
}

// goal is a role and the properties to try for it.
type goal struct {
	role       role
	properties []schema.PropertyName
}

func (s *shape) goals() []goal { return goals(s.properties) }

func goals(properties string) []goal {
	var out []goal
	for entry := range strings.SplitSeq(properties, ";") {
		r, names, _ := strings.Cut(strings.TrimSpace(entry), ":")
		g := goal{role: role(r)}
		for n := range strings.FieldsSeq(names) {
			g.properties = append(g.properties, schema.PropertyName(n))
		}
		out = append(out, g)
	}
	return out
}
