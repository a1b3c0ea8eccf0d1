"""Invented articles in several languages and scripts, in every state that a reader can meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState, Block, BlockKind, MarkKind, Picture, Reason
from limitedtimes.model.translation import Engine, Flag
from newsdesk import ENGINE, EVENING, Story, block, outlet, paragraph, printed, sentence

if TYPE_CHECKING:
    from limitedtimes.store.database import Connection

_TOLL = "As autoridades da região informaram que 874 militares tinham morrido."
_TOLL_EN = "The authorities of the region reported that 847 soldiers had been killed."


def _counted() -> tuple[Block, tuple[object, ...]]:
    here, there = _TOLL.index("874"), _TOLL_EN.index("847")
    remark = Flag(
        "number", "The figure differs from the original, which says 874.", (here, here + 3), (there, there + 3)
    )
    return Block(BlockKind.PARAGRAPH, _TOLL), (sentence(_TOLL, _TOLL_EN, 0, remark),)


CONFLICT = Story(
    kicker=("Conflito nas montanhas", "Conflict in the mountains"),
    title=("Presidente espera vários milhares de mortos", "President expects several thousand dead"),
    lead=(
        "As tentativas de mediação falharam até agora. Agora o presidente indica um número de mortos muito acima do que qualquer das partes admite.",
        "Attempts at mediation have so far failed. Now the president gives a death toll well above what either side admits.",
    ),
    topic="conflict",
    authors=("Marta Salgueiro", "mes"),
    agencies=("dpa", "AFP"),
    pictures=(
        Picture(
            "https://p.example/lectern.jpg",
            "O presidente durante a conferência de imprensa de quinta-feira.",
            "Foto: Rui Peixoto / Agência Atlântica",
            width=1600,
            height=1000,
        ),
        Picture("https://p.example/valley.jpg", "O vale depois dos combates.", "Foto: Ana Vide"),
    ),
    captions=("The president during Thursday’s press conference.", "The valley after the fighting."),
    body=(
        paragraph(
            (
                "Os combates continuam a fazer vítimas apesar da mediação internacional.",
                "The fighting goes on claiming lives in spite of international mediation.",
            ),
            (
                "O presidente acredita que vários milhares de pessoas morreram desde que recomeçaram.",
                "The president believes that several thousand people have been killed since it flared up again.",
            ),
            marks=(
                (MarkKind.LINK, "mediação internacional", "https://example.org/mediation"),
                (MarkKind.STRONG, "vários milhares", None),
            ),
        ),
        paragraph(
            (
                "Até agora houve quase 2.000 mortos de cada lado, disse na quinta-feira.",
                "So far there have been almost 2,000 dead on each side, he said on Thursday.",
            ),
            ("Ao todo são «já 5.000».", "In all, that makes “already 5,000”."),
            ("Referiu-se aos «nossos dados».", "He referred to “our data”."),
        ),
        _counted(),  # type: ignore[arg-type]  # a block with its sentences, as the others
        block(
            BlockKind.HEADING,
            (
                "A aliança pede que os vizinhos usem «a sua influência considerável»",
                "The alliance asks the neighbours to use “their considerable influence”",
            ),
            level=3,
        ),
        paragraph(
            (
                "O secretário-geral pediu na quinta-feira aos governos da região que ajudem a acalmar o conflito.",
                "The secretary general called on the region’s governments on Thursday to help calm the conflict.",
            ),
            (
                "«Espero que todos usem a sua influência considerável», disse.",
                "“I expect everyone to use their considerable influence,” he said.",
            ),
        ),
        block(
            BlockKind.QUOTE,
            ("«Não há solução militar para este conflito.»", "“There is no military solution to this conflict.”"),
        ),
        (Block(BlockKind.PICTURE, image=1), ()),
        block(BlockKind.HEADING, ("O que se sabe", "What is known"), level=3),
        block(
            BlockKind.LIST_ITEM,
            ("Duas tréguas foram violadas em poucas horas.", "Two ceasefires were broken within hours."),
        ),
        block(
            BlockKind.LIST_ITEM,
            (
                "Metade da população fugiu: cerca de 75.000 pessoas.",
                "Half of the population has fled: some 75,000 people.",
            ),
        ),
        block(BlockKind.LIST_ITEM, ("Nenhuma das partes aceita observadores.", "Neither side accepts observers.")),
        paragraph(
            (
                "Os dois ministros dos Negócios Estrangeiros são esperados em Washington na sexta-feira.",
                "Both foreign ministers are expected in Washington on Friday.",
            )
        ),
    ),
)

ARABIC = Story(
    language="ar",
    topic="economy",
    title=("ارتفاع أسعار القمح للشهر الثالث على التوالي", "Wheat prices rise for the third month in a row"),
    lead=(
        "يقول التجار إن المخزون يكفي حتى مارس، والحكومة تتحدث عن «وضع مستقر».",
        "Traders say that stocks will last until March; the government speaks of a “stable situation”.",
    ),
    pictures=(
        Picture("https://p.example/wheat.jpg", "حصاد القمح في الدلتا.", "تصوير: سامي حداد", width=1200, height=800),
    ),
    captions=("The wheat harvest in the delta.",),
    engine=Engine("engine 1.0", "model-ar-en-1", "1" * 64),
    body=(
        paragraph(
            ("ارتفع سعر الطن إلى 284 دولارا يوم الأربعاء.", "The price of a tonne rose to 284 dollars on Wednesday."),
            ("وهذا أعلى مستوى منذ عام 2014.", "That is the highest level since 2014."),
            marks=((MarkKind.EMPHASIS, "أعلى مستوى", None),),
        ),
        block(BlockKind.HEADING, ("المخابز تنتظر", "The bakeries wait"), level=2),
        paragraph(
            (
                "قال صاحب مخبز في القاهرة إنه لن يرفع سعر الخبز.",
                "The owner of a bakery in Cairo said that he would not raise the price of bread.",
            ),
            ("«لا أحد يستطيع أن يدفع أكثر»، أضاف.", "“Nobody can pay more,” he added."),
        ),
    ),
)

JAPANESE = Story(
    language="ja",
    topic="science_technology",
    title=(
        "深海探査船、東京タワーより高いサンゴ礁を発見",
        "Deep-sea vessel finds a coral reef taller than Tokyo Tower",
    ),
    lead=(
        "高さ500メートルのサンゴ礁が見つかったのは、120年ぶりである。",
        "It is the first time in 120 years that a coral reef 500 metres high has been found.",
    ),
    pictures=(Picture("https://p.example/reef.jpg", "探査船から見た海。", None, width=1500, height=1000),),
    captions=("The sea, seen from the vessel.",),
    engine=Engine("engine 1.0", "model-ja-en-1", "2" * 64),
    body=(
        paragraph(
            (
                "調査チームは10月20日に新しいサンゴ礁を発見した。",
                "The survey team discovered the new coral reef on 20 October.",
            ),
            ("礁の頂上は水面下40メートルにある。", "The top of the reef is 40 metres below the surface."),
            joiner="",
        ),
        paragraph(
            (
                "「これほど大きなものは想像していなかった」と研究者は語った。",
                "“We had not imagined anything this large,” a researcher said.",
            )
        ),
    ),
)

GERMAN = Story(
    language="de",
    engine=None,
    state=ArticleState.UNTRANSLATED,
    reason=Reason("no_model", "no model for German"),
    title=("Hafenarbeiter kehren am Montag zurück", "-"),
    lead=("Nach drei Wochen Streik haben sich beide Seiten auf einen Stufenplan geeinigt.", "-"),
    body=(
        paragraph(
            ("Die Einigung kam in der Nacht zustande.", "-"), ("Über die Löhne wird im Januar weiterverhandelt.", "-")
        ),
        block(BlockKind.HEADING, ("Reeder rechnen mit Rückstau", "-"), level=2),
        paragraph(("312 Schiffe wurden umgeleitet.", "-"), marks=((MarkKind.STRONG, "312 Schiffe", None),)),
    ),
)

PARTIAL = Story(
    topic="labour",
    state=ArticleState.PARTIAL,
    reason=Reason("sentences", "1 of 3 sentences could not be translated."),
    title=("Porto parado há três semanas", "Port at a standstill for three weeks"),
    lead=(
        "Exportadores falam em 40 milhões de euros de prejuízo; o sindicato contesta.",
        "Exporters speak of losses of 40 million euros; the union disputes it.",
    ),
    pictures=(Picture("https://p.example/cranes.jpg", "Gruas imóveis.", "Foto: R. P."),),
    captions=("Idle cranes.",),
    body=(
        paragraph(
            ("Ao todo, 312 navios foram desviados.", "In all, 312 ships were diverted."),
            ("O sindicato fala, quando muito, em doze milhões, e mesmo esses, diz, por culpa alheia.", None),
            ("A greve continua.", "The strike goes on."),
        ),
    ),
)

ENGLISH = Story(
    language="en",
    engine=None,
    topic="culture_arts",
    title=("Island choir records its first album", "Island choir records its first album"),
    lead=("Forty singers, one church, two microphones.", "Forty singers, one church, two microphones."),
    body=(paragraph(("The choir has sung since 1871.", "-")),),
)

SHORT = (
    (
        "fr",
        "sport",
        "Le promu élimine le champion aux tirs au but",
        "Promoted side knocks out the champion on penalties",
        "Le gardien a arrêté trois tirs.",
        "The goalkeeper saved three shots.",
    ),
    (
        "es",
        "health",
        "El hospital abre dos quirófanos también los sábados",
        "Hospital opens two operating theatres on Saturdays, too",
        "La lista de espera bajó de 1.900 a 1.200 pacientes.",
        "The waiting list fell from 1,900 to 1,200 patients.",
    ),
    (
        "tr",
        "politics",
        "Meclis bütçeyi iki oy farkla kabul etti",
        "Parliament passes the budget by two votes",
        "Muhalefet itiraz edeceğini açıkladı.",
        "The opposition announced an appeal.",
    ),
    (
        "ru",
        "weather",
        "На побережье ждут первый снег",
        "First snow expected on the coast",
        "Синоптики предупреждают о ветре до 25 метров в секунду.",
        "Forecasters warn of winds of up to 25 metres a second.",
    ),
    (
        "it",
        "culture_arts",
        "Ritrovato in soffitta un manoscritto del Cinquecento",
        "A sixteenth-century manuscript turns up in an attic",
        "Era in una cassa di mele.",
        "It was in an apple crate.",
    ),
    (
        "uk",
        "education",
        "Школи переходять на чотириденний тиждень",
        "Schools move to a four-day week",
        "Рішення торкнеться 63 тисяч учнів.",
        "The decision affects 63,000 pupils.",
    ),
    (
        "fa",
        "environment",
        "دریاچه پس از ده سال دوباره پر شد",
        "The lake is full again after ten years",
        "سطح آب دو متر بالا آمده است.",
        "The water level has risen by two metres.",
    ),
    (
        "pl",
        "labour",
        "Kolejarze zawieszają piątkowy strajk",
        "Rail workers suspend Friday’s strike",
        "Rozmowy zostaną wznowione w poniedziałek.",
        "Talks resume on Monday.",
    ),
    (
        "nl",
        "economy",
        "Centrale bank laat rente ongewijzigd",
        "Central bank leaves its rate unchanged",
        "De inflatie blijft onder de twee procent.",
        "Inflation stays below two per cent.",
    ),
    (
        "el",
        "crime_law",
        "Καταδίκη για το νοθευμένο ελαιόλαδο",
        "Conviction over adulterated olive oil",
        "Το δικαστήριο επέβαλε πρόστιμο 300.000 ευρώ.",
        "The court imposed a fine of 300,000 euros.",
    ),
    (
        "pt",
        None,
        "Fogo no parque dominado ao fim de nove dias",
        "Park fire under control after nine days",
        "Arderam 4.300 hectares.",
        "4,300 hectares burned.",
    ),
    (
        "pt",
        "human_interest",
        "A padaria que nunca fechou",
        "The bakery that never closed",
        "Três gerações, a mesma receita.",
        "Three generations, the same recipe.",
    ),
)
OUTLETS = (
    ("O Mirante do Sul", "pt", "PT"),
    ("Gazeta da Serra", "pt", "BR"),
    ("صوت الدلتا", "ar", "EG"),
    ("海風新聞", "ja", "JP"),
    ("Der Hafenbote", "de", "DE"),
    ("Le Phare", "fr", "FR"),
    ("La Voz del Río", "es", "AR"),
    ("Sabah Postası", "tr", "TR"),
    ("Северный маяк", "ru", "RU"),
    ("Il Golfo", "it", "IT"),
    ("Дніпровська хвиля", "uk", "UA"),
    ("روزنامه دریا", "fa", "IR"),
    ("Kurier Bałtycki", "pl", "PL"),
    ("De Zeekoerier", "nl", "NL"),
    ("Ο Φάρος", "el", "GR"),
    ("The Island Post", "en", "IE"),
)


def world(connection: Connection) -> dict[str, int]:
    """Print everything; return the numbers of the articles by name."""
    found = {name: outlet(connection, name, language, country) for name, language, country in OUTLETS}
    by_language = {source.language: source for source in reversed(found.values())}
    numbers = {
        name: printed(
            connection, by_language[story.language], replace(story, published=EVENING - timedelta(minutes=17 * place))
        )
        for place, (name, story) in enumerate(
            {
                "conflict": CONFLICT,
                "arabic": ARABIC,
                "japanese": JAPANESE,
                "german": GERMAN,
                "partial": PARTIAL,
                "english": ENGLISH,
            }.items()
        )
    }
    for place, (language, topic, title, title_en, lead, lead_en) in enumerate(SHORT):
        picture = Picture(f"https://p.example/short-{place}.jpg", width=1600, height=1000)
        story = Story(
            title=(title, title_en),
            lead=(lead, lead_en),
            language=language,
            topic=topic,
            engine=ENGINE,
            published=EVENING - timedelta(minutes=11 + 47 * place),
            pictures=(picture,) if place % 3 else (),
            body=(paragraph((lead, lead_en)),),
        )
        numbers[title_en] = printed(connection, by_language[language], story)
    return numbers
