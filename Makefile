# make demo   installs what is missing, builds, and diagnoses Fixtures/cases/demo
# make test   installs what is missing and runs all tests
# make lint   checks the format
# make accuracy   measures how right the diagnoses are and writes docs/accuracy.md
# make release, make clean

SWIFT_BUILD = swift build
SWIFT_TEST = swift test --disable-xctest
REPORT = demo-report

.PHONY: demo test lint release setup accuracy clean

demo: release
	@.build/release/faultline analyze Fixtures/cases/demo --report-dir $(REPORT)
	@ls $(REPORT)/report.html >/dev/null 2>&1 && echo "Open $(CURDIR)/$(REPORT)/report.html" \
	  || echo "The report is in $(CURDIR)/$(REPORT)"

test: setup
	$(SWIFT_TEST)

release: setup
	$(SWIFT_BUILD) -c release --product faultline

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

setup:
	@.ci/setup libxml2-dev libarchive-dev pkg-config zip xz-utils

accuracy: release
	Tests/Accuracy/run

clean:
	rm -rf .build $(REPORT)
