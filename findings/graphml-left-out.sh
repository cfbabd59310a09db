#!/usr/bin/env bash
# What is left out, without a warning, of GraphML files with a hyperedge, with an edge that says
# directed="false" in a directed graph, and with a graph inside a node.
#
# igraph 1.0.0 reads all three without an error or a warning: the hyperedge is gone, the edge
# without direction has one, and of the inner graph a node is there only if an outer edge names
# it. networkx 3.5 refuses the first two, and reads the third just as igraph does.
#
# Why it matters: a meeting of three persons, or the members of a cell, vanish from the chart, and
# nothing says that the file held more.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q networkx==3.5 igraph==1.0.0
cd "$dir"
cat > see.py <<'P'
import warnings
import igraph
import networkx

warnings.simplefilter("error")

FILES = {
    "hyperedge": ("undirected", '<node id="A"/><node id="B"/><node id="C"/><edge source="A" target="B"/>'
                  '<hyperedge><endpoint node="A"/><endpoint node="B"/><endpoint node="C"/></hyperedge>'),
    "undirected edge": ("directed", '<node id="A"/><node id="B"/><edge source="A" target="B" directed="false"/>'),
    "inner graph": ("directed", '<node id="A"/><node id="B"><graph edgedefault="directed"><node id="B1"/>'
                    '<node id="B2"/><edge source="B1" target="B2"/></graph></node><edge source="A" target="B1"/>'),
}
for name, (default, body) in FILES.items():
    with open("g.graphml", "w") as f:
        f.write('<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
                f'<graph edgedefault="{default}">{body}</graph></graphml>')
    g = igraph.Graph.Read_GraphML("g.graphml")
    print(name, "| igraph:", g.vs["id"], g.get_edgelist(), "directed" if g.is_directed() else "undirected")
    try:
        n = networkx.read_graphml("g.graphml")
        print(name, "| networkx:", list(n.nodes()), list(n.edges()))
    except networkx.NetworkXError as e:
        print(name, "| networkx refuses:", e)
P
cat > expected <<'X'
hyperedge | igraph: ['A', 'B', 'C'] [(0, 1)] undirected
hyperedge | networkx refuses: GraphML reader doesn't support hyperedges
undirected edge | igraph: ['A', 'B'] [(0, 1)] directed
undirected edge | networkx refuses: directed=false edge found in directed graph.
inner graph | igraph: ['A', 'B', 'B1'] [(0, 2)] directed
inner graph | networkx: ['A', 'B', 'B1'] [('A', 'B1')]
X
"$dir/venv/bin/python" see.py | tee seen
diff expected seen
echo "as found: links and nodes are missing, and nothing says so"
