import { Button, Callout, Tag } from "@blueprintjs/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Got, get, post } from "../api";
import { Empty, Name } from "../parts";
import { entityAddress, Link } from "../router";
import { text } from "../text";
import { did, undo, undoable } from "../undo";

const t = text.judge;
type Asked = Got<"/api/judge">["pairs"][number];
type Verdict = "same" | "different" | "unsure";

const pairOf = (q: Asked) => `${q.a.key} ${q.b.key}`;

interface Judged {
  a: string;
  b: string;
  verdict: Verdict | "withdrawn";
}

async function judge(j: Judged) {
  await post("/api/judge", {}, j);
  dispatchEvent(new CustomEvent("judged", { detail: j }));
}
undoable<Judged>("judge", judge);

/** Judge asks about one pair after another; a pair that was judged here is not asked again. */
export function Judge() {
  const [queue, setQueue] = useState<Asked[]>();
  const [at, setAt] = useState(0);
  const [verdicts, setVerdicts] = useState<Record<string, Verdict>>({});
  const [failed, setFailed] = useState("");
  const [total, setTotal] = useState(0);
  const [guarded, setProtected] = useState(0);
  const seen = useRef(new Set<string>());
  const more = useCallback(async () => {
    try {
      const waiting = await get("/api/judge", { limit: 50 });
      setProtected(waiting.protected);
      setTotal((before) => before || waiting.total);
      const next = waiting.pairs.filter((q) => !seen.current.has(pairOf(q)));
      for (const q of next) seen.current.add(pairOf(q));
      setQueue((old) => [...(old ?? []), ...next]);
    } catch (e) {
      setFailed((e as Error).message);
    }
  }, []);
  useEffect(() => void more(), [more]);
  useEffect(() => {
    if (queue && at > 0 && at === queue.length - 5) void more();
  }, [queue, at, more]);

  const q = queue?.[at];
  const say = useCallback(
    async (verdict: Verdict) => {
      if (!q || verdicts[pairOf(q)]) return;
      const pair = { a: q.a.key, b: q.b.key };
      try {
        await judge({ ...pair, verdict });
        did<Judged>(
          "judge",
          `${verdict}: ${q.a.name} – ${q.b.name}`,
          { ...pair, verdict: "withdrawn" },
          { ...pair, verdict },
        );
      } catch (e) {
        setFailed((e as Error).message);
      }
    },
    [q, verdicts],
  );
  useEffect(() => {
    const heard = (e: Event) => {
      const j = (e as CustomEvent<Judged>).detail;
      const pair = `${j.a} ${j.b}`;
      const where = queue?.findIndex((x) => pairOf(x) === pair) ?? -1;
      if (j.verdict === "withdrawn") {
        setVerdicts(({ [pair]: _, ...rest }) => rest);
        if (where >= 0) setAt(where);
        else void more();
      } else {
        const verdict = j.verdict;
        setVerdicts((v) => ({ ...v, [pair]: verdict }));
        setAt(where + 1);
      }
    };
    addEventListener("judged", heard);
    return () => removeEventListener("judged", heard);
  }, [queue, more]);
  useEffect(() => {
    const down = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.target instanceof HTMLInputElement) return;
      if (e.key === "y") void say("same");
      else if (e.key === "n") void say("different");
      else if (e.key === "u" || e.key === "h") void say("unsure");
      else if (e.key === "j") setAt((i) => Math.min(i + 1, queue?.length ?? 0));
      else if (e.key === "k") setAt((i) => Math.max(i - 1, 0));
      else if (e.key === "z") void undo();
    };
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  }, [say, queue]);

  const judged = Object.keys(verdicts).length;
  return (
    <div className="page">
      <h1>{t.title}</h1>
      {failed && (
        <Callout intent="danger" title={text.failed} role="alert">
          {failed}
        </Callout>
      )}
      <p className="quiet" role="status">
        {judged} {t.done}, {Math.max(0, total - judged).toLocaleString("en")} {t.left}
        {guarded > 0 && `. ${guarded} ${t.protected}`}
      </p>
      {queue && !q && <Empty title={t.none}>{at > 0 && <Button text={t.back} onClick={() => setAt(at - 1)} />}</Empty>}
      {q && <Pair q={q} verdict={verdicts[pairOf(q)]} />}
      <div className="tools">
        {(
          [
            ["same", t.same, "success"],
            ["different", t.different, "danger"],
            ["unsure", t.unsure, "none"],
          ] as const
        ).map(([v, label, intent]) => (
          <Button key={v} text={label} intent={intent} disabled={!q || !!verdicts[pairOf(q)]} onClick={() => say(v)} />
        ))}
        <Button variant="minimal" text={t.back} disabled={at === 0} onClick={() => setAt(at - 1)} />
        <Button variant="minimal" text={t.next} disabled={!q} onClick={() => setAt(at + 1)} />
        <Button variant="minimal" text={t.undo} onClick={() => undo()} />
      </div>
    </div>
  );
}

