"""German."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~null | 1 ~ein ~eins ~eine ~einen ~einem ~einer ~eines | 2 zwei zwo zweier zweien | 3 drei dreier dreien | 4 vier | 5 fünf | 6 sechs | 7 sieben
8 acht | 9 neun | 10 zehn | 11 elf | 12 zwölf | 16 sechzehn | 17 siebzehn | 20 zwanzig | 30 dreißig dreissig | 40 vierzig | 50 fünfzig
60 sechzig | 70 siebzig | 80 achtzig | 90 neunzig
""",
    scales="""
12 dutzend | 12 ~dutzende ~dutzenden | 100 hundert | 100 ~hunderte ~hunderten ~hunderter | 1000 tausend ^tsd | 1000 ~tausende ~tausenden ~tausender
1_000_000 million millionen ^mio ^mill | 1_000_000_000 milliarde milliarden ^mrd ^mia | 1_000_000_000_000 billion billionen ^bio
1_000_000_000_000_000 billiarde billiarden
""",
    ordinals="""
1 ~erste* ~erst | 2 ~zweite* ~zweit | 3 dritte ~dritt drittem dritten dritter drittes | 4 vierte vierten vierter vierte* | 5 fünfte* | 6 sechste* | 7 siebte* siebente*
8 achte achten achter achtes | 9 neunte* | 10 zehnte* | 11 elfte* | 12 zwölfte* | 20 zwanzigste* | 30 dreißigste* | 40 vierzigste* | 50 fünfzigste*
60 sechzigste* | 70 siebzigste* | 80 achtzigste* | 90 neunzigste* | 100 hundertste*
""",
    fractions="""
1/2 ~halb ~halbe ~halben ~halbes ~halber ~hälfte | 1/3 drittel | 1/4 ~viertel | 1/5 fünftel | 1/6 sechstel | 1/8 achtel | 1/10 zehntel
3/2 anderthalb eineinhalb
""",
    hints="""
0 kein* ohne | 2 beide* paar doppel* zweit* verdoppel* zwilling* zwie* | 3 dritt* trio | 4 viert* quart* | 7 woche* sieb* | 10 jahrzehnt* dekade* | 12 mittag* mitternacht*
14 wochen | 50 hälfte | 100 jahrhundert* hundert* prozent* | 1000 tausend* jahrtausend* | 1/2 halb* hälfte | 1/4 viertel* quartal* | 1/3 drittel*
1 einzig* allein* erst* einmal* ein | 20 zwanz* zwanz*er | 30 dreißig* | 11 mannschaft
""",
    months="""
januar jänner jan | februar feber feb | märz mär | april apr | mai | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov
dezember dez
""",
    joiners="und",
    of="einer einem der",
    fused=True,
    units_first=True,
)
