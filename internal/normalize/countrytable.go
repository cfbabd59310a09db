package normalize

// countryCodes holds ISO 3166-1: the alpha-2 code, the alpha-3 code and the
// number of each country, which is also its code in UN M49. Kosovo is not in
// the standard and is added by name.
const countryCodes = "" +
	"adand020 aeare784 afafg004 agatg028 aiaia660 alalb008 amarm051 aoago024 aqata010 ararg032 asasm016 ataut040 " +
	"auaus036 awabw533 axala248 azaze031 babih070 bbbrb052 bdbgd050 bebel056 bfbfa854 bgbgr100 bhbhr048 bibdi108 " +
	"bjben204 blblm652 bmbmu060 bnbrn096 bobol068 bqbes535 brbra076 bsbhs044 btbtn064 bvbvt074 bwbwa072 byblr112 " +
	"bzblz084 cacan124 cccck166 cdcod180 cfcaf140 cgcog178 chche756 ciciv384 ckcok184 clchl152 cmcmr120 cnchn156 " +
	"cocol170 crcri188 cucub192 cvcpv132 cwcuw531 cxcxr162 cycyp196 czcze203 dedeu276 djdji262 dkdnk208 dmdma212 " +
	"dodom214 dzdza012 ececu218 eeest233 egegy818 ehesh732 ereri232 esesp724 eteth231 fifin246 fjfji242 fkflk238 " +
	"fmfsm583 fofro234 frfra250 gagab266 gbgbr826 gdgrd308 gegeo268 gfguf254 ggggy831 ghgha288 gigib292 glgrl304 " +
	"gmgmb270 gngin324 gpglp312 gqgnq226 grgrc300 gssgs239 gtgtm320 gugum316 gwgnb624 gyguy328 hkhkg344 hmhmd334 " +
	"hnhnd340 hrhrv191 hthti332 huhun348 ididn360 ieirl372 ilisr376 imimn833 inind356 ioiot086 iqirq368 irirn364 " +
	"isisl352 itita380 jejey832 jmjam388 jojor400 jpjpn392 keken404 kgkgz417 khkhm116 kikir296 kmcom174 knkna659 " +
	"kpprk408 krkor410 kwkwt414 kycym136 kzkaz398 lalao418 lblbn422 lclca662 lilie438 lklka144 lrlbr430 lslso426 " +
	"ltltu440 lulux442 lvlva428 lylby434 mamar504 mcmco492 mdmda498 memne499 mfmaf663 mgmdg450 mhmhl584 mkmkd807 " +
	"mlmli466 mmmmr104 mnmng496 momac446 mpmnp580 mqmtq474 mrmrt478 msmsr500 mtmlt470 mumus480 mvmdv462 mwmwi454 " +
	"mxmex484 mymys458 mzmoz508 nanam516 ncncl540 nener562 nfnfk574 ngnga566 ninic558 nlnld528 nonor578 npnpl524 " +
	"nrnru520 nuniu570 nznzl554 omomn512 papan591 peper604 pfpyf258 pgpng598 phphl608 pkpak586 plpol616 pmspm666 " +
	"pnpcn612 prpri630 pspse275 ptprt620 pwplw585 pypry600 qaqat634 rereu638 rorou642 rssrb688 rurus643 rwrwa646 " +
	"sasau682 sbslb090 scsyc690 sdsdn729 seswe752 sgsgp702 shshn654 sisvn705 sjsjm744 sksvk703 slsle694 smsmr674 " +
	"snsen686 sosom706 srsur740 ssssd728 ststp678 svslv222 sxsxm534 sysyr760 szswz748 tctca796 tdtcd148 tfatf260 " +
	"tgtgo768 ththa764 tjtjk762 tktkl772 tltls626 tmtkm795 tntun788 toton776 trtur792 tttto780 tvtuv798 twtwn158 " +
	"tztza834 uaukr804 uguga800 umumi581 ususa840 uyury858 uzuzb860 vavat336 vcvct670 veven862 vgvgb092 vivir850 " +
	"vnvnm704 vuvut548 wfwlf876 wswsm882 yeyem887 ytmyt175 zazaf710 zmzmb894 zwzwe716"

