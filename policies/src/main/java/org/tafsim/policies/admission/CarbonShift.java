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
 * Holds requests of applications that can wait until the hour of least carbon, at the best of their candidates, within the time that they
 * may wait; of equal hours the first. Others are let in at once. Tariffs are known ahead, as day-ahead forecasts are taken to be right.
 *
 * <p>Source: the time-shift of OpenDC's carbon-aware scheduler, which waits for a quantile of a forecast; the least of a known day here.
 */
public final class CarbonShift implements AdmissionPolicy {

    private static final String ID = "carbon-shift";
    private static final String APPS = "apps";
    private static final String WAIT = "wait";
    private static final double MILLIS_PER_HOUR = 3.6e6;
    private static final double SECONDS_PER_HOUR = 3600;

    /** What it is called and how it is built. */
    public static final AdmissionPolicyType TYPE = new AdmissionType(
            ID,
            "Holds requests of applications (apps) for the hour of least carbon within 6 h (wait).",
            "OpenDC, carbon-aware time-shift",
            List.of(APPS, WAIT),
            CarbonShift::new);

    private final Set<String> apps;
    private final double waitSeconds;

    private CarbonShift(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        apps = parameters.parsed(
                APPS, "", text -> Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet()));
        waitSeconds = parameters.seconds(WAIT, "6 h");
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
        double least = least(candidates, 0);
        for (int ahead = 1; toNextHour + (ahead - 1) * SECONDS_PER_HOUR <= waitSeconds - waited; ahead++) {
            double carbon = least(candidates, ahead);
            if (carbon < least) {
                least = carbon;
                best = ahead;
            }
        }
        return best == 0 ? ADMIT : AdmissionPolicy.askAgainIn(millisUntil(request.hourOfDay(), best));
    }

    private static double least(CandidatesView candidates, int hoursAhead) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            least = Math.min(least, candidates.carbonGramsPerKwh(i, hoursAhead));
        }
        return least;
    }

    /** To the begin of an hour, at least a millisecond, rounded up; 24 days at most. */
    private static int millisUntil(double hourOfDay, int hoursAhead) {
        double hours = Math.floor(hourOfDay) + hoursAhead - hourOfDay;
        return (int) Math.max(1, Math.ceil(hours * MILLIS_PER_HOUR));
    }
}
