package org.tafsim.sovereignty;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Something that differs by some traits of a profile only, worked out once for each of them. */
final class PerProfile<T> {
    private final Traits traits;
    private final Function<Profile, T> answer;
    private final Map<Profile, T> known = new HashMap<>(); // asked, never iterated

    /**
     * Worked out on demand.
     *
     * @param traits all that {@code answer} looks at; it sees 0 for the others
     */
    PerProfile(Traits traits, Function<Profile, T> answer) {
        this.traits = traits;
        this.answer = answer;
    }

    Traits traits() {
        return traits;
    }

    T of(Profile profile) {
        return known.computeIfAbsent(traits.of(profile), answer);
    }
}
