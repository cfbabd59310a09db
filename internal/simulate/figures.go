package simulate

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"skein/internal/normalize"
	"skein/internal/simulate/truth"
	"skein/internal/simulate/world"
)

// figures counts what the true values of figures are made of. Shares of suspects are
// of the persons whom some agency has on its files.
type figures struct {
	suspects map[string]map[string]int // figure -> value of its key
	crimes   map[int]map[string]int    // year -> area
	rented   [2]int                    // not rented, rented
}

func newFigures() *figures {
	return &figures{suspects: map[string]map[string]int{}, crimes: map[int]map[string]int{}}
}

func (f *figures) shard(s *world.Shard) {
	for _, p := range s.Persons {
		if p.Records == 0 {
			continue
		}
		residence := "outside the EU"
		if normalize.IsEU(p.Residence, world.LastYear) {
			residence = "EU"
		}
		for figure, value := range map[string]string{"sex": sex(p), "tier": p.Tier, "role": p.Role, "residence": residence, "nationality": p.Nationality} {
			if f.suspects[figure] == nil {
				f.suspects[figure] = map[string]int{}
			}
			f.suspects[figure][value]++
		}
		if p.Crime != nil {
			if f.crimes[p.Crime.Year] == nil {
				f.crimes[p.Crime.Year] = map[string]int{}
			}
			f.crimes[p.Crime.Year][p.Crime.Area]++
		}
	}
	for _, v := range s.Vehicles {
		if v.Rented {
			f.rented[1]++
		} else {
			f.rented[0]++
		}
	}
}

// rows returns the figures by ID and keys. Shares are in per cent, fees in the
// currency that the key names.
func (f *figures) rows(w *world.World) []truth.Figure {
	var out []truth.Figure
	for _, by := range slices.Sorted(maps.Keys(f.suspects)) {
		out = append(out, shares("suspects.by_"+by, f.suspects[by], func(value string) []string {
			if by == "nationality" {
				value = normalize.CountryName(value)
			}
			return []string{by + "=" + value}
		})...)
	}
	for year, areas := range f.crimes {
		out = append(out, shares("crimes.by_area_year", areas, func(area string) []string {
			return []string{"area=" + area, "unit=persons", fmt.Sprintf("year=%d", year)}
		})...)
	}
	out = append(out, shares("vehicles.rented", map[string]int{"rented": f.rented[1], "not rented": f.rented[0]}, func(v string) []string { return []string{"rented=" + v} })...)
	means, times := world.PaymentShares()
	for value, share := range means {
		out = append(out, truth.Figure{Figure: "payments.by_means", Keys: []string{"means=" + value}, Value: share})
	}
	for value, share := range times {
		out = append(out, truth.Figure{Figure: "payments.by_timing", Keys: []string{"timing=" + value}, Value: share})
	}
	for _, fee := range w.FeeMedians() {
		keys := []string{"currency=" + fee.Currency, "leg=" + fee.Leg.From.Name + " – " + fee.Leg.To.Name, "statistic=median"}
		out = append(out, truth.Figure{Figure: "fees.by_leg", Keys: keys, Value: fee.Median, N: fee.N})
	}
	months := map[[2]string]int{}
	for _, row := range w.Flows() {
		months[[2]string{row.Month, row.Corridor}] += row.Detections
	}
	for key, n := range months {
		out = append(out, truth.Figure{Figure: "detections.by_route_month", Keys: []string{"month=" + key[0], "route=" + key[1]}, Value: float64(n), N: n})
	}
	slices.SortFunc(out, func(a, b truth.Figure) int {
		return cmp.Or(cmp.Compare(a.Figure, b.Figure), slices.Compare(a.Keys, b.Keys))
	})
	return out
}

// shares returns the parts of a whole in per cent.
func shares(figure string, counts map[string]int, keys func(string) []string) []truth.Figure {
	total := 0
	for _, n := range counts {
		total += n
	}
	var out []truth.Figure
	for value, n := range counts {
		if total > 0 {
			out = append(out, truth.Figure{Figure: figure, Keys: keys(value), Value: 100 * float64(n) / float64(total), N: total})
		}
	}
	return out
}
