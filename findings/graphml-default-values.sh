#!/usr/bin/env bash
# Whether an edge of a GraphML file that leaves out its weight has the weight that the key's
# <default> states.
#
# igraph 1.0.0 gives such an edge the default, as the GraphML primer says. networkx 3.5 does not:
# it keeps the defaults beside the graph, in graph["edge_default"], and the edge has no weight at
# all, so its weighted measures count the edge as 1.
#
# Why it matters: writers leave out the most common value to save space, so it is just the
# ordinary links whose weight is lost, and the weighted degree of A is 1 in place of 5.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q networkx==3.5 igraph==1.0.0
cd "$dir"
cat > ties.graphml <<'G'
<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
 <key id="w" for="edge" attr.name="weight" attr.type="double"><default>5</default></key>
 <graph edgedefault="undirected">
  <node id="A"/><node id="B"/><node id="C"/>
  <edge source="A" target="B"/>
  <edge source="B" target="C"><data key="w">2</data></edge>
 </graph>
</graphml>
G
cat > see.py <<'P'
import igraph
import networkx

n, i = networkx.read_graphml("ties.graphml"), igraph.Graph.Read_GraphML("ties.graphml")
print("networkx", dict(n.degree(weight="weight")), n.graph["edge_default"])
print("igraph", i.strength(weights="weight"))
P
cat > expected <<'X'
networkx {'A': 1, 'B': 3.0, 'C': 2.0} {'weight': 5.0}
igraph [5.0, 7.0, 2.0]
X
"$dir/venv/bin/python" see.py | tee seen
diff expected seen
echo "as found: the default is applied by one reader and set aside by the other"
