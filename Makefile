# The commands of a developer; `make help` lists them. Arguments pass through: make run ARGS="--demo"

PYTHON ?= python3
ARGS ?=

VENV := .venv
BUILD_VENV := .venv-build
BENCH_VENV := .venv-bench
ANKI_VENV := .venv-anki
LOCK_VENV := .venv-lock
UV := uv==0.13.9
BIN := $(VENV)/bin/python -m

# Two builds of one commit are the same bytes.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)
PYTHONHASHSEED ?= 1

export PYTHON
.DEFAULT_GOAL := help
.PHONY: help run test coverage check format binary packages release screenshots gallery example-plans schema languages bench reliability lock clean

help: ## list these commands
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

run: ## start the program
	@scripts/virtual-environment $(VENV) run
	@scripts/system-libraries run
	@$(BIN) planner $(ARGS)

test: ## pass the tests; one file: make test ARGS=tests/core/test_apply.py
	@scripts/virtual-environment $(VENV) dev
	@scripts/system-libraries test
	@$(BIN) pytest $(ARGS)

coverage: ## the tests with branch coverage, missing lines listed
	@$(MAKE) --no-print-directory test ARGS="--cov --cov-report=term-missing:skip-covered $(ARGS)"

check: ## format, lint, types, walls, dead code, dependencies
	@scripts/virtual-environment $(VENV) dev
	@scripts/check

format: ## lay the code out and mend what ruff can mend
	@scripts/virtual-environment $(VENV) dev
	@$(BIN) ruff check --fix-only --quiet
	@$(BIN) ruff format

binary: ## build the one-folder program into dist/loopready
	@scripts/virtual-environment $(BUILD_VENV) build
	@scripts/system-libraries binary
	@SOURCE_DATE_EPOCH=$(SOURCE_DATE_EPOCH) PYTHONHASHSEED=$(PYTHONHASHSEED) PYINSTALLER_CONFIG_DIR=build/pyinstaller $(BUILD_VENV)/bin/python -m PyInstaller --noconfirm --clean --log-level ERROR build.spec
	@du -sh dist/loopready

packages: binary ## make the Debian package and the tarball into dist/packages
	@scripts/virtual-environment $(VENV) dev
	@scripts/system-libraries packages
	@$(BIN) scripts.packaging

release: ## check, test, build, package and try this commit, and print what to publish
	@scripts/release

screenshots: ## take the pictures of docs/screenshots, and of everything else into build/gallery
	@scripts/virtual-environment $(VENV) dev
	@scripts/system-libraries test
	@$(BIN) scripts.screenshots $(ARGS)
	@$(BIN) scripts.gallery

gallery: ## the latter alone; some of it: make gallery ARGS="dark,small week,story"
	@scripts/virtual-environment $(VENV) dev
	@scripts/system-libraries test
	@$(BIN) scripts.gallery $(ARGS)

example-plans: ## write the plans of docs/example-plans anew
	@scripts/virtual-environment $(VENV) dev
	@$(BIN) scripts.example_plans $(ARGS)

schema: ## write the schemas of docs/schema anew
	@scripts/virtual-environment $(VENV) dev
	@$(BIN) scripts.schemas

languages: ## bring the catalogues up to date and compile them; a new one: make languages ARGS=de
	@scripts/virtual-environment $(VENV) dev
	@$(BIN) scripts.languages $(ARGS)

bench: ## print all figures of benchmarks; one of them: make bench ARGS="optimum --profiles 20"
	@scripts/virtual-environment $(BENCH_VENV) bench
	@scripts/system-libraries test
	@$(BENCH_VENV)/bin/python -m benchmarks $(ARGS)

reliability: ## prove that nothing is lost; one of the proofs: make reliability ARGS="kill --rounds 1000"
	@scripts/virtual-environment $(VENV) dev
	@scripts/system-libraries reliability
	@$(BIN) reliability $(ARGS)

lock: ## compile requirements/*.in into *.txt; newest versions: make lock ARGS=--upgrade
	@test -x $(LOCK_VENV)/bin/uv || $(PYTHON) -m venv --clear $(LOCK_VENV)
	@$(LOCK_VENV)/bin/python -m pip install -qq --disable-pip-version-check '$(UV)'
	@PATH="$(CURDIR)/$(LOCK_VENV)/bin:$$PATH" scripts/lock $(ARGS)

clean: ## remove what was built, the environments too
	rm -rf build dist $(VENV) $(BUILD_VENV) $(BENCH_VENV) $(ANKI_VENV) $(LOCK_VENV) .mypy_cache .ruff_cache .pytest_cache \
	    .import_linter_cache .hypothesis .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
