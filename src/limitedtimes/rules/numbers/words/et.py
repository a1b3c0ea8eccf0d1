"""Estonian."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~null | 1 ~üks ~ühe ~üht ~ühte ~ühes | 2 kaks kahe kaht kahte kahes kahel kaheks | 3 kolm kolme kolmes kolmel | 4 neli nelja nelja neljas ~neljal | 5 ~viis viie ~viit | 6 kuus kuue kuut | 7 seitse seitsme seitset | 8 kaheksa kaheksat | 9 üheksa üheksat
10 ~+teist ~+teistkümmend
""",
    scales="""
12 tosin tosina | 10 kümme kümne kümmet kümnes kümmend ~kümned ~kümneid | 100 sada saja sadat | 100 ~sajad ~sadu ~sadade | 1000 tuhat tuhande tuhandet | 1000 ~tuhanded ~tuhandeid ~tuhandete | 1_000_000 miljon* ^mln | 1_000_000_000 miljard* ^mld | 1_000_000_000_000 triljon*
""",
    ordinals="""
1 ~esime* | 2 ~teine ~teise ~teist ~teises ~teisel | 3 kolmas kolmanda kolmandat kolmandal kolmandas | 4 neljas neljanda neljandat | 5 viies viienda viiendat | 6 kuues kuuenda | 7 seitsmes seitsmenda | 8 kaheksas kaheksanda | 9 üheksas üheksanda | 10 kümnes kümnenda
""",
    fractions="1/2 ~pool ~poole ~pooled ~poolt ~poolel | 3/2 poolteist pooleteise | 1/3 kolmandik kolmandiku kolmandikku | 1/4 ~veerand ~veerandi neljandik | 1/5 viiendik viiendiku | 1/10 kümnendik",
    hints="""
0 ei ilma | 2 mõlem* kahek* kahe* kaks* paar* topelt* tei* | 3 kolm* | 4 nelj* | 5 viie* viis* | 6 kuue* kuus* | 7 nädal* seits* | 10 kümn* kümme* aastakümne* | 12 keskpäev* kesköö* kaksteist* kaheteist*
14 nädal* | 50 pool* | 100 sajand* sada* saja* | 1000 tuha* | 1/2 pool* | 1/4 veerand* kvart* | 1/3 kolmandik* | 1 üks* ühe* esi* ain*
""",
    months="""
jaanuar* | veebruar* | märts* | aprill* | mai mais | juuni juunis juunil | juuli juulis juulil | august* | september septembri* septembri | oktoober oktoobri* | november novembri* | detsember detsembri*
""",
    joiners="ja",
    fused=True,
)
