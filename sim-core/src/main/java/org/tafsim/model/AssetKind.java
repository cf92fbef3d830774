package org.tafsim.model;

/** Data that a request leaves behind, by the stage of its life at which it is held. */
public enum AssetKind {
    /** Prompt and media, while they are processed. */
    PROMPT("prompt", Stage.S5_PROCESSING),
    /** The answer, while it is made. */
    RESPONSE("response", Stage.S5_PROCESSING),
    /** Keys and values of a sequence, kept for the next turn. */
    KV_BLOCK("kvBlock", Stage.S7_CACHE),
    /** Keys and values that others with the same prefix may use. */
    PREFIX_ENTRY("prefixEntry", Stage.S7_CACHE),
    /** Vectors of what was said. */
    EMBEDDING("embedding", Stage.S8_STATE),
    /** Documents of a retrieval store. */
    DOCUMENT("document", Stage.S6_TOOLS),
    /** Requests and answers as logged. */
    LOG("log", Stage.S9_OBSERVABILITY),
    /** Metrics and traces. */
    TELEMETRY("telemetry", Stage.S9_OBSERVABILITY),
    /** Records for billing. */
    BILLING("billing", Stage.S9_OBSERVABILITY),
    /** Copies of the state of a session. */
    CHECKPOINT("checkpoint", Stage.S10_COPIES),
    /** Live copies elsewhere. */
    REPLICA("replica", Stage.S10_COPIES),
    /** Copies that outlive the original. */
    BACKUP("backup", Stage.S10_COPIES),
    /** What fine-tuning made of it. */
    ADAPTER("adapter", Stage.S13_SECONDARY_USE),
    /** Model weights. */
    WEIGHTS("weights", Stage.S15_SUPPLY);

    private final String word;
    private final Stage stage;

    AssetKind(String word, Stage stage) {
        this.word = word;
        this.stage = stage;
    }

    /** As scenarios, rules and results write it. */
    public String word() {
        return word;
    }

    /** The stage at which it is held; its place is that stage's. */
    public Stage stage() {
        return stage;
    }
}
