package normalize

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"skein/internal/money"
)

// textCase is a text with its canonical form, or its error.
type textCase struct {
	text, want string
	err        error
}

// checkText holds cases against a function, and checks that results are stable.
func checkText(t *testing.T, name string, f func(string) (string, error), cases []textCase) {
	t.Helper()
	for _, c := range cases {
		got, err := f(c.text)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s(%q) = %q, %v; want %q, %v", name, c.text, got, err, c.want, c.err)
		}
		if err != nil {
			continue
		}
		if again, err := f(got); err != nil || again != got {
			t.Errorf("%s(%q) = %q, then %q, %v", name, c.text, got, again, err)
		}
	}
}

func TestDigits(t *testing.T) {
	for text, want := range map[string]string{
		"٠١٢٣٤٥٦٧٨٩": "0123456789",
		"۰۱۲۳۴۵۶۷۸۹": "0123456789",
		"०१२३४५६७८९": "0123456789",
		"০১২৩৪৫৬৭৮৯": "0123456789",
		"abc 12 é":   "abc 12 é",
		"０９፩²𝟎𝟗๙":    "09፩²099", // Ethiopic numerals are no decimal digits
	} {
		if got := Digits(text); got != want {
			t.Errorf("Digits(%q) = %q", text, got)
		}
	}
}

func TestText(t *testing.T) {
	checkText(t, "Text", Text, []textCase{
		{"  two\t\n words\u00a0here ", "two words here", nil},
		{"e\u0301te\u0301", "été", nil},
		{"\ufeffBOM and\u202a marks\u202c\u0000", "BOM and marks", nil},
		{"e\u200b\u0301", "é", nil},
		{"می\u200cخواهم", "می\u200cخواهم", nil},
		{"unknown", "unknown", nil},
		{" \t\u200b", "", ErrUnknown},
		{"caf\xe9", "", ErrFormat},
	})
}

func TestName(t *testing.T) {
	checkText(t, "Name", Name, []textCase{
		{"  Amina   Testova ", "Amina Testova", nil},
		{`"Abu Test"`, "Abu Test", nil},
		{"« “Abu Test” »", "Abu Test", nil},
		{"'Ali Test", "'Ali Test", nil},
		{"O'Test", "O'Test", nil},
		{"محمد تست", "محمد تست", nil},
		{"Na", "Na", nil},
		{"7even", "7even", nil},
		{"N/A", "", ErrUnknown},
		{"UNKNOWN", "", ErrUnknown},
		{"", "", ErrUnknown},
		{"---", "", ErrUnknown},
		{`""`, "", ErrUnknown},
	})
}

func TestIdentifier(t *testing.T) {
	checkText(t, "Identifier", Identifier, []textCase{
		{" ab 123 456 ", "AB123456", nil},
		{"-12-34/5.", "12-34/5", nil},
		{"ＡＢ１２", "AB12", nil},
		{"12–34", "12-34", nil},
		{"۱۲۳", "123", nil},
		{"", "", ErrUnknown},
		{"n/a", "", ErrUnknown},
		{"../..", "", ErrUnknown},
		{"€€", "", ErrUnknown},
	})
}

func TestPlate(t *testing.T) {
	checkText(t, "Plate", Plate, []textCase{
		{"zz-te 1234", "ZZTE1234", nil},
		{"ΖΗΑ-1234", "ZHA1234", nil},
		{"АВ 1234 ХХ", "AB1234XX", nil},
		{"Ü-X 12", "ÜX12", nil},
		{"٣٤ TEST ١", "34TEST1", nil},
		{"7", "", ErrFormat},
		{"AB 123 (stolen)", "", ErrFormat},
		{"ABCDEFG1234567", "", ErrFormat},
		{"unknown", "", ErrUnknown},
	})
}

func TestEmail(t *testing.T) {
	checkText(t, "Email", Email, []textCase{
		{" Test.Person@Example.ORG ", "test.person@example.org", nil},
		{"Test Person <test@example.org>", "test@example.org", nil},
		{"mailto:test+tag@example.org", "test+tag@example.org", nil},
		{"test@exämple.org", "test@exämple.org", nil},
		{"test@localhost", "", ErrFormat},
		{"test", "", ErrFormat},
		{"a@b@example.org", "", ErrFormat},
		{`"a b"@example.org`, "", ErrFormat},
		{"test@-example.org", "", ErrFormat},
		{"test@example..org", "", ErrFormat},
		{"", "", ErrUnknown},
	})
}

func TestURL(t *testing.T) {
	checkText(t, "URL", URL, []textCase{
		{"HTTP://Example.ORG:80", "http://example.org/", nil},
		{"https://example.org:8443/Path?q=1#Top", "https://example.org:8443/Path?q=1#Top", nil},
		{"t.me/Test_Channel", "https://t.me/Test_Channel", nil},
		{"www.example.org", "https://www.example.org/", nil},
		{"https://example.org/a b", "", ErrFormat},
		{"javascript://example.org/", "", ErrFormat},
		{"https://user:secret@example.org/", "", ErrFormat},
		{"example", "", ErrFormat},
		{"https://", "", ErrFormat},
		{"n/a", "", ErrUnknown},
	})
}

