package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/atomicfile"
)

// DefaultUpload is how many bytes an upload may have: skein ingest takes larger files.
const DefaultUpload = 1 << 30

const (
	mostUploads = 2       // at a time
	mostParts   = 16      // of a form
	mostField   = 1 << 20 // bytes of a form's field; a mapping is the longest
)

// upload is a form with a file. It is read as it comes, and the file goes to disk.
type upload struct {
	body        io.Reader
	contentType string
}

// Resolve implements [huma.Resolver]: it keeps the body for the call.
func (u *upload) Resolve(c huma.Context) []error {
	u.body, u.contentType = c.BodyReader(), c.Header("Content-Type")
	return nil
}

// uploadForm describes the form of an upload.
func uploadForm() *huma.RequestBody {
	text := func() *huma.Schema { return &huma.Schema{Type: huma.TypeString} }
	media := &huma.MediaType{
		Schema: &huma.Schema{Type: huma.TypeObject, Required: []string{"file"}, Properties: map[string]*huma.Schema{
			"file": {Type: huma.TypeString, Format: "binary", ContentEncoding: "binary"}, "mapping": text(), "owner": text(), "label": text(), "grade": text(),
		}},
		Encoding: map[string]*huma.Encoding{"file": {ContentType: "application/octet-stream"}},
	}
	for _, field := range []string{"mapping", "owner", "label", "grade"} {
		media.Encoding[field] = &huma.Encoding{ContentType: "text/plain"}
	}
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": media}}
}

// postForm registers a call that takes a file. The form is described after the registration:
// huma would read all of a body that it knows of into memory.
func postForm[O any](a huma.API, path, summary string, f func(context.Context, *upload) (*O, error)) {
	huma.Register(a, huma.Operation{
		Method: http.MethodPost, Path: path, Summary: summary, OperationID: operation(http.MethodPost, path),
	}, asStatus(f))
	a.OpenAPI().Paths[path].Post.RequestBody = uploadForm()
}

// uploads reports whether a request may be as long as an upload.
func (s *Server) uploads(r *http.Request) bool {
	return r.URL.Path == "/api/contributions" || r.URL.Path == "/api/contributions/suggest"
}

// received is an upload on disk, with the fields of its form.
type received struct {
	path   string
	fields map[string]string
	root   *os.Root // of the folder that holds it alone
	drop   func()   // the folder
	done   func()
}

// remove removes it.
func (x *received) remove() {
	if x.root != nil {
		_ = x.root.Close()
	}
	if x.drop != nil {
		x.drop()
	}
	x.done()
}

// receive takes an upload to disk, in a folder of its own that is removed with it.
func (s *Server) receive(in *upload) (x *received, err error) {
	select {
	case s.uploading <- struct{}{}:
	default:
		return nil, huma.Error429TooManyRequests("other files are being uploaded; try again when they are done")
	}
	x = &received{fields: map[string]string{}, done: func() { <-s.uploading }}
	defer func() {
		if err != nil {
			x.remove()
			x = nil
		}
	}()
	kind, parameters, err := mime.ParseMediaType(in.contentType)
	if err != nil || kind != "multipart/form-data" || parameters["boundary"] == "" || in.body == nil {
		return x, huma.Error415UnsupportedMediaType("send the file as a form: multipart/form-data with a part named file")
	}
	folder, drop, err := atomicfile.TempDir(s.o.Scratch, "upload")
	if err != nil {
		return x, err
	}
	x.drop = drop
	if x.root, err = os.OpenRoot(folder); err != nil {
		return x, err
	}
	body := &bounded{from: in.body, left: s.o.Upload, most: s.o.Upload}
	err = x.parts(multipart.NewReader(body, parameters["boundary"]))
	switch {
	case err == nil && x.path == "":
		err = huma.Error422UnprocessableEntity("the form has no part named file")
	case body.over:
		err = huma.Error413RequestEntityTooLarge(fmt.Sprintf("an upload has at most %s; take larger files in with skein ingest", megabytes(s.o.Upload)))
	case errors.Is(err, os.ErrDeadlineExceeded):
		err = huma.NewError(http.StatusRequestTimeout, "the upload came too slowly; try again")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		err = huma.Error400BadRequest("the upload broke off before its end; nothing was kept")
	case isProtocol(err):
		err = huma.Error400BadRequest("the form cannot be read, a header of a part is malformed; control characters in a file's name are one cause")
	}
	return x, err
}

// isProtocol reports whether an error is of what the client sent as headers.
func isProtocol(err error) bool {
	_, ok := errors.AsType[textproto.ProtocolError](err)
	return ok
}

// parts reads the form.
func (x *received) parts(form *multipart.Reader) error {
	for n := 0; ; n++ {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) && n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
		if n == mostParts {
			return huma.Error422UnprocessableEntity(fmt.Sprintf("the form has more than %d parts", mostParts))
		}
		if part.FormName() == "file" {
			if x.path != "" {
				return huma.Error422UnprocessableEntity("the form has two files; upload one after the other")
			}
			if err := x.file(part); err != nil {
				return err
			}
			continue
		}
		text, err := io.ReadAll(io.LimitReader(part, mostField+1))
		if err != nil {
			return err
		}
		if len(text) > mostField {
			return huma.Error413RequestEntityTooLarge(fmt.Sprintf("%s has more than %s", part.FormName(), megabytes(mostField)))
		}
		x.fields[part.FormName()] = string(text)
	}
}

func (x *received) file(part *multipart.Part) error {
	name := fileName(part.FileName())
	x.path = filepath.Join(x.root.Name(), name)
	out, err := x.root.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, part)
	return errors.Join(err, out.Close())
}

// fileName is the name of an upload without folders, control characters and what no file
// system takes; its ending, which says how it is read, stays.
func fileName(given string) string {
	name := given[strings.LastIndexAny(given, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) || strings.ContainsRune(`:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	name = strings.Trim(name, " .")
	const most = 200 // bytes; file systems take 255
	if len(name) > most {
		ending := filepath.Ext(name)
		if len(ending) > 20 {
			ending = ""
		}
		name = strings.ToValidUTF8(name[:most-len(ending)], "") + ending
	}
	if name == "" {
		return "upload"
	}
	return name
}

// bounded ends with an error where there is more than an upload may have.
type bounded struct {
	from       io.Reader
	left, most int64
	over       bool
}

var errOver = errors.New("over the limit of an upload")

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		n, err := b.from.Read(make([]byte, 1))
		if n > 0 {
			b.over = true
			return 0, errOver
		}
		return 0, err
	}
	n, err := b.from.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
