// Package manifest is the account of the files of a case's directory: manifest.json. The ledger
// proves what is in the database; the manifest names the case and how far its ledger had come, so
// that a database that lost its end or was replaced is noticed, and the digest of every file that
// answers rest on.
//
//	{
//	 "format": "skein manifest 1",
//	 "case": "9f2c…",                        ID of the case, as the database has it
//	 "ledger": {"entry": 12, "hash": "…"},   a checkpoint that the ledger has stood at
//	 "audit": {"lines": 3, "head": "…"},     lines that audit.jsonl has at least
//	 "files": {"report.yaml": {"checkpoint": "12@6d0c…", "sha256": "…"}},
//	 "digest": "…"                           SHA-256 of the manifest with an empty digest
//	}
//
// The manifest is never ahead of what it describes by accident: the ledger is committed, and a
// line of audit is on disk, before the manifest names them. A file's next digest ("next") is in
// the manifest before the file is renamed into place, and becomes its digest after that, so that a
// crash at any moment leaves a file with one of the two.
package manifest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"skein/internal/atomicfile"
	"skein/internal/audit"
	"skein/internal/record"
)

// Names of the manifest and of the lock that whoever changes it holds.
const (
	Name     = "manifest.json"
	LockName = "case.lock"
)

const format = "skein manifest 1"

// Manifest is the account of a case's files.
type Manifest struct {
	Format string           `json:"format"`
	Case   string           `json:"case"`
	Ledger Position         `json:"ledger"`
	Audit  audit.Anchor     `json:"audit"`
	Files  map[string]*File `json:"files"`
	Digest string           `json:"digest"`
}

// Position is a checkpoint in full.
type Position struct {
	Entry record.EntryNo `json:"entry"`
	Hash  string         `json:"hash"`
}

// File is what a file must be.
type File struct {
	Checkpoint string `json:"checkpoint"` // of the case when it was made
	SHA256     string `json:"sha256,omitempty"`
	Next       string `json:"next,omitempty"`  // while it is being replaced
	Going      bool   `json:"going,omitempty"` // while it is being removed
}

// ErrBroken says that a manifest is not as it was written.
var ErrBroken = errors.New("manifest.json was changed")

// Sum is the digest of a file's content.
func Sum(content []byte) string {
	h := sha256.Sum256(content)
	return hex.EncodeToString(h[:])
}

// At returns a checkpoint in full.
func At(c record.Checkpoint) Position {
	return Position{c.Entry, hex.EncodeToString(c.Hash[:])}
}

// String returns the position as checkpoints are shown.
func (p Position) String() string {
	return fmt.Sprintf("%d@%.12s", p.Entry, p.Hash)
}

// New returns the manifest of a case without files.
func New(caseID string, at record.Checkpoint) *Manifest {
	return &Manifest{Format: format, Case: caseID, Ledger: At(at), Files: map[string]*File{}}
}

// Read returns the manifest of a directory; nil where it has none.
func Read(root *os.Root) (*Manifest, error) {
	text, err := atomicfile.ReadFile(root, Name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil //nolint:nilnil // no manifest is no error: cases of earlier versions have none
	}
	if err != nil {
		return nil, err
	}
	return Parse(text)
}

// Parse reads what [Manifest.Format] wrote, and nothing else.
func Parse(text []byte) (*Manifest, error) {
	m := &Manifest{}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(m); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	if m.Format != format {
		return nil, fmt.Errorf("%w: its format is %q, and this version reads %q", ErrBroken, m.Format, format)
	}
	for _, f := range m.Files {
		if f == nil {
			return nil, ErrBroken
		}
	}
	if again, err := m.encode(); err != nil || !bytes.Equal(again, text) {
		return nil, ErrBroken
	}
	return m, nil
}

// encode returns the manifest's bytes, with its digest.
func (m *Manifest) encode() ([]byte, error) {
	plain := *m
	plain.Digest = ""
	if plain.Files == nil {
		plain.Files = map[string]*File{}
	}
	b, err := json.MarshalIndent(&plain, "", " ")
	if err != nil {
		return nil, err
	}
	plain.Digest = Sum(b)
	b, err = json.MarshalIndent(&plain, "", " ")
	return append(b, '\n'), err
}

// Write replaces the manifest of a directory.
func (m *Manifest) Write(root *os.Root) error {
	b, err := m.encode()
	if err != nil {
		return err
	}
	return atomicfile.Write(root, Name, b)
}

// Edit changes the manifest of a directory under its lock. What change returns nil for is
// written; a directory without manifest gives change nil.
func Edit(ctx context.Context, root *os.Root, change func(*Manifest) error) error {
	unlock, err := atomicfile.Lock(ctx, root, LockName, false)
	if err != nil {
		return err
	}
	defer unlock()
	m, err := Read(root)
	if err != nil {
		return err
	}
	if err := change(m); err != nil {
		return err
	}
	if m == nil {
		return nil
	}
	return m.Write(root)
}

// Create writes the manifest of a directory that has none, and returns the one that it has then.
func Create(ctx context.Context, root *os.Root, m *Manifest) (*Manifest, error) {
	unlock, err := atomicfile.Lock(ctx, root, LockName, false)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if has, err := Read(root); has != nil || err != nil {
		return has, err
	}
	return m, m.Write(root)
}

// Replace writes the manifest that change makes of the one that is there, under its lock: nil
// where there is none, or none that can be read.
func Replace(ctx context.Context, root *os.Root, change func(*Manifest) (*Manifest, error)) error {
	unlock, err := atomicfile.Lock(ctx, root, LockName, false)
	if err != nil {
		return err
	}
	defer unlock()
	old, err := Read(root)
	if err != nil && !errors.Is(err, ErrBroken) {
		return err
	}
	m, err := change(old)
	if err != nil {
		return err
	}
	return m.Write(root)
}
