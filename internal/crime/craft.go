package crime

import (
	"slices"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/schema"
	"skein/internal/tally"
	"skein/internal/term"
)

// documents counts passports and other identity documents together.
func documents(set *column.Set) []figure.Figure {
	together := func(id figure.ID, title string, keys ...string) figure.Figure {
		figures := make([]figure.Figure, 0, 2)
		for _, name := range []schema.Name{"Passport", "Identification"} {
			t := set.Table(name)
			dims := make([]column.Dimension, len(keys))
			for i, key := range keys {
				dims[i] = documentKeys(t)[key]
			}
			figures = append(figures, tally.Count(tally.Spec{
				ID: id, Title: title, Unit: "documents",
				Note:  "Documents that became known. One document may have served several travellers and is counted once.",
				Table: t, Keys: keys, Dims: dims,
			}))
		}
		return tally.Together(figures[0], figures[1])
	}
	return []figure.Figure{
		together("documents.by_kind", "Documents by kind", "kind"),
		together("documents.by_method", "Documents by method of abuse", "method"),
		together("documents.by_kind_method", "Documents by kind and method of abuse", "kind", "method"),
	}
}

// documentKeys returns the dimensions of documents by the name of the key. The
// kind may stand in FollowTheMoney's type; a record of a passport that names none
// is one of a passport.
func documentKeys(t *column.Table) map[string]column.Dimension {
	schemaSays := func(_ int, texts []string) []string {
		if t.Schema == "Passport" {
			return append(texts, term.Passport)
		}
		return texts
	}
	return map[string]column.Dimension{
		"kind":   tally.Either(t.By("kind"), t.By("type"), schemaSays),
		"method": column.First(t.By("method")),
	}
}

const craftNote = "Vehicles and vessels that became known; no sample of all that were used."

// craft counts vehicles and vessels.
func craft(set *column.Set) []figure.Figure {
	by := func(table schema.Name, id figure.ID, title, unit, key string, d func(*column.Table) column.Dimension) tally.Spec {
		t := set.Table(table)
		return tally.Spec{
			ID: id, Title: title, Unit: unit, Note: craftNote,
			Table: t, Keys: []string{key}, Dims: []column.Dimension{d(t)},
		}
	}
	kind := func(t *column.Table) column.Dimension { return column.First(t.By("type")) }
	vehicles := by("Vehicle", "vehicles.by_type", "Vehicles by type", "vehicles", "type", kind)
	vessels := by("Vessel", "vessels.by_type", "Vessels by type", "vessels", "type", kind)
	rented := by("Vehicle", "vehicles.rented", "Vehicles that were rented", "%", "rented", func(t *column.Table) column.Dimension {
		return column.First(t.ByText("rented", func(text string) string { return map[string]string{"true": "rented", "false": "not rented"}[text] }))
	})
	rented.Decimals = 1
	return []figure.Figure{tally.Count(vehicles), tally.Share(rented), foreignPlates(set), tally.Count(vessels)}
}

// foreignPlates compares the country of a vehicle's plate with the countries of
// residence of the suspects and convicted persons who own, hold or use it.
func foreignPlates(set *column.Set) figure.Figure {
	vehicles, persons := set.Table("Vehicle"), set.Table("Person")
	plates, residences := vehicles.Column("plateCountry"), persons.Column("residence")
	d := tally.NewDistinct[int](set)
	add := func(vehicle, owner, link column.Thing) {
		asset := vehicle.Row
		from := []column.Thing{link, vehicle, owner}
		plate, residence := plates.First(asset), residences.All(owner.Row)
		switch {
		case plate == 0 || len(residence) == 0:
			d.See(asset, from...)
		case slices.Contains(residence, plate):
			d.Add(asset, from, "own country")
		default:
			d.Add(asset, from, "other country")
		}
	}
	for _, name := range []schema.Name{"Ownership", "Possession"} {
		t := set.Table(name)
		assets, owners := t.Column("asset"), t.Column("owner")
		for row := range t.Len() {
			for _, a := range assets.All(row) {
				asset, ok := set.ThingOf(a, "Vehicle")
				if !ok {
					continue
				}
				for _, o := range owners.All(row) {
					if owner, ok := set.ThingOf(o, "Person"); ok && persons.Category(owner.Row).Ranked() {
						add(asset, owner, column.Thing{Table: t, Row: row})
					}
				}
			}
		}
	}
	return d.Share(tally.Spec{
		ID: "vehicles.foreign_plate", Title: "Vehicles with a plate of another country than their users'", Unit: "%", Decimals: 1,
		Filter: "vehicles that persons recorded as suspect or convicted, and in no record as victim, witness, informant or contact, own or use",
		Note:   craftNote, Records: "Vehicle, Ownership, Possession, Person", Measure: "share of the records of vehicles with a known plate and residence, " + tally.ByKey,
		Table: vehicles, Keys: []string{"plate"},
	})
}
