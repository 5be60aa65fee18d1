# Two commands for a newcomer: `make run` and `make test`. Each installs what it needs first.

SHELL := /bin/bash
.DEFAULT_GOAL := help

SWIFT_AT_LEAST := 6.2
BUILD_PACKAGES := pkg-config libncurses-dev ncurses-term libcurl4-openssl-dev \
    libtorrent-rasterbar-dev libssl-dev libsqlite3-dev libsodium-dev libmariadb-dev
# What the tests drive beside our own programs, and what checks the C++.
TEST_PACKAGES := tmux aria2 clang-format groff-base mariadb-server python3-venv
CLUSTER_PACKAGES := galera-4 rsync
# What the measurements hold us against.
BENCH_PACKAGES := opentracker rtorrent htop

# Holds the running API against its own description. In a place of its own: it is no part of the build.
SCHEMATHESIS := .build/schemathesis
SCHEMATHESIS_VERSION := 4.32.5

# An import that the manifest does not declare is an error: the manifest is the map of the house.
BUILD_FLAGS := --explicit-target-dependency-import-check error
PREFIX ?= /usr/local

# Simulations hold nothing unsafe, and a sanitizer makes them slow.
SANITIZED := --filter 'TrackerPortTests|TrackerWireTests|TrackerTests' \
    --skip 'EvidenceSimulation|LedgerHistory'

.PHONY: help run test test-cluster sanitize build check format permissions install toolchain build-packages test-packages cluster-packages bench-packages bench-tracker bench-screen schemathesis first-words

help:
	@echo "make run       build, and open a complete demo community in this terminal"
	@echo "make test      build, and run every test"
	@echo "make test-cluster  kill the nodes of a real database cluster, and lose nothing"
	@echo "make sanitize  the tracker under the address and thread sanitizers"
	@echo "make bench-tracker  announce to the tracker, beside opentracker"
	@echo "make bench-screen   scroll the full screen, beside rtorrent and htop"
	@echo "make build     only build"
	@echo "make check     the formatting, as make test checks it"
	@echo "make format    format everything"
	@echo "make permissions  write docs/permissions.md from the code"
	@echo "make install   a release build into $(PREFIX)/bin"

run: build
	@exec .build/debug/enxame demo

test: toolchain build-packages test-packages schemathesis check first-words
	swift build --build-tests $(BUILD_FLAGS)
	swift test --skip-build $(BUILD_FLAGS) --skip ProgramTests
	@echo "And now the real programs, one scene after the other."
	swift test --skip-build $(BUILD_FLAGS) --no-parallel --filter ProgramTests --skip ClusterTests

test-cluster: toolchain build-packages test-packages cluster-packages first-words
	swift build --build-tests $(BUILD_FLAGS)
	swift test --skip-build $(BUILD_FLAGS) --no-parallel --filter ClusterTests

sanitize: export ENXAME_SANITIZED := 1
sanitize: toolchain build-packages
	swift build --build-tests --sanitize=address --scratch-path .build-asan
	swift test --disable-xctest --skip-build --sanitize=address --scratch-path .build-asan $(SANITIZED)
	swift build --build-tests --sanitize=thread --scratch-path .build-tsan
	swift test --disable-xctest --skip-build --sanitize=thread --scratch-path .build-tsan $(SANITIZED)

bench-tracker: toolchain build-packages bench-packages
	swift build --configuration release $(BUILD_FLAGS) --product bench
	.build/release/bench tracker http
	.build/release/bench tracker udp

bench-screen: toolchain build-packages bench-packages
	swift build --configuration release $(BUILD_FLAGS) --product bench
	swift build --configuration release $(BUILD_FLAGS) --product enxame
	swift build --configuration release $(BUILD_FLAGS) --product enxamed
	.build/release/bench screen

