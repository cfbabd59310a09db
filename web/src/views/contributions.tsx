import { Button, Callout, InputGroup, Tag } from "@blueprintjs/core";
import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useCallback, useEffect, useRef, useState } from "react";
import { type Got, get, type Posted, post, useGet } from "../api";
import { Answer, type Column, Lock, Name, Table, useJob, Working } from "../parts";
import { entityAddress, Link, useHere } from "../router";
import { counted, text } from "../text";

const t = text.contributions;
type Suggestion = Posted<"/api/contributions/suggest">;
type Taken = Posted<"/api/contributions">;
type RecordLine = Got<"/api/contributions/{entry}/records">["records"][number];

/** asText reads bytes that came in base64: as UTF-16 when every other is zero, else as UTF-8. */
function asText(raw = ""): string {
  const bytes = Uint8Array.from(atob(raw), (c) => c.charCodeAt(0));
  const zeros = (odd: number) => bytes.filter((b, i) => i % 2 === odd && b === 0).length * 4 > bytes.length;
  return new TextDecoder(zeros(1) ? "utf-16le" : zeros(0) ? "utf-16be" : "utf-8").decode(bytes);
}

export function Contributions() {
  const url = useHere();
  const asked = useGet("/api/contributions", { limit: 10000 });
  return (
    <div className="page">
      <h1>{t.title}</h1>
      <Upload />
      {url.searchParams.get("quarantine") && <Quarantine />}
      <Answer of={asked}>
        {(d) => (
          <Table
            label={t.title}
            height="60vh"
            rows={d.contributions.toReversed()}
            columns={[
              { key: "entry", title: t.entry, width: 80, number: true, cell: (c) => c.entry },
              {
                key: "name",
                title: t.name,
                cell: (c) => (
                  <Link to={`/contributions/${c.entry}`}>
                    <Name>{c.name}</Name>
                  </Link>
                ),
              },
              { key: "owner", title: t.owner, width: 150, cell: (c) => c.owner },
              { key: "grade", title: t.grade, width: 100, cell: (c) => c.grade },
              { key: "label", title: t.label, width: 240, cell: (c) => <span title={c.label}>{c.label}</span> },
              { key: "received", title: t.received, width: 110, cell: (c) => c.received },
              {
                key: "records",
                title: t.records,
                width: 100,
                number: true,
                cell: (c) => c.records.toLocaleString("en"),
              },
              { key: "quarantined", title: t.quarantine, width: 110, number: true, cell: (c) => c.quarantined || "" },
            ]}
          />
        )}
      </Answer>
    </div>
  );
}

