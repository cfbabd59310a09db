package normalize

import (
	"net/mail"
	"net/url"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Identifier returns the number of a document, registration or account: in
// upper case and ASCII digits, full-width letters and typographic hyphens made
// plain, without spaces and without points and hyphens at the edges. Marks
// within it stay, since "12-3" and "1-23" are two numbers; only ".0" behind five
// digits or more goes, the trace of a program that took them for a number. It fails
// with [ErrFormat] if no letter or digit is left.
func Identifier(text string) (string, error) {
	if IsNothing(text, OfIdentifier) {
		return "", fail("identifier", text, ErrUnknown, "")
	}
	id := withoutFloat(strings.Trim(plainUpper(text), ".-"))
	if !strings.ContainsFunc(id, isAlphanumeric) {
		return "", fail("identifier", text, ErrFormat, "it has no letter or digit")
	}
	return id, nil
}

// Plate returns the registration mark of a vehicle: letters and digits in
// upper case without spaces and hyphens, the Greek and Cyrillic letters that
// look like Latin ones as Latin. Those are the ones that plates use (Vienna
// Convention on Road Traffic, annex 2), and officers type either. It fails
// with [ErrFormat] unless 2 to 12 letters and digits are left.
func Plate(text string) (string, error) {
	if IsNothing(text, OfIdentifier) {
		return "", fail("plate", text, ErrUnknown, "")
	}
	var b strings.Builder
	for _, r := range latinPlate().Replace(plainUpper(text)) {
		switch {
		case isAlphanumeric(r), unicode.Is(unicode.M, r):
			b.WriteRune(r)
		case strings.ContainsRune("-.·•/|:", r):
		default:
			return "", fail("plate", text, ErrFormat, "it has "+string(r)+" in it")
		}
	}
	plate := norm.NFC.String(b.String())
	if n := len([]rune(plate)); n < 2 || n > 12 {
		return "", fail("plate", text, ErrFormat, "want 2 to 12 letters and digits")
	}
	return plate, nil
}

// latinPlate replaces the Greek, then the Cyrillic letters of plates.
var latinPlate = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		"Α", "A", "Β", "B", "Ε", "E", "Ζ", "Z", "Η", "H", "Ι", "I", "Κ", "K", "Μ", "M", "Ν", "N", "Ο", "O", "Ρ", "P", "Τ", "T", "Υ", "Y", "Χ", "X",
		"А", "A", "В", "B", "Е", "E", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "У", "Y", "Х", "X",
	)
})

// plainUpper is text in compatibility form and upper case without spaces and
// invisible characters.
func plainUpper(text string) string {
	drop := func(r rune) rune {
		r = visible(r)
		switch {
		case r == ' ':
			return -1
		case unicode.Is(unicode.Pd, r), r == '\u2212':
			return '-'
		}
		return r
	}
	// Upper case can undo the compatibility form, and the form can yield
	// spaces; a second pass settles both.
	for range 2 {
		text = strings.Map(drop, norm.NFKC.String(strings.ToUpper(norm.NFKC.String(Digits(text)))))
	}
	return norm.NFKC.String(text)
}

// withoutFloat removes the ".0" that a program puts behind an identifier that it took for
// a number.
func withoutFloat(id string) string {
	digits, ok := strings.CutSuffix(id, ".0")
	if !ok || len(digits) < 5 || strings.Trim(digits, "0123456789") != "" {
		return id
	}
	return digits
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Email returns an address in lower case, without a display name or "mailto:".
// The part before the @ may in theory depend on case; no provider in use makes
// it so. It fails with [ErrFormat] unless the domain has a point.
func Email(text string) (string, error) {
	if IsNothing(text, OfIdentifier) {
		return "", fail("email", text, ErrUnknown, "")
	}
	clean, err := Text(text)
	if err != nil {
		return "", err
	}
	clean = strings.TrimPrefix(strings.ToLower(clean), "mailto:")
	parsed, err := mail.ParseAddress(clean)
	if err != nil {
		return "", fail("email", text, ErrFormat, "want name@domain")
	}
	address := strings.ToLower(parsed.Address)
	at := strings.LastIndexByte(address, '@')
	local, domain := address[:at], address[at+1:]
	if strings.ContainsAny(local, "\" @\\<>(),:;[]") || local == "" || !isHost(domain) {
		return "", fail("email", text, ErrFormat, "want name@domain")
	}
	return address, nil
}

// URL returns a web address with its scheme and host in lower case, without
// the default port, and with "/" for an empty path. A text without a scheme,
// such as "t.me/name", gets https. It fails with [ErrFormat] unless the scheme
// is http, https or ftp, and for an address with a user name or password in it.
func URL(text string) (string, error) {
	if IsNothing(text, OfIdentifier) {
		return "", fail("url", text, ErrUnknown, "")
	}
	clean, err := Text(text)
	if err != nil {
		return "", err
	}
	if !strings.Contains(clean, "://") {
		clean = "https://" + clean
	}
	u, err := url.Parse(clean)
	if err != nil || strings.Contains(clean, " ") {
		return "", fail("url", text, ErrFormat, "")
	}
	if u.User != nil {
		return "", fail("url", text, ErrFormat, "it carries a user name")
	}
	host, port := strings.ToLower(u.Hostname()), u.Port()
	defaults := map[string]string{"http": "80", "https": "443", "ftp": "21"}
	standard, ok := defaults[u.Scheme]
	if !ok || !isHost(host) {
		return "", fail("url", text, ErrFormat, "want http, https or ftp and a host name")
	}
	u.Host = host
	if port != "" && port != standard {
		u.Host += ":" + port
	}
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String(), nil
}

// isHost reports whether s is labels of letters, digits and hyphens joined by
// points, at least two of them; letters may be of any script.
func isHost(s string) bool {
	labels := strings.Split(s, ".")
	for _, l := range labels {
		inner := strings.TrimFunc(l, func(r rune) bool { return isAlphanumeric(r) || unicode.Is(unicode.M, r) || r == '-' || r == '_' })
		if l == "" || inner != "" || strings.HasPrefix(l, "-") || strings.HasSuffix(l, "-") {
			return false
		}
	}
	return len(labels) > 1 && len(s) <= 253
}
