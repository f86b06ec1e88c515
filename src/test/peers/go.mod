// The admission controllers that 'make bench-peers' measures beside ours: see programs.sh. Each is built as the main module that it is,
// with its own go.sum and its own replacements, so nothing is imported here and 'go mod tidy' has no business here.
module openrouter-operator.io/peers

go 1.26.6

require (
	github.com/kyverno/kyverno v1.19.1
	github.com/open-policy-agent/gatekeeper/v3 v3.23.1
)
