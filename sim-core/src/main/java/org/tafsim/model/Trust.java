package org.tafsim.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a site depends on, and how it was graded.
 *
 * @param uses services by role
 * @param seal levels 0 to 4 of the eight objectives SOV-1 to SOV-8 of the Cloud Sovereignty Framework; empty where not graded
 * @param unionAssuranceLevel 1 to 4 of the proposed Cloud and AI Development Act; empty where not audited
 * @param cacheIsShared whether tenants share a prefix cache
 * @param encryption of what is at rest and under way, as rules name it: {@code none}, {@code hop}, {@code e2e},
 *     {@code e2e-to-TEE}; empty where nobody says
 */
public record Trust(
        Map<ServiceRole, Use> uses,
        List<Integer> seal,
        OptionalInt unionAssuranceLevel,
        boolean cacheIsShared,
        List<String> encryption) {

    /** Number of objectives of the Cloud Sovereignty Framework. */
    public static final int OBJECTIVES = 8;

    /** Nothing stated: no services, no grades. */
    public static final Trust UNSTATED = new Trust(Map.of(), List.of(), OptionalInt.empty(), false, List.of());

    /**
     * Use of a service.
     *
     * @param serviceId which
     * @param graceNanos how long the site goes on without it; that of the role where empty
     */
    public record Use(String serviceId, OptionalLong graceNanos) {}

    /** Copies and checks. */
    public Trust {
        EnumMap<ServiceRole, Use> ordered = new EnumMap<>(ServiceRole.class);
        ordered.putAll(uses);
        uses = Collections.unmodifiableMap(ordered);
        seal = List.copyOf(seal);
        encryption = List.copyOf(encryption);
        if (!(seal.isEmpty() || seal.size() == OBJECTIVES) || seal.stream().anyMatch(level -> level < 0 || level > 4)) {
            throw new IllegalArgumentException(
                    "A SEAL vector (%s) has eight levels from 0 to 4, one for each of SOV-1 to SOV-8.".formatted(seal));
        }
        if (unionAssuranceLevel.isPresent()
                && (unionAssuranceLevel.getAsInt() < 1 || unionAssuranceLevel.getAsInt() > 4)) {
            throw new IllegalArgumentException(
                    "A Union assurance level (%d) is one from 1 to 4.".formatted(unionAssuranceLevel.getAsInt()));
        }
    }
}
