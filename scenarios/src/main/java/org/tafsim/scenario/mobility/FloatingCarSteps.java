package org.tafsim.scenario.mobility;

import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.PlainDecimal;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.UntrustedXml;

/** The elements of a floating-car output: {@code <fcd-export>} with {@code <timestep time>} with {@code <vehicle id x y speed>}. */
final class FloatingCarSteps {

    private static final int MOST_PROBLEMS = 20;
    private static final int DEEPEST = 50;
    private static final int LONGEST_ID = 200;

    /** Ten years (s). */
    private static final double MOST_SECONDS = 3.2e8;

    /** Around the earth (m). */
    private static final double MOST_METERS = 4.1e7;

    /** Of sound, times three (m/s). */
    private static final double MOST_SPEED = 1000;

    private final Place file;
    private final XMLStreamReader xml;
    private final Problems problems;
    private final FloatingCars.Sink sink;
    private final int before;
    private final Set<String> seen = new HashSet<>(); // asked, never iterated
    private double seconds = Double.NaN;
    private long steps;
    private int depth;
    private boolean isInStep;

    FloatingCarSteps(Place file, XMLStreamReader xml, Problems problems, FloatingCars.Sink sink) {
        this.file = file;
        this.xml = xml;
        this.problems = problems;
        this.sink = sink;
        before = problems.count();
    }

    /** Takes an event of the parser; whether to go on. */
    boolean take(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                return start(xml.getLocalName()) && problems.count() - before < MOST_PROBLEMS;
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                isInStep &= depth > 1;
            }
            case XMLStreamConstants.DTD -> {
                report("has a document type (DOCTYPE), and none is read.");
                return false;
            }
            default -> {} // text says nothing here
        }
        return true;
    }

    /** The file is over. */
    void end() {
        if (problems.count() == before && steps == 0) {
            problems.report(file, "holds no <timestep>. Maybe it is not SUMO's floating-car output (--fcd-output).");
        }
    }

    private boolean start(String element) {
        if (depth == 1 && !element.equals("fcd-export")) {
            report("is no floating-car output: its root is <%s>, not <fcd-export>.".formatted(element));
            return false;
        }
        if (depth > DEEPEST) {
            report("has more than %d elements inside each other.".formatted(DEEPEST));
            return false;
        }
        if (depth == 2 && element.equals("timestep")) {
            return step();
        }
        if (depth == 3 && isInStep && element.equals("vehicle")) {
            vehicle();
        }
        return true;
    }

    /** Without its time nothing in it can be placed. */
    private boolean step() {
        double time = number("time", "a time (s)", 0, MOST_SECONDS);
        if (Double.isNaN(time)) {
            return false;
        }
        if (steps > 0 && !(time > seconds)) {
            report("the timestep %s s does not come after the one before it (%s s).".formatted(time, seconds));
            return false;
        }
        seconds = time;
        steps++;
        isInStep = true;
        seen.clear();
        return true;
    }

    private void vehicle() {
        String id = xml.getAttributeValue(null, "id");
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            report("a vehicle needs an 'id' of at most %d characters.".formatted(LONGEST_ID));
            return;
        }
        if (!seen.add(id)) {
            report("the vehicle '%s' is twice in a timestep.".formatted(id));
            return;
        }
        int sound = problems.count();
        double x = number("x", "a position (m)", -MOST_METERS, MOST_METERS);
        double y = number("y", "a position (m)", -MOST_METERS, MOST_METERS);
        double speed = xml.getAttributeValue(null, "speed") == null
                ? Double.NaN
                : number("speed", "a speed (m/s)", 0, MOST_SPEED);
        if (problems.count() == sound) {
            sink.see(new Sighting(seconds, steps - 1, id, x, y, speed));
        }
    }

    /** A number in a range; NaN and a problem where there is none. */
    private double number(String name, String noun, double least, double most) {
        String text = xml.getAttributeValue(null, name);
        if (text == null) {
            report("<%s> lacks '%s', %s.".formatted(xml.getLocalName(), name, noun));
            return Double.NaN;
        }
        OptionalDouble value = PlainDecimal.find(text, Math.max(Math.abs(least), most));
        if (value.isEmpty() || value.getAsDouble() < least) {
            report("'%s' is \"%s\"; expected %s from %.0f to %.0f."
                    .formatted(name, text.length() > 40 ? text.substring(0, 40) + "…" : text, noun, least, most));
            return Double.NaN;
        }
        return value.getAsDouble();
    }

    private void report(String message) {
        problems.report(UntrustedXml.place(file, xml.getLocation()), message);
    }
}
