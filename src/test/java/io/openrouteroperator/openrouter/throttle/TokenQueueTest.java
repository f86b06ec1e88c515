package io.openrouteroperator.openrouter.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenQueueTest {
    /** Near the end of what a long holds, where comparing instead of subtracting would go wrong. */
    private static final long START = Long.MAX_VALUE - 10;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final TokenQueue queue = new TokenQueue(2, START);

    @Test
    void letsOneSecondsWorthGoAtOnceAndThenKeepsTheRate() {
        assertThat(serveNew(START)).isZero();
        assertThat(serveNew(START)).isZero();

        TokenQueue.Ticket third = queue.join(Priority.WRITE);

        assertThat(queue.serve(third, START)).isEqualTo(SECOND / 2);
        assertThat(queue.serve(third, START + SECOND / 2 - 1)).isPositive();
        assertThat(queue.serve(third, START + SECOND / 2)).isZero();
    }

    @Test
    void savesUpNoMoreThanOneSecondsWorth() {
        long later = START + 3600 * SECOND;

        assertThat(serveNew(later)).isZero();
        assertThat(serveNew(later)).isZero();
        assertThat(serveNew(later)).isPositive();
    }

    @Test
    void servesCreatesBeforeWritesBeforeReadsBeforeRefreshes() {
        TokenQueue.Ticket refresh = queue.join(Priority.REFRESH);
        TokenQueue.Ticket read = queue.join(Priority.READ);
        TokenQueue.Ticket write = queue.join(Priority.WRITE);
        TokenQueue.Ticket create = queue.join(Priority.CREATE);

        assertThat(orderOf(List.of(refresh, read, write, create))).containsExactly(create, write, read, refresh);
    }

    @Test
    void servesEqualsInTheOrderTheyCame() {
        List<TokenQueue.Ticket> tickets =
                List.of(queue.join(Priority.WRITE), queue.join(Priority.WRITE), queue.join(Priority.WRITE));

        assertThat(orderOf(tickets)).containsExactlyElementsOf(tickets);
    }

    @Test
    void tellsOthersThatItIsNotTheirTurn() {
        queue.join(Priority.CREATE);
        TokenQueue.Ticket refresh = queue.join(Priority.REFRESH);

        assertThat(queue.serve(refresh, START)).isEqualTo(TokenQueue.NOT_YOUR_TURN);
    }

    @Test
    void goesOnWhenTheFirstGivesUp() {
        TokenQueue.Ticket create = queue.join(Priority.CREATE);
        TokenQueue.Ticket refresh = queue.join(Priority.REFRESH);

        queue.leave(create);

        assertThat(queue.serve(refresh, START)).isZero();
    }

    @Test
    void servesNobodyDuringAPauseAndOnlyOneAtItsEnd() {
        queue.pause(START, 5 * SECOND);
        long end = START + 5 * SECOND;

        assertThat(serveNew(START)).isEqualTo(5 * SECOND);
        assertThat(serveNew(end - 1)).isEqualTo(TokenQueue.NOT_YOUR_TURN);
        assertThat(orderAt(end)).isEqualTo(1);
    }

    @Test
    void shorterPauseDoesNotEndALongerOne() {
        queue.pause(START, 5 * SECOND);
        queue.pause(START, SECOND);

        assertThat(queue.pausedFor(START + SECOND)).isEqualTo(4 * SECOND);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesARateThatServesNobody(double rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenQueue(rate, START));
    }

    @Test
    void servesSlowRatesToo() {
        TokenQueue slow = new TokenQueue(0.5, START);
        assertThat(slow.serve(slow.join(Priority.READ), START)).isZero();

        assertThat(slow.serve(slow.join(Priority.READ), START)).isEqualTo(2 * SECOND);
    }

    private long serveNew(long now) {
        return queue.serve(queue.join(Priority.WRITE), now);
    }

    /** How many of those waiting are served at one instant. */
    private int orderAt(long now) {
        int served = 0;
        TokenQueue.Ticket first = queue.join(Priority.CREATE);
        while (queue.serve(first, now) == 0) {
            served++;
            first = queue.join(Priority.CREATE);
        }
        return served;
    }

    private List<TokenQueue.Ticket> orderOf(List<TokenQueue.Ticket> tickets) {
        List<TokenQueue.Ticket> order = new ArrayList<>();
        for (long now = START; order.size() < tickets.size(); now += SECOND) {
            for (TokenQueue.Ticket ticket : tickets) {
                if (!order.contains(ticket) && queue.serve(ticket, now) == 0) {
                    order.add(ticket);
                }
            }
        }
        return order;
    }
}
