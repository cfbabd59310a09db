// Addresses of views: the path names the view, ?sel= what is selected in all of them.
import { type AnchorHTMLAttributes, type MouseEvent, useCallback, useMemo, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const changed = () => {
  for (const l of listeners) l();
};
addEventListener("popstate", changed);

function subscribe(l: () => void) {
  listeners.add(l);
  return () => listeners.delete(l);
}

export const here = () => location.pathname + location.search;

export function go(to: string, replace = false) {
  if (to === here()) return;
  history[replace ? "replaceState" : "pushState"](null, "", to);
  changed();
}

export function useHere(): URL {
  const at = useSyncExternalStore(subscribe, here);
  return useMemo(() => new URL(at, location.origin), [at]);
}

/** withParams returns the address with other parameters; empty ones go. */
export function withParams(url: URL, values: Record<string, string>): string {
  const p = new URLSearchParams(url.search);
  for (const [k, v] of Object.entries(values)) {
    if (v) p.set(k, v);
    else p.delete(k);
  }
  const q = p.toString();
  return url.pathname + (q ? `?${q}` : "");
}

const sel = "sel";
/** Most that an address carries; more is selected without being in it. */
const most = 60;

export function useSelection(): [string[], (ids: string[]) => void] {
  const url = useHere();
  const text = url.searchParams.get(sel) ?? "";
  const ids = useMemo(() => (text ? text.split(",") : []), [text]);
  const set = useCallback((next: string[]) => {
    go(withParams(new URL(location.href), { [sel]: next.slice(0, most).join(",") }), true);
  }, []);
  return [ids, set];
}

/** Kept keeps the selection when another view is gone to. */
export function kept(to: string): string {
  const s = new URLSearchParams(location.search).get(sel);
  if (!s || to.includes(`${sel}=`)) return to;
  return `${to}${to.includes("?") ? "&" : "?"}${sel}=${encodeURIComponent(s)}`;
}

export function Link({ to, onClick, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const click = (e: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(e);
    if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    go(kept(to));
  };
  return <a {...rest} href={to} onClick={click} />;
}

export const entityAddress = (id: string) => `/entity/${encodeURIComponent(id)}`;
export const figureAddress = (id: string, keys?: string[]) =>
  `/figures/${encodeURIComponent(id)}${keys?.length ? `?cell=${encodeURIComponent(JSON.stringify(keys))}` : ""}`;
