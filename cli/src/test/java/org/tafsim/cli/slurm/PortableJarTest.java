package org.tafsim.cli.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortableJarTest {

    @Test
    void startsWithTheSameJavaAndTheJarInTheFolder(@TempDir Path temp) throws IOException {
        Path jar = Files.writeString(temp.resolve("tafsim.jar"), "built first");

        PortableJar portable = PortableJar.of(jar, temp.resolve("a sweep/slurm"));
        List<String> command = portable.command();

        assertThat(command.get(0)).startsWith(System.getProperty("java.home")).endsWith("java");
        assertThat(command.get(command.size() - 2)).isEqualTo("-jar");
        assertThat(Path.of(command.get(command.size() - 1))).hasContent("built first");
    }

    @Test
    void aLaterBuildDoesNotReachIt(@TempDir Path temp) throws IOException {
        Path jar = Files.writeString(temp.resolve("tafsim.jar"), "built first");
        PortableJar portable = PortableJar.of(jar, temp.resolve("slurm"));

        Files.move(
                Files.writeString(temp.resolve("new.jar"), "built later"),
                jar,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        List<String> command = portable.command();
        assertThat(Path.of(command.get(command.size() - 1))).hasContent("built first");
    }

    @Test
    void leavesNothingBehind(@TempDir Path temp) throws IOException {
        Path jar = Files.writeString(temp.resolve("tafsim.jar"), "built first");

        PortableJar.of(jar, temp.resolve("slurm")).remove();

        assertThat(temp.resolve("slurm")).isEmptyDirectory();
        assertThat(jar).exists();
    }

    @Test
    void runsFromFoldersOfClassesWhereThereIsNoJar(@TempDir Path temp) throws IOException {
        PortableJar portable = PortableJar.of(temp, temp.resolve("slurm"));

        assertThat(portable.command()).contains("-cp").endsWith("org.tafsim.cli.Main");
        assertThat(temp.resolve("slurm")).doesNotExist();
    }

    @Test
    void keepsOptionsThatMatterElsewhere() {
        assertThat(PortableJar.isPortable("-Xmx2g")).isTrue();
        assertThat(PortableJar.isPortable("-XX:+UseSerialGC")).isTrue();
        assertThat(PortableJar.isPortable("-Dtafsim.terminal.err=true")).isFalse();
        assertThat(PortableJar.isPortable("-XX:SharedArchiveFile=/there/tafsim-1.jsa"))
                .isFalse();
        assertThat(PortableJar.isPortable("-agentlib:jdwp=transport=dt_socket")).isFalse();
    }
}
