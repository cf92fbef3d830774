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
        if (!isThere(name, without)) {
            return false;
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
            takeAll(name, csv, row -> take(name, columns, row, each));
            return true;
        } catch (MissingColumn e) {
            notices.warn("%s has no column %s: %s.".formatted(name, e.column, without));
            return false;
        } catch (BadLine e) {
            noteDamage(name, e.line);
            return true;
        } catch (IOException | UncheckedIOException e) {
            notices.warn("%s cannot be read: %s.".formatted(name, without));
            return false;
        }
    }

    /** A line is taken once the next one is there: of a file that ends within a line, the last is not whole. */
    private void takeAll(String name, CsvReader<NamedCsvRecord> csv, Consumer<NamedCsvRecord> take) throws IOException {
        boolean isCut = !endsWithLineFeed(folder.resolve(name));
        Optional<NamedCsvRecord> before = Optional.empty();
        try {
            for (NamedCsvRecord row : csv) {
                before.ifPresent(take);
                before = Optional.of(row);
            }
            if (isCut) {
                noteCut(name);
            } else {
                before.ifPresent(take);
            }
        } catch (CsvParseException e) {
            before.ifPresent(take);
            if (isCut) {
                noteCut(name);
            } else {
                noteDamage(
                        name,
                        1 + before.map(NamedCsvRecord::getStartingLineNumber).orElse(0L));
            }
        }
    }

    private static void take(String name, List<String> columns, NamedCsvRecord row, Consumer<NamedCsvRecord> each) {
        checkColumns(name, row, columns);
        try {
            each.accept(row);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new BadLine(row.getStartingLineNumber(), e);
        }
    }

    private void noteCut(String name) {
        notices.warn("%s is cut: its last line is left out.".formatted(name));
    }

    private void noteDamage(String name, long line) {
        notices.warn("%s: line %d is not as it should be; it and what follows are left out.".formatted(name, line));
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

    private static final class BadLine extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long line;

        BadLine(long line, Throwable cause) {
            super("line " + line, cause);
            this.line = line;
        }
    }

    private static final class MissingColumn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String column;

        MissingColumn(String file, String column) {
            super("%s lacks %s".formatted(file, column));
            this.column = column;
        }
    }
}
