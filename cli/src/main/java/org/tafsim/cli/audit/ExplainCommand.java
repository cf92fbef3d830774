package org.tafsim.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.rules.RulesCommand;
import org.tafsim.experiment.audit.LoggedDecision;
import org.tafsim.experiment.audit.LoggedDecision.Refusal;
import org.tafsim.store.RequestFinder;
import org.tafsim.store.StoredRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says in plain words what was decided about a request, or what a rule asks and what it did in a run. */
@Command(
        name = "explain",
        header = "Say in plain words why a request went where it went and where its time went, or what a rule asks.",
        description =
                "Requests are named by application and number. Why: from the log of decisions that run --decisions wrote, in "
                        + "which are all that found no lawful place or broke a rule, and a sample of others. Where its time went: "
                        + "from the file that run --requests wrote. One of the two is enough.%n",
        footer = {
            "  tafsim explain telemedicine/17 --run my-run",
            "  tafsim explain telemedicine/17 --run my-run --policy nearest",
            "  tafsim explain telemedicine/17 --run my-run --json",
            "  tafsim explain R05-health-de",
            "  tafsim explain R05-health-de --run my-run"
        })
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "REQUEST|RULE", description = "E.g. voice/17, or R01-gdpr-transfer.")
    private String subject = "";

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "Folder of a run with a log of decisions, or with requests.")
    private @Nullable Path run;

    @Option(names = "--policy", paramLabel = "LABEL", description = "Under this policy only.")
    private @Nullable String policy;

    @Option(names = "--replication", paramLabel = "N", description = "In this replication (default: 0).")
    private int replication;

    @Option(names = "--json", description = "Print JSON, of a request.")
    private boolean isJson;

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (subject.contains("/")) {
            explainRequest();
        } else if (isJson) {
            throw new InvalidInputException("--json is for requests, e.g. voice/17.");
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
        Optional<Path> log = DecisionLogFile.find(run);
        Optional<RequestFinder> requests = RequestFinder.in(run);
        if (log.isEmpty() && requests.isEmpty()) {
            throw new InvalidInputException(
                    ("%s: there is neither a log of decisions nor a file of requests. Maybe run the scenario with --decisions. "
                                    + "Or with --requests, for where time went.")
                            .formatted(run));
        }
        List<LoggedDecision> decided = log.isPresent() ? decisions(log.get()) : List.of();
        List<StoredRequest> times = requests.isPresent() ? times(requests.get()) : List.of();
        if (decided.isEmpty() && times.isEmpty()) {
            throw new InvalidInputException(nothing(log, requests));
        }
        if (isJson) {
            Json.print(terminal.out(), ExplainedRequest.of(subject, replication, decided, times));
            return;
        }
        decided.forEach(new DecisionPrinter(terminal)::print);
        times.forEach(request -> new TimelinePrinter(terminal).print(subject, request));
        if (!decided.isEmpty()) {
            terminal.out().println(RulesCommand.NOTICE);
        }
    }

    private String nothing(Optional<Path> log, Optional<RequestFinder> requests) {
        if (requests.isPresent()) {
            return "%s: there is no request '%s' in replication %d%s. Requests are called APP/NUMBER, from 0."
                    .formatted(
                            requests.get().file(),
                            subject,
                            replication,
                            policy == null ? "" : " under the policy '%s'".formatted(policy));
        }
        return "%s: no decision about '%s' in replication %d was written down. Maybe --decisions=1 writes them all down."
                .formatted(log.orElseThrow(), subject, replication);
    }

    private List<LoggedDecision> decisions(Path log) throws IOException {
        List<LoggedDecision> found = new ArrayList<>();
        LoggedDecision.read(log, decision -> {
            if (decision.request().equals(subject)
                    && decision.replication() == replication
                    && (policy == null || decision.policy().equals(policy))) {
                found.add(decision);
            }
        });
        return found;
    }

    private List<StoredRequest> times(RequestFinder requests) throws IOException {
        int slash = subject.lastIndexOf('/');
        String number = subject.substring(slash + 1);
        if (!number.matches("[0-9]{1,18}")) {
            return List.of();
        }
        return requests.find(subject.substring(0, slash), Long.parseLong(number), replication).stream()
                .filter(request -> policy == null || request.policy().equals(policy))
                .toList();
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
