package org.muster.matching;

import org.muster.consultants.Names;

/** The numbers of what the index knows by number. */
record PoolNames(Names zones, Names currencies, Names languages) {

	PoolNames() {
		this(new Names(), new Names(), new Names());
	}

}
