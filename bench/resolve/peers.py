"""Splink on DuckDB with the settings of its own documentation, and recordlinkage, on files
with a known truth: seconds of the whole run and the best F1 over all thresholds, of
the scored pairs and of the clusters (connected components), whichever is higher.

usage: peers.py splink fake_1000|historical|febrl|persons FILE | peers.py recordlinkage febrl FILE
"""
import json
import re
import resource
import sys
import time

import duckdb
import numpy as np
import pandas as pd


def true_pairs(labels):
    sizes = pd.Series(labels).value_counts().to_numpy(dtype=np.int64)
    return int((sizes * (sizes - 1) // 2).sum())


def best_of_pairs(frame, truth):
    """frame: columns l, r (positions) and p, truth: label of each position."""
    frame = frame.sort_values("p", ascending=False, kind="stable")
    hit = (truth[frame.l.to_numpy()] == truth[frame.r.to_numpy()]).cumsum()
    n = np.arange(1, len(frame) + 1)
    p = frame.p.to_numpy()
    last = np.append(p[1:] != p[:-1], True)  # a threshold takes all of one score
    f1 = 2 * hit / (n + true_pairs(truth))
    at = np.argmax(np.where(last, f1, -1))
    return float(f1[at]), float(p[at])


def best_of_clusters(frame, truth):
    total = true_pairs(truth)
    best = (0.0, 0.0)
    ordered = frame.sort_values("p", ascending=False, kind="stable")
    l, r, p = ordered.l.to_numpy(), ordered.r.to_numpy(), ordered.p.to_numpy()
    parent = np.arange(len(truth))
    counts = [{t: 1} for t in truth]
    size = np.ones(len(truth), dtype=np.int64)

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    right = named = 0
    for i in range(len(p)):
        a, b = find(l[i]), find(r[i])
        if a != b:
            if size[a] < size[b]:
                a, b = b, a
            parent[b] = a
            named += size[a] * size[b]
            for t, n in counts[b].items():
                right += n * counts[a].get(t, 0)
                counts[a][t] = counts[a].get(t, 0) + n
            size[a] += size[b]
            counts[b] = None
        if i + 1 == len(p) or p[i + 1] != p[i]:
            f1 = 2 * right / (named + total)
            if f1 > best[0]:
                best = (float(f1), float(p[i]))
    return best


def report(name, seconds, frame, truth, train):
    pairs, clusters = best_of_pairs(frame, truth), best_of_clusters(frame, truth)
    print(json.dumps({
        "peer": name, "records": len(truth), "pairs_compared": len(frame), "seconds": round(seconds, 2), "learning_seconds": round(train, 2),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "best": {"f1": round(max(pairs[0], clusters[0]), 4), "pairs_f1": round(pairs[0], 4), "clusters_f1": round(clusters[0], 4)},
    }))


def read(kind, path):
    if kind == "historical":
        df = pd.read_parquet(path)
        df["first_name_surname_concat"] = df["first_name"] + " " + df["surname"]
        return df, df["cluster"].to_numpy()
    df = pd.read_csv(path, dtype=str, skipinitialspace=True)
    df.columns = [c.strip() for c in df.columns]
    if kind == "febrl":
        truth = df["rec_id"].map(lambda x: re.match(r"(rec-\d+)", x.strip()).group(1)).to_numpy()
        df = df.rename(columns={"rec_id": "unique_id"})
        for c in df.columns:
            df[c] = df[c].map(lambda x: x.strip() or None if isinstance(x, str) else None)
        return df, truth
    truth = df["cluster"].to_numpy()
    df = df.drop(columns=["cluster"])
    if kind == "persons":
        df["first_name_surname_concat"] = df["given_name"] + " " + df["family_name"]
    return df, truth


def settings(kind, cl, block_on, creator):
    if kind == "fake_1000":
        return creator(
            link_type="dedupe_only",
            comparisons=[
                cl.NameComparison("first_name"), cl.NameComparison("surname"),
                cl.DateOfBirthComparison("dob", input_is_string=True),
                cl.ExactMatch("city").configure(term_frequency_adjustments=True), cl.EmailComparison("email"),
            ],
            blocking_rules_to_generate_predictions=[block_on("first_name", "dob"), block_on("surname")],
        ), ["l.first_name = r.first_name and l.surname = r.surname and l.dob = r.dob", "l.email = r.email"], 0.7, [
            block_on("first_name", "surname"), block_on("email"), block_on("dob")]
    if kind == "historical":
        return creator(
            link_type="dedupe_only",
            comparisons=[
                cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"),
                cl.DateOfBirthComparison("dob", input_is_string=True), cl.PostcodeComparison("postcode_fake"),
                cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
                cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
            ],
            blocking_rules_to_generate_predictions=[
                block_on("substr(first_name,1,3)", "substr(surname,1,4)"), block_on("surname", "dob"), block_on("first_name", "dob"),
                block_on("postcode_fake", "first_name"), block_on("postcode_fake", "surname"), block_on("dob", "birth_place"),
                block_on("substr(postcode_fake,1,3)", "dob"), block_on("substr(postcode_fake,1,3)", "first_name"),
                block_on("substr(postcode_fake,1,3)", "surname"),
                block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
            ],
        ), ["l.first_name = r.first_name and l.surname = r.surname and l.dob = r.dob",
            "substr(l.first_name,1,2) = substr(r.first_name,1,2) and l.surname = r.surname and substr(l.postcode_fake,1,2) = substr(r.postcode_fake,1,2)",
            "l.dob = r.dob and l.postcode_fake = r.postcode_fake"], 0.6, [block_on("first_name", "surname"), block_on("dob")]
    if kind == "febrl":
        return creator(
            link_type="dedupe_only",
            comparisons=[
                cl.NameComparison("given_name"), cl.NameComparison("surname"),
                cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
                cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]), cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
                cl.DamerauLevenshteinAtThresholds("postcode", [2]).configure(term_frequency_adjustments=True),
            ],
            blocking_rules_to_generate_predictions=[
                block_on("soc_sec_id"), block_on("given_name"), block_on("surname"), block_on("date_of_birth"), block_on("postcode")],
        ), ["l.given_name = r.given_name and l.surname = r.surname and l.date_of_birth = r.date_of_birth",
            "l.soc_sec_id = r.soc_sec_id and l.surname = r.surname and l.given_name = r.given_name"], 0.6, [
            block_on("date_of_birth"), block_on("postcode"), block_on("given_name")]
    return creator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("given_name", "family_name", forename_surname_concat_col_name="first_name_surname_concat"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True), cl.ExactMatch("phone"), cl.ExactMatch("document"),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "family_name"), block_on("family_name", "birth_date"), block_on("given_name", "birth_date"),
            block_on("phone"), block_on("document"), block_on("place", "birth_date")],
    ), ["l.given_name = r.given_name and l.family_name = r.family_name and l.birth_date = r.birth_date", "l.document = r.document"], 0.6, [
        block_on("given_name", "family_name"), block_on("birth_date")]


