"""Danish."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nul | 1 ~en ~et ~én ~ét | 2 to | 3 tre | 4 fire | 5 fem | 6 seks | 7 syv | 8 otte | 9 ni | 10 ti | 11 elleve elve | 12 tolv | 13 tretten | 14 fjorten
15 femten | 16 seksten | 17 sytten | 18 atten | 19 nitten | 20 tyve | 30 tredive | 40 fyrre | 50 halvtreds | 60 tres | 70 halvfjerds
80 firs | 90 halvfems
""",
    scales="""
10 ~snesevis | 12 dusin | 12 ~dusinvis | 100 hundrede hundred | 100 ~hundredvis ~hundreder ~hundredevis | 1000 tusind tusinde | 1000 ~tusindvis ~tusinder
1_000_000 million millioner ^mio | 1_000_000_000 milliard milliarder ^mia | 1_000_000_000_000 billion billioner
""",
    ordinals="""
1 ~første | 2 ~anden ~andet ~andre | 3 tredje | 4 fjerde | 5 femte | 6 sjette | 7 syvende | 8 ottende | 9 niende | 10 tiende | 11 ellevte | 12 tolvte
13 trettende | 14 fjortende | 15 femtende | 16 sekstende | 17 syttende | 18 attende | 19 nittende | 20 tyvende | 30 tredivte | 50 halvtredsindstyvende
""",
    fractions="""
1/2 ~halv ~halve ~halvt ~halvdelen | 3/2 halvanden halvandet | 1/3 tredjedel tredjedele | 1/4 ~fjerdedel fjerdedele ~kvart | 1/5 femtedel femtedele
1/10 tiendedel tiendedele
""",
    hints="""
0 ingen intet uden | 2 begge dobbelt* par fordobl* tvilling* | 3 trio tredj* | 4 fjerd* | 7 uge* | 10 årti* | 12 middag* midnat* | 14 uger | 50 halv* | 20 tyv*
100 århundrede* | 1000 tusind* årtusind* | 1/2 halv* | 1/4 kvart* | 1 eneste først*
""",
    months="""
januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | december dec
""",
    joiners="og",
    of="",
    fused=True,
    units_first=True,
)
