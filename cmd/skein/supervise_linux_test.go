//go:build linux && (amd64 || arm64)

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// A test process that behaves as skein may be supervised: before it changes a file, the kernel
// asks the test what is to become of the call (seccomp, user notification). So a crash or a full
// disk can be had at every change that skein makes, SQLite's included, without a hook in any
// program that is shipped.

// supervised makes the test binary ask for supervision, on file descriptor 3.
const supervised = "SKEIN_TEST_SUPERVISED"

// Numbers of the kernel that package syscall does not have: linux/seccomp.h, linux/prctl.h.
const (
	prSetNoNewPrivs     = 38
	seccompSetFilter    = 1
	seccompTsync        = 1 << 0
	seccompNewListener  = 1 << 3
	seccompTsyncESRCH   = 1 << 4
	seccompRetAllow     = 0x7fff0000
	seccompRetUserNotif = 0x7fc00000
	notifyRecv          = 0xc0502100
	notifySend          = 0xc0182101
	notifyContinue      = 1
)

// changes are the system calls that change files.
func changes() map[int]string {
	calls := map[int]string{
		syscall.SYS_WRITE: "write", syscall.SYS_PWRITE64: "pwrite", syscall.SYS_FSYNC: "fsync", syscall.SYS_FDATASYNC: "fdatasync",
		syscall.SYS_FTRUNCATE: "ftruncate", syscall.SYS_RENAMEAT: "rename", syscall.SYS_UNLINKAT: "unlink", syscall.SYS_MKDIRAT: "mkdir",
	}
	if runtime.GOARCH == "amd64" { // arm64 has none of them
		calls[82], calls[87], calls[83] = "rename", "unlink", "mkdir"
	}
	return calls
}

// supervise lets the test decide of every change from here on.
func supervise() error {
	filter := []syscall.SockFilter{{Code: syscall.BPF_LD | syscall.BPF_W | syscall.BPF_ABS}} // number of the call
	for nr := range changes() {
		filter = append(filter,
			syscall.SockFilter{Code: syscall.BPF_JMP | syscall.BPF_JEQ | syscall.BPF_K, Jf: 1, K: uint32(nr)},
			syscall.SockFilter{Code: syscall.BPF_RET | syscall.BPF_K, K: seccompRetUserNotif})
	}
	filter = append(filter, syscall.SockFilter{Code: syscall.BPF_RET | syscall.BPF_K, K: seccompRetAllow})
	program := syscall.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	runtime.LockOSThread()
	if _, _, e := syscall.Syscall6(syscall.SYS_PRCTL, prSetNoNewPrivs, 1, 0, 0, 0, 0); e != 0 {
		return e
	}
	number := map[string]uintptr{"amd64": 317, "arm64": 277}[runtime.GOARCH]
	fd, _, e := syscall.Syscall(number, seccompSetFilter, seccompTsync|seccompNewListener|seccompTsyncESRCH, uintptr(unsafe.Pointer(&program)))
	if e != 0 {
		return e
	}
	runtime.UnlockOSThread()
	return errors.Join(syscall.Sendmsg(3, []byte{1}, syscall.UnixRights(int(fd)), nil, 0), syscall.Close(int(fd)), syscall.Close(3))
}

// notice is what the kernel says of a call.
type notice struct {
	id         uint64
	pid, flags uint32
	nr         int32
	arch       uint32
	ip         uint64
	args       [6]uint64
}

type reply struct {
	id    uint64
	val   int64
	error int32
	flags uint32
}

// fate is what becomes of a change.
type fate int

const (
	happen fate = iota
	die         // the process is killed before it
	tear        // half of what is written is written, and the process is killed
	full        // there is no space
)

// supervision is a skein process whose changes the test decides of.
type supervision struct {
	cmd      *exec.Cmd
	out      io.ReadCloser
	stderr   strings.Builder
	listener int
	dir      string // changes of files in it count
	events   int
	decide   func(event int, call string) fate
	done     chan struct{}
}

