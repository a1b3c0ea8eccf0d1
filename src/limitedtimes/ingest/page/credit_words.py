"""Words that introduce whose picture it is, in the languages of the press, and the picture agencies of the world."""

from __future__ import annotations

# "Photo", "picture", "source", "credit" as they stand in front of a name and a colon; regular expressions.
_BY_LANGUAGE = {
    "en": r"photo(?:graph)?s?(?:\s(?:credit|by|courtesy(?:\sof)?|courtesy by|illustration(?:\sby)?|via))?|pictures?(?:\s(?:by|credit))?|pics?|"
    r"images?(?:\s(?:credits?|source|by|courtesy(?:\sof)?))?|credits?|copyrights?|source|file photo|handout|courtesy(?:\sof)?",
    "de": r"(?:symbol|archiv|beispiel|titel)?(?:foto|bild)s?|fotos|bilder|bild(?:quelle|rechte|nachweis)|foto-?credit|fotograf(?:in)?|quelle|rechte|aufnahme",
    "fr": r"crédits?(?:\s?:?\s?photos?)?|credits?\sphotos?|photo\sd'illustration|image d'illustration|photographie",
    "es": r"fotos?|fotograf[ií]as?|imagen|imágenes|crédito|fuente|archivo|cortesía|captura",
    "pt": r"fotos?|imagem|imagens|crédito|fonte|reprodução|divulgação|arquivo|arquivo pessoal",
    "it": r"foto|fotografia|immagine|immagini|credits?|credito|fonte",
    "ca": r"foto|imatge|fotografia|autor",
    "gl-eu": r"fotografía|imaxe|argazkia|argazkiak|irudia",
    "ro": r"foto|sursa(?:\s?foto)?|credit foto|captură|fotografie",
    "nl": r"foto|beeld|bron|fotograaf",
    "af": r"foto|beeld|bron",
    "da": r"foto|billede|arkivfoto|kilde|fotograf",
    "no": r"foto|bilde|arkivfoto|kilde|skjermdump|illustrasjonsfoto",
    "sv": r"foto|bild|arkivbild|källa|fotograf|genrebild",
    "is": r"ljósmynd(?:ari)?|mynd(?:ir)?",
    "fi": r"kuva(?:t|aja)?|kuvat|lähde|arkistokuva",
    "et": r"foto|allikas|pilt",
    "lv": r"foto|avots|attēls",
    "lt": r"nuotr\.?|nuotrauka|šaltinis",
    "pl": r"fot\.?|foto|zdj\.?|zdjęci[ea]|źródło|autor",
    "cs": r"foto|fotografie|zdroj|snímek|autor",
    "sk": r"foto|fotografia|zdroj|snímka|autor",
    "hu": r"fotó|kép(?:ek)?|forrás|fénykép|felvétel",
    "sl": r"foto(?:grafija)?|vir|slika",
    "hr-sr": r"foto(?:grafija)?|izvor|slika|fotografije|фото|извор|слика|фотографија",
    "sq": r"foto|burimi",
    "bg": r"снимк[аи]|снимка|източник|фото",
    "mk": r"фото|извор|слика",
    "ru": r"фото(?:граф|графия|\sс\sсайта)?|источник(?:\sфото)?|снимок|изображение|кадр|скриншот",
    "uk": r"фото(?:граф)?|джерело(?:\sфото)?|зображення|світлина",
    "be-kk-ky": r"фота|крыніца|сурет|сүрөт|булак",
    "el": r"φωτ(?:ο|ό|ογραφία|ογραφίες|ογράφος|ο αρχείου)|πηγή|εικόνα",
    "tr": r"foto(?:ğraf(?:lar)?)?|kaynak|görsel|görüntü|arşiv",
    "az": r"foto|şəkil|mənbə",
    "ka-hy": r"ფოტო|წყარო|լուսանկար(?:ը|ներ)?|ֆոտո",
    "ar": r"(?:ال)?صور[ةه]?|تصوير|(?:ال)?مصدر|عدسة|لقطة شاشة",
    "fa": r"عکس|عکاس|تصویر|منبع",
    "ur": r"تصویر|فوٹو|ماخذ",
    "he": r"צילום(?:ים)?|צילם|צילמה|תמונ(?:ה|ות)|קרדיט|מקור",
    "hi-mr-ne": r"फोटो|फ़ोटो|तस्वीर|छायाचित्र|छवि|स्रोत|तस्बिर|सौजन्य",
    "bn": r"ছবি|সূত্র|ফটো",
    "gu-pa": r"તસવીર|ફોટો|ਤਸਵੀਰ|ਫੋਟੋ",
    "ta-te-kn-ml": r"படம்|புகைப்படம்|ఫోటో|ఫొటో|చిత్రం|ಚಿತ್ರ|ಫೋಟೋ|ചിത്രം|ഫോട്ടോ",
    "si": r"ඡායාරූපය",
    "th": r"ภาพ(?:จาก|ถ่าย|ประกอบ)?|ที่มา|เครดิต|แฟ้มภาพ",
    "km-lo-my": r"រូបភាព|រូបថត|ຮູບ|ဓာတ်ပုံ",
    "vi": r"ảnh(?:\sminh h[oọ]a|\stư liệu)?|hình(?:\sảnh)?|nguồn(?:\sảnh)?",
    "id-ms": r"foto|gambar|sumber|dok(?:umen|umentasi)?\.?|ilustrasi|kredit",
    "fil": r"larawan|kuha ni",
    "sw": r"picha|chanzo",
    "ja": r"写真(?:提供|撮影|は)?|撮影|提供|画像(?:提供)?|出典|資料写真|図",
    "zh": r"图(?:片|源)?(?:来源|提供)?|圖(?:片)?(?:來源|提供|源)?|来源|來源|摄影?|攝影?|供图|供圖|照片(?:来源|來源)?|資料照|翻攝(?:自)?|截图|截圖|视觉中国",
    "ko": r"사진(?:\s?제공|\s?출처|\s?촬영)?|출처|그래픽|자료사진|제공|촬영",
}
CREDIT_WORDS = "|".join(_BY_LANGUAGE.values())

