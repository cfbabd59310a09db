package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/internal/header"
	"skein/internal/normalize"
	"skein/internal/schema"
)

// payment makes the two parties of a payment, their accounts, and who holds which.
func (d *draft) payment(e *draftEntity) {
	d.money(e, "amount", "price")
	for _, side := range []struct {
		of             header.Subject
		party, account schema.PropertyName
	}{{header.Sender, "payer", "payerAccount"}, {header.Recipient, "beneficiary", "beneficiaryAccount"}} {
		party, account := d.payer(side.of, string(side.party)), d.account(side.of, string(side.account))
		var made []*draftEntity
		for _, end := range []struct {
			property schema.PropertyName
			entity   *draftEntity
		}{{side.party, party}, {side.account, account}} {
			if end.entity != nil {
				e.properties = append(e.properties, draftLine{fmt.Sprintf("%s: {entity: %s}", end.property, end.entity.name), ""})
				made = append(made, end.entity)
			}
		}
		if party != nil && account != nil {
			made = append(made, d.holding(party, account))
		}
		d.entities = append(made, d.entities...)
	}
}

// payer makes who paid or was paid. The source does not say whether a name is that of a
// person or of an organisation, unless it gives the parts of a person's name.
func (d *draft) payer(of header.Subject, name string) *draftEntity {
	first, last, whole := d.roles[roleFirstName.of(of)], d.roles[roleLastName.of(of)], d.roles[roleName.of(of)]
	phone := d.roles[rolePhone.of(of)]
	if phone == nil {
		phone = d.roles[map[header.Subject]role{header.Sender: roleCaller, header.Recipient: roleCalled}[of]]
	}
	e := &draftEntity{name: name, schema: "LegalEntity", why: "a person or an organization: the source does not say which"}
	var keys []string
	for _, p := range []*profile{whole, first, last} {
		if p != nil {
			keys = append(keys, yamlText(p.name))
		}
	}
	e.settings = []draftLine{{"keys: [" + strings.Join(keys, ", ") + "]", "whoever has this name"}, {"key_literal: party", ""}}
	if len(keys) == 0 {
		if phone == nil {
			return nil
		}
		e.settings = []draftLine{{"keys: " + yamlText(phone.name), "whoever has this number"}, {"key_type: phone", ""}, {"key_literal: party", ""}}
	}
	properties := "name: name; place: address; address: address; country: country; phone: phone; e-mail: email; document: idNumber; passport: idNumber; " +
		"id: idNumber; nationality: country"
	if first != nil || last != nil {
		e.schema, e.why = person, "the parts of a person's name"
		e.settings = append(e.settings, d.category())
		properties = "name: name; first name: firstName; last name: lastName; place: address; address: address; country: country; phone: phone; e-mail: email; " +
			"birth date: birthDate; nationality: nationality; gender: gender; document: idNumber; passport: passportNumber; id: idNumber; occupation: profession"
	}
	sc, ok := d.model.Get(e.schema)
	if !ok {
		return nil
	}
	own := d.own
	d.own = header.Itself
	for _, g := range goals(properties) {
		g.role = g.role.of(of)
		d.goal(e, sc, g)
	}
	d.own = own
	if phone != nil && !d.used[phone.name] {
		d.add(e, "phone", "{column: "+yamlText(phone.name)+"}", phone.whyPhone(), phone)
	}
	return e
}

// account makes the account of one end.
func (d *draft) account(of header.Subject, name string) *draftEntity {
	iban, number := d.roles[roleIBAN.of(of)], d.roles[roleAccount.of(of)]
	e := &draftEntity{name: name, schema: "BankAccount"}
	switch {
	case iban != nil:
		e.settings = []draftLine{
			{"keys: " + yamlText(iban.name), "an account is its IBAN"},
			{"key_type: iban", ""},
			{"key_literal: account", "apart from other numbers"},
			{"key_scope: global", "whoever reports it"},
		}
		d.add(e, "iban", "{column: "+yamlText(iban.name)+"}", iban.why(form{kind: schema.IBAN}, nounOf(schema.IBAN)), iban)
	case number != nil:
		e.settings = []draftLine{{"keys: " + yamlText(number.name), "an account is its number"}, {"key_type: identifier", ""}, {"key_literal: account", "apart from other numbers"}}
		d.add(e, "accountNumber", "{column: "+yamlText(number.name)+"}", number.why(form{kind: schema.Text}, ""), number)
	default:
		return nil
	}
	sc, ok := d.model.Get(e.schema)
	if !ok {
		return nil
	}
	for _, g := range goals("bank: bankName; bic: bic; bank bic: bic; bank country: country") {
		g.role = g.role.of(of)
		d.goal(e, sc, g)
	}
	return e
}

