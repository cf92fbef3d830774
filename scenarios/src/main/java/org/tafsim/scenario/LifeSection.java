package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tafsim.model.LifeSpec;
import org.tafsim.model.OnDemandSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.SwapSpec;
import org.tafsim.scenario.OnDemandReader.PlannedOnDemand;
import org.tafsim.scenario.ReplicaSection.PlannedReplica;
import org.tafsim.scenario.SiteSection.PlannedSite;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.Suggestions;

/** Reads how models are pulled and loaded, and puts together what sites load on demand. */
final class LifeSection {
    private final Reading reading;
    private final Format<String> site;

    LifeSection(Reading reading, Format<String> site) {
        this.reading = reading;
        this.site = site;
    }

    /** How models come to their accelerators, where the scenario says so. */
    Optional<LifeSpec> read(
            Keys scenario, List<PlannedSite> sites, List<PlannedReplica> replicas, ReplicaSection section) {
        List<OnDemandSpec> onDemand = new ArrayList<>();
        Optional<Keys> stated = scenario.mapping("life", "the life of models");
        for (PlannedSite planned : sites) {
            planned.onDemand()
                    .flatMap(here -> onDemand(planned.site().id(), here, replicas, section))
                    .ifPresent(onDemand::add);
            if (stated.isEmpty()) {
                planned.onDemand()
                        .ifPresent(here -> report(
                                here.at(),
                                "needs 'life' in the scenario, which says where images and weights come from."));
            }
        }
        return stated.flatMap(keys -> life(keys, onDemand));
    }

    private Optional<LifeSpec> life(Keys keys, List<OnDemandSpec> onDemand) {
        String registry = keys.required("registry", site);
        long image = keys.optional("image", Quantities.SIZE, LifeSpec.USUAL_IMAGE_BYTES);
        long start = keys.optional("engineStart", Quantities.DURATION, LifeSpec.USUAL_START_NANOS);
        long warmup = keys.optional("warmup", Quantities.DURATION, LifeSpec.USUAL_WARMUP_NANOS);
        double storage = keys.optional("storage", Quantities.BYTE_RATE, LifeSpec.USUAL_STORAGE_BYTES_PER_SECOND);
        double link = keys.optional("hostLink", Quantities.BYTE_RATE, SwapSpec.USUAL.bytesPerSecond());
        long disk = keys.optional("disk", Quantities.SIZE, LifeSpec.USUAL_DISK_BYTES);
        boolean keeps = keys.optional("keepOnDisk", Format.FLAG, true);
        keys.done();
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new LifeSpec(registry, image, start, warmup, storage, link, disk, keeps, onDemand));
    }

    private Optional<OnDemandSpec> onDemand(
            String siteId, PlannedOnDemand planned, List<PlannedReplica> replicas, ReplicaSection section) {
        List<ServedReplica> served = replicas.stream()
                .map(PlannedReplica::spec)
                .filter(replica -> replica.siteId().equals(siteId))
                .toList();
        List<ServedReplica> meant = served.stream().filter(planned::takes).toList();
        List<String> models =
                meant.stream().map(replica -> replica.model().id()).distinct().toList();
        int before = reading.problems().count();
        if (section.isComplete()) {
            planned.models().forEach(model -> checkModel(model, planned.modelsAt(), models, served));
            if (planned.models().isEmpty() && models.isEmpty()) {
                report(planned.at(), "the site serves no decoder, and only decoders can be on demand.");
            }
        }
        for (String loaded : planned.loaded()) {
            if (section.isComplete() && !models.contains(loaded)) {
                reading.problems()
                        .report(
                                planned.loadedAt(),
                                "the model '%s' is not on demand here.".formatted(loaded),
                                Suggestions.maybe(loaded, models));
            }
        }
        Map<String, Integer> cards = cards(
                meant,
                planned.cards().isEmpty() ? section.sharedCards().getOrDefault(siteId, Map.of()) : planned.cards());
        meant.stream().distinct().forEach(replica -> checkCards(replica, planned, cards));
        if (models.isEmpty() || reading.problems().count() > before) {
            return Optional.empty();
        }
        List<String> inOrder = planned.models().isEmpty() ? models : planned.models();
        return reading.problems()
                .build(
                        planned.at(),
                        () -> new OnDemandSpec(
                                siteId,
                                inOrder,
                                planned.loaded(),
                                cards,
                                planned.keepAliveNanos(),
                                planned.hostBytes(),
                                planned.isOnDisk()));
    }

    private void checkModel(String model, Place at, List<String> models, List<ServedReplica> served) {
        if (models.contains(model)) {
            return;
        }
        boolean isBatch =
                served.stream().anyMatch(replica -> replica.model().id().equals(model));
        if (isBatch) {
            report(at, "the model '%s' takes whole batches, and only decoders can be on demand.".formatted(model));
        } else {
            Set<String> known = served.stream()
                    .filter(ReplicaSpec.class::isInstance)
                    .map(replica -> replica.model().id())
                    .collect(Collectors.toCollection(TreeSet::new));
            reading.problems()
                    .report(
                            at,
                            "the site does not serve the model '%s'.".formatted(model),
                            Suggestions.maybe(model, known));
        }
    }

    /** Of these cards, those that the replicas use. */
    private static Map<String, Integer> cards(List<ServedReplica> replicas, Map<String, Integer> all) {
        Map<String, Integer> used = new LinkedHashMap<>();
        for (ServedReplica replica : replicas) {
            String id = replica.accelerator().id();
            int count = all.getOrDefault(id, 0);
            if (count > 0) {
                used.put(id, count);
            }
        }
        return used;
    }

    private void checkCards(ServedReplica replica, PlannedOnDemand planned, Map<String, Integer> cards) {
        int has = cards.getOrDefault(replica.accelerator().id(), 0);
        if (replica.accelerators() > has) {
            report(
                    planned.at(),
                    "%s needs %d %s, and models on demand share %d here."
                            .formatted(
                                    replica.model().id(),
                                    replica.accelerators(),
                                    replica.accelerator().id(),
                                    has));
        }
    }

    private void report(Place at, String what) {
        reading.problems().report(at, what);
    }
}
