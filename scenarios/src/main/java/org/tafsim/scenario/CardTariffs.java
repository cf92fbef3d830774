package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.ServedReplica;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.Tariffs;

/** Prices and caps of the accelerators in use, in the order of the replicas; parts of a card have their part of its price. */
final class CardTariffs {

    private final Tariffs usual;
    private final Map<String, AcceleratorProfile> inUse = new LinkedHashMap<>();
    private final Map<String, CardKind> parts = new LinkedHashMap<>();

    CardTariffs(Tariffs usual, List<ServedReplica> replicas, List<CardKind> parts) {
        this.usual = usual;
        replicas.forEach(replica -> inUse.put(replica.accelerator().id(), replica.accelerator()));
        parts.forEach(part -> this.parts.put(part.profile().id(), part));
    }

    /** Names that the energy section may use. */
    Set<String> names(Catalog catalog) {
        Set<String> names = new LinkedHashSet<>(catalog.accelerators().keySet());
        names.addAll(parts.keySet());
        return names;
    }

    /** EUR of an hour by accelerator; what is not stated of a part follows from its card. */
    Map<String, Double> hours(Map<String, Double> stated) {
        Map<String, Double> hours = new LinkedHashMap<>();
        inUse.forEach((id, card) -> hours.put(
                id,
                Optional.ofNullable(stated.get(id))
                        .or(() -> Optional.ofNullable(parts.get(id)).map(part -> hour(part, stated)))
                        .orElseGet(() -> usual.eurPerHour(card))));
        return hours;
    }

    /**
     * What is stated of the card that an accelerator is, or is a part of.
     *
     * @param share of it that the accelerator is
     */
    record Stated<T>(T stated, double share) {}

    /** By accelerator in use, what is stated of it or of its card; nothing of those that nothing is stated of. */
    <T> Map<String, Stated<T>> inUse(Map<String, T> stated) {
        Map<String, Stated<T>> found = new LinkedHashMap<>();
        inUse.keySet().forEach(id -> {
            CardKind part = parts.get(id);
            T own = stated.get(id);
            T ofCard = part == null ? null : stated.get(part.cardId());
            if (own != null) {
                found.put(id, new Stated<>(own, 1));
            } else if (part != null && ofCard != null) {
                found.put(id, new Stated<>(ofCard, part.priceShare()));
            }
        });
        return found;
    }

    /** Accelerators in use of which nothing is stated, nor of the card that they are a part of. */
    List<String> unstated(Map<String, ?> stated) {
        return inUse.keySet().stream()
                .filter(id -> !inUse(stated).containsKey(id))
                .toList();
    }

    private double hour(CardKind part, Map<String, Double> stated) {
        double card = Optional.ofNullable(stated.get(part.cardId())).orElseGet(() -> usual.eurPerHour(part.card()));
        return part.priceShare() * card;
    }

    /** What accelerators may draw (W), where that is less than they could. */
    Map<String, Double> caps(Map<String, Double> stated) {
        Map<String, Double> caps = new LinkedHashMap<>();
        inUse.keySet().forEach(id -> {
            Optional.ofNullable(parts.get(id))
                    .ifPresent(part -> part.capWatts().ifPresent(watts -> caps.put(id, watts)));
            Optional.ofNullable(stated.get(id)).ifPresent(watts -> caps.put(id, watts));
        });
        return caps;
    }
}
