package org.muster.numbers;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs on the oldest and on the newest JDK, whose boundaries of words differ. */
class WordPatternTest {

	@Test
	void wordsEndWhereTheirLettersDoInWhateverLanguage() {
		assertThat(WordPattern.compile("\\be\\b").matcher("née")).matches((matcher) -> !matcher.find());
		assertThat(WordPattern.compile("\\bk\\b", Pattern.CASE_INSENSITIVE).matcher("30 Kč"))
			.matches((matcher) -> !matcher.find());
		assertThat(WordPattern.compile("\\bété\\b").matcher("en été, à")).matches((matcher) -> matcher.find());
		assertThat(WordPattern.compile("\\be\\b").matcher("Java e Kotlin")).matches((matcher) -> matcher.find());
	}

}
