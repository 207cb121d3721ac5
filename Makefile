# SPDX-License-Identifier: GPL-3.0-or-later
#
# `make run` starts Tend and `make test` tests it; both first install what is
# missing (packages.list) and build (meson.build).  With nothing to do they only look.

.PHONY: build run tour test test-all bench install setup potfiles

build:
	@.ci/setup build
	@.ci/build build

# Without a display the same program is walked through on a virtual one.
run:
ifneq ($(DISPLAY)$(WAYLAND_DISPLAY),)
	@.ci/setup build run
	@.ci/build build
	@.ci/uninstalled build/src/app/tend
else
	@echo "There is no display here, so Tend is shown on a virtual one instead, with its sample"
	@echo "records: a picture of every page and the printed documents go to build/tour."
	@$(MAKE) --no-print-directory tour
endif

tour:
	@.ci/setup build run tour
	@.ci/build build
	@.ci/uninstalled tests/app/tour.sh build/tour

test:
	@.ci/setup build run tour test
	@.ci/test

# The same again under the sanitizers and valgrind, and the tests that take long.
test-all:
	@.ci/setup build run tour test memcheck
	@.ci/test all

bench:
	@.ci/setup build run tour
	@.ci/build build
	@.ci/uninstalled tests/bench/run.sh build

# Takes DESTDIR, and PREFIX where it is not /usr/local.
install: build
	@$(if $(PREFIX),meson configure build -Dprefix=$(PREFIX) && .ci/build build)
	@meson install -C build --no-rebuild

setup:
	@.ci/setup build run tour test

# Lists the files with words to translate anew, after adding or removing one.
potfiles:
	@python3 tests/lint/check-potfiles.py --write
