package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** CSV as RFC 4180 has it, with {@code \n} between lines and in UTF-8. */
final class Csv {

    private Csv() {}

    /** A writer that closes its target. */
    static CsvWriter to(OutputStream target) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    }
}
