import { Button, Callout, InputGroup, Tag } from "@blueprintjs/core";
import { type FormEvent, useState } from "react";
import { type Got, post, useGet } from "../api";
import { Answer, copy, Lock, Name, Table } from "../parts";
import { entityAddress, go, Link } from "../router";
import { counted, text } from "../text";

const t = text.entity;
type Dossier = Got<"/api/entities/{id}">;

export function Entity({ id }: { id: string }) {
  const asked = useGet("/api/entities/{id}", { id });
  const [opened, setOpened] = useState<Dossier>();
  return (
    <Answer of={asked}>
      {(d) => (d.locked && !opened ? <Locked id={id} onOpen={setOpened} /> : <Shown d={opened ?? d} />)}
    </Answer>
  );
}

function Locked({ id, onOpen }: { id: string; onOpen: (d: Dossier) => void }) {
  const [reason, setReason] = useState("");
  const [failed, setFailed] = useState("");
  const open = async (e: FormEvent) => {
    e.preventDefault();
    try {
      onOpen(await post("/api/entities/{id}/open", { id }, { reason }));
    } catch (err) {
      setFailed((err as Error).message);
    }
  };
  return (
    <div className="page">
      <h1>
        <Lock />
        {t.locked}
      </h1>
      <form onSubmit={open} className="form">
        <label style={{ flex: 1, maxWidth: 600 }}>
          {t.why}
          <InputGroup
            value={reason}
            placeholder={t.reason}
            aria-label={t.reason}
            onChange={(e) => setReason(e.target.value)}
          />
        </label>
        <Button type="submit" intent="primary" text={t.open} disabled={reason.trim().length < 10} />
      </form>
      {failed && (
        <Callout intent="danger" role="alert">
          {failed}
        </Callout>
      )}
    </div>
  );
}

function Shown({ d }: { d: Dossier }) {
  const disagree = [...new Set(d.statements.filter((s) => s.differs).map((s) => s.property))];
  return (
    <div className="page">
      <h1>
        {d.locked && <Lock />}
        <Name>{d.name}</Name>
      </h1>
      <div className="tools">
        <Tag minimal>{d.schema}</Tag>
        {d.category && <Tag minimal>{d.category}</Tag>}
        <span className="quiet">
          {d.id}, {counted(d.records, t.records)}
        </span>
        {d.network && (
          <Link to={`/networks/${encodeURIComponent(d.network.id)}`}>
            {t.network}: {d.network.label}
          </Link>
        )}
        {!d.locked && (
          <Button
            text={t.chart}
            onClick={() => go(`/chart?add=${encodeURIComponent(d.id)}&sel=${encodeURIComponent(d.id)}`)}
          />
        )}
        <Button
          text={text.figures.copy}
          onClick={() =>
            copy(
              [t.property, t.value, t.original, t.source, t.grade, t.label, t.received],
              d.statements.map((s) => [
                s.property,
                s.value,
                s.original ?? "",
                `${s.owner}, ${s.source}`,
                s.grade,
                s.label,
                s.received,
              ]),
            )
          }
        />
      </div>
      {disagree.length > 0 && (
        <Callout intent="warning" title={t.disagree} compact>
          {disagree.map((p) => (
            <div key={p}>
              {p}:{" "}
              <Name>{[...new Set(d.statements.filter((s) => s.property === p).map((s) => s.value))].join(" · ")}</Name>
            </div>
          ))}
        </Callout>
      )}
      <h2>{t.statements}</h2>
      <Table
        label={t.statements}
        height={340}
        rows={d.statements}
        marked={(s) => s.differs}
        columns={[
          { key: "property", title: t.property, width: 140, cell: (s) => s.property },
          {
            key: "value",
            title: t.value,
            cell: (s) =>
              s.refers ? (
                <Link to={entityAddress(s.refers)}>
                  <Name>{s.value}</Name>
                </Link>
              ) : (
                <Name>{s.value}</Name>
              ),
          },
          { key: "original", title: t.original, width: 200, cell: (s) => <Name>{s.original}</Name> },
          { key: "grade", title: t.grade, width: 70, cell: (s) => s.grade },
          { key: "label", title: t.label, width: 220, cell: (s) => <span title={s.label}>{s.label}</span> },
          { key: "source", title: t.source, width: 210, cell: (s) => <Name>{`${s.owner}, ${s.source}`}</Name> },
          { key: "origin", title: t.origin, width: 190, cell: (s) => <span title={s.origin}>{s.origin}</span> },
          { key: "received", title: t.received, width: 110, cell: (s) => s.received },
        ]}
      />
      <div className="two">
        <section>
          <h2>{t.ties}</h2>
          {d.ties.length === 0 && <p className="quiet">{t.noTies}</p>}
          <ul className="plain scroll">
            {d.ties.map((x) => (
              <li key={`${x.id} ${x.kind}`}>
                <Link to={entityAddress(x.id)}>
                  {x.locked && <Lock />}
                  <Name>{x.locked ? t.locked : x.name}</Name>
                </Link>{" "}
                <span className="quiet">
                  {x.schema}, {x.n} × {x.kind}, {x.confirmed ? t.confirmed : t.unconfirmed}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t.timeline}</h2>
          {d.timeline.length === 0 && <p className="quiet">{t.noTimeline}</p>}
          {d.timeline.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
            <section className="timeline" tabIndex={0} aria-label={t.timeline}>
              {d.timeline.map((h, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: events have no other name
                <div key={i}>
                  <strong>{h.date}</strong> {h.what}{" "}
                  {h.id ? (
                    <Link to={entityAddress(h.id)}>
                      <Name>{h.with}</Name>
                    </Link>
                  ) : (
                    <Name>{h.with}</Name>
                  )}
                </div>
              ))}
            </section>
          )}
        </section>
      </div>
      {d.schema === "Person" && (
        <section>
          <h2>{t.identity}</h2>
          {!d.identity || d.identity.members.length < 2 ? (
            <p className="quiet">{t.single}</p>
          ) : (
            <div className="two">
              <div>
                <h3>{t.tree}</h3>
                <ul className="plain">
                  {d.identity.tree.map((b) => (
                    <li key={`${b.a} ${b.b}`}>
                      <code>{b.a}</code> – <code>{b.b}</code>: {b.weight.toFixed(1)} {text.judge.bits}
                    </li>
                  ))}
                </ul>
              </div>
              {d.identity.weakest_cut && (
                <div>
                  <h3>{t.cut}</h3>
                  <p>
                    {d.identity.weakest_cut.side.map((x, i) => (
                      <code key={x}>
                        {i > 0 && ", "}
                        {x}
                      </code>
                    ))}
                    : {d.identity.weakest_cut.mean_weight.toFixed(1)} {text.judge.bits}
                  </p>
                </div>
              )}
            </div>
          )}
        </section>
      )}
    </div>
  );
}
