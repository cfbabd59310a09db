package narrative

const phrasesES = `
@ word
and: y
numbers: dos tres cuatro cinco seis siete ocho nueve diez once doce
months: enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
@ quarter
1: primer trimestre de
2: segundo trimestre de
3: tercer trimestre de
4: cuarto trimestre de
@ currency
EUR: euros
USD: dólares
GBP: libras
TRY: liras turcas
@ role
leader: cabecilla / jefe de la organización
organiser: organizador / coordinador
driver: conductor / transportista
skipper: patrón de la embarcación
crew: tripulante
scout: conductor de lanzadera / vigilante
guide: guía / pasador
recruiter: captador
document supplier: proveedor de documentos / falsificador
safe-house keeper: encargado del piso / guardés
hawaladar: hawaladar
courier: correo de dinero
corrupt official: funcionario corrupto
front company: testaferro de una empresa pantalla
@ does
leader: haber dirigido la organización
organiser: haber organizado los viajes / haber coordinado los transportes y los pagos
driver: haber transportado a migrantes en vehículos de alquiler
skipper: haber patroneado las embarcaciones
crew: haber trabajado a bordo
scout: haber hecho de lanzadera / haber avisado de los controles
guide: haber guiado a grupos a pie por la frontera
recruiter: haber captado clientes
document supplier: haber facilitado documentos falsos o ajenos
safe-house keeper: haber alojado a los migrantes antes de la salida
hawaladar: haber gestionado los pagos por hawala
courier: haber recogido y movido dinero en efectivo
corrupt official: haber revelado controles a cambio de dinero
front company: haber puesto empresas pantalla a disposición del grupo
@ crime
migrant smuggling: tráfico de migrantes / favorecimiento de la inmigración irregular
drug trafficking: tráfico de drogas
trafficking in human beings: trata de seres humanos
property crime: delitos contra el patrimonio
document forgery: falsedad documental
excise fraud: contrabando de tabaco
money laundering: blanqueo de capitales
firearms trafficking: tráfico de armas
terrorism: terrorismo
corruption: corrupción
labour exploitation: explotación laboral
@ means
sea: por mar
land: por tierra
air: por vía aérea
aircraft: en avión / en un vuelo regular
bicycle: en bicicleta
bus: en autobús
car: en coche / en un turismo
ferry: en transbordador
fishing boat: en un pesquero
hidden in a car: oculto en un coche / en el maletero de un coche
jet ski: en una moto de agua
lorry: en camión / en la carga de un camión
lorry on a ferry: oculto en un camión a bordo del transbordador
minibus: en un microbús
on foot: a pie
pick-up: en una camioneta
refrigerated lorry: en un camión frigorífico
rubber dinghy: en una lancha neumática
sailing boat: en un velero
speedboat: en una lancha rápida
taxi: en taxi
train: en tren
van: en una furgoneta
wooden boat: en una barca de madera / en patera
@ mode
sea: en barco
land: en coche
air: en avión
@ payment
cash: en efectivo
hawala, paid by family in the EU: por hawala a través de familiares en Europa
hawala, paid by family at home: por hawala a través de la familia en el país de origen
bank transfer: por transferencia bancaria
money transfer service: por una empresa de envío de dinero
debt work: con trabajo tras la llegada
@ timing
before departure: antes de la salida / por adelantado
deposit released on arrival: como depósito liberado a la llegada
in instalments: a plazos
after arrival: tras la llegada
@ service
transport: 🚗 de puerta a puerta
lodging: 🏠 alojamiento incluido
documents: 🛂 pasaporte y visado
payment: 🔒 el dinero queda en la oficina hasta la llegada
corrupt officials: 👮 sin problemas en el aeropuerto
marriage of convenience: 💍 papeles de familia
@ route
South-Eastern: ruta del Mediterráneo oriental
Western Balkan: ruta de los Balcanes occidentales
Central Mediterranean: ruta del Mediterráneo central
Western Mediterranean: ruta del Mediterráneo occidental
Western African: ruta de África occidental
Eastern: ruta terrestre oriental
Nordic: ruta ártica
Albania to Greece: ruta circular entre Albania y Grecia
Within the EU: ruta de movimientos secundarios en la UE
@ modus
larger vessels: el uso de cargueros en desuso, abandonados con el piloto automático
winter crossings: la salida con mal tiempo, vendida con descuento
unseaworthy boats: el empleo de embarcaciones sobrecargadas y casi sin combustible
migrant at the helm: el gobierno de la embarcación por un migrante que viaja gratis
rail freight: la ocultación de migrantes en trenes de mercancías
refrigerated lorries: el transporte de grupos grandes en camiones frigoríficos
look-alike documents: el préstamo de pasaportes auténticos a personas parecidas, devueltos por correo
social media: la publicidad en grupos cerrados de redes sociales
escrow payment: el depósito del precio en una oficina que lo libera con un código
scout vehicles: el convoy con un coche lanzadera por delante
@ question
nats: Nacionalidades de los sospechosos:
roles: Funciones en los grupos:
routes: Rutas afectadas:
crimes: Otros delitos:
up: Tendencia respecto al año anterior:
down: Tendencia respecto al año anterior:
share: Proporción de casos con grupos organizados:
other: Observaciones:

= inv.title
{?operation:Operación {operation}: }tráfico de migrantes{?hub: por {hub}}
{?operation:Operación {operation} – }resultado de las detenciones del {action}
Red de tráfico de migrantes{?hub: en {hub}}{?operation: (operación {operation})}
Resumen de la investigación{?operation:, operación {operation}}
= inv.open
El {opened} se inició {country:in} una investigación sobre la red {network}, [sospechosa de trasladar|que traslada] migrantes{?hub: desde {hub}}.
{!home}La Unidad Central de Redes de Inmigración Ilegal abrió la investigación el {opened}{?operation: con el nombre {operation}}{?network: sobre la red {network}}.
Desde el {opened}, los investigadores siguen {country:in} a un grupo que [traslada|introduce] migrantes{?hub: a través de {hub}}{?network:, conocido como {network}}.
La investigación{?operation: {operation}}, abierta el {opened}, se refiere al tráfico de migrantes{?hub: por {hub}}{?network: a cargo de la red {network}}.
= inv.origin
El caso comenzó con el control de un vehículo en el que viajaban personas sin documentación.
El origen fue una información [ciudadana|de un servicio colaborador], confirmada por las vigilancias.
La primera pista salió del teléfono de un conductor detenido en otro caso.
Varios migrantes, oídos por separado, señalaron a los mismos contactos.
Unas transferencias de dinero sin justificación económica habían llamado la atención.
= inv.means
Las intervenciones telefónicas y las vigilancias permitieron conocer la estructura del grupo.
Las pruebas proceden de vigilancias, datos de llamadas y lectores de matrículas.
Varios transportes fueron seguidos hasta la entrega, sin intervenir, para llegar a los responsables.
Las averiguaciones patrimoniales y el análisis de los teléfonos completaron el cuadro.
= inv.how
Los migrantes eran llevados de {from} a {to}, [por lo general de noche|en grupos de diez a veinte personas], y entregados a la siguiente célula.
El grupo atendía el tramo entre {from} y {to}; cada miembro tenía una tarea fija.
Según lo averiguado, los clientes eran reunidos en {from} y llevados a {to}.
{-from}El grupo ofrecía el viaje por etapas, cada una a cargo de otra célula, y cambiaba a menudo de conductores y teléfonos.
{-from}Los migrantes eran reunidos en grupos pequeños, trasladados de noche y entregados en áreas de descanso.
{-from}Las tareas estaban repartidas: unos captaban clientes, otros conducían y otros se ocupaban del dinero.
= inv.fee
El precio por persona era de {fee}{?to: por el pasaje a {to}}.
Cada migrante tenía que pagar {fee}, [por lo general por adelantado|la mitad antes de salir].
Las cantidades rondaban los {fee} por cabeza y quedaban depositadas hasta la llegada.
= inv.vessel
El barco {vessel} se usó al menos en una travesía.
Para las travesías el grupo disponía del {vessel}.
El {vessel} fue incautado y está siendo examinado.
= inv.plates
{plates=El vehículo con matrícula|Los vehículos con matrículas} {plates} {plates=se usó|se usaron} en los transportes.
Las vigilancias registraron {plates=la matrícula|las matrículas} {plates} en varios transportes.
{plates=El coche|Los coches} {plates}, {plates=alquilado|alquilados} con nombre falso, {plates=fue incautado|fueron incautados}.
= inv.phones
{phones=El número|Los números} {phones} {phones=servía|servían} para dar órdenes a los conductores.
Los contactos se mantenían también a través de {phones}.
El análisis {phones=de la línea|de las líneas} {phones} reveló contactos en varios países.
Los clientes debían llamar al {phones}, que también {phones=aparece|aparecen} en anuncios de internet.
= inv.lodging
Antes de la salida los migrantes se alojaban en [pisos alquilados|una nave abandonada|una finca] en malas condiciones.
Pisos alquilados a nombre de terceros servían de refugio.
Los conductores eran contratados para un solo viaje y no solían conocer a los organizadores.
= inv.leader
{name} está considerado {role}{?town: y vive en {town}}.
Al frente del grupo estaría {name}{?town:, que opera desde {town}}.
Los investigadores señalan a {name}{?town:, residente en {town},} como presunto {role}.
= inv.suspect
{name}{?town:, con base en {town},} es sospechoso de {does}.
{name}{?town: de {town}} habría actuado como {role}, según las conversaciones intervenidas.
También fue identificado {name}{?town:, residente en {town}}, [señalado como|descrito como] {role}.
A {name}{?town: ({town})} se le atribuye {does}.
{-role}{name}{?town: de {town}} pertenece al círculo de sospechosos; su función aún no está clara.
{-role}También se investiga a {name}{?town:, {town}}.
= inv.rest
Otros sospechosos son {rest}.
También fueron identificados {rest}.
Entre los investigados figuran además {rest}.
= inv.action
El {action} {arrests=fue detenida <una> persona|fueron detenidas # personas}{?hub: en {hub} y otros lugares}.
La operación del {action} terminó con {arrests=<una> detención|# detenciones}.
{arrests=<Un> sospechoso ingresó|# sospechosos ingresaron} en prisión el {action}{?operation: en el marco de la operación {operation}}.
{-arrests}El {action} se practicaron registros{?hub: en {hub}}; no hubo detenciones.
{-arrests}La operación del {action} terminó sin detenciones, pues los sospechosos habían huido.
{-arrests}Los registros se hicieron el {action}; los sospechosos están en paradero desconocido.
= inv.migrants
{migrants=<Un> migrante fue localizado|# migrantes fueron localizados} durante la actuación y {migrants=atendido|atendidos}.
Hasta ahora está probado el traslado de {migrants=<una> persona|# personas}.
{migrants=<Una> persona trasladada fue oída como testigo|# personas trasladadas fueron oídas como testigos}.
= inv.cash
Se incautaron {cash} en efectivo.
Se intervinieron {cash} en efectivo, teléfonos y documentos.
En el domicilio de un sospechoso se hallaron {cash} y libros de cuentas.
= inv.crimes
Se han detectado vínculos con {crimes}.
Algunos sospechosos son investigados también por {crimes}.
Además del tráfico de migrantes, el grupo se dedica a {crimes}.
= inv.partners
La actuación se hizo con las autoridades {partners:of}.
Prestaron apoyo servicios {partners:of}, con la coordinación de Europol.
Agentes {partners:of} participaron en el equipo conjunto de investigación.
= inv.search
Los registros permitieron hallar [tarjetas SIM, recibos y una lista de nombres|teléfonos, chalecos y listas de pagos].
Se registraron viviendas y locales y se intervinieron dispositivos.
= inv.close
La investigación continúa.
Está en curso el análisis de los teléfonos; se esperan más detenciones.
El atestado fue remitido a la Fiscalía.
La red se considera [desarticulada|debilitada], aunque partes en el extranjero siguen activas.

= deb.title
Entrevista{?place: en {place}}, {day}
Relato de un migrante{?place: entrevistado en {place}}
Informe de entrevista del {day}
= deb.open
El {day} se mantuvo{?place: en {place}} una entrevista voluntaria con una persona de nacionalidad {nat:adj} sobre su viaje.
La persona{?place:, entrevistada en {place}} el {day}, relató lo siguiente{?nat:; es de nacionalidad {nat:adj}}.
{?place:En {place}, el|El} {day}, una persona de nacionalidad {nat:adj} aceptó hablar con ayuda de un intérprete.
{-nat}La persona, cuya nacionalidad no consta, fue entrevistada el {day}{?place: en {place}}.
= deb.terms
La persona es oída como testigo; no se anotaron datos personales.
La entrevista fue voluntaria y la persona queda en el anonimato.
Se le explicó que el relato no influye en el procedimiento de asilo.
= deb.reason
El viaje se había preparado durante meses.
Supo de los traficantes por [conocidos|familiares que viajaron antes].
El contacto se encontró en un grupo de una red social.
= deb.first
El viaje comenzó en {from} y siguió {means} hasta {to}{?month: ({month:month})}.
La primera etapa fue de {from} a {to}, {means}{?month: ({month:month})}.
{?month:En {month:month} la|La} persona salió de {from} y llegó a {to} {means}.
= deb.next
Desde {from} la persona siguió a {to} {means}{?month: ({month:month})}.
La etapa siguiente, de {from} a {to}, se hizo {means}{?month: ({month:month})}.
Tras una espera en {from}, el paso a {to} se hizo {means}{?month: en {month:month}}.
= deb.then
Después el camino siguió a {to}, {means}.
A {to} se llegó {means}.
De {from} a {to} fue {means}.
= deb.last
La última etapa fue de {from} a {to}, {means}{?month: ({month:month})}.
Por último llegó a {to} desde {from}, {means}.
El viaje terminó en {to}, adonde llegó desde {from} {means}.
= deb.fee
Por ello pagó {fee}{?payment: {payment}}{?timing: ({timing})}.
El precio fue de {fee}{?timing:, a pagar {timing}}{?payment:; el pago se hizo {payment}}.
El traficante pidió {fee}{?payment:, pagados {payment}}{?timing:, {timing}}.
= deb.persons
Según el relato {persons=viajaba <una> sola persona|viajaban juntas # personas}.
La persona contó {persons=<una> sola persona|# personas}.
El grupo era de {persons=<una> persona|# personas}.
= deb.nick
{nick=El traficante era conocido|Los traficantes eran conocidos} como {nick}.
La persona trató con {nick}; los nombres verdaderos no se conocen.
Quien{nick=|es} daba{nick=|n} las órdenes {nick=era|eran} {nick}.
= deb.phone
El contacto usaba el número {phone}.
La persona recordaba un número de teléfono: {phone}.
Los acuerdos se hicieron a través del {phone}.
= deb.debt
Parte del precio debe pagarse con trabajo tras la llegada, [en una cocina|en una obra|en el campo].
La persona aún debe dinero y debe trabajar sin sueldo hasta saldarlo.
Hay indicios de servidumbre por deudas; se le informó de la ayuda a las víctimas.
= deb.violence
La persona habló de golpes por parte de los guardianes.
Quien no embarcaba enseguida era amenazado con [un arma|una pistola].
La persona estuvo encerrada varios días y fue golpeada hasta que la familia pagó.
= deb.lodging
Antes de la salida el grupo estuvo en [un piso con las ventanas tapadas|una casa en obras|un pequeño hotel].
La comida y el agua escaseaban durante la espera.
= deb.close
No pudo dar más detalles.
La persona reconocería al [conductor|organizador].
La información se ha remitido para su análisis.

= ad.title
Anuncio en redes sociales{?to: para viajar a {to}}, {day}
Publicación del {day} en un grupo cerrado
= ad.head
🌍 {from} ➡️ {to}{?means: {means}}! Viaje seguro y rápido.
🚢 Viajes de {from} a {to}{?means: {means}}, cada semana.
= ad.price
💶 Precio: {price} por persona.
Solo {price} 💰 todo incluido.
= ad.services
{services}
Ofrecemos: {services}
= ad.safe
⚓ Barco grande, chalecos para todos.
100 % seguro 👍 equipo con experiencia.
= ad.when
🗓 Próxima salida el jueves.
⏳ Reserve ya, últimas plazas.
= ad.contact
📞 WhatsApp: {phone}
Solo mensajes privados 📩 {account}
{-phone}{-account}📩 Escriba en privado.
= ad.tags
\#Europa \#viaje
🇩🇪 🇸🇪 🇮🇹 🇬🇧

= item.title.interception
Interceptación{?place: en {place}}
{?persons:{persons=<Una> persona interceptada|# personas interceptadas}}{-persons}Personas interceptadas
Suceso en la frontera, {day}
= item.title.rescue
Rescate en el mar{?place: frente a {place}}
{?route:{route}: }embarcación en apuros
Salvamento marítimo, {day}
= item.title.shipwreck
Naufragio{?place: frente a {place}}
{?route:{route}: }embarcación volcada
Travesía mortal, {day}
= item.title.death
Muerte en el camino{?place: en {place}}
Suceso mortal, {day}
Cuerpos hallados{?place: en {place}}
= item.interception
El {day} la policía {country:adj} interceptó a {persons=<una> persona|un grupo de # personas}{?place: cerca de {place}}{?route: ({route})}, sin documentación.
{persons=<Una> persona fue localizada|# personas fueron localizadas} el {day}{?place: en la zona de {place}}, [en un vehículo|a pie y sin guías].
{-persons}El {day} fue interceptado un grupo{?place: cerca de {place}}; no consta el número.
= item.rescue
El {day} una patrullera {country:adj} recogió a {persons=<una> persona|# personas}{?place: frente a {place}}; la embarcación [hacía agua|estaba a la deriva].
{persons=<Una> persona fue rescatada|# personas fueron rescatadas} el {day}{?place: frente a {place}} tras una llamada de socorro.
{-persons}El {day} se avisó de una embarcación en apuros{?place: frente a {place}}; todos fueron rescatados.
= item.shipwreck
Una embarcación con {persons=<una> persona|unas # personas} a bordo [se hundió|volcó] el {day}{?place: frente a {place}}. La guardia costera {country:adj} inició la búsqueda.
El {day} naufragó{?place: cerca de {place}} una embarcación con {persons=<una> persona|# personas}{?route: ({route})}.
{-persons}El {day} se perdió una embarcación{?place: frente a {place}}; no se sabe cuántos iban a bordo.
= item.death
El {day} {dead=fue hallado <un> cuerpo|fueron hallados # cuerpos}{?place: cerca de {place}}{?route: ({route})}. La policía {country:adj} investiga.
{dead=<Una> persona fue hallada muerta|# personas fueron halladas muertas} el {day}{?place: en la zona de {place}}.
{-dead}Un suceso mortal fue comunicado el {day}{?place: cerca de {place}}.
= item.toll
{dead=<Un> cuerpo fue recuperado|# cuerpos fueron recuperados}{?missing: y {missing=<una> persona está desaparecida|# personas están desaparecidas}}.
{dead=<Una> persona murió|# personas murieron}{?missing:; {missing=<una> desaparecida|# desaparecidas}}.
{-dead}{missing=<Una> persona está desaparecida|# personas están desaparecidas}.
= item.taken
{persons=La persona fue llevada|Fueron llevadas} a un centro para su registro.
{persons=La persona ha pedido|Todas han pedido} protección internacional.
= item.follow
Se investiga a los [facilitadores|traficantes].
No se identificó a ningún sospechoso en el lugar.
La noticia fue confirmada por una segunda fuente.

= rep.title
{route}: situación en el {period}
Informe trimestral, {period}
Tráfico de migrantes en la {route}, {period}
= rep.open
{?partner:{partner} presenta el|Este es el} informe sobre la {route} del {period}.
El informe resume la evolución en la {route} en el {period}{?partner:, vista por {partner}}.
En el {period} la {route} siguió siendo una prioridad{?partner: para {partner}}.
= rep.basis
Se basa en detecciones en la frontera, entrevistas e información de los socios.
Los datos son provisionales; quien cruza varias veces se cuenta cada vez.
= rep.arrivals
En el periodo {arrivals=se contó <una> persona|se contaron # personas}.
El número de llegadas fue de {arrivals=<una>|#}.
= rep.up
Las llegadas subieron un {change} % hasta {arrivals}, desde {before} en el trimestre anterior.
{arrivals=Se contó <una> persona|Se contaron # personas}, frente a {before} en el trimestre anterior: un aumento del {change} por ciento.
= rep.down
Las llegadas bajaron un {change} % hasta {arrivals}, desde {before} en el trimestre anterior.
{arrivals=Se contó <una> persona|Se contaron # personas}, frente a {before} en el trimestre anterior: un descenso del {change} por ciento.
= rep.level
Las llegadas se mantuvieron en {arrivals}, tras {before} en el trimestre anterior.
El nivel no ha variado: {arrivals}, antes {before}.
= rep.nats
Las nacionalidades principales son {nats}.
Por país de origen destacan {nats}.
= rep.price
Los precios iban de {low} a {high} por persona, según la temporada.
Por el pasaje se piden de {low} a {high}.
= rep.hotspot
{hotspot} es el principal punto caliente: allí se reúne a los grupos antes de seguir.
La mayor actividad se observó en torno a {hotspot}.
= rep.modus
Nuevo modus operandi: {modus}.
Varias fuentes informan de {modus}.
= rep.facilitators
Los grupos están poco unidos; los conductores se contratan para un solo viaje.
Los organizadores permanecen en el extranjero y dirigen por teléfono.
Los grupos pequeños ceden ante los grandes, que ofrecen el viaje completo.
= rep.payment
Se paga sobre todo en efectivo o por hawala.
El precio suele depositarse en un tercero y liberarse con un código.
= rep.cooperation
Se intercambió información con los servicios {partners:of}.
La cooperación con las autoridades {partners:of} fue [buena|más intensa].
= rep.gap
Poco se sabe de los organizadores en los países de salida.
Los cruces no detectados no figuran en estos datos.
= rep.outlook
Es probable que la presión continúe en el próximo trimestre.
Con mejor tiempo es de esperar que aumenten las salidas.
= rep.close
Se propone intercambiar con más rapidez números y matrículas.
El próximo informe llegará al final del próximo trimestre.

= q.title
Cuestionario sobre tráfico de migrantes: respuestas, {country}, {year:year}
Respuesta de la oficina nacional ({country}), {year:year}
= q.nats
Sobre todo {nats}.
Por orden de frecuencia: {nats}.
= q.roles
{roles}.
Se hallaron las siguientes funciones: {roles}.
= q.routes
{routes}.
Sobre todo {routes}.
= q.crimes
{crimes}.
Vínculos con {crimes}.
= q.up
El número de casos aumentó[| claramente].
En aumento.
= q.down
El número de casos disminuyó[| ligeramente].
A la baja.
= q.share
Cerca del {share} %.
El {share} por ciento de los casos.
= q.other
Ninguna.
Los precios rara vez constan en los expedientes.
= q.none
Sin información.
No consta.
`
