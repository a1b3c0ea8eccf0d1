"""Italian."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~zero | 1 ~un ~uno ~una | 2 due | 3 tre tré | 4 quattro | 5 cinque | 6 sei ~sei | 7 sette | 8 otto | 9 nove | 10 dieci | 11 undici | 12 dodici
13 tredici | 14 quattordici | 15 quindici | 16 sedici | 17 diciassette | 18 diciotto | 19 diciannove | 20 venti vent | 30 trenta trent
40 quaranta quarant | 50 cinquanta cinquant | 60 sessanta sessant | 70 settanta settant | 80 ottanta ottant | 90 novanta novant
""",
    scales="""
10 decina | 10 ~decine | 12 dozzina | 12 ~dozzine | 15 quindicina | 20 ventina | 30 trentina | 40 quarantina | 50 cinquantina
100 cento cent centinaio | 100 ~centinaia | 1000 mille mila migliaio | 1000 ~migliaia | 1_000_000 milione milioni ^mln ^mio
1_000_000_000 miliardo miliardi ^mld ^mrd | 1_000_000_000_000 bilione bilioni
""",
    ordinals="""
1 ~primo ~prima ~primi ~prime | 2 ~secondo ~seconda ~secondi ~seconde | 3 terzo terza terzi terze | 4 quarto quarta | 5 quinto quinta | 6 sesto sesta
7 settimo settima | 8 ottavo ottava | 9 nono nona | 10 decimo decima | 11 undicesimo undicesima | 12 dodicesimo dodicesima | 13 tredicesim* | 14 quattordicesim* | 15 quindicesim* | 16 sedicesim* | 17 diciassettesim* | 18 diciottesim*
19 diciannovesim* | 20 ventesim* | 21 ventunesim* | 25 venticinquesim* | 30 trentesim* | 40 quarantesim* | 50 cinquantesim* | 60 sessantesim* | 100 centesim*
""",
    fractions="1/2 ~mezzo ~mezza ~metà | 1/3 terzo terzi | 1/4 ~quarto ~quarti | 1/5 quinto quinti | 1/6 sesto | 1/8 ottavo | 1/10 decimo decimi",
    hints="""
0 nessun* senza | 2 entramb* ambedue doppi* coppia paio second* raddopp* duo gemell* | 3 trio tripl* terz* | 4 quart* quadr* | 5 quint* cinqu* | 7 settiman*
6 sei | 10 decenni* decad* | 12 mezzogiorno mezzanotte | 50 metà | 100 secol* | 1000 mill* | 1/2 metà mezz* | 1/4 quart* trimest* | 1 unic* sol* prim*
16 cinquecento | 17 seicento | 18 settecento | 19 ottocento | 20 novecento
""",
    months="""
gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu | luglio lug | agosto ago | settembre sett set | ottobre ott
novembre nov | dicembre dic
""",
    joiners="e",
    of="di",
    fused=True,
    ordinals_apart=True,
)
