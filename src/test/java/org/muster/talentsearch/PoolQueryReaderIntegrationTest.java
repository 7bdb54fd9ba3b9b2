package org.muster.talentsearch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.skills.SkillReader;
import org.muster.testing.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What the search box understands, on Tuesday 24 November 2026. */
@IntegrationTest
class PoolQueryReaderIntegrationTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneId.of("Europe/Lisbon"));

	@Autowired
	private SkillReader skills;

	private PoolQuery read(String text) {
		return new PoolQueryReader(text, this.skills, Map.of("lisbon", "Lisbon", "sao paulo", "São Paulo"), "EUR",
				CLOCK)
			.read();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					java spring senior lisbon < 500 eur from january | skill Java; skill Spring; seniority SENIOR; city Lisbon; rate.most 500; from 2027-01-01
					Senior Java developer in Portugal                | seniority SENIOR; skill Java; country PT
					react.js, typescript; k8s and golang             | skill React; skill TypeScript; skill Kubernetes; skill Go
					go                                               | skill Go
					expert java                                      | skill.level Java 5
					java:4 sql 3+                                    | skill.level Java 4; skill.level SQL 3
					skill:"Spring Boot:4"                            | skill.level Spring Boot 4
					-php java without ruby                           | without PHP; skill Java; without Ruby
					python 300-450 eur                               | skill Python; rate.between 300 450
					under 450 a day                                  | rate.most 450
					> 400                                            | rate.least 400
					< 1.250 eur                                      | rate.most 1250
					< 1,250 eur                                      | rate.most 1250
					under € 1'250 a day                              | rate.most 1250
					max 1 250 eur                                    | rate.most 1250
					up to 1’250.50 €/day                             | rate.most 1250.50
					java 950-1.250 eur                               | skill Java; rate.between 950 1250
					1.250 €                                          | rate.most 1250
					at least 1.000                                   | rate.least 1000
					< 1.250 chf                                      | currency < 1.250 chf EUR
					days:2,5 rating:4,5                              | days 2.5; rating 4.5
					java,sql                                         | skill Java; skill SQL
					< 500 usd                                        | currency < 500 usd EUR
					java < 95.000 jpy                                | skill Java; currency < 95.000 jpy EUR
					< 400 kwd                                        | currency < 400 kwd EUR
					< 500 try                                        | currency < 500 try EUR
					under 2.500 r$                                   | currency under 2.500 r$ EUR
					₹12,000                                          | currency ₹12,000 EUR
					8000-9000 inr                                    | currency 8000-9000 inr EUR
					german c1 data engineer                          | language.level de C1; role DATA
					fluent french                                    | language.level fr C1
					speaks english                                   | language en
					available now 3 days a week                      | from 2026-11-24; days 3
					from 1 march                                     | from 2027-03-01
					from november                                    | from 2026-11-01
					free from 15 November                            | from 2027-11-15
					in 2 weeks                                       | from 2026-12-08
					next month                                       | from 2026-12-01
					starting 2027-02-15                              | from 2027-02-15
					full-time remote contractor                      | days 5; mode REMOTE; employment CONTRACTOR
					5+ years kotlin                                  | years 5; skill Kotlin
					4+ stars                                         | rating 4.0
					overlap 6h with new york                         | overlap 6 America/New_York
					senior+ devops engineer                          | seniority.above SENIOR; role DEVOPS
					back-end developer                               | role BACK_END
					são paulo                                        | city São Paulo
					country:DE language:pt days:2.5 from:2027-01-01  | country DE; language pt; days 2.5; from 2027-01-01
					"Maria" Silva                                    | word Maria; word Silva
					from 2027-02-30                                  | word 2027-02-30
					rating:9                                         | word rating:9
					<script>                                         | word <; word script; word >
					""")
	void whatWasTypedIsUnderstood(String text, String chips) {
		assertThat(read(text).chips.stream()
			.map((chip) -> chip.kind() + " "
					+ chip.arguments().stream().map(String::valueOf).collect(Collectors.joining(" ")))
			.collect(Collectors.joining("; "))).isEqualTo(chips);
	}

	@Test
	void aChipLeavesTheRestOfTheTextAsItIs() {
		assertThat(read("java  senior lisbon").chips).extracting(PoolQuery.Chip::without)
			.containsExactly("senior lisbon", "java lisbon", "java senior");
	}

	@Test
	void anyTextIsReadToItsEnd() {
		for (String text : new String[] { "", "\"", ":", "<<<>>>", "a:b:c", "-", "1", "99999999999999999999 eur",
				"from", "java:9", "skill:", "\uD83D\uDE42 \u202Eabc", "x ".repeat(200) }) {
			assertThat(read(text)).as(text).isNotNull();
		}
	}

}
