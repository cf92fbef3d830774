package org.tafsim.experiment.pack.archive;

import java.io.IOException;
import java.util.List;

/** An archive that is damaged, or made to do harm. Nothing of it was written anywhere. */
public final class UnsafeArchiveException extends IOException {

    private final List<Fault> faults;

    UnsafeArchiveException(List<Fault> faults) {
        super(faults.get(0).toString());
        this.faults = List.copyOf(faults);
    }

    UnsafeArchiveException(String entry, String what) {
        this(List.of(new Fault(entry, what)));
    }

    /** All that is wrong, at least one. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong.
     *
     * @param entry its name, made printable; empty where the archive as a whole is meant
     * @param what is wrong with it
     */
    public record Fault(String entry, String what) {

        private static final int LONGEST = 120;

        /** Makes the name printable. */
        public Fault {
            entry = entry.codePoints()
                    .limit(LONGEST)
                    .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        @Override
        public String toString() {
            return entry.isEmpty() ? "the zip " + what : entry + ": " + what;
        }
    }
}
