// Package casework is a case as the verbs and the workbench work on it: its picture with
// all figures, who is who in it, what its figures rest on, what waits for judgement and what
// is in quarantine. It reads and writes the files of a case's directory; whoever calls it
// opens the store.
package casework

// AskedError says that what was asked for is not in the case.
type AskedError struct{ Reason string }

func (e AskedError) Error() string { return e.Reason }
