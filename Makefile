# lubb - main text of Arabic pages. `make help` lists the verbs.

CC       ?= cc
CXX      ?= c++
PREFIX   ?= /usr/local
BUILD    ?= build
DESTDIR  ?=
SHARED   ?= ../shared
PYTHON   ?= python3

VERSION  := 0.1.0
SOVERSION:= 0

CFLAGS   ?= -O2 -g
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wvla
CXX_WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion
STD      := -std=c11 -fvisibility=hidden
PACKAGES := gumbo libpcre2-8 libxxhash
DEBIAN   := gcc make pkg-config libgumbo-dev libpcre2-dev libxxhash-dev \
            libjsmn-dev
DEBIAN_TEST := $(DEBIAN) g++ clang libclang-rt-14-dev universal-ctags valgrind \
            python3

# Names any missing package, and installs nothing.
missing  := $(shell for p in $(PACKAGES); do \
              pkg-config --exists $$p 2>/dev/null || echo $$p; done; \
              echo '\#include <jsmn.h>' | $(CC) -E - >/dev/null 2>&1 || echo jsmn)
deps_of   = $(shell pkg-config $(1) $(PACKAGES) 2>/dev/null)

ALL_CFLAGS := $(STD) $(WARN) $(CFLAGS) $(EXTRA) -Iengine $(call deps_of,--cflags)
LIBS       := $(call deps_of,--libs)

