package org.tafsim.scenario.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A named set of countries, as rules speak of.
 *
 * @param id e.g. {@code EEA}
 * @param members in the order of the file
 * @param source where it comes from
 */
public record CountrySet(String id, List<Member> members, String source) {

    /**
     * A member.
     *
     * @param word a country's code, or another set's id
     * @param from first day of membership
     * @param until last day of membership
     */
    public record Member(String word, Optional<LocalDate> from, Optional<LocalDate> until) {

        boolean isMemberOn(LocalDate day) {
            return from.map(first -> !day.isBefore(first)).orElse(true)
                    && until.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /** Copies. */
    public CountrySet {
        members = List.copyOf(members);
    }
}
