"""What an archive sets in `mkdocs.yml`."""

import pytest

from generator.errors import SettingsError
from generator.settings import interface_language, report_addresses


@pytest.mark.parametrize(("code", "language"), [("en", "en"), ("pt-BR", "pt"), ("zh_Hant", "zh"), ("ky", "ky")])
def test_the_language_of_the_interface(code: str, language: str) -> None:
    assert interface_language(code) == language


@pytest.mark.parametrize("code", ["xx", "5", "", "../en"])
def test_no_language(code: str) -> None:
    with pytest.raises(SettingsError, match="theme: language"):
        interface_language(code)


def test_reports_go_to_addresses_alone() -> None:
    assert (
        report_addresses({"correct": "https://a.example/r", "protect": "mailto:a@b.example"})["correct"][:5] == "https"
    )
    for wrong in ({"correct": "javascript:alert(1)"}, {"protect": "a@b.example"}, {"other": "https://a.example/"}):
        with pytest.raises(SettingsError, match="report_to"):
            report_addresses(wrong)
