package org.muster.imports;

/** What tables come as. */
enum SheetFormat {

	CSV, EXCEL

}
