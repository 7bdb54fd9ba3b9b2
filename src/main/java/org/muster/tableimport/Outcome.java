package org.muster.tableimport;

/**
 * How many rows were added, changed, left alone or left out.
 */
record Outcome(int added, int changed, int unchanged, int refused) {

	int rows() {
		return this.added + this.changed + this.unchanged + this.refused;
	}

}
