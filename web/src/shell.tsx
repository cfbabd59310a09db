// What stands around every view: ways to the others, search, keys, the state of the picture.
import {
  Alignment,
  Button,
  Classes,
  Dialog,
  HTMLSelect,
  InputGroup,
  Navbar,
  NavbarGroup,
  Tag,
} from "@blueprintjs/core";
import { useQueryClient } from "@tanstack/react-query";
import { Component, type ComponentType, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useGet } from "./api";
import "./chart/kept";
import { Name, turned } from "./parts";
import { entityAddress, go, kept, Link, useHere } from "./router";
import { text } from "./text";
import { onUndo, redo, undo } from "./undo";
import { Contribution, Contributions } from "./views/contributions";
import { Entity } from "./views/entity";
import { Figure, Figures } from "./views/figures";
import { Judge } from "./views/judge";
import { Network, Networks } from "./views/networks";
import { Picture } from "./views/picture";

/** onDemand loads a view when it is first gone to, and shows it as soon as it is there. */
function onDemand(load: () => Promise<{ default: ComponentType }>): ComponentType {
  let View: ComponentType | undefined;
  return function OnDemand() {
    const [, turn] = useState<ComponentType | undefined>();
    useEffect(() => {
      if (View) return;
      load().then(
        (m) => {
          View = m.default;
          turn(() => m.default);
        },
        (e: Error) =>
          turn(() => {
            throw e;
          }),
      );
    }, []);
    return View ? <View /> : <p className="spaced">{text.loading}</p>;
  };
}

const MapView = onDemand(() => import("./views/map"));
const Chart = onDemand(() => import("./views/chart"));

type View = keyof typeof text.views;
const views = Object.keys(text.views) as View[];
const letters: Record<string, View> = {
  p: "picture",
  m: "map",
  c: "chart",
  n: "networks",
  j: "judge",
  f: "figures",
  o: "contributions",
  r: "report",
};

const typing = (e: KeyboardEvent) =>
  e.target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || e.target.isContentEditable);

function Page({ path }: { path: string }) {
  const [, view = "", first = ""] = path.split("/");
  const id = decodeURIComponent(first);
  switch (view) {
    case "":
    case "picture":
      return <Picture />;
    case "map":
      return <MapView />;
    case "chart":
      return <Chart />;
    case "networks":
      return id ? <Network key={id} id={id} /> : <Networks />;
    case "entity":
      return <Entity key={id} id={id} />;
    case "judge":
      return <Judge />;
    case "figures":
      return id ? <Figure key={id} id={id} /> : <Figures />;
    case "contributions":
      return id ? <Contribution key={id} entry={id} /> : <Contributions />;
    case "report":
      return <Report />;
  }
  return <p className="spaced">{text.search.none}</p>;
}

/** Report is the report as rendered now; its links to figures lead into the workbench. */
function Report() {
  const frame = useRef<HTMLIFrameElement>(null);
  const loaded = () => {
    const doc = frame.current?.contentDocument;
    doc?.addEventListener("click", (e) => {
      const data =
        (e.target as Element).closest("a")?.querySelector("data[data-figure]") ??
        (e.target as Element).closest("data[data-figure]");
      const id = data?.getAttribute("data-figure");
      if (!id) return;
      e.preventDefault();
      go(kept(`/figures/${encodeURIComponent(id)}?at=${data?.getAttribute("data-cell") ?? ""}`));
    });
    doc?.addEventListener("keydown", (e) => {
      dispatchEvent(new KeyboardEvent("keydown", { key: e.key, ctrlKey: e.ctrlKey, shiftKey: e.shiftKey }));
    });
  };
  return <iframe ref={frame} className="report" title={text.views.report} src="/api/report" onLoad={loaded} />;
}

/** Caught keeps an error of one view from taking the others with it. */
class Caught extends Component<{ children: ReactNode; at: string }, { error?: Error }> {
  override state: { error?: Error } = {};
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override componentDidUpdate(before: { at: string }) {
    if (before.at !== this.props.at && this.state.error) this.setState({ error: undefined });
  }
  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <div className="spaced" role="alert">
        <h1>{text.failed}</h1>
        <p>{this.state.error.message}</p>
        <Button text={text.again} onClick={() => this.setState({ error: undefined })} />
      </div>
    );
  }
}

