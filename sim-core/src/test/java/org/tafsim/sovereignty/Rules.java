package org.tafsim.sovereignty;

import java.util.List;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Rule;
import org.tafsim.model.Stage;

/** Rules and conditions in few words, for tests. */
final class Rules {

    static final Condition ALWAYS = new Condition.AllOf(List.of());
    static final List<Stage> EVERY_STAGE = List.of(Stage.values());

    private Rules() {}

    /** An enforced rule about processing. */
    static Rule need(Condition need) {
        return rule("R", Rule.Mode.ENFORCE, List.of(Stage.S5_PROCESSING), ALWAYS, need);
    }

    /** An enforced rule about processing that speaks of some cases only. */
    static Rule need(Condition when, Condition need) {
        return rule("R", Rule.Mode.ENFORCE, List.of(Stage.S5_PROCESSING), when, need);
    }

    /** An enforced rule at one stage. */
    static Rule at(Stage stage, Condition need) {
        return rule("R", Rule.Mode.ENFORCE, List.of(stage), ALWAYS, need);
    }

    static Rule rule(String id, Rule.Mode mode, List<Stage> stages, Condition when, Condition need) {
        return new Rule(id, "test", Rule.Status.IN_FORCE, mode, stages, when, need);
    }

    static Condition in(Fact fact, String... words) {
        return new Condition.In(fact, List.of(words));
    }

    static Condition has(Fact fact, String... words) {
        return new Condition.Has(fact, List.of(words));
    }

    static Condition excludes(Fact fact, String... words) {
        return new Condition.Excludes(fact, List.of(words));
    }

    static Condition within(Fact fact, Fact other) {
        return new Condition.Within(fact, other);
    }

    static Condition all(Condition... parts) {
        return new Condition.AllOf(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new Condition.AnyOf(List.of(parts));
    }

    static Condition atLeast(DataClass dataClass) {
        return new Condition.ClassAtLeast(dataClass);
    }
}
