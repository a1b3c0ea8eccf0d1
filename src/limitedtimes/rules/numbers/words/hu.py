"""Hungarian."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nulla | 1 ~egy ~egyik ~egyet | 2 két kettő kettőt ketten kétszer | 3 három hármat hárman | 4 négy négyet négyen | 5 öt ötöt öten | 6 hat ~hatot hatan | 7 hét ~hét | 8 nyolc nyolcan | 9 kilenc kilencen
10 tíz tizen tízen | 20 húsz huszon | 30 harminc | 40 negyven | 50 ötven | 60 hatvan | 70 hetven | 80 nyolcvan | 90 kilencven
""",
    scales="""
12 tucat | 12 ~tucatnyi ~tucatjával | 100 száz | 100 ~százak ~százával | 1000 ezer ezren | 1000 ~ezrek ~ezreket | 1_000_000 millió* millio* | 1_000_000_000 milliárd* | 1_000_000_000_000 billió*
""",
    ordinals="""
1 ~első* ~egyedik | 2 ~második* ~másod* ~kettedik | 3 harmadik harmadikat harmadikként | 4 negyedik | 5 ötödik | 6 hatodik | 7 hetedik | 8 nyolcadik | 9 kilencedik | 10 tizedik | 20 huszadik | 100 századik
""",
    fractions="1/2 ~fél ~fele ~felét ~felének | 3/2 másfél | 1/3 harmad harmada harmadát | 1/4 ~negyed negyede negyedét | 1/5 ötöd ötöde | 1/10 tized tizede",
    hints="""
0 nem nélkül semm* | 2 mindkét* mindkettő* dupla* pár* kett* két* másod* kétszer* | 3 három* hárm* harm* tri* | 4 négy* negyed* | 5 öt* | 6 hat* | 7 hét hete* heten hetes | 10 évtized* tíz* tized* | 12 dél* éjfél* tucat*
14 hét* hete* | 50 fele* fél* | 100 évszázad* száz* | 1000 ezer* ezr* évezred* | 1/2 fél* fel* | 1/4 negyed* | 1/3 harmad* | 1 egy* első*
""",
    months="""
január* jan | február* febr | március* márc | április* ápr | május* máj | június* jún | július* júl | augusztus* aug | szeptember* szept
október* okt | november* nov | december* dec
""",
    joiners="",
    fused=True,
)
