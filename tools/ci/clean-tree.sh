#!/bin/sh
# Fails where go generate or go mod tidy would change anything. Work that is not yet
# committed may stay: the tree is compared with itself.
set -eu
cd "$(dirname "$0")/../.."

state() {
	git status --porcelain
	git diff
	git ls-files --others --exclude-standard -z | xargs -0 cat 2>/dev/null | git hash-object --stdin
}

before=$(state)
go generate ./...
if [ "$before" != "$(state)" ]; then
	echo "clean-tree: go generate changed:" >&2
	git status --short >&2
	exit 1
fi
go mod tidy -diff
go -C tools mod tidy -diff
