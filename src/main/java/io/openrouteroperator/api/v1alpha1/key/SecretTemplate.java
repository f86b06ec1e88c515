package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.ListSet;
import io.openrouteroperator.api.schema.MaxProperties;
import io.openrouteroperator.api.schema.ObjectName;
import io.openrouteroperator.api.schema.SecretEntryName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Secret that a key is delivered in. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value =
                "!(self.key in $given(self.aliases, [])) && !(self.key in $given(self.literals, {})) && !(self.key in $given(self.templates, {}))",
        message =
                "secret.key is also named in aliases, literals or templates; give each entry of the Secret its own name",
        fieldPath = ".key")
@ValidationRule(
        value =
                "$given(self.aliases, []).all(a, !(a in $given(self.literals, {})) && !(a in $given(self.templates, {})))",
        message =
                "secret.aliases names an entry that literals or templates name too; give each entry of the Secret its own name",
        fieldPath = ".aliases")
@ValidationRule(
        value = "$given(self.literals, {}).all(k, !(k in $given(self.templates, {})))",
        message = "secret.literals names an entry that templates names too; give each entry of the Secret its own name",
        fieldPath = ".literals")
@ValidationRule(
        value =
                "!self.includeRouting || ['OPENROUTER_BASE_URL', 'OPENROUTER_PROVIDER_PREFERENCES'].all(r, self.key != r && !(r in $given(self.aliases, [])) && !(r in $given(self.literals, {})) && !(r in $given(self.templates, {})))",
        message =
                "OPENROUTER_BASE_URL and OPENROUTER_PROVIDER_PREFERENCES are written by includeRouting; choose other names, or write includeRouting: false")
public record SecretTemplate(
        @JsonPropertyDescription(
                "Name of the Secret, which the operator makes and owns alone. Default: the name of this object. Fixed once the object exists. Example: checkout-openrouter.")
        @ObjectName
        @Nullable
        String name,

        @JsonPropertyDescription("Entry that holds the key. Default: OPENROUTER_API_KEY.")
        @Default(SecretTemplate.DEFAULT_ENTRY)
        @SecretEntryName
        @Nullable
        String key,

        @JsonPropertyDescription(
                "Further entries with the same value; at most 16. Default: none. Example: [OPENAI_API_KEY].")
        @Size(max = 16)
        @ListSet
        @ValidationRule(
                value = "self.all(a, a.matches('^[-._a-zA-Z0-9]+$') && a != '.' && a != '..')",
                message =
                        "secret.aliases must be valid names of Secret entries: letters, digits, '-', '_' and '.'; write OPENAI_API_KEY")
        List<@Size(max = 253) String> aliases,

        @JsonPropertyDescription(
                "Plain extra entries; at most 32 of 8192 characters each. A key in them is refused. Default: none. Example: {OPENAI_BASE_URL: https://openrouter.ai/api/v1}.")
        @MaxProperties(32)
        @ValidationRule(
                value = "self.all(k, k.matches('^[-._a-zA-Z0-9]+$') && k.size() <= 253)",
                message =
                        "secret.literals must have valid names of Secret entries: letters, digits, '-', '_' and '.'; write OPENAI_BASE_URL")
        @ValidationRule(
                value = "!self.exists(k, self[k].contains('sk-or-'))",
                message =
                        "secret.literals holds a key (sk-or-); leave it out, and name the entry that needs it in secret.aliases or write {{apiKey}} in secret.templates")
        Map<String, @Size(max = 8192) String> literals,

        @JsonPropertyDescription(
                "Rendered extra entries, at most 16 of 16384 characters each, in logic-less Mustache. Variables: {{apiKey}}, {{baseUrl}}, {{providerPreferences}}, {{serial}}, {{expiresAt}}. Default: none. Example: {litellm.yaml: 'api_key: {{apiKey}}'}.")
        @MaxProperties(16)
        @ValidationRule(
                value = "self.all(k, k.matches('^[-._a-zA-Z0-9]+$') && k.size() <= 253)",
                message =
                        "secret.templates must have valid names of Secret entries: letters, digits, '-', '_' and '.'; write litellm.yaml")
        @ValidationRule(
                value = "!self.exists(k, self[k].contains('sk-or-'))",
                message = "secret.templates holds a key (sk-or-); write {{apiKey}} where the key belongs")
        @ValidationRule(
                value =
                        "self.all(k, self[k].split('{{').size() - 1 == self[k].findAll('\\\\{\\\\{[{&#^/]? *(apiKey|baseUrl|providerPreferences|serial|expiresAt) *\\\\}?\\\\}\\\\}').size())",
                message =
                        "secret.templates uses an unknown variable; write one of {{apiKey}}, {{baseUrl}}, {{providerPreferences}}, {{serial}}, {{expiresAt}}")
        Map<String, @Size(max = 16384) String> templates,

        @JsonPropertyDescription("Extra labels of the Secret; at most 32. Default: none. Example: {team: checkout}.")
        @MaxProperties(32)
        @ValidationRule(
                value = "!self.exists(k, self[k].contains('sk-or-'))",
                message =
                        "secret.labels holds a key (sk-or-); leave it out, since everybody who may list can read labels")
        @ValidationRule(
                value = "self.all(k, self[k].matches('^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$'))",
                message =
                        "secret.labels must have values of letters, digits, '-', '_' and '.', at most 63; write team: checkout")
        @ValidationRule(
                value = "self.all(k, !k.contains('openrouter-operator.io/'))",
                message =
                        "secret.labels must not use openrouter-operator.io/, which the operator writes itself; use a prefix of your own")
        Map<String, @Size(max = 63) String> labels,

        @JsonPropertyDescription(
                "Extra annotations of the Secret; at most 32 of 4096 characters each. Default: none. Example: {example.org/owner: checkout}.")
        @MaxProperties(32)
        @ValidationRule(
                value = "!self.exists(k, self[k].contains('sk-or-'))",
                message =
                        "secret.annotations holds a key (sk-or-); leave it out, since everybody who may list can read annotations")
        @ValidationRule(
                value = "self.all(k, !k.contains('openrouter-operator.io/'))",
                message =
                        "secret.annotations must not use openrouter-operator.io/, which the operator writes itself; use a prefix of your own")
        Map<String, @Size(max = 4096) String> annotations,

        @JsonPropertyDescription(
                "Whether to add OPENROUTER_BASE_URL and OPENROUTER_PROVIDER_PREFERENCES, which tell the service what to send. Default: true.")
        @Default("true")
        @Nullable
        Boolean includeRouting) {
    /** The entry of a Secret whose OpenRouterKey names none. */
    public static final String DEFAULT_ENTRY = "OPENROUTER_API_KEY";

    public SecretTemplate {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        literals = literals == null ? Map.of() : Map.copyOf(literals);
        templates = templates == null ? Map.of() : Map.copyOf(templates);
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        annotations = annotations == null ? Map.of() : Map.copyOf(annotations);
    }

    /** What a key that says nothing about its Secret asks for. */
    public static SecretTemplate unspecified() {
        return new SecretTemplate(null, null, List.of(), Map.of(), Map.of(), Map.of(), Map.of(), null);
    }
}
