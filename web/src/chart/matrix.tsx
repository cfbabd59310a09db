// The chart as a matrix: entities in rows and columns, a filled cell where two are tied.
import { counted, text } from "../text";
import { tierColour } from "./icons";
import type { Drawn } from "./model";

export function Matrix({
  shown,
  selected,
  onSelect,
}: {
  shown: Drawn;
  selected: string[];
  onSelect: (ids: string[]) => void;
}) {
  const order = [...shown.entities].sort(
    (a, b) =>
      (a.network ?? "~").localeCompare(b.network ?? "~") ||
      (a.tier ?? "~").localeCompare(b.tier ?? "~") ||
      a.name.localeCompare(b.name),
  );
  const at = new Map(order.map((e, i) => [e.id, i]));
  const cell = order.length > 300 ? 4 : order.length > 80 ? 9 : 16;
  const labels = cell >= 9 ? 170 : 0;
  const size = labels + cell * order.length;
  const name = (i: number) => {
    const e = order[i];
    return e?.locked ? text.chart.locked : (e?.name ?? "");
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className="matrix" tabIndex={0} aria-label={text.chart.matrix}>
      <svg
        width={size}
        height={size}
        role="img"
        aria-label={`${text.chart.matrix}: ${counted(order.length, text.chart.entities)}, ${counted(shown.ties.length, text.chart.ties)}`}
      >
        {labels > 0 &&
          order.map((e, i) => {
            const bold = selected.includes(e.id) ? 700 : 400;
            const y = labels + cell * (i + 0.8);
            return (
              <g key={e.id} fontSize={Math.min(11, cell)} fill="currentColor" fontWeight={bold}>
                <text x={labels - 6} y={y} textAnchor="end">
                  {name(i).slice(0, 26)}
                </text>
                <text transform={`translate(${y} ${labels - 6}) rotate(-90)`}>{name(i).slice(0, 26)}</text>
              </g>
            );
          })}
        <rect
          x={labels}
          y={labels}
          width={cell * order.length}
          height={cell * order.length}
          fill="none"
          stroke="currentColor"
          strokeOpacity={0.3}
        />
        {order.map((e, i) =>
          e.tier ? (
            <rect
              key={e.id}
              x={labels + cell * i}
              y={labels + cell * i}
              width={cell - 1}
              height={cell - 1}
              fill={tierColour[e.tier] ?? "#888"}
            />
          ) : null,
        )}
        {shown.ties.flatMap((t) => {
          const [a, b] = [at.get(t.a), at.get(t.b)];
          if (a === undefined || b === undefined) return [];
          return [
            [a, b],
            [b, a],
          ].map(([r, c]) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside does the same by keys
            <rect
              key={`${t.a} ${t.b} ${t.kind} ${r}`}
              x={labels + cell * (c ?? 0)}
              y={labels + cell * (r ?? 0)}
              width={cell - 1}
              height={cell - 1}
              fill="var(--accent)"
              fillOpacity={t.confirmed ? 0.95 : 0.4}
              onClick={() => onSelect([t.a, t.b])}
            >
              <title>{`${name(a)} – ${name(b)}: ${t.words}`}</title>
            </rect>
          ));
        })}
      </svg>
    </section>
  );
}
