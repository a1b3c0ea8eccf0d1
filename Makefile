# Each target installs what it needs first; a second run does not. Needs Python 3.11 or newer and make.

BIN := .venv/bin
# Inside .venv, so that it goes when that goes.
INSTALLED := .venv/installed
# How often `make torture` runs, which measurements `make bench` takes, and what else to hand to a program.
N ?= 5
BENCH ?= pipeline
ARGS ?=

.PHONY: help install chromium demo test check format bench torture screenshots lock

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name does; do printf '%-20s %s\n' "$$name" "$$does"; done

install: $(INSTALLED) ## make .venv with the locked packages and the program
	@echo "Ready: $(BIN)/limitedtimes --help"

$(INSTALLED): requirements.lock pyproject.toml tools/bootstrap.sh
	@tools/bootstrap.sh install
	@touch $@

chromium:
	@tools/bootstrap.sh chromium

demo: $(INSTALLED) ## the whole newsroom on a bundled sample press (ARGS="--once": stop when the edition stands)
	@$(BIN)/limitedtimes demo $(ARGS)

test: $(INSTALLED) chromium ## all tests (ARGS="-k words": some)
	@$(BIN)/pytest -n logical --maxprocesses=4 --dist=loadfile $(ARGS)

check: $(INSTALLED) ## format, lint, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(INSTALLED) ## put the code into its format
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(INSTALLED) ## the project's measurements (BENCH="pipeline ...": which)
	@for name in $(BENCH); do echo "Measuring $$name ..." >&2; $(BIN)/limitedtimes bench "$$name" --json || exit 1; done

torture: $(INSTALLED) ## the tests under kill -9 and restarts, N times with other seeds; a log in docs/measurements
	@N=$(N) tools/torture.sh

screenshots: $(INSTALLED) chromium ## pictures of the site's pages
	@$(BIN)/python tools/screenshots.py

lock: ## resolve requirements.lock anew from pyproject.toml
	@tools/bootstrap.sh lock
