# Every target says in one line what it does: `make help`.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
export PYTHONPATH := src
ADDRESS ?= 127.0.0.1:8000
.DEFAULT_GOAL := help

.PHONY: help setup run stop test lint format templates types contracts proofs migrations messages \
        translations deploy-check packages browser schema faults postgres15 bench screenshots ci clean setup-test setup-dev

help:  ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

setup:  ## the virtual environment, pinned packages, front-end files and translations
	@$(PYTHON) tools/bootstrap.py run

setup-test:
	@$(PYTHON) tools/bootstrap.py test

setup-dev:
	@$(PYTHON) tools/bootstrap.py dev

run: setup  ## start everything on ADDRESS (127.0.0.1:8000) with demonstration data; Ctrl-C ends it
	@exec $(BIN)/python -m qadaga run --address $(ADDRESS)

stop:  ## end what `make run` started in this checkout, also after a kill
	@$(BIN)/python -m qadaga stop

# A process a core, each with a database of its own; a file's tests stay together.
PARALLEL := -n $(shell nproc) --dist loadfile

test: setup-test  ## the test suite (no browser, no system packages needed)
	$(BIN)/pytest --ignore=tests/browser -m "not browser and not slow and not schema" $(PARALLEL) $(PYTEST)

lint: setup-dev  ## ruff: rules and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: setup-dev  ## let ruff rewrite what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

templates: setup-dev  ## djlint over the page templates
	$(BIN)/djlint src/qadaga --lint --quiet

types: setup-dev  ## mypy, strict
	$(BIN)/mypy src/qadaga tools

contracts: setup-dev  ## imports go downwards only
	$(BIN)/lint-imports

proofs: setup-test  ## fill the clauses of golden rows, write down which rows and browser tests carry each clause
	$(BIN)/python tools/golden.py write
	$(BIN)/python tools/proofs.py write

migrations: setup-test  ## no model may differ from its migrations
	$(BIN)/python -m qadaga makemigrations --check --dry-run --settings qadaga.config.settings.test

messages: setup  ## compile the translations of locale/parts, list doubtful Kazakh in docs/kazakh-review.md
	$(BIN)/python tools/messages.py compile
	$(BIN)/python tools/messages.py review

translations: setup  ## every string in Russian and Kazakh
	$(BIN)/python tools/messages.py check

deploy-check: setup-test  ## Django's own check of the production settings
	tools/deploy_check.sh

packages: setup-dev  ## the installed packages agree with one another
	$(BIN)/python -m pip check

browser: setup-dev  ## walk the pages in a real Chromium (needs chromium-headless-shell or chromium)
	$(BIN)/pytest -m browser tests/browser -n $(shell nproc) --dist worksteal $(PYTEST)

schema: setup-dev  ## ask every endpoint as everybody; send generated requests to the API
	$(BIN)/pytest -m schema tests/api tests/matrix -n $(shell nproc) --dist load $(PYTEST)

# Only the files that have slow tests: the rest need not be read.
SLOW = $(shell grep -rl --include='test_*.py' --exclude-dir=browser 'mark\.slow' tests)

faults: setup-test  ## kill -9 of server, worker and PostgreSQL under load, and the other slow tests
	$(BIN)/pytest -m "slow and not browser and not schema" $(PARALLEL) $(SLOW) $(PYTEST)

# What a version of PostgreSQL could decide otherwise: every migration (each run applies them all), statements of our
# own, constraints and triggers, locks. The folders and files that are made of these, and every other file that
# commits, runs things at once or expects the database to refuse. The rest of the suite asks what Django writes for
# any version.
SQL := $(addprefix tests/,database journal authority reports config/tasks) \
    $(addprefix tests/,matters/test_selectors.py matters/test_terms.py offices/test_selectors.py offices/test_tree.py) \
    tests/web/registers/test_views.py
SIGNS := at_once|transactional_db|transaction=True|IntegrityError|psycopg|SQL
SQL_ELSEWHERE = $(filter-out $(addsuffix /%,$(SQL) tests/browser tests/law tests/bench tests/faults tests/tools), \
    $(shell grep -rlE --include='test_*.py' '$(SIGNS)' tests))

postgres15: setup-test  ## what depends on the database's version, on a PostgreSQL 15 of Debian's (needs postgresql-15)
	tools/postgres15.sh $(BIN)/pytest -m "not browser and not slow and not schema" $(PARALLEL) $(SQL) $(SQL_ELSEWHERE) $(PYTEST)

bench: setup  ## load a million appeals, measure, print the table
	$(BIN)/python -m bench

screenshots: setup-dev  ## take the README's pictures of the real pages (needs chromium)
	$(BIN)/python tools/screenshots.py

ci:  ## everything that decides whether a change lands, as CI runs it
	.ci/run

clean:  ## remove the environment and caches; the data in var/ stays
	rm -rf .venv node_modules .mypy_cache .ruff_cache .import_linter_cache
