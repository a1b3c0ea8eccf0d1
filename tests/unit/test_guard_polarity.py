from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.translation import Candidate
from limitedtimes.rules.guards.case import Case
from limitedtimes.rules.guards.polarity import attribution, each_of_both, hedge, negation, quantifier
from limitedtimes.rules.guards.words.negation import NEGATION, negatives, negators
from limitedtimes.rules.guards.words.quantity import distributives, duals, totals
from limitedtimes.rules.guards.words.reporting import attributions, hedges


def case(source: str, text: str, language: str = "pt", second: str | None = None) -> Case:
    return Case(source, Candidate(text), language, second=Candidate(second) if second else None)


DROPPED = [
    ("pt", "O governo não aprovou a lei.", "The government approved the law."),
    ("pt", "Ninguém viu o suspeito.", "Somebody saw the suspect."),
    ("pt", "A ministra nunca falou com a imprensa.", "The minister talked to the press."),
    ("pt", "Partiram sem autorização.", "They set out with authorisation."),
    ("es", "El alcalde no vendrá mañana.", "The mayor will come tomorrow."),
    ("fr", "Le préfet n'a pas signé le décret.", "The prefect signed the decree."),
    ("fr", "Personne ne connaît la cause.", "People know the cause."),
    ("it", "Il treno non è partito.", "The train left."),
    ("de", "Der Minister tritt nicht zurück.", "The minister resigns."),
    ("de", "Es gab keine Verletzten.", "There were injuries."),
    ("nl", "De trein is niet vertrokken.", "The train has left."),
    ("sv", "Han vill inte avgå.", "He wants to resign."),
    ("da", "Han vil ikke gå af.", "He wants to resign."),
    ("nb", "Han vil ikke gå av.", "He wants to resign."),
    ("fi", "Hallitus ei eroa.", "The government resigns."),
    ("pl", "Rząd nie przyjął ustawy.", "The government passed the act."),
    ("cs", "Vláda nemá většinu.", "The government has a majority."),
    ("sk", "Vláda nemá väčšinu.", "The government has a majority."),
    ("ro", "Guvernul nu are majoritate.", "The government has a majority."),
    ("hu", "A kormány nem mondott le.", "The government resigned."),
    ("tr", "Bakan istifa etmedi.", "The minister resigned."),
    ("ru", "Министр не ушёл в отставку.", "The minister resigned."),
    ("uk", "Міністр не пішов у відставку.", "The minister resigned."),
    ("bg", "Министърът не подаде оставка.", "The minister resigned."),
    ("sr", "Ministar nije podneo ostavku.", "The minister resigned."),
    ("sr", "Министар није поднео оставку.", "The minister resigned."),
    ("hr", "Ministar nije podnio ostavku.", "The minister resigned."),
    ("sl", "Minister ni odstopil.", "The minister resigned."),
    ("el", "Ο υπουργός δεν παραιτήθηκε.", "The minister resigned."),
    ("ca", "El ministre no ha dimitit.", "The minister has resigned."),
    ("id", "Menteri itu tidak mundur.", "The minister resigned."),
    ("vi", "Bộ trưởng không từ chức.", "The minister resigned."),
    ("ar", "الوزير لم يستقل.", "The minister resigned."),
    ("fa", "وزیر استعفا نکرد.", "The minister resigned."),
    ("he", "השר לא התפטר.", "The minister resigned."),
    ("hi", "मंत्री ने इस्तीफा नहीं दिया।", "The minister resigned."),
    ("zh", "部长没有辞职。", "The minister resigned."),
    ("ja", "大臣は辞任しなかった。", "The minister resigned."),
    ("ko", "장관은 사임하지 않았다.", "The minister resigned."),
]


@pytest.mark.parametrize(("language", "source", "text"), DROPPED)
def test_a_lost_negation_is_flagged(language: str, source: str, text: str) -> None:
    (flag,) = negation(case(source, text, language))
    assert flag.kind == "negation"
    assert flag.source
    assert source[slice(*flag.source)] in flag.message


