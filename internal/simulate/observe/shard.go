package observe

import (
	"context"

	"skein/internal/simulate/truth"
	"skein/internal/simulate/world"
)

// Contributions of each kind at scale 1. The records of suspects come in the rest of
// the 11,500 that the joint report of 2016 counts.
const (
	incidentFiles  = 600
	vesselFiles    = 120
	vehicleFiles   = 260
	sightingFiles  = 240
	documentFiles  = 400
	paymentFiles   = 200
	companyFiles   = 60
	questionnaires = 140
	partnerReports = 120
	monitoredDays  = 730
	advertFiles    = 350
)

// Shard writes what agencies see of a shard.
func (o *Observer) Shard(ctx context.Context, s *world.Shard) error {
	before := o.Counts.Contributions
	f := o.enter(s)
	of := func(total int) int { return o.world.Share(s.Number, total) }
	for _, write := range []func() error{
		func() error { return o.detections(s) },
		func() error { return o.investigations(s, f) },
		func() error { return o.debriefings(s) },
		func() error { return o.calls(s, f) },
		func() error { return o.incidents(s, of(incidentFiles)) },
		func() error { return o.vessels(s, of(vesselFiles)) },
		func() error { return o.vehicles(s, f, of(vehicleFiles)) },
		func() error { return o.sightings(s, f, of(sightingFiles)) },
		func() error { return o.documents(s, f, of(documentFiles)) },
		func() error { return o.payments(s, f, of(paymentFiles)) },
		func() error { return o.companies(s, f, of(companyFiles)) },
		func() error { return o.questionnaires(s, of(questionnaires)) },
		func() error { return o.reports(s, of(partnerReports)) },
		func() error { return o.monitoring(s, of(monitoredDays)) },
		func() error { return o.adverts(s, of(advertFiles)) },
		func() error {
			return o.suspects(s, f, of(world.Contributions)-(o.Counts.Contributions-before))
		},
	} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// Truth is the files that the observer writes beside the contributions.
type Truth struct {
	Records       *truth.File[truth.Record]
	Contributions *truth.File[truth.Contribution]
	Broken        *truth.File[truth.Broken]
	Texts         *truth.File[truth.Text]
}
