// What stands beside a chart: its entities, their properties, the legend; and what is told of what is pointed at.
import { useEffect, useState } from "react";
import { type Posted, post } from "../api";
import { Lock, Name } from "../parts";
import { counted, text } from "../text";
import { colourOf, tierColour } from "./icons";
import type { Drawn, Entity, Model, Tie } from "./model";

const t = text.chart;
type Histogram = Posted<"/api/chart/histogram">;

export function Tip({ hover, model }: { hover: { id?: string; tie?: Tie; x: number; y: number }; model: Model }) {
  const style = { left: hover.x + 14, top: hover.y + 14 };
  const nameOf = (id: string) => model.entities.get(id)?.name ?? model.groups.find((g) => g.id === id)?.name ?? id;
  if (hover.tie) {
    const tie = hover.tie;
    return (
      <div className="tip" style={style}>
        <Name>{nameOf(tie.a)}</Name> – <Name>{nameOf(tie.b)}</Name>
        <div>
          {tie.words} {tie.date && `(${tie.date})`}
        </div>
        <div className="quiet">{tie.confirmed ? t.confirmed : t.unconfirmed}</div>
      </div>
    );
  }
  const e = model.entities.get(hover.id ?? "");
  if (!e) return null;
  return (
    <div className="tip" style={style}>
      <strong>
        <Name>{e.locked ? text.entity.locked : e.name}</Name>
      </strong>
      <div>{[e.schema, e.tierWords, e.role, e.category, e.residence, e.date].filter(Boolean).join(", ")}</div>
      <div className="quiet">
        {e.network && (
          <>
            <Name>{e.network}</Name>,{" "}
          </>
        )}
        {counted(e.ties, t.ties)}
      </div>
    </div>
  );
}

const listed = 300;

export function EntityList({
  entities,
  selected,
  onSelect,
}: {
  entities: Entity[];
  selected: string[];
  onSelect: (id: string, many: boolean) => void;
}) {
  return (
    <section className="list" aria-label={t.list}>
      {entities.slice(0, listed).map((e) => (
        <button
          key={e.id}
          type="button"
          className={selected.includes(e.id) ? "at" : ""}
          aria-pressed={selected.includes(e.id)}
          onClick={(m) => onSelect(e.id, m.shiftKey || m.ctrlKey)}
        >
          {e.locked ? <Lock /> : <Name>{e.name}</Name>}
        </button>
      ))}
      {entities.length > listed && <p className="quiet">{counted(entities.length - listed, t.more)}</p>}
    </section>
  );
}

/** Bars counts the chart's entities by property; a click selects, Shift adds, Ctrl takes away or adds. */
export function Bars({
  shown,
  model,
  selected,
  select,
}: {
  shown: Drawn;
  model: Model;
  selected: string[];
  select: (ids: string[]) => void;
}) {
  const [all, setAll] = useState<Histogram>([]);
  useEffect(() => {
    const ids = shown.entities.map((e) => e.id).filter((id) => model.entities.has(id));
    if (ids.length === 0) return setAll([]);
    // After what is more urgent: the chart itself.
    let stale = false;
    const timer = setTimeout(() => {
      post("/api/chart/histogram", {}, { ids }).then(
        (h) => stale || setAll(h),
        () => stale || setAll([]),
      );
    }, 300);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [shown, model]);
  if (all.length === 0) return null;
  return (
    <section className="bars" aria-label={t.histogram}>
      <h2>{t.histogram}</h2>
      {all.map((h) => (
        <div key={h.property}>
          <h3>{h.property}</h3>
          {h.bars.slice(0, 12).map((b) => {
            const at = b.ids.every((id) => selected.includes(id));
            return (
              <button
                key={b.value}
                type="button"
                className={at ? "at" : ""}
                aria-pressed={at}
                onClick={(e) => {
                  if (e.ctrlKey || e.metaKey)
                    select(at ? selected.filter((id) => !b.ids.includes(id)) : [...new Set([...selected, ...b.ids])]);
                  else select(e.shiftKey ? [...new Set([...selected, ...b.ids])] : b.ids);
                }}
              >
                <i style={{ width: `${(100 * b.n) / (h.bars[0]?.n ?? 1)}%` }} />
                <span>
                  <Name>{b.value}</Name>
                </span>
                <span>{b.n}</span>
              </button>
            );
          })}
        </div>
      ))}
    </section>
  );
}

export function Legend({ shown, large }: { shown: Drawn; large: boolean }) {
  const schemas = [...new Set(shown.entities.map((e) => e.schema))].sort();
  return (
    <section className="legend" aria-label={t.legend}>
      <h2>{t.legend}</h2>
      {schemas.map((s) => (
        <div key={s}>
          <span className="dot" style={{ background: colourOf(s) }} /> {s}
        </div>
      ))}
      {Object.entries(tierColour).map(([tier, colour]) => (
        <div key={tier}>
          <span className="dot" style={{ border: `2px solid ${colour}`, width: 8, height: 8 }} /> {tier}
        </div>
      ))}
      <div>
        <svg width="26" height="6" aria-hidden="true">
          <line x1="0" y1="3" x2="26" y2="3" stroke="currentColor" />
        </svg>
        {t.confirmed}
      </div>
      <div>
        <svg width="26" height="6" aria-hidden="true">
          <line
            x1="0"
            y1="3"
            x2="26"
            y2="3"
            stroke="currentColor"
            {...(large ? { strokeOpacity: 0.3 } : { strokeDasharray: "5 4" })}
          />
        </svg>
        {t.unconfirmed}
      </div>
    </section>
  );
}
