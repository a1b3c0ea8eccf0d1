"""Turkish, Azerbaijani, Kazakh."""

TABLES = {
    "tr": """
read_more: ayrıca oku | ayrıca okuyun | ayrıca bakınız | ayrıca bkz | bunu da oku | bunu da okuyun | bunları da okuyun | bunlar da ilginizi
    | bu da ilginizi | ilginizi çekebilir | ilgili haber | ilgili haberler | ilgili konular | ilgili içerik* | benzer haberler | haberin devamı
    | devamını oku | devamını okuyun | devamı için | devamı: | daha fazla oku | daha fazla bilgi | daha fazla haber | daha fazlası | daha fazla:
    | oku: | okumak için | okumaya devam | haberi oku | tıkla oku | şunları da okuyun | şunu da okuyun | izlemek için | videoyu izle | önerilen
    | önerilen haberler | sizin için seçtiklerimiz | sizin için önerilen | kaçırmayın | en çok okunan | en çok okunanlar | son dakika haberleri
    | son haberler | diğer haberler | konuyla ilgili
label: paylaş | paylaşın | haberi paylaş | yazdır | kaydet | dinle | haberi dinle | makaleyi dinle | yorumlar | yorum | yorum yap | yorum yaz
    | yorumları göster | takip et | takip edin | bizi takip edin | bizi takip et | reklam | ilan | sponsorlu | sponsorlu içerik | galeri | foto galeri
    | fotoğraf galerisi | video | videoyu oynat | video galeri | podcast | yükleniyor | lütfen bekleyin | bağlantıyı kopyala | linki kopyala
    | link kopyalandı | kopyalandı | abone ol | giriş yap | giriş | oturum aç | üye ol | kayıt ol | çıkış yap | daha fazla göster | daha fazla | kapat
    | menü | ara | yukarı çık | başa dön | kaynaklar | kaynak | bülten | canlı | etiketler | konular | hata bildir
with: bu | haberi | yazıyı | makaleyi | haber | facebook'ta | twitter'da | whatsapp'ta | facebook | twitter | x | x'te | whatsapp | telegram | e-posta
    | ile | üzerinden | link
offer: bülten* | e-bülten* | uygulama* | abone* | kanal* | bildirim* | gizlilik* | posta kutu* | google haberler
act: abone | kaydol* | takip | indir* | tıkla* | kabul | katıl* | üye
us: bizi | bize | bizim | bültenimize | kanalımıza | kanalımızı | uygulamamızı | uygulamamız*
invite: abone olun | abone ol | bizi takip edin | takip edin | kaydolun | üye olun | indirin | uygulamamızı indirin | katılın | kanalımıza katılın
    | destek olun | haberdar olun | haberdar olmak için
paywall: sadece aboneler | yalnızca aboneler | aboneler için | abonelere özel | abonelerimize özel | zaten abone misiniz | zaten abone | abone misiniz
    | okumaya devam etmek için | devamını okumak için abone | haberin tamamını okumak için | tamamını okumak için | hesabınız var mı
    | bu içerik abonelere
consent: bu içeriği görmek için | bu içeriği görüntülemek için | bu içerik | harici içerik | çerezler kullanıyoruz | çerez kullanıyoruz
    | bu site çerez | bu internet sitesi | bu web sitesi | sitemizde çerez* | web sitemizde | çerez ayarları | çerez politikası | gizlilik politikası
    | çerezleri kabul | tarayıcınız | onayınıza ihtiyacımız
dated: yayınlanma | yayınlanma tarihi | yayınlandı | yayım tarihi | yayınlanma: | giriş | giriş tarihi | güncelleme | güncelleme tarihi | güncellendi
    | son güncelleme | son güncellenme | oluşturulma | okuma süresi | dk okuma | dakika okuma | dakikalık okuma | eklenme
by: yazan | haber | yazar | muhabir | haberi yapan | kaleme alan | editör | derleyen | hazırlayan
credit: fotoğraf | fotoğraflar | foto | görsel | kaynak | resim | çizim | grafik | infografik | arşiv | kamera | ekran görüntüsü
thanks: kaynak: | kaynaklar: | katkıda bulunan* | haber:
notice: bu haber ilk olarak | bu yazı ilk olarak | bu makale ilk olarak | bu haber güncellen* | haber güncellen* | ilk olarak yayınlandı
    | bu içerik … çevrilmiştir | yazıda belirtilen görüşler | bu sayfada yer alan
amends: düzelt* | hata* | yanlış* | açıklama: | haberin önceki | önceki sürüm* | önceki hal* | geri çek* | kaldırıl* | silin* | tekzip
    | editörün notu | editör notu
rights: tüm hakları saklıdır | her hakkı saklıdır | telif hakkı | telif hakları | izinsiz | kaynak gösterilmeden
tags: etiketler | etiket | konular | konu | anahtar kelimeler | kategori | kategoriler | ilgili konular
service: buraya tıklayın | haberi okumak için tıklayın | haber için tıklayın | içeriğe geç | içeriğe atla | ana içeriğe | bizi takip edin
    | bu haberi dinle* | bu haberi paylaş* | bize ulaşın | bize yazın | bize gönderin | hata mı buldunuz | bir hata mı | haber ihbar
    | siz ne düşünüyorsunuz | ne düşünüyorsunuz | habere ulaşmak için | yorumunuzu | görüşlerinizi paylaşın | yorumlarda paylaşın
    | düşüncelerinizi paylaşın
""",
    "az": """
read_more: həmçinin oxuyun | həmçinin bax | həmçinin baxın | bunu da oxuyun | bunları da oxuyun | oxuyun: | daha ətraflı | ətraflı oxu
    | ətraflı oxuyun | ətraflı: | ətraflı | davamını oxu | davamını oxuyun | davamı burada | oxşar xəbərlər | əlaqəli xəbərlər | əlaqəli məqalələr
    | mövzu ilə bağlı | mövzu üzrə | digər xəbərlər | daha çox xəbər | daha çox oxu | daha çox | tövsiyə olunan | tövsiyə edirik | sizi maraqlandıra
    | ən çox oxunan | ən çox oxunanlar | son xəbərlər | qaçırmayın
label: paylaş | paylaşın | xəbəri paylaş | çap et | çap | yadda saxla | dinlə | dinləyin | məqaləni dinlə | şərhlər | şərh | şərh yaz | rəy bildir
    | izlə | bizi izləyin | bizi izlə | reklam | sponsorlu | qalereya | foto | fotoqalereya | video | videoya bax | podkast | yüklənir | gözləyin
    | linki kopyala | link kopyalandı | kopyalandı | abunə ol | abunə olun | daxil ol | giriş | qeydiyyat | çıxış | daha çox göstər | daha çox | bağla
    | menyu | axtar | axtarış | yuxarı | mənbələr | mənbə | bülleten | canlı | teqlər | etiketlər | açar sözlər | mövzular
with: bu | xəbəri | məqaləni | facebook | facebook-da | twitter | x | whatsapp | telegram | e-poçt | ilə | vasitəsilə | link
offer: bülleten* | tətbiq* | kanal* | abunə* | bildiriş* | məxfilik* | teleqram*
act: abunə | izləyin | yüklə* | klikləyin | basın | qoşul* | qəbul
us: bizi | bizə | bizim | kanalımıza | kanalımızı
invite: abunə olun | abunə ol | bizi izləyin | kanalımızı izləyin | yükləyin | qoşulun | kanalımıza qoşulun | dəstək olun | xəbərdar olun
    | qeydiyyatdan keçin
paywall: yalnız abunəçilər | yalnız abunəçilər üçün | abunəçilər üçün | artıq abunəçisiniz | oxumağa davam etmək üçün | davamını oxumaq üçün
    | tam oxumaq üçün | hesabınız var | məqalə yalnız abunəçi*
consent: bu məzmunu görmək üçün | bu məzmuna baxmaq üçün | bu məzmun | xarici məzmun | biz kuki* | kukilərdən istifadə | bu sayt kuki* | bu vebsayt
    | kuki parametrləri | məxfilik siyasəti | brauzeriniz | razılığınız lazımdır
dated: dərc edilib | dərc olunub | yayımlanıb | yayımlanma tarixi | yenilənib | son yenilənmə | yenilənmə | dəyişdirilib | oxuma vaxtı
    | oxunma müddəti | dəq. oxu | dəqiqə oxu
by: müəllif | müəlliflər | mətn | hazırladı | yazdı | müxbir | jurnalist
credit: foto | fotolar | şəkil | şəkillər | mənbə | foto mənbəyi | illüstrasiya | qrafika | infoqrafika | arxiv
thanks: mənbə: | mənbələr:
notice: bu məqalə ilk | məqalə ilk dəfə | bu yazı ilk | xəbər yenilənib | məqalə yenilənib | ilk dəfə dərc
amends: düzəl* | dəqiqləş* | səhv* | yanlış* | əvvəlki versiya* | geri götür* | silin* | redaksiyadan | redaksiyanın qeydi
rights: bütün hüquqlar qorunur | bütün hüquqları qorunur | müəllif hüquqları | materiallardan istifadə | saytdakı materiallar*
tags: teqlər | teq | etiketlər | açar sözlər | mövzular | mövzu | kateqoriya | bölmə
service: məzmuna keç | bizi izləyin | bu məqaləni dinlə* | bu xəbəri paylaş* | bizimlə əlaqə | bizə yazın | bizə göndərin | səhv tapmısınız
    | səhv tapdınız | siz nə düşünürsünüz | nə düşünürsünüz
""",
    "kk": """
read_more: тағы оқыңыз | тағы да оқыңыз | сондай-ақ оқыңыз | сондай-ақ, оқыңыз | толығырақ | толығырақ оқу | толық оқу | толық оқыңыз | оқи отырыңыз
    | оқыңыз: | оқу: | ары қарай оқу | әрі қарай оқу | тақырып бойынша | осы тақырыпта | осы тақырып бойынша | ұқсас жаңалықтар | ұқсас материалдар
    | байланысты жаңалықтар | басқа жаңалықтар | тағы жаңалықтар | көбірек оқу | тағы көру | көре отырыңыз | ұсынамыз | ұсынылған
    | сізді қызықтыруы мүмкін | көп оқылған | ең көп оқылған* | соңғы жаңалықтар | жіберіп алмаңыз
label: бөлісу | бөлісіңіз | басып шығару | сақтау | тыңдау | тыңдаңыз | мақаланы тыңдау | пікірлер | пікір | пікір қалдыру | пікір жазу | жазылу
    | жазылыңыз | бізге жазылыңыз | жарнама | демеушілік | галерея | фотогалерея | фото | видео | бейне | бейнежазба | видеоны көру | подкаст
    | жүктелуде | күте тұрыңыз | сілтемені көшіру | сілтеме көшірілді | көшірілді | кіру | тіркелу | шығу | тағы көрсету | көбірек | тағы | жабу
    | мәзір | іздеу | жоғары | дереккөздер | дереккөз | тікелей эфир | тегтер | тақырыптар
with: осы | бұл | мақаламен | жаңалықпен | facebook | twitter | x | whatsapp | telegram | арқылы | сілтеме | поштамен
offer: хабарлама* | қосымша* | арна* | телеграм* | жазылым* | тарату*
act: жазыл* | жүкте* | басыңыз | қосыл* | тіркел*
us: бізге | біздің | бізді
invite: жазылыңыз | бізге жазылыңыз | арнамызға жазылыңыз | қосылыңыз | жүктеп алыңыз | хабардар болыңыз | қолдау көрсетіңіз | тіркеліңіз
paywall: тек жазылушылар* | жазылушыларға арналған | жазылушылар үшін | оқуды жалғастыру үшін | толық оқу үшін | аккаунтыңыз бар ма
consent: бұл мазмұнды көру үшін | бұл мазмұн | бұл контент | сыртқы мазмұн | біз cookie | сайт cookie | бұл сайт | cookie баптаулары
    | құпиялық саясаты | құпиялылық саясаты | сіздің браузеріңіз | браузеріңіз
dated: жарияланды | жарияланған | жарияланған күні | жаңартылды | жаңартылған | соңғы жаңарту | өзгертілді | оқу уақыты | минут оқу | минуттық оқу
by: автор | авторы | авторлар | мәтін | дайындаған | жазған | тілші | журналист
credit: фото | сурет | суреттер | фотосурет | дереккөз | сурет авторы | фото авторы | иллюстрация | графика | инфографика | мұрағат | коллаж
    | скриншот
thanks: дереккөз: | дереккөздер:
notice: бұл мақала алғаш | мақала алғаш | бұл мақала | жаңалық толықтырылады | мақала жаңартылды | алғаш жарияланған
amends: түзет* | нақтыла* | қате* | алдыңғы нұсқа* | алынып таста* | жойыл* | редакциядан | редакция ескертпесі
rights: барлық құқықтар қорғалған | барлық құқық қорғалған | авторлық құқық* | материалдарды пайдалан*
tags: тегтер | тег | тақырыптар | тақырып | кілт сөздер | түйін сөздер | айдар | санат
service: мазмұнға өту | бізге жазылыңыз | осы мақаланы тыңда* | осы жаңалықпен бөліс* | бізбен байланыс* | бізге хабарлас* | бізге жіберіңіз
    | қате таптыңыз | қате тапсаңыз | сіз қалай ойлайсыз
""",
}
