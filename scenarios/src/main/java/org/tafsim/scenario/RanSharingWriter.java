package org.tafsim.scenario;

import java.util.List;
import org.tafsim.model.CardShare;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSharing.Slice;

/** Writes how layer 1 and AI share a card, as {@link RanSharingReader} reads it. */
final class RanSharingWriter {

    private RanSharingWriter() {}

    /** In one line. */
    static String sharing(RanSharing sharing) {
        if (sharing instanceof RanSharing.FixedSlice fixed) {
            return slice(mode("fixed-slices"), fixed.slice()).toString();
        }
        if (sharing instanceof RanSharing.DynamicSlice dynamic) {
            return mode("dynamic-slices")
                    .raw(
                            "slices",
                            YamlText.list(
                                    dynamic.slices(),
                                    one -> slice(new Entry(), one).toString()))
                    .duration("drain", dynamic.drainNanos())
                    .duration("resize", dynamic.resizeNanos())
                    .toString();
        }
        if (sharing instanceof RanSharing.TimeSliced inTurns) {
            return interference(mode("time-slices"), inTurns.interference()).toString();
        }
        if (sharing instanceof RanSharing.Mps mps) {
            return interference(mode("mps").number("steps", mps.steps()), mps.interference())
                    .toString();
        }
        if (sharing instanceof RanSharing.Pooled pool) {
            return mode("pool")
                    .number("cards", pool.cards())
                    .number("fill", pool.fill())
                    .number("slack", pool.slack())
                    .duration("migration", pool.migrationNanos())
                    .toString();
        }
        return mode("dedicated").toString();
    }

    /** The ways to cut the card; none where it is not cut. */
    static List<Slice> slices(RanSharing sharing) {
        if (sharing instanceof RanSharing.FixedSlice fixed) {
            return List.of(fixed.slice());
        }
        return sharing instanceof RanSharing.DynamicSlice dynamic ? dynamic.slices() : List.of();
    }

    private static Entry mode(String word) {
        return new Entry().word("mode", word);
    }

    private static Entry interference(Entry entry, RanInterference interference) {
        return entry.number("stretch", interference.stretch())
                .quantity("jitter", interference.jitterSeconds(), "s")
                .quantity("blocking", interference.blockingSeconds(), "s");
    }

    private static Entry slice(Entry entry, Slice slice) {
        entry.number("ran", slice.ranShare());
        if (new Slice(slice.ranShare(), slice.aiShare()).equals(slice)) {
            return slice.ai().isPresent() ? entry.number("ai", slice.aiShare()) : entry;
        }
        slice.ai().ifPresent(part -> entry.raw("ai", part(part)));
        return entry;
    }

    private static String part(CardShare part) {
        return new Entry()
                .word("profile", part.suffix().substring(1))
                .number("compute", part.compute())
                .number("bandwidth", part.bandwidth())
                .number("memory", part.memory())
                .number("link", part.link())
                .number("power", part.power())
                .number("price", part.price())
                .toString();
    }
}
