package narrative

const phrasesEN = `
@ word
and: and
numbers: two three four five six seven eight nine ten eleven twelve
months: January February March April May June July August September October November December
@ quarter
1: first quarter of
2: second quarter of
3: third quarter of
4: fourth quarter of
@ currency
EUR: euros
USD: US dollars
GBP: pounds
TRY: Turkish lira
@ role
leader: leader / ringleader
organiser: organiser / co-ordinator
driver: driver
skipper: skipper / boat pilot
crew: crew member
scout: scout / lookout
guide: guide
recruiter: recruiter
document supplier: document supplier / supplier of documents
safe-house keeper: safe-house keeper
hawaladar: hawaladar
courier: courier / money courier
corrupt official: corrupt official
front company: front-company holder
@ does
leader: directed the group's activities / headed the organisation
organiser: organised the transports / co-ordinated the journeys and the payments
driver: transported migrants by road / carried migrants in rented vehicles
skipper: piloted the boats / steered the boats across
crew: crewed the boats / worked on board the boats
scout: checked the road ahead of the transports / watched for police patrols
guide: guided migrants across the border on foot / escorted groups across the green border
recruiter: recruited customers / canvassed customers in tea houses and on social media
document supplier: supplied forged and look-alike documents / procured travel documents
safe-house keeper: housed migrants before departure / kept migrants in a rented flat
hawaladar: handled the fees through hawala / held the migrants' money until arrival
courier: carried the proceeds in cash / collected and moved cash
corrupt official: passed on information about checks / ignored the transports in return for money
front company: provided companies as a cover / registered vehicles and leases to a front company
@ crime
migrant smuggling: migrant smuggling / facilitation of illegal immigration
drug trafficking: drug trafficking
trafficking in human beings: trafficking in human beings
property crime: property crime
document forgery: document forgery
excise fraud: excise fraud / cigarette smuggling
money laundering: money laundering
firearms trafficking: firearms trafficking
terrorism: terrorism
corruption: corruption
labour exploitation: labour exploitation
@ means
sea: by sea
land: overland
air: by air
aircraft: by plane / on a scheduled flight
bicycle: by bicycle
bus: by bus / by coach
car: by car / in a private car
ferry: by ferry
fishing boat: on a fishing boat / aboard an old fishing boat
hidden in a car: hidden in a car / in the boot of a car
jet ski: on a jet ski
lorry: in a lorry / in the load of a lorry
lorry on a ferry: hidden in a lorry on a ferry
minibus: by minibus
on foot: on foot
pick-up: in a pick-up / on the back of a pick-up
refrigerated lorry: in a refrigerated lorry
rubber dinghy: in a rubber dinghy / in an inflatable boat
sailing boat: on a sailing boat
speedboat: by speedboat
taxi: by taxi
train: by train
van: in a van / in a closed van
wooden boat: in a wooden boat
@ mode
sea: by boat
land: by car
air: by plane
@ payment
cash: in cash / cash in hand
hawala, paid by family in the EU: through hawala by relatives in Europe
hawala, paid by family at home: through hawala by the family at home
bank transfer: by bank transfer
money transfer service: through a money transfer service
debt work: by way of work after arrival
@ timing
before departure: before departure / in advance
deposit released on arrival: as a deposit released on arrival
in instalments: in instalments
after arrival: after arrival
@ service
transport: 🚗 door to door
lodging: 🏠 hotel included
documents: 🛂 passport and visa available
payment: 🔒 money stays in the office until you arrive
corrupt officials: 👮 no problem at the airport
marriage of convenience: 💍 family papers arranged
@ route
South-Eastern: South-Eastern route / Eastern Mediterranean route
Western Balkan: Western Balkan route
Central Mediterranean: Central Mediterranean route
Western Mediterranean: Western Mediterranean route
Western African: Western African route
Eastern: Eastern land border route
Nordic: Arctic route
Albania to Greece: circular route from Albania to Greece
Within the EU: secondary movements within the EU
@ modus
larger vessels: the use of decommissioned cargo ships that are left on autopilot
winter crossings: departures in bad weather, sold at a discount
unseaworthy boats: ever more crowded and unseaworthy boats with hardly any fuel
migrant at the helm: the practice of having a migrant steer the boat in return for a free passage
rail freight: the concealment of migrants in freight trains
refrigerated lorries: the transport of large groups in refrigerated lorries
look-alike documents: the lending of genuine passports to look-alikes, which are sent back by post
social media: advertising and booking through closed groups on social media
escrow payment: the deposit of fees with an office that releases them by a code
scout vehicles: convoys with a scout car that drives some kilometres ahead
@ question
nats: Nationalities of suspects:
roles: Roles in the groups:
routes: Routes concerned:
crimes: Other crime areas:
up: Trend against the year before:
down: Trend against the year before:
share: Share of cases with organised groups:
other: Remarks:

= inv.title
{?operation:Operation {operation}: }smuggling of migrants{?hub: via {hub}}
{?operation:Operation {operation} – }results of {action}
Migrant smuggling network{?hub: in {hub}}{?operation: (operation {operation})}
Investigation summary{?operation:, operation {operation}}
= inv.open
On {opened} an investigation was opened {country:in} into the network {network}, which [is suspected of smuggling|smuggles] migrants{?hub: from its base in {hub}}.
{!home}The unit for serious and organised crime opened its inquiry on {opened}{?operation: under the name {operation}}{?network: into the network {network}}.
Since {opened} the [competent authorities|investigators] {country:in} have been looking into a group that [moves|smuggles] migrants{?hub: through {hub}}{?network: and is known as {network}}.
{?operation:Operation {operation} began on {opened}. It }{-operation}The case, opened on {opened}, concerns the smuggling of migrants{?hub: by way of {hub}}{?network: by the network {network}}.
The case was opened on {opened}{?hub: after activity in {hub} had come to notice}. It concerns [an organised group|a criminal group]{?network:, recorded as {network},} that is active {country:in}.
In {opened:month} the police {country:in} [began to investigate|opened a file on] [the smuggling of migrants|a smuggling ring]{?hub: around {hub}}{?network: attributed to {network}}.
= inv.origin
The case [began with|started from] a routine check of a vehicle in which [undocumented passengers|persons without papers] were found.
The case goes back to [a tip from the public|information from a partner service], which surveillance later confirmed.
The first lead came from the mobile phone of a driver who had been [arrested|detained] in another case.
It was prompted by [statements of migrants|accounts of several migrants] who described the same contact persons independently of each other.
[Suspicious money transfers|A series of cash transfers without an economic reason] had drawn attention to the group.
Information exchanged through [SIENA|liaison officers] showed that the group [was known|had come to notice] in other countries as well.
= inv.means
[Telephone interception|Lawful interception] and physical surveillance [made it possible|helped] to establish the structure of the group.
Evidence was gathered by surveillance, the analysis of call data and the evaluation of [toll records|number-plate readings].
Investigators followed several transports from loading to hand-over without intervening, so that the higher level could be identified.
Financial inquiries and the examination of seized phones [completed|rounded off] the picture.
An undercover measure and controlled contacts on social media confirmed how the group [finds|wins] its customers.
= inv.how
Migrants were [taken|moved|brought] from {from} to {to}, [as a rule at night|usually in groups of ten to twenty persons], and handed over to the next cell there.
The group served the stretch between {from} and {to}; [each member|every participant] had a fixed task.
[According to the findings so far|The evidence shows that], the group collected its customers in {from} and [carried|brought] them to {to}.
The modus operandi was the same each time: gathering in {from}, transport in rented vehicles or by boat, and hand-over near {to}.
Customers were picked up in {from}; those who had paid in full were taken on to {to}, the others were made to wait.
{-from}The group [arranged|offered] the journey in stages, [each|every one] run by another cell, and changed drivers and phones often.
{-from}Migrants were gathered in small groups, moved at night and handed over to the next cell at lay-bys and stations.
{-from}The members worked on a division of labour: some found the customers, others drove, and a third circle dealt with the money.
{-from}Orders came from abroad by messenger services; on the spot the transports were carried out by persons hired for a single run.
= inv.fee
[The price per person was|Each person paid|Customers paid] {fee}{?to: for the passage to {to}}.
For this the migrants [were charged|had to pay] {fee} each, [as a rule in advance|half of it before departure].
Fees [amounted to|were in the order of] {fee} per head and were [collected by trusted third parties|held by a hawala office until arrival].
Statements and chats agree on a fee of {fee} [per person|per adult]; children travelled at half price.
= inv.vessel
The vessel {vessel} [was used for at least one crossing|is linked to several departures].
For crossings by sea the group had the {vessel} at its disposal.
[The crossings|Some of the crossings] were made with the {vessel}, which had been bought through a straw man.
The {vessel} was [seized|detained in port] and is being examined.
= inv.plates
The {plates=vehicle|vehicles} with the registration {plates=number {plates} was|numbers {plates} were} used for transports.
{plates=A vehicle|Vehicles} bearing {plates} [came to notice repeatedly|{plates=was|were} seen several times] at the places where migrants were picked up.
Surveillance recorded {plates=the plate|the plates} {plates} on several transports.
{plates=The car registered as {plates}, rented in a false name, was|The cars registered as {plates}, rented in false names, were} [seized|secured].
= inv.phones
The {phones=number {phones} was|numbers {phones} were} used to give orders to the drivers.
Contacts [were made|were kept up] through {phones}, [among other numbers|besides messenger accounts].
The analysis of the {phones=line {phones}|lines {phones}} [shows|revealed] contacts with persons in several countries.
Customers [rang|were told to call] {phones}, {phones=a number|numbers} that also {phones=appears|appear} in online adverts.
= inv.lodging
Before departure the migrants were housed in [rented flats|a disused warehouse|a farm building] under poor conditions.
[Flats|Short-term lets] rented in other persons' names served as safe houses.
The group also offered lodging and, at extra cost, false papers.
Drivers were hired for single journeys and often [did not know|had never met] the organisers.
Advertising was done by word of mouth and in closed groups on social media.
= inv.leader
{name} is [regarded|considered] as the {role} of the organisation{?town: and lives in {town}}.
The group is [said|believed] to be led by {name}{?town:, who operates from {town}}.
Investigators [identified|named] {name}{?town:, resident in {town},} as the presumed {role}.
At the top stands {name}, who allegedly {does}{?town: from {town}}.
= inv.suspect
{name}{?town:, based in {town},} [is suspected of having|is alleged to have] {does}.
According to the findings, {name} {does}{?town: in {town}}.
{name} acted as {role:a}{?town: in {town}}, as intercepted calls [show|indicate].
[Another suspect is|The investigation also identified] {name}{?town: from {town}}, [described|recorded] as {role:a}.
{name} was identified as {role:a}{?town:; the suspect's usual place is {town}}.
The part of {role:a} fell to {name}{?town:, who lives in {town}}.
{?town:In {town}, }{name} [is believed to have|allegedly] {does}.
{-role}{name}{?town: of {town}} belongs to the circle of suspects; the exact role is not yet clear.
{-role}[A further suspect|Also under investigation] is {name}{?town:, {town}}.
= inv.rest
Further suspects are {rest}.
[The other members identified are|Also identified were] {rest}.
The circle of suspects [includes|comprises] as well {rest}.
Proceedings [have been opened against|are also directed against] {rest}.
= inv.action
On {action} {arrests=<one> person was|# persons were} arrested{?hub: in {hub} and elsewhere}[| on judicial warrants].
The [action day|operational phase] on {action} ended with {arrests=<one> arrest|# arrests}.
{arrests=<One> suspect was|# suspects were} [detained|taken into custody] on {action}{?operation: in the course of operation {operation}}.
In [simultaneous|co-ordinated] raids on {action}, officers arrested {arrests=<one> suspect|# suspects}{?hub: in the area of {hub}}.
{?operation:Operation {operation} led to|The measures led to} {arrests=<one> arrest|# arrests} on {action}.
{-arrests}On {action} premises were searched{?hub: in {hub}}; no arrest was made.
{-arrests}The [action day|operational phase] on {action} brought no arrest, as the suspects had left.
{-arrests}Searches were carried out on {action}; the suspects remain at large and warrants have been [requested|issued].
{-arrests}On {action} the evidence was handed to the prosecutor. Nobody has been arrested so far.
= inv.migrants
{migrants=<One> migrant was|# migrants were} found [during the action|in the safe houses and vehicles] and [given assistance|referred to the asylum authorities].
The smuggling of {migrants=<one> person|# persons} has been [proven|established] so far.
{migrants=<One> smuggled person was|# smuggled persons were} [heard as a witness|questioned as {migrants=a witness|witnesses}].
In all, the group is [held responsible for|linked to] the smuggling of {migrants=<one> migrant|at least # migrants}.
= inv.cash
{cash} in cash was [seized|found during the searches].
Officers [seized|secured] {cash} in cash, phones and documents.
Besides data carriers, cash to the amount of {cash} was [secured|seized].
Cash ({cash}) and account books were found at the home of a suspect.
= inv.crimes
Links to {crimes} [were established|are being examined].
Some of the suspects are also under investigation for {crimes}.
[The group is moreover active in|Apart from smuggling, the group is involved in] {crimes}.
There is evidence of {crimes} as well.
= inv.partners
The action was carried out with [the authorities|the police forces] {partners:of}.
[Support came from|Assistance was given by] services {partners:of}, with Europol co-ordinating the exchange of information.
Officers {partners:from} took part in the [joint investigation team|operational meetings].
Requests for mutual legal assistance were [sent to the authorities|addressed to the authorities] {partners:of}.
= inv.search
Further searches yielded [SIM cards, receipts and a list of names|phones, life jackets and lists of payments].
Several homes and business premises were searched, and [data carriers|electronic devices] were secured.
[Bank accounts|Accounts and two vehicles] were frozen with a view to confiscation.
= inv.close
Inquiries are continuing.
[The analysis of the seized phones|The evaluation of the data carriers] is under way; more suspects are expected to be identified.
The file [has been|was] passed to the public prosecutor.
The network is held to be [disrupted|weakened], but parts of it [abroad|in countries of transit] remain active.
Further [measures|arrests] are planned together with partner services.

= deb.title
Debriefing{?place: at {place}}, {day}
Account of a migrant{?place: interviewed in {place}}
Debriefing report of {day}
Interview with a person on the move{?place:, {place}}
= deb.open
On {day} a [voluntary|voluntary and confidential] interview was held{?place: in {place}} with a person {nat:from} about the journey.
The interviewee{?place:, met in {place} on {day},} [gave this account|described the journey as follows]{?nat:; the person is a national {nat:of}}.
{?place:In {place}, on|On} {day}, {nat:an} [national|traveller] agreed to speak to debriefing officers through an interpreter.
This report is about an interview on {day}{?place: in {place}}{?nat: with {nat:an} citizen}, [held after registration|held in the reception centre].
{-nat}The person, whose nationality is not known for certain, was debriefed on {day}{?place: in {place}}.
= deb.terms
The person is heard as a witness; no personal data were recorded.
The interview was voluntary and [no name was taken down|the interviewee stays anonymous].
The interviewee was told that the account has no bearing on the asylum procedure.
An interpreter was present. The statements seem [consistent|credible and detailed].
= deb.reason
[The journey had been planned for months|The decision to leave was taken by the family].
The person had heard about the smugglers from [acquaintances|relatives who had travelled before].
The contact was found [through a group on social media|through a friend in Europe].
The interviewee travelled [alone|with two relatives] for most of the way.
= deb.first
The journey began in {from} and led to {to}, {means}{?month:, in {month:month}}.
In [the account of the interviewee|the interviewee's words], the first stage was from {from} to {to} {means}{?month: ({month:month})}.
{?month:In {month:month} the|The} person left {from} and [reached|got to] {to} {means}.
The interviewee [set out|started] from {from}{?month: in {month:month}} and travelled to {to} {means}.
= deb.next
From {from} the person went on to {to} {means}{?month: in {month:month}}.
[The next stage|The following part of the way], from {from} to {to}, was covered {means}{?month: in {month:month}}.
{?month:In {month:month} the|The} interviewee was [taken|brought] from {from} to {to} {means}.
After a wait in {from}, the passage to {to} was made {means}.
The stretch between {from} and {to} was travelled {means}{?month:; this was in {month:month}}.
= deb.then
Then the way led on to {to}, {means}.
{to} was reached {means}.
From {from} it was {means} to {to}.
The person [continued|moved on] to {to} {means}.
Next came {to}, {means}.
= deb.last
The last stage was from {from} to {to}, {means}{?month: (in {month:month})}.
Finally the interviewee [reached|arrived in] {to} from {from}, {means}.
{?month:In {month:month} the|The} person travelled from {from} to {to} {means}, where the journey ended.
The journey ended in {to}, which was reached from {from} {means}.
= deb.fee
For this {fee} was paid{?payment: {payment}}{?timing: ({timing})}.
The price was {fee}{?timing:, payable {timing}}{?payment:; payment was made {payment}}.
The smuggler [asked|charged] {fee} for it{?payment:, paid {payment}}{?timing:, {timing}}.
This part cost {fee}[| per person]{?payment:, paid {payment}}.
= deb.persons
{persons=<One> person travelled that way|# persons travelled that way, [women and children among them|closely packed]}, according to the interviewee.
{persons=The interviewee was the only person carried (<one>)|The interviewee counted # persons}.
The group [numbered|was of] {persons=<one> person|# persons}.
{persons=There was only <one> passenger|There were # passengers[, who had not met before|, counted at departure]}.
= deb.nick
{nick=The [facilitator|organiser] was|The [facilitators|organisers] were} known as {nick}.
The person [dealt with|spoke of] {nick=a man called|persons called} {nick}.
[On the way|At the meeting point] orders were given by {nick}; [the real {nick=name is|names are}|the full {nick=name is|names are}] unknown.
{nick=A smuggler|Smugglers} by the {nick=name|names} of {nick} [took the money|arranged the passage].
= deb.phone
The contact used the number {phone}.
The interviewee [still had|remembered] a telephone number: {phone}.
[Arrangements|Agreements] were made over {phone} by a messenger service.
The number given for the smuggler is {phone}.
= deb.debt
Part of the fee is to be worked off after arrival, [in a restaurant kitchen|on a building site|in agriculture].
The person still owes money and was told to work [without pay|for an acquaintance of the smuggler] until it is paid.
There are [signs|indications] of debt bondage; the person was informed of the help available to victims.
The debt is to be paid off by work, and the family at home is [under pressure|being threatened].
= deb.violence
The interviewee [witnessed|reported] beatings by the guards.
Those who [complained|did not board at once] were threatened with [weapons|a pistol].
The person was [locked up|held] for several days and beaten until relatives paid.
[Violence|Physical violence] was used against passengers; medical help has been offered.
= deb.lodging
Before departure, the group stayed in [a flat with covered windows|an unfinished house|a small hotel].
Food and water were short while they waited.
Phones were collected [before departure|by the guides] and given back later.
They waited there for several days without being allowed outside.
= deb.close
[No further details could be given|Nothing more is known to the interviewee].
The interviewee would recognise [the driver|the organiser] again.
The information has been [passed on for analysis|entered for analysis].
The statements [agree|are in line] with those of other persons interviewed the same week.

= ad.title
Social media advert{?to: offering passage to {to}}, {day}
Post of {day} in a closed group
Open-source monitoring: advert{?from: from {from}}{?to: to {to}}
Online offer seen on {day}
= ad.head
🌍✈️ {from} ➡️ {to}{?means: {means}}! [Safe and fast trip|Guaranteed arrival], inshallah.
🚢 Trips from {from} to {to}{?means: {means}}, [every week|every day]. [Serious people only|Families welcome].
🔥 New [trip|offer] 🔥 {from} – {to}{?means: {means}}. [Few places left|We leave with few people].
Who wants to go to {to}? 🇪🇺 We leave from {from}{?means: {means}}, [good organisation|comfortable and without danger].
= ad.price
💶 Price: {price} per person, children half price.
Only {price} 💰 [everything included|no hidden costs].
{price} per person, [pay after arrival|the money stays with the office].
Best price: {price} ✅ [discount for families|discount for groups].
= ad.services
{services}
We offer: {services}
✅ {services}
Included: {services}
= ad.safe
⚓ Big [ship|boat], not overcrowded, life jackets for everybody.
✅ Tried route, [arrived yesterday|all passengers arrived], praise be to God.
100 % safe 👍 [experienced captain|experienced team].
Our [service|work] is known to everybody, ask those who arrived.
= ad.when
🗓 Next [trip|departure] on Thursday, weather permitting.
📅 Departures every [Monday and Friday|weekend].
Leaving this week 🌊
⏳ Book now, [limited places|last places].
= ad.contact
📞 [WhatsApp / Viber|WhatsApp]: {phone}
Call or write: {phone} ☎️{?account: ({account})}
Private message only 📩 {account}
For information {phone} 📱
{-phone}{-account}📩 [Write in private|Message us], we answer day and night.
{-phone}{-account}Contact in private only 📩
{-phone}{-account}📲 Send a message, no comments please.
= ad.tags
\#Europe \#travel \#migration
\#visa \#Germany \#Italy
🇩🇪 🇸🇪 🇮🇹 🇬🇧
\#hijra \#Europe

= item.title.interception
Interception{?place: near {place}}
Group stopped{?place: at {place}}
{?persons:{persons=<One> person|# persons} stopped}{-persons}Persons stopped
Border incident, {day}
= item.title.rescue
Rescue at sea{?place: off {place}}
{?route:{route}: }boat in distress
Search and rescue, {day}
Migrants rescued{?place: near {place}}
= item.title.shipwreck
Shipwreck{?place: off {place}}
Boat sinks{?place: near {place}}
{?route:{route}: }boat capsized
Fatal crossing, {day}
= item.title.death
Death on the way{?place: near {place}}
Fatal incident, {day}
Bodies found{?place: near {place}}
{?route:{route}: }fatal incident
= item.interception
On {day}, {country:adj} [border guards|police] stopped {persons=<one> person|a group of # persons} {?place:near {place}}{?route: on the {route}}. They had [crossed|entered] without papers.
{?place:{place}: }{country:adj} [border police|officers] [intercepted|stopped] {persons=<one> person|# persons} on {day}{?route: ({route})} [during a patrol|in a routine check].
{persons=<One> person was|# persons were} [detected|stopped]{?place: in the area of {place}} on {day} by a patrol{?country: {country:from}}, [hidden in a vehicle|on foot and without guides].
[During the night of|On] {day} a patrol {country:from} [came across|found] {persons=<one> person who had|# persons who had} just crossed{?place: near {place}}.
{-persons}On {day}{?place: near {place}} a group was stopped[| by a patrol]; the number of persons [is not known|was not given].
{-persons}A group of persons without papers was [stopped|detected] on {day}{?place: at {place}}{?route: ({route})}; how many they were was not reported.
= item.rescue
On {day} a [patrol boat|vessel] {country:from} took {persons=<one> person|# persons} on board{?place: off {place}}; the boat was [taking in water|adrift without fuel].
{persons=<One> person was|# persons were} rescued{?place: off {place}} on {day} by [the {country:adj} coast guard|a vessel {country:from}] after a call for help by satellite phone.
The {country:adj} coast guard [rescued|brought ashore] {persons=<one> person|# persons} on {day}{?place: near {place}}{?route: ({route})}. The engine had failed.
{?place:{place}: }on {day} {persons=<one> person was|# persons were} picked up from [an overcrowded boat|a boat in distress]{?route: on the {route}} and taken ashore.
{-persons}On {day} a boat in distress was reported{?place: off {place}}; all on board were [rescued|brought to safety].
= item.shipwreck
A boat with {persons=<one> person|about # persons} on board [sank|capsized] on {day}{?place: off {place}}. The {country:adj} coast guard [began|co-ordinated] a search.
On {day} a boat carrying {persons=<one> person|# persons} [went down|overturned]{?place: near {place}}{?route: ({route})}, shortly after departure.
Survivors told {country:adj} officers that {persons=<one> person was|# persons were} on the boat which [sank|broke apart] on {day}{?place: off {place}}.
{?place:{place}: }a boat with {persons=<one> passenger|# passengers} [capsized|sank] in rough seas on {day}{?route:, on the {route}}.
{-persons}On {day} a boat was lost{?place: off {place}}; how many were on board is not known.
= item.death
On {day} {dead=<one> body was|# bodies were} found{?place: near {place}}{?route: ({route})}. The {country:adj} police [are looking into|have opened inquiries into] the cause.
{dead=<One> person was|# persons were} found dead{?place: in the area of {place}} on {day}, [in the load of a lorry|beside the railway line].
{?place:{place}: }{country:adj} [police|border guards] report {dead=<one> death|# deaths} in a group {?persons:of {persons=<one>|#} }on the move, {day}.
{dead=<One> migrant|# migrants} lost {dead=his or her life|their lives} on {day}{?place: near {place}}, the authorities {country:in} report.
{-dead}A fatal incident was reported on {day}{?place: near {place}}; [details are awaited|its circumstances are unclear].
= item.toll
{dead=<One> body was|# bodies were} recovered{?missing: and {missing=<one> person is|# persons are} missing}.
{dead=<One> person|# persons} died{?missing:; {missing=<one>|#} still missing}.
{-dead}{missing=<One> person is|# persons are} [reported missing|still missing].
{-dead}{missing=<One> person|# persons} could not be found.
= item.taken
{persons=The person was|They were} taken to a reception centre for registration.
{persons=The person was|All of them were} [handed over to the authorities for registration|registered and given medical care].
{persons=The person has|All have} [asked for|applied for] international protection.
{persons=The person says|They say} that a facilitator had shown the way.
= item.follow
Inquiries into the [facilitators|organisers] are under way.
[No suspects|No facilitators] were identified on the spot.
The information has been confirmed by [the coordination centre|a second source].

= rep.title
{route}: situation in the {period}
Quarterly report, {period}
Migrant smuggling on the {route}, {period}
Situation report{?partner: of {partner}}, {period}
= rep.open
{?partner:{partner} submits this|This is the} report on the {route} for the {period}.
This report [sums up|covers] the developments on the {route} in the {period}{?partner:, as seen by {partner}}.
In the {period} the {route} [remained a main concern|again called for close attention]{?partner: of {partner}}. The main developments are set out below.
The following [assessment|overview]{?partner: by {partner}} concerns the {route} and the {period}.
= rep.basis
It rests on detections at the border, debriefings and information from partner services.
The figures are provisional and come from [border records|daily reports]; persons who cross several times are counted each time.
Sources are case files, interviews with migrants and [open-source monitoring|the monitoring of adverts].
The assessment is based on reporting up to the end of the quarter.
= rep.arrivals
[In the period under review|In these three months] {arrivals=<one> person was|# persons were} counted.
{arrivals=<One> arrival was|# arrivals were} recorded.
The number of arrivals came to {arrivals=<one>|#}.
Border services registered {arrivals=<one> person|# persons}.
= rep.up
{arrivals=<One> person was|# persons were} counted, against {before} in the quarter before: a rise of {change} per cent.
Arrivals rose by {change} % to {arrivals}, from {before} in the previous quarter.
With {arrivals=<one> arrival|# arrivals} ({before} in the previous quarter), the figure is up by {change} per cent.
The number of persons detected increased to {arrivals} from {before}, or by {change} %.
= rep.down
{arrivals=<One> person was|# persons were} counted, against {before} in the quarter before: a fall of {change} per cent.
Arrivals fell by {change} % to {arrivals}, from {before} in the previous quarter.
With {arrivals=<one> arrival|# arrivals} ({before} in the previous quarter), the figure is down by {change} per cent.
The number of persons detected dropped from {before} to {arrivals}, or by {change} %.
= rep.level
Arrivals were stable at {arrivals}, after {before} in the quarter before.
{arrivals=<One> person was|# persons were} counted, [nearly the same|about as many] as in the previous quarter ({before}).
With {arrivals=<one> arrival|# arrivals} the level [is unchanged|has hardly changed]; it had been {before}.
The number of persons detected ({arrivals}) is close to that of the quarter before ({before}).
= rep.nats
The largest groups were nationals {nats:of}.
Most of them came {nats:from}.
By nationality, persons {nats:from} were registered most often.
[Nationals|Citizens] {nats:of} made up the greater part.
= rep.price
Prices ranged from {low} to {high} per person, [depending on the season and the craft|depending on comfort and risk].
Between {low} and {high} is asked for the passage.
According to debriefings, the fee lay between {low} and {high}; [children travel at half price|it is higher in good weather].
Smugglers charged {low} at the least and {high} at the most.
= rep.hotspot
{hotspot} was the main hotspot: [groups are gathered there|migrants are lodged there] before they are moved on.
Most [activity was|departures were] observed around {hotspot}, where [flats and hotels serve as safe houses|recruiters look for customers].
The area of {hotspot} remains [a place of concentrated activity|the most important hub], and checks there have been stepped up.
Facilitators meet their customers above all in {hotspot}.
= rep.modus
A new modus operandi is {modus}.
{modus} [has been seen for the first time|was reported by several sources].
[Partners|Several partners] report {modus}.
Of note is {modus}.
= rep.facilitators
The groups are loosely connected; [tasks are bought in as they are needed|drivers and boatmen are hired for a single run].
Organisers stay abroad and [leave the risk to local facilitators|direct drivers by telephone].
Smaller groups are giving way to larger ones, which [offer the whole journey|control lodging and transport].
Many facilitators [hold residence permits|have lived for long] in the country where they work.
= rep.payment
Payment is mostly in cash or through hawala; money transfer services play a minor part.
The fee is often deposited with a third party and released by a code on arrival.
Relatives in Europe pay [a growing share|a large part] of the fees.
Cash couriers take the proceeds [out of the country|back to the organisers].
= rep.cooperation
Information was exchanged with the services {partners:of}.
[Joint patrols|Joint teams] with officers {partners:from} proved useful.
Co-operation with the authorities {partners:of} [was good|has been intensified].
Two joint operations were prepared together with partners {partners:from}.
= rep.gap
Little is known about the organisers in the countries of departure.
[Gaps remain|There is a gap] as to the flow of money and the owners of the vessels.
Undetected crossings are not in these figures; their number cannot be estimated.
The number of debriefings was small, so prices are [indicative only|to be read with care].
= rep.outlook
It is likely that pressure will [persist|continue] in the coming quarter.
A shift to neighbouring routes is [possible|likely] if controls are stepped up.
With better weather, departures will probably increase.
[Displacement|A displacement] to other border sections should be expected.
= rep.close
It is proposed to [share phone numbers and plates more quickly|agree on a common list of vessels].
The next report will follow at the end of the coming quarter.
Partners are asked to report adverts and phone numbers that they come across.
Requests for further information may be sent through the usual channels.

= q.title
Questionnaire on migrant smuggling: answers {country:of}, {year:year}
Reply of the national bureau ({country}), {year:year}
Annual questionnaire {year:year}, {country}
Answers of NCB {country}, {year:year}
= q.nats
Most suspects are nationals {nats:of}.
Mainly {nats}.
Suspects came above all {nats:from}.
In order of frequency: {nats}.
= q.roles
{roles}.
The following roles were found: {roles}.
Those arrested acted as {roles}.
Mostly {roles}.
= q.routes
{routes}.
The country is affected by {routes=this route|these routes}: {routes}.
Chiefly the {routes}.
Cases concern the following: {routes}.
= q.crimes
{crimes}.
Links were found to {crimes}.
Yes: {crimes}.
In some cases, {crimes}.
= q.up
The number of cases rose[| clearly].
Increasing.
More cases than in the year before.
Upward trend, [above all in the second half of the year|in particular at the land border].
= q.down
The number of cases fell[| slightly].
Decreasing.
Fewer cases than in the year before.
Downward trend, [above all in the second half of the year|owing to border measures].
= q.share
About {share} %.
{share} per cent of the cases.
An estimated {share} per cent.
Roughly {share} % of all files.
= q.other
None.
Price information is rarely recorded in the files.
The data refer to [closed|concluded] investigations.
A contact point for urgent requests is available day and night.
= q.none
No information.
Not recorded.
Not available.
No data.
`
