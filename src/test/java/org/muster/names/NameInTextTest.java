package org.muster.names;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.names.NameInText.Passage;

import static org.assertj.core.api.Assertions.assertThat;

class NameInTextTest {

	private final NameInText name = new NameInText("Ana Gonçalves Li", "ana@test.example");

	private final NameInText anna = new NameInText("Anna Weber", "anna.weber@test.example", "+49 151 2345678");

	@ParameterizedTest
	@ValueSource(strings = { "Ana Gonçalves Li", "ask ANA  GONCALVES LI!", "Li, Ana Gonçalves", "ana_goncalves_li.pdf",
			"Ana Gonc\u0327alves\u00a0Li", "mailto:ANA@test.example", "(Ana Gonçalves Li)", "Ana Li", "A. G. Li",
			"Ana G. Li" })
	void thePersonIsFoundHoweverTheNameIsWritten(String text) {
		assertThat(this.name.isIn(text)).isTrue();
		assertFoundByDatabase(this.name, text);
	}

	private static void assertFoundByDatabase(NameInText name, String text) {
		assertThat(text.matches("(?s)\\p{ASCII}*") && name.patterns()
			.stream()
			.noneMatch((pattern) -> text.toLowerCase(Locale.ROOT)
				.matches("(?s)" + pattern.replace(".", "\\.").replace("%", ".*").replace("_", "."))))
			.as(text)
			.isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Anna Maria Weber", "A. M. Weber", "A.M. Weber", "A. Weber", "A.Weber", "Anna M. Weber",
			"Weber, Anna", "Weber, Anna Maria", "Weber, A.", "Offered: Weber, A", "ANNA MARIA WEBER", "WEBER Anna",
			"Anna Maria Luise von Weber", "anna_maria_weber.docx", "anna.weber", "Anna\u200bWeber",
			"An\u00adna We\u200dber", "Anna\u00a0Weber", "Anna                    Weber", "Anna\n\tWeber",
			"Anna-Maria Weber", "Ann\u0061\u0300 Weber", "\uff21nna \uff37eber", "Anna Weber's laptop",
			"Anna Weber\u2019s", "+49 151 2345678", "Anna%20Weber", "\u2068Anna Weber\u2069",
			"Dr. Anna Weber, Berlin" })
	void middleNamesInitialsAndLettersThatNobodySeesHideNobody(String text) {
		assertThat(this.anna.isIn(text)).isTrue();
		assertThat(new NameInText("Anna Maria Weber").isIn("Anna Weber")).isTrue();
		assertFoundByDatabase(this.anna, text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Anna", "Weber", "Anna Schmidt", "Peter Weber", "P. Weber", "Anna and Peter Weber",
			"Anna Schmidt, Peter Weber", "Anna Schmidt\nPeter Weber", "Anna Webern", "Joanna Weber", "Hanna-Weber",
			"Ask Anna. The firm Weber knows.", "Anna met Weber", "a weber grill", "a. weber grill", "Weber, Peter",
			"Weber, Antonia", "M. A. Weber", "annaweber2" })
	void whoSharesOneNameOnlyIsSomebodyElse(String text) {
		assertThat(this.anna.isIn(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Weber said so", "Ask Weber.", "Dr. Weber", "Ms Weber", "Herr Kollege Weber", "A Weber",
			"Weber A", "Weber A.", "Anna W.", "Anna W said", "A.W. agrees", "A. W. agrees", "ask weber about it",
			"WEBER: yes", "The firm Weber knows.", "weber-cv.pdf", "weber_cv.pdf", "Weber's laptop", "von Weber said",
			"Thanks, Weber!", "Weber I think", "Weber-Schmidt", "Frau Schmidt-Weber said so", "Schmidt\u2010Weber",
			"Schmidt-Weber-Lang", "the Weber-CV", "SCHMIDT-WEBER", "Then came Weber and Schmidt" })
	void aLastNameAloneAndInitialsMayBeThePerson(String text) {
		assertThat(this.anna.isIn(text)).isFalse();
		assertThat(this.anna.possiblyIn(text)).hasSize(1);
		assertFoundByDatabase(this.anna, text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Anna", "Anna Schmidt", "and Peter Weber", "P. Weber", "P Weber", "Weber P.", "Weber, P.",
			"Anna and Peter Weber", "Anna Schmidt, Peter Weber", "Anna Schmidt\nPeter Weber\nBerlin", "Anna Webern",
			"and Peter Weber-Schmidt", "P. Schmidt-Weber", "Weber-Schmidt, P.", "We need a weber grill", "M. A. Weber",
			"A.W. Schmidt", "B.A.W.", "Anna w", "Anna W++", "Anna Weber", "A. Weber", "" })
	void whatTellsThatItIsSomebodyElseIsNoPossibleMention(String text) {
		assertThat(this.anna.possiblyIn(text)).isEmpty();
	}

	@Test
	void aLastNameThatOthersHaveTooIsListedOnlyWhereNothingTellsThatItIsTheirs() {
		NameInText among = this.anna.among(List.of("Peter Weber", "Anna Weber", "Eva Schmidt"));
		assertThat(among.possiblyIn("Weber said so")).hasSize(1);
		assertThat(among.possiblyIn("Peter Weber was there. Weber said so")).isEmpty();
		assertThat(among.possiblyIn("Peter Weber was there, and Anna Weber. Weber said so")).hasSize(1);
		assertThat(among.possiblyIn("Peter Weber said so")).isEmpty();
		assertThat(among.possiblyIn("Weber Peter said so")).isEmpty();
		assertThat(this.anna.possiblyIn("Peter Weber said so")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Meyer said so", "Ask Schulz.", "Frau Meyer", "Anna Meyer", "ask Anna Schulz", "A. Schulz",
			"Meyer, Anna", "Schulz A.", "Meyer's laptop", "Schulz-Meyer", "MEYER", "meyer-cv.pdf", "Meyer-Schulz",
			"Meyer\u2011Schulz", "Anna M." })
	void eachOfTwoLastNamesThatAreJoinedMayBeThePerson(String text) {
		NameInText joined = new NameInText("Anna Meyer-Schulz");
		assertThat(joined.isIn(text)).isFalse();
		assertThat(joined.possiblyIn(text)).hasSize(1);
		assertFoundByDatabase(joined, text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Peter Meyer said so there, and Peter Meyer", "P. Schulz", "Meyer-Lang", "Lang-Schulz",
			"Meyers-Schulze", "Peter Meyer-Schulz", "we have a schulz" })
	void whoSharesOneOfTwoJoinedLastNamesIsSomebodyElse(String text) {
		String here = text.contains("said so") ? "and " + text : "and " + text + " and X";
		assertThat(new NameInText("Anna Meyer-Schulz").mayBeIn(here)).isFalse();
	}

	@Test
	void whoeverHasAnotherLastNameBehindItIsPossiblyMeant() {
		NameInText name = new NameInText("Anna Meyer");
		for (String text : new String[] { "We met Anna Meyer-Schulz", "So did A. Meyer\u2013Schulz" }) {
			assertThat(name.isIn(text)).as(text).isFalse();
			assertThat(name.possiblyIn(text)).as(text)
				.singleElement()
				.satisfies((one) -> assertThat(text.substring(one.start(), one.end())).endsWith("Schulz"));
			assertThat(name.replaced(text, "[\u2026]")).isEqualTo(text);
			assertThat(name.among(List.of("Anna Meyer-Schulz")).mayBeIn(text)).as(text).isFalse();
		}
		assertThat(name.isIn("Anna-Meyer-CV.pdf")).isTrue();
	}

	@Test
	void aJoinedNameIsTakenOutAsAWhole() {
		assertThat(this.anna.possiblyIn("so Weber-Schmidt said")).containsExactly(new Passage(3, 16));
		assertThat(new NameInText("Anna Meyer-Schulz").possiblyIn("so Anna Meyer said"))
			.containsExactly(new Passage(3, 13));
		assertThat(new NameInText("Anna Meyer-Schulz").possiblyIn("so did Anna. Meyer said"))
			.containsExactly(new Passage(13, 18));
		assertThat(NameInText.asWritten(List.of("Meyer-Schulz")).mayBeIn("[…]-Schulz left")).isTrue();
	}

	@Test
	void othersWhoseLastNameIsJoinedFromTheSameAreNoPossibleMention() {
		NameInText among = this.anna.among(List.of("Eva Weber-Schmidt"));
		assertThat(this.anna.possiblyIn("Eva Weber-Schmidt said so")).hasSize(1);
		assertThat(among.possiblyIn("Eva Weber-Schmidt said so")).isEmpty();
		assertThat(among.possiblyIn("Eva Weber-Schmidt said so. Weber agreed")).hasSize(1);
		NameInText joined = new NameInText("Anna Meyer-Schulz").among(List.of("Peter Meyer", "Eva Lang"));
		assertThat(joined.possiblyIn("Peter Meyer said so. Meyer agreed")).isEmpty();
		assertThat(joined.possiblyIn("Peter Meyer said so. Schulz agreed")).hasSize(1);
	}

	@Test
	void aShortNameIsFoundWithTheInitialThatBelongsToIt() {
		assertThat(this.anna.possiblyIn("then A Weber or Weber A. or Dr. Weber")).containsExactly(new Passage(5, 12),
				new Passage(16, 24), new Passage(32, 37));
		NameInText two = new NameInText("Wei Li");
		assertThat(two.possiblyIn("Dr. Li")).hasSize(1);
		assertThat(two.possiblyIn("Li said so")).isEmpty();
		assertThat(new NameInText("Ana Gonçalves Albuquerque").possiblyIn("Ana G. A. and ALBUQUERQUE")).hasSize(1);
	}

	@Test
	void whatIsLeftOfANameIsFoundByHowItWasWritten() {
		NameInText again = NameInText.asWritten(List.of("Anna M. Weber", "A.W.", "Weber"));
		assertThat(again.in("Anna M. Weber left")).hasSize(1);
		assertThat(again.in("A.W. left")).hasSize(1);
		assertThat(again.mayBeIn("Weber left")).isTrue();
		assertThat(again.mayBeIn("[…] left")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Weber fits", "Anna Weber fits", "WEBER fits", "Webers plan", "Weber's plan" })
	void whatIsLeftIsFoundHoweverElseItIsWritten(String left) {
		assertThat(NameInText.asWritten(List.of("A. Weber")).mayBeIn(left)).isTrue();
		assertThat(NameInText.asWritten(List.of("Dr. Weber")).mayBeIn("Dr. […] fits")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Webers Vertrag", "Anna Webers Vertrag", "WEBERs plan", "Weber\u2019s plan" })
	void whoseSomethingIsMayBeThePerson(String text) {
		assertThat(this.anna.mayBeIn(text)).isTrue();
		assertFoundByDatabase(this.anna, text);
	}

	@Test
	void lettersAreFoundInEverySpelling() {
		for (String text : List.of("Jörg Müller", "Joerg Mueller", "JORG MULLER", "Jo\u0308rg Mu\u0308ller")) {
			assertThat(new NameInText("Jörg Müller").isIn(text)).as(text).isTrue();
			assertThat(new NameInText("Joerg Mueller").isIn(text)).as(text).isTrue();
			assertFoundByDatabase(new NameInText("Jörg Müller"), text);
		}
		assertThat(new NameInText("Fiona Griffin").isIn("Fiona Gri\ufb03n")).isTrue();
		assertThat(new NameInText("Sinéad O'Brien").isIn("Sinead O\u2019Brien")).isTrue();
		assertThat(new NameInText("Sinéad O'Brien").isIn("sinead obrien")).isTrue();
		assertThat(new NameInText("Jan van der Berg").isIn("J. van der Berg")).isTrue();
		assertThat(new NameInText("Weiß, Łukasz").isIn("Weiss, Lukasz")).isTrue();
		assertThat(new NameInText("Weiß, Łukasz").isIn("L. Weiss")).isTrue();
		assertThat(new NameInText("\'\'\'", "---").isIn("\'\'\' ---")).isFalse();
	}

	@Test
	void theWholeNameIsWhatIsTakenOut() {
		String text = "Ask Anna Maria Weber, or Weber, Anna.";
		assertThat(this.anna.in(text)).containsExactly(new Passage(4, 20), new Passage(25, 36));
		assertThat(this.anna.in("x We\u00adber, Anna y")).containsExactly(new Passage(2, 14));
	}

	@Test
	void whatNobodyLooksAtIsReplacedWhereTheNameIsComplete() {
		assertThat(this.anna.replaced("Anna Weber, Anna Maria Weber, A. Weber", "C-1"))
			.isEqualTo("C-1, Anna Maria Weber, A. Weber");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ana Gonçalves Lima", "Diana Gonçalves Li", "Ana Lima", "mariana@test.example", "" })
	void somebodyElseIsNot(String text) {
		assertThat(this.name.isIn(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "A. Weber and Anna Weber", "A. Weber then A. Weber", "A. Weber and Weber, Anna",
			"Anna Weber or A. Weber" })
	void eachOfTwoNamesIsFound(String text) {
		assertThat(this.anna.in(text)).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "%", "Li" })
	void aNameThatIsInEveryTextIsNotSought(String shortName) {
		assertThat(new NameInText(shortName).isIn("1 % of Li")).isFalse();
		assertThat(new NameInText(shortName).patterns()).isEmpty();
	}

}
