package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.Suggestions;

/** Reads what sites serve: under {@code serve} of a site, or under {@code replicas} of the scenario. */
final class ReplicaSection {

    private static final Format<Integer> REPLICAS = Quantities.count("2").that(n -> n <= 10_000, "not exceed 10000");

    /** In the whole scenario, so that a slip of the pen does not fill the memory. */
    private static final int MOST_REPLICAS = 100_000;

    private final Reading reading;
    private final Ids ids;
    private final Map<String, Integer> replicasByName = new LinkedHashMap<>();
    private final List<PlannedReplica> replicas = new ArrayList<>();
    private boolean isComplete = true;

    ReplicaSection(Reading reading) {
        this.reading = reading;
        this.ids = new Ids("replica", reading.problems());
    }

    /** A replica, and where the file speaks of it. */
    record PlannedReplica(ReplicaSpec spec, Place at) {}

    /** All replicas: those of the sites in their order, then those of the scenario. */
    List<PlannedReplica> read(Keys scenario, List<SiteSection.PlannedSite> sites, Format<String> siteReference) {
        sites.forEach(this::served);
        for (Node item : scenario.items("replicas")) {
            Keys keys = reading.keys(item, "a replica");
            String id = keys.required("id", Format.TEXT);
            String site = keys.required("site", siteReference);
            Optional<ReplicaSpec> replica = clean(() -> replica(keys, id, site, Optional.empty()));
            keys.done();
            replica.ifPresent(spec -> add(spec, keys.at("id")));
        }
        return replicas;
    }

    private void served(SiteSection.PlannedSite planned) {
        Map<String, Integer> free = new LinkedHashMap<>(planned.accelerators());
        planned.acceleratorsAt().forEach(this::checkKind);
        for (Node item : planned.serve()) {
            Keys keys = reading.keys(item, "a served model");
            clean(() -> servedModel(keys, planned)).ifPresent(model -> {
                for (int i = 0; i < model.count(); i++) {
                    add(named(model.first()), keys.at());
                }
                take(free, model, keys.at());
            });
        }
    }

    /** Some replicas of a model at a site, not yet named. */
    private record ServedModel(ReplicaSpec first, int count) {}

    private Optional<ServedModel> servedModel(Keys keys, SiteSection.PlannedSite planned) {
        int count = keys.optional("replicas", REPLICAS, 1);
        Optional<ReplicaSpec> first = replica(keys, "?", planned.site().id(), onlyKind(planned));
        keys.done();
        if (count > MOST_REPLICAS - replicas.size()) {
            reading.problems()
                    .report(
                            keys.at("replicas"),
                            "the sites' replicas are too many; a scenario has at most %d.".formatted(MOST_REPLICAS));
        }
        return first.map(spec -> new ServedModel(spec, count));
    }

    /** What was read without a problem; a replica with one is left out, for it would cause others. */
    private <T> Optional<T> clean(Supplier<Optional<T>> read) {
        int before = reading.problems().count();
        Optional<T> replica = read.get();
        if (reading.problems().count() == before) {
            return replica;
        }
        isComplete = false;
        return Optional.empty();
    }

    /** Whether every replica could be read. */
    boolean isComplete() {
        return isComplete;
    }

    private Optional<ReplicaSpec> replica(Keys keys, String id, String site, Optional<String> onlyKind) {
        Map<String, AcceleratorProfile> accelerators = reading.catalog().accelerators();
        ModelProfile model = keys.required(
                "model",
                Format.oneOf("a model of the catalog", reading.catalog().models()));
        Format<AcceleratorProfile> kind = Format.oneOf("an accelerator of the catalog", accelerators);
        AcceleratorProfile accelerator = onlyKind.isPresent() && accelerators.containsKey(onlyKind.get())
                ? keys.optional("accelerator", kind, accelerators.get(onlyKind.get()))
                : keys.required("accelerator", kind);
        int parallel = keys.optional("tensorParallel", Quantities.count("2"), 1);
        Precision precision = keys.find("precision")
                .map(node -> PrecisionReader.read(node, reading))
                .orElse(Precision.BF16);
        BatchLimits limits = limits(keys);
        Optional<StepConstants> constants = constants(keys, accelerator);
        return constants.flatMap(found -> reading.problems()
                .build(
                        keys.at(),
                        () -> new ReplicaSpec(id, site, model, accelerator, parallel, precision, limits, found)));
    }

