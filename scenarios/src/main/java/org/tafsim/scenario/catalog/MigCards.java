package org.tafsim.scenario.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tafsim.model.MigGeometry;
import org.tafsim.model.MigProfile;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/**
 * Cards that are cut alike, an entry of {@code mig.yaml}.
 *
 * @param also ids of further cards
 */
record MigCards(MigGeometry geometry, List<String> also) {

    static final Section<MigCards> SECTION = new Section<>("mig", "a MIG geometry", "id", MigCards::read);

    private static final Format<Integer> SLICES = Quantities.count("4");
    private static final Format<Integer> START = new Format<>(
            "a memory slice",
            "0",
            text -> Math.toIntExact(Quantities.whole(0, 15, "0").parse(text)));

    /** Of every card of the file, by its id. */
    static Map<String, MigGeometry> byCard(PackedFiles texts, Problems problems) {
        Map<String, MigGeometry> byCard = new LinkedHashMap<>();
        for (MigCards cards : texts.read("mig.yaml", SECTION, problems).values()) {
            MigGeometry first = cards.geometry();
            Stream.concat(Stream.of(first.cardId()), cards.also().stream())
                    .forEach(id -> byCard.put(
                            id,
                            new MigGeometry(
                                    id,
                                    first.computeSlices(),
                                    first.memorySlices(),
                                    first.profiles(),
                                    first.source())));
        }
        return byCard;
    }

    private static Optional<MigCards> read(String id, Keys keys, String source, Problems problems) {
        Whole card = Whole.read(keys);
        List<String> also = keys.list("also", Format.TEXT);
        List<MigProfile> profiles = new ArrayList<>();
        for (Node item : keys.items("profiles")) {
            profile(Keys.of(item, "a MIG profile", problems), card, problems).ifPresent(profiles::add);
        }
        return problems.build(
                keys.at(),
                () -> new MigCards(new MigGeometry(id, card.compute(), card.memory(), profiles, source), also));
    }

    private static Optional<MigProfile> profile(Keys keys, Whole card, Problems problems) {
        String id = keys.required("id", Format.TEXT);
        Whole part = Whole.read(keys);
        List<Integer> starts = keys.list("starts", START);
        int most = keys.required("most", SLICES);
        keys.done();
        return problems.build(
                keys.at(),
                () -> new MigProfile(
                        id,
                        part.compute(),
                        part.memory(),
                        starts,
                        most,
                        share(part.multiprocessors(), card.multiprocessors(), part.compute(), card.compute()),
                        share(part.bytes(), card.bytes(), part.memory(), card.memory())));
    }

    /** By what a driver lists; by slices where it is not known. */
    private static double share(OptionalDouble part, OptionalDouble whole, int slices, int ofSlices) {
        return part.isPresent() && whole.isPresent()
                ? part.getAsDouble() / whole.getAsDouble()
                : (double) slices / ofSlices;
    }

    /** What cards and their profiles are both described by. */
    private record Whole(int compute, int memory, OptionalDouble multiprocessors, OptionalDouble bytes) {

        static Whole read(Keys keys) {
            return new Whole(
                    keys.required("compute", SLICES),
                    keys.required("memory", SLICES),
                    optional(keys.find("multiprocessors", SLICES)),
                    optional(keys.find("capacity", Quantities.SIZE)));
        }

        private static OptionalDouble optional(Optional<? extends Number> value) {
            return value.map(number -> OptionalDouble.of(number.doubleValue())).orElse(OptionalDouble.empty());
        }
    }
}
