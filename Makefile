# make run and make test are all that is needed on a fresh machine with Swift, git and make.

SHARED ?= ../shared
SWIFT ?= swift
PYTHON ?= python3
GONGBAO = .build/release/gongbao
CONFIG ?= pipeline.json
QUERIES = docs/queries/growth-targets.sql docs/queries/target-against-actual.sql docs/queries/figure-to-sentence.sql
PACKAGES = libxml2-dev libicu-dev libsqlite3-dev libzstd-dev libssl-dev zlib1g-dev pkg-config

.DEFAULT_GOAL := help
.PHONY: help run test soak build dependencies python nightly reingest score bench lint clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## bring the warehouse up to date and ask it three questions
	@$(GONGBAO) run --config $(CONFIG)
	@echo
	@$(GONGBAO) query --config $(CONFIG) $(QUERIES)

test: dependencies ## all tests
	@$(SWIFT) test

soak: dependencies ## the engine's random tests at length: edits, kills at every write, kills from outside
	@EQUALITY_SEQUENCES=$(or $(SEQUENCES),1000) CRASH_POINTS=all CRASH_KILLS=200 \
	  $(SWIFT) test --filter 'EqualityTests|CrashTests'

build: dependencies ## the program, as .build/release/gongbao
	@[ -x $(GONGBAO) ] || echo "Building the program: the first time takes some minutes." >&2
	@$(SWIFT) build -c release --product gongbao --quiet

# Only what is missing is installed, and nothing is asked of the network when nothing is.
dependencies:
	@scripts/dependencies $(PACKAGES)

# Only the scorers and the bench need it.
python:
	@command -v $(PYTHON) >/dev/null || scripts/dependencies python3

nightly: ## for cron: silent when all is well; .gongbao/nightly.log, last-run.json and metrics.prom tell
	@scripts/nightly $(GONGBAO) $(CONFIG)

reingest: build ## do all again; DOC=part-of-a-uri for one document, STAGE=extract from that stage on
	@$(GONGBAO) run --config $(CONFIG) --retry --force-from $(or $(STAGE),fetch) $(if $(DOC),--doc '$(subst ','\'',$(DOC))')

score: build python ## quality against the gold in $(SHARED), where it is
	@$(PYTHON) Benchmarks/score.py "$(SHARED)" $(GONGBAO)

bench: build python ## speed and memory: a cold run and one with nothing to do
	@$(PYTHON) Benchmarks/bench.py "$(SHARED)" $(GONGBAO)

lint: ## the format of the source
	@$(SWIFT) format lint --strict --recursive Sources Tests Plugins Benchmarks Package.swift

clean: ## what builds and runs made, but for the store and its history
	@rm -rf .build .build-release build
