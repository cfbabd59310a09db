package narrative

const phrasesIT = `
@ word
and: e
numbers: due tre quattro cinque sei sette otto nove dieci undici dodici
months: gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
@ quarter
1: primo trimestre del
2: secondo trimestre del
3: terzo trimestre del
4: quarto trimestre del
@ currency
EUR: euro
USD: dollari USA
GBP: sterline
TRY: lire turche
@ role
leader: capo / promotore del sodalizio
organiser: organizzatore / coordinatore
driver: autista / trasportatore
skipper: scafista
crew: membro dell'equipaggio
scout: staffetta / vedetta
guide: passatore / guida
recruiter: reclutatore / procacciatore
document supplier: fornitore di documenti / falsario
safe-house keeper: custode dell'alloggio
hawaladar: hawaladar
courier: corriere di denaro / corriere
corrupt official: pubblico ufficiale corrotto
front company: prestanome di una società di copertura
@ does
leader: aver diretto il sodalizio / aver impartito le direttive al gruppo
organiser: aver organizzato i viaggi / aver coordinato trasporti e pagamenti
driver: aver trasportato migranti su veicoli a noleggio / aver curato i trasporti su strada
skipper: aver condotto le imbarcazioni
crew: aver prestato servizio a bordo
scout: aver fatto da staffetta ai trasporti / aver segnalato i controlli
guide: aver accompagnato gruppi a piedi oltre confine
recruiter: aver procacciato clienti / aver reclutato clienti sui social network
document supplier: aver fornito documenti falsi o altrui
safe-house keeper: aver ospitato i migranti in attesa della partenza
hawaladar: aver gestito i pagamenti con il sistema hawala / aver custodito il denaro fino all'arrivo
courier: aver raccolto e trasferito contante
corrupt official: aver rivelato i controlli in cambio di denaro
front company: aver messo a disposizione società di copertura
@ crime
migrant smuggling: favoreggiamento dell'immigrazione clandestina / traffico di migranti
drug trafficking: traffico di stupefacenti
trafficking in human beings: tratta di persone
property crime: reati contro il patrimonio
document forgery: falso documentale
excise fraud: contrabbando di tabacchi
money laundering: riciclaggio
firearms trafficking: traffico di armi
terrorism: terrorismo
corruption: corruzione
labour exploitation: sfruttamento del lavoro
@ means
sea: via mare
land: via terra
air: per via aerea
aircraft: in aereo / con un volo di linea
bicycle: in bicicletta
bus: in autobus / in pullman
car: in auto / a bordo di un'autovettura
ferry: in traghetto
fishing boat: a bordo di un peschereccio
hidden in a car: nascosto in un'auto / nel bagagliaio di un'auto
jet ski: su una moto d'acqua
lorry: in camion / nel carico di un camion
lorry on a ferry: nascosto in un camion sul traghetto
minibus: in minibus
on foot: a piedi
pick-up: a bordo di un pick-up
refrigerated lorry: in un camion frigorifero
rubber dinghy: a bordo di un gommone
sailing boat: a bordo di una barca a vela
speedboat: con un motoscafo
taxi: in taxi
train: in treno
van: in furgone / in un furgone chiuso
wooden boat: a bordo di una barca di legno
@ mode
sea: in nave
land: in auto
air: in aereo
@ payment
cash: in contanti
hawala, paid by family in the EU: tramite hawala da parenti in Europa
hawala, paid by family at home: tramite hawala dalla famiglia in patria
bank transfer: con bonifico bancario
money transfer service: tramite money transfer
debt work: con il lavoro dopo l'arrivo
@ timing
before departure: prima della partenza / in anticipo
deposit released on arrival: come deposito sbloccato all'arrivo
in instalments: a rate
after arrival: dopo l'arrivo
@ service
transport: 🚗 da porta a porta
lodging: 🏠 alloggio compreso
documents: 🛂 passaporto e visto
payment: 🔒 i soldi restano in ufficio fino all'arrivo
corrupt officials: 👮 nessun problema in aeroporto
marriage of convenience: 💍 documenti di famiglia
@ route
South-Eastern: rotta del Mediterraneo orientale
Western Balkan: rotta dei Balcani occidentali
Central Mediterranean: rotta del Mediterraneo centrale
Western Mediterranean: rotta del Mediterraneo occidentale
Western African: rotta dell'Africa occidentale
Eastern: rotta terrestre orientale
Nordic: rotta artica
Albania to Greece: rotta circolare tra Albania e Grecia
Within the EU: rotta dei movimenti secondari nell'UE
@ modus
larger vessels: l'impiego di mercantili dismessi, abbandonati con il pilota automatico
winter crossings: la partenza con il maltempo, a prezzo scontato
unseaworthy boats: l'uso di natanti sovraccarichi e quasi senza carburante
migrant at the helm: la conduzione affidata a un migrante, che in cambio viaggia gratis
rail freight: l'occultamento di migranti su treni merci
refrigerated lorries: il trasporto di gruppi numerosi in camion frigoriferi
look-alike documents: il prestito di passaporti autentici a sosia, poi rispediti per posta
social media: la pubblicità in gruppi chiusi dei social network
escrow payment: il deposito del compenso presso un ufficio che lo sblocca con un codice
scout vehicles: il convoglio preceduto da un'auto staffetta
@ question
nats: Nazionalità degli indagati:
roles: Ruoli nei gruppi:
routes: Rotte interessate:
crimes: Altri reati:
up: Andamento rispetto all'anno precedente:
down: Andamento rispetto all'anno precedente:
share: Quota di casi con gruppi organizzati:
other: Osservazioni:

= inv.title
{?operation:Operazione {operation}: }traffico di migranti{?hub: via {hub}}
{?operation:Operazione {operation} – }esito degli arresti {action:del}
Sodalizio dedito al traffico di migranti{?hub: a {hub}}{?operation: (operazione {operation})}
Sintesi dell'indagine{?operation:, operazione {operation}}
= inv.open
{opened:il} è stata avviata {country:in} un'indagine sulla rete {network}, [sospettata di trasportare|che trasporta] migranti{?hub: dalla base di {hub}}.
{!home}La Squadra Mobile ha avviato le indagini {opened:il}{?operation: con il nome {operation}}{?network: sul conto della rete {network}}, su delega della Direzione Distrettuale Antimafia.
A partire {opened:dal} gli investigatori seguono {country:in} un gruppo che [trasporta|introduce clandestinamente] migranti{?hub: passando per {hub}}{?network:, noto come {network}}.
L'indagine{?operation: {operation}}, avviata {opened:il}, riguarda il traffico di migranti{?hub: attraverso {hub}}{?network: da parte della rete {network}}.
Il procedimento è stato aperto {opened:il}{?hub: a seguito di movimenti notati a {hub}}. Riguarda [un gruppo organizzato|un sodalizio criminale]{?network:, censito come {network},} attivo {country:in}.
= inv.origin
L'indagine è nata dal controllo [casuale|su strada] di un veicolo con a bordo persone prive di documenti.
All'origine vi è una segnalazione [anonima|di un servizio partner], poi confermata dai servizi di osservazione.
Il primo spunto è venuto dall'analisi del telefono di un autista arrestato in altro procedimento.
Più migranti, sentiti separatamente, avevano indicato gli stessi contatti.
Trasferimenti di denaro [sospetti|senza giustificazione economica] avevano richiamato l'attenzione.
Lo scambio informativo [tramite SIENA|con gli ufficiali di collegamento] ha mostrato che il gruppo era noto anche in altri Paesi.
= inv.means
Le intercettazioni e i pedinamenti hanno permesso di ricostruire la struttura del gruppo.
Gli elementi di prova derivano da osservazioni, tabulati telefonici e [varchi autostradali|lettura targhe].
Diversi trasporti sono stati seguiti fino alla consegna senza intervenire, per risalire ai vertici.
Gli accertamenti patrimoniali e l'analisi dei telefoni sequestrati hanno completato il quadro.
= inv.how
I migranti venivano condotti da {from} a {to}, [di regola di notte|per lo più in gruppi di dieci-venti persone], e consegnati alla cellula successiva.
Il gruppo curava la tratta tra {from} e {to}; ognuno aveva un compito preciso.
Secondo quanto emerso, i clienti venivano raccolti a {from} e portati a {to}.
Il modus operandi era sempre lo stesso: raccolta a {from}, trasporto su veicoli a noleggio o natanti, consegna nei pressi di {to}.
{-from}Il gruppo offriva il viaggio a tappe, ciascuna gestita da un'altra cellula, e cambiava spesso autisti e telefoni.
{-from}I migranti venivano raccolti in piccoli gruppi, trasportati di notte e consegnati in aree di sosta e stazioni.
{-from}I compiti erano divisi: chi procacciava i clienti, chi guidava, chi si occupava del denaro.
{-from}Gli ordini arrivavano dall'estero via messaggistica; sul posto operavano persone ingaggiate per un solo viaggio.
= inv.fee
Il prezzo era di {fee} a persona{?to: per il passaggio fino a {to}}.
Ogni migrante doveva pagare {fee}, [di regola in anticipo|metà prima della partenza].
Le somme ammontavano a {fee} a testa e venivano [raccolte da persone di fiducia|trattenute da un hawaladar fino all'arrivo].
Dichiarazioni e chat concordano su {fee} per [persona|adulto]; i bambini pagavano la metà.
= inv.vessel
L'imbarcazione {vessel} è stata usata per almeno una traversata.
Per le traversate il gruppo disponeva della {vessel}.
Alcune traversate sono avvenute con la {vessel}, acquistata tramite un prestanome.
La {vessel} è stata sequestrata e sottoposta a verifiche.
= inv.plates
{plates=Il veicolo targato|I veicoli targati} {plates} {plates=è stato usato|sono stati usati} per i trasporti.
{plates=Un veicolo con targa|Veicoli con targhe} {plates} {plates=è stato notato|sono stati notati} più volte nei luoghi di raccolta.
I servizi di osservazione hanno registrato {plates=la targa|le targhe} {plates} in diversi trasporti.
{plates=L'auto|Le auto} {plates}, {plates=noleggiata|noleggiate} sotto falso nome, {plates=è stata sequestrata|sono state sequestrate}.
= inv.phones
{phones=L'utenza|Le utenze} {phones} {phones=serviva|servivano} per dare ordini agli autisti.
I contatti avvenivano anche tramite {phones}, [oltre che|nonché] con applicazioni di messaggistica.
L'analisi {phones=dell'utenza|delle utenze} {phones} ha rivelato contatti con persone in più Paesi.
I clienti dovevano chiamare {phones}; {phones=il numero compare|i numeri compaiono} anche in annunci in rete.
= inv.lodging
Prima della partenza i migranti erano alloggiati in [appartamenti in affitto|un capannone dismesso|un casolare] in condizioni precarie.
Appartamenti intestati a terzi fungevano da rifugio.
Il gruppo offriva anche alloggio e, a pagamento, documenti falsi.
Gli autisti erano ingaggiati per singoli viaggi e spesso non conoscevano gli organizzatori.
= inv.leader
{name} è ritenuto il {role} dell'organizzazione{?town: e vive a {town}}.
A capo del gruppo vi sarebbe {name}{?town:, che opera da {town}}.
Gli investigatori indicano in {name}{?town:, residente a {town},} il presunto {role}.
Al vertice si trova {name}{?town:, a {town}}, accusato di {does}.
= inv.suspect
{name}{?town:, di base a {town},} è sospettato di {does}.
{name}{?town: di {town}} avrebbe agito come {role}, secondo le conversazioni intercettate.
È stato inoltre identificato {name}{?town:, residente a {town}}, [indicato come|descritto come] {role}.
A {name}{?town: ({town})} si contesta di {does}.
{-role}{name}{?town: di {town}} fa parte del gruppo degli indagati; il suo ruolo non è ancora chiaro.
{-role}È indagato anche {name}{?town:, {town}}.
= inv.rest
Altri indagati sono {rest}.
Sono stati identificati anche {rest}.
Tra gli indagati figurano inoltre {rest}.
= inv.action
{action:il} {arrests=è stata arrestata <una> persona|sono state arrestate # persone}{?hub: a {hub} e altrove}.
L'operazione {action:del} si è conclusa con {arrests=<un> arresto|# arresti}.
{arrests=<Un> indagato è stato arrestato|# indagati sono stati arrestati} {action:il}{?operation: nell'ambito dell'operazione {operation}}.
Nelle perquisizioni simultanee {action:del} {arrests=è stato arrestato <un> indagato|sono stati arrestati # indagati}{?hub: nella zona di {hub}}.
{-arrests}{action:il} sono state eseguite perquisizioni{?hub: a {hub}}; nessun arresto.
{-arrests}L'operazione {action:del} non ha portato ad arresti, perché gli indagati si erano allontanati.
{-arrests}Le perquisizioni si sono svolte {action:il}; gli indagati sono irreperibili.
= inv.migrants
{migrants=<Un> migrante è stato rintracciato|# migranti sono stati rintracciati} durante l'azione e [assistiti|affidati agli uffici competenti].
Risulta provato finora il trasporto di {migrants=<una> persona|# persone}.
{migrants=<Una> persona trasportata è stata sentita|# persone trasportate sono state sentite} come testimoni.
In tutto si attribuisce al gruppo il trasporto di {migrants=<un> migrante|almeno # migranti}.
= inv.cash
Sono stati sequestrati {cash} in contanti.
Sequestrati {cash} in contanti, telefoni e documentazione.
Oltre ai supporti informatici è stato sequestrato denaro per {cash}.
In casa di un indagato sono stati trovati {cash} e registri contabili.
= inv.crimes
Sono emersi collegamenti con {crimes}.
Alcuni indagati rispondono anche di {crimes}.
Oltre al traffico di migranti, il gruppo è attivo in {crimes}.
Vi sono elementi anche di {crimes}.
= inv.partners
L'azione è stata condotta con le autorità {partners:of}.
Hanno collaborato servizi {partners:of}; Europol ha coordinato lo scambio informativo.
Personale {partners:of} ha partecipato alla squadra investigativa comune.
Rogatorie sono state inviate alle autorità {partners:of}.
= inv.search
Le perquisizioni hanno fruttato [schede SIM, ricevute e un elenco di nomi|telefoni, giubbotti di salvataggio ed elenchi di pagamenti].
Perquisite abitazioni e sedi di attività, acquisiti supporti informatici.
Conti e due veicoli sono stati sequestrati ai fini della confisca.
= inv.close
Le indagini proseguono.
È in corso l'analisi dei [telefoni sequestrati|supporti informatici]; si prevedono altri indagati.
Gli atti sono stati trasmessi alla Procura.
La rete è ritenuta [smantellata|indebolita], ma parti all'estero restano attive.
Ulteriori misure sono previste con i servizi partner.

= deb.title
Colloquio{?place: a {place}}, {day}
Racconto di un migrante{?place: sentito a {place}}
Relazione di colloquio {day:del}
Intervista a una persona in viaggio{?place:, {place}}
= deb.open
{day:il} si è svolto{?place: a {place}} un colloquio volontario [e riservato |]con una persona di nazionalità {nat:adj} sul viaggio compiuto.
La persona{?place:, incontrata a {place}} {day:il}, ha riferito quanto segue{?nat:; è di nazionalità {nat:adj}}.
{?place:A {place}, }{day:il}, una persona di nazionalità {nat:adj} ha accettato di parlare con l'aiuto di un interprete.
{-nat}La persona, la cui nazionalità non è certa, è stata sentita {day:il}{?place: a {place}}.
{-nat}Il colloquio {day:del}{?place: a {place}} riguarda una persona di nazionalità non accertata.
= deb.terms
La persona è sentita come testimone; non sono stati annotati dati personali.
Il colloquio era volontario e [nessun nome è stato annotato|la persona resta anonima].
È stato spiegato che il racconto non incide sulla procedura di asilo.
Era presente un interprete. Le dichiarazioni appaiono [coerenti|attendibili e precise].
= deb.reason
Il viaggio era stato preparato per mesi.
Aveva saputo dei trafficanti da [conoscenti|parenti partiti prima].
Il contatto era stato trovato [in un gruppo sui social network|tramite un amico in Europa].
La persona ha viaggiato [da sola|con due parenti].
= deb.first
Il viaggio è iniziato a {from} ed è proseguito {means} fino a {to}{?month: ({month:month})}.
La prima tappa è stata da {from} a {to}, {means}{?month: ({month:month})}.
{?month:Nel mese di {month:month} la|La} persona è partita da {from} ed è arrivata a {to} {means}.
È partita da {from}{?month: nel mese di {month:month}} e ha raggiunto {to} {means}.
= deb.next
Da {from} la persona ha proseguito per {to} {means}{?month: ({month:month})}.
La tappa successiva, da {from} a {to}, è stata percorsa {means}{?month: ({month:month})}.
{?month:Nel mese di {month:month} è|È} stata portata da {from} a {to} {means}.
Dopo un'attesa a {from}, il passaggio a {to} è avvenuto {means}.
= deb.then
Poi il viaggio è continuato verso {to}, {means}.
{to} è stata raggiunta {means}.
Da {from} a {to} si è spostata {means}.
È seguita {to}, {means}.
= deb.last
L'ultima tappa è stata da {from} a {to}, {means}{?month: ({month:month})}.
Infine è arrivata a {to} da {from}, {means}.
{?month:Nel mese di {month:month} ha|Ha} viaggiato da {from} a {to} {means}, dove il viaggio è finito.
Il viaggio è terminato a {to}, raggiunta da {from} {means}.
= deb.fee
Per questo ha pagato {fee}{?payment: {payment}}{?timing: ({timing})}.
Il prezzo era di {fee}{?timing:, da versare {timing}}{?payment:; il pagamento è avvenuto {payment}}.
Il trafficante ha chiesto {fee}{?payment:, pagati {payment}}{?timing:, {timing}}.
Questa tratta è costata {fee}[| a persona]{?payment:, pagati {payment}}.
= deb.persons
Secondo il racconto {persons=viaggiava <una> sola persona|viaggiavano insieme # persone}.
La persona ha contato {persons=<una> sola persona|# persone}.
Il gruppo era di {persons=<una> persona|# persone[, tra cui donne e bambini|]}.
= deb.nick
{nick=Il trafficante era noto|I trafficanti erano noti} come {nick}.
La persona ha avuto a che fare con {nick}; i nomi veri non sono noti.
Sul posto dava{nick=|no} ordini {nick}.
A ricevere il denaro era{nick=|no} {nick}.
= deb.phone
Il contatto usava il numero {phone}.
La persona [conservava|ricordava] un numero di telefono: {phone}.
Gli accordi sono stati presi tramite {phone}.
Come numero del trafficante indica {phone}.
= deb.debt
Parte del compenso va ripagata con il lavoro dopo l'arrivo, [in una cucina|in un cantiere|in agricoltura].
La persona è ancora in debito e deve lavorare [senza paga|per un conoscente del trafficante].
Vi sono indizi di lavoro forzato per debiti; è stata informata degli aiuti per le vittime.
= deb.violence
La persona riferisce di percosse da parte dei guardiani.
Chi non saliva subito a bordo veniva minacciato con [un'arma|una pistola].
È stata rinchiusa per giorni e picchiata finché i parenti non hanno pagato.
= deb.lodging
Prima della partenza il gruppo stava in [un appartamento con le finestre coperte|una casa in costruzione|un piccolo albergo].
Cibo e acqua scarseggiavano durante l'attesa.
I telefoni sono stati ritirati prima della partenza e poi restituiti.
= deb.close
Non è stato possibile ottenere altri dettagli.
La persona saprebbe riconoscere [l'autista|l'organizzatore].
Le informazioni sono state trasmesse per l'analisi.
Le dichiarazioni concordano con quelle di altre persone sentite nella stessa settimana.

= ad.title
Annuncio sui social network{?to: per {to}}, {day}
Post {day:del} in un gruppo chiuso
Offerta in rete {day:del}
= ad.head
🌍 {from} ➡️ {to}{?means: {means}}! Viaggio sicuro e veloce.
🚢 Viaggi da {from} a {to}{?means: {means}}, ogni settimana.
🔥 Nuova offerta: {from} – {to}{?means: {means}}. Pochi posti.
= ad.price
💶 Prezzo: {price} a persona, bambini metà prezzo.
Solo {price} 💰 tutto compreso.
{price} a persona, si paga all'arrivo.
= ad.services
{services}
Offriamo: {services}
✅ {services}
= ad.safe
⚓ Nave grande, non affollata, giubbotti per tutti.
✅ Strada provata, tutti arrivati.
100 % sicuro 👍 squadra esperta.
= ad.when
🗓 Prossima partenza giovedì.
📅 Partenze ogni lunedì.
⏳ Prenotate ora, ultimi posti.
= ad.contact
📞 WhatsApp: {phone}
Chiamare o scrivere: {phone} ☎️{?account: ({account})}
Solo messaggi privati 📩 {account}
{-phone}{-account}📩 Scrivete in privato.
= ad.tags
\#Europa \#viaggio
🇩🇪 🇸🇪 🇮🇹 🇬🇧

= item.title.interception
Rintraccio{?place: a {place}}
Gruppo fermato{?place: a {place}}
{?persons:{persons=<Una> persona fermata|# persone fermate}}{-persons}Persone fermate
Evento al confine, {day}
= item.title.rescue
Soccorso in mare{?place: al largo di {place}}
{?route:{route}: }natante in difficoltà
Ricerca e soccorso, {day}
Migranti soccorsi{?place: presso {place}}
= item.title.shipwreck
Naufragio{?place: al largo di {place}}
Affonda un barcone{?place: presso {place}}
{?route:{route}: }natante capovolto
Traversata mortale, {day}
= item.title.death
Decesso lungo il viaggio{?place: presso {place}}
Evento mortale, {day}
Corpi ritrovati{?place: presso {place}}
= item.interception
{day:il} la polizia {country:adj} ha fermato {persons=<una> persona|un gruppo di # persone}{?place: nei pressi di {place}}{?route: ({route})}, prive di documenti.
{?place:{place}: }{persons=<una> persona è stata fermata|# persone sono state fermate} {day:il} [durante un pattugliamento|in un controllo] della polizia {country:adj}.
{persons=<Una> persona è stata rintracciata|# persone sono state rintracciate} {day:il}{?place: nella zona di {place}}, [nascoste in un veicolo|a piedi e senza guide].
{-persons}{day:il} è stato fermato un gruppo{?place: nei pressi di {place}}; il numero non è noto.
= item.rescue
{day:il} una motovedetta della guardia costiera {country:adj} ha preso a bordo {persons=<una> persona|# persone}{?place: al largo di {place}}; il natante [imbarcava acqua|era alla deriva].
{persons=<Una> persona è stata soccorsa|# persone sono state soccorse} {day:il}{?place: al largo di {place}} dopo una chiamata di emergenza.
{?place:{place}: }{day:il} {persons=<una> persona è stata recuperata|# persone sono state recuperate} da un natante sovraccarico{?route: ({route})}.
{-persons}{day:il} è stato segnalato un natante in difficoltà{?place: al largo di {place}}; tutti sono stati soccorsi.
= item.shipwreck
Un barcone con {persons=<una> persona|circa # persone} a bordo [è affondato|si è capovolto] {day:il}{?place: al largo di {place}}. La guardia costiera {country:adj} ha avviato le ricerche.
{day:il} è naufragato{?place: presso {place}} un natante con {persons=<una> persona|# persone}{?route: ({route})}, poco dopo la partenza.
{?place:{place}: }un barcone con {persons=<una> persona|# persone} è affondato {day:il} con mare mosso.
{-persons}{day:il} si è perso un natante{?place: al largo di {place}}; non si sa quanti fossero a bordo.
= item.death
{day:il} {dead=è stato trovato <un> corpo|sono stati trovati # corpi}{?place: presso {place}}{?route: ({route})}. La polizia {country:adj} indaga.
{dead=<Una> persona è stata trovata morta|# persone sono state trovate morte} {day:il}{?place: nella zona di {place}}, [nel carico di un camion|lungo la ferrovia].
{dead=<Un> migrante ha perso|# migranti hanno perso} la vita {day:il}{?place: presso {place}}.
{-dead}Un evento mortale è stato segnalato {day:il}{?place: presso {place}}; si attendono dettagli.
= item.toll
{dead=<Un> corpo è stato recuperato|# corpi sono stati recuperati}{?missing: e {missing=<una> persona risulta dispersa|# persone risultano disperse}}.
{dead=<Una> persona è morta|# persone sono morte}{?missing:; {missing=<una> dispersa|# disperse}}.
{-dead}{missing=<Una> persona risulta dispersa|# persone risultano disperse}.
= item.taken
{persons=La persona è stata accompagnata|Sono state accompagnate} in un centro per la registrazione.
{persons=La persona ha chiesto|Tutte hanno chiesto} protezione internazionale.
{persons=La persona riferisce|Riferiscono} che un facilitatore ha indicato la strada.
= item.follow
Sono in corso indagini sui [facilitatori|trafficanti].
Nessun sospettato individuato sul posto.
La notizia è confermata da una seconda fonte.

= rep.title
{route}: situazione nel {period}
Rapporto trimestrale, {period}
Traffico di migranti sulla {route}, {period}
Rapporto di situazione{?partner: di {partner}}, {period}
= rep.open
{?partner:{partner} presenta il|Si presenta il} rapporto sulla {route} per il {period}.
Il rapporto riassume gli sviluppi sulla {route} nel {period}{?partner:, visti da {partner}}.
Nel {period} la {route} è rimasta [una priorità|un punto critico]{?partner: per {partner}}.
La valutazione che segue{?partner:, di {partner},} riguarda la {route} e il {period}.
= rep.basis
Si basa su rilevamenti al confine, colloqui e informazioni dei partner.
I dati sono provvisori; chi attraversa più volte il confine è contato ogni volta.
Le fonti sono fascicoli, colloqui con migranti e monitoraggio degli annunci.
= rep.arrivals
Nel periodo {arrivals=è stata contata <una> persona|sono state contate # persone}.
{arrivals=È stato registrato <un> arrivo|Sono stati registrati # arrivi}.
Il numero di arrivi è stato di {arrivals=<uno>|#}.
= rep.up
Gli arrivi sono saliti del {change} % a {arrivals}, da {before} nel trimestre precedente.
{arrivals=È stata contata <una> persona|Sono state contate # persone}, contro {before} nel trimestre precedente: un aumento del {change} per cento.
Con {arrivals=<un> arrivo|# arrivi} ({before} nel trimestre precedente) il dato cresce del {change} per cento.
= rep.down
Gli arrivi sono scesi del {change} % a {arrivals}, da {before} nel trimestre precedente.
{arrivals=È stata contata <una> persona|Sono state contate # persone}, contro {before} nel trimestre precedente: un calo del {change} per cento.
Con {arrivals=<un> arrivo|# arrivi} ({before} nel trimestre precedente) il dato cala del {change} per cento.
= rep.level
Gli arrivi sono stabili a {arrivals}, dopo {before} nel trimestre precedente.
{arrivals=È stata contata <una> persona|Sono state contate # persone}, circa quante nel trimestre precedente ({before}).
Il livello è invariato: {arrivals}, prima {before}.
= rep.nats
I gruppi più numerosi: {nats}.
Le nazionalità principali sono {nats}.
Per Paese di origine, prevalgono {nats}.
= rep.price
I prezzi andavano da {low} a {high} a persona, [secondo la stagione|secondo il rischio].
Per il passaggio si chiedono da {low} a {high}.
Dai colloqui risulta un prezzo tra {low} e {high}; i bambini viaggiano a metà prezzo.
= rep.hotspot
{hotspot} è il principale punto critico: lì i gruppi vengono [radunati|alloggiati] prima di proseguire.
La maggior parte delle attività è stata rilevata attorno a {hotspot}.
La zona di {hotspot} resta lo snodo più importante; i controlli sono stati rafforzati.
= rep.modus
Nuovo modus operandi: {modus}.
Più fonti segnalano {modus}.
Da notare {modus}.
= rep.facilitators
I gruppi sono collegati in modo lasco; gli autisti sono ingaggiati per un solo viaggio.
Gli organizzatori restano all'estero e dirigono gli autisti per telefono.
I gruppi piccoli cedono il passo a quelli grandi, che [offrono l'intero viaggio|controllano alloggio e trasporto].
= rep.payment
Si paga per lo più in contanti o tramite hawala.
Il compenso è spesso depositato presso terzi e sbloccato con un codice.
I parenti in Europa pagano [una quota crescente|gran parte] delle somme.
= rep.cooperation
Informazioni sono state scambiate con i servizi {partners:of}.
Utili le pattuglie miste con personale {partners:of}.
La cooperazione con le autorità {partners:of} è stata [buona|intensificata].
= rep.gap
Poco si sa degli organizzatori nei Paesi di partenza.
Restano lacune sui flussi di denaro e sui proprietari dei natanti.
Gli attraversamenti non rilevati non sono in questi dati.
= rep.outlook
È probabile che la pressione continui nel prossimo trimestre.
Uno spostamento su rotte vicine è [possibile|probabile] se aumentano i controlli.
Con il bel tempo le partenze dovrebbero aumentare.
= rep.close
Si propone di scambiare più rapidamente numeri e targhe.
Il prossimo rapporto seguirà alla fine del prossimo trimestre.
I partner sono pregati di segnalare annunci e numeri.

= q.title
Questionario sul traffico di migranti: risposte, {country}, {year:year}
Risposta dell'ufficio nazionale ({country}), {year:year}
Questionario annuale {year:year}, {country}
= q.nats
Soprattutto: {nats}.
In ordine di frequenza: {nats}.
Principalmente {nats}.
= q.roles
{roles}.
Sono emersi i seguenti ruoli: {roles}.
Per lo più {roles}.
= q.routes
{routes}.
{routes=Interessata|Interessate}: {routes}.
Soprattutto {routes}.
= q.crimes
{crimes}.
Collegamenti con {crimes}.
In alcuni casi {crimes}.
= q.up
Il numero di casi è aumentato[| nettamente].
In aumento.
Più casi dell'anno precedente, [soprattutto nel secondo semestre|in particolare al confine terrestre].
= q.down
Il numero di casi è diminuito[| leggermente].
In calo.
Meno casi dell'anno precedente.
= q.share
Circa il {share} %.
Il {share} per cento dei casi.
Una stima del {share} per cento.
= q.other
Nessuna.
I prezzi sono registrati di rado nei fascicoli.
I dati si riferiscono a indagini concluse.
= q.none
Nessuna informazione.
Non rilevato.
Nessun dato.
`
