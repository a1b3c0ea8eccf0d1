"""Croatian, Serbian (in both scripts) and Bosnian."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nula ~нула | 1 ~jedan ~jedna ~jedno ~jednog ~jedne ~jednu ~један ~једна ~једно ~једног ~једне ~једну | 2 dva dvije dvoje dvojica dvojice dviju dvaju два две двоје двојица двојице dve
3 tri troje trojica trojice triju три троје тројица тројице | 4 četiri četvero četvoro četvorica четири четворо четворица | 5 pet petero petoro petorica пет петоро петорица | 6 šest шест šestero шесторо | 7 sedam седам
8 osam осам | 9 devet девет | 10 deset десет | 11 jedanaest једанаест | 12 dvanaest дванаест | 13 trinaest тринаест | 14 četrnaest четрнаест | 15 petnaest петнаест
16 šesnaest шеснаест | 17 sedamnaest седамнаест | 18 osamnaest осамнаест | 19 devetnaest деветнаест | 20 dvadeset двадесет | 30 trideset тридесет
40 četrdeset четрдесет | 50 pedeset педесет | 60 šezdeset шездесет | 70 sedamdeset седамдесет | 80 osamdeset осамдесет | 90 devedeset деведесет
100 sto сто stotinu стотину | 200 dvjesto dvesta dvjesta двеста двјеста | 300 tristo trista триста | 400 četiristo четиристо | 500 petsto петсто | 600 šesto шесто šeststo шестсто
700 sedamsto | 800 osamsto | 900 devetsto
""",
    scales="""
12 tucet туцет | 10 ~desetak ~desetine ~desetaka ~десетак ~десетине | 100 stotina ~stotine ~stotinama ~стотине ~стотинама стотина | 1000 tisuća tisuće tisuću hiljada hiljade hiljadu хиљада хиљаде хиљаду ^tis ^hilj
1000 ~tisućama ~tisućice ~hiljadama ~хиљадама | 1_000_000 milijun* milion* милион* ^mil ^mln | 1_000_000_000 milijard* милијард* ^mlrd ^mld | 1_000_000_000_000 bilijun* bilion* трилион* трилион
""",
    ordinals="""
1 ~prv* ~прв* | 2 ~drug* ~друг* | 3 treći treća treće trećeg trećem treću трећи трећа треће трећег трећем трећу | 4 četvrti четврти četvrta четврта ~četvrtom | 5 peti пети peta пета petog петог | 6 šesti шести šesta шеста
7 sedmi седми sedma седма | 8 osmi осми osma осма osmog осмог | 9 deveti девети deveta девета | 10 deseti десети deseta десета | 20 dvadesetog dvadeseti двадесетог двадесети
""",
    fractions="1/2 ~pola ~polovica ~polovicu ~polovina ~polovinu ~pol ~пола ~половина ~половину ~половине | 1/3 trećina trećinu trećine трећина трећину трећине | 1/4 ~četvrt četvrtina četvrtinu četvrtine четвртина четвртину ~четврт | 1/5 petina petinu петина петину | 1/10 desetina desetinu",
    hints="""
0 nijed* nema bez ниједн* без | 2 oba obje obe oboj* obojic* dvo* dva* dvaput* par* udvo* drug* оба обе обо* дво* два* пар* удво* друг* dvi* | 3 tro* tri* treć* тро* три* трећ* | 4 četv* четв* | 5 pet* пет* | 7 tjed* nedelj* недељ* sedmic*
10 deset* desetljeć* deceni* децени* десет* | 12 podne* ponoć* подне* поноћ* | 14 tjed* nedelj* недељ* | 50 polovic* polovin* половин* | 100 stolje* vek* vijek* век* posto postot* стот* | 1000 tisuć* hiljad* хиљад*
1/2 pol* пол* | 1/4 četvr* четвр* kvart* | 1/3 treć* трећ* | 1 jedin* prv* sam sama једин* прв*
""",
    months="""
siječnja siječanj siječnju januar januara januaru јануар јануара јануару | veljače veljača veljači februar februara februaru фебруар фебруара фебруару
ožujka ožujak ožujku mart marta martu март марта марту | travnja travanj travnju april aprila aprilu април априла априлу
svibnja svibanj svibnju maj maja maju мај маја мају | lipnja lipanj lipnju jun juna junu juni јун јуна јуну јуни
srpnja srpanj srpnju jul jula julu juli јул јула јулу јули | kolovoza kolovoz kolovozu avgust avgusta avgustu август августа августу
rujna rujan rujnu septembar septembra septembru септембар септембра септембру | listopada listopad listopadu oktobar oktobra oktobru октобар октобра октобру
studenoga studenog studeni studenom novembar novembra novembru новембар новембра новембру | prosinca prosinac prosincu decembar decembra decembru децембар децембра децембру
""",
    joiners="i и",
)
