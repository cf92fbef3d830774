package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.ScalingPolicyType;

/**
 * Turns replicas on and off as policies want (docs/model/fleet.md). One that is turned off takes no new requests, ends those it has, and is off
 * then; one that is turned on serves when its start is over. The last open replica that the law leaves to somebody stays on.
 */
final class Fleet {

    private final Kernel kernel;
    private final FleetSpec spec;
    private final Placement placement;
    private final Router router;
    private final FleetViews views;
    private final PolicyStack policies;
    private final List<FleetGroup> groups;
    private final FleetBook book;
    private final Runnable onOpened;
    private final FleetState[] state;
    private final long[] startEvent;
    private final int decision;
    private final int again;
    private final int started;
    private boolean isBusy;
    private boolean isAgainDue;
    private int wasUsable;

    /**
     * All on.
     *
     * @param onOpened told when held requests may find a place again
     */
    Fleet(
            Kernel kernel,
            Scenario scenario,
            PolicyStack policies,
            Placement placement,
            Router router,
            FleetViews views,
            FleetBook book,
            Runnable onOpened) {
        this.kernel = kernel;
        this.policies = policies;
        this.placement = placement;
        this.router = router;
        this.views = views;
        this.book = book;
        this.onOpened = onOpened;
        spec = policies.spec().fleet();
        groups = groups(scenario, policies);
        state = new FleetState[scenario.replicas().size()];
        Arrays.fill(state, FleetState.ON);
        startEvent = new long[state.length];
        decision = kernel.register(EventRank.CONTROL, (entity, argument) -> onPeriod());
        again = kernel.register(EventRank.CONTROL, (entity, argument) -> onAgain());
        started = kernel.register(EventRank.CONTROL, (replica, argument) -> onStarted(replica));
    }

