package latin

import "testing"

func TestOf(t *testing.T) {
	for _, test := range []struct{ text, language, want string }{
		{"Đặng Văn Hùng", "", "dang van hung"},
		{"Łukasz Żółć", "pl", "lukasz zolc"},
		{"Größe ß", "de", "grosse ss"},
		{"Юлія Ковальчук", "uk", "iuliia kovalchuk"},
		{"Юлия Щербакова", "ru", "yuliya shcherbakova"},
		{"Щерев", "bg", "shterev"},
		{"Ђорђе Ћосић", "sr", "djordje cosic"},
		{"محمد الحلبي", "ar", "mhmd alhlby"},
		{"حسین گلپایگانی", "fa", "hsyn glpaygany"},
		{"ﻣﺤﻤﺪ", "ar", "mhmd"},
		{"משה כהן", "he", "mshh khn"},
		{"Γεώργιος Παπανδρέου", "el", "georgios papandreou"},
		{"Μπάμπης Ντόρα", "el", "bampis dora"},
		{"გიორგი", "ka", "giorgi"},
		{"Հայկ Ուլուբաբյան", "hy", "hayk ulubabyan"},
		{"ገብረ መድህን", "am", "gebre medhn"},
		{"राजेश कुमार", "hi", "rajesh kumar"},
		{"মোহাম্মদ", "bn", "mohammad"},
		{"ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "pa", "guraprit singh"},
		{"张伟", "zh", "zhang wei"},
		{"이재명", "ko", "i jae myeong"},
		{"さとう キョウコ", "ja", "satou kyouko"},
		{"Ali", "", "ali"},
		{"", "", ""},
	} {
		if got := Of(test.text, test.language); got != test.want {
			t.Errorf("%s (%s): %q, want %q", test.text, test.language, got, test.want)
		}
	}
}

func TestScript(t *testing.T) {
	for text, want := range map[string]string{
		"Müller": "Latn", "محمد Ali علي": "Arab", "Ковальчук": "Cyrl", "ገብረ": "Ethi", "张伟": "Hani", "12-34": "", "": "", "ﻣﺤﻤﺪ": "Arab",
	} {
		if got := Script(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{"محمد", "ξένος", "ກ", "한", "क्", "\xff"} {
		f.Add(s, "")
	}
	f.Fuzz(func(_ *testing.T, text, language string) { Of(text, language) })
}
