#!/usr/bin/env bash
# Graphs beside igraph and NetworKit: made graphs of 1e5, 1e6 and 1e7 ties and, where DATA
# names the folder with net-snap, the Enron mails. RUNS times each (default 5). JOBS is which
# of "communities measures paths" (default all). LARGE=1 does Leiden on 1e8 ties as well,
# without peers. Needs Python with venv.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${RUNS:-5}
work=$(mktemp -d "${TMPDIR:-/tmp}/skein-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
go build -o "$work/skein" ./cmd/skein
GOEXPERIMENT=simd go build -o "$work/skein-simd" ./cmd/skein
go build -o "$work/generate" ./bench/network/generate
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -r bench/network/requirements.txt
python() { "$work/venv/bin/python" "$@"; }
python bench/network/check.py "$work/skein" "$work/skein-simd"
if [ -n "${DATA:-}" ]; then python bench/network/covert.py "$work/skein" "$DATA"; fi

for model in lfr rmat; do
	for edges in 100000 1000000 10000000; do
		"$work/generate" -model $model -edges $edges -out "$work/$model-$edges"
	done
done
if [ -n "${DATA:-}" ]; then
	{ echo from,to && zcat <"$DATA/net-snap/email-enron/email-enron.jlg" | tail -n +2; } >"$work/enron.csv"
	python -c 'import sys, numpy; numpy.loadtxt(sys.argv[1] + ".csv", dtype="<u4", delimiter=",", skiprows=1).tofile(sys.argv[1] + ".bin")' "$work/enron"
fi

# skein PROGRAM NAME GRAPH JOB OPTIONS…, peer PROGRAM GRAPH JOB: a line of JSON each. What
# is measured runs alone: its output is read when it has ended.
skein() {
	"$work/$1" network "$work/$3.csv" --json "${@:5}" >"$work/output"
	python -c 'import json,sys
d = json.load(sys.stdin)
name, graph, job = sys.argv[1:]
out = d["communities"] if job == "leiden" else d["measures"][{"approximate": "sampled"}.get(job, job)]
print(json.dumps({"set": graph, "job": job, "peer": name, "seconds": out["seconds"], "modularity": out.get("modularity"), "disconnected": out.get("disconnected")}))' "$2" "$3" "$4" <"$work/output"
}
peer() {
	python bench/network/peers.py "$1" "$3" "$work/$2.bin" >"$work/output" 2>/dev/null
	python -c 'import json,sys; d=json.load(sys.stdin); d["set"]=sys.argv[1]; print(json.dumps(d))' "$2" <"$work/output"
}
leiden() {
	skein skein "skein, one core" "$1" leiden --measure none --communities leiden --seed "$2" --threads 1
	skein skein skein "$1" leiden --measure none --communities leiden --seed "$2"
	peer networkit "$1" leiden
	peer igraph "$1" leiden
}
wanted() { [[ " ${JOBS:-communities measures paths} " == *" $1 "* ]]; }
communities() {
	for seed in $(seq $((5 * run - 4)) $((5 * run))); do
		for graph in lfr-1000000 rmat-1000000 ${DATA:+enron}; do leiden $graph "$seed"; done
	done
	for graph in lfr-10000000 rmat-10000000; do leiden $graph "$run"; done
}
measures() {
	for graph in lfr-10000000 rmat-10000000; do
		for job in pagerank kcore articulation; do
			skein skein skein $graph $job --measure $job
			peer igraph $graph $job
			case $job in pagerank | kcore) peer networkit $graph $job ;; esac
		done
	done
}
paths() {
	for graph in lfr-100000 rmat-100000; do
		skein skein skein $graph betweenness --measure betweenness
		skein skein-simd skein-simd $graph betweenness --measure betweenness
		skein skein skein $graph harmonic --measure harmonic
		for program in igraph networkit; do
			peer $program $graph betweenness
			peer $program $graph harmonic
		done
	done
	for graph in lfr-1000000 rmat-1000000; do
		skein skein skein $graph approximate --measure sampled
		peer networkit $graph approximate
	done
}
for run in $(seq "$runs"); do
	for job in communities measures paths; do
		if wanted $job; then $job; fi
	done
done >"$work/results"
python bench/network/summary.py <"$work/results"
if [ -n "${LARGE:-}" ]; then
	rm "$work"/*.bin "$work"/*.csv
	"$work/generate" -model lfr -edges 115000000 -out "$work/large"
	rm "$work/large.bin"
	/usr/bin/time -f "whole run %e s, most memory %M kB" "$work/skein" network "$work/large.csv" --measure none --communities leiden --json
fi
