package org.muster.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.muster.numbers.NumberKind;
import org.muster.forms.Inputs;

/**
 * Collects what a table says of its amounts besides their headings: in titles, groups of
 * columns, rows of units and footnotes, none of which has anybody's e-mail, and in
 * columns of units and currencies.
 */
public final class AmountNotes {

	/** More of them nobody reads. */
	private static final int MOST = 20;

	private static final int LONGEST = 100;

	/** A title has no more cells; a row of somebody has. */
	private static final int SPARSE = 4;

	/** Columns of units have no more values. */
	private static final int FEW = 12;

	private static final String BETWEEN = "\t";

	private final List<Note> notes = new ArrayList<>();

	/** The different texts of each column, up to one more than few. */
	private final Map<Integer, Set<String>> texts = new LinkedHashMap<>();

	/**
	 * Something that may be said of amounts.
	 *
	 * @param line where it stands, or 0 for a whole column
	 * @param column counted from 0
	 */
	public record Note(int line, int column, String text) {

		/** As several are kept in a column of the database. */
		public static String kept(List<Note> notes) {
			StringBuilder kept = new StringBuilder();
			notes.forEach((note) -> kept.append(note.line + BETWEEN + note.column + BETWEEN + note.text + "\n"));
			return kept.toString();
		}

		public static List<Note> all(String kept) {
			return Arrays.stream(kept.split("\n")).filter((line) -> !line.isEmpty()).map((line) -> {
				String[] parts = line.split(BETWEEN, 3);
				return new Note(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
			}).toList();
		}

	}

	void take(SheetRow row) {
		if (row.cells().stream().anyMatch((cell) -> cell.indexOf('@') > 0)) {
			takeTexts(row);
			return;
		}
		boolean isSparse = row.filled() <= SPARSE;
		for (int column = 0; column < row.cells().size() && this.notes.size() < MOST; column++) {
			if (isNote(row.cell(column), isSparse)) {
				this.notes.add(note(row.line(), column, row.cell(column)));
			}
		}
	}

	private void takeTexts(SheetRow row) {
		for (int column = 0; column < row.cells().size(); column++) {
			Set<String> different = this.texts.computeIfAbsent(column, (key) -> new LinkedHashSet<>());
			if (different.size() <= FEW && !row.cell(column).isEmpty()) {
				different.add(row.cell(column));
			}
		}
	}

	/** The amount of somebody without an e-mail is none. */
	private static boolean isNote(String text, boolean isSparse) {
		return !text.isEmpty() && (isSparse ? AmountWords.isNote(text) : AmountWords.isUnit(text))
				&& NumberKind.DAY_RATE.range().understood(text) == null;
	}

	private static Note note(int line, int column, String text) {
		return new Note(line, column, Inputs.cut(text.replaceAll("\\s+", " "), LONGEST));
	}

	/**
	 * All of them but the headings themselves.
	 * @param headings their line
	 */
	List<Note> of(int headings) {
		Stream<Note> rows = this.notes.stream().filter((note) -> note.line() != headings);
		Stream<Note> columns = this.texts.entrySet()
			.stream()
			.filter((entry) -> areUnits(entry.getValue()))
			.flatMap((entry) -> entry.getValue()
				.stream()
				.filter(AmountWords::isUnit)
				.map((text) -> note(0, entry.getKey(), text)));
		return Stream.concat(rows, columns).limit(MOST).toList();
	}

	/** Whether half of what a column says, or more, are units. */
	private static boolean areUnits(Set<String> texts) {
		return texts.size() <= FEW && texts.stream().filter(AmountWords::isUnit).count() * 2 >= texts.size();
	}

	/**
	 * What may mean that amounts are something else than net, a day and in the currency
	 * of the pool: somebody has to say that they are all the same.
	 * @param headings of all columns
	 * @param columns what is read, and where
	 * @param currency of the pool
	 */
	public static List<String> doubts(List<Note> notes, List<String> headings, Map<TableColumn, Integer> columns,
			String currency) {
		List<Integer> rates = columns.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().isRate())
			.map(Map.Entry::getValue)
			.toList();
		if (rates.isEmpty()) {
			return List.of();
		}
		Stream<String> unknown = rates.stream()
			.map(headings::get)
			.filter((heading) -> !AmountWords.of(heading).unknown().isEmpty());
		Stream<String> beside = notes.stream()
			.filter((note) -> note.line() > 0 || !columns.containsValue(note.column()))
			.filter((note) -> AmountWords.of(note.text()).isDoubtful(currency))
			.map((note) -> (note.line() > 0) ? note.text() : heading(headings, note.column()) + ": " + note.text());
		return Stream.concat(unknown, beside).distinct().toList();
	}

	private static String heading(List<String> headings, int column) {
		return (column < headings.size()) ? headings.get(column) : "";
	}

}
