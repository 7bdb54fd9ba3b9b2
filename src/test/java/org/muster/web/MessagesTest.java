package org.muster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern IN_TEMPLATE = Pattern
		.compile("#\\{([a-z][\\w.-]*\\w)[(}]|messages\\.msg\\('([\\w.-]*\\w)'");

	private static final Pattern IN_CODE = Pattern.compile(
			"\"\\{?((?:web|forms|accounts|consultants|imports|engagements|requests|matching|proposals|insights)\\.[A-Za-z.]*[A-Za-z])}?\"");

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