// countryVariants are names and codes beside those of ISO 3166-1 and Unicode
// CLDR, one country a line: its code and then what sources in this field write,
// parted by commas. They are former names, short and official names, the codes
// of other bodies (of single letters only the D of German travel documents),
// and the adjectives that nationality columns hold instead of countries.
const countryVariants = `
xk: XKX, RKS, XXK, KOS, Kosovo*, Kosovo (UNSCR 1244), Kosova, Kosovar, Republic of Kosovo
gr: EL, Hellas, Hellenic Republic, Greek
gb: UK, U.K., GBD, GBN, GBO, GBP, GBS, Great Britain, Britain, England, Scotland, Wales, Northern Ireland, United Kingdom of Great Britain and Northern Ireland, British, Grande-Bretagne, Großbritannien, Gran Bretagna, Gran Bretaña, İngiltere, Англия
us: U.S., U.S.A., United States of America, America, American, États-Unis d'Amérique, Vereinigte Staaten von Amerika, EE. UU., ABD, США
de: D, Federal Republic of Germany, German, Almanya
ps: PSX, Palestine, State of Palestine, Palestinian Territory, Occupied Palestinian Territory, oPt, Palestinian Territory Occupied, Palestine State of, West Bank, Gaza, Gaza Strip, West Bank and Gaza, Palestinian, Palestinian Authority, Palästina, Palestina, Filistin, فلسطين, فلسطین, Παλαιστίνη, Палестина
sy: Syrian Arab Republic, Syrian, Syrie, Arabische Republik Syrien, سوريا, Suriye Arap Cumhuriyeti
ir: Iran (Islamic Republic of), Islamic Republic of Iran, Iran Islamic Republic of, Persia, Iranian
iq: Republic of Iraq, Iraqi
af: Islamic Republic of Afghanistan, Afghan, Afghani
pk: Islamic Republic of Pakistan, Pakistani
bd: Bengladesh, Bangladeshi, People's Republic of Bangladesh
in: Republic of India, Indian
lk: Ceylon, Sri Lankan
np: Nepali, Nepalese
mm: Myanmar, Burma, Birmanie, Birma, Birmania, Burmese
tr: Turkiye, Türkiye, Republic of Turkey, Turkish
cn: People's Republic of China, PR China, PRC, Chinese
tw: Taiwan Province of China, Taiwan (Province of China), Chinese Taipei, Republic of China, ROC
hk: Hong Kong, China Hong Kong SAR, Hong-Kong
mo: Macao, Macau, China Macao SAR
kp: North Korea, DPRK, Democratic People's Republic of Korea, Korea Democratic People's Republic of, Korea (Democratic People's Republic of), Dem. People's Rep. Korea, Nordkorea, Corée du Nord
kr: South Korea, Republic of Korea, Korea Republic of, Korea (Republic of), Korea (South), Südkorea, Corée du Sud
vn: Viet Nam, Socialist Republic of Vietnam, Vietnamese
la: Lao People's Democratic Republic, Lao PDR
kh: Kampuchea, Cambodian
mn: Mongolian
th: Thai
ph: Philippines (the), Filipino
id: Indonesian
my: Malaysian
bn: Brunei Darussalam
tl: East Timor, Timor Leste
ru: Russian Federation, Russian, Fédération de Russie, Russische Föderation
by: Belorussia, Byelorussia, White Russia, Weißrussland, Weissrussland, Biélorussie, Belarusian, Белоруссия
md: Republic of Moldova, Moldova Republic of, Moldova (Republic of), Moldavia, Moldovan
ua: Ukrainian
ge: Georgian
am: Armenian
az: Azeri, Azerbaijani
kz: Kazakh
kg: Kirghizia, Kyrgyz Republic, Kyrgyz
uz: Uzbek
tj: Tajik
tm: Turkmen
mk: North Macedonia, Republic of North Macedonia, Macedonia, FYROM, FYR Macedonia, Former Yugoslav Republic of Macedonia, The former Yugoslav Republic of Macedonia, Macedonian, Macédoine du Nord, Nordmazedonien, Macedonia del Nord, Macedonia del Norte, Βόρεια Μακεδονία, Kuzey Makedonya, Северная Македония, مقدونيا الشمالية, مقدونیه شمالی
al: Albanian
ba: Bosnia, Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnia-Herzegovina, BiH
rs: Republic of Serbia, Serbian
me: Montenegrin
hr: Croatian
si: Slovenian
bg: Bulgarian
ro: ROM, Rumania, Roumania, Romanian
hu: Hungarian
pl: Polish
cz: Czech Republic, République tchèque, Tschechische Republik, Repubblica Ceca, República Checa, Чешская Республика, Czech
sk: Slovak Republic, Slovak
nl: Holland, The Netherlands, Dutch
it: Italian
fr: French
es: Spanish
pt: Portuguese
cy: Republic of Cyprus, Cypriot
va: Holy See, Holy See (Vatican City State), Vatican
eg: Arab Republic of Egypt, Egyptian
ly: Libyan Arab Jamahiriya, Libyan, State of Libya
tn: Tunisian
dz: Algerian
ma: Moroccan
eh: Sahrawi, Saharawi, SADR, West Sahara
mr: Mauritanian
ml: Malian
sn: Senegalese
gm: The Gambia, Gambia (the), Gambia The, Republic of The Gambia, Gambian
gn: Guinea Conakry, Guinea-Conakry, Guinea (Conakry), Guinée Conakry, Guinean
gw: Guinea Bissau, Guinée Bissau
gq: Equatorial Guinea, Eq. Guinea
sl: Sierra Leonean
lr: Liberian
ci: Ivory Coast, Cote d Ivoire, Cote d'Ivoire, Côte d'Ivoire, Costa d'Avorio, Costa de Marfil, Elfenbeinküste, Ivorian
gh: Ghanaian
tg: Togolese
bj: Dahomey, Beninese
bf: Upper Volta, Burkina, Burkinabe
ne: Nigerien
ng: Nigerian
td: Tchad, Chadian
cm: Cameroun, Cameroonian
cf: Central African Rep., CAR, Centrafrique
cg: Congo-Brazzaville, Congo Brazzaville, Congo (Brazzaville), Republic of the Congo, Republic of Congo, Congo Republic, Congo Rep., Congo (Rep.), République du Congo, Republik Kongo, Repubblica del Congo
cd: ZAR, DRC, DR Congo, D.R. Congo, D.R.C., Congo-Kinshasa, Congo Kinshasa, Congo (Kinshasa), Democratic Republic of the Congo, Democratic Republic of Congo, Congo Democratic Republic of the, Congo (Democratic Republic of the), Congo The Democratic Republic of the, Congo Dem. Rep., Dem. Rep. Congo, Zaire, RDC, République démocratique du Congo, Demokratische Republik Kongo, DR Kongo, Repubblica Democratica del Congo, ДР Конго
ga: Gabonese
ao: Angolan
st: Sao Tome, Sao Tome and Principe, Sao Tome & Principe
cv: Cabo Verde, Cape Verdean
er: Eritrean
et: Abyssinia, Ethiopian
so: Federal Republic of Somalia, Somalian, Somali
dj: Djiboutian
sd: Republic of the Sudan, Republic of Sudan, North Sudan, The Sudan, Sudanese
ss: Republic of South Sudan, South Sudanese
ug: Ugandan
ke: Kenyan
rw: Rwandan
bi: Burundian
tz: United Republic of Tanzania, Tanzania United Republic of, Tanzania (United Republic of), Tanzanian
km: Comores, Comoro Islands, Comorian
sz: Eswatini, Swaziland, Kingdom of Eswatini
zw: Rhodesia, Zimbabwean
za: RSA, South African
jo: Jordanian
lb: Lebanese
il: State of Israel, Israeli
sa: KSA, Saudi, Kingdom of Saudi Arabia
ae: UAE, U.A.E., Emirates, VAE, EAU
ye: Republic of Yemen, Yemeni
kw: Kuwaiti
cu: Cuban
do: Dominican Rep., Dominican Republic (the)
ht: Haitian
ve: Venezuela (Bolivarian Republic of), Bolivarian Republic of Venezuela, Venezuela Bolivarian Republic of, Venezuelan
bo: Bolivia (Plurinational State of), Plurinational State of Bolivia, Bolivia Plurinational State of
co: Colombian
ec: Ecuadorian
pe: Peruvian
br: Brazilian
fm: Micronesia (Federated States of), Federated States of Micronesia
sh: Saint Helena, St Helena, Saint Helena Ascension and Tristan da Cunha
fk: Falkland Islands (Malvinas)
vg: British Virgin Islands
vi: United States Virgin Islands, US Virgin Islands
`

