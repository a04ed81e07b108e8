# Everything by name; set-up is part of each target and done again only when a lock file changes.
PYTHON ?= python3
INPUT ?= examples/corpus
DATA ?= data
PORT ?= 3000
N ?= 200
VENV := .venv
BIN := $(VENV)/bin

export CROSSCLAIM_INPUT := $(abspath $(INPUT))
export CROSSCLAIM_DATA := $(abspath $(DATA))
export DAGSTER_HOME := $(abspath $(DATA))/dagster
export OMP_NUM_THREADS ?= 1

.PHONY: run dev test lint audit export forget bench bench-full setup setup-dev

run: setup
	@$(BIN)/python -m assets.run

dev: setup
	@$(BIN)/python -m assets.instance
	@env --default-signal=INT,TERM,HUP $(BIN)/dg dev --host 127.0.0.1 --port $(PORT)

test: setup-dev lint
	@$(BIN)/python -m pytest -n auto --dist loadfile

lint: setup-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint -q sql

audit: setup
	@$(BIN)/python -m pipeline.audit $(N)

export: setup
	@$(BIN)/python -m pipeline.export

forget: setup
	@test -n "$(SHA)" || { echo "usage: make forget SHA=<content_sha256 of the document>"; exit 2; }
	@$(BIN)/python -m pipeline.forget $(SHA)

bench: setup-dev
	@$(BIN)/python -m bench.short

bench-full: setup-dev
	@$(BIN)/python -m bench.full

setup:
	@PYTHON=$(PYTHON) .ci/setup requirements.lock

setup-dev:
	@PYTHON=$(PYTHON) .ci/setup requirements.lock requirements-dev.lock