/** marked sets off the words of a that b has not. */
function marked(a: string, b: string) {
  const words = new Set(b.toLowerCase().split(/[\s,;]+/));
  return a.split(/([\s,;]+)/).map((w, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: words of one text
    i % 2 === 1 || words.has(w.toLowerCase()) ? <span key={i}>{w}</span> : <mark key={i}>{w}</mark>,
  );
}

function Pair({ q, verdict }: { q: Asked; verdict?: Verdict }) {
  const steps = q.pair.steps;
  // The waterfall's scale: from the lowest to the highest sum on the way.
  let sum = q.pair.prior;
  const falls = steps.map((s) => {
    const from = sum;
    sum += s.weight;
    return [from, sum] as const;
  });
  const all = [0, q.pair.prior, ...falls.flat()];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const bar = (from: number, to: number) => (
    <div className="fall" aria-hidden>
      <i
        className={to >= from ? "up" : "down"}
        style={{
          left: `${(100 * (Math.min(from, to) - low)) / span}%`,
          width: `max(1px, ${(100 * Math.abs(to - from)) / span}%)`,
        }}
      />
    </div>
  );
  const side = (s: Asked["a"]) => (
    <div className="head">
      <Link to={entityAddress(s.key)}>
        <Name>{s.name}</Name>
      </Link>
      <div className="quiet">{s.source}</div>
    </div>
  );
  return (
    <>
      <div className="tools">
        <strong>
          {t.weight} {q.pair.weight.toFixed(1)} {t.bits}
        </strong>
        <span>
          {t.probability} {(100 * q.pair.probability).toFixed(0)} %
        </span>
        {verdict && (
          <Tag intent="primary">
            {t.judged}: {verdict}
          </Tag>
        )}
      </div>
      <div className="sides" role="table" aria-label={t.title}>
        <div role="row" className="contents">
          <div className="head" role="columnheader">
            {t.property}
          </div>
          <div role="columnheader" className="cell">
            {side(q.a)}
          </div>
          <div role="columnheader" className="cell">
            {side(q.b)}
          </div>
          <div className="head" role="columnheader">
            {t.waterfall}
          </div>
        </div>
        <div role="row" className="contents">
          <div role="cell" className="quiet">
            {t.prior}
          </div>
          <div role="cell" />
          <div role="cell" />
          <div role="cell">
            {q.pair.prior.toFixed(1)}
            {bar(0, q.pair.prior)}
          </div>
        </div>
        {steps.map((s, i) => {
          const [a, b] = [q.a.told[i] ?? "", q.b.told[i] ?? ""];
          const [from, to] = falls[i] ?? [0, 0];
          return (
            <div role="row" className="contents" key={s.property}>
              <div role="cell">{s.property}</div>
              <div role="cell">
                <Name>{a && b ? marked(a, b) : a || "–"}</Name>
              </div>
              <div role="cell">
                <Name>{a && b ? marked(b, a) : b || "–"}</Name>
              </div>
              <div role="cell">
                {s.weight > 0 ? "+" : ""}
                {s.weight.toFixed(1)} <span className="quiet">{s.level}</span>
                {bar(from, to)}
              </div>
            </div>
          );
        })}
      </div>
    </>
  );
}
