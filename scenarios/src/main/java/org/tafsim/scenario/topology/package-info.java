/** Networks in the files of others (GraphML, SNDlib, TopoHub), put on the map; see docs/model/network.md. */
@NullMarked
package org.tafsim.scenario.topology;

import org.jspecify.annotations.NullMarked;
