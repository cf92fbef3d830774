package org.tafsim.model;

import java.util.List;

/**
 * One rule of law, certification or contract, reduced to what a simulator can check. Modelled, not legal advice.
 *
 * @param id e.g. {@code R01-gdpr-transfer}
 * @param anchor the text it stands on
 * @param status how binding that is
 * @param mode what happens when it is broken
 * @param stages at which it is checked
 * @param when requests and places it speaks about; empty {@link Condition.AllOf} for all
 * @param need what must hold there; empty {@link Condition.AllOf} where it only gives duties
 * @param duties that come with it
 */
public record Rule(
        String id,
        String anchor,
        Status status,
        Mode mode,
        List<Stage> stages,
        Condition when,
        Condition need,
        List<Duty> duties) {

    /** How binding the source is. */
    public enum Status {
        IN_FORCE,
        SOFT_LAW,
        CERTIFICATION,
        CONTRACT,
        PROPOSAL,
        DERIVED
    }

    /** What happens when a rule is broken. */
    public enum Mode {
        /** Places that break it are taken away before the policy looks. */
        ENFORCE,
        /** The policy may break it; every breach is counted. */
        AUDIT,
        /** Evaluated and counted apart; changes nothing. */
        SHADOW
    }

    /** Copies and checks. */
    public Rule {
        Require.name(id, "Rule");
        Require.name(anchor, "Rule " + id + ": its anchor");
        stages = List.copyOf(stages);
        duties = List.copyOf(duties);
        Require.positive(stages.size(), "Rule " + id, "number of stages");
    }

    /** A rule without duties. */
    public Rule(
            String id, String anchor, Status status, Mode mode, List<Stage> stages, Condition when, Condition need) {
        this(id, anchor, status, mode, stages, when, need, List.of());
    }

    /** The same rule in another mode. */
    public Rule withMode(Mode other) {
        return new Rule(id, anchor, status, other, stages, when, need, duties);
    }
}
