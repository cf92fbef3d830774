package org.tafsim.experiment.measured;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tafsim.scenario.catalog.Catalog;

/** The sources that can be read, in the order of the ledger. */
final class Sources {
    private static final Map<String, BiFunction<Path, Specs, Rows>> READERS = readers();

    private Sources() {}

    private static Map<String, BiFunction<Path, Specs, Rows>> readers() {
        Map<String, BiFunction<Path, Specs, Rows>> readers = new LinkedHashMap<>();
        readers.put(VllmRuns.SOURCE, VllmRuns::read);
        readers.put(SiliconRows.SOURCE, SiliconRows::read);
        readers.put(SplitwiseRows.SOURCE, SplitwiseRows::read);
        readers.put(HelixRows.SOURCE, HelixRows::read);
        return readers;
    }

    static List<String> names() {
        return List.copyOf(READERS.keySet());
    }

    /** What lies in the folder, by source; sources that are missing are missing from the answer too. */
    static Map<String, Rows> read(Path data, Catalog catalog) {
        Map<String, Rows> rows = new LinkedHashMap<>();
        Specs specs = new Specs(catalog);
        READERS.forEach((source, reader) -> {
            Path folder = data.resolve(source);
            if (Files.isDirectory(folder)) {
                rows.put(source, reader.apply(folder, specs));
            }
        });
        return rows;
    }

    /** Rows of a table whose first line names its columns. */
    static List<NamedCsvRecord> table(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the catalog calls something that the source calls by its own word. */
    static String named(Map<String, String> names, String word) {
        String name = names.get(word);
        if (name == null) {
            throw new IllegalArgumentException("The source's word '%s' is none of %s.".formatted(word, names.keySet()));
        }
        return name;
    }

    static int whole(NamedCsvRecord row, String column) {
        return (int) Double.parseDouble(row.getField(column));
    }

    static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
