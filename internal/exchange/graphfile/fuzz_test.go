package graphfile

import (
	"bytes"
	"errors"
	"testing"
)

// FuzzReadFile holds that no file makes a reader panic, and that what is read can be written
// and read again.
func FuzzReadFile(f *testing.F) {
	for i, text := range []string{
		graphMLHead + `<key id="w" for="edge" attr.name="weight"><default>2</default></key><graph edgedefault="directed"><node id="a"><graph><node id="b"/></graph></node><edge source="a" target="b" directed="false"><data key="w">3</data></edge><hyperedge/></graph></graphml>`,
		gexfHead + `<graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="weight"/></attributes><nodes><node id="0" label="x"><nodes><node id="1"/></nodes></node></nodes><edges><edge source="0" target="1" type="mutual"><attvalues><attvalue for="0" value="2"/></attvalues></edge></edges></graph></gexf>`,
		"*Network n\n*Vertices 3 1\n1 \"a\"\n*Edges\n1 2 1 [3]\n*Arcslist\n1 2 3\n*Matrix\n0 1\n*Partition p\n*Vertices 3\n1\n2\n3\n",
		"%\n3 2 001\n2 5\n1 5 3 1\n2 1\n",
	} {
		f.Add(byte(i), []byte(text), "")
	}
	f.Fuzz(func(t *testing.T, kind byte, text []byte, network string) {
		format := []Format{GraphML, GEXF, Pajek, METIS}[kind%4]
		file, err := ReadFile(bytes.NewReader(text), int64(len(text)), format, Options{Network: network})
		if err != nil {
			_, asked := errors.AsType[QuestionError](err)
			if file != nil || !asked && !errors.Is(err, ErrFormat) {
				t.Fatalf("%v", err)
			}
			return
		}
		var written bytes.Buffer
		if err := Write(&written, GEXF, file.Graph, file.Columns); err != nil {
			t.Fatal(err)
		}
		again, err := Read(&written, GEXF)
		if err != nil || again.Len() != file.Graph.Len() || again.Edges() != file.Graph.Edges() {
			t.Fatalf("written and read: %v", err)
		}
	})
}
