package narrative

import "time"

func day(text string) time.Time {
	t, _ := time.Parse(time.DateOnly, text) // zero: the sample shows it
	return t
}

// sampleInvestigation has everything, or with poor little.
func sampleInvestigation(country string, poor bool) Investigation {
	v := Investigation{Country: country, Opened: day("2015-03-01"), Action: day("2015-09-08")}
	if poor {
		return v
	}
	v.Operation, v.Network, v.Hub = "Meltemi 12", Mention{"NW-000042", "N0000042"}, Mention{"Izmir", "311046"}
	v.Suspects = []Suspect{
		{Mention{"Karim al-Doğan", "P1"}, "driver", Mention{"Szeged", "715429"}},
		{Mention{"Yusuf Haddad", "P2"}, "leader", Mention{"Istanbul", "745044"}},
		{Mention{"ABDI, Omar", "P3"}, "hawaladar", Mention{}},
		{Mention{"Petrov Ivan", "P4"}, "organiser", Mention{"Sofia", "727011"}},
		{Mention{"Nasser Khalil", "P5"}, "", Mention{}},
	}
	v.Arrests, v.Migrants, v.Cash, v.Partners, v.Crimes = 4, 31, 18_400, []string{"at", "de", "tr"}, []string{"document forgery", "money laundering"}
	v.Phones = []Mention{{"+90 555 010 0123", "+905550100123"}, {"0030 690 1000 777", "+306901000777"}}
	v.Plates = []Mention{{"ZZ-QQ 4711", "ZZQQ4711"}}
	v.From, v.To = Mention{"Izmir", "311046"}, Mention{"Athens", "264371"}
	v.Fee, v.Currency, v.Vessel = 1_500, "EUR", Mention{"Blue Star II", "V0000007"}
	return v
}

func sampleDebriefing() Debriefing {
	return Debriefing{
		Day: day("2015-10-01"), Place: Mention{"Passau", "2855328"}, Nationality: "sy",
		Legs: []Leg{
			{From: Mention{"Aleppo", "a"}, To: Mention{"Gaziantep", "b"}, Mode: "land", Means: "on foot", Month: day("2015-08-01"), Fee: 400, Currency: "USD", Payment: "cash", Timing: "before departure"},
			{From: Mention{"Bodrum", "c"}, To: Mention{"Kos", "d"}, Mode: "sea", Means: "rubber dinghy", Month: day("2015-09-01"), Fee: 1_200, Payment: "hawala, paid by family in the EU", Timing: "deposit released on arrival", Persons: 38},
			{From: Mention{"Kos", "d"}, To: Mention{"Athens", "e"}, Mode: "sea", Means: "ferry", Month: day("2015-09-01")},
			{From: Mention{"Athens", "e"}, To: Mention{"Passau", "f"}, Mode: "land", Month: day("2015-09-01"), Fee: 900, Payment: "debt work", Timing: "in instalments", Persons: 1},
		},
		Nicknames: []Mention{{"Abu Omar", "P9"}, {"Hajji", "P10"}}, Phone: Mention{"0090 555 010 0999", "+905550100999"}, DebtWork: true, Violence: true,
	}
}

func sampleAdvert(native string) Advert {
	return Advert{
		Day: day("2015-08-11"), From: Mention{"Mersin", "m"}, To: Mention{"Italia", "i"}, Mode: "sea", Price: 5_500, Currency: "USD",
		Phone: Mention{"+90 555 010 0123", "+905550100123"}, Account: Mention{"@safar.europa", "safar.europa"}, Services: []string{"lodging", "documents"}, Native: native,
	}
}

func sampleItem(kind string) Item {
	v := Item{Day: day("2015-11-11"), Route: Mention{"", "Central Mediterranean"}, Place: Mention{"Lampedusa", "l"}, Persons: 112, Kind: kind, Country: "it"}
	if kind == "shipwreck" || kind == "death" {
		v.Dead, v.Missing = 1, 12
	}
	return v
}

func sampleReport() Report {
	return Report{
		Partner: "Frontex", Period: day("2015-07-01"), Route: Mention{"", "South-Eastern"}, Arrivals: 318_020, Before: 120_400, Nations: []string{"sy", "af", "iq"},
		Low: 900, High: 1_400, Hotspot: Mention{"Ayvacık", "h"}, Modus: "migrant at the helm", Cooperation: []string{"tr", "gr", "nl"},
	}
}

func sampleQuestionnaire(country string) Questionnaire {
	return Questionnaire{
		Country: country, Year: 2015, Nationalities: []string{"tr", "ro", "iq"}, Roles: []string{"driver", "organiser"}, Routes: []string{"South-Eastern", "Western Balkan"},
		Crimes: []string{"drug trafficking", "property crime"}, TrendUp: true, Share: 72,
	}
}
