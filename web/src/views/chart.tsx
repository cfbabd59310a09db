import { Button, HTMLSelect, InputGroup, Menu, MenuDivider, MenuItem } from "@blueprintjs/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { blob, get, packed, post, save, useGet } from "../api";
import { Canvas } from "../chart/draw";
import { dropChart, keepChart, keptChart, onChart } from "../chart/kept";
import { Matrix } from "../chart/matrix";
import {
  type Drawn,
  drawn,
  empty,
  group,
  hide,
  type Kept,
  keep,
  type Model,
  pin,
  place,
  scale,
  spread,
  type Tie,
  ungroup,
} from "../chart/model";
import { Bars, EntityList, Legend, Tip } from "../chart/side";
import { toPNG, toSVG } from "../chart/svg";
import { Whole, type WholeHead } from "../chart/whole";
import { useLasso, within } from "../lasso";
import { Name, useDark, useJob, Working } from "../parts";
import { entityAddress, go, kept, useHere, useSelection, withParams } from "../router";
import { counted, text } from "../text";
import { did, redo, undo } from "../undo";

const t = text.chart;
type Layout = keyof typeof t.layouts;
const wide = 1.5; // how much wider than high a layout without directions is drawn
const most = 5000; // entities that a chart may hold

/** between is a model of entities with what ties them, as the case holds them now. */
async function between(ids: string[], signal?: AbortSignal): Promise<Pick<Model, "entities" | "ties">> {
  const b = await post("/api/chart/between", {}, { ids: ids.slice(0, most) }, signal);
  return { entities: new Map(b.nodes.map((n) => [n.id, n])), ties: b.edges };
}

async function laid(m: Model, ids: string[], kind: Layout, signal?: AbortSignal): Promise<Model> {
  const across = kind === "force" || kind === "circle" ? wide : 1;
  const start = ids.flatMap((id) => {
    const p = m.at.get(id);
    return p ? [{ id, x: p.x / across, y: p.y }] : [];
  });
  const points = await post(
    "/api/chart/layout",
    {},
    { ids, kind, start: start.length === ids.length ? start : [] },
    signal,
  );
  return place(
    m,
    points.map((p) => ({ ...p, x: p.x * across })),
  );
}

/** restored makes a model of what was kept of one. */
async function restored(k: Kept, signal?: AbortSignal): Promise<Model> {
  const ids = k.at.map(([id]) => id).filter((id) => !id.startsWith("group "));
  const m = { ...empty(k.from), ...(await between(ids, signal)) };
  return {
    ...m,
    at: new Map(k.at.map(([id, x, y]) => [id, { x, y }])),
    hidden: new Set(k.hidden),
    pinned: new Set(k.pinned),
    groups: k.groups,
  };
}

/** What is kept of a model, and the model again, made once each. */
const keptOf = new WeakMap<Model, Kept>();
const modelOf = new WeakMap<Kept, Model>();
function keeping(m: Model): Kept {
  const k = keptOf.get(m) ?? keep(m);
  keptOf.set(m, k);
  modelOf.set(k, m);
  return k;
}

/** loaded makes the model that an address names. */
async function loaded(url: URL, signal: AbortSignal, coming: (ties: number) => void): Promise<Model> {
  const p = url.searchParams;
  const from = p.get("network") ? `network ${p.get("network")}` : p.get("saved") ? `saved ${p.get("saved")}` : "";
  const before = keptChart();
  if (before && (from === "" || before.from === from)) return restored(before, signal);
  if (p.get("network")) {
    const b = await get("/api/networks/{id}/chart", { id: p.get("network") ?? "" }, signal);
    const m = { ...empty(from), entities: new Map(b.nodes.map((n) => [n.id, n])), ties: b.edges };
    coming(m.ties.length);
    return laid(m, [...m.entities.keys()], "force", signal);
  }
  if (p.get("saved")) {
    const s = (await get("/api/charts/{name}", { name: p.get("saved") ?? "" }, signal)) as {
      nodes: { id: string; x: number; y: number }[];
      hidden?: string[];
      pinned?: string[];
    };
    return restored(
      {
        from,
        at: s.nodes.map((n) => [n.id, n.x, n.y]),
        hidden: s.hidden ?? [],
        pinned: s.pinned ?? [],
        groups: [],
      },
      signal,
    );
  }
  return empty();
}

export default function Chart() {
  const url = useHere();
  return url.searchParams.get("whole") ? <AllNetworks /> : <LinkChart />;
}

function AllNetworks() {
  const [failed, setFailed] = useState("");
  const [data, setData] = useState<Awaited<ReturnType<typeof packed<WholeHead>>>>();
  useEffect(() => {
    packed<WholeHead>("/api/chart/whole").then(setData, (e: Error) => setFailed(e.message));
  }, []);
  return (
    <div className="stage">
      <div className="bar">
        <Button text={t.linkChart} onClick={() => go("/chart")} />
        <span className="quiet">{failed || t.wholeNote}</span>
      </div>
      <div className="canvas">{data && <Whole data={data} />}</div>
      <aside aria-label={t.legend}>{data && <NetworkList names={data.head.networks} />}</aside>
    </div>
  );
}

