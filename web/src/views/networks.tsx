import { Button, InputGroup, SegmentedControl } from "@blueprintjs/core";
import { useMemo } from "react";
import { type Got, useGet } from "../api";
import { tierColour } from "../chart/icons";
import { Answer, type Column, copy, Empty, Name, Table, Value } from "../parts";
import { entityAddress, go, kept, Link, useHere, useSelection, withParams } from "../router";
import { text } from "../text";

const t = text.networks;
type Line = Got<"/api/networks">["networks"][number];
type Member = Got<"/api/networks/{id}">["roster"][number];

const addressOf = (n: { id: string }) => `/networks/${encodeURIComponent(n.id)}`;

export function Networks() {
  const asked = useGet("/api/networks");
  return <Answer of={asked}>{(d) => <Compared properties={d.properties} networks={d.networks} />}</Answer>;
}

function Compared({ properties, networks }: { properties: string[]; networks: Line[] }) {
  const url = useHere();
  const q = url.searchParams.get("q") ?? "";
  const sort = url.searchParams.get("sort") ?? "";
  const as = url.searchParams.get("as") ?? "table";
  const shown = useMemo(() => {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const out = networks.filter((n) => words.every((w) => has(n, w)));
    const key = sort.replace("-", "");
    if (key) {
      const sign = sort.startsWith("-") ? -1 : 1;
      const value = (n: Line) =>
        key === "members" ? n.members.value : (n.compared[key]?.value ?? Number.NEGATIVE_INFINITY);
      out.sort((a, b) => sign * (value(a) - value(b)) || a.label.localeCompare(b.label));
    }
    return out;
  }, [networks, q, sort]);
  if (networks.length === 0) return <Empty title={t.none} />;
  const set = (values: Record<string, string>) => go(withParams(url, values), true);
  const columns: Column<Line>[] = [
    {
      key: "label",
      title: t.network,
      width: 260,
      cell: (n) => (
        <Link to={addressOf(n)}>
          <Name>{n.label}</Name>
        </Link>
      ),
    },
    {
      key: "members",
      title: t.members,
      width: 100,
      number: true,
      sortable: true,
      cell: (n) => (
        <Value id="networks.detected.members" keys={n.members.ids}>
          {n.members.text}
        </Value>
      ),
    },
    ...properties.map(
      (p): Column<Line> => ({
        key: p,
        title: p,
        width: Math.max(110, 30 + 7.6 * p.length),
        number: true,
        sortable: true,
        cell: (n) => {
          const c = n.compared[p];
          return c ? (
            <Value id="networks.detected.compared" keys={c.ids}>
              {c.text}
            </Value>
          ) : (
            "–"
          );
        },
      }),
    ),
  ];
  return (
    <div className="page">
      <h1>{t.title}</h1>
      <p className="quiet">{t.note}</p>
      <div className="tools">
        <InputGroup
          aria-label={t.filter}
          placeholder={t.filter}
          value={q}
          onChange={(e) => set({ q: e.target.value })}
        />
        <SegmentedControl
          aria-label={t.title}
          value={as}
          onValueChange={(v) => set({ as: v })}
          options={[
            { label: t.table, value: "table" },
            { label: t.multiples, value: "multiples" },
          ]}
        />
        <span className="quiet">{shown.length.toLocaleString("en")}</span>
        <Button
          text={text.figures.copy}
          onClick={() =>
            copy(
              [t.network, t.members, ...properties],
              shown.map((n) => [n.label, n.members.text, ...properties.map((p) => n.compared[p]?.text ?? "")]),
            )
          }
        />
      </div>
      {as === "multiples" ? (
        <div className="multiples">
          {shown.slice(0, 60).map((n) => (
            <Multiple key={n.id} n={n} />
          ))}
        </div>
      ) : (
        <Table
          label={t.title}
          height="68vh"
          rows={shown}
          columns={columns}
          sort={sort}
          onSort={(s) => set({ sort: s })}
        />
      )}
    </div>
  );
}

/** has reports whether a line fits a word: a part of its name, or property>number. */
function has(n: Line, word: string): boolean {
  const m = /^(.+?)([<>])(\d+(?:\.\d+)?)$/.exec(word);
  if (!m) return `${n.label} ${n.type ?? ""}`.toLowerCase().includes(word);
  const [, key = "", sign, number] = m;
  const cell = "members".startsWith(key)
    ? n.members
    : Object.entries(n.compared).find(([p]) => p.toLowerCase().includes(key))?.[1];
  return cell !== undefined && (sign === ">" ? cell.value > Number(number) : cell.value < Number(number));
}

