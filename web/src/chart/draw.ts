// The link chart on the screen: Sigma draws entities and ties, a canvas over it icons, rings and badges.
import Graph from "graphology";
import Sigma from "sigma";
import {
  extremityArrow,
  layerDashed,
  layerPlain,
  sdfCircle,
  sdfDiamond,
  sdfSquare,
  sdfTriangle,
} from "sigma/rendering";
import { text } from "../text";
import { colourOf, iconOf, tierColour } from "./icons";
import { type At, type Drawn, type Entity, extent, type Model, type Tie } from "./model";
import { type Box, Taken } from "./taken";

const t = text.chart;
const shapes: Record<string, string> = {
  Person: "circle",
  Group: "circle",
  Organization: "square",
  Company: "square",
  Place: "diamond",
  Address: "diamond",
  Incident: "triangle",
};
const paths = new Map<string, Path2D>();
const icon = (schema: string) => {
  let p = paths.get(schema);
  if (!p) {
    p = new Path2D(iconOf(schema));
    paths.set(schema, p);
  }
  return p;
};

export interface Hooks {
  click: (id: string, e: MouseEvent) => void;
  nothing: () => void;
  open: (id: string) => void;
  menu: (id: string, x: number, y: number) => void;
  hover: (what: { id?: string; tie?: Tie; x: number; y: number } | null) => void;
  moved: (to: { id: string; x: number; y: number }[]) => void;
}

export class Canvas {
  readonly sigma: Sigma;
  private readonly graph = new Graph({ multi: true });
  private readonly marks: HTMLCanvasElement;
  private model: Model | undefined;
  private entities = new Map<string, Entity>();
  private ties = new Map<string, Tie>();
  private selected = new Set<string>();
  private theme = { text: "#1c2127", line: "#8a939e", pale: "#d3d8de", page: "#fff", accent: "#215db0" };

  /** A large chart has no room for dashes and arrows: what is unconfirmed is pale in it. */
  constructor(
    box: HTMLElement,
    hooks: Hooks,
    dark: boolean,
    private readonly large: boolean,
  ) {
    if (dark) this.theme = { text: "#f6f7f9", line: "#7d8794", pale: "#404854", page: "#1c2127", accent: "#68a8f8" };
    const sigma = new Sigma(this.graph, box, {
      primitives: {
        nodes: { shapes: [sdfCircle(), sdfSquare(), sdfDiamond(), sdfTriangle()] },
        edges: large
          ? { layers: [layerPlain()] }
          : {
              extremities: [extremityArrow()],
              variables: { gap: { type: "number", default: 0 } },
              // What is unconfirmed has gaps: dashes of the page's colour over the line.
              layers: [
                layerPlain(),
                layerDashed({
                  dashColor: this.theme.page,
                  dashSize: { attribute: "gap", default: 0, mode: "pixels" },
                  gapSize: { value: 5, mode: "pixels" },
                }),
              ],
            },
      },
      styles: {
        nodes: {
          x: { attribute: "x" },
          y: { attribute: "y" },
          size: { attribute: "size", defaultValue: 8 },
          color: { attribute: "color", defaultValue: "#888888" },
          shape: { attribute: "shape", defaultValue: "circle" },
          depth: { whenState: "isHovered", then: "topNodes", else: "nodes" },
        },
        edges: {
          color: { attribute: "color", defaultValue: this.theme.line },
          size: { attribute: "size", defaultValue: 1.2 },
          ...(large
            ? {}
            : {
                gap: { attribute: "gap", defaultValue: 0 },
                head: { attribute: "head", defaultValue: "none" },
              }),
          depth: { whenState: "isHovered", then: "topEdges", else: "edges" },
        },
      },
      settings: {
        antialiasEdges: !large,
        enableNodeDrag: true,
        itemSizesReference: "screen",
        stagePadding: 40,
        renderLabels: false,
        minCameraRatio: 0.01,
        maxCameraRatio: 20,
        getDraggedNodes: (id: string) => {
          const all = this.selected.has(id) ? [...this.selected].filter((x) => this.graph.hasNode(x)) : [id];
          return all.filter((x) => !this.model?.pinned.has(x));
        },
        allowInvalidContainer: true,
      },
    });
    this.sigma = sigma;
    this.marks = sigma.createCanvas("marks", { style: { pointerEvents: "none" } });
    sigma.on("afterRender", () => this.mark());
    sigma.on("clickNode", (e) => hooks.click(e.node, e.event.original as MouseEvent));
    sigma.on("clickStage", () => hooks.nothing());
    sigma.on("doubleClickNode", (e) => {
      e.preventSigmaDefault();
      hooks.open(e.node);
    });
    sigma.on("rightClickNode", (e) => {
      e.event.original.preventDefault();
      e.preventSigmaDefault();
      hooks.menu(e.node, e.event.x, e.event.y);
    });
    let over: Tie | undefined;
    let onNode = false;
    sigma.on("enterNode", (e) => {
      onNode = true;
      hooks.hover({ id: e.node, x: e.event.x, y: e.event.y });
    });
    sigma.on("leaveNode", () => {
      onNode = false;
      hooks.hover(null);
    });
    sigma.getMouseCaptor().on("mousemove", (e) => {
      if (onNode) return;
      const tie = this.tieAt(e.x, e.y);
      if (tie !== over) hooks.hover(tie ? { tie, x: e.x, y: e.y } : null);
      over = tie;
    });
    sigma.on("nodeDragEnd", (e) => {
      hooks.moved(
        e.allDraggedNodes.map((id) => ({
          id,
          x: this.graph.getNodeAttribute(id, "x") as number,
          y: this.graph.getNodeAttribute(id, "y") as number,
        })),
      );
    });
  }