@pytest.mark.parametrize(("language", "source", "text"), DROPPED)
def test_a_negation_that_arrived_is_not(language: str, source: str, text: str) -> None:
    assert not negation(case(source, f"It is not so that {text[0].lower()}{text[1:]}", language))


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("pt", "Não concordo com isto.", "I disagree with this."),
        ("pt", "Não conseguiu fugir.", "He failed to get away."),
        ("pt", "Não só venceu, como bateu o recorde.", "He won, and set a record too."),
        ("pt", "A não ser que chova, há festa.", "If the weather holds, there is a party."),
        ("pt", "Está mais forte do que nunca.", "It is stronger than ever."),
        ("pt", "Bom dia, não é?", "Good morning, right?"),
        ("pt", "Não disse nada a ninguém.", "He told nobody anything."),
        ("pt", "Chegou sem dúvida a tempo.", "He clearly arrived in time."),
        ("fr", "À moins qu'il ne pleuve, la fête aura lieu.", "If the weather holds, the party goes ahead."),
        ("fr", "Ce n'est pas mal.", "That is quite good."),
        ("fr", "La mer s'étend sans doute jusque-là.", "The sea probably reaches that far."),
        ("de", "Nicht nur die Bahn streikt.", "The railway is on strike, and others too."),
        ("de", "Das ist besser als nie zuvor.", "It is better than ever."),
        ("ru", "Не только поезда стоят.", "Trains are standing, and so are buses."),
        ("es", "Sin embargo, ganó.", "However, he won."),
        ("zh", "不少人来了。", "Many people came."),
        ("ja", "勝つかもしれない。", "They may win."),
        ("id", "Tidak hanya itu.", "And there is more."),
        ("xx", "Ne, ne!", "Yes, yes!"),
    ],
)
def test_what_only_looks_negative_is_no_alarm(language: str, source: str, text: str) -> None:
    assert not negation(case(source, text, language))


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("pt", "A equipa ganhou o jogo.", "The team did not win the game."),
        ("de", "Die Partei gewann die Wahl.", "The party never won the election."),
    ],
)
def test_a_negation_that_only_the_translation_has_is_flagged(language: str, source: str, text: str) -> None:
    (flag,) = negation(case(source, text, language))
    assert flag.target
    assert text[slice(*flag.target)] in {"n't", "not", "never"}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A equipa recusou jogar.", "The team would not play."),
        ("É proibido entrar.", "You may not enter."),
        ("Deixou de fumar.", "He does not smoke any more."),
        ("É ilegal.", "That is not allowed."),
    ],
)
def test_a_negation_may_come_from_a_word_that_is_negative_by_itself(source: str, text: str) -> None:
    assert not negation(case(source, text))


@pytest.mark.parametrize(
    ("language", "source", "bad", "good"),
    [
        ("pt", "Discordamos do presidente.", "We agree with the president.", "We disagree with the president."),
        (
            "es",
            "El ministro desmintió la noticia.",
            "The minister confirmed the news.",
            "The minister denied the news.",
        ),
        ("fr", "Une trêve est impossible.", "A truce is possible.", "A truce is impossible."),
        ("de", "Der Streik war illegal.", "The strike was legal.", "The strike was illegal."),
        ("it", "Il giudice lo ha ritenuto innocente.", "The judge found him guilty.", "The judge found him innocent."),
        ("ru", "Суд запретил партию.", "The court allowed the party.", "The court banned the party."),
        ("nl", "De ploeg is onbekend.", "The team is known.", "The team is unknown."),
    ],
)
def test_an_opposite_is_flagged(language: str, source: str, bad: str, good: str) -> None:
    (flag,) = negation(case(source, bad, language))
    assert flag.source
    assert flag.target
    assert not negation(case(source, good, language))


def test_a_lost_negation_is_found_among_others_by_the_engines_own_translation() -> None:
    source = "Não sabem quem foi, e a polícia não fechou o caso."
    own = "They do not know who it was, and the police did not close the case."
    good = "They don't know who did it, and police have not closed the case."
    bad = "They don't know who did it, and police have closed the case."
    assert not negation(case(source, good, second=own))
    assert [flag.kind for flag in negation(case(source, bad, second=own))] == ["negation"]
    assert not negation(case(source, bad))


def aligned(source: str, text: str, pairs: str) -> Case:
    """A case aligned by pairs of words like "não=not"."""
    spans = []
    for pair in pairs.split():
        one, other = pair.split("=")
        spans.append(
            ((source.index(one), source.index(one) + len(one)), (text.index(other), text.index(other) + len(other)))
        )
    return Case(source, Candidate(text, tuple(spans)), "pt")


