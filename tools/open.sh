#!/bin/sh
# Opens the workbench of a case in the background and prints its address; it stops by itself
# when nobody has used it for an hour. Without a case, it stops the one that is open.
#
#	tools/open.sh [CASE]
set -eu
umask 077
cd "$(dirname "$0")/.."

at=out/serve
if [ -e $at.pid ]; then
	pid=$(cat $at.pid)
	if kill "$pid" 2>/dev/null; then
		while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
	fi
	rm -f $at.pid $at.out
fi
[ $# -eq 1 ] || exit 0

# Another port, where the usual one is taken.
for addr in 127.0.0.1:8420 127.0.0.1:0; do
	nohup bin/skein serve --case "$1" --addr $addr --idle 1h >$at.out 2>$at.log </dev/null &
	pid=$!
	while kill -0 $pid 2>/dev/null && [ ! -s $at.out ]; do sleep 0.1; done
	if [ -s $at.out ]; then
		echo $pid >$at.pid
		echo
		echo 'the workbench (stop it with: make stop):'
		cat $at.out
		exit 0
	fi
done
cat $at.log >&2
exit 1
