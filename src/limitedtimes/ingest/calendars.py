"""Words and calendars in which the world's press writes dates: months, halves of the day, eras, the Solar Hijri year.

Month names are those of Unicode CLDR (wide and abbreviated, format and stand-alone), with the cases and spellings that
feeds use beside them.
"""

from __future__ import annotations

from datetime import date, timedelta

# A language's line: twelve months, each with its spellings parted by "/". What is written here is folded by `fold`.
_MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
    "de": "januar/jänner/jän/jan februar/feber/feb märz/mär/mrz/maerz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv février/févr/fev/fév mars avril/avr mai juin/jui juillet/juil/jul août/aou septembre/sept octobre/oct novembre/nov décembre/déc",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep/set octubre/oct noviembre/nov diciembre/dic",
    "pt": "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
    "ca": "gener/gen febrer/febr març abril/abr maig juny juliol agost/ag setembre/set octubre/oct novembre/nov desembre/des",
    "gl": "xaneiro/xan febreiro/feb marzo/mar abril/abr maio/mai xuño xullo/xul agosto/ago setembro/set outubro/out novembro/nov decembro/dec",
    "eu": "urtarrila/urtarrilak/urtarrilaren/urt otsaila/otsailak/otsailaren/ots martxoa/martxoak/martxoaren/mar apirila/apirilak/apirilaren/api maiatza/maiatzak/maiatzaren/mai ekaina/ekainak/ekainaren/eka uztaila/uztailak/uztailaren/uzt abuztua/abuztuak/abuztuaren/abu iraila/irailak/irailaren/ira urria/urriak/urriaren/urr azaroa/azaroak/azaroaren/aza abendua/abenduak/abenduaren/abe",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov december/dec",
    "af": "januarie/jan februarie/feb maart/mrt april/apr mei junie/jun julie/jul augustus/aug september/sep oktober/okt november/nov desember/des",
    "da": "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt november/nov december/dec",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep/sept oktober/okt november/nov december/dec",
    "nb": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov desember/des",
    "is": "janúar/jan febrúar/feb mars/mar apríl/apr maí júní/jún júlí/júl ágúst/ágú september/sep október/okt nóvember/nóv desember/des",
    "fi": "tammikuu/tammikuuta/tammi helmikuu/helmikuuta/helmi maaliskuu/maaliskuuta/maalis huhtikuu/huhtikuuta/huhti toukokuu/toukokuuta/touko kesäkuu/kesäkuuta/kesä heinäkuu/heinäkuuta/heinä elokuu/elokuuta/elo syyskuu/syyskuuta/syys lokakuu/lokakuuta/loka marraskuu/marraskuuta/marras joulukuu/joulukuuta/joulu",
    "et": "jaanuar/jaan veebruar/veebr märts aprill mai juuni juuli august september/sept oktoober november/nov detsember/dets",
    "lv": "janvāris/janvārī/janv februāris/februārī/febr marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā/jūn jūlijs/jūlijā/jūl augusts/augustā septembris/septembrī/sept oktobris/oktobrī novembris/novembrī decembris/decembrī",
    "lt": "sausio/sausis/saus vasario/vasaris/vas kovo/kovas/kov balandžio/balandis/bal gegužės/gegužė/geg birželio/birželis/birž liepos/liepa/liep rugpjūčio/rugpjūtis/rugp rugsėjo/rugsėjis/rugs spalio/spalis/spal lapkričio/lapkritis/lapkr gruodžio/gruodis/gruod",
    "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    "cs": "ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn července/červenec/čvc srpna/srpen/srp září říjen/října/říj listopadu/listopad prosince/prosinec/pro",
    "sk": "januára/január februára/február marca/marec apríla/apríl mája/máj júna/jún júla/júl augusta/august septembra/september októbra/október novembra/november decembra/december",
    "sl": "januarja/januar februarja/februar marca/marec aprila/april maja/maj junija/junij julija/julij avgusta/avgust/avg septembra/september oktobra/oktober novembra/november decembra/december",
    "hr": "siječnja/siječanj/sij veljače/veljača/velj ožujka/ožujak/ožu travnja/travanj/tra svibnja/svibanj/svi lipnja/lipanj/lip srpnja/srpanj/srp kolovoza/kolovoz/kol rujna/rujan/ruj listopada/listopad/lis studenoga/studenog/studeni/stu prosinca/prosinac/pro",
    "sr": "јануар/јануара/јан/januar/januara/jan фебруар/фебруара/феб/februar/februara/feb март/марта/мар/mart/marta/mar април/априла/апр/april/aprila/apr мај/маја/maj/maja јун/јуна/јуни/jun/juna/juni јул/јула/јули/jul/jula/juli август/августа/авг/avgust/avgusta/avg септембар/септембра/сеп/septembar/septembra/sep октобар/октобра/окт/oktobar/oktobra/okt новембар/новембра/нов/novembar/novembra/nov децембар/децембра/дец/decembar/decembra/dec",
    "mk": "јануари/јан февруари/фев март/мар април/апр мај јуни/јун јули/јул август/авг септември/септ октомври/окт ноември/ноем декември/дек",
    "bg": "януари/ян февруари/фев март април/апр май юни юли август/авг септември/септ/сеп октомври/окт ноември/ное декември/дек",
    "ru": "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    "uk": "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт/кві травня/травень/трав/тра червня/червень/черв/чер липня/липень/лип серпня/серпень/серп/сер вересня/вересень/вер жовтня/жовтень/жовт/жов листопада/листопад/лист/лис грудня/грудень/груд/гру",
    "be": "студзеня/студзень лютага/люты сакавіка/сакавік красавіка/красавік мая/май чэрвеня/чэрвень ліпеня/ліпень жніўня/жнівень верасня/верасень кастрычніка/кастрычнік лістапада/лістапад снежня/снежань",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept octombrie/oct noiembrie/nov/noi decembrie/dec",
    "hu": "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept október/okt november/nov december/dec",
    "sq": "janar/jan shkurt/shk mars/mar prill/pri maj qershor/qer korrik/kor gusht/gush shtator/sht tetor/tet nëntor/nën dhjetor/dhj",
    "el": "ιανουαρίου/ιανουάριος/ιαν φεβρουαρίου/φεβρουάριος/φεβ μαρτίου/μάρτιος/μαρ/μάρ απριλίου/απρίλιος/απρ μαΐου/μάιος/μαΐ/μάι ιουνίου/ιούνιος/ιουν/ιούν ιουλίου/ιούλιος/ιουλ/ιούλ αυγούστου/αύγουστος/αυγ/αύγ σεπτεμβρίου/σεπτέμβριος/σεπ/σεπτ οκτωβρίου/οκτώβριος/οκτ νοεμβρίου/νοέμβριος/νοε/νοέ δεκεμβρίου/δεκέμβριος/δεκ",
    "tr": "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara",
    "az": "yanvar/yan fevral/fev mart aprel/apr may iyun/iyn iyul/iyl avqust/avq sentyabr/sen oktyabr/okt noyabr/noy dekabr/dek",
    "uz": "yanvar/yanv fevral/fev mart aprel/apr may iyun iyul avgust/avg sentabr/sent oktabr/okt noyabr/noya dekabr/dek",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ky": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "tg": "январи феврали марти апрели май июни июли августи сентябри октябри ноябри декабри",
    "ka": "იანვარი/იანვარს/იან თებერვალი/თებ მარტი/მარ აპრილი/აპრ მაისი/მაი ივნისი/ივნ ივლისი/ივლ აგვისტო/აგვ სექტემბერი/სექ ოქტომბერი/ოქტ ნოემბერი/ნოე დეკემბერი/დეკ",
    "hy": "հունվարի/հունվար/հնվ փետրվարի/փետրվար/փտվ մարտի/մարտ/մրտ ապրիլի/ապրիլ/ապր մայիսի/մայիս/մյս հունիսի/հունիս/հնս հուլիսի/հուլիս/հլս օգոստոսի/օգոստոս/օգս սեպտեմբերի/սեպտեմբեր/սեպ հոկտեմբերի/հոկտեմբեր/հոկ նոյեմբերի/նոյեմբեր/նոյ դեկտեմբերի/դեկտեմբեր/դեկ",
    "he": "ינואר/ינו פברואר/פבר מרץ/מרס אפריל/אפר מאי יוני/יונ יולי/יול אוגוסט/אוג ספטמבר/ספט אוקטובר/אוק נובמבר/נוב דצמבר/דצמ",
    "ar": "يناير/كانون_الثاني/جانفي فبراير/شباط/فيفري مارس/آذار أبريل/ابريل/إبريل/نيسان/أفريل مايو/أيار/ايار/ماي يونيو/حزيران/جوان/يونيه يوليو/تموز/جويلية/يوليه/يوليوز أغسطس/آب/اغسطس/أوت/غشت سبتمبر/أيلول/ايلول/شتنبر أكتوبر/اكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني/نونبر ديسمبر/كانون_الأول/دجنبر",
    "fa": "ژانویه/ژانویهٔ فوریه/فوریهٔ مارس آوریل می/مه/مهٔ ژوئن ژوئیه/جولای/ژوئیهٔ اوت/آگوست سپتامبر اکتبر نوامبر دسامبر",
    "ps": "جنوري فبروري مارچ اپریل می جون جولای اګست سپتمبر اکتوبر نومبر ډسمبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "ku": "çile/rêbendan sibat/reşemî adar/adarê nîsan/avrêl gulan/gulanê hezîran/pûşper tîrmeh tebax/gelawêj îlon/rezber cotmeh/kewçêr mijdar/sermawez berfanbar/kanûn",
    "hi": "जनवरी/जन फरवरी/फ़रवरी/फर मार्च अप्रैल/अप्रै मई जून जुलाई/जुल अगस्त/अग सितंबर/सितम्बर/सित अक्टूबर/अक्तूबर/अक्टू नवंबर/नवम्बर/नव दिसंबर/दिसम्बर/दिस",
    "mr": "जानेवारी/जाने फेब्रुवारी/फेब्रु मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
    "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "bn": "জানুয়ারি/জানুয়ারী/জানু ফেব্রুয়ারি/ফেব্রুয়ারী/ফেব মার্চ এপ্রিল মে জুন জুলাই আগস্ট/আগ সেপ্টেম্বর/সেপ অক্টোবর/অক্টো নভেম্বর/নভে ডিসেম্বর/ডিসে",
    "pa": "ਜਨਵਰੀ ਫ਼ਰਵਰੀ/ਫਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ",
    "gu": "જાન્યુઆરી/જાન્યુ ફેબ્રુઆરી/ફેબ્રુ માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ/ઓગસ્ટ સપ્ટેમ્બર ઑક્ટોબર/ઓક્ટોબર નવેમ્બર ડિસેમ્બર",
    "ta": "ஜனவரி/ஜன பிப்ரவரி/பிப் மார்ச்/மார் ஏப்ரல்/ஏப் மே ஜூன் ஜூலை ஆகஸ்ட்/ஆக செப்டம்பர்/செப் அக்டோபர்/அக் நவம்பர்/நவ டிசம்பர்/டிச",
    "te": "జనవరి/జన ఫిబ్రవరి/ఫిబ్ర మార్చి ఏప్రిల్ మే జూన్ జులై/జూలై ఆగస్టు సెప్టెంబర్/సెప్టెంబరు అక్టోబర్/అక్టోబరు నవంబర్/నవంబరు డిసెంబర్/డిసెంబరు",
    "kn": "ಜನವರಿ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್",
    "ml": "ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ്/മെയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്/ആഗസ്റ്റ് സെപ്റ്റംബർ/സെപ്തംബർ ഒക്ടോബർ/ഒക്‌ടോബർ നവംബർ ഡിസംബർ",
    "si": "ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්",
    "th": "มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค",
    "id": "januari/jan februari/feb/peb maret/mar april/apr mei juni/jun juli/jul agustus/agu/agt september/sep oktober/okt november/nov/nop desember/des",
    "ms": "januari/jan februari/feb mac april/apr mei jun julai/jul ogos/ogo september/sep oktober/okt november/nov disember/dis",
    "tl": "enero/ene pebrero/peb marso/mar abril/abr mayo/may hunyo/hun hulyo/hul agosto/ago setyembre/set oktubre/okt nobyembre/nob disyembre/dis",
    "sw": "januari/jan februari/feb machi/mac aprili/apr mei juni/jun julai/jul agosti/ago septemba/sep oktoba/okt novemba/nov desemba/des",
    "mt": "jannar/jan frar/fra marzu/mar april/apr mejju/mej ġunju/ġun lulju/lul awwissu/aww settembru/set ottubru/ott novembru/nov diċembru/diċ",
    "ga": "eanáir/ean feabhra/feabh márta aibreán/aib bealtaine/beal meitheamh/meith iúil lúnasa/lún meán_fómhair deireadh_fómhair samhain/samh nollaig/noll",
    "cy": "ionawr/ion chwefror/chwef mawrth ebrill/ebr mai mehefin/meh gorffennaf/gorff awst medi hydref/hyd tachwedd/tach rhagfyr/rhag",
}  # fmt: skip

