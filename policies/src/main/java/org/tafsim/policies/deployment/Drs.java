package org.tafsim.policies.deployment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tafsim.policies.Domains;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.DeploymentView;
import org.tafsim.policy.PolicyContext;

/**
 * Keeps what is on and moves few, at most so many at a time. To pack, towards what {@link Spread#PACK} would choose. To balance, from one
 * replica to another as long as that lowers the sum over sites of demand² / replicas that are on there, which is least where demand per
 * replica is alike everywhere; a site without any counts as half a replica. Demand is that of users to whom no replica is nearer, the part
 * of the moment and the part to expect weighed as {@code predictive} says; to expect is the mean of what has been.
 *
 * <p>Source: the distributed resource scheduler of OpenNebula 7 (one_drs), an integer program there; here the best swap, one after the
 * other.
 */
final class Drs implements DeploymentPolicy {

    private static final String ID = "drs";
    private static final String MODE = "mode";
    private static final String MIGRATIONS = "migrations";
    private static final String PREDICTIVE = "predictive";

    /** Of what was expected, what is kept from decision to decision. */
    private static final double MEMORY = 0.8;

    /** What it is called and how it is built. */
    static final DeploymentPolicyType TYPE = new DeploymentType(
            ID,
            "Those on, less those moved to balance (mode) demand per replica or to pack sites: at most 2 (migrations).",
            "OpenNebula 7 one_drs",
            List.of(MODE, MIGRATIONS, PREDICTIVE),
            Drs::new);

    private final boolean packs;
    private final int mostMoves;
    private final double predictive;

    /** By replica. */
    private final Map<Integer, Double> expected = new HashMap<>(); // looked up, never iterated

    private Drs(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        packs = parameters.parsed(MODE, "balance", Drs::isPack);
        mostMoves = (int) parameters.number(MIGRATIONS, "2", 0, 1e6);
        predictive = parameters.share(PREDICTIVE, "30 %");
    }

    private static boolean isPack(String word) {
        if (!word.equals("balance") && !word.equals("pack")) {
            throw new IllegalArgumentException("expected balance or pack, found \"%s\".".formatted(word));
        }
        return word.equals("pack");
    }

    @Override
    public void place(DeploymentView view, int wanted, boolean[] chosen) {
        Ranked.keepOn(view, wanted, chosen);
        if (packs) {
            pack(view, wanted, chosen);
        } else {
            balance(view, demand(view), chosen);
        }
    }

    private void pack(DeploymentView view, int wanted, boolean[] chosen) {
        boolean[] target = new boolean[chosen.length];
        new Spread(Domains.Kind.SITE, Map.of(), true).place(view, wanted, target);
        int on = 0;
        int off = 0;
        for (int move = 0; move < mostMoves; move++) {
            while (on < chosen.length && (chosen[on] || !target[on])) {
                on++;
            }
            while (off < chosen.length && (!chosen[off] || target[off])) {
                off++;
            }
            if (on == chosen.length || off == chosen.length) {
                return;
            }
            chosen[on] = true;
            chosen[off] = false;
        }
    }

    private void balance(DeploymentView view, double[] demand, boolean[] chosen) {
        for (int move = 0; move < mostMoves; move++) {
            double best = cost(view, demand, chosen) * (1 - 1e-9);
            int from = -1;
            int to = -1;
            for (int off = 0; off < chosen.length; off++) {
                for (int on = 0; on < chosen.length; on++) {
                    if (chosen[off] && !chosen[on] && isElsewhere(view, off, on)) {
                        double cost = costAfter(view, demand, chosen, off, on);
                        if (cost < best) {
                            best = cost;
                            from = off;
                            to = on;
                        }
                    }
                }
            }
            if (from < 0) {
                return;
            }
            chosen[from] = false;
            chosen[to] = true;
        }
    }

    private static boolean isElsewhere(DeploymentView view, int off, int on) {
        return !view.site(off).id().equals(view.site(on).id());
    }

    private double[] demand(DeploymentView view) {
        return IntStream.range(0, view.size())
                .mapToDouble(place -> {
                    double now = view.nearestDemandPerSecond(place);
                    double mean = MEMORY * expected.getOrDefault(view.replicaIndex(place), now) + (1 - MEMORY) * now;
                    expected.put(view.replicaIndex(place), mean);
                    return (1 - predictive) * now + predictive * mean;
                })
                .toArray();
    }

    private static double costAfter(DeploymentView view, double[] demand, boolean[] chosen, int off, int on) {
        chosen[off] = false;
        chosen[on] = true;
        double cost = cost(view, demand, chosen);
        chosen[off] = true;
        chosen[on] = false;
        return cost;
    }

    private static double cost(DeploymentView view, double[] demand, boolean[] chosen) {
        Map<String, Double> demandOf = new LinkedHashMap<>();
        Map<String, Integer> onAt = new LinkedHashMap<>();
        for (int place = 0; place < chosen.length; place++) {
            demandOf.merge(view.site(place).id(), demand[place], Math::max); // all of a site are as near
            onAt.merge(view.site(place).id(), chosen[place] ? 1 : 0, Integer::sum);
        }
        double cost = 0;
        for (Map.Entry<String, Double> site : demandOf.entrySet()) {
            int on = onAt.getOrDefault(site.getKey(), 0);
            cost += site.getValue() * site.getValue() / (on == 0 ? 0.5 : on);
        }
        return cost;
    }
}
