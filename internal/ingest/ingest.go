// Package ingest takes contributions into a case: bytes through a reader and a
// mapping into records, with a ledger entry that accounts for all of them.
//
// A contribution comes in whole or not at all. Its payload is kept as it came;
// rows that give no record go to quarantine with the reason, their place and
// their bytes; a file that cannot be read to its end is quarantined as a whole,
// with its payload. Only a file over the size limit leaves nothing behind.
//
// Bytes that an owner sent before are recognised: with the same recipe nothing
// happens, with another they are read again, and with another label, grade or origin
// they are refused. The recipe is the reader's settings
// and the mapping's text; the ledger names it by its hash, so that any reading can
// be repeated.
//
// Work is committed in groups, at the latest when [Ingester.Flush] is called. A
// process that is killed loses at most the contributions since the last commit,
// and the next run takes them in.
package ingest

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"skein/internal/atomicfile"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/schema"
	"skein/internal/store"
)

// Terms are what an owner sends a contribution under.
type Terms struct {
	Source   string // name of the source
	Owner    string
	Origin   record.Origin
	Grade    grading.Grade
	Label    handling.Label
	Received time.Time // day; zero: the day of the clock
}

// ErrTerms says that terms lack what they must have.
var ErrTerms = errors.New("a contribution needs a source, an owner and a label that somebody may read")

func (t *Terms) check() error {
	if t.Source == "" || t.Owner == "" || t.Label == (handling.Label{}) {
		return ErrTerms
	}
	return nil
}

// State says what became of a contribution.
type State string

// The states of a [Result].
const (
	Added     State = "added"     // new, and read
	Reread    State = "reread"    // held before, read again with another recipe
	Unchanged State = "unchanged" // held before, nothing to do
	Refused   State = "refused"   // not taken in, or not read again; nothing is stored now
)

// Result tells what became of one contribution.
type Result struct {
	State       State
	Entry       record.EntryNo // of the contribution; zero where refused
	Name        string
	Rows        int
	Records     int
	Quarantined int
	Reason      string   // why it was refused, or quarantined as a whole
	Notes       []string // what somebody should look at though nothing is wrong
	Clock       string   // that the clock is behind the ledger, which keeps its own time then
}

// Progress is how far the contribution that is being read has got.
type Progress struct {
	Name              string
	BytesRead, Bytes  int64
	Rows, Quarantined int
}

// Options of an [Ingester]; the zero value is usable.
type Options struct {
	Model    *schema.Model    // nil: schema.Default
	Now      func() time.Time // nil: time.Now
	Progress func(Progress)   // called now and then from the goroutine of Add
	TempDir  string           // where payloads are unpacked for another reading; "": the system's
	// Admit judges the label of each record that has its own. Its error refuses the file:
	// nothing of it is stored. Nil admits all.
	Admit func(handling.Label) error
}

// An Ingester adds contributions to one case. It is used by one goroutine.
type Ingester struct {
	s       store.Store
	o       Options
	tx      store.Tx // nil: none open
	pending int64    // payload bytes and entries since the last commit
	entries int
	now     map[string]session // what this session saw, by owner and fingerprint
	plans   map[ledger.Digest]*plan
	clock   clock
	live    map[record.EntryNo]ledger.Live // last readings, at liveAt; nil: not asked for yet
	liveAt  record.Checkpoint
}

type session struct {
	entry  record.EntryNo
	recipe ledger.Digest
	name   string
	terms  string
}

// Commit groups: whichever comes first. They bound what a crash costs, and how
// long other writers wait.
const (
	groupBytes   = 16 << 20
	groupEntries = 256
)

// New returns an ingester for a case.
func New(s store.Store, o Options) *Ingester {
	if o.Model == nil {
		o.Model = schema.Default()
	}
	if o.Now == nil {
		o.Now = time.Now //nolint:forbidigo // the default; tests and commands pass a clock
	}
	return &Ingester{s: s, o: o, now: map[string]session{}, plans: map[ledger.Digest]*plan{}}
}

// Flush commits what was added. Without it, nothing is sure to last.
func (in *Ingester) Flush() error {
	if in.tx == nil {
		return nil
	}
	tx := in.tx
	in.tx, in.pending, in.entries = nil, 0, 0
	err := tx.Commit()
	if err != nil {
		clear(in.now)
	}
	return err
}

// Close drops what was not flushed.
func (in *Ingester) Close() error {
	if in.tx == nil {
		return nil
	}
	tx := in.tx
	in.tx, in.pending, in.entries = nil, 0, 0
	clear(in.now) // what was dropped is not held
	return tx.Rollback()
}

// begin opens a transaction unless one is open.
func (in *Ingester) begin(ctx context.Context) error {
	if in.tx != nil {
		return nil
	}
	tx, err := in.s.Begin(ctx)
	if err != nil {
		return err
	}
	in.tx = tx
	return nil
}

