package reader_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/htmlindex"

	"skein/internal/ingest/reader"
)

// encode writes text in an encoding; it reports whether the encoding has it all.
func encode(name, text string) (string, bool) {
	switch name {
	case "utf-8":
		return text, true
	case "utf-16le", "utf-16be":
		var order binary.AppendByteOrder = binary.LittleEndian
		if name == "utf-16be" {
			order = binary.BigEndian
		}
		var out []byte
		for _, c := range utf16.Encode([]rune(text)) {
			out = order.AppendUint16(out, c)
		}
		return string(out), true
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return "", false
	}
	out, err := e.NewEncoder().String(text)
	return out, err == nil
}

// Short tables with made-up persons, in the languages that each code page is for.
func TestDetectCodePage(t *testing.T) {
	for _, test := range []struct{ name, encoding, content string }{
		{"French", "windows-1252", "nom;prénom;ville\nLefèvre;Hélène;Besançon\nGarçon;Noël;Orléans\n"},
		{"German", "windows-1252", "Name;Vorname;Straße\nMüller;Jörg;Große Gasse 3\nKöhler;Änne;Bäckerweg 1\n"},
		{"one German name", "windows-1252", "name,age\nMüller,40\n"},
		{"Spanish", "windows-1252", "nombre,teléfono,lugar\nÍñigo Muñoz,,Málaga\nBegoña Pérez,,Cádiz\n"},
		{"capitals", "windows-1252", "NOM,VILLE\nLEFÈVRE,ORLÉANS\nGARÇON,BESANÇON\n"},
		{"Arabic", "windows-1256", "الاسم,المدينة\nسمير الحداد,طرابلس\nليلى منصور,بنغازي\n"},
		{"Arabic names under a Latin header", "windows-1256", "name,place\nخالد يوسف,زوارة\nمريم,صبراتة\n"},
		{"one Arabic name", "windows-1256", "name,age\nمحمود العلي,40\n"},
		{"Persian", "windows-1256", "name,place\nپروانه چمن,گرگان\nژاله مراد,تهران\n"},
		{"Greek", "windows-1253", "όνομα;πόλη\nΝίκος Παπαγεωργίου;Θεσσαλονίκη\nΕλένη Δημητρίου;Σάμος\n"},
		{"one Greek name", "windows-1253", "name,age\nΓιώργος Αντωνίου,40\n"},
		{"Greek capitals", "windows-1253", "ΟΝΟΜΑ,ΠΟΛΗ\nΝΙΚΟΣ ΠΑΠΠΑΣ,ΧΙΟΣ\nΜΑΡΙΑ ΒΛΑΧΟΥ,ΠΑΤΡΑ\n"},
		{"Russian", "windows-1251", "имя;город\nИван Кузнецов;Самара\nОльга Щербакова;Тюмень\n"},
		{"Russian capitals", "windows-1251", "ИМЯ;ГОРОД\nИВАН КУЗНЕЦОВ;САМАРА\nОЛЬГА ЩЕРБАКОВА;ТЮМЕНЬ\n"},
		{"one Russian name", "windows-1251", "name,age\nСергей Волков,40\n"},
		{"Bulgarian", "windows-1251", "име,град\nГеорги Първанов,Свиленград\nРадка Ангелова,Видин\n"},
		{"Serbian", "windows-1251", "име,место\nМилош Јовановић,Шид\nЉиљана Ђурић,Кикинда\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			content, ok := encode(test.encoding, test.content)
			if !ok {
				t.Fatalf("%s has not all of %q", test.encoding, test.content)
			}
			got := readAll("a.csv", content, reader.Options{})
			if got.err != nil {
				t.Fatal(got.err)
			}
			if got.detected.Encoding != test.encoding || got.detected.Sure < 0.6 || got.detected.Sure > 0.99 {
				t.Errorf("detected %s, sure to %.2f, want %s", got.detected.Encoding, got.detected.Sure, test.encoding)
			}
			want := readAll("a.csv", test.content, reader.Options{})
			if d := cmp.Diff(want.rows, got.rows); d != "" {
				t.Errorf("rows (-want +got):\n%s", d)
			}
			if body := content[strings.IndexByte(content, '\n')+1:]; body != got.raw {
				t.Errorf("raw %q, want %q", got.raw, body)
			}
		})
	}
}

