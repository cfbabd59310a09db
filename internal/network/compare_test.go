package network

import (
	"slices"
	"testing"
)

// Three heaps far apart are three types, the largest first, and well apart; rows that are
// all alike are not apart at all.
func TestBestTypes(t *testing.T) {
	var rows [][]float64
	var want []int
	for i := range 24 {
		heap := []int{2, 1, 1, 0, 0, 0}[i%6]
		rows = append(rows, []float64{float64(10*heap) + float64(i%5)/10, float64(-7*heap) + float64(i%3)/10})
		want = append(want, heap)
	}
	got, k, silhouette := bestTypes(standardised(rows))
	if k != 3 || !slices.Equal(got, want) || silhouette < 0.9 {
		t.Errorf("%d types %v, silhouette %v", k, got, silhouette)
	}
	if _, k, s := bestTypes(standardised([][]float64{{1}, {1}})); k != 1 || s != 0 {
		t.Errorf("of two rows: %d types, silhouette %v", k, s)
	}
	if _, k, _ := bestTypes(nil); k != 0 {
		t.Errorf("of none: %d types", k)
	}
}
