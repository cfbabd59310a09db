// The chart that is being worked in, kept over a reload.
import { undoable } from "../undo";
import type { Kept } from "./model";

const store = "chart";
const turned = "chart";

export function keptChart(): Kept | undefined {
  const text = sessionStorage.getItem(store);
  return text ? (JSON.parse(text) as Kept) : undefined;
}

export const keepChart = (k: Kept) => sessionStorage.setItem(store, JSON.stringify(k));
export const dropChart = () => sessionStorage.removeItem(store);

undoable<Kept>("chart", (k) => {
  keepChart(k);
  dispatchEvent(new CustomEvent(turned, { detail: k }));
});

/** onChart is called when undo or redo brings another chart about. */
export function onChart(l: (k: Kept) => void) {
  const heard = (e: Event) => l((e as CustomEvent<Kept>).detail);
  addEventListener(turned, heard);
  return () => removeEventListener(turned, heard);
}
