# OpenRouter Operator. `make` alone prints the targets.
SHELL := /usr/bin/env bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# JDK 25 and Maven are found wherever they are; nobody's settings are changed (see src/build/toolchain.sh).
TOOLCHAIN := source src/build/toolchain.sh
MVN := $(TOOLCHAIN); mvn -B -ntp

.PHONY: help
help: ## Print the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: ## Tell the story: cluster, simulated OpenRouter, operator, key, refused pod (KEEP=1 leaves all running)
	@src/build/demo.sh $(if $(KEEP),--keep)

.PHONY: control-plane
control-plane: ## Find or build the real Kubernetes programs, once per machine
	@src/test/control-plane/assets.sh >/dev/null

.PHONY: browser
browser: ## Find Chromium and its driver, or install them where that is possible
	@src/test/browser/find.sh >/dev/null

.PHONY: test
test: control-plane browser ## Prove everything: format, compile, unit tests, tests on a real API server and in a browser, chart
	@$(MVN) verify
	@src/build/longest-files.sh

.PHONY: check
check: ## Format check, compile with warnings as errors, unit tests
	@$(MVN) test
	@src/build/longest-files.sh

.PHONY: fmt
fmt: ## Format the sources
	@$(MVN) -q spotless:apply

.PHONY: crds
crds: ## Write crds/, the chart's copy and the plain manifests from the records
	@$(MVN) -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:java -Dexec.classpathScope=test \
	  -Dexec.mainClass=io.openrouteroperator.crds.CrdGeneration -Dexec.args='crds helm/openrouter-operator/files/crds'
	@$(MAKE) -s deploy-manifests

.PHONY: key-forms
key-forms: ## Write the shapes of keys that the policies of the chart look for
	@src/build/run-test-main.sh io.openrouteroperator.chart.keyform.KeyForms

.PHONY: docs
docs: ## Write docs/reference.md from crds/, and docs/controls.md from the catalogue of controls
	@src/build/run-test-main.sh io.openrouteroperator.documentation.ReferencePage
	@src/build/run-test-main.sh io.openrouteroperator.documentation.ControlsPage

