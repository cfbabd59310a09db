import { Button, InputGroup, Switch, Tag } from "@blueprintjs/core";
import { useCallback, useEffect, useState } from "react";
import { type Got, get, useGet } from "../api";
import { Answer, type Column, copy, Name, Table } from "../parts";
import { Bars } from "../plot";
import { figureAddress, go, Link, useHere, withParams } from "../router";
import { text } from "../text";

const t = text.figures;
type FigureBody = Got<"/api/figures/{id}">;
type Cell = FigureBody["rows"][number];

export function Figures() {
  const url = useHere();
  const q = url.searchParams.get("q") ?? "";
  const asked = useGet("/api/figures", { q, limit: 10000 });
  return (
    <div className="page">
      <h1>{t.title}</h1>
      <div className="tools">
        <InputGroup
          aria-label={t.filter}
          placeholder={t.filter}
          value={q}
          onChange={(e) => go(withParams(url, { q: e.target.value }), true)}
        />
      </div>
      <Answer of={asked}>
        {(d) => (
          <Table
            label={t.title}
            height="70vh"
            rows={d.figures}
            columns={[
              { key: "title", title: text.views.figures, cell: (f) => <Link to={figureAddress(f.id)}>{f.title}</Link> },
              { key: "id", title: "ID", width: 330, cell: (f) => f.id },
              { key: "unit", title: "", width: 220, cell: (f) => f.unit },
              { key: "cells", title: t.cells, width: 80, number: true, cell: (f) => f.cells },
              { key: "n", title: t.n, width: 100, number: true, cell: (f) => f.of },
              { key: "missing", title: `${t.missing}, %`, width: 115, number: true, cell: (f) => f.missing },
            ]}
          />
        )}
      </Answer>
    </div>
  );
}

export function Figure({ id }: { id: string }) {
  const url = useHere();
  const where = url.searchParams.get("where") ?? "";
  const sort = url.searchParams.get("sort") ?? "";
  const filter = where ? where.split(" ") : [];
  const asked = useGet("/api/figures/{id}", { id, where: filter, sort, limit: 200 });
  return (
    <div className="page">
      <p>
        <Link to="/figures">← {t.back}</Link>
      </p>
      <Answer of={asked}>{(f) => <Shown f={f} filter={filter} where={where} sort={sort} />}</Answer>
    </div>
  );
}

