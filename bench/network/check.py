"""check.py PROGRAM…: each measure of Skein against igraph's on 200 random graphs."""
import csv
import os
import random
import subprocess
import sys
import tempfile

import igraph
import numpy

MEASURES = {
    "degree": lambda g, w: g.degree(),
    "strength": lambda g, w: g.strength(weights=w),
    "betweenness": lambda g, w: g.betweenness(),
    "harmonic": lambda g, w: numpy.array(g.harmonic_centrality(normalized=False)),
    "pagerank": lambda g, w: g.pagerank(weights=w),
    "kcore": lambda g, w: g.coreness(),
    "clustering": lambda g, w: g.transitivity_local_undirected(mode="zero"),
    "constraint": lambda g, w: numpy.nan_to_num(g.constraint(weights=w)),
    "articulation": lambda g, w: [1.0 if v in set(g.articulation_points()) else 0.0 for v in range(g.vcount())],
}
worst = dict.fromkeys(MEASURES, 0.0)
draw = random.Random(1)
with tempfile.TemporaryDirectory() as d:
    path, out = os.path.join(d, "g.csv"), os.path.join(d, "v.csv")
    for k in range(200):
        n = draw.randint(3, 60)
        ties = {tuple(sorted(draw.sample(range(n), 2))): draw.randint(1, 4) for _ in range(draw.randint(2, 4 * n))}
        with open(path, "w") as f:
            print("from,to,weight", file=f)
            for (a, b), w in ties.items():
                print(f"v{a},v{b},{w}", file=f)
        g = igraph.Graph.TupleList([(f"v{a}", f"v{b}", w) for (a, b), w in ties.items()], weights=True)
        program = sys.argv[1 + k % (len(sys.argv) - 1)]
        subprocess.run([program, "network", path, "--measure", ",".join(MEASURES), "--out", out, "--json"], check=True, stdout=subprocess.DEVNULL)
        with open(out) as f:
            rows = {r["name"]: r for r in csv.DictReader(f)}
        for name, of in MEASURES.items():
            want = of(g, g.es["weight"])
            got = [float(rows[v["name"]][name]) for v in g.vs]
            worst[name] = max(worst[name], max(abs(a - b) / max(1, abs(b)) for a, b in zip(got, want)))
print("largest difference from igraph over 200 graphs:", ", ".join(f"{k} {v:.1e}" for k, v in worst.items()))
if max(worst.values()) > 1e-8:
    sys.exit("check: a measure differs")
