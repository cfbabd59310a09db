package casework

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"skein/internal/atomicfile"
	"skein/internal/audit"
	"skein/internal/english"
	"skein/internal/ledger"
	"skein/internal/manifest"
	"skein/internal/record"
	"skein/internal/store/sqlite"
)

// Verification is what was found of a case and each of its files.
type Verification struct {
	Case       string // ID; empty in a case of an earlier version
	Checkpoint record.Checkpoint
	Files      []Verified // by name
	Notes      []string   // what is no fault, and worth knowing
}

// Verified is what was found of a file.
type Verified struct {
	Name   string      `json:"name"`
	State  VerifyState `json:"state"`
	Detail string      `json:"detail,omitempty"`
}

// VerifyState is what a file was found to be.
type VerifyState string

// States of a file.
const (
	FileHolds  VerifyState = "holds"
	FileOlder  VerifyState = "older"       // a crash broke off its replacement, or the case has gone on since; the next run writes it
	FileFailed VerifyState = "failed"      // it is not what Skein wrote
	NotCovered VerifyState = "not covered" // no answer rests on it, or it is not Skein's
)

// verification is a Verify that is under way.
type verification struct {
	Verification

	d      Dir
	root   *os.Root
	audit  audit.Summary
	stood  map[string]bool // checkpoints of the ledger, where it holds
	faults []*ledger.Fault
}

// Verify checks a case: the ledger and all that it accounts for, the database's own pages, the
// account of files and every file in it, and that each of them is of this case and of a checkpoint
// that its ledger has stood at. Of every other file in the directory it says that it is not covered. Where
// at is not empty, the ledger must have stood at that checkpoint too. The error wraps
// [ledger.ErrBroken] and is that of the first thing that does not hold: of the ledger, if that
// does not.
func (d Dir) Verify(ctx context.Context, at string) (*Verification, error) {
	root, err := d.root()
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // a directory
	v := &verification{d: d, root: root}
	s, m, err := v.files(ctx)
	if err != nil {
		return nil, err
	}
	if s != nil {
		err = v.ledger(ctx, s, m, at)
		if err = errors.Join(err, s.Close(), ctx.Err()); err != nil { // broken off: there is no verdict
			return nil, err
		}
	}
	if err := v.others(); err != nil {
		return nil, err
	}
	slices.SortFunc(v.Files, func(a, b Verified) int { return cmp.Compare(a.Name, b.Name) })
	if len(v.faults) > 0 {
		return &v.Verification, v.faults[0]
	}
	return &v.Verification, nil
}

// files checks the account and the files in it, and opens the database, while nobody changes
// any of them. No database: a fault says so.
func (v *verification) files(ctx context.Context) (*sqlite.Store, *manifest.Manifest, error) {
	ctx, cancel := context.WithTimeout(ctx, 10*patience)
	defer cancel()
	unlock, err := atomicfile.Lock(ctx, v.root, manifest.LockName, true)
	if err != nil {
		return nil, nil, err
	}
	defer unlock()
	m, err := manifest.Read(v.root)
	switch {
	case errors.Is(err, manifest.ErrBroken):
		v.fail(manifest.Name, err.Error())
	case err != nil:
		return nil, nil, err
	case m != nil:
		v.Case = m.Case
		if err := v.accounted(m); err != nil {
			return nil, nil, err
		}
	}
	if err := v.d.inside(v.root); err != nil {
		v.fail(databaseName, err.Error())
		return nil, m, nil
	}
	s, err := sqlite.Open(context.WithoutCancel(ctx), v.d.Database(), sqlite.Options{ReadOnly: true})
	if err == nil {
		return s, m, nil
	}
	if _, gone := v.root.Stat(databaseName); m == nil && len(v.faults) == 0 && errors.Is(gone, fs.ErrNotExist) {
		if err := v.d.remains(v.root); err != nil {
			return nil, nil, err
		}
		return nil, nil, err
	}
	v.fail(databaseName, err.Error())
	return nil, m, nil
}

