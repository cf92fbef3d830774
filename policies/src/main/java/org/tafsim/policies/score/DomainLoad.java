package org.tafsim.policies.score;

import java.util.Arrays;
import org.tafsim.policies.Domains;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/**
 * Requests in flight in each country, site, operator or tier, of the candidates that are left.
 *
 * <p>Source: PodTopologySpread of kube-scheduler, with requests in flight for pods.
 */
final class DomainLoad implements Scorer {

    private final Domains domains;
    private long[] inFlight = {}; // by domain
    private int[] domainOf = {}; // by position

    DomainLoad(Domains domains) {
        this.domains = domains;
    }

    /** Fills {@link Round#values} with the load of each one's domain; the least of them. */
    private long count(CandidatesView view, Round round) {
        int last = readDomains(view, round);
        if (last >= inFlight.length) {
            inFlight = new long[2 * last + 4];
        }
        Arrays.fill(inFlight, 0, last + 1, 0);
        for (int k = 0; k < round.count; k++) {
            inFlight[domainOf[k]] += view.inFlightRequests(round.kept[k]);
        }
        long least = Long.MAX_VALUE;
        for (int k = 0; k < round.count; k++) {
            long load = inFlight[domainOf[k]];
            round.values[k] = load;
            least = load < least ? load : least;
        }
        return least;
    }

    /** The highest number of a domain. */
    private int readDomains(CandidatesView view, Round round) {
        if (domainOf.length < round.count) {
            domainOf = new int[round.count];
        }
        int last = 0;
        for (int k = 0; k < round.count; k++) {
            int domain = domains.of(view, round.kept[k]);
            domainOf[k] = domain;
            last = domain > last ? domain : last;
        }
        return last;
    }

    /** Those with which no domain's count would be further above the least than {@code skew}. */
    Filter within(long skew) {
        return (request, view, round) -> {
            long least = count(view, round);
            return round.keepAtMost(least + skew - 1.0);
        };
    }

    @Override
    public void add(RequestView request, CandidatesView view, Round round, double weight) {
        count(view, round);
        round.addLeastFirst(weight);
    }
}
