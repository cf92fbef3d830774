package org.tafsim.life;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.LifeSpec;
import org.tafsim.units.Durations;

/**
 * The life of replicas on demand (docs/model/model-life.md): each is pulled, loaded and warmed when somebody wants it, serves, and
 * is evicted when it is idle and another needs its memory. Who finds no memory waits in line.
 */
public final class ModelLife {
    private static final long NEVER = -1;

    private final Kernel kernel;
    private final Supply supply;
    private final Keeping keeping;
    private final StartTimes times;
    private final List<OnDemandReplica> replicas;
    private final List<CardGroupSpec> specs;
    private final List<CardGroup> groups;
    private final List<ArrayDeque<Integer>> lines = new ArrayList<>();
    private final Copies copies;
    private final LifeState[] state;
    private final int[] inService;
    private final long[] idleSince;
    private final long[] loadedAt;
    private final long[] served;
    private final long[] wantedSince;
    private final long[] readyAt;
    private final long[] pendingEvent;
    private final long[] pulledBytes;
    private final int[][] cards;
    private final int[][] members;
    private final long[] nextLook;
    private final int step;
    private final int look;

    /**
     * Nothing is loaded, and nothing wanted.
     *
     * @param replicas on demand, which are numbered in this order
     * @param groups of cards that they share
     * @param sites whose disks and host memories they use
     * @param supply brings them
     * @param keeping says who makes room
     */
    public ModelLife(
            Kernel kernel,
            LifeSpec life,
            List<OnDemandReplica> replicas,
            List<CardGroupSpec> groups,
            List<SiteStoreSpec> sites,
            Supply supply,
            Keeping keeping) {
        this.keeping = keeping;
        this.kernel = kernel;
        this.supply = supply;
        this.replicas = List.copyOf(replicas);
        specs = List.copyOf(groups);
        this.groups = groups.stream().map(CardGroup::new).toList();
        groups.forEach(group -> lines.add(new ArrayDeque<>()));
        times = new StartTimes(life);
        int count = replicas.size();
        state = new LifeState[count];
        inService = new int[count];
        idleSince = new long[count];
        loadedAt = new long[count];
        served = new long[count];
        wantedSince = new long[count];
        readyAt = new long[count];
        pendingEvent = new long[count];
        pulledBytes = new long[count];
        cards = new int[count][];
        copies = new Copies(life, sites, this.replicas, this::isCopyIdle, this::lookWhere);
        for (int r = 0; r < count; r++) {
            requireFit(this.replicas.get(r));
            state[r] = copies.where(r);
            cards[r] = new int[0];
            wantedSince[r] = NEVER;
        }
        members = new int[groups.size()][];
        nextLook = new long[groups.size()];
        Arrays.setAll(
                members,
                group -> IntStream.range(0, count)
                        .filter(r -> this.replicas.get(r).group() == group)
                        .toArray());
        step = kernel.register(EventRank.SERVICE, (r, unused) -> onStep(r));
        look = kernel.register(EventRank.SERVICE, (group, unused) -> serveLine(group));
    }

    private void requireFit(OnDemandReplica replica) {
        CardGroup group = groups.get(replica.group());
        if (replica.cards() > group.cards() || replica.bytesPerCard() > group.memoryBytes()) {
            throw new IllegalArgumentException("A replica of %d cards with %d bytes on each never fits %d of %d bytes."
                    .formatted(replica.cards(), replica.bytesPerCard(), group.cards(), group.memoryBytes()));
        }
    }

    /** Makes a replica ready at the start, where there is room beside those loaded before. */
    public void preload(int r) {
        OnDemandReplica replica = replicas.get(r);
        if (Victims.fits(groups.get(replica.group()).plan(), replica) && makeRoom(r)) {
            state[r] = LifeState.READY;
            isLoaded(r);
        }
    }

    private void isLoaded(int r) {
        idleSince[r] = kernel.nowNanos();
        loadedAt[r] = kernel.nowNanos();
        served[r] = 0;
    }

    /** Whether a replica serves. */
    public boolean isReady(int r) {
        return state[r] == LifeState.READY;
    }

    /** What a replica is doing. */
    public LifeState state(int r) {
        return state[r];
    }

    /** Whether a replica is ready or can be started. */
    public boolean canStart(int r) {
        return state[r] != LifeState.ABSENT || supply.canPull(r);
    }

    /** Somebody waits for a replica that is not ready but can be started: its start begins, where it is not under way. */
    public void want(int r) {
        if (wantedSince[r] == NEVER) {
            wantedSince[r] = kernel.nowNanos();
        }
        if (state[r] == LifeState.ABSENT) {
            pull(r);
        } else if (state[r].isParked()) {
            standInLine(r);
        }
    }

