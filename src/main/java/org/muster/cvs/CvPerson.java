package org.muster.cvs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.muster.forms.MailAddresses;
import org.muster.forms.Inputs;
import org.muster.numbers.WordPattern;
import org.muster.cvs.CvText.Line;
import org.muster.cvs.CvText.Said;
import org.muster.cvs.CvText.Section;
import org.muster.skills.SkillReader;
import org.muster.vocabulary.ProfileWords;

/** Reads whom a CV is about: the name, what it is called for, and how to reach it. */
final class CvPerson {

	private static final Pattern BETWEEN = Pattern.compile("\\s[-–—]\\s|[|•·,]");

	private static final Pattern TITLE_OF_CV = Pattern.compile(
			"curriculum vitae|curriculum|resume|résumé|cv|lebenslauf", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern PHONE = Pattern.compile("(?<![\\w.])(?:\\+|00|\\()?\\d[\\d ()./-]{6,20}\\d(?!\\w)");

	private static final Pattern TWO_YEARS = Pattern.compile("(?:19|20)\\d{2}\\D+(?:19|20)\\d{2}");

	private static final Pattern PROFESSION = WordPattern.compile(
			"\\b(?:engineer|developer|programmer|architect|consultant|designer|tester|analyst|scientist|administrator)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> PARTICLES = Set.of("de", "da", "do", "dos", "das", "del", "der", "den", "di", "du",
			"la", "le", "van", "von", "ter", "bin", "al", "el", "e", "y", "i", "zu", "af");

	private final CvText cv;

	private final Passages passages;

	private final SkillReader skills;

	CvPerson(CvText cv, Passages passages, SkillReader skills) {
		this.cv = cv;
		this.passages = passages;
		this.skills = skills;
	}

	/**
	 * Where somebody lives.
	 *
	 * @param country the code; both are empty where nothing is said
	 */
	record Place(String country, String city) {
	}

	String name() {
		Optional<Said> said = this.cv.labelled("name", "full name")
			.or(() -> this.cv.top(8)
				.stream()
				.filter((line) -> line.section() == Section.TOP || line.section() == Section.OTHER)
				.map((line) -> new Said(BETWEEN.split(line.text(), 2)[0].strip(), line.text()))
				.filter((one) -> isName(one.value()))
				.findFirst());
		said.ifPresent((one) -> this.passages.found("consultants.name", inSmallLetters(one.value()), one.passage()));
		return said.map((one) -> Inputs.cut(inSmallLetters(one.value()), 120)).orElse("");
	}

	private boolean isName(String text) {
		String[] words = text.split("\\s+");
		boolean written = Arrays.stream(words)
			.allMatch((word) -> PARTICLES.contains(word)
					|| (Character.isLetter(word.codePointAt(0)) && !Character.isLowerCase(word.codePointAt(0))));
		return words.length >= 2 && words.length <= 6 && written && text.length() <= 80
				&& text.codePoints()
					.noneMatch((one) -> Character.isDigit(one) || one == '@' || one == ':' || one == '/')
				&& !TITLE_OF_CV.matcher(text).matches() && !PROFESSION.matcher(text).find()
				&& ProfileWords.roleWithin(text).isEmpty() && this.skills.named(text).isEmpty()
				&& ProfileWords.countryNamed(text).isEmpty();
	}

	/** ADA LOVELACE is Ada Lovelace. */
	private static String inSmallLetters(String name) {
		if (!name.equals(name.toUpperCase(Locale.ROOT)) || name.equals(name.toLowerCase(Locale.ROOT))) {
			return name;
		}
		StringBuilder small = new StringBuilder();
		boolean first = true;
		for (int one : name.codePoints().toArray()) {
			small.appendCodePoint(first ? one : Character.toLowerCase(one));
			first = !Character.isLetter(one);
		}
		return small.toString();
	}

	String headline() {
		Optional<Said> said = this.cv
			.labelled("headline", "title", "job title", "profession", "position", "current position")
			.or(() -> this.cv.top(CvText.TOP)
				.stream()
				.flatMap((line) -> Stream.of(line.text().split("\\s[-–—]\\s|[|•·]"))
					.map((part) -> new Said(part.strip(), line.text())))
				.filter((one) -> isProfession(one.value()))
				.findFirst());
		said.ifPresent(
				(one) -> this.passages.found("consultants.headline", Inputs.cut(one.value(), 200), one.passage()));
		return said.map((one) -> Inputs.cut(one.value(), 200)).orElse("");
	}

	private static boolean isProfession(String text) {
		return text.length() <= 120 && text.split("\\s+").length <= 12 && !text.endsWith(".")
				&& (PROFESSION.matcher(text).find() || ProfileWords.roleWithin(text).isPresent());
	}

	String email() {
		for (Line line : this.cv.lines()) {
			for (String word : line.text().split("[\\s,;|<>()\\[\\]]+|(?i:(?:e-?mail|mailto):)")) {
				boolean likely = word.lastIndexOf('.') > word.indexOf('@') && word.indexOf('@') > 0;
				Optional<String> address = likely ? MailAddresses.read(word) : Optional.empty();
				if (address.isPresent()) {
					this.passages.found("consultants.email", word, line.text());
					return address.get();
				}
			}
		}
		return "";
	}

	String phone() {
		Optional<Said> said = this.cv
			.labelled("phone", "phone number", "telephone", "tel", "mobile", "cell", "mobile phone")
			.filter((one) -> PHONE.matcher(one.value()).find())
			.or(() -> this.cv.top(CvText.TOP).stream().flatMap((line) -> phones(line).stream()).findFirst());
		String number = said.map((one) -> {
			Matcher matcher = PHONE.matcher(one.value());
			return matcher.find() ? matcher.group() : one.value();
		}).orElse("");
		said.ifPresent((one) -> this.passages.found("consultants.phone", number, one.passage()));
		return Inputs.cut(number, 40);
	}

	private static Optional<Said> phones(Line line) {
		return PHONE.matcher(line.text())
			.results()
			.map((result) -> result.group())
			.filter((number) -> !TWO_YEARS.matcher(number).find()
					&& number.chars().filter(Character::isDigit).count() >= 8)
			.findFirst()
			.map((number) -> new Said(number, line.text()));
	}

	Place place() {
		Optional<Said> country = this.cv.labelled("country");
		Optional<Said> city = this.cv.labelled("city", "town");
		Optional<String> code = country.flatMap((said) -> ProfileWords.countryNamed(said.value()));
		if (code.isPresent()) {
			this.passages.foundCode("consultants.country", "country", code.get(), country.get().passage());
			city.ifPresent(
					(said) -> this.passages.found("consultants.city", Inputs.cut(said.value(), 80), said.passage()));
			return new Place(code.get(), city.map((said) -> Inputs.cut(said.value(), 80)).orElse(""));
		}
		return Stream
			.concat(this.cv.labelled("location", "address", "based in", "residence").stream(),
					this.cv.top(CvText.TOP).stream().map((line) -> new Said(line.text(), line.text())))
			.flatMap((said) -> place(said).stream())
			.findFirst()
			.orElse(new Place("", ""));
	}

	private Optional<Place> place(Said said) {
		String[] parts = said.value().split("[,|•·()/]|\\s[-–—]\\s");
		for (int at = 0; at < parts.length; at++) {
			Optional<String> country = ProfileWords.countryNamed(parts[at].strip());
			if (country.isPresent()) {
				String before = (at > 0) ? parts[at - 1].replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "") : "";
				String city = before.matches("[\\p{L}][\\p{L} .'’-]{1,40}") ? before : "";
				this.passages.foundCode("consultants.country", "country", country.get(), said.passage());
				if (!city.isEmpty()) {
					this.passages.found("consultants.city", city, said.passage());
				}
				return Optional.of(new Place(country.get(), city));
			}
		}
		return Optional.empty();
	}

}
