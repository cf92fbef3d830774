package org.tafsim.experiment.measured;

/** What was measured. */
public enum Quantity {
    PREFILL("prefill"),
    DECODE("decode step"),
    LAYER_PREFILL("layer, prefill"),
    LAYER_DECODE("layer, decode"),
    TTFT("mean TTFT"),
    TPOT("mean TPOT"),
    END_TO_END("mean end-to-end");

    private final String label;

    Quantity(String label) {
        this.label = label;
    }

    /** As tables have it. */
    public String label() {
        return label;
    }
}
