"""Afrikaans, Zulu, Xhosa. Outlets of South Africa print some labels of Zulu and Xhosa pages in English: those are listed with each."""

_ENGLISH = """
read_more: read more | read also | also read | related articles
label: share | print | comments | advertisement | follow us | subscribe | listen to this article | tags | read more
credit: image | images | picture | pictures | photo | photos | supplied
dated: published | updated | last updated
tags: tags | topics | related topics
rights: all rights reserved
"""

TABLES = {
    "af": """
read_more: lees ook | lees meer | lees verder | lees nog | lees hier | kyk ook | kyk hier | luister ook | sien ook | meer oor | meer nuus | meer van
    | verwante artikels | verwante stories | verwant | aanbeveel | mees gelees | jongste nuus | moenie mis nie | jy sal dalk
label: deel | deel artikel | druk | stoor | luister | luister na artikel | kommentaar | kommentare | lewer kommentaar | volg | volg ons | advertensie
    | geborg | galery | fotogalery | video | kyk video | potgooi | laai | wag asseblief | kopieer skakel | skakel gekopieer | gekopieer | teken in
    | registreer | meld aan | meld af | wys meer | meer | sluit | kieslys | soek | terug na bo | bronne | bron | nuusbrief | regstreeks | onderwerpe
    | etikette
with: hierdie | die | artikel | op | via | met | per | facebook | twitter | x | whatsapp | e-pos | skakel
offer: nuusbrief | nuusbriewe | toep | app | inboks | intekening | kanaal | kennisgewings
act: teken | skryf | volg | laai | klik | registreer*
us: ons
invite: teken in | skryf in | volg ons | laai ons | kry die | bly op hoogte | word 'n intekenaar | ondersteun ons | ontvang
paywall: slegs vir intekenare | net vir intekenare | eksklusief vir intekenare | reeds 'n intekenaar | reeds ingeteken | om verder te lees
    | om voort te lees | teken in om te lees
consent: om hierdie inhoud te sien | hierdie inhoud | eksterne inhoud | ons gebruik koekies | hierdie webwerf gebruik | koekie-instellings
    | privaatheidsbeleid | jou blaaier
dated: gepubliseer | geplaas | opgedateer | laas opgedateer | bygewerk | gewysig | leestyd | min. leestyd | minute leestyd
by: deur | geskryf deur | skrywer | outeur
credit: foto | foto's | beeld | illustrasie | bron | grafika | argieffoto | verskaf
thanks: bron: | bronne: | met inligting van | bykomende beriggewing deur
notice: hierdie artikel is oorspronklik | hierdie artikel is eers | hierdie artikel het | hierdie berig is opgedateer | oorspronklik gepubliseer
amends: regstelling* | reggestel* | fout* | verkeerd* | vorige weergawe | teruggetrek* | verwyder* | nota van die redakteur | redakteursnota
rights: alle regte voorbehou | kopiereg
tags: etikette | onderwerpe | onderwerp | sleutelwoorde | kategorie | kategorieë | lees meer oor
service: gaan na inhoud | volg ons op | luister na hierdie | deel hierdie | kontak ons | skryf aan ons | stuur vir ons | het jy 'n | wat dink jy
""",
    "zu": f"""{_ENGLISH}
read_more: funda kabanzi | funda futhi | funda nalapha | funda okuningi | bheka futhi | okunye | izindaba ezihlobene | ezinye izindaba
label: yabelana | phrinta | lalela | amazwana | isikhangiso | izithombe | ividiyo
by: ngu | ibhalwe ngu | umbhali
credit: isithombe | izithombe | umthombo
""",
    "xh": f"""{_ENGLISH}
read_more: funda ngakumbi | funda kwakhona | funda okungakumbi | jonga kwakhona | ezinye iindaba | iindaba ezinxulumene
label: yabelana | printa | mamela | izimvo | intengiso | imifanekiso | ividiyo
by: ngu | ibhalwe ngu | umbhali
credit: umfanekiso | imifanekiso | umthombo | ifoto
""",
}
