package org.tafsim.model;

/** What breaks. */
public enum FaultKind {
    /** All of a site. */
    SITE("site"),
    /** A server, with all its accelerators. */
    NODE("node"),
    /** One accelerator. */
    ACCELERATOR("accelerator"),
    /** The connection of a site to the transport network. */
    LINK("link"),
    /** A link of the transport graph, both ways: traffic takes another path while it is down. */
    TRANSPORT_LINK("transport-link"),
    /** The feed of a site, which a battery may bridge. */
    POWER("power"),
    /** What starts replicas and takes them back, for all sites: while it is down nothing that stopped comes back. */
    CONTROL_PLANE("control-plane");

    private final String word;

    FaultKind(String word) {
        this.word = word;
    }

    /** As scenarios, streams and results write it. */
    public String word() {
        return word;
    }
}
