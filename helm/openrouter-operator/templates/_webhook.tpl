{{/* What all webhooks have in common. */}}
{{- define "openrouter-operator.webhookConnection" -}}
admissionReviewVersions: [v1]
# Events, and the answer to a leak; none of it for a dry run.
sideEffects: NoneOnDryRun
matchPolicy: Equivalent
timeoutSeconds: {{ .Values.webhook.timeoutSeconds }}
objectSelector: {}
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

{{/* Everything that the API server asks about. */}}
{{- define "openrouter-operator.webhooks" -}}
- name: pods.admission.openrouter-operator.io
  {{- include "openrouter-operator.webhookSettings" . | nindent 2 }}
  rules:
    {{- include "openrouter-operator.podRules" . | nindent 4 }}
  matchConditions:
    {{- include "openrouter-operator.podConditions" . | nindent 4 }}
- name: workloads.admission.openrouter-operator.io
  {{- include "openrouter-operator.webhookSettings" . | nindent 2 }}
  rules:
    {{- include "openrouter-operator.workloadRules" . | nindent 4 }}
  matchConditions:
    {{- include "openrouter-operator.workloadConditions" . | nindent 4 }}
- name: configmaps.admission.openrouter-operator.io
  {{- include "openrouter-operator.webhookSettings" . | nindent 2 }}
  rules:
    {{- include "openrouter-operator.configMapRules" . | nindent 4 }}
  matchConditions:
    {{- include "openrouter-operator.configMapConditions" . | nindent 4 }}
# Helm's release Secrets are searched like any other: a type is a claim that anybody may make.
- name: secrets.admission.openrouter-operator.io
  {{- include "openrouter-operator.webhookSettings" . | nindent 2 }}
  rules:
    - apiGroups: [""]
      apiVersions: [v1]
      operations: [CREATE, UPDATE, DELETE]
      resources: [secrets]
      scope: Namespaced
  matchConditions:
    {{- include "openrouter-operator.secretConditions" . | nindent 4 }}
    # Deleting a Secret that is not ours is nobody's concern here.
    - name: deletes-of-managed-only
      expression: >-
        object != null ||
        oldObject.metadata.?labels.orValue({})[?"app.kubernetes.io/managed-by"].orValue("") == "openrouter-operator"
# Our own kinds, in all namespaces: a key may come before its namespace is governed. Ignore, because a dead operator must not
# keep people from editing and deleting its objects; conditions of the objects say what slips by.
- name: declarations.admission.openrouter-operator.io
  {{- include "openrouter-operator.webhookConnection" . | nindent 2 }}
  failurePolicy: Ignore
  rules:
    - apiGroups: [openrouter-operator.io]
      apiVersions: [v1alpha1]
      operations: [CREATE, UPDATE]
      resources: [openrouterkeys]
      scope: Namespaced
    - apiGroups: [openrouter-operator.io]
      apiVersions: [v1alpha1]
      operations: [CREATE, UPDATE, DELETE]
      resources: [openrouterpolicies, openrouteraccounts]
      scope: Cluster
  matchConditions:
    {{- include "openrouter-operator.notTheOperator" . | nindent 4 }}
    - name: not-a-controller-of-kubernetes
      expression: >-
        !(request.userInfo.?username.orValue("") in [
        "system:kube-controller-manager",
        "system:serviceaccount:kube-system:generic-garbage-collector",
        "system:serviceaccount:kube-system:namespace-controller"])
    - name: not-being-deleted
      expression: '!has((object == null ? oldObject : object).metadata.deletionTimestamp)'
    # Labels, other annotations, finalizers and status declare nothing; who asks for another key is recorded.
    - name: changed
      expression: >-
        object == null || oldObject == null || object.?spec != oldObject.?spec ||
        ["openrouter-operator.io/rotate", "openrouter-operator.io/revoke", "openrouter-operator.io/rollback"].exists(name,
        object.metadata.?annotations.orValue({})[?name] != oldObject.metadata.?annotations.orValue({})[?name])
{{- end }}
