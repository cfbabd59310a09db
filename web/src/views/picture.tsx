import { Button } from "@blueprintjs/core";
import { useGet } from "../api";
import { Answer, Empty, Name, Value } from "../parts";
import { Spark } from "../plot";
import { go, Link } from "../router";
import { counted, text } from "../text";

const t = text.picture;

export function Picture() {
  const asked = useGet("/api/picture");
  return (
    <Answer of={asked}>
      {(p) => (
        <div className="page">
          <h1>
            <Name>{p.title}</Name>
          </h1>
          {p.contributions === 0 ? (
            <Empty title={t.empty}>
              <Button intent="primary" text={t.begin} onClick={() => go("/contributions")} />
            </Empty>
          ) : (
            <>
              <p className="quiet">
                {t.held} <Link to="/contributions">{counted(p.contributions, t.contributions)}</Link>,{" "}
                {counted(p.records, t.records)}, {counted(p.persons, t.persons)}, {counted(p.entities, t.entities)}.{" "}
                <Link to="/judge">{counted(p.questions, t.questions)}</Link>;{" "}
                <Link to="/contributions?quarantine=1">{counted(p.quarantined, t.quarantined)}</Link>.
              </p>
              <h2>{t.key}</h2>
              <div className="cards">
                {p.key.map((k) => (
                  <div key={`${k.id} ${k.keys.join(" ")}`} className="card">
                    <div className="title">{k.title}</div>
                    <div className="big">
                      <Value id={k.id} keys={k.ids}>
                        {k.value}
                      </Value>
                    </div>
                    <div className="quiet">
                      {k.unit}
                      {k.keys.length > 0 && (
                        <>
                          , <Name>{k.keys.join(", ")}</Name>
                        </>
                      )}
                      {k.range ? ` (${k.range})` : ""}
                      {`, ${text.figures.n} = ${k.n.toLocaleString("en")}`}
                    </div>
                    {k.change && (
                      <div>
                        {k.change} {t.change}
                      </div>
                    )}
                    {k.series.length > 1 && (
                      <Spark
                        cells={k.series}
                        label={`${k.title}: ${k.series.map((c) => `${c.keys.join(" ")} ${c.text}`).join(", ")}`}
                      />
                    )}
                  </div>
                ))}
              </div>
              <div className="two">
                <section>
                  <h2>{t.alerts}</h2>
                  {p.alerts.length === 0 && <p className="quiet">{t.noAlerts}</p>}
                  <ul className="plain">
                    {p.alerts.map((a) => (
                      <li key={a.text}>
                        <Link to={a.link}>
                          <Name>{a.text}</Name>
                        </Link>
                      </li>
                    ))}
                  </ul>
                </section>
                <section>
                  <h2>{t.latest}</h2>
                  <ul className="plain">
                    {p.latest.map((c) => (
                      <li key={c.entry}>
                        <Link to={`/contributions/${c.entry}`}>
                          <Name>{c.name}</Name>
                        </Link>{" "}
                        <span className="quiet">
                          {c.owner}, {c.grade}, {c.received}: {counted(c.records, t.records)}
                          {c.quarantined > 0 ? `, ${counted(c.quarantined, t.quarantined)}` : ""}
                        </span>
                      </li>
                    ))}
                  </ul>
                </section>
              </div>
              <p className="quiet">{p.label}</p>
            </>
          )}
        </div>
      )}
    </Answer>
  );
}
