package hugepage

import (
	"syscall"
	"unsafe"
)

// advise asks for huge pages. That nothing comes of it is no error: it is advice.
func advise(b []byte) {
	page := uintptr(syscall.Getpagesize())
	skip := -uintptr(unsafe.Pointer(unsafe.SliceData(b))) & (page - 1)
	_ = syscall.Madvise(b[skip:], syscall.MADV_HUGEPAGE)
}
