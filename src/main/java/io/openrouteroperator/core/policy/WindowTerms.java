package io.openrouteroperator.core.policy;

import java.time.Duration;
import java.time.ZoneId;

/**
 * A recurring time at which rotations may start.
 *
 * @param cron its start, as minute, hour, day of month, month, day of week
 * @param duration its length
 * @param timeZone the zone that the start is told in
 */
public record WindowTerms(String cron, Duration duration, ZoneId timeZone) {}
