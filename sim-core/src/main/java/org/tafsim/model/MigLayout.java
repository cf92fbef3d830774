package org.tafsim.model;

import java.util.List;

/**
 * Instances on one card, each in its place.
 *
 * @param geometry of the card
 * @param instances by their start
 */
public record MigLayout(MigGeometry geometry, List<Instance> instances) {

    /**
     * One instance.
     *
     * @param start first memory slice it covers
     */
    public record Instance(MigProfile profile, int start) {

        @Override
        public String toString() {
            return profile + "@" + start;
        }
    }

    /** Copies and checks that the instances fit beside each other. */
    public MigLayout {
        instances = List.copyOf(instances);
        int covered = 0;
        for (Instance instance : instances) {
            int covers = instance.profile().covers(instance.start());
            if (!instance.profile().starts().contains(instance.start()) || (covered & covers) != 0) {
                throw new IllegalArgumentException(
                        "%s has no room for %s in %s.".formatted(geometry.cardId(), instance, instances));
            }
            covered |= covers;
        }
        int compute = computeSlices(instances);
        if (compute > geometry.computeSlices()) {
            throw new IllegalArgumentException("%s has %d compute slices, and %s take %d."
                    .formatted(geometry.cardId(), geometry.computeSlices(), instances, compute));
        }
    }

    /** The sizes, largest first. */
    public List<MigProfile> profiles() {
        return MigLayouts.sorted(
                geometry, instances.stream().map(Instance::profile).toList());
    }

    /** Compute slices in use. */
    public int computeSlices() {
        return computeSlices(instances);
    }

    /** Compute slices that these use together. */
    static int computeSlices(List<Instance> instances) {
        return instances.stream().mapToInt(one -> one.profile().computeSlices()).sum();
    }

    /** Memory slices in use. */
    public int memorySlices() {
        return instances.stream().mapToInt(one -> one.profile().memorySlices()).sum();
    }
}
