package org.muster.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts beside each formula of a workbook of ours the value that it has: Excel shows it in
 * Protected View, as previews and phones do, which do not calculate. Understands what our
 * sheets use: sums, rounding, the four operations, brackets and cells of the same sheet.
 */
public final class SheetFormulas {

	private static final Pattern NUMBER_CELL = Pattern
		.compile("<c r=\"([A-Z]+\\d+)\"[^>]* t=\"n\"[^>]*><v>([^<]*)</v></c>");

	private static final Pattern FORMULA_CELL = Pattern
		.compile("(<c r=\"([A-Z]+\\d+)\"[^>]*><f>)([^<]*)(</f>)(?:<v>[^<]*</v>|<v/>)?(</c>)");

	private final Map<String, BigDecimal> values = new HashMap<>();

	private final Map<String, String> formulas = new HashMap<>();

	private SheetFormulas(String sheet) {
		Matcher numbers = NUMBER_CELL.matcher(sheet);
		while (numbers.find()) {
			this.values.put(numbers.group(1), new BigDecimal(numbers.group(2)));
		}
		Matcher found = FORMULA_CELL.matcher(sheet);
		while (found.find()) {
			this.formulas.put(found.group(2), unescaped(found.group(3)));
		}
	}

	/**
	 * The same workbook with the values of its formulas.
	 * @throws IllegalArgumentException if a formula is none of those that are understood
	 */
	public static byte[] withValues(byte[] workbook) {
		try {
			// What writes workbooks puts sizes only where a stream does not see them.
			Path file = Files.createTempFile("muster-sheet", null);
			try {
				return withValues(Files.write(file, workbook));
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] withValues(Path workbook) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipFile input = new ZipFile(workbook.toFile()); ZipOutputStream output = new ZipOutputStream(bytes)) {
			for (ZipEntry entry : Collections.list(input.entries())) {
				byte[] content = input.getInputStream(entry).readAllBytes();
				output.putNextEntry(new ZipEntry(entry.getName()));
				output.write(entry.getName().startsWith("xl/worksheets/sheet")
						? sheet(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
						: content);
				output.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	private static String sheet(String xml) {
		SheetFormulas formulas = new SheetFormulas(xml);
		return FORMULA_CELL.matcher(xml)
			.replaceAll((found) -> Matcher.quoteReplacement(found.group(1) + found.group(3) + found.group(4) + "<v>"
					+ formulas.value(found.group(2)).stripTrailingZeros().toPlainString() + "</v>" + found.group(5)));
	}

	private static String unescaped(String xml) {
		return xml.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&apos;", "'")
			.replace("&amp;", "&");
	}

	/** Of a cell; zero for an empty one. */
	private BigDecimal value(String cell) {
		BigDecimal known = this.values.get(cell);
		String formula = this.formulas.get(cell);
		if (known != null || formula == null) {
			return (known != null) ? known : BigDecimal.ZERO;
		}
		BigDecimal value = new Term(formula).value();
		this.values.put(cell, value);
		return value;
	}

	/** The sum of the cells of a range, such as {@code G5:J5}. */
	private BigDecimal sum(String first, String last) {
		BigDecimal sum = BigDecimal.ZERO;
		for (int row = row(first); row <= row(last); row++) {
			for (int column = column(first); column <= column(last); column++) {
				sum = sum.add(value(name(column) + row));
			}
		}
		return sum;
	}

	private static int row(String cell) {
		return Integer.parseInt(cell.replaceAll("\\D", ""));
	}

	private static int column(String cell) {
		return cell.chars().filter(Character::isLetter).reduce(0, (column, letter) -> 26 * column + letter - 'A' + 1);
	}

	private static String name(int column) {
		return ((column > 26) ? name((column - 1) / 26) : "") + (char) ('A' + (column - 1) % 26);
	}

	/** A formula, read from left to right. */
	private final class Term {

		private static final Pattern TOKEN = Pattern
			.compile("\\s*(?:(\\d+(?:\\.\\d+)?)|([A-Z]+\\d+)(?::([A-Z]+\\d+))?|(SUM|ROUND)\\(|([-+*/(),]))");

		private final String formula;

		private int at;

		Term(String formula) {
			this.formula = formula;
		}

		BigDecimal value() {
			BigDecimal value = sum();
			if (!this.formula.substring(this.at).isBlank()) {
				throw unknown();
			}
			return value;
		}

		private IllegalArgumentException unknown() {
			return new IllegalArgumentException("Not understood: " + this.formula + " from " + this.at + " on");
		}

		private BigDecimal sum() {
			BigDecimal sum = product();
			while (takes('+') || takes('-')) {
				boolean plus = this.formula.charAt(this.at - 1) == '+';
				sum = plus ? sum.add(product()) : sum.subtract(product());
			}
			return sum;
		}

		private BigDecimal product() {
			BigDecimal product = factor();
			while (takes('*') || takes('/')) {
				boolean times = this.formula.charAt(this.at - 1) == '*';
				product = times ? product.multiply(factor()) : product.divide(factor(), MathContext.DECIMAL128);
			}
			return product;
		}

		private BigDecimal factor() {
			if (takes('-')) {
				return factor().negate();
			}
			if (takes('(')) {
				BigDecimal within = sum();
				require(')');
				return within;
			}
			Matcher token = TOKEN.matcher(this.formula).region(this.at, this.formula.length());
			if (!token.lookingAt() || token.group(5) != null) {
				throw unknown();
			}
			this.at = token.end();
			if (token.group(1) != null) {
				return new BigDecimal(token.group(1));
			}
			if (token.group(2) != null) {
				return (token.group(3) != null) ? SheetFormulas.this.sum(token.group(2), token.group(3))
						: SheetFormulas.this.value(token.group(2));
			}
			return token.group(4).equals("SUM") ? sumOfAll() : rounded();
		}

		private BigDecimal sumOfAll() {
			BigDecimal all = sum();
			while (takes(',')) {
				all = all.add(sum());
			}
			require(')');
			return all;
		}

		/** Half away from zero, as Excel rounds. */
		private BigDecimal rounded() {
			BigDecimal value = sum();
			require(',');
			int decimals = sum().intValueExact();
			require(')');
			return value.setScale(decimals, RoundingMode.HALF_UP);
		}

		private boolean takes(char sign) {
			while (this.at < this.formula.length() && this.formula.charAt(this.at) == ' ') {
				this.at++;
			}
			boolean there = this.at < this.formula.length() && this.formula.charAt(this.at) == sign;
			this.at += there ? 1 : 0;
			return there;
		}

		private void require(char sign) {
			if (!takes(sign)) {
				throw unknown();
			}
		}

	}

}
