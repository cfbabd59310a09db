package narrative

const phrasesFA = `
@ word
and: و
@ currency
EUR: یورو
USD: دلار
@ service
transport: 🚗 از در خانه تا مقصد
lodging: 🏠 اقامت با ما
documents: 🛂 پاسپورت و ویزا
payment: 🔒 پول تا رسیدن در صرافی می‌ماند
corrupt officials: 👮 بدون مشکل در فرودگاه
marriage of convenience: 💍 مدارک خانوادگی
@ mode
sea: با کشتی
land: با ماشین
air: با هواپیما
= ad.head
🌍 {from} ➡️ {to}{?means: {means}}! سفر مطمئن و سریع.
🚢 سفر از {from} به {to}{?means: {means}}، هر هفته.
🔥 مسیر جدید: {from} – {to}{?means: {means}}، ظرفیت محدود.
= ad.price
💶 قیمت: {price} برای هر نفر، بچه‌ها نصف قیمت.
فقط {price} 💰 همه چیز حساب شده.
{price} برای هر نفر، پرداخت بعد از رسیدن.
= ad.services
{services}
خدمات ما: {services}
✅ {services}
= ad.safe
⚓ کشتی بزرگ، جلیقه نجات برای همه.
✅ راه امتحان‌شده، همه رسیدند.
صد در صد مطمئن 👍
= ad.when
🗓 حرکت بعدی پنج‌شنبه.
📅 حرکت هر دوشنبه.
⏳ همین حالا جا بگیرید.
= ad.contact
📞 واتساپ: {phone}
تماس: {phone} ☎️{?account: ({account})}
فقط پیام خصوصی 📩 {account}
{-phone}{-account}📩 پیام بدهید.
= ad.tags
\#مهاجرت \#اروپا
🇩🇪 🇸🇪 🇮🇹 🇬🇧
`
