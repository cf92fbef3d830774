package org.tafsim.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model that computes a batch at a time and answers all of it at once: vision, speech, embeddings. How long a batch takes is a
 * table for each accelerator, measured, not derived.
 *
 * @param id e.g. {@code whisper-large-v3-turbo}
 * @param providerCountry seat of who trained it (ISO code)
 * @param task what it does
 * @param unit what its input is counted in, e.g. {@code s of audio}
 * @param weightBytes memory of its weights (bytes)
 * @param size how input becomes items of a batch
 * @param latencies tables by accelerator id, in the order of the catalog
 * @param source where the figures come from
 */
public record BatchModel(
        String id,
        String providerCountry,
        Task task,
        String unit,
        long weightBytes,
        ItemSize size,
        Map<String, BatchLatency> latencies,
        String source)
        implements ServedModel {

    /** What it does. */
    public enum Task {
        /** Classifies, detects or encodes images. */
        VISION,
        /** Recognises speech. */
        SPEECH_TO_TEXT,
        /** Speaks text. */
        TEXT_TO_SPEECH,
        /** Turns text into vectors. */
        EMBEDDING
    }

    /**
     * How input becomes items of a batch.
     *
     * @param units of an item as the tables have it, at least 1
     * @param isWindowed whether longer input becomes several items, cut at so many units and filled up; else an item may have any
     *     length, and a batch lasts as its longest asks
     * @param fixedShare share of a batch's time that its items' length does not change, in [0, 1]; of no effect on windows
     */
    public record ItemSize(int units, boolean isWindowed, double fixedShare) {

        /** Checks. */
        public ItemSize {
            Require.positive(units, "Item size", "units");
            Require.fraction(fixedShare, "Item size", "fixed share");
        }

        /** Items that a request becomes. */
        public int itemsOf(int requestUnits) {
            return isWindowed ? (requestUnits + units - 1) / units : 1;
        }

        /** Factor on the table's time of a batch whose longest item has so many units. */
        public double factorOf(int longestUnits) {
            return isWindowed ? 1 : fixedShare + (1 - fixedShare) * longestUnits / units;
        }
    }

    /** Copies and checks. */
    public BatchModel {
        String owner = "Model " + Require.name(id, "Model");
        Require.positive(weightBytes, owner, "weights (bytes)");
        Require.positive(latencies.size(), owner, "number of accelerators with latencies");
        latencies = Collections.unmodifiableMap(new LinkedHashMap<>(latencies));
    }
}
