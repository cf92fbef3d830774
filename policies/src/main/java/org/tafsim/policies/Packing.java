package org.tafsim.policies;

import static org.tafsim.policies.Measures.IN_FLIGHT;
import static org.tafsim.policies.Measures.KV_USED;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.score.Shape;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Policies that look at what is in use and what is free: those of OpenNebula, kube-scheduler and bin packing. A candidate has room where
 * nobody waits, a place in the batch is free, and at most a share ({@code kv}) of its KV blocks is in use. Those that fill up take one
 * that has room; where none has, the fewest in flight. Of equals the first in scenario order.
 */
public final class Packing {

    private static final String KV = "kv";
    private static final String DEFAULT_KV = "90 %";
    private static final String SHAPE = "shape";
    private static final String KUBERNETES = "kube-scheduler NodeResourcesFit";
    private static final String FITS = "EdgeCloudSim, CloudSim Plus";

    /** OpenNebula: highest RUNNING_VMS first. */
    public static final RoutingPolicyType PACKING = withRoom(
            "packing",
            "Most in flight of those that have room (kv: 90 %).",
            "OpenNebula packing",
            room -> minus(IN_FLIGHT));

    /** OpenNebula: fewest RUNNING_VMS first. */
    public static final RoutingPolicyType STRIPING = ShippedType.plain(
            "striping",
            "Fewest in flight; of equals the first.",
            "OpenNebula striping",
            context -> InOrder.by(IN_FLIGHT));

    /** OpenNebula: most FREE_CPU first; KV blocks are what replicas run out of. */
    public static final RoutingPolicyType LOAD_AWARE = ShippedType.plain(
            "load-aware",
            "Largest share of KV blocks free; of equals the first.",
            "OpenNebula load-aware",
            context -> InOrder.by(KV_USED));

    /** Mean over resources of what is free. */
    public static final RoutingPolicyType LEAST_ALLOCATED = ShippedType.plain(
            "least-allocated",
            "Least mean use of KV blocks and places in the batch.",
            KUBERNETES,
            context -> InOrder.by(new Room().used()));

    /** Mean over resources of what is in use. */
    public static final RoutingPolicyType MOST_ALLOCATED = withRoom(
            "most-allocated",
            "Most mean use of KV blocks and places in the batch, of those that have room (kv: 90 %).",
            KUBERNETES,
            room -> minus(room.used()));

    /** A score of utilisation as users draw it. */
    public static final RoutingPolicyType REQUESTED_TO_CAPACITY = new ShippedType(
            "requested-to-capacity",
            "Highest on a piecewise linear shape of that mean use (default 0:0 70:10 100:0, best at 70 %).",
            KUBERNETES,
            List.of(SHAPE),
            Packing::requestedToCapacity);

    /** The first that fits. */
    public static final RoutingPolicyType FIRST_FIT =
            withRoom("first-fit", "First that has room (kv: 90 %).", FITS, room -> Column.of((request, view, i) -> 0));

    /** The one that is fullest afterwards. */
    public static final RoutingPolicyType BEST_FIT =
            withRoom("best-fit", "Least room of those that have any (kv: 90 %).", FITS, Room::free);

    /** The one that is emptiest afterwards. */
    public static final RoutingPolicyType WORST_FIT =
            withRoom("worst-fit", "Most room of those that have any (kv: 90 %).", FITS, room -> minus(room.free()));

    /** Goes on from the last one that fitted. */
    public static final RoutingPolicyType NEXT_FIT = new ShippedType(
            "next-fit",
            "The last one chosen while it has room (kv: 90 %), then the next that has, in a circle.",
            FITS,
            List.of(KV),
            context -> NextFit.of(kv("next-fit", context)));

    private Packing() {}

    private static double kv(String id, PolicyContext context) {
        return new Parameters(id, context).share(KV, DEFAULT_KV);
    }

    private static RoutingPolicyType withRoom(String id, String rule, String source, Function<Room, Column> column) {
        return new ShippedType(id, rule, source, List.of(KV), context -> withRoom(kv(id, context), column));
    }

    private static RoutingPolicy withRoom(double kv, Function<Room, Column> column) {
        Room room = new Room();
        Column wanted = column.apply(room);
        return InOrder.by(room.none(kv), (request, view, of, count, into) -> {
            Column next = room.isThere(view, of[0], kv) ? wanted : IN_FLIGHT; // those that are left are alike
            next.read(request, view, of, count, into);
        });
    }

    private static Column minus(Column column) {
        return column.scaled(-1, 0);
    }

    private static RoutingPolicy requestedToCapacity(PolicyContext context) {
        Shape shape = new Parameters("requested-to-capacity", context).parsed(SHAPE, "0:0 70:10 100:0", Shape::of);
        return InOrder.by(minus(shape.of(new Room().used())));
    }
}
