"""covert.py PROGRAM DATA: published networks of crime, measured by Skein.

CAVIAR (Morselli 2009): who has the most communications in all and in each phase. Montagna (Cavallaro et al.
2020): whether bosses and executives rank above members, as precision at n with its chance level. Needs
nothing but Python."""
import csv
import json
import math
import os
import subprocess
import sys
import tempfile

program, data = sys.argv[1], os.path.join(sys.argv[2], "net-covert")


def network(path, *options):
    args = [program, "network", os.path.join(data, path), "--from", "from_name", "--to", "to_name", "--weight", "weight", "--json", *options]
    return json.loads(subprocess.run(args, check=True, capture_output=True).stdout)


def top(path, n):
    return [(r["name"], r["value"]) for r in network(path, "--measure", "strength", "--top", str(n))["measures"]["strength"]["top"]]


print("CAVIAR, strength, all phases:", ", ".join(f"{a} {v:.0f}" for a, v in top("Caviar.1.edges.csv", 3)))
for phase in range(1, 12):
    print(f"  phase {phase:2}:", ", ".join(f"{a} {v:.0f}" for a, v in top(f"Caviar.{phase + 1}.edges.csv", 3)))


def wilson(k, n):
    z, p = 1.959964, k / n
    centre, half = (p + z * z / 2 / n) / (1 + z * z / n), z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return centre - half, centre + half


for layer in "phone", "meetings":
    with open(os.path.join(data, f"Montagna_mafia.Montagna_{layer}.nodes.csv")) as f:
        role = {r["name"]: r["Role"] for r in csv.DictReader(f)}
    leads = {v for v, r in role.items() if r.startswith(("boss", "executive", "deputy boss", "Co-founder"))}
    family = leads | {v for v, r in role.items() if "member" in r}
    for measure in "strength", "betweenness", "pagerank":
        with tempfile.TemporaryDirectory() as d:
            out = os.path.join(d, "v.csv")
            network(f"Montagna_mafia.Montagna_{layer}.edges.csv", "--measure", measure, "--out", out)
            with open(out) as f:
                value = {r["name"]: float(r[measure]) for r in csv.DictReader(f)}
        ranked = sorted((v for v in family if v in value), key=lambda v: -value[v])
        n = len(leads & set(ranked))
        hits = sum(v in leads for v in ranked[:n])
        low, high = wilson(hits, n)
        mean = lambda s: sum(ranked.index(v) + 1 for v in s) / len(s)
        members = [v for v in ranked if v not in leads]
        print(f"Montagna {layer:8} {measure:11}: precision at {n} {hits / n:.2f} ({low:.2f} to {high:.2f}), by chance {n / len(ranked):.2f}; mean rank of bosses and executives {mean([v for v in ranked if v in leads]):.1f}, of members {mean(members):.1f}")
