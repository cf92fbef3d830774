package org.tafsim.model;

import java.util.List;

/**
 * A service that sites depend on or hand data to: a log sink, a backup, an identity provider, a model registry, a support
 * desk. It has a place and an actor of its own, and both count in law.
 *
 * @param id as sites refer to it
 * @param countries where it is; empty where nobody says
 * @param operatorId who runs it
 * @param certificates held and current
 * @param keyCountries countries of those who hold the keys to what it stores; empty where nobody says
 */
public record Service(
        String id, List<String> countries, String operatorId, List<String> certificates, List<String> keyCountries) {

    /** Copies and checks. */
    public Service {
        Require.name(id, "Service");
        countries = List.copyOf(countries);
        certificates = List.copyOf(certificates);
        keyCountries = List.copyOf(keyCountries);
    }
}
