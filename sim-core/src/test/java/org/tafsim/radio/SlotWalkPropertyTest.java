package org.tafsim.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.RadioDirection;
import org.tafsim.model.SlottedDelay;
import org.tafsim.model.TddFrame;
import org.tafsim.model.UplinkGrant;
import org.tafsim.testing.SeedSource;

/** A walk through the slots ends when the packet that is followed slot by slot arrives. */
class SlotWalkPropertyTest {
    private static final int PACKETS = 200;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void everyPacketArrivesWhenItDoesSlotBySlot(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SlottedDelay spec = randomRadio(random);
        SlottedRadio radio = new SlottedRadio(spec);

        for (int packet = 0; packet < PACKETS; packet++) {
            long sent = randomTime(random, spec.frame().slotNanos());
            int failures = random.nextInt(spec.mostRetransmissions() + 1);

            assertThat(radio.uplinkArrivalNanos(sent, failures))
                    .as("up, %s, sent at %d, %d failures", spec, sent, failures)
                    .isEqualTo(SlotBySlot.up(spec, sent, failures));
            assertThat(radio.downlinkArrivalNanos(sent, failures))
                    .as("down, %s, sent at %d, %d failures", spec, sent, failures)
                    .isEqualTo(SlotBySlot.down(spec, sent, failures));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void whoSendsLaterOrFailsMoreOftenDoesNotArriveSooner(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SlottedDelay spec = randomRadio(random);
        SlottedRadio radio = new SlottedRadio(spec);

        for (int packet = 0; packet < PACKETS; packet++) {
            long sent = randomTime(random, spec.frame().slotNanos());
            long later = sent + random.nextLong(3_000_000);
            int failures = random.nextInt(4);

            assertThat(radio.uplinkArrivalNanos(later, failures))
                    .isGreaterThanOrEqualTo(radio.uplinkArrivalNanos(sent, failures));
            assertThat(radio.downlinkArrivalNanos(later, failures))
                    .isGreaterThanOrEqualTo(radio.downlinkArrivalNanos(sent, failures));
            assertThat(radio.uplinkArrivalNanos(sent, failures + 1))
                    .isGreaterThan(radio.uplinkArrivalNanos(sent, failures));
            assertThat(radio.downlinkArrivalNanos(sent, failures + 1))
                    .isGreaterThan(radio.downlinkArrivalNanos(sent, failures));
        }
    }

    /** Some at the begin of a slot to the nanosecond, some far from the begin of time. */
    private static long randomTime(SplittableRandom random, long slotNanos) {
        long slot = random.nextBoolean() ? random.nextLong(1_000) : random.nextLong(10_000_000_000L);
        return slot * slotNanos + (random.nextInt(4) == 0 ? 0 : random.nextLong(slotNanos));
    }

    private static SlottedDelay randomRadio(SplittableRandom random) {
        TddFrame plain = Radios.PATTERNS.get(random.nextInt(Radios.PATTERNS.size()));
        TddFrame frame = new TddFrame(random.nextInt(5), plain.pattern(), plain.special());
        long periodSlots = 1 + random.nextLong(40);
        UplinkGrant grant = random.nextInt(3) == 0
                ? Radios.CONFIGURED
                : new UplinkGrant.OnRequest(
                        periodSlots * frame.slotNanos(), random.nextLong(periodSlots) * frame.slotNanos());
        return new SlottedDelay(
                frame, grant, randomDirection(random), randomDirection(random), 3, millis(random), List.of());
    }

    private static RadioDirection randomDirection(SplittableRandom random) {
        return new RadioDirection(millis(random), millis(random), 0.1, 0.02);
    }

    /** Zero and whole slots are the cases on the edge. */
    private static double millis(SplittableRandom random) {
        return random.nextInt(8) * 0.25 + (random.nextBoolean() ? random.nextInt(1000) / 1e3 : 0);
    }
}
