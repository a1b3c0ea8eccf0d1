"""Turkish."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~sıfır | 1 ~bir ~biri ~birinin ~birini | 2 iki ~ikisi ~ikinin ~ikiye | 3 üç ~üçü ~üçünün | 4 dört ~dördü ~dördünün | 5 beş ~beşi | 6 altı altısı | 7 yedi yedisi | 8 sekiz sekizi | 9 dokuz dokuzu | 10 on | 20 yirmi | 30 otuz | 40 kırk | 50 elli | 60 altmış | 70 yetmiş | 80 seksen | 90 doksan
""",
    scales="""
12 düzine | 10 ~onlarca | 100 yüz | 100 ~yüzlerce | 1000 bin | 1000 ~binlerce | 1_000_000 ~milyonlarca milyon* ^mn | 1_000_000_000 ~milyarlarca milyar* ^mr | 1_000_000_000_000 trilyon*
""",
    ordinals="""
1 ~birinci ~ilk ~birincisi | 2 ~ikinci ~ikincisi | 3 üçüncü üçüncüsü | 4 dördüncü | 5 beşinci | 6 altıncı | 7 yedinci | 8 sekizinci | 9 dokuzuncu | 10 onuncu | 20 yirminci | 100 yüzüncü
""",
    fractions="1/2 ~yarım ~yarı ~yarısı ~yarısını ~buçuk | 1/4 ~çeyrek ~çeyreği",
    hints="""
0 hiç* yok | 2 iki* çift* her ikiz* | 3 üç* | 4 dört* dörd* çeyre* | 5 beş* | 6 altı* | 7 hafta* yedi* | 8 sekiz* | 9 dokuz* | 10 on* | 12 öğle* geceyar* gece | 14 hafta* | 50 yarı* elli* | 100 yüz* asır* yüzyıl* | 1000 bin* | 1/2 yarı* | 1/4 çeyre* | 1/3 üçte | 1 bir* tek* ilk* | 20 yirmi* | 30 otuz* | 40 kırk* | 60 altmış* | 70 yetmiş* | 80 seksen* | 90 doksan*
""",
    months="""
ocak ocak'ta | şubat şubat'ta | mart mart'ta | nisan | mayıs | haziran | temmuz | ağustos | eylül | ekim | kasım | aralık
""",
    joiners="",
    fused=True,
)
