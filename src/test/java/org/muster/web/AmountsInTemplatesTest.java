package org.muster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Amounts and rates are shown as {@code Formats} writes them, and never as they are kept.
 */
class AmountsInTemplatesTest {

	private static final Pattern TEXT = Pattern.compile("th:text=\"([^\"]*)\"");

	private static final Pattern FORMATTED = Pattern.compile("formats\\.\\w+\\(");

	/** But not where it is compared with something, or asked for something else. */
	private static final Pattern RAW = Pattern.compile(
			"\\.(?:\\w*[aA]mount|\\w*Rate|rate|net|gross|total|subtotal|vat|cap|rateCap|budget|margin|price|cost|low"
					+ "|high|middle|revenue|percent|\\w+Percent)\\(\\)(?!\\.| *[=!])");

	/** What counts things, and what shows a field as it was typed. */
	private static final List<String> OTHERS = List.of("import.total()", "row.total()", "one.value.billRate()",
			"one.value.discountPercent()");

	@Test
	void noTemplateShowsAnAmountAsItIsKept() throws IOException {
		TreeSet<String> raw = new TreeSet<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".html")).toList()) {
				Matcher text = TEXT.matcher(Files.readString(file));
				while (text.find()) {
					String bare = withoutFormatted(text.group(1));
					for (String other : OTHERS) {
						bare = bare.replace(other, "");
					}
					if (RAW.matcher(bare).find()) {
						raw.add(file.getFileName() + ": " + text.group(1));
					}
				}
			}
		}
		assertThat(raw).isEmpty();
	}

	private static String withoutFormatted(String expression) {
		StringBuilder bare = new StringBuilder();
		Matcher formatted = FORMATTED.matcher(expression);
		int at = 0;
		while (formatted.find(at)) {
			bare.append(expression, at, formatted.start());
			at = formatted.end();
			for (int open = 1; open > 0 && at < expression.length(); at++) {
				open += (expression.charAt(at) == '(') ? 1 : (expression.charAt(at) == ')') ? -1 : 0;
			}
		}
		return bare.append(expression.substring(at)).toString();
	}

}