func TestDetectUnicode(t *testing.T) {
	const table = "name,place\nمريم,Zuwārah\nΕλένη,Сомбор\n😀,x\n"
	for _, test := range []struct{ name, encoding, mark, content string }{
		{"UTF-8", "utf-8", "", table},
		{"UTF-8 with a mark", "utf-8", "\uFEFF", table},
		{"ASCII", "utf-8", "", "a,b\n1,2\n"},
		{"UTF-16LE with a mark", "utf-16le", "\uFEFF", table},
		{"UTF-16BE with a mark", "utf-16be", "\uFEFF", table},
		{"UTF-16LE", "utf-16le", "", table},
		{"UTF-16BE", "utf-16be", "", table},
		{"UTF-16LE, mostly Arabic", "utf-16le", "", "الاسم,المدينة\nسمير الحداد,طرابلس\nليلى منصور,بنغازي\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			content, _ := encode(test.encoding, test.mark+test.content)
			got := readAll("a.csv", content, reader.Options{})
			if got.err != nil || got.detected.Encoding != test.encoding || got.detected.Sure < 0.9 {
				t.Fatalf("detected %+v, %v", got.detected, got.err)
			}
			want := readAll("a.csv", test.content, reader.Options{Encoding: "utf-8"})
			if d := cmp.Diff(want.rows, got.rows); d != "" || len(got.rows) == 0 {
				t.Errorf("rows (-want +got):\n%s", d)
			}
			if raw, _ := encode(test.encoding, want.raw); raw != got.raw {
				t.Errorf("raw %q, want %q", got.raw, raw)
			}
			if d := cmp.Diff(want.columns, got.columns); d != "" {
				t.Errorf("columns (-want +got):\n%s", d)
			}
		})
	}
}

// What stands beyond ASCII may come late.
func TestDetectLate(t *testing.T) {
	late, _ := encode("windows-1252", "Hélène,Besançon\n")
	got := readAll("a.csv", "a,b\n"+strings.Repeat("1,2\n", 200_000)+late, reader.Options{})
	if got.err != nil || got.detected.Encoding != "windows-1252" {
		t.Fatalf("%+v %v", got.detected, got.err)
	}
	if last := got.rows[len(got.rows)-1]; last != "row 200002|Hélène|Besançon" {
		t.Errorf("%q", last)
	}
}

func TestDeclaredEncodingWins(t *testing.T) {
	got := readAll("a.csv", "a,b\n\xe9,\xc3\xa9\n", reader.Options{Encoding: "CP1251"})
	if d := cmp.Diff([]string{"row 2|й|Г©"}, got.rows); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if got.detected.Encoding != "windows-1251" || got.detected.Sure != 1 {
		t.Errorf("%+v", got.detected)
	}
}

func TestBadBytes(t *testing.T) {
	for _, test := range []struct{ encoding, content, want, body string }{
		{"windows-1252", "a,b\n1,\x81\n", "row 2! b: byte 0x81 is no text in windows-1252; is the encoding another?", "1,\x81\n"},
		{"windows-1253", "a,b\n\"\xd2\",2\n", "row 2! a: byte 0xd2 is no text in windows-1253; is the encoding another?", "\"\xd2\",2\n"},
		{"windows-1252", "a,b\n1,\"\"\"\x00\"\n", "row 2! b: it holds a NUL byte", "1,\"\"\"\x00\"\n"},
		{"utf-16le", "a\x00\n\x00\x00\xd8x\x00\n\x00", "row 2! a: half a character of utf-16le", "\x00\xd8x\x00\n\x00"},
		{"utf-16be", "\x00a\x00\n\x00x\xdc\x01", "row 2! a: half a character of utf-16be", "\x00x\xdc\x01"},
		{"utf-16le", "a\x00\n\x00x\x00y", "row 2! a: half a character of utf-16le", "x\x00y"},
		{"utf-16le", "a\x00\n\x00\x00\x00", "row 2! a: it holds a NUL byte", "\x00\x00"},
	} {
		got := readAll("a.csv", test.content, reader.Options{Encoding: test.encoding})
		if d := cmp.Diff([]string{test.want}, got.rows); d != "" || got.err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", test.encoding, got.err, d)
		}
		if got.raw != test.body {
			t.Errorf("%s: raw %q, want %q", test.encoding, got.raw, test.body)
		}
	}
}
