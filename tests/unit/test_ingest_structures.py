from __future__ import annotations

import pytest

from limitedtimes.model.article import Article, BlockKind, MarkKind
from newspage import SENTENCES, article, marked, of_kind, paragraphs, read, texts

S = SENTENCES


def amid(structure: str) -> Article:
    return read(article(paragraphs(S[:3]) + structure + paragraphs(S[3:])))


TABLES = [
    (
        "<tr><th>Partei</th><th>Stimmen</th></tr><tr><td>Grüne</td><td>12</td></tr><tr><td>Rote</td><td>9</td></tr>",
        "Partei\tStimmen\nGrüne\t12\nRote\t9",
    ),
    (
        "<tfoot><tr><td>Summe</td><td>21</td></tr></tfoot><tbody><tr><td>Grüne</td><td>12</td></tr><tr><td>Rote</td><td>9</td></tr>"
        "</tbody><thead><tr><th>Partei</th><th>Stimmen</th></tr></thead>",
        "Partei\tStimmen\nGrüne\t12\nRote\t9\nSumme\t21",
    ),
    (
        "<tr><th>Land</th><th colspan=2>Stimmen</th></tr><tr><td rowspan=2>Bayern</td><td>12</td><td>9</td></tr><tr><td>3</td><td>4</td></tr>",
        "Land\tStimmen\t\nBayern\t12\t9\n\t3\t4",
    ),
    (
        "<tr><td><p>Montag</p></td><td><p>Regen</p></td></tr><tr><td><p>Dienstag</p></td><td><p>Sonne</p></td></tr>",
        "Montag\tRegen\nDienstag\tSonne",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), TABLES)
def test_a_table_of_data_is_one_block_where_it_stands(rows: str, expected: str) -> None:
    found = amid(f"<div><table>{rows}</table></div>")
    assert [block.text for block in of_kind(found, BlockKind.TABLE)] == [expected]
    assert texts(found) == [*S[:3], expected, *S[3:]]


def test_links_in_cells_keep_their_place() -> None:
    rows = (
        "<tr><th>Partei</th><th>Stimmen</th></tr><tr><td><b>Grüne</b> in <a href='/g'>Bayern</a></td><td>12</td></tr>"
    )
    (table,) = of_kind(amid(f"<table>{rows}</table>"), BlockKind.TABLE)
    assert (marked(table, MarkKind.LINK), marked(table, MarkKind.STRONG)) == (["Bayern"], ["Grüne"])


@pytest.mark.parametrize(
    "table",
    [
        "<table role='presentation'><tr><td>Eins</td><td>Zwei</td></tr><tr><td>Drei</td><td>Vier</td></tr></table>",
        "<table><tr><td><a href='/1'>Meldung eins</a></td><td><a href='/2'>Meldung zwei</a></td></tr>"
        "<tr><td><a href='/3'>Meldung drei</a></td><td><a href='/4'>Meldung vier</a></td></tr></table>",
        "<table><tr><td><img src='/1.jpg'></td><td>Bild</td></tr><tr><td><img src='/2.jpg'></td><td>Bild</td></tr></table>",
        "<table><tr><td>Nur eine Zelle</td></tr></table>",
        f"<table><tr><td>Links</td><td>{paragraphs(S * 2)}</td></tr><tr><td>Mitte</td><td>Rechts</td></tr></table>",
        "<nav><table><tr><td>Eins</td><td>Zwei</td></tr><tr><td>Drei</td><td>Vier</td></tr></table></nav>",
    ],
)
def test_a_table_that_lays_out_a_page_is_none(table: str) -> None:
    assert of_kind(amid(table), BlockKind.TABLE) == []


