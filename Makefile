# Two commands: `make run` runs it, `make test` proves it.
.PHONY: run test dev release bench setup pictures

run:
	@scripts/run
test:
	@scripts/test
dev:
	@scripts/dev
release:
	@scripts/release
bench:
	@scripts/setup --tests
	@scripts/build
	@scripts/bench
setup:
	@scripts/setup
pictures:
	@scripts/pictures
