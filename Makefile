# `make setup` makes .venv and asks a first question; `make test` runs every check and test;
# `make seeds` asks every own question under twenty hash seeds, which takes a quarter of an hour;
# `make docs` writes anew what is generated in docs/; `make bench` measures (docs/speed.md; QUICK=1 in a minute).
# `make fuzz` looks for questions that crash; `make laws` asks both evaluators 200,000 meanings,
# seeds faults, and changes each content word of every own question.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup test lint seeds docs words ledger bench scale fuzz laws clean

setup: $(READY)
	$(BIN)/assistant ask "who controls Dudley"

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed: make PYTHON=python3.11 setup") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,build]'
	touch $@

test: lint
	$(BIN)/python -m pytest -n 2

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

seeds: $(READY)
	$(BIN)/python -m tests.test_determinism 20

docs: $(READY)
	$(BIN)/python -m assistant.cli.reference > docs/commands.md
	$(BIN)/python -m assistant.cli.manual > docs/assistant.1
	$(BIN)/python -m assistant.tables.coverage data/README.md docs/data.md
	$(BIN)/python -m tests.support.picture docs/prompt.svg

# The inflections of the words in grammar/words, after a change there.
words: $(READY)
	$(BIN)/python -m tests.support.inflected

ledger: $(READY)
	$(BIN)/python -m tests.ledger $(OTHERS)

bench: $(READY)
	$(BIN)/python -m tests.bench $(if $(QUICK),--quick) $(OTHERS)

# Minutes, gigabytes of memory and as much disk: in SCALE, which is kept for the next time.
SCALE ?= build/scale
scale: $(READY)
	mkdir -p $(SCALE)
	$(BIN)/python -m tests.scale $(SCALE)

# Outside CI: QUESTIONS made-up questions from SEED on, then atheris for SECONDS. A finding is a line of JSON.
QUESTIONS ?= 100000
SECONDS ?= 1800
SEED ?= 1

fuzz: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	$(BIN)/python -m tests.fuzz.generated --count $(QUESTIONS) --seed $(SEED)
	$(BIN)/python -m tests.fuzz.guided -max_total_time=$(SECONDS)

# Outside CI: MEANINGS random meanings asked of both evaluators, the seeded faults, and what was reached. An hour and more.
MEANINGS ?= 200000
laws: $(READY)
	$(BIN)/python -m tests.laws.run $(MEANINGS)
	$(BIN)/python -m tests.laws.faults
	$(BIN)/python -m tests.laws.mutated

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
