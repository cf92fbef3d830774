package org.tafsim.serving;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.CardShare;
import org.tafsim.model.PromptText;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;

/**
 * Replicas that batch continuously, or take whole batches (docs/model/serving.md): each forms its steps from the requests submitted
 * to it, and tells their owner when they are admitted, give their first token and end.
 *
 * <p>Replicas are numbered as in the list given, requests as their owner likes: a number is the index of a slot, free again
 * once the request has finished. What a view says of a replica holds at the kernel's time, in the middle of a run of
 * iterations too, and is the same in both modes.
 */
public final class ServingSystem {
    /** Units of {@link #addBusyUnits} in a nanosecond. */
    public static final int BUSY_UNITS = 1 << BusyShares.UNIT_BITS;

    private final RequestTable requests = new RequestTable();
    private final ServingListener listener;
    private final Server[] servers;

    /**
     * Puts idle replicas into a kernel's time.
     *
     * @param listener hears of every request
     * @param mode closed form or step by step: the same trajectory. Only calls of different replicas at the same nanosecond
     *     may come in another order.
     * @throws IllegalArgumentException when a model does not fit on its accelerators
     */
    public ServingSystem(
            Kernel kernel, List<? extends ServedReplica> replicas, ServingListener listener, StepMode mode) {
        this.listener = listener;
        int kind = kernel.register(EventRank.SERVICE, this::onEvent);
        ServingContext context = new ServingContext(kernel, kind, requests, listener, mode, new Paces());
        servers = new Server[replicas.size()];
        for (int i = 0; i < servers.length; i++) {
            ServedReplica served = replicas.get(i);
            if (served instanceof ReplicaSpec spec) {
                servers[i] = new Replica(context, i, spec);
            } else if (served instanceof BatchReplicaSpec spec) {
                servers[i] = new BatchServer(context, i, spec);
            } else {
                throw new IllegalArgumentException("Nobody serves %s.".formatted(served));
            }
        }
    }

    /**
     * Looks whether the memory of a replica, and of its host, can be what it says.
     *
     * @throws IllegalArgumentException when its model does not fit, or its KV pool cannot be moved in reasonable time
     */
    public static void requireServable(ReplicaSpec replica) {
        HostBlocks.of(replica, KvCapacity.of(replica));
    }

    private void onEvent(int replica, int argument) {
        servers[replica].onEvent(argument);
    }

    /**
     * Gives a request to a replica, now.
     *
     * @param request its number, at least 0, not that of another request in the system
     * @param promptTokens at least 1; units of the input where the model takes whole batches
     * @param outputTokens at least 1; 1 where the model takes whole batches
     * @return false when it can never fit there ({@link #canEverFit}); the replica forgets it at once
     */
    public boolean submit(int replica, int request, int promptTokens, int outputTokens) {
        return submit(replica, request, promptTokens, outputTokens, PromptText.UNKNOWN, 0, 0, 0);
    }

    /**
     * Gives a request to a replica, now, as {@link #submit(int, int, int, int)} does for one of unknown text and priority 0, that is
     * not handed over.
     *
     * @param text what the prompt says, as far as another may begin alike: known to its end or not at all
     * @param priority the lower its number, the sooner it is admitted and the later it loses its blocks to others; first come
     *     first served among equals
     * @param handOver number of the output token with which the listener hears {@link ServingListener#onHandOver}, between 1 and the
     *     last but one; 0 where it need not
     * @param broughtTokens at the begin of a prompt of known text, at least 0, whose KV cache has come from elsewhere: full blocks of it
     *     need not be computed
     */
    public boolean submit(
            int replica,
            int request,
            int promptTokens,
            int outputTokens,
            PromptText text,
            int priority,
            int handOver,
            int broughtTokens) {
        if (handOver < 0 || (handOver > 0 && handOver >= outputTokens)) {
            throw new IllegalArgumentException(
                    "Request %d: cannot hand over with token %d of %d, of which there must be more."
                            .formatted(request, handOver, outputTokens));
        }
        if (promptTokens < 1 || outputTokens < 1) {
            throw new IllegalArgumentException(
                    "Request %d: prompt (%d tokens) and output (%d tokens) must be at least 1."
                            .formatted(request, promptTokens, outputTokens));
        }
        if (!servers[replica].canEverFit(promptTokens, outputTokens)) {
            return false;
        }
        if (text.size() > 0 && text.end(text.size() - 1) != promptTokens) {
            throw new IllegalArgumentException("Request %d: its texts end at token %d, its prompt at %d."
                    .formatted(request, text.end(text.size() - 1), promptTokens));
        }
        requests.open(request, promptTokens, outputTokens, priority, handOver);
        requests.bring(request, broughtTokens);
        servers[replica].submit(request, text);
        return true;
    }

    /**
     * A request's client has gone, now. Where it waits, it leaves at once; a sequence leaves its batch, and frees its blocks, at
     * the first boundary between steps after this nanosecond. Its owner hears of that by
     * {@link ServingListener#onCancelled}.
     *
     * @param request one that was submitted to this replica and has not ended, nor been cancelled
     */
    public void cancel(int replica, int request) {
        if (!requests.isOpen(request) || requests.isLeaving(request)) {
            throw new IllegalArgumentException(
                    "Request %d is not at a replica, or was cancelled before.".formatted(request));
        }
        requests.leave(request);
        servers[replica].cancel(request);
    }

