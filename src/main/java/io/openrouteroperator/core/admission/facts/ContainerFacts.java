package io.openrouteroperator.core.admission.facts;

import java.util.List;

/**
 * What {@code $(VAR)} composition needs of a container of any kind.
 *
 * @param environment its variables in order
 * @param expanded the other texts that the kubelet expands to something else: command, arguments, commands of probes, paths of volumes
 * @param takesMore whether it has variables that are not listed, from {@code envFrom}
 */
public record ContainerFacts(List<EnvironmentVariable> environment, List<TextField> expanded, boolean takesMore) {
    public ContainerFacts {
        environment = List.copyOf(environment);
        expanded = List.copyOf(expanded);
    }
}
