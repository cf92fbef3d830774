package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tafsim.life.CardGroupSpec;
import org.tafsim.life.OnDemandReplica;
import org.tafsim.life.SiteStoreSpec;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.LifeSpec;
import org.tafsim.model.OnDemandSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.serving.KvCapacity;

/** Which replicas of a scenario are on demand, and what they share: cards of one kind at one site are a group. */
final class OnDemandTable {
    private final Scenario scenario;
    private final List<OnDemandReplica> replicas = new ArrayList<>();
    private final List<CardGroupSpec> groups = new ArrayList<>();
    private final List<SiteStoreSpec> sites = new ArrayList<>();
    private final List<Integer> preloaded = new ArrayList<>();
    private final List<Integer> scenarioReplicas = new ArrayList<>();
    private final int[] numbers;

    OnDemandTable(Scenario scenario) {
        this.scenario = scenario;
        List<OnDemandSpec> all = scenario.life().map(LifeSpec::onDemand).orElse(List.of());
        numbers = new int[all.isEmpty() ? 0 : scenario.replicas().size()];
        Arrays.fill(numbers, -1);
        all.forEach(this::add);
    }

    private void add(OnDemandSpec here) {
        Map<String, Integer> groupOf = new LinkedHashMap<>();
        for (int replica = 0; replica < numbers.length; replica++) {
            ServedReplica served = scenario.replicas().get(replica);
            if (here.includes(served) && served instanceof ReplicaSpec spec) {
                int group = groupOf.computeIfAbsent(spec.accelerator().id(), id -> addGroup(here, spec.accelerator()));
                numbers[replica] = replicas.size();
                scenarioReplicas.add(replica);
                replicas.add(new OnDemandReplica(
                        sites.size(), group, spec.accelerators(), bytesPerCard(spec), weightBytes(spec)));
            }
        }
        sites.add(new SiteStoreSpec(here.hostBytes(), here.isOnDisk()));
        for (String model : here.loadedIds()) {
            IntStream.range(0, numbers.length)
                    .filter(replica -> here.includes(scenario.replicas().get(replica)))
                    .filter(replica ->
                            scenario.replicas().get(replica).model().id().equals(model))
                    .forEach(replica -> preloaded.add(numbers[replica]));
        }
    }

    private int addGroup(OnDemandSpec here, AcceleratorProfile card) {
        int count = here.cards().getOrDefault(card.id(), 0);
        groups.add(new CardGroupSpec(count, card.memoryBytes(), here.keepAliveNanos()));
        return groups.size() - 1;
    }

    private static long weightBytes(ReplicaSpec spec) {
        return (long) Math.ceil(spec.model().weightBytes(spec.precision()));
    }

    /** What the engine takes of each card: its share, or, where the KV pool is stated, what all needs that it holds. */
    private static long bytesPerCard(ReplicaSpec spec) {
        long memory = spec.accelerator().memoryBytes();
        if (spec.limits().kvBlocks().isEmpty()) {
            return (long) (spec.limits().memoryFraction() * memory);
        }
        KvCapacity capacity = KvCapacity.of(spec);
        double all = capacity.weightBytes() + capacity.reservedBytes() + capacity.poolBytes();
        return Math.min(memory, (long) Math.ceil(all / spec.accelerators()));
    }

    /** Whether there are any. */
    boolean isUsed() {
        return !replicas.isEmpty();
    }

    List<OnDemandReplica> replicas() {
        return replicas;
    }

    List<CardGroupSpec> groups() {
        return groups;
    }

    List<SiteStoreSpec> sites() {
        return sites;
    }

    /** Numbers of those that are ready at the start, in the order in which they are given room. */
    List<Integer> preloaded() {
        return preloaded;
    }

    /** Number of a replica of the scenario among those on demand; -1 where it is none. */
    int numberOf(int replica) {
        return numbers.length == 0 ? -1 : numbers[replica];
    }

    /** Scenario index of a replica on demand. */
    int replicaOf(int number) {
        return scenarioReplicas.get(number);
    }
}
