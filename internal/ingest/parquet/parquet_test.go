package parquet_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/encoding"

	"skein/internal/ingest/parquet"
)

// generous lets all be read that tests write.
type generous struct{}

var errTooMuch = errors.New("too much")

func (generous) Unpack(unpacked, packed int64) error {
	if unpacked > 1<<24+200*packed {
		return errTooMuch
	}
	return nil
}

func (generous) Cells(n int64) error {
	if n > 1<<20 {
		return errTooMuch
	}
	return nil
}

func (generous) Memory(int64) error { return errTooMuch }

// read returns the rows of a file: columns in order, with | between, ; between the
// values of one and ! before what is wrong.
func read(content []byte) (rows []string, err error) {
	f, err := parquet.Open(bytes.NewReader(content), int64(len(content)), generous{})
	if err != nil {
		return nil, err
	}
	for {
		cells := make([][]string, len(f.Columns()))
		err := f.Next(func(i int, v string) error {
			cells[i] = append(cells[i], v)
			return nil
		}, func(i int, err error) { cells[i] = append(cells[i], "!"+err.Error()) })
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		parts := make([]string, len(cells))
		for i, c := range cells {
			parts[i] = strings.Join(c, ";")
		}
		rows = append(rows, strings.Join(parts, "|"))
	}
}

