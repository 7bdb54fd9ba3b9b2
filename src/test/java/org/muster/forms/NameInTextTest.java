package org.muster.forms;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameInTextTest {

	private final NameInText name = new NameInText("Ana Gonçalves Li", "ana@test.example");

	@ParameterizedTest
	@ValueSource(strings = { "Ana Gonçalves Li", "ask ANA  GONCALVES LI!", "Li, Ana Gonçalves", "ana_goncalves_li.pdf",
			"Ana Gonc\u0327alves\u00a0Li", "mailto:ANA@test.example", "(Ana Gonçalves Li)" })
	void thePersonIsFoundHoweverTheNameIsWritten(String text) {
		assertThat(this.name.isIn(text)).isTrue();
		assertThat(this.name.patterns()).contains("%gon%alves%")
			.anyMatch(
					(pattern) -> text.toLowerCase(Locale.ROOT).matches(pattern.replace(".", "\\.").replace("%", ".*")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ana Gonçalves Lima", "Diana Gonçalves Li", "Ana Li", "mariana@test.example", "" })
	void somebodyElseIsNot(String text) {
		assertThat(this.name.isIn(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "%", "Li" })
	void aNameThatIsInEveryTextIsNotSought(String shortName) {
		assertThat(new NameInText(shortName).isIn("1 % of Li")).isFalse();
		assertThat(new NameInText(shortName).patterns()).isEmpty();
	}

}
