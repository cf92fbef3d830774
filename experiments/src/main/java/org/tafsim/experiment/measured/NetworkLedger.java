package org.tafsim.experiment.measured;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tafsim.model.TransportSpec;
import org.tafsim.scenario.catalog.Catalog;

/**
 * The network beside measurements and published figures.
 *
 * @param rows in the order of the sources
 * @param missing files that were not there, from the folder
 */
public record NetworkLedger(List<NetworkRow> rows, List<String> missing) {

    /** Files that are read, from the folder. */
    public static List<String> sources() {
        return Stream.concat(
                        Stream.of(AccessRows.FILE, RoundTripRows.AZURE, RoundTripRows.IBM), GraphRows.FILES.stream())
                .toList();
    }

    /**
     * Everything whose file is there; no row where none is. Peak rates need no file.
     *
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public static NetworkLedger of(Path data, Catalog catalog) {
        CityNetwork straight = new CityNetwork(TransportSpec.GreatCircle.USUAL);
        Map<String, Function<Path, List<NetworkRow>>> readers = new LinkedHashMap<>();
        readers.put(AccessRows.FILE, file -> AccessRows.read(file, catalog));
        readers.put(RoundTripRows.AZURE, file -> RoundTripRows.azure(file, "great circle", straight));
        readers.put(RoundTripRows.IBM, file -> RoundTripRows.ibm(file, "great circle", straight));
        Path azure = data.resolve(RoundTripRows.AZURE);
        GraphRows.FILES.forEach(name -> readers.put(name, GraphRows.on(azure, catalog)));
        List<NetworkRow> rows = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        readers.forEach((name, reader) -> {
            Path file = data.resolve(name);
            if (Files.isRegularFile(file)) {
                rows.addAll(reader.apply(file));
            } else {
                missing.add(name);
            }
        });
        if (!rows.isEmpty()) {
            rows.addAll(PeakRows.all());
        }
        return new NetworkLedger(List.copyOf(rows), List.copyOf(missing));
    }

    /** Rows whose error exceeds its bound. */
    public List<NetworkRow> broken() {
        return rows.stream().filter(row -> row.error().isBroken()).toList();
    }
}
