package memory_test

import (
	"testing"

	"skein/internal/store"
	"skein/internal/store/memory"
	"skein/internal/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return memory.New() })
}
