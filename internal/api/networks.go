package api

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/casework"
	"skein/internal/figure"
	"skein/internal/network"
)

// NetworkName is what a detected network is called.
type NetworkName struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

func (v *snapshot) networkName(k int) NetworkName {
	d := &v.found.Networks[k]
	return NetworkName{d.ID, d.Label()}
}

// NetworkLine is a row of the comparison: what networks.detected.members and
// networks.detected.compared say.
type NetworkLine struct {
	NetworkName

	Members  cell            `json:"members"`
	Compared map[string]cell `json:"compared"` // by property
	Type     string          `json:"type,omitempty"`
}

type memberLine struct {
	ChartNode

	Chance      string `json:"chance"` // of the likeliest tier, in per cent
	Anybody     string `json:"anybody"`
	Strength    string `json:"strength"`
	Betweenness string `json:"betweenness"` // share of paths, in per cent
}

type networkBody struct {
	NetworkLine

	Roster  []memberLine `json:"roster"`
	Figures []cited      `json:"figures"` // cells of figures that are of this network
	Ties    int          `json:"ties"`
}

// cited is a cell with the figure that it is of.
type cited struct {
	Figure string `json:"figure"`
	Title  string `json:"title"`
	Unit   string `json:"unit"`
	Cell   cell   `json:"cell"`
}

type networksBody struct {
	Properties []string      `json:"properties"`
	Networks   []NetworkLine `json:"networks"`
}

func (s *Server) networkCalls(a huma.API) {
	get(a, "/api/networks", "All networks detected, compared", func(context.Context, *none) (*body[networksBody], error) {
		var out networksBody
		v := s.current.Load()
		out.Properties, out.Networks = []string{}, []NetworkLine{}
		lines := v.networkLines(&out.Properties)
		for k := range v.found.Networks {
			out.Networks = append(out.Networks, lines[v.found.Networks[k].Label()])
		}
		return answer(out), nil
	})
	get(a, "/api/networks/{id}", "One network", func(_ context.Context, in *struct {
		ID string `path:"id" maxLength:"100"`
	},
	) (*body[networkBody], error) {
		v := s.current.Load()
		k, err := v.findNetwork(in.ID)
		if err != nil {
			return nil, err
		}
		return answer(v.networkBody(k)), nil
	})
	get(a, "/api/networks/{id}/chart", "The members of a network with their ties", func(_ context.Context, in *struct {
		ID string `path:"id" maxLength:"100"`
	},
	) (*body[chartBody], error) {
		v := s.current.Load()
		k, err := v.findNetwork(in.ID)
		if err != nil {
			return nil, err
		}
		return answer(v.networkChart(k)), nil
	})
}

func (v *snapshot) findNetwork(id string) (int, error) {
	k := slices.IndexFunc(v.found.Networks, func(d network.Detected) bool { return d.ID == id })
	if k < 0 {
		return 0, casework.AskedError{Reason: "no network is called " + id + " at this checkpoint"}
	}
	return k, nil
}

// networkLines reads the comparison from its figures, and adds the names of its columns.
func (v *snapshot) networkLines(properties *[]string) map[string]NetworkLine {
	out := map[string]NetworkLine{}
	for k := range v.found.Networks {
		name := v.networkName(k)
		out[name.Label] = NetworkLine{NetworkName: name, Compared: map[string]cell{}}
	}
	if f := v.picture.Cited("networks.detected.members"); f != nil {
		for i := range f.Cells {
			if line, ok := out[f.Cells[i].Keys[0]]; ok {
				line.Members = cellOf(f, &f.Cells[i])
				out[line.Label] = line
			}
		}
	}
	if f := v.picture.Cited("networks.detected.compared"); f != nil {
		for i := range f.Cells {
			c := &f.Cells[i]
			if line, ok := out[c.Keys[0]]; ok {
				line.Compared[c.Keys[1]] = cellOf(f, c)
				if !slices.Contains(*properties, c.Keys[1]) {
					*properties = append(*properties, c.Keys[1])
				}
			}
		}
	}
	return out
}

func (v *snapshot) networkBody(k int) networkBody {
	d := &v.found.Networks[k]
	var properties []string
	out := networkBody{NetworkLine: v.networkLines(&properties)[d.Label()], Roster: []memberLine{}, Figures: []cited{}, Ties: d.Ties.Edges()}
	for m := range d.Members {
		x := &d.Members[m]
		line := memberLine{ChartNode: v.chartNode(v.member(x)), Strength: fmt.Sprintf("%.1f", x.Strength), Betweenness: fmt.Sprintf("%.1f", 100*x.Betweenness)}
		if t := x.Tier(); t.Known() {
			line.Chance, line.Anybody = fmt.Sprintf("%.0f", 100*t.Chance), fmt.Sprintf("%.0f", 100*t.Share)
		}
		out.Roster = append(out.Roster, line)
	}
	for i := range v.picture.Figures {
		f := &v.picture.Figures[i]
		if id := f.ID; !strings.HasPrefix(string(id), "networks.detected.") || id == "networks.detected.ties" || id == "networks.detected.positions" {
			continue
		}
		at := slices.Index(f.Definition.Grouping, "network")
		if at < 0 {
			continue
		}
		for c := range f.Cells {
			if f.Cells[c].Keys[at] == d.Label() { // which has the ID: a reported network may have the name
				out.Figures = append(out.Figures, citedOf(f, &f.Cells[c]))
			}
		}
	}
	return out
}

func citedOf(f *figure.Figure, c *figure.Cell) cited {
	return cited{string(f.ID), f.Title, f.UnitOf(f.FormatValue(c)), cellOf(f, c)}
}
