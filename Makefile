# Everything a person types. Needs Python 3.11 or newer and make; the rest is set up here.
PYTHON ?= python3
BIN := .venv/bin
SHARED := ../shared

.PHONY: install demo test test-all lint wheel evaluate card benchmark train clean

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "found Python %d.%d; wanted 3.11 or newer; name one: make PYTHON=python3.12" % sys.version_info[:2])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

demo: install
	$(BIN)/sayso read src/sayso/sample --html demo.html
	$(BIN)/sayso compare src/sayso/sample --html demo-compared.html

test: install
	$(BIN)/python -m pytest -q

test-all: install lint
	$(BIN)/python -m pytest -q -m slow

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

wheel: install
	$(BIN)/python -m pip install --quiet build
	$(BIN)/python -m build --wheel

evaluate: install
	$(BIN)/python -m evaluation --shared $(SHARED)

card: install
	$(BIN)/python -m evaluation --shared $(SHARED) --card --plot training/calibration.svg

benchmark: install
	$(BIN)/python -m benchmarks

train: install
	$(BIN)/python -m pip install --quiet --group training
	$(BIN)/python -m training --shared $(SHARED)

clean:
	rm -rf .venv dist demo.html demo-compared.html
