package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tafsim.model.Parallelism;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;

/** Reads what sites serve: under {@code serve} of a site, or under {@code replicas} of the scenario. */
final class ReplicaSection {

    private static final Format<Integer> REPLICAS = Quantities.count("2").that(n -> n <= 10_000, "not exceed 10000");

    private static final int MOST_REPLICAS = 100_000;

    private final Reading reading;
    private final ReplicaReader reader;
    private final Ids ids;
    private final Map<String, Integer> replicasByName = new LinkedHashMap<>();
    private final List<PlannedReplica> replicas = new ArrayList<>();
    private final Map<String, Map<String, Integer>> sharedCards = new LinkedHashMap<>();
    private boolean isComplete = true;

    ReplicaSection(Reading reading) {
        this.reading = reading;
        this.reader = new ReplicaReader(reading);
        this.ids = new Ids("replica", reading.problems());
    }

    /** A replica, and where the file speaks of it. */
    record PlannedReplica(ServedReplica spec, Place at) {}

    /** All replicas: those of the sites in their order, then those of the scenario. */
    List<PlannedReplica> read(Keys scenario, List<SiteSection.PlannedSite> sites, Format<String> siteReference) {
        sites.forEach(this::served);
        for (Node item : scenario.items("replicas")) {
            Keys keys = reading.keys(item, "a replica");
            String id = keys.required("id", Format.TEXT);
            String site = keys.required("site", siteReference);
            Optional<? extends ServedReplica> replica = clean(() -> reader.read(keys, id, site, SiteCards.NONE));
            keys.done();
            replica.ifPresent(spec -> add(spec, keys.at("id")));
        }
        return replicas;
    }

    private void served(SiteSection.PlannedSite planned) {
        Map<String, Integer> free = new LinkedHashMap<>();
        planned.cards().kinds().values().forEach(kind -> free.put(kind.profile().id(), kind.units()));
        for (Node item : planned.serve()) {
            Keys keys = reading.keys(item, "a served model");
            clean(() -> servedModel(keys, planned))
                    .filter(model -> isRoomFor(model, keys))
                    .ifPresent(model -> {
                        for (int i = 0; i < model.count(); i++) {
                            add(named(model.first()), keys.at());
                        }
                        if (planned.onDemand()
                                .filter(on -> on.takes(model.first()))
                                .isEmpty()) {
                            take(free, model, keys.at(), planned.cards());
                        }
                    });
        }
        sharedCards.put(planned.site().id(), free);
    }

    /** By site, cards that no replica has for itself, by accelerator id. */
    Map<String, Map<String, Integer>> sharedCards() {
        return sharedCards;
    }

    private boolean isRoomFor(ServedModel model, Keys keys) {
        boolean isRoom = replicas.size() + model.count() <= MOST_REPLICAS;
        if (!isRoom) {
            reading.problems().report(keys.at(), "this makes more than %d replicas.".formatted(MOST_REPLICAS));
        }
        return isRoom;
    }

    /** Some replicas of a model at a site, not yet named. */
    private record ServedModel(ServedReplica first, int count) {}

    private Optional<ServedModel> servedModel(Keys keys, SiteSection.PlannedSite planned) {
        int count = keys.optional("replicas", REPLICAS, 1);
        Optional<? extends ServedReplica> first =
                reader.read(keys, "?", planned.site().id(), planned.cards());
        keys.done();
        isComplete &= planned.cards().areAll();
        return planned.cards().areAll() ? first.map(spec -> new ServedModel(spec, count)) : Optional.empty();
    }

    /** What was read without a problem; a replica with one is left out, for it would cause others. */
    private <T> Optional<T> clean(Supplier<? extends Optional<? extends T>> read) {
        int before = reading.problems().count();
        Optional<? extends T> replica = read.get();
        if (reading.problems().count() == before) {
            return replica.map(found -> found);
        }
        isComplete = false;
        return Optional.empty();
    }

    /** Whether every replica could be read. */
    boolean isComplete() {
        return isComplete;
    }

    private void add(ServedReplica replica, Place at) {
        ids.claim(replica.id(), at);
        replicas.add(new PlannedReplica(replica, at));
    }

    /** The next number of its model at its site: {@code muc/llama-3.1-8b/1}. */
    private ServedReplica named(ServedReplica replica) {
        String name = replica.siteId() + "/" + replica.model().id();
        int n = replicasByName.merge(name, 1, Integer::sum);
        return replica.withId(name + "/" + n);
    }

    private void take(Map<String, Integer> free, ServedModel served, Place at, SiteCards cards) {
        ServedReplica replica = served.first();
        String id = replica.accelerator().id();
        long need = (long) served.count() * replica.accelerators();
        int has = free.getOrDefault(id, 0);
        if (need > has) {
            reading.problems()
                    .report(
                            at,
                            "%d x %s with %s need %d %s, and the site has %d that are free."
                                    .formatted(
                                            served.count(),
                                            replica.model().id(),
                                            sharing(replica),
                                            need,
                                            nameOf(id, cards),
                                            has),
                            free.containsKey(id) ? Optional.empty() : partsOf(id, cards));
        }
        free.put(id, (int) Math.max(0, has - need));
    }

    private static String sharing(ServedReplica replica) {
        return (replica instanceof ReplicaSpec decoder ? decoder.parallelism() : Parallelism.NONE).label();
    }

    private static String nameOf(String profileId, SiteCards cards) {
        return cards.kinds().values().stream()
                .filter(kind -> kind.profile().id().equals(profileId))
                .map(CardKind::name)
                .findFirst()
                .orElse(profileId);
    }

    /** Of a card that the site has, but cut: an instance of it was perhaps meant. */
    private static Optional<String> partsOf(String cardId, SiteCards cards) {
        List<String> parts = cards.kinds().values().stream()
                .filter(kind -> kind.cardId().equals(cardId))
                .map(CardKind::name)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of("Maybe %s?".formatted(String.join(" or ", parts)));
    }
}
