package org.tafsim.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.TransportSpec;

/**
 * What can fail in a scenario. Replicas take the cards of their site one after the other, in scenario order and by accelerator;
 * those on demand go round the cards that they share.
 */
final class FaultParts {

    private final Scenario scenario;
    private final OnDemandTable onDemand;
    private final List<Map<String, int[]>> cardsOfSite = new ArrayList<>();

    /** First card and number of cards of every replica, of those of its accelerator at its site. */
    private final int[][] cardsOfReplica;

    FaultParts(Scenario scenario) {
        this.scenario = scenario;
        onDemand = new OnDemandTable(scenario);
        cardsOfReplica = new int[scenario.replicas().size()][];
        scenario.sites().forEach(site -> cardsOfSite.add(layOut(site)));
    }

    /** Puts the replicas of a site on cards; how many there are, by accelerator. */
    private Map<String, int[]> layOut(Site site) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        Map<Integer, int[]> shared = new LinkedHashMap<>(); // first card and next one, by group
        for (int replica : at(site)) {
            ServedReplica spec = scenario.replicas().get(replica);
            int[] count = counts.computeIfAbsent(spec.accelerator().id(), id -> new int[1]);
            int number = onDemand.numberOf(replica);
            if (number < 0) {
                cardsOfReplica[replica] = cards(count[0], spec.accelerators());
                count[0] += spec.accelerators();
            } else {
                int group = onDemand.replicas().get(number).group();
                int size = onDemand.groups().get(group).cards();
                int[] place = shared.computeIfAbsent(group, unused -> new int[] {count[0], 0});
                count[0] = Math.max(count[0], place[0] + size);
                cardsOfReplica[replica] = IntStream.range(place[1], place[1] + spec.accelerators())
                        .map(card -> place[0] + card % size)
                        .toArray();
                place[1] += spec.accelerators();
            }
        }
        return counts;
    }

    private static int[] cards(int first, int number) {
        return IntStream.range(first, first + number).toArray();
    }

    private int[] at(Site site) {
        return IntStream.range(0, scenario.replicas().size())
                .filter(replica -> scenario.replicas().get(replica).siteId().equals(site.id()))
                .toArray();
    }

    /** What is of a kind within a scope, in scenario order; what no replica needs is left out, but for the control plane. */
    List<FaultPart> of(FaultKind kind, FaultScope scope) {
        if (kind == FaultKind.CONTROL_PLANE) {
            return List.of(new FaultPart("all", kind));
        }
        if (kind == FaultKind.TRANSPORT_LINK) {
            return links(scope);
        }
        List<FaultPart> parts = new ArrayList<>();
        for (int site = 0; site < scenario.sites().size(); site++) {
            if (scope.includes(scenario.sites().get(site))) {
                switch (kind) {
                    case NODE -> addCards(parts, kind, site, scenario.faults().acceleratorsPerNode());
                    case ACCELERATOR -> addCards(parts, kind, site, 1);
                    default ->
                        parts.add(new FaultPart(
                                scenario.sites().get(site).id(),
                                kind,
                                at(scenario.sites().get(site))));
                }
            }
        }
        parts.removeIf(FaultPart::isIdle);
        return parts;
    }

    private List<FaultPart> links(FaultScope scope) {
        if (!(scenario.transport() instanceof TransportSpec.Graph graph)) {
            return List.of();
        }
        List<String> names = graph.linkNames();
        return scope.linksOf(graph).stream()
                .map(link -> FaultPart.ofLink(names.get(link), link))
                .toList();
    }

    /** Cards of a site, so many at a time. */
    private void addCards(List<FaultPart> parts, FaultKind kind, int site, int together) {
        Site at = scenario.sites().get(site);
        cardsOfSite.get(site).forEach((accelerator, count) -> {
            for (int number = 0; number * together < count[0]; number++) {
                int place = number;
                int[] replicas = IntStream.of(at(at))
                        .filter(replica -> scenario.replicas()
                                .get(replica)
                                .accelerator()
                                .id()
                                .equals(accelerator))
                        .filter(replica ->
                                IntStream.of(cardsOfReplica[replica]).anyMatch(card -> card / together == place))
                        .toArray();
                parts.add(new FaultPart("%s/%s/%d".formatted(at.id(), accelerator, place), kind, replicas));
            }
        });
    }
}
