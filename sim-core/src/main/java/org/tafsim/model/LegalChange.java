package org.tafsim.model;

import java.util.List;

/**
 * A change of law, ownership or certificates during a run. What is named replaces what had the same id before; everything else
 * stays.
 *
 * @param atNanos when (ns since the start of the run)
 * @param label for people, e.g. {@code CH leaves ADEQUATE}
 * @param rules as they read from then on
 * @param operators as they are from then on
 * @param sites as they are from then on; they stay where they are
 * @param services as they are from then on
 */
public record LegalChange(
        long atNanos,
        String label,
        List<Rule> rules,
        List<Operator> operators,
        List<Site> sites,
        List<Service> services) {

    /** Copies and checks. */
    public LegalChange {
        Require.positive(atNanos, "Change " + label, "time (ns)");
        rules = List.copyOf(rules);
        operators = List.copyOf(operators);
        sites = List.copyOf(sites);
        services = List.copyOf(services);
    }
}
