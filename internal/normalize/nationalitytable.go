package normalize

// nationalities are the adjectives and nouns by which columns of nationality name
// countries, beside the English ones among the variants: French, German, Italian,
// Spanish, Portuguese, Greek, Turkish, Russian, Serbian, Albanian and Arabic. What stands behind a
// bar is an ending: "syrien||ne" is syrien and syrienne, "sirian|o|a" siriano and siriana.
const nationalities = `
af: afghan||e, afghanisch||e|er, Afghane, afghan|o|a, afgan|o|a, afeg|ão|ã, Αφγαν|ή|ός|ική, Αφγανικ|ή|ό, Afganlı, Afgan, афганск|ое|ий|ая, афганец, афганка, avganistansk|o|i, أفغاني||ة
al: albanais||e, albanisch||e|er, Albaner||in, albanes|e|a, albanés, αλβανικ|ή|ό, Αλβανός, Αλβανίδα, Arnavut, албанск|ое|ий|ая, албанец, albansk|o|i, shqiptar||e, ألباني||ة
am: arménien||ne, armenisch||e|er, Armenier||in, armen|o|a, armenio, armenia, armèni|o|a, αρμενικ|ή|ό, Αρμένιος, Ermeni, армянск|ое|ий|ая, армянин, أرميني||ة
bd: bangladais||e, bengalisch||e|er, bangladeschisch||e|er, Bangladescher||in, bengalese, bangladese, bangladesí, μπαγκλαντεσιαν|ή|ός, Μπανγκλαντεσιαν|ή|ός, Bangladeşli, бангладешск|ое|ий|ая, бангладешец, bangladešk|o|i, بنغلاديشي||ة, بنغالي||ة
bg: bulgare, bulgarisch||e|er, Bulgare, bulgar|o|a, búlgar|o|a, βουλγαρικ|ή|ό, Βούλγαρος, Βουλγάρα, Bulgar, болгарск|ое|ий|ая, болгарин, bugarsk|o|i, bullgar||e, بلغاري||ة
by: biélorusse, belarussisch||e|er, weißrussisch||e|er, bieloruss|o|a, bielorrus|o|a, λευκορωσικ|ή|ό, Beyaz Rus, белорусск|ое|ий|ая, белорус
ci: ivoirien||ne, ivorisch||e|er, Ivorer||in, ivorian|o|a, marfileñ|o|a, Ιβοριαν|ή|ός, Fildişili, ивуарийск|ое|ий|ая, إيفواري||ة
cm: camerounais||e, kamerunisch||e|er, Kameruner||in, camerunense, camerunés, camerunesa, καμερουνέζικη, Καμερουνέζος, Kamerunlu, камерунск|ое|ий|ая, كاميروني||ة
cn: chinois||e, chinesisch||e|er, Chinese, cines|e|a, chin|o|a, κινεζικ|ή|ό, Κινέζος, Çinli, китайск|ое|ий|ая, китаец, kinesk|o|i, صيني||ة
de: allemand||e, deutsch||e|er, tedesc|o|a, alemán, alemana, alem|ão|ã, γερμανικ|ή|ό, Γερμανός, Γερμανίδα, Alman, немецк|ое|ий|ая, немец, nemačk|o|i, njemačk|o|i, gjerman||e, ألماني||ة
dz: algérien||ne, algerisch||e|er, Algerier||in, algerin|o|a, argelin|o|a, αλγερινή, αλγεριν|ή|ός|ικη, Cezayirli, алжирск|ое|ий|ая, алжирец, alžirsk|o|i, جزائري||ة
eg: égyptien||ne, ägyptisch||e|er, Ägypter||in, egizian|o|a, egipci|o|a, egípci|o|a, αιγυπτιακ|ή|ό, Αιγύπτι|ος|α, Mısırlı, египетск|ое|ий|ая, египтянин, egipatsk|o|i, مصري||ة
er: érythréen||ne, eritreisch||e|er, Eritreer||in, eritre|o|a, eritreense, ερυθραϊκή, ερυθραϊκ|ή|ό, Ερυθραί|ος|α, Eritreli, эритрейск|ое|ий|ая, эритреец, eritrejsk|o|i, إريتري||ة
et: éthiopien||ne, äthiopisch||e|er, Äthiopier||in, etiope, etíope, αιθιοπικ|ή|ό, Αιθίοπας, Etiyopyalı, эфиопск|ое|ий|ая, эфиоп, etiopsk|o|i, إثيوبي||ة
fr: français||e, französisch||e|er, Franzose, Französin, francese, francés, francesa, francês, γαλλικ|ή|ό, Γάλλος, Fransız, французск|ое|ий|ая, француз, francusk|o|i, فرنسي||ة
gb: britannique, britisch||e|er, Brite, britannic|o|a, inglese, británic|o|a, βρετανικ|ή|ό, Βρετανός, İngiliz, британск|ое|ий|ая, britansk|o|i, بريطاني||ة
ge: géorgien||ne, georgisch||e|er, Georgier||in, georgian|o|a, γεωργιαν|ή|ός, Gürcü, грузинск|ое|ий|ая, грузин||ка, gruzijsk|o|i, جورجي||ة
gh: ghanéen||ne, ghanaisch||e|er, Ghanaer||in, ghanese, ghanés, ghanesa, γκανέζικη, Γκανέζ|ος|α, Ganalı, ганск|ое|ий|ая, غاني||ة
gm: gambien||ne, gambisch||e|er, Gambier||in, gambian|o|a, Γκαμπιαν|ή|ός, Gambiyalı, гамбийск|ое|ий|ая, غامبي||ة
gn: guinéen||ne, guineisch||e|er, Guineer||in, guinean|o|a, Γουινεζ|ική|ος, Gineli, гвинейск|ое|ий|ая, غيني||ة
gr: grec, grecque, griechisch||e|er, Grieche, Griechin, grec|o|a, grieg|o|a, greg|o|a, ελληνικ|ή|ό, Έλληνας, Ελληνίδα, Yunan, Yunanlı, греческ|ое|ий|ая, грек, grčk|o|i, grek||e, يوناني||ة
in: indien||ne, indisch||e|er, Inder||in, indian|o|a, indi|o|a, ινδικ|ή|ό, Ινδός, Hintli, индийск|ое|ий|ая, индиец, indijsk|o|i, هندي||ة
iq: irakien||ne, irakisch||e|er, Iraker||in, irachen|o|a, iraquí, iraquian|o|a, ιρακιν|ή|ός, ιρακιανή, Iraklı, иракск|ое|ий|ая, иракец, iračk|o|i, عراقي||ة
ir: iranien||ne, iranisch||e|er, Iraner||in, iranian|o|a, iraní, ιρανικ|ή|ό, Ιραν|ός|ή, Iranlı, иранск|ое|ий|ая, иранец, iransk|o|i, إيراني||ة, ایرانی
it: italien||ne, italienisch||e|er, Italiener||in, italian|o|a, ιταλικ|ή|ό, Ιταλός, İtalyan, итальянск|ое|ий|ая, итальянец, italijansk|o|i, italian||e, إيطالي||ة
jo: jordanien||ne, jordanisch||e|er, Jordanier||in, giordan|o|a, jordan|o|a, ιορδανικ|ή|ό, Ιορδαν|ός|ή, Ürdünlü, иорданск|ое|ий|ая, أردني||ة
lb: libanais||e, libanesisch||e|er, Libanese, libanes|e|a, libanés, λιβανέζικη, λιβανικ|ή|ό, Λιβανέζ|ος|α, Lübnanlı, ливанск|ое|ий|ая, ливанец, لبناني||ة
lk: sri lankais||e, sri lankisch||e|er, srilankese, σριλανκέζικη, Sri Lankalı, шриланкийск|ое|ий|ая
ly: libyen||ne, libysch||e|er, Libyer||in, libic|o|a, libi|o|a, líbi|o|a, λιβυκ|ή|ό, Λίβυος, Libyalı, ливийск|ое|ий|ая, ливиец, libijsk|o|i, ليبي||ة
ma: marocain||e, marokkanisch||e|er, Marokkaner||in, marocchin|o|a, marroquí, marroquin|o|a, μαροκιν|ή|ός, Μαροκιν|ή|ός, Faslı, марокканск|ое|ий|ая, марокканец, marokansk|o|i, مغربي||ة
md: moldave, moldauisch||e|er, Moldauer||in, moldav|o|a, μολδαβικ|ή|ό, Moldovalı, молдавск|ое|ий|ая, молдаванин
mk: macédonien||ne, mazedonisch||e|er, macedone, macedoni|o|a, Makedon, македонск|ое|ий|ая, makedonsk|o|i
ml: malien||ne, malisch||e|er, Malier||in, malian|o|a, maliense, Μαλιν|ή|ός, Malili, малийск|ое|ий|ая, مالي||ة
ng: nigérian||e, nigerianisch||e|er, Nigerianer||in, nigerian|o|a, νιγηριαν|ή|ός, Nijeryalı, нигерийск|ое|ий|ая, нигериец, nigerijsk|o|i, نيجيري||ة
np: népalais||e, nepalesisch||e|er, Nepalese, nepalese, nepalés, νεπαλέζικη, Nepalli, непальск|ое|ий|ая, نيبالي||ة
pk: pakistanais||e, pakistanisch||e|er, Pakistaner||in, pachistan|o|a, pakistaní, paquistanês, paquistanesa, πακισταν|ή|ός|ική, Πακιστανικ|ή|ό, Pakistanlı, пакистанск|ое|ий|ая, пакистанец, pakistansk|o|i, باكستاني||ة
pl: polonais||e, polnisch||e|er, Pole, Polin, polacc|o|a, polac|o|a, πολωνικ|ή|ό, Πολωνός, Polonyalı, польск|ое|ий|ая, поляк
ps: palestinien||ne, palästinensisch||e|er, Palästinenser||in, palestines|e|a, palestin|o|a, παλαιστινιακ|ή|ό, Παλαιστίνι|ος|α, Filistinli, палестинск|ое|ий|ая, فلسطيني||ة
ro: roumain||e, rumänisch||e|er, Rumäne, Rumänin, rumen|o|a, ruman|o|a, romen|o|a, ρουμανικ|ή|ό, Ρουμάνος, Rumen, румынск|ое|ий|ая, румын, rumunsk|o|i, روماني||ة
rs: serbe, serbisch||e|er, Serbe, serb|o|a, serbi|o|a, σερβικ|ή|ό, Σέρβος, Sırp, сербск|ое|ий|ая, серб, srpsk|o|i, serb||e
ru: russe, russisch||e|er, Russin, russ|o|a, rus|o|a, ρωσικ|ή|ό, Ρώσος, Rus, российск|ое|ий|ая, русский, rusk|o|i, روسي||ة
sd: soudanais||e, sudanesisch||e|er, Sudanese, sudanes|e|a, sudanés, σουδανικ|ή|ό, Σουδαν|ός|ή, Sudanlı, суданск|ое|ий|ая, суданец, سوداني||ة
sl: sierraléonais||e, sierra leonais||e, sierra leonisch||e|er, sierraleonese, sierraleonés
sn: sénégalais||e, senegalesisch||e|er, Senegalese, senegales|e|a, senegalés, Σενεγαλέζ|ος|α|ική, Senegalli, сенегальск|ое|ий|ая, سنغالي||ة
so: somalien||ne, somalisch||e|er, Somalier||in, somal|o|a, somalí, σομαλικ|ή|ό, Σομαλ|ός|ή, Somalili, сомалийск|ое|ий|ая, сомалиец, somalijsk|o|i, صومالي||ة
sy: syrien||ne, syrisch||e|er, Syrer||in, sirian|o|a, siri|o|a, síri|o|a, συριακ|ή|ό, Σύρι|ος|α, Σύρος, Suriyeli, сирийск|ое|ий|ая, сириец, сирийка, sirijsk|o|i, Sirijac, sirian||e, سوري||ة
tn: tunisien||ne, tunesisch||e|er, Tunesier||in, tunisin|o|a, tunecin|o|a, τυνησιακ|ή|ό, Τυνήσι|ος|α, Tunuslu, тунисск|ое|ий|ая, тунисец, تونسي||ة
tr: turc, turque, türkisch||e|er, Türke, Türkin, turc|o|a, turco, τουρκικ|ή|ό, Τούρκος, Τουρκάλα, Türk, турецк|ое|ий|ая, турок, tursk|o|i, turk||e, تركي||ة
ua: ukrainien||ne, ukrainisch||e|er, Ukrainer||in, ucrain|o|a, ucranian|o|a, ucraniano, ουκρανικ|ή|ό, Ουκραν|ός|ή, Ukraynalı, украинск|ое|ий|ая, украинец, ukrajinsk|o|i, أوكراني||ة
vn: vietnamien||ne, vietnamesisch||e|er, Vietnamese, vietnamita, βιετναμέζικη, Vietnamlı, вьетнамск|ое|ий|ая, вьетнамец
xk: kosovar||e, kosovarisch||e|er, kosovar|o|a, κοσοβαρική, Kosovalı, косовск|ое|ий|ая, kosovsk|o|i
es: espagnol||e, spanisch||e|er, Spanier||in, spagnol|o|a, español||a, espanhol||a, ισπανικ|ή|ό, Ισπαν|ός|ίδα, İspanyol, испанск|ое|ий|ая, испанец
pt: portugais||e, portugiesisch||e|er, Portugiese, portoghese, portugués, portuguesa, português, πορτογαλικ|ή|ό, Portekizli, португальск|ое|ий|ая
hr: croate, kroatisch||e|er, Kroate, Kroatin, croat|o|a, κροατικ|ή|ό, Hırvat, хорватск|ое|ий|ая, hrvatsk|o|i
ba: bosnien||ne, bosniaque, bosnisch||e|er, Bosnier||in, bosniac|o|a, bosni|o|a, Boşnak, боснийск|ое|ий|ая, bosansk|o|i
me: monténégrin||e, montenegrinisch||e|er, montenegrin|o|a, crnogorsk|o|i
hu: hongrois||e, ungarisch||e|er, Ungar, ungherese, húngar|o|a, ουγγρικ|ή|ό, Macar, венгерск|ое|ий|ая
at: autrichien||ne, österreichisch||e|er, Österreicher||in, austriac|o|a, αυστριακ|ή|ό, Avusturyalı, австрийск|ое|ий|ая
nl: néerlandais||e, niederländisch||e|er, Niederländer||in, olandese, neerland|és|esa, holand|és|esa, ολλανδικ|ή|ό, Hollandalı, нидерландск|ое|ий|ая, голландск|ое|ий|ая
be: belge, belgisch||e|er, Belgier||in, belga, βελγικ|ή|ό, Belçikalı, бельгийск|ое|ий|ая
mr: mauritanien||ne, mauretanisch||e|er, Mauretanier||in, mauritan|o|a, موريتاني||ة
bf: burkinabé||e, burkinais||e, burkinisch||e|er, burkinab|è, burkinés, بوركيني||ة
tg: togolais||e, togoisch||e|er, Togoer||in, togolese, togolés
bj: béninois||e, beninisch||e|er, beninese, beninés
td: tchadien||ne, tschadisch||e|er, Tschader||in, ciadian|o|a, chadian|o|a, تشادي||ة
ye: yéménite, jemenitisch||e|er, Jemenit, yemenita, iemenita, υεμενικ|ή|ό, Yemenli, йеменск|ое|ий|ая, يمني||ة
`
