"""The catalogues of Russian and Kazakh: `compile`, `check`, `list` what is missing, `review` doubtful Kazakh.

Every area keeps its translations in `src/qadaga/locale/parts/AREA.po.yaml`, a mapping of the English msgid to
`{ru: …, kk: …}`, with `plural: …` and lists where the msgid counts, and `check: true` where a native reader
should look at the Kazakh. A context stands before the msgid with \\x04 between, as gettext has it.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
PACKAGE = ROOT / "src" / "qadaga"
LOCALE = PACKAGE / "locale"
REVIEW = ROOT / "docs" / "kazakh-review.md"
LANGUAGES = ("ru", "kk")
PLURALS = {
    "ru": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"),
    "kk": (2, "(n != 1)"),
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True, slots=True)
class Part:
    """One msgid of a parts file."""

    key: str
    values: dict[str, Any]
    file: str

    def texts(self, language: str) -> list[str]:
        """The translation: one text, or one for each plural form; empty when there is none.

        One text for a msgid that counts stands for all forms: Kazakh nouns do not change after a number.
        """
        value = self.values.get(language)
        if value is None:
            return []
        if isinstance(value, list):
            return [str(text) for text in value]
        return [str(value)] * (PLURALS[language][0] if self.plural else 1)

    @property
    def plural(self) -> str | None:
        """The English plural of a msgid that counts."""
        return self.values.get("plural")


def parts(folder: Path = LOCALE / "parts") -> Iterator[Part]:
    """Every msgid of every parts file, in the files' order."""
    for path in sorted(folder.glob("*.po.yaml")):
        for key, values in (yaml.load(path.read_text(), Loader=yaml.CSafeLoader) or {}).items():
            yield Part(str(key), values or {}, path.name)


def compile_all(target: Path = LOCALE) -> None:
    """Write `django.mo` of both languages, each whole or not at all."""
    known = list(parts())
    for language in LANGUAGES:
        catalog = _catalog(language, known)
        place = target / language / "LC_MESSAGES" / "django.mo"
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(".new")
        with draft.open("wb") as stream:
            write_mo(stream, catalog)
        draft.replace(place)


def compile_if_stale() -> None:
    """Compile when a parts file is younger than the catalogues (the tests call this first)."""
    made = [LOCALE / language / "LC_MESSAGES" / "django.mo" for language in LANGUAGES]
    sources = [*(LOCALE / "parts").glob("*.po.yaml"), LOCALE / "parts", Path(__file__)]
    newest = max(path.stat().st_mtime for path in sources)
    if not all(path.exists() and path.stat().st_mtime >= newest for path in made):
        compile_all()


def _catalog(language: str, known: list[Part]) -> Catalog:
    count, rule = PLURALS[language]
    catalog = Catalog(locale=language, domain="django", fuzzy=False)
    # Babel sets a rule by the language only, and knows another one for Kazakh.
    vars(catalog).update(_num_plurals=count, _plural_expr=rule)
    for part in known:
        texts = part.texts(language)
        if not texts:
            continue
        context, _, msgid = part.key.rpartition("\x04")
        identifier = (msgid, part.plural) if part.plural else msgid
        catalog.add(identifier, tuple(texts) if part.plural else texts[0], context=context or None)
    return catalog


def faults() -> list[str]:
    """What is wrong with the parts, and which strings of the pages or the libraries are not translated."""
    from tools import msgids

    known = list(parts())
    found = [fault for part in known for fault in _part_faults(part)]
    found += _doubles(known)
    for language in LANGUAGES:
        have = {part.key for part in known if part.texts(language)}
        for key, where in msgids.needed(PACKAGE, language).items():
            if key not in have:
                found.append(f"{language}: no translation of {key!r} ({where})")
    return found


def _part_faults(part: Part) -> Iterator[str]:
    name = f"{part.file}: {part.key!r}"
    if unknown := set(part.values) - {"ru", "kk", "plural", "check"}:
        yield f"{name} has unknown entries: {', '.join(sorted(unknown))}"
    wanted = set(_PLACEHOLDER.findall(part.plural or part.key))
    for language in LANGUAGES:
        texts = part.texts(language)
        if part.plural and texts and len(texts) != PLURALS[language][0]:
            yield f"{name} needs {PLURALS[language][0]} forms in {language}"
        for text in texts:
            if not text.strip():
                yield f"{name} is empty in {language}"
            here = set(_PLACEHOLDER.findall(text))
            # A form for one may leave the number out ("an hour ago").
            if here - wanted or (here != wanted and (not part.plural or text == texts[-1])):
                yield f"{name} in {language} has other placeholders than the English"


def _doubles(known: list[Part]) -> Iterator[str]:
    first: dict[str, Part] = {}
    for part in known:
        other = first.setdefault(part.key, part)
        for language in LANGUAGES:
            if (
                other.texts(language)
                and part.texts(language)
                and other.texts(language) != part.texts(language)
            ):
                yield f"{part.key!r} in {language}: {other.file} and {part.file} differ"


def review() -> str:
    """The Kazakh that its author was not sure of, as a table for a native reader."""
    from tools.doubts import doubts

    rows = [part for part in parts() if part.values.get("check")]
    lines = [
        "# Kazakh for a native reader",
        "",
        "Written by `python tools/messages.py review` from the entries marked `check: true`: of the parts",
        "files in `src/qadaga/locale/parts/`, the law's catalogue, the papers' forms and the offices.",
        "Whoever has read one corrects it in its file and takes the mark away.",
        "The help pages in `src/qadaga/web/templates/help/kk/` wait for a native reader as a whole.",
        "",
        "| File | English | Russian | Kazakh |",
        "|---|---|---|---|",
    ]
    for part in rows:
        cells = [part.file, part.key, " / ".join(part.texts("ru")), " / ".join(part.texts("kk"))]
        lines.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    lines += ["| " + " | ".join(_cell(cell) for cell in doubt) + " |" for doubt in doubts(PACKAGE)]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.replace("\x04", ": ").split()).replace("|", "\\|")


def main(command: str) -> int:
    """0, or 1 when `check` found something."""
    if command == "compile":
        compile_all()
    elif command == "review":
        REVIEW.parent.mkdir(exist_ok=True)
        REVIEW.write_text(review())
    elif command in {"check", "list"}:
        found = faults()
        if REVIEW.exists() and command == "check" and REVIEW.read_text() != review():
            found.append("docs/kazakh-review.md is out of date: run `python tools/messages.py review`")
        print("\n".join(found) or "Every string is translated into Russian and Kazakh.")
        return 1 if found and command == "check" else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
