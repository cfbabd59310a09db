"""Prints the medians of a benchmark's runs: lines of JSON on standard input."""
import json
import statistics
import sys

runs = {}
for line in sys.stdin:
    d = json.loads(line)
    runs.setdefault((d["set"], d["peer"]), []).append(d)
print(f"{'set':18} {'program':14} {'best F1':>8} {'at 0.5':>8} {'seconds':>8} {'MB':>7} {'pairs':>11}  times faster")
ours = {s: statistics.median(d["seconds"] for d in v) for (s, p), v in runs.items() if p == "skein"}
for (s, p), v in runs.items():
    seconds = statistics.median(d["seconds"] for d in v)
    at = statistics.median(d["pairwise"]["f1"] for d in v) if "pairwise" in v[0] else None
    faster = "" if p == "skein" else f"{seconds / ours[s]:.1f}"
    print(f"{s:18} {p:14} {statistics.median(d['best']['f1'] for d in v):8.4f} {at if at is None else round(at, 4)!s:>8} "
          f"{seconds:8.2f} {max(d['peak_mb'] for d in v):7} {v[0]['pairs_compared']:11}  {faster}".replace("None", "    "))
