package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tafsim.model.L1Demand;
import org.tafsim.model.RanSharing;
import org.tafsim.model.ServedReplica;
import org.tafsim.scenario.ReplicaSection.PlannedReplica;
import org.tafsim.scenario.SiteSection.PlannedSite;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Suggestions;

/** Finds the card that layer 1 runs on, and the replicas that it shares it with. */
final class RanCards {

    private final Reading reading;
    private final List<PlannedReplica> replicas;
    private final boolean areAll;

    /**
     * Of the sites of a scenario.
     *
     * @param areAll whether these are all replicas, so that one that is missing is nowhere
     */
    RanCards(Reading reading, List<PlannedReplica> replicas, boolean areAll) {
        this.reading = reading;
        this.replicas = replicas;
        this.areAll = areAll;
    }

    /** Layer 1 on the accelerator stated, or on the only kind that the sites have. */
    Optional<L1Demand> demand(Keys keys, List<PlannedSite> here) {
        Map<String, L1Demand> known = reading.catalog().layer1();
        Format<L1Demand> format = new Format<>(
                "an accelerator with layer 1", known.keySet().iterator().next(), text -> {
                    if (known.containsKey(text)) {
                        return known.get(text);
                    }
                    throw Format.Refused.unknown(
                            text,
                            "an accelerator of which the catalog knows what layer 1 takes",
                            known.keySet(),
                            Suggestions.maybe(text, known.keySet())
                                    .or(() -> Optional.of("Maybe state it under 'layer1'.")));
                });
        if (keys.has("accelerator")) {
            return keys.find("accelerator", format);
        }
        Set<String> kinds = new LinkedHashSet<>();
        here.forEach(site -> site.cards().kinds().values().forEach(kind -> kinds.add(kind.cardId())));
        boolean areKnown = here.stream().allMatch(site -> site.cards().areAll());
        if (here.isEmpty() || !areKnown) {
            return Optional.empty();
        }
        Optional<L1Demand> only = kinds.size() == 1
                ? Optional.ofNullable(known.get(kinds.iterator().next()))
                : Optional.empty();
        if (only.isEmpty()) {
            reading.problems()
                    .report(
                            keys.at(),
                            "a RAN needs the key 'accelerator' here: its sites %s; the catalog knows what layer 1 takes of %s."
                                    .formatted(
                                            kinds.isEmpty()
                                                    ? "state no accelerators"
                                                    : "have " + String.join(", ", kinds),
                                            String.join(", ", known.keySet())));
        }
        return only;
    }

    /**
     * Ids of the replicas that share the card; the first there is, or as many as the pool has cards, where none is stated.
     *
     * @param stated ids of replicas or of models
     */
    Optional<List<String>> replicas(
            PlannedSite site, L1Demand demand, RanSharing sharing, Optional<List<String>> stated, Keys keys) {
        String card = demand.acceleratorId();
        int cards = sharing instanceof RanSharing.Pooled pool ? pool.cards() : 1;
        if (!hasCards(site, card, cards, keys)) {
            return Optional.empty();
        }
        List<ServedReplica> there = replicas.stream()
                .map(PlannedReplica::spec)
                .filter(replica -> replica.siteId().equals(site.site().id()))
                .toList();
        List<ServedReplica> fit = there.stream()
                .filter(replica -> runsOn(replica, card) && !isOnDemand(replica, site))
                .toList();
        if (stated.isPresent()) {
            return named(site, card, cards, there, fit, stated.get(), keys);
        }
        if (fit.isEmpty() && areAll) {
            report(
                    keys,
                    "no replica of the site '%s' takes one whole %s for itself, and not on demand."
                            .formatted(site.site().id(), card),
                    Optional.of("Maybe 'replicas: []', where AI beside layer 1 is none of this scenario."));
        }
        return Optional.of(fit.stream().limit(cards).map(ServedReplica::id).toList());
    }

