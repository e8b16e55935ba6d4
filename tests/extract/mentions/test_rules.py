"""The table of name rules: every rule is used, and every use has a rule."""

import re
from pathlib import Path

import pytest

import kg.extract.mentions
from kg.errors import KgError
from kg.extract.mentions import rules
from kg.extract.mentions.rules import name_rule, name_rules
from kg.lexicon import rows
from kg.ontology import load

FOLDER = Path(kg.extract.mentions.__file__).parent
SUFFIX_RULES = {f"{row[1]}-suffix" for row in rows("suffixes")}


def test_every_rule_is_used_and_every_use_has_a_rule() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.py")))
    used = set(re.findall(r'(?:made|name_rule)\(\s*"([a-z-]+)"', code))
    recalled = set(re.findall(r'Memory\([^\n]*?(?:type|"person"|"place"|"programme"|"agency"|"company"|"facility"), "([a-z-]+)"', code))
    assert used | recalled | SUFFIX_RULES == set(name_rules())


def test_a_rule_has_a_type_of_the_ontology_or_its_finder_says_it() -> None:
    assert {rule.type for rule in name_rules().values()} <= {"", *load().types}


def test_a_trait_is_a_field() -> None:
    assert name_rule("programme-document").is_document
    assert not name_rule("programme-document").may_nest
    assert name_rule("company-suffix").is_full


@pytest.mark.parametrize(
    "row",
    [("a", "person", "0.5", "-", "x"), ("a", "person", "0.5", "is_grand", "x", "y")],
    ids=["a column is missing", "a trait that no rule has"],
)
def test_a_line_that_is_no_rule_is_named(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "rows", lambda _: (row,))
    name_rules.cache_clear()
    with pytest.raises(KgError, match=r"name_rules\.tsv: a:"):
        name_rules()
    name_rules.cache_clear()
