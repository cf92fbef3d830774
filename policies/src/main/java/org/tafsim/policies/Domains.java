package org.tafsim.policies;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.policy.CandidatesView;

/** Numbers the countries, sites, operators, tiers or replicas that candidates stand for, as they are first seen. */
public final class Domains {

    /** What a domain is. */
    public enum Kind {
        COUNTRY,
        SITE,
        OPERATOR,
        TIER,
        REPLICA;

        /**
         * The kind of this name.
         *
         * @throws IllegalArgumentException where there is none
         */
        public static Kind of(String word) {
            List<String> words = Arrays.stream(values()).map(Kind::word).toList();
            int found = words.indexOf(word);
            if (found < 0) {
                throw new IllegalArgumentException("expected one of %s, found \"%s\".%s"
                        .formatted(String.join(", ", words), word, Spelling.maybe(word, words)));
            }
            return values()[found];
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The domain that a replica at a site is in. */
        public String nameOf(Site site, ServedReplica replica) {
            return switch (this) {
                case COUNTRY -> site.countryCode();
                case SITE -> site.id();
                case OPERATOR -> site.operatorId();
                case TIER -> site.tier().word();
                case REPLICA -> replica.id();
            };
        }
    }

    private static final int UNKNOWN = -1;

    private final Kind kind;
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] ofReplica = {};

    /** Of this kind. */
    public Domains(Kind kind) {
        this.kind = kind;
    }

    /** The domain of a candidate, from 0; a replica's never changes. */
    public int of(CandidatesView view, int candidate) {
        int replica = view.replicaIndex(candidate);
        int known = ofReplica(replica);
        if (known != UNKNOWN) {
            return known;
        }
        return learn(replica, kind.nameOf(view.site(candidate), view.replica(candidate)));
    }

    /** The domain of a replica that has been a candidate; -1 where it was none. */
    public int ofReplica(int replica) {
        return replica < ofReplica.length ? ofReplica[replica] : UNKNOWN;
    }

    private int learn(int replica, String name) {
        int known = ofReplica.length;
        if (replica >= known) {
            ofReplica = Arrays.copyOf(ofReplica, Math.max(replica + 1, 2 * known));
            Arrays.fill(ofReplica, known, ofReplica.length, UNKNOWN);
        }
        ofReplica[replica] = named(name);
        return ofReplica[replica];
    }

    /** The number of a domain by its name; a new one where no candidate was in it. */
    public int named(String name) {
        Integer number = numbers.putIfAbsent(name, numbers.size());
        return number == null ? numbers.size() - 1 : number;
    }
}
