package narrative

const phrasesDE = `
@ word
and: und
numbers: zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
months: Januar Februar März April Mai Juni Juli August September Oktober November Dezember
@ quarter
1: 1. Quartal
2: 2. Quartal
3: 3. Quartal
4: 4. Quartal
@ currency
EUR: Euro
USD: US-Dollar
GBP: Pfund
TRY: türkische Lira
@ role
leader: Kopf der Bande / Rädelsführer
organiser: Organisator / Disponent
driver: Fahrer / Schleuserfahrer
skipper: Bootsführer / Steuermann
crew: Besatzungsmitglied
scout: Späher / Scout
guide: Fußschleuser
recruiter: Anwerber
document supplier: Dokumentenbeschaffer / Passbeschaffer
safe-house keeper: Betreiber einer Safe-Wohnung / Unterkunftgeber
hawaladar: Hawaladar
courier: Geldkurier / Kurier
corrupt official: korrupter Amtsträger
front company: Strohmann einer Scheinfirma
@ does
leader: die Gruppe geleitet zu haben / die Geschäfte der Bande gelenkt zu haben
organiser: die Fahrten organisiert zu haben / Transporte und Zahlungen koordiniert zu haben
driver: Migranten in Mietfahrzeugen befördert zu haben / Schleuserfahrten durchgeführt zu haben
skipper: Boote gesteuert zu haben
crew: auf den Booten mitgearbeitet zu haben
scout: die Strecke vor den Transporten abgefahren zu haben / vor Kontrollen gewarnt zu haben
guide: Gruppen zu Fuß über die Grenze geführt zu haben
recruiter: Kunden geworben zu haben / in Teestuben und sozialen Netzwerken Kunden angesprochen zu haben
document supplier: gefälschte und echte Dokumente beschafft zu haben
safe-house keeper: Migranten vor der Weiterfahrt untergebracht zu haben
hawaladar: Schleuserlöhne über Hawala abgewickelt zu haben / das Geld bis zur Ankunft verwahrt zu haben
courier: Bargeld abgeholt und transportiert zu haben
corrupt official: Kontrollen gegen Geld verraten zu haben
front company: Firmen als Deckmantel bereitgestellt zu haben
@ crime
migrant smuggling: Schleusung / Einschleusen von Ausländern
drug trafficking: Rauschgifthandel
trafficking in human beings: Menschenhandel
property crime: Eigentumskriminalität
document forgery: Urkundenfälschung
excise fraud: Zigarettenschmuggel / Steuerhehlerei
money laundering: Geldwäsche
firearms trafficking: Waffenhandel
terrorism: Terrorismus
corruption: Korruption
labour exploitation: Arbeitsausbeutung
@ means
sea: mit einem Boot
land: auf dem Landweg
air: auf dem Luftweg
aircraft: mit dem Flugzeug / mit einem Linienflug
bicycle: mit dem Fahrrad
bus: mit dem Bus / mit einem Reisebus
car: mit dem Auto / in einem Pkw
ferry: mit der Fähre
fishing boat: auf einem Fischerboot
hidden in a car: in einem Pkw versteckt / im Kofferraum eines Pkw
jet ski: auf einem Jetski
lorry: in einem Lkw / auf der Ladefläche eines Lkw
lorry on a ferry: in einem Lkw auf der Fähre versteckt
minibus: in einem Kleinbus
on foot: zu Fuß
pick-up: auf einem Pick-up
refrigerated lorry: in einem Kühllaster
rubber dinghy: in einem Schlauchboot
sailing boat: auf einem Segelboot
speedboat: mit einem Schnellboot
taxi: mit dem Taxi
train: mit dem Zug
van: in einem Kleintransporter / in einem geschlossenen Transporter
wooden boat: in einem Holzboot
@ mode
sea: mit dem Schiff
land: mit dem Auto
air: mit dem Flugzeug
@ payment
cash: bar / in bar
hawala, paid by family in the EU: über Hawala durch Verwandte in Europa
hawala, paid by family at home: über Hawala durch die Familie in der Heimat
bank transfer: per Banküberweisung
money transfer service: über einen Geldtransferdienst
debt work: durch Arbeit nach der Ankunft
@ timing
before departure: vor der Abfahrt / im Voraus
deposit released on arrival: als Einlage, die nach der Ankunft freigegeben wurde
in instalments: in Raten
after arrival: nach der Ankunft
@ service
transport: 🚗 von Tür zu Tür
lodging: 🏠 Unterkunft inklusive
documents: 🛂 Pass und Visum möglich
payment: 🔒 Geld bleibt bis zur Ankunft im Büro
corrupt officials: 👮 kein Problem am Flughafen
marriage of convenience: 💍 Familienpapiere
@ route
South-Eastern: Route über das östliche Mittelmeer
Western Balkan: Westbalkanroute
Central Mediterranean: Route über das zentrale Mittelmeer
Western Mediterranean: Route über das westliche Mittelmeer
Western African: Westafrikaroute
Eastern: Route über die östliche Landgrenze
Nordic: Arktisroute
Albania to Greece: Pendelroute zwischen Albanien und Griechenland
Within the EU: Route der Sekundärmigration in der EU
@ modus
larger vessels: der Einsatz ausgemusterter Frachter, die mit Autopilot zurückgelassen werden
winter crossings: die Überfahrt bei schlechtem Wetter zu herabgesetzten Preisen
unseaworthy boats: der Einsatz überfüllter und kaum seetüchtiger Boote mit wenig Treibstoff
migrant at the helm: das Steuern durch einen Migranten, der dafür umsonst fährt
rail freight: das Verstecken von Migranten in Güterzügen
refrigerated lorries: die Beförderung großer Gruppen in Kühllastern
look-alike documents: das Verleihen echter Pässe an Personen mit ähnlichem Aussehen, die danach per Post zurückgehen
social media: die Werbung in geschlossenen Gruppen sozialer Netzwerke
escrow payment: das Hinterlegen des Lohns bei einem Büro, das ihn gegen einen Code freigibt
scout vehicles: die Fahrt im Konvoi mit einem vorausfahrenden Spähfahrzeug
@ question
nats: Staatsangehörigkeiten der Tatverdächtigen:
roles: Funktionen in den Gruppierungen:
routes: Betroffene Routen:
crimes: Weitere Deliktsbereiche:
up: Entwicklung gegenüber dem Vorjahr:
down: Entwicklung gegenüber dem Vorjahr:
share: Anteil der Verfahren mit organisierten Gruppen:
other: Bemerkungen:

= inv.title
{?operation:Operation {operation}: }Schleusung von Migranten{?hub: über {hub}}
{?operation:Operation {operation} – }Ergebnisse des Einsatzes vom {action}
Ermittlungsverfahren gegen eine Schleuserbande{?hub: in {hub}}{?operation: (Operation {operation})}
Sachstand zum Verfahren{?operation:, Operation {operation}}
= inv.open
Am {opened} wurde {country:in} ein Ermittlungsverfahren gegen das Netzwerk {network} eingeleitet, das [Migranten schleusen soll|der Schleusung verdächtig ist]{?hub: und von {hub} aus arbeitet}.
{!home}Das Fachkommissariat für organisierte Kriminalität nahm am {opened}{?operation: unter dem Namen {operation}} Ermittlungen{?network: gegen das Netzwerk {network}} auf.
Seit {opened:month} ermitteln die Behörden {country:in} gegen eine Gruppierung, die Migranten [befördert|schleust]{?hub:, unter anderem über {hub},}{?network: und als {network} geführt wird}.
{?operation:Die Operation {operation} begann am {opened}. Sie }{-operation}Das am {opened} eröffnete Verfahren betrifft die Schleusung von Migranten{?hub: über {hub}}{?network: durch das Netzwerk {network}}.
Das Verfahren wurde am {opened} eröffnet{?hub:, nachdem in {hub} Auffälligkeiten festgestellt worden waren}. Es richtet sich gegen [eine Bande|eine organisierte Gruppierung]{?network: (Netzwerk {network})}, die {country:in} tätig ist.
= inv.origin
Auslöser war die Kontrolle eines Fahrzeugs, in dem sich Personen ohne Papiere befanden.
Am Anfang stand ein Hinweis [aus der Bevölkerung|einer Partnerdienststelle], der sich durch Observationen bestätigte.
Der erste Ansatz ergab sich aus der Auswertung des Mobiltelefons eines in anderer Sache festgenommenen Fahrers.
Mehrere Migranten hatten unabhängig voneinander dieselben Kontaktpersonen beschrieben.
Auffällige Bargeldtransfers ohne erkennbaren wirtschaftlichen Grund hatten Aufmerksamkeit erregt.
Der Informationsaustausch über [SIENA|Verbindungsbeamte] zeigte, dass die Gruppierung auch in anderen Staaten bekannt ist.
= inv.means
Durch Telekommunikationsüberwachung und Observation [ließ sich die Struktur der Gruppierung aufklären|konnte die Struktur der Gruppierung aufgeklärt werden].
Beweise ergaben sich aus Observationen, Verbindungsdaten und der Auswertung von Mautdaten.
Mehrere Fahrten wurden von der Beladung bis zur Übergabe begleitet, ohne einzugreifen, um die Hintermänner zu ermitteln.
Finanzermittlungen und die Auswertung sichergestellter Telefone rundeten das Bild ab.
= inv.how
Die Migranten wurden [in der Regel nachts|meist in Gruppen von zehn bis zwanzig Personen] von {from} nach {to} gebracht und dort an die nächste Zelle übergeben.
Die Gruppierung bediente den Abschnitt zwischen {from} und {to}; [jedes Mitglied|jeder Beteiligte] hatte eine feste Aufgabe.
Nach bisherigen Erkenntnissen wurden die Kunden in {from} gesammelt und nach {to} weitergeleitet.
Der Modus Operandi war stets gleich: Sammeln in {from}, Beförderung in Mietfahrzeugen oder mit Booten, Übergabe bei {to}.
{-from}Die Gruppierung bot die Reise in Etappen an, die jeweils von einer anderen Zelle durchgeführt wurden, und wechselte häufig Fahrer und Telefone.
{-from}Die Migranten wurden in kleinen Gruppen gesammelt, nachts befördert und an Parkplätzen oder Bahnhöfen übergeben.
{-from}Die Mitglieder arbeiteten arbeitsteilig: Die einen warben Kunden, andere fuhren, ein dritter Kreis kümmerte sich um das Geld.
{-from}Anweisungen kamen über Messengerdienste aus dem Ausland; vor Ort fuhren Personen, die nur für eine Fahrt angeheuert waren.
= inv.fee
Der Schleuserlohn betrug {fee} pro Person{?to: für die Strecke nach {to}}.
Dafür hatten die Migranten je {fee} zu zahlen, [in der Regel im Voraus|die Hälfte davon vor der Abfahrt].
Die Preise lagen bei {fee} pro Kopf und wurden [von Vertrauenspersonen eingesammelt|bis zur Ankunft bei einem Hawala-Büro hinterlegt].
Aussagen und Chats nennen übereinstimmend {fee} pro [Person|Erwachsenen]; Kinder fuhren zum halben Preis.
= inv.vessel
Das Schiff {vessel} wurde für mindestens eine Überfahrt eingesetzt.
Für Überfahrten stand der Gruppierung die {vessel} zur Verfügung.
Ein Teil der Überfahrten erfolgte mit der {vessel}, die über einen Strohmann gekauft worden war.
Die {vessel} wurde sichergestellt und wird untersucht.
= inv.plates
{plates=Das Fahrzeug mit dem Kennzeichen|Die Fahrzeuge mit den Kennzeichen} {plates} {plates=wurde|wurden} für Schleusungsfahrten genutzt.
{plates=Ein Fahrzeug|Fahrzeuge} mit {plates=dem Kennzeichen|den Kennzeichen} {plates} {plates=fiel|fielen} wiederholt an Abholorten auf.
Bei Observationen wurde{plates=|n} {plates=das Kennzeichen|die Kennzeichen} {plates} bei mehreren Transporten festgestellt.
{plates=Der unter falschem Namen gemietete Pkw|Die unter falschen Namen gemieteten Pkw} {plates} {plates=wurde|wurden} sichergestellt.
= inv.phones
Über {phones=die Rufnummer|die Rufnummern} {phones} wurden Anweisungen an die Fahrer gegeben.
Die Kontakte liefen [unter anderem|auch] über {phones}, [daneben|außerdem] über Messengerdienste.
Die Auswertung {phones=des Anschlusses|der Anschlüsse} {phones} ergab Verbindungen zu Personen in mehreren Staaten.
Kunden sollten {phones} anrufen; {phones=die Nummer taucht|die Nummern tauchen} auch in Anzeigen im Internet auf.
= inv.lodging
Vor der Weiterfahrt waren die Migranten in [angemieteten Wohnungen|einer leerstehenden Halle|einem Hofgebäude] unter schlechten Bedingungen untergebracht.
Auf fremde Namen angemietete Wohnungen dienten als Unterkünfte.
Gegen Aufpreis wurden auch Unterkunft und falsche Papiere angeboten.
Die Fahrer waren für einzelne Fahrten angeworben und kannten die Organisatoren meist nicht.
= inv.leader
{name} gilt als {role} der Organisation{?town: und lebt in {town}}.
Geleitet wird die Gruppierung mutmaßlich von {name}{?town:, wohnhaft in {town}}.
Als mutmaßlicher {role} wurde {name}{?town: aus {town}} ermittelt.
An der Spitze steht {name}{?town: in {town}}; der Verdacht lautet, {does}.
= inv.suspect
{name}{?town:, wohnhaft in {town},} steht im Verdacht, {does}.
Gegen {name}{?town: aus {town}} besteht der Verdacht, {does}.
{name} trat als {role} auf{?town: und hielt sich in {town} auf}, wie überwachte Gespräche zeigen.
Ermittelt wurde ferner {name}{?town: aus {town}}, [geführt als|beschrieben als] {role}.
Die Aufgabe {role} wird {name}{?town: ({town})} zugeschrieben.
{-role}{name}{?town: aus {town}} gehört zum Kreis der Verdächtigen; die genaue Funktion ist noch offen.
{-role}Ermittelt wird auch gegen {name}{?town:, {town}}.
= inv.rest
Weitere Beschuldigte sind {rest}.
Zum Kreis der Beschuldigten gehören außerdem {rest}.
Ferner wurden identifiziert: {rest}.
Das Verfahren richtet sich auch gegen {rest}.
= inv.action
Am {action} {arrests=wurde <eine> Person|wurden # Personen}{?hub: in {hub} und an weiteren Orten} [festgenommen|aufgrund von Haftbefehlen festgenommen].
Der Einsatz am {action} endete mit {arrests=<einer> Festnahme|# Festnahmen}.
{arrests=<Ein> Beschuldigter kam|# Beschuldigte kamen} am {action}{?operation: im Rahmen der Operation {operation}} in Haft.
Bei zeitgleichen Durchsuchungen am {action} {arrests=wurde <ein> Beschuldigter|wurden # Beschuldigte} festgenommen{?hub: (Raum {hub})}.
{-arrests}Am {action} wurden Objekte{?hub: in {hub}} durchsucht; Festnahmen erfolgten nicht.
{-arrests}Der Einsatz am {action} blieb ohne Festnahmen, da sich die Beschuldigten abgesetzt hatten.
{-arrests}Durchsuchungen fanden am {action} statt; die Beschuldigten sind flüchtig, Haftbefehle sind beantragt.
= inv.migrants
{migrants=<Ein> Migrant wurde|# Migranten wurden} dabei angetroffen und [betreut|an die Asylbehörde verwiesen].
Die Schleusung von {migrants=<einer> Person|# Personen} gilt bisher als nachgewiesen.
{migrants=<Eine> geschleuste Person wurde|# geschleuste Personen wurden} als {migrants=Zeuge|Zeugen} vernommen.
Insgesamt wird der Gruppierung die Schleusung von {migrants=<einem> Migranten|mindestens # Migranten} zugerechnet.
= inv.cash
{cash} in bar wurden [sichergestellt|bei den Durchsuchungen gefunden].
Sichergestellt wurden {cash} Bargeld, Telefone und Unterlagen.
Neben Datenträgern wurde Bargeld in Höhe von {cash} beschlagnahmt.
Bei einem Beschuldigten fanden sich {cash} in bar und Aufzeichnungen über Zahlungen.
= inv.crimes
Bezüge zu {crimes} [wurden festgestellt|werden geprüft].
Gegen einzelne Beschuldigte wird auch wegen {crimes} ermittelt.
Neben der Schleusung ist die Gruppierung im Bereich {crimes} aktiv.
Daneben bestehen Anhaltspunkte für {crimes}.
= inv.partners
Der Einsatz erfolgte gemeinsam mit Behörden aus {partners:dat}.
Unterstützung leisteten Dienststellen aus {partners:dat}; Europol koordinierte den Austausch.
Beamte aus {partners:dat} waren an der gemeinsamen Ermittlungsgruppe beteiligt.
Rechtshilfeersuchen gingen an Stellen in {partners:dat}.
= inv.search
Weitere Durchsuchungen erbrachten [SIM-Karten, Quittungen und eine Namensliste|Telefone, Rettungswesten und Zahlungslisten].
Wohnungen und Geschäftsräume wurden durchsucht, Datenträger sichergestellt.
Konten und zwei Fahrzeuge wurden zur Einziehung gesichert.
= inv.close
Die Ermittlungen dauern an.
Die Auswertung der [sichergestellten Telefone|Datenträger] läuft; weitere Beschuldigte werden erwartet.
Der Vorgang wurde an die Staatsanwaltschaft abgegeben.
Das Netzwerk gilt als [zerschlagen|geschwächt]; Teile im Ausland sind weiter tätig.
Weitere Maßnahmen sind mit Partnerdienststellen geplant.

= deb.title
Befragung{?place: in {place}}, {day}
Angaben eines Migranten{?place:, befragt in {place}}
Befragungsbericht vom {day}
Gespräch mit einer geschleusten Person{?place:, {place}}
= deb.open
Am {day} fand{?place: in {place}} ein freiwilliges [und vertrauliches |]Gespräch mit einer Person aus {nat:dat} über den Reiseweg statt.
Die befragte Person{?place:, angetroffen in {place} am {day},}{-place} (Gespräch am {day}) machte folgende Angaben{?nat:; sie stammt aus {nat:dat}}.
{?place:In {place} }{-place}Am {day} erklärte sich{?place: am {day}} eine Person aus {nat:dat} bereit, mit Hilfe eines Dolmetschers zu sprechen.
{-nat}Die Person, deren Staatsangehörigkeit nicht feststeht, wurde am {day}{?place: in {place}} befragt.
{-nat}Am {day} wurde{?place: in {place}} eine Person ungeklärter Staatsangehörigkeit befragt.
= deb.terms
Die Person wird als Zeuge gehört; Personalien wurden nicht aufgenommen.
Das Gespräch war freiwillig, [ein Name wurde nicht notiert|die Person bleibt anonym].
Auf das Asylverfahren haben die Angaben keinen Einfluss; darauf wurde hingewiesen.
Ein Dolmetscher war anwesend. Die Angaben wirken [schlüssig|glaubhaft und detailreich].
= deb.reason
Die Reise war seit Monaten [geplant|vorbereitet] worden.
Von den Schleusern hatte die Person durch [Bekannte|früher gereiste Verwandte] erfahren.
Der Kontakt kam [über eine Gruppe in einem sozialen Netzwerk|über einen Freund in Europa] zustande.
Die Person reiste [allein|mit zwei Angehörigen].
= deb.first
Die Reise begann in {from} und führte {means} nach {to}{?month: ({month:month})}.
Die erste Etappe ging {?month:im {month:month} }von {from} nach {to}, {means}.
{?month:Im {month:month} brach die Person in|Die Person brach in} {from} auf und gelangte {means} nach {to}.
Von {from} aus ging es {means} nach {to}{?month:; das war im {month:month}}.
= deb.next
Von {from} ging es {?month:im {month:month} }weiter nach {to}, {means}.
Die nächste Etappe von {from} nach {to} wurde {means} zurückgelegt{?month: ({month:month})}.
{?month:Im {month:month} wurde die Person|Die Person wurde} {means} von {from} nach {to} gebracht.
Nach einer Wartezeit in {from} erfolgte die Weiterreise nach {to} {means}.
= deb.then
Dann ging es {means} weiter nach {to}.
{to} wurde {means} erreicht.
Von {from} führte der Weg {means} nach {to}.
Es folgte {to}, {means}.
= deb.last
Die letzte Etappe führte {means} von {from} nach {to}{?month: ({month:month})}.
Schließlich kam die Person {means} von {from} nach {to}.
{?month:Im {month:month} reiste die Person|Die Person reiste} {means} von {from} nach {to}, wo die Reise endete.
Die Reise endete in {to}, das von {from} aus {means} erreicht wurde.
= deb.fee
Dafür wurden {fee} {?payment:{payment} }gezahlt{?timing: ({timing})}.
Der Preis betrug {fee}{?timing:, zahlbar {timing}}{?payment:; gezahlt wurde {payment}}.
Der Schleuser verlangte {fee}{?payment:, gezahlt {payment}}{?timing:, {timing}}.
Dieser Abschnitt kostete {fee}[| pro Person]{?payment:, gezahlt {payment}}.
= deb.persons
Nach diesen Angaben {persons=war nur <eine> Person|waren # Personen gemeinsam} unterwegs.
Die befragte Person zählte {persons=nur <eine> Person|# Personen}.
Die Gruppe bestand aus {persons=<einer> Person|# Personen[, darunter Frauen und Kinder|]}.
= deb.nick
{nick=Der Schleuser war|Die Schleuser waren} unter {nick=dem Namen|den Namen} {nick} bekannt.
Die Person hatte mit {nick} zu tun; [richtige Namen|vollständige Namen] sind nicht bekannt.
Am Sammelplatz gab{nick=|en} {nick} die Anweisungen.
Das Geld nahm{nick=|en} {nick} entgegen.
= deb.phone
Kontakt bestand über die Rufnummer {phone}.
Die Person [hatte noch|erinnerte sich an] eine Telefonnummer: {phone}.
Absprachen liefen über {phone} und einen Messengerdienst.
Als Nummer des Schleusers wurde {phone} genannt.
= deb.debt
Ein Teil des Lohns soll nach der Ankunft abgearbeitet werden, [in einer Restaurantküche|auf einer Baustelle|in der Landwirtschaft].
Die Person schuldet noch Geld und soll [ohne Lohn|für einen Bekannten des Schleusers] arbeiten, bis es bezahlt ist.
Es gibt Anzeichen für Schuldknechtschaft; auf Hilfsangebote für Opfer wurde hingewiesen.
= deb.violence
Die Person berichtete von Schlägen durch die Aufpasser.
Wer nicht sofort einstieg, wurde [mit einer Waffe|mit einer Pistole] bedroht.
Die Person wurde mehrere Tage eingesperrt und geschlagen, bis Verwandte zahlten.
= deb.lodging
Vor der Abfahrt war die Gruppe in [einer Wohnung mit verhängten Fenstern|einem Rohbau|einem kleinen Hotel] untergebracht.
Essen und Wasser waren während des Wartens knapp.
Telefone wurden vor der Abfahrt eingesammelt und später zurückgegeben.
= deb.close
Weitere Einzelheiten konnten nicht genannt werden.
Die Person würde den [Fahrer|Organisator] wiedererkennen.
Die Angaben wurden zur Auswertung weitergegeben.
Die Angaben decken sich mit denen anderer Befragter derselben Woche.

= ad.title
Anzeige in einem sozialen Netzwerk{?to: für die Reise nach {to}}, {day}
Beitrag vom {day} in einer geschlossenen Gruppe
Internetangebot vom {day}
= ad.head
🌍 {from} ➡️ {to}{?means: {means}}! Sicher und schnell.
🚢 Reisen von {from} nach {to}{?means: {means}}, jede Woche.
🔥 Neues Angebot: {from} – {to}{?means: {means}}. Wenige Plätze.
= ad.price
💶 Preis: {price} pro Person, Kinder zur Hälfte.
Nur {price} 💰 alles inklusive.
{price} pro Person, Zahlung nach Ankunft.
= ad.services
{services}
Wir bieten: {services}
✅ {services}
= ad.safe
⚓ Großes Schiff, nicht überfüllt, Schwimmwesten für alle.
✅ Erprobter Weg, alle sind angekommen.
100 % sicher 👍 erfahrenes Team.
= ad.when
🗓 Nächste Abfahrt am Donnerstag.
📅 Abfahrten jeden Montag.
⏳ Jetzt buchen, letzte Plätze.
= ad.contact
📞 WhatsApp: {phone}
Anruf oder Nachricht: {phone} ☎️{?account: ({account})}
Nur private Nachricht 📩 {account}
{-phone}{-account}📩 Bitte privat schreiben.
= ad.tags
\#Europa \#Reise
🇩🇪 🇸🇪 🇮🇹 🇬🇧

= item.title.interception
Aufgriff{?place: bei {place}}
Gruppe angetroffen{?place: bei {place}}
{?persons:{persons=<Eine> Person|# Personen} aufgegriffen}{-persons}Personen aufgegriffen
Vorfall an der Grenze, {day}
= item.title.rescue
Seenotrettung{?place: vor {place}}
{?route:{route}: }Boot in Seenot
Suche und Rettung, {day}
Migranten gerettet{?place: bei {place}}
= item.title.shipwreck
Schiffsunglück{?place: vor {place}}
Boot gesunken{?place: bei {place}}
{?route:{route}: }Boot gekentert
Tödliche Überfahrt, {day}
= item.title.death
Todesfall auf der Reise{?place: bei {place}}
Tödlicher Vorfall, {day}
Tote aufgefunden{?place: bei {place}}
= item.interception
Am {day} griff die {country:adj}e [Grenzpolizei|Polizei] {persons=<eine> Person|eine Gruppe von # Personen}{?place: bei {place}} auf{?route: ({route})}. Papiere führten sie nicht mit.
{?place:{place}: }{persons=<eine> Person wurde|# Personen wurden} am {day} [bei einer Streife|bei einer Kontrolle] durch die {country:adj}e Polizei angetroffen.
{persons=<Eine> Person wurde|# Personen wurden} am {day}{?place: im Raum {place}} angetroffen, [in einem Fahrzeug versteckt|zu Fuß und ohne Begleiter].
{-persons}Am {day} wurde{?place: bei {place}} eine Gruppe angetroffen; die Zahl der Personen ist nicht bekannt.
= item.rescue
Am {day} nahm ein Boot der {country:adj}en Küstenwache {persons=<eine> Person|# Personen}{?place: vor {place}} an Bord; das Boot [lief voll|trieb ohne Treibstoff].
{persons=<Eine> Person wurde|# Personen wurden} am {day}{?place: vor {place}} nach einem Notruf gerettet.
{?place:{place}: }am {day} {persons=wurde <eine> Person|wurden # Personen} von einem überfüllten Boot geborgen{?route: ({route})} und an Land gebracht.
{-persons}Am {day} wurde{?place: vor {place}} ein Boot in Seenot gemeldet; alle an Bord wurden gerettet.
= item.shipwreck
Ein Boot mit {persons=<einer> Person|etwa # Personen} an Bord [sank|kenterte] am {day}{?place: vor {place}}. Die {country:adj}e Küstenwache leitete die Suche ein.
Am {day} ging{?place: bei {place}} ein Boot mit {persons=<einer> Person|# Personen} unter{?route: ({route})}, kurz nach der Abfahrt.
{?place:{place}: }ein Boot mit {persons=<einer> Person|# Personen} [kenterte|sank] am {day} bei schwerer See.
{-persons}Am {day} ging{?place: vor {place}} ein Boot verloren; wie viele an Bord waren, ist unbekannt.
= item.death
Am {day} {dead=wurde <eine> Leiche|wurden # Leichen}{?place: bei {place}} gefunden{?route: ({route})}. Die {country:adj}e Polizei ermittelt.
{dead=<Eine> Person wurde|# Personen wurden} am {day}{?place: im Raum {place}} tot aufgefunden, [auf der Ladefläche eines Lkw|neben der Bahnstrecke].
{dead=<Ein> Migrant|# Migranten} kam{dead=|en} am {day}{?place: bei {place}} ums Leben.
{-dead}Ein tödlicher Vorfall wurde am {day}{?place: bei {place}} gemeldet; Einzelheiten stehen aus.
= item.toll
{dead=<Eine> Leiche wurde|# Leichen wurden} geborgen{?missing:, {missing=<eine> Person wird|# Personen werden} vermisst}.
{dead=<Eine> Person|# Personen} kam{dead=|en} ums Leben{?missing:; {missing=<eine> wird|# werden} vermisst}.
{-dead}{missing=<Eine> Person wird|# Personen werden} vermisst.
= item.taken
{persons=Die Person wurde|Sie wurden} zur Registrierung in eine Aufnahmeeinrichtung gebracht.
{persons=Die Person hat|Alle haben} um internationalen Schutz ersucht.
{persons=Die Person gibt|Sie geben} an, ein Schleuser habe den Weg gezeigt.
= item.follow
Die Ermittlungen gegen die [Schleuser|Hintermänner] dauern an.
Tatverdächtige wurden vor Ort nicht festgestellt.
Die Meldung wurde von einer zweiten Quelle bestätigt.

= rep.title
{route}: Lage im {period}
Quartalsbericht, {period}
Schleusung auf der {route}, {period}
Lagebericht{?partner: ({partner})}, {period}
= rep.open
{?partner:{partner} legt hiermit|Hiermit wird} den Bericht zur {route} für das {period} vor.
Dieser Bericht fasst die Entwicklung auf der {route} im {period} zusammen{?partner: (Beitrag: {partner})}.
Im {period} [blieb|war] die {route} ein Schwerpunkt{?partner: der Arbeit von {partner}}.
Die folgende Bewertung{?partner: durch {partner}} betrifft die {route} und das {period}.
= rep.basis
Grundlage sind Feststellungen an der Grenze, Befragungen und Meldungen von Partnern.
Die Zahlen sind vorläufig; wer mehrmals die Grenze überschreitet, wird jedes Mal gezählt.
Quellen sind Verfahren, Gespräche mit Migranten und die Beobachtung von Anzeigen.
= rep.arrivals
Im Berichtszeitraum {arrivals=wurde <eine> Person|wurden # Personen} gezählt.
{arrivals=<Eine> Ankunft wurde|# Ankünfte wurden} erfasst.
Die Zahl der Ankünfte betrug {arrivals=<eine>|#}.
= rep.up
{arrivals=<Eine> Person wurde|# Personen wurden} gezählt, nach {before} im Vorquartal: ein Anstieg um {change} Prozent.
Die Ankünfte stiegen um {change} % auf {arrivals}, von {before} im Vorquartal.
Mit {arrivals=<einer> Ankunft|# Ankünften} (Vorquartal: {before}) liegt die Zahl um {change} Prozent höher.
= rep.down
{arrivals=<Eine> Person wurde|# Personen wurden} gezählt, nach {before} im Vorquartal: ein Rückgang um {change} Prozent.
Die Ankünfte sanken um {change} % auf {arrivals}, von {before} im Vorquartal.
Mit {arrivals=<einer> Ankunft|# Ankünften} (Vorquartal: {before}) liegt die Zahl um {change} Prozent niedriger.
= rep.level
Die Ankünfte blieben mit {arrivals} stabil, nach {before} im Vorquartal.
{arrivals=<Eine> Person wurde|# Personen wurden} gezählt, etwa so viele wie im Vorquartal ({before}).
Mit {arrivals=<einer> Ankunft|# Ankünften} ist das Niveau unverändert; zuvor waren es {before}.
= rep.nats
Die größten Gruppen kamen aus {nats:dat}.
Die meisten stammten aus {nats:dat}.
Nach Staatsangehörigkeit wurden vor allem Personen aus {nats:dat} registriert.
= rep.price
Die Preise lagen zwischen {low} und {high} pro Person, [je nach Jahreszeit und Boot|je nach Bequemlichkeit und Risiko].
Für die Überfahrt werden {low} bis {high} verlangt.
Nach Befragungen betrug der Lohn {low} bis {high}; Kinder fahren zum halben Preis.
= rep.hotspot
Schwerpunkt war {hotspot}: Dort werden Gruppen vor der Weiterreise [gesammelt|untergebracht].
Die meisten Aktivitäten wurden um {hotspot} festgestellt, wo Wohnungen und Hotels als Unterkünfte dienen.
Der Raum {hotspot} bleibt der wichtigste Knotenpunkt; die Kontrollen wurden verstärkt.
= rep.modus
Neu ist {modus}.
Mehrere Quellen melden als Vorgehensweise {modus}.
Bemerkenswert ist {modus}.
= rep.facilitators
Die Gruppen sind lose verbunden; Fahrer werden für einzelne Fahrten angeworben.
Organisatoren bleiben im Ausland und lenken die Fahrer per Telefon.
Kleinere Gruppen weichen größeren, die [die ganze Reise anbieten|Beförderung und Unterkunft beherrschen].
= rep.payment
Gezahlt wird meist bar oder über Hawala.
Der Lohn wird oft bei Dritten hinterlegt und nach der Ankunft per Code freigegeben.
Verwandte in Europa zahlen [einen wachsenden|einen großen] Teil.
= rep.cooperation
Mit Behörden aus {partners:dat} wurden Informationen ausgetauscht.
Gemeinsame Streifen mit Beamten aus {partners:dat} haben sich bewährt.
Die Zusammenarbeit mit Dienststellen aus {partners:dat} wurde [vertieft|fortgesetzt].
= rep.gap
Über die Organisatoren in den Herkunftsstaaten ist wenig bekannt.
Lücken bestehen beim Geldfluss und bei den Eignern der Boote.
Unbemerkte Übertritte sind in den Zahlen nicht enthalten.
= rep.outlook
Im kommenden Quartal ist mit anhaltendem Druck zu rechnen.
Ein Ausweichen auf benachbarte Routen ist [möglich|wahrscheinlich], wenn die Kontrollen verstärkt werden.
Bei besserem Wetter nehmen die Abfahrten voraussichtlich zu.
= rep.close
Es wird vorgeschlagen, Rufnummern und Kennzeichen schneller auszutauschen.
Der nächste Bericht folgt zum Ende des kommenden Quartals.
Die Partner werden gebeten, Anzeigen und Rufnummern zu melden.

= q.title
Fragebogen zur Schleusung von Migranten: Antworten, {country}, {year:year}
Antwort des nationalen Büros ({country}), {year:year}
Jährlicher Fragebogen {year:year}, {country}
= q.nats
Die meisten Tatverdächtigen stammen aus {nats:dat}.
Vor allem {nats}.
Nach Häufigkeit: {nats}.
= q.roles
{roles}.
Festgestellt wurden: {roles}.
Überwiegend {roles}.
= q.routes
{routes}.
Betroffen {routes=ist|sind}: {routes}.
Vor allem {routes}.
= q.crimes
{crimes}.
Ja: {crimes}.
In einigen Fällen {crimes}.
= q.up
Die Zahl der Verfahren stieg[| deutlich].
Zunehmend.
Mehr Verfahren als im Vorjahr, [vor allem im zweiten Halbjahr|besonders an der Landgrenze].
= q.down
Die Zahl der Verfahren ging[| leicht] zurück.
Abnehmend.
Weniger Verfahren als im Vorjahr.
= q.share
Etwa {share} %.
{share} Prozent der Verfahren.
Schätzungsweise {share} Prozent.
= q.other
Keine.
Angaben zu Preisen werden selten erfasst.
Die Angaben beziehen sich auf abgeschlossene Verfahren.
= q.none
Keine Angabe.
Nicht erfasst.
Keine Daten.
`
