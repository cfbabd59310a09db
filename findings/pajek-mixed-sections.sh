#!/usr/bin/env bash
# What direction the links of a Pajek file have, in which *Arcs (with a direction) and *Edges
# (without one) both stand.
#
# networkx 3.5 and igraph 1.0.0 make the whole graph directed or undirected by one of the two
# sections, and not by the same: of one file one says directed, the other undirected, and of the
# file with its sections the other way round each says the opposite. Where the graph comes out
# directed, an edge without direction goes one way only; where it comes out undirected, the
# direction of the arcs is gone. Neither warns.
#
# Why it matters: who can reach whom, degrees in and out, and betweenness of one file differ from
# program to program, and change when a file's sections are written in another order.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q networkx==3.5 igraph==1.0.0
cd "$dir"
printf '*Vertices 3\n1 "A"\n2 "B"\n3 "C"\n*Arcs\n1 2 1\n*Edges\n2 3 1\n' > arcs-first.net
printf '*Vertices 3\n1 "A"\n2 "B"\n3 "C"\n*Edges\n2 3 1\n*Arcs\n1 2 1\n' > edges-first.net
cat > see.py <<'P'
import warnings
import igraph
import networkx

warnings.simplefilter("error")
for name in ("arcs-first.net", "edges-first.net"):
    n, i = networkx.read_pajek(name), igraph.Graph.Read_Pajek(name)
    print(name, "networkx directed:", n.is_directed(), sorted((a, b) for a, b in n.edges()))
    print(name, "igraph   directed:", i.is_directed(), sorted(i.get_edgelist()))
P
cat > expected <<'X'
arcs-first.net networkx directed: True [('A', 'B'), ('B', 'C')]
arcs-first.net igraph   directed: False [(0, 1), (1, 2)]
edges-first.net networkx directed: False [('A', 'B'), ('B', 'C')]
edges-first.net igraph   directed: True [(0, 1), (1, 2)]
X
"$dir/venv/bin/python" see.py | tee seen
diff expected seen
echo "as found: one file, two directions"
