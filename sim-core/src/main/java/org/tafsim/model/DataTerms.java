package org.tafsim.model;

import java.util.List;

/**
 * What is known of an application's data beside its class.
 *
 * @param flags orthogonal to the class, as rules name them: {@code secrecy}, {@code children}, {@code pseudonymised},
 *     {@code anonymised}
 * @param purpose e.g. {@code service}, {@code transmission}, {@code billing}
 * @param consents given by the subjects, as rules name them
 * @param aiActRisk {@code minimal}, {@code limited} or {@code high}
 * @param assets left behind by every request
 * @param tenant on whose behalf
 * @param onInfeasible what becomes of requests without a lawful place
 */
public record DataTerms(
        List<String> flags,
        String purpose,
        List<String> consents,
        String aiActRisk,
        List<AssetSpec> assets,
        Tenant tenant,
        OnInfeasible onInfeasible) {

    /** An ordinary service: no flags, no consents, nothing left behind. */
    public static final DataTerms ORDINARY = new DataTerms(
            List.of(), "service", List.of(), "minimal", List.of(), Tenant.UNSTATED, new OnInfeasible.Reject());

    /** Copies. */
    public DataTerms {
        flags = List.copyOf(flags);
        consents = List.copyOf(consents);
        assets = List.copyOf(assets);
    }
}
