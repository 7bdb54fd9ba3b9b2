package org.muster.privacy;

/**
 * A column in which people write freely, and so of others.
 *
 * @param key what a row is found by again
 * @param link an expression for the path of the page where it is read, over {@code t}
 * @param sealed a condition under which it can't be changed any more: it is part of a
 * contract
 * @param removable whether the row may go as a whole
 */
record FreeText(String table, String column, String key, String link, String sealed, boolean removable) {

	static final String NEVER = "1 = 0";

	FreeText(String table, String column, String link) {
		this(table, column, "t.id", link, NEVER, false);
	}

	FreeText by(String key) {
		return new FreeText(this.table, this.column, key, this.link, this.sealed, this.removable);
	}

	FreeText sealedWhere(String condition) {
		return new FreeText(this.table, this.column, this.key, this.link, condition, this.removable);
	}

	FreeText orRemoved() {
		return new FreeText(this.table, this.column, this.key, this.link, this.sealed, true);
	}

	/** Its name in the table of traces, and below {@code privacy.place}. */
	String place() {
		return this.table + "." + this.column;
	}

	/**
	 * All that is asked of a row: its key, its text, its page and whether it is sealed.
	 */
	String select() {
		return "select " + this.key + " as row_key, t." + this.column + " as text, " + this.link
				+ " as link, case when " + this.sealed + " then 1 else 0 end as sealed from " + this.table
				+ " t where t." + this.column + " is not null and ";
	}

	String redaction() {
		return "update " + this.table + " t set " + this.column + " = ? where " + this.key + " = ?";
	}

	String removal() {
		return "delete from " + this.table + " where id = ?";
	}

}
