package org.tafsim.workload;

import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.CountSpec;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.SessionSpec;
import org.tafsim.model.SessionSpec.Tools;

/**
 * What happens in the sessions of an application, drawn by the numbers of its requests: the same under every policy, whenever a
 * request is sent (common random numbers).
 */
public final class SessionDraws {

    /** Requests of a session, at most; its number times this is the number of its first request. */
    public static final long MOST_REQUESTS = 10_000;

    private static final int TURNS = 0;
    private static final int CALLS = 1;
    private static final int PAUSE = 2;
    private static final int ADDED_VALUE = 3;
    private static final int ADDED_PART = 4;
    private static final int OUTPUT_VALUE = 5;
    private static final int OUTPUT_PART = 6;
    private static final Tools NO_TOOLS =
            new Tools(new CountSpec.Fixed(0), new DurationSpec.Constant(0), new LengthSpec.Fixed(1));

    private final KeyedDraws draws;
    private final int systemTokens;
    private final int maxContext;
    private final CountSampler turns;
    private final CountSampler calls;
    private final DurationSampler think;
    private final DurationSampler call;
    private final LengthSampler prompt;
    private final LengthSampler result;
    private final LengthSampler output;

    /** Of an application whose requests are turns of such sessions. */
    public SessionDraws(RandomStreams streams, App app, SessionSpec session) {
        Tools tools = session.tools().orElse(NO_TOOLS);
        draws = streams.keyed(purpose(app));
        systemTokens = session.systemTokens();
        maxContext = session.maxContext().orElse(Integer.MAX_VALUE);
        turns = CountSampler.of(session.turns());
        calls = CountSampler.of(tools.calls());
        think = DurationSampler.of(session.think());
        call = DurationSampler.of(tools.duration());
        prompt = LengthSampler.of(app.prompt());
        result = LengthSampler.of(tools.resultTokens());
        output = LengthSampler.of(app.output());
    }

    /** Name of the draws that say what happens in an application's sessions. */
    public static String purpose(App app) {
        return "app/%s/session".formatted(app.id());
    }

    /** Number of a session's request within its application. */
    static long sequence(long session, int request) {
        return session * MOST_REQUESTS + request;
    }

    /** Instructions that begin every prompt (tokens). */
    int systemTokens() {
        return systemTokens;
    }

    /** Prompt and output of a request, at most (tokens). */
    int maxContext() {
        return maxContext;
    }

    /** Turns of the session that begins with a request, at least 1. */
    int turns(long sequence) {
        return turns.count(draws.uniform(sequence, TURNS));
    }

    /** Tool calls of the turn that begins with a request. */
    int calls(long sequence) {
        return calls.count(draws.uniform(sequence, CALLS));
    }

    /** Time from the answer before to a request that begins a turn (ns). */
    long thinkNanos(long sequence) {
        return think.nanos(draws.uniform(sequence, PAUSE));
    }

    /** Time from the answer before to a request that brings a tool's result (ns). */
    long callNanos(long sequence) {
        return call.nanos(draws.uniform(sequence, PAUSE));
    }

    /** What a request that begins a turn adds to all that was said (tokens). */
    int promptTokens(long sequence) {
        return tokens(prompt, sequence, ADDED_VALUE, ADDED_PART);
    }

    /** What a tool's result adds to all that was said (tokens). */
    int resultTokens(long sequence) {
        return tokens(result, sequence, ADDED_VALUE, ADDED_PART);
    }

    /** Answer of a request (tokens). */
    int outputTokens(long sequence) {
        return tokens(output, sequence, OUTPUT_VALUE, OUTPUT_PART);
    }

    private int tokens(LengthSampler length, long sequence, int value, int part) {
        return length.tokens(draws.uniform(sequence, value), draws.uniform(sequence, part));
    }
}
