package org.tafsim.policies.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tafsim.policies.FakeRequest;

class ContextQueueTest {

    private final ContextQueue queue = new ContextQueue(2);

    @Test
    void eachRequestFindsWhatWasSeenOfItInWhateverOrderTheyEnd() {
        List<Integer> pending = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(5) < 3) {
                queue.add(new FakeRequest(i), new double[] {i, -i});
                pending.add(i);
            } else if (!pending.isEmpty()) {
                int ended = pending.remove(random.nextInt(Math.min(5, pending.size())));
                int offset = queue.take(new FakeRequest(ended));
                assertThat(queue.rows()[offset]).isEqualTo(ended);
                assertThat(queue.rows()[offset + 1]).isEqualTo(-ended);
                assertThat(queue.take(new FakeRequest(ended))).isEqualTo(-1);
            }
        }
    }

    @Test
    void ofSeveralDecisionsAboutOneRequestTheFirstIsTakenFirst() {
        queue.add(new FakeRequest(3), new double[] {1, 0});
        queue.add(new FakeRequest(3), new double[] {2, 0});

        assertThat(queue.rows()[queue.take(new FakeRequest(3))]).isEqualTo(1);
        assertThat(queue.rows()[queue.take(new FakeRequest(3))]).isEqualTo(2);
        assertThat(queue.take(new FakeRequest(3))).isEqualTo(-1);
    }
}