    private Optional<StepConstants> constants(Keys keys, AcceleratorProfile accelerator) {
        String engine = keys.optional("engine", Format.TEXT, "vllm");
        Optional<StepConstants> exact =
                Optional.ofNullable(reading.catalog().engines().get(engine));
        Optional<StepConstants> found = exact.or(() -> reading.catalog().findConstants(engine, accelerator.id()));
        if (found.isEmpty()) {
            reading.problems()
                    .report(
                            keys.at("engine"),
                            "no step constants are known for the engine '%s' on %s."
                                    .formatted(engine, accelerator.id()),
                            Suggestions.maybe(engine, reading.catalog().engineNames()));
        }
        return found;
    }

    private BatchLimits limits(Keys replica) {
        Optional<Keys> stated = replica.mapping("limits", "the limits of a replica");
        if (stated.isEmpty()) {
            return BatchLimits.DEFAULT;
        }
        Keys keys = stated.get();
        BatchLimits usual = BatchLimits.DEFAULT;
        int batched = keys.optional("batchedTokens", Quantities.count("2048"), usual.batchedTokens());
        int sequences = keys.optional("sequences", Quantities.count("256"), usual.sequences());
        int block = keys.optional("blockTokens", Quantities.count("16"), usual.blockTokens());
        double memory = keys.optional("memoryFraction", Quantities.FRACTION, usual.memoryFraction());
        var blocks = keys.optional("kvBlocks", Quantities.optionalCount("2588"), usual.kvBlocks());
        keys.done();
        return reading.problems()
                .build(keys.at(), () -> new BatchLimits(batched, sequences, block, memory, blocks))
                .orElse(usual);
    }

    private void add(ReplicaSpec replica, Place at) {
        ids.claim(replica.id(), at);
        replicas.add(new PlannedReplica(replica, at));
    }

    /** The next number of its model at its site: {@code muc/llama-3.1-8b/1}. */
    private ReplicaSpec named(ReplicaSpec replica) {
        String name = replica.siteId() + "/" + replica.model().id();
        int n = replicasByName.merge(name, 1, Integer::sum);
        return new ReplicaSpec(
                name + "/" + n,
                replica.siteId(),
                replica.model(),
                replica.accelerator(),
                replica.tensorParallel(),
                replica.precision(),
                replica.limits(),
                replica.constants());
    }

    private void take(Map<String, Integer> free, ServedModel served, Place at) {
        ReplicaSpec replica = served.first();
        String kind = replica.accelerator().id();
        long need = (long) served.count() * replica.tensorParallel();
        int has = free.getOrDefault(kind, 0);
        if (need > has) {
            reading.problems()
                    .report(
                            at,
                            "%d x %s with tensor parallel %d need %d %s, and the site has %d that are free."
                                    .formatted(
                                            served.count(),
                                            replica.model().id(),
                                            replica.tensorParallel(),
                                            need,
                                            kind,
                                            has));
        }
        free.put(kind, (int) Math.max(0, has - need));
    }

    private void checkKind(String kind, Place at) {
        Map<String, AcceleratorProfile> known = reading.catalog().accelerators();
        if (!known.containsKey(kind)) {
            reading.problems()
                    .report(
                            at,
                            "\"%s\" is not an accelerator of the catalog.".formatted(kind),
                            Suggestions.maybe(kind, known.keySet()));
        }
    }

    private static Optional<String> onlyKind(SiteSection.PlannedSite planned) {
        return planned.accelerators().size() == 1
                ? planned.accelerators().keySet().stream().findFirst()
                : Optional.empty();
    }
}
