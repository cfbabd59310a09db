#!/usr/bin/env bash
# All measurements, each beside its peer on the same data in the same run.
set -euo pipefail
cd "$(dirname "$0")"
for b in */run.sh; do
	printf '== %s\n' "${b%/run.sh}"
	bash "$b"
done