function Search() {
  const [q, setQ] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const hits = useGet("/api/search", { q, limit: 12 }, q.trim().length > 1);
  const list = q.trim().length > 1 ? (hits.data?.hits ?? []) : [];
  const choose = (id: string) => {
    setOpen(false);
    document.getElementById("content")?.focus();
    go(`${entityAddress(id)}?sel=${encodeURIComponent(id)}`);
  };
  return (
    <div className="search">
      <InputGroup
        id="search"
        placeholder={text.search.box}
        value={q}
        dir="auto"
        autoComplete="off"
        role="combobox"
        aria-label={text.search.label}
        aria-expanded={open && list.length > 0}
        aria-controls="hits"
        aria-activedescendant={open && list[at] ? `hit-${at}` : undefined}
        onChange={(e) => {
          setQ(e.target.value);
          setOpen(true);
          setAt(0);
        }}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onFocus={() => setOpen(true)}
        onKeyDown={(e) => {
          if (e.key === "ArrowDown") setAt(Math.min(at + 1, list.length - 1));
          else if (e.key === "ArrowUp") setAt(Math.max(at - 1, 0));
          else if (e.key === "Enter" && list[at]) choose(list[at].id);
          else if (e.key === "Escape") setOpen(false);
          else return;
          e.preventDefault();
        }}
      />
      {open && q.trim().length > 1 && hits.data && (
        <div id="hits" className="hits" role="listbox" aria-label={text.search.label}>
          {list.length === 0 && <div className="hit">{text.search.none}</div>}
          {list.map((h, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter in the box do
            <div
              key={h.id}
              id={`hit-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              className={i === at ? "hit at" : "hit"}
              onMouseDown={(e) => e.preventDefault()}
              onClick={() => choose(h.id)}
            >
              <Tag minimal>{h.schema}</Tag> <Name>{h.name}</Name> <span className="quiet">{h.detail}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function useTheme(): [boolean, () => void] {
  const [dark, setDark] = useState(
    () =>
      (localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) ===
      "dark",
  );
  useEffect(() => {
    document.body.classList.toggle(Classes.DARK, dark);
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    localStorage.setItem("theme", dark ? "dark" : "light");
    turned();
  }, [dark]);
  return [dark, () => setDark(!dark)];
}

interface Live {
  checkpoint: string;
  working: boolean;
  failed: string;
  readOnly: string; // why nothing can be written
  problem: string; // what the server could not do
}

/** useLive asks for everything again when a new view of the case is there. */
function useLive(): Live {
  const client = useQueryClient();
  const [state, setState] = useState<Live>({ checkpoint: "", working: false, failed: "", readOnly: "", problem: "" });
  useEffect(() => {
    const source = new EventSource("/api/events");
    let last = "";
    source.onmessage = (m) => {
      const e = JSON.parse(m.data as string) as {
        kind: string;
        checkpoint?: string;
        doing?: string;
        read_only?: string;
        problem?: string;
      };
      if (e.kind === "picture") {
        if (last && e.checkpoint !== last) void client.invalidateQueries();
        last = e.checkpoint ?? "";
        setState((s) => ({ ...s, checkpoint: last, working: false, failed: "" }));
      } else if (e.kind === "state") setState((s) => ({ ...s, readOnly: e.read_only ?? "", problem: e.problem ?? "" }));
      else if (e.kind === "progress") setState((s) => ({ ...s, working: true }));
      else setState((s) => ({ ...s, working: false, failed: e.doing ?? text.failed }));
    };
    return () => source.close();
  }, [client]);
  return state;
}

/** sentence is what the server says, as a sentence. */
const sentence = (said: string) => `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;

const purposes = ["strategic", "operational", "cross-checking", "exchange"];

export function Shell() {
  const url = useHere();
  const [dark, turn] = useTheme();
  const live = useLive();
  const [keys, setKeys] = useState(false);
  const [said, setSaid] = useState("");
  const view = url.pathname.split("/")[1] || "picture";
  const title = text.views[view as View] ?? text.app;
  useEffect(() => {
    document.title = `${title} · ${text.app}`;
  }, [title]);
  useEffect(() => {
    let g = 0;
    const down = (e: KeyboardEvent) => {
      if (typing(e)) return;
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "z") {
        e.preventDefault();
        void (e.shiftKey ? redo() : undo());
      } else if (e.ctrlKey || e.metaKey || e.altKey) return;
      else if (e.key === "/") {
        e.preventDefault();
        document.getElementById("search")?.focus();
      } else if (e.key === "?") setKeys(true);
      else if (e.key === "Escape") setKeys(false);
      else if (e.key === "g") g = Date.now();
      else if (Date.now() - g < 1500 && letters[e.key]) {
        g = 0;
        e.stopImmediatePropagation();
        go(kept(`/${letters[e.key]}`));
      }
    };
    addEventListener("keydown", down, true);
    return () => removeEventListener("keydown", down, true);
  }, []);
  useEffect(() => onUndo(setSaid), []);
  const page = useMemo(() => <Page path={url.pathname} />, [url.pathname]);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <Navbar>
        <NavbarGroup align={Alignment.START}>
          <Link to="/picture" className="brand">
            <img src="/skein.svg" alt="" width={20} height={20} /> {text.app}
          </Link>
          <nav aria-label={text.app}>
            {views.map((v) => (
              <Link
                key={v}
                to={`/${v}`}
                className={v === view ? "nav at" : "nav"}
                aria-current={v === view ? "page" : undefined}
              >
                {text.views[v]}
              </Link>
            ))}
          </nav>
        </NavbarGroup>
        <NavbarGroup align={Alignment.END}>
          <Search />
          <HTMLSelect
            minimal
            aria-label={text.purpose}
            defaultValue={localStorage.getItem("purpose") ?? "strategic"}
            options={purposes}
            onChange={(e) => localStorage.setItem("purpose", e.target.value)}
          />
          <Button variant="minimal" text={dark ? text.light : text.dark} onClick={turn} />
          <Button variant="minimal" text="?" aria-label={text.keys} onClick={() => setKeys(true)} />
        </NavbarGroup>
      </Navbar>
      <div role="status">
        {live.readOnly && (
          <div className="notice">
            <Tag intent="primary">{text.readOnly}</Tag> {sentence(live.readOnly)}
          </div>
        )}
        {live.problem && (
          <div className="notice" role="alert">
            <Tag intent="danger">{text.problem}</Tag> {sentence(live.problem)}
          </div>
        )}
      </div>
      <main id="content" tabIndex={-1}>
        <Caught at={url.pathname}>{page}</Caught>
      </main>
      <footer role="status">
        <span>
          {text.checkpoint} {live.checkpoint}
        </span>
        {live.working && <span className="working">{text.working}</span>}
        {live.failed && <span role="alert">{live.failed}</span>}
        <span className="said">{said}</span>
      </footer>
      <Dialog isOpen={keys} onClose={() => setKeys(false)} title={text.keys}>
        <dl className="keys">
          {text.keyList.map(([k, what]) => (
            <div key={k}>
              <dt>
                <kbd>{k}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </div>
  );
}
