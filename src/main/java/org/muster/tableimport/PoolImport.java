package org.muster.tableimport;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.tables.AmountNotes.Note;
import org.muster.tables.DateOrder;
import org.muster.tables.SheetFormat;
import org.muster.tables.SheetRow;
import org.muster.tables.TableColumn;
import org.muster.tables.TableReading;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/** A table on its way into the pool. */
@Entity
class PoolImport {

	/** A longer heading is none. */
	private static final int LONGEST_HEADING = 100;

	private static final String BETWEEN = "\t";

	/** How far it has come. */
	enum Status {

		/** Somebody has to say what the columns are. */
		MAPPING, WAITING, RUNNING, DONE, FAILED,

		/** Nobody wanted it after all. */
		WITHDRAWN

	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private String fileName;

	@Enumerated(EnumType.STRING)
	private SheetFormat format;

	@Enumerated(EnumType.STRING)
	private Status status;

	/** Of a CSV file; nothing in workbooks, and in files of former versions. */
	private @Nullable String encoding;

	/** From 1 on; 0 in files of former versions for the first line that is not blank. */
	private int headingLine;

	/** Once the columns are chosen; nothing where no date needs it. */
	@Enumerated(EnumType.STRING)
	private @Nullable DateOrder dateOrder;

	/** What the dates of a column tell: {@code 4=OPEN,7=DAY_FIRST}. */
	private String dateOrders;

	/**
	 * Of new people whose row says nothing of it; nothing where such rows are left out.
	 */
	@Enumerated(EnumType.STRING)
	private @Nullable Seniority newSeniority;

	/** The same. */
	@Enumerated(EnumType.STRING)
	private @Nullable Employment newEmployment;

	/** The same. */
	@Enumerated(EnumType.STRING)
	private @Nullable WorkMode newMode;

	/** What may be said of amounts besides the headings. */
	private String amountNotes;

	/** The headings, with tabulators between. */
	@Column(columnDefinition = "text")
	private String header;

	/** {@code NAME=0,EMAIL=2}. */
	private String mapping;

	private int total;

	/** How many of them a workbook does not show. */
	private int hiddenRows;

	private int done;

	private int added;

	private int changed;

	private int unchanged;

	private int refused;

	private @Nullable String problem;

	private long createdBy;

	private String createdByName;

	private Instant createdAt;

	private @Nullable Instant finishedAt;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected PoolImport() {
	}

	PoolImport(String reference, String fileName, TableReading reading, CurrentUser by, Instant now) {
		this.reference = reference;
		this.fileName = fileName;
		this.format = reading.format();
		this.status = Status.MAPPING;
		this.header = "";
		this.dateOrders = "";
		this.amountNotes = "";
		read(reading);
		this.mapping = "";
		this.createdBy = by.id();
		this.createdByName = by.name();
		this.createdAt = now;
	}

	/** Reads the table otherwise, before it has begun. */
	final void read(TableReading reading) {
		if (this.status == Status.MAPPING) {
			this.encoding = reading.encoding();
			this.headingLine = reading.headingLine();
			this.dateOrders = reading.dateOrders()
				.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + "=" + entry.getValue())
				.collect(Collectors.joining(","));
			this.amountNotes = Note.kept(reading.notes());
			this.header = reading.header()
				.stream()
				.map((heading) -> heading.substring(0, Math.min(LONGEST_HEADING, heading.length()))
					.replaceAll("\\s+", " "))
				.collect(Collectors.joining(BETWEEN));
			this.total = reading.rows();
			this.hiddenRows = reading.hidden();
		}
	}

