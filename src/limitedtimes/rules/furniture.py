"""What on a page is not the article: rules on whole blocks, after extraction, for every language and no outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from limitedtimes.model.article import Block, BlockKind, MarkKind
from limitedtimes.rules.bylines import Byline, last_line, signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORDS = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]['\"»«”“’)\]]*\s*$")

# "Read on", "see also", "more on this": what stands before a link to another article.
_READ_MORE = re.compile(
    r"^\W*(?:read (?:also|more|next|on)\b|also read|see also|related\b|more (?:on|from|about|to read|stories|news)\b|recommended\b|don't miss|"
    r"click here|find out more|learn more|continue reading|most read|trending|you (?:may|might) (?:also )?(?:like|be interested)|editor'?s? picks?|"
    r"mehr (?:zum thema|dazu|lesen|informationen|über|aus)\b|mehr:|lesen sie (?:auch|hier|mehr|dazu)|auch interessant|lesen sie|weitere (?:artikel|informationen|themen|"
    r"nachrichten|meldungen)|weiterführende|zum thema\b|hier (?:geht es|lesen|finden)|das könnte sie|dazu:|siehe auch|"
    r"l(?:ire|isez) aussi|à lire|à voir|voir aussi|sur le même sujet|pour aller plus loin|en savoir plus|lire la suite|"
    r"l(?:ee|éa|ea|eer) (?:también|tambien|más|mas|aquí)|te puede interesar|más (?:noticias|información|sobre)\b|noticias? relacionadas?|"
    r"ver también|sigue leyendo|le puede interesar|(?:le)?leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira (?:também|mais)|notícias relacionadas|"
    r"leggi anche|potrebbe interessarti|approfondisci|continua a leggere|lees (?:ook|meer|verder)|meer (?:over|lezen|nieuws)|bekijk ook|"
    r"les (?:også|mer)|læs (?:også|mere)|läs (?:också|mer|även)|lue (?:myös|lisää)|lestu (?:einnig|meira)|czytaj (?:też|także|także:|więcej|dalej)|"
    r"zobacz (?:też|także)|polecamy|przeczytaj|čtěte (?:také|více|i)|přečtěte si|čítajte|prečítajte si|olvass(?:a|on)? (?:el|tovább|még)|"
    r"citește (?:și|mai)|citeşte (?:şi|mai)|vezi (?:și|şi)|pročitajte|čitajte|preberite|прочетете|вижте още|читайте (?:также|також|ще|далее|нас)|смотрите также|"
    r"по теме|διαβάστε|δείτε (?:επίσης|ακόμα)|ayrıca (?:oku|bakınız)|ilgili haber|devamını|bunlar da ilginizi|baca (?:juga|selengkapnya)|"
    r"xem thêm|đọc thêm|tin liên quan|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|関連(?:記事|リンク|ニュース)|あわせて読みたい|続きを読む|こちらも|관련\s?(?:기사|뉴스)|더\s?보기|"
    r"相关(?:阅读|新闻|报道|链接)|延伸閱讀|更多(?:新闻|新聞|报道|內容|内容)?[:：]|推荐阅读|推薦閱讀|責任編輯|责任编辑|यह भी पढ़|ये भी पढ़|इसे भी पढ़|और पढ़|আরও পড়|"
    r"اقرأ (?:أيضا|ايضا|المزيد)|بیشتر بخوانید|מומלצים|קראו (?:גם|עוד)|soma (?:pia|zaidi)|funda (?:kabanzi|futhi)|lees meer)",
    re.IGNORECASE,
)
# Buttons and labels: the whole block, or followed by nothing but what they act on.
_BUTTON = re.compile(
    r"\W*(?:share|teilen|artikel teilen|partager|compart(?:ir|ilhar|e|ilhe)|condividi|del|dela|jaa|paylaş|udostępnij|sdílet|поделиться|поділитися|シェア|공유|分享|"
    r"advertisement|advertising|ad|anzeige|werbung|publicité|publicidade|publicidad|pubblicità|advertentie|annons|annonse?|mainos|reklam[ay]?|реклама|広告|광고|广告|廣告|"
    r"(?:play )?video|audio|podcast|bildergalerie|fotostrecke|galerie|gallery|loading|copy link|copied|कॉपी लिंक|print|drucken|imprimir|imprimer|save|merken|speichern|listen|"
    r"kommentare?|comments?|commentaires?|comentarios?|comentários?|commenti|reacties|kommentarer|yorumlar|комментарии|"
    r"follow(?: us)?|folgen|subscribe|register|log ?in|sign (?:in|up)|anmelden|einloggen|abonnieren|s'abonner|suscríbete|assine|abbonati|iscriviti|"
    r"faq|tags?|newsletter|live|popular|trending|quellen|sources|fuentes|fonti|フォローする|カテゴリーをフォローする)"
    r"(?:[\s\d().:,]|this|diesen|den|l'|el|o|il|su|on|auf|via|per|with|mit|en|no|na|sur|ce|cet|cette|article|artikel|story|post|beitrag|facebook|twitter|whatsapp|"
    r"e-?mail|artigo|artículo|articolo|link)*\W*",
    re.IGNORECASE,
)
# What the button on a picture says: for screen readers with the name of its drawing ("Icon: enlarge"), else with its object.
_ENLARGE = (
    r"(?:ampli(?:a|ar|are|e)|aumentar|expandir|agrandar|agrandir|élargir|ingrandi(?:re|sci)?|enlarge|expand|zoom(?: in)?|magnify|maximi[sz]e|"
    r"vergrößer[en]|vergrößern|vergroten?|vergroot|förstora|forstørr?|suurenna|powiększ|zvětšit|zväčšiť|nagyítás|увеличить|збільшити|büyüt)"
)
_A_PICTURE = (
    r"(?:(?:an?|the|la|l'|as?|os?|das|die|de|het)\s?)?(?:imag(?:e|en|em|ens)|immagini?|picture|photo|fotos?|fotografías?|bild(?:er)?|billede|bilde|"
    r"afbeelding|zdjęcie|obraz(?:ek)?|kuva|фото|изображение)"
)
_BUTTON_LABEL = re.compile(
    rf"(?:(?:[iíî]c[oô]n[aeo]?|ikon[ae]?)\s?[:：]\s?{_ENLARGE}(?:\s{_A_PICTURE})?|{_ENLARGE}\s{_A_PICTURE}|{_A_PICTURE}\s{_ENLARGE}|"
    rf"(?:view|open|see|show) (?:larger|full[- ]?(?:size|screen)?) ?{_A_PICTURE})",
    re.IGNORECASE,
)
_LABEL_BEHIND = re.compile(rf"(?:^|(?<=[.!?…。\"”»)])\s+|\s*[|·]\s*){_BUTTON_LABEL.pattern}\W*$", re.IGNORECASE)
# Phrases that only an outlet says about itself and its page, at the beginning of a block.
_SERVICE = re.compile(
    r"^\W*(?:(?:jump|skip) to|scroll to|(?:copy|share) (?:this )?link|listen to this (?:article|story)|artikel (?:anhören|merken|drucken|teilen)|"
    r"follow us|folgen sie uns|suivez-nous|síguenos|siga-nos|seguici|volg ons|følg oss|seuraa meitä|bizi takip|подпи(?:шитесь|сывайтесь)|підпи(?:шіться|суйтесь)|"
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|©|\(c\)\s*\d{4}|copyright (?:©|\(c\)|\d{4})|"
    r"tags?\s*:|schlagw[oö]rte?r?\s*:|themen\s*:|topics?\s*:|keywords?\s*:|etiket(?:as|ler|y|ter)\s*:|tópicos\s*:|palavras-chave|mots[- ]clés|теги|タグ|키워드|태그|标签|標籤|"
    r"(?:verwendete )?quellen\s*:|(?:read|lest|lesen sie|lire|lea|leia|leggi) .{0,20}original|"
    r"(?:this|dies(?:er|e|es)?|the|der|die|cet?|este?|questo) .{0,30}?(?:article|artikel|text|beitrag|story|post|übersetzung|artículo|artigo|articolo) (?:\w+ )?(?:zuerst|first|originally|automati|translated|übersetzt)|"
    r"無断(?:転載|複製)|무단\s?전재|저작권자|版权(?:所有|声明)|本文(?:来源|來源)|"
    r"zu(?:m|r| den| der)? .{3,40} springen$|accéder (?:à|aux?) .{0,40}$|aller au contenu|saltar al contenido|ir (?:para|al) (?:o )?conte|vai al contenuto)",
    re.IGNORECASE,
)
# Invitations: what is offered, what to do, and who speaks to whom; prose about newsletters or cookies lacks the last.
_OFFER = re.compile(
    r"newsletter|whats-?app|telegram|cookie|privacy policy|datenschutz|terms (?:of|and) (?:use|service|conditions)|push-|facebook|instagram|twitter|tiktok|youtube|google news|"
    r"podcast|postfach|inbox|\bapps?\b|\babos?\b|digital|subscription|journalis|commenting|display name",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"abonn|anmeld|registr|subscri|sign up|log ?(?:in|out)|follow|folgt?e?n? (?:sie|uns|du)|folge? |suscr|inscri|assin|iscri|tilmeld|prenumer|subskryb|agree|accept|akzept|zustimm|"
    r"use cookies|verwenden|utilizamos|utilisons|usiamo|download|herunterlad|click|klick|clique|confirm",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"\b(?:us|our|we|you|your|uns|unser\w*|wir|sie|ihr\w*|du|dein\w*|nous|notre|nos|vous|votre|nosotros|nuestr\w+|usamos|tus?|te|suscríbete|noi|nostr\w+|ti|tuo|tua|"
    r"nós|nosso|você|seu|sua|oss|vår\w*|vores|din|ditt|dig|deg|nas|nasz\w*|abonnieren|подпи\w+)\b",
    re.IGNORECASE,
)
# A digest of the news, and the imperative of who offers it: together they need no "our" nor "your".
_DIGEST = re.compile(
    r"newsletter|bolet(?:im|ín)\b|(?:principais|últimas|melhores) (?:notícias|reportagens)|(?:principales|últimas|mejores) noticias|"
    r"(?:wichtigsten|neuesten) (?:nachrichten|meldungen|themen)|(?:top|biggest|best) (?:stories|headlines)|(?:latest|day'?s) (?:news|headlines)|"
    r"(?:l'essentiel|le meilleur) de l'(?:actu|info)|(?:principali|ultime) notizie|belangrijkste nieuws|viktigaste nyheter|vigtigste nyheder|viktigste nyhete|"
    r"najważniejsze (?:informacje|wiadomości)|главные новости|головні новини",
    re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"\b(?:inscreva-se|cadastre-se|subscreva|assine|receba|inscríbete|suscríbe(?:te|se)|suscríbase|regístrate|recib[ae]|inscrivez-vous|abonnez-vous|recevez|iscriviti|abbonati|"
    r"ricevi|meld(?:e dich|en sie sich)|abonnier(?:e|en sie)|(?:erhalte|bekomme|hol)n? sie|sign up|subscribe|get (?:the|our)|meld je|schrijf je|ontvang|tilmeld dig|"
    r"prenumerera|zapisz się|подпишитесь|підпишіться)\b",
    re.IGNORECASE,
)
_SAID_OF_ITSELF = re.compile(
    r"(?:jetzt|kostenlos|gratis) (?:abonnieren|testen|anmelden|registrieren)|download (?:the|our) app|(?:add|make) us (?:as )?(?:a|your) preferred|"
    r"(?:earn|get|receive) (?:us |an? |some )?(?:affiliate )?commission|affiliate[- ]links?|erhalten wir (?:eine )?provision|"
    r"get in touch with (?:our|us)\b|more stories like this|^got a (?:story|tip|news tip)|do you have a (?:story|tip)|"
    r"the post .{3,200} (?:appeared|first appeared) first on|(?:subscribing|subscribe) to our|"
    r"support (?:our|independent) journalism|journalismus (?:braucht|lebt von) .{0,30}unterstützung|read our journalism",
    re.IGNORECASE,
)
# What stands where an embedded post or video would be, however long.
_CONSENT = re.compile(
    r"^\W*(?:um diesen inhalt|an dieser stelle (?:finden|befindet|steht)|empfohlener (?:externer|redaktioneller) inhalt|externer inhalt|ich bin damit einverstanden|"
    r"ein klick für den datenschutz|mit (?:der|dem) (?:aktivierung|klick)|wir benötigen ihre zustimmung|pour afficher ce contenu|ce contenu (?:est|provient|n'est)|"
    r"this content is (?:provided|hosted|not available)|we need your (?:consent|permission)|(?:to view|allow) this (?:content|embed)|para ver este conte|este conte(?:nido|údo) (?:es|é|não)|"
    r"per vedere questo contenuto|om deze inhoud|for å se dette innholdet|(?:questo|deze|dette|denna) .{0,20}cookie)",
    re.IGNORECASE,
)
_VIDEO_TEASER = re.compile(r"\d{1,2}:\d{2}\s?min\.?$", re.IGNORECASE)
_PAYWALL = re.compile(
    r"(?:weiterlesen|weiter lesen) mit|jetzt weiterlesen|(?:artikel|inhalt|beitrag|text) (?:ist|nur) (?:exklusiv |kostenpflichtig|nur )?(?:für|fuer)? ?(?:abonn|registr)|exklusiv für (?:abonn|unsere)|"
    r"mit (?:einem )?(?:abo|\w+plus|plus-abo) (?:lesen|weiterlesen)|sie haben (?:noch )?kein (?:abo|konto)|bereits (?:abonnent|registriert|kunde)\?|"
    r"(?:to|please) (?:continue|keep) reading|for subscribers only|subscriber[- ]only|subscribers? (?:only|exclusive)|already (?:a subscriber|have an account|registered)|"
    r"(?:article|contenu) (?:est )?(?:réservé|exclusif)|réservée? aux abonnés|il vous reste \d+|déjà abonné|"
    r"(?:exclusiv[oa]s?|solo|reservad[oa]) (?:para|a los) (?:suscriptores|assinantes|abonados)|para (?:continuar|seguir) leyendo|ya (?:eres|soy) suscriptor|continue lendo com|já é assinante|"
    r"(?:riservat[oa]|contenuto) (?:agli|per gli) abbonati|sei già abbonato|alleen voor abonnees|al abonnee|for abonnenter|er du (?:allerede )?abonnent|redan prenumerant|"
    r"vain tilaajille|oletko jo tilaaja|dostęp (?:dla|tylko dla) (?:prenumerator|subskrybent)|pouze pro předplatitele|csak előfizetők|только для подписчиков|"
    r"有料会員|会員限定|この記事は有料|残り\d+文字|유료\s?회원|付费(?:内容|阅读)|會員(?:專屬|限定)",
    re.IGNORECASE,
)
_QUOTES = ('"', "“", "„", "«", "»", "‘", "”", "「", "『", "—", "– ")
_TIMES = re.compile(
    r"\b\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b|\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|\b(?:19|20)\d{2}\b|\b\d{1,2}(?:st|nd|rd|th|er|º|ª)?\b|\d+\s*[年月日時分时년월일시분]"
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b|\d{4}[年년]")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\d+\s*[時时시]")
_DATED = re.compile(
    r"^\W*(?:(?:first |last )?(?:published|updated|posted|modified)|last update|veröffentlicht|erschienen|aktualisiert|zuletzt|stand|publié|mis à jour|modifié|publicado|actualizado|"
    r"atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|laatste update|publisert|oppdatert|publiceret|opdateret|publicerad|uppdaterad|julkaistu|päivitetty|opublikowano|aktualizacja|"
    r"publikováno|aktualizováno|publikované|megjelent|frissítve|publicat|actualizat|objavljeno|ažurirano|публикувано|опубликовано|обновлено|опубліковано|оновлено|δημοσίευση|ενημέρωση|"
    r"yayınlanma|güncelleme|giriş|diterbitkan|cập nhật|更新|公開|配信|入力|입력|수정|发布|發布|प्रकाशित|अपडेट|updated on|reading time|lesezeit|lesedauer|leesduur|temps de lecture|tiempo de lectura|tempo de leitura|lettura|lästid|læsetid|lukuaika|czas czytania|okuma süresi|min(?:utes)? read|\d+ min(?:uten|utes)?\b)",
    re.IGNORECASE,
)
_AT = re.compile(r"^\W*(?:a|às|em|on|at|am|um|le|à|el|il|op|den|o)\b", re.IGNORECASE)
_BY = re.compile(
    r"^\W*(?:(?:ein|eine|a|an) \w+ )?(?:von|by|por|par|di|da|van|door|av|af|przez|autor(?:in)?|text|texto|texte|tekst|words|yazan|автор|от|від|από|oleh|文|記者|记者|기자)\s*[:：]?\s+"
    r"(?-i:(?![a-zß-ÿ]))\S",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W*(?:(?:foto|photo|image|picture|bild|grafik|graphic|illustration|credit|crédit|quelle|source|fuente|fonte|kuva|kilde|källa|zdjęcie|fot\.|фото|写真|사진|图片|来源|來源)s?"
    r"(?:\s(?:credit|by|courtesy|source|caption))?\s*[:：©/,|]|©|\(c\))",
    re.IGNORECASE,
)
# Thanks to other reporters and agencies, behind the end of the text.
_CONTRIBUTED = re.compile(
    r"^\W*(?:mit (?:material|informationen|agenturmaterial)|(?:additional )?report(?:ing|s) (?:by|from)|(?:editing|writing|compiled) by|with (?:reports?|files|additional|input|information) (?:from|by|reporting)|"
    r"\(?(?:avec|con|com|med|met|z) (?:afp|ap|reuters|efe|dpa|ansa|agenc|agenz|agên|informa)|con información de|com informações|avec (?:les )?agences)|"
    r"contributed (?:to|reporting)|this (?:is a )?(?:breaking|developing) (?:news? )?story",
    re.IGNORECASE,
)
_ANNOUNCING = re.compile(r"[:|►▶»→>–—]\s*$")
_IS = "ist|arbeitet|schreibt|berichtet|war|is|was|works|writes|covers|has|est|travaille|écrit|es|escribe|trabaja|é|escreve|è|scrive|werkt|schrijft|er|är|on|jest"
_LAST = 3  # blocks at the end of a text among which a line about its author may stand
_LONG = 350  # characters; a block this long is prose whatever it begins with


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands in fields of its own already, and must not be told again in the text."""

    titles: Sequence[str] = ()
    lead: str | None = None
    captions: Sequence[str] = ()
    authors: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Which blocks are the article (indexes), who signed it in the text, and whether a paywall cut it."""

    kept: tuple[int, ...]
    byline: Byline = field(default_factory=Byline)
    paywall: bool = False


def clean_blocks(blocks: Sequence[Block], around: Surroundings) -> Cleaned:
    """Choose the blocks that are the article. Text is never changed: a block goes as a whole or stays."""
    told = _Told(around)
    kept: list[int] = []
    byline = Byline()
    paywall = False
    for index, block in enumerate(blocks):
        at_end = index >= len(blocks) - _LAST
        signed = last_line(block.text) if at_end and block.kind is BlockKind.PARAGRAPH else signature(block.text)
        if signed:
            byline += signed
        elif _is_paywall(block.text):
            paywall = True
        elif at_end and told.about_author(block.text):
            continue
        elif not (told.before(block) or is_furniture(block) or told.byline(block.text)):
            kept.append(index)
            told.add(block)
    return Cleaned(tuple(_without_idle_headings(blocks, kept)), byline, paywall)


def is_furniture(block: Block) -> bool:
    """Tell by a block's own words and links whether it belongs to the page, not to the article."""
    text = block.text.strip()
    if block.kind is BlockKind.PICTURE or len(text) > 2 * _LONG:
        return False
    if _CONSENT.search(text):
        return True
    if len(text) > _LONG:
        return False
    return (
        not _WORDS.search(text)
        or _leads_elsewhere(block, text)
        or _is_service(block, text)
        or _is_small_print(block, text)
    )


