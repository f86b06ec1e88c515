{{/*
What of governed namespaces is judged, and what the API server lets pass by itself. The webhooks and the policies of
webhook.literalKeyPolicy share these rules and conditions, so that neither hears of anything that the other is spared.
*/}}

{{- define "openrouter-operator.podRules" -}}
- apiGroups: [""]
  apiVersions: [v1]
  operations: [CREATE, UPDATE]
  resources: [pods]
  scope: Namespaced
- apiGroups: [""]
  apiVersions: [v1]
  operations: [UPDATE]
  resources: [pods/ephemeralcontainers]
  scope: Namespaced
{{- end }}

{{- define "openrouter-operator.podConditions" -}}
{{ include "openrouter-operator.outsideOwnNamespace" . }}
# A pod on its way out may always lose its finalizers.
- name: not-being-deleted
  expression: '!has(object.metadata.deletionTimestamp)'
# Mirrors of static pods, which only kubelets make: refusing one hides what runs anyway. Anybody may set the annotation, so
# the requester decides; for a node the API server itself refuses mirrors that name Secrets or service accounts.
- name: not-a-mirror-pod
  expression: >-
    !("kubernetes.io/config.mirror" in object.metadata.?annotations.orValue({})
    && "system:nodes" in request.userInfo.?groups.orValue([])
    && request.userInfo.?username.orValue("").startsWith("system:node:"))
# Only what a container could see of itself: its specification, and by the downward API labels and annotations.
- name: changed
  expression: >-
    oldObject == null || object.spec != oldObject.spec
    || object.metadata.?labels.orValue({}) != oldObject.metadata.?labels.orValue({})
    || object.metadata.?annotations.orValue({}) != oldObject.metadata.?annotations.orValue({})
{{- end }}

{{- define "openrouter-operator.workloadRules" -}}
- apiGroups: [apps]
  apiVersions: [v1]
  operations: [CREATE, UPDATE]
  resources: [deployments, statefulsets, daemonsets, replicasets]
  scope: Namespaced
- apiGroups: [""]
  apiVersions: [v1]
  operations: [CREATE, UPDATE]
  resources: [replicationcontrollers, podtemplates]
  scope: Namespaced
- apiGroups: [batch]
  apiVersions: [v1]
  operations: [CREATE, UPDATE]
  resources: [jobs, cronjobs]
  scope: Namespaced
# Rules for kinds that a cluster does not have cost nothing and hold once it has them.
- apiGroups: [argoproj.io]
  apiVersions: [v1alpha1]
  operations: [CREATE, UPDATE]
  resources: [rollouts]
  scope: Namespaced
- apiGroups: [serving.knative.dev]
  apiVersions: [v1]
  operations: [CREATE, UPDATE]
  resources: [services]
  scope: Namespaced
{{- end }}

{{- define "openrouter-operator.workloadConditions" -}}
{{ include "openrouter-operator.outsideOwnNamespace" . }}
{{ include "openrouter-operator.notTheOperator" . }}
- name: not-being-deleted
  expression: '!has(object.metadata.deletionTimestamp)'
# Labels, annotations, finalizers and status of a workload run nothing.
- name: changed
  expression: >-
    oldObject == null || object.?spec != oldObject.?spec || object.?template != oldObject.?template
# A Deployment scales its ReplicaSets all day long; whoever changes a template is heard.
- name: not-scaled-by-a-controller-of-kubernetes
  expression: >-
    oldObject == null || object.?spec.?template != oldObject.?spec.?template
    || !request.userInfo.?username.orValue("").startsWith("system:serviceaccount:kube-system:")
{{- end }}

{{- define "openrouter-operator.configMapRules" -}}
- apiGroups: [""]
  apiVersions: [v1]
  operations: [CREATE, UPDATE]
  resources: [configmaps]
  scope: Namespaced
{{- end }}

{{- define "openrouter-operator.configMapConditions" -}}
{{ include "openrouter-operator.outsideOwnNamespace" . }}
# Whatever keeps its state in annotations of a ConfigMap writes them every few seconds. One on its way out may always lose
# its finalizers, but what is put into it can still be read.
- name: changed
  expression: >-
    oldObject == null || object.?data != oldObject.?data || object.?binaryData != oldObject.?binaryData
# kube-root-ca.crt, which every namespace gets; a namespace must come up while no webhook answers.
- name: not-the-publisher-of-root-certificates
  expression: >-
    !(request.userInfo.?username.orValue("") in [
    "system:kube-controller-manager",
    "system:serviceaccount:kube-system:root-ca-cert-publisher"])
{{- end }}

{{- define "openrouter-operator.secretConditions" -}}
{{ include "openrouter-operator.outsideOwnNamespace" . }}
{{ include "openrouter-operator.notTheOperator" . }}
# Namespace deletion, garbage collection and token issuing never wait for us.
- name: not-a-controller-of-kubernetes
  expression: >-
    !(request.userInfo.?username.orValue("") in [
    "system:apiserver",
    "system:kube-controller-manager",
    "system:serviceaccount:kube-system:generic-garbage-collector",
    "system:serviceaccount:kube-system:namespace-controller",
    "system:serviceaccount:kube-system:legacy-service-account-token-cleaner",
    "system:serviceaccount:kube-system:tokens-controller"])
# One on its way out may lose its finalizers and be deleted again, but what is put into it can still be read.
- name: not-being-deleted
  expression: >-
    object == null ? !has(oldObject.metadata.deletionTimestamp)
    : !has(object.metadata.deletionTimestamp) || object.?data != oldObject.?data
{{- end }}
