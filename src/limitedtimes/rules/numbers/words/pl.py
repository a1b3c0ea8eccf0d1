"""Polish."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~zero | 1 ~jeden ~jedna ~jedno ~jednego ~jednej ~jednym ~jedną | 2 dwa dwie dwóch dwu dwom dwoma dwiema dwaj dwoje dwojga
3 trzy trzech trzem trzema trzej troje trojga | 4 cztery czterech czterem czterema czterej czworo | 5 pięć pięciu pięcioma pięcioro
6 sześć sześciu sześcioma sześcioro | 7 siedem siedmiu siedmioma | 8 osiem ośmiu ośmioma | 9 dziewięć dziewięciu dziewięcioma
10 dziesięć dziesięciu dziesięcioma | 11 jedenaście jedenastu | 12 dwanaście dwunastu | 13 trzynaście trzynastu | 14 czternaście czternastu
15 piętnaście piętnastu | 16 szesnaście szesnastu | 17 siedemnaście siedemnastu | 18 osiemnaście osiemnastu | 19 dziewiętnaście dziewiętnastu
20 dwadzieścia dwudziestu | 30 trzydzieści trzydziestu | 40 czterdzieści czterdziestu | 50 pięćdziesiąt pięćdziesięciu
60 sześćdziesiąt sześćdziesięciu | 70 siedemdziesiąt siedemdziesięciu | 80 osiemdziesiąt osiemdziesięciu
90 dziewięćdziesiąt dziewięćdziesięciu | 100 sto stu | 200 dwieście dwustu | 300 trzysta trzystu | 400 czterysta czterystu
500 pięćset pięciuset | 600 sześćset sześciuset | 700 siedemset siedmiuset | 800 osiemset ośmiuset | 900 dziewięćset dziewięciuset
""",
    scales="""
12 tuzin tuziny tuzinów | 10 ~dziesiątki ~dziesiątek | 100 ~setki ~setek | 100 setka | 1000 tysiąc tysiąca ^tys tysiące tysięcy tysiącom tysiącami tysiącach
1_000_000 milion* ^mln | 1_000_000_000 miliard* ^mld | 1_000_000_000_000 bilion* ^bln
""",
    ordinals="""
1 ~pierwsz* | 2 ~drug* | 3 trzeci trzecia trzecie trzeciego trzeciej trzecim trzecią | 4 czwarty czwarta czwarte czwartego czwartej czwartym czwartą | 5 piąty piąta piąte piątego piątej piątym ~piątą | 6 szóst*
7 siódm* | 8 ósm* | 9 dziewiąt* | 10 dziesiąty dziesiąta dziesiątego dziesiątej dziesiątym | 11 jedenasty jedenasta jedenaste jedenastego jedenastej jedenastym jedenastą jedenastych | 12 dwunasty dwunasta dwunaste dwunastego dwunastej dwunastym dwunastą dwunastych | 13 trzynasty trzynasta trzynaste trzynastego trzynastej trzynastym trzynastą trzynastych | 14 czternasty czternasta czternaste czternastego czternastej czternastym czternastą czternastych
15 piętnasty piętnasta piętnaste piętnastego piętnastej piętnastym piętnastą piętnastych | 16 szesnasty szesnasta szesnaste szesnastego szesnastej szesnastym szesnastą szesnastych | 17 siedemnasty siedemnasta siedemnaste siedemnastego siedemnastej siedemnastym siedemnastą siedemnastych | 18 osiemnasty osiemnasta osiemnaste osiemnastego osiemnastej osiemnastym osiemnastą osiemnastych | 19 dziewiętnasty dziewiętnasta dziewiętnaste dziewiętnastego dziewiętnastej dziewiętnastym dziewiętnastą dziewiętnastych | 20 dwudziesty dwudziesta dwudzieste dwudziestego dwudziestej dwudziestym dwudziestą dwudziestych | 30 trzydziesty trzydziesta trzydzieste trzydziestego trzydziestej trzydziestym trzydziestą trzydziestych | 40 czterdziesty czterdziesta czterdzieste czterdziestego czterdziestej czterdziestym czterdziestą czterdziestych
50 pięćdziesiąty pięćdziesiąta pięćdziesiąte pięćdziesiątego pięćdziesiątej pięćdziesiątym pięćdziesiątą pięćdziesiątych | 60 sześćdziesiąty sześćdziesiąta sześćdziesiąte sześćdziesiątego sześćdziesiątej sześćdziesiątym sześćdziesiątą sześćdziesiątych | 70 siedemdziesiąty siedemdziesiąta siedemdziesiąte siedemdziesiątego siedemdziesiątej siedemdziesiątym siedemdziesiątą siedemdziesiątych | 80 osiemdziesiąty osiemdziesiąta osiemdziesiąte osiemdziesiątego osiemdziesiątej osiemdziesiątym osiemdziesiątą osiemdziesiątych | 90 dziewięćdziesiąty dziewięćdziesiąta dziewięćdziesiąte dziewięćdziesiątego dziewięćdziesiątej dziewięćdziesiątym dziewięćdziesiątą dziewięćdziesiątych | 100 setn*
""",
    fractions="1/2 ~pół ~połowa ~połowę ~połowy ~połowie | 3/2 półtora półtorej | 1/4 ~ćwierć ~kwadrans",
    hints="""
0 żaden żadn* bez | 2 oba obie obaj oboj* obu par* podwój* podwo* drug* dwukrot* dwu* bliźni* | 3 trzy* tri* potrój* | 4 czter* kwart* czwart* | 5 pię* | 6 sześ*
7 tydz* tygod* | 10 dekad* dziesięciolec* | 12 południ* północ* | 14 tygod* | 50 połow* pięćdzies* | 100 wiek* stulec* procent* | 1000 tysią* | 1/2 pół* połow* | 1/4 ćwier* kwart*
1/3 trzeci* | 1 jedyn* sam* pierw* raz | 20 dwudziest*
""",
    months="""
stycznia styczeń styczniu | lutego luty lutym | marca marzec marcu | kwietnia kwiecień kwietniu | maja maj maju | czerwca czerwiec czerwcu
lipca lipiec lipcu | sierpnia sierpień sierpniu | września wrzesień wrześniu | października październik październiku
listopada listopad listopadzie | grudnia grudzień grudniu
""",
    joiners="i",
)
