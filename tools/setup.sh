#!/bin/sh
# Installs what the tests need beside Go, by apt-get, when run by root on Debian or a
# relative of it. Where it cannot, it names what is missing and fails.
#
#	tools/setup.sh        for make test: a Chromium, which reads the report as its readers do
#	tools/setup.sh race   also a C compiler, for Go's race detector
set -eu

has() { command -v "$1" >/dev/null 2>&1; }

missing=
has chromium || has chromium-browser || has google-chrome || missing="$missing chromium"
if [ "${1-}" = race ]; then
	has "${CC:-gcc}" || has clang || missing="$missing gcc libc6-dev"
fi
[ -n "$missing" ] || exit 0

if has apt-get && [ "$(id -u)" -eq 0 ]; then
	echo "setup: installing$missing" >&2
	export DEBIAN_FRONTEND=noninteractive
	# shellcheck disable=SC2086 # a list of words
	if apt-get update -qq >&2 && apt-get install -qq -y --no-install-recommends $missing >&2; then
		exit 0
	fi
fi

echo "setup: missing:$missing" >&2
echo "setup: install it and try again; 'go test ./...' runs what does not need it" >&2
exit 1
