package main

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// TR-COASTGUARD, an agency in Turkey, sends packed files: incidents and boats in
// UTF-8 with a byte order mark, call records in an archive of two halves of a year.

const byteOrderMark = "\ufeff"

func coastGuard(w *world, f *folder) error {
	for _, t := range []*table{cgIncidents(w), cgVessels(w)} {
		content, err := t.encoded(nil, 0xFF)
		if err != nil {
			return err
		}
		packed, err := gzipped(append([]byte(byteOrderMark), content...))
		if err != nil {
			return err
		}
		if err := f.saveAs(t, packed); err != nil {
			return err
		}
	}
	return cgCalls(w, f)
}

func turkishKind(kind string) string {
	return map[string]string{"rescue": "kurtarma", "interception": "engelleme", "shipwreck": "batma"}[kind]
}

func turkishCraft(craft string) string {
	return map[string]string{"rubber dinghy": "lastik bot", "wooden boat": "ahşap tekne", "fishing boat": "balıkçı teknesi"}[craft]
}

// cgIncidents are those of the Aegean. The coast guard counts for itself, and its
// numbers of the dead and missing are now and then one apart from those of others.
func cgIncidents(w *world) *table {
	r := newRandom("cg-incidents")
	t := &table{source: "cg-incidents", file: "data/tr-coastguard/olaylar.csv.gz", comma: ';'}
	t.add("olay no", "SAR no", "tarih", "enlem", "boylam", "olay türü", "tekne türü", "kişi", "ölü", "kayıp", "uyruk", "değerlendirme")
	for i := range w.incidents {
		in := &w.incidents[i]
		if in.route != eastMed || in.sarCase == "" || r.chance(25) {
			continue
		}
		dead, missing := in.dead, in.missing
		if missing > 0 && r.chance(35) {
			dead, missing = dead+1, missing-1
		}
		country := ""
		if r.chance(33) {
			country = countryIn(language.Turkish, in.nationality)
		}
		c := []string{
			cgNumber(in), in.sarCase, in.day.Format("02.01.2006"), fmt.Sprintf("%.4f", in.lat), fmt.Sprintf("%.4f", in.lon),
			turkishKind(in.kind), turkishCraft(in.craft), number(in.persons), number(dead), number(missing), country,
			[]string{"6x6:A1", "6x6:B2", "6x6:B3", "6x6:C3"}[r.weighted(20, 50, 20, 10)],
		}
		switch t.row {
		case 19:
			c[4] = "226.1400"
			t.spoilNext(offTheGlobe, "boylam")
		case 47:
			c = c[:4]
			t.spoilNext(fewFields, "")
		}
		t.add(c...)
	}
	return t
}

func cgNumber(in *incident) string { return fmt.Sprintf("SG-%d-%04d", in.day.Year(), in.number) }

// cgVessels are the boats that were found, most of them dinghies of 8 to 12 metres
// without a name. They carry a mark that the coast guard gave them.
func cgVessels(w *world) *table {
	r := newRandom("cg-vessels")
	t := &table{source: "cg-vessels", file: "data/tr-coastguard/tekneler.csv.gz", comma: ';'}
	t.add("tekne no", "ad", "tür", "bayrak", "boy m", "motor gücü hp", "kapasite", "SAR no", "bulunduğu tarih", "ölçü notu")
	for i := range w.incidents {
		in := &w.incidents[i]
		if in.route != eastMed || in.sarCase == "" || !r.chance(50) {
			continue
		}
		length, power, name, flag := r.between(8, 12), one(r, []int{15, 25, 30, 40}), "", ""
		if in.craft == "wooden boat" {
			length, power, flag = r.between(10, 18), one(r, []int{40, 60, 90}), "Türkiye"
			name = one(r, []string{"Örnek", "Deneme", "Masal"}) + " " + number(in.number)
		}
		t.add(fmt.Sprintf("TB-%04d", in.number), name, turkishCraft(in.craft), flag, number(length), number(power), number(in.persons), in.sarCase,
			in.day.Format("02.01.2006"), "")
	}
	return t
}

// cgCalls writes who called whom. Members call members of their own stage of the
// journey seven times as often as others of their network, and leaders hardly call.
func cgCalls(w *world, f *folder) error {
	r := newRandom("cg-calls")
	const file = "data/tr-coastguard/aramalar-2015.zip"
	halves := []*table{
		{source: "cg-calls", file: file, part: "aramalar-2015-1.csv"},
		{source: "cg-calls", file: file, part: "aramalar-2015-2.csv"},
	}
	var names []string
	var contents [][]byte
	for h, t := range halves {
		t.add("arayan", "aranan", "tarih", "süre sn")
		for t.row <= 380 {
			caller, called := callers(r, w)
			at := time.Date(2015, time.Month(6*h+r.between(1, 6)), r.between(1, 28), r.below(24), r.below(60), r.below(60), 0, time.UTC)
			c := []string{dialled(r, caller), dialled(r, called), at.Format("02.01.2006 15:04:05"), number(r.between(4, 260))}
			switch {
			case h == 0 && t.row == 101:
				c[1] = "gizli numara"
				t.spoilNext(badPhone, "aranan")
			case h == 1 && t.row == 202:
				c[2] = "32.10.2015 11:20:00"
				t.spoilNext(badDate, "tarih")
			}
			t.add(c...)
		}
		names, contents = append(names, t.part), append(contents, []byte(t.text.String()))
		f.bad = append(f.bad, t.bad...)
	}
	packed, err := zipped(names, contents)
	if err != nil {
		return err
	}
	return f.write(file, packed)
}

// callers draws two telephones that speak with each other.
func callers(r random, w *world) (caller, called string) {
	n := &w.networks[r.weighted(12, 9, 9, 8, 8, 4, 3, 2, 2, 6, 6, 4, 2, 2)]
	a := one(r, n.members)
	if a.tier == "leader" && r.chance(60) {
		a = one(r, n.members)
	}
	if r.chance(6) { // networks know each other
		return one(r, a.phones), one(r, one(r, one(r, w.networks).members).phones)
	}
	for {
		b := one(r, n.members)
		same := b.town == a.town
		if b != a && (same || r.chance(14)) && (b.tier != "leader" || a.tier == "organiser" || r.chance(20)) {
			return one(r, a.phones), one(r, b.phones)
		}
	}
}

// dialled writes an international number in one of the usual ways.
func dialled(r random, phone string) string {
	switch r.weighted(60, 25, 15) {
	case 1:
		return strings.Replace(phone, "+", "00", 1)
	case 2:
		return phone[:3] + " " + phone[3:6] + " " + phone[6:]
	}
	return phone
}
