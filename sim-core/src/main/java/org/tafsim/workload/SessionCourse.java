package org.tafsim.workload;

import org.tafsim.model.PromptText;

/**
 * The course of one session, request by request; its facts are those of the present one. What comes next is drawn by numbers alone,
 * so it is the same whoever serves it.
 */
public final class SessionCourse implements RequestFacts {

    private static final int NUMBER_BITS = 40;

    private final SessionDraws draws;
    private final int app;
    private int population;
    private final long number;
    private int request;
    private int turnsDone;
    private int turnsLeft;
    private int callsLeft;
    private long promptTokens;
    private int outputTokens;
    private long pauseNanos;

    /**
     * Begins a session.
     *
     * @param app scenario index of its application
     * @param first what its user says first; its number is that of the session
     */
    public SessionCourse(SessionDraws draws, int app, RequestFacts first) {
        this.draws = draws;
        this.app = app;
        population = first.populationIndex();
        number = first.sequence();
        turnsLeft = draws.turns(sequence());
        callsLeft = draws.calls(sequence());
        promptTokens = (long) draws.systemTokens() + first.promptTokens();
        outputTokens = first.outputTokens();
    }

    /**
     * Goes on after the answer to the present request: with the result of a tool, or a further turn.
     *
     * @return false where the session is over
     */
    public boolean advance() {
        boolean isCall = callsLeft > 0;
        if (!isCall) {
            turnsDone++;
            if (--turnsLeft == 0) {
                return false;
            }
        }
        request++;
        long sequence = sequence();
        promptTokens += outputTokens + (isCall ? draws.resultTokens(sequence) : draws.promptTokens(sequence));
        outputTokens = draws.outputTokens(sequence);
        pauseNanos = isCall ? draws.callNanos(sequence) : draws.thinkNanos(sequence);
        callsLeft = isCall ? callsLeft - 1 : draws.calls(sequence);
        return true;
    }

    /** Its user has gone to another place. */
    public void moveTo(int otherPopulation) {
        population = otherPopulation;
    }

    /** Whether the present request is longer than its application allows, or one too many. */
    public boolean isTooLong() {
        return promptTokens + outputTokens > draws.maxContext() || request >= SessionDraws.MOST_REQUESTS;
    }

    /** Turns answered. */
    public int turnsDone() {
        return turnsDone;
    }

    /** From the answer before to the present request (ns). */
    public long pauseNanos() {
        return pauseNanos;
    }

    /** A number that no other session of the run has. */
    public long number() {
        return (long) app << NUMBER_BITS | number;
    }

    @Override
    public long sequence() {
        return SessionDraws.sequence(number, request);
    }

    @Override
    public int populationIndex() {
        return population;
    }

    @Override
    public int promptTokens() {
        return Math.toIntExact(promptTokens);
    }

    @Override
    public int outputTokens() {
        return outputTokens;
    }

    /** The instructions, which all sessions of an application share, and then what was said, with the answer to come. */
    @Override
    public PromptText promptText() {
        // Names of texts in traces begin with the hash of a file: these count down from the last.
        long instructions = Long.MAX_VALUE - ((long) app << NUMBER_BITS);
        long said = instructions - 1 - number;
        int system = draws.systemTokens();
        return system == 0
                ? new PromptText(new long[] {said}, new int[] {promptTokens()}, true)
                : new PromptText(new long[] {instructions, said}, new int[] {system, promptTokens()}, true);
    }
}
