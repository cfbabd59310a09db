package observe

import (
	"cmp"
	"slices"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/world"
)

// told is something that an agency writes down on a day.
type told[T any] struct {
	agency *Agency
	day    time.Time
	item   T
}

// deal gives what agencies wrote down to send, in n contributions, fewer only where
// there is less to tell: each has what one agency wrote down in a span of time and is
// received some days after its last day. Where there are more agencies than
// contributions, the one that has most to tell sends what the others have, too.
func deal[T any](o *Observer, r *draw.Source, n int, list []told[T], send func(a *Agency, received time.Time, items []told[T]) error) error {
	byAgency := map[*Agency][]told[T]{}
	for _, t := range list {
		byAgency[t.agency] = append(byAgency[t.agency], t)
	}
	senders := slices.DeleteFunc(slices.Clone(o.agencies), func(a *Agency) bool { return len(byAgency[a]) == 0 })
	if n <= 0 || len(senders) == 0 {
		return nil
	}
	if len(senders) > n {
		slices.SortStableFunc(senders, func(a, b *Agency) int { return cmp.Compare(len(byAgency[b]), len(byAgency[a])) })
		for _, a := range senders[n:] {
			byAgency[senders[0]] = append(byAgency[senders[0]], byAgency[a]...)
		}
		senders = senders[:n]
	}
	// One each, and the rest by how much there is to tell.
	more := make([]float64, len(senders))
	for i, a := range senders {
		more[i] = float64(len(byAgency[a]) - 1)
	}
	for i, extra := range world.Apportion(min(n, len(list))-len(senders), more) {
		mine := byAgency[senders[i]]
		slices.SortStableFunc(mine, func(x, y told[T]) int { return x.day.Compare(y.day) })
		for _, part := range cut(r, mine, 1+extra) {
			if err := send(senders[i], part[len(part)-1].day.AddDate(0, 0, r.Between(1, 9)), part); err != nil {
				return err
			}
		}
	}
	return nil
}

// cut cuts a list into n parts of at least one each, some long and some short; n is
// from 1 to the length of the list.
func cut[T any](r *draw.Source, list []T, n int) [][]T {
	ends := make([]int, len(list)-1) // places where a part may end
	for i := range ends {
		ends[i] = i + 1
	}
	draw.Shuffle(r, ends)
	ends = append(ends[:n-1], len(list))
	slices.Sort(ends)
	parts := make([][]T, n)
	start := 0
	for i, end := range ends {
		parts[i] = list[start:end]
		start = end
	}
	return parts
}
