package org.tafsim.model;

/** What a site uses a {@link Service} for, and what happens to it when the service is cut off. Grace periods are assumptions. */
public enum ServiceRole {
    /** API gateway, moderation. */
    GATEWAY("gateway", Stage.S4_GATEWAY, Grace.NONE, Loss.NO_NEW_REQUESTS),
    /** Tokens of users and sites: new requests need one that is still valid. */
    IDENTITY("identity", Stage.S4_GATEWAY, Grace.HOUR, Loss.NO_NEW_REQUESTS),
    /** Document stores, web search, agents. */
    TOOLS("tools", Stage.S6_TOOLS, Grace.NONE, Loss.NOTHING),
    /** Where KV blocks go that do not fit. */
    SPILL("spill", Stage.S7_CACHE, Grace.NONE, Loss.NOTHING),
    /** Sessions, memory, embeddings. */
    STATE("state", Stage.S8_STATE, Grace.NONE, Loss.NOTHING),
    /** Logs, metrics, traces, billing. */
    LOGS("logs", Stage.S9_OBSERVABILITY, Grace.NONE, Loss.NOTHING),
    /** Copies of state and logs. */
    BACKUP("backup", Stage.S10_COPIES, Grace.NONE, Loss.NOTHING),
    /** Fine-tuning and analytics on what users sent. */
    TRAINING("training", Stage.S13_SECONDARY_USE, Grace.NONE, Loss.NOTHING),
    /** People who repair and administer. */
    SUPPORT("support", Stage.S14_ADMINISTRATION, Grace.NONE, Loss.NO_RESTART),
    /** Control plane of a product on premises: it runs on, unchanged, until something must be restarted. */
    CONTROL_PLANE("controlPlane", Stage.S15_SUPPLY, Grace.NONE, Loss.NO_RESTART),
    /** Models and images: needed at every cold start. */
    REGISTRY("registry", Stage.S15_SUPPLY, Grace.NONE, Loss.NO_RESTART),
    /** Licenses of virtual GPUs or enterprise software: a lease runs out. */
    LICENSE("license", Stage.S15_SUPPLY, Grace.DAY, Loss.STOP),
    /** Keys without which storage and memory stay closed. */
    KEYS("keys", Stage.S15_SUPPLY, Grace.HOUR, Loss.STOP),
    /** Drivers and firmware. */
    UPDATES("updates", Stage.S15_SUPPLY, Grace.MONTH, Loss.NOTHING),
    /** Spare parts: what fails stays broken. */
    SPARES("spares", Stage.S15_SUPPLY, Grace.MONTH, Loss.NO_RESTART);

    /** What becomes of a site whose grace is over. */
    public enum Loss {
        /** It serves on; data held by the service cannot be reached. */
        NOTHING,
        /** What fails or is restarted does not come back. */
        NO_RESTART,
        /** It takes no new requests; those it has are served. */
        NO_NEW_REQUESTS,
        /** It stops, and what it was serving is lost. */
        STOP
    }

    private final String word;
    private final Stage stage;
    private final long graceNanos;
    private final Loss loss;

    ServiceRole(String word, Stage stage, long graceNanos, Loss loss) {
        this.word = word;
        this.stage = stage;
        this.graceNanos = graceNanos;
        this.loss = loss;
    }

    /** As scenarios write it. */
    public String word() {
        return word;
    }

    /** The stage of a request's life that happens at the service. */
    public Stage stage() {
        return stage;
    }

    /** How long a site goes on without it, where the scenario says nothing (ns). */
    public long graceNanos() {
        return graceNanos;
    }

    /** What happens to the site after that. */
    public Loss loss() {
        return loss;
    }

    /** Usual lengths of grace (ns). */
    private static final class Grace {
        static final long NONE = 0;
        static final long HOUR = 3_600_000_000_000L;
        static final long DAY = 24 * HOUR;
        static final long MONTH = 30 * DAY;
    }
}