schemathesis: test-packages
	@[ -e $(SCHEMATHESIS)/$(SCHEMATHESIS_VERSION) ] || { \
	    echo "Installing schemathesis $(SCHEMATHESIS_VERSION) into $(SCHEMATHESIS)"; \
	    python3 -m venv --clear $(SCHEMATHESIS) && \
	    $(SCHEMATHESIS)/bin/pip --disable-pip-version-check install --quiet \
	        schemathesis==$(SCHEMATHESIS_VERSION) && \
	    touch $(SCHEMATHESIS)/$(SCHEMATHESIS_VERSION); }

build: toolchain build-packages first-words
	@swift build $(BUILD_FLAGS)

check: toolchain test-packages
	swift format lint --strict --recursive Package.swift Sources Tests
	clang-format --dry-run --Werror $$(git ls-files 'Sources/*.cpp' 'Sources/*.hpp' 'Sources/*.h')

format:
	swift format format --in-place --recursive Package.swift Sources Tests
	clang-format -i $$(git ls-files 'Sources/*.cpp' 'Sources/*.hpp' 'Sources/*.h')

permissions: toolchain build-packages test-packages
	ENXAME_WRITE_PERMISSIONS=1 swift test $(BUILD_FLAGS) --filter ServerTests.PermissionTableTests

install: toolchain build-packages
	swift build --configuration release $(BUILD_FLAGS) --product enxame
	swift build --configuration release $(BUILD_FLAGS) --product enxamed
	install -D -t "$(DESTDIR)$(PREFIX)/bin" .build/release/enxame .build/release/enxamed
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/enxame/themes" Themes/*.theme
	mkdir -p $(addprefix "$(DESTDIR)$(PREFIX)"/share/,man/man1 bash-completion/completions zsh/site-functions fish/vendor_completions.d)
	for program in enxame enxamed; do \
	    share="$(DESTDIR)$(PREFIX)/share"; run=".build/release/$$program"; \
	    $$run manual > "$$share/man/man1/$$program.1" && \
	    $$run --generate-completion-script bash > "$$share/bash-completion/completions/$$program" && \
	    $$run --generate-completion-script zsh > "$$share/zsh/site-functions/_$$program" && \
	    $$run --generate-completion-script fish > "$$share/fish/vendor_completions.d/$$program.fish" \
	    || exit 1; \
	done

first-words:
	@if [ ! -d .build/debug ]; then \
	    echo "Building Enxame. The first build compiles its libraries too and takes some minutes;"; \
	    echo "the next ones take seconds."; \
	fi

toolchain:
	@command -v swift >/dev/null || { \
	    echo "Enxame needs the Swift toolchain, $(SWIFT_AT_LEAST) or newer: https://swift.org/install" >&2; \
	    exit 1; }
	@have=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1); \
	first=$$(printf '%s\n' "$(SWIFT_AT_LEAST)" "$$have" | sort -V | head -n 1); \
	if [ "$$first" != "$(SWIFT_AT_LEAST)" ]; then \
	    echo "Enxame needs Swift $(SWIFT_AT_LEAST) or newer, and this is $$have: https://swift.org/install" >&2; \
	    exit 1; \
	fi

build-packages: PACKAGES := $(BUILD_PACKAGES)
test-packages: PACKAGES := $(TEST_PACKAGES)
cluster-packages: PACKAGES := $(CLUSTER_PACKAGES)
bench-packages: PACKAGES := $(BENCH_PACKAGES)
build-packages test-packages cluster-packages bench-packages:
	@missing=; for name in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}' "$$name" 2>/dev/null | grep -q 'ok installed' \
	        || missing="$$missing $$name"; \
	done; \
	if [ -n "$$missing" ]; then \
	    command -v apt-get >/dev/null || { \
	        echo "Install these with your package manager, then try again:$$missing" >&2; exit 1; }; \
	    as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	    echo "Installing:$$missing"; \
	    $$as_root apt-get -o DPkg::Lock::Timeout=300 -qq update && \
	    $$as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq \
	        install -y --no-install-recommends $$missing; \
	fi