def test_a_lost_negation_is_found_among_others_by_the_alignment() -> None:
    source = "Os rebeldes não atacaram a capital ontem à noite, mas o governo e os seus aliados nunca confirmaram isso."
    good = "The rebels did not attack the capital last night, but the government and its allies never confirmed it."
    bad = "The rebels did not attack the capital last night, but the government and its allies soon confirmed it."
    pairs = "rebeldes=rebels não=not atacaram=attack capital=capital noite=night governo=government aliados=allies confirmaram=confirmed isso=it."
    assert not negation(aligned(source, good, pairs))
    (flag,) = negation(aligned(source, bad, pairs))
    assert flag.source
    assert source[slice(*flag.source)] == "nunca"


def test_the_own_translation_without_negation_raises_no_alarm() -> None:
    assert not negation(case("Não tardou a chegar.", "He soon arrived.", second="He soon arrived."))


def test_a_prefix_that_the_own_translation_has_is_missed() -> None:
    source = "O acordo sobre a não proliferação foi assinado."
    own = "The agreement on non-proliferation was signed."
    assert negation(case(source, "The agreement on proliferation was signed.", second=own))
    assert not negation(case(source, "The non-proliferation agreement was signed.", second=own))


EACH = [
    ("de", "Auf beiden Seiten habe es jeweils fast 2000 Tote gegeben.", "almost 2,000 dead on {} side"),
    ("pt", "Quase 2.000 mortos de cada lado.", "Almost 2,000 dead on {} side"),
    ("fr", "Près de 2 000 morts de chaque côté.", "Nearly 2,000 dead on {} side"),
    ("es", "Casi 2.000 muertos en cada bando.", "Almost 2,000 dead on {} side"),
    ("it", "Quasi 2.000 morti per ciascuna parte.", "Almost 2,000 dead on {} side"),
    ("ru", "Почти 2000 погибших с каждой стороны.", "Almost 2,000 dead on {} side"),
    ("pl", "Prawie 2000 zabitych po każdej ze stron.", "Almost 2,000 dead on {} side"),
    ("zh", "双方各有近2000人死亡。", "Almost 2,000 dead on {} side"),
]


@pytest.mark.parametrize(("language", "source", "text"), EACH)
def test_each_is_not_both(language: str, source: str, text: str) -> None:
    both = text.format("both") + "s"
    (flag,) = quantifier(case(source, both, language))
    assert flag.target
    assert both[slice(*flag.target)] == "both"
    assert not quantifier(case(source, text.format("each"), language))
    (repair,) = each_of_both(case(source, both, language))
    start, end = repair.span
    assert both[:start] + repair.text + both[end:] == text.format("each")
    assert repair.flag.repaired


def test_a_number_for_each_that_is_for_nobody_is_flagged_and_left() -> None:
    lost = case("Os clubes receberam um milhão de euros cada.", "The clubs received one million euros.")
    assert [flag.kind for flag in quantifier(lost)] == ["quantifier"]
    assert not each_of_both(lost)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Custa cada vez mais: 30 euros.", "It costs more and more: 30 euros."),
        ("Cada lado acusa o outro.", "Both sides accuse one another."),
        ("Corre 10 km em cada dia.", "He runs 10 km a day."),
        ("Cada um pagou 5 euros, 10 no total.", "They paid 10 euros in total."),
        ("Ambos os lados perderam.", "The two sides lost."),
    ],
)
def test_no_alarm_without_a_number_for_each(source: str, text: str) -> None:
    assert not quantifier(case(source, text))


def test_all_together_is_not_each() -> None:
    source = "No total, os clubes pagaram 40 milhões."
    assert quantifier(case(source, "The clubs paid 40 million each."))
    assert not quantifier(case(source, "The clubs paid 40 million in total."))


def test_both_may_not_become_one() -> None:
    assert quantifier(case("Ambos os países fecharam a fronteira.", "The country closed the border."))
    assert not quantifier(case("Ambos os países fecharam a fronteira.", "The two countries closed the border."))


def test_both_beside_the_engines_own_each() -> None:
    own = "Every generation should live better."
    assert quantifier(case("Todas as gerações.", "Both generation should live better.", second=own))
    assert not quantifier(case("Todas as gerações.", "Each generation should live better.", second=own))


@pytest.mark.parametrize(
    "text", ["They died on both sides of 20 wars.", "Both sides lost 20 men.", "From both men came 20 letters."]
)
def test_only_what_keeps_its_grammar_is_mended(text: str) -> None:
    repairs = each_of_both(case("20 de cada lado", text))
    assert [repair.text for repair in repairs] == (["each side"] if text.startswith("They") else [])


