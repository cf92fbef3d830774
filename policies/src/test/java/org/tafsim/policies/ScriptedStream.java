package org.tafsim.policies;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import org.tafsim.policy.PolicyContext;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.rng.RandomStreamBase;

/** Whole numbers as a test writes them, so that a decision with a draw in it can be worked by hand. */
final class ScriptedStream extends RandomStreamBase implements PolicyContext {
    private final transient Deque<Integer> draws = new ArrayDeque<>();

    private final transient Map<String, String> parameters;

    ScriptedStream(Integer... draws) {
        this(Map.of(), draws);
    }

    ScriptedStream(Map<String, String> parameters, Integer... draws) {
        this.parameters = Map.copyOf(parameters);
        this.draws.addAll(Arrays.asList(draws));
    }

    @Override
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public RandomStream stream(String name) {
        return this;
    }

    @Override
    public int nextInt(int least, int greatest) {
        int draw = draws.removeFirst();
        if (draw < least || draw > greatest) {
            throw new IllegalStateException("Draw %d is not in [%d, %d].".formatted(draw, least, greatest));
        }
        return draw;
    }

    boolean isUsedUp() {
        return draws.isEmpty();
    }

    @Override
    protected double nextValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resetStartStream() {}

    @Override
    public void resetStartSubstream() {}

    @Override
    public void resetNextSubstream() {}

    @Override
    public String toString() {
        return "scripted " + draws;
    }
}
