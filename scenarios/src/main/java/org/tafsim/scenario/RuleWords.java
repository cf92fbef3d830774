package org.tafsim.scenario;

import java.util.List;
import org.tafsim.scenario.source.Format;

/** Words that scenarios state and rules ask for; both read them here, so that a rule does not miss one for its spelling. */
final class RuleWords {

    private static final List<String> PURPOSES =
            List.of("service", "transmission", "billing", "value-added", "analytics", "training");

    /** What is special about data beside their class. */
    static final Format<String> FLAG =
            Format.word("a flag", List.of("secrecy", "children", "pseudonymised", "anonymised"));

    /** Why data are processed. */
    static final Format<String> PURPOSE = Format.word("a purpose", PURPOSES);

    /** What subjects consented to. */
    static final Format<String> CONSENT = Format.word("a purpose to consent to", PURPOSES);

    /** Risk class under the AI Act. */
    static final Format<String> RISK = Format.word("a risk class", List.of("minimal", "limited", "high"));

    /** What an operator bound itself to: secrecy, standard contractual clauses, the Data Privacy Framework. */
    static final Format<String> UNDERTAKING = Format.word("an undertaking", List.of("secrecy", "scc", "dpf"));

    /** How data are encrypted. */
    static final Format<String> ENCRYPTION =
            Format.word("a kind of encryption", List.of("none", "hop", "e2e", "e2e-to-TEE"));

    /** Whether tenants share a prefix cache. */
    static final Format<String> CACHE_SHARING = Format.word("a way to share caches", List.of("tenant", "shared"));

    private RuleWords() {}
}
