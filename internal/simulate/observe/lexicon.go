package observe

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// headers returns the names of columns in a language, by what they hold. Where a
// language lacks one, it is the English.
func headers(lang string) map[string]string {
	words := map[string]string{
		"file": "File No", "name": "Name", "last": "Surname", "first": "Forenames", "alias": "Also known as", "native": "Name in own script", "sex": "Sex",
		"born": "Date of birth", "nationality": "Nationality", "category": "Status", "role": "Role", "tier": "Level", "netno": "Network No", "netname": "Network",
		"phone1": "Telephone 1", "phone2": "Telephone 2", "document": "Document No", "town": "Place", "residence": "Country of residence", "recorded": "Recorded on",
		"crime": "Other crime", "crimeyear": "Year", "grade": "Evaluation", "origin": "Source",
		"number": "Number", "kind": "Kind", "country": "Country", "method": "Method", "found": "Found on", "where": "Found at", "find": "Find No", "supplier": "Supplier file",
		"usersex": "Sex of user", "usernat": "Nationality of user", "plate": "Plate", "platecountry": "Plate country", "vehicle": "Vehicle", "rented": "Rented", "driver": "Driver file",
		"seen": "Seen on", "lat": "Latitude", "lon": "Longitude", "vessel": "Vessel", "former": "Former name", "imo": "IMO", "mmsi": "MMSI", "flag": "Flag", "length": "Length m",
		"vesselno": "Vessel No", "user": "User file", "caller": "From", "called": "To", "time": "Time", "seconds": "Seconds", "type": "Type", "payer": "Payer file", "payee": "Payee file", "amount": "Amount",
		"currency": "Currency", "means": "Means", "paid": "Paid on", "payment": "Payment No", "firm": "Firm", "firmno": "Register No", "sector": "Sector", "owner": "Owner file",
	}
	maps.Copy(words, map[string]map[string]string{
		"el": {
			"file": "ΑΡ. ΦΑΚΕΛΟΥ", "name": "ΟΝΟΜΑΤΕΠΩΝΥΜΟ", "alias": "ΨΕΥΔΩΝΥΜΑ", "sex": "ΦΥΛΟ", "born": "ΗΜ. ΓΕΝΝΗΣΗΣ", "nationality": "ΥΠΗΚΟΟΤΗΤΑ", "category": "ΙΔΙΟΤΗΤΑ", "role": "ΡΟΛΟΣ",
			"tier": "ΒΑΘΜΙΔΑ", "netno": "ΑΡ. ΔΙΚΤΥΟΥ", "netname": "ΔΙΚΤΥΟ", "phone1": "ΤΗΛΕΦΩΝΟ 1", "phone2": "ΤΗΛΕΦΩΝΟ 2", "document": "ΑΡ. ΕΓΓΡΑΦΟΥ", "town": "ΠΟΛΗ", "residence": "ΧΩΡΑ ΔΙΑΜΟΝΗΣ",
			"recorded": "ΗΜ. ΚΑΤΑΓΡΑΦΗΣ", "crime": "ΑΛΛΟ ΑΔΙΚΗΜΑ", "crimeyear": "ΕΤΟΣ", "grade": "ΑΞΙΟΛΟΓΗΣΗ", "origin": "ΠΗΓΗ", "number": "ΑΡΙΘΜΟΣ", "kind": "ΕΙΔΟΣ", "country": "ΧΩΡΑ", "method": "ΜΕΘΟΔΟΣ",
			"found": "ΗΜ. ΕΥΡΕΣΗΣ", "where": "ΤΟΠΟΣ", "plate": "ΠΙΝΑΚΙΔΑ", "vehicle": "ΟΧΗΜΑ", "driver": "ΟΔΗΓΟΣ", "seen": "ΗΜ. ΕΝΤΟΠΙΣΜΟΥ", "vessel": "ΣΚΑΦΟΣ", "caller": "ΚΑΛΩΝ", "called": "ΚΑΛΟΥΜΕΝΟΣ",
			"time": "ΩΡΑ", "seconds": "ΔΕΥΤΕΡΟΛΕΠΤΑ", "amount": "ΠΟΣΟ", "firm": "ΕΤΑΙΡΕΙΑ",
		},
		"it": {
			"file": "N. indagato", "name": "Cognome e nome", "alias": "Alias", "native": "Grafia originale", "sex": "Sesso", "born": "Data di nascita", "nationality": "Cittadinanza", "category": "Posizione", "role": "Ruolo",
			"tier": "Livello", "netno": "Codice rete", "netname": "Nome rete", "phone1": "Telefono", "phone2": "Altro telefono", "document": "N. documento", "town": "Comune", "residence": "Paese di dimora",
			"recorded": "Registrato il", "crime": "Altro reato", "crimeyear": "Anno reato", "grade": "Valutazione", "origin": "Fonte", "number": "Numero", "kind": "Tipo", "country": "Paese", "method": "Metodo",
			"found": "Rinvenuto il", "where": "Luogo", "plate": "Targa", "platecountry": "Paese targa", "vehicle": "Veicolo", "rented": "Noleggio", "driver": "Conducente", "seen": "Visto il", "vessel": "Natante",
			"flag": "Bandiera", "length": "Lunghezza m", "caller": "Chiamante", "called": "Chiamato", "time": "Ora", "seconds": "Durata s", "amount": "Importo", "currency": "Valuta", "firm": "Impresa",
		},
		"de": {
			"file": "Vorgang", "name": "Name", "alias": "Aliasnamen", "native": "Originalschrift", "sex": "Geschlecht", "born": "Geburtsdatum", "nationality": "Staatsangehörigkeit", "category": "Status", "role": "Funktion",
			"tier": "Ebene", "netno": "Netzwerk-Nr.", "netname": "Netzwerk", "phone1": "Rufnummer", "phone2": "Weitere Rufnummer", "document": "Dokumentnummer", "town": "Ort", "residence": "Wohnsitzstaat",
			"recorded": "Erfasst am", "crime": "Weiterer Deliktsbereich", "crimeyear": "Jahr", "grade": "Bewertung", "origin": "Herkunft", "number": "Nummer", "kind": "Art", "country": "Ausstellerstaat", "method": "Fälschungsart",
			"found": "Festgestellt am", "where": "Festgestellt in", "find": "Fund", "supplier": "Vorgang Beschaffer", "plate": "Kennzeichen", "platecountry": "Zulassungsstaat", "vehicle": "Fahrzeug", "rented": "Mietwagen",
			"driver": "Vorgang Fahrer", "seen": "Gesehen am", "vessel": "Schiff", "flag": "Flagge", "length": "Länge m", "caller": "Anrufer", "called": "Angerufener", "time": "Zeit", "seconds": "Sekunden", "amount": "Betrag",
			"currency": "Währung", "firm": "Firma",
		},
		"fr": {
			"file": "N° dossier", "name": "Nom et prénom", "last": "Nom", "first": "Prénoms", "alias": "Alias", "native": "Graphie d'origine", "sex": "Sexe", "born": "Né(e) le", "nationality": "Nationalité", "category": "Statut",
			"role": "Rôle", "tier": "Niveau", "netno": "N° réseau", "netname": "Réseau", "phone1": "Téléphone", "phone2": "Autre téléphone", "document": "N° document", "town": "Lieu", "residence": "Pays de résidence",
			"recorded": "Enregistré le", "crime": "Autre infraction", "crimeyear": "Année", "grade": "Évaluation", "origin": "Source", "number": "Numéro", "kind": "Type", "country": "Pays", "method": "Procédé",
			"found": "Découvert le", "where": "Découvert à", "plate": "Immatriculation", "platecountry": "Pays d'immatriculation", "vehicle": "Véhicule", "rented": "Location", "driver": "Dossier conducteur", "seen": "Vu le",
			"vessel": "Navire", "flag": "Pavillon", "length": "Longueur m", "caller": "Appelant", "called": "Appelé", "time": "Heure", "seconds": "Durée s", "amount": "Montant", "currency": "Devise", "firm": "Société",
		},
		"es": {
			"file": "N.º expediente", "name": "Nombre completo", "last": "Apellidos", "first": "Nombre", "alias": "Alias", "native": "Grafía original", "sex": "Sexo", "born": "Fecha de nacimiento", "nationality": "Nacionalidad",
			"category": "Situación", "role": "Función", "tier": "Nivel", "netno": "N.º red", "netname": "Red", "phone1": "Teléfono", "phone2": "Otro teléfono", "document": "N.º documento", "town": "Lugar",
			"residence": "País de residencia", "recorded": "Registrado el", "crime": "Otro delito", "crimeyear": "Año", "grade": "Evaluación", "origin": "Fuente", "number": "Número", "kind": "Tipo", "country": "País",
			"method": "Método", "found": "Hallado el", "where": "Hallado en", "plate": "Matrícula", "platecountry": "País de matrícula", "vehicle": "Vehículo", "rented": "Alquilado", "driver": "Expediente conductor",
			"seen": "Visto el", "vessel": "Buque", "flag": "Pabellón", "length": "Eslora m", "caller": "Llamante", "called": "Llamado", "time": "Hora", "seconds": "Segundos", "amount": "Importe", "currency": "Moneda", "firm": "Empresa",
		},
	}[lang])
	return words
}

