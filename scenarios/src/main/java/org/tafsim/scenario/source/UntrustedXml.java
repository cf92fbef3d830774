package org.tafsim.scenario.source;

import java.io.Reader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of others, by the JDK's own parser: no document types, so no entities of a file's own, from inside it or from elsewhere. */
public final class UntrustedXml {

    private UntrustedXml() {}

    /**
     * A reader of a text.
     *
     * @param joinsText whether the text between two tags comes in one piece
     */
    public static XMLStreamReader open(Reader text, boolean joinsText) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, joinsText);
        return factory.createXMLStreamReader(text);
    }

    /** A place in a file. */
    public static Place place(Place file, Location at) {
        return new Place(file.file(), Math.max(0, at.getLineNumber()), Math.max(0, at.getColumnNumber()), "");
    }

    /** Notes that a file is not XML. */
    public static void report(XMLStreamException e, Place file, Problems problems) {
        String message = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError.*Message: ", "");
        problems.report(e.getLocation() == null ? file : place(file, e.getLocation()), "is not XML: " + message);
    }
}