// Add takes in a file of size bytes. An error means that the case could not be
// written to, or the terms or the recipe are no good; a bad file is no error but
// a result with a reason.
func (in *Ingester) Add(ctx context.Context, t Terms, rc Recipe, name string, f io.ReaderAt, size int64) (Result, error) {
	if err := t.check(); err != nil {
		return Result{}, fmt.Errorf("%s: %w", name, err)
	}
	plan, err := in.plan(&rc)
	if err != nil {
		return Result{}, fmt.Errorf("%s: %w", name, err)
	}
	if limit := plan.limits().Bytes; size > limit {
		return Result{State: Refused, Name: name, Reason: fmt.Sprintf("the file has %d bytes, the limit is %d; raise \"bytes\" under limits if you trust it", size, limit)}, nil
	}
	plain := sha256.New()
	if _, err := io.Copy(plain, io.NewSectionReader(f, 0, size)); err != nil {
		return Result{State: Refused, Name: name, Reason: "the file cannot be read: " + err.Error()}, nil
	}
	fingerprint := [32]byte(plain.Sum(nil))
	if r, known, err := in.known(ctx, &t, fingerprint, plan, name); known || err != nil {
		return r, err
	}
	return in.add(ctx, t, plan, name, f, size, fingerprint)
}

// plan makes a recipe ready for use, once however many files it reads.
func (in *Ingester) plan(rc *Recipe) (*plan, error) {
	text, err := rc.Text()
	if err != nil {
		return nil, err
	}
	sum := ledger.Digest(sha256.Sum256(text))
	if p, ok := in.plans[sum]; ok {
		return p, nil
	}
	p, err := newPlan(*rc, text, sum, in.o.Model)
	if err == nil {
		in.plans[sum] = p
	}
	return p, err
}

func (in *Ingester) add(ctx context.Context, t Terms, p *plan, name string, f io.ReaderAt, size int64, fingerprint [32]byte) (Result, error) {
	if err := in.begin(ctx); err != nil {
		return Result{}, err
	}
	salt, err := newSalt()
	if err != nil {
		return Result{}, err
	}
	head := in.tx.Head()
	at, behind, err := in.appended(ctx, head)
	if err != nil {
		return Result{}, errors.Join(err, in.Close())
	}
	if t.Received.IsZero() {
		t.Received = at
	}
	e := ledger.Entry{
		No: head.Entry + 1, Previous: head.Hash, Kind: ledger.Contribution, Of: head.Entry + 1,
		Appended: at,
		Source:   t.Source, Name: name, Owner: t.Owner, Origin: t.Origin, Grade: t.Grade, Label: t.Label,
		Received: t.Received.UTC().Truncate(24 * time.Hour), Bytes: size,
	}
	r, err := in.read(ctx, job{entry: &e, owner: t.Owner, received: e.Received, name: name, plan: p, salt: salt, file: f, size: size, payload: true, fingerprint: fingerprint})
	if err != nil {
		return r, errors.Join(err, in.Close())
	}
	if err := in.tx.Append(&e, store.Sealed{Salt: salt, Fingerprint: fingerprint, Mapping: p.text}); err != nil {
		return r, errors.Join(err, in.Close())
	}
	in.now[t.Owner+"\x00"+string(fingerprint[:])] = session{e.No, p.sum, name, told(t.Label, t.Grade, t.Origin)}
	in.clock = clock{e.Checkpoint(), at}
	r.State, r.Entry, r.Clock = Added, e.No, behind
	return r, in.group(size)
}

// group commits when enough has gathered.
func (in *Ingester) group(size int64) error {
	in.pending += size
	in.entries++
	if in.pending < groupBytes && in.entries < groupEntries {
		return nil
	}
	return in.Flush()
}

func newSalt() (ledger.Salt, error) {
	var s ledger.Salt
	if _, err := rand.Read(s[:]); err != nil {
		return s, fmt.Errorf("no random salt: %w", err)
	}
	return s, nil
}

// ErrUnknown says that the ledger has no such contribution.
var ErrUnknown = errors.New("no such contribution")

// Again reads a contribution that is held with another recipe; with the same
// recipe nothing happens. The records of the reading before are withdrawn in the
// same transaction, so none is lost and none doubled.
func (in *Ingester) Again(ctx context.Context, no record.EntryNo, rc Recipe) (Result, error) {
	p, err := in.plan(&rc)
	if err != nil {
		return Result{}, err
	}
	return in.again(ctx, no, p)
}

