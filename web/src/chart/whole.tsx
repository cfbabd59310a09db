// All detected networks at once, at positions that the server gives.
import Graph from "graphology";
import { useEffect, useRef, useState } from "react";
import Sigma from "sigma";
import type { Packed } from "../api";
import { useDark } from "../parts";
import { entityAddress, go } from "../router";

export interface WholeHead {
  ids: string[];
  networks: string[];
  edges: number;
}

/** hue is a colour of the k-th network, far from those before and after. */
function hue(k: number): string {
  const h = (k * 137.5) % 360;
  const of = (n: number) => {
    const at = (n + h / 30) % 12;
    const v = 0.5 - 0.275 * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return Math.round(255 * v)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${of(0)}${of(8)}${of(4)}`;
}

export function Whole({ data }: { data: Packed<WholeHead> }) {
  const box = useRef<HTMLDivElement>(null);
  const dark = useDark();
  const [over, setOver] = useState<{ name: string; x: number; y: number } | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const { ids, networks, edges } = data.head;
    data.rewind();
    const [x, y, of, ends] = [
      data.floats(ids.length),
      data.floats(ids.length),
      data.uints(ids.length),
      data.uints(2 * edges),
    ];
    const g = new Graph({ multi: true });
    const size = ids.length > 20000 ? 1.5 : ids.length > 2000 ? 2.5 : 5;
    ids.forEach((id, i) => {
      g.addNode(id, { x: x[i], y: y[i], size, color: hue(of[i] ?? 0) });
    });
    for (let k = 0; k < edges; k++)
      g.addEdge(ids[ends[2 * k] ?? 0], ids[ends[2 * k + 1] ?? 0], { size: 0.4, color: dark ? "#59626f" : "#b6bec8" });
    const sigma = new Sigma(g, box.current, {
      styles: {
        nodes: {
          x: { attribute: "x" },
          y: { attribute: "y" },
          size: { attribute: "size" },
          color: { attribute: "color", defaultValue: "#888888" },
        },
        edges: { size: { attribute: "size" }, color: { attribute: "color", defaultValue: "#888888" } },
      },
      settings: {
        renderLabels: false,
        itemSizesReference: "screen",
        hideEdgesOnMove: edges > 50000,
        allowInvalidContainer: true,
      },
    });
    // It is drawn when it is made, and seen two frames later.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => box.current?.setAttribute("data-drawn", String(ids.length))),
    );
    sigma.on("clickNode", (e) => go(`${entityAddress(e.node)}?sel=${encodeURIComponent(e.node)}`));
    const at = new Map(ids.map((id, i) => [id, i]));
    sigma.on("enterNode", (e) =>
      setOver({ name: networks[of[at.get(e.node) ?? 0] ?? 0] ?? "", x: e.event.x, y: e.event.y }),
    );
    sigma.on("leaveNode", () => setOver(null));
    return () => sigma.kill();
  }, [data, dark]);
  return (
    <>
      <div ref={box} className="fill" id="whole" />
      {over && (
        <div className="tip" style={{ left: over.x + 12, top: over.y + 12 }}>
          {over.name}
        </div>
      )}
    </>
  );
}