# Solar Hijri months of Iran and of Afghanistan; they name the calendar as well.
_JALALI = {
    "fa": "فروردین اردیبهشت خرداد تیر مرداد/امرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "prs": "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    "ckb": "خاکەلێوە گوڵان جۆزەردان پووشپەڕ گەلاوێژ خەرمانان ڕەزبەر گەڵاڕێزان سەرماوەز بەفرانبار ڕێبەندان ڕەشەمە",
}

MORNING = frozenset("am a.m a.m. π.μ. π.μ πμ öö sa ص ق.ظ قبل_از_ظهر 오전 上午 午前 凌晨 早上 de. dop. पूर्वाह्न".split())
AFTERNOON = frozenset("pm p.m p.m. μ.μ. μ.μ μμ ös ch م ب.ظ بعد_از_ظهر 오후 下午 午後 晚上 中午 du. odp. अपराह्न".split())
# Words between a date's parts that say nothing of their own.
FILLERS = frozenset(
    """
    de del di da do dos den der die das le la el il lo al an am um uhr à a às as at on of the o e i ú y kl klo kello ore ora hora horas
    h hs hrs godz o_godz г г. год года р р. року год. в у о об от ч ч. saat tarih tarihinde pukul pkl jam wib น น. เวลา lúc ngày giờ
    στις ώρα ώρες την της και en op van om te vom ve i. od do. dne v ve. klockan kls ob dana u god godine год години г.в
    ساعت در تاریخ مورخ بتاريخ الساعة في من lúc. वाजे बजे को at. ad th st nd rd er ª º ° n. h. th. . , ; | • · / - – — @ u. mi. alle dalle delle m d m. d.
    """.split()
)  # fmt: skip
# Years of an era begin after these.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}

