# Every command here is a plain command that also works without make: see README.md for Windows.
PYTHON ?= python3
CONFIG ?= mkdocs.yml
export PYTHONPATH := hooks
export NO_MKDOCS_2_WARNING := 1
# What Python compiles is kept, so that `make check` is quick, but not beside the sources.
export PYTHONPYCACHEPREFIX := $(abspath build/pycache)
BIN := .venv/bin
# A file's tests stay in one process, and files begin in the order of tests/conftest.py: the longest first.
TURNS := --dist loadfile --no-loadscope-reorder

.PHONY: help site serve check enter lint quick test bench words grades language fields designations gaps calls release sign verify pin pictures clean

help: ## Say what can be done here
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r name what; do printf '  make %-8s %s\n' "$$name" "$$what"; done

site: .venv/ready ## Install what is missing and build the whole site into site/ (PAPER=no leaves the PDFs out, AUDIO=yes adds a voice)
	@[ "$(PAPER)" = no ] || sh tests/machine.sh paper
	@[ "$(AUDIO)" != yes ] || sh tests/machine.sh audio
	$(BIN)/mkdocs build --strict -f $(CONFIG)

serve: .venv/ready ## Preview in one language (LANGUAGE_CODE=es make serve), renewed at every change
	AMPARO_LANGUAGE=$${LANGUAGE_CODE:-en} $(BIN)/mkdocs serve -f $(CONFIG)

check: .venv/ready ## Check data, translations and pages in seconds (CHANGED=1: what has changed, and for whom)
	$(BIN)/python -m amparo check -f $(CONFIG) $(if $(CHANGED),--changed)

enter: .venv/ready ## Enter changes of contacts that are confirmed into the ledger, data/contacts.lock
	$(BIN)/python -m amparo enter -f $(CONFIG)

words: .venv/ready ## Bring the PO files up to date with records, pages and templates
	$(BIN)/python -m amparo words -f $(CONFIG)

grades: .venv/ready ## Print how hard each kind of English text is to read, and refuse that one becomes harder
	$(BIN)/python -m amparo grades -f $(CONFIG)

language: .venv/ready ## Start a language (CODE=fa): a setting, PO files, files for the search
	$(BIN)/python -m amparo language "$(CODE)" -f $(CONFIG)

designations: .venv/ready ## Print which of our bodies are in an official list (FILE=path; LIST=its designation, such as ru-undesirable)
	$(BIN)/python -m amparo designations --file "$(FILE)" $(if $(LIST),--list "$(LIST)")

gaps: .venv/ready ## Print for which situation and country we know nobody, in order of need
	$(BIN)/python -m amparo gaps -f $(CONFIG)

fields: .venv/ready ## Write the field reference (FIELDS.md), the schemas and the settings of editors
	$(BIN)/python -m amparo fields

lint: .venv/ready .venv/lint-ready ## Check style, format and types of the code
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/mypy

quick: .venv/ready .venv/lint-ready ## Run the tests that need no browser and no whole site, in less than a minute
	$(BIN)/python -m pytest tests -n auto $(TURNS) -m "not slow"

test: .venv/ready .venv/tests-ready lint check ## Install the test tools, check code and data and run every test, browsers included
	$(BIN)/python -m pytest tests -n auto $(TURNS)

bench: .venv/ready .venv/tests-ready ## Measure speed and size against the commit before, the stock stack and Hugo in one run
	$(BIN)/python -m tests.bench

calls: .venv/ready ## Print whom to ring, what to say and what never to say (LANGUAGE_CODE=es: those who answer in it)
	$(BIN)/python -m amparo calls -f $(CONFIG) $(if $(LANGUAGE_CODE),--language "$(LANGUAGE_CODE)")

release: .venv/ready ## Make dist/, unsigned; PREVIOUS=the dist of the release before tells what changed
	$(BIN)/python -m amparo release -f $(CONFIG) $(if $(PREVIOUS),--previous "$(PREVIOUS)") $(foreach one,$(ONLY),--only $(one))

sign: .venv/ready ## Sign dist/ with a secret key of minisign (KEY=path), on a machine that is never online
	$(BIN)/python -m amparo sign --key "$(KEY)" $(if $(PASSWORDLESS),--passwordless)

verify: .venv/ready ## Check dist/ as its receivers do; KEY=a public key, else those in data/keys
	$(BIN)/python -m amparo verify $(if $(KEY),--key "$(KEY)")

pin: .venv/ready ## Write requirements.txt with hashes from requirements.in
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras -o requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras -o tests/requirements.txt tests/requirements.in

pictures: .venv/ready .venv/tests-ready ## Take the pictures of the README again, of the site that `make site` has built
	$(BIN)/python -m tests.pictures

clean: ## Remove everything that was made here
	rm -rf site site.last build dist .venv node_modules tests/node_modules

.venv/ready: requirements.txt
	sh tests/machine.sh python "$(PYTHON)"
	$(PYTHON) -m venv .venv
	@echo "Installing the pinned libraries (about a minute) …"
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/lint-ready: tests/requirements.txt .venv/ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@

.venv/tests-ready: tests/package-lock.json .venv/lint-ready
	sh tests/machine.sh tests
	cd tests && npm ci --no-audit --no-fund --loglevel=error
	@touch $@
