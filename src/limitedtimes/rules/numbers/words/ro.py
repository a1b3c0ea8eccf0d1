"""Romanian."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~zero | 1 ~un ~o ~unu ~una | 2 doi două ~doua | 3 trei | 4 patru | 5 cinci | 6 șase şase sase | 7 șapte şapte sapte | 8 opt | 9 ~nouă ~noua | 10 zece
11 unsprezece | 12 doisprezece douăsprezece | 13 treisprezece | 14 paisprezece | 15 cincisprezece | 16 șaisprezece şaisprezece
17 șaptesprezece şaptesprezece | 18 optsprezece | 19 nouăsprezece | 20 douăzeci | 30 treizeci | 40 patruzeci | 50 cincizeci
60 șaizeci şaizeci | 70 șaptezeci şaptezeci | 80 optzeci | 90 nouăzeci
""",
    scales="""
10 ~zeci | 12 duzină | 12 ~duzini | 100 sută sute | 1000 mii ~mie | 1_000_000 milion milioane ^mil ^mln | 1_000_000_000 miliard miliarde ^mld
1_000_000_000_000 trilion trilioane
""",
    ordinals="""
1 ~primul ~prima ~prim ~primele ~primii ~întâi | 2 ~doilea ~doua | 3 treilea treia | 4 patrulea patra | 5 cincilea cincea | 6 șaselea șasea şaselea şasea
7 șaptelea șaptea şaptelea | 8 optulea opta | 9 nouălea noua | 10 zecelea zecea
""",
    fractions="1/2 ~jumătate ~jumătatea ~jumate | 1/3 treime treimi | 1/4 ~sfert ~sferturi | 1/5 cincime cincimi",
    hints="""
0 niciun* fără | 2 ambii ambele amândo* dubl* pereche cuplu doua | 3 trio tripl* | 7 săptămân* | 9 nou* | 10 deceni* | 12 prânz* miez* | 50 jumăt* | 100 secol*
1000 mii mie mileni* | 1/2 jumăt* | 1/4 sfert* trimest* | 1 unic* singur* prim*
""",
    months="""
ianuarie ian | februarie feb | martie mar | aprilie apr | mai | iunie iun | iulie iul | august aug | septembrie sept | octombrie oct
noiembrie nov | decembrie dec
""",
    joiners="și şi si de",
    of="de",
)
