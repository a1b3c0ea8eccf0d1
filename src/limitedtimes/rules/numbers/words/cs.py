"""Czech."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~nula | 1 ~jeden ~jedna ~jedno ~jednoho ~jedné ~jednu ~jedním | 2 dva dvě dvou dvěma dvoje | 3 tři tří třem třemi třech troje | 4 čtyři čtyř čtyřem čtyřmi čtyřech
5 pět pěti | 6 šest šesti | 7 sedm sedmi | 8 osm osmi | 9 devět devíti | 10 deset deseti | 11 jedenáct jedenácti | 12 dvanáct dvanácti
13 třináct třinácti | 14 čtrnáct čtrnácti | 15 patnáct patnácti | 16 šestnáct šestnácti | 17 sedmnáct sedmnácti | 18 osmnáct osmnácti
19 devatenáct devatenácti | 20 dvacet dvaceti | 30 třicet třiceti | 40 čtyřicet čtyřiceti | 50 padesát padesáti | 60 šedesát šedesáti
70 sedmdesát sedmdesáti | 80 osmdesát osmdesáti | 90 devadesát devadesáti
""",
    scales="""
12 tucet tuctu | 12 ~tucty ~tuctů | 10 ~desítky ~desítek ~desítkám ~desítkách | 100 sto set sta stě stovka | 100 ~stovky ~stovek ~stovkách ~stovkami | 1000 tisíc tisíce tisíci ^tis
1000 ~tisíců ~tisícům ~tisících | 1_000_000 milion* milión* ^mil ^mio | 1_000_000_000 miliard* ^mld | 1_000_000_000_000 bilion*
""",
    ordinals="""
1 ~prvn* | 2 ~druh* | 3 třetí třetího třetím třetích | 4 čtvrtý čtvrtá čtvrté čtvrtého čtvrtém ~čtvrtou | 5 pátý pátá páté pátého pátém | 6 šestý šestá šesté šestého
7 sedmý sedmá sedmé sedmého | 8 osmý osmá osmé osmého | 9 devátý devátá deváté devátého | 10 desátý desátá desáté desátého | 11 jedenáctý jedenáctá jedenácté | 12 dvanáctý dvanáctá
20 dvacát* | 30 třicát* | 40 čtyřicát* | 50 padesát* | 60 šedesát* | 70 sedmdesát* | 80 osmdesát* | 90 devadesát*
""",
    fractions="1/2 ~půl ~polovina ~polovinu ~poloviny ~polovině ~půli | 1/3 třetina třetinu třetiny třetině | 3/2 půldruhého | 1/4 ~čtvrt čtvrtina čtvrtinu čtvrtiny ~čtvrtině | 1/5 pětina pětinu pětiny | 1/10 desetina desetinu",
    hints="""
0 žádn* bez | 2 oba obě obou oběma dvo* dvě* dvaj* dvakrát pár* dvoj* zdvoj* druh* | 3 tří* tři* troj* třet* | 4 čtyř* čtvrt* | 7 týd* | 10 desetilet* dekád* | 12 poledn* půlnoc* | 14 týd*
50 polovin* padesát* | 100 stolet* procent* | 1000 tisíc* | 1/2 pol* půl* | 1/4 čtvrt* | 1/3 třetin* | 1 jedin* prvn* sám sama
""",
    months="""
ledna leden lednu | února únor únoru | března březen březnu | dubna duben dubnu | května květen květnu | června červen červnu
července červenec červenci | srpna srpen srpnu | září | října říjen říjnu | listopadu listopad | prosince prosinec prosinci
""",
    joiners="a",
    fused=True,
    units_first=True,
)
