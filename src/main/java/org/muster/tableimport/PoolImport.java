package org.muster.tableimport;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Embedded;
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

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private String fileName;

	@Enumerated(EnumType.STRING)
	private SheetFormat format;

	@Enumerated(EnumType.STRING)
	private ImportStatus status;

	@Embedded
	private TableLayout layout;

	/** Once the columns are chosen; nothing where no date needs it. */
	@Enumerated(EnumType.STRING)
	private @Nullable DateOrder dateOrder;

	/**
	 * Of new people whose row says nothing of it; nothing where such rows are left out.
	 */
	@Enumerated(EnumType.STRING)
	private @Nullable Seniority newSeniority;

	@Enumerated(EnumType.STRING)
	private @Nullable Employment newEmployment;

	@Enumerated(EnumType.STRING)
	private @Nullable WorkMode newMode;

	/** {@code NAME=0,EMAIL=2}. */
	private String mapping;

	private int total;

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
		this.status = ImportStatus.MAPPING;
		this.layout = new TableLayout(reading);
		this.total = reading.rows();
		this.mapping = "";
		this.createdBy = by.id();
		this.createdByName = by.name();
		this.createdAt = now;
	}

	/** Reads the table otherwise, before it has begun. */
	void read(TableReading reading) {
		if (this.status == ImportStatus.MAPPING) {
			this.layout = new TableLayout(reading);
			this.total = reading.rows();
		}
	}

	/**
	 * Says what the columns are; what runs or has run stays as it is.
	 * @param order of day and month in dates, where a person has said it
	 * @param usual what new people get whose row does not say it
	 */
	boolean map(Map<TableColumn, Integer> columns, @Nullable DateOrder order, NewPeople usual) {
		if (this.status != ImportStatus.MAPPING) {
			return false;
		}
		this.dateOrder = order;
		this.newSeniority = usual.seniority();
		this.newEmployment = usual.employment();
		this.newMode = usual.mode();
		this.mapping = ColumnMapping.text(columns);
		this.status = ImportStatus.WAITING;
		return true;
	}

	/** Takes it back before it has begun; what runs or has run stays as it is. */
	boolean withdraw(Instant now) {
		boolean early = this.status == ImportStatus.MAPPING;
		if (early) {
			this.status = ImportStatus.WITHDRAWN;
			this.finishedAt = now;
		}
		return early;
	}

	Map<TableColumn, Integer> columns() {
		return ColumnMapping.of(this.mapping);
	}

	/** Some more rows are through. */
	void progress(Outcome outcome) {
		this.status = ImportStatus.RUNNING;
		this.done += outcome.rows();
		this.added += outcome.added();
		this.changed += outcome.changed();
		this.unchanged += outcome.unchanged();
		this.refused += outcome.refused();
	}

	void finish(Instant now) {
		this.status = ImportStatus.DONE;
		this.finishedAt = now;
	}

	void fail(String problem, Instant now) {
		this.status = ImportStatus.FAILED;
		this.problem = problem;
		this.finishedAt = now;
	}

	public boolean isOpen() {
		return this.status == ImportStatus.WAITING || this.status == ImportStatus.RUNNING;
	}

	public int percent() {
		return (this.total > 0) ? Math.min(100, this.done * 100 / this.total) : 100;
	}

	public List<String> headings() {
		return this.layout.headings();
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
		return this.layout.encoding();
	}

	/** Whether the encoding is an old one, which no file says. */
	public boolean isGuessed() {
		return this.layout.isGuessed();
	}

	@Nullable Charset charset() {
		return this.layout.charset();
	}

	public int headingLine() {
		return this.layout.headingLine();
	}

	/** Whether a row is above the data: the headings, or what stands above them. */
	boolean isAbove(SheetRow row, boolean first) {
		return this.layout.isAbove(row, first);
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
		// Of tables that were uploaded before all columns have one.
		return (column != null) ? this.layout.dateOrder(column).orElse(this.dateOrder) : null;
	}

	/**
	 * What new people get whose row does not say it.
	 * @param currency of the rates
	 */
	NewPeople usual(String currency) {
		return new NewPeople(currency, this.newSeniority, this.newEmployment, this.newMode);
	}

	List<Note> amountNotes() {
		return this.layout.amountNotes();
	}

	public ImportStatus status() {
		return this.status;
	}

	public int total() {
		return this.total;
	}

	public int hiddenRows() {
		return this.layout.hiddenRows();
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
