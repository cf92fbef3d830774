package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** CSV as result files have it, in memory. */
public final class CsvText {

    private CsvText() {}

    /** What the lines amount to. */
    public static String of(Consumer<CsvWriter> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written.", e);
        }
        return text.toString();
    }
}
