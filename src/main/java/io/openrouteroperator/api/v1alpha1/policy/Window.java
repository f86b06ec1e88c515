package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.DurationText;
import org.jspecify.annotations.Nullable;

/** A recurring time at which rotations may start. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Window(
        @JsonPropertyDescription(
                "When the window opens: minute, hour, day of month, month, day of week, with names such as SUN and JAN allowed. Example: 0 2 * * SUN (Sundays at 02:00).")
        @Required
        @Size(max = 100)
        @ValidationRule(
                value = "self.split(' ').size() == 5",
                message =
                        "cron must have five fields with one space between them (minute, hour, day of month, month, day of week); write 0 2 * * SUN")
        @ValidationRule(
                value =
                        "self.split(' ').size() != 5 || self.split(' ')[0].matches('^(\\\\*|[0-5]?[0-9](-[0-5]?[0-9])?)(/[0-9]{1,2})?(,(\\\\*|[0-5]?[0-9](-[0-5]?[0-9])?)(/[0-9]{1,2})?)*$')",
                message = "the first field of cron, the minute, must be 0 to 59, *, a range, a step or a list; write 0")
        @ValidationRule(
                value =
                        "self.split(' ').size() != 5 || self.split(' ')[1].matches('^(\\\\*|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)(/[0-9]{1,2})?(,(\\\\*|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)(/[0-9]{1,2})?)*$')",
                message = "the second field of cron, the hour, must be 0 to 23, *, a range, a step or a list; write 2")
        @ValidationRule(
                value =
                        "self.split(' ').size() != 5 || self.split(' ')[2].matches('^(\\\\*|(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[0-9]{1,2})?(,(\\\\*|(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[0-9]{1,2})?)*$')",
                message =
                        "the third field of cron, the day of the month, must be 1 to 31, *, a range, a step or a list; write *")
        @ValidationRule(
                value =
                        "self.split(' ').size() != 5 || self.split(' ')[3].matches('^(\\\\*|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[0-9]{1,2})?(,(\\\\*|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[0-9]{1,2})?)*$')",
                message =
                        "the fourth field of cron, the month, must be 1 to 12, JAN to DEC, *, a range, a step or a list; write *")
        @ValidationRule(
                value =
                        "self.split(' ').size() != 5 || self.split(' ')[4].matches('^(\\\\*|([0-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(-([0-7]|SUN|MON|TUE|WED|THU|FRI|SAT))?)(/[0-9]{1,2})?(,(\\\\*|([0-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(-([0-7]|SUN|MON|TUE|WED|THU|FRI|SAT))?)(/[0-9]{1,2})?)*$')",
                message =
                        "the fifth field of cron, the day of the week, must be 0 to 7, SUN to SAT, *, a range, a step or a list; write SUN")
        @ValidationRule(
                value = "!self.matches('^[^ ]+ [^ ]+ ((30|31) (2|02|FEB)|31 (0?[469]|11|APR|JUN|SEP|NOV)) \\\\*$')",
                message =
                        "cron names a day that its month does not have, so the window never opens; write a day of 28 or less")
        String cron,

        @JsonPropertyDescription("How long the window stays open. At most 7d. Example: 4h.")
        @Required
        @DurationText
        @ValidationRule(
                value = "$seconds(self) <= 604800",
                message = "duration must be at most 7d; leave windows out to allow rotations at any time")
        String duration,

        @JsonPropertyDescription("IANA time zone that cron is read in. Default: UTC. Example: Europe/Berlin.")
        @Default("UTC")
        @Size(max = 64)
        @ValidationRule(
                value =
                        "self.matches('^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$') && timestamp('2026-01-01T00:00:00Z').getFullYear(self) > 0",
                message = "timeZone must be a name of the IANA time zone database; write Europe/Berlin or UTC")
        @Nullable
        String timeZone) {}
