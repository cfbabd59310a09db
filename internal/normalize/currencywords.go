package normalize

// freeWords say that nothing was paid.
const freeWords = `free,for free,free of charge,no charge,no payment,nothing paid
gratis,gratuit,gratuitement,kostenlos,umsonst,unentgeltlich,gratuito,gratuita,gratuitamente,sin pago,grátis
δωρεάν,ücretsiz,bedava,parasız,бесплатно,даром,безкоштовно,безплатно,besplatno,бесплатно,falas,pa pagesë,gratuit
ingyen,ingyenes,za darmo,bezpłatnie,zdarma,zadarmo,gratis
مجانا,مجاني,بالمجان,مجاناً,رایگان,مجانی,وړیا,مفت,بەخۆڕایی,bêpere,belaş,በነፃ,ነጻ,ብናጻ,bilaash,বিনামূল্যে,मुफ्त,免费,免費,miễn phí`

// aboutWords say that an amount is rough.
const aboutWords = `about,approx,approximately,around,circa,ca,c,roughly,some,total,sum,amount,paid,price,each,per,person,head,capita,pp,p p
environ,vers,à peu près,pro,kopf,nase,je,par,personne,persona,testa,cabeza,por,pessoa,persoană,osobu,osobi,osobę,kişi,başı,başına,άτομο,το,ανά,κατ,с,за,на,человека,людину,особу,للشخص,شخص,لكل,نفر,نفری,هر,etwa,ungefähr,rund,zirka,circa,intorno,aprox,aproximadamente,unos,unas,alrededor,cerca
περίπου,γύρω,yaklaşık,civarı,civarında,примерно,около,приблизно,близько,приблизително,oko,otprilike,око,отприлике,rreth,afërsisht,aproximativ,circa,cca
körülbelül,kb,około,ok,asi,přibližně,približne,ongeveer,omstreeks
حوالي,تقريبا,حدود,تقریبا,نزدیک,تقريباً,شاوخوا,nêzîkî,ገደማ,qiyaas,প্রায়,लगभग,大约,约,約,khoảng`

// rangeWords stand before or between the ends of a range.
const rangeWords = `between,from,to,and,or,till,until,entre,et,à,a,ou,de,von,bis,zwischen,und,oder,tra,fra,e,ed,da,y,o,hasta,desde,até,em
μεταξύ,και,έως,από,μέχρι,ως,ile,arası,arasında,veya,от,до,между,и,или,від,між,та,або,od,do,između,i,između,од,између,ndërmjet,deri,nga,dhe
între,și,sau,până,la,és,között,vagy,od,między,lub,mezi,až,nebo,tussen,en,tot,van,of
بين,و,إلى,الى,من,أو,حتى,بین,تا,از,یا`

// boundWords make an amount a bound.
const boundWords = `up,at,least,most,more,than,less,over,under,minimum,maximum,max,min,above,below
jusqu,plus,moins,maximum,mehr,als,mindestens,höchstens,über,unter,oltre,almeno,meno,più,fino,más,menos,al menos,mais
τουλάχιστον,πάνω,κάτω,en az,en fazla,fazla,более,менее,свыше,минимум,максимум,більше,менше,повече,više,manje,najmanje,више,мање
أكثر,أقل,على الأقل,بیش,کمتر,حداقل,حداکثر`

// thousandWords and millionWords multiply the number before them.
const thousandWords = `k,thousand,thousands,mille,tausend,tsd,mila,mil,χιλιάδες,χιλ,χίλια,bin,тыс,тысяч,тысячи,тысяча,тис,тисяч,тисячі,хил,хиляди,хиляда
hiljada,hiljade,tisuća,tisuće,хиљада,хиљаде,mijë,mii,mie,ezer,tys,tysiące,tysięcy,tisíc,tisíce,duizend,ألف,الف,آلاف,الاف,هزار,زر,ہزار,هەزار,hezar,ሺህ,ሽሕ,kun,হাজার,हजार,हज़ार,千`

const millionWords = `million,millions,mln,mio,mn,millionen,milione,milioni,millón,millones,milhão,milhões,εκατομμύρια,εκ,milyon,млн,миллион,миллиона,миллионов,мільйон,мільйони
milion,milioni,milijun,milijuna,милион,милиона,milioane,millió,miliony,milionów,milionů,miljoen,مليون,ملايين,میلیون,ملیون,ملین,milyoun`

