package money

import (
	"fmt"
	"strings"
)

// Currency is an ISO 4217 alphabetic code in upper case, such as "EUR". The
// zero value is no currency.
type Currency string

// The active codes of ISO 4217 (list one, as amended to 2025; without metals,
// funds and testing codes) by the number of digits of the minor unit.
const (
	noMinorUnit = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
	cents       = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP " +
		"BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD " +
		"FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS " +
		"KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR " +
		"MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD " +
		"RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT " +
		"TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG"
	mils = "BHD IQD JOD KWD LYD OMR TND"

	// withdrawn holds codes replaced since 2009, the start of the Frontex
	// series, that older sources still state: the kroon, lats, litas, kuna and
	// lev (now EUR), and redenominated currencies. All had cents, save BYR.
	withdrawn        = "ANG BGN CUC EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL"
	withdrawnNoMinor = "BYR"
)

// Digits returns the number of decimal digits of the minor unit: 2 for most
// currencies, 0 for the yen, 3 for the Libyan dinar. It is 2, the general
// default, for a code that is not known.
func (c Currency) Digits() int {
	switch {
	case has(noMinorUnit, c), has(withdrawnNoMinor, c):
		return 0
	case has(mils, c):
		return 3
	}
	return 2
}

// IsValid reports whether c is an active ISO 4217 code, or one withdrawn since
// 2009, in upper case.
func (c Currency) IsValid() bool {
	return has(cents, c) || has(noMinorUnit, c) || has(mils, c) || has(withdrawn, c) || has(withdrawnNoMinor, c)
}

func has(list string, c Currency) bool {
	return len(c) == 3 && !strings.Contains(string(c), " ") && strings.Contains(" "+list+" ", " "+string(c)+" ")
}

// ParseCurrency reads an ISO 4217 code in either case, the words "euro" and
// "euros", or one of the symbols €, $ and £. The symbols are taken to mean
// EUR, USD and GBP: of the many dollars and pounds, those are the ones that
// sources in this field leave without a country. Symbols that several
// countries share without such a habit (¥, kr, Rs, ﷼) are refused. It fails
// with [ErrCurrency].
func ParseCurrency(text string) (Currency, error) {
	word := strings.ToUpper(strings.TrimSpace(text))
	switch word {
	case "€", "EURO", "EUROS":
		return "EUR", nil
	case "$", "US$":
		return "USD", nil
	case "£":
		return "GBP", nil
	}
	if c := Currency(word); c.IsValid() {
		return c, nil
	}
	return "", fmt.Errorf("%w: %q is not an ISO 4217 code or an unambiguous symbol", ErrCurrency, text)
}
