package org.muster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern IN_TEMPLATE = Pattern
		.compile("#\\{([a-z][\\w.-]*\\w)[(}]|messages\\.msg\\('([\\w.-]*\\w)'");

	private static final Pattern GIVEN_IN_TEMPLATE = Pattern.compile(
			"#\\{([a-z][\\w.-]*)\\(|#\\{\\$\\{'([a-z][\\w.-]*\\.)' \\+ [^}]*}\\(|messages\\.msg\\('([a-z][\\w.-]*)'(?: \\+ [^,)]*\\)?)?,");

	private static final Pattern ALONE_IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]*)}");

	/** The audit trail has acts below evidence, which are no messages. */
	private static final Pattern IN_CODE = Pattern.compile(
			"\"\\{?(?!skills\\.txt)((?:web|forms|accounts|icalendar|consultants|profiles|booking|personaldata|talentsearch|imports|engagements|requests|matching|proposals|insights|closures|comparison|daycalculator|discussion|holidays|intake|interviews|notifications|pricing|privacy|skills|stationery)\\.[A-Za-z.]*[A-Za-z])}?\"");

	/** Where the number is not among choices, one day were days. */
	@Test
	void oneDayIsADayAndOneWeekAWeekInEveryLanguage() throws IOException {
		Pattern plural = Pattern
			.compile("(?<![#<])\\{\\d} (?:days|weeks|Tage|Wochen|días|semanas|jours|semaines|dias)\\b");
		TreeSet<String> found = new TreeSet<>();
		for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
			Properties messages = new Properties();
			load(file, messages);
			messages.forEach((key, text) -> {
				if (plural.matcher(String.valueOf(text)).find()) {
					found.add(file.getFileName() + " " + key);
				}
			});
		}
		assertThat(found).isEmpty();
	}

	@Test
	void everyMessageThatATemplateOrAClassNamesExists() throws IOException {
		Properties messages = new Properties();
		for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
			try (var reader = Files.newBufferedReader(file)) {
				messages.load(reader);
			}
		}
		List<String> named = new ArrayList<>();
		for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
			find(IN_TEMPLATE, file, named);
		}
		for (Path file : files(Path.of("src/main/java"), ".java")) {
			find(IN_CODE, file, named);
		}
		assertThat(named).hasSizeGreaterThan(300);
		TreeSet<String> missing = new TreeSet<>(named);
		// A prefix, to which the code adds a value.
		missing.removeIf((key) -> messages.containsKey(key)
				|| messages.stringPropertyNames().stream().anyMatch((known) -> known.startsWith(key + ".")));
		assertThat(missing).isEmpty();
	}

	/** Documents fall back to English where a language lacks something. */
	@ParameterizedTest
	@ValueSource(strings = { "de", "fr", "es", "pt" })
	void documentsSayTheSameInEveryLanguage(String language) throws IOException {
		Properties english = new Properties();
		for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
			if (!file.getFileName().toString().contains("_")) {
				load(file, english);
			}
		}
		Properties other = new Properties();
		load(RESOURCES.resolve("messages/document_" + language + ".properties"), other);
		// Names of holidays, where the calendar does not know them in this language.
		other.keySet().removeIf((key) -> key.toString().startsWith("document.holiday."));
		Properties german = new Properties();
		load(RESOURCES.resolve("messages/document_de.properties"), german);
		assertThat(other.stringPropertyNames()).isEqualTo(german.stringPropertyNames());
		for (String key : other.stringPropertyNames()) {
			assertThat(english).containsKey(key);
			assertThat(placeholders(other.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
			boolean formatted = !placeholders(other.getProperty(key)).isEmpty();
			assertThat(other.getProperty(key).replace("''", "").contains("'") && formatted).as(key).isFalse();
		}
	}

	/**
	 * A text without arguments is shown as it is, and one with arguments by the rules of
	 * MessageFormat, where an apostrophe has to be doubled. A text that has no place for
	 * an argument, but is asked for with one, may have no apostrophe at all.
	 */
	@Test
	void anApostropheIsWrittenAsItWillBeRead() throws IOException {
		Set<String> withArguments = keysInTemplates(GIVEN_IN_TEMPLATE);
		Set<String> alone = keysInTemplates(ALONE_IN_TEMPLATE);
		assertThat(withArguments).contains("proposals.obstacle.", "proposals.row");
		List<String> wrong = new ArrayList<>();
		for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
			Properties bundle = new Properties();
			load(file, bundle);
			bundle.stringPropertyNames()
				.stream()
				.filter((key) -> !isReadable(key, bundle.getProperty(key), withArguments, alone))
				.map((key) -> file.getFileName() + " " + key + "=" + bundle.getProperty(key))
				.forEach(wrong::add);
		}
		assertThat(wrong).isEmpty();
	}

	private static boolean isReadable(String key, String text, Set<String> withArguments, Set<String> alone) {
		if (!placeholders(text).isEmpty()) {
			return !text.replace("''", "").contains("'");
		}
		// Constraints have their field as an argument.
		boolean given = withArguments.contains(key) || Character.isUpperCase(key.charAt(0))
				|| withArguments.contains(key.substring(0, key.lastIndexOf('.') + 1)) && !alone.contains(key);
		return given ? !text.contains("'") : !text.contains("''");
	}

	/** Whole keys, and beginnings of such up to a full stop. */
	private static Set<String> keysInTemplates(Pattern pattern) throws IOException {
		Set<String> keys = new TreeSet<>();
		for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
			Matcher matcher = pattern.matcher(Files.readString(file));
			while (matcher.find()) {
				IntStream.rangeClosed(1, matcher.groupCount())
					.mapToObj(matcher::group)
					.filter(Objects::nonNull)
					.forEach(keys::add);
			}
		}
		return keys;
	}

	private static TreeSet<String> placeholders(String text) {
		TreeSet<String> found = new TreeSet<>();
		Matcher matcher = Pattern.compile("\\{(\\d)").matcher(text);
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static void load(Path file, Properties into) throws IOException {
		try (var reader = Files.newBufferedReader(file)) {
			into.load(reader);
		}
	}

	@Test
	void noTemplateHasAnUnescapedTextOrAnInlineStyle() throws IOException {
		for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
			assertThat(Files.readString(file)).as(file.toString()).doesNotContain("th:utext", " style=\"", "onclick");
		}
	}

	private static void find(Pattern pattern, Path file, List<String> found) throws IOException {
		Matcher matcher = pattern.matcher(Files.readString(file));
		while (matcher.find()) {
			found.add((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2));
		}
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList();
		}
	}

}
