package org.tafsim.plugins.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

/** Lines, however their bytes come. */
class LineReaderTest {

    @ParameterizedTest
    @SeedSource(count = 20)
    void linesAreTheSameInWhateverPiecesTheyCome(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lines.add("é".repeat(random.nextInt(random.nextInt(20) == 0 ? 20_000 : 50)));
        }
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        LineReader reader = new LineReader(inPieces(bytes, random), 1 << 20);

        List<String> read = new ArrayList<>();
        while (reader.next()) {
            read.add(reader.text());
        }

        assertThat(read).isEqualTo(lines);
    }

    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(3000)));
            }
        };
    }

    @Test
    void aLineWithoutEndIsNone() throws IOException {
        assertThat(of("ab").next()).isFalse();
    }

    @Test
    void aLineThatIsTooLongIsNotWaitedFor() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatExceptionOfType(ProcessFailure.class)
                .isThrownBy(() -> new LineReader(endless, 10_000).next())
                .withMessage("said a line of more than 10000 bytes");
    }

    private static LineReader of(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000);
    }
}
