package org.tafsim.experiment.pack.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips as an attacker makes them: a plain one, whose bytes are then bent. */
final class ForgedZip {

    private static final int CENTRAL = 0x02014b50;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private byte[] bent = new byte[0];

    /** Adds a file. */
    ForgedZip with(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ForgedZip with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the plain part. */
    ForgedZip close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bent = bytes.toByteArray();
        return this;
    }

    /** Puts bytes in the place of others, as many, wherever they stand. */
    ForgedZip replacing(String old, String other) {
        byte[] from = old.getBytes(StandardCharsets.ISO_8859_1);
        byte[] to = other.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i + from.length <= bent.length; i++) {
            if (ByteBuffer.wrap(bent, i, from.length).equals(ByteBuffer.wrap(from))) {
                System.arraycopy(to, 0, bent, i, to.length);
            }
        }
        return this;
    }

    /** Sets a field of a file's record in the directory. */
    ForgedZip directory(int file, int offset, int bytesOfField, long value) {
        int at = records().get(file) + offset;
        for (int i = 0; i < bytesOfField; i++) {
            bent[at + i] = (byte) (value >>> (8 * i));
        }
        return this;
    }

    private List<Integer> records() {
        ByteBuffer all = ByteBuffer.wrap(bent).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> records = new ArrayList<>();
        for (int i = 0; i + 4 <= bent.length; i++) {
            if (all.getInt(i) == CENTRAL) {
                records.add(i);
            }
        }
        return records;
    }

    ForgedZip cutTo(double share) {
        bent = java.util.Arrays.copyOf(bent, (int) (bent.length * share));
        return this;
    }

    ForgedZip behind(String text) {
        byte[] before = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(before.length + bent.length);
        bent = all.put(before).put(bent).array();
        return this;
    }

    Path writeTo(Path file) throws IOException {
        return Files.write(file, bent);
    }
}
