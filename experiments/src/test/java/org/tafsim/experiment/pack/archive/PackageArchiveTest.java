package org.tafsim.experiment.pack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageArchiveTest {

    private static final int FLAGS = 8;
    private static final int PACKED_BYTES = 20;
    private static final int BYTES = 24;
    private static final int UNIX_MODE = 40;
    private static final int HEADER_AT = 42;

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> hostileZips() {
        String zeros = "\0".repeat(30 << 20);
        return Stream.of(
                hostile(
                        "zip-slip",
                        plain("xx/up.csv").replacing("xx/up.csv", "../up.csv"),
                        "../up.csv: its name leads out"),
                hostile("absolute path", plain("/etc/up.csv"), "/etc/up.csv: its name is an absolute path"),
                hostile("drive letter", plain("C:up.csv"), "C:up.csv: its name starts with a drive letter"),
                hostile("backslash", plain("..\\up.csv"), "its name has a backslash"),
                hostile(
                        "symbolic link",
                        plain("l.csv").directory(0, UNIX_MODE, 2, 0xA1FF),
                        "l.csv: is a symbolic link"),
                hostile("device", plain("l.csv").directory(0, UNIX_MODE, 2, 0x2180), "l.csv: is a device"),
                hostile(
                        "the same name twice",
                        new ForgedZip()
                                .with("a.csv", "1")
                                .with("b.csv", "2")
                                .close()
                                .replacing("b.csv", "a.csv"),
                        "a.csv: stands in the zip twice"),
                hostile(
                        "names that collide without capitals",
                        new ForgedZip().with("a.csv", "1").with("A.csv", "2").close(),
                        "A.csv: differs from a.csv in capitals only"),
                hostile(
                        "a file where others lie below",
                        new ForgedZip()
                                .with("a.csv/b.csv", "1")
                                .with("a.csv", "2")
                                .close(),
                        "a.csv: is a file where others lie below"),
                hostile(
                        "zip bomb",
                        new ForgedZip().with("a.csv", zeros).close(),
                        "a.csv: unpacks to more than 400 times"),
                hostile(
                        "zip bomb of shared bytes",
                        new ForgedZip()
                                .with("a.csv", "1")
                                .with("b.csv", "2")
                                .close()
                                .directory(1, HEADER_AT, 4, 0),
                        "b.csv: shares bytes with another file"),
                hostile("too large", plain("a.csv").directory(0, BYTES, 4, 0xFFFFFFF0L), "a.csv: is larger than"),
                hostile("overlong name", plain("a".repeat(250) + ".csv"), "its name is longer than 240"),
                hostile("name of a device", plain("run/NUL.csv"), "its name is that of a device"),
                hostile("jar", plain("plugins/evil.jar"), "evil.jar: is code (.jar): a package must not carry code"),
                hostile("class file", plain("Evil.class"), "a package must not carry code"),
                hostile("script", plain("run.sh"), "a package must not carry code"),
                hostile(
                        "archive",
                        plain("inner.zip"),
                        "inner.zip: is an archive (.zip): archives in a package are not"),
                hostile("unknown kind", plain("a.bin"), "a.bin: is no kind of file"),
                hostile(
                        "not UTF-8",
                        plain("ab.csv").replacing("ab.csv", "\u00ff\u00feb.cs"),
                        "entry 1: its name is not UTF-8"),
                hostile("control character", plain("a\nb.csv"), "a?b.csv: its name has other characters"),
                hostile("encrypted", plain("a.csv").directory(0, FLAGS, 2, 1), "a.csv: is encrypted"),
                hostile("cut off", plain("a.csv").cutTo(0.7), "the zip is no zip, is cut off"),
                hostile("something in front", plain("a.csv").behind("#!/bin/sh\n"), "the zip is damaged"),
                hostile("empty file", plain("a.csv").cutTo(0), "the zip is no zip"),
                hostile(
                        "two descriptions",
                        plain("a.csv").directory(0, FLAGS, 2, 0x0002),
                        "a.csv: is described in two ways"));
    }

    private static Arguments hostile(String name, ForgedZip zip, String message) {
        return Arguments.of(name, zip, message);
    }

    private static ForgedZip plain(String name) {
        return new ForgedZip().with(name, "text").close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileZips")
    void hostileZipsAreRefusedBeforeAnythingIsRead(String name, ForgedZip zip, String message) throws IOException {
        Path file = zip.writeTo(folder.resolve("hostile.zip"));

        assertThatThrownBy(() -> PackageArchive.open(file, ArchiveLimits.PACKAGE))
                .isInstanceOfSatisfying(
                        UnsafeArchiveException.class,
                        e -> assertThat(e.faults())
                                .as(name)
                                .anyMatch(fault -> fault.toString().contains(message)));
    }

    @Test
    void limitsHoldForAllFilesTogetherAndForTheirNumber() throws IOException {
        Path file = new ForgedZip()
                .with("a.csv", "1234")
                .with("b.csv", "1234")
                .close()
                .writeTo(folder.resolve("two.zip"));

        assertThatThrownBy(() -> PackageArchive.open(file, new ArchiveLimits(2, 4, 7, 400)))
                .hasMessage("the zip unpacks to more than 7 bytes: a zip bomb");
        assertThatThrownBy(() -> PackageArchive.open(file, new ArchiveLimits(1, 4, 8, 400)))
                .hasMessage("the zip has 2 entries, more than 1");
        PackageArchive.open(file, new ArchiveLimits(2, 4, 8, 400)).close();
    }

    @Test
    void aSizeThatLiesIsFoundWhileReading() throws IOException {
        Path more = plain("a.csv").directory(0, BYTES, 4, 3).writeTo(folder.resolve("more.zip"));
        Path less = plain("a.csv").directory(0, BYTES, 4, 5).writeTo(folder.resolve("less.zip"));

        assertThatThrownBy(() -> read(more)).hasMessageContaining("unpacks to more than the 3 bytes it declares");
        assertThatThrownBy(() -> read(less)).hasMessageContaining("unpacks to 4 bytes, not the 5 it declares");
    }

    @Test
    void aFlippedByteIsFoundWhileReading() throws IOException {
        Path checksum = plain("a.csv").directory(0, 16, 4, 1).writeTo(folder.resolve("checksum.zip"));
        Path cut = plain("a.csv").directory(0, PACKED_BYTES, 4, 2).writeTo(folder.resolve("cut.zip"));

        assertThatThrownBy(() -> read(checksum)).hasMessageContaining("another CRC-32");
        assertThatThrownBy(() -> read(cut)).hasMessageContaining("it is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh\n", "PK\u0003\u0004", "\u007fELF"})
    void programsUnderAnotherNameAreFoundWhileReading(String start) throws IOException {
        Path file = new ForgedZip().with("a.csv", start).close().writeTo(folder.resolve("program.zip"));

        assertThatThrownBy(() -> read(file)).hasMessageContaining("under another name: a package must not carry code");
    }

    @Test
    void anyFlippedByteIsRefusedOrHarmless() throws IOException {
        byte[] sound = Files.readAllBytes(
                new ForgedZip().with("a.csv", "some text, some text").close().writeTo(folder.resolve("sound.zip")));
        SplittableRandom random = new SplittableRandom(1);

        for (int i = 0; i < sound.length; i++) {
            byte[] flipped = sound.clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("flipped.zip"), flipped);
            try {
                assertThat(read(file)).isEqualTo("some text, some text"); // such as a time stamp
            } catch (UnsafeArchiveException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
    }

    @Test
    void whatIsWrittenIsReadBackAndDependsOnNothingButItsContent() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            Path here = write(folder.resolve("here.zip"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Path there = write(folder.resolve("there.zip"));

            assertThat(Files.mismatch(here, there)).isEqualTo(-1);
            try (PackageArchive archive = PackageArchive.open(here, ArchiveLimits.PACKAGE)) {
                assertThat(archive.names()).containsExactly("a.csv", "run/b.json");
                assertThat(archive.listBelow("run/")).containsExactly("run/b.json");
                assertThat(archive.size("run/b.json")).isEqualTo(2);
                assertThat(new String(archive.read("a.csv", 10), StandardCharsets.UTF_8))
                        .isEqualTo("1,2");
                assertThatThrownBy(() -> archive.read("a.csv", 2)).hasMessageContaining("larger than 2 bytes");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theWriterRefusesWhatNoReaderWouldTake() throws IOException {
        try (ArchiveWriter writer = new ArchiveWriter(OutputStream.nullOutputStream(), ArchiveLimits.PACKAGE)) {
            assertThatThrownBy(() -> writer.add("a b.csv", content("1"))).hasMessageContaining("cannot be packed");
            assertThatThrownBy(() -> writer.add("policy.jar", content("1"))).hasMessageContaining("is code (.jar)");
            assertThatThrownBy(() -> writer.add("zeros.csv", content("0".repeat(9 << 20))))
                    .hasMessageContaining("take it for a zip bomb");
        }
    }

    private static Path write(Path file) throws IOException {
        try (ArchiveWriter writer = new ArchiveWriter(Files.newOutputStream(file), ArchiveLimits.PACKAGE)) {
            writer.add("a.csv", content("1,2"));
            writer.add("run/b.json", content("{}"));
        }
        return file;
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path file) throws IOException {
        try (PackageArchive archive = PackageArchive.open(file, ArchiveLimits.PACKAGE)) {
            return new String(archive.read(archive.names().first(), 1 << 20), StandardCharsets.UTF_8);
        }
    }
}
