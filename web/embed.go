// Package web holds the built workbench. Make build makes it: dist has one file by which
// the package compiles before.
package web

import (
	"embed"
	"errors"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// ErrNotBuilt says that the program was built without the workbench.
var ErrNotBuilt = errors.New("this program was built without the workbench; build it with: make build")

// Files returns the built files.
func Files() (fs.FS, error) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(files, "index.html"); err != nil {
		return nil, ErrNotBuilt
	}
	return files, nil
}
