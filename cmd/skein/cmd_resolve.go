package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"text/tabwriter"

	"skein/internal/casework"
	"skein/internal/english"
	"skein/internal/resolve/lineage"
	"skein/internal/schema"
)

// resolved is the answer of resolve.
type resolved struct {
	Schema     schema.Name      `json:"schema"`
	Things     int              `json:"things"`
	Entities   int              `json:"entities"`
	Doubtful   int              `json:"doubtful_entities"`
	Compared   int64            `json:"pairs_compared"`
	Lost       int64            `json:"pairs_lost"`
	Judgements int              `json:"judgements"`
	Changes    []lineage.Change `json:"changes"`
	Checkpoint string           `json:"checkpoint"`
}

func runResolve(ctx context.Context, e *env, args []string) error {
	if len(args) > 0 && args[0] == "explain" {
		return runResolveExplain(ctx, e, args[1:])
	}
	o := newOptions(e, "resolve", "--case DIR [--schema NAME] [--learn] | explain --case DIR A [B]",
		"Finds out who is who in a case, and writes the entities down with lasting IDs. The model\nis learnt the first time and then kept, so that what comes later is judged by the same\nmeasure; --learn learns it anew. skein resolve explain says why.")
	dir := o.String("case", "", "`DIR` of the case")
	name := o.String("schema", "Person", "`NAME` of the schema")
	anew := o.Bool("learn", false, "learn the model from the records as they are now")
	asJSON := o.Bool("json", false, "print the answer as JSON")
	if _, err := o.parse(args, 0, 0); err != nil {
		return err
	}
	e.doing("resolving")
	w, err := resolveCase(ctx, casework.Dir(*dir), schema.Name(*name), *anew)
	if err != nil {
		return err
	}
	if err := w.Write(casework.Dir(*dir)); err != nil {
		return err
	}
	r := resolved{
		Schema: w.Subject.Schema, Things: w.Things.Len(), Entities: len(w.Members), Compared: w.Run.Compared,
		Judgements: len(w.Judged), Changes: w.Changes, Checkpoint: w.Set.Checkpoint.String(),
	}
	if len(w.Before) == 0 {
		r.Changes = nil
	}
	for _, y := range w.Run.Yields {
		r.Lost += y.LostPairs
	}
	doubtful := map[lineage.ID]bool{}
	for row, c := range w.Run.Confidence(w.Cluster) {
		if c < 0.5 {
			doubtful[w.IDs[row]] = true
		}
	}
	r.Doubtful = len(doubtful)
	if *asJSON {
		return printJSON(e.out, r)
	}
	fmt.Fprintf(e.out, "%s: %s %s %s (%s compared, at most %s lost in blocks too large, %s)\n",
		r.Schema, english.Count(r.Things, "thing", "things"), english.Noun(r.Things, "is", "are"), english.Count(r.Entities, "entity", "entities"),
		english.Count(int(r.Compared), "pair", "pairs"), thousands(int(r.Lost)), english.Count(r.Judgements, "judgement", "judgements"))
	if r.Doubtful > 0 {
		fmt.Fprintf(e.out, "%s %s a thing that fits the others badly; skein judge asks about %s\n",
			english.Count(r.Doubtful, "entity", "entities"), english.Noun(r.Doubtful, "has", "have"), english.Noun(r.Doubtful, "it", "them"))
	}
	for i, c := range r.Changes {
		if i == 20 {
			fmt.Fprintf(e.out, "and %s: %s\n", english.Count(len(r.Changes)-i, "change more", "changes more"), casework.Dir(*dir).ResolutionFile(r.Schema, ".lineage.jsonl"))
			break
		}
		fmt.Fprintf(e.out, "%s %s", c.Entity, c.What)
		for _, other := range c.Others {
			fmt.Fprintf(e.out, " %s", other)
		}
		fmt.Fprintln(e.out)
	}
	return nil
}