    /**
     * Stops a replica, now: what it computed for its requests is lost, and the listener hears of each by
     * {@link ServingListener#onLost}. It is idle then, and may be submitted to again. Not to be called by the listener.
     */
    public void stop(int replica) {
        tellLost(servers[replica].stop());
    }

    /**
     * Takes a replica's accelerator away, now: what its batch has in the KV cache is lost, and its requests wait again, before those that
     * wait already; their tokens stay emitted. Nothing runs until it is given a pace. Not to be called by the listener.
     *
     * @return how many requests were in its batch
     */
    public int preempt(int replica) {
        return servers[replica].preempt();
    }

    /**
     * Lets a replica compute at another pace, from now on: the rest of the iteration under way too. Where its part of the memory changes
     * nothing may run, as after {@link #preempt}; who waits and never fits there is lost. Not to be called by the listener.
     *
     * @param part that it has of its accelerators; replicas that take whole batches go with its compute
     * @param share of the time in which it has that, in [0, 1]; 0 to stand still
     * @throws IllegalArgumentException when its model does not fit there
     */
    public void setPace(int replica, CardShare part, double share) {
        tellLost(servers[replica].setPace(part, share));
    }

    private void tellLost(int[] lost) {
        for (int request : lost) {
            boolean isLeaving = requests.isLeaving(request);
            requests.close(request);
            if (isLeaving) {
                listener.onCancelled(request);
            } else {
                listener.onLost(request);
            }
        }
    }

    /** Whether prompt and output are within the replica's context and, alone, within the replica's KV pool. */
    public boolean canEverFit(int replica, int promptTokens, int outputTokens) {
        return servers[replica].canEverFit(promptTokens, outputTokens);
    }

    /** Requests that wait for admission, preempted ones included. */
    public int waitingRequests(int replica) {
        return servers[replica].view().waitingRequests();
    }

    /** Sequences in the batch, in prefill or decode. */
    public int runningSequences(int replica) {
        return servers[replica].view().runningSequences();
    }

    /** Tokens to prefill: those of waiting requests and those of prompts in the batch that no finished step has covered. */
    public long waitingPrefillTokens(int replica) {
        return servers[replica].view().waitingPrefillTokens();
    }

    /** Share of the KV blocks in use, in [0, 1]. */
    public double kvUsedFraction(int replica) {
        return servers[replica].view().kvUsedFraction();
    }

    /**
     * Time until a prompt submitted now would have its first token (s), as a controller may estimate it: the rest of the
     * step under way; the steps until the next sequence ends where the queue or the pool blocks; then all prompts before it
     * and its own at the full token budget, next to the decodes of now. Ignores that the queue may block again, so it is low
     * at a saturated replica.
     */
    public double predictedPrefillSeconds(int replica, int promptTokens) {
        return servers[replica].view().predictedPrefillSeconds(promptTokens);
    }

    /** Time with an iteration under way since the start of the run (ns). */
    public long busyNanos(int replica) {
        return servers[replica].view().busyNanos();
    }

    /** Time of it in which prompt tokens were in the iteration (ns). */
    public long prefillNanos(int replica) {
        return servers[replica].view().prefillNanos();
    }

    /**
     * Says on whose account each request is, before any is submitted; where nobody says, all are on account 0.
     *
     * @param accountOf a request's number when it is submitted: its account, from 0
     */
    public void accountBy(IntUnaryOperator accountOf) {
        requests.accountBy(accountOf);
    }

    /**
     * Adds the busy time of a replica that was for the requests of each account, up to now: every iteration is shared by the tokens it
     * works on, a batch by its items.
     *
     * @param plainUnits time of iterations without prompt tokens, by account (in parts of a nanosecond, {@link #BUSY_UNITS})
     * @param promptingUnits time of those with them; as long as the other
     */
    public void addBusyUnits(int replica, long[] plainUnits, long[] promptingUnits) {
        servers[replica].settleShares().addTo(plainUnits, promptingUnits);
    }

    /** Iterations ended since the start of the run. */
    public long iterations(int replica) {
        return servers[replica].view().iterations();
    }

    /** Times that the KV cache of a running sequence moved to the host to make room; part of the preemptions. */
    public long swaps(int replica) {
        return servers[replica].view().counters().swaps();
    }

    /** Times that a running sequence lost its KV blocks to another. */
    public long preemptions(int replica) {
        return servers[replica].view().counters().preemptions();
    }

    /** Tokens emitted. */
    public long generatedTokens(int replica) {
        return servers[replica].view().generatedTokens();
    }

    /** Prompt tokens looked for in a replica's prefix cache: those of admitted requests of which text is known. */
    public long searchedPromptTokens(int replica) {
        return servers[replica].view().counters().searchedTokens();
    }

    /** Prompt tokens found there, which needed no prefill. */
    public long cachedPromptTokens(int replica) {
        return servers[replica].view().counters().hitTokens();
    }

    /** Prompt tokens of a request in the system that were found in the prefix cache when it was first admitted. */
    public int cachedTokensOf(int request) {
        PrefixChain chain = requests.chain(request);
        return chain == null ? 0 : chain.promptHitTokens();
    }

    /** Tokens prefilled, work repeated after preemptions included. */
    public long prefilledTokens(int replica) {
        return servers[replica].view().prefilledTokens();
    }

    /**
     * Counts the books of every replica anew, in time linear in the requests there.
     *
     * @throws org.tafsim.kernel.InvariantViolation when a law of docs/invariants.md does not hold
     */
    public void audit() {
        for (Server server : servers) {
            server.audit();
        }
    }
}
