"""`qadaga law explain`, `coverage` and `rerun`: the law's answers on the command line.

Pure: an office's facts, the day and signed papers come from the caller (`resolve_office`, `today`, `papers`).
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from qadaga.law import catalogue, competence, coverage, rerunning, wording
from qadaga.law.asking import UsageError, day_or_today
from qadaga.law.loading import Catalogue
from qadaga.law.model import Facts, Ruling, Subject, Who, facts_of
from qadaga.law.wording import Translate, english

ResolveOffice = Callable[[str, date], Mapping[str, Any] | None]
_SUBJECT_FIELDS = ("office", "territory", "sphere", "direction", "status")


def main(
    argv: Sequence[str],
    resolve_office: ResolveOffice | None = None,
    today: Callable[[], date] | None = None,
    translations: Callable[[str], Translate] = lambda _language: english,
    papers: rerunning.Papers | None = None,
) -> int:
    """Runs the command. `resolve_office(code, on)` gives kind, level, path, spheres and territory, or None.
    `translations(language)` gives the function that translates a msgid, `papers` what `rerun` runs again.

    Returns 0 when the question was answered (allowed or not), 1 where a paper run again is not the same, 2
    when it could not be asked.
    """
    options = _parser().parse_args(argv)
    try:
        if options.command == "coverage":
            return _coverage(options)
        if options.command == "rerun":
            return rerunning.run(options, papers, today)
        return _explain(options, resolve_office, today, translations(options.lang))
    except UsageError as error:
        print(f"qadaga law: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="qadaga law", description="Ask the law.", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    explain = commands.add_parser(
        "explain", allow_abbrev=False, help="may this person use this power, and by which clause"
    )
    explain.add_argument("power", metavar="POWER", help="e.g. act.sign")
    explain.add_argument("--post", help="post id, e.g. deputy_district")
    where = explain.add_mutually_exclusive_group()
    where.add_argument("--office", metavar="CODE", help="an office of the structure")
    where.add_argument("--office-kind", metavar="KIND", help="an office of this kind, e.g. district")
    explain.add_argument("--acting", action="store_true", help="replaces the absent head")
    explain.add_argument(
        "--about", metavar="SUBJECT", help="e.g. act, or act,office=CODE,status=served,marks=conflict+author"
    )
    explain.add_argument("--ground", help="ground id, e.g. own_initiative")
    explain.add_argument(
        "--facts", metavar="FILE.json", type=Path, help="all facts as JSON; options override it"
    )
    covered = commands.add_parser("coverage", help="each clause: what rules on it, what works and proves it")
    covered.add_argument("--detail", action="store_true", help="name the records, code and tests")
    rerun = commands.add_parser(
        "rerun", allow_abbrev=False, help="signed papers, each run again under its own edition"
    )
    rerunning.arguments(rerun)
    for command in (explain, covered, rerun):
        command.add_argument("--json", action="store_true")
        command.add_argument("--lang", choices=("ru", "kk", "en"), default="en")
    explain.add_argument("--on", metavar="DATE", help="the day, YYYY-MM-DD; today without it")
    return parser


def _coverage(options: argparse.Namespace) -> int:
    rows = coverage.rows(options.lang)
    if options.json:
        print(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1))
        return 0
    print(f"{'clause':8} {'ruled':>5} {'golden':>6} {'code':>4} {'browser':>7}  title")
    for row in rows:
        counts = (len(row.ruled), row.proof.golden, len(row.worked), len(row.proof.browser))
        ruled, golden, code, browser = (count or "-" for count in counts)
        print(f"{row.clause:8} {ruled:>5} {golden:>6} {code:>4} {browser:>7}  {row.title}")
        if options.detail:
            _detail(row)
    ruled, worked = sum(1 for r in rows if r.ruled), sum(1 for r in rows if r.complete)
    print(f"{len(rows)} clauses: {ruled} ruled, {worked} worked (code and a browser test)")
    return 0


def _detail(row: coverage.Row) -> None:
    for what, names in (("ruled by", row.ruled), ("worked by", row.worked), ("walked by", row.proof.browser)):
        for name in names:
            print(f"           {what} {name}")


def _explain(
    options: argparse.Namespace,
    resolve_office: ResolveOffice | None,
    today: Callable[[], date] | None,
    translate: Translate,
) -> int:
    on = day_or_today(options.on, today)
    facts = _facts(options, on, resolve_office)
    try:
        ruling = competence.decide(facts, on)
    except competence.UnknownPower as error:
        raise UsageError(_among("power", options.power, catalogue.load().powers)) from error
    if options.json:
        _print_json(ruling, facts, on, _said(ruling, options, translate), options.lang)
    else:
        _print(ruling, on, options, translate)
    return 0


def _print_json(ruling: Ruling, facts: Facts, on: date, said: list[str], language: str) -> None:
    answer = competence.stored(facts, on, ruling)
    answer["follows"] = wording.follows(ruling.power, on, language)
    for missing, text in zip(answer["ruling"]["missing"], said, strict=True):
        missing["text"] = text
    print(json.dumps(answer, ensure_ascii=False, indent=1))


def _said(ruling: Ruling, options: argparse.Namespace, translate: Translate) -> list[str]:
    return [wording.sentence(missing, options.lang, translate) for missing in ruling.missing]


def _print(ruling: Ruling, on: date, options: argparse.Namespace, translate: Translate) -> None:
    power = wording.title("powers", ruling.power, options.lang)
    print(f"{'ALLOWED' if ruling.allowed else 'REFUSED'}: {ruling.power} ({power}), {on:%d.%m.%Y}")
    print(f"edition: {ruling.edition or '-'}")
    for missing, text in zip(ruling.missing, _said(ruling, options, translate), strict=True):
        print(f"  missing: {text}\n           [{wording.clause(missing.citation, options.lang)}]")
    print("rests on:")
    for citation in ruling.citations:
        print(f"  {wording.clause(citation, options.lang)} ({citation.edition})")
    for what, titles in wording.follows(ruling.power, on, options.lang).items():
        print(f"{what}: {', '.join(titles)}")


def _facts(options: argparse.Namespace, on: date, resolve_office: ResolveOffice | None) -> Facts:
    base = _from_file(options.facts) if options.facts else None
    state = catalogue.load()  # its words: a day before the order knows no posts, yet may be asked about
    who = _who(options, on, resolve_office, state) if options.post else (base.who if base else None)
    if who is None:
        raise UsageError("--post is needed, with --office CODE or --office-kind KIND; or --facts FILE.json")
    who = replace(who, acting=True) if options.acting else who
    subject = base.subject if base else None
    if options.about:
        subject = _subject(options.about, who, on, resolve_office, state)
    return Facts(who, options.power, subject, options.ground or (base.ground if base else None))


def _from_file(path: Path) -> Facts:
    try:
        return facts_of({"power": "", "subject": None, **json.loads(path.read_text(encoding="utf-8"))})
    except OSError as error:
        raise UsageError(f"--facts {path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"--facts {path}: not facts as JSON ({error}); see docs/law.md for the fields"
        ) from error


def _who(
    options: argparse.Namespace, on: date, resolve_office: ResolveOffice | None, state: Catalogue
) -> Who:
    post = state.posts.get(options.post)
    if post is None:
        raise UsageError(_among("post", options.post, state.posts))
    office = _office(options, on, resolve_office, state)
    return Who(
        post=post.id,
        office=str(office["code"]),
        office_kind=str(office["kind"]),
        level=int(office["level"]),
        path=tuple(office["path"]),
        spheres=frozenset(office["spheres"]),
        territory=frozenset(office["territory"]),
        officer=post.staff != "employee",
    )


def _office(
    options: argparse.Namespace, on: date, resolve_office: ResolveOffice | None, state: Catalogue
) -> Mapping[str, Any]:
    if options.office:
        return _resolved(options.office, on, resolve_office)
    if not options.office_kind:
        raise UsageError("--office CODE or --office-kind KIND is needed")
    kind = state.office_kinds.get(options.office_kind)
    if kind is None:
        raise UsageError(_among("office kind", options.office_kind, state.office_kinds))
    above = ("level-1", "level-2")[: kind.level - 1]
    code = f"this-{kind.id}"
    spheres = [kind.sphere] if kind.sphere else []
    return {
        "code": code,
        "kind": kind.id,
        "level": kind.level,
        "path": (*above, code),
        "spheres": spheres,
        "territory": (),
    }


def _resolved(code: str, on: date, resolve_office: ResolveOffice | None) -> Mapping[str, Any]:
    if resolve_office is None:
        raise UsageError("office codes need the database; use --office-kind KIND")
    found = resolve_office(code, on)
    if found is None:
        raise UsageError(f"no office has the code {code!r} on {on.isoformat()}")
    return {"code": code, **found}


def _subject(
    text: str, who: Who, on: date, resolve_office: ResolveOffice | None, state: Catalogue
) -> Subject:
    """`kind[,field=value…]`; without an office it is one of the actor's own office."""
    kind, *pairs = text.split(",")
    if kind not in state.subjects:
        raise UsageError(_among("subject", kind, state.subjects))
    values = dict(pair.partition("=")[::2] for pair in pairs)
    unknown = set(values) - {*_SUBJECT_FIELDS, "marks"}
    if unknown:
        raise UsageError(
            f"--about knows {', '.join(_SUBJECT_FIELDS)} and marks; found {', '.join(sorted(unknown))}"
        )
    marks = frozenset(mark for mark in values.pop("marks", "").split("+") if mark)
    code = values.pop("office", who.office)
    path = who.path if code == who.office else tuple(_resolved(code, on, resolve_office)["path"])
    return Subject(kind, code, path, marks=marks, **values)


def _among(what: str, given: str, known: Mapping[str, Any]) -> str:
    return f"no {what} {given!r}; there are: {', '.join(sorted(known))}"
