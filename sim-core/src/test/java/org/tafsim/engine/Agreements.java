package org.tafsim.engine;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tafsim.model.Contract;
import org.tafsim.model.ContractCapacity;
import org.tafsim.model.ContractPrice;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FederationSpec;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Tenant;

/** Contracts of tests, in the small world. */
final class Agreements {

    static final long SECOND = 1_000_000_000L;

    private Agreements() {}

    /** Everybody is at home at the operator of the UPF. */
    static FederationSpec federation(Contract... contracts) {
        return new FederationSpec(Map.of(), List.of(contracts));
    }

    /** The app is at home at Virginia's operator. */
    static FederationSpec ofTheCloud(Contract... contracts) {
        return new FederationSpec(Map.of("chat", "cloud"), List.of(contracts));
    }

    /** All that a partner has, without bounds, for nothing. */
    static Contract with(String partner) {
        return with(partner, ContractCapacity.UNBOUND, ContractPrice.FREE);
    }

    /** All that a partner has. */
    static Contract with(String partner, ContractCapacity capacity, ContractPrice price) {
        return between(partner, capacity, price, 0, OptionalLong.empty());
    }

    /** All that a partner has, for a time (ns). */
    static Contract between(
            String partner, ContractCapacity capacity, ContractPrice price, long from, OptionalLong until) {
        return at(partner + "-contract", partner, FaultScope.ALL, capacity, price, from, until);
    }

    /** Some sites of a partner. */
    static Contract at(
            String id,
            String partner,
            FaultScope zones,
            ContractCapacity capacity,
            ContractPrice price,
            long from,
            OptionalLong until) {
        return new Contract(
                id, List.of(), partner, zones, List.of(), List.of(), List.of(), capacity, price, from, until);
    }

    /** Virginia, for some data of some users. */
    static Contract covering(List<DataClass> classes, List<String> origins) {
        return new Contract(
                "narrow",
                List.of("telco"),
                "cloud",
                FaultScope.ALL,
                List.of("chat"),
                classes,
                origins,
                ContractCapacity.UNBOUND,
                ContractPrice.FREE,
                0,
                OptionalLong.empty());
    }

    /** So many requests in a second, counted over a window (ns). */
    static ContractCapacity rate(double perSecond, long windowNanos) {
        return new ContractCapacity(OptionalInt.empty(), OptionalDouble.of(perSecond), windowNanos);
    }

    /** An app whose requests without a place are held. */
    static DataTerms patient(long nanos) {
        return otherwise(new OnInfeasible.Queue(nanos));
    }

    /** An app whose requests without a place are treated in a way. */
    static DataTerms otherwise(OnInfeasible way) {
        return new DataTerms(List.of(), "service", List.of(), "minimal", List.of(), Tenant.UNSTATED, way);
    }
}
