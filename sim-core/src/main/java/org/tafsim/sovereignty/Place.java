package org.tafsim.sovereignty;

import java.util.List;

/** Where a request may be served, as far as rules can ask: the site, and the countries on the way to it. */
record Place(LegalSite site, List<String> path) {}
