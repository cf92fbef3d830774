package org.tafsim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tafsim.model.FaultKind;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;

/** Where requests may ever go: in some epoch of the law, as a rule or as an exception. Who is closed, or full, is not asked. */
final class FeasiblePlaces {
    private final List<AlikeReplicas> places = new ArrayList<>();
    private final List<PlacementIndex> epochs;
    private final int[] placeOfReplica;
    private final Map<Integer, int[]> known = new HashMap<>(); // by row; asked, never iterated
    private final Scenario scenario;
    private final AppVariants variants;

    /** Whether the law may see ways that are not known yet. */
    private final boolean isOpen;

    FeasiblePlaces(Scenario scenario, AppVariants variants, LawOfWays ways, List<PlacementIndex> epochs) {
        this.scenario = scenario;
        this.variants = variants;
        this.epochs = epochs;
        isOpen = ways.isConcerned() && scenario.faults().mayHit(FaultKind.TRANSPORT_LINK);
        placeOfReplica = new int[scenario.replicas().size()];
        Map<ServedReplica, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < placeOfReplica.length; i++) {
            alike.computeIfAbsent(scenario.replicas().get(i).withId("alike"), one -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> replicas : alike.values()) {
            replicas.forEach(replica -> placeOfReplica[replica] = places.size());
            places.add(new AlikeReplicas(epochs.get(0).siteOf(replicas.get(0)), replicas));
        }
    }

    List<AlikeReplicas> places() {
        return places;
    }

    /** Of an application or stage of one, and a population; rising, not to be changed. */
    int[] of(int asked, int population) {
        return known.computeIfAbsent(epochs.get(0).row(asked, population), row -> find(asked, row));
    }

    private int[] find(int asked, int row) {
        Set<Integer> found = new TreeSet<>();
        for (PlacementIndex epoch : epochs) {
            add(found, epoch.candidates(row));
            add(found, epoch.alternatives(row));
        }
        if (isOpen) {
            add(found, epochs.get(0).capable(asked));
            add(found, serving(variants.modelOf(asked)));
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] serving(String modelId) {
        return IntStream.range(0, placeOfReplica.length)
                .filter(replica -> scenario.replicas().get(replica).model().id().equals(modelId))
                .toArray();
    }

    private void add(Set<Integer> found, int[] replicas) {
        for (int replica : replicas) {
            found.add(placeOfReplica[replica]);
        }
    }
}
