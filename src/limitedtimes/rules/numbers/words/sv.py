"""Swedish."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~noll | 1 ~en ~ett | 2 två tvenne | 3 tre | 4 fyra | 5 fem | 6 sex | 7 sju | 8 åtta | 9 nio | 10 tio | 11 elva | 12 tolv | 13 tretton | 14 fjorton
15 femton | 16 sexton | 17 sjutton | 18 arton | 19 nitton | 20 tjugo | 30 trettio | 40 fyrtio | 50 femtio | 60 sextio | 70 sjuttio
80 åttio | 90 nittio
""",
    scales="""
10 tiotal | 10 ~tiotals | 12 dussin | 12 ~dussintals | 100 hundra hundratal | 100 ~hundratals | 1000 tusen tusental | 1000 ~tusentals | 1_000_000 miljon miljoner ^mkr ^mn
1_000_000_000 miljard miljarder ^mdr | 1_000_000_000_000 biljon biljoner
""",
    ordinals="""
1 ~första ~förste | 2 ~andra ~andre | 3 tredje | 4 fjärde | 5 femte | 6 sjätte | 7 sjunde | 8 åttonde | 9 nionde | 10 tionde | 11 elfte | 12 tolfte
13 trettonde | 14 fjortonde | 15 femtonde | 16 sextonde | 17 sjuttonde | 18 artonde | 19 nittonde | 20 tjugonde | 30 trettionde | 40 fyrtionde
50 femtionde | 100 hundrade
""",
    fractions="1/2 ~halv ~halva ~halvt ~hälften | 1/3 tredjedel tredjedelar | 1/4 ~fjärdedel fjärdedelar ~kvart | 1/5 femtedel femtedelar | 1/10 tiondel tiondelar",
    hints="""
0 ingen inga inget utan | 2 båda bägge dubbel* par fördubbl* tvilling* tve* | 3 trio tredj* | 4 fjärd* | 7 vecka* | 10 decenni* årtionde* | 12 middag* midnatt*
14 veckor | 50 hälft* | 100 århundrade* sekel* | 1000 tusen* årtusende* | 1/2 halv* hälft* | 1/4 kvart* | 1 enda först* | 3/2 halvannan
""",
    months="""
januari jan | februari feb | mars | april apr | maj | juni jun | juli jul | augusti aug | september sept sep | oktober okt | november nov | december dec
""",
    joiners="och",
    of="",
    fused=True,
)
