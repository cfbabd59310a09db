package place

import (
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/schema"
	"skein/internal/tally"
)

// legs counts the legs of journeys.
func legs(set *column.Set) []figure.Figure {
	t := set.Table("Trip")
	route, mode := column.First(t.By("route")), column.First(t.By("mode"))
	spec := func(id figure.ID, title string, keys []string, dims ...column.Dimension) tally.Spec {
		return tally.Spec{
			ID: id, Title: title, Unit: "legs",
			Note:  "Legs reported in debriefings and investigations; no sample of all journeys.",
			Table: t, Keys: keys, Dims: dims,
		}
	}
	pair := spec("legs.by_pair", "Legs by origin and destination", []string{"origin", "destination"},
		t.ByPlace("origin", "startLocation"), t.ByPlace("destination", "endLocation"))
	shown := set.Places().Label
	pair.Shown = tally.Shown{"origin": shown, "destination": shown}
	pair.Named = []schema.PropertyName{"origin", "destination", "startLocation", "endLocation"}
	return []figure.Figure{
		tally.Count(spec("legs.by_mode", "Legs by mode of travel", []string{"mode"}, mode)),
		tally.Count(spec("legs.by_route_mode", "Legs by route and mode of travel", []string{"route", "mode"}, route, mode)),
		tally.Count(spec("legs.by_means", "Legs by means of transport", []string{"means"}, t.By("means"))),
		tally.Count(pair),
	}
}
