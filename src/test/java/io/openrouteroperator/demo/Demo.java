package io.openrouteroperator.demo;

import io.openrouteroperator.demo.step.Scene;
import io.openrouteroperator.demo.step.Step;
import io.openrouteroperator.demo.step.Story;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The demo as a program. Flags: {@code --colour} paints, {@code --keep} leaves all running after the story until Ctrl-C. The exit code
 * is 0 only if everything that was shown is so.
 */
public final class Demo {
    private static final int LOG_LINES = 40;

    private final Terminal terminal;
    private final boolean keep;
    private volatile @Nullable Stage stage;
    private volatile boolean staying;

    private Demo(Terminal terminal, boolean keep) {
        this.terminal = terminal;
        this.keep = keep;
    }

    /** Plays the story and ends the process. */
    public static void main(String[] arguments) {
        List<String> flags = List.of(arguments);
        Terminal terminal =
                new Terminal(new PrintStream(System.out, true, StandardCharsets.UTF_8), flags.contains("--colour"));
        Demo demo = new Demo(terminal, flags.contains("--keep"));
        Runtime.getRuntime().addShutdownHook(new Thread(demo::stop));
        System.exit(demo.run());
    }

    private int run() {
        long start = System.nanoTime();
        terminal.line("OpenRouter Operator: from policy to key to refused pod");
        try {
            setTheStage();
            tellTheStory(start);
            if (keep) {
                stayOpen();
            }
            return 0;
        } catch (RuntimeException e) {
            terminal.failure("The demo failed: " + e.getMessage());
            logTail();
            return 1;
        }
    }

    private void setTheStage() {
        terminal.heading("The stage");
        Stage opened = Stage.open(terminal);
        stage = opened;
        terminal.timed("helm upgrade --install openrouter-operator helm/openrouter-operator, operator started", () -> {
            opened.installOperator(Map.of());
            return opened;
        });
    }

    private void tellTheStory(long start) {
        Scene scene = new Scene(opened(), terminal);
        int number = 0;
        for (Step step : Story.steps()) {
            number++;
            terminal.heading(number + ". " + step.title());
            step.play(scene);
            terminal.why(step.why());
        }
        terminal.heading("Summary");
        Summary.of(opened()).tell(terminal);
        terminal.fact("Time", Terminal.seconds(Duration.ofNanos(System.nanoTime() - start)));
    }

    private void stayOpen() {
        Stage open = opened();
        terminal.heading("Everything stays open until Ctrl-C. In another terminal:");
        terminal.line("   export KUBECONFIG=" + open.controlPlane().kubeconfig());
        terminal.line("   export PATH=" + open.controlPlane().program("kubectl").getParent() + ":$PATH");
        terminal.line("   kubectl get openrouter -A");
        terminal.line("");
        terminal.fact("Files of this demo", open.folder().toString());
        terminal.fact(
                "Log of the operator",
                open.controlPlane()
                        .workDirectory()
                        .resolve("openrouter-operator.log")
                        .toString());
        terminal.fact("Simulated OpenRouter", open.openRouter().baseUrl());
        terminal.fact("What it holds now", "curl " + open.openRouter().controlUrl() + "/state");
        staying = true;
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stage opened() {
        Stage open = stage;
        if (open == null) {
            throw new IllegalStateException("the stage is not set");
        }
        return open;
    }

    private void logTail() {
        Stage open = stage;
        if (open == null) {
            return;
        }
        List<String> log = open.operatorLog().lines().toList();
        terminal.failure("The end of the operator's log:");
        terminal.line(log.stream().skip(Math.max(0, log.size() - LOG_LINES)).collect(Collectors.joining("\n")));
    }

    /** Runs at every end, after Ctrl-C too, which is the expected end of a demo that stays open. */
    private void stop() {
        terminal.fallSilent();
        Stage open = stage;
        if (open != null) {
            open.close();
        }
        if (staying) {
            Runtime.getRuntime().halt(0);
        }
    }
}