func (v *verification) fail(name, reason string) {
	v.Files = append(v.Files, Verified{name, FileFailed, reason})
	v.faults = append(v.faults, &ledger.Fault{Reason: name + ": " + reason})
}

// accounted checks every file of the account, and the audit file.
func (v *verification) accounted(m *manifest.Manifest) error {
	for _, name := range slices.Sorted(maps.Keys(m.Files)) {
		f := m.Files[name]
		state, content, err := m.Check(v.root, name)
		switch {
		case err != nil:
			v.fail(name, "cannot be read: "+err.Error())
		case state == manifest.Missing:
			v.fail(name, "is missing; skein run or the verb that wrote it writes it again")
		case state == manifest.Changed:
			v.fail(name, "was changed since Skein wrote it")
		case state == manifest.Older && content == nil:
			v.Files = append(v.Files, Verified{name, FileOlder, "not written yet: the next run writes it"})
		case state == manifest.Older:
			v.Files = append(v.Files, Verified{name, FileOlder, "a crash broke off its replacement: the next run writes it"})
		case f.Checkpoint == "" || f.Checkpoint == m.Ledger.String():
			v.Files = append(v.Files, Verified{Name: name, State: FileHolds})
		default:
			v.Files = append(v.Files, Verified{name, FileHolds, "of checkpoint " + f.Checkpoint})
		}
		if content != nil && strings.HasSuffix(name, resolutionEnding) {
			if r, err := parseResolution(content); err == nil && r.Case != m.Case {
				v.fail(name, "is of another case")
			}
		}
	}
	s, err := audit.Verify(v.root, auditName, m.Case, m.Audit)
	v.audit = s
	if more := s.Lines - m.Audit.Lines; more > 0 && err == nil {
		v.Notes = append(v.Notes, fmt.Sprintf("audit.jsonl has %s more than manifest.json knows of: a crash or a full disk came between, or manifest.json is of an older copy",
			english.Count(more, "line", "lines")))
	}
	switch {
	case errors.Is(err, audit.ErrBroken):
		v.fail(auditName, err.Error())
	case err != nil:
		return err
	case s.Lines > 0 || s.Unchained > 0 || s.Torn > 0:
		v.Files = append(v.Files, Verified{auditName, FileHolds, auditDetail(s)})
	}
	return nil
}

func auditDetail(s audit.Summary) string {
	detail := english.Count(s.Lines, "line", "lines")
	if s.Unchained > 0 && s.Lines == 0 {
		detail = fmt.Sprintf("%d bytes of an earlier version, covered from the next line on", s.Unchained)
	}
	if s.Torn > 0 {
		detail += fmt.Sprintf("; %d bytes of a line that a crash tore, or that is being written", s.Torn)
	}
	if s.Repaired > 0 {
		detail += fmt.Sprintf("; %s torn by crashes and recorded as such", english.Count(s.Repaired, "line", "lines"))
	}
	return detail
}

// ledger checks the database, and that the account's checkpoints are of it.
func (v *verification) ledger(ctx context.Context, s *sqlite.Store, m *manifest.Manifest, at string) error {
	faults := v.faults // of files; the ledger's come first
	v.faults = nil
	reached, err := ledger.Verify(ctx, s)
	v.Checkpoint = reached
	if err == nil {
		if err = s.Check(ctx); err != nil && ctx.Err() == nil {
			err = &ledger.Fault{Reason: "the ledger holds, but the file is damaged: " + err.Error()}
		}
	}
	if err == nil {
		err = v.checkpoints(ctx, s, m, at)
	}
	if err != nil {
		fault, ok := errors.AsType[*ledger.Fault](err)
		if !ok {
			return err
		}
		v.Files = append(v.Files, Verified{databaseName, FileFailed, fault.Error()})
		v.faults = append([]*ledger.Fault{fault}, faults...)
		return nil
	}
	v.Files = append(v.Files, Verified{databaseName, FileHolds, fmt.Sprintf("%s, and all that the ledger accounts for", english.Count(int(reached.Entry), "entry", "entries"))})
	v.faults = faults
	return nil
}

