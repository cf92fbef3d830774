package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a small project of its own, whose path has a space and whose Maven is a stand-in that copies the jar. */
class LauncherIT {

    @TempDir
    private Path folder = Path.of("");

    private Path project = Path.of("");
    private Path elsewhere = Path.of("");
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("my project"));
        elsewhere = Files.createDirectories(folder.resolve("else where"));
        Files.copy(Path.of("../tafsim"), project.resolve("tafsim"));
        executable(project.resolve("tafsim"));
        Files.createDirectories(project.resolve("cli/src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("mvn"), """
                #!/bin/sh
                echo built >> builds.txt
                sleep 1
                for last; do case $last in -Dtafsim.jar.name=*) name=${last#*=};; esac; done
                cp '%s' "cli/target/$name"
                """.formatted(Shell.jar()));
        executable(bin.resolve("mvn"));
        shell = new Shell(elsewhere)
                .with("PATH", bin + ":" + System.getenv("PATH"))
                .with("JAVA_HOME", System.getProperty("java.home"));
    }

    @Test
    void itBuildsOnceAndRunsFromAnyFolder() throws Exception {
        Said first = shell.run(tafsim("new", "here.yaml"));
        Said second = shell.run(tafsim("--version"));

        assertThat(first.code()).isZero();
        assertThat(first.err()).contains("Building tafsim (first use)");
        assertThat(first.out()).startsWith("Wrote here.yaml");
        assertThat(elsewhere.resolve("here.yaml")).exists();
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).startsWith("tafsim ");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void callsAtTheSameTimeBuildOnce() throws Exception {
        List<Shell.Running> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(shell.start(tafsim("--version")));
        }

        for (Shell.Running call : calls) {
            Said said = call.await();
            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out()).startsWith("tafsim ");
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aNewerSourceIsBuiltAndAnOlderOneIsNot() throws Exception {
        shell.run(tafsim("--version"));
        Path source = Files.writeString(project.resolve("cli/src/main/A.java"), "class A {}");
        Said newer = shell.run(tafsim("--version"));
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));
        Said older = shell.run(tafsim("--version"));

        assertThat(newer.err()).contains("sources changed");
        assertThat(older.err()).isEmpty();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aLinkToItWorks() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../my project/tafsim"));

        Said said = shell.run(List.of(link.toString(), "--version"));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("tafsim ");
    }

    @Test
    void aLockLeftBehindByADeadCallIsTakenOver() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(project.resolve("cli/target/build.lock"));
        Files.writeString(lock.resolve("owner"), dead.pid() + "\n");

        Said said = shell.run(tafsim("--version"));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void anOldJavaIsRefusedWithAHint() throws Exception {
        Path old = folder.resolve("jdk");
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        executable(java);

        Said said = shell.with("JAVA_HOME", old.toString()).run(tafsim("--version"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("is version 11; tafsim needs 17 or later", "Maybe set JAVA_HOME");
        assertThat(builds()).isZero();
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        Said said = shell.with("JAVA_HOME", elsewhere.toString()).run(tafsim("--version"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("JAVA_HOME is " + elsewhere);
    }

    @Test
    void aFailedBuildLeavesNothingBehind() throws Exception {
        Files.writeString(folder.resolve("bin/mvn"), "#!/bin/sh\necho broken >&2\nexit 1\n");

        Said said = shell.run(tafsim("--version"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("broken", "the build failed");
        assertThat(project.resolve("cli/target")).isEmptyDirectory();
    }

    private List<String> tafsim(String... args) {
        List<String> command = new ArrayList<>(List.of(project.resolve("tafsim").toString()));
        command.addAll(List.of(args));
        return command;
    }

    private long builds() throws IOException {
        Path log = project.resolve("builds.txt");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