function NetworkList({ names }: { names: string[] }) {
  return (
    <ul className="plain">
      {names.slice(0, 300).map((n) => (
        <li key={n}>
          <Name>{n}</Name>
        </li>
      ))}
    </ul>
  );
}

function LinkChart() {
  const url = useHere();
  const dark = useDark();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const canvas = useRef<Canvas>(null);
  const [model, setModel] = useState<Model>(empty);
  const [selected, select] = useSelection();
  const [said, setSaid] = useState("");
  const { busy, failed, run, cancel } = useJob();
  const [hover, setHover] = useState<{ id?: string; tie?: Tie; x: number; y: number } | null>(null);
  const [menu, setMenu] = useState<{ id: string; x: number; y: number } | null>(null);
  const [kind, setKind] = useState<Layout>("force");
  const matrix = url.searchParams.get("as") === "matrix";
  const shown: Drawn = useMemo(() => drawn(model), [model]);
  // The canvas is made while the server still places what will be drawn.
  const [coming, setComing] = useState(0);
  const large = Math.max(coming, shown.ties.length) > 2000;
  const any = coming > 0 || shown.entities.length > 0;
  const current = useRef({ model, selected, shown });
  current.current = { model, selected, shown };

  const set = useCallback((m: Model) => {
    setModel(m);
    keepChart(keeping(m));
  }, []);
  /** step changes the model, so that it can be undone. */
  const step = useCallback(
    (what: string, next: Model) => {
      const before = current.current.model;
      if (next === before) return;
      set(next);
      did("chart", what, keeping(before), keeping(next));
    },
    [set],
  );
  const during = useCallback(
    (what: (signal: AbortSignal) => Promise<void>) => {
      setSaid("");
      return run(what);
    },
    [run],
  );

  useEffect(
    () => onChart((k) => void during(async (signal) => set(modelOf.get(k) ?? (await restored(k, signal))))),
    [during, set],
  );

  // What the address names is loaded, once.
  const p = url.searchParams;
  const source = `${p.get("network") ?? ""} ${p.get("saved") ?? ""}`;
  const add = p.get("add");
  // biome-ignore lint/correctness/useExhaustiveDependencies: source says when it names another
  useEffect(() => {
    void during(async (signal) => {
      const before = current.current.model;
      const m = await loaded(new URL(location.href), signal, setComing);
      if (before.entities.size > 0 && m.from !== before.from) step(t.title, m);
      else set(m);
    });
  }, [source]);
  const adding = useCallback(
    async (ids: string[], around: string | undefined, what: string, signal: AbortSignal) => {
      const m = current.current.model;
      const now = await between([...new Set([...m.entities.keys(), ...ids])], signal);
      const origin = (around && m.at.get(around)) || { x: 0, y: 0 };
      const hidden = new Set([...m.hidden].filter((id) => !ids.includes(id)));
      let next: Model = { ...m, ...now, hidden, at: spread(m, [...now.entities.keys()], origin, scale(m)) };
      if (m.entities.size === 0)
        next = await laid({ ...next, at: new Map() }, [...now.entities.keys()], "force", signal);
      step(what, next);
      if (m.entities.size === 0) setTimeout(() => canvas.current?.fit());
    },
    [step],
  );
  const neighbours = useCallback(
    (id: string) =>
      during(async (signal) => {
        const b = await get("/api/chart/neighbours/{id}", { id, limit: 60 }, signal);
        await adding(
          b.nodes.map((n) => n.id),
          id,
          t.neighbours,
          signal,
        );
        if (b.more > 0) setSaid(counted(b.more, t.more));
      }),
    [adding, during],
  );
  useEffect(() => {
    if (!add) return;
    void (async () => {
      if (current.current.model.entities.size === 0 && keptChart()) set(await restored(keptChart() as Kept));
      await neighbours(add);
      go(withParams(new URL(location.href), { add: "" }), true);
    })();
  }, [add, neighbours, set]);

  const act = useMemo(() => {
    const chosen = () =>
      current.current.selected.filter((id) => current.current.shown.entities.some((e) => e.id === id));
    const two = (call: "/api/chart/path" | "/api/chart/common", what: string) =>
      during(async (signal) => {
        const [a, b] = chosen();
        if (!a || !b) return setSaid(t.chooseTwo);
        const body = await get(call, { a, b }, signal);
        if (body.nodes.length === 0) return setSaid(t.noPath);
        const ids = body.nodes.map((n) => n.id);
        await adding(ids, a, what, signal);
        select(ids);
      });
    return {
      neighbours: () => {
        const ids = chosen();
        if (ids.length === 0) return setSaid(t.choose);
        void (async () => {
          for (const id of ids.slice(0, 10)) await neighbours(id);
        })();
      },
      path: () => void two("/api/chart/path", t.path),
      common: () => void two("/api/chart/common", t.common),
      hide: () => (chosen().length ? step(t.hide, hide(current.current.model, chosen())) : setSaid(t.choose)),
      pin: () => (chosen().length ? step(t.pin, pin(current.current.model, chosen())) : setSaid(t.choose)),
      fit: () => canvas.current?.fit(),
      group: () => {
        const ids = chosen();
        if (ids.length < 2) return setSaid(t.chooseTwo);
        const first = current.current.model.entities.get(ids[0] ?? "");
        step(t.group, group(current.current.model, ids, `${first?.locked ? t.group : first?.name} …`));
      },
      ungroup: () => step(t.ungroup, ungroup(current.current.model, chosen())),
      show: () => step(t.show, { ...current.current.model, hidden: new Set() }),
    };
  }, [adding, during, neighbours, select, step]);

  useEffect(() => {
    const keys: Record<string, () => void> = {
      f: act.fit,
      n: act.neighbours,
      p: act.path,
      c: act.common,
      h: act.hide,
      l: act.pin,
    };
    const down = (e: KeyboardEvent) => {
      if (
        e.ctrlKey ||
        e.metaKey ||
        e.altKey ||
        (e.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName))
      )
        return;
      if (e.key === "Escape") {
        setMenu(null);
        select([]);
      }
      keys[e.key.toLowerCase()]?.();
    };
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  }, [act, select]);

  // The canvas lives as long as its box; the model is drawn into it.
  const toggle = useCallback(
    (id: string, many: boolean) => {
      const now = current.current.selected;
      if (!many) select([id]);
      else select(now.includes(id) ? now.filter((x) => x !== id) : [...now, id]);
    },
    [select],
  );
  useEffect(() => {
    if (!box || !any) return;
    const c = new Canvas(
      box,
      {
        click: (id, e) => toggle(id, e.shiftKey || e.ctrlKey || e.metaKey),
        nothing: () => {
          setMenu(null);
          select([]);
        },
        open: (id) => go(kept(entityAddress(id))),
        menu: (id, x, y) => {
          if (!current.current.selected.includes(id)) select([id]);
          setMenu({ id, x, y });
        },
        hover: setHover,
        moved: (to) => step("move", place(current.current.model, to)),
      },
      dark,
      large,
    );
    canvas.current = c;
    c.show(current.current.model, current.current.shown);
    return () => {
      canvas.current = null;
      c.kill();
    };
  }, [box, any, dark, large, toggle, select, step]);
  useEffect(() => canvas.current?.show(model, shown), [model, shown]);
  useEffect(() => canvas.current?.select(selected), [selected]);
  const onRing = useCallback(
    (ring: [number, number][], more: boolean) => {
      const ids = canvas.current?.inside((at) => within(at, ring)) ?? [];
      select(more ? [...new Set([...current.current.selected, ...ids])] : ids);
    },
    [select],
  );
  useLasso(box, onRing);

  const arrange = (k: Layout) =>
    during(async (signal) => {
      setKind(k);
      const ids = shown.entities.map((e) => e.id).filter((id) => model.entities.has(id));
      step(`${t.layout}: ${t.layouts[k]}`, await laid(model, ids, k, signal));
      setTimeout(() => canvas.current?.fit());
    });
  const placed = () =>
    shown.entities
      .filter((e) => model.entities.has(e.id))
      .map((e) => ({ id: e.id, ...(model.at.get(e.id) ?? { x: 0, y: 0 }) }));
  const exports: Record<string, () => Promise<void>> = {
    PNG: async () => save(await toPNG(toSVG(model, shown)), "chart.png"),
    SVG: async () => save(toSVG(model, shown), "chart.svg", "image/svg+xml"),
    GraphML: async () => save(await blob("/api/chart/export", { format: "graphml", nodes: placed() }), "chart.graphml"),
    GEXF: async () => save(await blob("/api/chart/export", { format: "gexf", nodes: placed() }), "chart.gexf"),
  };
  const chosenGroups = selected.some((id) => model.groups.some((g) => g.id === id));

  return (
    <div className="stage" data-busy={busy} data-entities={shown.entities.length}>
      <div className="bar" role="toolbar" aria-label={t.title}>
        <Button text={t.neighbours} onClick={act.neighbours} />
        <Button text={t.path} onClick={act.path} />
        <Button text={t.common} onClick={act.common} />
        <Button text={t.hide} onClick={act.hide} />
        <Button text={t.pin} onClick={act.pin} />
        <Button text={chosenGroups ? t.ungroup : t.group} onClick={chosenGroups ? act.ungroup : act.group} />
        <Button text={t.fit} onClick={act.fit} />
        <HTMLSelect
          aria-label={t.layout}
          value={kind}
          onChange={(e) => void arrange(e.currentTarget.value as Layout)}
          options={Object.entries(t.layouts).map(([value, label]) => ({ value, label: `${t.layout}: ${label}` }))}
        />
        <Button
          text={matrix ? t.linkChart : t.matrix}
          onClick={() => go(withParams(url, { as: matrix ? "" : "matrix" }))}
        />
        <Button text={t.undo} onClick={() => undo()} />
        <Button text={t.redo} onClick={() => redo()} />
        <HTMLSelect
          aria-label={t.export}
          value=""
          onChange={(e) => {
            const what = exports[e.currentTarget.value];
            if (what) void during(what);
          }}
          options={[{ value: "", label: t.export }, ...Object.keys(exports)]}
        />
        <Saved model={model} say={setSaid} />
        <Button text={t.whole} onClick={() => go("/chart?whole=1")} />
      </div>
      <div className="canvas">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the list beside does the same by keys */}
        <div
          ref={setBox}
          className="fill"
          onContextMenu={(e) => e.preventDefault()}
          style={{ visibility: matrix ? "hidden" : "visible" }}
        />
        {matrix && <Matrix shown={shown} selected={selected} onSelect={select} />}
        {model.entities.size === 0 && !busy && (
          <div className="hint">
            <p>{t.empty}</p>
            <StartButton />
          </div>
        )}
        {hover && !menu && <Tip hover={hover} model={model} />}
        {menu && (
          <div className="menu" style={{ left: menu.x, top: menu.y }}>
            <Menu>
              {!menu.id.startsWith("group ") && (
                <MenuItem text={t.dossier} onClick={() => go(kept(entityAddress(menu.id)))} />
              )}
              <MenuDivider />
              {(
                [
                  [t.neighbours, act.neighbours],
                  [t.path, act.path],
                  [t.common, act.common],
                  [t.hide, act.hide],
                  [t.pin, act.pin],
                  [t.group, act.group],
                  [t.ungroup, act.ungroup],
                  [t.show, act.show],
                ] as [string, () => void][]
              ).map(([label, does]) => (
                <MenuItem
                  key={label}
                  text={label}
                  onClick={() => {
                    does();
                    setMenu(null);
                  }}
                />
              ))}
            </Menu>
          </div>
        )}
      </div>
      <aside aria-label={t.list}>
        {busy && <Working what={t.working} cancel={cancel} />}
        <p role="status" className="quiet">
          {failed || said || `${counted(shown.entities.length, t.entities)}, ${counted(shown.ties.length, t.ties)}`}
        </p>
        <EntityList entities={shown.entities} selected={selected} onSelect={toggle} />
        {model.hidden.size > 0 && <Button size="small" text={`${t.show} (${model.hidden.size})`} onClick={act.show} />}
        <Bars shown={shown} model={model} selected={selected} select={select} />
        <Legend shown={shown} large={large} />
        <p className="quiet">{t.box}</p>
      </aside>
    </div>
  );
}

