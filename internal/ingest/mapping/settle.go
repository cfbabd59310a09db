package mapping

import (
	"fmt"
	"slices"
	"strings"

	"skein/internal/header"
	"skein/internal/normalize"
	"skein/internal/schema"
)

// settle gives every column the role that its values bear out, and every role one
// column: that whose header says it best, then the first.
func settle(ps []*profile) map[role]*profile {
	for _, p := range ps {
		p.settle()
	}
	roles := map[role]*profile{}
	for _, pass := range []func(*profile) bool{
		func(p *profile) bool { return p.byHeader && p.meaning.Whole },
		func(p *profile) bool { return p.byHeader && !p.meaning.Whole },
		func(p *profile) bool { return !p.byHeader },
	} {
		for _, p := range ps {
			if p.role != "" && pass(p) && roles[p.role] == nil {
				roles[p.role] = p
			}
		}
	}
	settleEnds(ps, roles)
	settleNames(roles)
	return roles
}

// settle decides the role of one column.
func (p *profile) settle() {
	if strings.HasPrefix(string(p.role), "of ") {
		p.role = p.eventRole()
	}
	if first := p.role; !p.bears() {
		for _, other := range header.Default().Alternatives(p.name) {
			if p.role = role(other); p.bears() {
				return
			}
		}
		p.role = first
		p.doubt = fmt.Sprintf("; by its header %s, which not enough of them are", p.role)
		p.role, p.byHeader = p.byValues(), false
	} else if p.role == "" {
		p.role = p.byValues()
	}
}

// eventRole is the role of a header that names an event or an end of a payment, such as
// "Arrest" or "Sender", by what stands below it.
func (p *profile) eventRole() role {
	of := p.meaning.Of
	switch {
	case of == header.Sender || of == header.Recipient:
		switch {
		case p.mostly(form{kind: schema.Phone}) && !p.mostly(form{kind: schema.IBAN}):
			return map[header.Subject]role{header.Sender: roleCaller, header.Recipient: roleCalled}[of]
		case p.mostly(form{kind: schema.IBAN}):
			return roleIBAN.of(of)
		}
		return roleName.of(of)
	case len(p.values) == 0:
		return roleReference.of(of)
	case p.dates() != nil && !p.integers():
		return roleDate.of(of)
	case of == "payment" && p.mostly(form{kind: schema.Amount}):
		return roleAmount
	case of == "call" || of == "payment":
		return roleType
	case of == "case" || of == "report" || of == "debriefing" && p.integers():
		return roleReference.of(of)
	case of == "debriefing":
		return roleNotes
	case p.mostly(form{kind: schema.Country}.withLayouts()):
		return roleCountry.of(of)
	case p.integers() && (of == "arrival" || of == "incident"):
		return roleCount
	case of == "incident":
		return roleType
	}
	return rolePlace.of(of)
}

// settleEnds finds the two ends of a link, which headers name in several ways.
func settleEnds(ps []*profile, roles map[role]*profile) {
	for _, end := range []struct {
		to role
		as []role
	}{
		{roleCaller, []role{rolePhone.of(header.Sender), roleSenderID, roleFrom}},
		{roleCalled, []role{rolePhone.of(header.Recipient), roleRecipientID, roleTo}},
	} {
		for _, from := range end.as {
			p := roles[from]
			if p == nil || roles[end.to] != nil || !p.phones() || from == roleFrom && p.byValues() != rolePhone || from == roleTo && p.byValues() != rolePhone {
				continue
			}
			if roles[roleFromName] != nil && roles[roleAmount] != nil {
				continue // a phone of who pays
			}
			roles[end.to] = p
			delete(roles, from)
		}
	}
	for _, end := range []struct{ from, to role }{
		{roleFrom, roleIBAN.of(header.Sender)},
		{roleTo, roleIBAN.of(header.Recipient)},
		{roleAccount.of(header.Sender), roleIBAN.of(header.Sender)},
		{roleAccount.of(header.Recipient), roleIBAN.of(header.Recipient)},
		{roleAccount, roleIBAN},
	} {
		if p := roles[end.from]; p != nil && roles[end.to] == nil && p.mostly(form{kind: schema.IBAN}) {
			roles[end.to] = p
			delete(roles, end.from)
		}
	}
	for _, p := range ps { // a bare "number" in a list of calls
		if p.role == roleReference && roles[roleDirection] != nil && roles[rolePhone] == nil && p.halfPhones() {
			roles[rolePhone] = p
			if roles[roleReference] == p {
				delete(roles, roleReference)
			}
		}
	}
	if own := roles[roleAccount]; own != nil && roles[roleDirection] != nil && own.phones() {
		roles[roleOwnNumber] = own
		delete(roles, roleAccount)
	}
	if roles[roleFrom] != nil && roles[roleTo] != nil && roles[roleAmount] != nil {
		for from, to := range map[role]role{roleFrom: roleFromName, roleTo: roleToName} {
			if roles[to] == nil {
				roles[to] = roles[from]
				delete(roles, from)
			}
		}
	}
}

