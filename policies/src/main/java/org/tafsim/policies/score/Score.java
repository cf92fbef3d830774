package org.tafsim.policies.score;

import java.util.List;
import java.util.stream.Stream;
import org.tafsim.policies.Parameters;
import org.tafsim.policies.ShippedType;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Filter, score, pick. Candidates that do not pass every filter are out; refuses where none is left. Those that do not meet a preference
 * are out where any does. Each scorer gives those that are left a number in [0, 1]; the sum of weight × score decides. What has no number
 * is never picked.
 *
 * <p>Source: the filters, scorers and pickers of llm-d and the Gateway API inference extension; the filters and weighers of OpenDC's
 * scheduler, whose choice among the best few is {@code top}; negative weights as in Open Cluster Management.
 */
public final class Score implements RoutingPolicy {

    private static final String ID = "score";
    private static final String FILTERS = "filters";
    private static final String PREFERS = "prefers";
    private static final String SCORES = "scores";
    private static final String PICK = "pick";

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Filter, then add weighted scores in [0, 1], then pick (default: least in flight, of equals one at random).",
            "llm-d and Gateway API inference scheduler",
            List.of(FILTERS, PREFERS, SCORES, PICK),
            Score::stated);

    /** Where filters leave candidates, and none of them has a total. */
    private static final String NO_SCORE = "no-score";

    private final List<Filters.Named> filters;
    private final List<Filters.Named> preferences;
    private final List<String> refusalReasons;
    private final List<Scorers.Weighted> scorers;
    private final Picker picker;
    private final Round round = new Round();

    private Score(
            List<Filters.Named> filters,
            List<Filters.Named> preferences,
            List<Scorers.Weighted> scorers,
            Picker picker) {
        this.filters = filters;
        refusalReasons = Stream.concat(filters.stream().map(Filters.Named::name), Stream.of(NO_SCORE))
                .distinct()
                .toList();
        this.preferences = preferences;
        this.scorers = scorers;
        this.picker = picker;
    }

    private static RoutingPolicy stated(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        List<Scorers.Weighted> scorers = parameters.parsed(SCORES, "in-flight", Scorers::parse);
        Score score = new Score(
                parameters.parsed(FILTERS, "", Filters::parse),
                parameters.parsed(PREFERS, "", Filters::parse),
                scorers,
                parameters.parsed(PICK, "max", text -> Picker.of(text, context.stream("tie"))));
        if (context.parameters().getOrDefault(PICK, "").equals("weighted-random")
                && scorers.stream().anyMatch(scorer -> scorer.weight() < 0)) {
            throw new IllegalArgumentException(
                    "The policy score: chances of weighted-random need weights of 0 and more. Maybe pick: max?");
        }
        return score;
    }

    /** One with these filters and scores; of equals one at random. */
    static RoutingPolicy of(String filters, String scores, PolicyContext context) {
        return of(filters, "", scores, "max", context);
    }

    /** One with all of these. */
    static RoutingPolicy of(String filters, String prefers, String scores, String pick, PolicyContext context) {
        return new Score(
                Filters.parse(filters),
                Filters.parse(prefers),
                Scorers.parse(scores),
                Picker.of(pick, context.stream("tie")));
    }

    /** The filters, each where it left nobody; at last that nobody had a score. */
    @Override
    public List<String> refusalReasons() {
        return refusalReasons;
    }

    private int refusal(String reason) {
        return RoutingPolicy.refusal(refusalReasons.indexOf(reason));
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        round.begin(candidates.size());
        for (int i = 0; i < filters.size(); i++) {
            round.count = filters.get(i).filter().pass(request, candidates, round);
            if (round.count == 0) {
                return refusal(filters.get(i).name());
            }
        }
        for (int i = 0; i < preferences.size() && round.count > 1; i++) {
            int passed = preferences.get(i).filter().pass(request, candidates, round);
            round.count = passed > 0 ? passed : round.count;
        }
        round.clearTotals();
        for (int i = 0; i < scorers.size(); i++) {
            scorers.get(i)
                    .scorer()
                    .add(request, candidates, round, scorers.get(i).weight());
        }
        int picked = picker.pick(round);
        if (picked == REFUSE) {
            return refusal(NO_SCORE);
        }
        for (int i = 0; i < scorers.size(); i++) {
            scorers.get(i).scorer().chosen(candidates, picked);
        }
        return picked;
    }
}