/** Upload takes a file in: it suggests a mapping, shows what that makes, and waits for a yes. */
function Upload() {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);
  const [found, setFound] = useState<Suggestion>();
  const [mapping, setMapping] = useState("");
  const [owner, setOwner] = useState("");
  const [label, setLabel] = useState("H1 RESTRICTED");
  const [grade, setGrade] = useState("B2");
  const { busy, failed, setFailed, run, cancel } = useJob();
  const [taken, setTaken] = useState<Taken>();
  const chooser = useRef<HTMLInputElement>(null);

  const suggest = (f: File, m = "") =>
    run(async (signal) => {
      const form = new FormData();
      form.set("file", f);
      if (m) form.set("mapping", m);
      const s = await post("/api/contributions/suggest", {}, form, signal);
      setFound(s);
      setMapping(s.mapping);
    });
  const choose = (f?: File | null) => {
    if (!f) return;
    setFile(f);
    setFound(undefined);
    setTaken(undefined);
    void suggest(f);
  };
  const take = () =>
    run(async (signal) => {
      const form = new FormData();
      if (file) form.set("file", file);
      for (const [k, v] of Object.entries({ mapping, owner, label, grade })) form.set(k, v);
      setTaken(await post("/api/contributions", {}, form, signal));
      setFound(undefined);
      await client.invalidateQueries();
    });
  const picture = useGet("/api/picture");
  const leave = () => {
    setFound(undefined);
    setFile(undefined);
    setFailed("");
  };
  return (
    <section aria-label={t.drop}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same */}
      <div
        className={over ? "drop over" : "drop"}
        onDragOver={(e: DragEvent) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e: DragEvent) => {
          e.preventDefault();
          setOver(false);
          choose(e.dataTransfer.files[0]);
        }}
      >
        {t.drop}: <Button text={t.choose} onClick={() => chooser.current?.click()} />
        {picture.data && <span className="quiet"> {t.most(picture.data.condition.upload)}</span>}
        <input ref={chooser} type="file" hidden aria-label={t.choose} onChange={(e) => choose(e.target.files?.[0])} />
      </div>
      {busy && (
        <Working
          what={
            <>
              {t.uploading} <Name>{file?.name}</Name>
            </>
          }
          cancel={cancel}
        />
      )}
      {failed && (
        <Callout intent="danger" title={text.failed} role="alert">
          {failed}
        </Callout>
      )}
      {taken && (
        <Callout intent={taken.quarantined ? "warning" : "success"} title={`${t.taken}: ${file?.name}`} role="status">
          {counted(taken.rows, text.rows)}, {counted(taken.records, text.picture.records)},{" "}
          <Link to={`/contributions/${taken.entry}`}>{counted(taken.quarantined, text.picture.quarantined)}</Link>.{" "}
          {taken.reason}
        </Callout>
      )}
      {found && !taken && (
        <div className="card">
          <h2>
            <Name>{found.name}</Name> <span className="quiet">{found.read}</span>
          </h2>
          <Table
            label={t.preview}
            height={200}
            rows={found.rows}
            columns={found.columns.map(
              (c, i): Column<string[]> => ({ key: `${i}`, title: c, width: 150, cell: (r) => <Name>{r[i]}</Name> }),
            )}
          />
          <label>
            <h3>{t.suggested}</h3>
            <textarea
              className="mapping"
              aria-label={t.suggested}
              spellCheck={false}
              value={mapping}
              onChange={(e) => setMapping(e.target.value)}
            />
          </label>
          <p role="status">
            {t.makes} <strong>{found.result || "–"}</strong> {t.fromRows} ({found.looked})
          </p>
          <BadRows rows={found.bad} />
          <div className="form">
            <label>
              {t.owner}
              <InputGroup value={owner} onChange={(e) => setOwner(e.target.value)} />
            </label>
            <label>
              {t.label}
              <InputGroup value={label} onChange={(e) => setLabel(e.target.value)} />
            </label>
            <label>
              {t.grade}
              <InputGroup value={grade} onChange={(e) => setGrade(e.target.value)} />
            </label>
            <Button text={t.tryAgain} disabled={busy} onClick={() => file && suggest(file, mapping)} />
            <Button intent="primary" text={t.take} disabled={busy || !owner} onClick={take} />
            <Button variant="minimal" text={text.cancel} onClick={leave} />
          </div>
        </div>
      )}
    </section>
  );
}

