package org.tafsim.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DecisionWatchTest {

    private final DecisionWatch watch = new DecisionWatch(3);

    @Test
    void aCallThatIsTheSameAtSoManyLooksIsNamed() {
        watch.enter("the policy mine");

        assertThat(watch.look()).isEmpty(); // sees it
        assertThat(watch.look()).isEmpty();
        assertThat(watch.look()).isEmpty();
        assertThat(watch.look())
                .hasValueSatisfying(
                        what -> assertThat(what).startsWith("the policy mine has not come back. It is at "));
    }

    @Test
    void manyCallsAreNotOneLongCall() {
        for (int call = 0; call < 20; call++) {
            watch.enter("the policy mine");
            assertThat(watch.look()).isEmpty();
            watch.leave();
        }
    }

    @Test
    void whoHasLeftIsNotNamed() {
        watch.enter("the policy mine");
        watch.look();
        watch.look();
        watch.leave();

        for (int look = 0; look < 20; look++) {
            assertThat(watch.look()).isEmpty();
        }
    }

    @Test
    void everyThreadHasCallsOfItsOwn() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread stuck = new Thread(() -> {
            watch.enter("the policy stuck");
            entered.countDown();
            awaitQuietly(over);
            watch.leave();
        });
        stuck.start();
        entered.await();
        String said = "";
        for (int look = 0; look < 4; look++) {
            watch.enter("the policy mine");
            said += watch.look().orElse("");
            watch.leave();
        }
        over.countDown();
        stuck.join();

        assertThat(said).startsWith("the policy stuck has not come back.").doesNotContain("mine");
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void nobodyEndsTheProgram() {
        watch.enter("the policy mine");

        assertThat(watch.findExit()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
