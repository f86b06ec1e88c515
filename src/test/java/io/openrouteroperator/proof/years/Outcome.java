package io.openrouteroperator.proof.years;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of one class of keys. */
final class Outcome {
    final List<String> violations = new ArrayList<>();
    int rotations;
    int outsideWindows;
    int warned;
    int byQuota;
    int excused;
    int mostAtOnce;
    Duration greatestAge = Duration.ZERO;

    void aged(Duration age) {
        greatestAge = age.compareTo(greatestAge) > 0 ? age : greatestAge;
    }

    static String days(Duration age) {
        return "%.1f".formatted(age.toMinutes() / 1440.0);
    }
}
