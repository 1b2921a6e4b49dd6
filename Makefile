# Everything runs in .venv, which makes itself from requirements.txt.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$name; break; fi; done)
STAMP := $(shell cksum < requirements.txt)

.PHONY: help book html lab notebooks test test-grading test-oldest test-newest lint format \
	bench grade-demo zip pdf wheel copies clean setup

help:                 ## list these commands
	@grep -E '^[a-z -]+:.*##' Makefile | sed -E 's/:.*## /\t/' | \
		while IFS=$$'\t' read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

book: setup           ## install, build the book, serve it and print its address
	@$(BIN)/python tools/book.py serve

html: setup           ## build the book into _build/html; a warning is an error
	@$(BIN)/python tools/book.py build

lab: setup            ## the notebooks in JupyterLab, with live figures
	@$(BIN)/jupyter trust notebooks/*.ipynb >/dev/null
	@install -D tools/lab_settings.json $(VENV)/share/jupyter/lab/settings/overrides.json
	@$(BIN)/jupyter lab --ServerApp.root_dir=notebooks --ServerApp.ip=127.0.0.1 \
		$(if $(filter 0,$(shell id -u)),--allow-root)

notebooks: setup      ## make the notebooks whose chapter source or dlcore changed
	@$(BIN)/python tools/notebooks.py

# one worker more than a small machine has cores: each of them waits now and then
test: setup lint      ## every check, as continuous integration runs it
	@$(BIN)/python -m pytest -n 3 --dist loadfile --nbval --nbval-current-env \
		--nbval-sanitize-with tests/notebooks/nbval.cfg

test-grading: setup   ## the long suites of the grader: every hostile submission, large classes
	@$(BIN)/python -m pytest -m grading tests/exercises

test-oldest test-newest:  ## the library alone, with the oldest or newest packages it allows
	@$(PYTHON) tools/dependencies.py $(@:test-%=%)

lint: setup           ## code style and chapter style
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python tools/chapters.py

format: setup         ## mend what the style check can mend by itself
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: setup          ## speed against PyTorch, as ratios, in its own .venv-bench
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --editable '.[bench]'
	@.venv-bench/bin/python -m benchmarks

grade-demo: setup     ## release, submit, grade and report one assignment
	@$(BIN)/python exercises/grade_demo.py

zip pdf wheel copies: setup  ## site, PDF, package, and notebooks to run elsewhere; in dist/
	@$(BIN)/python tools/release.py $@

clean:                ## remove everything that was made, the environment too
	rm -rf _build dist $(VENV) .venv-* book/_vendor .pytest_cache .ruff_cache .hypothesis

# -- the environment: made once, and again when requirements.txt changes ---------------

setup:
	@if [ "$$(cat $(READY) 2>/dev/null)" != "$(STAMP)" ]; then \
		$(MAKE) --no-print-directory environment; fi

.PHONY: environment
environment:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found." \
		"Install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version) (once, about a minute)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off \
		--requirement requirements.txt | awk ' \
		/^(Collecting|Processing)/ { printf "."; fflush() } \
		/^Installing/ { printf "\ninstalling ...\n"; fflush() }'
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps \
		--editable .
	@$(BIN)/python tools/vendor.py
	@echo "$(STAMP)" > $(READY)