func (in *Ingester) again(ctx context.Context, no record.EntryNo, p *plan) (Result, error) {
	l, err := in.lastReading(ctx, no)
	if errors.Is(err, ErrUnknown) && in.tx != nil { // it may be among what was added since the last commit
		if err := in.Flush(); err != nil {
			return Result{}, err
		}
		l, err = in.lastReading(ctx, no)
	}
	if err != nil {
		return Result{}, err
	}
	if l.Read.Mapping == p.sum {
		return Result{State: Unchanged, Entry: no, Name: l.Contribution.Name, Records: l.Read.Records, Quarantined: l.Read.Quarantined}, nil
	}
	return in.reread(ctx, no, p)
}

// lastReading returns a contribution's last reading. The ledger is read once and
// again only where somebody else may have added to it, or a case of ten thousand
// contributions would be run through for each of them. What this session added
// since does not matter here: it is in no reading of what was held before.
func (in *Ingester) lastReading(ctx context.Context, no record.EntryNo) (ledger.Live, error) {
	if l, ok := in.live[no]; ok {
		return l, nil
	}
	live, at, err := ledger.Readings(ctx, in.s)
	if err != nil {
		return ledger.Live{}, err
	}
	in.live, in.liveAt = make(map[record.EntryNo]ledger.Live, len(live)), at
	for _, l := range live {
		in.live[l.Contribution.Entry] = l
	}
	l, ok := in.live[no]
	if !ok {
		return l, fmt.Errorf("entry %d: %w", no, ErrUnknown)
	}
	return l, nil
}

func (in *Ingester) reread(ctx context.Context, no record.EntryNo, p *plan) (Result, error) {
	if err := in.Flush(); err != nil {
		return Result{}, err
	}
	f, remove, err := Unpack(ctx, in.s, no, in.o.TempDir)
	if err != nil {
		return Result{}, err
	}
	defer remove() // a copy; the payload stays in the store
	if err := in.begin(ctx); err != nil {
		return Result{}, err
	}
	if in.tx.Head() != in.liveAt {
		in.live = nil // nobody else can write now: what is read next is the last
	}
	l, err := in.lastReading(ctx, no)
	if err != nil {
		return Result{}, errors.Join(err, in.Close())
	}
	salt, err := newSalt()
	if err != nil {
		return Result{}, err
	}
	head := in.tx.Head()
	at, behind, err := in.appended(ctx, head)
	if err != nil {
		return Result{}, errors.Join(err, in.Close())
	}
	e := ledger.Entry{
		No: head.Entry + 1, Previous: head.Hash, Kind: ledger.Reading, Of: l.Contribution.Entry,
		Appended: at, Received: time.Unix(0, 0).UTC(),
	}
	r, err := in.read(ctx, job{
		entry: &e, owner: l.Contribution.Owner, received: l.Contribution.Received, name: l.Contribution.Name, plan: p, salt: salt, file: f, size: l.Brought.Bytes,
	})
	if why := lost(&r, &l.Read); err == nil && why != "" {
		return Result{State: Refused, Entry: no, Name: r.Name, Reason: why}, in.Close()
	}
	if err == nil {
		err = in.tx.Withdraw(l.Read.No)
	}
	if err == nil {
		err = in.tx.Append(&e, store.Sealed{Salt: salt, Mapping: p.text})
	}
	if err != nil {
		return r, errors.Join(err, in.Close())
	}
	in.clock = clock{e.Checkpoint(), at}
	r.State, r.Entry, r.Clock = Reread, no, behind
	l.Read = e
	in.live[no], in.liveAt = l, e.Checkpoint()
	return r, in.Flush()
}

// lost says why a new reading must not take the place of the one before: it would give up
// records, or rows in quarantine, and have nothing to show for them.
func lost(r *Result, before *ledger.Entry) string {
	const stays = "what was read of it before stays, records and quarantine; repair the mapping: "
	switch {
	case before.Records+before.Quarantined == 0:
		return ""
	case r.Reason != "":
		return stays + r.Reason
	case r.Records == 0 && (r.Quarantined == 0 || before.Records > 0):
		return stays + "it gives no record of any row"
	}
	return ""
}

// Unpack writes a contribution's payload to a new temporary file in dir ("": the
// system's), readable by its owner alone, because readers seek; in the
// system's where nothing can be written to dir. Remove closes and removes it.
func Unpack(ctx context.Context, s store.Store, no record.EntryNo, dir string) (f *os.File, remove func(), err error) {
	src, err := s.Payload(ctx, no)
	if err != nil {
		return nil, nil, err
	}
	f, remove, err = atomicfile.Temp(dir, "payload")
	if dir != "" && (errors.Is(err, os.ErrPermission) || errors.Is(err, syscall.EROFS)) {
		f, remove, err = atomicfile.Temp("", "payload") // the case can only be read
	}
	if err != nil {
		return nil, nil, errors.Join(err, src.Close())
	}
	_, err = io.Copy(f, src)
	if err = errors.Join(err, src.Close()); err != nil {
		remove()
		return nil, nil, err
	}
	return f, remove, nil
}
