"""Slovenian."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nič ~nula | 1 ~en ~ena ~eno ~enega ~ene ~enem ~eden | 2 dva dve dveh dvema dvoje | 3 tri trije treh trem tremi | 4 štiri štirje štirih štirim | 5 pet petih petim | 6 šest šestih
7 sedem sedmih | 8 osem osmih | 9 devet devetih | 10 deset desetih | 11 enajst enajstih | 12 dvanajst dvanajstih | 13 trinajst | 14 štirinajst | 15 petnajst
16 šestnajst | 17 sedemnajst | 18 osemnajst | 19 devetnajst | 20 dvajset dvajsetih | 30 trideset | 40 štirideset | 50 petdeset | 60 šestdeset
70 sedemdeset | 80 osemdeset | 90 devetdeset
""",
    scales="""
12 ducat ducata | 10 ~desetine | 100 sto | 100 ~stotine ~stotin | 1000 tisoč ^tis | 1000 ~tisoče ~tisočev | 1_000_000 milijon* ^mio | 1_000_000_000 milijard* ^mrd | 1_000_000_000_000 bilijon*
""",
    ordinals="""
1 ~prv* | 2 ~drug* | 3 tretji tretja tretje tretjega tretjem tretjo | 4 četrti četrta četrte četrtega ~četrtem | 5 peti peta pete petega petem | 6 šesti šesta šeste šestega
7 sedmi sedma sedmega | 8 osmi osma osmega | 9 deveti deveta devetega | 10 deseti deseta desetega | 20 dvajset*
""",
    fractions="1/2 ~pol ~polovica ~polovico ~polovice | 1/3 tretjina tretjino tretjine | 1/4 ~četrt četrtina četrtino četrtine | 1/5 petina petino petine | 1/10 desetina desetino",
    hints="""
0 noben* brez | 2 oba obe obeh obema dvo* dva* dvakrat par* podvoj* drug* | 3 tro* tri* tret* | 4 četr* | 7 teden tedn* | 10 desetlet* | 12 poldne* polnoč* | 14 tedn* | 50 polovic*
100 stolet* odstot* | 1000 tisoč* | 1/2 pol* | 1/4 četr* | 1/3 tretjin* | 1 edin* prv* sam sama
""",
    months="""
januarja januar januarju | februarja februar februarju | marca marec marcu | aprila april aprilu | maja maj maju | junija junij juniju
julija julij juliju | avgusta avgust avgustu | septembra september septembru | oktobra oktober oktobru | novembra november novembru
decembra december decembru
""",
    joiners="in",
    fused=True,
    units_first=True,
)