function Shown({ f, filter, where, sort }: { f: FigureBody; filter: string[]; where: string; sort: string }) {
  const url = useHere();
  const at = url.searchParams.get("at");
  const cellText = url.searchParams.get("cell");
  // The report names a cell by its number in the figure.
  useEffect(() => {
    if (!at || cellText) return;
    void get("/api/figures/{id}", { id: f.id, offset: Number(at), limit: 1 }).then((one) => {
      const keys = one.rows[0]?.ids;
      if (keys) go(withParams(new URL(location.href), { at: "", cell: JSON.stringify(keys) }), true);
    });
  }, [at, cellText, f.id]);
  const chosen = cellText ? (JSON.parse(cellText) as string[]) : null;
  const page = useCallback(
    async (offset: number, limit: number) =>
      (await get("/api/figures/{id}", { id: f.id, where: where ? where.split(" ") : [], sort, offset, limit })).rows,
    [f.id, where, sort],
  );
  const columns: Column<Cell>[] = [
    ...f.grouping.map(
      (g, k): Column<Cell> => ({ key: g, title: g, sortable: true, cell: (c) => <Name>{c.keys[k]}</Name> }),
    ),
    {
      key: "value",
      title: `${t.value} (${f.unit})`,
      width: 170,
      number: true,
      sortable: true,
      cell: (c) => (
        <Link className="value" to={figureAddress(f.id, c.ids)} onClick={(e) => e.stopPropagation()}>
          {c.text}
        </Link>
      ),
    },
    { key: "range", title: t.interval, width: 170, number: true, cell: (c) => c.range ?? "" },
    { key: "n", title: t.n, width: 90, number: true, sortable: true, cell: (c) => c.n.toLocaleString("en") },
    { key: "records", title: t.records, width: 90, number: true, cell: (c) => c.records.toLocaleString("en") },
    { key: "note", title: "", width: 420, cell: (c) => <Name>{c.note}</Name> },
  ];
  return (
    <>
      <h1>{f.title}</h1>
      <dl className="meta">
        {(
          [
            ["ID", f.id],
            [t.records, f.records],
            [t.filterWords, f.filter],
            [t.measure, f.measure],
            [t.method, f.method],
            [t.note, f.note],
            [t.n, `${f.of}; ${f.lacks}`],
            [t.label, f.label],
            [text.checkpoint, f.checkpoint],
          ] as [string, string][]
        )
          .filter(([, v]) => v)
          .map(([k, v]) => (
            <div key={k} style={{ display: "contents" }}>
              <dt>{k}</dt>
              <dd>{v}</dd>
            </div>
          ))}
      </dl>
      {f.rows.length > 0 && f.rows.length <= 24 && f.rows.every((c) => Number.isFinite(c.value)) && (
        <Bars cells={f.rows} unit={f.unit} label={f.title} />
      )}
      <div className="tools">
        <InputGroup
          aria-label={t.filterCells}
          placeholder={t.filterCells}
          value={where}
          onChange={(e) => go(withParams(url, { where: e.target.value }), true)}
        />
        <span className="quiet">
          {f.total.toLocaleString("en")} {t.cells.toLowerCase()}
        </span>
        <Button
          text={t.copy}
          onClick={async () => {
            const all = await get("/api/figures/{id}", { id: f.id, where: filter, sort, limit: 100000 });
            await copy(
              [...f.grouping, f.unit, t.interval, t.n],
              all.rows.map((c) => [...c.keys, c.text, c.range ?? "", String(c.n)]),
            );
          }}
        />
      </div>
      <Table
        label={f.title}
        columns={columns}
        total={f.total}
        page={page}
        pageKey={`${f.id} ${where} ${sort} ${f.checkpoint}`}
        sort={sort}
        onSort={(s) => go(withParams(url, { sort: s }), true)}
        onRow={(c) => go(withParams(url, { cell: JSON.stringify(c.ids) }))}
        marked={(c) => chosen !== null && [c.ids, c.keys].some((k) => k.join("\0") === chosen.join("\0"))}
        height={360}
      />
      {chosen ? <EvidenceOf id={f.id} keys={chosen} names={f.grouping} /> : <p className="quiet">{t.chooseCell}</p>}
      {f.claims.length > 0 && (
        <section>
          <h2>{t.claims}</h2>
          <ul className="plain">
            {f.claims.map((c) => (
              <li key={c.id}>
                <Tag
                  minimal
                  intent={c.verdict === "recomputes" ? "success" : c.verdict === "differs" ? "warning" : "none"}
                >
                  {c.verdict}
                </Tag>{" "}
                <Name>{c.says || c.id}</Name>{" "}
                <span className="quiet">
                  {c.where} <Name>{c.note}</Name>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <History id={f.id} keys={chosen} />
    </>
  );
}

function EvidenceOf({ id, keys, names }: { id: string; keys: string[]; names: string[] }) {
  const [source, setSource] = useState(false);
  const asked = useGet("/api/figures/{id}/evidence", { id, key: keys, source, limit: 200 });
  return (
    <section>
      <Answer of={asked}>
        {(d) => (
          <>
            <h2>
              {t.evidenceOf} <Name>{names.flatMap((n) => d.cell[n] ?? []).join(", ") || id}</Name>
            </h2>
            <div className="tools">
              <strong>
                {d.value} {d.unit}
              </strong>
              <span className="quiet">
                {d.total.toLocaleString("en")} {t.records.toLowerCase()}
                {d.sum !== undefined && `; ${t.sum}: ${d.sum.toLocaleString("en")}`}
              </span>
              <Switch
                checked={source}
                onChange={(e) => setSource(e.currentTarget.checked)}
                label={t.showSource}
                style={{ marginBottom: 0 }}
              />
            </div>
            <Table
              label={t.evidence}
              height={320}
              rows={d.rows}
              columns={[
                { key: "id", title: text.entity.record, width: 90, cell: (r) => r.id },
                {
                  key: "file",
                  title: t.file,
                  width: 280,
                  cell: (r) => <Link to={`/contributions/${r.entry}`}>{r.file}</Link>,
                },
                {
                  key: "row",
                  title: t.row,
                  width: 90,
                  number: true,
                  cell: (r) => (r.part ? `${r.part}:${r.row}` : r.row),
                },
                { key: "owner", title: t.owner, width: 130, cell: (r) => r.owner },
                { key: "grade", title: t.grade, width: 70, cell: (r) => <span title={r.label}>{r.grade}</span> },
                {
                  key: "statements",
                  title: source ? t.source : t.statements,
                  width: 900,
                  cell: (r) => (
                    <span className={source ? "raw" : ""}>
                      <Name>
                        {r.locked || (source && !r.raw)
                          ? text.entity.locked
                          : source
                            ? r.raw
                            : Object.entries(r.statements)
                                .map(([k, v]) => `${k}=${v.join("|")}`)
                                .join("  ")}
                      </Name>
                    </span>
                  ),
                },
              ]}
            />
          </>
        )}
      </Answer>
    </section>
  );
}

function History({ id, keys }: { id: string; keys: string[] | null }) {
  const asked = useGet("/api/figures/{id}/history", { id });
  if (!keys) return null;
  return (
    <section>
      <h2>{t.history}</h2>
      <Answer of={asked}>
        {(list) =>
          list.length < 2 ? (
            <p className="quiet">{t.noHistory}</p>
          ) : (
            <ul className="plain">
              {list.map((h) => (
                <li key={h.checkpoint}>
                  {h.checkpoint}: {h.values[keys.join(" | ")] ?? "–"}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
