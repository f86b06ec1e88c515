{{- define "openrouter-operator.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 53 | trimSuffix "-" }}
{{- end }}

{{/* At most 53 characters, so that the longest suffix of ours still fits into a name of 63. */}}
{{- define "openrouter-operator.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 53 | trimSuffix "-" }}
{{- else if contains (include "openrouter-operator.name" .) .Release.Name }}
{{- .Release.Name | trunc 53 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "openrouter-operator.name" .) | trunc 53 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "openrouter-operator.selectorLabels" -}}
app.kubernetes.io/name: {{ include "openrouter-operator.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "openrouter-operator.labels" -}}
{{ include "openrouter-operator.selectorLabels" . }}
app.kubernetes.io/component: operator
app.kubernetes.io/part-of: openrouter-operator
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* Pods of the report must not be taken for the operator's: Services send requests by the labels of those. */}}
{{- define "openrouter-operator.reportLabels" -}}
app.kubernetes.io/name: {{ include "openrouter-operator.name" . }}-report
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: report
app.kubernetes.io/part-of: openrouter-operator
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "openrouter-operator.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "openrouter-operator.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "openrouter-operator.webhookName" -}}
{{- include "openrouter-operator.fullname" . }}-webhook
{{- end }}

{{- define "openrouter-operator.metricsName" -}}
{{- include "openrouter-operator.fullname" . }}-metrics
{{- end }}

{{- define "openrouter-operator.pageName" -}}
{{- include "openrouter-operator.fullname" . }}-page
{{- end }}

{{- define "openrouter-operator.reportName" -}}
{{- include "openrouter-operator.fullname" . }}-report
{{- end }}

{{- define "openrouter-operator.certificateSecretName" -}}
{{- include "openrouter-operator.fullname" . }}-tls
{{- end }}

{{- define "openrouter-operator.image" -}}
{{- $name := .Values.image.repository }}
{{- if .Values.image.registry }}
{{- $name = printf "%s/%s" (trimSuffix "/" .Values.image.registry) $name }}
{{- end }}
{{- if .Values.image.digest }}
{{- printf "%s@%s" $name .Values.image.digest }}
{{- else }}
{{- printf "%s:%s" $name (default .Chart.AppVersion .Values.image.tag) }}
{{- end }}
{{- end }}

{{/* Who may never be refused by our own webhook. */}}
{{- define "openrouter-operator.excludedNamespaces" -}}
{{- concat (list "kube-system" "kube-public" "kube-node-lease" .Release.Namespace) .Values.webhook.excludedNamespaces | uniq | toJson }}
{{- end }}

{{/* Not empty when callers of the webhook must have a client certificate. */}}
{{- define "openrouter-operator.clientAuthority" -}}
{{- with .Values.webhook.clientCertificate }}
{{- if and .configMap .secret }}
{{- fail "webhook.clientCertificate takes a configMap or a secret, not both" }}
{{- end }}
{{- if and .allowedNames (not .configMap) (not .secret) }}
{{- fail "webhook.clientCertificate.allowedNames needs configMap or secret: the authority that vouches for the names" }}
{{- end }}
{{- if $.Values.webhook.enabled }}{{ .configMap }}{{ .secret }}{{ end }}
{{- end }}
{{- end }}

{{/* The image has no shell: this is what its script openrouter-operator does. */}}
{{- define "openrouter-operator.commandLine" -}}
{{- $home := "/opt/openrouter-operator" -}}
- {{ $home }}/runtime/bin/java
- "@{{ $home }}/app/command.flags"
- -XX:MaxRAMPercentage=75
- -cp
- "{{ $home }}/app/app/*:{{ $home }}/app/lib/main/*:{{ $home }}/app/lib/boot/*"
- io.openrouteroperator.wiring.CommandLineMain
{{- end }}

{{- define "openrouter-operator.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "openrouter-operator.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}