func runResolveExplain(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "resolve explain", "--case DIR A B | ENTITY",
		"Says why two things are, or are not, one: what each property adds, in bits; or why the\nthings of an entity are together: the strongest pairs that hold it, and where it would\nbreak first. Things are named by record (3:17), key or entity (E-…).")
	dir := o.String("case", "", "`DIR` of the case")
	name := o.String("schema", "Person", "`NAME` of the schema")
	asJSON := o.Bool("json", false, "print as JSON")
	rest, err := o.parse(args, 1, 2)
	if err != nil {
		return err
	}
	e.doing("resolving")
	w, err := resolveCase(ctx, casework.Dir(*dir), schema.Name(*name), false)
	if err != nil {
		return err
	}
	a, err := w.Find(rest[0])
	if err != nil {
		return err
	}
	if len(rest) == 1 {
		x := w.ExplainEntity(w.IDs[a[0]])
		if *asJSON {
			return printJSON(e.out, x)
		}
		return printEntity(e, &x)
	}
	b, err := w.Find(rest[1])
	if err != nil {
		return err
	}
	x := w.ExplainPair(a[0], b[0])
	if *asJSON {
		return printJSON(e.out, x)
	}
	return printPair(e, &x)
}

func printPair(e *env, x *casework.ExplainedPair) error {
	fmt.Fprintf(e.out, "A  %s\nB  %s\n\n", x.A, x.B)
	tab := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tab, "BITS\tSUM\tPROPERTY\tLEVEL\tRARITY\tA\tB\n")
	sum := x.Prior
	fmt.Fprintf(tab, "%+.1f\t%+.1f\tprior odds\t\t\t\t\n", x.Prior, sum)
	for _, s := range x.Steps {
		if s.Level == "not told" {
			fmt.Fprintf(tab, "\t\t%s\tnot told\t\t\t\n", s.Property)
			continue
		}
		sum += s.Weight + s.Rarity
		rarity := ""
		if s.Share > 0 {
			rarity = fmt.Sprintf("%+.1f: 1 in %s has it", s.Rarity, thousands(int(math.Round(1/s.Share))))
		}
		fmt.Fprintf(tab, "%+.1f\t%+.1f\t%s\t%s\t%s\t%s\t%s\n", s.Weight+s.Rarity, sum, s.Property, s.Level, rarity, s.A, s.B)
	}
	if x.Held < 0 {
		fmt.Fprintf(tab, "%+.1f\t%+.1f\theld back\tno name agrees\t\t\t\n", x.Held, x.Weight)
	}
	if err := tab.Flush(); err != nil {
		return err
	}
	entity := "two entities"
	if x.SameEntity {
		entity = "one entity"
	}
	fmt.Fprintf(e.out, "\nweight %+.1f bits, probability %.4f; %s\n", x.Weight, x.Probability, entity)
	if x.Judged != "" {
		fmt.Fprintf(e.out, "judged %s by %s\n", x.Judged, x.JudgedBy)
	}
	return nil
}

func printEntity(e *env, x *casework.ExplainedEntity) error {
	fmt.Fprintf(e.out, "%s: %s\n", x.Entity, english.Count(len(x.Members), "thing", "things"))
	for _, m := range x.Members {
		fmt.Fprintf(e.out, "  %s\n", m)
	}
	if x.Cut == nil {
		return nil
	}
	tab := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	fmt.Fprint(tab, "\nHELD BY, BITS\tA\tB\n")
	for _, b := range x.Tree {
		fmt.Fprintf(tab, "%+.1f\t%s\t%s\n", b.Weight, b.A, b.B)
	}
	if err := tab.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "\nit would break first between these and the rest (on average %+.1f bits):\n", x.Cut.Weight)
	for _, s := range slices.Sorted(slices.Values(x.Cut.Side)) {
		fmt.Fprintf(e.out, "  %s\n", s)
	}
	return nil
}
