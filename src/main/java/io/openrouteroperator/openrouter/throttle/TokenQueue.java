package io.openrouteroperator.openrouter.throttle;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A token bucket with a queue in front: tokens go to the most urgent ticket, first come first served among equals. Time is an
 * argument (nanoseconds, monotonic). Not thread-safe; {@link RequestBucket} locks around it.
 */
final class TokenQueue {
    /** The answer to a ticket that is not at the head: its turn comes when the queue changes. */
    static final long NOT_YOUR_TURN = Long.MAX_VALUE;

    private static final double NANOS_PER_SECOND = 1e9;

    private final PriorityQueue<Ticket> waiting =
            new PriorityQueue<>(Comparator.comparing(Ticket::priority).thenComparingLong(Ticket::number));
    private final double perSecond;
    private final double capacity;
    private double tokens;
    private long refilledAt;
    private long resumesAt;
    private long issued;

    /**
     * A full bucket.
     *
     * @param perSecond sustained rate, above zero; one second's worth of it, at least one request, may go at once
     */
    TokenQueue(double perSecond, long now) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("requests per second must be above zero");
        }
        this.perSecond = perSecond;
        this.capacity = Math.max(1, perSecond);
        this.tokens = capacity;
        this.refilledAt = now;
        this.resumesAt = now;
    }

    /** A place in the queue; the number keeps the order among equals. */
    record Ticket(Priority priority, long number) {}

    Ticket join(Priority priority) {
        Ticket ticket = new Ticket(priority, issued++);
        waiting.add(ticket);
        return ticket;
    }

    /** How many have joined and were not served. */
    int waiting() {
        return waiting.size();
    }

    /** Gives the place up; harmless when the ticket was served. */
    void leave(Ticket ticket) {
        waiting.remove(ticket);
    }

    /** Serves the ticket and answers 0, or answers how many nanoseconds to wait before asking again. */
    long serve(Ticket ticket, long now) {
        if (!ticket.equals(waiting.peek())) {
            return NOT_YOUR_TURN;
        }
        if (pausedFor(now) > 0) {
            return pausedFor(now);
        }
        refill(now);
        if (tokens < 1) {
            return (long) Math.ceil((1 - tokens) / perSecond * NANOS_PER_SECOND);
        }
        tokens -= 1;
        waiting.poll();
        return 0;
    }

    /** Serves nobody for this long, and then starts with one token: a server that asked for a pause gets no burst after it. */
    void pause(long now, long nanos) {
        if (nanos > pausedFor(now)) {
            refill(now);
            resumesAt = now + nanos;
            tokens = Math.min(tokens, 1);
            refilledAt = resumesAt;
        }
    }

    /** Nanoseconds left of a pause, 0 when there is none. */
    long pausedFor(long now) {
        return Math.max(0, resumesAt - now);
    }

    private void refill(long now) {
        long elapsed = now - refilledAt;
        if (elapsed > 0) {
            tokens = Math.min(capacity, tokens + elapsed / NANOS_PER_SECOND * perSecond);
            refilledAt = now;
        }
    }
}
