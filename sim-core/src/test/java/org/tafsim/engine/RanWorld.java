package org.tafsim.engine;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.HarvestSpec;
import org.tafsim.model.Isolation;
import org.tafsim.model.L1Demands;
import org.tafsim.model.RanBurst;
import org.tafsim.model.RanControl;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanLoad;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyContext;

/** RAN on the card in Munich of a {@link SmallWorld}. */
final class RanWorld {
    static final long SECOND = 1_000_000_000L;

    /** {@code nothing} asks for no more than the load does, {@code fixed} for a share. */
    static final List<HarvestPolicyType> POLICIES = List.of(
            policy("nothing", List.of(), context -> view -> 0),
            policy("fixed", List.of("share"), context -> {
                double share = Double.parseDouble(context.parameters().getOrDefault("share", "0.5"));
                return view -> share;
            }),
            policy("wild", List.of(), context -> view -> context.stream("any").nextDouble()));

    private RanWorld() {}

    /** Under a policy that decides every two seconds. */
    static RanSpec ran(RanSharing sharing, RanLoad load, int cells, HarvestSpec harvest) {
        return new RanSpec(
                "munich",
                IntStream.range(0, cells)
                        .mapToObj(i -> new CellSpec(
                                "c" + i, List.of(Carrier.MID_BAND_4T4R), CellSpec.USUAL_DOWNLINK_SLOTS, load))
                        .toList(),
                L1Demands.GH200,
                500_000,
                sharing,
                Isolation.BARE_METAL,
                0.05,
                new RanControl(SECOND, 1e-5, harvest),
                List.of("replica-munich"));
    }

    static HarvestSpec nothing() {
        return new HarvestSpec("nothing", Map.of(), 2 * SECOND);
    }

    static HarvestSpec fixed(double share) {
        return new HarvestSpec("fixed", Map.of("share", Double.toString(share)), 2 * SECOND);
    }

    /** The same load for ever. */
    static RanLoad constant(double load) {
        return new RanLoad.Trace(List.of(0L), List.of(load));
    }

    /** In any mode, with loads that vary from second to second. */
    static RanSpec any(SplittableRandom random) {
        RanBurst burst = random.nextBoolean()
                ? new RanBurst.LogNormal(1.5 * random.nextDouble())
                : new RanBurst.OnOff(1 + random.nextDouble(), 3 * SECOND, 4 * SECOND);
        RanLoad load = new RanLoad.Diurnal(RanLoad.Diurnal.TWO_HUMPS, 20 * random.nextDouble(), burst);
        HarvestSpec harvest = random.nextBoolean() ? nothing() : new HarvestSpec("wild", Map.of(), 2 * SECOND);
        return ran(anySharing(random), load, 1 + random.nextInt(16), harvest);
    }

    private static RanSharing anySharing(SplittableRandom random) {
        long aWhile = random.nextInt(4) * SECOND / 2;
        return switch (random.nextInt(6)) {
            case 0 -> new RanSharing.Dedicated();
            case 1 -> new RanSharing.FixedSlice(0.5, random.nextBoolean() ? 0.4 : 0);
            case 2 ->
                new RanSharing.DynamicSlice(
                        List.of(
                                new RanSharing.Slice(0.2, 0.75),
                                new RanSharing.Slice(0.5, 0.4),
                                new RanSharing.Slice(1, 0)),
                        aWhile,
                        1 + aWhile);
            case 3 -> new RanSharing.Mps(2 + random.nextInt(10), RanInterference.SIDE_BY_SIDE);
            case 4 -> new RanSharing.Pooled(2, 0.9, 0.1, aWhile);
            default -> new RanSharing.TimeSliced(RanInterference.IN_TURNS);
        };
    }

    /** Builds one policy. */
    @FunctionalInterface
    private interface Factory {
        HarvestPolicy create(PolicyContext context);
    }

    private static HarvestPolicyType policy(String id, List<String> parameters, Factory factory) {
        return new HarvestPolicyType() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String rule() {
                return "as the test says";
            }

            @Override
            public String source() {
                return "test";
            }

            @Override
            public List<String> parameterNames() {
                return parameters;
            }

            @Override
            public HarvestPolicy create(PolicyContext context) {
                return factory.create(context);
            }
        };
    }
}
