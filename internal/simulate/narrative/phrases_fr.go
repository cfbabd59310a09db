package narrative

const phrasesFR = `
@ word
and: et
numbers: deux trois quatre cinq six sept huit neuf dix onze douze
months: janvier février mars avril mai juin juillet août septembre octobre novembre décembre
@ quarter
1: premier trimestre
2: deuxième trimestre
3: troisième trimestre
4: quatrième trimestre
@ currency
EUR: EUR / euros
USD: USD / dollars
GBP: GBP / livres sterling
TRY: TRY / livres turques
@ role
leader: chef / tête du réseau
organiser: organisateur / coordinateur
driver: chauffeur / conducteur
skipper: pilote du bateau
crew: membre d'équipage
scout: éclaireur / ouvreur
guide: passeur / guide
recruiter: recruteur / rabatteur
document supplier: fournisseur de papiers / fournisseur de faux documents
safe-house keeper: logeur
hawaladar: hawaladar / banquier occulte
courier: convoyeur de fonds / collecteur
corrupt official: agent corrompu
front company: prête-nom
@ does
leader: dirigé l'ensemble des activités / donné les ordres aux autres membres
organiser: organisé les convois / coordonné les passages et les paiements
driver: transporté les migrants dans des véhicules de location / assuré les transports par la route
skipper: piloté les embarcations / conduit les traversées
crew: fait partie de l'équipage / travaillé à bord
scout: ouvert la route aux convois / surveillé les contrôles de police
guide: guidé les migrants à pied / fait passer la frontière à des groupes
recruiter: recruté des candidats au départ / démarché des clients dans les cafés et sur les réseaux sociaux
document supplier: fourni des faux documents / procuré des passeports prêtés à des sosies
safe-house keeper: hébergé les migrants avant leur départ / loué des appartements pour y loger les migrants
hawaladar: géré les paiements par hawala / conservé l'argent des migrants jusqu'à leur arrivée
courier: convoyé le produit en espèces / collecté les fonds
corrupt official: renseigné le groupe sur les contrôles / fermé les yeux contre rémunération
front company: mis des sociétés de façade à disposition / immatriculé des véhicules au nom d'une société écran
@ crime
migrant smuggling: aide à l'entrée et au séjour irréguliers
drug trafficking: trafic de stupéfiants
trafficking in human beings: traite des êtres humains
property crime: vol aggravé / vol en bande organisée
document forgery: faux et usage de faux / faux documents administratifs
excise fraud: contrebande de tabac
money laundering: blanchiment
firearms trafficking: trafic d'armes
terrorism: terrorisme
corruption: corruption
labour exploitation: travail dissimulé
@ means
sea: par la mer
land: par la route
air: par avion
aircraft: en avion / par un vol régulier
bicycle: à vélo
bus: en bus / en autocar
car: en voiture / dans une voiture particulière
ferry: en ferry
fishing boat: à bord d'un bateau de pêche
hidden in a car: dans le coffre d'une voiture
jet ski: en scooter des mers
lorry: en camion / dans le chargement d'un camion
lorry on a ferry: dans un camion embarqué sur un ferry
minibus: en minibus
on foot: à pied
pick-up: en pick-up / à l'arrière d'un pick-up
refrigerated lorry: dans un camion frigorifique
rubber dinghy: à bord d'un canot pneumatique / en canot gonflable
sailing boat: à bord d'un voilier
speedboat: en vedette rapide
taxi: en taxi
train: en train
van: en fourgon / dans un fourgon fermé
wooden boat: à bord d'une barque en bois
@ mode
sea: en bateau
land: en voiture
air: en avion
@ payment
cash: en espèces
hawala, paid by family in the EU: par hawala, la famille en Europe ayant réglé / par hawala, depuis l'Europe
hawala, paid by family at home: par hawala, la famille au pays ayant réglé
bank transfer: par virement bancaire
money transfer service: par mandat
debt work: par du travail après l'arrivée
@ timing
before departure: avant le départ / d'avance
deposit released on arrival: sous forme de dépôt débloqué à l'arrivée
in instalments: en plusieurs fois
after arrival: après l'arrivée
@ service
transport: 🚗 de porte à porte
lodging: 🏠 hôtel compris
documents: 🛂 passeport et visa
payment: 🔒 l'argent reste au bureau jusqu'à l'arrivée
corrupt officials: 👮 aucun problème à l'aéroport
marriage of convenience: 💍 papiers de famille
@ route
South-Eastern: route de la Méditerranée orientale
Western Balkan: route des Balkans occidentaux
Central Mediterranean: route de la Méditerranée centrale
Western Mediterranean: route de la Méditerranée occidentale
Western African: route de l'Afrique de l'Ouest
Eastern: route terrestre de l'Est
Nordic: route arctique
Albania to Greece: route circulaire entre l'Albanie et la Grèce
Within the EU: filière des mouvements secondaires dans l'UE
@ modus
larger vessels: l'emploi de cargos désaffectés, abandonnés en pilotage automatique
winter crossings: la traversée par mauvais temps, vendue au rabais
unseaworthy boats: le recours à des embarcations surchargées, presque sans carburant
migrant at the helm: le pilotage par un migrant, qui voyage gratuitement en échange
rail freight: la dissimulation de migrants dans des trains de marchandises
refrigerated lorries: le transport de groupes importants en camion frigorifique
look-alike documents: le prêt de passeports authentiques à des sosies, renvoyés ensuite par la poste
social media: le démarchage dans des groupes fermés des réseaux sociaux
escrow payment: le dépôt du prix auprès d'un tiers, qui le débloque sur présentation d'un code
scout vehicles: le convoi précédé d'une voiture ouvreuse
@ question
nats: Nationalités des mis en cause :
roles: Rôles au sein des groupes :
routes: Routes concernées :
crimes: Autres formes de criminalité :
up: Tendance par rapport à l'année précédente :
down: Tendance par rapport à l'année précédente :
share: Part des affaires impliquant des groupes organisés :
other: Observations :

= inv.title
{?operation:Opération {operation} : }aide à l'immigration irrégulière{?hub: à {hub}}
{?operation:Opération {operation} – }bilan des interpellations du {action}
Filière d'immigration clandestine{?hub: à {hub}}{?operation: (opération {operation})}
Synthèse de l'enquête{?operation:, opération {operation}}
= inv.open
Le {opened}, une enquête [a été ouverte|a été diligentée] {country:in} sur le réseau {network}, [soupçonné d'acheminer|qui achemine] des migrants{?hub: depuis {hub}}.
{!home}L'office central [a été saisi|s'est vu confier l'enquête] le {opened}{?network: dans une affaire visant le réseau {network}}{?operation:, sous le nom de code {operation}}, en matière d'aide à l'immigration irrégulière.
{!home}Le {opened}, le parquet a saisi la brigade mobile de recherche de faits d'aide au séjour irrégulier en bande organisée{?hub: commis à {hub}}{?network: et imputés au réseau {network}}.
Depuis le {opened}, les enquêteurs s'intéressent {country:in} à une filière d'immigration irrégulière{?hub: passant par {hub}}{?network: et connue sous le nom de {network}}.
L'affaire a été ouverte le {opened}{?hub: à la suite d'allées et venues constatées à {hub}}. Elle vise [un groupe structuré|un groupe organisé]{?network:, enregistré comme {network},} actif {country:in}.
En {opened:month}, la police a engagé des investigations {country:in} sur [un trafic de migrants|une filière clandestine]{?hub: autour de {hub}}{?network:, attribuée au réseau {network}}.
L'enquête{?operation: {operation}}, débutée le {opened}, porte sur l'acheminement clandestin de migrants{?hub: par {hub}}{?network: par le réseau {network}}.
= inv.origin
Elle fait suite au contrôle [routier|inopiné] d'un véhicule transportant des personnes sans papiers.
À l'origine figure un renseignement [anonyme|d'un service partenaire], confirmé par les surveillances.
Le point de départ a été l'exploitation du téléphone d'un chauffeur interpellé dans une autre procédure.
Plusieurs migrants entendus avaient désigné, [sans se connaître|séparément], les mêmes interlocuteurs.
Des transferts d'argent [suspects|sans justification économique] avaient attiré l'attention.
Des échanges par [le canal SIENA|les officiers de liaison] ont montré que le groupe était connu dans d'autres pays.
= inv.means
Les [écoutes téléphoniques|interceptions judiciaires] et les filatures ont permis d'établir la structure du groupe.
L'exploitation des données d'appel, la géolocalisation et les relevés de péage [ont étayé|ont conforté] les soupçons.
Plusieurs convois ont été suivis de bout en bout afin d'identifier le niveau supérieur.
Les investigations financières et l'analyse des téléphones saisis ont complété le dossier.
Des surveillances sur internet ont montré comment les clients étaient [recrutés|approchés].
= inv.how
Les migrants étaient [conduits|acheminés] de {from} à {to}, [de nuit le plus souvent|par groupes de dix à vingt], puis remis à l'équipe suivante.
Le groupe [assurait|tenait] le tronçon entre {from} et {to} ; chacun y avait une tâche précise.
[Selon les éléments recueillis|D'après les investigations], les clients étaient rassemblés à {from} et emmenés à {to}.
Le mode opératoire était toujours le même : rassemblement à {from}, transport en véhicule de location ou en bateau, dépose près de {to}.
Pris en charge à {from}, les migrants qui avaient tout payé gagnaient {to} ; les autres devaient attendre.
{-from}Le groupe [proposait|vendait] le voyage par étapes, confiées chacune à une équipe, et changeait souvent de téléphones et de chauffeurs.
{-from}Les migrants étaient réunis en petits groupes, déplacés de nuit et remis à l'équipe suivante sur des aires de repos.
{-from}Les tâches étaient réparties : les uns trouvaient les clients, les autres conduisaient, un troisième cercle s'occupait de l'argent.
{-from}Les consignes venaient de l'étranger par messagerie ; sur place, les transports étaient confiés à des hommes recrutés pour un seul trajet.
= inv.fee
[Le prix du passage|Le tarif] était de {fee} par personne{?to: jusqu'à {to}}.
Chaque migrant [versait|devait payer] {fee}, [en général d'avance|la moitié avant le départ].
Les sommes exigées, de l'ordre de {fee} par tête, étaient [conservées par un tiers|déposées auprès d'un hawaladar] jusqu'à l'arrivée.
Les auditions et les messages concordent sur un prix de {fee} par [adulte|personne] ; les enfants payaient moitié prix.
= inv.vessel
Le navire {vessel} [a servi à une traversée au moins|apparaît dans plusieurs départs].
Pour les traversées, le groupe disposait du navire {vessel}.
Certaines traversées ont été effectuées avec le {vessel}, acheté par un homme de paille.
Le {vessel} a été [saisi|immobilisé à quai] aux fins d'examen.
= inv.plates
{plates=Le véhicule immatriculé {plates} a servi|Les véhicules immatriculés {plates} ont servi} aux transports.
{plates=Un véhicule immatriculé {plates} a été vu|Des véhicules immatriculés {plates} ont été vus} à plusieurs reprises sur les lieux de prise en charge.
Les surveillances ont relevé {plates=l'immatriculation|les immatriculations} {plates} lors de plusieurs convois.
{plates=Le véhicule {plates}, loué sous un faux nom, a été saisi|Les véhicules {plates}, loués sous de faux noms, ont été saisis}.
= inv.phones
{phones=La ligne {phones} servait|Les lignes {phones} servaient} à donner les consignes aux chauffeurs.
Les contacts passaient [notamment|entre autres] par {phones=le numéro|les numéros} {phones}.
L'exploitation {phones=de la ligne|des lignes} {phones} a [révélé|mis au jour] des contacts dans plusieurs pays.
Les clients appelaient {phones=le {phones}, numéro qui figure|les numéros {phones}, qui figurent} aussi dans des annonces en ligne.
= inv.lodging
Avant le départ, les migrants étaient hébergés dans [des appartements loués|un entrepôt désaffecté|un bâtiment agricole], dans de mauvaises conditions.
Des [logements|meublés] loués au nom de tiers servaient de lieux de regroupement.
Le groupe proposait aussi l'hébergement et, moyennant supplément, de faux papiers.
Les chauffeurs, recrutés pour un seul trajet, ne connaissaient pas les organisateurs.
Le recrutement se faisait de bouche à oreille et dans des groupes fermés des réseaux sociaux.
= inv.leader
{name}{?town:, établi à {town},} est [considéré|présenté] comme le {role} de l'organisation.
Le réseau serait dirigé par {name}{?town:, qui agit depuis {town}}.
Les enquêteurs ont identifié {name}{?town:, demeurant à {town},} comme le {role} présumé.
À la tête du groupe se trouverait {name}, qui aurait {does}{?town: depuis {town}}.
= inv.suspect
{name}{?town:, demeurant à {town},} est soupçonné d'avoir {does}.
Selon l'enquête, {name} aurait {does}{?town: à {town}}.
{name} a agi en qualité {role:de}{?town: à {town}}, comme le montrent les écoutes.
Un autre mis en cause est {name}{?town:, domicilié à {town}}, [connu|signalé] comme {role}.
Il ressort des surveillances que le rôle {role:de} revenait à {name}{?town:, établi à {town}}.
{?town:À {town}, }{name} aurait {does}.
{-role}{name}{?town:, de {town},} fait partie des mis en cause ; son rôle exact reste à préciser.
{-role}Est également visé {name}{?town:, demeurant à {town}}.
= inv.rest
Sont également mis en cause {rest}.
Les autres membres identifiés sont {rest}.
L'enquête vise en outre {rest}.
Ont par ailleurs été identifiés {rest}.
= inv.action
Le {action}, {arrests=<une> personne a été interpellée|# personnes ont été interpellées}{?hub: à {hub} et en d'autres lieux}.
L'opération de police du {action} s'est soldée par {arrests=<une> interpellation|# interpellations}.
{arrests=<Un> mis en cause a été placé|# mis en cause ont été placés} en garde à vue le {action}{?operation: dans le cadre de l'opération {operation}}.
Lors de perquisitions simultanées menées le {action}{?hub: dans le secteur de {hub}}, {arrests=<un> suspect a été arrêté|# suspects ont été arrêtés}.
{-operation}Les investigations ont conduit à {arrests=<une> arrestation|# arrestations} le {action}.
{!operation}L'opération {operation} a conduit à {arrests=<une> arrestation|# arrestations} le {action}.
{-arrests}Le {action}, des perquisitions ont été menées{?hub: à {hub}} ; aucune interpellation n'a eu lieu.
{-arrests}L'opération du {action} n'a donné lieu à aucune arrestation, les suspects ayant quitté les lieux.
{-arrests}Des perquisitions ont eu lieu le {action} ; les suspects sont en fuite et des mandats [ont été délivrés|ont été requis].
{-arrests}Le {action}, la procédure a été transmise au parquet. Personne n'a été interpellé à ce jour.
= inv.migrants
{migrants=<Un> migrant a été découvert|# migrants ont été découverts} lors de l'intervention et pris en charge.
L'acheminement de {migrants=<une> personne|# personnes} est établi à ce stade.
{migrants=<Une> personne transportée a été entendue|# personnes transportées ont été entendues} en qualité de {migrants=témoin|témoins}.
Au total, le passage de {migrants=<un> migrant|# migrants au moins} est imputé au groupe.
= inv.cash
La somme de {cash} en espèces a été saisie.
Les perquisitions ont permis de saisir {cash} en numéraire, des téléphones et des documents.
Outre des supports informatiques, {cash} en espèces ont été [saisis|placés sous scellés].
De l'argent liquide ({cash}) et un carnet de comptes ont été découverts chez un mis en cause.
= inv.crimes
Une partie des mis en cause est également poursuivie pour des faits {crimes:de}.
Des liens avec des faits {crimes:de} ont été [établis|mis en évidence].
Le groupe se livrerait en outre à des faits {crimes:de}.
Des indices {crimes:de} ont aussi été relevés.
= inv.partners
L'opération a été menée avec les autorités {partners:of}.
Les services {partners:of} ont [apporté leur concours|prêté leur appui], avec le soutien d'Europol.
Des policiers venus {partners:of} ont participé [à l'équipe commune d'enquête|aux réunions opérationnelles].
Des demandes d'entraide ont été adressées aux autorités {partners:of}.
= inv.search
Les perquisitions ont encore livré [des cartes SIM, des reçus et une liste de noms|des téléphones, des gilets de sauvetage et des relevés de paiements].
Plusieurs domiciles et locaux commerciaux ont été perquisitionnés.
[Des comptes bancaires|Des comptes et deux véhicules] ont été gelés en vue d'une confiscation.
= inv.close
Les investigations se poursuivent.
L'exploitation des [téléphones saisis|supports numériques] est en cours et devrait permettre d'identifier d'autres suspects.
La procédure a été transmise au [parquet|magistrat instructeur].
Le réseau est considéré comme [démantelé en partie|affaibli], mais ses ramifications à l'étranger restent actives.
D'autres [interpellations|opérations] sont prévues avec les services partenaires.

= deb.title
Entretien{?place: à {place}}, {day}
Récit d'un migrant{?place: rencontré à {place}}
Compte rendu d'entretien du {day}
Audition d'un témoin{?place:, {place}}
= deb.open
Le {day}, un entretien [volontaire|libre et confidentiel] a été mené{?place: à {place}} avec une personne{?nat: de nationalité {nat:adj}} au sujet de son trajet.
La personne, rencontrée le {day}{?place: à {place}}, [a livré le récit suivant|a décrit son trajet comme suit]{?nat: ; elle est originaire {nat:of}}.
{-place}Le {day}, une personne{?nat: de nationalité {nat:adj}} a accepté de répondre aux questions par le truchement d'un interprète.
{!place}À {place}, le {day}, une personne{?nat: de nationalité {nat:adj}} a accepté de répondre aux questions par le truchement d'un interprète.
Le présent compte rendu porte sur un entretien du {day}{?place:, à {place},}{?nat: avec un ressortissant {nat:of}}, après enregistrement.
{-nat}La personne, dont la nationalité n'est pas établie, a été entendue le {day}{?place: à {place}}.
= deb.terms
Elle est entendue comme témoin ; aucune donnée personnelle n'a été relevée.
L'entretien était volontaire et [l'identité n'a pas été relevée|reste anonyme].
Il a été précisé que ces déclarations sont sans effet sur la demande d'asile.
Un interprète était présent. Le récit paraît [cohérent|crédible et détaillé].
= deb.reason
Le départ avait été [préparé pendant des mois|décidé en famille].
Elle avait entendu parler des passeurs par [des connaissances|des proches déjà partis].
Le contact a été trouvé [dans un groupe sur les réseaux sociaux|grâce à un ami vivant en Europe].
Elle a voyagé [seule|avec deux proches] pendant la plus grande partie du trajet.
= deb.first
Le voyage a commencé à {from} et a mené à {to}, {means}{?month:, en {month:month}}.
[Selon son récit|D'après ses déclarations], la première étape allait {from:de} à {to}, {means}{?month: (en {month:month})}.
La personne a quitté {from}{?month: en {month:month}} et a gagné {to} {means}.
Elle est partie {from:de}{?month: en {month:month}} et s'est rendue à {to} {means}.
= deb.next
Depuis {from}, elle a poursuivi jusqu'à {to} {means}{?month:, en {month:month}}.
L'étape suivante, {from:de} à {to}, s'est faite {means}{?month: en {month:month}}.
Elle a ensuite été [conduite|emmenée] {from:de} à {to} {means}{?month: (en {month:month})}.
Après une attente à {from}, le passage vers {to} s'est fait {means}.
Le trajet entre {from} et {to} a été parcouru {means}{?month: ; c'était en {month:month}}.
= deb.then
Puis elle a rejoint {to}, {means}.
{to} a été atteint {means}.
De là, elle est allée à {to} {means}.
Le voyage s'est poursuivi vers {to}, {means}.
= deb.last
La dernière étape l'a menée {from:de} à {to}, {means}{?month: (en {month:month})}.
Elle est enfin arrivée à {to} depuis {from}, {means}.
Le voyage s'est achevé à {to}, rejoint {means} depuis {from}{?month: en {month:month}}.
Pour finir, elle a voyagé {from:de} à {to} {means}.
= deb.fee
Elle a payé {fee} pour ce trajet{?payment:, {payment}}{?timing: ({timing})}.
Le prix était de {fee}{?timing:, à régler {timing}}{?payment: ; le paiement s'est fait {payment}}.
Le passeur a [demandé|exigé] {fee}{?payment:, réglés {payment}}{?timing:, {timing}}.
Cette étape a coûté {fee}[| par personne]{?payment:, réglés {payment}}.
= deb.persons
{persons=<Une> personne a voyagé|# personnes ont voyagé} ainsi, selon le témoin.
La personne {persons=était seule à bord (<une> personne)|a compté # passagers[|, dont des femmes et des enfants]}.
Le groupe comptait {persons=<une> personne|# personnes}.
Il y avait {persons=<un> seul passager|# passagers[|, qui ne se connaissaient pas]}.
= deb.nick
{nick=Le passeur se faisait|Les passeurs se faisaient} appeler {nick}.
Elle a eu affaire à {nick=un certain|des hommes appelés} {nick}.
Les consignes étaient données par {nick} ; {nick=sa véritable identité est inconnue|leurs véritables identités sont inconnues}.
{nick=Un passeur surnommé {nick} a encaissé|Des passeurs surnommés {nick} ont encaissé} l'argent.
= deb.phone
Le contact utilisait le numéro {phone}.
Elle a [conservé|gardé en mémoire] un numéro de téléphone : {phone}.
Les rendez-vous étaient fixés par messagerie au {phone}.
Le numéro donné pour le passeur est le {phone}.
= deb.debt
Une partie du prix doit être remboursée par du travail après l'arrivée, [dans un restaurant|sur un chantier|dans l'agriculture].
Elle reste débitrice et devra travailler sans salaire jusqu'au remboursement.
Des indices de servitude pour dette ont été relevés ; la personne a été informée de ses droits en tant que victime.
La dette doit être acquittée par le travail et la famille restée au pays est [sous pression|menacée].
= deb.violence
Elle a [vu|subi] des coups portés par les gardiens.
Ceux qui [protestaient|tardaient à monter à bord] étaient menacés avec une arme.
Elle a été [enfermée|retenue] plusieurs jours et frappée jusqu'au paiement par des proches.
Des violences ont été commises sur les passagers ; une aide médicale a été proposée.
= deb.lodging
Avant le départ, le groupe a logé dans [un appartement aux volets clos|une maison inachevée|un petit hôtel].
L'eau et la nourriture manquaient pendant l'attente.
Les téléphones ont été ramassés [avant le départ|par les guides] puis rendus.
Il a fallu attendre plusieurs jours sans pouvoir sortir.
= deb.close
[Aucune autre précision n'a pu être donnée|Elle n'a pu en dire davantage].
Elle serait en mesure de reconnaître [le chauffeur|l'organisateur].
Ces éléments ont été transmis pour analyse.
Ces déclarations [concordent avec|recoupent] celles d'autres personnes entendues la même semaine.

= ad.title
Annonce sur les réseaux sociaux{?to: pour un passage vers {to}}, {day}
Publication du {day} dans un groupe fermé
Veille en sources ouvertes : annonce{?from: au départ {from:de}}{?to: vers {to}}
Offre en ligne relevée le {day}
= ad.head
🌍✈️ {from} ➡️ {to}{?means: {means}} ! Voyage [rapide et sûr|garanti], inchallah.
🚢 Départs {from:de} vers {to}{?means: {means}}, [chaque semaine|tous les jours]. [Gens sérieux uniquement|Familles bienvenues].
🔥 Nouveau [voyage|départ] 🔥 {from} – {to}{?means: {means}}. [Places limitées|Dernières places].
Qui veut aller à {to} ? 🇪🇺 Départ {from:de}{?means: {means}}, [bonne organisation|sans danger].
= ad.price
💶 Prix : {price} par personne, demi-tarif pour les enfants.
Seulement {price} 💰 [tout compris|sans frais cachés].
{price} par personne, [paiement à l'arrivée|argent au bureau].
Meilleur prix : {price} ✅ [réduction pour les familles|remise pour les groupes].
= ad.services
{services}
Nous offrons : {services}
✅ {services}
Compris : {services}
= ad.safe
⚓ Grand bateau, pas surchargé, gilets de sauvetage pour tous.
✅ Chemin sûr, [arrivés hier|tous arrivés], al-hamdulillah.
100 % sûr 👍 [capitaine expérimenté|équipe sérieuse].
Notre travail est connu, demandez à ceux qui sont arrivés.
= ad.when
🗓 Prochain départ jeudi si la météo le permet.
📅 Départs chaque [lundi et vendredi|week-end].
Départ cette semaine 🌊
⏳ Réservez maintenant, [dernières places|places limitées].
= ad.contact
📞 WhatsApp / Viber : {phone}
Appelez ou écrivez : {phone} ☎️{?account: ({account})}
Message privé seulement 📩 {account}
Renseignements : {phone} 📱
{-phone}{-account}📩 [Écrivez en privé|Contact en message privé], réponse jour et nuit.
{-phone}{-account}Contact en privé uniquement 📩
{-phone}{-account}📲 Envoyez un message, pas de commentaires.
= ad.tags
\#Europe \#voyage \#harraga
\#visa \#France \#Italie
🇫🇷 🇮🇹 🇪🇸 🇩🇪
\#hijra \#Europe

= item.title.interception
Interception{?place: près de {place}}
Groupe contrôlé{?place: à {place}}
{?persons:{persons=<Une> personne interceptée|# personnes interceptées}}{-persons}Interception
Incident à la frontière, {day}
= item.title.rescue
Sauvetage en mer{?place: au large de {place}}
{?route:{route} : }embarcation en détresse
Recherche et sauvetage, {day}
Migrants secourus{?place: près de {place}}
= item.title.shipwreck
Naufrage{?place: au large de {place}}
Embarcation coulée{?place: près de {place}}
{?route:{route} : }embarcation chavirée
Traversée mortelle, {day}
= item.title.death
Décès sur le trajet{?place: près de {place}}
Incident mortel, {day}
Découverte macabre{?place: à {place}}
{?route:{route} : }incident mortel
= item.interception
Le {day}, la police {country:adj} a [contrôlé|intercepté] {persons=<une> personne|un groupe de # personnes}{?place: près de {place}}{?route: ({route})}, sans titre de séjour.
{?place:{place} : }la police {country:adj} a [arrêté|contrôlé] {persons=<une> personne entrée|# personnes entrées} irrégulièrement, le {day}{?route: ({route})}, lors d'une patrouille.
{persons=<Une> personne a été découverte|# personnes ont été découvertes} le {day}{?place: dans le secteur de {place}} par une patrouille{?country: {country:adj}}, [à pied et sans guide|dans un véhicule].
Dans la nuit du {day}, une patrouille {country:adj} a [rencontré|découvert] {persons=<une> personne qui venait|# personnes qui venaient} de passer la frontière{?place: près de {place}}.
{-persons}Le {day}, un groupe a été intercepté{?place: près de {place}} ; le nombre de personnes n'a pas été communiqué.
{-persons}Un groupe sans papiers a été découvert le {day}{?place: à {place}}{?route: ({route})} ; l'effectif n'est pas connu.
= item.rescue
Le {day}, un patrouilleur de la marine {country:adj} a recueilli {persons=<une> personne|# personnes}{?place: au large de {place}} ; l'embarcation [prenait l'eau|dérivait sans carburant].
{persons=<Une> personne a été secourue|# personnes ont été secourues} le {day}{?place: au large de {place}} par la garde côtière {country:adj}, après un appel par téléphone satellite.
La garde côtière {country:adj} a [secouru|ramené à terre] {persons=<une> personne|# personnes} le {day}{?place: près de {place}}{?route: ({route})}. Le moteur était en panne.
{?place:{place} : }le {day}, {persons=<une> personne a été recueillie|# personnes ont été recueillies} sur une embarcation [surchargée|en détresse]{?route: ({route})} et {persons=débarquée|débarquées}.
{-persons}Le {day}, une embarcation en détresse a été signalée{?place: au large de {place}} ; tous les occupants ont été secourus.
= item.shipwreck
Une embarcation transportant {persons=<une> personne|environ # personnes} a [coulé|chaviré] le {day}{?place: au large de {place}}. La garde côtière {country:adj} mène les recherches.
Le {day}, une embarcation avec {persons=<une> personne|# personnes} à bord a fait naufrage{?place: près de {place}}{?route: ({route})}, peu après le départ.
Les rescapés ont indiqué à la police {country:adj} que {persons=<une> personne se trouvait|# personnes se trouvaient} sur l'embarcation, qui a [coulé|chaviré] le {day}{?place: au large de {place}}.
{?place:{place} : }par mer forte, une barque avec {persons=<un> passager|# passagers} a [chaviré|sombré] le {day}{?route: ({route})}.
{-persons}Le {day}, une embarcation a disparu{?place: au large de {place}} ; le nombre des occupants est inconnu.
= item.death
Le {day}, {dead=<un> corps a été découvert|# corps ont été découverts}{?place: près de {place}}{?route: ({route})}. La police {country:adj} [enquête|recherche la cause].
{dead=<Une> personne a été trouvée morte|# personnes ont été trouvées mortes} le {day}{?place: dans le secteur de {place}}, [dans le chargement d'un camion|le long de la voie ferrée].
{?place:{place} : }la police {country:adj} signale {dead=<un> décès|# décès} parmi des migrants, le {day}.
{dead=<Un> migrant a|# migrants ont} perdu la vie le {day}{?place: près de {place}}, [selon les premières constatations|d'après un service partenaire].
{-dead}Un incident mortel a été signalé le {day}{?place: près de {place}} ; les circonstances restent à établir.
= item.toll
{dead=<Un> corps a été repêché|# corps ont été repêchés}{?missing: et {missing=<une> personne est portée disparue|# personnes sont portées disparues}}.
Bilan : {dead=<un> mort|# morts}{?missing: et {missing=<un> disparu|# disparus}}.
{-dead}{missing=<Une> personne est portée disparue|# personnes sont portées disparues}.
{-dead}{missing=<Une> personne reste introuvable|# personnes restent introuvables}.
= item.taken
{persons=La personne a été conduite|Toutes ont été conduites} dans un centre d'accueil pour enregistrement.
{persons=La personne a été remise|Elles ont été remises} aux autorités compétentes.
{persons=La personne a demandé|Toutes ont demandé} une protection internationale.
{persons=Elle dit|Elles disent} avoir été {persons=guidée|guidées} par un passeur.
= item.follow
Une enquête est ouverte sur les [passeurs|organisateurs].
Aucun [passeur|suspect] n'a été identifié sur place.
L'information a été confirmée par [le centre de coordination|une seconde source].
D'autres précisions sont attendues.

= rep.title
{route} : situation au {period}
Rapport trimestriel, {period}
Immigration irrégulière, {route}, {period}
Point de situation{?partner: {partner:de}}, {period}
= rep.open
{!partner}{partner} présente ci-après son rapport sur la {route} pour le {period}.
Le présent rapport [résume|retrace] l'évolution sur la {route} au {period}{?partner:, vue par {partner}}.
Au {period}, la {route} est restée [une préoccupation majeure|sous une forte pression]{?partner: pour {partner}}. Les principales évolutions sont exposées ci-dessous.
La présente [analyse|note]{?partner: {partner:de}} porte sur la {route} et sur le {period}.
= rep.basis
Elle repose sur les constatations à la frontière, les entretiens avec des migrants et les renseignements des partenaires.
Les chiffres sont provisoires ; une personne qui passe plusieurs fois est comptée à chaque passage.
Les sources sont les procédures, les entretiens et la veille en sources ouvertes.
Les données ont été arrêtées à la fin du trimestre.
= rep.arrivals
Au cours de la période, {arrivals=<une> personne a été dénombrée|# personnes ont été dénombrées}.
{arrivals=<Une> arrivée a été enregistrée|# arrivées ont été enregistrées}.
Le nombre des arrivées s'établit à {arrivals}.
Les services aux frontières ont enregistré {arrivals=<une> personne|# personnes}.
= rep.up
{arrivals=<Une> personne a été dénombrée|# personnes ont été dénombrées}, contre {before} au trimestre précédent, soit une hausse de {change} %.
Les arrivées ont augmenté de {change} % pour atteindre {arrivals}, après {before} au trimestre précédent.
Avec {arrivals=<une> arrivée|# arrivées} ({before} au trimestre précédent), la progression est de {change} %.
Le nombre de personnes détectées est passé de {before} à {arrivals} (+{change} %).
= rep.down
{arrivals=<Une> personne a été dénombrée|# personnes ont été dénombrées}, contre {before} au trimestre précédent, soit une baisse de {change} %.
Les arrivées ont reculé de {change} % pour s'établir à {arrivals}, après {before} au trimestre précédent.
Avec {arrivals=<une> arrivée|# arrivées} ({before} au trimestre précédent), le recul est de {change} %.
Le nombre de personnes détectées est passé de {before} à {arrivals} (-{change} %).
= rep.level
Les arrivées sont restées stables : {arrivals}, après {before} au trimestre précédent.
{arrivals=<Une> personne a été dénombrée|# personnes ont été dénombrées}, soit un niveau proche du trimestre précédent ({before}).
Avec {arrivals=<une> arrivée|# arrivées}, le niveau n'a guère varié ; il était de {before}.
Le nombre de personnes détectées ({arrivals}) est voisin de celui du trimestre précédent ({before}).
= rep.nats
Les principaux groupes étaient des ressortissants {nats:of}.
La plupart venaient {nats:of}.
Les personnes originaires {nats:of} ont été les plus nombreuses.
Les ressortissants {nats:of} en forment la plus grande part.
= rep.price
Les prix allaient de {low} à {high} par personne, [selon la saison et l'embarcation|selon le confort et le risque].
Le passage se paie entre {low} et {high}.
D'après les entretiens, le prix se situait entre {low} et {high} ; [les enfants paient moitié prix|il augmente par beau temps].
Les passeurs demandaient au moins {low} et au plus {high}.
= rep.hotspot
{hotspot} était le principal point de concentration : [les groupes y sont rassemblés|les migrants y sont logés] avant le départ.
L'essentiel de l'activité a été observé autour de {hotspot}, où [des appartements et des hôtels servent de caches|des rabatteurs cherchent des clients].
Le secteur de {hotspot} demeure le principal carrefour, et les contrôles y ont été renforcés.
Les passeurs rencontrent leurs clients surtout à {hotspot}.
= rep.modus
Un mode opératoire nouveau est {modus}.
Plusieurs sources signalent {modus}.
Les partenaires relèvent {modus}.
On note pour la première fois {modus}.
= rep.facilitators
Les groupes sont peu structurés ; les tâches sont confiées à des tiers au fil des besoins.
Les organisateurs restent à l'étranger et [laissent le risque aux exécutants|dirigent les chauffeurs par téléphone].
Les petits groupes cèdent la place à de plus grands, qui [vendent le trajet complet|contrôlent l'hébergement et le transport].
Beaucoup d'exécutants résident [régulièrement|de longue date] dans le pays où ils agissent.
= rep.payment
Le paiement se fait surtout en espèces ou par hawala ; les mandats ne jouent qu'un rôle mineur.
Le prix est souvent déposé chez un tiers et débloqué par un code à l'arrivée.
Une part croissante du prix est payée par des proches en Europe.
Des convoyeurs emportent le produit [hors du pays|chez les organisateurs].
= rep.cooperation
Des renseignements ont été échangés avec les services {partners:of}.
Les patrouilles communes avec des agents venus {partners:of} ont été utiles.
La coopération avec les autorités {partners:of} [est bonne|s'est renforcée].
Deux opérations communes ont été préparées avec les partenaires {partners:of}.
= rep.gap
On sait peu de chose des organisateurs dans les pays de départ.
Des lacunes subsistent sur les flux financiers et les propriétaires des navires.
Les passages non détectés ne figurent pas dans ces chiffres ; leur nombre ne peut être estimé.
Le nombre d'entretiens étant faible, les prix sont [indicatifs|à lire avec prudence].
= rep.outlook
La pression devrait [se maintenir|persister] au prochain trimestre.
Un report vers les routes voisines est [possible|probable] si les contrôles sont renforcés.
Avec le retour du beau temps, les départs devraient augmenter.
Un déplacement vers d'autres secteurs de la frontière est à prévoir.
= rep.close
Il est proposé de partager plus vite les numéros de téléphone et les immatriculations.
Le prochain rapport paraîtra à la fin du trimestre à venir.
Les partenaires sont invités à signaler les annonces et les numéros qu'ils relèvent.
Les demandes de précisions peuvent être adressées par les voies habituelles.

= q.title
Questionnaire sur le trafic de migrants : réponses {country:of}, {year:year}
Réponse du bureau central national ({country}), {year:year}
Questionnaire annuel {year:year}, {country}
Réponses du BCN, {country}, {year:year}
= q.nats
La plupart des mis en cause sont des ressortissants {nats:of}.
Principalement : {nats}.
Les mis en cause viennent surtout {nats:of}.
Par ordre de fréquence : {nats}.
= q.roles
{roles}.
Les rôles suivants ont été relevés : {roles}.
Rôles des personnes interpellées : {roles}.
Le plus souvent : {roles}.
= q.routes
{routes}.
Le pays est concerné par {routes=la route suivante|les routes suivantes} : {routes}.
Surtout : {routes}.
Les affaires portent sur : {routes}.
= q.crimes
{crimes}.
Des liens ont été établis avec : {crimes}.
Oui : {crimes}.
Dans certaines affaires, {crimes}.
= q.up
Le nombre d'affaires a augmenté[| nettement].
En hausse.
Plus d'affaires que l'année précédente.
Tendance à la hausse, [surtout au second semestre|notamment à la frontière terrestre].
= q.down
Le nombre d'affaires a diminué[| légèrement].
En baisse.
Moins d'affaires que l'année précédente.
Tendance à la baisse, [surtout au second semestre|en raison des mesures aux frontières].
= q.share
Environ {share} %.
{share} % des affaires.
Estimée à {share} %.
Près de {share} % des dossiers.
= q.other
Néant.
Les prix sont rarement consignés dans les procédures.
Les données portent sur les enquêtes [closes|terminées].
Un point de contact est joignable jour et nuit pour les urgences.
= q.none
Sans information.
Non renseigné.
Non disponible.
Pas de données.
`