  /** show draws a model; entities that stay are moved, not made anew. */
  show(m: Model, d: Drawn) {
    const first = this.graph.order === 0;
    this.model = m;
    this.entities = new Map(d.entities.map((e) => [e.id, e]));
    const g = this.graph;
    for (const id of g.nodes()) if (!this.entities.has(id)) g.dropNode(id);
    const size = d.entities.length > 600 ? 5 : d.entities.length > 150 ? 8 : 12;
    for (const e of d.entities) {
      const p = m.at.get(e.id) ?? { x: 0, y: 0 };
      g.mergeNode(e.id, {
        x: p.x,
        y: p.y,
        size: e.schema === "Person" || e.schema === "Group" ? size : size * 0.85,
        color: e.locked ? "#6b6f76" : colourOf(e.schema),
        shape: shapes[e.schema] ?? "circle",
      });
    }
    g.clearEdges();
    this.ties.clear();
    for (const tie of d.ties) {
      const [from, to] = tie.directed < 0 ? [tie.b, tie.a] : [tie.a, tie.b];
      const id = g.addEdge(from, to, {
        gap: tie.confirmed ? 0 : 4,
        head: tie.directed === 0 ? "none" : "arrow",
        color: this.large && !tie.confirmed ? this.theme.pale : this.theme.line,
        size: tie.confirmed ? 1.6 : 1.2,
      });
      this.ties.set(id, tie);
    }
    if (first) this.fit();
    else this.sigma.scheduleRefresh();
  }

  select(ids: string[]) {
    this.selected = new Set(ids);
    this.mark();
  }

  /** fit moves the camera so that all is seen. */
  fit() {
    const points = this.graph.mapNodes((_, a) => a as unknown as At);
    if (points.length === 0) return;
    const { left, right, low, high } = extent(points);
    const pad = Math.max(right - left, high - low, 1) * 0.04;
    this.sigma.setCustomBBox({ x: [left - pad, right + pad], y: [low - pad, high + pad] });
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    this.sigma.scheduleRefresh();
  }

  /** at is where an entity is on the screen. */
  at(id: string): [number, number] | undefined {
    if (!this.graph.hasNode(id)) return undefined;
    const a = this.graph.getNodeAttributes(id) as unknown as At;
    const p = this.sigma.graphToViewport(a);
    return [p.x, p.y];
  }

  /** tieAt is the tie that passes nearest to a point of the screen, if near enough to be meant. */
  private tieAt(x: number, y: number): Tie | undefined {
    let [near, tie]: [number, Tie | undefined] = [5, undefined];
    const spots = new Map<string, [number, number]>();
    const spot = (id: string) => {
      let p = spots.get(id);
      if (!p) {
        p = this.at(id) ?? [Number.NaN, Number.NaN];
        spots.set(id, p);
      }
      return p;
    };
    for (const t of this.ties.values()) {
      const [[ax, ay], [bx, by]] = [spot(t.a), spot(t.b)];
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      const far = Math.hypot(x - ax - along * dx, y - ay - along * dy);
      if (far < near) [near, tie] = [far, t];
    }
    return tie;
  }

  inside(test: (at: [number, number]) => boolean): string[] {
    return this.graph.nodes().filter((id) => {
      const p = this.at(id);
      return p !== undefined && test(p);
    });
  }

  kill() {
    this.sigma.kill();
  }

