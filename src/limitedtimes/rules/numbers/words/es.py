"""Spanish."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~cero | 1 ~un ~uno ~una | 2 dos | 3 tres | 4 cuatro | 5 cinco | 6 seis | 7 siete | 8 ocho | 9 nueve | 10 diez | 11 once | 12 doce
13 trece | 14 catorce | 15 quince | 16 dieciséis dieciseis | 17 diecisiete | 18 dieciocho | 19 diecinueve | 20 veinte
21 veintiuno veintiún veintiuna | 22 veintidós veintidos | 23 veintitrés veintitres | 24 veinticuatro | 25 veinticinco
26 veintiséis veintiseis | 27 veintisiete | 28 veintiocho | 29 veintinueve | 30 treinta | 40 cuarenta | 50 cincuenta
60 sesenta | 70 setenta | 80 ochenta | 90 noventa | 100 cien ciento | 200 doscientos doscientas | 300 trescientos trescientas
400 cuatrocientos cuatrocientas | 500 quinientos quinientas | 600 seiscientos seiscientas | 700 setecientos setecientas
800 ochocientos ochocientas | 900 novecientos novecientas
""",
    scales="""
10 decena | 10 ~decenas | 12 docena | 12 ~docenas | 100 centenar centena | 100 ~centenares ~centenas | 1000 mil millar
1000 ~miles ~millares | 1_000_000 millón millones millon ^m ^mill ^mdd | 1_000_000_000 millardo millardos
1_000_000_000_000 billón billones billon | 1_000_000_000_000_000_000 trillón trillones
""",
    ordinals="""
1 ~primer ~primero ~primera ~primeros ~primeras | 2 ~segundo ~segunda ~segundos ~segundas | 3 tercer tercero tercera terceros
4 cuarto cuarta | 5 quinto quinta | 6 sexto sexta | 7 séptimo séptima | 8 octavo octava ~octavos | 9 noveno novena | 10 décimo décima
11 undécimo | 12 duodécimo | 20 vigésimo vigésima | 30 trigésimo | 40 cuadragésimo | 50 quincuagésimo | 100 centésimo
""",
    fractions="""
1/2 ~medio ~media ~mitad | 1/3 tercio tercios | 1/4 ~cuarto ~cuartos ~cuarta | 1/5 quinto quintos | 1/6 sexto | 1/8 octavo octavos | 1/10 décimo
""",
    hints="""
0 ningún ninguna nada sin | 2 ambos ambas dobl* par pareja* segund* duplic* bis | 3 trío tripl* terc* | 4 cuatr* cuart* cuadr* | 5 quint*
7 semana | 8 octav* | 10 década* | 12 mediodía medianoche | 15 quincena | 14 quincena | 50 mitad | 100 siglo* centen* | 1000 mil* | 1/2 mitad medi*
1/4 cuart* trimest* | 1 únic* solo primer*
""",
    months="""
enero ene | febrero feb | marzo mar | abril abr | mayo | junio jun | julio jul | agosto ago | septiembre setiembre sept sep
octubre oct | noviembre nov | diciembre dic
""",
    joiners="y",
    of="de",
    ordinals_apart=True,
)
