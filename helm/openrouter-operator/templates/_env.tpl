{{/* What the process must know about its own installation; read by io.openrouteroperator.wiring. */}}
{{- define "openrouter-operator.env" -}}
- name: OPENROUTER_OPERATOR_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: OPENROUTER_OPERATOR_POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: OPENROUTER_OPERATOR_SERVICE_ACCOUNT
  value: {{ include "openrouter-operator.serviceAccountName" . }}
- name: OPENROUTER_OPERATOR_LEASE
  value: {{ include "openrouter-operator.fullname" . }}
{{- with .Values.clusterName }}
- name: OPENROUTER_OPERATOR_CLUSTER_NAME
  value: {{ . }}
{{- end }}
- name: OPENROUTER_OPERATOR_CATALOGUE_INTERVAL
  value: {{ .Values.openRouter.catalogueInterval }}
- name: OPENROUTER_OPERATOR_METRICS_PER_KEY
  value: {{ .Values.metrics.perKey | quote }}
- name: OPENROUTER_OPERATOR_SCAN_ENABLED
  value: {{ .Values.scan.enabled | quote }}
- name: OPENROUTER_OPERATOR_SCAN_INTERVAL
  value: {{ .Values.scan.interval }}
- name: OPENROUTER_OPERATOR_SCAN_SECRETS
  value: {{ .Values.scan.secrets | quote }}
- name: OPENROUTER_OPERATOR_USAGE_ENABLED
  value: {{ .Values.usage.enabled | quote }}
- name: OPENROUTER_OPERATOR_USAGE_INTERVAL
  value: {{ .Values.usage.interval }}
- name: OPENROUTER_OPERATOR_USAGE_DAYS
  value: {{ .Values.usage.days | quote }}
{{- if .Values.usage.today.enabled }}
- name: OPENROUTER_OPERATOR_USAGE_TODAY_ENABLED
  value: "true"
- name: OPENROUTER_OPERATOR_USAGE_TODAY_INTERVAL
  value: {{ .Values.usage.today.interval }}
{{- end }}
{{- if .Values.page.enabled }}
- name: OPENROUTER_OPERATOR_PAGE_ENABLED
  value: "true"
- name: OPENROUTER_OPERATOR_PAGE_PORT
  value: {{ .Values.page.port | quote }}
- name: OPENROUTER_OPERATOR_PAGE_HISTORY
  value: {{ include "openrouter-operator.fullname" . }}-review-history
{{- if .Values.page.tls.secretName }}
- name: OPENROUTER_OPERATOR_PAGE_CERTIFICATE_DIRECTORY
  value: /var/run/openrouter-operator/page-tls
{{- end }}
{{- end }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_STANDARD_OUTPUT
  value: {{ .Values.auditLog.standardOutput | quote }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_CHECKPOINT_INTERVAL
  value: {{ .Values.auditLog.checkpointInterval }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_SIGNING_SECRET
  value: {{ include "openrouter-operator.fullname" . }}-audit-signing
- name: OPENROUTER_OPERATOR_AUDIT_LOG_CONFIG_MAP
  value: {{ include "openrouter-operator.fullname" . }}-audit-keys
{{- if or .Values.auditLog.file.enabled .Values.auditLog.otlp.endpoint .Values.auditLog.s3.bucket }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_FOLDER
  value: /var/log/openrouter-operator
- name: OPENROUTER_OPERATOR_AUDIT_LOG_FOLDER_SIZE
  value: {{ .Values.auditLog.file.size }}
{{- end }}
{{- with .Values.auditLog.otlp.endpoint }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- if .Values.auditLog.otlp.authorizationSecret.name }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_OTLP_AUTHORIZATION
  valueFrom:
    secretKeyRef:
      name: {{ .Values.auditLog.otlp.authorizationSecret.name }}
      key: {{ .Values.auditLog.otlp.authorizationSecret.key }}
{{- end }}
{{- with .Values.auditLog.s3 }}
{{- if .bucket }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_S3_BUCKET
  value: {{ .bucket | quote }}
{{- with .endpoint }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_S3_ENDPOINT
  value: {{ . | quote }}
{{- end }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_S3_REGION
  value: {{ .region | quote }}
{{- with .prefix }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_S3_PREFIX
  value: {{ . | quote }}
{{- end }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_S3_MODE
  value: {{ .mode }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_S3_RETENTION
  value: {{ .retention }}
- name: OPENROUTER_OPERATOR_AUDIT_LOG_S3_PATH_STYLE
  value: {{ .pathStyle | quote }}
{{- with .credentialsSecret }}
{{- if .name }}
- name: AWS_ACCESS_KEY_ID
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .accessKeyIdKey }}
- name: AWS_SECRET_ACCESS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .secretAccessKeyKey }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.openRouter.proxy }}
- name: OPENROUTER_OPERATOR_PROXY
  value: {{ . | quote }}
{{- end }}
{{- if .Values.openRouter.caBundle.configMap }}
- name: OPENROUTER_OPERATOR_CA_BUNDLE
  value: /etc/openrouter-operator/ca/{{ .Values.openRouter.caBundle.key }}
{{- end }}
{{- if .Values.webhook.enabled }}
- name: OPENROUTER_OPERATOR_WEBHOOK_CONFIGURATION
  value: {{ include "openrouter-operator.fullname" . }}
- name: OPENROUTER_OPERATOR_WEBHOOK_SERVICE
  value: {{ include "openrouter-operator.webhookName" . }}
- name: OPENROUTER_OPERATOR_WEBHOOK_CERTIFICATE_SECRET
  value: {{ include "openrouter-operator.certificateSecretName" . }}
- name: OPENROUTER_OPERATOR_WEBHOOK_INSTALLED
  value: /etc/openrouter-operator/webhook/webhooks.yaml
{{- if include "openrouter-operator.clientAuthority" . }}
- name: OPENROUTER_OPERATOR_WEBHOOK_CLIENT_AUTHORITY
  value: /etc/openrouter-operator/client-authority/{{ .Values.webhook.clientCertificate.key }}
{{- with .Values.webhook.clientCertificate.allowedNames }}
- name: OPENROUTER_OPERATOR_WEBHOOK_CLIENT_NAMES
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- with .Values.webhook.rulePagesUrl }}
- name: OPENROUTER_OPERATOR_WEBHOOK_RULE_PAGES_URL
  value: {{ . | quote }}
{{- end }}
{{- if .Values.webhook.certManager.enabled }}
- name: OPENROUTER_OPERATOR_WEBHOOK_CERTIFICATE_DIRECTORY
  value: /var/run/openrouter-operator/tls
{{- end }}
{{- end }}
- name: QUARKUS_HTTP_SSL_PORT
  value: {{ .Values.webhook.port | quote }}
- name: QUARKUS_LOG_LEVEL
  value: {{ .Values.logLevel }}
{{- end }}