.PHONY: crds-released
crds-released: ## At a release: make crds/ what later versions must stay compatible with
	@cp crds/*.yaml crds/released/

.PHONY: deploy-manifests
deploy-manifests: ## Write deploy/openrouter-operator.yaml from the chart
	@mkdir -p deploy && src/build/deploy-manifests.sh > deploy/openrouter-operator.yaml

.PHONY: dist
dist: ## Assemble what ships in target/dist: runtime, application, start script, trained AOT cache
	@$(TOOLCHAIN); mvn -B package -DskipTests | src/build/progress.sh
	@touch target/test-main-compiled
	@src/build/dist.sh
	@src/build/train.sh

.PHONY: bench
bench: bench-start bench-keys bench-admission bench-audit bench-report bench-page ## All benchmarks there are, but bench-peers

.PHONY: bench-start
bench-start: dist ## Measure the start of what ships, with the AOT cache: median of five, and memory
	@src/build/run-test-main.sh io.openrouteroperator.startup.StartBench

.PHONY: prove
prove: prove-properties prove-years prove-ha prove-webhook prove-crash prove-faults prove-detection prove-fleet ## All proofs there are, in their long forms

.PHONY: prove-crash
prove-crash: control-plane dist ## Kill the operator before and after each of its effects (STORIES="rotate revoke" for some)
	@src/build/run-test-main.sh io.openrouteroperator.proof.crash.ProveCrash $(STORIES)

.PHONY: prove-faults
prove-faults: control-plane dist ## Let each kind of call fail in each way (CELLS="POST /keys" for some)
	@src/build/run-test-main.sh io.openrouteroperator.proof.fault.ProveFaults '$(CELLS)'

.PHONY: prove-ha
prove-ha: control-plane dist ## Stop, kill and pause the leader of two replicas
	@src/build/run-test-main.sh io.openrouteroperator.proof.availability.ProveHa

.PHONY: prove-webhook
prove-webhook: control-plane dist ## Let replicas and certificates come and go; the webhook may never be in the way (ARGS="drained" for some)
	@src/build/run-test-main.sh io.openrouteroperator.proof.webhook.ProveWebhook $(ARGS)

.PHONY: prove-detection
prove-detection: control-plane dist ## Plant violations in account and cluster: where is each seen, how fast, and is it in the report (ARGS="ConfigMap" for some)
	@src/build/run-test-main.sh io.openrouteroperator.proof.detection.ProveDetection $(ARGS)

.PHONY: prove-fleet
prove-fleet: control-plane dist ## Rotate the keys of services that call without a pause; not one call may fail (ARGS="services rotations")
	@src/build/run-test-main.sh io.openrouteroperator.proof.fleet.FleetProof $(ARGS)

.PHONY: bench-keys
bench-keys: control-plane dist ## Measure what many keys cost (ARGS="1000 5000 10000"; 1000 when not given)
	@src/build/run-test-main.sh io.openrouteroperator.proof.bench.KeyBench $(ARGS)

.PHONY: bench-admission
bench-admission: control-plane dist ## Measure the webhook against the fastest HTTPS server there could be, in one run
	@src/build/run-test-main.sh io.openrouteroperator.proof.bench.admission.AdmissionBench

.PHONY: bench-peers
bench-peers: control-plane dist ## Measure the webhook beside Gatekeeper and Kyverno, in one run (builds them once, ten minutes; needs Go)
	@src/test/peers/programs.sh >/dev/null
	@src/build/run-test-main.sh io.openrouteroperator.proof.bench.admission.PeerBench

.PHONY: bench-audit
bench-audit: ## Measure how fast an audit log is verified, in a heap of 32 MiB (ARGS="1024" for 1 GiB; that when not given)
	@JAVA_ARGUMENTS=-Xmx32m src/build/run-test-main.sh io.openrouteroperator.proof.bench.AuditLogBench $(or $(ARGS),1024)

.PHONY: bench-report
bench-report: ## Measure a report of very many keys in a heap of 256 MiB (ARGS="10000"; that when not given)
	@JAVA_ARGUMENTS=-Xmx256m src/build/run-test-main.sh io.openrouteroperator.proof.bench.ReportBench $(or $(ARGS),10000)

.PHONY: bench-page
bench-page: ## Measure the page of very many keys in a heap of 128 MiB (ARGS="10000"; that when not given)
	@JAVA_ARGUMENTS=-Xmx128m src/build/run-test-main.sh io.openrouteroperator.page.PageBench $(or $(ARGS),10000)

.PHONY: image
image: dist ## Container image and CycloneDX list of parts in target/image, without a registry (see src/build/image.sh)
	@src/build/image.sh

.PHONY: screenshots
screenshots: browser ## Take the pictures of the page in docs/images, with a real browser
	@src/build/run-test-main.sh io.openrouteroperator.page.Screenshots

.PHONY: contract
contract: ## Compare our contract with the official OpenRouter description (SPEC=file)
	@src/build/run-test-main.sh io.openrouteroperator.simulator.contract.comparison.ContractComparison '$(SPEC)'

.PHONY: openrouter
openrouter: ## Run the simulated OpenRouter until Ctrl-C (ARGS="--port 8090 --management-key-file key --clock 2026-11-24T12:00:00Z")
	@src/build/run-test-main.sh io.openrouteroperator.simulator.SimulatorMain $(ARGS)

.PHONY: sdk-check
sdk-check: ## Run the two official OpenRouter SDKs against the simulated OpenRouter
	@src/simulator/sdk-check/run.sh

.PHONY: alert-test
alert-test: ## Evaluate every alert rule of the chart on series that must fire it and must not; check what dashboards ask for (needs Go)
	@src/test/alerts/test.sh

.PHONY: sink-test
sink-test: ## Bring the audit log to a real object store and a real OpenTelemetry collector, and prove what they have (needs Go)
	@src/test/sinks/programs.sh >/dev/null
	@$(MVN) -q test-compile failsafe:integration-test failsafe:verify -Dit.test='*Acceptance'
	@echo "sink-test: passed"

.PHONY: helm-test
helm-test: control-plane ## Test the chart with real Helm on a real API server: lint, render, install, upgrade, rights, webhook, uninstall
	@$(MVN) -q test-compile failsafe:integration-test failsafe:verify -Dit.test='Chart*IT'
	@echo "helm-test: passed"

.PHONY: prove-properties
prove-properties: ## Random histories of the key protocol, shrunk when one breaks a promise; planted faults must be found (ARGS=100000)
	@src/build/run-test-main.sh io.openrouteroperator.core.rotation.PropertiesProof $(ARGS)

.PHONY: fuzz
fuzz: ## Damage the corpus' reviews at random and read what is left; a failure names its seed (ARGS=1000000)
	@src/build/run-test-main.sh io.openrouteroperator.admission.ReviewFuzz $(ARGS)

.PHONY: prove-years
prove-years: ## Three years of 500 keys on a simulated clock: windows, clock changes, outages, wrong clocks, quota
	@src/build/run-test-main.sh io.openrouteroperator.proof.years.ProveYears
