"""French, of Belgium and Switzerland too."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~zéro | 1 ~un ~une | 2 deux | 3 trois | 4 quatre | 5 cinq | 6 six | 7 sept | 8 huit | 9 neuf | 10 dix | 11 onze | 12 douze | 13 treize
14 quatorze | 15 quinze | 16 seize | 20 vingt vingts | 30 trente | 40 quarante | 50 cinquante | 60 soixante | 70 septante
80 huitante octante | 90 nonante
""",
    scales="""
10 dizaine | 10 ~dizaines | 12 douzaine | 12 ~douzaines | 15 quinzaine | 20 vingtaine | 30 trentaine | 40 quarantaine | 50 cinquantaine
60 soixantaine | 100 cent cents centaine | 100 ~centaines | 1000 mille millier | 1000 ~milliers | 1_000_000 million millions ^m ^mio
1_000_000_000 milliard milliards ^md ^mds ^mrd | 1_000_000_000_000 billion billions
""",
    ordinals="""
1 ~premier ~première ~premiers ~premières ~unième | 2 ~second ~seconde ~secondes ~deuxième | 3 troisième troisièmes | 4 quatrième | 5 cinquième
6 sixième | 7 septième | 8 huitième ~huitièmes | 9 neuvième | 10 dixième | 11 onzième | 12 douzième | 13 treizième | 14 quatorzième | 15 quinzième
16 seizième | 20 vingtième | 30 trentième | 40 quarantième | 50 cinquantième | 60 soixantième | 100 centième | 1000 millième
""",
    fractions="""
1/2 ~demi ~demie ~moitié | 1/3 ~tiers | 1/4 ~quart ~quarts | 1/5 cinquième cinquièmes | 1/6 sixième sixièmes | 1/8 huitième | 1/10 dixième dixièmes
""",
    hints="""
0 aucun aucune sans | 2 doubl* couple paire* second* duo jumeau* jumelle* | 3 trio tripl* tiers | 4 quadr* quart* | 7 semaine hebdo* | 8 semaine
9 neuf* | 10 décennie* | 12 midi minuit | 15 quinz* | 50 moitié | 100 siècle* | 1000 mill* | 1/2 moitié demi* mi- | 1/4 quart* trimest* | 1/3 tiers
1 unique seul* premi*
""",
    months="""
janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | août | septembre sept | octobre oct | novembre nov | décembre déc
""",
    joiners="et",
    of="de d",
    scores=True,
    ordinals_apart=True,
)
