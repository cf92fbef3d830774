package org.tafsim.serving;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the replicas know of each request, by the number its owner gave it. Numbers are used again after the finish. */
final class RequestTable {
    private static final byte ABSENT = 0;
    private static final byte SUBMITTED = 1;
    private static final byte ADMITTED = 2;
    private static final byte LEAVING = 3;

    private int[] promptTokens = {};
    private int[] outputTokens = {};
    private int[] emittedTokens = {};
    private int[] hostTokens = {};
    private int[] priorities = {};
    private int[] handOvers = {};
    private int[] broughtTokens = {};
    private long[] sinceNanos = {};
    private int[] accounts = {};
    private byte[] states = {};

    /** Of requests of which text is known. */
    private @Nullable PrefixChain[] chains = {};

    private IntUnaryOperator accountOf = request -> 0;

    void open(int request, int prompt, int output, int priority, int handOver) {
        if (request >= states.length) {
            grow(Math.max(2 * states.length, request + 1));
        }
        if (states[request] != ABSENT) {
            throw new IllegalArgumentException(
                    "Request %d is at a replica already. Maybe its number was used again before it finished."
                            .formatted(request));
        }
        promptTokens[request] = prompt;
        outputTokens[request] = output;
        emittedTokens[request] = 0;
        hostTokens[request] = 0;
        priorities[request] = priority;
        handOvers[request] = handOver;
        broughtTokens[request] = 0;
        accounts[request] = accountOf.applyAsInt(request);
        states[request] = SUBMITTED;
    }

    private void grow(int size) {
        promptTokens = Arrays.copyOf(promptTokens, size);
        outputTokens = Arrays.copyOf(outputTokens, size);
        emittedTokens = Arrays.copyOf(emittedTokens, size);
        hostTokens = Arrays.copyOf(hostTokens, size);
        priorities = Arrays.copyOf(priorities, size);
        handOvers = Arrays.copyOf(handOvers, size);
        broughtTokens = Arrays.copyOf(broughtTokens, size);
        sinceNanos = Arrays.copyOf(sinceNanos, size);
        accounts = Arrays.copyOf(accounts, size);
        states = Arrays.copyOf(states, size);
    }

    void close(int request) {
        states[request] = ABSENT;
        if (request < chains.length) {
            chains[request] = null;
        }
    }

    /** Its blocks by name; none where nothing of its text is known. */
    @Nullable
    PrefixChain chain(int request) {
        return request < chains.length ? chains[request] : null;
    }

    void setChain(int request, PrefixChain chain) {
        if (request >= chains.length) {
            chains = Arrays.copyOf(chains, states.length);
        }
        chains[request] = chain;
    }

    /** Of two requests, the one with the lower number goes first. */
    int priority(int request) {
        return priorities[request];
    }

    /** Tokens at the begin of its prompt whose KV cache comes with it, until it is taken. */
    void bring(int request, int tokens) {
        broughtTokens[request] = tokens;
    }

    /** Takes what comes with it, once. */
    int takeBrought(int request) {
        int tokens = broughtTokens[request];
        broughtTokens[request] = 0;
        return tokens;
    }

    int prompt(int request) {
        return promptTokens[request];
    }

    /** Whether it is at some replica. */
    boolean isOpen(int request) {
        return request < states.length && states[request] != ABSENT;
    }

    /** Notes that its client has gone. */
    void leave(int request) {
        states[request] = LEAVING;
    }

    boolean isLeaving(int request) {
        return states[request] == LEAVING;
    }

    /** Marks it admitted; whether it is for the first time. */
    boolean admit(int request) {
        boolean isFirst = states[request] == SUBMITTED;
        if (isFirst) {
            states[request] = ADMITTED;
        }
        return isFirst;
    }

    int output(int request) {
        return outputTokens[request];
    }

    /** Number of the token with which it hands over; 0 where it does not. */
    int handOver(int request) {
        return handOvers[request];
    }

    /** When it came (ns), as a server noted that asks for it. */
    long sinceNanos(int request) {
        return sinceNanos[request];
    }

    void setSinceNanos(int request, long nanos) {
        sinceNanos[request] = nanos;
    }

    /** Says on whose account each request is, when it is opened. */
    void accountBy(IntUnaryOperator accountOf) {
        this.accountOf = accountOf;
    }

    int account(int request) {
        return accounts[request];
    }

    /** Tokens emitted up to its last prefill or preemption. */
    int emitted(int request) {
        return emittedTokens[request];
    }

    void setEmitted(int request, int tokens) {
        emittedTokens[request] = tokens;
    }

    /** Tokens that a prefill must put into the KV cache: the prompt, and after a preemption what was emitted. */
    int prefill(int request) {
        return promptTokens[request] + emittedTokens[request];
    }

    /** Context that the host keeps of it while it waits (tokens). */
    int hostTokens(int request) {
        return hostTokens[request];
    }

    void setHostTokens(int request, int tokens) {
        hostTokens[request] = tokens;
    }

    /** Tokens to prefill once it is admitted, as far as is known while it waits. */
    int waitingPrefill(int request) {
        return hostTokens[request] > 0 ? 0 : prefill(request);
    }

    /** Context in the KV cache once so many of its tokens are still to come: the last token emitted is not in it yet. */
    int contextWithRemaining(int request, int remainingTokens) {
        return promptTokens[request] + outputTokens[request] - 1 - remainingTokens;
    }
}
