package narrative

const phrasesAR = `
@ word
and: و
@ currency
EUR: يورو
USD: دولار
@ service
transport: 🚗 توصيل من الباب إلى الباب
lodging: 🏠 السكن علينا
documents: 🛂 جواز وفيزا
payment: 🔒 المبلغ في المكتب حتى الوصول
corrupt officials: 👮 بدون مشاكل في المطار
marriage of convenience: 💍 أوراق عائلية
@ mode
sea: بحراً
land: بالسيارة
air: بالطائرة
= ad.head
🌍 {from} ➡️ {to}{?means: {means}}! رحلة آمنة وسريعة إن شاء الله.
🚢 رحلات من {from} إلى {to}{?means: {means}} كل أسبوع.
🔥 عرض جديد: {from} – {to}{?means: {means}}، الأماكن محدودة.
يلا على {to} 🇪🇺 الانطلاق من {from}{?means: {means}}.
= ad.price
💶 السعر: {price} للشخص، والأطفال نصف السعر.
فقط {price} 💰 كل شيء من ضمنه.
{price} للشخص، الدفع بعد الوصول.
= ad.services
{services}
نقدم لكم: {services}
✅ {services}
= ad.safe
⚓ مركب كبير وسترات نجاة للجميع.
✅ طريق مجرب، وصل الجميع والحمد لله.
مضمون 100 % 👍
= ad.when
🗓 الرحلة القادمة يوم الخميس إن شاء الله.
📅 انطلاق كل يوم اثنين.
⏳ احجز الآن، آخر الأماكن.
= ad.contact
📞 واتساب: {phone}
للتواصل: {phone} ☎️{?account: ({account})}
على الخاص فقط 📩 {account}
{-phone}{-account}📩 راسلنا على الخاص.
= ad.tags
\#هجرة \#أوروبا
🇩🇪 🇸🇪 🇮🇹 🇬🇧
`
