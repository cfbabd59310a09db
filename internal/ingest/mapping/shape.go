package mapping

import (
	"fmt"
	"strings"

	"skein/internal/schema"
)

// shape is a kind of table: what its rows tell of, and where its columns go.
type shape struct {
	schema schema.Name
	entity string // its name in the mapping
	ranked bool   // goes before all shapes that are not, whatever they use
	needs  []string
	// properties lists, by semicolons, a role and the properties to try for it.
	properties string
}

const (
	spanWords  = "date: date startDate; end date: endDate; url: sourceUrl; notes: summary description"
	thingWords = "; alias: alias; country: country; url: sourceUrl; notes: notes"
)

// shapes lists the tables that are known, surest first. needs are alternatives, each
// of roles that must all be there, joined by +.
func shapes() []shape {
	return []shape{
		{"Call", "call", true, []string{"caller+called"}, "duration: duration; type: channel; weight: weight; " + spanWords},
		{"UnknownLink", "link", true, []string{"from+to"}, "role: role; type: role; weight: weight; count: weight; " + spanWords},
		{
			"Incident", "incident", true,
			[]string{"dead", "missing", "survivors"},
			"type: kind; route: route; nationality: nationality; country: country; dead: dead; missing: missing; survivors: survivors; " +
				"cause: cause; count: persons; latitude: latitude; longitude: longitude; position: latitude; place: location; " +
				"reference: reference; name: name; " + spanWords,
		},
		{
			"Flow", "flow", true,
			[]string{"count+route", "count+nationality", "count+place", "count+country", "count+date", "count+year", "count+boats"},
			"route: route; type: mode measure; nationality: nationality; count: count; boats: vessels; country: country; " +
				strings.Replace(spanWords, "date startDate", "period", 1),
		},
		{
			"Vessel", "vessel", false,
			[]string{"IMO number", "MMSI", "vessel"},
			"vessel: name; name: name; IMO number: imoNumber; MMSI: mmsi; flag: flag; type: type; plate: registrationNumber" + thingWords,
		},
		{"Vehicle", "vehicle", false, []string{"plate"}, "plate: registrationNumber; name: name; type: type; flag: plateCountry" + thingWords},
		{"Fee", "fee", false, []string{"amount"}, "amount: amount; currency: currency; route: route; nationality: nationality; type: mode status; " + spanWords},
		{
			"Person", "person", false,
			[]string{"first name", "last name", "birth date", "passport", "alias", "gender", "occupation", "name"},
			"name: name; first name: firstName; last name: lastName; birth date: birthDate; birth place: birthPlace; nationality: nationality; " +
				"gender: gender; passport: passportNumber; occupation: profession; role: role; phone: phone; e-mail: email; address: address" + thingWords,
		},
		{"Organization", "organization", false, []string{"organization"}, "organization: name; phone: phone; e-mail: email; address: address; type: legalForm" + thingWords},
		{"Phone", "phone", false, []string{"phone", "imei"}, "phone: number; imei: imei; name: name" + thingWords},
		{"Place", "place", false, []string{"place", "latitude+longitude", "position"}, "place: name; name: name; latitude: latitude; longitude: longitude; position: latitude; type: kind; address: address" + thingWords},
	}
}

// met reports whether a table has what the shape needs.
func (s *shape) met(roles map[role]*profile) bool {
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

func (s *shape) goals() []goal {
	var out []goal
	for entry := range strings.SplitSeq(s.properties, ";") {
		r, names, _ := strings.Cut(strings.TrimSpace(entry), ":")
		g := goal{role: role(r)}
		for n := range strings.FieldsSeq(names) {
			g.properties = append(g.properties, schema.PropertyName(n))
		}
		out = append(out, g)
	}
	return out
}

// settle gives every column the role that its values bear out, and every role one
// column: that whose header says it best, then the first.
func settle(ps []*profile) map[role]*profile {
	for _, p := range ps {
		if !p.bears() {
			p.doubt = fmt.Sprintf("; by its header %s, which not enough of them are", p.role)
			p.role, p.byHeader = p.byValues(), false
		} else if p.role == "" {
			p.role = p.byValues()
		}
	}
	roles := map[role]*profile{}
	for _, pass := range []func(*profile) bool{
		func(p *profile) bool { return p.byHeader && p.whole },
		func(p *profile) bool { return p.byHeader && !p.whole },
		func(p *profile) bool { return !p.byHeader },
	} {
		for _, p := range ps {
			if p.role != "" && pass(p) && roles[p.role] == nil {
				roles[p.role] = p
			}
		}
	}
	if from, to := roles[roleFrom], roles[roleTo]; from != nil && to != nil && from.byValues() == rolePhone && to.byValues() == rolePhone {
		roles[roleCaller], roles[roleCalled] = from, to
		delete(roles, roleFrom)
		delete(roles, roleTo)
	}
	if country := roles[roleCountry]; country != nil && !country.byHeader && roles[roleNationality] == nil && roles[roleName] != nil {
		roles[roleNationality] = country // of whoever has a name
		delete(roles, roleCountry)
	}
	return roles
}

// bears reports whether the column's values can be what its header says. It mends
// roles that headers share: from and to may be days, time may be a whole date.
func (p *profile) bears() bool {
	if len(p.values) == 0 {
		return true
	}
	switch p.role {
	case roleFrom, roleTo:
		if p.byValues() == roleDate {
			p.role = map[role]role{roleFrom: roleDate, roleTo: roleEndDate}[p.role]
		}
		return true
	case roleTime:
		if p.clocks() == "" {
			p.role = roleDate
			return p.dates() != nil
		}
		return true
	case roleDate, roleEndDate, roleBirthDate:
		return p.dates() != nil
	case roleYear, roleMonth:
		return p.between(map[role][2]float64{roleYear: {1900, 2100}, roleMonth: {1, 12}}[p.role])
	case roleID, roleFromName, roleToName, roleFirstName, roleLastName, roleName:
		return p.role == roleID || !p.fits(form{kind: schema.Date}) || p.integers()
	default:
	}
	if kind := kindOf(p.role); kind != "" {
		f := form{kind: kind}.withLayouts()
		return p.fits(f) || p.separator(f) != ""
	}
	return true
}

func (p *profile) between(limits [2]float64) bool {
	return p.all(func(v string) bool {
		n, err := number(v)
		return err == nil && n >= limits[0] && n <= limits[1]
	})
}

// kindOf returns the type of a role's values, "" where texts do.
func kindOf(r role) schema.Type {
	switch r {
	case roleNationality, roleCountry, roleFlag:
		return schema.Country
	case roleGender:
		return schema.Gender
	case rolePhone, roleCaller, roleCalled:
		return schema.Phone
	case roleEmail:
		return schema.Email
	case roleURL:
		return schema.URL
	case roleDuration, roleCount, roleBoats, roleDead, roleMissing, roleSurvivors, roleWeight:
		return schema.Number
	case roleAmount:
		return schema.Amount
	case roleCurrency:
		return schema.Currency
	case roleLatitude:
		return schema.Latitude
	case roleLongitude:
		return schema.Longitude
	default:
		return ""
	}
}
