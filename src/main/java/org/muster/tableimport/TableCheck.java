package org.muster.tableimport;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.consultants.Consultants;
import org.muster.consultants.PoolMember;
import org.muster.consultants.SkillWords;
import org.muster.forms.Formats;
import org.muster.forms.Inputs;
import org.muster.tableimport.RowReader.Read;
import org.muster.tableimport.RowReader.Wrong;
import org.muster.skills.SkillReader;
import org.muster.skills.Taxonomy;
import org.muster.tables.AmountNotes;
import org.muster.tables.DateOrder;
import org.muster.tables.SheetFormat;
import org.muster.tables.SheetRow;
import org.muster.tables.Sheets;
import org.muster.tables.TableColumn;
import org.muster.tables.TableDates;
import org.muster.uploads.Unreadable;
import org.muster.vocabulary.JobRole;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows how a table will be understood, before anything of it is imported. */
@Component
class TableCheck {

	/** How many rows examples are taken from. */
	private static final int WITHIN = 30;

	private static final int EXAMPLES = 3;

	private static final int MOST_PROBLEMS = 20;

	/** As a file. Whoever has more than these begins with the table itself. */
	static final int MOST_LISTED = 20_000;

	private static final int MOST_ACCENTED = 12;

	private static final int AT_ONCE = 250;

	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

	private final ImportFiles files;

	private final MendedCells mends;

	private final Consultants consultants;

	private final SkillReader skills;

	private final Taxonomy taxonomy;

	private final SkillWords words;

	private final Formats formats;

	private final MessageSource messages;

	private final Clock clock;

	private final String currency;

	TableCheck(ImportFiles files, MendedCells mends, Consultants consultants, SkillReader skills, Taxonomy taxonomy,
			SkillWords words, Formats formats, MessageSource messages, Clock clock,
			@Value("${muster.currency}") String currency) {
		this.files = files;
		this.mends = mends;
		this.consultants = consultants;
		this.skills = skills;
		this.taxonomy = taxonomy;
		this.words = words;
		this.formats = formats;
		this.messages = messages;
		this.clock = clock;
		this.currency = currency;
	}

	/**
	 * A cell, and how it is understood.
	 *
	 * @param understood {@code null} where it is taken as it is
	 * @param problem what is wrong with it, or {@code null}
	 */
	record Example(String typed, @Nullable String understood, @Nullable String problem) {
	}

	/**
	 * A row that could be the one of the headings.
	 */
	record Line(int number, String text) {
	}

	/**
	 * The beginning of a table.
	 *
	 * @param lines those that may have the headings
	 * @param examples some cells of each column
	 * @param accented some cells of a file whose encoding is a guess, with the letters
	 * that differ between encodings
	 * @param sheets of a workbook: the one that is read, and behind it the others
	 * @param headless whether the row of the headings has an e-mail address, as people
	 * have
	 */
	record Preview(List<Line> lines, List<List<Example>> examples, Set<String> accented, List<String> sheets,
			boolean headless) {
	}

	/**
	 * Something that is wrong with a cell, or with several that say the same.
	 *
	 * @param line the first
	 * @param rows how many there are
	 * @param cell {@code null} where it cannot be corrected here
	 */
	record Problem(int line, int rows, String column, String typed, String reason, boolean fatal, @Nullable Cell cell) {

		private Problem again() {
			return new Problem(this.line, this.rows + 1, this.column, this.typed, this.reason, this.fatal, this.cell);
		}

		private boolean isOf(int row, @Nullable TableColumn field) {
			return this.line == row && this.cell != null && this.cell.field() == field;
		}

	}

	/**
	 * A cell that can be corrected.
	 *
	 * @param said all that the table says in it
	 * @param mended the same, or what somebody has said instead
	 */
	record Cell(TableColumn field, String said, String mended) {
	}

	/**
	 * A cell that was read by what it most likely means.
	 *
	 * @param line the first that says so
	 * @param rows how many there are
	 */
	record Loose(int line, int rows, String column, String typed, String understood) {
	}

