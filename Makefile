# Needs Python 3.11 or newer with venv and pip; everything else comes from the package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site serve test lint check clean pictures release

site: $(READY) ## build our own site into site/, with the demonstration under site/demo/
	$(BIN)/pirgen build --strict
	$(BIN)/pirgen build --strict -f examples/mkdocs.yml

serve: $(READY) ## show our own site and rebuild it on a change
	$(BIN)/pirgen serve

test: $(READY) ## run the tests
	$(BIN)/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder

lint: $(READY) ## format, lint, types, layers, our own incidents and schemas
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pirgen check --strict
	$(BIN)/pirgen check --strict examples/exampleton-ferries
	$(BIN)/pirgen schema --check

check: lint test ## everything that CI asks

pictures: site ## the pictures of the README, in a browser
	$(BIN)/python -m tests.pictures site docs/pictures

release: ## the version, the changelog's heading, a commit and a tag: make release VERSION=0.2.0
	@echo "$(VERSION)" | grep -qE '^[0-9]+\.[0-9]+\.[0-9]+$$' || { echo "give VERSION=0.2.0"; exit 2; }
	@test -z "$$(git status --porcelain)" || { echo "commit what has changed first"; exit 2; }
	@! git rev-parse --quiet --verify "refs/tags/v$(VERSION)" > /dev/null || { echo "$(VERSION) is released"; exit 2; }
	sed -i.old 's/^__version__ = .*/__version__ = "$(VERSION)"/' src/pirgen/__init__.py
	sed -i.old "s/^## Unreleased$$/## Unreleased\n\n## $(VERSION) - $$(date -u +%F)/" CHANGELOG.md
	rm src/pirgen/__init__.py.old CHANGELOG.md.old
	git commit --quiet --all --message "Version $(VERSION)"
	git tag --annotate --message "pirgen $(VERSION)" v$(VERSION)
	@echo "now: git push --follow-tags; the workflow 'Release' does the rest"

clean: ## remove what was built
	rm -rf $(VENV) site dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(READY)
