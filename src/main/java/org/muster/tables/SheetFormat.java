package org.muster.tables;

/** What tables come as. */
public enum SheetFormat {

	CSV, EXCEL

}