	/**
	 * Amounts of a column that could have been read otherwise, as {@code 1.250}.
	 *
	 * @param typed the first
	 * @param others how many more there are
	 */
	record Amounts(String column, String typed, String understood, int others) {

		private Amounts again() {
			return new Amounts(this.column, this.typed, this.understood, this.others + 1);
		}

	}

	/**
	 * What an import would do.
	 *
	 * @param rows how many there are
	 * @param leftOut how many of them would not go in
	 * @param found how many values, or rows as a whole, have a problem
	 * @param problems the first that leave a row out, and behind them others
	 * @param amounts of each column
	 * @param loose the first
	 * @param moreLoose how many cells there are besides
	 * @param belowCost the first rows after which somebody is paid more than a client
	 * pays
	 * @param moreLosses how many such rows there are besides
	 * @param mended whether somebody has corrected anything
	 */
	record Result(int rows, int leftOut, int found, List<Problem> problems, List<Amounts> amounts, List<Loose> loose,
			int moreLoose, List<RowsBelowCost.Loss> belowCost, int moreLosses, boolean mended) {

		/** How many of what was found is not among the problems. */
		public int more() {
			return this.found - this.problems.stream().mapToInt(Problem::rows).sum();
		}

	}

	/**
	 * @param chosen what each column holds, or {@code null} for nothing
	 */
	Preview preview(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order)
			throws IOException {
		List<SheetRow> above = new ArrayList<>();
		List<SheetRow> rows = new ArrayList<>();
		Set<String> accented = new LinkedHashSet<>();
		read(table, (row, isAbove) -> {
			if (above.size() < WITHIN) {
				above.add(row);
			}
			if (!isAbove && rows.size() < WITHIN) {
				rows.add(row);
			}
			boolean more = table.isGuessed() && accented.size() < MOST_ACCENTED;
			if (more) {
				accented(row, accented);
			}
			return more || rows.size() < WITHIN;
		});
		RowReader reader = reader(table, chosen, order);
		List<Read> reads = rows.stream().map(reader::read).toList();
		List<List<Example>> examples = new ArrayList<>();
		for (int column = 0; column < chosen.size(); column++) {
			examples.add(examples(rows, reads, column, chosen.get(column)));
		}
		return new Preview(above.stream().map(TableCheck::line).toList(), examples, accented, sheets(table),
				table.headings().stream().anyMatch((heading) -> heading.indexOf('@') > 0));
	}

	private static void accented(SheetRow row, Set<String> accented) {
		for (int column = 0; column < row.cells().size() && accented.size() < MOST_ACCENTED; column++) {
			String cell = row.cell(column);
			if (cell.chars().anyMatch((sign) -> sign > 0x7f)) {
				accented.add(Inputs.cut(cell, 60));
			}
		}
	}

	private List<String> sheets(PoolImport table) throws IOException {
		if (table.format() != SheetFormat.EXCEL) {
			return List.of();
		}
		Path file = this.files.copy(table.id());
		try {
			return Sheets.names(file, table.format());
		}
		catch (Unreadable ex) {
			// As above: the import will say it.
			return List.of();
		}
		finally {
			Files.delete(file);
		}
	}

	private static Line line(SheetRow row) {
		String text = row.cells()
			.stream()
			.filter((cell) -> !cell.isBlank())
			.map(String::strip)
			.collect(Collectors.joining(" · "));
		return new Line(row.line(), Inputs.cut(text, 100));
	}

	private List<Example> examples(List<SheetRow> rows, List<Read> reads, int column, @Nullable TableColumn field) {
		List<Example> examples = new ArrayList<>();
		for (int at = 0; at < rows.size() && examples.size() < EXAMPLES; at++) {
			String typed = rows.get(at).cell(column);
			if (!typed.isEmpty()) {
				examples.add((field != null) ? example(typed, reads.get(at), field) : new Example(typed, null, null));
			}
		}
		return examples;
	}

