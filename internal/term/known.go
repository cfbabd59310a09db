package term

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"skein/internal/schema"
)

// The terms that the program itself compares with.
const (
	Smuggling       = "migrant smuggling"       // the crime area that is no other crime
	SeriousIncident = "serious incident report" // kind of Incidents and Documents
	Detections      = "detections"              // measures of Flows
	Arrivals        = "arrivals"
	Leader          = "leader" // tiers
	Organiser       = "organiser"
	Facilitator     = "facilitator"
	Passport        = "passport" // kind of document
)

// known is the field's terms by property, one a line: the term as it is shown, a colon, and what
// else it is called, parted by semicolons. Folding finds other spellings, so they are not here.
// A synonym stands here where a treaty, a statute or an agency's glossary gives it, or it is the
// same word in another language; what is merely near ("truck" and "lorry") does not.
//
// Crime areas: Protocol against the Smuggling of Migrants (2000) and the Protocol on trafficking in
// persons in the United Nations' languages; Directive 2002/90/EC, "facilitation of unauthorised
// entry"; the names in national statutes (§ 96 AufenthG, art. 12 d.lgs. 286/1998, TCK 79).
func known() map[schema.PropertyName]string {
	return map[schema.PropertyName]string{
		"crimeArea": `
migrant smuggling: smuggling of migrants; people smuggling; smuggling of people; smuggling of persons; human smuggling; facilitated illegal immigration; facilitation of illegal immigration; facilitation of irregular migration; facilitation of irregular immigration; facilitation of unauthorised entry; facilitation of unauthorized entry; trafic illicite de migrants; trafic de migrants; passage de clandestins; aide à l'entrée irrégulière; Schleusung; Schleusungskriminalität; Schleuserkriminalität; Schleuser; Einschleusen von Ausländern; Migrantenschmuggel; traffico di migranti; favoreggiamento dell'immigrazione clandestina; tráfico ilícito de migrantes; tráfico de migrantes; mensensmokkel; διακίνηση μεταναστών; παράνομη διακίνηση μεταναστών; göçmen kaçakçılığı; незаконный ввоз мигрантов; تهريب المهاجرين; قاچاق مهاجران; krijumčarenje migranata; przemyt migrantów
trafficking in human beings: trafficking in persons; human trafficking; THB; traite des êtres humains; traite des personnes; Menschenhandel; tratta di esseri umani; tratta di persone; trata de seres humanos; trata de personas; εμπορία ανθρώπων; insan ticareti; торговля людьми; الاتجار بالبشر
drug trafficking: drugs trafficking; illicit drug trafficking; trafic de drogue; trafic de stupéfiants; Drogenhandel; Rauschgifthandel; traffico di stupefacenti; traffico di droga; tráfico de drogas; διακίνηση ναρκωτικών; uyuşturucu ticareti; незаконный оборот наркотиков
money laundering: blanchiment; blanchiment d'argent; Geldwäsche; riciclaggio; riciclaggio di denaro; blanqueo de capitales; lavado de dinero; ξέπλυμα χρήματος; kara para aklama; отмывание денег; غسل الأموال
firearms trafficking: trafficking in firearms; arms trafficking; trafic d'armes; Waffenhandel; traffico di armi; tráfico de armas; silah kaçakçılığı
document forgery: forgery of documents; document fraud; Urkundenfälschung; falsification de documents; falsificazione di documenti; falsificación de documentos
property crime
excise fraud
terrorism`,
		"mode": `
sea: by sea; at sea; maritime; sea route; sea border; mer; par mer; maritime; voie maritime; See; Seeweg; auf dem Seeweg; mare; via mare; marittimo; mar; por mar; marítimo; θάλασσα; δια θαλάσσης; deniz; deniz yolu; море; морем; بحر; بحرا; دریا
land: by land; on land; overland; land route; land border; terre; par terre; terrestre; voie terrestre; Landweg; auf dem Landweg; terra; via terra; tierra; por tierra; ξηρά; χερσαία; kara; kara yolu; суша; بر; برا; زمین
air: by air; air route; air border; by plane; aérien; par avion; voie aérienne; Luft; Luftweg; auf dem Luftweg; aria; via aerea; aereo; aire; aéreo; por aire; αέρας; αεροπορικώς; hava; hava yolu; воздух; جو; جوا; هوا`,
		"tier": `
leader: Anführer; capo; líder; cabecilla; αρχηγός; lider; elebaşı; лидер; главарь; زعيم; رهبر; vođa; przywódca
organiser: organizer; organisateur; Organisator; organizzatore; organizador; οργανωτής; organizatör; организатор; منظم; organizator
facilitator: facilitateur; facilitatore; facilitador; διευκολυντής; kolaylaştırıcı; пособник`,
		"role": `
leader: Anführer; capo; líder; cabecilla; αρχηγός; lider; elebaşı; лидер; главарь; زعيم; رهبر; vođa; przywódca
organiser: organizer; organisateur; Organisator; organizzatore; organizador; οργανωτής; organizatör; организатор; منظم; organizator
facilitator: facilitateur; facilitatore; facilitador; διευκολυντής; kolaylaştırıcı; пособник
driver: chauffeur; conducteur; Fahrer; Fahrerin; autista; conducente; motorista; οδηγός; sürücü; şoför; водитель; سائق; راننده; vozač; kierowca; šofer
skipper: boat driver; Bootsführer; scafista; patron de bateau; patrón de embarcación; καπετάνιος
crew: crew member; équipage; Besatzung; equipaggio; tripulación; πλήρωμα; mürettebat; экипаж; طاقم
scout: éclaireur; gözcü
guide: guida; guía; rehber; проводник
recruiter: recruteur; Anwerber; reclutatore; reclutador; вербовщик
forger: faussaire; Fälscher; falsario; falsificador; πλαστογράφος; sahteci; фальсификатор; مزور; جاعل
document supplier
safe-house keeper: safehouse keeper
hawaladar: hawala dealer; hawala broker; hawala banker; havaladar`,
		"measure": `
detections: detection; detected; illegal border crossings; irregular border crossings
arrivals: arrival; arrived
departures: departure; departed
attempts: attempt; attempted
preventions: prevention; prevented`,
		"status": `
asked
paid`,
		"kind": `
serious incident report
questionnaire
passport
death or disappearance`,
		"means": `
cash: in cash
hawala`,
		"method": `
look-alike: lookalike; look-a-like`,
	}
}

