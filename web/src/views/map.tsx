import "maplibre-gl/dist/maplibre-gl.css";
import { Button, HTMLSelect, Switch } from "@blueprintjs/core";
import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { packed, save, useGet } from "../api";
import { within as inRing, type Spot, useLasso } from "../lasso";
import {
  type Bounds,
  type Collection,
  drawnMarks,
  features,
  type Incidents,
  type IncidentsHead,
  incidentsOf,
  type Mark,
  marks,
  monthOf,
  months,
  toKML,
  toSVG,
  type Window,
  within,
} from "../map/data";
import { Name, useDark } from "../parts";
import { entityAddress, figureAddress, go, kept, Link, useHere, useSelection } from "../router";
import { text } from "../text";

maplibregl.setWorkerUrl(workerUrl);

const t = text.map;
type Shown = { incidents: boolean; places: boolean; legs: boolean; footprints: boolean; clusters: boolean };

const light = { sea: "#dfe9f1", land: "#f7f5f0", border: "#a9adb3", text: "#2c333b", leg: "#0072b2" };
const darkTheme = { sea: "#18222c", land: "#2c333b", border: "#5c6470", text: "#e5e8eb", leg: "#56b4e9" };
/** Colours of routes, told apart by those who see no red or green (Okabe and Ito 2008, Tol 2021). */
const palette = [
  "#d55e00",
  "#0072b2",
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#56b4e9",
  "#8a7300",
  "#7a5195",
  "#8c564b",
  "#5f6b7c",
  "#332288",
  "#117733",
  "#882255",
  "#999933",
  "#aa4499",
  "#44aa99",
];
const colour = (route: number) => palette[route % palette.length] ?? "#c43";

const nothing: Collection = { type: "FeatureCollection", features: [] };
const geo = (c: unknown) => c as maplibregl.GeoJSONSourceSpecification["data"];