	private Example example(String typed, Read read, TableColumn field) {
		String problem = read.wrongs()
			.stream()
			.filter((wrong) -> wrong.field() == field)
			.map((wrong) -> message("imports.reason." + wrong.reason()))
			.distinct()
			.reduce((one, other) -> one + "; " + other)
			.orElse(null);
		String understood = understood(read, field);
		return new Example(typed, typed.equals(understood) ? null : understood, problem);
	}

	/** What is read of a cell that may be read in more than one way. */
	private @Nullable String understood(Read read, TableColumn field) {
		Person person = read.person();
		return switch (field) {
			case NAME -> person.name;
			case HEADLINE -> person.headline;
			case CITY -> person.city;
			case ROLES -> (person.roles != null) ? roles(person.roles) : null;
			case YEARS -> (person.years != null) ? message("imports.understood.years", person.years) : null;
			case PAY_RATE -> (person.payRate != null) ? this.formats.money(person.payRate, currencyOf(person)) : null;
			case BILL_RATE ->
				(person.billRate != null) ? this.formats.money(person.billRate, currencyOf(person)) : null;
			case AVAILABLE_FROM ->
				TableDates.isNow(read.loose().getOrDefault(field, "")) ? message("imports.understood.now")
						: (person.availableFrom != null) ? this.formats.date(person.availableFrom) : null;
			case COUNTRY -> (person.country != null) ? this.formats.country(person.country) : null;
			case REGION -> (person.country != null && person.region != null)
					? this.formats.place(new Place(person.country, person.region)) : null;
			case SKILLS -> (person.skills != null) ? skills(person) : null;
			default -> null;
		};
	}

	private String currencyOf(Person person) {
		return Objects.requireNonNullElse(person.currency, this.currency);
	}

	private String skills(Person person) {
		return Objects.requireNonNull(person.skills)
			.values()
			.stream()
			.map((held) -> this.taxonomy.get(held.skillId()).name() + " ("
					+ this.words.held(held).toLowerCase(Locale.ROOT) + ")")
			.collect(Collectors.joining(", "));
	}

	/** What has to be confirmed of the amounts. */
	List<String> doubts(PoolImport table, List<@Nullable TableColumn> chosen) {
		return AmountNotes.doubts(table.amountNotes(), table.headings(), columns(chosen), this.currency);
	}

	/** Of amounts of which nothing else is said. */
	String currency() {
		return this.currency;
	}

	/** Reads all of it, and changes nothing. */
	Result check(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order, NewPeople usual)
			throws IOException {
		Counter counter = new Counter(table, chosen, usual, false);
		count(table, reader(table, chosen, order), counter);
		return new Result(counter.rows, counter.leftOut, counter.found, counter.problems(MOST_PROBLEMS),
				List.copyOf(counter.amounts.values()), List.copyOf(counter.loose.values()), counter.moreLoose,
				counter.belowCost.found(), counter.belowCost.more(), !this.mends.of(table.id()).isNone());
	}

	/** Each by itself, in the order of the lines, up to the most that are listed. */
	List<Problem> problems(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order,
			NewPeople usual) throws IOException {
		Counter counter = new Counter(table, chosen, usual, true);
		count(table, reader(table, chosen, order), counter);
		return counter.problems(MOST_LISTED).stream().sorted(Comparator.comparingInt(Problem::line)).toList();
	}

	private void count(PoolImport table, RowReader reader, Counter counter) throws IOException {
		List<SheetRow> some = new ArrayList<>();
		read(table, (row, isAbove) -> {
			if (!isAbove) {
				some.add(row);
			}
			if (some.size() == AT_ONCE) {
				counter.count(some, reader);
			}
			return true;
		});
		counter.count(some, reader);
	}

	/** Counts what would go in. */
	private final class Counter {

		private final PoolImport table;

		private final NewPeople usual;

		private final Map<TableColumn, Integer> columns;

		/** By e-mail, as the rows so far leave them. */
		private final Map<String, PoolMember> people = new HashMap<>();

		/** The same by reference. */
		private final Map<String, PoolMember> referenced = new HashMap<>();

