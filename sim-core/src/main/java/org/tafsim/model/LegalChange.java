package org.tafsim.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change of law, ownership or certificates during a run; what it does not name stays as it was.
 *
 * @param atNanos when (ns since the start of the run)
 * @param label for people, e.g. {@code CH leaves ADEQUATE}
 * @param rules all rules from then on; empty where none changes
 * @param operators as they are from then on, in place of those of the same id
 * @param certificates of sites from then on, by site
 */
public record LegalChange(
        long atNanos,
        String label,
        Optional<List<Rule>> rules,
        List<Operator> operators,
        Map<String, List<String>> certificates) {

    /** Copies and checks. */
    public LegalChange {
        Require.positive(atNanos, "Change " + label, "time (ns)");
        rules = rules.map(List::copyOf);
        operators = List.copyOf(operators);
        certificates = Collections.unmodifiableMap(new TreeMap<>(certificates));
    }

    /** Whether anything changes but the text of the law. */
    public boolean changesActors() {
        return !operators.isEmpty() || !certificates.isEmpty();
    }
}
