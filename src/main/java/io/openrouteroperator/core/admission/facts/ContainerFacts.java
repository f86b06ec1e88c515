package io.openrouteroperator.core.admission.facts;

import java.util.List;

/** What {@code $(VAR)} composition needs of a container of any kind: its variables in order, and its command and arguments. */
public record ContainerFacts(List<EnvironmentVariable> environment, List<TextField> commandLine) {
    public ContainerFacts {
        environment = List.copyOf(environment);
        commandLine = List.copyOf(commandLine);
    }
}
