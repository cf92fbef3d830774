package org.tafsim.sovereignty;

import org.tafsim.model.DataClass;

/** Whose request it is and what it holds, as far as rules can ask. */
record Subject(DataClass dataClass, String sector, String country) {}
