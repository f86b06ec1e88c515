package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.BrokenReviewException;
import io.openrouteroperator.admission.review.ReviewCaseReader;
import io.openrouteroperator.admission.review.ReviewReader;
import io.openrouteroperator.corpus.Corpus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages the reviews of the corpus at random and reads what is left: it is a review or a broken one, never a surprise. */
final class ReviewFuzz {
    private static final int MOST_DAMAGE = 4;
    private static final int LONGEST_PIECE = 64;
    private static final List<byte[]> PIECES = List.of(
            bytes("{"),
            bytes("}"),
            bytes("["),
            bytes("]"),
            bytes("\""),
            bytes("\\"),
            bytes("\\ud800"),
            bytes("null"),
            bytes("1e999"),
            bytes("-"),
            bytes("\"object\":"),
            bytes("\"metadata\":7,"),
            bytes("\"kind\":\"Secret\","),
            bytes("[".repeat(1_100)),
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xFF},
            new byte[] {0});

    private final List<byte[]> reviews;

    ReviewFuzz() {
        reviews = Corpus.cases().stream()
                .map(each -> Reviews.create(each.object()).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Tries as many seeds as the first argument says; a failure names its seed. */
    public static void main(String[] arguments) {
        long count = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
        long readable = new ReviewFuzz().run(0, count);
        System.out.printf("fuzz: reviews=%d readable=%d surprises=0%n", count, readable);
    }

    /** How many were readable in spite of the damage. */
    long run(long firstSeed, long count) {
        long readable = 0;
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            readable += isReadable(seed) ? 1 : 0;
        }
        return readable;
    }

    private boolean isReadable(long seed) {
        Random random = new Random(seed);
        byte[] body = reviews.get(random.nextInt(reviews.size()));
        for (int damages = 1 + random.nextInt(MOST_DAMAGE); damages > 0; damages--) {
            body = damage(body, random);
        }
        try {
            ReviewCaseReader.read(ReviewReader.read(body));
            return true;
        } catch (BrokenReviewException e) {
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private byte[] damage(byte[] body, Random random) {
        int at = random.nextInt(body.length + 1);
        int end = Math.min(body.length, at + random.nextInt(LONGEST_PIECE));
        return switch (random.nextInt(4)) {
            case 0 -> joined(body, at, PIECES.get(random.nextInt(PIECES.size())), at);
            case 1 -> joined(body, at, new byte[0], end);
            case 2 -> joined(body, at, new byte[] {(byte) random.nextInt(256)}, Math.min(body.length, at + 1));
            default -> joined(body, end, Arrays.copyOfRange(body, at, end), end);
        };
    }

    /** The body up to {@code to}, a piece, and the body from {@code from} on. */
    private static byte[] joined(byte[] body, int to, byte[] piece, int from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.length + piece.length);
        all.write(body, 0, to);
        all.writeBytes(piece);
        all.write(body, from, body.length - from);
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
