"""Prints the path of a Chromium for the browser tests, fetching one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def on_this_machine() -> str | None:
    named = os.environ.get("CHROMIUM")
    if named and Path(named).exists():
        return named
    return next(filter(None, map(shutil.which, NAMES)), None)


def of_playwright() -> str | None:
    install = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(install, stdout=sys.stderr).returncode:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def of_debian() -> str | None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    subprocess.run(["apt-get", "update"], stdout=sys.stderr)
    subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], stdout=sys.stderr)
    return on_this_machine()


def main() -> int:
    found = on_this_machine() or of_debian() or of_playwright()
    if not found:
        print("no Chromium: install one and name it in CHROMIUM", file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
