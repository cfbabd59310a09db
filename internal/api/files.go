package api

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
)

// pages serves the files of the workbench, and its first page for the addresses of its
// views.
type pages struct {
	files  fs.FS
	packed sync.Map // the gzip of a file's bytes, by name
}

func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	content, err := fs.ReadFile(p.files, name)
	if err != nil {
		if strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, "api/") {
			fail(w, "there is nothing at this address", http.StatusNotFound)
			return
		}
		name = "index.html"
		if content, err = fs.ReadFile(p.files, name); err != nil {
			fail(w, "there is nothing at this address", http.StatusNotFound)
			return
		}
	}
	head := w.Header()
	head.Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	if strings.HasPrefix(name, "assets/") { // named by what they hold
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	head.Set("Vary", "Accept-Encoding")
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		if content, err = p.zipped(name, content); err != nil {
			fail(w, err.Error(), http.StatusInternalServerError)
			return
		}
		head.Set("Content-Encoding", "gzip")
	}
	head.Set("Content-Length", strconv.Itoa(len(content)))
	_, _ = w.Write(content) // a client that left needs no answer
}

func (p *pages) zipped(name string, content []byte) ([]byte, error) {
	if b, ok := p.packed.Load(name); ok {
		return b.([]byte), nil
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(content); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	p.packed.Store(name, b.Bytes())
	return b.Bytes(), nil
}