export default function MapView() {
  const url = useHere();
  const dark = useDark();
  const network = url.searchParams.get("network");
  const coarse = useGet("/api/map/base", { detail: "coarse" });
  // The fine ground comes when there is something to see.
  const [settled, setSettled] = useState(false);
  const fine = useGet("/api/map/base", { detail: "fine" }, settled);
  const ground = (fine.data ?? coarse.data) as unknown as Collection | undefined;
  const layers = useGet("/api/map/layers");
  const [incidents, setIncidents] = useState<Incidents>();
  const [failed, setFailed] = useState("");
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const map = useRef<maplibregl.Map>(null);
  const [ready, setReady] = useState(0);
  const [at, setAt] = useState("");
  const [selected, select] = useSelection();
  const [shown, setShown] = useState<Shown>({
    incidents: true,
    places: false,
    legs: !network,
    footprints: !!network,
    clusters: true,
  });
  const [window, setWindow] = useState<Window>(null);
  const [lassoing, setLassoing] = useState(false);
  const [over, setOver] = useState<{ x: number; y: number; lines: string[] } | null>(null);

  useEffect(() => {
    packed<IncidentsHead>("/api/map/incidents").then(
      (p) => setIncidents(incidentsOf(p)),
      (e: Error) => setFailed(e.message),
    );
  }, []);

  const chosen = useMemo(() => (incidents ? within(incidents, window) : []), [incidents, window]);
  const marked = useRef<Mark[]>([]);
  const current = useRef(incidents);
  current.current = incidents;
  const theme = dark ? darkTheme : light;

  // The map is made at once, and again for another theme; what it shows is put in as it comes.
  useEffect(() => {
    if (!box) return;
    const before = map.current;
    const camera = before
      ? { center: before.getCenter(), zoom: before.getZoom() }
      : { center: [14, 36] as [number, number], zoom: 3.2 };
    const m = new maplibregl.Map({
      container: box,
      ...camera,
      attributionControl: false,
      canvasContextAttributes: { preserveDrawingBuffer: true },
      maxPitch: 0,
      dragRotate: false,
      boxZoom: false,
      fadeDuration: 0,
      style: style(theme),
    });
    map.current = m;
    m.addControl(new maplibregl.ScaleControl({ maxWidth: 120 }), "bottom-left");
    m.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
    m.getCanvas().setAttribute("aria-label", t.title);
    m.on("style.load", () => setReady((n) => n + 1));
    m.on("mousemove", (e) => setAt(`${e.lngLat.lat.toFixed(3)}°, ${e.lngLat.lng.toFixed(3)}°`));
    const hits = ["points", "clusters", "places", "legs", "footprints"];
    m.on("mousemove", (e) => {
      const f = m.queryRenderedFeatures(e.point, { layers: hits.filter((l) => m.getLayer(l)) })[0];
      m.getCanvas().style.cursor = f ? "pointer" : "";
      setOver(f ? { x: e.point.x, y: e.point.y, lines: told(f.properties, current.current, marked.current) } : null);
    });
    m.on("click", (e) => {
      const f = m.queryRenderedFeatures(e.point, { layers: hits.filter((l) => m.getLayer(l)) })[0];
      if (!f) return select([]);
      const p = f.properties as Record<string, string>;
      const mark = p.k === undefined ? undefined : marked.current[Number(p.k)];
      const of = current.current;
      if (mark && of) {
        const spots = mark.members.map((i): Spot => [of.lon[i] ?? 0, of.lat[i] ?? 0]);
        const one = spots.every(([x, y]) => x === spots[0]?.[0] && y === spots[0]?.[1]);
        // Those that lie at one place do not part however near one goes.
        if (one) select(mark.members.map((i) => of.ids[i] ?? ""));
        else fitTo(m, spots, 300);
      } else if (p.network) go(kept(`/networks/${encodeURIComponent(p.network)}`));
      else if (p.id) select([p.id]);
    });
    return () => {
      m.remove();
    };
  }, [box, theme, select]);

  useEffect(() => {
    if (ready && map.current && ground) put(map.current, "base", ground);
  }, [ready, ground]);

  useEffect(() => {
    const m = map.current;
    if (!ready || !m || !incidents) return;
    const draw = () => {
      marked.current = marks(incidents, chosen, m.getZoom(), shown.clusters, around(m));
      put(m, "incidents", drawnMarks(incidents, marked.current));
    };
    draw();
    const n = String(chosen.length);
    box?.setAttribute("data-points", n);
    m.once("idle", () => {
      box?.setAttribute("data-drawn", n);
      setSettled(true);
    });
    m.on("moveend", draw);
    return () => {
      m.off("moveend", draw);
    };
  }, [ready, incidents, chosen, shown.clusters, box]);
  useEffect(() => {
    const m = map.current;
    const l = layers.data;
    if (!ready || !m || !l) return;
    put(m, "places", l.places as unknown as Collection);
    put(m, "legs", l.legs as unknown as Collection);
    const prints = l.footprints.features.filter((f) => !network || f.properties.network === network);
    put(m, "footprints", { type: "FeatureCollection", features: prints as never });
    if (network && prints.length > 0)
      fitTo(
        m,
        prints.flatMap((f) => (f.geometry.coordinates as Spot[][])[0] ?? []),
      );
  }, [ready, layers.data, network]);
  useEffect(() => {
    const m = map.current;
    if (!ready || !m) return;
    for (const [layer, on] of [
      ["points", shown.incidents],
      ["clusters", shown.incidents],
      ["counts", shown.incidents],
      ["selected", true],
      ["places", shown.places],
      ["placenames", shown.places],
      ["legs", shown.legs],
      ["footprints", shown.footprints],
      ["footprintlines", shown.footprints],
      ["footprintnames", shown.footprints],
    ] as [string, boolean][])
      if (m.getLayer(layer)) m.setLayoutProperty(layer, "visibility", on ? "visible" : "none");
  }, [ready, shown]);
  useEffect(() => {
    const m = map.current;
    if (!ready || !m || !incidents) return;
    const chosenIDs = new Set(selected);
    const all = incidents.ids.flatMap((id, i) => (chosenIDs.has(id) ? [i] : []));
    const places = layers.data?.places.features.filter((f) => chosenIDs.has(String(f.properties.id))) ?? [];
    put(m, "selected", {
      type: "FeatureCollection",
      features: [...features(incidents, all).features, ...(places as never[])],
    });
  }, [ready, selected, incidents, layers.data]);

  const fit = useCallback(() => {
    const m = map.current;
    if (m && incidents)
      fitTo(
        m,
        chosen.map((i) => [incidents.lon[i] ?? 0, incidents.lat[i] ?? 0]),
      );
  }, [incidents, chosen]);
  useEffect(() => {
    const down = (e: KeyboardEvent) => {
      if (!e.ctrlKey && !e.metaKey && e.key.toLowerCase() === "f" && !(e.target instanceof HTMLInputElement)) fit();
    };
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  }, [fit]);

  const onRing = useCallback(
    (ring: Spot[]) => {
      const m = map.current;
      if (!m || !incidents) return;
      select(
        chosen
          .filter((i) => {
            const p = m.project([incidents.lon[i] ?? 0, incidents.lat[i] ?? 0]);
            return inRing([p.x, p.y], ring);
          })
          .map((i) => incidents.ids[i] ?? ""),
      );
      setLassoing(false);
    },
    [incidents, chosen, select],
  );
  useLasso(box, onRing, lassoing);

  const seen = () => [
    ...(shown.footprints ? ((layers.data?.footprints.features ?? []) as unknown as Collection["features"]) : []),
    ...(shown.legs ? ((layers.data?.legs.features ?? []) as unknown as Collection["features"]) : []),
    ...(shown.places ? ((layers.data?.places.features ?? []) as unknown as Collection["features"]) : []),
    ...(shown.incidents && incidents ? features(incidents, chosen).features : []),
  ];
  const exports: Record<string, () => void> = {
    [t.png]: () => map.current?.getCanvas().toBlob((b) => b && save(b, "map.png")),
    [t.svg]: () => {
      const m = map.current;
      if (!m || !ground) return;
      const kindOf = (kind: string) => ground.features.filter((f) => f.properties.kind === kind);
      const l = layers.data as unknown as Record<"places" | "legs" | "footprints", Collection> | undefined;
      const dots = (incidents ? features(incidents, chosen).features : []).map((f) => ({
        ...f,
        properties: { ...f.properties, colour: colour(incidents?.routes.indexOf(String(f.properties.route)) ?? 0) },
      }));
      const { clientWidth: w, clientHeight: h } = m.getContainer();
      save(
        toSVG(
          [
            { features: kindOf("land"), fill: theme.land },
            { features: kindOf("water"), fill: theme.sea },
            { features: kindOf("border"), stroke: theme.border },
            ...(shown.footprints && l
              ? [{ features: l.footprints.features, fill: "#7a5195", stroke: "#7a5195", opacity: 0.25 }]
              : []),
            ...(shown.legs && l ? [{ features: l.legs.features, stroke: theme.leg, opacity: 0.6 }] : []),
            ...(shown.places && l ? [{ features: l.places.features, fill: "#333", radius: 2.5 }] : []),
            ...(shown.incidents ? [{ features: dots, opacity: 0.75 }] : []),
          ],
          (p) => m.project(p),
          w,
          h,
          theme.sea,
          t.attribution,
        ),
        "map.svg",
        "image/svg+xml",
      );
    },
    [t.geojson]: () =>
      save(JSON.stringify({ type: "FeatureCollection", features: seen() }), "map.geojson", "application/geo+json"),
    [t.kml]: () => save(toKML(seen(), t.title), "map.kml", "application/vnd.google-earth.kml+xml"),
  };
  const routes = incidents?.routes ?? [];

  return (
    <div className="stage">
      <div className="bar" role="toolbar" aria-label={t.title}>
        <Button text={t.fit} onClick={fit} />
        <Button text={t.lasso} active={lassoing} aria-pressed={lassoing} onClick={() => setLassoing(!lassoing)} />
        <HTMLSelect
          aria-label={text.chart.export}
          value=""
          onChange={(e) => exports[e.currentTarget.value]?.()}
          options={[{ value: "", label: text.chart.export }, ...Object.keys(exports)]}
        />
        {incidents && <Time of={incidents} window={window} onWindow={setWindow} shown={chosen.length} />}
      </div>
      <div className="canvas">
        <div ref={setBox} className="fill" style={{ cursor: lassoing ? "crosshair" : undefined }} />
        {over && (
          <div className="tip" style={{ left: over.x + 12, top: over.y + 12 }}>
            {over.lines.map((l) => (
              <div key={l}>
                <Name>{l}</Name>
              </div>
            ))}
          </div>
        )}
        <div className="attribution">
          {at} {t.attribution}
        </div>
        {incidents && incidents.ids.length === 0 && <div className="hint">{t.empty}</div>}
        {failed && (
          <div className="hint" role="alert">
            {failed}
          </div>
        )}
      </div>
      <aside aria-label={t.layers}>
        <h2>{t.layers}</h2>
        {(["incidents", "clusters", "places", "legs", "footprints"] as const).map((l) => (
          <Switch
            key={l}
            checked={shown[l]}
            label={t[l]}
            onChange={(e) => setShown({ ...shown, [l]: e.currentTarget.checked })}
          />
        ))}
        <section className="legend" aria-label={t.legend}>
          <h2>{t.legend}</h2>
          <div>{t.circle}</div>
          {routes.map((r, i) => (
            <div key={r}>
              <span className="dot" style={{ background: colour(i) }} /> <Name>{r || t.noRoute}</Name>
            </div>
          ))}
        </section>
        {incidents && (
          <p>
            <Link to={figureAddress(incidents.figure)}>{incidents.figure}</Link>
          </p>
        )}
        <Chosen ids={selected} incidents={incidents} />
      </aside>
    </div>
  );
}

