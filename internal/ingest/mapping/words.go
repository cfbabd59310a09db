package mapping

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// role is what a column is about, as its header or its values tell.
type role string

// The roles that [Suggest] knows.
const (
	roleID          role = "id"
	roleReference   role = "reference"
	roleName        role = "name"
	roleFirstName   role = "first name"
	roleLastName    role = "last name"
	roleAlias       role = "alias"
	roleBirthDate   role = "birth date"
	roleBirthPlace  role = "birth place"
	roleNationality role = "nationality"
	roleCountry     role = "country"
	roleGender      role = "gender"
	rolePassport    role = "passport"
	roleCategory    role = "category"
	roleOccupation  role = "occupation"
	roleRole        role = "role"
	rolePhone       role = "phone"
	roleCaller      role = "caller"
	roleCalled      role = "called"
	roleIMEI        role = "imei"
	roleEmail       role = "e-mail"
	roleURL         role = "url"
	roleAddress     role = "address"
	roleCompany     role = "organization"
	roleDate        role = "date"
	roleEndDate     role = "end date"
	roleTime        role = "time"
	roleYear        role = "year"
	roleMonth       role = "month"
	roleDuration    role = "duration"
	roleAmount      role = "amount"
	roleCurrency    role = "currency"
	rolePlate       role = "plate"
	roleVessel      role = "vessel"
	roleIMO         role = "IMO number"
	roleMMSI        role = "MMSI"
	roleFlag        role = "flag"
	roleLatitude    role = "latitude"
	roleLongitude   role = "longitude"
	rolePosition    role = "position"
	rolePlace       role = "place"
	roleRoute       role = "route"
	roleCount       role = "count"
	roleBoats       role = "boats"
	roleDead        role = "dead"
	roleMissing     role = "missing"
	roleSurvivors   role = "survivors"
	roleCause       role = "cause"
	roleType        role = "type"
	roleFrom        role = "from"
	roleTo          role = "to"
	roleFromName    role = "name of from"
	roleToName      role = "name of to"
	roleWeight      role = "weight"
	roleNotes       role = "notes"
)