    private void pull(int r) {
        pulledBytes[r] = copies.bytesToPull(r);
        state[r] = LifeState.PULLING;
        copies.pull(r);
        supply.pull(r, pulledBytes[r]);
    }

    /** All bytes of a pull have come. */
    public void pulled(int r) {
        if (wantedSince[r] == NEVER) { // its site stopped in the meantime
            park(r);
        } else {
            standInLine(r);
        }
    }

    private void standInLine(int r) {
        state[r] = LifeState.WAITING;
        int group = replicas.get(r).group();
        lines.get(group).add(r);
        serveLine(group);
    }

    /** A request has begun to be served by a replica that is ready. */
    public void enter(int r) {
        inService[r]++;
        served[r]++;
    }

    /** Requests that a replica has begun to serve since it was loaded. */
    public long served(int r) {
        return served[r];
    }

    /** When a replica was loaded last (ns). */
    public long loadedNanos(int r) {
        return loadedAt[r];
    }

    /** Since when a replica is idle (ns). */
    public long idleNanos(int r) {
        return idleSince[r];
    }

    /** Time until a replica would serve again (s) that goes now and leaves no copy in host memory, as if memory were free. */
    public double returnSeconds(int r) {
        return copies.isOnDisk(r)
                ? times.seconds(replicas.get(r), false, true)
                : supply.pullSeconds(r, copies.bytesToPull(r)) + times.seconds(replicas.get(r), false, copies.keeps());
    }

    /** A request has left a replica. */
    public void leave(int r) {
        inService[r]--;
        if (inService[r] == 0) {
            idleSince[r] = kernel.nowNanos();
            serveLine(replicas.get(r).group());
        }
    }

    /** A replica stops with its site: what was loaded is lost. A pull goes on, for nobody. Nothing may be in service any more. */
    public void stop(int r) {
        wantedSince[r] = NEVER;
        if (state[r] == LifeState.PULLING) {
            return;
        }
        int group = replicas.get(r).group();
        if (state[r] == LifeState.LOADING || state[r] == LifeState.WARMING) {
            kernel.cancel(pendingEvent[r]);
        } else if (state[r] == LifeState.WAITING) {
            lines.get(group).remove((Integer) r);
        }
        freeCards(r);
        copies.leaveHost(r);
        park(r);
        serveLine(group);
    }

    /** Loads those in line as long as there is room, or room can be made. */
    private void serveLine(int group) {
        ArrayDeque<Integer> line = lines.get(group);
        while (!line.isEmpty()) {
            if (!makeRoom(line.element())) {
                lookAgain(group);
                return;
            }
            load(line.remove());
        }
    }

    /** Takes cards for a replica, of others that are idle where none are free. */
    private boolean makeRoom(int r) {
        OnDemandReplica replica = replicas.get(r);
        CardGroup group = groups.get(replica.group());
        Optional<List<Integer>> victims =
                Victims.find(group.plan(), replica, evictable(replica.group()), replicas, cards);
        if (victims.isEmpty()) {
            return false;
        }
        victims.get().forEach(this::evict);
        cards[r] = CardGroup.take(group.plan(), replica.cards(), replica.bytesPerCard());
        group.take(cards[r], replica.bytesPerCard());
        supply.memoryChanged();
        return true;
    }

    /** Idle replicas of a group whose time to be kept alive is over, in the order in which they go. */
    private List<Integer> evictable(int group) {
        List<Integer> idle = new ArrayList<>();
        for (int r : members[group]) {
            if (isIdle(r) && idleSince[r] + specs.get(group).keepAliveNanos() <= kernel.nowNanos()) {
                idle.add(r);
            }
        }
        double[] value = new double[state.length];
        idle.forEach(r -> value[r] = worth(r));
        idle.sort(Comparator.<Integer>comparingDouble(r -> value[r])
                .thenComparingLong(r -> idleSince[r])); // of equals the first
        return idle;
    }

