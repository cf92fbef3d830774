package org.tafsim.engine;

import java.util.stream.IntStream;
import org.tafsim.model.FaultKind;

/** One thing that can fail, and the replicas that do not run without it. */
final class FaultPart {

    private final String name;
    private final FaultKind kind;
    private final int[] replicas;

    /**
     * Describes it.
     *
     * @param name unique within its kind, e.g. {@code munich} or {@code munich/L4/0}
     * @param kind what it is
     * @param replicas by scenario index
     */
    FaultPart(String name, FaultKind kind, int... replicas) {
        this.name = name;
        this.kind = kind;
        this.replicas = replicas.clone();
    }

    String name() {
        return name;
    }

    FaultKind kind() {
        return kind;
    }

    /** Scenario indices of those that do not run without it; not to be changed. */
    int[] replicas() {
        return replicas;
    }

    /** Whether no replica needs it. */
    boolean isIdle() {
        return replicas.length == 0;
    }

    IntStream stream() {
        return IntStream.of(replicas);
    }

    /** Name of the draws that say when it fails by one kind of fault. */
    String drawsOf(String faultId) {
        return "fault/%s/%s".formatted(faultId, name);
    }
}