function Chosen({ ids, incidents }: { ids: string[]; incidents: Incidents | undefined }) {
  if (!incidents || ids.length === 0) return null;
  const at = new Map(incidents.ids.map((id, i) => [id, i]));
  return (
    <section aria-label={t.selected}>
      <h2>
        {ids.length} {t.selected}
      </h2>
      <ul className="plain">
        {ids.slice(0, 60).map((id) => (
          <li key={id}>
            <Link to={entityAddress(id)}>
              <Name>{incidents.titles[at.get(id) ?? -1] || id}</Name>
            </Link>{" "}
            <span className="quiet">{incidents.dates[at.get(id) ?? -1]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const span = 3; // months that are seen at once

/** Time moves a window of some months over the period. */
function Time({
  of,
  window,
  onWindow,
  shown,
}: {
  of: Incidents;
  window: Window;
  onWindow: (w: Window) => void;
  shown: number;
}) {
  const all = useMemo(() => months(of), [of]);
  const [at, setAt] = useState(-1);
  const [playing, setPlaying] = useState(false);
  const last = Math.max(0, all.length - 1 - span);
  const to = useCallback(
    (k: number) => {
      setAt(k);
      onWindow(k < 0 ? null : [all[k] ?? 0, all[Math.min(k + span, all.length - 1)] ?? 0]);
    },
    [all, onWindow],
  );
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (at >= last) setPlaying(false);
      else to(at + 1);
    }, 250);
    return () => clearTimeout(timer);
  }, [playing, at, last, to]);
  if (all.length < 2) return null;
  const label = window === null ? t.all : `${monthOf(window[0])} – ${monthOf(window[1] - 1)}`;
  return (
    <div className="time">
      <Button
        text={playing ? t.pause : t.play}
        onClick={() => {
          if (!playing && at >= last) to(0);
          setPlaying(!playing);
        }}
      />
      <input
        type="range"
        aria-label={t.time}
        aria-valuetext={label}
        min={-1}
        max={last}
        value={at}
        onChange={(e) => to(Number(e.target.value))}
      />
      <output style={{ minWidth: 190 }}>
        {label}: {shown.toLocaleString("en")} {t.shown}
      </output>
    </div>
  );
}

function told(p: Record<string, unknown>, of: Incidents | undefined, marked: Mark[]): string[] {
  if (Number(p.n) > 1) return [`${p.n} ${t.incidents.toLowerCase()}`];
  if (p.k !== undefined && of) {
    const i = marked[Number(p.k)]?.members[0] ?? 0;
    return [of.titles[i], of.dates[i], of.routes[of.route[i] ?? 0]].filter(Boolean).map(String);
  }
  return [
    p.title ?? p.name ?? `${p.from} – ${p.to}`,
    p.date,
    p.route,
    p.text,
    p.members && `${p.members} ${text.networks.members.toLowerCase()}`,
  ]
    .filter(Boolean)
    .map(String);
}

/** around is what is seen, and half as much on each side. */
function around(m: maplibregl.Map): Bounds {
  const b = m.getBounds();
  const [w, h] = [(b.getEast() - b.getWest()) / 2, (b.getNorth() - b.getSouth()) / 2];
  return [b.getWest() - w, b.getSouth() - h, b.getEast() + w, b.getNorth() + h];
}

function put(m: maplibregl.Map, source: string, c: Collection) {
  (m.getSource(source) as maplibregl.GeoJSONSource | undefined)?.setData(geo(c));
}

function fitTo(m: maplibregl.Map, points: Spot[], duration = 0) {
  if (points.length === 0) return;
  const bounds = new maplibregl.LngLatBounds();
  for (const p of points) bounds.extend(p);
  m.fitBounds(bounds, { padding: 50, maxZoom: duration ? 13 : 9, duration });
}

function style(theme: typeof light): maplibregl.StyleSpecification {
  const empty = { type: "geojson" as const, data: geo(nothing) };
  const kind = (k: string): maplibregl.FilterSpecification => ["==", ["get", "kind"], k];
  return {
    version: 8,
    sources: {
      base: { ...empty, tolerance: 0.5 },
      incidents: empty,
      places: empty,
      legs: empty,
      footprints: empty,
      selected: empty,
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": theme.sea } },
      { id: "land", type: "fill", source: "base", filter: kind("land"), paint: { "fill-color": theme.land } },
      { id: "water", type: "fill", source: "base", filter: kind("water"), paint: { "fill-color": theme.sea } },
      {
        id: "border",
        type: "line",
        source: "base",
        filter: kind("border"),
        paint: { "line-color": theme.border, "line-width": 0.8 },
      },
      {
        id: "footprints",
        type: "fill",
        source: "footprints",
        paint: { "fill-color": "#7a5195", "fill-opacity": 0.14 },
      },
      {
        id: "footprintlines",
        type: "line",
        source: "footprints",
        paint: { "line-color": "#7a5195", "line-width": 1.2 },
      },
      {
        id: "legs",
        type: "line",
        source: "legs",
        paint: {
          "line-color": theme.leg,
          "line-opacity": 0.6,
          "line-width": ["interpolate", ["linear"], ["get", "value"], 1, 0.8, 50, 5],
        },
      },
      {
        id: "clusters",
        type: "circle",
        source: "incidents",
        filter: [">", ["get", "n"], 1],
        paint: {
          "circle-color": "#c2501b",
          "circle-opacity": 0.75,
          "circle-radius": ["interpolate", ["linear"], ["get", "n"], 2, 10, 100, 18, 2000, 30],
          "circle-stroke-color": "#fff",
          "circle-stroke-width": 1,
        },
      },
      {
        id: "points",
        type: "circle",
        source: "incidents",
        filter: ["==", ["get", "n"], 1],
        paint: {
          "circle-color": ["to-color", ["at", ["%", ["get", "r"], palette.length], ["literal", palette]]],
          "circle-opacity": 0.75,
          "circle-radius": ["+", 3, ["min", 12, ["sqrt", ["max", 0, ["get", "dead"]]]]],
          "circle-stroke-color": "#fff",
          "circle-stroke-width": 0.5,
        },
      },
      {
        id: "places",
        type: "circle",
        source: "places",
        paint: {
          "circle-color": theme.text,
          "circle-radius": 3,
          "circle-stroke-color": theme.land,
          "circle-stroke-width": 1,
        },
      },
      {
        id: "selected",
        type: "circle",
        source: "selected",
        paint: {
          "circle-color": "transparent",
          "circle-radius": 10,
          "circle-stroke-color": "#ffb000",
          "circle-stroke-width": 3,
        },
      },
      {
        id: "counts",
        type: "symbol",
        source: "incidents",
        filter: [">", ["get", "n"], 1],
        layout: {
          "text-field": [
            "case",
            [">=", ["get", "n"], 10000],
            ["concat", ["to-string", ["round", ["/", ["get", "n"], 1000]]], "k"],
            ["to-string", ["get", "n"]],
          ],
          "text-size": 11,
          "text-allow-overlap": true,
        },
        paint: { "text-color": "#fff" },
      },
      {
        id: "placenames",
        type: "symbol",
        source: "places",
        layout: { "text-field": ["get", "name"], "text-size": 11, "text-offset": [0, 1], "text-anchor": "top" },
        paint: { "text-color": theme.text, "text-halo-color": theme.land, "text-halo-width": 1.2 },
      },
      {
        id: "footprintnames",
        type: "symbol",
        source: "footprints",
        layout: { "text-field": ["get", "name"], "text-size": 11 },
        paint: { "text-color": theme.text, "text-halo-color": theme.land, "text-halo-width": 1.2 },
      },
    ],
  };
}
