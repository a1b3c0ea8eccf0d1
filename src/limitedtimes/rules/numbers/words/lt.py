"""Lithuanian."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nulis | 1 ~vienas ~viena ~vieną ~vieno ~vienos ~vienam | 2 du dvi dviejų dviem dviejose abu | 3 trys tris trijų trims trimis trijose | 4 keturi keturios keturis keturias keturių keturiems keturioms | 5 penki penkios penkis penkias penkių penkiems | 6 šeši šešios šešis šešias šešių | 7 septyni septynios septynis septynias septynių
8 aštuoni aštuonios aštuonis aštuonias aštuonių | 9 devyni devynios devynis devynias devynių | 10 dešimt dešimties | 11 vienuolika vienuolikos | 12 dvylika dvylikos | 13 trylika | 14 keturiolika | 15 penkiolika | 16 šešiolika | 17 septyniolika | 18 aštuoniolika
19 devyniolika | 20 dvidešimt | 30 trisdešimt | 40 keturiasdešimt | 50 penkiasdešimt | 60 šešiasdešimt | 70 septyniasdešimt | 80 aštuoniasdešimt | 90 devyniasdešimt
""",
    scales="""
12 tuzinas tuziną | 12 ~tuzinai | 10 ~dešimtys ~dešimtis ~dešimčių | 100 šimtas šimtą šimto šimtai šimtus šimtų | 1000 tūkstantis tūkstantį tūkstančio tūkstančiai tūkstančius tūkstančių ^tūkst | 1_000_000 milijon* ^mln | 1_000_000_000 milijard* ^mlrd ^mlrd | 1_000_000_000_000 trilijon*
""",
    ordinals="""
1 ~pirm* | 2 ~antr* | 3 trečias trečia trečią trečioji trečiasis trečiojo trečios trečio ~trečiadien* | 4 ketvirtas ketvirta ketvirtą ketvirtasis | 5 penktas penkta penktą penktasis | 6 šeštas šešta šeštą | 7 septintas septinta septintą | 8 aštuntas aštunta aštuntą | 9 devintas devinta | 10 dešimtas dešimta dešimtą
""",
    fractions="1/2 ~pusė ~pusę ~pusės ~pus | 3/2 pusantro pusantros pusantrų | 1/3 trečdalis trečdalį trečdalio | 1/4 ~ketvirtis ketvirtadalis ketvirtadalį ketvirtadalio | 1/5 penktadalis penktadalį | 1/10 dešimtadalis",
    hints="""
0 be jok* nė ne* | 2 abu abi abiej* dvi* dvej* dvig* du* por* antr* | 3 tri* treč* trej* | 4 ketur* ketvir* | 5 penk* | 6 šeš* | 7 savait* septyn* | 10 dešimt* | 12 vidurd* vidurnak* dvylik* | 14 savait* | 50 pus* | 100 amži* šimt* procent* | 1000 tūkstan* | 1/2 pus* | 1/4 ketvir* | 1/3 trečdal* | 1 vien* pirm*
""",
    months="""
sausio sausis sausį | vasario vasaris vasarį | kovo kovas kovą | balandžio balandis balandį | gegužės gegužė gegužę | birželio birželis birželį | liepos liepa liepą | rugpjūčio rugpjūtis rugpjūtį | rugsėjo rugsėjis rugsėjį | spalio spalis spalį | lapkričio lapkritis lapkritį | gruodžio gruodis gruodį
""",
    joiners="ir",
)
