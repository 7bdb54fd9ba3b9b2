package org.muster.tables;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.uploads.Encoding;
import org.muster.uploads.Unreadable;

/**
 * How a table is read.
 *
 * @param encoding of a CSV file, or {@code null} of a workbook
 * @param headingLine the line of the headings, from 1 on
 * @param rows below the headings
 * @param hidden how many of them a workbook does not show
 * @param dateOrders what the dates of a column tell, of those that need an order
 * @param notes what may be said of amounts besides the headings and the amounts
 */
public record TableReading(SheetFormat format, @Nullable String encoding, int headingLine, List<String> header,
		int rows, int hidden, Map<Integer, DateOrder> dateOrders, List<AmountNotes.Note> notes) {

	/**
	 * Reads the whole once, so that what cannot be read is refused at once.
	 * @param chosen the encoding, or {@code null} to recognise it
	 * @param line of the headings, or {@code null} to find them
	 * @throws Unreadable if it is no table, or nothing stands below the headings
	 */
	public static TableReading of(Path file, SheetFormat format, @Nullable Charset chosen, @Nullable Integer line)
			throws IOException, Unreadable {
		Charset charset = (format == SheetFormat.EXCEL) ? null : (chosen != null) ? chosen : Encoding.of(file);
		List<SheetRow> first = new ArrayList<>();
		Map<Integer, DateOrder.Evidence> evidence = new HashMap<>();
		AmountNotes notes = new AmountNotes();
		int[] rows = new int[1];
		int[] hidden = new int[1];
		Sheets.read(file, format, charset, (row) -> {
			if (first.size() < Headings.WITHIN) {
				first.add(row);
			}
			rows[0]++;
			hidden[0] += row.hidden() ? 1 : 0;
			for (int column = 0; column < row.cells().size(); column++) {
				evidence.computeIfAbsent(column, (key) -> new DateOrder.Evidence()).take(row.cells().get(column));
			}
			notes.take(row);
			return true;
		});
		int at = (line == null) ? Headings.find(first) : first.stream().map(SheetRow::line).toList().indexOf(line);
		if (rows[0] < at + 2 || at < 0) {
			throw new Unreadable("imports.file.rows");
		}
		SheetRow headings = first.get(at);
		int above = (int) first.subList(0, at + 1).stream().filter(SheetRow::hidden).count();
		return new TableReading(format, (charset != null) ? charset.name() : null, headings.line(),
				wide(headings.cells(), first.subList(at + 1, first.size())), rows[0] - at - 1, hidden[0] - above,
				orders(evidence), notes.of(headings.line()));
	}

	private static Map<Integer, DateOrder> orders(Map<Integer, DateOrder.Evidence> evidence) {
		Map<Integer, DateOrder> orders = new TreeMap<>();
		evidence.forEach((column, said) -> {
			DateOrder order = said.order();
			if (order != null) {
				orders.put(column, order);
			}
		});
		return orders;
	}

	/** As many headings as the first rows have cells: some columns have no heading. */
	private static List<String> wide(List<String> headings, List<SheetRow> rows) {
		List<String> wide = new ArrayList<>(headings.stream().map(Mojibake::mended).toList());
		int width = rows.stream().mapToInt(TableReading::width).max().orElse(0);
		while (wide.size() < width) {
			wide.add("");
		}
		return wide;
	}

	/** Up to the last cell that holds something. */
	private static int width(SheetRow row) {
		int width = row.cells().size();
		while (width > 0 && row.cell(width - 1).isEmpty()) {
			width--;
		}
		return width;
	}

}
