// Charts of figures. Plot draws; every number is a figure's.
import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "react";
import type { components } from "./api.gen";

type Cell = components["schemas"]["Cell"];

function Drawn({ options, label }: { options: Plot.PlotOptions; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const p = Plot.plot(options);
    p.setAttribute("role", "img");
    p.setAttribute("aria-label", label);
    for (const part of p.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    box.current?.replaceChildren(p);
    return () => p.remove();
  }, [options, label]);
  return <div ref={box} />;
}

export function Spark({ cells, label }: { cells: Cell[]; label: string }) {
  const rows = cells.map((c, i) => ({ i, value: c.value, key: c.keys.join(" ") }));
  return (
    <Drawn
      label={label}
      options={{
        width: 130,
        height: 32,
        margin: 3,
        axis: null,
        x: { type: "linear" },
        marks: [
          Plot.areaY(rows, { x: "i", y: "value", fill: "var(--accent)", fillOpacity: 0.15 }),
          Plot.lineY(rows, { x: "i", y: "value", stroke: "var(--accent)" }),
          Plot.dot(rows.slice(-1), { x: "i", y: "value", fill: "var(--accent)", r: 2.5 }),
        ],
      }}
    />
  );
}

/** Bars shows cells with their intervals. */
export function Bars({ cells, unit, label }: { cells: Cell[]; unit: string; label: string }) {
  const rows = cells.map((c) => ({ key: c.keys.join(" · ") || "all", value: c.value, low: c.low, high: c.high }));
  return (
    <Drawn
      label={label}
      options={{
        width: 640,
        marginLeft: 220,
        height: 30 + rows.length * 22,
        x: { label: unit, grid: true },
        y: {
          label: null,
          domain: rows.map((r) => r.key),
          tickFormat: (s: string) => (s.length > 34 ? `${s.slice(0, 33)}…` : s),
        },
        marks: [
          Plot.barX(rows, { x: "value", y: "key", fill: "var(--accent)", fillOpacity: 0.75 }),
          Plot.ruleY(
            rows.filter((r) => r.low !== undefined),
            { x1: "low", x2: "high", y: "key", stroke: "currentColor", strokeWidth: 1.5 },
          ),
          Plot.ruleX([0]),
        ],
      }}
    />
  );
}
