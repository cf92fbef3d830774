package org.tafsim.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All ways to cut one card: every set of instances that a driver would accept, in every place. Cards have four or eight memory
 * slices, so there are at most some hundreds, and every question is a look through them: {@code docs/model/accelerators.md}.
 */
public final class MigLayouts {

    private final MigGeometry geometry;
    private final List<MigLayout> all = new ArrayList<>();
    private final Map<List<MigProfile>, List<MigLayout>> bySet = new LinkedHashMap<>();

    /** Of a card. */
    public MigLayouts(MigGeometry geometry) {
        this.geometry = geometry;
        collect(0, new ArrayList<>());
        all.forEach(layout -> bySet.computeIfAbsent(layout.profiles(), any -> new ArrayList<>())
                .add(layout));
    }

    /** Goes along the memory slices: each is the start of one instance, or left to the one before or to nobody. */
    private void collect(int slice, List<MigLayout.Instance> placed) {
        if (slice >= geometry.memorySlices()) {
            all.add(new MigLayout(geometry, placed));
            return;
        }
        for (MigProfile profile : geometry.profiles()) {
            if (profile.starts().contains(slice) && isRoomFor(profile, placed)) {
                placed.add(new MigLayout.Instance(profile, slice));
                collect(slice + profile.memorySlices(), placed);
                placed.remove(placed.size() - 1);
            }
        }
        collect(slice + 1, placed);
    }

    private boolean isRoomFor(MigProfile profile, List<MigLayout.Instance> placed) {
        long alike =
                placed.stream().filter(one -> one.profile().equals(profile)).count();
        return MigLayout.computeSlices(placed) + profile.computeSlices() <= geometry.computeSlices()
                && alike < profile.most();
    }

    /** All of them, the empty one last. */
    public List<MigLayout> all() {
        return List.copyOf(all);
    }

    /** These instances, placed so that the fewest slices are stranded; empty where the card cannot be cut so. */
    public Optional<MigLayout> find(List<MigProfile> profiles) {
        return bySet.getOrDefault(sorted(geometry, profiles), List.of()).stream()
                .min(Comparator.comparingInt(this::strandedCompute).thenComparingInt(this::strandedMemory));
    }

    /** Compute slices that no further instance can use. */
    public int strandedCompute(MigLayout layout) {
        int most = extending(layout).mapToInt(MigLayout::computeSlices).max().orElse(0);
        return geometry.computeSlices() - most;
    }

    /** Memory slices that no further instance can use. */
    public int strandedMemory(MigLayout layout) {
        int most = extending(layout).mapToInt(MigLayout::memorySlices).max().orElse(0);
        return geometry.memorySlices() - most;
    }

    private Stream<MigLayout> extending(MigLayout layout) {
        return all.stream().filter(other -> other.instances().containsAll(layout.instances()));
    }

    /** Layouts that are full: whatever the places, not one more instance fits. Each set of instances once, placed best. */
    public List<MigLayout> full() {
        return bySet.keySet().stream()
                .filter(set -> bySet.keySet().stream().noneMatch(other -> isMore(other, set)))
                .map(set -> find(set).orElseThrow())
                .sorted(Comparator.comparingInt(
                                (MigLayout layout) -> layout.instances().size())
                        .thenComparing(MigLayout::computeSlices, Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isMore(List<MigProfile> set, List<MigProfile> than) {
        return set.size() > than.size() && missing(than, set) == 0;
    }

    /** Sets that fit, nearest to instances that do not: fewest changed, then nearest in compute slices. */
    public List<List<MigProfile>> nearest(List<MigProfile> profiles, int most) {
        int compute = computeSlices(profiles);
        return bySet.keySet().stream()
                .filter(set -> !set.isEmpty())
                .sorted(Comparator.comparingInt((List<MigProfile> set) -> changes(set, profiles))
                        .thenComparingInt(set -> Math.abs(computeSlices(set) - compute)))
                .limit(most)
                .toList();
    }

    private static int computeSlices(List<MigProfile> set) {
        return set.stream().mapToInt(MigProfile::computeSlices).sum();
    }

    private static int changes(List<MigProfile> set, List<MigProfile> asked) {
        return Math.max(missing(set, asked), missing(asked, set));
    }

    /** How many of these are not in there, each counted as often as it comes. */
    private static int missing(List<MigProfile> these, List<MigProfile> there) {
        List<MigProfile> left = new ArrayList<>(there);
        return (int) these.stream().filter(one -> !left.remove(one)).count();
    }

    /** Largest first, in the order of the geometry backwards. */
    static List<MigProfile> sorted(MigGeometry geometry, List<MigProfile> profiles) {
        return profiles.stream()
                .sorted(Comparator.comparingInt(
                                (MigProfile profile) -> geometry.profiles().indexOf(profile))
                        .reversed())
                .toList();
    }
}