    private static List<FleetGroup> groups(Scenario scenario, PolicyStack policies) {
        OnDemandTable onDemand = new OnDemandTable(scenario);
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int replica = 0; replica < scenario.replicas().size(); replica++) {
            if (onDemand.numberOf(replica) < 0) { // the others come and go by themselves
                members.computeIfAbsent(nameOf(scenario, policies.spec().fleet(), replica), name -> new ArrayList<>())
                        .add(replica);
            }
        }
        List<FleetGroup> groups = new ArrayList<>();
        members.forEach((name, replicas) -> groups.add(new FleetGroup(
                name,
                replicas.stream().mapToInt(Integer::intValue).toArray(),
                policies.of(PolicyRole.SCALING, ScalingPolicyType.class, name).orElseThrow(),
                policies.of(PolicyRole.DEPLOYMENT, DeploymentPolicyType.class, name))));
        return groups;
    }

    private static String nameOf(Scenario scenario, FleetSpec spec, int replica) {
        ServedReplica served = scenario.replicas().get(replica);
        String model = served.model().id();
        return switch (spec.group()) {
            case MODEL -> model;
            case SITE -> model + "/" + served.siteId();
            case COUNTRY ->
                model + "/"
                        + scenario.sites().stream()
                                .filter(site -> site.id().equals(served.siteId()))
                                .findFirst()
                                .orElseThrow()
                                .countryCode();
        };
    }

    /** Begins: the first decision is made when a period is over. */
    void start() {
        wasUsable = usable();
        router.tellIdle(this::onIdle);
        placement.tell(this::onPlacesChanged);
        kernel.schedule(kernel.nowNanos() + spec.periodNanos(), decision, 0, 0);
        book.start(groups, this::isOn, this::audit);
    }

    private boolean isOn(int replica) {
        return state[replica] == FleetState.ON;
    }

    private void onPeriod() {
        decideAll();
        views.forget();
        kernel.schedule(kernel.nowNanos() + spec.periodNanos(), decision, 0, 0);
    }

    /** A replica has failed or come back: it is decided again, once all of this instant has happened. */
    private void onPlacesChanged() {
        int usable = usable();
        if (usable != wasUsable && !isBusy && !isAgainDue) {
            isAgainDue = true;
            kernel.schedule(kernel.nowNanos(), again, 0, 0);
        }
        wasUsable = usable;
    }

    private void onAgain() {
        isAgainDue = false;
        decideAll();
    }

    private int usable() {
        return (int) IntStream.range(0, state.length).filter(this::isUsable).count();
    }

    /** Whether nothing but scaling keeps it from taking requests. */
    private boolean isUsable(int replica) {
        int own = state[replica] == FleetState.ON ? 0 : 1;
        return placement.openings().closings(replica) == own;
    }

    private void decideAll() {
        isBusy = true;
        boolean isOpened = false;
        for (FleetGroup group : groups) {
            isOpened |= decide(group);
        }
        isBusy = false;
        if (isOpened) {
            onOpened.run();
        }
    }

    /** Whether something has opened. */
    private boolean decide(FleetGroup group) {
        int[] usable = Arrays.stream(group.replicas()).filter(this::isUsable).toArray();
        views.turnTo(group, usable, state);
        int asked = policies.guarded(
                "on scaling " + group.name(), () -> group.scaling().replicas(views.scaling()));
        int wanted = Math.min(usable.length, Math.max(spec.least(), asked));
        boolean[] chosen = chosen(group, usable, wanted);
        int moves = spec.moves();
        boolean isOpened = false;
        for (int place = 0; place < usable.length && moves > 0; place++) {
            if (chosen[place] && !state[usable[place]].isMeantToServe()) {
                isOpened |= turnOn(usable[place]);
                moves--;
            }
        }
        for (int place = 0; place < usable.length && moves > 0; place++) {
            if (!chosen[place] && state[usable[place]].isMeantToServe() && turnOff(usable[place])) {
                moves--;
            }
        }
        placement.refresh();
        return isOpened;
    }

    private boolean[] chosen(FleetGroup group, int[] usable, int wanted) {
        boolean[] chosen = new boolean[usable.length];
        if (group.deployment().isEmpty()) {
            steady(usable, wanted, chosen);
            return chosen;
        }
        policies.guarded("on the deployment of " + group.name(), () -> {
            group.deployment().get().place(views.deployment(), wanted, chosen);
            return true;
        });
        long count = IntStream.range(0, chosen.length).filter(i -> chosen[i]).count();
        if (count != wanted) {
            throw new PolicyException("Policy %s: deployment chose %d replicas of %s, where %d were wanted."
                    .formatted(policies.spec().label(), count, group.name(), wanted));
        }
        return chosen;
    }

    /** Those that are on first, then in scenario order. */
    private void steady(int[] usable, int wanted, boolean[] chosen) {
        int left = wanted;
        for (int pass = 0; pass < 2; pass++) {
            for (int place = 0; place < usable.length && left > 0; place++) {
                if (state[usable[place]].isMeantToServe() == (pass == 0)) {
                    chosen[place] = true;
                    left--;
                }
            }
        }
    }

    /** Whether it takes requests at once, as it had not yet ended those it had. */
    private boolean turnOn(int replica) {
        book.starts(replica);
        if (state[replica] == FleetState.DRAINING) {
            open(replica);
            return true;
        }
        book.wakes(replica);
        if (spec.startNanos() == 0) {
            open(replica);
            return true;
        }
        state[replica] = FleetState.STARTING;
        startEvent[replica] = kernel.schedule(kernel.nowNanos() + spec.startNanos(), started, replica, 0);
        return false;
    }

    private void open(int replica) {
        book.changes();
        state[replica] = FleetState.ON;
        placement.openings().reopen(replica);
    }

    private void onStarted(int replica) {
        isBusy = true;
        open(replica);
        placement.refresh();
        isBusy = false;
        onOpened.run();
    }

    /** Whether it is turned off; not where somebody would be left without an open replica. */
    private boolean turnOff(int replica) {
        if (state[replica] == FleetState.STARTING) {
            kernel.cancel(startEvent[replica]);
            goOff(replica);
            book.stops(replica);
            return true;
        }
        if (isLastOfSomebody(replica)) {
            book.keeps(replica);
            return false;
        }
        book.changes();
        book.stops(replica);
        placement.openings().close(replica);
        if (router.isIdle(replica)) {
            goOff(replica);
        } else {
            state[replica] = FleetState.DRAINING;
        }
        return true;
    }

    private void goOff(int replica) {
        state[replica] = FleetState.OFF;
        book.goesOff(replica);
    }

    private void onIdle(int replica) {
        if (state[replica] == FleetState.DRAINING) {
            goOff(replica);
        }
    }

    private boolean isLastOfSomebody(int replica) {
        for (int row = 0; row < placement.rows(); row++) {
            int[] lawful = placement.lawful(row);
            boolean isAmong = Arrays.binarySearch(lawful, replica) >= 0; // they are in scenario order
            if (isAmong && Arrays.stream(lawful).noneMatch(other -> other != replica && isOpen(other))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(int replica) {
        return placement.openings().isOpen(replica);
    }

    /** Checks INV-P1: what scaling has turned off is closed, and idle where it is off. */
    void audit() {
        for (int replica = 0; replica < state.length; replica++) {
            boolean isRight = switch (state[replica]) {
                case ON -> true;
                case STARTING, OFF -> !isOpen(replica) && router.isIdle(replica);
                case DRAINING -> !isOpen(replica) && !router.isIdle(replica);
            };
            if (!isRight) {
                throw new InvariantViolation(
                        "INV-P1",
                        kernel.nowNanos(),
                        "replica %d is %s, %s, with %d requests"
                                .formatted(
                                        replica,
                                        state[replica],
                                        isOpen(replica) ? "open" : "closed",
                                        router.inFlight(replica)));
            }
        }
    }
}
