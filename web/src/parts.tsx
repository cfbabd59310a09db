// Parts that views share.
import { Button, Callout, Classes, NonIdealState, ProgressBar, Spinner } from "@blueprintjs/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { figureAddress, Link } from "./router";
import { cell } from "./spreadsheet";
import { text } from "./text";

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
}

/** Answer shows what was asked for, or that it is on its way, or what went wrong. */
export function Answer<T>({ of, children }: { of: Asked<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error)
    return (
      <Callout intent="danger" title={text.failed} className="spaced">
        <p>{of.error.message}</p>
        <Button text={text.again} onClick={() => of.refetch()} />
      </Callout>
    );
  return (
    <div className="spaced" role="status">
      <Spinner size={24} aria-label={text.loading} />
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return <NonIdealState title={title} action={children ? <div>{children}</div> : undefined} />;
}

/** Name isolates a text of any script from what stands around it. */
export const Name = ({ children }: { children: ReactNode }) => <bdi>{children}</bdi>;

/** Value is a number of a figure, with a way to what it rests on. */
export function Value({ id, keys, children }: { id: string; keys?: string[]; children: ReactNode }) {
  return (
    <Link to={figureAddress(id, keys)} className="value">
      {children}
    </Link>
  );
}

export interface Column<R> {
  key: string;
  title: string;
  width?: number; // pixels; else what is left
  number?: boolean;
  sortable?: boolean;
  cell: (row: R, i: number) => ReactNode;
  plain?: (row: R) => string; // for copying
}

interface TableProps<R> {
  label: string;
  columns: Column<R>[];
  rows?: R[];
  /** For long tables: how many rows there are, and how to get a page of them. */
  total?: number;
  page?: (offset: number, limit: number) => Promise<R[]>;
  pageKey?: string;
  sort?: string;
  onSort?: (key: string) => void;
  onRow?: (row: R, i: number) => void;
  marked?: (row: R) => boolean;
  height?: number | string;
}

const rowHeight = 30;
const pageSize = 200;

/** Table draws only the rows that are seen. Pages are fetched before they are reached. */
export function Table<R>(p: TableProps<R>) {
  const box = useRef<HTMLDivElement>(null);
  const pages = useRef(new Map<number, R[]>());
  const asked = useRef(new Set<number>());
  const [, draw] = useState(0);
  const count = p.rows?.length ?? p.total ?? 0;
  const v = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: 30 });
  const items = v.getVirtualItems();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another table
  useEffect(() => {
    pages.current.clear();
    asked.current.clear();
    draw((n) => n + 1);
  }, [p.pageKey]);
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!p.page) return;
    const from = Math.max(0, Math.floor(first / pageSize) - 1);
    const to = Math.min(Math.floor(Math.max(0, count - 1) / pageSize), Math.floor(last / pageSize) + 1);
    for (let k = from; k <= to; k++) {
      if (asked.current.has(k)) continue;
      asked.current.add(k);
      p.page(k * pageSize, pageSize).then(
        (rows) => {
          pages.current.set(k, rows);
          draw((n) => n + 1);
        },
        () => asked.current.delete(k),
      );
    }
  }, [first, last, count, p.page]);
  const rowAt = (i: number): R | undefined =>
    p.rows ? p.rows[i] : pages.current.get(Math.floor(i / pageSize))?.[i % pageSize];
  const template = p.columns.map((c) => (c.width ? `${c.width}px` : "minmax(120px, 1fr)")).join(" ");
  const sorted = (key: string) => (p.sort === key ? "ascending" : p.sort === `-${key}` ? "descending" : "none");
  return (
    <div
      ref={box}
      className="table"
      role="table"
      aria-label={p.label}
      aria-rowcount={count + 1}
      style={{ maxHeight: p.height ?? "100%" }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
    >
      <div role="rowgroup" className="table-head">
        <div role="row" style={{ gridTemplateColumns: template }} className="table-row">
          {p.columns.map((c) => (
            <div
              key={c.key}
              role="columnheader"
              aria-sort={c.sortable ? sorted(c.key) : undefined}
              className={c.number ? "number" : ""}
            >
              {c.sortable && p.onSort ? (
                <button
                  type="button"
                  className="sorter"
                  onClick={() => p.onSort?.(p.sort === `-${c.key}` ? c.key : `-${c.key}`)}
                >
                  {c.title}
                  <span aria-hidden> {p.sort === c.key ? "▲" : p.sort === `-${c.key}` ? "▼" : ""}</span>
                </button>
              ) : (
                c.title
              )}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: v.getTotalSize(), position: "relative", minWidth: "100%" }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the links and buttons within do the same
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className={`table-row${row && p.marked?.(row) ? " marked" : ""}${p.onRow ? " clickable" : ""}`}
              style={{
                gridTemplateColumns: template,
                transform: `translateY(${item.start}px)`,
                position: "absolute",
                top: 0,
                left: 0,
                right: 0,
              }}
              onClick={() => row && p.onRow?.(row, item.index)}
            >
              {p.columns.map((c) => (
                <div key={c.key} role="cell" className={c.number ? "number" : ""}>
                  {row ? c.cell(row, item.index) : "…"}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** copy puts rows on the clipboard as a table that spreadsheets read. */
export async function copy(head: string[], rows: string[][]) {
  await navigator.clipboard.writeText(
    [head, ...rows].map((r) => r.map((c) => cell(c.replaceAll(/[\t\r\n]+/g, " "))).join("\t")).join("\n"),
  );
}

/** turned tells views that draw by hand that the theme is another. */
export const turned = () => dispatchEvent(new Event("theme"));

export const useDark = () =>
  useSyncExternalStore(
    (l) => {
      addEventListener("theme", l);
      return () => removeEventListener("theme", l);
    },
    () => document.body.classList.contains(Classes.DARK),
  );

/** Lock marks a person whose data are given for a reason only. */
export function Lock() {
  return (
    <svg className="lock" width="11" height="12" viewBox="0 0 11 12" role="img" aria-label={text.entity.locked}>
      <title>{text.entity.locked}</title>
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M1 5h1.5V3.5a3 3 0 0 1 6 0V5H10v6.5H1zm3-1.5V5h3V3.5a1.5 1.5 0 0 0-3 0z"
      />
    </svg>
  );
}

/** useJob runs one thing at a time that may take long: what failed is told, and it can be cancelled. */
export function useJob() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const job = useRef<AbortController>(null);
  const run = useCallback(async (what: (signal: AbortSignal) => Promise<void>) => {
    job.current?.abort();
    const mine = new AbortController();
    job.current = mine;
    setBusy(true);
    setFailed("");
    try {
      await what(mine.signal);
    } catch (e) {
      if (!mine.signal.aborted) setFailed((e as Error).message);
    } finally {
      if (job.current === mine) setBusy(false);
    }
  }, []);
  const cancel = useCallback(() => job.current?.abort(), []);
  return { busy, failed, setFailed, run, cancel };
}

/** Working says that something takes its time, when it has taken a second, and lets it be cancelled. */
export function Working({ what, cancel }: { what: ReactNode; cancel: () => void }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div role="status" className="job">
      <span>{what}</span>
      <ProgressBar aria-label={text.loading} />
      <Button size="small" text={text.cancel} onClick={cancel} />
    </div>
  );
}
