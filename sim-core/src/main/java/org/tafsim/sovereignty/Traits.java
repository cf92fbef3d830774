package org.tafsim.sovereignty;

/**
 * Which traits of a profile an answer depends on, so that it is worked out once for all profiles that agree in them.
 *
 * @param app whether on the kind of application
 * @param users on how much of the population
 */
record Traits(boolean app, Users users) {

    static final Traits NONE = new Traits(false, Users.ANY);
    static final Traits APP = new Traits(true, Users.ANY);
    static final Traits COUNTRY = new Traits(false, Users.COUNTRY);
    static final Traits ROUTE = new Traits(false, Users.ROUTE);

    /** How much of a population counts; each holds what is before it. */
    enum Users {
        ANY,
        COUNTRY,
        ROUTE
    }

    Traits and(Traits other) {
        return new Traits(app || other.app, users.compareTo(other.users) >= 0 ? users : other.users);
    }

    /** The profile without what does not count. */
    Profile of(Profile profile) {
        return new Profile(
                app ? profile.app() : 0,
                users == Users.ANY ? 0 : profile.country(),
                users == Users.ROUTE ? profile.route() : 0);
    }
}
