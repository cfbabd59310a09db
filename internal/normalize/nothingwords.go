package normalize

// The words by which tables say that a value is not there, one language a line: English, French,
// German, Italian, Spanish, Portuguese, Greek, Turkish, Russian, Ukrainian, Bulgarian,
// Serbian, Croatian and Bosnian (both scripts), Albanian, Romanian, Hungarian, Polish, Czech and
// Slovak, Dutch, Slovene, the Nordic languages, Arabic, Persian and Dari, Pashto, Urdu, Sorani,
// Kurmanji, Amharic, Tigrinya, Somali, Bengali, Hindi, Chinese, Vietnamese.

// unknownPhrases say that a value is not known. No sort of value has them.
const unknownPhrases = `unknown,not known,unkown,unknow,not available,unavailable,not applicable,not specified,unspecified,unidentified,not identified,undetermined,not determined,undefined,not stated,not provided,not given,not recorded,not reported,not disclosed,undisclosed,not indicated,to be confirmed,to be determined,to be advised,does not know,do not know,don't know,null
inconnu,inconnue,inconnus,inconnues,non connu,non connue,pas connu,non précisé,non précisée,non renseigné,non renseignée,non déterminé,non déterminée,non identifié,non identifiée,non communiqué,non disponible,non applicable,non spécifié,indéterminé,indéterminée,ne sait pas,à confirmer,à déterminer,sans objet
unbekannt,unbekannte,unbekannter,unbekanntes,unbekannten,nicht bekannt,ungeklärt,nicht geklärt,keine Angabe,keine Angaben,ohne Angabe,ohne Angaben,nicht angegeben,nicht verfügbar,nicht zutreffend,entfällt,unbestimmt,nicht identifiziert,weiß nicht,nicht feststellbar,nicht erfasst
sconosciuto,sconosciuta,sconosciuti,sconosciute,ignoto,ignota,ignoti,ignote,non noto,non nota,non conosciuto,non conosciuta,non disponibile,non specificato,non specificata,non indicato,non indicata,non dichiarato,non dichiarata,non identificato,non identificata,non pervenuto,non rilevato,da definire,da confermare,non applicabile
desconocido,desconocida,desconocidos,desconocidas,no conocido,no conocida,no consta,no disponible,no especificado,no especificada,no identificado,no identificada,no se sabe,se desconoce,sin especificar,sin determinar,sin identificar,no aplica,ignorado,ignorada,por confirmar,por determinar
desconhecido,desconhecida,desconhecidos,desconhecidas,não conhecido,não consta,não disponível,não especificado,não identificado,não identificada,não informado,não aplicável,não se aplica,não sabe,a confirmar
άγνωστο,άγνωστος,άγνωστη,άγνωστοι,άγνωστα,αγνώστου,δεν είναι γνωστό,μη γνωστό,μη διαθέσιμο,δεν διατίθεται,αδιευκρίνιστο,μη προσδιορισμένο,απροσδιόριστο,δεν γνωρίζει,δεν δηλώθηκε,δεν αναφέρεται,δεν προσδιορίζεται
bilinmiyor,bilinmeyen,bilinmemektedir,belirsiz,belirtilmemiş,belirtilmedi,mevcut değil,meçhul,tespit edilemedi,saptanamadı,belli değil
неизвестно,неизвестен,неизвестна,неизвестны,неизвестный,неизвестная,неизвестное,не известно,не известен,не известна,не указано,не указан,не указана,не установлено,не установлен,не установлена,неустановлен,не определено,не применимо,уточняется,неизв
невідомо,невідомий,невідома,невідоме,невідомі,не відомо,не вказано,не вказаний,не встановлено,не визначено,не застосовується
не е известно,не е известен,неустановен,неустановена,непосочено,не е посочено,неприложимо
nepoznato,nepoznat,nepoznata,nepoznati,nije poznato,nije poznat,neutvrđeno,nije utvrđeno,nije navedeno,непознато,непознат,непозната,није познато,неутврђено,није утврђено,није наведено
panjohur,i panjohur,e panjohur,i e panjohur,të panjohur,nuk dihet,nuk njihet,e papërcaktuar,i papërcaktuar,pa përcaktuar
necunoscut,necunoscută,necunoscuți,nu se cunoaște,nespecificat,nespecificată,neidentificat,neidentificată,nu se știe,nedeterminat,nu este cazul,indisponibil,neprecizat
ismeretlen,nem ismert,nem elérhető,nincs megadva,meghatározatlan,nem adta meg
nieznany,nieznana,nieznane,nieznani,nie wiadomo,nie dotyczy,nieustalony,nieustalona,nieustalone,nieokreślony,nie podano,niedostępne,nie określono
neznámý,neznámá,neznámé,neznámo,neznáme,neznámi,není známo,není znám,nie je známe,neuvedeno,neuvedené,nezjištěno,nezistené,neurčeno,není k dispozici
onbekend,onbekende,niet bekend,niet van toepassing,niet opgegeven,niet beschikbaar,weet niet,nog te bepalen
neznano,neznan,neznana,ni znano,ni znan
okänd,okänt,ukendt,ukjent,ikke kjent,ikke oplyst,tuntematon,ei tiedossa
غير معروف,غير معروفة,غير معلوم,غير معلومة,مجهول,مجهولة,مجهول الهوية,لا يعرف,لا تعرف,لا أعرف,لا أعلم,غير متوفر,غير متوفرة,غير متاح,غير محدد,غير محددة,غير مذكور,غير مسجل,لا ينطبق
نامعلوم,نامشخص,ناشناس,ناشناخته,معلوم نیست,مشخص نیست,نمیدانم,نمی‌دانم,نمی دانم,نمیداند,نمی‌داند,نمی داند,در دسترس نیست,ثبت نشده,ذکر نشده,اعلام نشده
معلوم نه دی,نا معلوم,نه پیژندل شوی,نه ده معلومه,معلومه نه ده
معلوم نہیں,نا معلوم,دستیاب نہیں,غیر معلوم
نەزانراو,نەزانراوە,نادیار,نازانرێت,نازانم,دیار نییە
nenas,nayê zanîn,ne diyar,nediyar,nexuyakirî,nizanim,nayê naskirin
አይታወቅም,ያልታወቀ,ያልታወቀች,የማይታወቅ,አልታወቀም,አላውቅም
ኣይፍለጥን,አይፍለጥን,ዘይፍለጥ,ዘይተፈልጠ,ኣይፈልጥን
lama yaqaan,lama yaqaano,ma la yaqaan,aan la garanayn,aan la aqoon,lama garanayo,lama oga
অজানা,অজ্ঞাত,জানা নেই,জানা যায়নি,অপরিচিত
अज्ञात,पता नहीं,मालूम नहीं,ज्ञात नहीं,उपलब्ध नहीं
未知,不详,不詳,不明,不知道,未提供,不适用,不適用,待定,不清楚
không rõ,không biết,chưa rõ,không xác định`

