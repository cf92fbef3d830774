package org.tafsim.plugins.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.external.ExternalSettings;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.WindowView;

/** A program that decides for one run. Where it fails, another policy goes on, or the run ends, as its settings say. */
final class ExternalPolicy implements BatchRoutingPolicy, Closeable {

    /** Version of the protocol; raised where a program of before would no longer understand it. */
    static final int PROTOCOL = 1;

    /** Outcomes wait for the next question; so many bytes of them do not. */
    private static final int MOST_WAITING_BYTES = 1 << 16;

    private final PolicySpec policy;
    private final ExternalSettings settings;
    private final Consumer<String> notices;
    private final PolicyProcess process;
    private final LineBuffer lines = new LineBuffer();
    private final MessageWriter messages = new MessageWriter(lines);
    private final Ready ready;
    private final DecisionReader answers;
    private final boolean tellsOutcomes;
    private final int[] single = new int[1];
    private int[] candidateCounts = new int[1];
    private long decisions;
    private boolean hasFailed;
    private @Nullable RoutingPolicy fallback;

    private ExternalPolicy(
            Scenario scenario,
            PolicySpec policy,
            int replication,
            ExternalSettings settings,
            PolicyProcess process,
            Consumer<String> notices) {
        this.policy = policy;
        this.settings = settings;
        this.process = process;
        this.notices = notices;
        messages.hello(scenario, policy, replication);
        ready = ReadyReader.read(process.ask(lines, settings.startNanos()).text());
        answers = new DecisionReader(ready.refusalReasons());
        tellsOutcomes = ready.wantsOutcomes() && settings.tellsOutcomes();
    }

    /**
     * Starts a program, and waits until it is ready.
     *
     * @param folder in which it is started
     * @param notices takes what it writes to its standard error, a line each
     * @throws IOException where it cannot be started, or does not become ready
     */
    static ExternalPolicy start(
            Scenario scenario,
            PolicySpec policy,
            int replication,
            ExternalSettings settings,
            Path folder,
            Consumer<String> notices)
            throws IOException {
        PolicyProcess process = PolicyProcess.start(settings.command(), folder, policy.label(), notices);
        try {
            return new ExternalPolicy(scenario, policy, replication, settings, process, notices);
        } catch (ProcessFailure e) {
            process.close();
            throw new IOException(sentence(process, e), e);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static String sentence(PolicyProcess process, ProcessFailure failure) {
        return "Its program (%s) %s.".formatted(process.command(), failure.getMessage());
    }

    /** Who decides where the program has failed. */
    void fallBackTo(RoutingPolicy other) {
        fallback = other;
    }

    /** Those of the program, then those of who decides where it has failed. */
    @Override
    public List<String> refusalReasons() {
        List<String> reasons = new ArrayList<>(ready.refusalReasons());
        if (fallback != null) {
            reasons.addAll(fallback.refusalReasons());
        }
        return reasons;
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        if (!hasFailed) {
            try {
                return ask(request, candidates);
            } catch (ProcessFailure failure) {
                fail(failure);
            }
        }
        return routeWithout(request, candidates);
    }

    private int ask(RequestView request, CandidatesView candidates) {
        long id = decisions++;
        messages.beginDecide(id, request.nowNanos());
        messages.request(request, candidates, ready.observations());
        messages.endDecide();
        candidateCounts[0] = candidates.size();
        answers.read(process.ask(lines, settings.timeoutNanos()), id, single, candidateCounts, 1);
        return single[0];
    }

    @Override
    public void routeAll(WindowView window, int[] choices) {
        if (!hasFailed) {
            try {
                askAll(window, choices);
                return;
            } catch (ProcessFailure failure) {
                fail(failure);
            }
        }
        for (int place = 0; place < window.size(); place++) {
            RequestView request = window.request(place);
            choices[place] = routeWithout(request, window.candidates());
        }
    }

    private void askAll(WindowView window, int[] choices) {
        int size = window.size();
        if (candidateCounts.length < size) {
            candidateCounts = new int[2 * size];
        }
        long id = decisions++;
        messages.beginDecide(id, window.request(0).nowNanos());
        for (int place = 0; place < size; place++) {
            RequestView request = window.request(place);
            CandidatesView candidates = window.candidates();
            messages.request(request, candidates, ready.observations());
            candidateCounts[place] = candidates.size();
        }
        messages.endDecide();
        answers.read(process.ask(lines, settings.timeoutNanos()), id, choices, candidateCounts, size);
    }

    private int routeWithout(RequestView request, CandidatesView candidates) {
        RoutingPolicy other = fallback;
        if (other == null) {
            throw new IllegalStateException("The program of policy %s has failed before.".formatted(policy.label()));
        }
        int choice = other.route(request, candidates);
        return choice >= 0 ? choice : choice - ready.refusalReasons().size();
    }

    @Override
    public void onOutcome(OutcomeView outcome) {
        if (hasFailed) {
            if (fallback != null) {
                fallback.onOutcome(outcome);
            }
            return;
        }
        if (!tellsOutcomes) {
            return;
        }
        messages.outcome(outcome);
        if (lines.length() > MOST_WAITING_BYTES) {
            try {
                process.tell(lines, settings.timeoutNanos());
            } catch (ProcessFailure failure) {
                fail(failure);
            }
        }
    }

    /** Ends the program; throws where nobody goes on in its place. */
    private void fail(ProcessFailure failure) {
        hasFailed = true;
        process.close();
        String sentence = sentence(process, failure);
        if (fallback == null || Thread.currentThread().isInterrupted()) {
            throw new ExternalPolicyException(
                    "%s Decisions made before: %d.".formatted(sentence, decisions - 1), failure);
        }
        notices.accept("Warning: policy %s: %s After %d decisions %s goes on."
                .formatted(
                        policy.label(),
                        sentence,
                        decisions - 1,
                        settings.fallback().orElseThrow().id()));
    }

    /** Tells the program that the run is over, and sees that it ends. */
    @Override
    public void close() {
        if (hasFailed) {
            return;
        }
        hasFailed = true;
        try {
            messages.bye(decisions);
            process.tell(lines, settings.timeoutNanos());
            String trouble = process.end();
            if (!trouble.isEmpty()) {
                notices.accept("Warning: policy %s: its program %s.".formatted(policy.label(), trouble));
            }
        } catch (ProcessFailure failure) {
            process.close();
            notices.accept("Warning: policy %s: %s".formatted(policy.label(), sentence(process, failure)));
        }
    }
}
