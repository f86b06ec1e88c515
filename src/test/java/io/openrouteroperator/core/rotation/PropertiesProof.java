package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.rotation.Event.Kind;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/** {@code make prove-properties}: the long form of HistoriesTest, on all cores, with tables of what was played and checked. */
public final class PropertiesProof {
    private static final long DEFAULT_HISTORIES = 100_000;
    private static final long HISTORIES_TO_FIND_A_FAULT = 20_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Map<Kind, LongAdder> played = new EnumMap<>(Kind.class);
    private final Map<Promise, LongAdder> checked = new EnumMap<>(Promise.class);
    private final LongAdder steps = new LongAdder();
    private final LongAdder rotations = new LongAdder();
    private final LongAdder violations = new LongAdder();
    private final Map<Promise, AtomicLong> firstFailing = new EnumMap<>(Promise.class);

    private PropertiesProof() {
        for (Kind kind : Kind.values()) {
            played.put(kind, new LongAdder());
        }
        for (Promise promise : Promise.values()) {
            checked.put(promise, new LongAdder());
            firstFailing.put(promise, new AtomicLong(Long.MAX_VALUE));
        }
    }

    /** Takes the number of histories. */
    public static void main(String[] arguments) {
        long histories = arguments.length == 0 ? DEFAULT_HISTORIES : Long.parseLong(arguments[0]);
        PropertiesProof proof = new PropertiesProof();
        proof.play(histories);
        proof.print();
        List<PlantedFault> faults = PlantedFault.all();
        int found = findFaults(faults);
        OUT.printf(
                "prove-properties: histories=%d steps=%d rotations=%d violations=%d faults_found=%d/%d%n",
                histories, proof.steps.sum(), proof.rotations.sum(), proof.violations.sum(), found, faults.size());
        System.exit(proof.violations.sum() == 0 && found == faults.size() ? 0 : 1);
    }

    private void play(long histories) {
        LongStream.range(0, histories).parallel().forEach(this::playOne);
    }

    private void playOne(long seed) {
        List<Event> history = Event.history(seed, Histories.LENGTH);
        history.forEach(event -> count(event.kind()));
        Simulation.Outcome outcome = Simulation.play(history, KeyProtocol::decide);
        steps.add(outcome.steps());
        rotations.add(outcome.rotations());
        outcome.checks().forEach(this::add);
        outcome.failure().ifPresent(story -> {
            violations.increment();
            firstFailing
                    .computeIfAbsent(Promise.of(end(story)), _ -> new AtomicLong(Long.MAX_VALUE))
                    .accumulateAndGet(seed, Math::min);
        });
    }

    private void count(Kind kind) {
        played.computeIfAbsent(kind, _ -> new LongAdder()).increment();
    }

    private void add(Promise promise, long times) {
        checked.computeIfAbsent(promise, _ -> new LongAdder()).add(times);
    }

    private void print() {
        OUT.printf("%-26s %12s%n", "event", "played");
        played.forEach((kind, times) -> OUT.printf("%-26s %,12d%n", kind, times.sum()));
        OUT.printf("%n%-3s %-80s %14s%n", "", "promise", "checked");
        checked.forEach((promise, times) -> OUT.printf("%-3s %-80s %,14d%n", promise, promise.words(), times.sum()));
        OUT.println();
        firstFailing.values().stream()
                .map(AtomicLong::get)
                .filter(seed -> seed != Long.MAX_VALUE)
                .forEach(seed -> OUT.println(Histories.shortestStory(seed, KeyProtocol::decide)));
    }

    /** What a story ends with: the promise that was broken. */
    private static String end(String story) {
        return story.substring(story.lastIndexOf("=> ") + 3);
    }

    private static int findFaults(List<PlantedFault> faults) {
        int found = 0;
        OUT.printf("%-50s %s%n", "planted fault", "found as");
        for (PlantedFault fault : faults) {
            Optional<String> story = Histories.firstFailure(fault.decider(), HISTORIES_TO_FIND_A_FAULT);
            String end = story.map(PropertiesProof::end).orElse("not found");
            boolean asExpected = end.startsWith(fault.symptom());
            found += asExpected ? 1 : 0;
            OUT.printf("%-50s %s%n", fault.name(), asExpected ? end : "MISSED: " + end);
        }
        OUT.println();
        return found;
    }
}