    private boolean hasCards(PlannedSite site, String card, int cards, Keys keys) {
        Map<String, CardKind> kinds = site.cards().kinds();
        if (kinds.isEmpty() || !site.cards().areAll()) {
            return true; // replicas are stated outside, and so are their cards
        }
        List<CardKind> fit = kinds.values().stream()
                .filter(kind -> kind.cardId().equals(card))
                .toList();
        if (fit.isEmpty()) {
            report(
                    keys,
                    "the site '%s' has no %s; it has %s."
                            .formatted(site.site().id(), card, String.join(", ", kinds.keySet())),
                    Optional.empty());
            return false;
        }
        int has = fit.stream()
                .filter(kind -> kind.priceShare() == 1)
                .mapToInt(CardKind::units)
                .sum();
        if (has < cards) {
            report(
                    keys,
                    "the site '%s' has %d whole %s, and RAN shares %d."
                            .formatted(site.site().id(), has, card, cards),
                    has == 0
                            ? Optional.of("Maybe leave the card whole at the site: 'sharing' says how it is cut.")
                            : Optional.empty());
        }
        return has >= cards;
    }

    /** Whether it takes one card for itself, capped or not. */
    private static boolean runsOn(ServedReplica replica, String card) {
        String id = replica.accelerator().id();
        return replica.accelerators() == 1 && Pattern.matches(Pattern.quote(card) + "(@[^/]*)?", id);
    }

    /** Whether it comes and goes, so that RAN cannot count on it. */
    private static boolean isOnDemand(ServedReplica replica, PlannedSite site) {
        return site.onDemand().filter(here -> here.takes(replica)).isPresent();
    }

    private Optional<List<String>> named(
            PlannedSite site,
            String card,
            int cards,
            List<ServedReplica> there,
            List<ServedReplica> fit,
            List<String> names,
            Keys keys) {
        int before = reading.problems().count();
        Set<String> chosen = new LinkedHashSet<>();
        for (String name : names) {
            List<String> meant = fit.stream()
                    .filter(replica -> isCalled(replica, name))
                    .map(ServedReplica::id)
                    .filter(id -> !chosen.contains(id))
                    .limit(cards)
                    .toList();
            if (meant.isEmpty() && areAll) {
                reportUnknown(site, card, there, name, keys);
            }
            chosen.addAll(meant);
        }
        if (chosen.size() > cards) {
            report(
                    keys,
                    "%d replicas of the site '%s' are to share %d %s, and each takes a whole one."
                            .formatted(chosen.size(), site.site().id(), cards, card),
                    Optional.empty());
        }
        return reading.problems().count() > before ? Optional.empty() : Optional.of(List.copyOf(chosen));
    }

    private void reportUnknown(PlannedSite site, String card, List<ServedReplica> there, String name, Keys keys) {
        Optional<ServedReplica> other =
                there.stream().filter(replica -> isCalled(replica, name)).findFirst();
        if (other.isPresent()) {
            report(
                    keys,
                    "'%s' of the site '%s' takes %d %s; what shares a card with RAN takes one whole %s for itself, once, and not on demand."
                            .formatted(
                                    name,
                                    site.site().id(),
                                    other.get().accelerators(),
                                    other.get().accelerator().id(),
                                    card),
                    Optional.empty());
            return;
        }
        List<String> known = new ArrayList<>();
        there.forEach(replica -> known.addAll(List.of(replica.model().id(), replica.id())));
        report(
                keys,
                "the site '%s' has no replica or model '%s'."
                        .formatted(site.site().id(), name),
                Suggestions.maybe(name, known));
    }

    private static boolean isCalled(ServedReplica replica, String name) {
        return replica.id().equals(name) || replica.model().id().equals(name);
    }

    private void report(Keys keys, String message, Optional<String> hint) {
        reading.problems().report(keys.at("replicas"), message, hint);
    }
}