// vocabulary returns how a language says the words of a list, in their order.
func vocabulary(list, lang string) [][2]string {
	all := map[string]string{
		"category": `
			suspect      ύποπτος           indagato     Beschuldigter  mis en cause    investigado   suspect
			convicted    καταδικασθείς     condannato   Verurteilter   condamné        condenado     convicted`,
		"sex": `
			male         άνδρας            M            männlich       M               hombre        male
			female       γυναίκα           F            weiblich       F               mujer         female`,
		"tier": `
			leader       ηγετικό_στέλεχος  vertice      Führung        tête_du_réseau  cúpula        leader
			organiser    διοργανωτής       quadro       Organisation   organisateur    organizador   organiser
			facilitator  διευκολυντής      manovalanza  Helfer         exécutant       colaborador   facilitator`,
		"role": `
			leader             αρχηγός              capo            Kopf_der_Bande       chef                   jefe                 leader
			organiser          διοργανωτής          organizzatore   Organisator          organisateur           organizador          organiser
			driver             οδηγός               autista         Fahrer               chauffeur              conductor            driver
			skipper            κυβερνήτης           scafista        Bootsführer          pilote_du_bateau       patrón               skipper
			crew               μέλος_πληρώματος     equipaggio      Besatzung            équipage               tripulante           crew
			scout              ανιχνευτής           staffetta       Späher               éclaireur              lanzadera            scout
			guide              οδηγός_πεζών         passatore       Fußschleuser         passeur                guía                 guide
			recruiter          στρατολόγος          reclutatore     Anwerber             recruteur              captador             recruiter
			document_supplier  προμηθευτής_εγγράφων falsario        Dokumentenbeschaffer fournisseur_de_papiers proveedor_de_documentos document_supplier
			safe-house_keeper  φύλακας_καταλύματος  custode         Unterkunftgeber      logeur                 guardés              safe-house_keeper
			hawaladar          χαβαλατζής           hawaladar       Hawaladar            hawaladar              hawaladar            hawaladar
			courier            μεταφορέας_χρημάτων  corriere        Kurier               convoyeur_de_fonds     correo               courier
			corrupt_official   διεφθαρμένος_υπάλληλος funzionario_corrotto korrupter_Beamter agent_corrompu funcionario_corrupto corrupt_official
			front_company      εταιρεία-βιτρίνα     prestanome      Scheinfirma          prête-nom              testaferro           front_company`,
		"crime": `
			drug_trafficking             ναρκωτικά              stupefacenti                Rauschgift             stupéfiants                 tráfico_de_drogas        drug_trafficking
			trafficking_in_human_beings  εμπορία_ανθρώπων       tratta_di_esseri_umani      Menschenhandel         traite_des_êtres_humains    trata_de_seres_humanos   trafficking_in_human_beings
			property_crime               κλοπές                 reati_contro_il_patrimonio  Eigentumskriminalität  atteintes_aux_biens         delitos_contra_la_propiedad property_crime
			document_forgery             πλαστογραφία           falso_documentale           Urkundenfälschung      faux_documents              falsedad_documental      document_forgery
			excise_fraud                 λαθρεμπόριο_καπνού     contrabbando                Steuerhehlerei         contrebande                 contrabando              excise_fraud
			money_laundering             νομιμοποίηση_εσόδων    riciclaggio                 Geldwäsche             blanchiment                 blanqueo                 money_laundering
			firearms_trafficking         όπλα                   armi                        Waffenhandel           trafic_d'armes              tráfico_de_armas         firearms_trafficking
			terrorism                    τρομοκρατία            terrorismo                  Terrorismus            terrorisme                  terrorismo               terrorism`,
		"kind": `
			passport           διαβατήριο              passaporto             Reisepass         passeport             pasaporte             passport
			identity_card      ταυτότητα               carta_d'identità       Personalausweis   carte_d'identité      documento_de_identidad identity_card
			residence_permit   άδεια_διαμονής          permesso_di_soggiorno  Aufenthaltstitel  titre_de_séjour       permiso_de_residencia residence_permit
			visa               θεώρηση                 visto                  Visum             visa                  visado                visa
			driving_licence    άδεια_οδήγησης          patente_di_guida       Führerschein      permis_de_conduire    permiso_de_conducir   driving_licence
			birth_certificate  πιστοποιητικό_γέννησης  certificato_di_nascita Geburtsurkunde    acte_de_naissance     partida_de_nacimiento birth_certificate`,
		"method": `
			counterfeit             πλαστό           contraffatto        Totalfälschung           contrefait           falsificado_íntegro  counterfeit
			forged                  παραποιημένο     alterato            Verfälschung             falsifié             manipulado           forged
			look-alike              σωσίας           somiglianza         Missbrauch_durch_Ähnliche sosie               suplantación         look-alike
			fraudulently_obtained   παράνομα_εκδοθέν ottenuto_con_frode  echt,_erschlichen        obtenu_par_fraude    obtenido_con_fraude  fraudulently_obtained
			stolen_blank            κλεμμένο_λευκό   rubato_in_bianco    Blankodiebstahl          vierge_volé          robado_en_blanco     stolen_blank
			genuine                 γνήσιο           autentico           echt                     authentique          auténtico            genuine`,
		"vehicle": `
			van                 φορτηγάκι       furgone            Kleintransporter  fourgon              furgoneta           van
			car                 αυτοκίνητο      autovettura        Pkw               voiture              turismo             car
			lorry               φορτηγό         autocarro          Lkw               camion               camión              lorry
			minibus             μικρό_λεωφορείο minibus            Kleinbus          minibus              microbús            minibus
			refrigerated_lorry  φορτηγό_ψυγείο  autocarro_frigorifero Kühllaster     camion_frigorifique  camión_frigorífico  refrigerated_lorry`,
		"yes": `
			true   ναι  sì  ja    oui  sí  yes
			false  όχι  no  nein  non  no  no`,
	}
	column := map[string]int{"el": 1, "it": 2, "de": 3, "fr": 4, "es": 5, "en": 6}[lang]
	var out [][2]string
	for line := range strings.Lines(all[list]) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		for i := range words {
			words[i] = strings.ReplaceAll(words[i], "_", " ")
		}
		out = append(out, [2]string{words[0], words[column]})
	}
	return out
}

