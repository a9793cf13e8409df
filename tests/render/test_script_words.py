"""The words of the scripts: one module, and no script asks for a word that it has not."""

import json
import re
from pathlib import Path

from generator.render.script_words import script_words
from tests.render.literal import FIRST, rendered

ASSETS = Path(__file__).parents[2] / "overrides/assets"


def test_each_word_of_the_scripts_is_there_and_none_is_idle() -> None:
    words = json.loads(script_words().removeprefix("export const words = ").removesuffix(";\n"))
    texts = [path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.js"))]
    scripts = "".join(text for text in texts if "words.js" in text or "kit.js" in text)
    facets = json.loads(re.search(r"const FACETS = (\[.*\]);", scripts)[1])
    by_name = {"correct", "protect", "relevance", "newest", "oldest", *facets}
    used = set(re.findall(r"\bwords\.(\w+)\b", scripts)) | by_name
    assert used - {"js"} == set(words)


def test_they_are_written_beside_the_pages() -> None:
    assert rendered(FIRST).files["assets/words.js"] == script_words()
