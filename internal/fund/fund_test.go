package fund_test

import (
	"testing"

	"skein/internal/column/columntest"
	"skein/internal/estimate"
	"skein/internal/fund"
	"skein/internal/record"
)

func money() *columntest.Case {
	var c columntest.Case
	thing := columntest.Thing
	rows := []record.Record{
		thing("Place", "izmir", "name", "İzmir"),
		thing("Fee", "other-currency", "origin", "@Place/izmir", "destination", "Lesvos", "mode", "sea", "amount", "9999", "currency", "USD", "date", "2015"),
		thing("Fee", "no-origin", "destination", "Lesvos", "route", "Eastern", "mode", "sea", "amount", "500", "currency", "EUR", "date", "2014-03"),
		thing("Fee", "route-alone", "route", "Eastern", "amount", "700", "currency", "EUR", "date", "2014-04"),
		thing("Fee", "no-currency", "origin", "@Place/izmir", "destination", "Lesvos", "amount", "1"),
		thing("Fee", "no-amount", "origin", "@Place/izmir", "destination", "Lesvos", "currency", "EUR"),
		thing("Fee", "no-leg", "amount", "5", "currency", "EUR", "date", "2014"),
	}
	for i, amount := range []string{"700", "800", "900", "1000", "1100", "6000"} {
		rows = append(rows, thing("Fee", "f"+string(rune('0'+i)), "origin", "@Place/izmir", "destination", "Lesvos",
			"mode", "sea", "amount", amount, "currency", "EUR", "date", "2015-0"+string(rune('1'+i))))
	}
	c.AddAs(record.Contribution{Name: "fees", Owner: "EL"}, "B2", "2016-01-01", rows...)
	c.AddAs(record.Contribution{Name: "payments", Owner: "IT"}, "B2", "2016-01-02",
		thing("Payment", "p1", "means", "cash", "timing", "before departure"),
		thing("Payment", "p2", "means", "cash", "timing", "on arrival"),
		thing("Payment", "p3", "means", "cash", "means", "hawala"),
		thing("Payment", "p4", "timing", "on arrival"),
	)
	return &c
}

func TestFees(t *testing.T) {
	figures := fund.Figures(money().Set(t))
	type values = map[string]float64
	// Six fees: quartiles of type 7 at 1 + 5p, so 825, 950 and 1,075. One fee is its own quartiles.
	columntest.Expect(t, figures, "fees.by_leg", 12, 3, values{
		"İzmir – Lesvos | EUR | q1": 825, "İzmir – Lesvos | EUR | median": 950, "İzmir – Lesvos | EUR | q3": 1075,
		"İzmir – Lesvos | USD | q1": 9999, "İzmir – Lesvos | USD | median": 9999, "İzmir – Lesvos | USD | q3": 9999,
		"Eastern, sea | EUR | q1": 500, "Eastern, sea | EUR | median": 500, "Eastern, sea | EUR | q3": 500,
		"Eastern | EUR | q1": 700, "Eastern | EUR | median": 700, "Eastern | EUR | q3": 700,
	})
	columntest.Expect(t, figures, "fees.by_mode", 12, 4, values{
		"sea | EUR | q1": 750, "sea | EUR | median": 900, "sea | EUR | q3": 1050,
		"sea | USD | q1": 9999, "sea | USD | median": 9999, "sea | USD | q3": 9999,
	})
	columntest.Expect(t, figures, "fees.by_year", 12, 2, values{
		"2014 | EUR | q1": 252.5, "2014 | EUR | median": 500, "2014 | EUR | q3": 600,
		"2015 | EUR | q1": 825, "2015 | EUR | median": 950, "2015 | EUR | q3": 1075,
		"2015 | USD | q1": 9999, "2015 | USD | median": 9999, "2015 | USD | q3": 9999,
	})
	f := columntest.Figure(t, figures, "fees.by_leg")
	six, err := f.Cell("İzmir – Lesvos", "EUR", "median")
	if err != nil {
		t.Fatal(err)
	}
	if six.Interval == nil || six.Interval.Low != 700 || six.Interval.High != 6000 {
		t.Errorf("interval of the median of six %v, want their range", six.Interval)
	}
	one, err := f.Cell("Eastern", "EUR", "median")
	if err != nil {
		t.Fatal(err)
	}
	if one.Interval != nil {
		t.Errorf("one fee has the interval %v, want none", *one.Interval)
	}
}

func TestPayments(t *testing.T) {
	figures := fund.Figures(money().Set(t))
	third := func(k int) float64 {
		e, err := estimate.Share(k, 3)
		if err != nil {
			t.Fatal(err)
		}
		return 100 * e.Value
	}
	type values = map[string]float64
	// The payment by two means counts under both.
	columntest.Expect(t, figures, "payments.by_means", 4, 1, values{"cash": 100, "hawala": third(1)})
	columntest.Expect(t, figures, "payments.by_means_count", 4, 1, values{"cash": 3, "hawala": 1})
	columntest.Expect(t, figures, "payments.by_timing", 4, 1, values{"before departure": third(1), "on arrival": third(2)})
}

func TestEngine(t *testing.T) {
	columntest.CheckEngine(t, money(), fund.Figures,
		"fees.by_leg", "fees.by_mode", "fees.by_year", "payments.by_means", "payments.by_timing", "payments.by_means_count")
}

func TestOrder(t *testing.T) { columntest.CheckOrder(t, money(), fund.Figures) }

// The currency of a fee is that of the record that gives the amount.
func TestCurrencyOfTheAmount(t *testing.T) {
	var c columntest.Case
	c.Add("EL", "2016-01-01",
		columntest.Thing("Fee", "f", "mode", "sea", "amount", "1000", "currency", "EUR"),
		columntest.Thing("Fee", "g", "mode", "sea", "currency", "EUR"),
		columntest.Thing("Fee", "h", "mode", "sea", "amount", "7"))
	c.Add("IT", "2016-02-01",
		columntest.Thing("Fee", "f", "currency", "USD"),
		columntest.Thing("Fee", "g", "amount", "5"),
		columntest.Thing("Fee", "h", "currency", "EUR"))
	c.Add("ES", "2016-03-01", columntest.Thing("Fee", "h", "currency", "USD"))
	// h has two currencies, and neither is its amount's.
	columntest.Expect(t, fund.Figures(c.Set(t)), "fees.by_mode", 3, 1, map[string]float64{
		"sea | EUR | q1": 253.75, "sea | EUR | median": 502.5, "sea | EUR | q3": 751.25,
	})
}
