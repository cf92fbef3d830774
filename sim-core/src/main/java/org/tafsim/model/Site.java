package org.tafsim.model;

import java.util.List;

/**
 * A place with accelerators.
 *
 * @param id unique
 * @param city for people
 * @param countryCode whose soil it stands on
 * @param location where it stands
 * @param tier how far up the network
 * @param operatorId the legal entity that runs it
 * @param custody where its keys, logs and support staff are, and its certificates
 * @param uplinkBitsPerSecond capacity of its connection to the transport network, each way (bit/s)
 * @param trust what it depends on, and how it was graded
 */
public record Site(
        String id,
        String city,
        String countryCode,
        GeoPoint location,
        Tier tier,
        String operatorId,
        Custody custody,
        double uplinkBitsPerSecond,
        Trust trust) {

    /**
     * What the law asks about a site beside its address. An empty list of countries means "not stated": rules that need it
     * answer UNKNOWN, which never opens a place.
     *
     * @param certificates held and current, e.g. {@code C5-T2}, {@code HDS}, {@code SecNumCloud}
     * @param keyCountries countries of those who hold the keys (ISO codes)
     * @param logCountries countries in which its logs and telemetry end up (ISO codes)
     * @param supportCountries countries from which it is administered (ISO codes)
     */
    public record Custody(
            List<String> certificates,
            List<String> keyCountries,
            List<String> logCountries,
            List<String> supportCountries) {

        /** Copies. */
        public Custody {
            certificates = List.copyOf(certificates);
            keyCountries = List.copyOf(keyCountries);
            logCountries = List.copyOf(logCountries);
            supportCountries = List.copyOf(supportCountries);
        }
    }

    /** The same site with the certificates that a change leaves it. */
    Site after(LegalChange change) {
        List<String> certificates = change.certificates().get(id);
        if (certificates == null) {
            return this;
        }
        Custody changed =
                new Custody(certificates, custody.keyCountries(), custody.logCountries(), custody.supportCountries());
        return new Site(id, city, countryCode, location, tier, operatorId, changed, uplinkBitsPerSecond, trust);
    }

    /** A site of which neither grades nor services are stated. */
    public Site(
            String id,
            String city,
            String countryCode,
            GeoPoint location,
            Tier tier,
            String operatorId,
            Custody custody,
            double uplinkBitsPerSecond) {
        this(id, city, countryCode, location, tier, operatorId, custody, uplinkBitsPerSecond, Trust.UNSTATED);
    }

    /** Checks. */
    public Site {
        Require.name(id, "Site");
        Require.positive(uplinkBitsPerSecond, "Site " + id, "uplink (bit/s)");
    }
}
