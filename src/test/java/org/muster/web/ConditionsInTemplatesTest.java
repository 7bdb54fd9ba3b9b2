package org.muster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thymeleaf replaces an element before it asks for its condition: one on the same element
 * is never asked, and stands on an element around it instead.
 */
class ConditionsInTemplatesTest {

	private static final Pattern ELEMENT = Pattern.compile("<[a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>");

	private static final Pattern BOTH = Pattern.compile("(?=.*\\sth:(?:if|unless)=)(?=.*\\sth:(?:replace|insert)=).*",
			Pattern.DOTALL);

	@Test
	void noElementThatIsReplacedHasACondition() throws IOException {
		TreeSet<String> both = new TreeSet<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".html")).toList()) {
				Matcher element = ELEMENT.matcher(Files.readString(file));
				while (element.find()) {
					if (BOTH.matcher(element.group()).matches()) {
						both.add(file.getFileName() + ": " + element.group());
					}
				}
			}
		}
		assertThat(both).isEmpty();
	}

}
