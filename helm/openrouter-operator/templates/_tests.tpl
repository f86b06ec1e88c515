{{- define "openrouter-operator.testName" -}}
{{- include "openrouter-operator.fullname" . }}-test
{{- end }}

{{/* Not those of the operator: its Services would send reviews to the test. */}}
{{- define "openrouter-operator.testLabels" -}}
app.kubernetes.io/name: {{ include "openrouter-operator.name" . }}-test
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: test
app.kubernetes.io/part-of: openrouter-operator
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "openrouter-operator.testRights" -}}
helm.sh/hook: test
helm.sh/hook-weight: "-1"
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}

{{/* Binds the role of that kind, in that namespace, to the test. */}}
{{- define "openrouter-operator.testBinding" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ .kind }}Binding
metadata:
  name: {{ include "openrouter-operator.testName" .root }}
  {{- with .namespace }}
  namespace: {{ . }}
  {{- end }}
  labels:
    {{- include "openrouter-operator.testLabels" .root | nindent 4 }}
  annotations:
    {{- include "openrouter-operator.testRights" .root | nindent 4 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ .kind }}
  name: {{ include "openrouter-operator.testName" .root }}
subjects:
  - kind: ServiceAccount
    name: {{ include "openrouter-operator.testName" .root }}
    namespace: {{ .root.Release.Namespace }}
{{- end }}