// nonePhrases say that there is none. In names they do not count: Nessuno, Nada and Nil are names.
const nonePhrases = `none,nil,nan,nothing,n one
aucun,aucune,néant,rien,il n'y a pas
keine,keiner,keines,keinen,nichts,nicht vorhanden
nessuno,nessuna,niente,nulla,non presente,non c'è
ninguno,ninguna,nada,no hay,no existe,no tiene
nenhum,nenhuma,não há,não tem,não existe,nao tem
δεν υπάρχει,δεν υπάρχουν,δεν έχει,κανένα,καμία,κανένας,κανένας,ουδέν,ουδείς
yok,yoktur,hiçbiri,hiç,bulunmuyor,bulunmamaktadır
отсутствует,отсутствуют,отсутствие,не имеется,не имеет,никакой,никаких,ничего,нету
немає,відсутній,відсутня,відсутнє,відсутні,не має,нічого
няма,липсва,липсват,нищо
nema,nijedan,nijedna,ništa,ne postoji,nemaju,нема,ниједан,ништа,не постоји
nuk ka,s'ka,asnjë,asgjë,nuk ekziston,mungon
nu are,nu există,niciun,niciuna,nimic,lipsă,lipsește
nincs,nincsen,nincsenek,semmi,hiányzik
brak,nie ma,żaden,żadna,żadne,nie posiada,nie istnieje
není,žádný,žádná,žádné,žiadny,žiadna,žiadne,nemá,chybí,chýba,nie je
geen,niets,ontbreekt,niet aanwezig
nobeden,nobena,manjka
ingen,inget,inga,intet,ei ole
لا يوجد,لا توجد,لايوجد,لاتوجد,لا شيء,لا شئ,ليس لديه,ليس لديها,ليس له,ليس لها,ليس عنده,ما عنده,ماعنده,ما في,مافي,ماكو,غير موجود,غير موجودة,ليس هناك
ندارد,ندارند,نداره,نیست,هیچ,هیچکدام,هیچ کدام,وجود ندارد,موجود نیست,موجود نمی باشد,نمی باشد
نشته,نه لري,نلري,هیڅ,نه شته
کوئی نہیں,نہیں ہے,موجود نہیں,کچھ نہیں
نییە,نیە,نیه,هیچ,نییەتی,نیەتی
tuneye,tune ye,nîne,tu tişt
የለም,የለውም,የላትም,የለኝም,ምንም,የላቸውም
የለን,የብሉን,የብላን,የብሎምን,ዘይብሉ,የብለይን
ma jiro,malaha,ma laha,ma leh,ma lahan,midna,wax ma jiro
নেই,নাই,কিছুই না,কোনোটিই না,নাই
नहीं है,कोई नहीं,कुछ नहीं
无,無,没有,沒有,未有,空
không có`