// superviseSkein starts skein under supervision. It skips the test where the kernel allows none.
func superviseSkein(t *testing.T, dir, stdin string, decide func(event int, call string) fate, args ...string) *supervision {
	t.Helper()
	pair, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_DGRAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	theirs := os.NewFile(uintptr(pair[1]), "supervisor")
	s := &supervision{cmd: exec.Command(os.Args[0], args...), dir: dir, decide: decide, done: make(chan struct{})}
	s.cmd.Env = append(os.Environ(), asSkein+"=1", supervised+"=1")
	s.cmd.Stdin, s.cmd.Stderr, s.cmd.ExtraFiles = strings.NewReader(stdin), &s.stderr, []*os.File{theirs}
	if s.out, err = s.cmd.StdoutPipe(); err == nil {
		err = s.cmd.Start()
	}
	if err = errors.Join(err, theirs.Close()); err != nil {
		t.Fatal(err)
	}
	_ = syscall.SetsockoptTimeval(pair[0], syscall.SOL_SOCKET, syscall.SO_RCVTIMEO, &syscall.Timeval{Sec: 60})
	control := make([]byte, syscall.CmsgSpace(4))
	_, n, _, _, err := syscall.Recvmsg(pair[0], make([]byte, 1), control, 0)
	_ = syscall.Close(pair[0])
	messages, err2 := syscall.ParseSocketControlMessage(control[:n])
	if err != nil || err2 != nil || len(messages) == 0 {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
		t.Skipf("the kernel allows no supervision (%v): %s", err, s.stderr.String())
	}
	fds, err := syscall.ParseUnixRights(&messages[0])
	if err != nil {
		t.Fatal(err)
	}
	s.listener = fds[0]
	go s.watch()
	return s
}

// wait returns the exit code, -1 where the process was killed, when it has ended.
func (s *supervision) wait() int {
	_, _ = io.Copy(io.Discard, s.out)
	_ = s.cmd.Wait() // its exit code says it
	<-s.done
	return s.cmd.ProcessState.ExitCode()
}

// watch answers the kernel until the process has ended.
func (s *supervision) watch() {
	defer close(s.done)
	defer func() { _ = syscall.Close(s.listener) }()
	calls := changes()
	for {
		if !ready(s.listener) {
			return
		}
		var n notice
		if _, _, e := syscall.Syscall(syscall.SYS_IOCTL, uintptr(s.listener), notifyRecv, uintptr(unsafe.Pointer(&n))); e != 0 {
			continue // it was killed meanwhile
		}
		r := reply{id: n.id, flags: notifyContinue}
		if call := calls[int(n.nr)]; s.counts(&n, call) {
			s.events++
			switch s.decide(s.events, call) {
			case happen:
			case tear:
				tearWrite(&n, call)
				fallthrough
			case die:
				_ = s.cmd.Process.Kill()
				continue
			case full:
				if call == "write" || call == "pwrite" || call == "ftruncate" || call == "mkdir" {
					r.flags, r.error = 0, -int32(syscall.ENOSPC)
				}
			}
		}
		_, _, _ = syscall.Syscall(syscall.SYS_IOCTL, uintptr(s.listener), notifySend, uintptr(unsafe.Pointer(&r)))
	}
}

// ready waits for a call; false: no process is left.
func ready(fd int) bool {
	type pollFD struct {
		fd              int32
		events, revents int16
	}
	for {
		p := pollFD{fd: int32(fd), events: 1}
		timeout := syscall.NsecToTimespec(int64(time.Second))
		n, _, e := syscall.Syscall6(syscall.SYS_PPOLL, uintptr(unsafe.Pointer(&p)), 1, uintptr(unsafe.Pointer(&timeout)), 0, 0, 0)
		switch {
		case e == syscall.EINTR, e == 0 && n == 0:
		case e != 0 || p.revents&1 == 0:
			return false
		default:
			return true
		}
	}
}

// counts reports whether a call changes a file of the directory.
func (s *supervision) counts(n *notice, call string) bool {
	switch call {
	case "rename", "unlink", "mkdir":
		return true
	}
	at, err := os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", n.pid, n.args[0]))
	return err == nil && strings.HasPrefix(at, s.dir)
}

// tearWrite writes the first half of what a process was about to write.
func tearWrite(n *notice, call string) {
	if call != "write" && call != "pwrite" {
		return
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", n.pid))
	if err != nil {
		return
	}
	defer func() { _ = mem.Close() }()
	b := make([]byte, n.args[2]/2)
	if _, err := mem.ReadAt(b, int64(n.args[1])); err != nil {
		return
	}
	fd := fmt.Sprintf("/proc/%d/fd/%d", n.pid, n.args[0])
	flags := os.O_WRONLY
	at := int64(n.args[3])
	if call == "write" {
		// The files that are written from where they stand are written once, from their end.
		flags |= os.O_APPEND
	}
	f, err := os.OpenFile(fd, flags, 0)
	if err != nil {
		return
	}
	if call == "write" {
		_, _ = f.Write(b)
	} else {
		_, _ = f.WriteAt(b, at)
	}
	_ = f.Close()
}