// statelessNames say that a person has no nationality. XXA is the code of
// travel documents for it (ICAO Doc 9303 part 3), STL that of Frontex.
const statelessNames = "stateless, stateless person, XXA, STL, apatride, staatenlos, apolide, apátrida, " +
	"ανιθαγενής, عديم الجنسية, بدون جنسية, bidoon, بدون تابعیت, vatansız, haymatlos, без гражданства, лицо без гражданства"

// unknownCountries say that a nationality is not known: XXX of travel
// documents, ZZ and ZZZ of CLDR and FollowTheMoney, OOO and OOS (Sub-Saharan,
// not identified) of Frontex.
const unknownCountries = "XX, XXX, ZZ, ZZZ, OOO, OOS, unidentified Sub-Saharan Africa, unspecified Sub-Saharan nationals, " +
	"other, others, autre, autres, andere, sonstige, altro, otros, unknown nationality, nationality unknown, unspecified nationality"

// ambiguousCountries name more than one country.
const ambiguousCountries = "Congo, Congolese, Kongo, Κονγκό, الكونغو, کنگو, Конго, Korea, Corée, Korean, Corea, " +
	"Virgin Islands, Dominican, Yugoslavia, Jugoslawien, Yougoslavie, YUG, YU, " +
	"Serbia and Montenegro, SCG, Soviet Union, USSR, SUN, Czechoslovakia, CSK, Netherlands Antilles, ANT, Sudan (former)"
