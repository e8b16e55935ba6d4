# make graph   five newspaper pages -> exports/graph.html, graph.ttl and the rest
# make serve   the workbench on exports/, in your browser (http://127.0.0.1:8321)
# make test    the tests            make check   all that CI runs            make bench   speed, as ratios to jieba
# make coverage   the tests again, with the lines that none runs
# make soak    builds killed at 250 random moments, pages that come and go 300 times, every control of the explorer,
#               thousands of requests to the API (an hour; SHARE=.1 for a tenth of each)
# make fuzz    500 mutated pages (N=20000 for a night)
# make train   the reader's weights anew from corpus/ (hours)
# make layout  the networks that arrange a page, anew (three quarters of an hour)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PAGES ?= seeds/
SERVE ?=
OUT ?= exports/
# the trainer's folder: an interrupted run goes on from the last epoch kept there
RUN ?= build/train
TRAIN ?=
# The tests start Python some two hundred times: what it compiles is kept, whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE
# two processes, a file in one of them; tests/conftest.py puts the longest files first
IN_TWO := -n 2 --dist loadfile --no-loadscope-reorder
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
WEB_STAMP := $(VENV)/.installed-web
NODE_STAMP := node_modules/.installed

.PHONY: graph serve test coverage lint lint-scripts types scores check train layout bench fuzz soak clean

graph: $(STAMP)
	@$(BIN)/kg build $(PAGES) -o $(OUT)

serve: $(WEB_STAMP)
	@test -f $(OUT)/kg.sqlite || $(BIN)/kg build $(PAGES) -o $(OUT)
	@$(BIN)/kg serve $(OUT) $(SERVE)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "kg needs Python 3.11 or newer, and '$(PYTHON)' is not: install one, then run  make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); \
	  echo "Python cannot make a virtual environment here. On Debian or Ubuntu:  sudo apt install python3-venv  and run  make $(MAKECMDGOALS)  again."; exit 2; }

$(STAMP): pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e . && touch $@

$(WEB_STAMP): pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) with the workbench (once, about a minute) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[web,inputs]' && touch $@ $(STAMP)

$(DEV_STAMP): pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) with the development tools (once, about two minutes) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]' && touch $@ $(STAMP) $(WEB_STAMP)

test: $(DEV_STAMP)
	@$(BIN)/python -m pytest $(IN_TWO) -m "not score"

coverage: $(DEV_STAMP)
	@$(BIN)/python -m pytest $(IN_TWO) -m "not score" --cov=kg --cov-report=term:skip-covered

lint: $(DEV_STAMP) lint-scripts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/codespell
	@$(BIN)/vulture kg bench train .ci/vulture.py
	@$(BIN)/vulture kg bench train tests .ci/vulture.py

# The explorer's scripts: their types (tsc) and format (prettier). kg itself needs no node; without npm this is left to CI.
lint-scripts:
	@if command -v npm >/dev/null; then $(MAKE) -s --no-print-directory $(NODE_STAMP) && npm run --silent lint; \
	else echo "SKIPPED: the explorer's scripts are not checked, for there is no npm (Debian: sudo apt install npm)"; fi

$(NODE_STAMP): package.json package-lock.json
	@npm ci --silent --no-audit --no-fund && touch $@

types: $(DEV_STAMP)
	@$(BIN)/mypy

scores: $(DEV_STAMP)
	@$(BIN)/python -m pytest -m score -s

check: test lint types scores

train: $(DEV_STAMP)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[train]'
	@MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 $(BIN)/python -u -m train.fit --out $(RUN) --gold tests/gold $(TRAIN)
	@$(BIN)/python -m train.export $(RUN)/weights.pkl kg/reader/weights

layout: $(DEV_STAMP)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[train]'
	@$(BIN)/python -m train.layout.run build/layout

bench: $(DEV_STAMP)
	@$(BIN)/python bench/run.py

N ?= 500
fuzz: $(DEV_STAMP)
	@PYTHONPATH=. $(BIN)/python bench/fuzz.py --n $(N) --keep build/fuzzed

SHARE ?= 1
soak: $(DEV_STAMP)
	@KG_SOAK=$(SHARE) $(BIN)/python -m pytest tests/archive/test_incremental.py tests/archive/test_never_lost.py tests/browser/test_walk.py tests/serve/api/test_routes.py

clean:
	@rm -rf $(VENV) exports/pages exports/*.ttl exports/*.html exports/*.graphml exports/*.json exports/*.sqlite exports/.kg.lock