// holding says whose account it is.
func (d *draft) holding(party, account *draftEntity) *draftEntity {
	e := &draftEntity{name: party.name + "Holds", schema: "Possession", why: "whose account it is"}
	keys := strings.Trim(strings.TrimPrefix(party.settings[0].text, "keys: "), "[]")
	keys = "[" + keys + ", " + strings.TrimPrefix(account.settings[0].text, "keys: ") + "]"
	if account.keyedByRow() {
		keys = "$row"
	}
	e.settings = []draftLine{{"keys: " + keys, ""}, {"key_literal: holder", ""}}
	e.properties = []draftLine{{fmt.Sprintf("owner: {entity: %s}", party.name), ""}, {fmt.Sprintf("asset: {entity: %s}", account.name), ""}, {"role: {literal: holder}", ""}}
	return e
}

// held makes the holder of each account of a list.
func (d *draft) held(account *draftEntity) {
	for _, r := range []role{roleName, roleLegalName, roleOwner, "name of account holder"} {
		p := d.roles[r]
		if p == nil || d.used[p.name] && !account.has("name") {
			continue
		}
		account.properties = slices.DeleteFunc(account.properties, func(l draftLine) bool { return strings.HasPrefix(l.text, "name: ") })
		e := partyOf(p, "holder")
		d.add(e, "name", "{column: "+yamlText(p.name)+"}", p.why(form{kind: schema.NameType}, ""), p)
		d.entities = append(d.entities, e, d.holding(e, account))
		return
	}
}

// Sums with their currency in one cell, for properties that hold plain numbers.
const (
	sumPattern      = `[0-9](?:[0-9 .,'’]*[0-9])?`
	currencyPattern = `[A-Z]{3}|\p{Sc}`
)

// money adds a sum and its currency, which may stand in one cell.
func (d *draft) money(e *draftEntity, roles ...role) {
	sc, ok := d.model.Get(e.schema)
	at := slices.IndexFunc(roles, func(r role) bool { return d.get(r) != nil })
	if !ok || at < 0 || e.has("amount") {
		return
	}
	p := d.get(roles[at])
	def, ok := sc.Property("amount")
	if !ok || d.used[p.name] {
		return
	}
	plain := def.Type == schema.Number
	mixed := p.withCurrency()
	text := "{column: " + yamlText(p.name)
	if plain && mixed {
		text += ", extract: " + strconv.Quote(sumPattern)
	}
	d.add(e, "amount", text+"}", p.why(form{kind: schema.Amount}, nounOf(schema.Amount)), p)
	switch currency := d.get(roleCurrency); {
	case currency != nil && !d.used[currency.name]:
		d.add(e, "currency", "{column: "+yamlText(currency.name)+"}", currency.why(form{kind: schema.Currency}, nounOf(schema.Currency)), currency)
	case mixed:
		d.currencyBeside(e, p, plain)
	case p.headerCurrency() != "":
		d.add(e, "currency", "{literal: "+p.headerCurrency()+"}", fmt.Sprintf("header %q", p.name))
	}
}

// headerCurrency is the currency that the column's header names, "Amount (EUR)", "" if none.
func (p *profile) headerCurrency() string {
	for _, w := range strings.FieldsFunc(p.name, func(r rune) bool { return !isLetter(r) && !strings.ContainsRune("€£₺", r) }) {
		code := len(w) == 3 && strings.ToUpper(w) == w && w != "ALL" && w != "TOP" // words, too
		if !code && !strings.ContainsAny(w, "€£₺") {
			continue
		}
		if c, err := normalize.Currency(w); err == nil {
			return string(c)
		}
	}
	return ""
}

// currencyBeside adds the currency that stands in the cells of a sum.
func (d *draft) currencyBeside(e *draftEntity, p *profile, plain bool) {
	text := "{column: " + yamlText(p.name)
	if plain || p.fitting(form{kind: schema.Currency}) == 0 {
		text += ", extract: " + strconv.Quote(currencyPattern)
	}
	why := "it stands beside the sum"
	if c := p.headerCurrency(); c != "" {
		text += ", default: " + c
		why += fmt.Sprintf("; else the header %q says it", p.name)
	}
	d.add(e, "currency", text+"}", why)
}

// withCurrency reports whether some sums name their currency.
func (p *profile) withCurrency() bool {
	return slices.ContainsFunc(p.values, func(v string) bool {
		return strings.ContainsFunc(v, isLetter) || strings.ContainsAny(v, "$£€¥₺")
	})
}

// currencies adds to fees the currency that stands beside their amount.
func (d *draft) currencies() {
	for _, e := range d.entities {
		sc, ok := d.model.Get(e.schema)
		if !ok || !sc.Is("Fee") && !sc.Is("Seizure") || e.has("currency") || !e.has("amount") {
			continue
		}
		for _, r := range []role{roleAmount, rolePrice} {
			p := d.get(r)
			if p != nil && p.withCurrency() {
				d.currencyBeside(e, p, false)
				break
			}
			if p != nil && p.headerCurrency() != "" && strings.Contains(e.text(), yamlText(p.name)) {
				d.add(e, "currency", "{literal: "+p.headerCurrency()+"}", fmt.Sprintf("header %q", p.name))
				break
			}
		}
	}
}
