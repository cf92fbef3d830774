package org.tafsim.sovereignty;

/**
 * What the law can tell of a request before it knows the site: numbers into {@link Profiles}.
 *
 * @param app kind of application
 * @param country of the data subject
 * @param route the country with the paths from there to every site
 */
record Profile(int app, int country, int route) {}
