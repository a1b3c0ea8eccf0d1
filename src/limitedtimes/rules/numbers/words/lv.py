"""Latvian."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nulle | 1 ~viens ~viena ~vienu ~vienas ~vienam ~vienā | 2 divi divas divu diviem divām divus divos divās | 3 trīs triju trim trijos trijās | 4 četri četras četru četriem četrām četrus četros | 5 pieci piecas piecu pieciem piecām piecus piecos | 6 seši sešas sešu sešiem sešām sešus sešos | 7 septiņi septiņas septiņu septiņiem septiņām septiņus
8 astoņi astoņas astoņu astoņiem astoņām astoņus | 9 deviņi deviņas deviņu deviņiem deviņām deviņus | 10 desmit desmitiem | 11 vienpadsmit | 12 divpadsmit | 13 trīspadsmit | 14 četrpadsmit | 15 piecpadsmit | 16 sešpadsmit | 17 septiņpadsmit
18 astoņpadsmit | 19 deviņpadsmit | 20 divdesmit | 30 trīsdesmit | 40 četrdesmit | 50 piecdesmit | 60 sešdesmit | 70 septiņdesmit | 80 astoņdesmit | 90 deviņdesmit | 200 divsimt | 300 trīssimt
""",
    scales="""
12 ducis duci | 12 ~duči ~dučiem | 10 ~desmiti ~desmitus ~desmitu | 100 simts simtu simt | 100 ~simti ~simtiem ~simtus ~simtu | 1000 tūkstotis tūkstoši tūkstošu tūkstošiem tūkstošus tūkstoti ^tūkst | 1_000_000 miljon* ^milj ^milj | 1_000_000_000 miljard* ^mljrd | 1_000_000_000_000 triljon*
""",
    ordinals="""
1 ~pirm* | 2 ~otr* | 3 trešais trešā trešo trešajā trešās | 4 ceturtais ceturtā ceturto | 5 piektais piektā piekto ~piektajā | 6 sestais sestā sesto | 7 septītais septītā septīto | 8 astotais astotā astoto | 9 devītais devītā | 10 desmitais desmitā desmito
""",
    fractions="1/2 ~puse ~pusi ~pus ~puses | 3/2 pusotra pusotru | 1/3 trešdaļa trešdaļu trešdaļas | 1/4 ~ceturtdaļa ceturtdaļu ceturtdaļas | 1/5 piektdaļa piektdaļu | 1/10 desmitdaļa",
    hints="""
0 bez nav nevien* | 2 ab* divk* div* pāris pāri pāru otr* dubult* | 3 trīs* treš* trij* | 4 četr* ceturt* | 5 piec* piekt* | 6 seš* | 7 nedēļ* septiņ* | 10 desmit* | 12 pusdien* pusnakt* divpadsm* | 14 nedēļ* | 50 pus* | 100 gadsimt* simt* procent* | 1000 tūkstoš* tūkstot*
1/2 pus* | 1/4 ceturt* | 1/3 treš* | 1 vien* pirm*
""",
    months="""
janvār* | februār* | mart* | aprīl* | maijs maija maijā maiju | jūnij* | jūlij* | august* | septembr* | oktobr* | novembr* | decembr*
""",
    joiners="un",
)
