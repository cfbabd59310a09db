"""One job of a peer on one graph: peers.py igraph|networkit JOB FILE.bin -> a line of JSON.

FILE.bin holds ties as pairs of little-endian 32-bit integers. Both libraries have the
cores that the machine has; igraph's measures run on one."""
import json
import sys
import time

import numpy

peer, job, path = sys.argv[1:4]
pairs = numpy.fromfile(path, dtype="<u4").reshape(-1, 2)
_, flat = numpy.unique(pairs, return_inverse=True)
pairs = flat.reshape(-1, 2)
n = int(pairs.max()) + 1


def igraph_job():
    import igraph

    g = igraph.Graph(n=n, edges=pairs)
    jobs = {
        "leiden": lambda: g.community_leiden(objective_function="modularity", n_iterations=2),
        "pagerank": lambda: g.pagerank(implementation="prpack"),
        "betweenness": lambda: g.betweenness(),
        "harmonic": lambda: g.harmonic_centrality(normalized=False),
        "kcore": lambda: g.coreness(),
        "articulation": lambda: g.articulation_points(),
    }
    began = time.perf_counter()
    result = jobs[job]()
    seconds = time.perf_counter() - began
    if job == "leiden":
        return seconds, g.modularity(result), len(result)
    return seconds, None, result


def networkit_job():
    import networkit as nk

    g = nk.GraphFromCoo((numpy.ones(len(pairs)), (pairs[:, 0].copy(), pairs[:, 1].copy())), n=n, weighted=False, directed=False)
    if job == "leiden":
        a = nk.community.ParallelLeiden(g, randomize=True)
        began = time.perf_counter()
        a.run()
        seconds = time.perf_counter() - began
        p = a.getPartition()
        return seconds, nk.community.Modularity().getQuality(p, g), p.numberOfSubsets()
    makers = {
        "pagerank": lambda: nk.centrality.PageRank(g, damp=0.85, tol=1e-10),
        "betweenness": lambda: nk.centrality.Betweenness(g, normalized=False),
        "harmonic": lambda: nk.centrality.HarmonicCloseness(g, normalized=False),
        "kcore": lambda: nk.centrality.CoreDecomposition(g),
        "approximate": lambda: nk.centrality.KadabraBetweenness(g, err=0.001, delta=0.1),
    }
    a = makers[job]()
    began = time.perf_counter()
    a.run()
    return time.perf_counter() - began, None, a.scores()


seconds, quality, result = igraph_job() if peer == "igraph" else networkit_job()
answer = {"peer": peer, "job": job, "seconds": seconds}
if quality is not None:
    answer.update(modularity=quality, communities=result)
if len(sys.argv) > 4:
    numpy.savetxt(sys.argv[4], numpy.asarray(result), fmt="%.17g")
print(json.dumps(answer))
