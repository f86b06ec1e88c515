{{/*
The texts of a pod, as one text. Every field is in it, by whatever name, because a map prints with all it holds. The # keeps what
comes before the first key from beginning like one.
*/}}
{{- define "openrouter-operator.podText" -}}
"#%s %s %s".format([
  {{ . }}.?spec.orValue({}),
  {{ . }}.?metadata.?labels.orValue({}),
  {{ . }}.?metadata.?annotations.orValue({})])
{{- end }}

{{/* What is searched, by kind: the expression of it for `object` or `oldObject`. */}}
{{- define "openrouter-operator.searchedText" -}}
{{- $object := printf "dyn(%s)" .object }}
{{- if eq .kind "pods" -}}
{{ include "openrouter-operator.podText" $object }}
  + " " + {{ $object }}.metadata.?name.orValue("")
{{- else if eq .kind "workloads" -}}
{{ include "openrouter-operator.podText" (printf "%[1]s.?template.orValue(%[1]s.?spec.?jobTemplate.?spec.?template.orValue(%[1]s.?spec.?template.orValue({})))" $object) }}
{{- else if eq .kind "configmaps" -}}
"#%s %s".format([{{ $object }}.?data.orValue({}), {{ $object }}.?binaryData.orValue({})])
{{- else -}}
"#%s".format([{{ $object }}.?data.orValue({})])
{{- end }}
{{- end }}

{{/*
The keys of one form. Searching a long text by a regular expression costs more than the API server allows for a variable, and each use
of one takes its time; so a plain search comes first, and expressions look only at what stands behind a prefix, no further than a key
reaches, and 200 times at most. What is left then still holds a prefix, and counts as a key that is only its prefix.
*/}}
{{- define "openrouter-operator.keysOfForm" -}}
{{- $run := printf "(piece.size() > %[1]d ? piece.substring(0, %[1]d) : piece).find(%[2]q)" (int .longest) .shape -}}
{{- $start := trunc 10 .prefix | quote -}}
- name: {{ .name }}
  expression: >-
    !variables.now.contains({{ $start }}) ? [] : variables.now.split({{ .prefix | quote }}, 200)
    .filter(piece, piece.contains({{ $start }}) || [{{ $run }}]
    .exists(run, run != "" && {{ if .digit }}run.matches({{ .digit | quote }}) && {{ end -}}
    variables.characters.filter(each, run.contains(each)).size() >= {{ int .distinct }}))
    .map(piece, {{ .prefix | quote }} + {{ $run }})
{{- end }}

{{/* The id of the rule broken. */}}
{{- define "openrouter-operator.literalKeyRule" -}}
variables.fresh.exists(key, key in variables.management) ? "management-key-exposed" :
"{{ has .kind (list "configmaps" "secrets") | ternary "key-outside-managed-secret" "literal-key" }}"
{{- end }}

{{/* What is wrong and what to do. One line, because the API server allows no more, and no key in it. */}}
{{- define "openrouter-operator.literalKeyMessage" -}}
variables.rule + ": {{ has .kind (list "configmaps" "secrets") | ternary "it" "the pod" }} holds "
+ (variables.fresh[0].size() < 30 ? "so many beginnings of OpenRouter keys that it cannot be examined" :
variables.fresh[0].startsWith("sk-or-") ? "the OpenRouter key "
+ variables.fresh[0].substring(0, variables.fresh[0].indexOf("-", 6) + 4) + "..."
+ variables.fresh[0].substring(variables.fresh[0].size() - 4) : "an OpenRouter key, base64-encoded")
+ ". To fix it, take the key out, ask for one of this service's own with an OpenRouterKey, and read that from the operator's
Secret by secretKeyRef. More: "
{{- if .pages }} + "{{ trimSuffix "/" .pages }}/" + variables.rule + ".md"
{{- else }} + "openrouter-operator explain " + variables.rule
{{- end }}
{{- end }}