// entry is a term of the table.
type entry struct {
	label string
	key   Key
}

// table is known, read: the term of each key by property, and the label of each term's key.
type table struct {
	terms  map[schema.PropertyName]map[Key]entry
	labels map[Key]string
}

var builtIn = sync.OnceValue(func() table {
	t := table{map[schema.PropertyName]map[Key]entry{}, map[Key]string{}}
	for property, lines := range known() {
		terms := map[Key]entry{}
		for line := range strings.Lines(strings.TrimSpace(lines)) {
			label, others, _ := strings.Cut(strings.TrimSpace(line), ":")
			e := entry{label, Fold(label)}
			terms[e.key], t.labels[e.key] = e, label
			for other := range strings.SplitSeq(others, ";") {
				if key := Fold(other); key != "" {
					terms[key] = e
				}
			}
		}
		t.terms[property] = terms
	}
	return t
})

// Of returns the key of a property's text: that of the field's term which it is, else its own.
func Of(property schema.PropertyName, text string) Key {
	key := Fold(text)
	if e, ok := builtIn().terms[property][key]; ok {
		return e.key
	}
	return key
}

// Known returns the field's term that a property's text is, as it is shown.
func Known(property schema.PropertyName, text string) (label string, ok bool) {
	e, ok := builtIn().terms[property][Fold(text)]
	return e.label, ok
}

// Code returns the one of some values, a property's closed list, that a text is in some spelling
// or language.
func Code(property schema.PropertyName, text string, values []string) (string, bool) {
	key := Of(property, text)
	for _, v := range values {
		if Of(property, v) == key {
			return v, true
		}
	}
	return "", false
}

// Properties returns the properties that have terms of the field, by name.
func Properties() []schema.PropertyName {
	return slices.Sorted(maps.Keys(builtIn().terms))
}
