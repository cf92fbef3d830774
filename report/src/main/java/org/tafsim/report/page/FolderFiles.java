package org.tafsim.report.page;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a folder, as far as they are there and whole; what is not is noted, and never stops a report. */
final class FolderFiles {

    private final Path folder;
    private final Notices notices;

    FolderFiles(Path folder, Notices notices) {
        this.folder = folder;
        this.notices = notices;
    }

    Notices notices() {
        return notices;
    }

    boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    Path folder() {
        return folder;
    }

    /**
     * A text.
     *
     * @param without what the report is without it, as in "the map is left out"
     */
    Optional<String> text(String name, String without) {
        try {
            return isThere(name, without)
                    ? Optional.of(Files.readString(folder.resolve(name), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            notices.warn("%s is not UTF-8: %s.".formatted(name, without));
        } catch (IOException e) {
            notices.warn("%s cannot be read: %s.".formatted(name, without));
        }
        return Optional.empty();
    }

    Optional<JsonNode> json(String name, String without) {
        return text(name, without).flatMap(text -> {
            try {
                return Optional.of(JsonMapper.shared().readTree(text));
            } catch (JacksonException e) {
                notices.warn("%s is not JSON, maybe it was cut: %s.".formatted(name, without));
                return Optional.empty();
            }
        });
    }

    private boolean isThere(String name, String without) {
        if (!has(name)) {
            notices.warn("%s is missing: %s.".formatted(name, without));
        }
        return has(name);
    }

    /**
     * Lines of a table, as far as they are whole.
     *
     * @param columns that it has to have
     * @param without what the report is without it
     * @param each takes a line; an {@link IllegalArgumentException} of it says that the line is malformed
     * @return whether the table is there
     */
    boolean rows(String name, List<String> columns, String without, Consumer<NamedCsvRecord> each) {
        long line = 1;
        try {
            if (!isThere(name, without)) {
                return false;
            }
            boolean isCut = !endsWithLineFeed(folder.resolve(name));
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
                Optional<NamedCsvRecord> last = Optional.empty();
                for (NamedCsvRecord row : csv) {
                    if (line == 1) {
                        checkColumns(name, row, columns);
                    }
                    line = last.map(NamedCsvRecord::getStartingLineNumber).orElse(row.getStartingLineNumber());
                    last.ifPresent(each);
                    last = Optional.of(row);
                    line = row.getStartingLineNumber();
                }
                if (isCut) {
                    notices.warn("%s is cut: its last line is left out.".formatted(name));
                } else {
                    last.ifPresent(each);
                }
            }
            return true;
        } catch (MissingColumn e) {
            notices.warn("%s has no column %s: %s.".formatted(name, e.column, without));
            return false;
        } catch (IllegalArgumentException | NoSuchElementException | CsvParseException e) {
            notices.warn("%s: line %d is not as it should be; it and what follows are left out.".formatted(name, line));
            return true;
        } catch (IOException | UncheckedIOException e) {
            notices.warn("%s cannot be read: %s.".formatted(name, without));
            return false;
        }
    }

    private static void checkColumns(String name, NamedCsvRecord row, List<String> columns) {
        for (String column : columns) {
            if (!row.getHeader().contains(column)) {
                throw new MissingColumn(name, column);
            }
        }
    }

    private static boolean endsWithLineFeed(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                return true;
            }
            bytes.seek(bytes.length() - 1);
            return bytes.read() == '\n';
        }
    }

    private static final class MissingColumn extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final String column;

        MissingColumn(String file, String column) {
            super("%s lacks %s".formatted(file, column));
            this.column = column;
        }
    }
}
