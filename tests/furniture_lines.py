"""Lines of furniture in every language that has lists, one of each kind, in the order of KINDS."""

KINDS = (
    "read_more",
    "label",
    "invite",
    "paywall",
    "consent",
    "dated",
    "by",
    "credit",
    "thanks",
    "notice",
    "rights",
    "tags",
    "service",
)

LINES = {
    "en": """
Read more: The mill that would not close
Share this article
Subscribe to our newsletter and get the harbour news every morning
To continue reading, please log in or subscribe.
To view this content, please allow cookies from the video service
Last updated: 3 May 2024, 10:15
By Ann Miller and John Baker
Photo: Ann Miller / Harbour Post
Additional reporting by Reuters
This article was originally published in the Harbour Post.
All rights reserved.
Topics: harbour, ferries
Follow us on Instagram for pictures of the harbour
""",
    "de": """
Lesen Sie auch: Die Mühle, die nicht schließen wollte
Artikel teilen
Abonnieren Sie unseren Newsletter mit den Nachrichten vom Hafen
Dieser Artikel ist exklusiv für Abonnenten
An dieser Stelle finden Sie Inhalte eines Videodienstes, die Cookies setzen
Zuletzt aktualisiert: 03.05.2024, 10:15 Uhr
Von Anna Müller und Hans Bäcker
Foto: Anna Müller/Hafenpost
Mit Informationen von dpa und AFP
Dieser Artikel erschien zuerst in der Hafenpost.
Alle Rechte vorbehalten
Themen: Hafen, Fähren
Folgen Sie uns auf Instagram
""",
    "fr": """
Lire aussi : Le moulin qui ne voulait pas fermer
Partager l'article
Inscrivez-vous à notre newsletter pour recevoir les nouvelles du port
Cet article est réservé aux abonnés.
Pour afficher ce contenu, acceptez les cookies du service vidéo
Publié le 3 mai 2024 à 10h15
Par Anne Meunier et Jean Boulanger
Photo : Anne Meunier / Le Phare
Avec Reuters et AFP
Cet article a été initialement publié dans Le Phare.
Tous droits réservés
Mots-clés : port, ferries
Suivez-nous sur Instagram
""",
    "es": """
Lea también: El molino que no quería cerrar
Compartir artículo
Suscríbete a nuestro boletín y recibe las noticias del puerto
Contenido exclusivo para suscriptores
Para ver este contenido debes aceptar las cookies
Actualizado el 3 de mayo de 2024 a las 10:15
Por Ana Molina y Juan Panadero
Foto: Ana Molina / El Faro
Con información de EFE
Este artículo fue publicado originalmente en El Faro.
Todos los derechos reservados
Etiquetas: puerto, transbordadores
Síguenos en Instagram
""",
    "pt": """
Leia também: O moinho que não queria fechar
Compartilhar notícia
Inscreva-se em nossa newsletter e receba as notícias do porto
Conteúdo exclusivo para assinantes
Para ver este conteúdo, aceite os cookies
Atualizado em 3 de maio de 2024 às 10h15
Por Ana Moleiro e João Padeiro
Foto: Ana Moleiro / O Farol
Com informações da Reuters
Este artigo foi publicado originalmente em O Farol.
Todos os direitos reservados
Tópicos: porto, balsas
Siga-nos no Instagram
""",
    "it": """
Leggi anche: Il mulino che non voleva chiudere
Condividi l'articolo
Iscriviti alla nostra newsletter con le notizie dal porto
Contenuto riservato agli abbonati
Per vedere questo contenuto accetta i cookie
Pubblicato il 3 maggio 2024 alle 10:15
di Anna Mugnaio e Gino Fornaio
Foto: Anna Mugnaio / Il Faro
Con informazioni di ANSA
Questo articolo è stato pubblicato su Il Faro.
Riproduzione riservata
Argomenti: porto, traghetti
Seguici su Instagram
""",
    "nl": """
Lees ook: De molen die niet dicht wilde
Deel dit artikel
Meld je aan voor onze nieuwsbrief met nieuws uit de haven
Alleen voor abonnees
Om deze inhoud te bekijken moet je cookies accepteren
Laatst bijgewerkt: 3 mei 2024, 10:15
Door Anna Molenaar en Jan Bakker
Foto: Anna Molenaar / De Haven
Met medewerking van Jan Bakker
Dit artikel verscheen eerder in De Haven.
Alle rechten voorbehouden
Onderwerpen: haven, veerboten
Volg ons op Instagram
""",
    "pl": """
Czytaj także: Młyn, który nie chciał się zamknąć
Udostępnij artykuł
Zapisz się na nasz newsletter z wiadomościami z portu
Dostęp tylko dla prenumeratorów
Aby zobaczyć tę treść, zaakceptuj pliki cookie
Aktualizacja: 3 maja 2024, 10:15
Autor: Anna Młynarz
Fot. Anna Młynarz / Latarnia
Źródło: PAP
Artykuł ukazał się pierwotnie w Latarni.
Wszelkie prawa zastrzeżone
Tematy: port, promy
Obserwuj nas na Instagramie
""",
    "ru": """
Читайте также: Мельница, которая не хотела закрываться
Поделиться новостью
Подписывайтесь на наш телеграм-канал с новостями порта
Материал доступен только подписчикам
Чтобы посмотреть этот ролик, разрешите cookie
Обновлено 3 мая 2024, 10:15
Автор: Анна Мельник
Фото: Анна Мельник / «Маяк»
Источник: ТАСС
Материал впервые опубликован в газете «Маяк».
Все права защищены
Темы: порт, паромы
Подпишитесь на нас в социальных сетях
""",
    "uk": """
Читайте також: Млин, що не хотів зачинятися
Поділитися новиною
Підписуйтесь на наш телеграм-канал із новинами порту
Лише для передплатників
Щоб переглянути цей ролик, дозвольте cookie
Оновлено 3 травня 2024, 10:15
Автор: Ганна Мельник
Фото: Ганна Мельник / «Маяк»
Джерело: Укрінформ
Матеріал вперше опубліковано в газеті «Маяк».
Усі права захищено
Теми: порт, пороми
Підпишіться на нас у соціальних мережах
""",
    "tr": """
İlgili haber: Kapanmak istemeyen değirmen
Haberi paylaş
Bültenimize abone olun, liman haberleri e-postanıza gelsin
Bu içerik abonelere özeldir. Zaten abone misiniz?
Bu içeriği görüntülemek için çerezleri kabul edin
Son güncelleme: 3 Mayıs 2024, 10:15
Yazan: Ayşe Değirmenci
Fotoğraf: Ayşe Değirmenci / Fener
Kaynak: Anadolu Ajansı
Bu haber ilk olarak Fener gazetesinde yayımlandı.
Tüm hakları saklıdır
Etiketler: liman, feribot
Bizi takip edin: Instagram
""",
    "ar": """
اقرأ أيضًا: الطاحونة التي لم ترد أن تغلق
شارك المقال
اشترك في نشرتنا البريدية لتصلك أخبار الميناء
هذا المقال مخصص للمشتركين
لعرض هذا المحتوى يرجى قبول ملفات تعريف الارتباط
آخر تحديث: 3 مايو 2024، 10:15
بقلم: ليلى الطحان
تصوير: ليلى الطحان / المنارة
المصدر: رويترز
نُشر هذا المقال أول مرة في صحيفة المنارة.
جميع الحقوق محفوظة
كلمات مفتاحية: الميناء، العبارات
تابعونا على إنستغرام
""",
    "fa": """
بیشتر بخوانید: آسیابی که نمی‌خواست بسته شود
به اشتراک بگذارید
در کانال تلگرام ما عضو شوید
فقط برای مشترکان
برای مشاهده این محتوا کوکی‌ها را بپذیرید
آخرین به‌روزرسانی: ۳ مه ۲۰۲۴، ۱۰:۱۵
نویسنده: لیلا آسیابان
عکس: لیلا آسیابان / فانوس
منبع: ایرنا
این مطلب نخستین بار در روزنامه فانوس منتشر شد.
تمامی حقوق محفوظ است
برچسب‌ها: بندر، کشتی
ما را در اینستاگرام دنبال کنید
""",
    "he": """
קראו גם: הטחנה שלא רצתה להיסגר
שתפו כתבה
הירשמו לניוזלטר שלנו וקבלו חדשות מהנמל
הכתבה למנויים בלבד
כדי לצפות בתוכן יש לאשר עוגיות
עודכן לאחרונה: 3.5.2024, 10:15
מאת: אנה טוחן
צילום: אנה טוחן / המגדלור
מקור: רויטרס
הכתבה פורסמה לראשונה בעיתון המגדלור.
כל הזכויות שמורות
תגיות: נמל, מעבורות
עקבו אחרינו באינסטגרם
""",
    "hi": """
यह भी पढ़ें: चक्की जो बंद नहीं होना चाहती थी
शेयर करें
बंदरगाह की खबरों के लिए हमारे न्यूज़लेटर को सब्सक्राइब करें
सिर्फ सदस्यों के लिए
यह सामग्री देखने के लिए कुकीज़ की अनुमति दें
अंतिम अपडेट: 3 मई 2024, 10:15
लेखक: आशा चक्कीवाला
फोटो: आशा चक्कीवाला / दीपक
स्रोत: पीटीआई
यह लेख मूल रूप से दीपक अखबार में छपा था।
सर्वाधिकार सुरक्षित
टैग: बंदरगाह, नाव
हमें फॉलो करें इंस्टाग्राम पर
""",
    "bn": """
আরও পড়ুন: যে কল বন্ধ হতে চায়নি
শেয়ার করুন
বন্দরের খবর পেতে আমাদের নিউজলেটার সাবস্ক্রাইব করুন
শুধু গ্রাহকদের জন্য
এই কন্টেন্ট দেখতে কুকি গ্রহণ করুন
সর্বশেষ আপডেট: ৩ মে ২০২৪, ১০:১৫
লেখক: আশা কলওয়ালা
ছবি: আশা কলওয়ালা / বাতিঘর
সূত্র: রয়টার্স
এই লেখাটি প্রথম বাতিঘর পত্রিকায় ছাপা হয়।
সর্বস্বত্ব সংরক্ষিত
বিষয়: বন্দর, ফেরি
আমাদের ফলো করুন ইনস্টাগ্রামে
""",
    "ur": """
یہ بھی پڑھیں: وہ چکی جو بند نہیں ہونا چاہتی تھی
شیئر کریں
بندرگاہ کی خبروں کے لیے ہمارے نیوز لیٹر کو سبسکرائب کریں
صرف سبسکرائبرز کے لیے
یہ مواد دیکھنے کے لیے کوکیز قبول کریں
آخری اپ ڈیٹ: 3 مئی 2024، 10:15
تحریر: عائشہ چکی والا
تصویر: عائشہ چکی والا / مینار
ذریعہ: روئٹرز
یہ مضمون پہلی بار روزنامہ مینار میں شائع ہوا۔
جملہ حقوق محفوظ ہیں
ٹیگز: بندرگاہ، کشتی
ہمیں فالو کریں انسٹاگرام پر
""",
    "ta": """
இதையும் படிக்க: மூட மறுத்த ஆலை
பகிரவும்
துறைமுகச் செய்திகளுக்கு எங்கள் செய்திமடலைப் பெற குழுசேரவும்
சந்தாதாரர்களுக்கு மட்டுமே
இந்த உள்ளடக்கத்தைப் பார்க்க குக்கீகளை அனுமதிக்கவும்
கடைசியாக புதுப்பிக்கப்பட்டது: 3 மே 2024, 10:15
எழுதியவர் ஆஷா குமார்
படம்: ஆஷா குமார் / விளக்கு
நன்றி: ராய்ட்டர்ஸ்
இந்தக் கட்டுரை முதலில் விளக்கு இதழில் வெளியானது.
அனைத்து உரிமைகளும் பாதுகாக்கப்பட்டவை
குறிச்சொற்கள்: துறைமுகம், படகு
எங்களைப் பின்தொடரவும்
""",
    "te": """
ఇవి కూడా చదవండి: మూతపడని మిల్లు
షేర్ చేయండి
ఓడరేవు వార్తల కోసం మా న్యూస్‌లెటర్ సబ్‌స్క్రైబ్ చేసుకోండి
చందాదారులకు మాత్రమే
ఈ కంటెంట్ చూడటానికి కుకీలను అనుమతించండి
చివరి అప్‌డేట్: 3 మే 2024, 10:15
రచయిత: ఆశా కుమార్
ఫోటో: ఆశా కుమార్ / దీపం
మూలం: రాయిటర్స్
ఈ కథనం మొదట దీపం పత్రికలో వచ్చింది.
అన్ని హక్కులు ప్రత్యేకించబడినవి
ట్యాగ్స్: ఓడరేవు, పడవ
మమ్మల్ని ఫాలో అవ్వండి
""",
    "mr": """
हेही वाचा: बंद न होणारी गिरणी
शेअर करा
बंदराच्या बातम्यांसाठी आमच्या न्यूजलेटरला सबस्क्राइब करा
फक्त सदस्यांसाठी
हा मजकूर पाहण्यासाठी कुकीज स्वीकारा
शेवटचे अपडेट: 3 मे 2024, 10:15
लेखक: आशा गिरणीकर
छायाचित्र: आशा गिरणीकर / दीपस्तंभ
स्रोत: पीटीआय
हा लेख प्रथम दीपस्तंभ दैनिकात आला होता.
सर्व हक्क राखीव
टॅग: बंदर, बोट
आम्हाला फॉलो करा
""",
    "th": """
อ่านเพิ่มเติม: โรงสีที่ไม่ยอมปิด
แชร์ข่าว
สมัครรับจดหมายข่าวของเรา
เนื้อหาสำหรับสมาชิกเท่านั้น
หากต้องการดูเนื้อหานี้ โปรดยอมรับคุกกี้
อัปเดตล่าสุด 3 พ.ค. 2567 10:15
เขียนโดย สมชาย ใจดี
ภาพจาก: ประภาคาร
ขอบคุณข้อมูลจาก ประภาคาร
บทความนี้เผยแพร่ครั้งแรกในประภาคาร
สงวนลิขสิทธิ์
แท็ก: ท่าเรือ, เรือ
ติดตามเราได้ที่ Instagram
""",
    "vi": """
Xem thêm: Cối xay không muốn đóng cửa
Chia sẻ bài viết
Đăng ký nhận bản tin của chúng tôi mỗi sáng
Nội dung này chỉ dành cho thuê bao
Để xem nội dung này, vui lòng chấp nhận cookie
Cập nhật lúc 10:15, 3/5/2024
Tác giả: Nguyễn An
Ảnh: Nguyễn An / Hải Đăng
Nguồn: Reuters
Bài viết này được đăng lần đầu trên báo Hải Đăng.
Mọi quyền được bảo lưu
Từ khóa: cảng, phà
Theo dõi chúng tôi trên Instagram
""",
    "id": """
Baca juga: Penggilingan yang tidak mau tutup
Bagikan artikel ini
Daftar buletin kami dan terima kabar pelabuhan
Konten ini khusus pelanggan
Untuk melihat konten ini, terima cookie
Diperbarui 3 Mei 2024, 10:15
Oleh Ani Penggiling
Foto: Ani Penggiling / Mercusuar
Sumber: Antara
Artikel ini pertama kali terbit di Mercusuar.
Hak cipta dilindungi undang-undang
Topik: pelabuhan, feri
Ikuti kami di Instagram
""",
    "zh": """
相关阅读：不愿关门的磨坊
分享到微信
欢迎关注我们的微信公众号
本文为付费内容
要查看此内容，请接受 cookie
更新时间：2024年5月3日 10:15
作者：王小明
图片来源：灯塔报
责任编辑：李华
本文首发于灯塔报。
版权所有
关键词：港口，渡轮
关注我们的微博
""",
    "ja": """
関連記事：閉まらない水車小屋
シェアする
港のニュースを届けるメルマガの登録はこちら
この記事は有料会員限定です
このコンテンツを表示するにはクッキーを許可してください
更新 2024年5月3日 10時15分
筆者：山田花子
写真＝灯台新聞
取材協力 灯台新聞
この記事は2024年5月に灯台新聞に掲載されたものです。
無断転載を禁じます
キーワード：港、フェリー
情報提供はこちらから
""",
    "ko": """
관련기사: 문을 닫지 않는 방앗간
기사 공유하기
항구 소식을 담은 뉴스레터를 구독하세요
유료회원 전용 기사입니다
이 콘텐츠를 보려면 쿠키를 허용해야 합니다
최종수정 2024.05.03 10:15
글·김영희
사진=등대일보
출처: 로이터
본 기사는 등대일보에 실렸습니다.
무단전재 및 재배포 금지
키워드: 항구, 여객선
기사 제보는 등대일보로
""",
    "el": """
Διαβάστε επίσης: Ο μύλος που δεν ήθελε να κλείσει
Κοινοποιήστε το
Εγγραφείτε στο newsletter μας με τα νέα του λιμανιού
Μόνο για συνδρομητές
Για να δείτε αυτό το περιεχόμενο αποδεχθείτε τα cookies
Τελευταία ενημέρωση: 3 Μαΐου 2024, 10:15
Γράφει η Άννα Μυλωνά
Φωτογραφία: Άννα Μυλωνά / Φάρος
Πηγή: ΑΠΕ-ΜΠΕ
Το άρθρο δημοσιεύθηκε αρχικά στον Φάρο.
Με επιφύλαξη παντός δικαιώματος
Ετικέτες: λιμάνι, πλοία
Ακολουθήστε μας στο Instagram
""",
    "cs": """
Čtěte také: Mlýn, který se nechtěl zavřít
Sdílet článek
Odebírejte náš newsletter se zprávami z přístavu
Pouze pro předplatitele
Pro zobrazení tohoto obsahu povolte cookies
Aktualizováno: 3. května 2024, 10:15
Autor: Anna Mlynářová
Foto: Anna Mlynářová / Maják
Zdroj: ČTK
Článek vyšel původně v deníku Maják.
Všechna práva vyhrazena
Témata: přístav, trajekty
Sledujte nás na Instagramu
""",
    "sk": """
Čítajte aj: Mlyn, ktorý sa nechcel zavrieť
Zdieľať článok
Odoberajte náš newsletter so správami z prístavu
Len pre predplatiteľov
Pre zobrazenie tohto obsahu povoľte cookies
Aktualizované: 3. mája 2024, 10:15
Autor: Anna Mlynárová
Foto: Anna Mlynárová / Maják
Zdroj: TASR
Článok vyšiel pôvodne v denníku Maják.
Všetky práva vyhradené
Témy: prístav, trajekty
Sledujte nás na Instagrame
""",
    "hu": """
Olvassa el ezt is: A malom, amely nem akart bezárni
Megosztás Facebookon
Iratkozzon fel hírlevelünkre, és olvassa a kikötő híreit
Csak előfizetők olvashatják
A tartalom megtekintéséhez fogadja el a sütiket
Frissítve: 2024. május 3. 10:15
Szerző: Molnár Anna
Fotó: Molnár Anna / Világítótorony
Forrás: MTI
A cikk eredetileg a Világítótoronyban jelent meg.
Minden jog fenntartva
Címkék: kikötő, komp
Kövessen minket a Facebookon
""",
    "ro": """
Citește și: Moara care nu voia să se închidă
Distribuie articolul
Abonează-te la newsletterul nostru, știri din port în fiecare dimineață
Conținut exclusiv pentru abonați
Pentru a vedea acest conținut acceptă cookie-urile
Actualizat: 3 mai 2024, 10:15
De Ana Morărescu
Foto: Ana Morărescu / Farul
Sursa: Agerpres
Acest articol a fost publicat inițial în Farul.
Toate drepturile rezervate
Etichete: port, feriboturi
Urmărește-ne pe Instagram
""",
    "bg": """
Прочетете още: Мелницата, която не искаше да затвори
Сподели статията
Абонирайте се за нашия бюлетин с новини от пристанището
Само за абонати
За да видите това съдържание, приемете бисквитките
Обновено: 3 май 2024, 10:15
Автор: Анна Мелничарова
Снимка: Анна Мелничарова / Фар
Източник: БТА
Статията е публикувана първоначално във вестник Фар.
Всички права запазени
Тагове: пристанище, фериботи
Последвайте ни в Инстаграм
""",
    "sr": """
Прочитајте и: Млин који није хтео да се затвори
Подели вест
Пријавите се на наш билтен са вестима из луке
Само за претплатнике
За приказ овог садржаја прихватите колачиће
Ажурирано: 3. мај 2024, 10:15
Аутор: Ана Млинар
Фото: Ана Млинар / Светионик
Извор: Танјуг
Овај текст је први пут објављен у листу Светионик.
Сва права задржана
Теме: лука, трајекти
Пратите нас на Инстаграму
""",
    "hr": """
Pročitajte i: Mlin koji se nije htio zatvoriti
Podijeli članak
Prijavite se na naš newsletter s vijestima iz luke
Samo za pretplatnike
Za prikaz ovog sadržaja prihvatite kolačiće
Objavljeno: 3. svibnja 2024., 10:15
Piše: Ana Mlinar
Foto: Ana Mlinar / Svjetionik
Izvor: Hina
Članak je izvorno objavljen u Svjetioniku.
Sva prava pridržana
Oznake: luka, trajekti
Pratite nas na Instagramu
""",
    "sl": """
Preberite tudi: Mlin, ki se ni hotel zapreti
Deli članek
Naročite se na naše e-novice iz pristanišča
Samo za naročnike
Za prikaz te vsebine sprejmite piškotke
Objavljeno: 3. maja 2024 ob 10:15
Piše: Ana Mlinar
Foto: Ana Mlinar / Svetilnik
Vir: STA
Članek je bil prvotno objavljen v Svetilniku.
Vse pravice pridržane
Oznake: pristanišče, trajekti
Sledite nam na Instagramu
""",
    "mk": """
Прочитајте и: Воденицата што не сакаше да се затвори
Сподели вест
Пријавете се на нашиот билтен со вести од пристаништето
Само за претплатници
За да ја видите оваа содржина, прифатете колачиња
Ажурирано: 3 мај 2024, 10:15
Пишува: Ана Воденичарова
Фото: Ана Воденичарова / Светилник
Извор: МИА
Оваа статија е првпат објавена во Светилник.
Сите права се задржани
Ознаки: пристаниште, траекти
Следете нè на Инстаграм
""",
    "sq": """
Lexo edhe: Mulliri që nuk donte të mbyllej
Shpërndaje artikullin
Regjistrohuni në buletinin tonë me lajme nga porti
Vetëm për abonentët
Për të parë këtë përmbajtje pranoni cookies
Përditësuar: 3 maj 2024, 10:15
Nga Ana Mullisi
Foto: Ana Mullisi / Fari
Burimi: Reuters
Ky artikull është botuar fillimisht në Fari.
Të gjitha të drejtat e rezervuara
Etiketat: port, traget
Na ndiqni në Instagram
""",
    "sv": """
Läs också: Kvarnen som inte ville stänga
Dela artikeln
Prenumerera på vårt nyhetsbrev med nyheter från hamnen
Endast för prenumeranter
För att se detta innehåll måste du godkänna cookies
Senast uppdaterad: 3 maj 2024 10:15
Text: Anna Mjölnare
Foto: Anna Mjölnare / Fyren
Källa: TT
Artikeln publicerades först i Fyren.
Alla rättigheter förbehållna
Ämnen: hamn, färjor
Följ oss på Instagram
""",
    "da": """
Læs også: Møllen, der ikke ville lukke
Del artiklen
Tilmeld dig vores nyhedsbrev med nyt fra havnen
Kun for abonnenter
For at se dette indhold skal du acceptere cookies
Opdateret 3. maj 2024 kl. 10.15
Af Anna Møller og Jens Bager
Foto: Anna Møller / Fyret
Kilde: Ritzau
Denne artikel blev oprindeligt bragt i Fyret.
Alle rettigheder forbeholdes
Emner: havn, færger
Følg os på Instagram
""",
    "nb": """
Les også: Mølla som ikke ville stenge
Del artikkelen
Meld deg på vårt nyhetsbrev med nytt fra havna
Kun for abonnenter
For å se dette innholdet må du godta cookies
Oppdatert 3. mai 2024 kl. 10.15
Av Anna Møller og Jens Baker
Foto: Anna Møller / Fyret
Kilde: NTB
Denne artikkelen ble først publisert i Fyret.
Alle rettigheter forbeholdt
Emner: havn, ferger
Følg oss på Instagram
""",
    "fi": """
Lue myös: Mylly, joka ei halunnut sulkea
Jaa artikkeli
Tilaa uutiskirjeemme ja lue sataman uutiset
Vain tilaajille
Nähdäksesi tämän sisällön hyväksy evästeet
Päivitetty 3.5.2024 klo 10.15
Teksti: Anna Mylläri
Kuva: Anna Mylläri / Majakka
Lähteet: STT
Artikkeli julkaistiin ensin Majakassa.
Kaikki oikeudet pidätetään
Avainsanat: satama, lautat
Seuraa meitä Instagramissa
""",
    "et": """
Loe ka: Veski, mis ei tahtnud sulgeda
Jaga artiklit
Liitu meie uudiskirjaga ja loe sadama uudiseid
Ainult tellijatele
Selle sisu nägemiseks luba küpsised
Uuendatud 3. mai 2024 kell 10:15
Autor: Anna Mölder
Foto: Anna Mölder / Tuletorn
Allikas: BNS
Artikkel ilmus algselt Tuletornis.
Kõik õigused kaitstud
Märksõnad: sadam, praamid
Jälgi meid Instagramis
""",
    "lv": """
Lasi arī: Dzirnavas, kas negribēja slēgties
Dalīties ar rakstu
Piesakies mūsu vēstkopai ar ostas ziņām
Tikai abonentiem
Lai skatītu šo saturu, atļauj sīkdatnes
Atjaunots: 2024. gada 3. maijā, 10:15
Autore: Anna Dzirnaviece
Foto: Anna Dzirnaviece / Bāka
Avots: LETA
Raksts sākotnēji publicēts laikrakstā Bāka.
Visas tiesības aizsargātas
Birkas: osta, prāmji
Seko mums Instagram
""",
    "lt": """
Skaitykite taip pat: Malūnas, kuris nenorėjo užsidaryti
Dalintis straipsniu
Prenumeruokite mūsų naujienlaiškį su uosto naujienomis
Tik prenumeratoriams
Norėdami matyti šį turinį, leiskite slapukus
Atnaujinta 2024-05-03 10:15
Autorė: Ana Malūnininkė
Nuotrauka: Ana Malūnininkė / Švyturys
Šaltinis: BNS
Šis straipsnis buvo paskelbtas Švyturyje.
Visos teisės saugomos
Žymos: uostas, keltai
Sekite mus Instagrame
""",
    "ka": """
წაიკითხეთ ასევე: წისქვილი, რომელსაც დახურვა არ უნდოდა
გააზიარეთ სტატია
გამოიწერეთ ჩვენი არხი პორტის ამბებით
მხოლოდ გამომწერებისთვის
ამ კონტენტის სანახავად დაუშვით ქუქი
ბოლო განახლება: 3 მაისი 2024, 10:15
ავტორი: ანა მეწისქვილე
ფოტო: ანა მეწისქვილე / შუქურა
წყარო: როიტერსი
სტატია პირველად შუქურაში დაიბეჭდა.
ყველა უფლება დაცულია
თემები: პორტი, გემი
მოგვწერეთ რედაქციაში
""",
    "hy": """
Կարդացեք նաև. Ջրաղացը, որ չէր ուզում փակվել
Կիսվել Facebook
Բաժանորդագրվեք մեր ալիքին նավահանգստի լուրերի համար
Միայն բաժանորդների համար
Այս նյութը դիտելու համար թույլատրեք քուքիները
Թարմացվել է 3 մայիսի 2024, 10:15
Հեղինակ՝ Աննա Ջրաղացպան
Լուսանկար: Աննա Ջրաղացպան / Փարոս
Աղբյուր: Ռոյթերս
Այս հոդվածն առաջին անգամ տպագրվել է «Փարոս» թերթում։
Բոլոր իրավունքները պաշտպանված են
Թեմաներ: նավահանգիստ, նավ
Գրեք մեզ խմբագրություն
""",
    "az": """
Həmçinin oxuyun: Bağlanmaq istəməyən dəyirman
Xəbəri paylaş
Kanalımıza abunə olun, liman xəbərləri Telegram-da
Yalnız abunəçilər üçün
Bu məzmunu görmək üçün kukilərə icazə verin
Yenilənib: 3 may 2024, 10:15
Müəllif: Aynur Dəyirmançı
Foto: Aynur Dəyirmançı / Mayak
Mənbə: Reuters
Bu məqalə ilk dəfə Mayak qəzetində çıxıb.
Bütün hüquqlar qorunur
Açar sözlər: liman, bərə
Bizi izləyin: Instagram
""",
    "kk": """
Сондай-ақ оқыңыз: Жабылғысы келмеген диірмен
Бөлісу Facebook
Біздің телеграм арнамызға жазылыңыз
Тек жазылушыларға арналған
Бұл мазмұнды көру үшін cookie файлдарына рұқсат етіңіз
Жаңартылды: 3 мамыр 2024, 10:15
Авторы: Айгүл Диірменші
Фото: Айгүл Диірменші / Шамшырақ
Дереккөз: Рейтер
Бұл мақала алғаш Шамшырақ газетінде шықты.
Барлық құқықтар қорғалған
Тегтер: порт, паром
Бізге жазылыңыз: Instagram
""",
    "sw": """
Soma pia: Kinu ambacho hakikutaka kufungwa
Shiriki makala hii
Jiandikishe kwa jarida letu la habari za bandari
Kwa wanachama tu
Ili kuona maudhui haya kubali vidakuzi
Imesasishwa: 3 Mei 2024, 10:15
Na Asha Msaga
Picha: Asha Msaga / Mnara
Chanzo: Reuters
Makala haya yalichapishwa kwanza katika Mnara.
Haki zote zimehifadhiwa
Mada: bandari, feri
Tufuate kwenye Instagram
""",
    "am": """
ተጨማሪ ያንብቡ፦ መዘጋት ያልፈለገው ወፍጮ
ሼር ያድርጉ
የወደቡን ዜና ለማግኘት የቴሌግራም ቻናላችንን ይቀላቀሉ
ለተመዝጋቢዎች ብቻ
ይህን ይዘት ለማየት ኩኪዎችን ይፍቀዱ
ለመጨረሻ ጊዜ የተሻሻለው 3 ሜይ 2024 10:15
ጸሐፊ አስቴር ወፍጮ
ፎቶ: አስቴር ወፍጮ / ፋና
ምንጭ: ሮይተርስ
ይህ ጽሑፍ መጀመሪያ በፋና ጋዜጣ ታተመ።
መብቱ በህግ የተጠበቀ ነው
ርዕሶች: ወደብ, ጀልባ
በፌስቡክ ይከተሉን
""",
    "ca": """
Llegeix també: El molí que no volia tancar
Comparteix l'article
Subscriu-te al nostre butlletí amb notícies del port
Només per a subscriptors
Per veure aquest contingut accepta les galetes
Actualitzat el 3 de maig de 2024 a les 10:15
Per Anna Moliner i Joan Forner
Foto: Anna Moliner / El Far
Amb informació de l'ACN
Aquest article es va publicar originalment a El Far.
Tots els drets reservats
Etiquetes: port, transbordadors
Segueix-nos a Instagram
""",
    "is": """
Lestu einnig: Myllan sem vildi ekki loka
Deila frétt
Skráðu þig á fréttabréfið okkar með fréttum úr höfninni
Aðeins fyrir áskrifendur
Til að sjá þetta efni þarf að leyfa vafrakökur
Uppfært 3. maí 2024 10:15
Höfundur: Anna Mylludóttir
Mynd: Anna Mylludóttir / Vitinn
Heimild: Reuters
Fréttin hefur verið uppfærð.
Öll réttindi áskilin
Efnisorð: höfn, ferjur
Fylgdu okkur á Instagram
""",
    "af": """
Lees ook: Die meule wat nie wou sluit nie
Deel hierdie artikel
Teken in op ons nuusbrief met nuus uit die hawe
Slegs vir intekenare
Om hierdie inhoud te sien, aanvaar koekies
Opgedateer: 3 Mei 2024, 10:15
Deur Anna Meulenaar en Jan Bakker
Foto: Anna Meulenaar / Vuurtoring
Met inligting van Reuters
Hierdie artikel is oorspronklik in Vuurtoring gepubliseer.
Alle regte voorbehou
Onderwerpe: hawe, veerbote
Volg ons op Instagram
""",
}
