#!/usr/bin/env bash
# Ingests a call-record CSV of ROWS rows (default 1,000,000), RUNS times (default 5),
# beside sqlite3's .import of the same file.
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${ROWS:-1000000} runs=${RUNS:-5}
work=$(mktemp -d "${TMPDIR:-/tmp}/skein-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
go build -o "$work/skein" ./cmd/skein
go run ./bench/ingest/calls -rows "$rows" >"$work/calls.csv"

median() { sort -n | awk '{v[NR]=$1} END {print (NR%2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

# timed FILE COMMAND...: appends seconds to FILE.s; the command's output is in FILE.out.
timed() {
	local to=$1
	shift
	local started ended
	started=$(date +%s.%N)
	"$@" >"$to.out"
	ended=$(date +%s.%N)
	echo "$started $ended" | awk '{print $2 - $1}' >>"$to.s"
}

ingest() {
	rm -rf "$work/case"
	"$work/skein" ingest --case "$work/case" --owner BENCH --label H0 --received 2015-12-01 \
		--source calls --mapping bench/ingest/calls.yaml --json "$work/calls.csv"
}

import() {
	rm -f "$work/plain.db"
	sqlite3 "$work/plain.db" '.mode csv' ".import $work/calls.csv calls" 'SELECT count(*) FROM calls'
}

for _ in $(seq "$runs"); do
	timed "$work/skein-run" ingest
	sed -n 's/.*"peak_mb": \([0-9.]*\).*/\1/p' "$work/skein-run.out" >>"$work/skein-run.mb"
	if command -v sqlite3 >/dev/null; then timed "$work/peer" import; fi
done

"$work/skein" verify --case "$work/case"
s=$(median <"$work/skein-run.s")
echo "file            $(stat -c %s "$work/calls.csv") bytes, $rows rows, median of $runs runs"
echo "skein ingest    $s s, $(echo "$rows $s" | awk '{printf "%.0f", $1/$2}') rows/s, peak $(sort -n "$work/skein-run.mb" | tail -1) MB"
if [ -f "$work/peer.s" ]; then
	p=$(median <"$work/peer.s")
	echo "sqlite3 .import $p s, $(echo "$rows $p" | awk '{printf "%.0f", $1/$2}') rows/s (ratio $(echo "$s $p" | awk '{printf "%.2f", $1/$2}'))"
else
	echo "sqlite3 .import not measured: no sqlite3 here (apt-get install sqlite3)"
fi
