# One word per job. Everything works on a fresh machine with Python 3.11 and make, nothing else prepared.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
ON_POSTGRES := -m "not slow" tests/chat tests/storage tests/actions tests/handlers tests/bot/test_port_server.py
SOURCES := demo bot handlers actions messages storage rules sandbox

.DEFAULT_GOAL := help
.PHONY: help install postgres demo test check collect bench bench-long format golden schema clean

help: ## show these words
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(VENV)/.run ## what the bot needs; then .venv/bin/python -m bot is the same as kocbot

postgres: $(VENV)/.run ## what the bot needs besides where its database is on a PostgreSQL server
	@$(BIN)/pip install --disable-pip-version-check -q --require-hashes -r requirements.txt -r requirements-postgres.txt

demo: $(VENV)/.run ## play a lively community in the browser, with the real bot behind it
	@$(BIN)/python -m bot demo $(ARGS)

test: export PYTHONDONTWRITEBYTECODE := # tests start the bot dozens of times: it is compiled once
test: $(VENV)/.dev ## every test
	@$(MAKE) --no-print-directory -j2 check collect
	$(BIN)/python -m pytest -n auto $(ARGS)
	$(BIN)/python -m tests.postgres $(BIN)/python -m pytest -n auto $(ON_POSTGRES)

check: $(VENV)/.dev ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

collect: $(VENV)/.dev # pytest rewrites each test file once and keeps it: here, beside the linters, not in every process of the suite
	@$(BIN)/python -m pytest -n 0 --collect-only -q > /dev/null

bench: $(VENV)/.dev ## the figures of speed and quiet, peers in the same run
	$(BIN)/python -m bench $(ARGS)

bench-long: $(VENV)/.dev ## the same with ledgers of up to ten million entries
	$(BIN)/python -m bench --long $(ARGS)

format: $(VENV)/.dev ## put everything in shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: $(VENV)/.dev ## write the golden files of all messages anew; read the difference before you commit
	KOCBOT_GOLDEN=write $(BIN)/python -m pytest -n 0 tests/messages

schema: $(VENV)/.dev ## write the declared schema anew from the migrations
	KOCBOT_SCHEMA=write $(BIN)/python -m pytest -n 0 tests/storage/engine/test_schema.py

clean: ## remove what make and the demo made; a brand's own database and backups stay
	rm -rf $(VENV) var/demo *.egg-info

$(VENV)/bin/python:
	@echo "Preparing a virtual environment in $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kocbot needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the bot needs (a minute, the first time) ..."
	@test -f $(VENV)/.dev || $(BIN)/pip install --disable-pip-version-check -q --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the bot and its tests need (a minute or two, the first time) ..."
	@$(BIN)/pip install --disable-pip-version-check -q --require-hashes -r requirements-dev.txt
	@$(BIN)/pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	@touch $@
