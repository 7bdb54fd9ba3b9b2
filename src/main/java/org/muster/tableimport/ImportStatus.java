package org.muster.tableimport;

/** How far an import has come. */
enum ImportStatus {

	/** Somebody has to say what the columns are. */
	MAPPING, WAITING, RUNNING, DONE, FAILED,

	/** Nobody wanted it after all. */
	WITHDRAWN

}