func TestNumber(t *testing.T) {
	checkText(t, "Number", Number, []textCase{
		{"1,234", "1234", nil},
		{"1.234", "1234", nil},
		{"1 234", "1234", nil},
		{"1.234,5", "1234.5", nil},
		{"0.125", "0.125", nil},
		{"1٫125", "1.1250", nil},
		{"١٢٣", "123", nil},
		{"007", "7", nil},
		{"-5", "-5", nil},
		{"12345678901234567890123", "12345678901234567890123", nil},
		{"5 %", "", ErrFormat},
		{"NaN", "", ErrUnknown},
		{"Inf", "", ErrFormat},
		{"1e5", "", ErrFormat},
		{"about 50", "", ErrFormat},
		{"10-20", "", ErrFormat},
		{"", "", ErrUnknown},
		{"unknown", "", ErrUnknown},
		{"-", "", ErrUnknown},
	})
}

func TestAmount(t *testing.T) {
	if a, err := Amount("٣٬٢٠٠ EUR", ""); err != nil || a.String() != "EUR 3200" {
		t.Errorf("Amount = %v, %v", a, err)
	}
	if _, err := Amount("unknown", "EUR"); !errors.Is(err, ErrUnknown) {
		t.Errorf("unknown amount: %v", err)
	}
	if _, err := Amount("3200", ""); !errors.Is(err, money.ErrCurrency) {
		t.Errorf("amount without currency: %v", err)
	}
}

// TestPhone has numbers that regulators set aside for fiction and documents:
// Ofcom's 020 7946 0, the +1 555 01 of North America.
func TestPhone(t *testing.T) {
	for code, cases := range map[string][]textCase{
		"": {
			{"+44 20 7946 0018", "+442079460018", nil},
			{"+44 (0)20 7946 0018", "+442079460018", nil},
			{"0044 20-7946-0018", "+442079460018", nil},
			{"(+44) 20 7946.0018", "+442079460018", nil},
			{"tel:+1-202-555-0123", "+12025550123", nil},
			{"+1 202 555 0123 ext. 4", "+12025550123", nil},
			{"+1 202 555 0123 x4", "+12025550123", nil},
			{"+1 202 555 0123 extension 4", "+12025550123", nil},
			{"tel:+1-202-555-0123;ext=4", "+12025550123", nil},
			{"+1 202 555 0123; +1 202 555 0124", "", ErrFormat},
			{"+1 202 555 xxxx", "", ErrFormat},
			{"+1 202 555 x1xx", "", ErrFormat},
			{"+1 202 555 0123 ext", "", ErrFormat},
			{"020 7946 0018", "02079460018", nil},
			{"+٤٤٢٠٧٩٤٦٠٠١٨", "+442079460018", nil},
			{"\u202a+44 20 7946 0018\u202c", "+442079460018", nil},
			{"1234", "1234", nil},
			{"123", "", ErrFormat},
			{"+1234567890123456", "", ErrFormat},
			{"+044 20 7946 0018", "", ErrFormat},
			{"44+2079460018", "", ErrFormat},
			{"4.42079E+11", "", ErrUnknown},
			{"call Ali", "", ErrFormat},
			{"", "", ErrUnknown},
			{"unknown", "", ErrUnknown},
		},
		"44":  {{"020 7946 0018", "+442079460018", nil}, {"+1 202 555 0123", "+12025550123", nil}, {"00 1 202 555 0123", "+12025550123", nil}},
		"1":   {{"202-555-0123", "+12025550123", nil}, {"1 202 555 0123", "+12025550123", nil}},
		"39":  {{"06 555 0123", "+39065550123", nil}},
		"7":   {{"8 495 555 01 23", "+74955550123", nil}, {"495 555 01 23", "+74955550123", nil}},
		"36":  {{"06 1 555 0123", "+3615550123", nil}},
		"+44": {{"020 7946 0018", "", ErrFormat}},
	} {
		checkText(t, "Phone["+code+"]", func(s string) (string, error) { return Phone(s, code) }, cases)
	}
}

func TestGender(t *testing.T) {
	checkText(t, "Gender", Gender, []textCase{
		{"M", "male", nil},
		{"homme", "male", nil},
		{"Männlich", "male", nil},
		{"MAENNLICH", "", ErrFormat},
		{"мужской", "male", nil},
		{"ذكر", "male", nil},
		{"άνδρας", "male", nil},
		{"1", "male", nil},
		{"F", "female", nil},
		{"w", "female", nil},
		{"أنثى", "female", nil},
		{"ΓΥΝΑΙΚΑ", "female", nil},
		{"kadın", "female", nil},
		{"KADIN", "female", nil},
		{"divers", "other", nil},
		{"other", "other", nil},
		{"X", "", ErrUnknown},
		{"<", "", ErrUnknown},
		{"0", "", ErrUnknown},
		{"unknown", "", ErrUnknown},
		{"", "", ErrUnknown},
		{"mixed", "", ErrFormat},
	})
}