// phones reports whether the values are telephone numbers by their look: not every
// number of some digits is one.
func (p *profile) phones() bool {
	const shortest = 7
	long := func(v string) bool { return len(strings.Map(digit, v)) >= shortest }
	return p.mostly(form{kind: schema.Phone}) && slices.ContainsFunc(p.values, long)
}

// halfPhones is [profile.phones] for half of the values: lists of messages have senders with
// words for names, such as the mobile operator.
func (p *profile) halfPhones() bool {
	phones := &profile{}
	for _, v := range p.values {
		if _, err := normalize.Phone(v, ""); err == nil {
			phones.values = append(phones.values, v)
		}
	}
	return 2*len(phones.values) >= len(p.values) && phones.phones()
}

func digit(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

// settleNames finds what a bare name is the name of.
func settleNames(roles map[role]*profile) {
	settleBareName(roles)
	first, last := roles[roleFirstName], roles[roleLastName]
	if (first == nil) != (last == nil) && roles[roleName] == nil { // "nome", "nom" alone are the whole name
		roles[roleName] = first
		if first == nil {
			roles[roleName] = last
		}
		if p := roles[roleName]; strings.Contains(p.values0(), " ") || p.meaningIsName() {
			delete(roles, roleFirstName)
			delete(roles, roleLastName)
		} else {
			delete(roles, roleName)
		}
	}
	if driver := roles[roleDriver]; driver != nil && roles[roleName] == nil && (roles[roleBirthDate] != nil || roles[rolePassport] != nil ||
		roles[roleNationality] != nil || roles[roleArrestDate] != nil || roles[roleArrestPlace] != nil) {
		roles[roleName] = driver // the rows are about drivers
		delete(roles, roleDriver)
	}
	if country := roles[roleCountry]; country != nil && !country.byHeader && roles[roleNationality] == nil && roles[roleName] != nil {
		roles[roleNationality] = country // of whoever has a name
		delete(roles, roleCountry)
	}
}

// settleBareName makes a bare "name" the other half of the name where one half has a column of
// its own, as in "Adı, Soyadı" and "Name, Vorname", unless it repeats that half.
func settleBareName(roles map[role]*profile) {
	name, first, last := roles[roleName], roles[roleFirstName], roles[roleLastName]
	switch {
	case name == nil || (first == nil) == (last == nil):
	case first == nil && !name.repeats(last):
		roles[roleFirstName] = name
		delete(roles, roleName)
	case last == nil && !name.repeats(first):
		roles[roleLastName] = name
		delete(roles, roleName)
	}
}

// repeats reports whether half of another column's values stand within this one's.
func (p *profile) repeats(other *profile) bool {
	n := 0
	for _, o := range other.values {
		if slices.ContainsFunc(p.values, func(v string) bool { return v != o && strings.Contains(header.Fold(v), header.Fold(o)) }) {
			n++
		}
	}
	return 2*n >= len(other.values)
}

func (p *profile) values0() string {
	if len(p.values) == 0 {
		return ""
	}
	return p.values[0]
}

// meaningIsName reports whether the header stands for any name, as "nom" does.
func (p *profile) meaningIsName() bool { return p.meaning.Named }

// bears reports whether the column's values can be what its header says. It mends
// roles that headers share: from and to may be days, time may be a whole date.
func (p *profile) bears() bool {
	if len(p.values) == 0 {
		return true
	}
	switch p.role.attribute() {
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
	case roleDate, roleEndDate, roleBirthDate, roleExpiry:
		return p.dates() != nil
	case roleYear, roleMonth:
		if p.role == roleMonth && p.dates() != nil && !p.integers() {
			p.role = roleDate
			return true
		}
		return p.between(map[role][2]float64{roleYear: {1900, 2100}, roleMonth: {1, 12}}[p.role])
	case roleDuration:
		return p.spans() != nil
	case roleDirection:
		in, out := p.directions()
		return in != nil || out != nil
	case roleCategory:
		return true
	case roleFirstName, roleLastName, roleName:
		return !p.mostly(form{kind: schema.Date}) || p.integers()
	case roleCount:
		if p.meaning.Attribute == "" { // by its values
			return true
		}
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
