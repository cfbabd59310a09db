#!/bin/sh
# Runs every fuzz target of the module, one after the other, two workers each.
#
#	tools/ci/fuzz.sh [TIME]    time for each target as Go writes it; default 1m
set -eu
cd "$(dirname "$0")/../.."
time=${1:-1m}

targets=$(grep -rn --include='*_test.go' -o '^func Fuzz[A-Za-z0-9_]*' cmd internal 2>/dev/null |
	sed 's/^\(.*\)\/[^/]*_test\.go:[0-9]*:func \(.*\)$/\1 \2/' | sort)
if [ -z "$targets" ]; then
	echo "fuzz: no target found" >&2
	exit 1
fi

failed=
while read -r package target; do
	echo "fuzz: $package $target for $time"
	go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" -parallel 2 "./$package" </dev/null || failed="$failed $package:$target"
done <<END
$targets
END
[ -z "$failed" ] || {
	echo "fuzz: failed:$failed" >&2
	exit 1
}