func TestBoolean(t *testing.T) {
	for text, want := range map[string]bool{"yes": true, "Y": true, "Ja": true, "oui": true, "Sí": true, "1": true, "نعم": true, "NO": false, "nein": false, "0": false, "False": false, "όχι": false, "нет": false} {
		if got, err := Boolean(text); err != nil || got != want {
			t.Errorf("Boolean(%q) = %v, %v", text, got, err)
		}
	}
	for text, want := range map[string]error{"": ErrUnknown, "unknown": ErrUnknown, "maybe": ErrFormat, "2": ErrFormat} {
		if _, err := Boolean(text); !errors.Is(err, want) {
			t.Errorf("Boolean(%q): %v, want %v", text, err, want)
		}
	}
}

// TestWordTables checks that no word has two meanings in one table.
func TestWordTables(t *testing.T) {
	for _, lists := range [][]string{{maleWords, femaleWords, otherGenderWords, noGenderWords}, {yesWords, noWords}, strings.Split(monthWords, "\n")} {
		meaning := map[string]int{}
		for i, list := range lists {
			for word := range strings.FieldsSeq(list) {
				key := fold(word)
				if other, ok := meaning[key]; ok && other != i || IsNothing(word, OfTerm) || strings.Contains(key, " ") {
					t.Errorf("%q is in two lists, is missing, or is two words", word)
				}
				meaning[key] = i
			}
		}
	}
	for month, word := range []string{"jan", "févr", "Mär", "avril", "maggio", "JUNIO", "juil", "août", "set", "ottobre", "nov", "dez"} {
		if got := monthNames()[fold(word)]; got != month+1 {
			t.Errorf("%q is month %d, want %d", word, got, month+1)
		}
	}
}

// TestStable normalizes random texts twice.
func TestStable(t *testing.T) {
	functions := map[string]func(string) (string, error){
		"Text": Text, "Name": Name, "Identifier": Identifier, "Plate": Plate, "Email": Email, "URL": URL, "Number": Number, "Gender": Gender,
		"Country": Country,
		"Phone":   func(s string) (string, error) { return Phone(s, "") },
		"Phone30": func(s string) (string, error) { return Phone(s, "30") },
	}
	text := rapid.OneOf(
		rapid.String(),
		rapid.StringOfN(rapid.SampledFrom([]rune(`aBé'"«».-/ ١۲3+0()@,:%ßİıǅﬁ`+"\u0301\u200b\u200c\u00a0\t")), 0, 20, -1),
		rapid.StringMatching(`\+?[0-9 .()-]{3,18}`),
		rapid.StringMatching(`[a-zA-Z.]{1,8}@[a-z.-]{1,8}\.[a-z]{2}`),
		rapid.StringMatching(`(https?://)?[A-Za-z.-]{1,8}\.[a-z]{2}(:[0-9]{1,3})?(/[a-z%?#&=./]{0,8})?`),
	)
	for name, f := range functions {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				in := text.Draw(t, "text")
				once, err := f(in)
				if err != nil {
					if once != "" || errors.Is(err, ErrUnknown) == errors.Is(err, ErrFormat) && !errors.Is(err, ErrAmbiguous) && !errors.Is(err, ErrStateless) {
						t.Fatalf("%q gives %q, %v", in, once, err)
					}
					return
				}
				twice, err := f(once)
				if err != nil || twice != once {
					t.Fatalf("%q gives %q, then %q, %v", in, once, twice, err)
				}
				if !norm.NFC.IsNormalString(once) || strings.TrimSpace(once) != once || strings.ContainsFunc(once, unicode.IsControl) {
					t.Fatalf("%q gives %q, which is not canonical", in, once)
				}
			})
		})
	}
}

func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"1,234", "1.234,5", "1 234", "12,34,567", "١٬٢٣٤٫٥", "-0.125", "5 %", "1e5", "+44 (0)20 7946 0018"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if n, err := Number(text); err == nil {
			if again, err := Number(n); err != nil || again != n || strings.Trim(n, "-.0123456789") != "" {
				t.Errorf("Number(%q) = %q, then %q, %v", text, n, again, err)
			}
		}
		if p, err := Phone(text, ""); err == nil {
			digits := strings.TrimPrefix(p, "+")
			if again, err := Phone(p, ""); err != nil || again != p || len(digits) < 4 || len(digits) > 15 {
				t.Errorf("Phone(%q) = %q, then %q, %v", text, p, again, err)
			}
		}
	})
}
