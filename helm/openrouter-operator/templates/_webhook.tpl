{{/* What all webhooks have in common. */}}
{{- define "openrouter-operator.webhookConnection" -}}
admissionReviewVersions: [v1]
# Events, and the answer to a leak; none of it for a dry run.
sideEffects: NoneOnDryRun
matchPolicy: Equivalent
timeoutSeconds: {{ .Values.webhook.timeoutSeconds }}
clientConfig:
  {{- if .Values.webhook.url }}
  url: {{ .Values.webhook.url | quote }}
  {{- else }}
  service:
    namespace: {{ .Release.Namespace }}
    name: {{ include "openrouter-operator.webhookName" . }}
    path: /validate
    port: 443
  {{- end }}
{{- end }}

{{/* What the webhooks of governed namespaces have in common. */}}
{{- define "openrouter-operator.webhookSettings" -}}
{{ include "openrouter-operator.webhookConnection" . }}
failurePolicy: {{ .Values.webhook.failurePolicy }}
{{ include "openrouter-operator.governedNamespaces" . }}
{{- end }}

{{- define "openrouter-operator.governedNamespaces" -}}
namespaceSelector:
  matchLabels:
    {{ .Values.webhook.governedLabel.key }}: {{ .Values.webhook.governedLabel.value | quote }}
  matchExpressions:
    - key: kubernetes.io/metadata.name
      operator: NotIn
      values: {{ include "openrouter-operator.excludedNamespaces" . }}
{{- end }}

{{/* Said twice, here and in the selector: a label can be edited, and pods we refuse of our own never come back. */}}
{{- define "openrouter-operator.outsideOwnNamespace" -}}
- name: outside-of-the-operators-namespace
  expression: 'request.namespace != "{{ .Release.Namespace }}"'
{{- end }}

{{/* The operator publishes and retires its Secrets, and restarts their readers, even while no webhook answers. */}}
{{- define "openrouter-operator.notTheOperator" -}}
- name: not-the-operator
  expression: >-
    request.userInfo.?username.orValue("") !=
    "system:serviceaccount:{{ .Release.Namespace }}:{{ include "openrouter-operator.serviceAccountName" . }}"
{{- end }}
