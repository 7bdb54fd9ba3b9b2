package org.muster.tableimport;

/**
 * What came of some rows.
 */
record Outcome(int added, int changed, int unchanged, int refused) {

	int rows() {
		return this.added + this.changed + this.unchanged + this.refused;
	}

}
