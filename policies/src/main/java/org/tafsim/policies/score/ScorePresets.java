package org.tafsim.policies.score;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tafsim.policies.Domains;
import org.tafsim.policies.Parameters;
import org.tafsim.policies.ShippedType;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** Policies that are {@link Score} with its settings made; of equals one at random. */
public final class ScorePresets {

    private static final double MOST_WEIGHT = 1e6;
    private static final String BLOCK = "block";

    /** The queue scorer of llm-d. */
    public static final RoutingPolicyType QUEUE =
            plain("queue", "Fewest requests waiting.", "llm-d queue-scorer", "queue");

    /** Its token load scorer. */
    public static final RoutingPolicyType TOKEN_LOAD = new ShippedType(
            "token-load",
            "Fewest prompt tokens waiting, up to a threshold from which all are equal (default 32768).",
            "llm-d token-load-scorer",
            List.of("threshold"),
            context -> scores(
                    "token-load(%s)".formatted(parameters("token-load", context).number("threshold", "32768", 1, 1e12)),
                    context));

    /** Its KV cache utilisation scorer. */
    public static final RoutingPolicyType KV_USE =
            plain("kv-use", "Least share of KV blocks in use.", "llm-d kv-cache-utilization-scorer", "kv");

    /** Its latency scorer. */
    public static final RoutingPolicyType SLO_HEADROOM = new ShippedType(
            "slo-headroom",
            "Most (spread) or least (pack) left of the promised TTFT after the predicted; idle first where none.",
            "llm-d latency-scorer",
            List.of("use"),
            context -> scores(
                    "headroom(%s)"
                            .formatted(parameters("slo-headroom", context).parsed("use", "spread", ScorePresets::use)),
                    context));

    /** Its default profile: where most of the prompt is cached, traded for queue and KV blocks. */
    public static final RoutingPolicyType PREFIX_AFFINITY = new ShippedType(
            "prefix-affinity",
            "Largest share of the prompt believed cached (3), few waiting (2), KV blocks free (2); blocks of 64 tokens.",
            "llm-d prefix-cache-scorer, estimated",
            List.of(BLOCK),
            context -> scores("prefix(%s): 3, queue: 2, kv: 2".formatted(block("prefix-affinity", context)), context));

    /** With its scorer for prompts that nobody has. */
    public static final RoutingPolicyType NO_HIT_LRU = new ShippedType(
            "no-hit-lru",
            "As much of the prompt cached as can be; where nobody has any, who got such a prompt least recently.",
            "llm-d no-hit-lru-scorer",
            List.of(BLOCK),
            context -> scores("prefix(%1$s): 2, no-hit-lru(%1$s)".formatted(block("no-hit-lru", context)), context));

    /** Karmada's division of replicas by those available, a request at a time. */
    public static final RoutingPolicyType BY_AVAILABLE = ShippedType.plain(
            "by-available",
            "Any, with a chance as the share of KV blocks and places in the batch that is free.",
            "Karmada dynamic weights AvailableReplicas",
            context -> Score.of("", "", "least-allocated", "weighted-random", context));

    /** EdgeCloudSim's, with rules of our own. */
    public static final RoutingPolicyType FUZZY = plain(
            "fuzzy",
            "Most suitable by nine fuzzy rules on how far (round trip of promised TTFT) and how full it is.",
            "EdgeCloudSim, Sonmez 2019; rules ours",
            "fuzzy");

    /** Law first, then home, then speed. */
    public static final RoutingPolicyType JURISDICTION_FIRST = ShippedType.plain(
            "jurisdiction-first",
            "Where no audited rule is broken if there is such a place, then in the user's country; least predicted TTFT.",
            "tafsim",
            context -> Score.of("", "lawful, domestic", "ttft", "max", context));

    /** Kubernetes' topology spread constraint. */
    public static final RoutingPolicyType TOPOLOGY_SPREAD = new ShippedType(
            "topology-spread",
            "Least predicted TTFT where no country (by) gets over 5 (skew) more in flight than another.",
            "kube-scheduler PodTopologySpread",
            List.of("by", "skew"),
            ScorePresets::topologySpread);

    /** PureEdgeSim's. */
    public static final RoutingPolicyType TRADE_OFF = new ShippedType(
            "trade-off",
            "Weighted predicted TTFT, requests in flight and energy per FLOP (default 1, 1, 1).",
            "PureEdgeSim TRADE_OFF",
            List.of("latency", "load", "energy"),
            ScorePresets::tradeOff);

    private ScorePresets() {}

    private static RoutingPolicyType plain(String id, String rule, String source, String scores) {
        return ShippedType.plain(id, rule, source, context -> scores(scores, context));
    }

    private static RoutingPolicy scores(String scores, PolicyContext context) {
        return Score.of("", scores, context);
    }

    private static long block(String id, PolicyContext context) {
        return Math.round(parameters(id, context).number(BLOCK, "64", 1, 1e6));
    }

    private static Parameters parameters(String id, PolicyContext context) {
        return new Parameters(id, context);
    }

    private static String use(String text) {
        return Arguments.word(new Term("headroom", text, 1, 1, 1), Headroom.Use.class, Headroom.Use.SPREAD)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private static RoutingPolicy topologySpread(PolicyContext context) {
        Parameters parameters = parameters("topology-spread", context);
        Domains.Kind kind = parameters.parsed("by", "country", Domains.Kind::of);
        long skew = Math.round(parameters.number("skew", "5", 1, 1e8));
        return Score.of("skew(%s %d)".formatted(kind.name().toLowerCase(Locale.ROOT), skew), "ttft", context);
    }

    private static RoutingPolicy tradeOff(PolicyContext context) {
        Parameters parameters = parameters("trade-off", context);
        Function<String, Double> weight = name -> parameters.number(name, "1", 0, MOST_WEIGHT);
        return scores(
                "ttft: %s, in-flight: %s, energy: %s"
                        .formatted(weight.apply("latency"), weight.apply("load"), weight.apply("energy")),
                context);
    }
}