// lexicon is the words of one language, looked up often.
type lexicon struct {
	headers map[string]string
	words   map[string]map[string]string // list -> English -> word
	regions display.Namer
	tag     language.Tag
}

func newLexicon(lang string) *lexicon {
	l := &lexicon{headers: headers(lang), words: map[string]map[string]string{}, tag: language.Make(lang)}
	l.regions = display.Regions(l.tag)
	for _, list := range []string{"category", "sex", "tier", "role", "crime", "kind", "method", "vehicle", "yes"} {
		words := map[string]string{}
		for _, pair := range vocabulary(list, lang) {
			words[pair[0]] = pair[1]
		}
		l.words[list] = words
	}
	return l
}

// word says an English word of a list in the language.
func (l *lexicon) word(list, english string) string { return l.words[list][english] }

// header returns the names of columns.
func (l *lexicon) header(columns []string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = l.headers[c]
	}
	return out
}

// country names a country in the language; empty for none.
func (l *lexicon) country(code string) string {
	if code == "" {
		return ""
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return strings.ToUpper(code)
	}
	return l.regions.Name(region)
}

// lexicons are those of all languages that agencies write.
func lexicons() map[string]*lexicon {
	out := map[string]*lexicon{}
	for _, lang := range slices.Compact([]string{"en", "fr", "it", "de", "es", "el"}) {
		out[lang] = newLexicon(lang)
	}
	return out
}