  /** mark draws over Sigma's nodes what they are: icon, tier, badges, name. */
  private mark() {
    const c = this.marks.getContext("2d");
    if (!c || !this.model) return;
    const { width, height } = this.sigma.getDimensions();
    const k = devicePixelRatio;
    if (this.marks.width !== Math.round(width * k) || this.marks.height !== Math.round(height * k)) {
      this.marks.width = Math.round(width * k);
      this.marks.height = Math.round(height * k);
      this.marks.style.width = `${width}px`;
      this.marks.style.height = `${height}px`;
    }
    c.setTransform(k, 0, 0, k, 0, 0);
    c.clearRect(0, 0, width, height);
    const seen: { e: Entity; x: number; y: number; r: number }[] = [];
    for (const e of this.entities.values()) {
      const p = this.at(e.id);
      if (!p || p[0] < -30 || p[1] < -30 || p[0] > width + 30 || p[1] > height + 30) continue;
      const r = this.sigma.scaleSize(this.graph.getNodeAttribute(e.id, "size") as number);
      seen.push({ e, x: p[0], y: p[1], r });
    }
    const taken = new Taken();
    for (const { e, x, y, r } of seen) {
      this.node(c, e, x, y, r);
      taken.add([x - r - 2, y - r - 2, x + r + 2, y + r + 2]);
    }
    for (const { e, x, y, r } of seen) if (r >= 7) this.badges(c, e, x, y, r, taken);
    this.names(c, seen, taken);
  }

  private node(c: CanvasRenderingContext2D, e: Entity, x: number, y: number, r: number) {
    if (r >= 5.5) {
      c.save();
      c.translate(x - r * 0.62, y - r * 0.62);
      c.scale((r * 1.24) / 16, (r * 1.24) / 16);
      c.fillStyle = "#fff";
      c.fill(icon(e.schema), "evenodd");
      c.restore();
    }
    if (e.tier) {
      c.beginPath();
      c.setLineDash(e.assessed ? [4, 3] : []);
      c.lineWidth = Math.max(1.2, r / 5);
      c.strokeStyle = tierColour[e.tier] ?? "#888";
      c.arc(x, y, r + 1 + c.lineWidth / 2, 0, 7);
      c.stroke();
      c.setLineDash([]);
    }
    if (this.selected.has(e.id)) {
      c.beginPath();
      c.lineWidth = 2.5;
      c.strokeStyle = this.theme.accent;
      c.arc(x, y, r + 6, 0, 7);
      c.stroke();
    }
  }

  private badges(c: CanvasRenderingContext2D, e: Entity, x: number, y: number, r: number, taken: Taken) {
    const badges = e.locked ? [t.locked] : (e.badges ?? []).slice(0, 3);
    if (this.model?.pinned.has(e.id)) badges.splice(2, 1, t.pinned);
    if (badges.length === 0) return;
    c.font = "9px sans-serif";
    c.textAlign = "left";
    const widths = badges.map((b) => c.measureText(b).width + 5);
    const all = widths.reduce((s, w) => s + w + 2, -2);
    let bx = x + r * 0.5;
    if (!taken.free([bx + 1, y - r - 9, bx + all, y - r - 4])) bx = x - r * 0.5 - all;
    taken.add([bx, y - r - 9, bx + all, y - r + 3]);
    badges.forEach((b, i) => {
      const w = widths[i] ?? 0;
      c.fillStyle = this.theme.page;
      c.strokeStyle = this.theme.line;
      c.lineWidth = 1;
      c.beginPath();
      c.roundRect(bx, y - r - 9, w, 12, 3);
      c.fill();
      c.stroke();
      c.fillStyle = this.theme.text;
      c.fillText(b, bx + 2.5, y - r);
      bx += w + 2;
    });
  }

  /** names writes names where they cover nothing, those first who matter most; the others show when pointed at. */
  private names(c: CanvasRenderingContext2D, seen: { e: Entity; x: number; y: number; r: number }[], taken: Taken) {
    const weight = (e: Entity) =>
      (this.selected.has(e.id) ? 1000 : 0) + (e.schema === "Person" ? 0 : 50) + 100 * rankOf(e.tier) + e.ties;
    c.font = "12px sans-serif";
    c.textAlign = "center";
    c.lineJoin = "round";
    for (const { e, x, y, r } of [...seen].sort((a, b) => weight(b.e) - weight(a.e))) {
      if (e.locked || r < 5) continue;
      const half = c.measureText(e.name).width / 2;
      for (const [dx, dy] of [
        [0, r + 15],
        [r + half + 6, 4],
        [-r - half - 6, 4],
        [0, -r - 6],
      ] as const) {
        const box: Box = [x + dx - half, y + dy - 10, x + dx + half, y + dy + 3];
        if (!taken.free(box)) continue;
        taken.add(box);
        c.strokeStyle = this.theme.page;
        c.lineWidth = 3;
        c.strokeText(e.name, x + dx, y + dy);
        c.fillStyle = this.theme.text;
        c.fillText(e.name, x + dx, y + dy);
        break;
      }
    }
  }
}

const rankOf = (tier?: string) => ["facilitator", "organiser", "leader"].indexOf(tier ?? "") + 1;