    private double worth(int r) {
        double value = keeping.value(r);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private boolean isIdle(int r) {
        return state[r] == LifeState.READY && inService[r] == 0;
    }

    /** The line of a group is served again when the next replica may be evicted; those that fall idle later say so themselves. */
    private void lookAgain(int group) {
        long next = Long.MAX_VALUE;
        for (int r : members[group]) {
            long mayGo = idleSince[r] + specs.get(group).keepAliveNanos();
            if (isIdle(r) && mayGo > kernel.nowNanos()) {
                next = Math.min(next, mayGo);
            }
        }
        boolean isPlanned = nextLook[group] > kernel.nowNanos() && nextLook[group] <= next;
        if (next < Long.MAX_VALUE && !isPlanned) {
            nextLook[group] = next;
            kernel.schedule(next, look, group, 0);
        }
    }

    private void evict(int r) {
        keeping.evicted(r);
        freeCards(r);
        copies.evict(r);
        park(r);
        supply.evicted(r);
    }

    private void freeCards(int r) {
        OnDemandReplica replica = replicas.get(r);
        groups.get(replica.group()).take(cards[r], -replica.bytesPerCard());
        cards[r] = new int[0];
        supply.memoryChanged();
    }

    private void load(int r) {
        OnDemandReplica replica = replicas.get(r);
        state[r] = LifeState.LOADING;
        long moved = kernel.nowNanos() + times.moveNanos(replica);
        readyAt[r] = moved;
        if (!copies.isInHost(r)) {
            long begun = kernel.nowNanos() + times.engineNanos();
            long inHost = copies.isOnDisk(r) ? copies.readDisk(r, begun, times.readNanos(replica)) : begun;
            moved = inHost + times.moveNanos(replica);
            readyAt[r] = moved + times.warmupNanos();
        }
        pendingEvent[r] = kernel.schedule(moved, step, r, 0);
    }

    private void onStep(int r) {
        if (state[r] == LifeState.LOADING && !copies.isInHost(r)) {
            state[r] = LifeState.WARMING;
            pendingEvent[r] = kernel.schedule(readyAt[r], step, r, 0);
            return;
        }
        copies.leaveHost(r);
        state[r] = LifeState.READY;
        isLoaded(r);
        long since = wantedSince[r];
        wantedSince[r] = NEVER;
        supply.ready(r, since);
        if (inService[r] == 0) {
            serveLine(replicas.get(r).group());
        }
    }

    private void park(int r) {
        state[r] = copies.where(r);
        supply.parked(r);
    }

    private void lookWhere(int r) {
        if (state[r].isParked()) {
            park(r);
        }
    }

    private boolean isCopyIdle(int r) {
        return state[r].isParked() || state[r] == LifeState.READY || state[r] == LifeState.WARMING;
    }

    /** Time until a replica serves that is wanted now (s), as if memory were free; 0 where it does. */
    public double startSeconds(int r) {
        OnDemandReplica replica = replicas.get(r);
        return switch (state[r]) {
            case READY -> 0;
            case LOADING, WARMING -> Durations.secondsOfNanos(readyAt[r] - kernel.nowNanos());
            case ABSENT -> supply.pullSeconds(r, copies.bytesToPull(r)) + times.seconds(replica, false, copies.keeps());
            case PULLING -> supply.pullSeconds(r, pulledBytes[r]) + times.seconds(replica, false, copies.isOnDisk(r));
            case WAITING, IN_HOST, ON_DISK -> times.seconds(replica, copies.isInHost(r), copies.isOnDisk(r));
        };
    }

    /** Share of the memory of all groups that replicas hold, in [0, 1]. */
    public double residentFraction() {
        double used = 0;
        double all = 0;
        for (CardGroup group : groups) {
            used += group.usedBytes();
            all += group.totalBytes();
        }
        return used / all;
    }

    /** Requests in service at a replica. */
    public int inService(int r) {
        return inService[r];
    }

    /**
     * Counts the books anew.
     *
     * @throws InvariantViolation when INV-L1 or INV-L2 does not hold
     */
    public void audit() {
        for (int g = 0; g < groups.size(); g++) {
            CardGroup group = groups.get(g);
            long[] free = new long[group.cards()];
            Arrays.fill(free, group.memoryBytes());
            for (int r : members[g]) {
                CardGroup.give(free, cards[r], -replicas.get(r).bytesPerCard());
            }
            for (int card = 0; card < free.length; card++) {
                if (free[card] != group.freeBytes(card) || free[card] < 0) {
                    violated(
                            "INV-L1",
                            "card %d of group %d has %d bytes free, or %d"
                                    .formatted(card, g, free[card], group.freeBytes(card)));
                }
            }
        }
        for (int r = 0; r < state.length; r++) {
            auditState(r);
        }
        if (!copies.areCounted()) {
            violated("INV-L2", "the copies on disk and in host memory are not those that are counted");
        }
    }

    private void auditState(int r) {
        boolean isInLine = lines.get(replicas.get(r).group()).contains(r);
        boolean isRight = state[r].holdsMemory() == (cards[r].length > 0)
                && isInLine == (state[r] == LifeState.WAITING)
                && (inService[r] == 0 || state[r] == LifeState.READY)
                && (!state[r].isParked() || state[r] == copies.where(r));
        if (!isRight) {
            violated(
                    "INV-L2",
                    "replica %d on demand is %s, with %d cards, %d in service, %s line, and its copy %s"
                            .formatted(
                                    r,
                                    state[r],
                                    cards[r].length,
                                    inService[r],
                                    isInLine ? "in" : "not in",
                                    copies.where(r)));
        }
    }

    private void violated(String law, String what) {
        throw new InvariantViolation(law, kernel.nowNanos(), what);
    }
}
