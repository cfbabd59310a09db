package main

// town is a real town: geography is the one thing here that is not invented.
type town struct {
	name     string
	country  string // ISO 3166-1 alpha-2
	lat, lon float64
}

func towns() map[string]town {
	m := map[string]town{}
	for _, t := range []town{
		{"Izmir", "tr", 38.42, 27.14},
		{"Bodrum", "tr", 37.04, 27.43},
		{"Istanbul", "tr", 41.01, 28.95},
		{"Edirne", "tr", 41.68, 26.56},
		{"Mersin", "tr", 36.80, 34.63},
		{"Mytilene", "gr", 39.11, 26.55},
		{"Chios", "gr", 38.37, 26.14},
		{"Kos", "gr", 36.89, 27.29},
		{"Athens", "gr", 37.98, 23.73},
		{"Thessaloniki", "gr", 40.64, 22.94},
		{"Igoumenitsa", "gr", 39.50, 20.27},
		{"Sofia", "bg", 42.70, 23.32},
		{"Skopje", "mk", 42.00, 21.43},
		{"Belgrade", "rs", 44.82, 20.46},
		{"Subotica", "rs", 46.10, 19.67},
		{"Budapest", "hu", 47.50, 19.04},
		{"Vienna", "at", 48.21, 16.37},
		{"Passau", "de", 48.57, 13.46},
		{"Munich", "de", 48.14, 11.58},
		{"Berlin", "de", 52.52, 13.41},
		{"Frankfurt", "de", 50.11, 8.68},
		{"Görlitz", "de", 51.16, 14.99},
		{"Rome", "it", 41.89, 12.48},
		{"Milan", "it", 45.46, 9.19},
		{"Catania", "it", 37.50, 15.09},
		{"Lampedusa", "it", 35.50, 12.61},
		{"Bari", "it", 41.13, 16.87},
		{"Ventimiglia", "it", 43.79, 7.61},
		{"Zuwara", "ly", 32.93, 12.08},
		{"Sabratha", "ly", 32.79, 12.49},
		{"Tripoli", "ly", 32.89, 13.18},
		{"Alexandria", "eg", 31.20, 29.92},
		{"Khartoum", "sd", 15.50, 32.56},
		{"Agadez", "ne", 16.97, 7.99},
		{"Asmara", "er", 15.33, 38.93},
		{"Kabul", "af", 34.53, 69.17},
		{"Lahore", "pk", 31.55, 74.34},
		{"Kyiv", "ua", 50.45, 30.52},
		{"Tirana", "al", 41.33, 19.82},
		{"Vlorë", "al", 40.47, 19.49},
		{"Bucharest", "ro", 44.43, 26.10},
		{"Nador", "ma", 35.17, -2.93},
		{"Almería", "es", 36.84, -2.47},
		{"Calais", "fr", 50.95, 1.86},
		{"Dover", "gb", 51.13, 1.31},
	} {
		m[t.name] = t
	}
	return m
}

// leg is one movement for which a price is asked.
type leg struct {
	from, to  string
	mode      string // land, sea, air
	means     string
	route     string // corridor
	low, high int    // price asked, in currency
	currency  string
}

// The legs, with prices in the ranges that were published for 2015 and 2016: the
// Turkish coast to the islands, the Sahara, the Libyan coast, the Balkans, the
// Channel, and flights with papers.
func legs() []leg {
	return []leg{
		{"Izmir", "Mytilene", "sea", "rubber dinghy", eastMed, 1000, 2000, "USD"},
		{"Izmir", "Chios", "sea", "rubber dinghy", eastMed, 1000, 2200, "USD"},
		{"Bodrum", "Kos", "sea", "rubber dinghy", eastMed, 1000, 2800, "USD"},
		{"Istanbul", "Sofia", "land", "lorry", eastMed, 1200, 3000, "EUR"},
		{"Thessaloniki", "Belgrade", "land", "car", balkan, 600, 1800, "EUR"},
		{"Belgrade", "Budapest", "land", "van", balkan, 300, 1500, "EUR"},
		{"Budapest", "Munich", "land", "lorry", balkan, 500, 1500, "EUR"},
		{"Khartoum", "Tripoli", "land", "pick-up", centralMed, 1500, 3500, "USD"},
		{"Agadez", "Tripoli", "land", "pick-up", centralMed, 800, 2000, "USD"},
		{"Zuwara", "Lampedusa", "sea", "rubber dinghy", centralMed, 800, 2000, "USD"},
		{"Alexandria", "Catania", "sea", "fishing boat", centralMed, 2000, 4000, "USD"},
		{"Nador", "Almería", "sea", "inflatable boat", westMed, 1000, 2500, "EUR"},
		{"Kabul", "Istanbul", "land", "on foot and by car", eastMed, 2000, 4500, "USD"},
		{"Lahore", "Athens", "land", "several", eastMed, 3000, 8000, "USD"},
		{"Athens", "Munich", "air", "scheduled flight", balkan, 3000, 5000, "EUR"},
		{"Calais", "Dover", "land", "lorry", "", 5000, 7500, "USD"},
		{"Kyiv", "Görlitz", "land", "van", eastBorders, 2000, 4000, "EUR"},
	}
}

const (
	eastMed     = "Eastern Mediterranean"
	centralMed  = "Central Mediterranean"
	westMed     = "Western Mediterranean"
	balkan      = "Western Balkan"
	eastBorders = "Eastern Borders"
)
