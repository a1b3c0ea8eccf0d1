"""Dutch."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nul | 1 ~een ~één | 2 twee tweeën | 3 drie drieën | 4 vier vieren | 5 vijf vijven | 6 zes zessen | 7 zeven | 8 acht | 9 negen | 10 tien | 11 elf
12 twaalf | 13 dertien | 14 veertien | 15 vijftien | 16 zestien | 17 zeventien | 18 achttien | 19 negentien | 20 twintig | 30 dertig
40 veertig | 50 vijftig | 60 zestig | 70 zeventig | 80 tachtig | 90 negentig
""",
    scales="""
12 dozijn | 10 ~tientallen | 10 tiental | 12 ~dozijnen | 100 honderd | 100 ~honderden ~honderdtallen | 1000 duizend | 1000 ~duizenden
1_000_000 miljoen ^mln ~miljoenen | 1_000_000_000 miljard ^mld ^mrd ~miljarden | 1_000_000_000_000 biljoen
""",
    ordinals="""
1 ~eerste ~eersten | 2 ~tweede ~tweeden | 3 derde derden | 4 vierde | 5 vijfde | 6 zesde | 7 zevende | 8 achtste | 9 negende | 10 tiende | 11 elfde
12 twaalfde | 13 dertiende | 14 veertiende | 15 vijftiende | 16 zestiende | 17 zeventiende | 18 achttiende | 19 negentiende | 20 twintigste
30 dertigste | 40 veertigste | 50 vijftigste | 60 zestigste | 70 zeventigste | 80 tachtigste | 90 negentigste | 100 honderdste
""",
    fractions="1/2 ~half ~halve ~helft | 3/2 anderhalf anderhalve | 1/3 derde | 1/4 ~kwart | 1/5 vijfde | 1/10 tiende",
    hints="""
0 geen zonder | 2 beide* dubbel* paar koppel tweel* verdubb* | 3 trio driem* derde* | 4 kwart* | 7 week | 10 decenni* | 12 middag* middernacht | 14 weken
50 helft | 100 eeuw* | 1000 duizend* millen* | 1/2 half halve helft | 1/4 kwart* | 1 enig* eerst* enkel* eenmaal
""",
    months="""
januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug | september sept sep | oktober okt | november nov
december dec
""",
    joiners="en ën",
    of="een",
    fused=True,
    units_first=True,
)
