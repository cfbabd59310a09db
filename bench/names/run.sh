#!/usr/bin/env bash
# Names: labelled pairs (OpenSanctions' name bench) and Arabic beside Latin spellings,
# from DATA (a folder with er-names-bench and er-arabic-names), beside rapidfuzz.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${DATA:?the folder with er-names-bench and er-arabic-names}
work=$(mktemp -d "${TMPDIR:-/tmp}/skein-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
go build -o "$work/score" ./bench/names/score
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -r bench/names/requirements.txt
peers() { "$work/venv/bin/python" bench/names/peers.py "$@"; }

"$work/score" cases "$data/er-names-bench/cases_dev.csv" >"$work/skein.tsv"
peers cases "$data/er-names-bench/cases_dev.csv" "$work/skein.tsv"
echo "Arabic to Latin, mean reciprocal rank of the true partner:"
echo "  skein                      $("$work/score" ranks "$data/er-arabic-names/ar2en-eval.txt")"
echo "  unidecode + Jaro-Winkler   $(peers ranks "$data/er-arabic-names/ar2en-eval.txt")"
go test -run '^$' -bench . ./internal/normalize/name | grep Benchmark
