package io.openrouteroperator.proof.years;

import io.openrouteroperator.core.schedule.FleetPlan;
import io.openrouteroperator.core.schedule.PlannedRotation;
import io.openrouteroperator.core.schedule.RotationSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Plays a story in steps of ten minutes: who is due, has a place, and fits into the day, is replaced; oldest deadline first. */
final class Years {
    private static final Duration STEP = Duration.ofMinutes(10);

    private final Story story;
    private final Schedule schedule;
    private final Judge judge;
    private final Random random = new Random(1);
    private final List<LivingKey> keys = new ArrayList<>();
    private final Map<KeyClass, List<Instant>> rollouts = new HashMap<>();
    private final Map<KeyClass, ClassTerms> told = new HashMap<>();
    private final Map<LocalDate, Integer> perDay = new HashMap<>();
    private Map<String, Instant> advanced = Map.of();
    private LocalDate planned = LocalDate.MIN;

    private Years(Story story, Schedule schedule) {
        this.story = story;
        this.schedule = schedule;
        judge = new Judge(story);
    }

    static Judge play(Story story, Schedule schedule) {
        return new Years(story, schedule).play();
    }

    private Judge play() {
        for (KeyClass keyClass : story.classes()) {
            rollouts.put(keyClass, new ArrayList<>());
            told.put(keyClass, keyClass.at(story.start()));
            for (int number = 0; number < keyClass.keys(); number++) {
                Instant made = story.start().plusSeconds(random.nextInt(3600));
                keys.add(new LivingKey(keyClass.name() + "-" + number, keyClass, made));
            }
        }
        for (Instant moment = story.start(); moment.isBefore(story.end()); moment = moment.plus(STEP)) {
            if (!story.isOperatorDownAt(moment)) {
                look(moment);
            }
        }
        keys.forEach(key -> judge.ends(key, story.end()));
        return judge;
    }

    private void look(Instant moment) {
        Instant clock = story.clockAt(moment);
        rollouts.values().forEach(ends -> ends.removeIf(end -> !end.isAfter(moment)));
        hearOfNewTerms(moment);
        planFleet(moment, clock);
        keys.stream()
                .filter(key -> plan(key, moment, clock).due(clock))
                .sorted(Comparator.comparing(key -> RotationSchedule.deadline(key.createdAt, key.terms(moment))))
                .toList()
                .forEach(key -> start(key, moment, clock));
    }

    private void hearOfNewTerms(Instant moment) {
        for (KeyClass keyClass : story.classes()) {
            ClassTerms terms = keyClass.at(moment);
            if (!terms.equals(told.put(keyClass, terms))) {
                keys.stream().filter(key -> key.keyClass.equals(keyClass)).forEach(key -> key.heardOf(terms, moment));
                planned = LocalDate.MIN;
            }
        }
    }

    /** Once a day, by the operator's clock; so at every jump of it, too. */
    private void planFleet(Instant moment, Instant clock) {
        LocalDate today = LocalDate.ofInstant(clock, ZoneOffset.UTC);
        if (today.equals(planned)) {
            return;
        }
        planned = today;
        FleetPlan plan =
                FleetPlan.of(keys.stream().map(key -> key.inFleet(moment)).toList(), story.quota(), clock);
        judge.daysShort += plan.shortfall().isPresent() ? 1 : 0;
        advanced = plan.advanced();
        keys.forEach(key -> key.plan = null);
    }

    /** Looked at again when something happened, or it is due: a plan for later does not move. */
    private PlannedRotation plan(LivingKey key, Instant moment, Instant clock) {
        PlannedRotation plan = key.plan;
        if (plan == null || plan.due(clock)) {
            plan = schedule.plan(key.uid, key.createdAt, key.terms(moment), advanced.get(key.uid), clock);
            key.plan = plan;
        }
        return plan;
    }

    private void start(LivingKey key, Instant moment, Instant clock) {
        List<Instant> rolling = Objects.requireNonNull(rollouts.get(key.keyClass));
        LocalDate today = LocalDate.ofInstant(clock, ZoneOffset.UTC);
        int spent = perDay.getOrDefault(today, 0);
        if (rolling.size() >= key.keyClass.at(moment).terms().maxConcurrent()
                || spent >= story.quota().rotationsPerDay()) {
            return;
        }
        rolling.add(moment.plus(Duration.ofMinutes(20L + random.nextInt(60))));
        perDay.put(today, spent + 1);
        judge.starts(key, Objects.requireNonNull(key.plan), moment, rolling.size(), spent + 1);
        key.replacedAt(moment);
    }
}
