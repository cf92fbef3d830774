package org.tafsim.scenario.mobility;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.UntrustedXml;

/**
 * Reads SUMO's floating-car output ({@code --fcd-output}), one timestep after the other, without keeping it. XML is read by the JDK's
 * own parser, without document types, so without entities of the file's own; a name that ends in {@code .gz} says that it is packed.
 */
public final class FloatingCars {

    private FloatingCars() {}

    /** Takes what is seen, in the order of the file: by time, and each vehicle once at a time. */
    @FunctionalInterface
    public interface Sink {
        /** Called for each vehicle of each timestep. */
        void see(Sighting sighting);
    }

    /** Reads a file; what is wrong with it is noted, and the sink has then seen only a part. */
    public static void read(Path file, Problems problems, Sink sink) {
        Place at = Place.of(file.toString());
        if (!Files.isRegularFile(file)) {
            problems.report(at, Files.exists(file) ? "is not a file." : "does not exist.");
            return;
        }
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = isPacked(file) ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                Reader text = new MarkupLimit(new InputStreamReader(
                        plain,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            parse(at, text, problems, sink);
        } catch (IOException e) {
            problems.report(at, "cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static void parse(Place at, Reader text, Problems problems, Sink sink) {
        try {
            XMLStreamReader xml = UntrustedXml.open(text, false);
            FloatingCarSteps steps = new FloatingCarSteps(at, xml, problems, sink);
            boolean goesOn = true;
            while (goesOn && xml.hasNext()) {
                goesOn = steps.take(xml.next());
            }
            steps.end();
        } catch (XMLStreamException e) {
            UntrustedXml.report(e, at, problems);
        }
    }
}
