#!/usr/bin/env bash
# Who is who: labelled sets from DATA (a folder with er-splink and er-febrl) and ROWS
# simulated person records (default 1,000,000), RUNS times each (default 5), beside
# Splink on DuckDB with the settings of its documentation, and recordlinkage.
# PEER_ROWS_RUNS is how often Splink does the simulated records (default 1: minutes each).
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${DATA:?the folder with er-splink and er-febrl} rows=${ROWS:-1000000} runs=${RUNS:-5} peer_rows_runs=${PEER_ROWS_RUNS:-1}
work=$(mktemp -d "${TMPDIR:-/tmp}/skein-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
go build -o "$work/skein" ./cmd/skein
go build -o "$work/persons" ./bench/resolve/persons
go build -o "$work/live" ./bench/resolve/live
"$work/persons" -records "$rows" >"$work/persons.csv"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -r bench/resolve/requirements.txt
python() { "$work/venv/bin/python" "$@"; }

# skein SET FILE TRUTH, peer SET PROGRAM KIND FILE: a line of JSON each.
skein() { "$work/skein" dedupe "$2" --truth "$3" --json | python -c 'import json,sys; d=json.load(sys.stdin); d.update(set=sys.argv[1], peer="skein"); print(json.dumps(d))' "$1"; }
peer() { python bench/resolve/peers.py "$2" "$3" "$4" 2>"$work/log" | python -c 'import json,sys; d=json.load(sys.stdin); d.update(set=sys.argv[1]); print(json.dumps(d))' "$1" || cat "$work/log" >&2; }

for _ in $(seq "$runs"); do
	skein fake_1000 "$data/er-splink/fake_1000.csv" cluster
	peer fake_1000 splink fake_1000 "$data/er-splink/fake_1000.csv"
	skein historical "$data/er-splink/historical_figures_with_errors_50k.parquet" cluster
	peer historical splink historical "$data/er-splink/historical_figures_with_errors_50k.parquet"
	for n in 1 2 3; do
		skein "febrl $n" "$data/er-febrl/dataset$n.csv" 'rec_id:rec-([0-9]+)'
		peer "febrl $n" splink febrl "$data/er-febrl/dataset$n.csv"
		peer "febrl $n" recordlinkage febrl "$data/er-febrl/dataset$n.csv"
	done
	skein "persons $rows" "$work/persons.csv" cluster
done >"$work/results"
for _ in $(seq "$peer_rows_runs"); do peer "persons $rows" splink persons "$work/persons.csv"; done >>"$work/results"
python bench/resolve/summary.py <"$work/results"
echo "one record into $rows:"
"$work/live" "$work/persons.csv"
