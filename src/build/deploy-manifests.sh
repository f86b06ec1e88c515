#!/usr/bin/env bash
# Prints the chart as plain manifests: deploy-manifests.sh > deploy/openrouter-operator.yaml
# What only Helm needs (its labels, its keep annotation) is left out; the namespace, which Helm would make, is added.
set -euo pipefail
cd "$(dirname "$0")/../.."
helm=$(src/test/control-plane/assets.sh)/helm

cat <<'HEAD'
# The chart helm/openrouter-operator with its default values. Made by `make deploy-manifests`; do not edit.
apiVersion: v1
kind: Namespace
metadata:
  name: openrouter-system
  labels:
    app.kubernetes.io/name: openrouter-operator
    pod-security.kubernetes.io/enforce: restricted
HEAD
"$helm" template openrouter-operator helm/openrouter-operator --namespace openrouter-system --set crds.keep=false --skip-tests |
  grep -v -e '^ *helm.sh/chart: ' -e '^ *app.kubernetes.io/managed-by: Helm$' -e '^# Source: '
