package parquet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"
)

// codecNames are the compression codecs by their number.
func codecName(codec int) string {
	names := []string{"UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"}
	if codec < 0 || codec >= len(names) {
		return fmt.Sprintf("codec %d", codec)
	}
	return names[codec]
}

var errSize = errors.New("it does not unpack to the size that it claims")

// unpack unpacks a page to size bytes. No memory is taken by the claim: codecs that state
// a size of their own are held to what so many packed bytes can give, streams grow as they
// are read.
func unpack(codec int, packed []byte, size int64) ([]byte, error) {
	switch codec {
	case 0:
		if int64(len(packed)) != size {
			return nil, errSize
		}
		return packed, nil
	case 1:
		const most = 64 // bytes of a copy, which takes two at least
		n, err := snappy.DecodedLen(packed)
		if err != nil || int64(n) != size || size > most*int64(len(packed)) {
			return nil, errSize
		}
		return snappy.Decode(nil, packed)
	case 2:
		z, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			return nil, err
		}
		return drain(z, size)
	case 4:
		return drain(brotli.NewReader(bytes.NewReader(packed)), size)
	case 5:
		return unpackHadoop(packed, size)
	case 6:
		z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(mostPage)) // one goroutine: this
		if err != nil {
			return nil, err
		}
		defer z.Close()
		out, err := z.DecodeAll(packed, nil)
		if err == nil && int64(len(out)) != size {
			err = errSize
		}
		return out, err
	case 7:
		return unpackLZ4(packed, size)
	}
	return nil, fmt.Errorf("compression %s is not read; write the file with zstd, snappy or gzip", codecName(codec))
}

func drain(r io.Reader, size int64) ([]byte, error) {
	var b bytes.Buffer
	n, err := b.ReadFrom(io.LimitReader(r, size+1))
	if err == nil && n != size {
		err = errSize
	}
	return b.Bytes(), err
}

func unpackLZ4(packed []byte, size int64) ([]byte, error) {
	const most = 255 // bytes that one byte of a length gives
	if size > most*int64(len(packed)) {
		return nil, errSize
	}
	out := make([]byte, size)
	n, err := lz4.UncompressBlock(packed, out)
	if err == nil && int64(n) != size {
		err = errSize
	}
	return out, err
}

// unpackHadoop unpacks LZ4 in Hadoop's frames: sizes unpacked and packed in four bytes
// each, big-endian, before each block. Some writers leave the frames out.
func unpackHadoop(packed []byte, size int64) ([]byte, error) {
	var out []byte
	for rest := packed; ; {
		if len(rest) == 0 && int64(len(out)) == size {
			return out, nil
		}
		if len(rest) < 8 {
			break
		}
		whole, part := int64(binary.BigEndian.Uint32(rest)), int64(binary.BigEndian.Uint32(rest[4:]))
		if part > int64(len(rest)-8) || whole > size-int64(len(out)) {
			break
		}
		block, err := unpackLZ4(rest[8:8+part], whole)
		if err != nil {
			break
		}
		out, rest = append(out, block...), rest[8+part:]
	}
	return unpackLZ4(packed, size)
}