function StartButton() {
  const asked = useGet("/api/networks");
  const all = asked.data?.networks ?? [];
  const largest = all.reduce((a, b) => (a && a.members.value >= b.members.value ? a : b), all[0]);
  if (!largest) return null;
  return (
    <Button intent="primary" text={t.start} onClick={() => go(`/chart?network=${encodeURIComponent(largest.id)}`)} />
  );
}

function Saved({ model, say }: { model: Model; say: (s: string) => void }) {
  const [name, setName] = useState("");
  const names = useGet("/api/charts");
  const keepIt = async () => {
    try {
      const nodes = [...model.at].filter(([id]) => model.entities.has(id)).map(([id, p]) => ({ id, ...p }));
      await post("/api/charts/{name}", { name }, { nodes, hidden: [...model.hidden], pinned: [...model.pinned] });
      say(`${t.save}: ${name}`);
      await names.refetch();
    } catch (e) {
      say((e as Error).message);
    }
  };
  return (
    <>
      <InputGroup
        size="small"
        style={{ width: 108 }}
        aria-label={t.name}
        placeholder={t.saveAs}
        value={name}
        onChange={(e) => setName(e.target.value)}
      />
      <Button text={t.save} disabled={!name || model.entities.size === 0} onClick={() => void keepIt()} />
      <HTMLSelect
        aria-label={t.saved}
        value=""
        onChange={(e) => {
          if (e.currentTarget.value) {
            dropChart();
            go(`/chart?saved=${encodeURIComponent(e.currentTarget.value)}`);
          }
        }}
        options={[{ value: "", label: t.saved }, ...(names.data ?? [])]}
      />
    </>
  );
}
