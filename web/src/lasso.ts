// Choosing by a box or a free line on a chart or a map.
import { useEffect } from "react";

export type Spot = [number, number];

/** within reports whether a point lies in a ring, by the even-odd rule. */
export function within([x, y]: Spot, ring: Spot[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Spot;
    const [xj, yj] = ring[j] as Spot;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

const boxed = ([x, y]: Spot, [u, v]: Spot): Spot[] => [
  [x, y],
  [u, y],
  [u, v],
  [x, v],
];

/** useLasso draws with Shift a box, with Alt (or always, when free) a free line, and hands over its ring. */
export function useLasso(box: HTMLElement | null, onRing: (ring: Spot[], more: boolean) => void, free = false) {
  useEffect(() => {
    if (!box) return;
    const down = (e: PointerEvent) => {
      if (e.button !== 0 || !(e.shiftKey || e.altKey || free) || (e.target as Element).closest("button, .tip, .menu"))
        return;
      e.preventDefault();
      e.stopPropagation();
      const r = box.getBoundingClientRect();
      const spot = (m: PointerEvent): Spot => [m.clientX - r.left, m.clientY - r.top];
      const line: Spot[] = [spot(e)];
      const box1 = e.shiftKey;
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      svg.setAttribute("class", "lassopath");
      path.setAttribute("style", "fill: var(--accent); fill-opacity: 0.15; stroke: var(--accent)");
      svg.append(path);
      box.append(svg);
      const ring = () => (box1 ? boxed(line[0] as Spot, line.at(-1) as Spot) : line);
      const move = (m: PointerEvent) => {
        line.push(spot(m));
        path.setAttribute("d", `M${ring().join("L")}Z`);
      };
      const up = (m: PointerEvent) => {
        removeEventListener("pointermove", move, true);
        removeEventListener("pointerup", up, true);
        svg.remove();
        // The click that follows is part of the line.
        addEventListener("click", (c) => c.stopPropagation(), { capture: true, once: true });
        if (line.length > 2) onRing(ring(), m.ctrlKey || m.metaKey);
      };
      addEventListener("pointermove", move, true);
      addEventListener("pointerup", up, true);
    };
    // What lies below must not see the button go down: it would move.
    const mouse = (e: MouseEvent) => {
      if (e.button === 0 && (e.shiftKey || e.altKey || free) && !(e.target as Element).closest("button, .tip, .menu"))
        e.stopPropagation();
    };
    box.addEventListener("pointerdown", down, true);
    box.addEventListener("mousedown", mouse, true);
    return () => {
      box.removeEventListener("pointerdown", down, true);
      box.removeEventListener("mousedown", mouse, true);
    };
  }, [box, onRing, free]);
}