def splink(kind, path):
    import logging

    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.disable(logging.WARNING)
    began = time.perf_counter()
    df, truth = read(kind, path)
    df["at"] = np.arange(len(df))
    made, rules, recall, training = settings(kind, cl, block_on, SettingsCreator)
    made.unique_id_column_name = "at"
    connection = duckdb.connect()
    connection.execute("set threads to 2")
    linker = Linker(df, made, db_api=DuckDBAPI(connection))
    linker.training.estimate_probability_two_random_records_match(rules, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6 if kind != "fake_1000" else 1e6, seed=1)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    trained = time.perf_counter() - began
    predictions = linker.inference.predict(threshold_match_probability=0.001)
    linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=0.95).as_duckdbpyrelation().fetchnumpy()
    seconds = time.perf_counter() - began
    frame = predictions.as_pandas_dataframe()[["at_l", "at_r", "match_weight"]].set_axis(["l", "r", "p"], axis=1)
    report("splink", seconds, frame, truth, trained)


def linkage(kind, path):
    """recordlinkage as in its documentation of the FEBRL sets, scored by its ECM classifier."""
    import recordlinkage

    began = time.perf_counter()
    df, truth = read("febrl", path)
    df = df.reset_index(drop=True)
    index = recordlinkage.Index()
    for column in ("given_name", "surname", "date_of_birth", "soc_sec_id", "postcode"):
        index.block(column)
    pairs = index.index(df)
    compare = recordlinkage.Compare()
    compare.string("given_name", "given_name", method="jarowinkler", threshold=0.85)
    compare.string("surname", "surname", method="jarowinkler", threshold=0.85)
    compare.exact("date_of_birth", "date_of_birth")
    compare.exact("soc_sec_id", "soc_sec_id")
    compare.exact("suburb", "suburb")
    compare.exact("state", "state")
    compare.string("address_1", "address_1", threshold=0.85)
    features = compare.compute(pairs, df)
    classifier = recordlinkage.ECMClassifier()
    classifier.fit(features)
    frame = pd.DataFrame({"l": features.index.get_level_values(0), "r": features.index.get_level_values(1), "p": classifier.prob(features).to_numpy()})
    report("recordlinkage", time.perf_counter() - began, frame, truth, 0)


if __name__ == "__main__":
    {"splink": splink, "recordlinkage": linkage}[sys.argv[1]](*sys.argv[2:])
