# make run and make test are all that is needed on a fresh machine with Swift, git and make.

SHARED ?= ../shared
SWIFT ?= swift
PYTHON ?= python3
GONGBAO = .build/release/gongbao
CONFIG ?= pipeline.json
PREFIX ?= /usr/local
COMPLETIONS = $(DESTDIR)$(PREFIX)/share
QUERIES = docs/queries/growth-targets.sql docs/queries/target-against-actual.sql docs/queries/figure-to-sentence.sql
ENGINE_BENCH = .build/release/EngineBench
# Who looks on sees the compiler's progress; a log has no use for it.
QUIETLY = $(shell [ -t 2 ] || echo --quiet)
ROUNDED = $(if $(ROUNDS),--rounds $(ROUNDS))
STAGES = --shared "$(SHARED)" --program .build/release/StageBench --python .bench/python/bin/python $(ROUNDED)
ENGINES = --shared "$(SHARED)" --program $(ENGINE_BENCH) --python .bench/python/bin/python $(ROUNDED)
PACKAGES = libxml2-dev libicu-dev libsqlite3-dev libzstd-dev libssl-dev zlib1g-dev pkg-config

.DEFAULT_GOAL := help
.PHONY: help run test soak fuzz build install dependencies python nightly reingest score bench bench-docs bench-peers bench-tools lint clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## bring the warehouse up to date and ask it three questions
	@$(GONGBAO) run --config $(CONFIG)
	@echo
	@$(GONGBAO) query --config $(CONFIG) $(QUERIES)

# All tests at once would hold thousands of files open, each in a store and a warehouse of its own.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 8
test: dependencies ## all tests; tells what failed and how many there were
	@[ -d .build/debug ] || echo "Building the tests: the first time takes some minutes." >&2
	@$(SWIFT) build --build-tests $(QUIETLY) >&2
	@[ -d "$(SHARED)" ] || echo "There is no folder $(SHARED): what is tested against it is skipped." >&2
	@echo "Running all tests takes some minutes; they print their seeds, what the samples reach and what fails." >&2
	@$(SWIFT) test --skip-build --quiet --disable-xctest

# Each part runs, whatever the parts before it end with.
soak: dependencies bench-tools python ## the random tests at length, and the engine's memory over FILES=1000000
	@$(SWIFT) build --build-tests
	@code=0; \
	EQUALITY_SEQUENCES=$(or $(SEQUENCES),1000) $(SWIFT) test --skip-build --filter EqualityTests || code=$$?; \
	CRASH_POINTS=all CRASH_LOSSES=all CRASH_FAULTS=1600 CRASH_KILLS=200 $(SWIFT) test --skip-build --filter CrashTests || code=$$?; \
	MUTATIONS=500000 $(SWIFT) test --skip-build --filter SpanTests || code=$$?; \
	DAMAGES=4000 $(SWIFT) test --skip-build --filter 'IncrementalTests.StoreDamageTests|PipelineTests.DamageTests' || code=$$?; \
	$(PYTHON) Benchmarks/million.py $(ENGINE_BENCH) $(or $(FILES),1000000) || code=$$?; \
	exit $$code

fuzz: dependencies ## damaged pages through clean, with the address sanitizer; SEED=n MINUTES=n
	@$(SWIFT) build -c release --sanitize=address --scratch-path .build-asan --product CleanFuzz
	@.build-asan/release/CleanFuzz $(or $(SEED),random) $$(( $(or $(MINUTES),5) * 60 )) samples $(wildcard $(SHARED)/corpus/html $(SHARED)/corpus/text)

# While nothing that the program is built from is newer, the compiler is not asked, which would take its seconds.
build: $(GONGBAO) ## the program, as .build/release/gongbao

$(GONGBAO): $(shell find Package.swift Sources Plugins) $(wildcard Package.resolved) | dependencies
	@[ -x $@ ] || echo "Building the program: the first time takes some minutes." >&2
	@$(SWIFT) build -c release --product gongbao $(QUIETLY) >&2
	@touch $@

