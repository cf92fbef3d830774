package org.tafsim.scenario.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafsim.scenario.source.Place;

/** An element of XML: its local name, attributes, own text, children and where it begins. */
final class XmlElement {

    private final Place at;
    private final String name;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(Place at, String name, Map<String, String> attributes) {
        this.at = at;
        this.name = name;
        this.attributes = Map.copyOf(attributes);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(String more) {
        text.append(more);
    }

    Place at() {
        return at;
    }

    String name() {
        return name;
    }

    String text() {
        return text.toString().strip();
    }

    /** An attribute; empty text where it is not there. */
    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** Children of a name, in order. */
    Stream<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** The first child of a name. */
    Optional<XmlElement> find(String childName) {
        return all(childName).findFirst();
    }

    /** Text of the first child of a name; empty where there is none, or it has none. */
    Optional<String> findText(String childName) {
        return find(childName).map(XmlElement::text).filter(found -> !found.isEmpty());
    }
}
