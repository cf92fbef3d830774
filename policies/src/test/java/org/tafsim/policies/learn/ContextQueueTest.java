package org.tafsim.policies.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContextQueueTest {

    @Test
    void whatCameFirstLeavesFirstHoweverItGrows() {
        ContextQueue queue = new ContextQueue(2);
        Deque<Double> expected = new ArrayDeque<>();
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(5) < 3) {
                queue.add(new double[] {i, -i});
                expected.add((double) i);
            } else if (!queue.isEmpty()) {
                int offset = queue.take();
                double first = expected.remove();
                assertThat(queue.rows()[offset]).isEqualTo(first);
                assertThat(queue.rows()[offset + 1]).isEqualTo(-first);
            }
        }
        assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
    }
}
