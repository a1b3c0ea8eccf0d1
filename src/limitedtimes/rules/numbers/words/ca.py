"""Catalan."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~zero | 1 ~un ~una ~u | 2 dos dues | 3 tres | 4 quatre | 5 cinc | 6 sis | 7 set | 8 vuit huit | 9 ~nou | 10 ~deu | 11 onze | 12 dotze
13 tretze | 14 catorze | 15 quinze | 16 setze | 17 disset | 18 divuit | 19 dinou | 20 vint | 30 trenta | 40 quaranta | 50 cinquanta
60 seixanta | 70 setanta | 80 vuitanta | 90 noranta | 100 cent | 200 dos-cents
""",
    scales="""
10 desena | 10 ~desenes | 12 dotzena | 12 ~dotzenes | 100 cents centes centenar | 100 ~centenars | 1000 mil miler | 1000 ~milers
1_000_000 milió milions | 1_000_000_000_000 bilió bilions
""",
    ordinals="""
1 ~primer ~primera ~primers ~primeres | 2 ~segon ~segona ~segons ~segones | 3 tercer tercera | 4 quart quarta | 5 cinquè cinquena | 6 sisè sisena
7 setè setena | 8 vuitè vuitena | 9 novè novena | 10 desè desena
""",
    fractions="1/2 ~mig ~mitja ~meitat | 1/3 terç terços | 1/4 ~quart ~quarts | 1/5 cinquè",
    hints="""
2 ambdós ambdues dobl* parell* segon* duplic* | 3 trio tripl* | 4 quart* | 7 setmana | 10 dècad* | 12 migdia mitjanit | 15 quinzen* | 100 segle*
9 nou* | 1000 mil* | 1/2 meitat mig mitja | 1/4 quart* trimest* | 1 únic* sol primer*
""",
    months="""
gener | febrer | març | abril | maig | juny | juliol | agost | setembre | octubre | novembre | desembre
""",
    joiners="i",
    of="de d",
    ordinals_apart=True,
)
