"""Finnish."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nolla | 1 ~yksi ~yhden ~yhtä ~yhdessä ~yhdestä ~yhteen ~yhdellä | 2 kaksi kahden kahta kahdessa kahdesta kahteen kahdella kahdeksi kahdelle kahdelta | 3 kolme kolmen kolmea kolmessa kolmesta kolmeen kolmella kolmelle
4 neljä neljän neljää neljässä neljästä neljään neljällä neljälle | 5 viisi viiden viittä viidessä viidestä viiteen viidellä | 6 kuusi kuuden kuutta kuudessa kuudesta kuuteen kuudella | 7 seitsemän seitsemää seitsemässä
8 kahdeksan kahdeksaa kahdeksassa | 9 yhdeksän yhdeksää yhdeksässä | 10 ~+toista
""",
    scales="""
10 kymmenen kymmentä kymmenessä | 12 tusina tusinaa | 10 ~kymmeniä ~kymmenet ~kymmenien | 100 sata sataa sadan sadassa sadasta sataan | 100 ~sadat ~satoja ~satojen | 1000 tuhat tuhatta tuhannen tuhannessa
1000 ~tuhannet ~tuhansia ~tuhansien | 1_000_000 miljoona miljoonaa miljoonan miljoonassa miljoonalla ~miljoonat ~miljoonia ~miljoonien ^milj ^mn | 1_000_000_000 miljardi miljardia miljardin ~miljardeja ^mrd | 1_000_000_000_000 biljoona*
""",
    ordinals="""
1 ~ensimmäi* | 2 ~toinen ~toisen ~toista ~toisessa ~toiseen ~toiseksi ~toisella | 3 kolmas kolmannen kolmatta kolmannessa kolmanneksi kolmanteen kolmannella | 4 neljäs neljännen neljättä neljännessä neljänneksi
5 viides viidennen viidettä viidennessä viidenneksi | 6 kuudes kuudennen kuudetta kuudennessa | 7 seitsemäs seitsemännen seitsemännessä | 8 kahdeksas kahdeksannen | 9 yhdeksäs yhdeksännen
10 kymmenes kymmenennen
""",
    fractions="1/2 ~puoli ~puolet ~puolta ~puolen ~puoleen | 3/2 puolitoista puolentoista | 1/3 kolmannes kolmasosa kolmasosaa kolmanneksen | 1/4 ~neljännes neljäsosa neljäsosaa neljänneksen | 1/5 viidennes viidesosa | 1/10 kymmenesosa",
    hints="""
0 ei ilman | 2 molem* kaks* kahd* kahten* tupla* pari parin paria parisk* toi* tois* kahte* | 3 kolm* | 4 neljä* neljän* | 5 viisi* viide* viit* | 6 kuu* | 7 viik* seitsem* | 8 kahdeks* | 9 yhdeks* | 10 kymmen* vuosikymmen* | 12 keskipäiv* keskiyö* kahdentoi*
14 viik* | 50 puol* | 100 vuosisa* sata* sadan* sado* | 1000 tuha* tuhans* | 1/2 puol* | 1/4 neljän* | 1/3 kolmas* kolmann* | 1 yks* yhd* yht* ensi* ain*
""",
    months="""
tammikuu* | helmikuu* | maaliskuu* | huhtikuu* | toukokuu* | kesäkuu* | heinäkuu* | elokuu* | syyskuu* | lokakuu* | marraskuu* | joulukuu*
""",
    joiners="ja",
    fused=True,
)