LIB_SRC  := $(wildcard engine/*.c engine/base/*.c engine/text/*.c \
              engine/page/*.c engine/rules/*.c engine/judge/*.c engine/emit/*.c \
              engine/author/*.c)
CLI_SRC  := $(wildcard engine/cli/*.c)
TEST_SRC := $(wildcard tests/*/test_*.c tests/test_*.c)
RULES    := $(sort $(wildcard rules/generic/*.rule rules/theme/*.rule \
              rules/site/*.rule)) rules/stopwords.txt rules/weights.conf

LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/embedded.o
PIC_OBJ  := $(LIB_OBJ:$(BUILD)/obj/%=$(BUILD)/pic/%)
CLI_OBJ  := $(CLI_SRC:%.c=$(BUILD)/obj/%.o)
TESTS    := $(TEST_SRC:%.c=$(BUILD)/%) $(BUILD)/tests/test_api_cxx \
            $(BUILD)/tests/spec $(BUILD)/tests/golden $(BUILD)/tests/pathological
SO       := liblubb.so.$(VERSION)

.PHONY: all lib cli help demo test test-programs test-all house asan clang \
        gcc-O0 replay eval bless install uninstall clean packages \
        packages-test deps dist same
.DEFAULT_GOAL := all
.SUFFIXES:

all: deps lib cli                       ## build the library and the program
lib: $(BUILD)/liblubb.a $(BUILD)/$(SO)  ## build the library only
cli: $(BUILD)/lubb                      ## build the program only

help:                                   ## list the verbs
	@grep -hE '^[a-z][a-zA-Z0-9-]*:.*## ' $(MAKEFILE_LIST) | \
	  sed -E 's/^([a-zA-Z0-9-]+):.*## /\1\t/' | \
	  while IFS="$$(printf '\t')" read -r v t; do printf '  %-12s %s\n' "$$v" "$$t"; done

deps:
ifneq ($(missing),)
	@echo "lubb: not installed: $(missing)"; \
	 echo "      on Debian: apt-get install $(DEBIAN)"; exit 1
endif

# ---- building ---------------------------------------------------------------

$(BUILD)/obj/%.o: %.c | deps
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/pic/%.o: %.c | deps
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fPIC -MMD -MP -c $< -o $@

$(BUILD)/embed: engine/embed/embed.c | deps
	@mkdir -p $(@D)
	$(CC) $(STD) $(WARN) -O1 $< -o $@

$(BUILD)/embedded.c: $(BUILD)/embed $(RULES)
	$(BUILD)/embed $(RULES) > $@.tmp && mv $@.tmp $@

$(BUILD)/obj/embedded.o: $(BUILD)/embedded.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(BUILD)/pic/embedded.o: $(BUILD)/embedded.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fPIC -c $< -o $@

$(BUILD)/liblubb.a: $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/$(SO): $(PIC_OBJ)
	$(CC) $(CFLAGS) $(EXTRA) -shared -Wl,-soname,liblubb.so.$(SOVERSION) \
	  -Wl,-z,defs $^ -o $@ $(LIBS)

$(BUILD)/lubb: $(CLI_OBJ) $(BUILD)/liblubb.a
	$(CC) $(CFLAGS) $(EXTRA) $^ -o $@ $(LIBS)

$(BUILD)/tests/%: tests/%.c $(BUILD)/liblubb.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -I. -Itests -MMD -MP $< $(BUILD)/liblubb.a -o $@ \
	  $(LIBS) $(TEST_LIBS)

# Its calls of calloc() go through the test.
$(BUILD)/tests/test_memory: TEST_LIBS := -Wl,--wrap=calloc
$(BUILD)/tests/author/test_refused: TEST_LIBS := -Wl,--wrap=calloc \
                                 -Wl,--wrap=malloc
$(BUILD)/tests/test_threads: TEST_LIBS := -pthread

# The header in C++.
$(BUILD)/tests/test_api_cxx: tests/test_api.c $(BUILD)/liblubb.a
	@mkdir -p $(@D)
	$(CXX) $(CXX_WARN) $(CFLAGS) $(EXTRA) -Iengine -x c++ $< -x none \
	  $(BUILD)/liblubb.a -o $@ $(LIBS)

-include $(LIB_OBJ:.o=.d) $(PIC_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(TESTS:=.d)

# ---- what people run --------------------------------------------------------

packages:
	@if [ -n "$(missing)" ]; then \
	  echo "installing: $(DEBIAN)"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $(DEBIAN) >/dev/null; fi

packages-test:
	@need=; for p in $(DEBIAN_TEST); do \
	  dpkg -s $$p >/dev/null 2>&1 || need="$$need $$p"; done; \
	if [ -n "$$need" ]; then echo "installing:$$need"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$need >/dev/null; fi

demo: packages                          ## install what is missing, build, show
	@$(MAKE) --no-print-directory -s all
	@sh tests/demo.sh $(BUILD)/lubb

test: packages-test                     ## all tests (installs what they need)
	@$(MAKE) --no-print-directory -s test-all

test-programs: all $(TESTS)

test-all: test-programs
	@BUILD=$(BUILD) SHARED=$(SHARED) CC="$(CC)" CXX="$(CXX)" sh tests/run.sh

house: all                              ## check the rules of the house
	@BUILD=$(BUILD) CC="$(CC)" CXX="$(CXX)" sh tests/house.sh

asan: packages-test                     ## all tests under ASan and UBSan
	@$(MAKE) --no-print-directory -s BUILD=build/asan CFLAGS='-O1 -g' \
	  EXTRA='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer' test-all

clang: packages-test                    ## all tests, built by clang
	@$(MAKE) --no-print-directory -s BUILD=build/clang CC=clang CXX=clang++ test-all

gcc-O0: packages-test                   ## all tests, built without optimising
	@$(MAKE) --no-print-directory -s BUILD=build/gcc-O0 CFLAGS='-O0 -g' test-all

same: packages-test                     ## same bytes from gcc -O0, gcc -O3, clang
	@SHARED=$(SHARED) sh tests/same_output.sh

eval: all                               ## figures over the labelled pages
	@if [ -f $(SHARED)/eval/evaluate.py ]; then \
	  $(PYTHON) $(SHARED)/eval/evaluate.py -- $(BUILD)/lubb --site {site} {page}; \
	else echo "SKIPPED: eval: $(SHARED)/eval is not there"; fi

bless: test-programs                    ## show golden differences, then accept them
	@$(BUILD)/tests/golden --bless fixtures

install: all                            ## install below DESTDIR and PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include \
	  $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BUILD)/lubb $(DESTDIR)$(PREFIX)/bin/
	install -m 644 engine/lubb.h engine/lubb_rules.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 $(BUILD)/liblubb.a $(DESTDIR)$(PREFIX)/lib/
	install -m 755 $(BUILD)/$(SO) $(DESTDIR)$(PREFIX)/lib/
	ln -sf $(SO) $(DESTDIR)$(PREFIX)/lib/liblubb.so.$(SOVERSION)
	ln -sf $(SO) $(DESTDIR)$(PREFIX)/lib/liblubb.so
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' engine/lubb.pc.in \
	  > $(DESTDIR)$(PREFIX)/lib/pkgconfig/lubb.pc
	install -m 644 docs/lubb.1 $(DESTDIR)$(PREFIX)/share/man/man1/

dist:                                   ## a source archive of HEAD
	git archive --prefix=lubb-$(VERSION)/ -o lubb-$(VERSION).tar.gz HEAD

clean:                                  ## remove what was built
	rm -rf build