function BadRows({ rows }: { rows: Suggestion["bad"] }) {
  if (rows.length === 0) return null;
  return (
    <Callout intent="warning" title={t.bad} compact>
      <ul className="plain">
        {rows.slice(0, 8).map((b) => (
          <li key={`${b.row} ${b.column}`}>
            {t.row} {b.row}, {b.column}: {b.reason}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function Quarantine({ entry }: { entry?: string }) {
  const asked = useGet("/api/quarantine", { entry, limit: 10000 });
  return (
    <section>
      <h2>{t.quarantine}</h2>
      <Answer of={asked}>
        {(d) =>
          d.total === 0 ? (
            <p className="quiet">{t.noQuarantine}</p>
          ) : (
            <Table
              label={t.quarantine}
              height={Math.min(300, 34 + 30 * d.rows.length)}
              rows={d.rows}
              columns={[
                {
                  key: "name",
                  title: t.name,
                  width: 260,
                  cell: (r) => (
                    <Link to={`/contributions/${r.entry}`}>
                      <Name>{r.name}</Name>
                    </Link>
                  ),
                },
                { key: "row", title: t.row, width: 80, number: true, cell: (r) => r.row },
                { key: "column", title: t.column, width: 140, cell: (r) => r.column ?? "" },
                { key: "reason", title: t.reason, width: 420, cell: (r) => <span title={r.reason}>{r.reason}</span> },
                {
                  key: "raw",
                  title: t.bytes,
                  width: 600,
                  cell: (r) => (
                    <code title={asText(r.raw)}>
                      <Name>{asText(r.raw)}</Name>
                    </code>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
    </section>
  );
}

export function Contribution({ entry }: { entry: string }) {
  const asked = useGet("/api/contributions/{entry}/records", { entry, limit: 1 });
  const all = useGet("/api/contributions", { limit: 10000 });
  const c = all.data?.contributions.find((x) => String(x.entry) === entry);
  const page = useCallback(
    async (offset: number, limit: number) =>
      (await get("/api/contributions/{entry}/records", { entry, offset, limit })).records,
    [entry],
  );
  const columns: Column<RecordLine>[] = [
    { key: "row", title: t.row, width: 130, cell: (r) => r.row },
    { key: "schema", title: t.kind, width: 150, cell: (r) => <Tag minimal>{r.schema}</Tag> },
    { key: "grade", title: text.entity.grade, width: 110, cell: (r) => <span title={r.label}>{r.grade}</span> },
    {
      key: "thing",
      title: text.entity.record,
      width: 200,
      cell: (r) =>
        r.thing ? (
          <Link to={entityAddress(r.thing)}>
            {r.locked && <Lock />}
            {r.thing}
          </Link>
        ) : (
          ""
        ),
    },
    {
      key: "statements",
      title: text.entity.statements,
      cell: (r) => (
        <Name>
          {r.locked
            ? text.entity.locked
            : Object.entries(r.statements)
                .map(([k, v]) => `${k}=${v.join("|")}`)
                .join("  ")}
        </Name>
      ),
    },
  ];
  return (
    <div className="page">
      <p>
        <Link to="/contributions">← {t.back}</Link>
      </p>
      <h1>
        <Name>{c?.name ?? entry}</Name>
      </h1>
      {c && (
        <p className="quiet">
          {c.owner}, {c.grade}, {c.label}, {c.received}: {counted(c.records, text.picture.records)},{" "}
          {counted(c.quarantined, text.picture.quarantined)}
        </p>
      )}
      {c && c.quarantined > 0 && (
        <>
          <Quarantine entry={entry} />
          <Repair entry={entry} />
        </>
      )}
      <h2>{t.records}</h2>
      <Answer of={asked}>
        {(d) => <Table label={t.records} columns={columns} total={d.total} page={page} pageKey={entry} height={480} />}
      </Answer>
    </div>
  );
}

/** Repair reads a contribution again through a mended mapping. */
function Repair({ entry }: { entry: string }) {
  const client = useQueryClient();
  const asked = useGet("/api/contributions/{entry}/mapping", { entry });
  const [mapping, setMapping] = useState<string>();
  const [said, setSaid] = useState("");
  const { busy, failed, run, cancel } = useJob();
  const has = asked.data?.mapping;
  useEffect(() => setMapping(has), [has]);
  if (!has) return null;
  const retry = () =>
    run(async (signal) => {
      const r = await post("/api/contributions/{entry}/retry", { entry }, { mapping: mapping ?? "" }, signal);
      setSaid(`${counted(r.records, text.picture.records)}, ${counted(r.quarantined, text.picture.quarantined)}`);
      await client.invalidateQueries();
    });
  return (
    <details>
      <summary>{t.repair}</summary>
      <textarea
        className="mapping"
        aria-label={t.repair}
        spellCheck={false}
        value={mapping ?? ""}
        onChange={(e) => setMapping(e.target.value)}
      />
      <div className="tools">
        <Button intent="primary" text={t.retry} loading={busy} disabled={mapping === has} onClick={retry} />
        <span role="status">{failed || said}</span>
        {busy && <Working what={t.retry} cancel={cancel} />}
      </div>
    </details>
  );
}
