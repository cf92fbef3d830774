package org.tafsim.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * What an operator lets another's applications do at its sites: the agreement behind an edge cloud zone that is shared over the
 * east–west interface of GSMA's Operator Platform. It opens no place to which the law is closed.
 *
 * @param id unique
 * @param homeIds operators whose applications may come; those of every other operator where empty
 * @param partnerId the operator whose sites they may come to
 * @param zones which of its sites; all where nothing is stated
 * @param appIds applications that may come; all where empty
 * @param classes data that may come; all where empty
 * @param origins countries of the users whose requests may come (ISO codes); all where empty
 * @param capacity how many at most
 * @param price what they pay
 * @param fromNanos from when it holds (ns since the start of the run), at least 0
 * @param untilNanos when it ends, if it does: later than it begins; what is under way then stays
 */
public record Contract(
        String id,
        List<String> homeIds,
        String partnerId,
        FaultScope zones,
        List<String> appIds,
        List<DataClass> classes,
        List<String> origins,
        ContractCapacity capacity,
        ContractPrice price,
        long fromNanos,
        OptionalLong untilNanos) {

    /** Copies and checks. */
    public Contract {
        Require.name(id, "Contract");
        homeIds = List.copyOf(homeIds);
        appIds = List.copyOf(appIds);
        classes = List.copyOf(classes);
        origins = List.copyOf(origins);
        Require.atLeastZero(fromNanos, "Contract " + id, "from (ns)");
        if (untilNanos.isPresent() && untilNanos.getAsLong() <= fromNanos) {
            throw new IllegalArgumentException("Contract %s: until must be later than from.".formatted(id));
        }
        if (homeIds.contains(partnerId)) {
            throw new IllegalArgumentException(
                    "Contract %s: %s needs no contract with itself.".formatted(id, partnerId));
        }
    }

    /** Whether it holds at a time (ns since the start of the run). */
    public boolean isInForce(long nanos) {
        return nanos >= fromNanos && (untilNanos.isEmpty() || nanos < untilNanos.getAsLong());
    }

    /** Whether it lets a home operator's requests come, from users of a country. */
    public boolean covers(String homeId, String appId, DataClass dataClass, String origin) {
        return isAmong(homeIds, homeId)
                && isAmong(appIds, appId)
                && isAmong(classes, dataClass)
                && isAmong(origins, origin);
    }

    /** Whether it opens a site. */
    public boolean opens(Site site) {
        return site.operatorId().equals(partnerId) && zones.includes(site);
    }

    private static <T> boolean isAmong(List<T> stated, T one) {
        return stated.isEmpty() || stated.contains(one);
    }
}
