package org.tafsim.model;

/**
 * A user plane function: where traffic leaves the 5G network. Every request passes its population's UPF, so that an edge site
 * beside the cell gains nothing while the UPF is far away.
 *
 * @param id unique
 * @param city for people
 * @param countryCode whose soil it stands on
 * @param location where it stands
 * @param operatorId who runs it
 */
public record Upf(String id, String city, String countryCode, GeoPoint location, String operatorId) {

    /** Checks. */
    public Upf {
        Require.name(id, "UPF");
    }
}