// checkpoints holds the ledger against the checkpoints that are named elsewhere, and looks at
// its times.
func (v *verification) checkpoints(ctx context.Context, s *sqlite.Store, m *manifest.Manifest, at string) error {
	stood := map[string]bool{record.Checkpoint{}.String(): true}
	var last ledger.Entry
	for stored, err := range s.Entries(ctx) {
		if err != nil {
			return err
		}
		e, err := ledger.Decode(stored.Encoded)
		if err != nil {
			return err
		}
		if e.Appended.Before(last.Appended) {
			v.Notes = append(v.Notes, fmt.Sprintf("entry %d was recorded at %s, before entry %d (%s): a clock was set back, or was wrong",
				e.No, e.Appended.Format("2006-01-02 15:04:05"), last.No, last.Appended.Format("2006-01-02 15:04:05")))
		}
		last = e
		stood[e.Checkpoint().String()] = true
	}
	if at != "" && !stood[at] {
		return &ledger.Fault{Reason: "the ledger never stood at checkpoint " + at}
	}
	if m == nil {
		switch {
		case len(v.Files) > 0: // damaged, which was said
		case s.ID() != "" && last.No > 0:
			return &ledger.Fault{Reason: "manifest.json is missing, which accounts for the files of the case"}
		case s.ID() == "":
			v.Notes = append(v.Notes, "the case is of an earlier version, which kept no account of its files: only case.db is covered, until a verb that writes brings the case to this version")
		}
		return nil
	}
	if err := belongs(ctx, s, m); err != nil {
		return err
	}
	for _, named := range v.audit.Ledgers {
		if !stood[named] {
			return auditBehind(named)
		}
	}
	v.stood = stood
	v.Files = append(v.Files, Verified{manifest.Name, FileHolds, "case " + m.Case[:min(8, len(m.Case))]})
	for _, name := range slices.Sorted(maps.Keys(m.Files)) {
		if f := m.Files[name]; f.Checkpoint != "" && !stood[f.Checkpoint] {
			return &ledger.Fault{Reason: fmt.Sprintf("%s is of checkpoint %s, at which the ledger never stood", name, f.Checkpoint)}
		}
	}
	return nil
}

// others names the files that are not covered.
func (v *verification) others() error {
	known := map[string]bool{}
	for _, f := range v.Files {
		known[f.Name] = true
	}
	return fs.WalkDir(v.root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // removed meanwhile
		}
		if err != nil {
			return err
		}
		if e.IsDir() && !atomicfile.Temporary(e.Name()) || known[name] {
			return nil
		}
		why := "not a file of Skein's"
		if v.Case == "" {
			why = "the case has no account of its files"
		}
		switch {
		case atomicfile.Temporary(path.Base(name)):
			why = "temporary; the next start removes it unless a process uses it"
		case name == databaseName+"-wal":
			why = "write-ahead log: the entries that it holds are checked as part of case.db"
		case name == databaseName+"-shm":
			why = "index of the write-ahead log; SQLite makes it anew"
		case name == manifest.LockName, name == "serve.lock":
			why = "a lock, without content"
		case e.Type()&fs.ModeSymlink != 0:
			why = "a symbolic link"
		case v.foreign(name) != "":
			why = "of checkpoint " + v.foreign(name) + ", at which this ledger never stood"
		}
		v.Files = append(v.Files, Verified{name, NotCovered, why})
		if e.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}

// foreign returns the checkpoint that a file of figures is named by, where the ledger never stood at it.
func (v *verification) foreign(name string) string {
	base, ok := strings.CutPrefix(name, historyDir+"/")
	if !ok || v.stood == nil {
		return ""
	}
	if at := strings.Replace(strings.TrimSuffix(base, ".json"), "-", "@", 1); !v.stood[at] {
		return at
	}
	return ""
}