TWEET = (
    "<blockquote class='twitter-tweet'><p lang='de'>Ich bin heute in <a href='https://t.co/x'>Passau</a>.</p>&mdash; Eva Muster "
    "(@eva) <a href='https://twitter.com/eva/status/12?ref_src=x'>3. Mai 2024</a></blockquote><script src='//platform.twitter.com/w.js'></script>"
)
EMBEDS = [
    (TWEET, "Ich bin heute in Passau.\n— Eva Muster (@eva) 3. Mai 2024", "https://twitter.com/eva/status/12?ref_src=x"),
    (
        "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/abc/'><a href='https://www.instagram.com/p/abc/'>"
        "Ein Beitrag von Eva</a></blockquote>",
        "Ein Beitrag von Eva",
        "https://www.instagram.com/p/abc/",
    ),
    (
        "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0' title='Rede im Bundestag'></iframe>",
        "Rede im Bundestag",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    ),
    (
        "<div><iframe data-src='//www.facebook.com/plugins/post.php?href=x'></iframe></div>",
        "https://www.facebook.com/plugins/post.php?href=x",
        "https://www.facebook.com/plugins/post.php?href=x",
    ),
    (
        "<amp-twitter data-tweetid='12'></amp-twitter>",
        "https://twitter.com/i/status/12",
        "https://twitter.com/i/status/12",
    ),
    (
        "<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@eva/video/1'><section>Tanz im Wald</section></blockquote>",
        "Tanz im Wald",
        "https://www.tiktok.com/@eva/video/1",
    ),
    (
        "<blockquote class='bluesky-embed'><p>Guten Morgen.</p><a href='https://bsky.app/profile/eva/post/1'>Eva</a></blockquote>",
        "Guten Morgen.\nEva",
        "https://bsky.app/profile/eva/post/1",
    ),
]


@pytest.mark.parametrize(("markup", "text", "address"), EMBEDS)
def test_a_post_from_elsewhere_is_one_block_with_its_address(markup: str, text: str, address: str) -> None:
    found = amid(f"<figure>{markup}</figure>")
    (post,) = of_kind(found, BlockKind.EMBED)
    assert post.text == text
    assert address in [mark.href for mark in post.marks]
    assert all(mark.span[0] < mark.span[1] <= len(text) for mark in post.marks)
    assert texts(found) == [*S[:3], text, *S[3:]]


@pytest.mark.parametrize(
    "markup",
    [
        "<iframe src='https://ads.example/banner'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=x'></iframe>",
        "<blockquote class='twitter-tweet'></blockquote>",
        "<iframe src='https://[broken'></iframe>",
    ],
)
def test_what_has_neither_words_nor_an_address_is_nothing(markup: str) -> None:
    assert texts(amid(markup)) == S


@pytest.mark.parametrize("around", ["{text}<footer>{player}</footer>", "{text}<nav>{player}</nav>"])
def test_players_in_footers_and_menus_are_not_the_articles(around: str) -> None:
    player = "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ'></iframe>"
    assert of_kind(read(article(around.format(player=player, text=paragraphs()))), BlockKind.EMBED) == []


def test_words_in_another_language_are_marked() -> None:
    found = amid(
        "<p>Der Minister sagte: <span lang='fr-FR'>C'est la vie à Paris, voilà tout ce que je peux dire</span>, und ging <i lang='de-AT'>dann heim</i>.</p>"
    )
    (block,) = [one for one in found.blocks if "Minister sagte" in one.text]
    assert [
        (mark.language, block.text[slice(*mark.span)]) for mark in block.marks if mark.kind is MarkKind.LANGUAGE
    ] == [("fr-FR", "C'est la vie à Paris, voilà tout ce que je peux dire")]


def test_a_block_wholly_in_another_language_is_marked() -> None:
    found = amid(
        "<div lang='fr'><p>Nous ne voulons pas de cette loi, a dit le président de la commission à Paris.</p></div>"
    )
    (block,) = [one for one in found.blocks if one.text.startswith("Nous")]
    assert marked(block, MarkKind.LANGUAGE) == [block.text]


def test_a_template_that_is_wrong_about_its_language_marks_nothing() -> None:
    found = read(article(f"<div lang='en'>{paragraphs()}</div>"))
    assert found.language == "de"
    assert not [mark for block in found.blocks for mark in block.marks]
