"""Names of people as ballot papers, handbooks and rosters print them, given name first."""

from __future__ import annotations

import re

from assistant.importer.spelling import mend

PARTICLES = frozenset(
    "de del della den der di da das dos du la le van von vom ver te ten ap ab bin ibn al el st mac".split()
)
"""Words before a surname that belong to it."""
LETTERS = frozenset(
    """mbe obe cbe kbe bem jp cc dl mp ms msp am qpm td ma ba bsc msc phd llb llm fca frsa fcca bed mba
    mep gm rn rtd frics kc qc bt vr vrd qfsm mcipd bds bs mb frcp fice ficm dphil mphil dip tefl
    fcca acii mrics mbcs cipfa honfrps cb cvo lvo mvo rd iso psc
    fpc qn pa dms ksg kss ll.d""".split()
)
"""Honours and degrees that rosters print after a name, in lower case without stops."""
_FATES = re.compile(r"\s*\((?:not )?elected\)", re.IGNORECASE)
_NOT_SURNAME = LETTERS | frozenset(("jr", "jnr", "snr", "sr", "junior", "senior"))


def initials_last(text: str) -> tuple[str, str]:
    """`Wye T.` → (`T. Wye`, `Wye`): the handbooks of 2021 and 2022."""
    surname, _, initials = mend(text).rpartition(" ")
    if not surname or not re.fullmatch(r"(?:[^\W\d_]{1,2}\W*)+|\W+", initials):
        return mend(text), surname_of(mend(text))
    return _joined(_initials(initials), surname), surname


def surname_first(text: str) -> tuple[str, str]:
    """`Loader, J.` → (`J. Loader`, `Loader`): the handbook of 2024."""
    surname, comma, given = (part.strip() for part in mend(text).partition(","))
    if not comma:
        return surname, surname_of(surname)
    return _joined(_initials(given) if "." in given else given, surname), surname


def given_first(text: str) -> tuple[str, str]:
    """`Emma Evans` → (`Emma Evans`, `Evans`): the surname is the last word with its particles."""
    name = _FATES.sub("", mend(text)).strip('"')
    name = re.sub(r"(?<=[A-Za-z])'?\?'?(?=[A-Z])", "'", name) if "?" in name else name
    return name, surname_of(name)


def surname_shouted(text: str) -> tuple[str, str]:
    """`David Stephen COTTON` → (`David Stephen Cotton`, `Cotton`): the surname is in capitals, where any is."""
    words = mend(text).strip('"').split()
    at = len(words)
    while at > 1 and _is_shouted(words[at - 1]):
        at -= 1
    if at == len(words):
        return given_first(text)
    surname = " ".join(lowered(word) for word in words[at:])
    return _joined(" ".join(words[:at]), surname), surname


def surname_apart(surname: str, given: str) -> tuple[str, str]:
    """`MCDONALD` and `Ann Mary` → (`Ann Mary McDonald`, `McDonald`); what is in brackets goes."""
    surname, given = (re.sub(r"\s*[\[(][^\])]*[\])]", "", mend(text)).strip(" ,") for text in (surname, given))
    if not given:
        return _together(surname)
    surname = " ".join(lowered(word) for word in surname.split())
    given = " ".join(lowered(word) if len(word) > 2 else word for word in given.split())
    return _joined(given, surname), surname


def _together(text: str) -> tuple[str, str]:
    """A whole name in a surname's place: `Prince, Keith`, `DAVENPORT Laura`, `Paul PRATT`, or the surname alone."""
    words = text.split()
    at = next((place for place, word in enumerate(words) if not _is_shouted(word)), len(words))
    if "," in text:
        name, surname = surname_first(text)
    elif 0 < at < len(words):
        name, surname = _joined(" ".join(words[at:]), " ".join(words[:at])), " ".join(words[:at])
    else:
        return (lowered(text), lowered(text)) if len(words) == 1 else surname_shouted(text)
    name, surname = (" ".join(lowered(word) for word in part.split()) for part in (name, surname))
    return name, surname


def lowered(word: str) -> str:
    """A name in capitals as people write it: `SMITH-JONES`, `O'HARA`, `MCDONALD`; any other stays as it is."""
    if not _is_shouted(word):
        return word
    parts = re.split(r"([-'])", word)
    cased = "".join(_capital(part) for part in parts)
    return re.sub(r"'S\b", "'s", cased)


def _capital(part: str) -> str:
    if part.upper().startswith("MC") and len(part) > 4:
        return f"Mc{part[2:].capitalize()}"
    return part.capitalize()


def _is_shouted(word: str) -> bool:
    """In capitals but for "Mc" and "Mac"; initials are no shouting."""
    letters = re.sub(r"^(?:Mac|Mc|Fitz|De|Le|O)(?=[A-Z]{2})|[^\w]", "", word)
    return len(letters) > 1 and letters.isupper()


def surname_of(name: str) -> str:
    """The last word, with particles before it: `David van der Weyden` → `van der Weyden`."""
    words = [word for word in re.sub(r"\s*[\[(][^\])]*[\])]", "", name).split() if word.strip(".,")]
    while len(words) > 1 and words[-1].strip(".,").lower() in _NOT_SURNAME and len(words) > 2:
        words.pop()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[max(at, 0) :]).strip(",") or name


def _initials(text: str) -> str:
    letters = text.upper()
    if re.fullmatch(r"[^\W\d_.]+(?:\.[^\W\d_.]+)*[./' ]*", letters) and "-" not in letters:
        return "".join(f"{letter}." for letter in re.findall(r"[^\W\d_]", letters))
    kept = re.sub(r"[^\w.\- ]", "", letters).strip()
    return kept if re.search(r"\w", kept) else ""


def _joined(given: str, surname: str) -> str:
    return f"{given} {surname}".strip()
