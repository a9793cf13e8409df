VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING = 1

.PHONY: site test check audit bench catalogues lock clean

site: $(VENV)/.site
	$(BIN)/regesta build

test: $(VENV)/.dev
	CHROMIUM="$$($(BIN)/python tests/find_browser.py)" $(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check generator tests benchmarks
	$(BIN)/ruff format --check generator tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/lychee --offline --include-fragments --no-progress README.md CONTRIBUTING.md CHANGELOG.md docs
	$(BIN)/regesta build
	$(BIN)/lychee --offline --include-fragments --no-progress --index-files index.html --root-dir "$(CURDIR)/site" --remap 'https://regesta.example.org file://$(CURDIR)/site' --exclude-path site/pagefind site

# Nu HTML checker and Lighthouse, which need a JRE and Node: what cannot be run here is told, and passes but for AUDIT=--all.
audit: $(VENV)/.dev
	-npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
	$(BIN)/regesta build
	$(BIN)/python benchmarks/audit.py $(AUDIT)

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/build.py

catalogues: $(VENV)/.dev
	$(BIN)/python -m tests.render.catalogues

lock:
	uv pip compile --universal --no-emit-index-url --no-header --generate-hashes --extra build -o requirements.lock pyproject.toml
	uv pip compile --universal --no-emit-index-url --no-header --generate-hashes --extra build --extra dev -o requirements-dev.lock pyproject.toml

clean:
	rm -rf build site

# hatchling, which builds the editable package, comes with the lock: no build isolation, nothing unpinned.
$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
