package mapping

import (
	"strings"

	"skein/internal/header"
	"skein/internal/normalize"
	"skein/internal/schema"
)

// role is what a column is about, as its header or its values tell: an attribute of the
// dictionary of headers, "name", or one of a thing or an event, "name of vessel".
type role string

// The roles that the rules here know by name; those of shapes.go are the dictionary's.
const (
	roleID            role = "id"
	roleReference     role = "reference"
	roleName          role = "name"
	roleFirstName     role = "first name"
	roleLastName      role = "last name"
	roleBirthDate     role = "birth date"
	roleNationality   role = "nationality"
	roleCountry       role = "country"
	roleGender        role = "gender"
	rolePassport      role = "passport"
	roleDocument      role = "document"
	roleCategory      role = "category"
	rolePhone         role = "phone"
	roleCaller        role = "caller"
	roleCalled        role = "called"
	roleDirection     role = "direction"
	roleParty         role = "party"
	rolePartyNumber   role = "party identifier"
	roleOwnNumber     role = "own number"
	roleEmail         role = "e-mail"
	roleURL           role = "url"
	roleDate          role = "date"
	roleEndDate       role = "end date"
	roleExpiry        role = "expiry date"
	roleTime          role = "time"
	roleYear          role = "year"
	roleMonth         role = "month"
	roleDuration      role = "duration"
	roleAmount        role = "amount"
	rolePrice         role = "price"
	roleCurrency      role = "currency"
	roleIBAN          role = "iban"
	roleAccount       role = "account"
	rolePlate         role = "plate"
	roleIMO           role = "IMO number"
	roleMMSI          role = "MMSI"
	roleFlag          role = "flag"
	roleLatitude      role = "latitude"
	roleLongitude     role = "longitude"
	rolePosition      role = "position"
	rolePlace         role = "place"
	roleType          role = "type"
	roleFrom          role = "from"
	roleTo            role = "to"
	roleFromName      role = "name of sender"
	roleToName        role = "name of recipient"
	roleText          role = "text"
	roleTransfer      role = "transfer number"
	roleNotes         role = "notes"
	roleCount         role = "count"
	rolePeriod        role = "period of a column"
	roleVessel        role = "name of vessel"
	roleAge           role = "age"
	roleLegalName     role = "name of company"
	roleDebriefing    role = "reference of debriefing"
	roleArrestDate    role = "date of arrest"
	roleArrestPlace   role = "place of arrest"
	roleSenderID      role = "reference of sender"
	roleRecipientID   role = "reference of recipient"
	roleOwner         role = "name of owner"
	roleDriver        role = "name of driver"
	roleDeparture     role = "place of departure"
	roleArrival       role = "place of arrival"
	roleDepartureDate role = "date of departure"
	roleArrivalDate   role = "date of arrival"
)

// attribute is the role without what has it.
func (r role) attribute() role {
	before, _, _ := strings.Cut(string(r), " of ")
	return role(before)
}

// of is a role of a thing or an event.
func (r role) of(s header.Subject) role {
	return role(header.Meaning{Attribute: header.Attribute(r), Of: s}.String())
}

// roleOf returns the role that a header tells. What belongs to a person is the row's own,
// unless it is a number: that of a person is no call's.
func roleOf(text string) (r role, m header.Meaning) {
	m = header.Default().Find(text)
	if m.Of == header.Person && m.Attribute != header.ID && m.Attribute != header.Reference {
		return role(m.Attribute), m
	}
	return role(m.String()), m
}

// kindOf returns the type of a role's values, "" where texts do.
func kindOf(r role) schema.Type {
	switch r.attribute() {
	case roleNationality, roleCountry, roleFlag, "birth country":
		return schema.Country
	case roleGender:
		return schema.Gender
	case rolePhone, roleCaller, roleCalled:
		return schema.Phone
	case roleEmail:
		return schema.Email
	case roleURL:
		return schema.URL
	case roleCount, "boats", "dead", "missing", "survivors", "injured", "weight", roleAge, "length":
		return schema.Number
	case roleAmount, rolePrice:
		return schema.Amount
	case roleCurrency:
		return schema.Currency
	case roleLatitude:
		return schema.Latitude
	case roleLongitude:
		return schema.Longitude
	case roleIBAN:
		return schema.IBAN
	case "minor":
		return schema.Boolean
	default:
		return ""
	}
}

// isMissingWord reports whether a cell says that there is no value.
func isMissingWord(text string) bool { return normalize.IsNothing(text, normalize.OfTerm) }
