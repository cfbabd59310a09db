package mapping

import "testing"

// TestCurrencyOfAmounts: the currency that stands with an amount goes before the mapping's,
// and must agree with another column's.
func TestCurrencyOfAmounts(t *testing.T) {
	const table = "fee,ccy\n\"3.500 EUR\",\n\"$ 2,000\",\n1200 dinari libici,\n700,\n5000 TL,TRY\n900 USD,EUR\ntra 3.000 e 4.000 euro,\n"
	for _, c := range []struct{ mapping, want string }{
		{`amount: {column: fee}`, "amount=3500 currency=EUR\namount=2000 currency=USD\namount=1200 currency=LYD\namount=700\namount=5000 currency=TRY\namount=900 currency=USD\namount=3500 currency=EUR\n"},
		{`amount: {column: fee}, currency: {column: fee}`, "amount=3500 currency=EUR\namount=2000 currency=USD\namount=1200 currency=LYD\namount=700\namount=5000 currency=TRY\namount=900 currency=USD\namount=3500 currency=EUR\n"},
		{`currency: {literal: EUR}, amount: {column: fee}`, "currency=EUR amount=3500\ncurrency=USD amount=2000\ncurrency=LYD amount=1200\ncurrency=EUR amount=700\ncurrency=TRY amount=5000\ncurrency=USD amount=900\ncurrency=EUR amount=3500\n"},
		{
			`amount: {column: fee, currency: EUR}, currency: {column: ccy, default: EUR}`,
			"amount=3500 currency=EUR\namount=2000 currency=USD\namount=1200 currency=LYD\namount=700 currency=EUR\namount=5000 currency=TRY\n" +
				"! fee.currency: the amount stands with USD, and the currency is EUR\namount=3500 currency=EUR\n",
		},
	} {
		if got := valuesOf(t, "entities: {fee: {schema: Fee, keys: $row, properties: {"+c.mapping+"}}}", table); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.mapping, got, c.want)
		}
	}
	got := valuesOf(t, `entities: {pay: {schema: Payment, keys: $row, properties: {amount: {column: fee}}}}`, table)
	if want := "amount=3500 currency=EUR\n"; got[:len(want)] != want {
		t.Errorf("payments: got\n%s", got)
	}
}

// TestDecimal: a declared mark leaves one reading.
func TestDecimal(t *testing.T) {
	for mark, want := range map[string]string{
		`","`: "amount=3500\namount=3.5\namount=2500.5\n! fee.amount: number \"12.5\": form not understood: the decimal mark is ,, and . separates no thousands\n",
		`"."`: "amount=3.5\namount=3500\n! fee.amount: number \"2.500,50\": form not understood: the decimal mark is ., and , separates no thousands\namount=12.5\n",
	} {
		got := valuesOf(t, `entities: {fee: {schema: Fee, keys: $row, properties: {amount: {column: fee, decimal: `+mark+`}}}}`, "fee;x\n3.500;\n3,500;\n2.500,50;\n12.5;\n")
		if got != want {
			t.Errorf("%s: got\n%swant\n%s", mark, got, want)
		}
	}
}
