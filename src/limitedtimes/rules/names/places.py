"""Places and peoples that have English names of their own: what an outlet calls them does not say how they are written. Pure."""

from __future__ import annotations

# Those whose English name resembles the name elsewhere (Brasil, Lisboa, Sevilla); contested ones (Kyiv, Odesa) are not here.
_PLACES = frozenset(
    """
    afghanistan albania algeria america andorra angola antarctica antwerp argentina armenia athens australia austria azerbaijan bahrain
    bangladesh barcelona basel bavaria belarus belgium belgrade belize benin berlin bermuda bern bolivia bosnia botswana brazil brittany
    brunei brussels bucharest budapest bulgaria burgundy burma burundi cairo california cambodia cameroon canada caribbean castile catalonia
    chad chile china colombia cologne copenhagen cordoba corsica crete crimea croatia cuba cyprus czechia dakota damascus danube denmark
    djibouti dominica dresden dunkirk ecuador egypt england eritrea estonia ethiopia europe fiji finland flanders florence florida france
    frankfurt gabon galicia gambia gaza geneva genoa georgia germany ghana ghent gibraltar greece greenland grenada guatemala guinea guyana
    hague haiti hamburg hanover havana hawaii holland honduras hungary iceland india indonesia iran iraq ireland israel istanbul italy jamaica
    japan jerusalem jordan kazakhstan kenya korea kosovo kuwait lapland laos latvia lebanon leipzig lesotho liberia libya liechtenstein lisbon
    lithuania lombardy london lorraine louisiana lucerne luxembourg lyon macedonia madagascar madrid malawi malaysia maldives mali malta marseille
    mauritania mauritius mecca mexico micronesia milan moldova monaco mongolia montenegro morocco moscow mozambique munich myanmar namibia
    naples nauru navarre nepal netherlands nicaragua nice niger nigeria nile normandy norway nuremberg ohio oman oslo pacific padua pakistan
    palestine panama paraguay paris pennsylvania persia peru philippines piedmont poland polynesia porto portugal prague prussia pyrenees qatar
    rhine rhodes romania rome russia rwanda salzburg samoa sardinia saxony scandinavia scotland senegal serbia seville seychelles siberia sicily
    silesia singapore slovakia slovenia somalia spain stockholm strasbourg styria sudan suriname sweden switzerland syria tahiti taiwan tajikistan
    tanzania texas thailand thuringia tibet tokyo tonga toulouse tripoli tunis tunisia turin turkey turkmenistan tuscany tyrol uganda ukraine
    uruguay uzbekistan valencia vatican venezuela venice vienna vietnam virginia wales warsaw yemen york yugoslavia zambia zealand zimbabwe zurich
    atlantic mediterranean africa asia arctic alps andes balkans amazon sahara alaska carolina arizona washington quebec ontario
    """.split()
)
_ADJECTIVES = frozenset(
    """
    afghan african albanian algerian american arab argentine argentinian armenian asian australian austrian azerbaijani bangladeshi basque bavarian
    belarusian belgian bolivian bosnian brazilian british bulgarian californian cambodian canadian catalan chechen chilean chinese colombian
    congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian english estonian ethiopian european filipino finnish flemish french
    georgian german ghanaian greek greenlandic haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese
    jordanian kazakh kenyan korean kosovar kurdish kuwaiti latvian lebanese libyan lithuanian macedonian malaysian maltese mexican moldovan
    mongolian montenegrin moroccan mozambican nepalese nicaraguan nigerian norwegian pakistani palestinian panamanian paraguayan persian peruvian
    polish portuguese qatari romanian russian rwandan salvadoran saudi scandinavian scottish senegalese serbian siberian slovak slovenian somali
    spanish sudanese swedish swiss syrian taiwanese thai tibetan tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh
    yemeni zimbabwean
    """.split()
)


# Peoples whose names do not begin as their country's does.
_PEOPLES = dict(
    pair.split(":")
    for pair in "wales:welsh france:french spain:spanish poland:polish ireland:irish denmark:danish netherlands:dutch holland:dutch "
    "switzerland:swiss finland:finnish flanders:flemish philippines:filipino".split()
)
_COUNTRIES = {people: country for country, people in _PEOPLES.items()}


def people_or_country(english: str) -> str | None:
    """Return, in lower case, the people of a country or the country of a people where the two begin differently."""
    lowered = english.lower()
    return _PEOPLES.get(lowered) or _COUNTRIES.get(lowered)


def is_place(english: str) -> bool:
    """Tell whether an English word is the name of a place or a people ("Germany", "German", "Germans")."""
    lowered = english.lower()
    return lowered in _PLACES or lowered.removesuffix("s") in _PLACES or is_people(english)


def is_people(english: str) -> bool:
    """Tell whether an English word is the name of a people or its adjective ("German", "Germans")."""
    lowered = english.lower()
    return lowered in _ADJECTIVES or lowered.removesuffix("s") in _ADJECTIVES