// absentPhrases say it of identifiers, quantities and keys; a term may have them as an answer.
// What could not be read is not among them: somebody has to look.
const absentPhrases = `missing,lost,destroyed,not seen,not presented,not shown,not issued,not held,undocumented,blank,empty,no longer in possession,pending,applied for,application pending,expired
perdu,perdue,expiré,périmé,en cours,sans papiers,détruit,manquant
verloren,abgelaufen,beantragt,vernichtet,fehlt,ausweislos,passlos
smarrito,scaduto,smarrita,perso,mancante
perdido,perdida,caducado,caducada,vencido,en trámite,extraviado,extraviada,indocumentado,indocumentada
απωλεσθέν,απώλεια
kayıp,süresi dolmuş,belgesiz,kayboldu
утерян,просрочен,утеряно,утрачен,втрачено,изгубен
izgubljen,izgubljeno,изгубљен
i humbur,pierdut,elveszett,zagubiony,ztracen
مفقود,منتهي,منتهي الصلاحية,ضائع,مفقودة
گم شده,مفقود,گمشده`

// shortForms are abbreviations, which count with their marks where letters may be a code.
const shortForms = `na,n/a,n.a.,nk,n/k,unk,unkn,nan,tbc,tbd,tba,n/s,n/d,n.d.,nd,n/p
nc,n/c,n.c.,n.r.,s/o
k.A.,o.A.,u.b.,n.v.,n.b.,k/A
n.p.,n.n.,s.n.,s/n,s/d,s.d.,ns/nc,ns nc
н/д,н.д.,б/н,б.н.,б/д,н/у,нд,бн
b.d.,b/d,n.z.,n.v.t.,nvt,n.b,bez br,b.b.,nep
غ.م,غ م`

// noNamePhrases stand for the name of somebody whose name is not known.
const noNamePhrases = `none,no name,noname,nameless,unnamed,unsub,fnu,lnu,fnu lnu,lnu fnu,fnu/lnu,name withheld,anonymous,unknown male,unknown female,not applicable
sans nom,anonyme,x se disant,néant,aucun,aucune
ohne Namen,namenlos,anonym,N.N.,n. n.,keiner,keine
senza nome,anonimo,anonima
sin nombre,anónimo,anónima,ninguno,ninguna
sem nome,nenhum,nenhuma
χωρίς όνομα,ανώνυμος,ανώνυμη,ανώνυμο,δεν υπάρχει,δεν έχει
isimsiz,isimsiz şahıs,yok,yoktur
без имени,аноним,нет,отсутствует,нету,немає,без імені,няма,без име
bez imena,без имена,pa emër,fără nume,név nélkül,névtelen,nincs,bezimienny,beze jména,zonder naam,naamloos
بدون اسم,بلا اسم,لا يوجد,لا توجد,لا اسم له
بی نام,بی‌نام,بدون نام,ندارد,نداره
بې نومه,بے نام,بێ ناو,bê nav
ስም የለውም,ስም የለሽ,magac la'aan,無名,无名,无名氏,無名氏,没有,沒有,无,無`

