/** 5G access, the UPF anchor and the transport between them and the sites. */
@NullMarked
package org.tafsim.network;

import org.jspecify.annotations.NullMarked;
