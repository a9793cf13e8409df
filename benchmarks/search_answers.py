"""Questions that a reader of the shipped archive would ask, and names and words in other forms: what is found."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from audit import chromium
from auditing import chromium_of
from serving import served

HERE = Path(__file__).parent / "search"
TOP = 3
SCRIPT = """async (queries) => {
  const { find, fragment } = await import(new URL("assets/finding.js", document.baseURI));
  const found = [];
  for (const query of queries) {
    const { all, some } = await find(query, false);
    const ids = async (pages) => Promise.all(pages.map(async (page) => (await fragment(page)).url.slice(11, -1)));
    found.push([await ids(all), await ids(some)]);
  }
  return found;
}"""


def answers(site: Path) -> None:
    """Print how many questions have an answer among the first three, how many forms find all that they should."""
    questions, forms = (
        yaml.safe_load((HERE / name).read_text(encoding="utf-8")) for name in ("questions.yml", "forms.yml")
    )
    with served(site) as address, chromium_of(chromium()) as browser:
        page = browser.new_page()
        page.goto(address)
        of_questions = page.evaluate(SCRIPT, [one["question"] for one in questions])
        of_forms = page.evaluate(SCRIPT, [one["query"] for one in forms])
    missed = [
        set(one["answers"]) & set([*all_, *some][:TOP])
        for one, (all_, some) in zip(questions, of_questions, strict=True)
    ]
    tell("questions, an answer among the first three", questions, [set() if found else {"all"} for found in missed])
    tell(
        "forms that find all they should",
        forms,
        [set(one["finds"]) - {*all_, *some} for one, (all_, some) in zip(forms, of_forms, strict=True)],
    )


def tell(what: str, asked: Sequence[dict[str, Any]], missing: Sequence[set[str]]) -> None:
    """Print how many miss nothing, by language, and what the others miss."""
    good = [one["language"] for one, missed in zip(asked, missing, strict=True) if not missed]
    count, right = Counter(one["language"] for one in asked), Counter(good)
    print(f"\n{what}: {len(good)} of {len(asked)} ({100 * len(good) / len(asked):.1f} %)")
    print("  " + ", ".join(f"{language} {right[language]} of {n}" for language, n in sorted(count.items())))
    for one, missed in zip(asked, missing, strict=True):
        if missed:
            print(f"  {one.get('question') or one['query']}: misses {', '.join(sorted(missed))}")
