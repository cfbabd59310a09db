"""Reads lines of JSON (set, peer, job, seconds, modularity, …) and prints medians of seconds and means of
modularity, with their standard errors, beside each other."""
import collections
import json
import statistics
import sys

runs = collections.defaultdict(list)
quality = collections.defaultdict(list)
for line in sys.stdin:
    d = json.loads(line)
    key = d["set"], d["job"], d["peer"]
    runs[key].append(d["seconds"])
    if d.get("modularity") is not None:
        quality[key].append(d["modularity"])
jobs = list(dict.fromkeys((s, j) for s, j, _ in runs))
print("| graph | job | program | seconds | times faster | modularity |\n|---|---|---|---|---|---|")
for s, job in jobs:
    names = [p for a, b, p in runs if (a, b) == (s, job)]
    own = {p: statistics.median(runs[s, job, p]) for p in names if p.startswith("skein")}
    for p in names:
        seconds = statistics.median(runs[s, job, p])
        ratio = "" if p.startswith("skein") else ", ".join(f"{seconds / t:.1f} ({o})" for o, t in own.items())
        q = quality[s, job, p]
        modularity = f"{statistics.mean(q):.5f} ± {statistics.stdev(q) / len(q) ** 0.5:.5f}" if len(q) > 1 else f"{q[0]:.5f}" if q else ""
        print(f"| {s} | {job} | {p} | {seconds:.3f} | {ratio} | {modularity} |")
