package org.tafsim.scenario.trace.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.ArrivalSpec.Clients;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.model.LengthSpec;
import org.tafsim.scenario.trace.ServeGenWindows;

/**
 * How a scenario generates workload like what was recorded.
 *
 * @param arrivals of an application
 * @param profile its day, where the recording has a whole one
 * @param prompt its prompts, where they were recorded
 * @param output its outputs, where they were recorded
 */
public record Recipe(
        ArrivalSpec arrivals,
        Optional<DiurnalProfile> profile,
        Optional<LengthSpec> prompt,
        Optional<LengthSpec> output) {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final double LEAST_VARIATION = 0.01;
    private static final double LARGEST_VARIATION = 20;
    private static final double POISSON = 1;

    /**
     * Arrivals by the nearest family that scenarios have.
     *
     * @param fits of the gaps, the nearest first
     * @param ratePerSecond mean rate (1/s)
     */
    public static ArrivalSpec arrivals(List<GapFit> fits, double ratePerSecond) {
        GapFit nearest = fits.stream()
                .filter(fit -> fit.family() != GapFit.Family.LOGNORMAL)
                .findFirst()
                .orElseThrow();
        double rate = rounded(ratePerSecond);
        return switch (nearest.family()) {
            case GAMMA -> new ArrivalSpec.Renewal(rate, Family.GAMMA, variation(nearest.variation()));
            case WEIBULL -> new ArrivalSpec.Renewal(rate, Family.WEIBULL, variation(nearest.variation()));
            default -> new ArrivalSpec.Poisson(rate);
        };
    }

    /**
     * Arrivals by windows of clients: each its rate and its variation, all of the family that most of the client's requests have.
     * A window of too few gaps to vary is Poisson.
     */
    public static ArrivalSpec arrivals(List<ServeGenWindows> files) {
        List<Clients.Client> clients = new ArrayList<>();
        for (ServeGenWindows file : files) {
            List<Clients.Window> windows = file.windows().stream()
                    .map(window -> new Clients.Window(
                            rounded(window.requestsPerSecond()),
                            window.variation() == 0 ? POISSON : variation(window.variation())))
                    .toList();
            long nanos = Math.round(file.windowSeconds() * 1e9);
            clients.add(new Clients.Client(file.usualFamily(), nanos, windows));
        }
        return new Clients(clients);
    }

    private static double variation(double found) {
        return rounded(Math.min(LARGEST_VARIATION, Math.max(LEAST_VARIATION, found)));
    }

    /** To six digits, more than any recording supports. */
    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