		/** Those that leave a row out, by what they have in common or line by line. */
		private final Map<Object, Problem> fatal = new LinkedHashMap<>();

		private final Map<Object, Problem> partial = new LinkedHashMap<>();

		private final Map<List<String>, Loose> loose = new LinkedHashMap<>();

		/** By column, and by whether the mark is one of thousands. */
		private final Map<List<Object>, Amounts> amounts = new LinkedHashMap<>();

		private final RowsBelowCost belowCost = new RowsBelowCost(TableCheck.this.consultants, TableCheck.this.formats,
				LocalDate.now(TableCheck.this.clock));

		/** Whether the problems are for a file, in which nothing is corrected. */
		private final boolean isListing;

		private int rows;

		private int found;

		private int moreLoose;

		private int leftOut;

		Counter(PoolImport table, List<@Nullable TableColumn> chosen, NewPeople usual, boolean isListing) {
			this.isListing = isListing;
			this.usual = usual;
			this.table = table;
			this.columns = columns(chosen);
		}

		/** Takes the rows off the list. */
		void count(List<SheetRow> some, RowReader reader) {
			List<Read> reads = some.stream().map(reader::read).toList();
			TableCheck.this.consultants
				.standings(reads.stream().map((read) -> read.person().email).collect(Collectors.toSet()))
				.forEach((one) -> this.people.putIfAbsent(one.email(), one));
			Set<String> said = reads.stream()
				.flatMap((read) -> Stream.ofNullable(read.person().reference))
				.collect(Collectors.toSet());
			if (!said.isEmpty()) {
				TableCheck.this.consultants.standingsReferenced(said)
					.forEach((one) -> this.referenced.putIfAbsent(one.reference(), one));
			}
			this.belowCost.know(reads.stream()
				.map(Read::person)
				.filter((person) -> (person.payRate == null) != (person.billRate == null))
				.flatMap((person) -> Stream.of(Optional.ofNullable(this.people.get(person.email)),
						Optional.ofNullable(this.referenced.get(person.reference))))
				.flatMap(Optional::stream)
				.toList());
			for (int at = 0; at < some.size(); at++) {
				Person person = reads.get(at).person();
				PoolMember mailed = this.people.get(person.email);
				PoolMember referenced = this.referenced.get(person.reference);
				List<Wrong> wrongs = reads.get(at).wrongs(mailed, referenced, this.usual);
				note(some.get(at), wrongs, reader);
				note(some.get(at), reads.get(at));
				if (wrongs.stream().noneMatch(Wrong::fatal)) {
					PoolMember there = (referenced != null) ? referenced : mailed;
					PoolMember now = person.standing(there, this.usual);
					this.people.put(now.email(), now);
					this.belowCost.note(some.get(at).line(), person, there, now);
					this.referenced.computeIfPresent(now.reference(), (reference, before) -> now);
				}
			}
			some.clear();
		}

		private void note(SheetRow row, List<Wrong> wrongs, RowReader reader) {
			this.rows++;
			this.leftOut += wrongs.stream().anyMatch(Wrong::fatal) ? 1 : 0;
			this.found += wrongs.size();
			for (Wrong wrong : wrongs) {
				Map<Object, Problem> noted = wrong.fatal() ? this.fatal : this.partial;
				Cell cell = this.isListing ? null : cell(row, wrong.field(), reader);
				boolean isShared = cell != null && cell.field().isVocabulary() && !cell.said().isEmpty();
				Object key = isShared ? List.of(cell, wrong.reason()) : List.of(row.line(), noted.size());
				Problem there = noted.get(key);
				if (there != null) {
					noted.put(key, there.again());
				}
				else if (noted.size() < (this.isListing ? MOST_LISTED : MOST_PROBLEMS)) {
					noted.put(key, problem(row.line(), wrong, cell));
				}
			}
		}

		private Problem problem(int line, Wrong wrong, @Nullable Cell cell) {
			return new Problem(line, 1, wrong.column(this.table.headings(), this.columns, TableCheck.this.messages),
					wrong.typed(), wrong.reason(), wrong.fatal(), cell);
		}

