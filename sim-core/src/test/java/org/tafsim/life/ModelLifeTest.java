package org.tafsim.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelLifeTest {
    private static final long SECOND = LifeBench.SECOND;
    private static final long GB = LifeBench.GB;

    @Test
    void aFirstStartIsPullThenEngineThenDiskThenLinkThenWarmUp() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(100, true), 24, 0, 0, 20);

        bench.ask(0);
        assertThat(bench.life.startSeconds(0)).isCloseTo(21 + 2 + 20 + 2 + 3, within(1e-9));
        bench.run(47 * SECOND);
        assertThat(bench.life.state(0)).isEqualTo(LifeState.WARMING);
        bench.run(60 * SECOND);

        // 1 GB of image and 20 GB of weights at 1 GB/s; then 2 s, 20 GB at 1 GB/s, 20 GB at 10 GB/s, 3 s
        assertThat(bench.log).containsExactly("0 pull 0: 21 GB", "21 pulled 0", "48 ready 0");
    }

    @Test
    void whatIsEvictedToHostMemoryComesBackOverTheLinkAlone() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(100, true), 24, 0, 20, 20, 20);

        bench.ask(0);
        bench.askAt(100 * SECOND, 1);
        bench.askAt(200 * SECOND, 0);
        bench.run(300 * SECOND);

        // the second has the image already; and host memory has room for one
        assertThat(bench.log)
                .containsExactly(
                        "0 pull 0: 21 GB",
                        "21 pulled 0",
                        "48 ready 0",
                        "100 pull 1: 20 GB",
                        "120 pulled 1",
                        "120 evict 0 to IN_HOST",
                        "147 ready 1",
                        "200 evict 1 to ON_DISK",
                        "202 ready 0");
    }

    @Test
    void withoutHostMemoryOrDiskTheWeightsArePulledAgain() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(100, false), 24, 0, 0, 20, 20);

        bench.ask(0);
        bench.askAt(100 * SECOND, 1);
        bench.askAt(200 * SECOND, 0);
        bench.run(300 * SECOND);

        // what passes through is not read from the disk, and the image comes every time
        assertThat(bench.log).contains("28 ready 0", "121 evict 0 to ABSENT", "200 pull 0: 21 GB", "228 ready 0");
    }

    @Test
    void aDiskKeepsWhatWasUsedLastAndLetsGoOfTheRest() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(41, true), 100, 0, 0, 20, 20, 20);

        bench.ask(0);
        bench.askAt(100 * SECOND, 1);
        bench.askAt(200 * SECOND, 2); // 1 GB of image and two of three fit on the disk: 0 goes
        bench.run(300 * SECOND);
        for (int r = 0; r < 3; r++) {
            bench.life.stop(r);
        }

        assertThat(List.of(bench.life.state(0), bench.life.state(1), bench.life.state(2)))
                .containsExactly(LifeState.ABSENT, LifeState.ON_DISK, LifeState.ON_DISK);
    }

    @Test
    void twoThatStartTogetherReadTheDiskOneAfterTheOther() {
        LifeBench bench = new LifeBench(
                LifeBench.spec(100, true),
                List.of(new OnDemandReplica(0, 0, 1, 20 * GB, 20 * GB), new OnDemandReplica(0, 0, 1, 20 * GB, 20 * GB)),
                List.of(new CardGroupSpec(2, 24 * GB, 0)),
                new SiteStoreSpec(0, true));

        bench.ask(0);
        bench.ask(1);
        bench.run(100 * SECOND);

        assertThat(bench.log).containsExactly("27 ready 0", "47 ready 1");
    }

    @Test
    void nobodyIsEvictedThatServesOrIsKeptAlive() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(100, true), 24, 30 * SECOND, 20, 20, 20);
        bench.serviceNanos = 200 * SECOND;

        bench.ask(0); // ready at 48 s, serves until 248 s, is kept until 278 s
        bench.askAt(100 * SECOND, 1);
        bench.run(400 * SECOND);

        assertThat(bench.log).contains("120 pulled 1", "278 evict 0 to IN_HOST", "305 ready 1");
    }

    @Test
    void whoFindsNoMemoryWaitsInLineAndIsNotOvertaken() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(100, true), 24, 0, 0, 20, 20, 4);
        bench.serviceNanos = 100 * SECOND;

        bench.ask(0); // serves from 48 s to 148 s
        bench.askAt(50 * SECOND, 1);
        bench.askAt(80 * SECOND, 2); // would fit beside 0, but 1 came before
        bench.run(400 * SECOND);

        assertThat(bench.log).contains("148 evict 0 to ON_DISK", "175 ready 1");
        // both read the same disk: 20 GB from 150 s, then 4 GB
        assertThat(bench.log).contains("177 ready 2");
    }

    @Test
    void thoseMakeRoomThatAreInTheWay() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(200, true), 40, 0, 0, 4, 30, 6, 30);

        bench.ask(0);
        bench.askAt(100 * SECOND, 1);
        bench.askAt(200 * SECOND, 2);
        bench.askAt(300 * SECOND, 3); // 0 is idle longest, but 1 alone makes room
        bench.run(400 * SECOND);

        assertThat(bench.log.stream().filter(line -> line.contains("evict"))).containsExactly("330 evict 1 to ON_DISK");
    }

    @Test
    void aReplicaOfTwoCardsTakesMemoryOnBoth() {
        LifeBench bench = new LifeBench(
                LifeBench.spec(200, true),
                List.of(new OnDemandReplica(0, 0, 2, 20 * GB, 40 * GB), new OnDemandReplica(0, 0, 1, 10 * GB, 10 * GB)),
                List.of(new CardGroupSpec(2, 24 * GB, 0)),
                new SiteStoreSpec(0, true));

        bench.ask(0);
        bench.run(100 * SECOND);
        assertThat(bench.life.residentFraction()).isCloseTo(40.0 / 48, within(1e-12));
        bench.ask(1);
        bench.run(200 * SECOND);

        // 40 GB from the disk, 20 GB over each link
        assertThat(bench.log).containsExactly("47 ready 0", "100 evict 0 to ON_DISK", "116 ready 1");
    }

    @Test
    void aStopEndsAStartWhereverItIs() {
        for (long at : new long[] {10, 22, 46, 60}) {
            LifeBench bench = LifeBench.oneCard(LifeBench.spec(100, true), 24, 0, 0, 20);
            bench.life.want(0);
            bench.run(at * SECOND);
            bench.life.stop(0);
            bench.run(200 * SECOND);

            assertThat(bench.life.state(0)).as("stopped at %d s", at).isEqualTo(LifeState.ON_DISK);
            assertThat(bench.life.residentFraction()).isZero();
        }
    }

    @Test
    void whatIsPreloadedIsReadyAsFarAsThereIsRoom() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(100, true), 24, 0, 0, 20, 20);

        bench.life.preload(0);
        bench.life.preload(1);

        assertThat(bench.life.isReady(0)).isTrue();
        assertThat(bench.life.state(1)).isEqualTo(LifeState.ABSENT);
    }

    @Test
    void whatNeverFitsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeBench.oneCard(LifeBench.spec(100, true), 16, 0, 0, 20))
                .withMessageContaining("never fits 1 of 16000000000 bytes");
    }

    @Test
    void aSiteCutOffFromTheRegistryStartsOnlyWhatItHas() {
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(100, true), 24, 0, 0, 20, 20);
        bench.ask(0);
        bench.run(100 * SECOND);
        bench.isCut = true;

        assertThat(bench.life.canStart(0)).isTrue();
        assertThat(bench.life.canStart(1)).isFalse();
        bench.life.stop(0);
        assertThat(bench.life.canStart(0)).as("from its disk").isTrue();
    }
}
