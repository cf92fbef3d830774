package org.tafsim.engine;

import java.util.stream.IntStream;
import org.tafsim.model.FaultKind;

/** One thing that can fail, and the replicas that do not run without it; or a link of the transport graph, without which they do. */
final class FaultPart {

    private static final int NO_LINK = -1;

    private final String name;
    private final FaultKind kind;
    private final int[] replicas;
    private final int link;

    /**
     * Describes it.
     *
     * @param name unique within its kind, e.g. {@code munich} or {@code munich/L4/0}
     * @param kind what it is
     * @param replicas by scenario index
     */
    FaultPart(String name, FaultKind kind, int... replicas) {
        this(name, kind, replicas.clone(), NO_LINK);
    }

    private FaultPart(String name, FaultKind kind, int[] replicas, int link) {
        this.name = name;
        this.kind = kind;
        this.link = link;
        this.replicas = replicas;
    }

    /** A link of the transport graph, by its place there. */
    static FaultPart ofLink(String name, int link) {
        return new FaultPart(name, FaultKind.TRANSPORT_LINK, new int[0], link);
    }

    /** Whether it is a link of the transport graph. */
    boolean isLink() {
        return link != NO_LINK;
    }

    /** Its place in the graph, where it is a link there. */
    int link() {
        return link;
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
