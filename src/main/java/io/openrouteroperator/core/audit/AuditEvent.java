package io.openrouteroperator.core.audit;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One decision that changed something. All text may be somebody else's; it is bounded, and keys in it are masked, when it becomes
 * {@link #members}.
 *
 * @param reason why, as one stable word
 * @param message the same for people
 */
public record AuditEvent(
        Actor actor,
        AuditAction action,
        AuditObject object,
        String reason,
        String message,
        Map<Detail, String> details) {
    private static final int LONGEST_MESSAGE = 1000;

    public AuditEvent {
        message = JsonText.bounded(message, LONGEST_MESSAGE);
        details = Map.copyOf(details);
    }

    /** An event without details. */
    public AuditEvent(Actor actor, AuditAction action, AuditObject object, String reason, String message) {
        this(actor, action, object, reason, message, Map.of());
    }

    /** With one more detail, if it is known. */
    public AuditEvent with(Detail detail, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        Map<Detail, String> more = new EnumMap<>(Detail.class);
        more.putAll(details);
        more.put(detail, value);
        return new AuditEvent(actor, action, object, reason, message, more);
    }

    /** What it adds to a line: members of a JSON object in ASCII, without braces and line breaks. */
    public String members() {
        StringBuilder json = new StringBuilder(512);
        json.append("\"actor\":{\"kind\":\"").append(actor.kind().word()).append('"');
        member(json, "name", actor.name());
        json.append("},\"object\":{\"kind\":").append(JsonText.quoted(object.kind()));
        memberIfAny(json, "namespace", object.namespace());
        member(json, "name", object.name());
        memberIfAny(json, "uid", object.uid());
        json.append('}');
        member(json, "reason", reason);
        json.append(",\"message\":").append(JsonText.quoted(message, LONGEST_MESSAGE));
        for (Detail detail : Detail.values()) {
            memberIfAny(json, detail.member(), details.getOrDefault(detail, ""));
        }
        return json.toString();
    }

    private static void memberIfAny(StringBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            member(json, name, value);
        }
    }

    private static void member(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":").append(JsonText.quoted(value));
    }
}
