"""What buttons on pictures say: the words of all languages at once, since captions are read before a page's language is known."""

from __future__ import annotations

import re

# For screen readers with the name of a drawing ("Icon: enlarge"), else with the button's object.
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


def is_button_label(text: str) -> bool:
    """Tell whether a text is what a button on a picture says, and nothing else."""
    return len(text) < 60 and _BUTTON_LABEL.fullmatch(text.strip()) is not None


def without_button_label(text: str) -> str:
    """Leave out a button's label behind the end of a caption."""
    return _LABEL_BEHIND.sub("", text)