install: build ## the program and its shell completions, for everybody's path; PREFIX=/usr/local
	@install -D -m 755 $(GONGBAO) "$(DESTDIR)$(PREFIX)/bin/gongbao"
	@install -d "$(COMPLETIONS)/bash-completion/completions" "$(COMPLETIONS)/zsh/site-functions" "$(COMPLETIONS)/fish/vendor_completions.d"
	@$(GONGBAO) --generate-completion-script bash >"$(COMPLETIONS)/bash-completion/completions/gongbao"
	@$(GONGBAO) --generate-completion-script zsh >"$(COMPLETIONS)/zsh/site-functions/_gongbao"
	@$(GONGBAO) --generate-completion-script fish >"$(COMPLETIONS)/fish/vendor_completions.d/gongbao.fish"
	@echo "$(DESTDIR)$(PREFIX)/bin/gongbao"

# Only what is missing is installed, and nothing is asked of the network when nothing is.
dependencies:
	@scripts/dependencies $(PACKAGES)

# Only the scorers and the bench need it.
python:
	@command -v $(PYTHON) >/dev/null || scripts/dependencies python3

nightly: ## for cron: silent when all is well, .gongbao/nightly.log and metrics.prom tell; DEADLINE=05:00 ends it by then
	@scripts/nightly $(GONGBAO) $(CONFIG) $(if $(DEADLINE),--deadline $(DEADLINE))

reingest: build ## do all again; DOC=part-of-a-uri for one document, STAGE=extract from that stage on
	@$(GONGBAO) run --config $(CONFIG) --retry --force-from $(or $(STAGE),fetch) $(if $(DOC),--doc '$(subst ','\'',$(DOC))')

score: build python ## quality against the gold in $(SHARED), where it is
	@$(PYTHON) Benchmarks/score.py "$(SHARED)" $(GONGBAO)

bench: build bench-tools python ## speed, memory and disk, beside peers: N=10000 SIZE=20000 PEERS="ninja make ref" or all
	@$(PYTHON) Benchmarks/bench.py --shared "$(SHARED)" --program $(GONGBAO) $(if $(DOCUMENTS),--documents $(DOCUMENTS)) $(ROUNDED)
	@$(PYTHON) Benchmarks/stages.py $(STAGES)
	@$(PYTHON) Benchmarks/engines.py $(ENGINES) $(if $(N),--count $(N)) $(if $(SIZE),--size $(SIZE)) $(if $(PEERS),--peers "$(PEERS)")

# All that docs/BENCHMARKS.md shows, on a machine that does nothing else: some 25 minutes.
bench-docs: build bench-tools python ## measures what docs/BENCHMARKS.md shows and writes it there
	@rm -rf build/bench
	@$(PYTHON) Benchmarks/bench.py --shared "$(SHARED)" --program $(GONGBAO) --documents $(or $(DOCUMENTS),4000) $(ROUNDED)
	@$(PYTHON) Benchmarks/stages.py $(STAGES)
	@$(PYTHON) Benchmarks/engines.py $(ENGINES) --count 10000 --peers all
	@$(PYTHON) Benchmarks/engines.py $(ENGINES) --count 100000 --peers "ninja ref"
	@$(PYTHON) Benchmarks/paste.py docs/BENCHMARKS.md build/bench

bench-peers: python ## installs what the bench compares with: ninja, and Python's into .bench
	@scripts/dependencies ninja-build || true
	@$(PYTHON) -m venv .bench/python 2>/dev/null || { scripts/dependencies python3-venv && $(PYTHON) -m venv .bench/python; }
	@.bench/python/bin/python -m pip install --quiet --requirement Benchmarks/peers.txt

bench-tools: dependencies
	@$(SWIFT) build -c release --product EngineBench --quiet
	@$(SWIFT) build -c release --product StageBench --quiet

lint: ## the format of the source
	@$(SWIFT) format lint --strict --recursive Sources Tests Plugins Benchmarks Package.swift

clean: ## what builds and runs made, but for the store and its history
	@rm -rf .build .build-release .build-asan build
