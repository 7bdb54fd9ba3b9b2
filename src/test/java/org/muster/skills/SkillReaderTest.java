package org.muster.skills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.skills.SkillMention.Importance;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class SkillReaderTest {

	private static final Pattern LABEL = Pattern.compile("\\[\\[([^]|]+)(?:\\|([^]]+))?]]");

	private static final List<Skill> SKILLS = TaxonomyFile.read().stream().map(TaxonomyFile.Line::skill).toList();

	private final SkillReader reader = new SkillReader(() -> SKILLS);

	@Test
	void ofTheLabelledTextsItReadsNineSkillsInTenAndIsWrongWithOneInTwenty() throws IOException {
		int right = 0;
		int read = 0;
		int labelled = 0;
		List<String> mistakes = new ArrayList<>();
		List<String> texts = new ClassPathResource("readings.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.startsWith("#"))
			.toList();
		for (String text : texts) {
			Set<String> expected = new TreeSet<>();
			String plain = unlabelled(text, expected);
			Set<String> found = new TreeSet<>();
			this.reader.read(plain).forEach((mention) -> found.add(mention.start() + " " + mention.skill().name()));
			labelled += expected.size();
			read += found.size();
			Set<String> both = new TreeSet<>(expected);
			both.retainAll(found);
			right += both.size();
			if (!expected.equals(found)) {
				mistakes
					.add("%s%n    missed %s, wrong %s".formatted(plain, less(expected, found), less(found, expected)));
			}
		}
		double precision = (double) right / read;
		double recall = (double) right / labelled;
		System.out.printf("RESULT skill-reading texts=%d skills=%d precision=%.3f recall=%.3f%n", texts.size(),
				labelled, precision, recall);
		assertThat(texts).hasSizeGreaterThanOrEqualTo(60);
		assertThat(precision).as(String.join("\n", mistakes)).isGreaterThanOrEqualTo(0.95);
		assertThat(recall).as(String.join("\n", mistakes)).isGreaterThanOrEqualTo(0.90);
		mistakes.forEach(System.out::println);
	}

	private static String unlabelled(String text, Set<String> expected) {
		StringBuilder plain = new StringBuilder();
		Matcher matcher = LABEL.matcher(text.replace("\\n", "\n"));
		while (matcher.find()) {
			matcher.appendReplacement(plain, "");
			String name = (matcher.group(2) != null) ? matcher.group(2) : matcher.group(1);
			expected.add(plain.length() + " " + name);
			plain.append(matcher.group(1));
		}
		matcher.appendTail(plain);
		return plain.toString();
	}

	private static Set<String> less(Set<String> all, Set<String> without) {
		Set<String> rest = new TreeSet<>(all);
		rest.removeAll(without);
		return rest;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			5+ years of Java                                    | Java       | 5
			at least three years' experience with Kotlin        | Kotlin     | 3
			Python (7 years), SQL                               | Python     | 7
			Terraform: 2 yrs                                    | Terraform  | 2
			3-5 years of professional experience in Java, Scala | Scala      | 3
			10 years in business, lots of Java                  | Java       |
			Python (7 years), SQL                               | SQL        |
			""")
	void itReadsTheYearsThatTheSentenceSays(String text, String skill, Integer years) {
		assertThat(mention(text, skill).years()).isEqualTo(years);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Strong knowledge of Java and Kotlin | Kotlin | PROFICIENT
			Expert in PostgreSQL                | PostgreSQL | EXPERT
			Basic understanding of Docker       | Docker | WORKING
			Java (expert), Scala (basic)        | Scala  | WORKING
			Good command of Python              | Python | GOOD
			We use Java                         | Java   |
			""")
	void itReadsTheLevelThatTheSentenceSays(String text, String skill, SkillLevel level) {
		assertThat(mention(text, skill).level()).isEqualTo(level);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Java required. Kafka is a plus.             | Java   | REQUIRED
			Java required. Kafka is a plus.             | Kafka  | NICE_TO_HAVE
			Must have:\\n- Java\\nNice to have:\\n- Kafka | Java   | REQUIRED
			Must have:\\n- Java\\nNice to have:\\n- Kafka | Kafka  | NICE_TO_HAVE
			We work with Java.                          | Java   | UNSAID
			""")
	void itReadsHowMuchASkillIsWanted(String text, String skill, Importance importance) {
		assertThat(mention(text.replace("\\n", "\n"), skill).importance()).isEqualTo(importance);
	}

	@ParameterizedTest
	@CsvSource({ "''", "'   '", "'🚚 نقل البيانات'", "'++ # .net.. ((('", "'C#C++C#'", "'a\u0000b'" })
	void noTextUpsetsIt(String text) {
		assertThat(this.reader.read(text)).isNotNull();
	}

	@Test
	void aPlaceIsThatOfTheTextEvenBehindEmoji() {
		String text = "🚚🚚 İstanbul: Java";
		SkillMention mention = mention(text, "Java");
		assertThat(text.substring(mention.start(), mention.end())).isEqualTo("Java");
	}

	private SkillMention mention(String text, String skill) {
		return this.reader.read(text)
			.stream()
			.filter((mention) -> mention.skill().name().equals(skill))
			.findFirst()
			.orElseThrow();
	}

}
