# The commands that the README names. What they install goes into .venv, node_modules and static/vendor;
# the hidden stamp files there let a second run start at once.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run demo install test test-all check format system-packages bench messages lock

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
NPM := npm ci --no-progress --loglevel=error
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard openspace/translations/*/LC_MESSAGES/*.po))

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{ printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: install ## install what is needed, load a demo event if there is none yet, serve
	@exec $(BIN)/python -m openspace serve --demo-if-empty

demo: install ## load the demo event
	@$(BIN)/python -m openspace demo

test: system-packages install check ## run the checks and the daily tests, browser tests included
	$(BIN)/pytest

test-all: system-packages install check ## the same with every large matrix in full
	OPENSPACE_TEST_ALL=1 $(BIN)/pytest

check: .venv/.dev node_modules/.dev ## lint, types, import order
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	node_modules/.bin/biome check static/js

format: .venv/.dev node_modules/.dev ## put code into the form that check asks for
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format
	node_modules/.bin/biome check --write static/js

bench: install .venv/.dev node_modules/.dev ## measure speed and cost
	@if [ -d bench ]; then $(BIN)/python -m bench; else echo "There is nothing to measure yet."; fi

messages: .venv/.run ## collect the texts to translate and put them into every catalogue
	@bin/messages
	@$(MAKE) --no-print-directory install

LOCK = $(BIN)/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE)

lock: .venv/.dev ## write the lock files anew (UPGRADE=--upgrade takes the newest versions)
	$(LOCK) --group build --output-file requirements.txt
	$(LOCK) --group build --group dev --constraint requirements.txt --output-file requirements-dev.txt
	npm install --package-lock-only

# The browser libraries come first: they are quick, so that a missing Node is said at once.
install: static/vendor/.made .venv/.run $(CATALOGUES)

.venv/bin/python:
	@bin/make-venv

.venv/.run: .venv/bin/python requirements.txt pyproject.toml
	@echo "Installing the Python libraries. This takes about a minute."
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.run requirements-dev.txt
	@echo "Installing the Python libraries for tests."
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

node_modules/.run: package.json package-lock.json .npmrc
	@bin/need-node
	@echo "Installing the browser libraries."
	@$(NPM) --omit=dev
	@touch $@

# npm ci empties the folder, so the first stamp is set again.
node_modules/.dev: node_modules/.run
	@echo "Installing the browser tools for tests."
	@$(NPM)
	@touch node_modules/.run
	@touch $@

# idiomorph has no small ES module of its own: its small script gets the one missing line.
static/vendor/.made: node_modules/.run
	@mkdir -p static/vendor
	@grep -v '^//# sourceMappingURL=' node_modules/socket.io-client/dist/socket.io.esm.min.js \
		> static/vendor/socket.io.esm.min.js
	@{ cat node_modules/idiomorph/dist/idiomorph.min.js; echo; echo 'export { Idiomorph };'; } \
		> static/vendor/idiomorph.esm.js
	@cp node_modules/sortablejs/modular/sortable.esm.js static/vendor/
	@touch $@

%.mo: %.po | .venv/.run
	@$(BIN)/pybabel --quiet compile -i $< -o $@

system-packages:
	@bin/system-packages
