# make test   what a change must pass        make check  what a commit must pass
# make demo   a simulated world's report      make help   all targets
.POSIX:
.PHONY: help demo stop build test check format lint race clean-tree generate fuzz bench bench-web screenshots clean

GO = go
LINT = $(GO) tool -modfile=tools/lint/go.mod golangci-lint
FUZZTIME ?= 1m

help:
	@echo 'demo      build Skein, simulate a small world, make its report, score it, open the workbench'
	@echo 'stop      stop the workbench that demo opened'
	@echo 'build     bin/skein with the workbench'
	@echo 'test      all tests; installs what they need where it can'
	@echo 'check     format, lint, vet, race tests, clean tree'
	@echo 'format    rewrite the sources by gofumpt and Biome'
	@echo 'generate  files that are made by a program'
	@echo 'fuzz      every fuzz target for FUZZTIME ($(FUZZTIME))'
	@echo 'bench     measurements, side by side with the peers'
	@echo 'bench-web measurements of the workbench in a browser'
	@echo 'screenshots  pictures of every view into doc/screenshots'
	@echo 'clean     remove bin and out'

demo: build stop
	rm -rf out/world out/demo
	bin/skein simulate --seed 7 --scale 0.02 -o out/world
	@# Code 3 says that rows are in quarantine: the world has some that are broken on purpose.
	bin/skein run out/world/case.yaml --out out/demo 2> out/world/run.log || test $$? -eq 3 || { cat out/world/run.log; exit 1; }
	bin/skein evaluate --truth out/world --case out/demo
	@echo; echo 'the report: '; bin/skein report --case out/demo
	@sh tools/open.sh out/demo

stop:
	@sh tools/open.sh

build:
	sh tools/web.sh
	$(GO) build -o bin/skein ./cmd/skein

test: build
	sh tools/setup.sh
	$(GO) test ./...
	$(GO) -C tools test ./...
	sh tools/web.sh npm run --silent test
	sh tools/web.sh npm run --silent journeys

check: lint race clean-tree

format:
	$(LINT) fmt ./...
	sh tools/web.sh npm run --silent format

# The linters' first run builds them, which takes some minutes.
lint:
	$(LINT) fmt --diff ./...
	$(LINT) run ./...
	$(GO) vet ./...
	$(GO) -C tools vet ./...
	sh tools/web.sh npm run --silent check

race:
	sh tools/setup.sh race
	$(GO) test -race ./...

clean-tree:
	sh tools/ci/clean-tree.sh

generate: build
	$(GO) generate ./...
	bin/skein serve --openapi > web/openapi.json
	sh tools/web.sh npm run --silent types

fuzz:
	sh tools/ci/fuzz.sh $(FUZZTIME)

bench:
	bash bench/run.sh

bench-web: build
	sh tools/setup.sh
	sh tools/web.sh npx playwright test --project=bench

screenshots: build
	sh tools/setup.sh
	sh tools/web.sh npx playwright test --project=screenshots

clean: stop
	rm -rf bin out web/dist/assets web/dist/index.html
