package org.tafsim.cli.catalog;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.TextTable;
import org.tafsim.model.MigGeometry;
import org.tafsim.model.MigLayout;
import org.tafsim.model.MigLayouts;
import org.tafsim.model.MigProfile;
import picocli.CommandLine.Help.Ansi;

/**
 * How one card can be cut: as tables for people, as it is for programs.
 *
 * @param id of the accelerator
 * @param layouts that are full: nothing more fits
 */
record MigListing(
        String id, int computeSlices, int memorySlices, List<Profile> profiles, List<Layout> layouts, String source) {

    /** A size of instance; shares are of the card. */
    record Profile(
            String id,
            int computeSlices,
            int memorySlices,
            List<Integer> starts,
            int most,
            BigDecimal computeShare,
            BigDecimal bandwidthShare,
            BigDecimal memoryShare) {

        static Profile of(MigGeometry geometry, MigProfile profile) {
            return new Profile(
                    profile.id(),
                    profile.computeSlices(),
                    profile.memorySlices(),
                    profile.starts(),
                    profile.most(),
                    Json.decimal(profile.computeShare(), 3),
                    Json.decimal((double) profile.memorySlices() / geometry.memorySlices(), 3),
                    Json.decimal(profile.memoryShare(), 3));
        }
    }

    /** A full layout; slices are stranded where no instance can use them. */
    record Layout(List<String> instances, List<Integer> starts, int strandedCompute, int strandedMemory) {

        static Layout of(MigLayouts layouts, MigLayout layout) {
            return new Layout(
                    layout.instances().stream().map(one -> one.profile().id()).toList(),
                    layout.instances().stream().map(MigLayout.Instance::start).toList(),
                    layouts.strandedCompute(layout),
                    layouts.strandedMemory(layout));
        }
    }

    static MigListing of(MigGeometry geometry) {
        MigLayouts layouts = new MigLayouts(geometry);
        return new MigListing(
                geometry.cardId(),
                geometry.computeSlices(),
                geometry.memorySlices(),
                geometry.profiles().stream()
                        .map(profile -> Profile.of(geometry, profile))
                        .toList(),
                layouts.full().stream()
                        .map(layout -> Layout.of(layouts, layout))
                        .toList(),
                geometry.source());
    }

    void print(PrintWriter out, Ansi ansi) {
        out.println("%s: %d compute slices, %d memory slices".formatted(id, computeSlices, memorySlices));
        out.println();
        profileTable().print(out, ansi);
        out.println();
        out.println("Full layouts, placed so that the fewest slices are stranded:");
        out.println();
        layoutTable().print(out, ansi);
        out.println();
        TextTable.wrapped("source: " + source, TextTable.WIDTH).forEach(out::println);
    }

    private TextTable profileTable() {
        TextTable table = TextTable.of(
                "profile", "compute#", "memory#", "starts", "most#", "of compute#", "of bandwidth#", "of memory#");
        for (Profile profile : profiles) {
            table.add(
                    profile.id(),
                    String.valueOf(profile.computeSlices()),
                    String.valueOf(profile.memorySlices()),
                    profile.starts().toString(),
                    String.valueOf(profile.most()),
                    percent(profile.computeShare()),
                    percent(profile.bandwidthShare()),
                    percent(profile.memoryShare()));
        }
        return table;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2) + " %";
    }

    private TextTable layoutTable() {
        TextTable table = TextTable.of("instances", "stranded compute#", "stranded memory#");
        for (Layout layout : layouts) {
            table.add(
                    String.join(", ", layout.instances()),
                    String.valueOf(layout.strandedCompute()),
                    String.valueOf(layout.strandedMemory()));
        }
        return table;
    }
}