		/**
		 * Nothing where the cell has a problem above, beside which it is corrected, or is
		 * no word or two.
		 */
		private @Nullable Cell cell(SheetRow row, @Nullable TableColumn field, RowReader reader) {
			if (field == null || reader.said(row, field).length() > MendedCells.LONGEST) {
				return null;
			}
			boolean isAbove = Stream.concat(this.fatal.values().stream(), this.partial.values().stream())
				.anyMatch((problem) -> problem.isOf(row.line(), field));
			return isAbove ? null : new Cell(field, Mends.inLine(field, reader.said(row, field)),
					Mends.inLine(field, reader.mended(row, field)));
		}

		List<Problem> problems(int most) {
			return Stream.concat(this.fatal.values().stream(), this.partial.values().stream()).limit(most).toList();
		}

		private void note(SheetRow row, Read read) {
			read.ambiguous().forEach((field, typed) -> note(field, typed, read));
			read.loose().forEach((field, typed) -> {
				String understood = understood(read, field);
				if (understood != null) {
					note(row.line(), field, typed, understood);
				}
			});
			read.worded()
				.forEach((typed, spoken) -> note(row.line(), TableColumn.LANGUAGES, typed,
						TableCheck.this.formats.language(spoken.language()) + " " + spoken.level()));
		}

		private void note(int line, TableColumn field, String typed, String understood) {
			String column = Wrong.column(field, this.table.headings(), this.columns, TableCheck.this.messages);
			List<String> key = List.of(field.name(), typed, understood);
			Loose there = this.loose.get(key);
			if (there != null || this.loose.size() < MOST_PROBLEMS) {
				this.loose.put(key,
						(there != null) ? new Loose(there.line(), there.rows() + 1, column, typed, understood)
								: new Loose(line, 1, column, typed, understood));
			}
			else {
				this.moreLoose++;
			}
		}

		private void note(TableColumn rate, String typed, Read read) {
			Person person = read.person();
			BigDecimal value = (rate == TableColumn.PAY_RATE) ? person.payRate : person.billRate;
			String understood = understood(read, rate);
			if (value != null && understood != null) {
				boolean thousands = value.compareTo(THOUSAND) >= 0;
				Amounts first = new Amounts(
						Wrong.column(rate, this.table.headings(), this.columns, TableCheck.this.messages), typed,
						understood, 0);
				this.amounts.merge(List.of(rate, thousands), first, (there, one) -> there.again());
			}
		}

	}

	private interface Taker {

		/**
		 * @param isAbove whether it is above the data
		 * @return whether more is wanted
		 */
		boolean take(SheetRow row, boolean isAbove);

	}

	private void read(PoolImport table, Taker taker) throws IOException {
		Path file = this.files.copy(table.id());
		try {
			boolean[] first = { true };
			Sheets.read(file, table.format(), table.charset(), (row) -> {
				boolean above = table.isAbove(row, first[0]);
				first[0] = false;
				return taker.take(row, above);
			});
		}
		catch (Unreadable ex) {
			// It was read when it came; what has gone wrong since then the import will
			// say.
		}
		finally {
			Files.delete(file);
		}
	}

	private RowReader reader(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order) {
		return new RowReader(table.headings(), columns(chosen), this.skills, LocalDate.now(this.clock), this.currency,
				order, this.mends.of(table.id()));
	}

	private static Map<TableColumn, Integer> columns(List<@Nullable TableColumn> chosen) {
		Map<TableColumn, Integer> columns = new EnumMap<>(TableColumn.class);
		for (int at = 0; at < chosen.size(); at++) {
			TableColumn field = chosen.get(at);
			if (field != null) {
				columns.putIfAbsent(field, at);
			}
		}
		return columns;
	}

	private String roles(Set<JobRole> roles) {
		return roles.stream().map((role) -> message("consultants.role." + role)).collect(Collectors.joining(", "));
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
