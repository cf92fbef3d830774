package org.tafsim.policies.deployment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.policies.Domains;
import org.tafsim.policies.Parameters;
import org.tafsim.policies.Weights;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.DeploymentView;
import org.tafsim.policy.PolicyContext;

/**
 * One replica after the other, each in the domain that has fewest for its weight, or, to pack, in the one that has most and room. Within
 * a domain those that are on come first, of equals the first in scenario order.
 *
 * <p>Source: spread constraints, static weights and aggregation of Karmada's replica scheduling; topology spread of kube-scheduler.
 */
final class Spread implements DeploymentPolicy {

    private static final String BY = "by";
    private static final String WEIGHTS = "weights";

    /** Alike in all domains. */
    static final DeploymentPolicyType EVEN = new DeploymentType(
            "spread",
            "As many in each site (by) as in any other, as far as there are.",
            "Karmada spread constraints; kube-scheduler PodTopologySpread",
            List.of(BY),
            context -> new Spread(kind("spread", context), Map.of(), false));

    /** By weight. */
    static final DeploymentPolicyType WEIGHTED = new DeploymentType(
            "weighted-spread",
            "In each country (by) in proportion to its weight (weights, e.g. DE: 2, FR: 1; others 1).",
            "Karmada static weights",
            List.of(BY, WEIGHTS),
            Spread::weighted);

    /** In few. */
    static final DeploymentPolicyType PACK = new DeploymentType(
            "pack",
            "In as few sites (by) as can be: the one with most replicas first, of equals the one with most on.",
            "Karmada aggregated; OpenNebula packing",
            List.of(BY),
            context -> new Spread(kind("pack", context), Map.of(), true));

    private final Domains.Kind kind;
    private final Map<String, Double> weights;
    private final boolean packs;

    Spread(Domains.Kind kind, Map<String, Double> weights, boolean packs) {
        this.kind = kind;
        this.weights = weights;
        this.packs = packs;
    }

    private static Domains.Kind kind(String id, PolicyContext context) {
        return new Parameters(id, context).parsed(BY, "site", Domains.Kind::of);
    }

    private static DeploymentPolicy weighted(PolicyContext context) {
        Parameters parameters = new Parameters("weighted-spread", context);
        return new Spread(
                parameters.parsed(BY, "country", Domains.Kind::of),
                parameters.parsed(WEIGHTS, "", Weights::parse),
                false);
    }

    @Override
    public void place(DeploymentView view, int wanted, boolean[] chosen) {
        Map<String, Domain> domains = new LinkedHashMap<>();
        for (int place = 0; place < view.size(); place++) {
            String name = kind.nameOf(view.site(place), view.replica(place));
            domains.computeIfAbsent(name, key -> new Domain(weights.getOrDefault(key, 1.0)))
                    .add(place, view.isOn(place));
        }
        for (int count = 0; count < wanted; count++) {
            Domain next = null;
            for (Domain domain : domains.values()) {
                if (domain.hasRoom() && (next == null || domain.isBefore(next, packs))) {
                    next = domain;
                }
            }
            if (next != null) {
                chosen[next.take()] = true;
            }
        }
    }

    /** Places of one domain. */
    private static final class Domain {
        private final double weight;
        private int[] on = {};
        private int[] others = {};
        private int taken;

        private Domain(double weight) {
            this.weight = weight;
        }

        private void add(int place, boolean isOn) {
            if (isOn) {
                on = with(on, place);
            } else {
                others = with(others, place);
            }
        }

        private static int[] with(int[] places, int place) {
            int[] more = Arrays.copyOf(places, places.length + 1);
            more[places.length] = place;
            return more;
        }

        private int size() {
            return on.length + others.length;
        }

        private boolean hasRoom() {
            return taken < size();
        }

        private boolean isBefore(Domain other, boolean packs) {
            if (!packs) {
                double own = (taken + 1) / weight;
                double others = (other.taken + 1) / other.weight;
                return own < others || (own == others && on.length > taken && other.on.length <= other.taken);
            }
            if (taken > 0 != other.taken > 0) {
                return taken > 0;
            }
            return size() != other.size() ? size() > other.size() : on.length > other.on.length;
        }

        private int take() {
            int place = taken < on.length ? on[taken] : others[taken - on.length];
            taken++;
            return place;
        }
    }
}
