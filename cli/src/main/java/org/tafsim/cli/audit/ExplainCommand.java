package org.tafsim.cli.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.rules.RulesCommand;
import org.tafsim.experiment.audit.LoggedDecision;
import org.tafsim.experiment.audit.LoggedDecision.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says in plain words what was decided about a request, or what a rule asks and what it did in a run. */
@Command(
        name = "explain",
        header = "Say in plain words why a request went where it went, or what a rule asks.",
        description =
                "Requests are named by application and number, and must be in the log of decisions that run --decisions "
                        + "wrote: those that found no lawful place or broke a rule always are, others as a sample.%n",
        footer = {
            "  tafsim explain telemedicine/17 --run my-run",
            "  tafsim explain telemedicine/17 --run my-run --policy nearest",
            "  tafsim explain R05-health-de",
            "  tafsim explain R05-health-de --run my-run"
        })
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "REQUEST|RULE", description = "E.g. voice/17, or R01-gdpr-transfer.")
    private String subject = "";

    @Option(names = "--run", paramLabel = "DIR", description = "Folder of a run with a log of decisions.")
    private @Nullable Path run;

    @Option(names = "--policy", paramLabel = "LABEL", description = "Decisions under this policy only.")
    private @Nullable String policy;

    @Option(names = "--replication", paramLabel = "N", description = "Decisions of this replication (default: 0).")
    private int replication;

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (subject.contains("/")) {
            explainRequest();
        } else {
            RulesCommand.explain(terminal, subject);
            if (run != null) {
                countRefusals(DecisionLogFile.of(run));
            }
        }
        return ExitCodes.OK;
    }

    private void explainRequest() throws IOException {
        if (run == null) {
            throw new InvalidInputException("which run's %s? Name its folder, e.g. --run my-run.".formatted(subject));
        }
        Path log = DecisionLogFile.of(run);
        List<LoggedDecision> found = new ArrayList<>();
        LoggedDecision.read(log, decision -> {
            if (decision.request().equals(subject)
                    && decision.replication() == replication
                    && (policy == null || decision.policy().equals(policy))) {
                found.add(decision);
            }
        });
        if (found.isEmpty()) {
            throw new InvalidInputException(
                    "%s: no decision about '%s' in replication %d was written down. Maybe --decisions=1 writes them all down."
                            .formatted(log, subject, replication));
        }
        found.forEach(this::explain);
        terminal.out().println(RulesCommand.NOTICE);
    }

    private void explain(LoggedDecision decision) {
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
        decision.refusals().forEach(this::explain);
        out.println();
    }

    private static String choice(LoggedDecision decision) {
        return decision.chosen()
                .map(site -> "the policy chose " + site
                        + (decision.isLawful() ? "" : ", which was not: by way of degradation, redaction or exception"))
                .orElse("it went nowhere");
    }

    private void explain(Refusal refusal) {
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

    private void countRefusals(Path log) throws IOException {
        long[] counts = new long[3];
        LoggedDecision.read(log, decision -> {
            counts[0]++;
            List<Refusal> said = decision.refusals().stream()
                    .filter(refusal -> refusal.rule().equals(subject))
                    .toList();
            counts[1] += said.isEmpty() ? 0 : 1;
            counts[2] += said.stream().anyMatch(refusal -> refusal.verdict().equals("UNKNOWN")) ? 1 : 0;
        });
        terminal.printWrapped(
                "",
                "In %s it spoke against places for %d of the %d requests written down, for %d of them because a fact was missing."
                        .formatted(log, counts[1], counts[0], counts[2]));
    }
}
