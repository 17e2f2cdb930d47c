# The doors of this repository. Each sets up what it needs first; nothing happens twice.
PYTHON ?=
ARGS ?=
python := .venv/bin/python

.PHONY: run test dashboard ml mlflow outside ray check soak bench bench-peers docs example lock set-up set-up-dev
.DEFAULT_GOAL := run

run: set-up  ## Compile what changed, run every check: make run ARGS="--select tag:join"
	@$(python) -m backend.agent run $(ARGS) || [ $$? -le 3 ]  # 1 to 3 tell of checks, not of make

test: set-up-dev  ## All tests, on all cores
	@$(python) -m pytest -n auto --dist loadfile $(ARGS)

dashboard: set-up  ## The read-only dashboard, on http://localhost:8501
	@$(python) -m streamlit run streamlit.py $(ARGS)

ml: set-up  ## What checks of the stages eda, prep and train need besides
	@$(python) -m pip install -qq --disable-pip-version-check --no-input -c requirements.lock \
	-r requirements-ml.txt

mlflow: ml  ## What telling an MLflow tracker of each training needs besides
	@$(python) -m pip install -qq --disable-pip-version-check --no-input -c requirements-dev.lock \
	-r requirements-mlflow.txt

outside: set-up  ## What settings with s3://, postgresql:// or [lineage] need besides
	@$(python) -m pip install -qq --disable-pip-version-check --no-input -c requirements.lock \
	-r requirements-outside.txt

ray: set-up  ## What programs on the nodes of a Ray cluster need besides, on every node
	@$(python) -m pip install -qq --disable-pip-version-check --no-input -c requirements-dev.lock \
	-r requirements-ray.txt

check: set-up-dev  ## The quick inner loop: layout, lint, types, unit tests
	@$(python) -m ruff format --check .
	@$(python) -m ruff check .
	@$(python) -m mypy
	@$(python) -m pytest -q -m "not slow and not soak" $(ARGS)

soak: set-up-dev  ## Every attack at every level of isolation, every fault, 200 runs with kills; as root and as a user
	@$(python) -m pytest -m "soak or not soak" tests/sandbox tests/faults tests/soak \
	tests/dashboard/browser tests/test_kill.py $(ARGS)

bench: set-up-dev  ## The quick benchmark: fails where code has become slower, by ratio
	@$(python) -m bench $(ARGS)

bench-peers: set-up-dev  ## The race with other tools in it, each installed on its own in .venv-peers
	@$(python) -m bench.peers $(ARGS)

docs: set-up-dev  ## The pages that are written by the code they describe
	@if [ -f backend/rules/catalog.py ]; then \
	$(python) -m backend.rules.catalog > .venv/rules.md && mv .venv/rules.md docs/rules.md; \
	else echo "There is no rule catalog yet."; fi
	@$(python) -m tools.example_data --page-only

example: set-up-dev  ## The example tables of backend/data, byte for byte as they are
	@$(python) -m tools.example_data

lock: set-up-dev  ## Newest versions that fit requirements*.txt
	@tools/lock.sh

set-up:
	@PYTHON=$(PYTHON) tools/set_up.sh requirements.lock

set-up-dev:
	@PYTHON=$(PYTHON) tools/set_up.sh requirements-dev.lock