// write writes one column, x, with some values.
func write(t testing.TB, node pq.Node, values []pq.Value, options ...pq.WriterOption) []byte {
	t.Helper()
	var b bytes.Buffer
	w := pq.NewGenericWriter[any](&b, append([]pq.WriterOption{pq.NewSchema("rows", pq.Group{"x": node})}, options...)...)
	for _, v := range values {
		if v.IsNull() {
			v = v.Level(0, 0, 0)
		} else if node.Optional() {
			v = v.Level(0, 1, 0)
		} else {
			v = v.Level(0, 0, 0)
		}
		if _, err := w.WriteRows([]pq.Row{{v}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func fixed(b ...byte) pq.Value { return pq.FixedLenByteArrayValue(b) }

func TestTypes(t *testing.T) {
	athens := pq.KeyValueMetadata("pandas", `{"columns":[{"name":"x","field_name":"x","metadata":{"timezone":"Europe/Athens"}}]}`)
	noon := int64(1446372000) // 2015-11-01T10:00:00Z
	for _, test := range []struct {
		name  string
		node  pq.Node
		value pq.Value
		want  string
		more  []pq.WriterOption
	}{
		{"DECIMAL in INT32", pq.Decimal(2, 9, pq.Int32Type), pq.Int32Value(-5), "-0.05", nil},
		{"DECIMAL in INT64", pq.Decimal(2, 18, pq.Int64Type), pq.Int64Value(150000), "1500.00", nil},
		{"DECIMAL of scale 0", pq.Decimal(0, 18, pq.Int64Type), pq.Int64Value(1500), "1500", nil},
		{"DECIMAL in fixed bytes", pq.Decimal(3, 9, pq.FixedLenByteArrayType(4)), fixed(0xFF, 0xFF, 0xFC, 0x18), "-1.000", nil},
		{"DECIMAL in bytes", pq.Decimal(2, 9, pq.ByteArrayType), pq.ByteArrayValue([]byte{0x03, 0xE8}), "10.00", nil},
		{"UINT8", pq.Uint(8), pq.Int32Value(200), "200", nil},
		{"UINT16", pq.Uint(16), pq.Int32Value(65535), "65535", nil},
		{"UINT32", pq.Uint(32), pq.Int32Value(math.MinInt32), "2147483648", nil},
		{"UINT64", pq.Uint(64), pq.Int64Value(-1), "18446744073709551615", nil},
		{"INT8", pq.Int(8), pq.Int32Value(-3), "-3", nil},
		{"INT64", pq.Int(64), pq.Int64Value(math.MinInt64), "-9223372036854775808", nil},
		{"DATE", pq.Date(), pq.Int32Value(-1), "1969-12-31", nil},
		{"DATE beyond", pq.Date(), pq.Int32Value(math.MaxInt32), "!a date beyond the years 1 to 9999;", nil},
		{"TIME in milliseconds", pq.Time(pq.Millisecond), pq.Int32Value(52200500), "14:30:00.5", nil},
		{"TIME in nanoseconds", pq.Time(pq.Nanosecond), pq.Int64Value(52200000000001), "14:30:00.000000001", nil},
		{"TIME beyond a day", pq.Time(pq.Microsecond), pq.Int64Value(1 << 60), "!a time of day beyond 24 hours;", nil},
		{"TIMESTAMP of UTC", pq.Timestamp(pq.Millisecond), pq.Int64Value(noon * 1e3), "2015-11-01T10:00:00Z", nil},
		{"TIMESTAMP before 1970", pq.Timestamp(pq.Microsecond), pq.Int64Value(-1), "1969-12-31T23:59:59.999999Z", nil},
		{"TIMESTAMP of no zone", pq.TimestampAdjusted(pq.Nanosecond, false), pq.Int64Value(noon * 1e9), "2015-11-01T10:00:00", nil},
		{"TIMESTAMP in the file's zone", pq.Timestamp(pq.Microsecond), pq.Int64Value((noon - 12*3600) * 1e6), "2015-11-01T00:00:00+02:00", []pq.WriterOption{athens}},
		{"no zone is given to a local time", pq.TimestampAdjusted(pq.Microsecond, false), pq.Int64Value(noon * 1e6), "2015-11-01T10:00:00", []pq.WriterOption{athens}},
		{"INT96", pq.Leaf(pq.Int96Type), pq.Int96Value(deprecated.Int96{0: 0x0, 1: 0x0, 2: 2457299}), "2015-10-03T00:00:00", nil},
		{"UUID", pq.UUID(), fixed(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), "00010203-0405-0607-0809-0a0b0c0d0e0f", nil},
		{"ENUM", pq.Enum(), pq.ByteArrayValue([]byte("sea")), "sea", nil},
		{"JSON", pq.JSON(), pq.ByteArrayValue([]byte(`{"a":1}`)), `{"a":1}`, nil},
		{"bytes that are text", pq.Leaf(pq.ByteArrayType), pq.ByteArrayValue([]byte("Κως")), "Κως", nil},
		{"bytes that are none", pq.String(), pq.ByteArrayValue([]byte("a\xff")), "!bytes that are no text in UTF-8;", nil},
		{"a NUL", pq.String(), pq.ByteArrayValue([]byte("a\x00")), "!it holds a NUL byte;", nil},
		{"BOOLEAN", pq.Leaf(pq.BooleanType), pq.BooleanValue(true), "true", nil},
		{"DOUBLE", pq.Leaf(pq.DoubleType), pq.DoubleValue(447700900123), "447700900123", nil},
		{"DOUBLE that lost digits", pq.Leaf(pq.DoubleType), pq.DoubleValue(1e17), "!a whole number beyond", nil},
		{"NaN", pq.Leaf(pq.DoubleType), pq.DoubleValue(math.NaN()), "", nil},
		{"FLOAT", pq.Leaf(pq.FloatType), pq.FloatValue(0.1), "0.1", nil},
		{"null", pq.Optional(pq.String()), pq.NullValue(), "", nil},
		{"INTERVAL", pq.IntervalNode(), fixed(1, 0, 0, 0, 2, 0, 0, 0, 0xDC, 5, 0, 0), "P1M2DT1.5S", nil},
	} {
		rows, err := read(write(t, test.node, []pq.Value{test.value}, test.more...))
		if err != nil || len(rows) != 1 || !strings.HasPrefix(rows[0], test.want) || test.want != rows[0] && test.want[:1] != "!" {
			t.Errorf("%s: %q, %v; want %q", test.name, rows, err, test.want)
		}
	}
	for name, node := range map[string]pq.Node{"BSON": pq.BSON(), "GEOMETRY": pq.Geometry("OGC:CRS84")} {
		_, err := read(write(t, node, []pq.Value{pq.ByteArrayValue([]byte("x"))}))
		if err == nil || !strings.Contains(err.Error(), "column x is of type "+name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestArrowSchema: the schema that Arrow's own writer puts beside Parquet's, of id int32,
// seen timestamp[us, tz=Asia/Tehran], calls list<timestamp[ms, tz=+02:00]>, long
// duration[s], local timestamp[ms] and d dictionary<int8, string>.
func TestArrowSchema(t *testing.T) {
	const schema = "/////+gBAAAQAAAAAAAKAAwABgAFAAgACgAAAAABBAAEAAAAqP///wQAAAAGAAAAjAEAADABAADAAAAAjAAAAFwAAAAUAAAAEAAYAAgABgAHAAwAEAAUABAAAAAAAAEFFAAAADQAAAAcAAAABAAAAAAAAAABAAAAZAAAAAgACAAAAAQACAAAAAQAAACw/v//AAAAAQgAAAB4////8P7//wAAAQoQAAAAGAAAAAQAAAAAAAAABQAAAGxvY2FsAAAA1v///wAAAQAc////AAABEhAAAAAcAAAABAAAAAAAAAAEAAAAbG9uZwAABgAIAAYABgAAAAAAAABM////AAABDBQAAAAgAAAABAAAAAEAAAAYAAAABQAAAGNhbGxzAAAABAAEAAQAAAB8////AAABChAAAAAYAAAABAAAAAAAAAAEAAAAaXRlbQAAAADE////AAABAAQAAAAGAAAAKzAyOjAwAAC4////AAABChAAAAAgAAAABAAAAAAAAAAEAAAAc2VlbgAAAAAIAAwABgAIAAgAAAAAAAIABAAAAAsAAABBc2lhL1RlaHJhbgAQABQACAAGAAcADAAAABAAEAAAAAAAAQIQAAAAHAAAAAQAAAAAAAAAAgAAAGlkAAAIAAwACAAHAAgAAAAAAAABIAAAAA=="
	// The library sorts columns by name; these keep the order.
	group := pq.Group{
		"a_id": pq.Int(32), "b_seen": pq.Timestamp(pq.Microsecond), "c_calls": pq.List(pq.Timestamp(pq.Millisecond)), "d_long": pq.Leaf(pq.Int64Type),
		"e_local": pq.TimestampAdjusted(pq.Millisecond, false), "f_d": pq.String(),
	}
	var b bytes.Buffer
	w := pq.NewGenericWriter[any](&b, pq.NewSchema("rows", group), pq.KeyValueMetadata("ARROW:schema", schema))
	at := int64(1446328800) // 2015-10-31T22:00:00Z
	row := pq.Row{
		pq.Int32Value(7).Level(0, 0, 0), pq.Int64Value(at*1e6).Level(0, 0, 1), pq.Int64Value(at*1e3).Level(0, 1, 2), pq.Int64Value(at*1e3+1).Level(1, 1, 2),
		pq.Int64Value(3661).Level(0, 0, 3), pq.Int64Value(at*1e3).Level(0, 0, 4), pq.ByteArrayValue([]byte("x")).Level(0, 0, 5),
	}
	if _, err := w.WriteRows([]pq.Row{row}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	want := []string{"7|2015-11-01T01:30:00+03:30|2015-11-01T00:00:00+02:00;2015-11-01T00:00:00.001+02:00|01:01:01|2015-10-31T22:00:00|x"}
	if got, err := read(b.Bytes()); !cmp.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	// A schema that is damaged says nothing.
	for cut := range len(schema) {
		damaged := bytes.Replace(b.Bytes(), []byte(schema[cut:]), bytes.Repeat([]byte("A"), len(schema)-cut), 1)
		if got, err := read(damaged); err != nil || len(got) != 1 {
			t.Fatalf("cut at %d: %q, %v", cut, got, err)
		}
	}
}

// TestEncodings reads what the library writes in each encoding and compression.
func TestEncodings(t *testing.T) {
	var texts, numbers, doubles []pq.Value
	var wantTexts, wantNumbers, wantDoubles []string
	for i := range 3000 {
		s := fmt.Sprintf("person-%05d", i*i%7919)
		n := int64(i) * int64(i) * 12345 * int64(1-2*(i%2))
		if i%5 == 0 {
			texts, wantTexts = append(texts, pq.NullValue()), append(wantTexts, "")
		} else {
			texts, wantTexts = append(texts, pq.ByteArrayValue([]byte(s))), append(wantTexts, s)
		}
		numbers, wantNumbers = append(numbers, pq.Int64Value(n)), append(wantNumbers, fmt.Sprint(n))
		doubles, wantDoubles = append(doubles, pq.DoubleValue(float64(i)+0.5)), append(wantDoubles, fmt.Sprintf("%d.5", i))
	}
	codecs := []compress.Codec{&pq.Uncompressed, &pq.Snappy, &pq.Gzip, &pq.Brotli, &pq.Zstd, &pq.Lz4Raw}
	for _, version := range []int{1, 2} {
		for _, codec := range codecs {
			for _, e := range []encoding.Encoding{&pq.Plain, &pq.RLEDictionary, &pq.DeltaLengthByteArray, &pq.DeltaByteArray} {
				check(t, fmt.Sprint(version, codec, e), write(t, pq.Encoded(pq.Optional(pq.String()), e), texts, pq.Compression(codec), pq.DataPageVersion(version), pq.PageBufferSize(4096), pq.MaxRowsPerRowGroup(1700)), wantTexts)
			}
			for _, e := range []encoding.Encoding{&pq.Plain, &pq.RLEDictionary, &pq.DeltaBinaryPacked} {
				check(t, fmt.Sprint(version, codec, e), write(t, pq.Encoded(pq.Int(64), e), numbers, pq.Compression(codec), pq.DataPageVersion(version)), wantNumbers)
			}
			check(t, fmt.Sprint(version, codec, "split"), write(t, pq.Encoded(pq.Leaf(pq.DoubleType), &pq.ByteStreamSplit), doubles, pq.Compression(codec), pq.DataPageVersion(version)), wantDoubles)
		}
	}
}

func check(t *testing.T, name string, content []byte, want []string) {
	t.Helper()
	if got, err := read(content); err != nil || !cmp.Equal(got, want) {
		t.Errorf("%s: %d rows of %d, %v", name, len(got), len(want), err)
	}
}

// TestRefused: what is no whole file, or is encrypted, says so.
func TestRefused(t *testing.T) {
	good := write(t, pq.String(), []pq.Value{pq.ByteArrayValue([]byte("x"))})
	n := len(good)
	for name, test := range map[string]struct{ content, says string }{
		"empty":             {"", "cut off"},
		"cut off":           {string(good[:n-5]), "cut off"},
		"encrypted":         {string(good[:n-4]) + "PARE", "encrypted"},
		"a long footer":     {string(good[:n-8]) + "\xff\xff\xff\xffPAR1", "4294967295 bytes"},
		"a damaged footer":  {string(good[:n-8]) + "\x02\x00\x00\x00PAR1", "metadata"},
		"no metadata":       {"PAR1\x00\x01\x00\x00\x00PAR1", "is missing"},
		"a list of 2^63":    {"PAR1" + "\x29\xfc\xff\xff\xff\xff\xff\xff\xff\xff\x7f\x00" + "\x0c\x00\x00\x00PAR1", "damaged"},
		"a text of 2^60":    {"PAR1" + "\x68\xff\xff\xff\xff\xff\xff\xff\xff\x0f\x00" + "\x0b\x00\x00\x00PAR1", "damaged"},
		"nests without end": {"PAR1" + strings.Repeat("\x1c", 1000) + "\xe8\x03\x00\x00PAR1", "damaged"},
	} {
		if _, err := read([]byte(test.content)); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v, want %q", name, err, test.says)
		}
	}
}

// TestDamage changes each byte of a file: it is read in full, or there is an error.
func TestDamage(t *testing.T) {
	var values []pq.Value
	for i := range 40 {
		values = append(values, pq.ByteArrayValue(fmt.Appendf(nil, "n%d", i%7)))
	}
	for _, e := range []encoding.Encoding{&pq.RLEDictionary, &pq.DeltaByteArray} {
		good := write(t, pq.Encoded(pq.Optional(pq.String()), e), values, pq.Compression(&pq.Snappy))
		for i := range good {
			for _, by := range []byte{0, 0xFF, good[i] ^ 1, good[i] ^ 0x80} {
				bad := bytes.Clone(good)
				bad[i] = by
				if rows, err := read(bad); err == nil && len(rows) != len(values) {
					t.Fatalf("byte %d as %#x: %d rows without an error", i, by, len(rows))
				}
			}
		}
	}
}

func FuzzParquet(f *testing.F) {
	f.Add(write(f, pq.Optional(pq.String()), []pq.Value{pq.ByteArrayValue([]byte("x")), pq.NullValue()}))
	f.Add(write(f, pq.Encoded(pq.Int(64), &pq.DeltaBinaryPacked), []pq.Value{pq.Int64Value(1), pq.Int64Value(-9)}, pq.Compression(&pq.Zstd)))
	f.Add(write(f, pq.Decimal(2, 9, pq.FixedLenByteArrayType(4)), []pq.Value{fixed(0, 0, 1, 0)}, pq.DataPageVersion(1)))
	f.Add(write(f, pq.Encoded(pq.String(), &pq.DeltaByteArray), []pq.Value{pq.ByteArrayValue([]byte("aa")), pq.ByteArrayValue([]byte("ab"))}))
	f.Fuzz(func(_ *testing.T, content []byte) {
		_, _ = read(content) // it ends, without a panic
	})
}