// currencyNames are names and signs that mean one currency.
const currencyNames = `EUR: €,euro,euros,eur,euri,euró,ευρώ,евро,євро,evro,avro,eura,يورو,یورو,اورو,یۆرۆ,ewro,ዩሮ,ኤውሮ,yuuro,ইউরো,यूरो,欧元,歐元
USD: us$,u.s. dollars,us dollar,us dollars,usd$,$us,$usd,دولار امريكي,美元,美金
GBP: £,sterling,pound sterling,pounds sterling,quid,英镑
TRY: tl,₺,ytl,türk lirası,türkische lira,lire turche,лир,лиры
UAH: ₴,гривна,гривен,гривны,гривня,гривень,грн,hryvnia,hryvnya,grivna
RUB: ₽,руб,р,rub,рублей
PLN: zł,zloty,zlotys,złoty,złotych,zl
CZK: kč,kc,koruna česká
HUF: ft,forint,forintot
RON: lei,leu,ron,leilor
BGN: лв,лева,лев,leva,lev
RSD: din,дин
BAM: km,конвертибилна марка,konvertibilna marka,konvertibilnih maraka
HRK: kn,kuna,kune
MKD: denar,denari,денари,ден
ALL: lek,lekë,leke,leks
CHF: fr,sfr,chf,franken,schweizer franken
ILS: ₪,nis,shekel,shekels,şekel,шекель,شيكل
EGP: le,l.e.,ج.م,e£
INR: ₹
NGN: ₦,naira
GHS: ₵,cedi,cedis
ETB: birr,ብር,бырр
ERN: nakfa,ናቕፋ,nakfas
AFN: afghani,afghanis,افغانی,؋
BDT: taka,tk,৳,টাকা
PKR: pkr rs
GEL: ₾,lari
AMD: ֏,dram
AZN: ₼,manat
KZT: ₸,tenge
VND: ₫,dong,đồng
PHP: ₱
KRW: ₩
THB: ฿,baht
CNY: rmb,yuan,元,人民币
JPY: yen
IRR: ریال ایران
LYD: ld,د.ل
SYP: ل.س
LBP: ل.ل
IQD: د.ع
JOD: jd,د.أ
AED: د.إ
SAR: ر.س
DZD: د.ج
TND: د.ت
MAD: د.م
MRU: ouguiya`

// currencyNouns are kinds of money that several countries have: the stems of the words, then
// by codes the stems of the countries; an empty stem is for no country.
const currencyNouns = `dinar,δηναρι,динар,دينار,دینار,дінар|LYD:lib,ливи,лівій,λιβυ,ليبي,لیبی; DZD:alg,dz,алжир,αλγερ,جزائر,الجزائر,الجزایر,cezayir; TND:tun,тунис,τυνησ,تونس; IQD:ira,irak,ирак,ιρακ,عراق,العراق; JOD:jord,giord,иордан,ιορδαν,أردن,اردن,urdun,ürdün; KWD:kuw,kuv,kuwe,кувейт,كويت,کویت; BHD:bahr,بحرين,bahreyn; RSD:serb,srp,срп,серб,серб,σερβ,صرب,sirp; MKD:maced,maked,макед
dollar,dolar,δολαρι,доллар,долар,دولار,دلار,dólar,dolár,ዶላር,doolar,डॉलर,ডলার|USD:,us,usa,u,s,amer,state,united,stat,сша,америк,αμερ,أمريك,امريك,امریک; CAD:can,kan,канад; AUD:aus,австрал; NAD:nam; LRD:liber
pound,sterlin,livre,фунт,pfund,libra,paund,pund|GBP:,brit,sterl,ingl,engl,uk,gb,англ,брит; TRY:turk,turc; EGP:egy,egi,ägy,mıs,mis,егип,єгип,αιγυπ,مصر,مصري; SDG:sud,суд,σουδ,سودان; SYP:syr,sir,sur,сир,συρ,سور; LBP:leb,liban,lib,лива,λιβαν,لبنان
جنيه,جنية|EGP:مصر,مصري,egy; SDG:سودان,sud; GBP:استرليني,إسترليني,بريطان,انجليز,إنجليز
لير|TRY:ترك,turk; SYP:سور,syr; LBP:لبنان,leb
lira,lire,λιρα,λίρες,лир,لیر|TRY:,turk,turc,türk,турец,турк,τουρκ,ترك,tr; GBP:sterl; EGP:egy,egi,ägy,mıs,mis,егип,єгип,αιγυπ,مصر,مصري; SDG:sud,суд,σουδ,سودان; SYP:syr,sir,sur,сир,συρ,سور; LBP:leb,liban,lib,лива,λιβαν,لبنان
franc,franco,франк,φραγκ,فرنك|CHF:swi,suis,svizz,suiz,schweiz,швейц,ελβετ,isviç,سويسر; DJF:djib,gib; GNF:guin; RWF:rwan,ruan; BIF:burun; CDF:congol,rdc
dirham,dirhem,дирхам,درهم,diram|MAD:mor,mar,maroc,fas,марок,μαροκ,مغرب; AED:uae,emir,emi,dub,эмир,امارات,إمارات
rial,riyal,riad,риал,риял,ريال,ریال|IRR:ira,iran,иран,ιραν,إيران,ايران,ایران; SAR:sau,saud,suud,сауд,سعود; YER:yem,jem,йем,يمن; OMR:oma,عمان; QAR:qat,kat,قطر
rupee,rupi,рупи,ρουπι,روبية,روپ,roupie|INR:ind,hind,هند; PKR:pak,пак,باكست,پاکست; LKR:lank,sri; NPR:nep
shilling,schilling,scellin,chelin,шиллинг,شلن|KES:ken; SOS:som,صومال; UGX:ug; TZS:tan
kron,krona,krone,kroner,крон,corona,couronne|SEK:swe,sve,schwed,sué,шведс,isveç; NOK:nor; DKK:dan,dän; ISK:isl,ice; CZK:cze,tschech,ceca,česk,чешс
rubel,rouble,ruble,rublo,рубл,ρουβλ,روبل|RUB:,rus,rou,росс,ρωσ,روس; BYN:bela,weiß,бел
peso,песо|MXN:mex,méj; PHP:phil,fil; ARS:arg; COP:col; CLP:chil; CUP:cub
cfa,seefa|XOF:west,ouest,bceao,xof,dakar; XAF:central,beac,xaf`