HEDGES = [
    ("pt", "O alegado ladrão fugiu.", "The thief fled.", "The alleged thief fled."),
    ("es", "El presunto asesino huyó.", "The murderer fled.", "The suspected murderer fled."),
    ("fr", "Le tueur présumé a fui.", "The killer fled.", "The alleged killer fled."),
    ("de", "Der mutmaßliche Täter floh.", "The perpetrator fled.", "The suspected perpetrator fled."),
    ("de", "Er soll das Geld gestohlen haben.", "He stole the money.", "He is said to have stolen the money."),
    ("it", "Il presunto ladro è fuggito.", "The thief fled.", "The alleged thief fled."),
    ("ru", "Он якобы украл деньги.", "He stole the money.", "He allegedly stole the money."),
    ("pl", "Rzekomy złodziej uciekł.", "The thief fled.", "The alleged thief fled."),
    ("pt", "O avião terá caído no mar.", "The plane fell into the sea.", "The plane reportedly fell into the sea."),
]


@pytest.mark.parametrize(("language", "source", "bad", "good"), HEDGES)
def test_what_is_alleged_may_not_be_stated(language: str, source: str, bad: str, good: str) -> None:
    (flag,) = hedge(case(source, bad, language))
    assert flag.kind == "hedge"
    assert flag.source
    assert not hedge(case(source, good, language))


@pytest.mark.parametrize(
    ("language", "source", "bad", "good"),
    [
        ("pt", "A guerra acabou, disse Putin.", "The war is over.", "The war is over, Putin said."),
        ("de", "Laut Polizei gab es Verletzte.", "People were hurt.", "People were hurt, according to police."),
        ("fr", "Il viendra, a déclaré le maire.", "He will come.", "He will come, the mayor said."),
        ("ru", "Война закончена, сообщил Путин.", "The war is over.", "The war is over, Putin announced."),
        ("ja", "戦争は終わったと述べた。", "The war is over.", "The war is over, he said."),
    ],
)
def test_who_said_it_may_not_get_lost(language: str, source: str, bad: str, good: str) -> None:
    (flag,) = attribution(case(source, bad, language))
    assert flag.kind == "attribution"
    assert not attribution(case(source, good, language))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("O clube assegurou a vitória.", "The club secured its victory."),
        ("Ela referiu-se ao pai.", "She meant her father."),
        ("Foi «disse Putin» que leu.", "He saw “Putin” on the wall."),
        ("Marcou o segundo golo.", "He scored the second goal."),
    ],
)
def test_other_uses_of_such_verbs_name_no_speaker(source: str, text: str) -> None:
    assert not attribution(case(source, text))


def test_who_speaks_is_not_told_inside_a_quotation() -> None:
    source = "“Não disse isso”, afirmou Putin."
    assert attribution(case(source, "“I never said that.”"))
    assert not attribution(case(source, "“I never said that,” said Putin."))


def test_a_speaker_that_aligns_to_nothing_is_missed_although_another_speaks() -> None:
    source = "O chefe disse que sim, afirmou Putin ontem."
    text = "The boss said yes."
    pairs = [("O", "The"), ("chefe", "boss"), ("disse", "said"), ("sim", "yes")]
    alignment = tuple(
        ((source.index(one), source.index(one) + len(one)), (text.index(other), text.index(other) + len(other)))
        for one, other in pairs
    )
    (flag,) = attribution(Case(source, Candidate(text, alignment), "pt"))
    assert flag.source
    assert source[slice(*flag.source)] == "afirmou"
    assert not attribution(case(source, text))


@pytest.mark.parametrize("language", sorted(NEGATION))
def test_no_table_finds_anything_in_nothing(language: str) -> None:
    for table in (negators, negatives, distributives, totals, duals, hedges, attributions):
        pattern = table(language)
        assert pattern is None or not pattern.search("")


@given(
    source=st.text(), text=st.text(), second=st.none() | st.text(min_size=1), language=st.sampled_from(sorted(NEGATION))
)
def test_flags_point_into_their_texts(source: str, text: str, second: str | None, language: str) -> None:
    judged = case(source, text, language, second)
    for guard in (negation, quantifier, hedge, attribution):
        for flag in guard(judged):
            assert flag.message.endswith((".", ")"))
            assert flag.source is None or 0 <= flag.source[0] < flag.source[1] <= len(source)
            assert flag.target is None or 0 <= flag.target[0] < flag.target[1] <= len(text)
