package org.tafsim.sovereignty;

import java.util.List;

/** Tells which countries traffic crosses. The network knows; the law asks. */
@FunctionalInterface
public interface PathLookup {

    /**
     * Countries crossed from the user to the site, both ends among them (ISO codes, in any order).
     *
     * @param population scenario index
     * @param site scenario index
     * @return empty where the path is not known: rules that ask about it then answer UNKNOWN
     */
    List<String> countries(int population, int site);
}
