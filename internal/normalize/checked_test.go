package normalize

import (
	"errors"
	"slices"
	"testing"
)

func TestChecked(t *testing.T) {
	for _, test := range []struct {
		name string
		of   func(string) (string, error)
		text string
		want string
		err  error
	}{
		{"IMO", IMO, "IMO 9074729", "9074729", nil}, // the example of the resolution
		{"IMO", IMO, "9074728", "", ErrRange},
		{"IMO", IMO, "907472", "", ErrFormat},
		{"IMO", IMO, "unknown", "", ErrUnknown},
		{"MMSI", MMSI, "211 331 640", "211331640", nil},
		{"MMSI", MMSI, "999999999", "", ErrUnknown},
		{"MMSI", MMSI, "21133164", "", ErrFormat},
		{"IMEI", IMEI, "49-015420-323751-8", "490154203237518", nil}, // the usual example of TS 23.003
		{"IMEI", IMEI, "49015420323751", "490154203237518", nil},
		{"IMEI", IMEI, "4901542032375101", "490154203237518", nil},
		{"IMEI", IMEI, "490154203237517", "", ErrRange},
		{"IMEI", IMEI, "4901542032375a8", "", ErrFormat},
		{"IBAN", IBAN, "GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819", nil}, // of the registry
		{"IBAN", IBAN, "de89370400440532013000", "DE89370400440532013000", nil},
		{"IBAN", IBAN, "DE89370400440532013001", "", ErrRange},
		{"IBAN", IBAN, "8937040044053201300012", "", ErrFormat},
		{"IBAN", IBAN, "DE89", "", ErrFormat},
		{"account", Account, "@Some.Name", "some.name", nil},
		{"account", Account, "https://t.me/SomeName?start=1", "somename", nil},
		{"account", Account, "two words", "", ErrFormat},
	} {
		got, err := test.of(test.text)
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s %q: %q, %v; want %q, %v", test.name, test.text, got, err, test.want, test.err)
		}
		if err == nil {
			if again, err := test.of(got); again != got || err != nil {
				t.Errorf("%s %q again: %q, %v", test.name, got, again, err)
			}
		}
	}
}

// The specimens of ICAO Doc 9303.
func TestParseMRZ(t *testing.T) {
	passport := "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
	card := "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
	td2 := "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
	for text, number := range map[string]string{passport: "L898902C3", card: "D23145890", td2: "D23145890"} {
		m, err := ParseMRZ(text)
		if err != nil {
			t.Fatal(err)
		}
		if m.Number != number || m.Family != "ERIKSSON" || m.Given != "ANNA MARIA" || m.Birth != "740812" || m.Expiry != "120415" || m.Sex != "F" || m.Nationality != "UTO" || m.Wrong != nil {
			t.Errorf("%s\n%+v", text, m)
		}
	}
	m, err := ParseMRZ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408132F1204159ZE184226B<<<<<10")
	if err != nil || !slices.Equal(m.Wrong, []string{"birth", "composite"}) {
		t.Errorf("one digit read wrongly: %v, %v", m.Wrong, err)
	}
	for _, text := range []string{"", "P<UTO", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<é\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"} {
		if _, err := ParseMRZ(text); !errors.Is(err, ErrFormat) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzParseMRZ(f *testing.F) {
	f.Add("I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<")
	f.Fuzz(func(t *testing.T, text string) {
		if m, err := ParseMRZ(text); err != nil && m.Number != "" {
			t.Errorf("%q: %+v and %v", text, m, err)
		}
	})
}

func TestDocumentNumber(t *testing.T) {
	for _, test := range [][3]string{
		{"YA 1234567", "it", "YA1234567"},
		{"YA 12345O7", "it", "YA1234507"},
		{"Y41234567", "it", "Y41234567"},
		{"12ab34567", "fr", "12AB34567"},
		{"C01XOOT47", "de", "C01X00T47"},
		{"12-345.678", "", "12345678"},
		{"AB123", "it", "AB123"},
		{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10", "", "L898902C3"},
	} {
		if got, err := DocumentNumber(test[0], test[1]); got != test[2] || err != nil {
			t.Errorf("%q of %q: %q, %v; want %q", test[0], test[1], got, err, test[2])
		}
	}
	if _, err := DocumentNumber("-", "it"); err == nil {
		t.Error("no number is no error")
	}
}
