package org.tafsim.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Rules in one file. Modelled, not legal advice.
 *
 * @param id e.g. {@code eu-2026}
 * @param version of the file
 * @param description in one line
 * @param verifiedOn the day on which somebody last held it against its sources
 * @param reviewer who did so with a legal eye; {@code none} where nobody did
 * @param bases ids of the packs it extends
 * @param rules its own, in the order of the file
 * @param all those of its bases and its own, each once
 */
public record RulePack(
        String id,
        String version,
        String description,
        Optional<LocalDate> verifiedOn,
        String reviewer,
        List<String> bases,
        List<PackedRule> rules,
        List<PackedRule> all) {

    /** Copies. */
    public RulePack {
        bases = List.copyOf(bases);
        rules = List.copyOf(rules);
        all = List.copyOf(all);
    }
}