// sheetErrors are the error values of spreadsheets without their marks.
const sheetErrors = `ref,n/a,na,value,name,div/0,null,num,spill,calc,getting data,field,busy,unknown,connect,blocked,error
bezug,nv,wert,zahl,nom,nombre,valeur,nombre,non disp,valor,nome,numero,rif,valore,num,ссылка,н/д,знач,имя,дел/0,пусто,число
ссыл,имя?`

// noNegations negate what follows or goes before; alone they say of an identifier that there is none.
const noNegations = `no not without non never neither
sans pas non sans aucun
kein keine keinen keiner ohne nicht nein
senza non no
sin no
sem não nao
χωρίς δεν μη όχι άνευ
yok değil olmayan hayır
нет без не
без не немає нема ні
без не няма
bez nema ne nije nemam без нема не није
pa nuk jo s'ka
fără fara nu
nincs nélkül nem nincsen
brak bez nie
bez není nemá ne nie
geen zonder niet nee
brez ni ne
لا بدون بلا دون من غير ليس كلا عدم
ندارد بدون فاقد بی خیر نه نیست نداشته
بې نه نشته
نہیں بغیر بے
بێ نییە نەخێر
bê tune ne na
ያለ የለም የለውም
ብዘይ የለን የብሉን
la'aan ma malaha maya
নেই না ছাড়া
नहीं बिना
không`

// factWords are what there may be no data about.
const factWords = `data info information details detail value values entry answer response record
données renseignement renseignements informations réponse
daten angabe angaben auskunft eintrag antwort
dati informazioni dato risposta
datos información informacion respuesta dato
dados informação informações resposta
στοιχεία στοιχείο πληροφορίες πληροφορία δεδομένα απάντηση
bilgi bilgisi veri kayıt kaydı cevap
данных данные сведений сведения информации информация
даних дані відомостей інформації
данни информация сведения
podataka podaci podatak podatke data информације података подаци
të dhëna dhëna informacion
informații informatii date informații
adat adatok információ
danych dane informacji
údaje údajů údaj informace údajov
gegevens informatie opgave
بيانات معلومات بيان معلومة
اطلاعات اطلاعاتی داده معلومات
معلومات
مەعلوومات زانیاری
agahî agahdarî
መረጃ
ሓበሬታ
xog macluumaad
তথ্য उत्तर जानकारी सूचना`

