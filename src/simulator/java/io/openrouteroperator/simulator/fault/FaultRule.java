package io.openrouteroperator.simulator.fault;

/**
 * Which calls a fault hits: those with this method and path, counted from the making of the rule, beginning with number {@code first}.
 *
 * @param method in capitals, or {@code *}
 * @param path a {@link PathPattern}, below the base address
 * @param first 1 for the next matching call
 * @param times how many calls in a row
 */
public record FaultRule(String method, String path, int first, int times, Fault fault) {

    /** A fault for the next matching call only. */
    public static FaultRule next(String method, String path, Fault fault) {
        return new FaultRule(method, path, 1, 1, fault);
    }

    /** A fault for one matching call, by its number. */
    public static FaultRule nth(int number, String method, String path, Fault fault) {
        return new FaultRule(method, path, number, 1, fault);
    }

    /** A fault for every matching call from now on. */
    public static FaultRule always(String method, String path, Fault fault) {
        return new FaultRule(method, path, 1, Integer.MAX_VALUE, fault);
    }

    boolean concerns(String calledMethod, String calledPath) {
        return (method.equals("*") || method.equals(calledMethod)) && new PathPattern(path).matches(calledPath);
    }

    boolean hits(int number) {
        return number >= first && (long) number < (long) first + times;
    }
}
