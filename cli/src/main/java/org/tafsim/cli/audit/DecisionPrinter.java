package org.tafsim.cli.audit;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tafsim.cli.console.Terminal;
import org.tafsim.experiment.audit.LoggedDecision;
import org.tafsim.experiment.audit.LoggedDecision.Refusal;

/** Says in words what was decided about a request. */
final class DecisionPrinter {

    private final Terminal terminal;

    DecisionPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(LoggedDecision decision) {
        PrintWriter out = terminal.out();
        out.println(terminal.outAnsi().string("@|bold " + decision.request() + "|@") + " under " + decision.policy()
                + ", replication " + decision.replication());
        terminal.printWrapped(
                "  ",
                "class %s, of people in %s; arrived at %s s from %s; %s"
                        .formatted(
                                decision.dataClass(),
                                decision.subject(),
                                seconds(decision.arrivedSeconds()),
                                decision.population(),
                                decision.outcome().replace('_', ' ')));
        terminal.printWrapped(
                "  ",
                "%d of %d sites with its model were lawful for it; %s"
                        .formatted(decision.lawfulSites(), decision.capableSites(), choice(decision)));
        decision.refusals().forEach(this::print);
        out.println();
    }

    private static String choice(LoggedDecision decision) {
        return decision.chosen()
                .map(site -> "the policy chose " + site
                        + (decision.isLawful() ? "" : ", which was not: by way of degradation, redaction or exception"))
                .orElse("it went nowhere");
    }

    private void print(Refusal refusal) {
        String places = refusal.places().entrySet().stream()
                .map(place -> place.getKey() + " (" + countries(place.getValue()) + ")")
                .collect(Collectors.joining(", "));
        String more = refusal.furtherPlaces() == 0 ? "" : " and %d more".formatted(refusal.furtherPlaces());
        terminal.printWrapped(
                "  - ",
                "%s %s at %s: %s%s".formatted(refusal.rule(), says(refusal), word(refusal.stage()), places, more));
        terminal.printWrapped("    ", "stands on " + refusal.anchor());
    }

    private static String says(Refusal refusal) {
        String verb = refusal.mode().equals("ENFORCE") ? "closed" : "would be broken";
        return refusal.verdict().equals("DENY") ? verb : verb + ", for a fact is missing,";
    }

    private static String countries(List<String> countries) {
        return countries.isEmpty() ? "not stated" : String.join(" ", countries);
    }

    private static String word(String stage) {
        return stage.toLowerCase(Locale.ROOT).replaceFirst("^s", "S").replace('_', ' ');
    }

    /** Milliseconds are enough for people. */
    private static String seconds(String nanos) {
        int dot = nanos.indexOf('.');
        return dot < 0 ? nanos : nanos.substring(0, Math.min(nanos.length(), dot + 4));
    }
}
