"""Slovak."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nula | 1 ~jeden ~jedna ~jedno ~jedného ~jednej ~jednu ~jedným | 2 dva dve dvaja dvoch dvom dvoma dvoje | 3 tri traja troch trom troma tromi | 4 štyri štyria štyroch štyrom štyrmi
5 päť piati piatich piatim | 6 šesť šiesti šiestich | 7 sedem siedmi siedmich | 8 osem ôsmi ôsmich | 9 deväť deviati deviatich | 10 desať desiati desiatich
11 jedenásť jedenástich | 12 dvanásť dvanástich | 13 trinásť trinástich | 14 štrnásť štrnástich | 15 pätnásť pätnástich | 16 šestnásť šestnástich
17 sedemnásť sedemnástich | 18 osemnásť osemnástich | 19 devätnásť devätnástich | 20 dvadsať dvadsiatich dvadsiati | 30 tridsať tridsiatich
40 štyridsať štyridsiatich | 50 päťdesiat päťdesiatich | 60 šesťdesiat šesťdesiatich | 70 sedemdesiat sedemdesiatich | 80 osemdesiat osemdesiatich
90 deväťdesiat deväťdesiatich
""",
    scales="""
12 tucet | 10 ~desiatky ~desiatok ~desiatkami | 100 sto stovka | 100 ~stovky ~stoviek ~stovkami | 1000 tisíc tisíce ^tis | 1000 ~tisíce ~tisícov ~tisícky | 1_000_000 milión* milion* ^mil ^mio
1_000_000_000 miliard* ^mld | 1_000_000_000_000 bilión*
""",
    ordinals="""
1 ~prv* | 2 ~druh* | 3 treti* tretí | 4 štvrtý štvrtá štvrté štvrtého ~štvrtej | 5 piaty piata piate piateho piatom ~piatej | 6 šiesty šiesta šieste šiesteho | 7 siedmy siedma siedme siedmeho
8 ôsmy ôsma ôsme ôsmeho | 9 deviaty deviata deviate | 10 desiaty desiata desiate desiateho | 20 dvadsiat* | 30 tridsiat* | 40 štyridsiat* | 50 päťdesiat*
""",
    fractions="1/2 ~pol ~polovica ~polovicu ~polovice ~polovici | 1/3 tretina tretinu tretiny | 1/4 ~štvrť štvrtina štvrtinu štvrtiny | 1/5 pätina pätinu pätiny | 1/10 desatina",
    hints="""
0 žiadn* bez | 2 oba obaja obe obidv* dvo* dva* dvakrát pár* zdvoj* druh* | 3 tro* tri* tret* | 4 štvr* | 7 týž* | 10 desaťroč* dekád* | 12 poludn* polnoc* | 14 týž* | 50 polovic*
100 storoč* percent* | 1000 tisíc* | 1/2 pol* | 1/4 štvrť* | 1/3 tretin* | 1 jedin* prv* sám sama
""",
    months="""
januára január januári | februára február februári | marca marec marci | apríla apríl apríli | mája máj máji | júna jún júni | júla júl júli
augusta august auguste | septembra september septembri | októbra október októbri | novembra november novembri | decembra december decembri
""",
    joiners="a",
    fused=True,
    units_first=True,
)
