// Package fund counts the money of the business: what a leg costs, and how and
// when it is paid.
//
// Figures
//
//	fees.*       Fee: quartiles of the amount, always of one currency
//	payments.*   Payment: counts and shares by means and timing
//
// Amounts are never converted: a figure of fees has the currency among its keys,
// and a fee without one, or of which records tell several and the one that gives the
// amount tells none, is missing. Quartiles are given instead of means, because
// a few fees for whole families or whole journeys pull a mean far off.
package fund

import (
	"cmp"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/schema"
	"skein/internal/tally"
)

const (
	feesNote     = "Prices that were asked or paid for a leg, as persons stated or records show; no sample of all journeys."
	paymentsNote = "Payments reported in debriefings and investigations; no sample of all payments."
)

// Figures returns the figures of the fees and payments of a case.
func Figures(set *column.Set) []figure.Figure {
	return append(fees(set), payments(set)...)
}

func fees(set *column.Set) []figure.Figure {
	t := set.Table("Fee")
	currency := currencyOf(t)
	by := func(id figure.ID, title, key string, d column.Dimension) tally.Spec {
		return tally.Spec{
			ID: id, Title: title, Unit: "amount in the currency", Note: feesNote,
			Table: t, Keys: []string{key, "currency"}, Dims: []column.Dimension{d, currency}, Sum: t.Column("amount"),
		}
	}
	dimension, shown := legOf(t)
	leg := by("fees.by_leg", "Fees by leg", "leg", dimension)
	leg.Shown = tally.Shown{"leg": shown}
	leg.Named = []schema.PropertyName{"origin", "destination"}
	return []figure.Figure{
		tally.Quartiles(leg),
		tally.Quartiles(by("fees.by_mode", "Fees by mode of travel", "mode", column.First(t.By("mode")))),
		tally.Quartiles(by("fees.by_year", "Fees by year", "year", tally.ByDate(t, tally.Year))),
	}
}

// currencyOf is the dimension of the currency of a fee's amount. Where records tell
// of several, it is that of the record that gives the amount: an amount in the
// currency of another record is nobody's price.
func currencyOf(t *column.Table) column.Dimension {
	currencies, amounts := t.Column("currency"), t.Column("amount")
	return func(row int, texts []string) []string {
		told := currencies.First(row)
		if len(currencies.All(row)) > 1 {
			from, _ := amounts.Source(row)
			told = currencies.Told(row, from.ID)
		}
		if told == 0 {
			return texts
		}
		return append(texts, t.Set().Text(told))
	}
}

// legOf is the dimension of the leg that a fee is for: origin and destination or,
// where either is not known, route and mode of travel; and how its IDs are shown.
func legOf(t *column.Table) (dimension column.Dimension, shown func(id string) string) {
	origin, destination := t.ByPlace("origin"), t.ByPlace("destination")
	route, mode := column.First(t.By("route")), column.First(t.By("mode"))
	places := t.Set().Places()
	labels := map[string]string{}
	dimension = func(row int, texts []string) []string {
		from, to := origin(row, nil), destination(row, nil)
		if len(from) > 0 && len(to) > 0 {
			id := from[0] + " – " + to[0]
			labels[id] = places.Label(from[0]) + " – " + places.Label(to[0])
			return append(texts, id)
		}
		along, by := route(row, nil), mode(row, nil)
		switch {
		case len(along) > 0 && len(by) > 0:
			return append(texts, along[0]+", "+by[0])
		case len(along) > 0:
			return append(texts, along[0])
		}
		return texts
	}
	return dimension, func(id string) string { return cmp.Or(labels[id], id) }
}

func payments(set *column.Set) []figure.Figure {
	t := set.Table("Payment")
	by := func(id figure.ID, title, unit, key string, p schema.PropertyName) tally.Spec {
		return tally.Spec{
			ID: id, Title: title, Unit: unit, Note: paymentsNote,
			Table: t, Keys: []string{key}, Dims: []column.Dimension{t.By(p)},
		}
	}
	means := by("payments.by_means", "Means of payment", "%", "means", "means")
	timing := by("payments.by_timing", "When payment is made", "%", "timing", "timing")
	means.Decimals, timing.Decimals = 1, 1
	count := by("payments.by_means_count", "Payments by means", "payments", "means", "means")
	return []figure.Figure{tally.Share(means), tally.Share(timing), tally.Count(count)}
}