// headerWords lists, for each role, the headers that tell it, by commas: English,
// French, German, Italian, Spanish, Greek. Of two that are part of a header the
// longer one counts.
func headerWords() map[role]string {
	return map[role]string{
		roleID: "id,uuid,uid,identifier,kennung,identifiant,identificativo,identificador,κωδικός",
		roleReference: "number,no,nr,ref,reference,reference number,report number,case,case number,case no,numero,numéro,dossier,numéro de dossier," +
			"aktenzeichen,nummer,codice,fascicolo,código,expediente,αριθμός,αριθμός υπόθεσης",
		roleName:        "name,full name,names,nom complet,nom et prénom,vollständiger name,nome completo,nombre completo,nome e cognome,person,suspect,ονοματεπώνυμο,subject",
		roleFirstName:   "first name,firstname,given name,given names,forename,prénom,vorname,nome,nombre,όνομα",
		roleLastName:    "last name,lastname,surname,family name,nom,nom de famille,nachname,familienname,cognome,apellido,apellidos,επώνυμο",
		roleAlias:       "alias,aliases,aka,also known as,nickname,nick,moniker,surnom,spitzname,soprannome,apodo,alias name,ψευδώνυμο,παρατσούκλι",
		roleBirthDate:   "birth date,birthdate,date of birth,dob,born,birthday,date de naissance,né le,geburtsdatum,geboren,geburtstag,geb,data di nascita,nato il,fecha de nacimiento,ημερομηνία γέννησης,γέννηση",
		roleBirthPlace:  "place of birth,birth place,birthplace,pob,lieu de naissance,geburtsort,luogo di nascita,lugar de nacimiento,τόπος γέννησης",
		roleNationality: "nationality,nationalities,nat,citizenship,citizen,nationalité,nationalités,citoyenneté,staatsangehörigkeit,nationalität,nationalitäten,nazionalità,cittadinanza,nacionalidad,nacionalidades,ciudadanía,υπηκοότητα,ιθαγένεια,εθνικότητα",
		roleCountry:     "country,country name,country code,pays,land,paese,nazione,país,χώρα,iso2,iso3",
		roleGender:      "sex,gender,sexe,genre,geschlecht,sesso,genere,sexo,género,φύλο",
		rolePassport:    "passport,passport number,passport no,passeport,numéro de passeport,pass,passnummer,reisepass,reisepassnummer,passaporto,numero di passaporto,pasaporte,número de pasaporte,διαβατήριο,αριθμός διαβατηρίου",
		roleCategory:    "category,data subject category,subject category,catégorie,kategorie,categoria,categoría,κατηγορία",
		roleOccupation:  "occupation,profession,job,beruf,professione,profesión,επάγγελμα",
		roleRole:        "role,function,rôle,fonction,rolle,funktion,ruolo,funzione,rol,función,ρόλος",
		rolePhone:       "phone,phone number,telephone,tel,mobile,mobile number,msisdn,gsm,cell phone,téléphone,portable,telefon,telefonnummer,handy,telefono,cellulare,teléfono,móvil,τηλέφωνο,κινητό",
		roleCaller:      "caller,calling,calling number,a number,a party,number a,party a,msisdn a,caller number,from number,appelant,anrufer,rufnummer a,chiamante,llamante,emisor,καλών,sender",
		roleCalled:      "called,callee,called number,b number,b party,number b,party b,msisdn b,receiver,recipient,to number,dialled,dialled number,appelé,angerufener,rufnummer b,chiamato,llamado,receptor,καλούμενος",
		roleIMEI:        "imei",
		roleEmail:       "email,e mail,mail,courriel,correo,correo electrónico,posta elettronica,email address",
		roleURL:         "url,link,web,website,web page,source url,lien,enlace",
		roleAddress:     "address,adresse,anschrift,indirizzo,dirección,domicilio,διεύθυνση",
		roleCompany:     "company,organisation,organization,firm,entreprise,société,firma,unternehmen,azienda,società,empresa,εταιρεία",
		roleDate:        "date,day,datetime,timestamp,start,start date,date time,when,period,t,jour,datum,tag,zeitpunkt,beginn,data,giorno,fecha,día,ημερομηνία,ημέρα,date of incident,incident date,reported date",
		roleEndDate:     "end,end date,until,fin,date de fin,ende,enddatum,fine,data fine,fecha de fin,λήξη",
		roleTime:        "time,hour,heure,uhrzeit,zeit,ora,hora,ώρα,time of day",
		roleYear:        "year,année,jahr,anno,año,έτος",
		roleMonth:       "month,mois,monat,mese,mes,μήνας",
		roleDuration:    "duration,seconds,length,sec,secs,durée,dauer,sekunden,durata,duración,διάρκεια",
		roleAmount:      "amount,price,fee,sum,paid,cost,payment,montant,prix,somme,betrag,preis,summe,importo,prezzo,somma,importe,precio,monto,ποσό,τιμή",
		roleCurrency:    "currency,ccy,devise,monnaie,währung,valuta,moneda,divisa,νόμισμα",
		rolePlate:       "plate,licence plate,license plate,number plate,registration,registration number,plaque,immatriculation,kennzeichen,nummernschild,targa,matrícula,πινακίδα,αριθμός κυκλοφορίας",
		roleVessel:      "vessel,vessel name,ship,ship name,boat name,navire,bateau,schiff,schiffsname,nave,imbarcazione,buque,embarcación,barco,πλοίο,σκάφος",
		roleIMO:         "imo,imo number,imo no,numéro imo,imo nummer,numero imo",
		roleMMSI:        "mmsi",
		roleFlag:        "flag,flag state,pavillon,flagge,bandiera,bandera,σημαία",
		roleLatitude:    "latitude,lat,y,centroid lat,breite,breitengrad,latitudine,latitud,γεωγραφικό πλάτος,πλάτος",
		roleLongitude:   "longitude,lon,lng,long,x,centroid lon,länge,längengrad,longitudine,longitud,γεωγραφικό μήκος,μήκος",
		rolePosition:    "position,coordinates,coords,lat lon,latlon,latlong,gps,coordonnées,koordinaten,coordinate,coordenadas,συντεταγμένες",
		rolePlace:       "place,location,location name,site,spot,geomaster name,lieu,endroit,ort,standort,luogo,località,lugar,localidad,sitio,τόπος,τοποθεσία,περιοχή",
		roleRoute:       "route,migration route,corridor,itinéraire,strecke,reiseroute,rotta,ruta,διαδρομή",
		roleCount:       "count,n,persons,people,individuals,migrants,arrivals,detections,number of persons,number of migrants,number of people,total,personnes,arrivées,effectif,nombre de personnes,anzahl,personen,ankünfte,persone,arrivi,numero di persone,personas,llegadas,número de personas,άτομα,αφίξεις,πλήθος",
		roleBoats:       "boats,number of boats,vessels,bateaux,boote,barche,barcos,pateras,σκάφη",
		roleDead:        "dead,deaths,fatalities,bodies,number dead,morts,décès,tote,todesopfer,morti,muertos,fallecidos,νεκροί",
		roleMissing:     "missing,number missing,missing persons,disappeared,disparus,vermisste,dispersi,desaparecidos,αγνοούμενοι",
		roleSurvivors:   "survivors,surv,rescued,survivants,rescapés,überlebende,gerettete,superstiti,sopravvissuti,supervivientes,rescatados,επιζώντες,διασωθέντες",
		roleCause:       "cause,cause of death,todesursache,causa,causa di morte,causa de muerte,αιτία",
		roleType:        "type,kind,art,typ,tipo,τύπος,incident type,border type",
		roleFrom:        "from,from id,source,src,subject a,de,von,origine,da,desde,από,node1,ego,i",
		roleTo:          "to,to id,target,tgt,dst,destination,vers,à,nach,an,hacia,προς,node2,alter,j",
		roleFromName:    "from name,source name,name from",
		roleToName:      "to name,target name,name to",
		roleWeight:      "weight,strength,frequency,poids,gewicht,häufigkeit,peso,frequenza,frecuencia,βάρος,calls,contacts",
		roleNotes:       "notes,note,remarks,remark,comment,comments,description,remarques,commentaire,bemerkung,bemerkungen,anmerkung,osservazioni,commento,observaciones,comentarios,παρατηρήσεις,σχόλια",
	}
}

