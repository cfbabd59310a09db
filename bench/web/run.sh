#!/usr/bin/env bash
# The server under load (wrk), under made-up calls (schemathesis), and its charts read by
# another program (networkx). The browser's side is make bench-web.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=out/bench/web
mkdir -p $out
[ -x bin/skein ] || make build
if [ ! -d $out/case ]; then
	bin/skein simulate --seed 7 --scale 0.02 -o $out/world
	bin/skein run $out/world/case.yaml --out $out/case >$out/run.log 2>&1 || [ $? -eq 3 ]
fi
rm -f $out/address
bin/skein serve --case $out/case --addr 127.0.0.1:0 --idle 10m >$out/address 2>$out/log &
server=$!
trap 'kill $server' EXIT
while [ ! -s $out/address ]; do
	kill -0 $server
	sleep 0.2
done
address=$(cut -d/ -f1-3 $out/address)
head="Authorization: Bearer $(sed 's/.*token=//' $out/address)"

if command -v wrk >/dev/null; then
	for path in figures/detections.by_route_year figures picture; do
		echo "wrk, 2 threads, 8 connections, 10 s: /api/$path"
		wrk -t2 -c8 -d10s --latency -H "$head" "$address/api/$path" | grep -E '50%|99%|Requests/sec|Non-2xx'
	done
else
	echo 'wrk is missing: apt-get install wrk'
fi

if [ ! -x $out/venv/bin/schemathesis ]; then
	python3 -m venv $out/venv && $out/venv/bin/pip install --quiet --requirement bench/web/requirements.txt || {
		echo 'schemathesis and networkx are missing'
		exit 0
	}
fi
echo 'schemathesis, 200 calls a route, any answer but 5xx:'
$out/venv/bin/schemathesis run web/openapi.json --url "$address" -H "$head" --checks not_a_server_error --max-examples 200 \
	--phases fuzzing --suppress-health-check all --continue-on-failure --seed 1 --workers 2 --no-color | grep -E 'Tested:|generated|FAIL|Server error'

$out/venv/bin/python - "$address" "${head#Authorization: }" <<'END'
import io, json, sys, urllib.request
import networkx

address, token = sys.argv[1:]

def call(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    r = urllib.request.Request(address + path, data, {"Authorization": token, "Content-Type": "application/json"})
    return urllib.request.urlopen(r).read()

largest = max(json.loads(call("/api/networks"))["networks"], key=lambda n: n["members"]["value"])
chart = json.loads(call(f"/api/networks/{largest['id']}/chart"))
ids = [n["id"] for n in chart["nodes"]]
nodes = json.loads(call("/api/chart/layout", {"ids": ids, "kind": "force"}))
for form, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
    g = read(io.BytesIO(call("/api/chart/export", {"format": form, "nodes": nodes})))
    assert {d.get("label", n) for n, d in g.nodes(data=True)} == set(ids), form
    print(f"networkx reads {form}: {g.number_of_nodes()} vertices, {g.number_of_edges()} edges, attributes {sorted(next(iter(g.nodes(data=True)))[1])}")
END
