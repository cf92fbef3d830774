package org.tafsim.policies.admission;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.units.Durations;

/**
 * Holds requests of applications that can wait until the hour of least carbon within the time that they may wait, at the best of their
 * candidates or in the mean of all, as suits the policy that routes; of equal hours the first. Others are let in at once. Tariffs are known ahead, as day-ahead forecasts are taken to be right.
 *
 * <p>Source: the time-shift of OpenDC's carbon-aware scheduler, which waits for a quantile of a forecast; the least of a known day here.
 */
public final class CarbonShift implements AdmissionPolicy {

    private static final String ID = "carbon-shift";
    private static final String APPS = "apps";
    private static final String WAIT = "wait";
    private static final String OF = "of";
    private static final double MILLIS_PER_HOUR = 3.6e6;
    private static final double SECONDS_PER_HOUR = 3600;

    /** What it is called and how it is built. */
    public static final AdmissionPolicyType TYPE = new AdmissionType(
            ID,
            "Holds requests of some applications (apps) for the hour of least carbon, best or mean (of), in 6 h (wait).",
            "OpenDC, carbon-aware time-shift",
            List.of(APPS, WAIT, OF),
            CarbonShift::new);

    private final Set<String> apps;
    private final double waitSeconds;
    private final boolean isMean;

    private CarbonShift(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        apps = parameters.parsed(
                APPS,
                "",
                text -> Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet()));
        waitSeconds = parameters.seconds(WAIT, "6 h");
        isMean = parameters.parsed(OF, "best", CarbonShift::isMean);
    }

    private static boolean isMean(String word) {
        if (!word.equals("best") && !word.equals("mean")) {
            throw new IllegalArgumentException("expected best or mean, found \"%s\".".formatted(word));
        }
        return word.equals("mean");
    }

    @Override
    public List<String> refusalReasons() {
        return List.of();
    }

    @Override
    public int admit(RequestView request, CandidatesView candidates) {
        double waited = Durations.secondsOfNanos(request.nowNanos() - request.arrivalNanos());
        if (!apps.contains(request.app().id()) || waited >= waitSeconds) {
            return ADMIT;
        }
        double toNextHour = SECONDS_PER_HOUR * (1 - request.hourOfDay() % 1);
        int best = 0;
        double least = grams(candidates, 0);
        for (int ahead = 1; toNextHour + (ahead - 1) * SECONDS_PER_HOUR <= waitSeconds - waited; ahead++) {
            double carbon = grams(candidates, ahead);
            if (carbon < least) {
                least = carbon;
                best = ahead;
            }
        }
        return best == 0 ? ADMIT : AdmissionPolicy.askAgainIn(millisUntil(request.hourOfDay(), best));
    }

    private double grams(CandidatesView candidates, int hoursAhead) {
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < candidates.size(); i++) {
            double grams = candidates.carbonGramsPerKwh(i, hoursAhead);
            least = Math.min(least, grams);
            sum += grams;
        }
        return isMean ? sum / candidates.size() : least;
    }

    /** To the begin of an hour, at least a millisecond, rounded up; 24 days at most. */
    private static int millisUntil(double hourOfDay, int hoursAhead) {
        double hours = Math.floor(hourOfDay) + hoursAhead - hourOfDay;
        return (int) Math.max(1, Math.ceil(hours * MILLIS_PER_HOUR));
    }
}
