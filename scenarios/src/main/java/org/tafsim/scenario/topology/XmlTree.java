package org.tafsim.scenario.topology;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.UntrustedXml;

/** Reads XML as a tree. */
final class XmlTree {

    private static final int DEEPEST = 50;
    private static final int MOST_ELEMENTS = 500_000;

    private final Place file;
    private final Problems problems;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private @Nullable XmlElement root;
    private int elements;

    private XmlTree(Place file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The root of a document; empty where it cannot be read. The problem is noted. */
    static Optional<XmlElement> parse(Place file, String text, Problems problems) {
        return new XmlTree(file, problems).parse(text);
    }

    private Optional<XmlElement> parse(String text) {
        try {
            XMLStreamReader reader = UntrustedXml.open(new StringReader(text), true);
            while (reader.hasNext()) {
                if (!take(reader.next(), reader)) {
                    return Optional.empty();
                }
            }
            return Optional.ofNullable(root);
        } catch (XMLStreamException e) {
            UntrustedXml.report(e, file, problems);
            return Optional.empty();
        }
    }

    private boolean take(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                return start(reader);
            }
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (!open.isEmpty()) {
                    open.peek().add(reader.getText());
                }
            }
            case XMLStreamConstants.DTD -> {
                problems.report(at(reader.getLocation()), "has a document type (DOCTYPE), and none is read.");
                return false;
            }
            default -> {} // comments and the like say nothing
        }
        return true;
    }

    private boolean start(XMLStreamReader reader) {
        elements++;
        if (elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
            problems.report(
                    at(reader.getLocation()),
                    "has more than %d elements, or more than %d inside each other.".formatted(MOST_ELEMENTS, DEEPEST));
            return false;
        }
        Map<String, String> attributes = new HashMap<>(); // asked, never iterated
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        XmlElement element = new XmlElement(at(reader.getLocation()), reader.getLocalName(), attributes);
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().add(element);
        }
        open.push(element);
        return true;
    }

    private Place at(Location location) {
        return UntrustedXml.place(file, location);
    }
}
