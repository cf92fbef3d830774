package org.tafsim.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Cards to cut. */
final class Geometries {

    /** Placements as NVIDIA's driver lists them for A100 and H100 of 80 GB. */
    static final MigGeometry EIGHT = new MigGeometry(
            "A100-80",
            7,
            8,
            List.of(
                    profile("1g.10gb", 1, 1, List.of(0, 1, 2, 3, 4, 5, 6), 7),
                    profile("1g.20gb", 1, 2, List.of(0, 2, 4, 6), 4),
                    profile("2g.20gb", 2, 2, List.of(0, 2, 4), 3),
                    profile("3g.40gb", 3, 4, List.of(0, 4), 2),
                    profile("4g.40gb", 4, 4, List.of(0), 1),
                    profile("7g.80gb", 7, 8, List.of(0), 1)),
            "test");

    static final MigGeometry FOUR = new MigGeometry(
            "A30",
            4,
            4,
            List.of(
                    profile("1g.6gb", 1, 1, List.of(0, 1, 2, 3), 4),
                    profile("2g.12gb", 2, 2, List.of(0, 2), 2),
                    profile("4g.24gb", 4, 4, List.of(0), 1)),
            "test");

    private Geometries() {}

    private static MigProfile profile(String id, int compute, int memory, List<Integer> starts, int most) {
        return new MigProfile(id, compute, memory, starts, most, compute / 7.0, memory / 8.0);
    }

    static List<MigProfile> profiles(MigGeometry geometry, String... ids) {
        return List.of(ids).stream().map(id -> geometry.find(id).orElseThrow()).toList();
    }

    /** Some card, with profiles no maker would think of. */
    static MigGeometry any(SplittableRandom random) {
        int memory = random.nextInt(1, 7);
        int compute = random.nextInt(1, 7);
        List<MigProfile> profiles = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 5); i++) {
            int takes = random.nextInt(1, memory + 1);
            List<Integer> starts = IntStream.rangeClosed(0, memory - takes)
                    .filter(start -> start == 0 || random.nextBoolean())
                    .boxed()
                    .toList();
            profiles.add(profile("p" + i, random.nextInt(1, compute + 1), takes, starts, random.nextInt(1, 5)));
        }
        return new MigGeometry("any", compute, memory, profiles, "test");
    }
}
