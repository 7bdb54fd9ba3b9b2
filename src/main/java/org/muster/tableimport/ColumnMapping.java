package org.muster.tableimport;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.muster.tables.TableColumn;

/** Which column holds what, as it is kept: {@code NAME=0,EMAIL=2}. */
final class ColumnMapping {

	private ColumnMapping() {
	}

	static String text(Map<TableColumn, Integer> columns) {
		return columns.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining(","));
	}

	static Map<TableColumn, Integer> of(String text) {
		Map<TableColumn, Integer> columns = new EnumMap<>(TableColumn.class);
		Arrays.stream(text.split(",")).filter((part) -> !part.isEmpty()).forEach((part) -> {
			String[] sides = part.split("=");
			columns.put(TableColumn.valueOf(sides[0]), Integer.valueOf(sides[1]));
		});
		return columns;
	}

}