	/**
	 * Says what the columns are; what runs or has run stays as it is.
	 * @param order of day and month in dates, where a person has said it
	 * @param usual what new people get whose row does not say it
	 */
	boolean map(Map<TableColumn, Integer> columns, @Nullable DateOrder order, NewPeople usual) {
		if (this.status != Status.MAPPING) {
			return false;
		}
		this.dateOrder = order;
		this.newSeniority = usual.seniority();
		this.newEmployment = usual.employment();
		this.newMode = usual.mode();
		this.mapping = columns.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining(","));
		this.status = Status.WAITING;
		return true;
	}

	/** Takes it back before it has begun; what runs or has run stays as it is. */
	boolean withdraw(Instant now) {
		boolean early = this.status == Status.MAPPING;
		if (early) {
			this.status = Status.WITHDRAWN;
			this.finishedAt = now;
		}
		return early;
	}

	Map<TableColumn, Integer> columns() {
		Map<TableColumn, Integer> columns = new EnumMap<>(TableColumn.class);
		Arrays.stream(this.mapping.split(",")).filter((part) -> !part.isEmpty()).forEach((part) -> {
			String[] sides = part.split("=");
			columns.put(TableColumn.valueOf(sides[0]), Integer.valueOf(sides[1]));
		});
		return columns;
	}

	/** Some more rows are through. */
	void progress(Outcome outcome) {
		this.status = Status.RUNNING;
		this.done += outcome.rows();
		this.added += outcome.added();
		this.changed += outcome.changed();
		this.unchanged += outcome.unchanged();
		this.refused += outcome.refused();
	}

	/**
	 * What came of some rows.
	 */
	record Outcome(int added, int changed, int unchanged, int refused) {

		int rows() {
			return this.added + this.changed + this.unchanged + this.refused;
		}

	}

	void finish(Instant now) {
		this.status = Status.DONE;
		this.finishedAt = now;
	}

	void fail(String problem, Instant now) {
		this.status = Status.FAILED;
		this.problem = problem;
		this.finishedAt = now;
	}

	public boolean isOpen() {
		return this.status == Status.WAITING || this.status == Status.RUNNING;
	}

	public int percent() {
		return (this.total > 0) ? Math.min(100, this.done * 100 / this.total) : 100;
	}

	public List<String> headings() {
		return Arrays.asList(this.header.split(BETWEEN, -1));
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String reference() {
		return this.reference;
	}

	public String fileName() {
		return this.fileName;
	}

	SheetFormat format() {
		return this.format;
	}

	public @Nullable String encoding() {
		return this.encoding;
	}

	/** Whether the encoding is an old one, which no file says. */
	public boolean isGuessed() {
		return this.encoding != null && !this.encoding.startsWith("UTF-");
	}

	@Nullable Charset charset() {
		return (this.encoding != null) ? Charset.forName(this.encoding) : null;
	}

	public int headingLine() {
		return this.headingLine;
	}

	/** Whether a row is above the data: the headings, or what stands above them. */
	boolean isAbove(SheetRow row, boolean first) {
		return (this.headingLine > 0) ? row.line() <= this.headingLine : first;
	}

	/** As it was chosen with the columns. */
	@Nullable DateOrder dateOrder() {
		return this.dateOrder;
	}

	/**
	 * What the dates of a column tell, or {@code null} where none needs an order.
	 * @param column counted from 0, or {@code null} for none
	 */
	@Nullable DateOrder dateOrder(@Nullable Integer column) {
		if (column == null) {
			return null;
		}
		// Of tables that were uploaded before all columns have one.
		return Arrays.stream(this.dateOrders.split(","))
			.filter((part) -> part.startsWith(column + "="))
			.map((part) -> DateOrder.valueOf(part.substring(part.indexOf('=') + 1)))
			.findFirst()
			.orElse(this.dateOrder);
	}

	/**
	 * What new people get whose row does not say it.
	 * @param currency of the rates
	 */
	NewPeople usual(String currency) {
		return new NewPeople(currency, this.newSeniority, this.newEmployment, this.newMode);
	}

	List<Note> amountNotes() {
		return Note.all(this.amountNotes);
	}

	public Status status() {
		return this.status;
	}

	public int total() {
		return this.total;
	}

	public int hiddenRows() {
		return this.hiddenRows;
	}

	public int done() {
		return this.done;
	}

	public int added() {
		return this.added;
	}

	public int changed() {
		return this.changed;
	}

	public int unchanged() {
		return this.unchanged;
	}

	public int refused() {
		return this.refused;
	}

	public @Nullable String problem() {
		return this.problem;
	}

	public String createdByName() {
		return this.createdByName;
	}

	long createdBy() {
		return this.createdBy;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Instant finishedAt() {
		return this.finishedAt;
	}

}
