package io.openrouteroperator.controlplane;

/**
 * What a finished command left behind.
 *
 * @param command the command as typed, for messages
 * @param exitCode zero for success
 */
public record CommandResult(String command, int exitCode, String stdout, String stderr) {

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** Standard output of a command that has to work; fails with everything it wrote otherwise. */
    public String orThrow() {
        if (!succeeded()) {
            throw new IllegalStateException(
                    command + " ended with exit code " + exitCode + "\n" + stdout + "\n" + stderr);
        }
        return stdout;
    }
}
