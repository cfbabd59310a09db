"""Scores of the peers on the same pairs, and the best F1 of each at any threshold.

usage: peers.py cases FILE.csv SKEIN.tsv | peers.py ranks FILE.txt
"""
import csv
import sys

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler
from unidecode import unidecode


def plain(text):
    return " ".join(unidecode(text).lower().split())


def best_f1(scored):
    scored = sorted(scored, key=lambda x: -x[0])
    total = sum(m for _, m in scored)
    best, at, right = 0.0, 0.0, 0
    for i, (score, match) in enumerate(scored):
        right += match
        if i + 1 < len(scored) and scored[i + 1][0] == score:
            continue  # a threshold takes all of one score
        f1 = 2 * right / (i + 1 + total)
        if f1 > best:
            best, at = f1, score
    return best, at


def cases(path, skein):
    rows = list(csv.DictReader(open(path, encoding="utf-8")))
    ours = [line.rstrip("\n").split("\t") for line in open(skein, encoding="utf-8")]
    methods = {
        "skein": [float(x[0]) for x in ours],
        "rapidfuzz WRatio": [fuzz.WRatio(plain(r["name1"]), plain(r["name2"])) for r in rows],
        "rapidfuzz token_sort_ratio": [fuzz.token_sort_ratio(plain(r["name1"]), plain(r["name2"])) for r in rows],
        "Jaro-Winkler": [JaroWinkler.similarity(plain(r["name1"]), plain(r["name2"])) for r in rows],
    }
    groups = {"all": lambda r: True, "persons": lambda r: r["schema"] == "Person", "others": lambda r: r["schema"] != "Person"}
    categories = sorted({r["category"] for r in rows})
    shares = {}
    for method, scores in methods.items():
        line = []
        at = best_f1([(s, r["is_match"] == "true") for s, r in zip(scores, rows)])[1]
        for c in categories:
            right = [(s >= at) == (r["is_match"] == "true") for s, r in zip(scores, rows) if r["category"] == c]
            shares[method, c] = sum(right) / len(right), len(right)
        for group, of in groups.items():
            f1, at = best_f1([(s, r["is_match"] == "true") for s, r in zip(scores, rows) if of(r)])
            line.append(f"{group} {f1:.3f}")
        print(f"{method:28} best F1: " + ", ".join(line))
    print("share judged rightly at the threshold of the best F1, by category:")
    for c in categories:
        print(f"  {c:24} n {shares['skein', c][1]:4}  " + "  ".join(f"{m} {shares[m, c][0]:.3f}" for m in methods))


def ranks(path):
    pairs = [line.rstrip("\n").split("\t")[:2] for line in open(path, encoding="utf-8")]
    native, latin = [plain(a) for a, _ in pairs], [plain(b) for _, b in pairs]
    total = 0.0
    for i, scores in enumerate(process.cdist(native, latin, scorer=JaroWinkler.similarity)):
        higher = sum(s > scores[i] for s in scores)
        ties = sum(s == scores[i] for s in scores) - 1
        total += 1 / (1 + higher + ties / 2)
    print(f"{total / len(pairs):.4f}")


if __name__ == "__main__":
    cases(*sys.argv[2:]) if sys.argv[1] == "cases" else ranks(sys.argv[2])
