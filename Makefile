# The two commands that matter: `make site` builds the site, `make test` runs everything that CI runs.
# A Debian or Ubuntu machine with a Swift toolchain, git and make is enough: what else is needed is installed with apt
# when this user may, and named when not.

PREFIX ?= /usr/local
DESTDIR ?=
ALBUM := .build/release/album
# With the Swift library inside: it starts faster, and runs on machines without a toolchain. `make test` builds it with its tests.
RELEASE ?= -c release --product album --static-swift-stdlib

.PHONY: site program pack test test-long fuzz trust sanitize bench search-eval lint format install install-files deb sbom clean help

help:
	@echo 'make site             build the program and the site into public/'
	@echo 'make pack             the site as artifacts/album.zip, checked'
	@echo 'make test             everything that CI runs but the lint'
	@echo 'make test-long        the same with the long tests'
	@echo 'make fuzz             random inputs led by coverage, SECONDS=60 for each target; TARGETS="csv patch" for some'
	@echo 'make trust            kills, faults, soak and more, with hostile content and fuzzing; writes the figures of SECURITY.md.'
	@echo '                      MINUTES=20 at most for each suite; SECONDS as for make fuzz'
	@echo 'make sanitize         the tests under the address and thread sanitizers, the program under valgrind'
	@echo 'make lint             format and syntax of all sources'
	@echo 'make format           format all Swift sources in place'
	@echo 'make bench            measure builds of generated corpora beside Hugo and Pagefind; BENCH=--large for more'
	@echo 'make search-eval      the relevance of the search over content/'
	@echo 'make install PREFIX=… the program and its theme; default /usr/local'
	@echo 'make deb              the same as a Debian package in artifacts/'
	@echo 'make sbom             what the program is made of, as a CycloneDX file in artifacts/'
	@echo 'make clean            remove what was built'

# Plain `make` builds the site.
.DEFAULT_GOAL := site

program:
	@.ci/packages build
	swift build $(RELEASE)

site: program
	$(ALBUM) build

# Refuses a site with drafts or pages with errors, and so does every workflow that publishes: both begin here.
pack: site
	@mkdir -p artifacts
	$(ALBUM) pack --output artifacts/album.zip
	$(ALBUM) verify public
	$(ALBUM) verify artifacts/album.zip

test:
	@.ci/test

test-long:
	@ALBUM_LONG_TESTS=1 .ci/test

# What it needs of a toolchain is in that of swift.org: libFuzzer. The index is that of the site in public/.
SECONDS ?= 60
fuzz: site
	Tests/Fuzz/run $(SECONDS) $(TARGETS)

# Some hours on a quiet machine, less with MINUTES; the figures in SECURITY.md are those of its last run.
trust: site
	@.ci/packages test
	@mkdir -p artifacts
	ALBUM=$(ALBUM) Tests/Trust/run --long $(if $(MINUTES),--minutes $(MINUTES))
	ALBUM_LONG_TESTS=1 Tests/Browser/run public hostile_tests >artifacts/hostile.log || { cat artifacts/hostile.log; exit 1; }
	$(MAKE) --no-print-directory fuzz
	Tests/Trust/figures

# Some hours, too: the Swift tests under the sanitizers of the toolchain, and small runs of the program under valgrind.
sanitize: program
	@.ci/packages test
	@.ci/packages long
	for kind in address thread memcheck; do Tests/Sanitize/run $$kind || exit 1; done

# Half an hour on a quiet machine, and some 5 GB below .build-bench. Other options and counts by BENCH: see Benchmarks/run --help.
bench: program
	Benchmarks/run --peers $(BENCH)

# The relevance of the search over content/: a table, see docs/search-evaluation.md.
search-eval: program
	Benchmarks/search/eval

# Versions of what this machine has.
sbom:
	@mkdir -p artifacts
	Deployment/sbom artifacts/album.cdx.json

lint:
	@.ci/packages lint
	swift format lint --strict --parallel --recursive Sources Tests Package.swift
	@find themes -name '*.js' -not -path '*/packed/*' -print0 | sort -z | xargs -0 -r -n 1 node --check
	@.ci/browsers
	@.ci/pack-scripts --check
	@echo 'lint: clean'

format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift

# With the theme and what `album init` begins with.
install: program install-files

install-files:
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/album'
	install $(ALBUM) '$(DESTDIR)$(PREFIX)/bin/album'
	rm -rf '$(DESTDIR)$(PREFIX)/share/album/themes' '$(DESTDIR)$(PREFIX)/share/album/starter'
	cp -R themes '$(DESTDIR)$(PREFIX)/share/album/themes'
	cp -R starter '$(DESTDIR)$(PREFIX)/share/album/starter'

deb: program
	@Deployment/make-deb artifacts

clean:
	rm -rf .build .venv artifacts
	find public -mindepth 1 -maxdepth 1 ! -name '.*' -exec rm -rf {} +
