package org.tafsim.scenario;

import java.util.Map;
import org.tafsim.model.DecisionSpec;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.PolicyChoice;
import org.tafsim.model.PolicySpec;
import org.tafsim.scenario.source.Format;

/** A policy as a resolved scenario states it. */
final class PolicyText {

    private PolicyText() {}

    static String of(PolicySpec policy) {
        Entry entry = new Entry().word("type", policy.type()).word("label", policy.label());
        parameters(entry, policy.parameters());
        policy.others().forEach((role, choice) -> entry.raw(role.word(), choice(choice)));
        if (!policy.decision().equals(DecisionSpec.INSTANT)) {
            entry.raw("decision", decision(policy.decision()));
        }
        if (!policy.fleet().equals(FleetSpec.USUAL)) {
            entry.raw("fleet", fleet(policy.fleet()));
        }
        return entry.toString();
    }

    private static void parameters(Entry entry, Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            Entry settings = new Entry();
            parameters.forEach(settings::word);
            entry.raw("parameters", settings.toString());
        }
    }

    private static String choice(PolicyChoice choice) {
        Entry entry = new Entry().word("type", choice.type());
        parameters(entry, choice.parameters());
        return entry.toString();
    }

    private static String decision(DecisionSpec decision) {
        return new Entry()
                .raw("time", YamlText.duration(decision.timeNanos()))
                .raw("perCandidate", YamlText.duration(decision.perCandidateNanos()))
                .raw("workers", Integer.toString(decision.workers()))
                .raw("window", YamlText.duration(decision.windowNanos()))
                .toString();
    }

    private static String fleet(FleetSpec fleet) {
        return new Entry()
                .raw("period", YamlText.duration(fleet.periodNanos()))
                .raw("start", YamlText.duration(fleet.startNanos()))
                .raw("least", Integer.toString(fleet.least()))
                .raw("moves", Integer.toString(fleet.moves()))
                .raw("by", Format.wordOf(fleet.group()))
                .toString();
    }
}
