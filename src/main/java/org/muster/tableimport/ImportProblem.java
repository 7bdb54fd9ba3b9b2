package org.muster.tableimport;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What was wrong with a cell of a table. */
@Entity
@Table(name = "pool_import_problem")
class ImportProblem {

	private static final int LONGEST = 200;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long importId;

	private int line;

	private String columnName;

	/** A key below {@code imports.reason} in the message bundle. */
	private String reason;

	private String typed;

	/** Whether the whole row is left out, and not only the value. */
	private boolean fatal;

	@SuppressWarnings("NullAway.Init")
	protected ImportProblem() {
	}

	ImportProblem(long importId, int line, String columnName, String reason, String typed, boolean fatal) {
		this.importId = importId;
		this.line = line;
		this.columnName = cut(columnName);
		this.reason = reason;
		this.typed = cut(typed);
		this.fatal = fatal;
	}

	private static String cut(String text) {
		return text.substring(0,
				text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), LONGEST / 2)));
	}

	public int line() {
		return this.line;
	}

	public String columnName() {
		return this.columnName;
	}

	public String reason() {
		return this.reason;
	}

	public String typed() {
		return this.typed;
	}

	public boolean isFatal() {
		return this.fatal;
	}

}