// thingWords are what somebody may not have.
const thingWords = `document documents documentation passport passports id ids papers paper number numbers nr phone telephone mobile cell imei imo mmsi imsi iban sim card identity identification plate plates registration licence license visa account email mail address contact reference date birth dob amount price fee ship vessel travel serial
passeport passeports papiers papier numéro numero téléphone telephone portable carte identité identite plaque compte adresse voyage pièce piece
dokument dokumente pass reisepass papiere ausweis ausweispapiere ausweisdokumente personalausweis nummer telefon telefonnummer handy kennzeichen konto datum passnummer reisedokument
documento documenti passaporto telefono cellulare targa carta conto indirizzo data viaggio identità
documentos documentación documentacion pasaporte papeles número teléfono móvil matrícula cuenta fecha cédula
passaporte telefone telemóvel papéis
έγγραφο έγγραφα διαβατήριο διαβατηρίου ταυτότητα ταυτότητας αριθμός τηλέφωνο χαρτιά ημερομηνία πινακίδα νομιμοποιητικά ταξιδιωτικά
belge belgesi belgeler pasaport pasaportu kimlik kimliği numara numarası telefon telefonu evrak evrakı plaka tarih
документ документа документов документы паспорт паспорта номер номера телефон телефона удостоверение удостоверения дата
документів документи паспорту
паспорти лична карта
dokumenta dokumenata pasoš pasoša putovnica putovnice putovnicu broj broja telefona isprava isprave ispravu lične karte докумената пасош пасоша број исправа
dokumente pasaportë pasaporta pasaporte numër numri letra
acte act pașaport pasaport număr numar buletin
okmány okmányok okmánya dokumentum útlevél útlevele szám száma papír papírok
dokumentu dokumentów paszport paszportu numer numeru telefonu
doklad dokladu dokladů doklady pas pasu číslo čísla občanský
documenten paspoort telefoon papieren identiteitsbewijs rekening
وثيقة وثائق الوثيقة الوثائق جواز جوازات سفر هوية الهوية رقم الرقم هاتف الهاتف مستند مستندات أوراق ثبوتية بطاقة لديه لديها
مدرک مدارک پاسپورت گذرنامه شماره تلفن شناسنامه کارت هویت سند اسناد تذکره شناسایی هویتی سفر پلاک
شمېره تیلیفون پاسپورټ
پاسپورٹ دستاویز دستاویزات نمبر فون شناختی کارڈ
پاسپۆرت پاسپۆرتی بەڵگەنامە ژمارە ناسنامە مۆبایل
pasport nasname hejmar telefon
ሰነድ ፓስፖርት ቁጥር ስልክ መታወቂያ
ቁጽሪ ቴሌፎን መንነት
baasaboor baasaaboor dukumenti dukumentiyo lambar lambarka telefoon warqad warqado aqoonsi
পাসপোর্ট নথি নম্বর ফোন কাগজপত্র
पासपोर्ट दस्तावेज दस्तावेज़ नंबर फ़ोन`

// personWords are for somebody whose name is not known.
const personWords = `name names person male female man woman suspect subject individual surname first last given family victim driver caller
nom nom prénom personne homme femme individu suspecte
name namen person mann frau tatverdächtiger täter männlich weiblich
nome cognome persona uomo donna soggetto
nombre apellido apellidos hombre mujer sujeto
sobrenome pessoa homem mulher
όνομα επώνυμο ονοματεπώνυμο άνδρας γυναίκα άτομο
isim isimli ad adı soyadı şahıs kişi erkek kadın
имя имени фамилия фамилии лицо мужчина женщина
ім'я особа прізвище чоловік жінка
име лице мъж жена
ime imena prezime osoba muškarac žena име особа лице
emër emri person
nume prenume persoană bărbat femeie
név neve személy férfi nő
imię imienia nazwisko osoba mężczyzna kobieta
jméno jména osoba muž žena
naam achternaam persoon man vrouw
اسم الاسم شخص رجل امرأة
نام اسم شخص مرد زن فرد
نوم ناو nav kes ስም ሰው magac qof নাম নাম ব্যক্তি नाम व्यक्ति`

// nameWords are the words for a name, for "no surname".
const nameWords = `name names surname forename
nom noms prénom prénoms
namen vorname vornamen nachname nachnamen familienname familiennamen
nome cognome
nombre nombres apellido apellidos
sobrenome apelido
όνομα επώνυμο ονοματεπώνυμο
isim soyadı soyad soyisim
имя имени фамилия фамилии отчество отчества
ім'я імені прізвище прізвища
име презиме ime imena prezime prezimena
emër mbiemër nume prenume név vezetéknév imię imienia nazwisko nazwiska jméno jména příjmení naam voornaam achternaam
الاسم اسم لقب
نام نام‌خانوادگی فامیلی`

// fillerWords say nothing of their own in such a phrase.
const fillerWords = `of the a an any his her its their at all in on with has have had is was are were been yet available provided given stated shown seen presented held known recorded own possession present issued
de d du des la le les l un une à a été est disponible fourni
der die das den dem des ein eine ist war hat bei sich vorhanden angegeben bekannt vorgelegt im besitz mitgeführt
di del della il lo un una è ha disponibile
el los las un una del en su disponible tiene
do da o os as um uma tem
του της το τα είναι έχει
var bir
у при себе имеет
je ima
ka
este are
van het een de heeft
في له لها أو يوجد توجد
در به او دارد
کوئی ہے laha leh jiro`
