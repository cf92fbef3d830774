package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.CardShare;
import org.tafsim.model.MigGeometry;
import org.tafsim.model.MigLayouts;
import org.tafsim.model.MigProfile;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;

/** Reads how the cards of a kind are cut: one layout for all of them, or one for each. */
final class MigReader {

    private static final int NEAREST = 3;

    private final Reading reading;
    private final Map<String, MigLayouts> layouts = new LinkedHashMap<>();

    MigReader(Reading reading) {
        this.reading = reading;
    }

    /** The instances of these cards, by profile; nothing where a layout is not one. */
    List<CardKind> instances(CardKind cards, Node layout) {
        MigGeometry geometry = reading.catalog().migGeometries().get(cards.cardId());
        if (geometry == null) {
            reading.problems()
                    .report(
                            layout.at(),
                            "%s cannot be cut into instances; cards that can are %s."
                                    .formatted(
                                            cards.cardId(),
                                            String.join(
                                                    ", ",
                                                    reading.catalog()
                                                            .migGeometries()
                                                            .keySet())));
            return List.of();
        }
        Map<MigProfile, Integer> units = new LinkedHashMap<>();
        for (MigProfile profile : profiles(geometry, layout, cards.units())) {
            units.merge(profile, 1, Math::addExact);
        }
        return units.entrySet().stream()
                .map(entry -> instances(cards, geometry, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static CardKind instances(CardKind cards, MigGeometry geometry, MigProfile profile, int units) {
        CardShare part = CardShare.of(geometry, profile);
        return cards.parts(cards.cardId() + part.suffix(), part, units, 1);
    }

    /** Of all cards together. */
    private List<MigProfile> profiles(MigGeometry geometry, Node layout, int cards) {
        boolean isOneForEach = layout instanceof Node.Items list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(Node.Items.class::isInstance);
        List<MigProfile> all = new ArrayList<>();
        if (!isOneForEach) {
            List<MigProfile> one = oneCard(geometry, layout);
            for (int card = 0; card < cards && !one.isEmpty(); card++) {
                all.addAll(one);
            }
            return all;
        }
        List<Node> each = ((Node.Items) layout).items();
        if (each.size() != cards) {
            reading.problems()
                    .report(
                            layout.at(),
                            "states %d layouts for %d cards; expected one for each, or one list for all."
                                    .formatted(each.size(), cards));
        }
        each.forEach(card -> all.addAll(oneCard(geometry, card)));
        return all;
    }

    private List<MigProfile> oneCard(MigGeometry geometry, Node layout) {
        if (!(layout instanceof Node.Items list) || list.items().isEmpty()) {
            reading.problems()
                    .report(
                            layout.at(),
                            "is not a layout; expected a list of profiles, e.g. %s."
                                    .formatted(all(geometry).full().get(0).profiles()));
            return List.of();
        }
        Format<MigProfile> format = profile(geometry);
        int before = reading.problems().count();
        List<MigProfile> profiles = list.items().stream()
                .map(item -> Keys.read(item, format, reading.problems()))
                .toList();
        if (reading.problems().count() == before) {
            checkLegal(geometry, profiles, layout);
        }
        return profiles;
    }

    /** One of the profiles of a card. */
    static Format<MigProfile> profile(MigGeometry geometry) {
        Map<String, MigProfile> known = new LinkedHashMap<>();
        geometry.profiles().forEach(profile -> known.put(profile.id(), profile));
        return Format.oneOf("a MIG profile of " + geometry.cardId(), known);
    }

    /** Refuses profiles that do not fit side by side. */
    void checkLegal(MigGeometry geometry, List<MigProfile> profiles, Node layout) {
        if (all(geometry).find(profiles).isPresent()) {
            return;
        }
        int compute = profiles.stream().mapToInt(MigProfile::computeSlices).sum();
        int memory = profiles.stream().mapToInt(MigProfile::memorySlices).sum();
        List<String> nearest = all(geometry).nearest(profiles, NEAREST).stream()
                .map(List::toString)
                .toList();
        reading.problems()
                .report(
                        layout.at(),
                        "%s cannot be cut into %s: of its %d compute and %d memory slices they take %d and %d, side by side."
                                .formatted(
                                        geometry.cardId(),
                                        profiles,
                                        geometry.computeSlices(),
                                        geometry.memorySlices(),
                                        compute,
                                        memory),
                        Optional.of("Maybe %s?".formatted(String.join(" or ", nearest))));
    }

    private MigLayouts all(MigGeometry geometry) {
        return layouts.computeIfAbsent(geometry.cardId(), any -> new MigLayouts(geometry));
    }
}
