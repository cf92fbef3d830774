package org.tafsim.report.serve;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths and parameters of addresses, decoded strictly: what is not plain is refused, never repaired. */
final class UrlText {

    private static final int LONGEST = 8192;

    private UrlText() {}

    /**
     * The names on a path.
     *
     * @throws Refusal for whatever could lead elsewhere: dots, empty names, slashes and control characters in disguise
     */
    static List<String> segments(@Nullable String rawPath) {
        if (rawPath == null || !rawPath.startsWith("/")) {
            throw new Refusal(Refusal.WRONG, "The address has no path.");
        }
        checkLength(rawPath);
        List<String> segments = new ArrayList<>();
        if (rawPath.equals("/")) {
            return segments;
        }
        for (String raw : rawPath.substring(1).split("/", -1)) {
            String segment = decode(raw);
            boolean isOdd =
                    segment.isEmpty() || segment.startsWith(".") || segment.matches("(?s).*[/\\\\:\\p{Cntrl}].*");
            if (isOdd) {
                throw new Refusal(
                        Refusal.WRONG, "The address has a part that names no result: it is empty, hidden, or odd.");
            }
            segments.add(segment);
        }
        return segments;
    }

    /** All values of a parameter, in their order. */
    static List<String> values(@Nullable String rawQuery, String name) {
        List<String> values = new ArrayList<>();
        if (rawQuery == null) {
            return values;
        }
        checkLength(rawQuery);
        for (String pair : rawQuery.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at >= 0 && decode(pair.substring(0, at)).equals(name)) {
                values.add(decode(pair.substring(at + 1).replace('+', ' ')));
            }
        }
        return values;
    }

    private static void checkLength(String text) {
        if (text.length() > LONGEST) {
            throw new Refusal(Refusal.TOO_LONG, "The address is longer than %d characters.".formatted(LONGEST));
        }
    }

    private static String decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            if (character == '%') {
                bytes.write(hex(raw, i + 1));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(Refusal.WRONG, "The address is not UTF-8.");
        }
    }

    private static int hex(String raw, int at) {
        int high = at < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
        int low = at + 1 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw new Refusal(Refusal.WRONG, "The address has a % that two hexadecimal digits do not follow.");
        }
        return high * 16 + low;
    }
}
