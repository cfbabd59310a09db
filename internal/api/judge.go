package api

import (
	"context"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/casework"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/judgement"
	"skein/internal/record"
)

// side is what one of a pair has of each property.
type side struct {
	Key    string   `json:"key"`
	Name   string   `json:"name"`
	Entity string   `json:"entity"`
	Source string   `json:"source"`
	Told   []string `json:"told"` // parallel to the steps
}

type asked struct {
	A    side                   `json:"a"`
	B    side                   `json:"b"`
	Pair casework.ExplainedPair `json:"pair"`
}

type questions struct {
	Total     int     `json:"total"`
	Protected int     `json:"protected"` // pairs more of which one is locked
	Pairs     []asked `json:"pairs"`
}

type judgedBody struct {
	Left int `json:"left"`
}

func (s *Server) judgeCalls(a huma.API) {
	get(a, "/api/judge", "Pairs that wait for judgement, those first whose answer teaches most; none of a locked person", func(_ context.Context, in *Paging) (*body[questions], error) {
		v := s.current.Load()
		out := questions{Protected: v.protected, Pairs: []asked{}}
		waiting := s.waiting(v)
		from, to := in.from(len(waiting))
		for _, q := range waiting[from:min(to, from+50)] {
			out.Pairs = append(out.Pairs, v.asked(q))
		}
		out.Total = len(waiting)
		return answer(out), nil
	})
	post(a, "/api/judge", "Judge a pair, or withdraw what was judged of it", func(ctx context.Context, in *struct {
		Body struct {
			A       string `json:"a" maxLength:"32" doc:"key of a record"`
			B       string `json:"b" maxLength:"32"`
			Verdict string `json:"verdict" enum:"same,different,unsure,withdrawn"`
		}
	},
	) (*body[judgedBody], error) {
		var out judgedBody
		v := s.current.Load()
		if v.who == nil {
			return nil, casework.AskedError{Reason: "the case holds no persons to judge"}
		}
		q, err := v.question(in.Body.A, in.Body.B)
		if err != nil {
			return nil, err
		}
		owner, _ := handling.ParseAgency("ANALYST")
		label, err := handling.ParseOwned("H1 RESTRICTED", owner)
		if err != nil {
			return nil, err
		}
		if err := s.writable(); err != nil {
			return nil, err
		}
		terms := ingest.Terms{Source: "judgements", Owner: string(owner), Label: label}
		if err := s.audit(ctx, "judge "+in.Body.Verdict, in.Body.A+" "+in.Body.B, ""); err != nil {
			return nil, err
		}
		s.writing.Lock()
		defer s.writing.Unlock()
		st, err := s.o.Open(ctx, true)
		if err != nil {
			return nil, err
		}
		err = v.who.Judge(ctx, st, &terms, s.o.User, q, judgement.Verdict(in.Body.Verdict), s.o.Now)
		if e := st.Close(); err == nil {
			err = e
		}
		if err != nil {
			return nil, err
		}
		s.mark(v.who.Pair(q.A, q.B), judgement.Verdict(in.Body.Verdict))
		s.changed()
		out.Left = len(s.waiting(v))
		return answer(out), nil
	})
}

// waiting returns the questions of a snapshot but for pairs that were judged since it was taken.
func (s *Server) waiting(v *snapshot) []casework.Question {
	s.marking.Lock()
	defer s.marking.Unlock()
	return slices.DeleteFunc(slices.Clone(v.questions), func(q casework.Question) bool { return s.judged[v.who.Pair(q.A, q.B)] })
}

// mark notes that a pair was judged, or no more.
func (s *Server) mark(p judgement.Pair, verdict judgement.Verdict) {
	s.marking.Lock()
	defer s.marking.Unlock()
	s.judged[p] = verdict != judgement.Withdrawn
}

// question finds the pair of two keys.
func (v *snapshot) question(a, b string) (casework.Question, error) {
	var q casework.Question
	for at, text := range map[*uint32]string{&q.A: a, &q.B: b} {
		key, err := record.ParseKey(text)
		if err != nil {
			return q, casework.AskedError{Reason: err.Error()}
		}
		row, ok := v.who.Things.Row(key)
		if !ok {
			return q, casework.AskedError{Reason: "no person has the key " + text}
		}
		*at = uint32(row)
	}
	if q.A > q.B {
		q.A, q.B = q.B, q.A
	}
	q.Weight = v.who.Run.Explain(q.A, q.B).Weight
	return q, nil
}

func (v *snapshot) asked(q casework.Question) asked {
	x := asked{Pair: v.who.ExplainPair(q.A, q.B)}
	for at, row := range map[*side]uint32{&x.A: q.A, &x.B: q.B} {
		set, best := v.picture.Set, v.who.Things.Records(int(row))[0]
		con := set.Contributions[best.Contribution]
		*at = side{
			Key: v.who.Things.Key(int(row)).String(), Name: v.who.Caption(row), Entity: string(v.who.IDs[row]), Told: []string{},
			Source: con.Owner + ", " + con.Name + ", " + set.Grade(best).String(),
		}
		for k := range x.Pair.Steps {
			at.Told = append(at.Told, v.who.Told(k, row))
		}
	}
	return x
}

func purposeOf(ctx context.Context, s *Server) handling.Purpose {
	if p, ok := ctx.Value(purposeKey{}).(handling.Purpose); ok {
		return p
	}
	return s.o.Purpose
}
