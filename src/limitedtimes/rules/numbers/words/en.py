"""English."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~zero ~nil | 1 ~one | 2 two | 3 three | 4 four | 5 five | 6 six | 7 seven | 8 eight | 9 nine | 10 ten | 11 eleven
12 twelve | 13 thirteen | 14 fourteen | 15 fifteen | 16 sixteen | 17 seventeen | 18 eighteen | 19 nineteen
20 twenty | 30 thirty | 40 forty fourty | 50 fifty | 60 sixty | 70 seventy | 80 eighty | 90 ninety
""",
    scales="""
12 dozen | 100 hundred | 1000 thousand ^k | 1_000_000 million mln ^m ^mn ^mio | 1_000_000_000 billion bln ^bn ^b milliard
1_000_000_000_000 trillion ^tn ^tr | 1_000_000_000_000_000 quadrillion | 100_000 lakh lakhs | 10_000_000 crore crores
100 ~hundreds | 12 ~dozens | 1000 ~thousands | 1_000_000 ~millions | 1_000_000_000 ~billions | 1_000_000_000_000 ~trillions
""",
    ordinals="""
1 ~first ~firstly | 2 ~second ~secondly | 3 third thirdly | 4 fourth | 5 fifth | 6 sixth | 7 seventh | 8 eighth | 9 ninth | 10 tenth
11 eleventh | 12 twelfth | 13 thirteenth | 14 fourteenth | 15 fifteenth | 16 sixteenth | 17 seventeenth | 18 eighteenth
19 nineteenth | 20 twentieth | 30 thirtieth | 40 fortieth | 50 fiftieth | 60 sixtieth | 70 seventieth | 80 eightieth
90 ninetieth | 100 hundredth | 1000 thousandth | 1_000_000 millionth
""",
    fractions="""
1/2 ~half ~halves | 1/3 third thirds | 1/4 ~quarter quarters | 1/5 fifth fifths | 1/6 sixth sixths | 1/7 seventh sevenths
1/8 eighth eighths | 1/9 ninth ninths | 1/10 tenth tenths
""",
    hints="""
0 no none zero* without nil nought scoreless goalless
1 one* once single* a an first* other another sole only
2 two* both couple* pair* twice double* second* twin* duo dual either neither doubl* two-
3 three* third* triple* trio* thrice hat-trick tripl* | 4 four* quarter* quadr* quartet* | 5 five* quint* | 6 six* half-dozen
7 seven* week | 8 eight* | 9 nine* | 10 ten decade* dozen* | 11 eleven* | 12 twelve* dozen* noon midday midnight
14 fortnight* | 15 quarter fortnight* | 20 score twenties | 30 thirties half | 40 forties | 50 fifties half | 60 sixties | 70 seventies
80 eighties | 90 nineties | 0 midnight | 24 midnight | 100 hundred* century centuries centen* | 1000 thousand* millen* grand
1_000_000 million* | 1_000_000_000 billion* | 1/2 half* halv* mid* middle semi* | 1/3 third* | 1/4 quarter* quarters
""",
    months="""
january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | september sept sep
october oct | november nov | december dec
""",
    joiners="and",
    of="a of",
    point=".",
    fused=False,
)