# Who sells or keeps pictures, besides the news agencies: the name alone is a credit.
LIBRARIES = (
    r"getty(?:\s?images)?(?:/\w+)?|istock(?:photo)?|shutterstock|unsplash|pixabay|pexels|adobe\s?stock|alamy(?: stock photo)?|depositphotos|dreamstime|fotolia|"
    r"123rf|imago(?:\s?images)?|picture[\s-]?alliance|ullstein\s?bild|akg-images|bridgeman images|imagn(?: images)?|usa today sports|zuma(?: press| wire)?|"
    r"sipa(?: usa| press)?|abaca(?:press)?|epa(?:-efe)?|efe-epa|reuters connect|belga ?image|anp photo|ritzau scanpix|scanpix|ntb scanpix|tt nyhetsbyrån|lehtikuva|"
    r"nurphoto|anadolu(?: agency)?(?: via getty images)?|bloomberg via getty images|wikimedia commons|wikipedia|flickr|creative commons|cc by(?:-sa)?(?: \d\.\d)?|"
    r"google (?:maps|earth|street view)|nasa|esa|maxar(?: technologies)?|planet labs|instagram|facebook|twitter|tiktok|youtube|x\.com|telegram|screenshot|"
    r"courtesy photo|contributed photo|file photo|handout|supplied|archivo|archives?|arkivfoto|divulgação|reprodução|cortesía|redes sociales|"
    r"gtres|cordon press|photonews|newspix|stringer|pool|press association|pa (?:wire|media|images)|ap (?:photo|images)|afp photo|hans lucas|magnum photos|"
    r"laif|ddp(?:images)?|afp via getty images|カメラマン|アフロ|ゲッティイメージズ|视觉中国|cfp|图虫|東方ic|东方ic|게티이미지(?:뱅크|코리아)?|뉴시스|연합뉴스"
)
