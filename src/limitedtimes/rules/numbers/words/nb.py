"""Norwegian, Bokmål and Nynorsk."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~null | 1 ~en ~ett ~et ~ei ~ein ~én | 2 to | 3 tre | 4 fire | 5 fem | 6 seks | 7 sju syv | 8 åtte | 9 ni | 10 ti | 11 elleve | 12 tolv | 13 tretten
14 fjorten | 15 femten | 16 seksten | 17 sytten | 18 atten | 19 nitten | 20 tjue tyve | 30 tretti tredve | 40 førti | 50 femti | 60 seksti | 70 sytti
80 åtti | 90 nitti
""",
    scales="""
10 ~titalls | 12 dusin | 12 ~dusinvis | 100 hundre | 100 ~hundrevis ~hundretalls | 1000 tusen | 1000 ~tusenvis ~tusener ~tusentalls
1_000_000 million millioner millionar ^mill | 1_000_000_000 milliard milliarder milliardar ^mrd | 1_000_000_000_000 billion billioner
""",
    ordinals="""
1 ~første ~fyrste | 2 ~andre ~annen ~annet | 3 tredje | 4 fjerde | 5 femte | 6 sjette | 7 sjuende syvende | 8 åttende | 9 niende | 10 tiende | 11 ellevte | 12 tolvte
13 trettende | 14 fjortende | 15 femtende | 16 sekstende | 17 syttende | 18 attende | 19 nittende | 20 tjuende tyvende | 30 trettiende | 50 femtiende
""",
    fractions="1/2 ~halv ~halve ~halvt ~halvparten | 3/2 halvannen halvannet | 1/3 tredel tredjedel tredjedeler | 1/4 ~firedel ~fjerdedel ~kvart | 1/5 femtedel | 1/10 tidel",
    hints="""
0 ingen ikke uten | 2 begge dobbel* par fordobl* tvilling* | 3 trio tredj* | 4 fjerd* kvart* | 7 uke* | 10 tiår* | 12 middag* midnatt | 14 uker | 50 halv*
100 århundre* | 1000 tusen* årtusen* | 1/2 halv* | 1/4 kvart* | 1 eneste først*
""",
    months="""
januar jan | februar feb | mars | april apr | mai | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | desember des
""",
    joiners="og",
    of="",
    fused=True,
    units_first=True,
)
