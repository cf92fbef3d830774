package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSharing;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads how layer 1 and AI share a card, or a pool of cards. */
final class RanSharingReader {

    private static final int USUAL_STEPS = 10;
    private static final double USUAL_FILL = 0.8;
    private static final double USUAL_SLACK = 0.1;

    private enum Mode {
        DEDICATED,
        FIXED_SLICES,
        DYNAMIC_SLICES,
        TIME_SLICES,
        MPS,
        POOL
    }

    private static final Format<Mode> MODE = Format.constant("a mode of sharing", Mode.class);

    /** Which keys go with which mode. */
    private static final Map<String, List<Mode>> MODES_BY_KEY = Map.ofEntries(
            Map.entry("ran", List.of(Mode.FIXED_SLICES)),
            Map.entry("ai", List.of(Mode.FIXED_SLICES)),
            Map.entry("slices", List.of(Mode.DYNAMIC_SLICES)),
            Map.entry("drain", List.of(Mode.DYNAMIC_SLICES)),
            Map.entry("resize", List.of(Mode.DYNAMIC_SLICES)),
            Map.entry("steps", List.of(Mode.MPS)),
            Map.entry("stretch", List.of(Mode.TIME_SLICES, Mode.MPS)),
            Map.entry("jitter", List.of(Mode.TIME_SLICES, Mode.MPS)),
            Map.entry("blocking", List.of(Mode.TIME_SLICES, Mode.MPS)),
            Map.entry("cards", List.of(Mode.POOL)),
            Map.entry("fill", List.of(Mode.POOL)),
            Map.entry("slack", List.of(Mode.POOL)),
            Map.entry("migration", List.of(Mode.POOL)));

    private static final Format<Double> POSITIVE_TIME =
            Quantities.SECONDS.named("a duration", "5 us").that(seconds -> seconds > 0, "be more than zero");
    private static final Format<Double> POSITIVE_SHARE =
            Quantities.FRACTION.that(share -> share > 0, "be more than zero");

    private final Reading reading;
    private final RanSliceReader slices;

    /**
     * Of a card.
     *
     * @param card its id, where it is known
     */
    RanSharingReader(Reading reading, Optional<String> card) {
        this.reading = reading;
        slices = new RanSliceReader(reading, card);
    }

    /** The mode; side by side where nothing is stated, for in turns the usual blocking leaves AI nothing within a slot. */
    Optional<RanSharing> read(Keys ran) {
        Optional<Node> stated = ran.find("sharing");
        if (stated.isEmpty()) {
            return Optional.of(new RanSharing.Mps(USUAL_STEPS, RanInterference.SIDE_BY_SIDE));
        }
        Node node = stated.get();
        String noun = "the sharing of a RAN";
        if (node instanceof Node.Text) {
            Mode mode = Keys.read(node, MODE, reading.problems());
            return sharing(mode, Keys.empty(node.at(), noun, reading.problems()));
        }
        Keys keys = reading.keys(node, noun);
        Mode mode = keys.required("mode", MODE);
        for (String key : MODES_BY_KEY.keySet().stream().sorted().toList()) {
            if (keys.has(key) && !MODES_BY_KEY.getOrDefault(key, List.of()).contains(mode)) {
                List<String> modes = MODES_BY_KEY.getOrDefault(key, List.of()).stream()
                        .map(Format::wordOf)
                        .toList();
                reading.problems()
                        .report(
                                keys.at(key),
                                "'%s' goes with the mode %s, not with %s."
                                        .formatted(key, String.join(" or ", modes), Format.wordOf(mode)));
            }
        }
        Optional<RanSharing> sharing = sharing(mode, keys);
        keys.done();
        return sharing;
    }

    private Optional<RanSharing> sharing(Mode mode, Keys keys) {
        return switch (mode) {
            case DEDICATED -> Optional.of(new RanSharing.Dedicated());
            case FIXED_SLICES -> slices.slice(keys).map(RanSharing.FixedSlice::new);
            case DYNAMIC_SLICES -> dynamic(keys);
            case TIME_SLICES -> interference(keys, RanInterference.IN_TURNS).map(RanSharing.TimeSliced::new);
            case MPS -> mps(keys);
            case POOL -> pool(keys);
        };
    }

    private Optional<RanSharing> dynamic(Keys keys) {
        List<RanSharing.Slice> all = new ArrayList<>();
        boolean areRead = true;
        for (Node item : keys.items("slices")) {
            Keys slice = reading.keys(item, "a slice of a card");
            Optional<RanSharing.Slice> read = slices.slice(slice);
            slice.done();
            areRead &= read.isPresent() && isRising(all, read.get(), slice);
            read.ifPresent(all::add);
        }
        long drain = keys.optional("drain", Quantities.DURATION, 0L);
        long resize = keys.required("resize", Quantities.POSITIVE_DURATION);
        return areRead
                ? reading.problems().build(keys.at(), () -> new RanSharing.DynamicSlice(all, drain, resize))
                : Optional.empty();
    }

    private boolean isRising(List<RanSharing.Slice> before, RanSharing.Slice slice, Keys keys) {
        boolean isRising = before.isEmpty()
                || slice.ranShare() > before.get(before.size() - 1).ranShare();
        if (!isRising) {
            reading.problems()
                    .report(
                            keys.at("ran"),
                            "slices rise by the part of RAN; this one has no more than the one before.");
        }
        return isRising;
    }

    private Optional<RanSharing> mps(Keys keys) {
        int steps = keys.optional("steps", Quantities.count("10"), USUAL_STEPS);
        return interference(keys, RanInterference.SIDE_BY_SIDE)
                .flatMap(interference ->
                        reading.problems().build(keys.at(), () -> new RanSharing.Mps(steps, interference)));
    }

    private Optional<RanInterference> interference(Keys keys, RanInterference usual) {
        double stretch = keys.optional("stretch", Quantities.FRACTION, usual.stretch());
        double jitter = keys.optional("jitter", POSITIVE_TIME, usual.jitterSeconds());
        double blocking = keys.optional("blocking", Quantities.SECONDS, usual.blockingSeconds());
        return Optional.of(new RanInterference(stretch, jitter, blocking));
    }

    private Optional<RanSharing> pool(Keys keys) {
        int cards = keys.required("cards", Quantities.count("4"));
        double fill = keys.optional("fill", POSITIVE_SHARE, USUAL_FILL);
        double slack = keys.optional("slack", Quantities.FRACTION, USUAL_SLACK);
        long migration = keys.required("migration", Quantities.DURATION);
        return reading.problems().build(keys.at(), () -> new RanSharing.Pooled(cards, fill, slack, migration));
    }
}