_FOLD = str.maketrans({"İ": "i", "I": "i", "ı": "i", "ي": "ی", "ى": "ی", "ك": "ک", "\u0640": None, "\u0654": None})


def fold(word: str) -> str:
    """Lower case, one letter for Arabic and Persian yeh and kaf, without dots at the end."""
    return word.translate(_FOLD).lower().translate(_FOLD).rstrip(".,")


def _table(lines: dict[str, str]) -> dict[str, dict[str, int]]:
    """Months by spelling, and by language: for each spelling the month that each language means."""
    table: dict[str, dict[str, int]] = {}
    for language, line in lines.items():
        for month, spellings in enumerate(line.split(), 1):
            for spelling in spellings.split("/"):
                table.setdefault(fold(spelling.replace("_", " ")), {}).setdefault(language, month)
    return table


_GREGORIAN = _table(_MONTHS)
_SOLAR = _table(_JALALI)
TWO_WORDS = tuple(word for word in (*_GREGORIAN, *_SOLAR) if " " in word)


def month_of(word: str, language: str | None) -> int | None:
    """Month that a word names; where languages differ (``listopad``), the given one's, else the first language's."""
    meant = _GREGORIAN.get(fold(word))
    return None if meant is None else meant.get(language or "", next(iter(meant.values())))


def solar_month_of(word: str) -> int | None:
    """Month of the Solar Hijri calendar that a word names."""
    meant = _SOLAR.get(fold(word))
    return None if meant is None else next(iter(meant.values()))


def from_solar(year: int, month: int, day: int) -> date:
    """Gregorian day of a Solar Hijri one, for the years 1206 to 1498 (the 33-year cycle of leap years). Raises ValueError."""
    if not (1206 <= year <= 1498 and 1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        raise ValueError(f"{year}/{month}/{day} is no day of the Solar Hijri calendar")
    # 1 Farvardin 1403 was 20 March 2024; a year of the cycle is leap by this remainder (Borkowski, valid 1244-1530).
    days = sum(366 if _solar_leap(one) else 365 for one in range(min(year, 1403), max(year, 1403)))
    start = date(2024, 3, 20) + timedelta(days=days if year >= 1403 else -days)
    return start + timedelta(days=31 * (month - 1) - max(0, month - 7) + day - 1)


def _solar_leap(year: int) -> bool:
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