/** Multiple draws a network small: members in a circle by tier, with their ties. */
function Multiple({ n }: { n: Line }) {
  const asked = useGet("/api/networks/{id}/chart", { id: n.id });
  const nodes = [...(asked.data?.nodes ?? [])].sort(
    (a, b) => (a.tier ?? "").localeCompare(b.tier ?? "") || a.id.localeCompare(b.id),
  );
  const at = new Map(
    nodes.map((x, i) => [
      x.id,
      [
        60 + 46 * Math.cos((2 * Math.PI * i) / nodes.length),
        55 + 46 * Math.sin((2 * Math.PI * i) / nodes.length),
      ] as const,
    ]),
  );
  return (
    <Link to={addressOf(n)}>
      <svg viewBox="0 0 120 110" aria-hidden="true">
        {(asked.data?.edges ?? []).map((e) => {
          const [a, b] = [at.get(e.a), at.get(e.b)];
          return a && b ? (
            <line
              key={`${e.a} ${e.b}`}
              x1={a[0]}
              y1={a[1]}
              x2={b[0]}
              y2={b[1]}
              stroke="currentColor"
              strokeOpacity={0.25}
              strokeDasharray={e.confirmed ? undefined : "2 2"}
            />
          ) : null;
        })}
        {nodes.map((x) => {
          const [cx, cy] = at.get(x.id) ?? [0, 0];
          return (
            <circle
              key={x.id}
              cx={cx}
              cy={cy}
              r={nodes.length > 40 ? 2 : 3.5}
              fill={tierColour[x.tier ?? ""] ?? "#888"}
            />
          );
        })}
      </svg>
      <Name>{n.label}</Name>
      <div className="quiet">
        {n.members.text} {t.members.toLowerCase()}
      </div>
    </Link>
  );
}

export function Network({ id }: { id: string }) {
  const asked = useGet("/api/networks/{id}", { id });
  const [selected, select] = useSelection();
  return (
    <Answer of={asked}>
      {(n) => {
        const roster: Column<Member>[] = [
          {
            key: "name",
            title: t.person,
            cell: (m) => (
              <Link to={entityAddress(m.id)} onClick={(e) => e.stopPropagation()}>
                <Name>{m.name}</Name>
              </Link>
            ),
          },
          {
            key: "tier",
            title: t.tier,
            width: 200,
            cell: (m) => m.tierWords ?? "",
          },
          { key: "chance", title: `${t.chance}, %`, width: 90, number: true, cell: (m) => m.chance },
          { key: "anybody", title: `${t.anybody}, %`, width: 110, number: true, cell: (m) => m.anybody },
          { key: "role", title: t.role, width: 170, cell: (m) => m.role ?? "" },
          { key: "strength", title: t.strength, width: 140, number: true, cell: (m) => m.strength },
          { key: "paths", title: t.paths, width: 120, number: true, cell: (m) => m.betweenness },
          { key: "residence", title: t.residence, width: 100, cell: (m) => m.residence ?? "" },
          { key: "ties", title: text.chart.ties[1], width: 80, number: true, cell: (m) => m.ties },
        ];
        const groups = [...new Set(n.figures.map((f) => f.title))];
        return (
          <div className="page">
            <p>
              <Link to="/networks">← {t.title}</Link>
            </p>
            <h1>
              <Name>{n.label}</Name>
            </h1>
            <p className="quiet">
              {n.type} {t.note}
            </p>
            <div className="tools">
              <Button
                intent="primary"
                text={t.chart}
                onClick={() => go(kept(`/chart?network=${encodeURIComponent(n.id)}`))}
              />
              <Button text={t.map} onClick={() => go(kept(`/map?network=${encodeURIComponent(n.id)}`))} />
              <Button
                text={text.figures.copy}
                onClick={() =>
                  copy(
                    [t.person, t.tier, t.chance, t.role, t.strength, t.paths],
                    n.roster.map((m) => [m.name, m.tierWords ?? "", m.chance, m.role ?? "", m.strength, m.betweenness]),
                  )
                }
              />
            </div>
            <h2>{t.roster}</h2>
            <Table
              label={t.roster}
              height={Math.min(380, 34 + 30 * n.roster.length)}
              rows={n.roster}
              columns={roster}
              marked={(m) => selected.includes(m.id)}
              onRow={(m) => select(selected.includes(m.id) ? selected.filter((x) => x !== m.id) : [...selected, m.id])}
            />
            <h2>{t.figures}</h2>
            <div className="cards wide">
              {groups.map((g) => {
                const cells = n.figures.filter((f) => f.title === g);
                return (
                  <section key={g} className="card">
                    <h3>{g}</h3>
                    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
                    <ul className="plain scroll" tabIndex={0} aria-label={g}>
                      {cells.map((f) => (
                        <li key={f.cell.keys.join(" ")}>
                          <Name>{f.cell.keys.filter((k) => k !== n.label).join(", ") || f.unit}</Name>:{" "}
                          <Value id={f.figure} keys={f.cell.ids}>
                            {f.cell.text}
                          </Value>{" "}
                          <span className="quiet">
                            {f.unit}
                            {f.cell.range ? `, ${f.cell.range}` : ""}
                            {`, ${text.figures.n} = ${f.cell.n.toLocaleString("en")}`}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </section>
                );
              })}
            </div>
          </div>
        );
      }}
    </Answer>
  );
}
