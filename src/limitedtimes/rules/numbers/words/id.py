"""Indonesian and Malay."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nol ~kosong ~sifar | 1 ~satu | 2 dua | 3 tiga | 4 empat | 5 lima | 6 enam | 7 tujuh | 8 delapan lapan | 9 sembilan | 10 sepuluh | 11 sebelas | 10 ~+belas | 100 seratus | 1000 seribu | 1_000_000 sejuta | 1_000_000_000 ~semiliar
""",
    scales="""
10 puluh ~puluhan | 12 lusin | 100 ratus ~ratusan | 1000 ribu ~ribuan ^rb | 1_000_000 juta ~jutaan ^jt | 1_000_000_000 miliar milyar bilion ~miliaran | 1_000_000_000_000 triliun trilion
""",
    ordinals="""
1 ~pertama ~kesatu | 2 ~kedua | 3 ketiga | 4 keempat | 5 kelima | 6 keenam | 7 ketujuh | 8 kedelapan kelapan | 9 kesembilan | 10 kesepuluh
""",
    fractions="1/2 ~setengah ~separuh ~separuhnya | 1/3 sepertiga | 1/4 ~seperempat ~suku | 1/5 seperlima | 1/10 sepersepuluh",
    hints="""
0 tidak tak tanpa tiada | 1 se* | 2 kedua* dua* ganda* pasang* berdua | 3 tiga* ketiga* bertiga | 4 empat* keempat* suku | 7 minggu* pekan* | 10 dekade* puluh* dasawarsa* | 11 belas* | 12 siang* tengah belas* | 13 belas* | 14 belas* minggu* | 15 belas* | 16 belas* | 17 belas* | 18 belas* | 19 belas*
50 separuh* setengah* | 100 abad* rat* | 1000 ribu* | 1/2 setengah* separuh* tengah | 1/4 perempat* kuartal* suku
""",
    months="""
januari jan | februari feb | maret mac mar | april apr | mei | juni jun | juli julai jul | agustus ogos agt | september sept | oktober okt | november nov | desember disember des
""",
    joiners="",
)
