package org.tafsim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.NetworkSlice;
import org.tafsim.testing.SeedSource;

/** Laws of any cells under any transfers, beside a fluid that is walked in small steps. */
class CellsPropertyTest {
    private static final int TRANSFERS = 60;

    private record Arrival(double atSeconds, int cell, int slice, double needSeconds) {}

    private final List<Arrival> arrivals = new ArrayList<>();
    private NetworkSlice[] slices = {};
    private double userShare;
    private double background;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void allAreCarriedNoneFasterThanAloneAndTheCellsWorkIsTheirs(long seed) {
        draw(seed);
        CellBench bench = bench();

        List<Double> ends = bench.run();

        assertThat(ends).hasSize(TRANSFERS);
        double need = 0;
        for (int i = 0; i < TRANSFERS; i++) {
            assertThat(ends.get(i))
                    .isGreaterThanOrEqualTo(
                            arrivals.get(i).atSeconds() + arrivals.get(i).needSeconds() - 1e-9);
            need += arrivals.get(i).needSeconds();
        }
        assertThat(bench.cells.usedSeconds(0) + bench.cells.usedSeconds(1)).isCloseTo(need, within(1e-6));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 12)
    void endsAreThoseOfAFluidInSmallSteps(long seed) {
        draw(seed);
        double step = 2e-4;
        double[] left = arrivals.stream().mapToDouble(Arrival::needSeconds).toArray();
        double[] fluid = new double[TRANSFERS];
        for (double t = 0; java.util.Arrays.stream(left).anyMatch(need -> need > 0); t += step) {
            for (int cell = 0; cell < 2; cell++) {
                walk(cell, t, step, left, fluid);
            }
        }

        List<Double> ends = bench().run();

        for (int i = 0; i < TRANSFERS; i++) {
            assertThat(ends.get(i))
                    .isCloseTo(
                            fluid[i],
                            within(0.05 + 0.02 * (fluid[i] - arrivals.get(i).atSeconds())));
        }
    }

    private void walk(int cell, double t, double step, double[] left, double[] fluid) {
        int[] counts = new int[slices.length];
        for (int i = 0; i < TRANSFERS; i++) {
            counts[arrivals.get(i).slice()] += isActive(i, cell, t, left) ? 1 : 0;
        }
        double[] shares = new double[slices.length];
        new Division(List.of(slices), userShare, background).divide(counts, shares);
        for (int i = 0; i < TRANSFERS; i++) {
            int slice = arrivals.get(i).slice();
            if (isActive(i, cell, t, left)) {
                left[i] -= step * shares[slice] / counts[slice];
                fluid[i] = left[i] <= 0 ? t + step : 0;
            }
        }
    }

    private boolean isActive(int i, int cell, double t, double[] left) {
        return arrivals.get(i).cell() == cell && arrivals.get(i).atSeconds() <= t && left[i] > 0;
    }

    private void draw(long seed) {
        Random random = new Random(seed);
        slices = new NetworkSlice[] {
            Slices.plain("embb", 1),
            Slices.between("ai", 0.3 * random.nextDouble(), 0.4 + 0.6 * random.nextDouble()),
            random.nextBoolean() ? Slices.strict("urllc", 0.5) : Slices.plain("other", 3)
        };
        userShare = random.nextBoolean() ? 1 : 0.2 + 0.8 * random.nextDouble();
        background = random.nextBoolean() ? 0 : 0.5 * random.nextDouble();
        double t = 0;
        for (int i = 0; i < TRANSFERS; i++) {
            t += -0.1 * Math.log(1 - random.nextDouble());
            arrivals.add(
                    new Arrival(t, random.nextInt(2), random.nextInt(3), -0.15 * Math.log(1 - random.nextDouble())));
        }
    }

    private CellBench bench() {
        CellBench bench = new CellBench(slices);
        bench.cells.add(2, userShare, background);
        for (int i = 0; i < TRANSFERS; i++) {
            Arrival arrival = arrivals.get(i);
            bench.enter(arrival.atSeconds(), i, arrival.cell(), arrival.slice(), arrival.needSeconds());
        }
        return bench;
    }
}