// headerIndex finds roles by folded headers.
func headerIndex() map[string]role {
	index := map[string]role{}
	words := headerWords()
	for _, r := range sortedKeys(words) {
		for w := range strings.SplitSeq(words[r], ",") {
			index[foldHeader(w)] = r
		}
	}
	return index
}

// ofWords part the noun of a header from what it belongs to, folded.
var ofWords = []string{"of", "de", "du", "des", "di", "del", "della", "der", "του", "τησ"}

// roleOf returns the role that a header tells, and whether the whole of it does. Of
// several phrases in it the longest counts, of equally long ones the last before a word
// for "of": "sms date", "nationality of suspect".
func roleOf(header string, index map[string]role) (r role, whole bool) {
	folded := foldHeader(header)
	if r, ok := index[folded]; ok {
		return r, true
	}
	words := strings.Fields(folded)
	if len(words) == 0 {
		return "", false
	}
	best := 0
	for size := min(len(words), 4); size > 0 && best == 0; size-- {
		for at := 0; at+size <= len(words); at++ {
			phrase := strings.Join(words[at:at+size], " ")
			if len(phrase) < 3 {
				continue
			}
			if best > 0 && slices.Contains(ofWords, words[at-1]) {
				break
			}
			if found, ok := index[phrase]; ok {
				r, best = found, size
			}
		}
	}
	if best == 0 && slices.Contains([]string{"id", "nr", "no"}, words[len(words)-1]) {
		return index[words[len(words)-1]], false
	}
	return r, false
}

// foldHeader returns a header in lower case, without accents, its words parted by one
// space: "DateOfBirth", "date_of_birth" and "Date of birth" are the same.
func foldHeader(header string) string {
	var b strings.Builder
	space, lower := false, false
	for _, r := range norm.NFKD.String(header) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsNumber(r):
			space, lower = true, false
			continue
		case unicode.IsUpper(r) && lower:
			space = true
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space, lower = false, unicode.IsLower(r)
		if r = unicode.ToLower(r); r == 'ς' {
			r = 'σ'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// missingWords are cells by which tables say that there is no value.
func isMissingWord(text string) bool {
	return slices.Contains([]string{
		"na", "n/a", "n.a.", "#n/a", "nan", "null", "none", "nil", "-", "--", "---", ".", "..", "?", "??", "unk", "unknown", "k.a.", "n.d.", "nd",
	}, strings.ToLower(text))
}
