package org.tafsim.policies.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingPolicyType;
import org.tafsim.policy.ScalingView;

/** So many replicas in these hours of the day, else another number. Source: the cron scaler of KEDA. */
final class Schedule implements ScalingPolicy {

    private static final String ID = "schedule";
    private static final String HOURS = "hours";
    private static final String ELSE = "else";
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,2})\\s*-\\s*(\\d{1,2})\\s*:\\s*(\\d{1,6})\\s*");

    /** What it is called and how it is built. */
    static final ScalingPolicyType TYPE = new ScalingType(
            ID,
            "As many as the hour of the day says (hours, e.g. 7-19: 8, 19-23: 4), else 1 (else).",
            "KEDA cron scaler",
            List.of(HOURS, ELSE),
            Schedule::new);

    /** From one hour of the day to another, which may be of the next day. */
    private record Part(int from, int to, int replicas) {
        boolean includes(double hour) {
            return from < to ? hour >= from && hour < to : hour >= from || hour < to;
        }
    }

    private final List<Part> parts;
    private final int otherwise;

    private Schedule(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        parts = parameters.parsed(HOURS, "", Schedule::parse);
        otherwise = (int) parameters.number(ELSE, "1", 0, 1e6);
    }

    private static List<Part> parse(String text) {
        List<Part> parts = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher words = PART.matcher(part);
            if (!words.matches() || Integer.parseInt(words.group(1)) > 23 || Integer.parseInt(words.group(2)) > 24) {
                throw new IllegalArgumentException(
                        "expected hours and a number, e.g. 7-19: 8, found \"%s\".".formatted(part.strip()));
            }
            parts.add(new Part(
                    Integer.parseInt(words.group(1)),
                    Integer.parseInt(words.group(2)),
                    Integer.parseInt(words.group(3))));
        }
        return parts;
    }

    @Override
    public int replicas(ScalingView view) {
        return parts.stream()
                .filter(part -> part.includes(view.hourOfDay()))
                .findFirst()
                .map(Part::replicas)
                .orElse(otherwise);
    }
}