def is_button_label(text: str) -> bool:
    """Tell whether a text is what a button on a picture says, and nothing else."""
    return len(text) < 60 and _BUTTON_LABEL.fullmatch(text.strip()) is not None


def without_button_label(text: str) -> str:
    """Leave out a button's label behind the end of a caption."""
    return _LABEL_BEHIND.sub("", text)


def begins_like_byline(text: str) -> bool:
    """Tell whether a short line begins as bylines do: "By", and a name."""
    return len(text) < 60 and bool(_BY.search(text)) and text.count(" ") <= 6


def link_share(block: Block) -> float:
    """Share of a block's characters that are links."""
    linked = sum(mark.span[1] - mark.span[0] for mark in block.marks if mark.kind is MarkKind.LINK)
    return min(linked / len(block.text), 1.0) if block.text else 0.0


class _Told:
    """Texts that were said already: the fields', and those of blocks before."""

    def __init__(self, around: Surroundings) -> None:
        self._titles = [_folded(title) for title in around.titles if title]
        self._lead = _folded(around.lead or "")
        self._captions = {_folded(caption) for caption in around.captions if caption}
        self._names = [name for name in around.authors if " " in name]
        self._authors = [_folded(author) for author in around.authors if author]
        self._texts: set[str] = set()

    def before(self, block: Block) -> bool:
        text = _folded(block.text)
        if not text:
            return False
        if text in self._captions or text == self._lead or any(self._says_title(text, title) for title in self._titles):
            return True
        if len(text) >= 30 and any(caption.startswith(text) for caption in self._captions):
            return True
        return len(text) >= 40 and text in self._texts

    @staticmethod
    def _says_title(text: str, title: str) -> bool:
        """The headline, with or without a kicker."""
        return text == title or (len(title) >= 25 and len(text) <= len(title) + 50 and text.endswith(title))

    def add(self, block: Block) -> None:
        self._texts.add(_folded(block.text))

    def about_author(self, text: str) -> bool:
        """A line that says who the author is: the name near its beginning, and a verb behind it."""
        return any(
            re.search(rf"^.{{0,40}}?{re.escape(name)}\S{{0,3}}(?: \(.{{1,30}}\))?,? (?:{_IS})\b", text)
            for name in self._names
        )

    def byline(self, text: str) -> bool:
        """A short line that names the authors, or only begins like a byline, and says nothing."""
        folded = _folded(text)
        if len(text) > 140 or _SENTENCE_END.search(text):
            return folded in self._authors
        rest = folded
        for author in self._authors:
            rest = rest.replace(author, "")
        named = rest != folded
        return (named and len(rest) <= max(25, len(folded) // 2)) or begins_like_byline(text)


def _is_paywall(text: str) -> bool:
    found = _PAYWALL.search(text) if len(text) <= _LONG else None
    return found is not None and (found.start() < 60 or not _SENTENCE_END.search(text))


def _leads_elsewhere(block: Block, text: str) -> bool:
    """Read-more lines, and blocks that are nothing but links."""
    if _READ_MORE.search(text) and (len(text) < 200 or link_share(block) > 0.5):
        return not _SENTENCE_END.search(text) or link_share(block) > 0.3 or len(text) < 25
    return _only_links(block, text) or _announces_link(block)


def _is_service(block: Block, text: str) -> bool:
    """Buttons, and what an outlet says about itself: share, subscribe, cookies, advertising."""
    unfinished = not _SENTENCE_END.search(text)
    if (
        _BUTTON.fullmatch(text)
        or is_button_label(text)
        or _SERVICE.search(text)
        or _VIDEO_TEASER.search(text)
        or _SAID_OF_ITSELF.search(text)
    ):
        return True
    if block.kind is BlockKind.QUOTE or text.startswith(_QUOTES):
        return False
    if _DIGEST.search(text) and _SIGN_UP.search(text):
        return True
    if not _OFFER.search(text):
        return False
    act = bool(_ACT.search(text))
    return (act and bool(_TO_READER.search(text))) or (act and unfinished and len(text) < 60)


def _is_small_print(block: Block, text: str) -> bool:
    """Dates, credits and thanks."""
    if _is_date(text) or (block.kind is BlockKind.PARAGRAPH and _is_date_label(text)):
        return True
    return len(text) < 200 and bool(_CREDIT.search(text) or _CONTRIBUTED.search(text))


def _only_links(block: Block, text: str) -> bool:
    if link_share(block) < 0.85:
        return False
    return block.kind is not BlockKind.PARAGRAPH or not _SENTENCE_END.search(text) or len(text) < 200


def _announces_link(block: Block) -> bool:
    """Words, a colon or bar, and then nothing but a link to the end: "More: ...", in any language."""
    links = [mark for mark in block.marks if mark.kind is MarkKind.LINK]
    if not links or _SENTENCE_END.search(block.text):
        return False
    start, end = links[-1].span
    return end >= len(block.text.rstrip()) and end - start >= 20 and bool(_ANNOUNCING.search(block.text[:start]))


def _is_date(text: str) -> bool:
    """A line with a date or time, or several, and hardly anything else."""
    parts = re.split(r"\s*[•|·]\s*", text)
    if len(parts) > 1 and all(map(_is_date, parts)):
        return True
    if len(text) > 110 or not _TIMES.search(text) or _SENTENCE_END.search(text.rstrip(".")):
        return False
    rest = _WORDS.findall(_TIMES.sub(" ", text))
    year, clock = _YEAR.search(text), _CLOCK.search(text)
    if _DATED.search(text):
        return len(rest) <= (8 if clock or not _SENTENCE_END.search(text) else 3)
    if year and clock:
        return len(rest) <= 5
    return bool(year) and len(text) < 40 and len(rest) <= 2 and sum(map(len, rest)) <= 12


def _is_date_label(text: str) -> bool:
    """The words in front of a date that itself was left out, or stands beside them: "Updated at"."""
    label = _DATED.search(text)
    return label is not None and not _WORDS.search(_AT.sub("", text[label.end() :]))


def _without_idle_headings(blocks: Sequence[Block], kept: Iterable[int]) -> list[int]:
    """Drop a heading or two that nothing follows: what they announced was furniture. More of them are a list."""
    left = list(kept)
    texts = next(
        (place for place, index in enumerate(reversed(left)) if blocks[index].kind is not BlockKind.HEADING), 0
    )
    return left[: len(left) - texts] if texts <= 2 else left


def _folded(text: str) -> str:
    return "".join(_WORDS.findall(text.casefold()))
