"""Portuguese, European and Brazilian; Galician shares most of it."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~zero | 1 ~um ~uma ~un ~unha | 2 dois duas dous dúas | 3 três tres | 4 quatro catro | 5 cinco | 6 seis | 7 sete | 8 oito | 9 nove
10 dez | 11 onze | 12 doze | 13 treze | 14 catorze quatorze | 15 quinze | 16 dezasseis dezesseis | 17 dezassete dezessete
18 dezoito | 19 dezanove dezenove | 20 vinte | 30 trinta | 40 quarenta | 50 cinquenta cinqüenta | 60 sessenta | 70 setenta
80 oitenta | 90 noventa | 100 cem cento | 200 duzentos duzentas | 300 trezentos trezentas | 400 quatrocentos quatrocentas
500 quinhentos quinhentas | 600 seiscentos seiscentas | 700 setecentos setecentas | 800 oitocentos oitocentas
900 novecentos novecentas
""",
    scales="""
12 dúzia | 10 ~dezena ~dezenas | 12 ~dúzias | 100 centena | 100 ~centenas | 1000 mil milhar | 1000 ~milhares
1_000_000 milhão milhões milhao milhoes ^mi | 1_000_000_000 bilhão bilhões bilhao bilhoes ^bi
1_000_000_000_000 bilião biliões trilhão trilhões ^tri | 1_000_000_000_000_000 quatrilhão quatrilhões
""",
    ordinals="""
1 ~primeiro ~primeira ~primeiros ~primeiras | 2 ~segundo ~segunda ~segundos ~segundas
3 terceiro terceira terceiros terceiras ~terça | 4 ~quarto ~quarta ~quartos ~quartas
5 quinto ~quinta ~quintos | 6 sexto ~sexta | 7 sétimo sétima | 8 oitavo oitava ~oitavos ~oitavas | 9 nono nona | 10 décimo décima
20 vigésimo vigésima | 30 trigésimo trigésima | 40 quadragésimo quadragésima | 50 quinquagésimo quinquagésima
60 sexagésimo sexagésima | 70 septuagésimo septuagésima | 80 octogésimo octogésima | 90 nonagésimo nonagésima
100 centésimo centésima | 1000 milésimo milésima
""",
    fractions="""
1/2 ~metade ~meio ~meia | 1/3 terço terços | 1/4 ~quarto ~quartos ~quarta | 1/5 quinto quintos | 1/6 sexto sextos
1/8 oitavo oitavos | 1/10 décimo décimos | 1/100 ~centésimos
""",
    hints="""
0 nenhum nenhuma nada sem | 1 uns umas único única só primeir* sozinh* | 2 ambos ambas dupl* par pares casal dobr* segund* gémeos gêmeos bis
3 trio terç* tripl* | 4 quatr* quart* quadr* | 5 quint* | 6 sext* hex* meia | 7 sétim* semana | 8 oitav* | 9 non* | 10 década* déc*
12 dúzia* meio-dia meia-noite | 14 quinzena | 15 quinzena | 50 metade | 100 século* centen* | 1000 milh* milén* milên* | 1/2 metade mei*
1/4 quart* trimest*
""",
    months="""
janeiro xaneiro jan | fevereiro febreiro fev | março marzo mar | abril abr | maio | junho xuño jun | julho xullo jul | agosto ago
setembro set | outubro out | novembro nov | dezembro decembro dez
""",
    joiners="e",
    of="de",
    ordinals_apart=True,
)
